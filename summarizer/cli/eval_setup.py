"""Which system answers, who judges, and the work itself: what the eval commands put together from the edges."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from summarizer.article import Article
from summarizer.cli.session import Session
from summarizer.errors import UsageError
from summarizer.evaluation.at_once import Told
from summarizer.evaluation.case import Case
from summarizer.evaluation.judges import CoverageJudge
from summarizer.evaluation.run import Answers, CaseResult, Judges, RunResult, run
from summarizer.evaluation.systems import Ask, Command, Engine, Folder, System
from summarizer.events import Progress
from summarizer.protocols import Entailment

if TYPE_CHECKING:
    from summarizer.brief import Brief
    from summarizer.evaluation.grade import Graded
    from summarizer.evaluation.planted import Line


def system(
    session: Session, name: str | None, command: str | None, summaries: str | None, label: str | None, timeout: float, folder: Path | None
) -> System:
    """The one system that was asked for. Raises UsageError for two, and for an engine there is none of."""
    given = [option for option, value in (("--system", name), ("--system-command", command), ("--summaries", summaries)) if value]
    if len(given) > 1:
        raise UsageError(f"{given[0]} and {given[1]} name two systems: a run measures one")
    if command:
        return Command(command, name=label, timeout=timeout)
    if summaries:
        return Folder(summaries, name=label)
    name = name or ("openai" if session.settings.model not in (None, "extractive") else "extractive")
    if name not in ("extractive", "openai"):
        raise UsageError(f"there is no engine {name!r}: extractive, or openai with --model")
    return _engine(session, name, label, folder)


def _engine(session: Session, name: str, label: str | None, folder: Path | None) -> Engine:
    """One of our engines; a model's replies are remembered in the run's folder, for each seed apart, and nowhere else."""
    from summarizer.library import Summarizer
    from summarizer.wiring import EXTRACTIVE, model_name

    settings = session.settings
    model = EXTRACTIVE if name == EXTRACTIVE else model_name(settings)
    if name == "openai" and model == EXTRACTIVE:
        raise UsageError("--system openai asks a model: name it with --model, and its endpoint with --base-url or a key")

    async def make(ask: Ask) -> "Brief":
        outline = settings.outline.model_copy(update={"max_words": ask.max_words, "focus": ask.case.focus})
        state = str(folder / f"replies-{ask.seed}.sqlite") if folder and model != EXTRACTIVE else None
        chosen = settings.model_copy(update={"model": model, "outline": outline, "state": state})
        if state:
            Path(state).parent.mkdir(parents=True, exist_ok=True)
        return await Summarizer(settings=chosen, on_event=session.voice).abrief(list(ask.articles))

    identity = {"engine": name, "model": model, "code": _code()}
    return Engine(label or (EXTRACTIVE if model == EXTRACTIVE else model), identity, make)


async def measured(
    session: Session,
    cases: Sequence[Case],
    answering: System,
    *,
    judge: str,
    judge_model: str | None,
    grades: Path | None,
    force: bool,
    folder: Path | None,
    replay: bool,
    name: str,
    max_words: int,
    repeats: int,
    seed: int,
) -> RunResult:
    """The run. Every article of every case is read at the start."""
    articles = await asyncio.to_thread(_read, session, cases)
    total, done = len(cases) * repeats, 0

    def told(result: CaseResult) -> None:
        nonlocal done
        done += 1
        session.voice(Progress(stage="Measuring", done=done, total=total))

    async def read(case: Case) -> tuple[Article, ...]:
        return articles[case.id]

    async with judges(session, judge, judge_model, grades, force, folder) as chosen:
        return await run(
            cases, answering, chosen, read=read, clock=lambda: datetime.now(UTC), name=name, max_words=max_words, repeats=repeats,
            seed=seed, answers=Answers(folder / "answers") if folder else None, replay=replay, told=told,
        )  # fmt: skip


def _read(session: Session, cases: Sequence[Case]) -> dict[str, tuple[Article, ...]]:
    """The articles of each case; what cannot be read is said."""
    reading = session.summarizer().read([case.articles for case in cases])
    return {case.id: _own([a for a in reading.articles if a.path and a.path.startswith(f"{case.articles}/")]) for case in cases}


def _own(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles of one case with the ids they have when it is read alone: reading gives the same article of another case a number."""
    seen: dict[str, int] = {}
    found = []
    for article in articles:
        name = article.id.partition("-")[0]
        seen[name] = seen.get(name, 0) + 1
        found.append(article.model_copy(update={"id": name if seen[name] == 1 else f"{name}-{seen[name]}"}))
    return tuple(found)


@asynccontextmanager
async def judges(
    session: Session, kind: str, model: str | None, grades: Path | None, force: bool, folder: Path | None
) -> AsyncIterator[Judges]:
    """The judges of a run: keys first, then the chosen judge if its grade allows."""
    from summarizer.evaluation.grades import grade_of, load_grades
    from summarizer.evaluation.judges import Keyed, refusal

    known = load_grades(*([grades] if grades else []))
    async with chosen(session, kind, model, folder) as judge:
        grade = grade_of(known, judge.coverage.name, "coverage")
        if not force and (why := refusal(judge.coverage, grade)):
            session.voice.warn(f"{why}; facts without keys stay unscored")
        support = grade_of((one for one in known if one.version == judge.support_version), judge.coverage.name, "support")
        yield Judges(
            coverage=Keyed(judge.coverage, grade, forced=force, strict=kind == "lexical"),
            support=judge.support, support_name=judge.coverage.name, grades=tuple(one for one in (grade, support) if one), forced=force,
        )  # fmt: skip


class Chosen(NamedTuple):
    """A judge's two halves. `support_version` stands for what the second one's answers depend on."""

    coverage: CoverageJudge
    support: Entailment
    support_version: str


@asynccontextmanager
async def chosen(session: Session, kind: str, model: str | None, folder: Path | None = None) -> AsyncIterator[Chosen]:
    """The judge of a kind. Raises UsageError where it needs what is not there."""
    if kind == "lexical":
        from summarizer.evaluation.judges import LexicalCoverage
        from summarizer.stages.evidence.align import BIAS, WEIGHTS, LexicalEntailment

        weights = hashlib.sha256(repr((WEIGHTS, BIAS)).encode()).hexdigest()[:8]
        yield Chosen(LexicalCoverage(), LexicalEntailment(), f"weights {weights}")
    elif kind == "nli":
        yield _nli(model)
    else:
        async with _llm(session, model, folder) as judge:
            yield judge


def _nli(model: str | None) -> Chosen:
    from summarizer.edges.nli import OnnxEntailment
    from summarizer.evaluation.judges import EntailmentCoverage

    if not model:
        raise UsageError("--judge nli needs --judge-model DIR: a folder with an ONNX model, its tokenizer and config")
    found = OnnxEntailment(model)
    return Chosen(EntailmentCoverage(found, f"nli {Path(model).name}"), found, "1")


@asynccontextmanager
async def _llm(session: Session, model: str | None, folder: Path | None) -> AsyncIterator[Chosen]:
    """A model as a judge; its replies are remembered in the run's folder, so that a run replays without it, else where all replies are."""
    from summarizer.evaluation.model_coverage import ModelCoverage
    from summarizer.prompts import load
    from summarizer.stages.asking.judge_pairs import ModelEntailment
    from summarizer.wiring import EXTRACTIVE, asking, model_name

    settings = session.settings
    name = model or model_name(settings)
    if name == EXTRACTIVE:
        raise UsageError("--judge llm asks a model: name it with --judge-model, and its endpoint with --base-url or a key")
    if folder is not None:
        settings = settings.model_copy(update={"state": str(folder / "judgements.sqlite")})
    async with asking(name, settings, session.voice) as (asked, _):
        yield Chosen(ModelCoverage(asked, load("coverage"), name), ModelEntailment(asked, load("judge")), load("judge").digest)


COVERAGE_SETS = ("summhay_coverage_human.jsonl",)
SUPPORT_SETS = ("ragtruth_summary.jsonl", "ragtruth_summary_sentences.jsonl", "summedits_news.jsonl", "wice.jsonl")


async def graded(session: Session, data: Path, kind: str, model: str | None, most: int | None) -> "tuple[Graded, ...]":
    """The judge's grade on every known set in a folder, or on one file (its rows say which task it is)."""
    from summarizer.evaluation.grade import grade_coverage, grade_support, load_coverage, load_support, spread
    from summarizer.evaluation.lexical import FITTED_ON

    sets = _sets(data)
    found = []
    async with chosen(session, kind, model) as judge:
        for path, coverage in sets:
            note = f"{most} rows, spread over the set" if most else ""
            if coverage:
                if kind == "lexical" and path.stem == FITTED_ON:
                    note = "; ".join(filter(None, (note, "its thresholds were fitted on this very set; across questions: kappa .512")))
                summaries = spread(load_coverage(path), most, lambda summary: summary.summary_id)
                told = _counting(session, f"Grading on {path.stem}", len(summaries))
                found.append(await grade_coverage(judge.coverage, summaries, path.stem, note=note, told=told))
            else:
                pairs = spread(load_support(path), most, lambda pair: pair.source)
                told = _counting(session, f"Grading on {path.stem}", len(pairs))
                name, version = judge.coverage.name, judge.support_version
                found.append(await grade_support(judge.support, pairs, name, version, path.stem, note=note, told=told))
    return tuple(found)


def _counting(session: Session, stage: str, total: int) -> Told:
    return lambda done: session.voice(Progress(stage=stage, done=done, total=total))


def _sets(data: Path) -> list[tuple[Path, bool]]:
    """The files of human labels, and of each whether they are of coverage. Raises UsageError where there is none."""
    if not data.exists():
        raise UsageError(f"{data} is not there: name a file of labels, or a folder of the public sets")
    if data.is_file():
        with data.open(encoding="utf-8", errors="replace") as lines:
            return [(data, '"insights"' in lines.readline())]
    sets = [(data / name, name in COVERAGE_SETS) for name in (*COVERAGE_SETS, *SUPPORT_SETS) if (data / name).is_file()]
    if not sets:
        raise UsageError(f"{data} holds none of {', '.join((*COVERAGE_SETS, *SUPPORT_SETS))}")
    return sets


async def mutated(session: Session, sources: Sequence[str], kind: str, model: str | None, most: int, seed: int) -> "tuple[Line, ...]":
    """How many planted errors of each kind are caught."""
    from summarizer.evaluation.caught import LINES, caught

    reading = await asyncio.to_thread(session.summarizer().read, _articles_of(sources))
    if not reading.articles:
        raise UsageError("nothing could be read to plant errors in")
    async with chosen(session, kind, model) as judge:
        return await caught(reading.articles, judge.support, most, seed, told=_counting(session, "Planting errors", LINES))


def _articles_of(sources: Sequence[str]) -> list[str]:
    """Locations; of a folder of cases the articles only."""
    found: list[str] = []
    for source in sources:
        inside = sorted(str(path.parent / "articles") for path in Path(source).glob("*/case.toml")) if Path(source).is_dir() else []
        found += inside or [source]
    return found


def _code() -> str:
    """12 hexadecimal digits of the code and prompts an engine is made of: another version is another system."""
    import summarizer

    root = Path(summarizer.__file__).parent
    whole = hashlib.sha256()
    for path in sorted([*root.rglob("*.py"), *root.rglob("*.toml"), *(root.parent / "prompts").glob("*.toml")]):
        if "evaluation" not in path.parts and "cli" not in path.parts:
            whole.update(str(path.relative_to(root.parent)).encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:12]
