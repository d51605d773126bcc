"""How does article text reach a model without being able to give orders or to pretend to be part of the prompt?

`clean` makes a harmless copy of a text (the stored text is never touched); `fenced` puts numbered lines between two fence lines that
cannot occur in them. The fence is derived from the text, so equal text makes equal prompts (the cache depends on it) and no author can
foresee it: a text that held its own fence would have to contain its own hash, and even then another one is taken.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence

from summarizer.errors import BadReply

# Characters that a reader cannot see: controls, soft hyphen, bidi and format controls, fillers, variation selectors, tags, private use,
# surrogates, noncharacters. U+200C and U+200D stay between letters that are not Latin, where they carry meaning (Persian, Hindi, …).
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ufdd0-\ufdef\ud800-\udfff\ue000-\uf8ff"
    "\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
_JOINERS = re.compile(
    "(?<![\u0590-\u1fff\u2d00-\u2dff\ua800-\uabff])[\u200c\u200d]|[\u200c\u200d](?![\u0590-\u1fff\u2d00-\u2dff\ua800-\uabff])"
)
_MARKS = re.compile(
    "([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]{3})[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]+"
)
_LINK = re.compile(
    r"\b[a-z][a-z0-9+.-]{1,30}://\S+|\b(?:javascript|vbscript|data|mailto|file|tel):\S+|\bwww\.\S+|\b(?:[\w-]+\.)+[a-z]{2,24}/\S*",
    re.IGNORECASE,
)
# Angle and square brackets make up every special token and role tag in use (<|…|>, <start_of_turn>, <s>, [INST], <<SYS>>) and our own
# marks; look-alikes say the same to a reader and nothing to a tokenizer.
_BRACKETS = str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")", "`": "'"})
_BRACKET = re.compile(r"[<>\[\]`]")
_LINE = re.compile(r"(?:\[(\d+)\]|(\d+)) (.*)")
_FENCE = re.compile(r"==[0-9a-f]{12,}")


def clean(text: str) -> str:
    """A copy of `text` for a model: one line, no invisible or control characters, no special tokens, links as "(link)"."""
    if not (text.isascii() and text.isprintable()):
        text = _MARKS.sub(r"\1", _INVISIBLE.sub("", text))
        if "\u200c" in text or "\u200d" in text:
            text = _JOINERS.sub("", text)
    text = " ".join(text.split())
    if "/" in text or ":" in text or "ww." in text:
        text = _LINK.sub("(link)", text)
    return text.translate(_BRACKETS) if _BRACKET.search(text) else text


def fenced(lines: Sequence[str]) -> str:
    """The lines between two equal fence lines that none of them contains. The lines must be clean."""
    body = "\n".join(lines)
    digest = hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()
    fence, counter = f"=={digest[:12]}", 0
    while fence[2:] in body:
        counter += 1
        fence = "==" + hashlib.sha256(f"{counter} {digest}".encode()).hexdigest()[:12]
    return f"{fence}\n{body}\n{fence}"


def numbered(texts: Mapping[int, str]) -> str:
    """Fenced lines "12 text", the leanest form that models resolve (about two tokens a sentence). The texts are cleaned here."""
    return fenced([f"{number} {clean(text)}" for number, text in texts.items()])


def unfence(message: str) -> dict[int, str]:
    """The numbered lines ("12 text" or "[12] text") inside the fence of a message; other lines in it are left out.

    Raises BadReply where there is no fence: the request was not made here.
    """
    lines = message.split("\n")
    start = next((i for i, line in enumerate(lines) if _FENCE.fullmatch(line)), None)
    if start is None or lines[start] not in lines[start + 1 :]:
        raise BadReply("the request holds no fenced lines")
    end = lines.index(lines[start], start + 1)
    found = (_LINE.fullmatch(line) for line in lines[start + 1 : end])
    return {int(m[1] or m[2]): m[3] for m in found if m}
