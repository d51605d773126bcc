"""Text in disguise, as it reads undisguised: look-alike letters, leet, letters set apart, reversed, rotated or encoded.

Detectors read these forms; the stored text stays as it is.
"""

import base64
import binascii
import codecs
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from summarizer.stages.text.stopwords import STOP_WORDS

# Letters of other scripts that look Latin (after Unicode TS 39, the common part).
_LOOK_ALIKES = {
    "a": "аАαΑɑᎪᴀ", "b": "вВβΒᏴ", "c": "сСϲϹᏟᴄ", "d": "ԁᎠ", "e": "еЕёЁΕεᎬᴇ", "f": "ϝ", "g": "ɡցԌ", "h": "һНҺΗհᎻʜ", "i": "іІїЇΙιıɩɪ",
    "j": "јЈϳᎫ", "k": "кКΚκᏦᴋ", "l": "ӏԼᏞʟ", "m": "мМΜᎷᴍ", "n": "ΝηпոռɴП", "o": "оОΟοօՕᴏ", "p": "рРΡρᏢᴘ", "q": "ԛգ", "r": "гᎡʀ",
    "s": "ѕЅՏᏚꜱ", "t": "тТΤτᎢᴛ", "u": "υսʋᴜ", "v": "νѵᏙᴠ", "w": "ԝωᎳᴡ", "x": "хХΧχ", "y": "уУΥγүҮʏ", "z": "ΖᏃᴢ",
}  # fmt: skip
_LOOKS = {ord(other): letter for letter, others in _LOOK_ALIKES.items() for other in others}
_WORD = re.compile(r"[^\W\d_]+")
_LEET = str.maketrans("013457@$!|", "oieastasil")
_LEET_WORD = re.compile(r"(?<![\w.,-])(?=\w*[a-zA-Z@$!|]\w*)(?=[\w@$!|]*[013457@$|])[\w@$!|]{3,}(?![\w.,-]\d)")
_APART = re.compile(r"(?<!\w)[^\W_](?:[ .\-_*·][^\W_](?!\w)){2,}")
_MANY_APART = 5  # letters in one run: initials and plates are shorter
_SET_APART = re.compile(r"\b\w[ .\-_*·]\w[ .\-_*·]\w[ .\-_*·]\w\b")
_RUN_LENGTH = 20
_RUN = re.compile(r"[A-Za-z0-9+/=%]{20}")
_DIGIT_IN_WORD = re.compile(r"[a-zA-Z][0-9@$|]|[0-9@$|][a-zA-Z]")
_OTHER_SCRIPT = re.compile(r"[\u0250-\u13ff\u1d00-\u1d7f\ua700-\ua7ff]")
_CODED = re.compile(r"(?:[0-9a-fA-F]{2}[ :,]){8}|[01 ]{24}|(?:\d{2,3}[ ,]+){8}|%[0-9a-fA-F]{2}%|\\[ux]|&#")
_FIGURE = re.compile(r"[\d@$|]")
_MANY_DIGITS = re.compile(r"(?:\d\D{0,3}){10}")
_BASE64 = re.compile(r"(?<![\w/+])[A-Za-z0-9+/_-]{20,}={0,2}")
_HEX = re.compile(r"(?<!\w)(?:0x)?(?:[0-9a-fA-F]{2}[ :,]?){12,}(?!\w)")
_BITS = re.compile(r"(?<!\w)(?:[01]{8}[ ,]?){5,}")
_CODES = re.compile(r"(?<!\w)(?:\d{2,3}[ ,]+){11,}\d{2,3}(?!\w)")
_ESCAPES = re.compile(r"(?:%[0-9a-fA-F]{2}){6,}|(?:\\u[0-9a-fA-F]{4}){5,}|(?:\\x[0-9a-fA-F]{2}){6,}|(?:&#x?[0-9a-fA-F]{2,5};){5,}")
_READABLE = re.compile(r"[\w\s.,:;!?'\"()-]+")
_ENGLISH = STOP_WORDS["en"] | {"ignore", "print", "write", "summary", "previous", "instructions", "text", "only"}

_TELLTALE = (
    "the", "and", "this", "that", "with", "from", "your", "all", "ignore", "previous", "instructions", "print", "write", "only", "above",
    "text", "say", "summary", "article", "words", "output", "reply",
)  # fmt: skip
TURNED = frozenset(codecs.encode(word, "rot13") for word in _TELLTALE) | frozenset(word[::-1] for word in _TELLTALE) - STOP_WORDS["en"]
"""Common words backwards and rotated by thirteen letters."""


class Disguised(NamedTuple):
    """A form that a sentence has undisguised; `certain` where nothing innocent is disguised so."""

    text: str
    certain: bool


def holds_run(text: str) -> bool:
    """Whether 20 characters of code stand in a row. The words are measured first, at a fifth of the price."""
    return max(map(len, text.split()), default=0) >= _RUN_LENGTH and _RUN.search(text) is not None


@lru_cache(maxsize=8)
def letters(text: str) -> tuple[str, ...]:
    """The words of a sentence. Kept a while: one sentence is asked for them by several detectors."""
    return tuple(_WORD.findall(text))


def plain(text: str) -> str:
    """Compatibility forms and case folded; what everything else is looked for in."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def undisguised(text: str) -> Iterator[Disguised]:
    """The other forms of a sentence, where it has any."""
    if not text.isascii() and _OTHER_SCRIPT.search(text):
        mixed = [word for word in _WORD.findall(text) if _mixes_scripts(word)]
        if mixed:
            yield Disguised(plain(text.translate(_LOOKS)), len(mixed) > 1)
    figures = _FIGURE.search(text) is not None
    if figures and _DIGIT_IN_WORD.search(text) and len(_LEET_WORD.findall(text)) > 1:
        yield Disguised(plain(_LEET_WORD.sub(lambda found: found[0].lower().translate(_LEET), text)), False)
    apart = _APART.findall(text) if _SET_APART.search(text) else []
    if sum(map(len, apart)) >= 2 * _MANY_APART - 1:
        longest = max(map(len, apart)) >= 6 * _MANY_APART
        yield Disguised(plain(_APART.sub(lambda found: re.sub(r"[ .\-_*·]", "", found[0]), text)), longest)
    yield from _turned(text)
    many = (figures and _MANY_DIGITS.search(text)) or "%" in text or "\\" in text
    if holds_run(text) or (many and _CODED.search(text)):
        yield from (Disguised(plain(decoded), True) for decoded in _decoded(text))


def _mixes_scripts(word: str) -> bool:
    """Whether letters of several alphabets are mixed in one word, as no language does."""
    if len(word) < 3 or word.isascii():
        return False
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in word}
    return "LATIN" in scripts and not scripts.isdisjoint({"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"})


def _turned(text: str) -> Iterator[Disguised]:
    """Read backwards or rotated by thirteen letters, where that makes English of what is none."""
    words = letters(text.lower())
    if len(TURNED.intersection(words)) > 1:
        yield from (Disguised(plain(other), True) for other in (text[::-1], codecs.encode(text, "rot13")))
    if len(words) < 4 or len(_ENGLISH.intersection(words)) * 8 > len(words):
        return
    for other in (text[::-1], codecs.encode(text, "rot13")):
        turned = _WORD.findall(other.lower())
        if sum(word in _ENGLISH for word in turned) * 4 >= len(turned):
            yield Disguised(plain(other), True)


def _decoded(text: str) -> Iterator[str]:
    for found in _BASE64.finditer(text):
        token = found[0].replace("-", "+").replace("_", "/").rstrip("=")
        if any(c.isdigit() or c in "+/" for c in token) or not token.islower():
            yield from _words(_bytes64(token))
    for found in _HEX.finditer(text):
        digits = re.sub(r"[ :,]|0x", "", found[0])
        yield from _words(bytes.fromhex(digits[: len(digits) // 2 * 2]))
    for found in _BITS.finditer(text):
        bits = re.sub(r"[ ,]", "", found[0])
        yield from _words(bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8)))
    for found in _CODES.finditer(text):
        numbers = [int(number) for number in re.findall(r"\d+", found[0])]
        yield from _words(bytes(number for number in numbers if number < 256))
    for found in _ESCAPES.finditer(text):
        codes = [int(code, 16 if "#" not in found[0] or "#x" in found[0] else 10) for code in re.findall(r"[0-9a-fA-F]{2,5}", found[0])]
        yield from _words("".join(chr(code) for code in codes if code < 0x110000).encode("utf-8", "replace"))


def _bytes64(token: str) -> bytes:
    try:
        return base64.b64decode(token[: len(token) // 4 * 4] if len(token) % 4 == 1 else token + "=" * (-len(token) % 4))
    except (binascii.Error, ValueError):
        return b""


def _words(data: bytes) -> Iterator[str]:
    """The text of decoded bytes, if it is writing."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    if len(text) > 7 and _READABLE.fullmatch(text) and len(_WORD.findall(text)) > 1:
        yield text
