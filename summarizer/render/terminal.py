"""A brief as styled lines for a terminal. The command line prints them; this knows no terminal library."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal, NamedTuple

from summarizer.brief import Brief
from summarizer.render import safe
from summarizer.render.dates import when
from summarizer.render.page import Item, Mark, Page, Section, StoryPart, address, linked, page
from summarizer.render.receipt import counted

Style = Literal["", "title", "heading", "label", "mark", "dim", "warning"]
NARROWEST = 24
WIDEST = 100  # longer lines are hard to read
DATE_COLUMNS = 13  # "23 Mar 2026" and a gap
GLUE = "\u00a0"  # a space at which no line is broken
_UNIT = re.compile(r"(?<=\d) (?=s\b)")


class Part(NamedTuple):
    text: str
    style: Style = ""


class Line(NamedTuple):
    """One line that fits the width; `str(line)` is its text."""

    parts: tuple[Part, ...] = ()

    def __str__(self) -> str:
        return "".join(part.text for part in self.parts)


def lines(brief: Brief, width: int = 80) -> list[Line]:
    """The whole brief, wrapped to `width` columns (24 to 100)."""
    shown = page(brief)
    width = max(NARROWEST, min(width, WIDEST))
    told = [*wrapped([Part(safe.prose(shown.title), "title")], width), *wrapped([Part(safe.prose(shown.about), "dim")], width)]
    if shown.focus:
        told += wrapped([Part("Asked:", "label"), Part(" " + safe.prose(shown.focus))], width)
    for section in shown.opening:
        told += _section(section, width)
    for story in shown.stories:
        told += _story(story, width)
    for section in shown.closing:
        told += _section(section, width)
    return [*told, *_sources(shown, width), *_receipt(shown, width)]


def wrapped(parts: Sequence[Part], width: int, first: str = "", rest: str = "") -> list[Line]:
    """Breaks styled text at spaces into lines of at most `width` columns; `first` and `rest` are put before the first and the other lines.

    What follows a space-less border or GLUE stays with its word; a word wider than the line is broken. Text must be safe already.
    """
    made: list[list[Part]] = []
    line, used, empty = [Part(first)], columns(first), True
    for word in _words(parts, max(1, width - columns(rest))):
        wide = sum(columns(part.text) for part in word)
        if not empty and used + 1 + wide > width:
            made.append(line)
            line, used, empty = [Part(rest)], columns(rest), True
        line += word if empty else [Part(" " + word[0].text, word[0].style), *word[1:]]
        used, empty = used + wide + (not empty), False
    return [Line(_joined(parts)) for parts in [*made, line]]


def columns(text: str) -> int:
    """How many terminal columns the text takes."""
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(char) in "WF" else 0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else 1 for char in text
    )


def _words(parts: Sequence[Part], width: int) -> list[list[Part]]:
    """The words, each in its styled pieces and none wider than `width`."""
    words: list[list[Part]] = [[]]
    room = width
    for text, style in parts:
        for position, piece in enumerate(text.split(" ")):
            if position > 0:
                words.append([])
                room = width
            for char in _chunks(piece, room, width):
                wide = columns(char)
                if wide > room and words[-1]:
                    words.append([])
                    room = width
                words[-1].append(Part(char, style))
                room -= wide
    return [word for word in words if word]


def _chunks(text: str, room: int, width: int) -> list[str]:
    """Breaks text that does not fit: what fits into `room` columns first, then `width` columns each."""
    if columns(text) <= room or not text:
        return [text] if text else []
    chunks, chunk, used, limit = [], "", 0, room if columns(text) > width else width
    for char in text:
        wide = columns(char)
        if chunk and used + wide > limit:
            chunks.append(chunk)
            chunk, used, limit = "", 0, width
        chunk, used = chunk + char, used + wide
    return [*chunks, chunk]


def _joined(parts: list[Part]) -> tuple[Part, ...]:
    """Neighbours of one style become one part."""
    joined: list[Part] = []
    for part in parts:
        if joined and joined[-1].style == part.style:
            joined[-1] = Part(joined[-1].text + part.text, part.style)
        else:
            joined.append(part)
    return tuple(Part(part.text.replace(GLUE, " "), part.style) for part in joined)


def _story(story: StoryPart, width: int) -> list[Line]:
    told: list[Line] = []
    if story.headline:
        told += [Line(), *wrapped([Part(safe.prose(story.headline), "title")], width)]
    if story.about:
        told += wrapped([Part(safe.prose(story.about), "dim")], width)
    for section in story.sections:
        told += _section(section, width)
    return told


def _section(section: Section, width: int) -> list[Line]:
    told = [Line(), *wrapped([Part(section.title.upper(), "heading")], width)]
    for item in section.items:
        if section.kind == "bottom_line":
            told += _item(item, width, "  ", "  ")
        elif section.kind == "timeline":
            told += _item(item._replace(label=""), width, f"  {safe.prose(item.label):<{DATE_COLUMNS}}", " " * (DATE_COLUMNS + 2))
        else:
            told += _item(item, width, "  • ", "    ")
    return told


def _item(item: Item, width: int, first: str, rest: str) -> list[Line]:
    parts = []
    if item.label:
        parts.append(Part(safe.prose(item.label) + (":" if item.text else ""), "label"))
    parts.append(Part((" " if item.label else "") + safe.prose(item.text)))
    parts += _marks(item.marks)
    if item.note:
        parts.append(Part(f" ({safe.prose(item.note)})", "dim"))
    told = wrapped(parts, width, first, rest)
    for child in item.children:
        told += _item(child, width, rest + "- ", rest + "  ")
    return told


def _marks(marks: tuple[Mark, ...]) -> list[Part]:
    return [Part((GLUE if position == 0 else "") + f"[{mark.number}]", "mark") for position, mark in enumerate(marks)]


def _sources(shown: Page, width: int) -> list[Line]:
    if not shown.cited and not shown.uncited:
        return []
    told = [Line(), Line((Part("SOURCES", "heading"),))]
    wide = len(str(len(shown.cited))) + 2
    for found in shown.cited:
        source = found.source
        day = when(source.published.isoformat()).replace(" ", GLUE) if source.published else "no date"
        names = ", ".join(filter(None, [safe.prose(source.publisher or ""), day]))
        times = counted(found.statements, "statement").replace(" ", GLUE)
        first = f"  {f'[{found.number}]':>{wide}} "
        told += wrapped([Part(safe.prose(source.title)), Part(f" — {names} ·{GLUE}{times}", "dim")], width, first, " " * len(first))
        if where := safe.href(linked(source)) or safe.prose(address(source)):
            told += wrapped([Part(where, "dim")], width, " " * len(first), " " * len(first))
    for row in shown.uncited:
        first = "  " + "–".rjust(wide) + " "
        names = "; ".join(safe.prose(name) for name in row.names)
        more = f" and {row.more:,} more" if row.more else ""
        told += wrapped([Part(f"{names}{more} — {safe.prose(row.reason)}", "dim")], width, first, " " * len(first))
    return told


def _receipt(shown: Page, width: int) -> list[Line]:
    told = [Line()]
    for line in shown.receipt:
        told += wrapped([Part(_UNIT.sub(GLUE, safe.prose(line)), "dim")], width)
    for warning in shown.warnings:
        told += wrapped([Part("! " + safe.prose(warning), "warning")], width, "", "  ")
    return told
