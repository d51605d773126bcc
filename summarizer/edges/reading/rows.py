"""`.jsonl`: one article a row. A bad row costs itself only."""

import json
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate

from summarizer.edges.reading.decoding import Unreadable, decode_raw
from summarizer.edges.reading.files import megabytes
from summarizer.edges.reading.found import Found
from summarizer.limits import Limits
from summarizer.stages.text.characters import one_line, readable

_KNOWN = ("id", "title", "publisher", "url", "published", "text")


def rows(data: bytes, name: str, limits: Limits) -> Iterator[tuple[int, Found | str]]:
    """(row number from 1, article or the reason it has none) for each row that is not blank.

    Rows end at "\\n" only: other line separators are legal inside a JSON string. Raises Unreadable where the whole is no text.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = decode_raw(data).text.encode("utf-8", "replace")
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            try:
                yield number, _row(line, number, name, limits)
            except Unreadable as reason:
                yield number, str(reason)


def _row(line: bytes, number: int, name: str, limits: Limits) -> Found:
    if len(line) > limits.decoded_bytes:
        raise Unreadable(f"it is larger than the limit of {megabytes(limits.decoded_bytes)}")
    fields = parsed(line)
    if not isinstance(fields, dict):
        raise Unreadable("it is not a JSON object")
    text = fields.get("text")
    if not isinstance(text, str):
        raise Unreadable("it has no text" if text is None else 'its "text" is not a string')
    text = readable(text)
    if not text:
        raise Unreadable("its text is empty")
    if len(text) > limits.characters:
        raise Unreadable(f"its text is longer than the limit of {limits.characters:,} characters")
    key = _word(fields.get("id"))
    url = web_address(fields.get("url"))
    published = day(fields.get("published"))
    return Found(
        identity=url or key or f"{name}#{number}",
        text=text,
        title=_word(fields.get("title")),
        publisher=_word(fields.get("publisher")),
        url=url,
        published=published,
        dated_by="row field published" if published else None,
    )


def parsed(line: bytes) -> object:
    """One JSON value, whatever the line holds. Raises Unreadable. Numbers too long to hold become None, NaN and Infinity too."""
    try:
        text = decode_raw(line).text
        value: object = json.loads(text, parse_int=_integer, parse_constant=lambda _: None)
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    except ValueError:
        raise Unreadable("it is not valid JSON") from None
    return value


def _integer(digits: str) -> int | None:
    return int(digits) if len(digits) < 300 else None


def _word(value: object) -> str | None:
    if isinstance(value, str):
        return one_line(value) or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def web_address(value: object) -> str | None:
    """An http(s) URL without control characters, else None."""
    if not isinstance(value, str) or len(value) > 4000:
        return None
    value = value.strip()
    return value if value.lower().startswith(("http://", "https://")) and value.isprintable() and " " not in value else None


def day(value: object) -> date | None:
    """The day of a date as ISO 8601 or RFC 5322 writes it, else None. The day is that of the writer's own time zone."""
    if not isinstance(value, str):
        return None
    value = value.strip()
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        pass
    try:
        parts = parsedate(value[:100])
        return date(*parts[:3]) if parts else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
