"""A run of the eval: every case asked, answered (or taken from the record), judged and scored."""

import os
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import fmean
from typing import Literal

from pydantic import ValidationError

from summarizer.article import Article
from summarizer.errors import UsageError
from summarizer.evaluation.answer import Answer, reread
from summarizer.evaluation.bootstrap import Interval, interval
from summarizer.evaluation.case import Case
from summarizer.evaluation.grades import Grade
from summarizer.evaluation.judges import CoverageJudge
from summarizer.evaluation.scores import Score
from summarizer.evaluation.scoring import SCORES, judge, score_all
from summarizer.evaluation.shelf import Shelf
from summarizer.evaluation.systems import Ask, Key, System, SystemFailed, key_of
from summarizer.protocols import Clock, Entailment
from summarizer.value import Value


class CaseResult(Value):
    """One answer to one case with its scores; `failed` says why there is none (it is then scored as an empty one). `key` names its
    record."""

    case: str
    title: str = ""
    catches: str = ""
    repeat: int
    seed: int
    key: str
    answer: Answer
    scores: tuple[Score, ...]
    failed: str | None = None
    recorded: bool = False

    def score(self, name: str) -> Score:
        """Raises KeyError for a name that is no score."""
        for score in self.scores:
            if score.name == name:
                return score
        raise KeyError(name)


class RunResult(Value):
    """A whole run. `cases` names the set; `judge` scored coverage, `support_judge` faithfulness; their grades stand beside what they
    scored."""

    version: Literal[1] = 1
    created: datetime
    system: str
    identity: dict[str, str]
    cases: str
    judge: str
    support_judge: str
    grades: tuple[Grade, ...] = ()
    forced: bool = False
    max_words: int
    repeats: int
    seed: int
    results: tuple[CaseResult, ...]

    def by_case(self, name: str) -> dict[str, float]:
        """A score's value by case, the mean of its repeats; cases without a value are left out."""
        values: dict[str, list[float]] = {}
        for result in self.results:
            value = result.score(name).value
            if value is not None:
                values.setdefault(result.case, []).append(value)
        return {case: fmean(found) for case, found in values.items()}

    def interval(self, name: str) -> Interval | None:
        """A score's mean over the cases with its 95 % interval; None where no case has a value."""
        return interval(list(self.by_case(name).values()))

    @property
    def failed(self) -> tuple[CaseResult, ...]:
        return tuple(result for result in self.results if result.failed)


@dataclass(frozen=True)
class Judges:
    """Who judges a run, under which names, with which grades."""

    coverage: CoverageJudge
    support: Entailment
    support_name: str
    grades: tuple[Grade, ...] = ()
    forced: bool = False


class Answers:
    """Answers kept in a folder, one file each, named by the question and by all that the answer depends on; written whole or not at all."""

    def __init__(self, folder: str | Path) -> None:
        self._folder = Path(folder)

    def get(self, key: Key) -> Answer | None:
        """The recorded answer; None where there is none or it is damaged."""
        return _kept(self._folder / f"{key}.json")

    def last(self, key: Key) -> Answer | None:
        """The newest answer to the question by the same system, of whatever version."""
        found = sorted(self._folder.glob(f"{key.question}-*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        return next((answer for path in found if (answer := _kept(path))), None)

    def put(self, key: Key, answer: Answer) -> None:
        """Raises UsageError where the folder cannot be written."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "w") as file:
                file.write(answer.model_dump_json(indent=1))
            os.replace(name, self._folder / f"{key}.json")
        except OSError as error:
            raise UsageError(f"the answers cannot be kept in {self._folder}: {error.strerror or error}") from None


def _kept(path: Path) -> Answer | None:
    try:
        return Answer.model_validate_json(path.read_text())
    except (OSError, ValidationError, UnicodeDecodeError):
        return None


async def run(
    cases: Sequence[Case],
    system: System,
    judges: Judges,
    *,
    read: Callable[[Case], Awaitable[tuple[Article, ...]]],
    clock: Clock,
    name: str = "cases",
    max_words: int = 350,
    repeats: int = 1,
    seed: int = 0,
    answers: Answers | None = None,
    replay: bool = False,
    told: Callable[[CaseResult], None] = lambda result: None,
) -> RunResult:
    """Asks one case after the other, so that times mean something; `told` hears of each as it is done. With `answers` a finished case is
    not asked again; with `replay` none is, the newest answer of any version counts, and a missing one fails. Raises ProviderError and
    BudgetReached of a judge."""
    started = clock()
    results: list[CaseResult] = []
    for case in cases:
        articles = await read(case)
        shelf = Shelf(articles)
        for repeat in range(repeats):
            ask = Ask(case=case, articles=articles, max_words=max_words, seed=seed + repeat)
            result = await _one(ask, repeat, system, judges, shelf, answers, replay)
            results.append(result)
            told(result)
    return RunResult(
        created=started, system=system.name, identity=dict(system.identity), cases=name, judge=judges.coverage.name,
        support_judge=judges.support_name, grades=judges.grades, forced=judges.forced, max_words=max_words, repeats=repeats, seed=seed,
        results=tuple(results),
    )  # fmt: skip


async def _one(ask: Ask, repeat: int, system: System, judges: Judges, shelf: Shelf, answers: Answers | None, replay: bool) -> CaseResult:
    key = key_of(system, ask)
    answer = answers.get(key) if answers else None
    if answer is None and answers and replay:
        answer = answers.last(key)
    recorded, failed = answer is not None, None
    if answer is not None:
        answer = reread(answer, ask.articles)
    else:
        try:
            if replay:
                raise SystemFailed(f"no answer is recorded for {ask.case.id} and --replay asks nobody")
            if not ask.articles:
                raise SystemFailed(f"nothing could be read in {ask.case.articles}")
            answer = await system.answer(ask)
            if answers:
                answers.put(key, answer)
        except SystemFailed as error:
            answer, failed = Answer(points=(), shape="text", raw=""), str(error)
    scores = score_all(await judge(ask.case, answer, shelf, judges.coverage, judges.support))
    return CaseResult(
        case=ask.case.id, title=ask.case.title, catches=ask.case.catches, repeat=repeat, seed=ask.seed, key=str(key), answer=answer,
        scores=scores, failed=failed, recorded=recorded,
    )  # fmt: skip


def load_run(location: str | Path) -> RunResult:
    """A run from its folder or its `run.json`. Raises UsageError."""
    path = Path(location)
    path = path / "run.json" if path.is_dir() else path
    try:
        return RunResult.model_validate_json(path.read_text())
    except OSError as error:
        raise UsageError(f"{location} holds no run: {path.name} cannot be read ({error.strerror or error})") from None
    except ValidationError as error:
        raise UsageError(f"{path} is no run of this version: {error.errors()[0]['msg']}") from None


def known_scores(names: Sequence[str]) -> tuple[str, ...]:
    """The names, or all where none is given. Raises UsageError for one that is no score."""
    unknown = [name for name in names if name not in SCORES]
    if unknown:
        raise UsageError(f"no score is called {unknown[0]!r}; there are {', '.join(SCORES)}")
    return tuple(names) or tuple(SCORES)
