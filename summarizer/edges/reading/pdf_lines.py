"""Printed lines to paragraphs: words divided at line ends put together, running heads and page numbers left out."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import NamedTuple


class Line(NamedTuple):
    """One printed line: its text, where its first character stands (points from the lower left corner) and that character's font size."""

    text: str
    x: float
    y: float
    size: float


_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"^\W*(?:page|seite|p\.)?\s*\d{1,4}\s*(?:(?:of|von|/|de)\s*\d{1,4})?\W*$", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…:;。！？][\"”’»)\]]*$")
_ITEM = re.compile(r"^(?:[•●▪‣◦–-]|\d{1,2}[.)])\s")
_DIVIDED = re.compile(r"[^\W\d_]-$|\u00ad$")


def joined(pages: list[list[Line]]) -> str:
    """The paragraphs of a document, separated by empty lines; a paragraph may run over a page."""
    repeated = _running(pages)
    lines = [
        line
        for page in pages
        for index, line in enumerate(page)
        if not (_at_edge(index, page) and (_PAGE_NUMBER.match(line.text) or _key(line) in repeated))
    ]
    words = Counter(word.lower() for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", line.text))
    widths = [len(line.text) for line in lines if len(line.text) > 20]
    usual = float(sorted(widths)[int(len(widths) * 0.75)]) if widths else 0.0
    steps = [a.y - b.y for a, b in pairwise(lines) if 0 < a.y - b.y < 4 * max(a.size, 1)]
    step = median(steps) if steps else 0.0
    paragraphs: list[str] = []
    before: Line | None = None
    for line in lines:
        if before is None or _begins(before, line, usual, step):
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = _append(paragraphs[-1], line.text, words)
        before = line
    return "\n\n".join(paragraph.replace("\u00ad", "") for paragraph in paragraphs)


def _running(pages: list[list[Line]]) -> set[str]:
    """What stands at the top or bottom of many pages, but for its numbers."""
    if len(pages) < 3:
        return set()
    counts = Counter(
        key
        for page in pages
        for key in {_key(line) for index, line in enumerate(page) if _at_edge(index, page) and not _ENDS.search(line.text)}
    )
    return {key for key, count in counts.items() if count >= max(3, 0.4 * len(pages))}


def _at_edge(index: int, page: list[Line]) -> bool:
    return index < 2 or index >= len(page) - 2


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.lower())


def _begins(before: Line, line: Line, usual: float, step: float) -> bool:
    """Whether `line` starts a paragraph."""
    if _ITEM.match(line.text) or abs(before.size - line.size) > 0.8:
        return True
    drop = before.y - line.y
    if drop > 0 and step and drop > 1.35 * step:
        return True
    ended = bool(_ENDS.search(before.text))
    short = len(before.text) < 0.75 * usual
    if short and (ended or (line.text[:1].isupper() and not _DIVIDED.search(before.text))):
        return True
    return ended and line.x - before.x > 0.8 * line.size and drop > 0  # first line indented


def _append(paragraph: str, line: str, words: Counter[str]) -> str:
    if not _DIVIDED.search(paragraph) or not line[:1].islower():
        return f"{paragraph}{'' if paragraph.endswith(chr(0xAD)) else ' '}{line}" if not paragraph.endswith("-") else paragraph + line
    head = re.search(r"[^\W\d_]+(?=[-\u00ad]$)", paragraph)
    tail = re.match(r"[^\W\d_]+", line)
    if head and tail and paragraph.endswith("-"):
        whole, hyphenated = (head[0] + tail[0]).lower(), f"{head[0]}-{tail[0]}".lower()
        if words[hyphenated] > words[whole]:
            return paragraph + line
    return paragraph[:-1] + line
