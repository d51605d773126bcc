"""What a system answered, in one shape for all of them: points that a reader reads, each with what it cites."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import ValidationError

from summarizer.article import Article
from summarizer.brief import Brief, Citation, Statement
from summarizer.errors import UsageError
from summarizer.stages.evidence.align import PREFACE_LINE
from summarizer.stages.text.segment import segment
from summarizer.value import Value

Part = Literal["headline", "statement", "figure", "quote", "conflict", "side", "gap"]
"""headline, conflict (its question and reading) and gap are the brief's own words and are not checked; all others must cite."""
CITING: tuple[Part, ...] = ("statement", "figure", "quote", "side")


class Cite(Value):
    """What a point rests on: an article, and its characters `[start, end)` where the system gave them.

    `article` is "" for a mark that stands for no article that was given ("[17]" of 5); `mark` is the mark as written.
    """

    article: str
    start: int | None = None
    end: int | None = None
    quote: str = ""
    mark: str = ""


class Point(Value):
    """One sentence, bullet or line that a reader reads. `of` names the conflict that a side or its reading belongs to, and `kind` its kind.

    `claim` is what the checks hold against the citations where that is not the text as shown: a quotation's own words, a figure's value;
    `by` who is shown as saying it.
    """

    text: str
    part: Part = "statement"
    cites: tuple[Cite, ...] = ()
    of: str = ""
    kind: str = ""
    claim: str = ""
    by: str = ""


class Answer(Value):
    """What came of asking a system once. Tokens and cost are None where the system does not say; seconds are wall time."""

    points: tuple[Point, ...]
    shape: Literal["brief", "text"]
    raw: str
    seconds: float | None = None
    tokens_in: int | None = None
    tokens_out: int | None = None
    cost_usd: float | None = None

    @property
    def text(self) -> str:
        """Everything a reader reads, one point a line, without marks."""
        return "\n".join(point.text for point in self.points)

    @property
    def citing(self) -> tuple[Point, ...]:
        """The points that must cite."""
        return tuple(point for point in self.points if point.part in CITING)


def answer_of_brief(brief: Brief) -> Answer:
    """A brief as an answer: what it shows before its sources, each thing once, in reading order."""
    points = [_point(statement) for statement in (*brief.bottom_line, *(change.statement for change in brief.changes))]
    for story in brief.stories:
        points.append(Point(text=story.headline, part="headline"))
        points += [_point(statement) for statement in (*story.bottom_line, *story.key_points)]
        points += [_point(event.statement) for event in story.timeline]
        for figure in story.figures:
            for value in figure.values:
                shown = f"{figure.measure}: {value.value} {value.unit}" + (f" ({value.as_of})" if value.as_of else "")
                points.append(Point(text=shown, part="figure", cites=_cites(value.citations), claim=value.value))
        points += [
            Point(text=f"{q.speaker}: “{q.text}”", part="quote", cites=_cites((q.citation,)), claim=f"“{q.text}”", by=q.speaker)
            for q in story.quotes
        ]
        for number, conflict in enumerate(story.conflicts, 1):
            of = f"{story.id}.{number}"
            rests = tuple(c for side in conflict.sides for c in _cites(side.statement.citations))
            points.append(Point(text=f"{conflict.question} {conflict.reading}", part="conflict", of=of, kind=conflict.kind, cites=rests))
            points += [_point(side.statement, "side", of, conflict.kind) for side in conflict.sides]
        points += [Point(text=gap, part="gap") for gap in story.gaps]
    run = brief.run
    return Answer(
        points=tuple(_once(points)), shape="brief", raw=brief.model_dump_json(), seconds=run.seconds,
        tokens_in=run.tokens_in, tokens_out=run.tokens_out, cost_usd=0.0 if run.engine == "extractive" else run.cost_usd,
    )  # fmt: skip


def answer_of_text(text: str, articles: Sequence[Article]) -> Answer:
    """Plain text or Markdown as an answer: a point a sentence. "[2]", "[2, 5]" and "[2][5]" cite the articles by number from 1, in the
    order given; marks may stand inside the sentence, or behind it."""
    ids = [article.id for article in articles]
    points: list[Point] = []
    for line in text.splitlines():
        if heading := _HEADING.match(line):
            points.append(Point(text=_MARK.sub("", heading["a"] or heading["b"]).strip(" #*"), part="headline"))
            continue
        for words, numbers in _marked_sentences(_BULLET.sub("", line)):
            cites = tuple(_numbered(number, ids) for number in numbers)
            if re.search(r"\w", words) and not PREFACE_LINE.match(words):
                points.append(Point(text=words, cites=cites))
            elif points and cites:  # a mark that stands alone belongs to the sentence before it
                points[-1] = points[-1].model_copy(update={"cites": (*points[-1].cites, *cites)})
    return Answer(points=tuple(points), shape="text", raw=text)


def answer_of_output(output: str, articles: Sequence[Article]) -> Answer:
    """What a program printed: the JSON of a brief, JSON with "text" (and "seconds", "tokens_in", "tokens_out", "cost_usd"), or plain text.

    Raises UsageError for a brief that breaks its schema, and for an answer without a word.
    """
    answer = _from_json(output, articles) if output.lstrip().startswith("{") else None
    answer = answer or answer_of_text(output, articles)
    if not answer.points:
        raise UsageError("the system printed nothing that can be read")
    return answer


def reread(answer: Answer, articles: Sequence[Article]) -> Answer:
    """A recorded text read again, as this version reads it; what it took is kept. A brief is what it was."""
    if answer.shape != "text" or not answer.raw:
        return answer
    kept = {"seconds": answer.seconds, "tokens_in": answer.tokens_in, "tokens_out": answer.tokens_out, "cost_usd": answer.cost_usd}
    return answer_of_output(answer.raw, articles).model_copy(update=kept)


def _from_json(output: str, articles: Sequence[Article]) -> Answer | None:
    try:
        found = json.loads(output)
    except ValueError:
        return None
    if not isinstance(found, dict):
        return None
    if "schema_version" in found:
        try:
            return answer_of_brief(Brief.model_validate(found))
        except ValidationError as error:
            first = error.errors()[0]
            raise UsageError(f"the brief breaks its schema at {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    text = found.get("text")
    if not isinstance(text, str):
        raise UsageError('the JSON is neither a brief nor an object with "text"')
    told = {name: found.get(name) for name in ("seconds", "tokens_in", "tokens_out", "cost_usd")}
    return Answer.model_validate(
        {**answer_of_text(text, articles).model_dump(), **{k: v for k, v in told.items() if isinstance(v, int | float)}, "raw": output}
    )


def _point(statement: Statement, part: Part = "statement", of: str = "", kind: str = "") -> Point:
    text = statement.text
    if statement.attributed_to and statement.attributed_to.casefold() not in text.casefold():
        text = f"{statement.attributed_to}: {text}"
    by = statement.attributed_to or ""
    return Point(text=text, part=part, cites=_cites(statement.citations), of=of, kind=kind, claim=statement.text if by else "", by=by)


def _cites(citations: Iterable[Citation]) -> tuple[Cite, ...]:
    return tuple(Cite(article=c.source, start=c.start, end=c.end, quote=c.quote) for c in citations)


def _once(points: Sequence[Point]) -> list[Point]:
    """A statement shown in two places (at the top and in its story) is read twice but counts once."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for point in points:
        if (point.text, point.of) not in seen:
            seen.add((point.text, point.of))
            kept.append(point)
    return kept


_MARK = re.compile(r"\s*\[\s*(\d{1,6}(?:\s*[,;]\s*\d{1,6})*)\s*\]")
_HEAD = re.compile(
    r"[\s*_]*(?:(?:article|source|document)s?\s*)?(?:\[\s*\d{1,6}(?:\s*[,;]\s*\d{1,6})*\s*\]\s*)+[\s*_]*[:–—-]?[\s*_]*", re.IGNORECASE
)
_HEADING = re.compile(r"\s*(?:#{1,6}\s+(?P<a>.+)|\*\*(?P<b>[^*]+[^*.!?])\*\*:?\s*)$")
_BULLET = re.compile(r"^\s*(?:[-*•–]\s+|\d{1,3}[.)]\s+|>\s*)+")
_MARKED = re.compile(r"(\*\*|__|`)(.+?)\1")


def _marked_sentences(line: str) -> list[tuple[str, list[int]]]:
    """The sentences of a line, without marks, each with the numbers that stand in it or right behind it. Marks at the head of a line (of a
    bullet: "[2] The …", "**Article [2]**: The …") belong to all of it, and so do those at its end where none stand between."""
    head = _HEAD.match(line)
    all_of_it = [int(number) for number in re.findall(r"\d+", head[0])] if head else []
    line = line[head.end() :] if head else line
    bare: list[str] = []
    at: list[tuple[int, list[int]]] = []  # a mark belongs to the character before it
    end = length = 0
    for mark in _MARK.finditer(line):
        bare.append(line[end : mark.start()])
        length += mark.start() - end
        at.append((length - 1, [int(number) for number in re.split(r"\s*[,;]\s*", mark[1])]))
        end = mark.end()
    bare.append(line[end:])
    sentences = segment(Article(id="line", text="".join(bare), sha256=""))
    found: list[tuple[str, list[int]]] = [(" ".join(_MARKED.sub(r"\2", s.text).split()), [*all_of_it]) for s in sentences]
    if at and found and all(place >= sentences[-1].end - 1 for place, _ in at):
        every = [number for _, numbers in at for number in numbers]
        return [(text, [*all_of_it, *every]) for text, _ in found]
    for place, numbers in at:
        before = [n for n, sentence in enumerate(sentences) if sentence.start <= place]
        if before:
            found[before[-1]][1].extend(numbers)
        elif found:
            found[0][1].extend(numbers)
        else:
            found.append(("", numbers))
    return found or ([("", all_of_it)] if all_of_it else [])


def _numbered(number: int, ids: Sequence[str]) -> Cite:
    return Cite(article=ids[number - 1] if 0 < number <= len(ids) else "", mark=f"[{number}]")
