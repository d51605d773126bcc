"""Where does one paragraph end and the next begin?

Most readers hand over one paragraph a line; plain text may be wrapped by hand at 70 to 80 columns instead. A line break inside wrapped
text is white space; everywhere else it is a border.
"""

import re
from itertools import pairwise
from typing import Literal, NamedTuple

Role = Literal["prose", "heading", "item"]

_ITEM = re.compile(r"\s*(?:[-*+•‣◦▪·–—]\s+|\(?\d{1,2}[.)]\s+(?!\w+\s+\d{4})|\(?[a-z]\)\s+)(?=\S)")
_HASHES = re.compile(r"\s*#{1,6}\s+\S")
_FINAL = re.compile(r"[.!?…:;,。！？।؟۔][\"'’”»)\]]*$")
_WIDEST_WRAP = 100  # code points: nobody wraps by hand wider than this
_NARROWEST_WRAP = 40
_LONGEST_HEADING = 110  # code points
_RAGGED = 12  # a wrapped line may stop this much before its width although the next word would have fitted


class Paragraph(NamedTuple):
    """`text[start:end]`, without surrounding white space."""

    start: int
    end: int
    role: Role


class _Line(NamedTuple):
    start: int
    end: int
    after_blank: bool


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text, in order; together they hold everything that is not white space."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    joined: list[list[int]] = []
    previous: _Line | None = None
    for line in lines:
        if previous is not None and _continues(text, previous, line, width):
            joined[-1][1] = line.end
        else:
            joined.append([line.start, line.end])
        previous = line
    alone = len(joined) == 1
    return [Paragraph(start, end, "prose" if alone else _role(text, start, end)) for start, end in joined]


def is_item(text: str, start: int, end: int) -> int:
    """The length of a list marker at the start of `text[start:end]`, 0 where there is none."""
    found = _ITEM.match(text, start, end)
    return found.end() - start if found else 0


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    at, blank = 0, False
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            start = at + raw.index(stripped[0])
            found.append(_Line(start, start + len(stripped), blank))
        blank = not stripped
        at += len(raw)
    return found


def _wrap_width(text: str, lines: list[_Line]) -> int:
    """The column at which the text is wrapped by hand, 0 where it is not."""
    inner = [here for here, after in pairwise(lines) if not after.after_blank]
    if not inner:
        return 0
    lengths = [line.end - line.start for line in lines]
    width = max(lengths)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    unfinished = sum(1 for line in inner if not _FINAL.search(text, max(line.start, line.end - 4), line.end))
    full = sum(1 for line in inner if line.end - line.start >= width - 2 * _RAGGED)
    # Lines that are paragraphs mostly end with a stop, and differ in length.
    return width if unfinished * 2 >= len(inner) and full * 10 >= len(inner) * 6 else 0


def _continues(text: str, previous: _Line, line: _Line, width: int) -> bool:
    """Is the break between two lines mere white space?"""
    if line.after_blank or is_item(text, line.start, line.end) or _HASHES.match(text, previous.start, previous.end):
        return False
    unfinished = not _FINAL.search(text, max(previous.start, previous.end - 4), previous.end)
    length = previous.end - previous.start
    if unfinished and text[line.start].islower() and length >= _NARROWEST_WRAP:
        return True
    if not width:
        return False
    first_word = text[line.start : min(line.end, line.start + width)].split(None, 1)[0]
    return length + 1 + len(first_word) > width - _RAGGED


def _role(text: str, start: int, end: int) -> Role:
    if is_item(text, start, end):
        return "item"
    if _HASHES.match(text, start, end):
        return "heading"
    if end - start > _LONGEST_HEADING or _FINAL.search(text, max(start, end - 4), end):
        return "prose"
    return "prose" if text[start].islower() else "heading"
