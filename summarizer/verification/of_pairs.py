"""Claims in bulk: rows of JSON in, rows of JSON out, one at a time."""

import json
import math
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from summarizer.article import Article, Sentence
from summarizer.library import wait
from summarizer.protocols import Entailment, Pair
from summarizer.stages.checks import Cited, resting
from summarizer.stages.checks.check import ENTAILED, check
from summarizer.stages.evidence.align import PREFACE, PREFACE_LINE, support
from summarizer.stages.evidence.evidence import Evidence
from summarizer.stages.text.segment import segment
from summarizer.verdict import CheckResult

MOST = 5
LEAST = 0.04
CONTRADICTS = frozenset(("numbers", "negation", "direction", "quotation"))
"""Checks whose failure halves the score: what they find contradicts the source wherever it was looked for."""
ABSENT = frozenset(("names", "dates", "roles"))
"""Checks whose failure halves it only where the whole source is at hand: a name may stand elsewhere in a long one."""
UNLIKE = 0.05
"""Below this entailment the source does not speak of the claim at all: there is nothing to compare numbers and names with."""
_BATCH = 64
_KEPT = 1_000_000
_written = json.JSONEncoder(ensure_ascii=False).encode


class _Row(NamedTuple):
    id: object
    documents: tuple[str, ...]
    claim: str


class _Source:
    """The documents of a row, segmented and indexed once while rows about them follow each other."""

    def __init__(self, documents: tuple[str, ...]) -> None:
        self._articles = {str(i): Article(id=str(i), text=text, sha256="") for i, text in enumerate(documents)}
        self._sentences = {ident: segment(article) for ident, article in self._articles.items()}
        self.evidence = Evidence(list(self._articles.values()), self._sentences)

    def cited(self, claim: str) -> tuple[tuple[Cited, ...], bool]:
        """The sentences to hold a claim against, and whether they are the whole source."""
        if len(self.evidence.usable) <= 2:
            return self._whole, True
        return tuple(self._resting(s) for s in self.evidence.supporting(claim, MOST, None, LEAST)), False

    @cached_property
    def _whole(self) -> tuple[Cited, ...]:
        return tuple(self._resting(sentence) for sentence in self.evidence.usable)

    def _resting(self, sentence: Sentence) -> Cited:
        return resting(self._articles[sentence.article], self._sentences[sentence.article], sentence.index)


class _Sources:
    """The latest sources, _KEPT code points of them: rows about one source follow each other, or come back."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, ...], _Source] = OrderedDict()
        self._size = 0

    def of(self, documents: tuple[str, ...]) -> _Source:
        found = self._kept.get(documents)
        if found is not None:
            self._kept.move_to_end(documents)
            return found
        found = self._kept[documents] = _Source(documents)
        self._size += sum(map(len, documents))
        while self._size > _KEPT and len(self._kept) > 1:
            dropped, _ = self._kept.popitem(last=False)
            self._size -= sum(map(len, dropped))
        return found


def verify_pairs(lines: Iterable[str], entailment: Entailment | None = None) -> Iterator[str]:
    """For each line {"id", "source" or "documents", "claim"} a line {"id", "score", "verdict", "checks"}, in order, as they come.

    `documents` is a list of texts, or of objects with a "text". `score` is 0..1 (1 = supported) or null; `verdict` "supported" (score of
    0.5 or more and no check failed), "partial" (a check failed that does not by itself contradict), "unsupported" or "unchecked";
    `checks` holds each outcome (only the entailment of a claim that the source does not speak of), `reasons` why any failed. A line that
    cannot be read gets "unchecked" and its "error". Memory does not grow with the rows.
    """
    waiting, sources = iter(lines), _Sources()
    while batch := list(islice((line for line in waiting if line.strip()), 1 if entailment is None else _BATCH)):
        rows = [_read(line) for line in batch]
        good = [row for row in rows if isinstance(row, _Row)]
        scores = iter(_scores(good, sources, entailment))
        for row in rows:
            yield _answer(row, sources, next(scores)) if isinstance(row, _Row) else _written(row)


def _scores(rows: list[_Row], sources: _Sources, entailment: Entailment | None) -> tuple[float, ...]:
    if entailment is None:
        return tuple(support(sources.of(row.documents).evidence.index, row.claim) for row in rows)
    return wait(entailment.score([Pair(premise="\n\n".join(row.documents), claim=row.claim) for row in rows])) if rows else ()


def _answer(row: _Row, sources: _Sources, entailed: float) -> str:
    if PREFACE_LINE.match(row.claim):
        return _written({"id": row.id, "score": PREFACE, "verdict": "unchecked", "checks": {}, "reasons": []})
    if entailed < UNLIKE:
        return _line(row, entailed, {"entailment": "fail"}, ["the source says nothing like it"])
    cited, whole = sources.of(row.documents).cited(row.claim)
    results = (
        check(row.claim, cited) if cited else (CheckResult(name="citation", outcome="fail", reason="no sentence of the source is like it"),)
    )
    failed = {result.name for result in results if result.outcome == "fail"}
    contradicted = not failed.isdisjoint(CONTRADICTS | ABSENT if whole else CONTRADICTS) or not cited
    score = entailed * 0.5 if contradicted else entailed
    outcomes = {result.name: result.outcome for result in results} | {"entailment": _outcome(entailed)}
    return _line(row, score, outcomes, [result.reason for result in results if result.outcome == "fail"])


def _line(row: _Row, score: float, checks: dict[str, str], reasons: list[str]) -> str:
    verdict = _verdict(score, "fail" in checks.values())
    shown = None if math.isnan(score) else round(score, 6)
    return _written({"id": row.id, "score": shown, "verdict": verdict, "checks": checks, "reasons": reasons})


def _verdict(score: float, failed: bool) -> str:
    if math.isnan(score):
        return "unsupported" if failed else "unchecked"
    if score < ENTAILED:
        return "unsupported"
    return "partial" if failed else "supported"


def _outcome(entailed: float) -> str:
    return "unchecked" if math.isnan(entailed) else "pass" if entailed >= ENTAILED else "fail"


def _read(line: str) -> _Row | dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return _unread(None, "not a line of JSON")
    if not isinstance(row, dict):
        return _unread(None, "not a JSON object")
    given = row.get("documents", [row["source"]] if "source" in row else None)
    documents = [text.get("text") if isinstance(text, dict) else text for text in given] if isinstance(given, list) else None
    claim = row.get("claim")
    if not documents or not all(isinstance(text, str) for text in documents):
        return _unread(row.get("id"), 'no "source" text and no "documents"')
    if not isinstance(claim, str) or not claim.strip():
        return _unread(row.get("id"), 'no "claim"')
    return _Row(row.get("id"), tuple(str(text) for text in documents), claim)


def _unread(ident: object, error: str) -> dict[str, object]:
    return {"id": ident, "score": None, "verdict": "unchecked", "checks": {}, "error": error}
