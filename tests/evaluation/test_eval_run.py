"""Runs: any system, kept answers, replays, comparisons, floors, the report."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarizer.article import Article
from summarizer.brief import Brief
from summarizer.errors import NoInput, ProviderError, UsageError, VerificationFailed
from summarizer.evaluation.answer import Answer, answer_of_text
from summarizer.evaluation.case import Case
from summarizer.evaluation.compare import compare, paired
from summarizer.evaluation.floors import breaches, floor_for, floor_of, floors_text, load_floors, raised
from summarizer.evaluation.grades import grade_of, load_grades
from summarizer.evaluation.judges import Keyed, LexicalCoverage
from summarizer.evaluation.report import html
from summarizer.evaluation.run import Answers, Judges, RunResult, load_run, run
from summarizer.evaluation.systems import Ask, Command, Engine, Folder, System, SystemFailed, key_of
from summarizer.stages.evidence.align import LexicalEntailment
from summarizer.testing import FixedClock


def judges() -> Judges:
    grades = load_grades()
    grade = grade_of(grades, "lexical", "coverage")
    return Judges(Keyed(LexicalCoverage(), grade), LexicalEntailment(), "lexical", grades=grades)


async def measured(case: Case, articles: tuple[Article, ...], system: System, **options: object) -> RunResult:
    async def read(case: Case) -> tuple[Article, ...]:
        return articles

    return await run([case], system, judges(), read=read, clock=FixedClock(datetime(2031, 5, 4, tzinfo=UTC)), **options)  # type: ignore[arg-type]


def engine(brief: Brief, name: str = "ours") -> Engine:
    async def make(ask: Ask) -> Brief:
        return brief

    return Engine(name, {"code": "1"}, make)


def without_a_fact(brief: Brief) -> Brief:
    story = brief.stories[0]
    return brief.model_copy(update={"stories": (story.model_copy(update={"key_points": story.key_points[:1]}),)})


def with_a_moved_citation(brief: Brief) -> Brief:
    story = brief.stories[0]
    moved = story.key_points[1].model_copy(update={"citations": story.key_points[0].citations})
    return brief.model_copy(update={"stories": (story.model_copy(update={"key_points": (story.key_points[0], moved)}),)})


def with_a_forbidden_statement(brief: Brief) -> Brief:
    story = brief.stories[0]
    said = story.key_points[0].model_copy(update={"id": "x", "text": "The number of injured rose from 19 to 27."})
    return brief.model_copy(update={"stories": (story.model_copy(update={"key_points": (*story.key_points, said)}),)})


@pytest.mark.parametrize(
    ("broken", "score", "named"),
    [
        (
            without_a_fact,
            "fact_recall",
            "ferry (1 → 0.8): the fact is missing f3 “The port authority closed the northern channel until Friday.”",
        ),
        (with_a_moved_citation, "faithfulness", ": not supported p4 “The port authority closed the northern channel until Friday.”"),
        (with_a_forbidden_statement, "forbidden", "ferry (0 → 1): forbidden x1 “The number of injured rose from 19 to 27.”"),
    ],
)
async def test_an_eval_broken_on_purpose_fails_and_says_which(
    broken: Callable[[Brief], Brief], score: str, named: str, ferry: Case, articles: tuple[Article, ...], ferry_brief: Brief
) -> None:
    floor = floor_of(await measured(ferry, articles, engine(ferry_brief)))
    assert breaches(floor, await measured(ferry, articles, engine(ferry_brief))) == ()
    found = {breach.score: str(breach) for breach in breaches(floor, await measured(ferry, articles, engine(broken(ferry_brief))))}
    assert named in found[score]
    assert f"{score} on cases is " in found[score]


async def test_the_answer_is_kept_and_not_asked_for_again(
    ferry: Case, articles: tuple[Article, ...], ferry_brief: Brief, tmp_path: Path
) -> None:
    asked: list[int] = []

    async def make(ask: Ask) -> Brief:
        asked.append(ask.seed)
        return ferry_brief

    system, kept = Engine("ours", {"code": "1"}, make), Answers(tmp_path / "answers")
    first = await measured(ferry, articles, system, answers=kept, repeats=2, seed=5)
    again = await measured(ferry, articles, system, answers=kept, repeats=2, seed=5, replay=True)
    assert asked == [5, 6]
    assert [result.recorded for result in again.results] == [True, True]
    assert [r.model_copy(update={"recorded": True}) for r in first.results] == list(again.results)
    await measured(ferry, articles, Engine("ours", {"code": "2"}, make), answers=kept)
    assert asked == [5, 6, 0]


async def test_a_damaged_record_is_asked_for_again(ferry: Case, articles: tuple[Article, ...], ferry_brief: Brief, tmp_path: Path) -> None:
    system, kept = engine(ferry_brief), Answers(tmp_path)
    result = (await measured(ferry, articles, system, answers=kept)).results[0]
    (tmp_path / f"{result.key}.json").write_text('{"points": [')
    assert not (await measured(ferry, articles, system, answers=kept)).results[0].recorded


async def test_a_replay_takes_the_newest_answer_of_any_version_and_a_run_only_its_own(
    ferry: Case, articles: tuple[Article, ...], ferry_brief: Brief, tmp_path: Path
) -> None:
    kept = Answers(tmp_path)
    await measured(ferry, articles, engine(ferry_brief), answers=kept)

    async def make(ask: Ask) -> Brief:
        return without_a_fact(ferry_brief)

    newer = Engine("ours", {"code": "2"}, make)
    assert (await measured(ferry, articles, newer, answers=kept, replay=True)).by_case("fact_recall") == {"ferry": 1.0}
    assert (await measured(ferry, articles, newer, answers=kept)).by_case("fact_recall") == {"ferry": 0.8}
    assert (await measured(ferry, articles, newer, answers=kept, replay=True)).by_case("fact_recall") == {"ferry": 0.8}


async def test_a_replay_without_a_record_fails_that_case_and_scores_it_as_empty(
    ferry: Case, articles: tuple[Article, ...], tmp_path: Path
) -> None:
    async def never(ask: Ask) -> Brief:
        raise AssertionError("asked")

    made = await measured(ferry, articles, Engine("ours", {}, never), answers=Answers(tmp_path), replay=True)
    assert "no answer is recorded for ferry" in str(made.results[0].failed)
    assert made.by_case("fact_recall") == {"ferry": 0.0}
    assert made.by_case("faithfulness") == {}


async def test_the_key_depends_on_the_question_and_the_system(ferry: Case, articles: tuple[Article, ...], ferry_brief: Brief) -> None:
    ask = Ask(case=ferry, articles=articles, max_words=350)
    keys = {
        key_of(engine(ferry_brief), ask),
        key_of(engine(ferry_brief, "other"), ask),
        key_of(engine(ferry_brief), ask.model_copy(update={"max_words": 300})),
        key_of(engine(ferry_brief), ask.model_copy(update={"seed": 1})),
        key_of(engine(ferry_brief), ask.model_copy(update={"case": ferry.model_copy(update={"focus": None})})),
    }
    assert len(keys) == 5
    facts = ask.model_copy(update={"case": ferry.model_copy(update={"facts": ()})})
    assert key_of(engine(ferry_brief), facts) in keys
    twin = ask.model_copy(update={"case": ferry.model_copy(update={"id": "twin"})})
    assert key_of(engine(ferry_brief), twin) not in keys


async def test_an_engine_that_fails_costs_its_case_and_a_partial_brief_is_scored(
    ferry: Case, articles: tuple[Article, ...], ferry_brief: Brief
) -> None:
    async def nothing(ask: Ask) -> Brief:
        raise NoInput("nothing could be read")

    async def part(ask: Ask) -> Brief:
        raise ProviderError("the endpoint failed", ferry_brief)

    assert (await measured(ferry, articles, Engine("ours", {}, nothing))).results[0].failed == "ours: nothing could be read"
    assert (await measured(ferry, articles, Engine("ours", {}, part))).by_case("fact_recall") == {"ferry": 1.0}


async def test_what_is_told_without_a_model_that_never_answered_is_no_score_of_it(
    ferry: Case, articles: tuple[Article, ...], ferry_brief: Brief
) -> None:
    unanswered = ferry_brief.model_copy(update={"run": ferry_brief.run.model_copy(update={"engine": "openai", "tokens_in": 0})})

    async def dead(ask: Ask) -> Brief:
        raise ProviderError("the endpoint cannot be reached", unanswered)

    made = await measured(ferry, articles, Engine("m", {}, dead))
    assert made.results[0].failed == "m: the endpoint cannot be reached"
    assert made.by_case("fact_recall") == {"ferry": 0.0}


ECHO = (
    "import sys,pathlib; t=sorted(pathlib.Path(sys.argv[1]).glob('*.txt')); "
    "print('It ran aground with', len(t), 'texts, the first', t[0].name, '[1].')"
)


async def test_any_command_is_a_system(ferry: Case, articles: tuple[Article, ...]) -> None:
    ask = Ask(case=ferry, articles=articles, max_words=200, seed=3)
    answer = await Command(f'{sys.executable} -c "{ECHO}" {{texts}}').answer(ask)
    assert [(p.text, p.cites[0].article) for p in answer.points] == [("It ran aground with 3 texts, the first 001.txt.", "herald")]
    assert answer.seconds is not None
    holes = await Command(
        f"{sys.executable} -c \"import sys; print(*sys.argv[1:], sep=' | ')\" {{articles}} {{focus}} {{words}} {{seed}}"
    ).answer(ask)
    assert holes.raw.strip() == f"{ferry.articles} | What caused the accident? | 200 | 3"
    out = await Command(f"{sys.executable} -c \"import sys; open(sys.argv[2],'w').write('From the file.')\" {{articles}} {{out}}").answer(
        ask
    )
    assert out.raw == "From the file."


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import sys; sys.stderr.write('first\\nno key\\n'); sys.exit(4)", "ended with 4: no key"),
        ("import time; time.sleep(9)", "did not end within 0.3 s"),
        ("pass", "printed nothing"),
    ],
)
async def test_a_command_that_fails_says_why(program: str, said: str, ferry: Case, articles: tuple[Article, ...]) -> None:
    system = Command(f'{sys.executable} -c "{program}" {{articles}}', timeout=0.3 if "sleep" in program else 30)
    with pytest.raises(SystemFailed, match=said):
        await system.answer(Ask(case=ferry, articles=articles, max_words=200))


def test_a_command_needs_to_be_told_where_the_articles_are() -> None:
    with pytest.raises(UsageError, match=r"\{articles\}"):
        Command("echo hello")
    with pytest.raises(UsageError, match="No closing quotation"):
        Command("echo '{articles}")


async def test_a_folder_of_finished_summaries_is_a_system(
    ferry: Case, articles: tuple[Article, ...], ferry_brief: Brief, tmp_path: Path
) -> None:
    (tmp_path / "ferry.txt").write_text("The Sorrel ran aground with 212 people [2].")
    ask = Ask(case=ferry, articles=articles, max_words=200)
    assert (await Folder(tmp_path).answer(ask)).points[0].cites[0].article == "wire"
    (tmp_path / "ferry.json").write_text(ferry_brief.model_dump_json())
    assert (await Folder(tmp_path).answer(ask)).shape == "brief"
    (tmp_path / "ferry.json").write_text('{"schema_version": 1, "id": 3}')
    with pytest.raises(SystemFailed, match="breaks its schema"):
        await Folder(tmp_path).answer(ask)
    with pytest.raises(SystemFailed, match=r"holds no other\.json"):
        await Folder(tmp_path).answer(ask.model_copy(update={"case": ferry.model_copy(update={"id": "other"})}))
    with pytest.raises(UsageError, match="no folder"):
        Folder(tmp_path / "none")


async def test_a_run_is_read_back_as_it_was_written(ferry: Case, articles: tuple[Article, ...], ferry_brief: Brief, tmp_path: Path) -> None:
    made = await measured(ferry, articles, engine(ferry_brief))
    (tmp_path / "run.json").write_text(made.model_dump_json(indent=1))
    assert load_run(tmp_path) == load_run(tmp_path / "run.json") == made
    (tmp_path / "run.json").write_text("{}")
    with pytest.raises(UsageError, match="no run of this version"):
        load_run(tmp_path)
    with pytest.raises(UsageError, match="holds no run"):
        load_run(tmp_path / "none")


def test_a_difference_is_told_only_where_its_interval_leaves_out_zero() -> None:
    low, high = [0.1, 0.2, 0.3, 0.2, 0.1, 0.3], [0.5, 0.7, 0.6, 0.6, 0.5, 0.7]
    assert paired(low, high)[1] == "better"
    assert paired(high, low)[1] == "worse"
    assert paired(high, low, "lower")[1] == "better"
    assert paired(low, high, "neither")[1] == "different"
    assert paired(low, low)[1] == "same"
    assert paired(low, [0.2, 0.1, 0.4, 0.1, 0.2, 0.2])[1] == "cannot tell"
    assert paired(low[:4], high[:4])[1] == "cannot tell"
    assert paired([], [])[1] == "cannot tell"


async def test_two_runs_are_compared_by_case_and_the_worst_case_is_named(
    ferry: Case, articles: tuple[Article, ...], ferry_brief: Brief
) -> None:
    async def many(brief: Brief) -> RunResult:
        made = await measured(ferry, articles, engine(brief))
        return made.model_copy(update={"results": tuple(made.results[0].model_copy(update={"case": f"c{n}"}) for n in range(6))})

    good, bad = await many(ferry_brief), await many(without_a_fact(ferry_brief))
    found = {one.score: one for one in compare(good, bad).scores}
    assert (found["fact_recall"].outcome, found["fact_recall"].worst) == ("worse", "c0")
    assert found["faithfulness"].outcome == "same"
    assert found["cost"].outcome == "same"
    other = bad.model_copy(update={"judge": "llm m", "max_words": 200, "results": bad.results[:5]})
    notes = compare(good, other).notes
    assert len(notes) == 3
    with pytest.raises(UsageError, match="share no case"):
        compare(good, bad.model_copy(update={"results": ()}))


async def test_floors_only_rise(ferry: Case, articles: tuple[Article, ...], ferry_brief: Brief, tmp_path: Path) -> None:
    good = await measured(ferry, articles, engine(ferry_brief))
    bad = await measured(ferry, articles, engine(without_a_fact(ferry_brief)))
    floors = raised((), bad)
    floors = raised(floors, good)
    assert len(floors) == 1
    path = tmp_path / "floors.toml"
    path.write_text(floors_text(floors))
    assert load_floors(path) == floors
    assert floor_for(floors, good) == floors[0]
    assert floor_for(floors, good.model_copy(update={"max_words": 200})) is None
    with pytest.raises(VerificationFailed, match=r"floors only rise: fact_recall on cases is 0\.8.*f3"):
        raised(floors, bad)
    assert raised(floors, bad, allow_regression=True)[0].scores["fact_recall"] == 0.8
    assert "seconds" not in floors[0].scores


async def test_a_floor_does_not_fail_by_rounding(ferry: Case, articles: tuple[Article, ...], ferry_brief: Brief) -> None:
    brief = without_a_fact(ferry_brief)
    made = await measured(ferry, articles, engine(brief))
    assert breaches(floor_of(made), made) == ()


def test_no_floors_are_taken_from_a_run_with_failures_and_a_broken_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    assert load_floors(path) == ()
    for content, said in (("[[floors]\n", "cannot be read"), ('[[floors]]\ncases="a"\n', "cannot be read")):
        path.write_text(content)
        with pytest.raises(UsageError, match=said):
            load_floors(path)
    path.write_text('[[floors]]\ncases="a"\nsystem="b"\njudge="c"\nmax_words=1\n[floors.scores]\nrecal=1\n')
    with pytest.raises(UsageError, match="no score is called 'recal'"):
        load_floors(path)


async def test_an_unscored_score_breaks_its_floor(ferry: Case, articles: tuple[Article, ...], ferry_brief: Brief) -> None:
    good = await measured(ferry, articles, engine(ferry_brief))
    floor = floor_of(good)
    silent = ferry.model_copy(update={"facts": ()})
    found = {breach.score: str(breach) for breach in breaches(floor, await measured(silent, articles, engine(ferry_brief)))}
    assert "fact_recall on cases is unscored" in found["fact_recall"]


async def test_the_report_shows_every_fact_statement_and_reason_and_runs_nothing(
    ferry: Case, articles: tuple[Article, ...], ferry_brief: Brief
) -> None:
    made = await measured(ferry, articles, engine(with_a_moved_citation(ferry_brief), "ours & <b>theirs</b>"))
    page = html(made)
    for fact in ferry.facts:
        assert fact.text in page
    assert "other sentences of the articles do support it" in page
    assert "kappa 0.512" in page
    assert "ours &amp; &lt;b&gt;theirs&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


async def test_hostile_text_stays_text_in_the_report(ferry: Case, articles: tuple[Article, ...]) -> None:
    text = "<img src=x onerror=alert(1)> The ferry \u202eran aground \x1b[31m [1]."

    class Hostile:
        name = "hostile"
        identity: dict[str, str] = {}  # noqa: RUF012 - a stand-in

        async def answer(self, ask: Ask) -> Answer:
            return answer_of_text(text, ask.articles)

    page = html(await measured(ferry, articles, Hostile()))
    assert "<img" not in page
    assert "\x1b" not in page
    assert "\u202e" not in page
