"""The one place that makes text safe for an output: every string of a brief passes through here before it is shown.

    plain      one line of visible text
    passage    the same with its line breaks, for source text shown in its context
    prose      plain, with URLs and @names written so that no viewer makes a link of them
    markdown   prose, with everything that Markdown could take for markup escaped
    href       the address, if it may be linked at all
    json       the brief as JSON in which invisible characters are \\u escapes: inert on a terminal, equal when parsed

"Visible" leaves out control characters and terminal sequences, bidirectional and zero-width characters (joiners that a script needs
and flags are kept), private-use characters and all but the first marks of a pile of combining marks. After the threats A6-A8: text of
articles is data, never markup, link or command.
"""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from summarizer.brief import Brief

MARKS_KEPT = 4  # a base letter of a living language carries at most this many combining marks

_TERMINAL_SEQUENCE = re.compile(
    r"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]{0,2000}(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, SOS, PM, APC with their payload
    r"|(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]"  # CSI
    r"|\x1b[ -/]{0,8}[0-~]"
)
_FLAG = "\U0001f3f4[\U000e0030-\U000e007a]{2,6}\U000e007f"
_INVISIBLE = re.compile(
    "(" + _FLAG + ")|"
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]|[\ufe00-\ufe0f]{2,}"
)
_JOINER = re.compile("[\u200c\u200d]+")
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_HOST = re.compile(r"(?<=//)[^\s/?#]+")
_WEB_HOST = re.compile(r"www\.(?=\w)", re.IGNORECASE)
_HOST_AND_PATH = re.compile(r"\b(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?=[/?#]\S|:\d)")
_AT_NAME = re.compile(r"@(?=\w)")
_MARKUP = re.compile(r"[\\`*_\[\]{}<>|~]|\$(?!\d)|&(?=#?\w{1,40};)")
_DOT_IN_HOST = re.compile(r"(?<=\w)\.(?=[^\W\d_]{2})")
_MARKUP_AT_START = re.compile(r"^(\d{0,20})([-+#=:.)](?!\d))")
_NOT_IN_JSON = re.compile(
    "[\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ue000-\uf8ff\U000e0000-\U0010ffff]"
)


def passage(text: str) -> str:
    """Visible text with its line breaks, each as "\\n"."""
    if text.isascii() and text.isprintable():
        return text
    text = _INVISIBLE.sub(lambda found: found[1] or "", _TERMINAL_SEQUENCE.sub("", text))
    text = _BREAK.sub("\n", text)
    if "\u200c" in text or "\u200d" in text:
        text = _JOINER.sub(lambda found: _kept_joiner(found), text)
    return text if text.isascii() else _pile_of_marks().sub(lambda found: found[1], text)


def plain(text: str) -> str:
    """Visible text on one line."""
    return " ".join(passage(text).split())


def prose(text: str) -> str:
    """Visible text on one line in which nothing makes a link of URLs, mail addresses and @names (`https[:]//a[.]example`)."""
    text = _HOST.sub(lambda found: found[0].replace(".", "[.]"), plain(text).replace("://", "[:]//"))
    text = _WEB_HOST.sub("www[.]", text)
    text = _HOST_AND_PATH.sub(lambda found: found[0].replace(".", "[.]"), text)
    return _AT_NAME.sub("[at]", text)


def markdown(text: str) -> str:
    """`prose` as Markdown text that stays text, at the start of a line too."""
    escaped = _DOT_IN_HOST.sub(r"\.", _MARKUP.sub(lambda found: "\\" + found[0], prose(text)))  # some viewers link "a.al" too
    return _MARKUP_AT_START.sub(r"\1\\\2", escaped)


def language(code: str) -> str:
    """The language code for an HTML attribute; "und" (undetermined) for what is none."""
    return code if re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", code) else "und"


def href(url: str | None) -> str | None:
    """The address for an HTML attribute or a Markdown destination, or None where it must stay text: only http(s), with a host, without a
    user part; what could end the attribute or destination is percent-encoded."""
    if not url or passage(url) != url or any(char.isspace() for char in url):
        return None
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc or "\\" in url:
        return None
    return quote(url, safe="%/:?#[]@!$&*+,;=~-._")


def json(brief: "Brief") -> str:
    """The canonical JSON of a brief, indented, ending in a newline."""
    return inert_json(brief.model_dump_json(indent=2)) + "\n"


def inert_json(text: str) -> str:
    """The same JSON with what is invisible, and all but the first of a pile of marks, as \\u escapes."""
    text = _NOT_IN_JSON.sub(lambda found: _json_escape(found[0]), text)
    return _pile_of_marks().sub(lambda found: found[1] + _json_escape(found[0][MARKS_KEPT:]), text)


def _json_escape(text: str) -> str:
    units = text.encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def _kept_joiner(found: re.Match[str]) -> str:
    """A joiner between two characters of a script or emoji that may need it; none elsewhere."""
    before = found.string[found.start() - 1 : found.start()]
    after = found.string[found.end() : found.end() + 1]
    return found[0][0] if before >= "\u0590" and after >= "\u0590" else ""


@lru_cache(maxsize=1)
def _pile_of_marks() -> re.Pattern[str]:
    basic = _marks(range(0x300, 0x3100), range(0xA66F, 0xAC00), range(0xFB1E, 0xFE30))
    astral = _marks(range(0x10000, 0x20000))
    mark = f"(?:[{basic}]|(?=[\U00010000-\U0001ffff])[{astral}])"  # a class that mixes both planes is forty times slower
    return re.compile(f"({mark}{{{MARKS_KEPT}}}){mark}+")


def _marks(*blocks: range) -> str:
    return re.escape("".join(chr(code) for block in blocks for code in block if unicodedata.category(chr(code)) in ("Mn", "Me")))
