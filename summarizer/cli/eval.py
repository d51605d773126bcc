"""`summarizer eval run`, `compare`, `mutate` and `judge`: measured answers, and judges that are measured first."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarizer.cli import options, results
from summarizer.cli.session import Session
from summarizer.errors import UsageError, VerificationFailed

if TYPE_CHECKING:
    from summarizer.evaluation.run import RunResult

SHAPES = click.Choice(["table", "json", "html"])
JUDGE = click.option("--judge", type=click.Choice(["lexical", "nli", "llm"]), default="lexical", show_default=True, help="Who judges.")
JUDGE_MODEL = click.option("--judge-model", metavar="NAME", help="Model of the llm judge, or files of the nli judge.  [default: --model]")
GRADES = click.option("--grades", type=click.Path(dir_okay=False, path_type=Path), help="Grades of further judges (`eval judge --save`).")


@click.group()
def eval() -> None:  # the command's name
    """Measure summaries, prompts, models and judges."""


@eval.command()
@click.argument("cases", nargs=-1, metavar="[CASES]...")
@click.option("--system", "name", default=None, metavar="NAME", help="Our engine: `extractive`, or `openai` with --model.")
@click.option("--system-command", metavar="WORDS", help="Any program instead: '… {articles} …' that prints text or JSON.")
@click.option("--summaries", metavar="DIR", help="Finished summaries instead: CASE.json, .md or .txt.")
@click.option("--label", metavar="TEXT", help="What to call the system in tables.")
@click.option("--timeout", type=float, default=900.0, metavar="SECONDS", show_default=True, help="For one answer of --system-command.")
@click.option("--max-words", type=click.IntRange(min=50), default=350, show_default=True, help="Length every system is asked for.")
@click.option("--repeats", type=click.IntRange(min=1), default=1, show_default=True, help="Answers a case, each with another seed.")
@click.option("--seed", type=int, default=0, show_default=True)
@JUDGE
@JUDGE_MODEL
@GRADES
@click.option("--force", is_flag=True, help="Let a judge score coverage that was not graded, or graded too low.")
@click.option("-o", "folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Keep run.json, report.html, answers.")
@click.option("--replay", is_flag=True, help="With -o: take every answer from the record and ask nobody.")
@click.option("--floors", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Floors.  [default: floors.toml at CASES]")
@click.option("--no-floors", is_flag=True, help="Hold the run against no floors.")
@click.option("--raise-floors", is_flag=True, help="Write what this run reached as the new floors.")
@click.option("--allow-regression", is_flag=True, help="With --raise-floors: a floor may fall.")
@click.option("--format", "shape", type=SHAPES, default="table", show_default=True, help="Format on stdout.")
@options.model
@options.voice
def run(
    cases: tuple[str, ...],
    name: str | None,
    system_command: str | None,
    summaries: str | None,
    label: str | None,
    timeout: float,
    max_words: int,
    repeats: int,
    seed: int,
    judge: str,
    judge_model: str | None,
    grades: Path | None,
    force: bool,
    folder: Path | None,
    replay: bool,
    floors: Path | None,
    no_floors: bool,
    raise_floors: bool,
    allow_regression: bool,
    shape: str,
    quiet: bool,
    verbose: int,
    **flags: object,
) -> int:
    """Ask a system for a brief of every case and score what it answers.

    CASES are folders with case.toml and articles/, or folders of such folders; evals/cases by default. Exits with 3 where a score is
    under its floor, and says which fact, citation or statement is to blame.
    """
    from summarizer.cli import eval_output, eval_setup
    from summarizer.evaluation.case import find_cases

    session = Session(flags, quiet=quiet, verbose=verbose)
    places = cases or ("evals/cases",)
    found = find_cases(places)
    if replay and folder is None:
        raise UsageError("--replay takes the answers from the folder of an earlier run: name it with -o")
    system = eval_setup.system(session, name, system_command, summaries, label, timeout, folder)
    with session.voice:
        made = asyncio.run(
            eval_setup.measured(
                session, found, system, judge=judge, judge_model=judge_model, grades=grades, force=force, folder=folder, replay=replay,
                name=_set_name(places), max_words=max_words, repeats=repeats, seed=seed,
            )
        )  # fmt: skip
    if folder is not None:
        for path in eval_output.keep(made, folder):
            session.voice.say(f"written: {path}")
    eval_output.print_run(made, shape)
    for failed in made.failed:
        session.voice.warn(f"{failed.case}: {failed.failed}")
    if not no_floors:
        _hold(session, made, floors or _floors_at(places), raise_floors, allow_regression)
    if len(made.failed) == len(made.results):
        raise VerificationFailed(f"{made.system} answered none of {len(made.results)} question(s): {made.failed[0].failed}")
    return 0


@eval.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True, help="Format on stdout.")
@click.option("--gate", is_flag=True, help="Exit with 3 where B is worse.")
def compare(a: str, b: str, shape: str, gate: bool) -> int:
    """Say of each score whether run B is better than run A, worse, or cannot be told apart. A and B are folders of `eval run -o`."""
    from summarizer.cli import eval_output
    from summarizer.evaluation.compare import compare as compared
    from summarizer.evaluation.run import load_run

    found = compared(load_run(a), load_run(b))
    if shape == "json":
        results.print_json(found.model_dump_json(indent=1))
    else:
        eval_output.print_comparison(found)
    worse = [one for one in found.scores if one.outcome == "worse"]
    if gate and worse:
        named = "; ".join(f"{one.score} by {one.difference} (most in {one.worst})" for one in worse)
        raise VerificationFailed(f"{found.b} is worse than {found.a}: {named}")
    return 0


@eval.command()
@click.argument("data", type=click.Path(path_type=Path), metavar="DATA")
@JUDGE
@JUDGE_MODEL
@click.option("--most", type=click.IntRange(min=1), help="Only so many rows of each set, spread over it (a cheaper, less certain grade).")
@click.option("--save", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Keep the grades, for `eval run --grades`.")
@click.option("--predictions", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Write what it said of each row.")
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True, help="Format on stdout.")
@options.model
@options.voice
def judge(
    data: Path,
    judge: str,
    judge_model: str | None,
    most: int | None,
    save: Path | None,
    predictions: Path | None,
    shape: str,
    quiet: bool,
    verbose: int,
    **flags: object,
) -> int:
    """Grade a judge on labels that people gave: coverage by kappa, support by balanced accuracy.

    DATA is a folder of public sets, or one of their files; docs/evals.md names the formats.
    """
    from summarizer.cli import eval_output, eval_setup
    from summarizer.evaluation.grades import keep

    session = Session(flags, quiet=quiet, verbose=verbose)
    with session.voice:
        found = asyncio.run(eval_setup.graded(session, data, judge, judge_model, most))
    grades = [one.grade for one in found]
    if predictions is not None:
        eval_output.keep_predictions(found, predictions)
        session.voice.say(f"written: {predictions}")
    if save is not None:
        keep(save, grades)
        session.voice.say(f"written: {save}")
    eval_output.print_grades(grades, shape)
    return 0


@eval.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@JUDGE
@JUDGE_MODEL
@click.option("--most", type=click.IntRange(min=1), default=60, show_default=True, help="Errors planted of each kind.")
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--show", type=click.IntRange(min=0), default=0, show_default=True, help="Wrong verdicts to print of each kind.")
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True, help="Format on stdout.")
@options.model
@options.voice
def mutate(
    sources: tuple[str, ...],
    judge: str,
    judge_model: str | None,
    most: int,
    seed: int,
    show: int,
    shape: str,
    quiet: bool,
    verbose: int,
    **flags: object,
) -> int:
    """Plant errors in true sentences of the articles and count those that the checks catch, and the false alarms.

    SOURCE is what `brief` takes; the articles of evals/cases by default.
    """
    from summarizer.cli import eval_output, eval_setup

    session = Session(flags, quiet=quiet, verbose=verbose)
    with session.voice:
        rows = asyncio.run(eval_setup.mutated(session, sources or ("evals/cases",), judge, judge_model, most, seed))
    eval_output.print_mutations(rows, shape, show)
    return 0


def _hold(session: Session, made: "RunResult", path: Path | None, raise_them: bool, allow_regression: bool) -> None:
    """Holds a run against its floors, or writes it into them."""
    from summarizer.edges.output import write_atomically
    from summarizer.evaluation.floors import breaches, floor_for, floors_text, load_floors, raised

    if path is None:
        if raise_them:
            raise UsageError("--raise-floors needs a file: name it with --floors")
        return
    floors = load_floors(path)
    if raise_them:
        write_atomically(path, floors_text(raised(floors, made, allow_regression=allow_regression)))
        session.voice.say(f"written: {path}")
        return
    floor = floor_for(floors, made)
    if floor is None:
        session.voice.say(f"{path} has no floors for {made.system} on {made.cases} in {made.max_words} words, judged by {made.judge}")
        return
    fallen = breaches(floor, made)
    if fallen:
        raise VerificationFailed(" | ".join(str(breach) for breach in fallen))
    session.voice.say(f"every floor of {path} is met")


def _floors_at(places: tuple[str, ...]) -> Path | None:
    """floors.toml in the folder of cases or beside it."""
    if len(places) != 1:
        return None
    place = Path(places[0])
    return next((path for path in (place / "floors.toml", place.resolve().parent / "floors.toml") if path.is_file()), None)


def _set_name(places: tuple[str, ...]) -> str:
    return "+".join(Path(place).resolve().name for place in places)
