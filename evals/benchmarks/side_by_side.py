"""Several systems on the same cases at equal length, scored by the same code: a table with intervals, and what each loses or wins
against the first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from evals.peers.extracts import METHODS, Extracts
from summarizer.article import Article
from summarizer.brief import Brief
from summarizer.evaluation.bootstrap import interval
from summarizer.evaluation.case import Case
from summarizer.evaluation.compare import paired
from summarizer.evaluation.grades import grade_of, load_grades
from summarizer.evaluation.judges import Keyed, LexicalCoverage
from summarizer.evaluation.run import CaseResult, Judges, RunResult, run
from summarizer.evaluation.scoring import SCORES, Better
from summarizer.evaluation.systems import Ask, Engine, System
from summarizer.stages.evidence.align import LexicalEntailment

Extra = Callable[[CaseResult], float | None]


def ours(sections: Sequence[str] = (), max_points: int = 8) -> Engine:
    """The extractive engine; `sections` limits what it writes."""
    from summarizer.library import Summarizer
    from summarizer.settings import SECTIONS, Outline, Settings

    async def make(ask: Ask) -> Brief:
        outline = Outline(max_words=ask.max_words, focus=ask.case.focus, max_points=max_points, sections=tuple(sections) or SECTIONS)
        return await Summarizer(settings=Settings(model="extractive", outline=outline)).abrief(list(ask.articles))

    return Engine("ours, extractive", {"sections": ",".join(sections)}, make)


async def answered(
    cases: Sequence[Case],
    articles: Mapping[str, Sequence[Article]],
    system: System,
    name: str,
    words: int,
) -> RunResult:
    """One system on all cases, judged by the lexical judge."""
    grades = load_grades()
    judge = LexicalCoverage()
    coverage = Keyed(judge, grade_of(grades, judge.name, "coverage"))

    async def read(case: Case) -> tuple[Article, ...]:
        return tuple(articles[case.id])

    made = await run(
        cases, system, Judges(coverage, LexicalEntailment(), "lexical", grades=grades), read=read, clock=lambda: datetime.now(UTC),
        name=name, max_words=words,
    )  # fmt: skip
    print(f"{system.name}: {len(made.results)} answers, {len(made.failed)} failed")
    for failed in made.failed[:3]:
        print(f"  {failed.case}: {failed.failed}")
    return made


async def at_our_length(
    cases: Sequence[Case],
    articles: Mapping[str, Sequence[Article]],
    engine: Engine,
    name: str,
    words: int,
    methods: Iterable[str] = METHODS,
) -> list[RunResult]:
    """Ours, then lead and sumy with, for each case, as many words as ours took there."""
    first = await answered(cases, articles, engine, name, words)
    taken = {result.case: len(result.answer.text.split()) for result in first.results}
    others = [Extracts(method, taken.get) for method in METHODS if method in methods]
    return [first, *[await answered(cases, articles, other, name, words) for other in others]]


def table(runs: Sequence[RunResult], names: Sequence[str], extra: Mapping[str, Extra] | None = None) -> list[str]:
    """Lines: for each measure each system's mean with its interval, and how the first differs from it, paired by case."""
    lines = [f"{'measure':<20}{'system':<20}{'mean':>8}  {'95 % interval':<18}{'first − it':>11}  {'95 % interval':<20}the first is"]
    extra = extra or {}
    for name in (*names, *extra):
        values = [_values(made, name, extra) for made in runs]
        better: Better = "higher" if name in extra else SCORES[name].better
        for made, found in zip(runs, values, strict=True):
            lines.append(f"{name:<20}{made.system:<20}{_mean(found)}" + (_against(values[0], found, better) if made is not runs[0] else ""))
        lines.append("")
    return lines


def save(runs: Sequence[RunResult], folder: Path | None) -> None:
    """run.json and report.html of each system, in a folder of its own."""
    from summarizer.evaluation.report import html

    for made in runs if folder else ():
        assert folder is not None
        own = folder / "".join(c if c.isalnum() else "-" for c in made.system)
        own.mkdir(parents=True, exist_ok=True)
        (own / "run.json").write_text(made.model_dump_json(indent=1))
        (own / "report.html").write_text(html(made))


def _values(made: RunResult, name: str, extra: Mapping[str, Extra]) -> dict[str, float]:
    if name not in extra:
        return made.by_case(name)
    found = {result.case: extra[name](result) for result in made.results}
    return {case: value for case, value in found.items() if value is not None}


def _mean(values: Mapping[str, float]) -> str:
    found = interval(list(values.values()))
    if found is None:
        return f"{'–':>8}  {'unscored':<18}"
    digits = 0 if found.mean > 20 else 3
    between = "–" if found.low is None else f"{found.low:.{digits}f} – {found.high:.{digits}f}"
    return f"{found.mean:>8.{digits}f}  {between:<18}"


def _against(first: Mapping[str, float], other: Mapping[str, float], better: Better) -> str:
    shared = sorted(set(first) & set(other))
    difference, outcome = paired([other[case] for case in shared], [first[case] for case in shared], better)
    if difference is None:
        return ""
    between = "–" if difference.low is None else f"{difference.low:+.3f} – {difference.high:+.3f}"
    return f"{difference.mean:>+11.3f}  {between:<20}{outcome}"
