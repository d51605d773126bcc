"""The scores of an answer on a case: pure functions of what was asked, answered and judged. Each has a value or None, and always a
reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

from summarizer.evaluation.answer import Answer
from summarizer.evaluation.case import Case, Fact
from summarizer.evaluation.judges import Covered
from summarizer.evaluation.lexical import content
from summarizer.evaluation.shelf import Shelf
from summarizer.evaluation.support import Checked
from summarizer.value import Value


class Detail(Value):
    """One thing that a score looked at: a fact, a statement, a forbidden sentence. `value` 0..1 or None; `point`: where it was found."""

    id: str
    text: str
    value: float | None
    reason: str = ""
    point: int | None = None


class Score(Value):
    """A named score; `value` is None where it could not be given (unscored), and `reason` says why it is what it is."""

    name: str
    value: float | None
    reason: str
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True)
class Judged:
    """A case, a system's answer to it, and what the judges said of its facts and its points."""

    case: Case
    answer: Answer
    shelf: Shelf
    covered: tuple[Covered, ...]
    checked: tuple[Checked, ...]


def fact_recall(judged: Judged) -> Score:
    """The weight of the facts that are covered (in part: half) of the weight of all that could be judged."""
    name = "fact_recall"
    by_id = {covered.fact: covered for covered in judged.covered}
    facts = [(fact, by_id[fact.id]) for fact in judged.case.facts if fact.id in by_id]
    details = tuple(Detail(id=f.id, text=f.text, value=c.worth, reason=c.reason, point=c.point) for f, c in facts)
    known = [(fact.weight, covered.worth) for fact, covered in facts if covered.worth is not None]
    if not known:
        why = facts[0][1].reason if facts else "the case has no facts"
        return Score(name=name, value=None, reason=why, details=details)
    total = sum(weight for weight, _ in known)
    value = sum(weight * worth for weight, worth in known) / total
    unscored = (
        f"; {len(facts) - len(known)} unscored: {next(c.reason for _, c in facts if c.worth is None)}" if len(known) < len(facts) else ""
    )
    full = sum(worth == 1 for _, worth in known)
    return Score(
        name=name,
        value=value,
        reason=f"{full} of {len(known)} facts in full, {value * total:g} of weight {total:g}{unscored}",
        details=details,
    )


def faithfulness(judged: Judged) -> Score:
    """The share of the points that must cite which what they cite supports."""
    return _share("faithfulness", judged, lambda checked: checked.supported, "supported by what they cite")


def grounded(judged: Judged) -> Score:
    """The share of these points that some sentence of the articles supports, cited or not."""
    return _share("grounded", judged, lambda checked: checked.grounded, "supported by some article")


def citation_precision(judged: Judged) -> Score:
    """Over the facts covered: of the articles cited where a fact is told, the share that says it."""
    return _mean(
        "citation_precision",
        [(fact, score[0], score[3]) for fact, score in _citations(judged)],
        "no covered fact has sources to compare with",
    )


def citation_recall(judged: Judged) -> Score:
    """Over the facts covered: of the articles that the case names as sources, the share cited where the fact is told."""
    return _mean(
        "citation_recall", [(fact, score[1], score[3]) for fact, score in _citations(judged)], "no covered fact has sources to compare with"
    )


def joint(judged: Judged) -> Score:
    """Coverage × citation F1, over all facts with sources, by weight: told, and with its sources (as in Summary of a Haystack)."""
    found = {fact.id: score for fact, score in _citations(judged)}
    worth = {covered.fact: covered.worth for covered in judged.covered}
    rows: list[tuple[Fact, float, str]] = []
    for fact in judged.case.facts:
        told = worth.get(fact.id)
        if told is None or not fact.support:
            continue
        score = found.get(fact.id)
        rows.append((fact, told * score[2], score[3]) if score else (fact, 0.0, "not covered"))
    if not rows:
        return Score(name="joint", value=None, reason="no fact with sources could be judged")
    value = sum(fact.weight * number for fact, number, _ in rows) / sum(fact.weight for fact, _, _ in rows)
    details = tuple(Detail(id=fact.id, text=fact.text, value=number, reason=why) for fact, number, why in rows)
    return Score(name="joint", value=value, reason=f"over {len(rows)} facts", details=details)


def redundancy(judged: Judged) -> Score:
    """The share of the statements that say nothing an earlier one has not said: four fifths of their words or more are in it."""
    said: list[tuple[str, frozenset[str]]] = []
    details = []
    for point in judged.answer.points:
        if point.part != "statement":
            continue
        words = content(point.text, judged.case.language)
        again = next((text for text, held in said if words and len(words & held) >= 0.8 * len(words)), None)
        if again:
            details.append(Detail(id=f"s{len(said) + 1}", text=point.text, value=1.0, reason=f"said before: “{again[:80]}”"))
        said.append((point.text, words))
    if not said:
        return Score(name="redundancy", value=None, reason="it holds no statements")
    return Score(
        name="redundancy",
        value=len(details) / len(said),
        reason=f"{len(details)} of {len(said)} statements repeat one",
        details=tuple(details),
    )


def words(judged: Judged) -> Score:
    """How much there is to read before the sources, in words."""
    count = len(judged.answer.text.split())
    return Score(name="words", value=float(count), reason=f"{len(judged.answer.points)} points")


def tokens(judged: Judged) -> Score:
    """Tokens read and written by the model."""
    given = [count for count in (judged.answer.tokens_in, judged.answer.tokens_out) if count is not None]
    if not given:
        return Score(name="tokens", value=None, reason="the system does not say")
    return Score(name="tokens", value=float(sum(given)), reason=f"{judged.answer.tokens_in or 0} in, {judged.answer.tokens_out or 0} out")


def cost(judged: Judged) -> Score:
    """US dollars."""
    value = judged.answer.cost_usd
    return Score(name="cost", value=value, reason="as told by the system" if value is not None else "the price is not known")


def seconds(judged: Judged) -> Score:
    """Wall time of the system, on whatever machine it ran."""
    value = judged.answer.seconds
    return Score(name="seconds", value=value, reason="wall time" if value is not None else "a finished text says nothing of its time")


def _share(name: str, judged: Judged, verdict: Callable[[Checked], bool | None], what: str) -> Score:
    details = []
    for checked in judged.checked:
        found = verdict(checked)
        text = judged.answer.points[checked.point].text
        details.append(
            Detail(id=f"p{checked.point + 1}", text=text, value=None if found is None else float(found), reason="; ".join(checked.reasons))
        )
    known = [detail.value for detail in details if detail.value is not None]
    if not known:
        return Score(
            name=name, value=None, reason="nothing in it could be checked" if details else "it holds no statements", details=tuple(details)
        )
    unknown = f"; {len(details) - len(known)} unscored" if len(known) < len(details) else ""
    return Score(name=name, value=fmean(known), reason=f"{sum(known):g} of {len(known)} statements {what}{unknown}", details=tuple(details))


def _citations(judged: Judged) -> list[tuple[Fact, tuple[float, float, float, str]]]:
    """For each covered fact with sources: precision, recall and F1 of the articles cited where it is told, and why."""
    facts = {fact.id: fact for fact in judged.case.facts}
    found = []
    for covered in judged.covered:
        fact = facts.get(covered.fact)
        if fact is None or not fact.support or not covered.worth or covered.point is None:
            continue
        named, saying = judged.shelf.supporting(fact), judged.shelf.saying(fact)
        if not named:
            continue
        told = [judged.answer.points[n] for n in (covered.point, covered.beside) if n is not None]
        cited = {judged.shelf.original(cite.article) or cite.mark for point in told for cite in point.cites}
        precision = len(cited & saying) / len(cited) if cited else 0.0
        recall = len(cited & named) / len(named)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        why = f"cites {len(cited)}, of them {len(cited & saying)} say it; {len(cited & named)} of {len(named)} named sources"
        found.append((fact, (precision, recall, f1, why)))
    return found


def _mean(name: str, rows: Sequence[tuple[Fact, float, str]], otherwise: str) -> Score:
    if not rows:
        return Score(name=name, value=None, reason=otherwise)
    details = tuple(Detail(id=fact.id, text=fact.text, value=value, reason=why) for fact, value, why in rows)
    return Score(name=name, value=fmean(value for _, value, _ in rows), reason=f"over {len(rows)} covered facts", details=details)
