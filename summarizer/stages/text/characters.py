"""Which characters of a text may be stored: what a reader can see, with one kind of line ending.

Text that hides from the eye (tags, zero-width, direction overrides) hides from an editor too, so it is removed once, before anything is
stored; offsets refer to what is left. Emoji sequences, flags and the joiners that Arabic, Persian and Indic scripts need are kept.
"""

import re
import unicodedata

_TERMINAL_HIDDEN = re.compile(r"\x1b\[8m[^\x1b]{0,2000}")
_TERMINAL = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]"  # CSI
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]{0,2000}(?:\x07|\x1b\\|\x9c|(?=\n)|$)"  # OSC, DCS and other strings
    r"|\x1b[@-_]?"
)
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028]")
_OVERRIDE = re.compile("\u202e([^\u202c\u202e\n]{0,4000})\u202c?")
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U0001fffe-\U00020000\U000e0000-\U0010ffff]"
)
_MARK_CLASS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_MARK = re.compile(f"[{_MARK_CLASS}]")
_MARKS = re.compile(f"([{_MARK_CLASS}]{{4}})[{_MARK_CLASS}]+")  # more on one letter is an attack on the display
_FLAG = re.compile(
    "\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
_JOINING = re.compile("[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ua840-\ua87f\ufb50-\ufdff\ufe70-\ufefc]")
_TERMINAL_SIGNS = frozenset("\x1b\x90\x98\x9b\x9d\x9e\x9f")


def readable(text: str) -> str:
    """`text` as it is stored: line ends are "\\n", at most one empty line in a row, no control, surrogate, private or invisible character.

    A right-to-left override is undone into the order that a reader sees. Idempotent; linear in the length of the text.
    """
    signs = "".join(set(text))  # looking at each sign once is what makes this fast
    if not _TERMINAL_SIGNS.isdisjoint(signs):
        text = _TERMINAL.sub("", _TERMINAL_HIDDEN.sub("", text))
    if _ODD.search(signs):
        text = _LINE_END.sub("\n", text).replace("\u2029", "\n\n")
        text = _OVERRIDE.sub(lambda found: found[1][::-1], text)
        text = _without_invisible(text)
    if _MARK.search(signs):
        text = _MARKS.sub(r"\1", text)
    text = "\n".join([line.rstrip() for line in text.split("\n")])
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip()


def one_line(text: str, limit: int = 300) -> str:
    """`text` as a title or name: readable, white space collapsed, at most `limit` code points."""
    return " ".join(readable(text[: limit * 20]).split())[:limit].strip()


def _without_invisible(text: str) -> str:
    pieces: list[str] = []
    last = 0
    flags = {i for found in _FLAG.finditer(text) for i in range(found.start(), found.end())} if "\U000e007f" in text else set()
    for found in _ODD.finditer(text):
        at = found.start()
        pieces.append(text[last:at])
        last = at + 1
        character = text[at]
        if at in flags or _belongs(text, at, character):
            pieces.append(character)
        elif "\ud800" <= character <= "\udfff":
            pieces.append("\ufffd")
    pieces.append(text[last:])
    return "".join(pieces)


def _belongs(text: str, at: int, character: str) -> bool:
    """Whether an otherwise invisible character shapes its neighbours, as in an emoji sequence or a Persian word."""
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    if character in "\u200c\u200d":
        if _JOINING.match(before) and (_JOINING.match(after) or character == "\u200c"):
            return True
        return character == "\u200d" and _pictures(before) and _pictures(after)
    if character in "\ufe0e\ufe0f":
        return _pictures(before) or before in "0123456789#*©®"
    if "\U000e0100" <= character <= "\U000e01ef":
        return "\u3400" <= before <= "\u9fff" or "\U00020000" <= before <= "\U0003ffff"
    return False


def _pictures(character: str) -> bool:
    return bool(character) and (character == "\ufe0f" or unicodedata.category(character) in {"So", "Sk", "Sm"} or character in "‼⁉〰〽")
