"""What do the first lines of a plain text say of it: its headline, and the paper it stood in?"""

import re
from collections.abc import Sequence

from summarizer.article import Aside
from summarizer.stages.dating.datelines import days_named
from summarizer.stages.text.paragraphs import paragraphs
from summarizer.value import Value

_LINES = 10  # the header is no longer
_LONGEST = 160  # code points of a headline
_PROSE = 12  # words: a longer line that ends like a sentence is the story
_ENDS = re.compile(r"[.:;,…][\"”’»)\]]*$")
_NAME_WORD = re.compile(r"(?:[A-ZÄÖÜÉ][\w’'-]*|of|the|and|für|der|die|das|de|la|le|du|&|on|in)\W*$")
_BYLINE = re.compile(
    r"^(?:by|von|par|por|from (?:our|the)|report by|story by|text)\b|\b(?:correspondent|reporter|editors?|bureau|staff writer)\b",
    re.IGNORECASE,
)
_KICKER = re.compile(r"^[A-ZÄÖÜÉ &/-]{2,24}$")
_PARTING = re.compile(r"\s+[|·•–—-]\s+|,\s+|\s*[|·•/>]\s*")
_WIRE = re.compile(r"^[A-ZÄÖÜÉ][^()\n]{2,60}\((?P<agency>[A-ZÄÖÜÉ][\w .&’'-]{1,40})\)\s*[-–—]")
_NOT_A_PAPER = re.compile(
    r"\b(?:today|updated|published|archive|edition|page|weather|week|log in|mon|tue|wed|thu|fri|sat|sun)\w*\b|\d", re.IGNORECASE
)


class Headline(Value):
    """The headline and the publisher that a text's first lines give; None where they do not."""

    title: str | None = None
    publisher: str | None = None


def headline_of(text: str, asides: Sequence[Aside] = ()) -> Headline:
    """Reads the lines before the first paragraph of prose. Advertising among them is skipped."""
    sold = {aside.start for aside in asides if aside.reason in ("advertising", "instruction")}
    lines: list[str] = []
    first = ""
    for start, end, _ in paragraphs(text[:4000])[:_LINES]:
        line = text[start:end].lstrip("# ").strip()
        if len(line.split()) > _PROSE and (_ENDS.search(line) or len(line) > _LONGEST):
            first = line
            break
        if start not in sold:
            lines.append(line)
    publisher = _masthead(lines) or _agency(first)
    title = next((line for line in lines if _is_headline(line, publisher)), None)
    return Headline(title=title, publisher=publisher)


def _masthead(lines: Sequence[str]) -> str | None:
    """The paper's name: beside the date, on its line or on the line before or after it."""
    for index, line in enumerate(lines):
        dates = days_named(line)
        if not dates:
            continue
        own = _PARTING.split(line[: dates[0].start].strip(" ,|·•–—-(") or line[dates[-1].end :].strip(" ,|·•–—-"))
        for name in own:
            if _is_paper(name):
                return name
        for other in (index - 1, index + 1):
            if 0 <= other < len(lines) and len(lines) > 2:
                name = _PARTING.split(lines[other])[0]
                if _is_paper(name) and not (other == 0 and not _others(lines, other)):
                    return name
    return None


def _others(lines: Sequence[str], taken: int) -> bool:
    """Whether another line could be the headline."""
    return any(index != taken and _is_headline(line, lines[taken]) for index, line in enumerate(lines))


def _is_paper(name: str) -> bool:
    words = name.split()
    if not 1 < len(words) <= 5 or _NOT_A_PAPER.search(name) or _BYLINE.search(name) or _ENDS.search(name) or name[-1:] in "?!":
        return False
    return all(_NAME_WORD.match(word) for word in words) and words[0][0].isupper()


def _agency(first: str) -> str | None:
    found = _WIRE.match(first)
    return found["agency"].strip() if found else None


def _is_headline(line: str, publisher: str | None) -> bool:
    words = line.split()
    if not 2 <= len(words) <= 30 or len(line) > _LONGEST or _ENDS.search(line) or _BYLINE.search(line) or _KICKER.match(line):
        return False
    if (publisher and (line == publisher or line.startswith(publisher))) or days_named(line):
        return False
    return any(word[:1].isalpha() for word in words) and ("|" not in line and " > " not in line)
