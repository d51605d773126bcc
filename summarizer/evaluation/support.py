"""Is each point of an answer supported by what it cites? The same checks for every system, whoever wrote the answer."""

import math
from collections.abc import Sequence

from summarizer.evaluation import keys
from summarizer.evaluation.answer import CITING, Answer, Cite, Part, Point
from summarizer.evaluation.shelf import Shelf
from summarizer.protocols import Entailment, Pair
from summarizer.stages.checks import Cited
from summarizer.stages.checks.check import ENTAILED, check, judge
from summarizer.stages.choosing.standalone import without_names_put_in
from summarizer.value import Value


class Checked(Value):
    """What was found for the `point`-th point of an answer. `supported` by what it cites, `grounded` in any article; None where nobody
    could say."""

    point: int
    supported: bool | None
    grounded: bool | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()


class _Question(Value):
    """A point's claim and the sentences it is held against: cited ones, or (`searched`) those found in articles that are cited as a
    whole, or in all of them; `premise` is the text that should say it."""

    point: int
    claim: str
    by: str
    part: Part
    cited: tuple[Cited, ...]
    searched: bool
    premise: str


async def check_answer(answer: Answer, shelf: Shelf, entailment: Entailment) -> tuple[Checked, ...]:
    """The points that must cite, each against its citations, and against all articles where those do not support it."""
    places = [n for n, point in enumerate(answer.points) if point.part in CITING]
    troubles: dict[int, list[str]] = {}
    asked: list[_Question] = []
    for n in places:
        question, troubles[n] = _question(n, answer.points[n], shelf)
        if question is not None:
            asked.append(question)
    found = await _ask(asked, entailment)
    lost = [n for n in places if n not in found or not found[n].supported]
    elsewhere = await _ask([_anywhere(n, answer.points[n], shelf) for n in lost], entailment)
    return tuple(_checked(n, found.get(n), elsewhere.get(n), troubles[n]) for n in places)


def _checked(n: int, found: Checked | None, elsewhere: Checked | None, troubles: Sequence[str]) -> Checked:
    if found is None:
        found = Checked(point=n, supported=False, score=0.0)
    grounded = True if found.supported else elsewhere.supported if elsewhere else False
    reasons = [*troubles, *(() if found.supported else found.reasons)]
    if not found.supported and grounded:
        reasons.append("other sentences of the articles do support it")
    return found.model_copy(update={"grounded": grounded, "reasons": tuple(reasons)})


def _question(n: int, point: Point, shelf: Shelf) -> tuple[_Question | None, list[str]]:
    """What to ask about a point, and what is wrong with its citations."""
    troubles: list[str] = []
    cited: list[Cited] = []
    whole: list[str] = []
    for cite in point.cites:
        if trouble := _broken(cite, shelf):
            troubles.append(trouble)
        elif cite.start is None or cite.end is None:
            whole.append(cite.article)
        else:
            cited += shelf.span(cite.article, cite.start, cite.end)
    if not point.cites:
        troubles.append("cites nothing")
    premise = [each.sentence.text for each in dict.fromkeys(cited)]
    if whole:
        cited += shelf.bearing(point.text, frozenset(whole))
        premise += [article.text for name in dict.fromkeys(whole) if (article := shelf.article(name))]
    if not cited:
        if whole:
            troubles.append("the cited article holds no sentence like it")
        return None, troubles
    return _asking(n, point, cited, premise, searched=bool(whole)), troubles


def _asking(n: int, point: Point, cited: Sequence[Cited], premise: Sequence[str], *, searched: bool) -> _Question:
    separator = "\n\n" if searched else " "
    return _Question(
        point=n, claim=point.claim or point.text, by=point.by, part=point.part, cited=tuple(dict.fromkeys(cited)), searched=searched,
        premise=separator.join(premise),
    )  # fmt: skip


def _broken(cite: Cite, shelf: Shelf) -> str:
    """Why a citation leads nowhere, or ""."""
    article = shelf.article(cite.article)
    if article is None:
        return f"the citation {cite.mark or cite.article or '?'} is none of the {len(shelf.articles)} articles"
    if cite.start is not None and cite.end is not None and article.text[cite.start : cite.end] != cite.quote:
        return f"the quotation “{cite.quote[:60]}” does not stand at characters {cite.start}–{cite.end} of its article"
    return ""


def _anywhere(n: int, point: Point, shelf: Shelf) -> _Question:
    found = shelf.bearing(point.claim or point.text)
    return _asking(n, point, found, [each.sentence.text for each in found], searched=True)


async def _ask(questions: Sequence[_Question], entailment: Entailment) -> dict[int, Checked]:
    """Figures and quotations keep their source's words and are held against them letter by letter; the rest is asked of the judge."""
    asked = [question for question in questions if question.part not in _VERBATIM]
    pairs = [Pair(premise=question.premise, claim=without_names_put_in(question.claim)) for question in asked]
    scores = await entailment.score(pairs) if pairs else ()
    found = {question.point: _verdict(question, score) for question, score in zip(asked, scores, strict=True)}
    return found | {question.point: _verbatim(question) for question in questions if question.part in _VERBATIM}


def _verdict(question: _Question, score: float) -> Checked:
    entailed = None if math.isnan(score) else score
    if question.searched:
        return _searched(question, entailed)
    verdict = judge(str(question.point), question.claim, question.cited, entailed=entailed, attributed_to=question.by or None)
    unknown = entailed is None and verdict.supported
    return Checked(
        point=question.point,
        supported=None if unknown else verdict.supported,
        score=None if entailed is None else verdict.score,
        reasons=("the judge could not tell",) if unknown else verdict.reasons,
    )


def _searched(question: _Question, entailed: float | None) -> Checked:
    """Where sentences were searched for, not cited, only what contradicts them counts beside the score: the rest may stand in others."""
    results = check(question.claim, question.cited, attributed_to=question.by or None)
    reasons = [result.reason for result in results if result.outcome == "fail" and result.name in _CONTRADICTS]
    if entailed is None:
        supported = False if reasons else None
        return Checked(point=question.point, supported=supported, reasons=tuple(reasons) or ("the judge could not tell",))
    score = entailed / 2 if reasons else entailed
    if entailed < ENTAILED:
        reasons.append("says more than the articles, or something else")
    return Checked(point=question.point, supported=not reasons, score=score, reasons=tuple(reasons))


def _verbatim(question: _Question) -> Checked:
    """A figure's value stands in what it cites; a quotation does, and its speaker says it there."""
    if question.part == "figure":
        held = any(keys.holds(each.sentence.text, question.claim) for each in question.cited)
        reasons: tuple[str, ...] = () if held else (f"gives {question.claim}, which is not in the cited text",)
    else:
        results = check(question.claim, question.cited, attributed_to=question.by or None)
        reasons = tuple(result.reason for result in results if result.name in _OF_QUOTES and result.outcome == "fail")
    return Checked(point=question.point, supported=not reasons, score=float(not reasons), reasons=reasons)


_CONTRADICTS = frozenset(("numbers", "negation", "direction", "quotation", "roles"))
_VERBATIM = ("figure", "quote")
_OF_QUOTES = ("citation", "quotation", "attribution")
