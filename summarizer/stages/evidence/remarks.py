"""The sentences of a text written by any tool or person: Markdown taken away, citation marks read and resolved."""

import re
from collections.abc import Sequence
from datetime import date

from summarizer.article import Article
from summarizer.stages.evidence.align import PREFACE_LINE
from summarizer.stages.text.segment import segment
from summarizer.stages.text.wording import wording
from summarizer.value import Value

_NUMBERS = r"\d{1,3}(?:\s*(?:,|;|–|-|and|&)\s*\d{1,3})*"
_BRACKET = rf"\[\^?({_NUMBERS})\]"
_LENS = r"【(\d{1,3})[^】\n]{0,40}】"
_NAMED = rf"[(\[](?:sources?|articles?|docs?|documents?|refs?)\.?\s*:?\s*#?({_NUMBERS})[)\]]"
_MARK = re.compile(rf"{_BRACKET}|{_LENS}|{_NAMED}", re.IGNORECASE)
_STOP = re.compile(r"[.!?][\"”’)]*(?=\s*[\[【(])")
_BULLET = re.compile(r"^\s*(?:>\s*)*(?:[-*+•–—▪◦]|\d{1,3}[.)])\s+")
_HEADING = re.compile(r"^\s*#{1,6}\s|^\s*(?:\*\*|__)[^*_]{1,80}(?:\*\*|__):?\s*$|^\s*[=-]{3,}\s*$")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\[\](){}*_`#+\-.!|>~$\\])")
_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_LIST_OF_SOURCES = re.compile(r"^\W*(?:sources|references|bibliography|citations|works cited|notes)\W*$", re.IGNORECASE)
_ENTRY = re.compile(r"^\s*(?:[-*•]\s*)?\[?\^?(\d{1,3})[\].:)]+\s*(.+)$")


class Remark(Value):
    """One sentence without its marks, ISO dates in words. `cites` are ids of articles its marks name; `unresolved` marks that name none."""

    text: str
    cites: tuple[str, ...] = ()
    unresolved: tuple[str, ...] = ()


def remarks(text: str, articles: Sequence[Article]) -> tuple[Remark, ...]:
    """The sentences that say something, in order. A mark names an article by its place in `articles`, from 1, or by the entry of a list of
    sources at the end that gives an article's address or title. Headings, lists of sources and prefaces are left out."""
    body, listed = _without_sources(text, articles)
    named = {number: article.id for number, article in enumerate(articles, 1)} | listed
    found = []
    for block in _blocks(body):
        for sentence in segment(Article(id="text", text=block, sha256="")):
            bare = _MARK.sub("", sentence.text)
            bare = re.sub(r"\s+([.,;:!?])", r"\1", re.sub(r"\s{2,}", " ", bare)).strip()
            bare = _ISO_DAY.sub(_in_words, bare)
            if PREFACE_LINE.match(bare) or not any(token.kind != "function" for token in wording(bare)):
                continue
            numbers = [number for match in _MARK.finditer(sentence.text) for number in _numbers(match)]
            cites = tuple(dict.fromkeys(named[number] for number in numbers if number in named))
            found.append(
                Remark(text=bare, cites=cites, unresolved=tuple(f"[{number}]" for number in dict.fromkeys(numbers) if number not in named))
            )
    return tuple(found)


def _in_words(day: re.Match[str]) -> str:
    """ "2031-05-03" is "3 May 2031", which the checks read as a date."""
    try:
        found = date.fromisoformat(day.group())
    except ValueError:
        return day.group()
    return f"{found.day} {found:%B} {found.year}"


def _blocks(text: str) -> list[str]:
    """Paragraphs and items as plain text, marks moved before the stop they follow."""
    blocks: list[str] = []
    joined: list[str] = []
    for line in [*text.splitlines(), ""]:
        heading = bool(_HEADING.match(line))
        item = bool(_BULLET.match(line))
        if joined and (heading or item or not line.strip()):
            blocks.append(" ".join(joined))
            joined = []
        if not heading and line.strip():
            joined.append(_plain(_BULLET.sub("", line)))
    return [_marks_before_stop(block) for block in blocks]


def _marks_before_stop(block: str) -> str:
    """ "It fell. [1][2] Then" becomes "It fell [1][2]. Then": a mark after the stop belongs to the sentence before it."""
    parts: list[str] = []
    at = 0
    while stop := _STOP.search(block, at):
        end = stop.end()
        while mark := _MARK.match(block, end + len(block[end:]) - len(block[end:].lstrip())):
            end = mark.end()
        marks = block[stop.end() : end].strip()
        parts.append(block[at : stop.start()] + (f" {marks}" if marks else "") + stop.group())
        at = end
    return "".join(parts) + block[at:]


def _plain(line: str) -> str:
    line = _ESCAPED.sub(r"\1", _LINK.sub(r"\1", line.strip()))
    if line.startswith("|") and line.endswith("|"):
        line = ", ".join(cell.strip() for cell in line.strip("|").split("|") if cell.strip(" :-"))
    return _EMPHASIS.sub(r"\2", line)


def _without_sources(text: str, articles: Sequence[Article]) -> tuple[str, dict[int, str]]:
    """The text before its list of sources, and which article each entry of the list names."""
    lines = text.splitlines()
    at = next((i for i in range(len(lines) - 1, -1, -1) if _LIST_OF_SOURCES.match(lines[i])), None)
    if at is None or not any(_ENTRY.match(line) for line in lines[at + 1 :]):
        return text, {}
    listed: dict[int, str] = {}
    for line in lines[at + 1 :]:
        entry = _ENTRY.match(line)
        if entry is None:
            continue
        words = _ESCAPED.sub(r"\1", entry[2]).casefold()
        for article in articles:
            name = article.path.replace("\\", "/").rsplit("/", 1)[-1] if article.path else None
            if any(known and known.casefold() in words for known in (article.url, article.title, name)):
                listed[int(entry[1])] = article.id
                break
    return "\n".join(lines[:at]), listed


def _numbers(match: re.Match[str]) -> list[int]:
    """The numbers of a mark, ranges counted out."""
    given = next(group for group in match.groups() if group)
    numbers: list[int] = []
    for part in re.split(r",|;|and|&", given):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        numbers += range(ends[0], min(ends[-1], ends[0] + 50) + 1) if len(ends) == 2 else ends
    return numbers
