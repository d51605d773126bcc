"""A judge is graded on labels that people gave, in the formats of the public sets; nothing it says is believed before.

Coverage: rows {"summary_id", "bullets": [...], "insights": [{"insight_id", "insight", "label": FULL|PARTIAL|NO}]} (Summary of a Haystack).
Support: rows {"id", "doc_id", "source" (or "documents", "source_sentences", "parent"), "claim", "label": 1|0} (RAGTruth, SummEdits, WiCE).
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from summarizer.article import Article
from summarizer.errors import UsageError
from summarizer.evaluation.answer import Answer, Cite, Point, answer_of_text
from summarizer.evaluation.at_once import Told, at_once, silently
from summarizer.evaluation.bootstrap import grouped
from summarizer.evaluation.case import Fact
from summarizer.evaluation.grades import Grade
from summarizer.evaluation.judges import WORTH, CoverageJudge, Label
from summarizer.evaluation.shelf import Shelf
from summarizer.evaluation.support import Checked, check_answer
from summarizer.protocols import Entailment
from summarizer.value import Value


class Insight(Value):
    """A fact and the label a person gave it."""

    insight_id: str
    insight: str
    label: Label


class LabelledSummary(Value):
    """A summary, by bullets, and how far it covers each insight."""

    summary_id: str
    subtopic_id: str = ""
    topic_id: str = ""
    bullets: tuple[str, ...]
    insights: tuple[Insight, ...]


class LabelledPair(Value):
    """A source, a claim, and whether people found it supported. Rows of one `document` belong together."""

    id: str = ""
    document: str
    source: str
    claim: str
    supported: bool


Pairs = Sequence[tuple[Label, Label | None]]
Row = TypeVar("Row")
Prediction = dict[str, str | float | None]


class Graded(NamedTuple):
    """A grade, and what the judge said of each row: {"id", "label"} for coverage, {"id", "score"} for support."""

    grade: Grade
    predictions: tuple[Prediction, ...]


def load_coverage(path: Path) -> tuple[LabelledSummary, ...]:
    """Raises UsageError for a file that is missing or is something else."""
    wanted = set(LabelledSummary.model_fields)
    rows = []
    for number, row in enumerate(_rows(path), 1):
        insights = row.get("insights")
        facts = [{name: x.get(name) for name in Insight.model_fields} for x in insights] if isinstance(insights, list) else None
        try:
            rows.append(LabelledSummary.model_validate({**{k: v for k, v in row.items() if k in wanted}, "insights": facts}))
        except ValidationError as error:
            raise UsageError(f"{path}, row {number} is no summary with labelled insights: {error.errors()[0]['msg']}") from None
    return tuple(rows)


def load_support(path: Path) -> tuple[LabelledPair, ...]:
    """Rows that name a `parent` take their source from the file without "_sentences" beside it. Raises UsageError for another shape."""
    rows = _rows(path)
    parents = _rows(path.with_name(path.name.replace("_sentences", ""))) if any("parent" in row for row in rows) else []
    sources = {row.get("id"): _source(row) for row in parents}
    found = []
    for number, row in enumerate(rows, 1):
        source = _source(row) or sources.get(row.get("parent"))
        claim, label = row.get("claim"), row.get("label")
        if not isinstance(source, str) or not isinstance(claim, str) or label not in (0, 1):
            raise UsageError(f"{path}, row {number} is no claim with a source and a label 0 or 1")
        found.append(
            LabelledPair(
                id=str(row.get("id", number)), document=str(row.get("doc_id", number)), source=source, claim=claim, supported=label == 1
            )
        )
    return tuple(found)


def spread(rows: Sequence[Row], most: int | None, key: Callable[[Row], Hashable]) -> Sequence[Row]:
    """At most `most` rows, in order: runs of rows with one `key` (a source, a summary), drawn evenly from a set that may be sorted."""
    if most is None or most >= len(rows):
        return rows
    runs = [list(run) for _, run in groupby(rows, key=key)]
    count = min(len(runs), -(-most * len(runs) // len(rows)))
    return [row for n in range(count) for row in runs[n * len(runs) // count]][:most]


def _source(row: Mapping[str, object]) -> str | None:
    source = row.get("source") or row.get("documents") or row.get("source_sentences")
    if isinstance(source, list):
        return "\n".join(str(part) for part in source)
    return source if isinstance(source, str) else None


async def coverage_labels(judge: CoverageJudge, summary: LabelledSummary) -> tuple[Label | None, ...]:
    """The judge's labels of a summary's insights. Citation marks and bullet signs are not shown to it."""
    facts = [Fact(id=insight.insight_id, text=insight.insight) for insight in summary.insights]
    covered = await judge.cover(facts, [bare(bullet) for bullet in summary.bullets])
    return tuple(one.label for one in covered)


async def grade_coverage(
    judge: CoverageJudge, summaries: Sequence[LabelledSummary], on: str, *, note: str = "", told: Told = silently
) -> Graded:
    """Kappa and accuracy over three labels; an insight that the judge left unscored counts as wrong.

    Raises UsageError where all labels are alike: nothing can be told from agreeing with them.
    """
    _told_apart([insight.label for summary in summaries for insight in summary.insights], on)
    labels = await at_once(lambda summary: coverage_labels(judge, summary), summaries, lambda _: 1, told)
    groups: dict[Hashable, Pairs] = {}
    predictions: list[Prediction] = []
    for summary, given in zip(summaries, labels, strict=True):
        groups[summary.summary_id] = [(insight.label, label) for insight, label in zip(summary.insights, given, strict=True)]
        predictions += [
            {"id": f"{summary.summary_id}|{i.insight_id}", "label": label} for i, label in zip(summary.insights, given, strict=True)
        ]
    return Graded(coverage_grade(groups, judge.name, judge.version, on, note=note), tuple(predictions))


def coverage_grade(groups: Mapping[Hashable, Pairs], name: str, version: str, on: str, *, note: str = "") -> Grade:
    """The grade from (a person's label, the judge's) of each summary."""
    found = grouped(groups, kappa)
    rows = [pair for pairs in groups.values() for pair in pairs]
    return Grade(
        judge=name, version=version, task="coverage", on=on, n=len(rows), kappa=found.mean, low=found.low, high=found.high, note=note,
        accuracy=sum(person == judge for person, judge in rows) / len(rows),
    )  # fmt: skip


async def grade_support(
    entailment: Entailment, pairs: Sequence[LabelledPair], name: str, version: str, on: str, *, note: str = "", told: Told = silently
) -> Graded:
    """Balanced accuracy of the verdict that `faithfulness` is made of, checks included, on claims that cite their source as a whole.

    A claim of several sentences is supported when all of them are; one that nobody could judge counts as wrong.
    Raises UsageError where all labels are alike.
    """
    _told_apart([pair.supported for pair in pairs], on)
    of_source = [tuple(rows) for _, rows in groupby(pairs, key=lambda pair: pair.source)]  # rows about one source follow each other
    verdicts = await at_once(lambda rows: _verdicts(entailment, rows), of_source, len, told)
    groups: dict[Hashable, list[tuple[bool, bool]]] = defaultdict(list)
    for pair, verdict in zip(pairs, (verdict for found in verdicts for verdict in found), strict=True):
        groups[pair.document].append((pair.supported, verdict.supported if verdict.supported is not None else not pair.supported))
    predictions = tuple(verdict.prediction for found in verdicts for verdict in found)
    found = grouped(groups, balanced_accuracy)
    grade = Grade(
        judge=name, version=version, task="support", on=on, n=len(pairs), balanced=found.mean, low=found.low, high=found.high, note=note
    )
    return Graded(grade, predictions)


def _told_apart(labels: Sequence[Label | bool], on: str) -> None:
    if len(set(labels)) < 2:
        raise UsageError(f"{on}: its labels ({len(labels)}) are all alike, which grades nobody: take more rows")


class _Verdict(NamedTuple):
    """Whether all of a claim is supported, None where nobody could say of a part; and the row that is kept of it."""

    supported: bool | None
    prediction: Prediction


async def _verdicts(entailment: Entailment, pairs: Sequence[LabelledPair]) -> list[_Verdict]:
    """Of claims about one source, asked about together: a judge that is a model reads the source once for several."""
    shelf = Shelf((Article(id="source", text=pairs[0].source, sha256=""),))
    points = [(n, point) for n, pair in enumerate(pairs) for point in _citing_all(pair.claim, shelf).points]
    together = Answer(points=tuple(point for _, point in points), shape="text", raw="")
    checked: list[list[Checked]] = [[] for _ in pairs]
    for one in await check_answer(together, shelf, entailment):
        checked[points[one.point][0]].append(one)
    return [_verdict(pair, found) for pair, found in zip(pairs, checked, strict=True)]


def _verdict(pair: LabelledPair, checked: Sequence[Checked]) -> _Verdict:
    said = [one.supported for one in checked]
    scores = [one.score for one in checked if one.score is not None]
    score = min(scores, default=1.0) if len(scores) == len(checked) else None
    return _Verdict(None if None in said else all(said), {"id": pair.id, "score": score})


def _citing_all(claim: str, shelf: Shelf) -> Answer:
    """A claim as an answer each sentence of which cites the whole source; a claim that says nothing ("Here is a summary:") has none."""
    answer = answer_of_text(claim, shelf.articles)
    cites = (Cite(article="source"),)
    return answer.model_copy(update={"points": tuple(Point(text=point.text, cites=cites) for point in answer.points)})


def kappa(rows: Pairs) -> float:
    """Cohen's kappa over three labels; a missing label agrees with none."""
    agreed = sum(person == judge for person, judge in rows) / len(rows)
    people, judges = Counter(person for person, _ in rows), Counter(judge for _, judge in rows)
    chance = sum(people[label] * judges[label] for label in WORTH) / len(rows) ** 2
    return (agreed - chance) / (1 - chance)


def balanced_accuracy(rows: Sequence[tuple[bool, bool]]) -> float:
    """The mean of the shares of supported and unsupported claims that were told right."""
    right = {truth: [said == truth for true, said in rows if true == truth] for truth in (True, False)}
    return sum(sum(found) / len(found) for found in right.values()) / 2


def bare(bullet: str) -> str:
    """A bullet without its sign and its citation marks."""
    return re.sub(r"\[[\d, ;]+\]", "", bullet).strip(" -*#•\t")


def _rows(path: Path) -> list[dict[str, object]]:
    try:
        lines = path.read_text().splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from None
    rows = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError:
                raise UsageError(f"{path}, line {number} is not JSON") from None
            if not isinstance(row, dict):
                raise UsageError(f"{path}, line {number} is no object")
            rows.append(row)
    if not rows:
        raise UsageError(f"{path} is empty")
    return rows
