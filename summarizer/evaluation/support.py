"""Is each point of an answer supported by what it cites? The same checks for every system, whoever wrote the answer."""

import math
from collections.abc import Sequence

from summarizer.evaluation.answer import Answer, Cite, Point
from summarizer.evaluation.shelf import Shelf
from summarizer.protocols import Entailment, Pair
from summarizer.stages.check import judge
from summarizer.stages.checks import Cited
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
    """A point, the cited sentences it is held against and the text that should say it."""

    point: int
    text: str
    cited: tuple[Cited, ...]
    premise: str


async def check_answer(answer: Answer, shelf: Shelf, entailment: Entailment) -> tuple[Checked, ...]:
    """The points that must cite, each against its citations, and against all articles where those do not support it."""
    places = [n for n, point in enumerate(answer.points) if point in answer.citing]
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
    if not found.supported and grounded and not troubles:
        reasons.append("other sentences of the articles do support it")
    return found.model_copy(update={"grounded": grounded, "reasons": tuple(reasons)})


def _question(n: int, point: Point, shelf: Shelf) -> tuple[_Question | None, list[str]]:
    """What to ask about a point, and what is wrong with its citations."""
    troubles: list[str] = []
    cited: list[Cited] = []
    premises: list[str] = []
    whole: list[str] = []
    for cite in point.cites:
        if trouble := _broken(cite, shelf):
            troubles.append(trouble)
        elif cite.start is None or cite.end is None:
            whole.append(cite.article)
        else:
            cited += shelf.span(cite.article, cite.start, cite.end)
            premises.append(cite.quote)
    if not point.cites:
        troubles.append("cites nothing")
    cited += shelf.nearest(point.text, whole)
    premises += [article.text for name in dict.fromkeys(whole) if (article := shelf.article(name))]
    if not cited:
        if whole:
            troubles.append("the cited article holds no sentence like it")
        return None, troubles
    return _Question(point=n, text=point.text, cited=tuple(dict.fromkeys(cited)), premise="\n".join(premises)), troubles


def _broken(cite: Cite, shelf: Shelf) -> str:
    """Why a citation leads nowhere, or ""."""
    article = shelf.article(cite.article)
    if article is None:
        return f"the citation {cite.mark or cite.article or '?'} is none of the {len(shelf.articles)} articles"
    if cite.start is not None and cite.end is not None and article.text[cite.start : cite.end] != cite.quote:
        return f"the quotation “{cite.quote[:60]}” does not stand at characters {cite.start}–{cite.end} of its article"
    return ""


def _anywhere(n: int, point: Point, shelf: Shelf) -> _Question:
    cited = shelf.nearest(point.text, [article.id for article in shelf.articles], most=2)
    return _Question(point=n, text=point.text, cited=cited, premise="\n".join(each.sentence.text for each in cited))


async def _ask(questions: Sequence[_Question], entailment: Entailment) -> dict[int, Checked]:
    pairs = [Pair(premise=question.premise, claim=question.text) for question in questions]
    scores = await entailment.score(pairs) if pairs else ()
    return {question.point: _verdict(question, score) for question, score in zip(questions, scores, strict=True)}


def _verdict(question: _Question, score: float) -> Checked:
    verdict = judge(str(question.point), question.text, question.cited, entailed=None if math.isnan(score) else score)
    unknown = math.isnan(score) and verdict.supported
    return Checked(
        point=question.point,
        supported=None if unknown else verdict.supported,
        score=None if math.isnan(score) else verdict.score,
        reasons=("the judge could not tell",) if unknown else verdict.reasons,
    )
