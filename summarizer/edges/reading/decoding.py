"""Bytes to text, once: which encoding, and whether it is text at all."""

import re

from summarizer.errors import SummarizerError
from summarizer.stages.text.characters import readable
from summarizer.value import Value

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ", "xz-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROL = re.compile("[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 60_000


class Unreadable(SummarizerError):
    """An input that cannot be read; the message is its reason in plain words, without the input's name."""


class Decoded(Value):
    """Text that is safe to store, how it was decoded, and what a person should know of it."""

    text: str
    encoding: str
    notice: str | None = None


def kind_of(data: bytes) -> str | None:
    """What the first bytes say it is, if they say that it is not text."""
    return next((name for magic, name in _MAGIC if data.startswith(magic)), None)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`, cleaned for storing. `declared` is what the server or page says of its encoding; the bytes win.

    Raises Unreadable for what is not text.
    """
    raw = decode_raw(data, declared)
    _refuse_noise(raw.text)
    return raw.model_copy(update={"text": readable(raw.text)})


def decode_raw(data: bytes, declared: str | None = None) -> Decoded:
    """As `decode`, before cleaning: for markup that is parsed first."""
    kind = kind_of(data)
    if kind is not None:
        raise Unreadable(f"it is {kind}, not text")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = data.decode(encoding, "replace")
            return Decoded(text=text.removeprefix("\ufeff"), encoding=encoding, notice=_loss(text))
    wide = _wide(data)
    if wide is not None:
        return Decoded(text=data.decode(wide, "replace"), encoding=wide)
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return _guess(data, declared)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Western text is NUL."""
    head = data[:2000]
    if len(head) < 8 or head.count(0) < len(head) * 0.3:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 4 * max(even, 1):
        return "utf-16-le"
    return "utf-16-be" if even > 4 * max(odd, 1) else None


def _guess(data: bytes, declared: str | None) -> Decoded:
    lossy = data.decode("utf-8", "replace")
    broken = lossy.count("\ufffd")
    beyond = sum(1 for character in lossy[:_SAMPLE] if character > "\x7f") - lossy[:_SAMPLE].count("\ufffd")
    if beyond > 4 * broken:  # UTF-8 with damage, rather than another encoding
        return Decoded(text=lossy, encoding="utf-8", notice=_loss(lossy))
    encoding = _single(data, declared)
    if beyond and encoding == "cp1252":
        text = _by_line(data)
        return Decoded(
            text=text, encoding="mixed", notice=_loss(text) or "lines in UTF-8 and lines in Windows-1252: each read as what it is"
        )
    text = data.decode(encoding, "replace")
    return Decoded(text=text, encoding=encoding, notice=_loss(text) or f"not UTF-8: read as {encoding}")


def _single(data: bytes, declared: str | None) -> str:
    """The code page of bytes that are not UTF-8: the declared one where it fits, else the likeliest."""
    if declared and declared.lower().replace("-", "_") not in {"utf_8", "utf8", "ascii", "us_ascii"}:
        try:
            data[:_SAMPLE].decode(declared)
            return declared
        except (UnicodeDecodeError, LookupError, ValueError):
            pass
    if len(data) < 200:  # too little to tell code pages apart: the common one
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.encoding in {"ascii", "utf_8"} or "Latin-1 Supplement" in best.alphabets:
        return "cp1252"
    return best.encoding


def _by_line(data: bytes) -> str:
    lines = []
    for line in data.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", "replace"))
    return "\n".join(lines)


def _loss(text: str) -> str | None:
    lost = text.count("\ufffd")
    return f"{lost} damaged character{'s' if lost > 1 else ''} in it" if lost else None


def _refuse_noise(text: str) -> None:
    """Refuses what decodes but is not writing: control bytes, or one unbroken run of a few signs."""
    if not text.strip():
        return
    sample = text[:_SAMPLE]
    odd = len(_CONTROL.findall(sample)) + sample.count("\ufffd")
    if odd > (0.05 if len(sample) > 1000 else 0.2) * len(sample) + 4:
        raise Unreadable("it is not text (binary data)")
    if len(sample) > 400 and len(set(sample)) < 4:
        raise Unreadable("it is not text (no words in it)")
