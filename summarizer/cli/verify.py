"""`summarizer verify`: a brief against its sources, any text against any articles, rows of claims in bulk."""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarizer.cli import options, results
from summarizer.cli.session import Session
from summarizer.errors import UsageError, VerificationFailed
from summarizer.events import Progress
from summarizer.render import safe
from summarizer.render.receipt import counted

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.brief import Brief
    from summarizer.verdict import Report, Verdict

_TOLD_EVERY = 100  # rows
_OBJECTS = 70_000  # that are made before the next search


@click.command()
@click.argument("file", required=False, metavar="FILE")
@click.argument("more", nargs=-1, metavar="")
@click.option(
    "--against", multiple=True, metavar="SOURCE...", help="Articles to hold it against; a brief with embedded sources needs none."
)
@click.option("--pairs", metavar="IN.jsonl", help='Instead: check rows {"id", "source" or "documents", "claim"}; writes a row for each.')
@options.plain_or_json
@options.judge
@click.option("--base-url", metavar="URL", help="Endpoint of the llm judge.")
@click.option("--lenient", is_flag=True, help="Exit with 0 also when something failed.")
@options.voice
def verify(
    file: str | None,
    more: tuple[str, ...],
    against: tuple[str, ...],
    pairs: str | None,
    shape: str,
    lenient: bool,
    quiet: bool,
    verbose: int,
    **flags: object,
) -> int:
    """Check a brief, or any text, against sources. Exits with 3 when a statement is not supported.

    FILE is a brief in JSON, or a text that anybody wrote, or - for stdin. Nothing is sent anywhere, unless --judge llm asks a model.
    """
    session = Session(flags, quiet=quiet, verbose=verbose)
    if pairs is not None:
        if file is not None or against:
            raise UsageError("--pairs brings its own sources: give neither FILE nor --against with it")
        return _pairs(pairs, session)
    if file is None:
        raise UsageError("name a FILE to check, or --pairs IN.jsonl")
    subject = _subject(file)
    reading = session.read([*against, *more]) if against else None
    if reading is None and isinstance(subject, str):
        raise UsageError(f"{file} is a text: name the articles to hold it against with --against SOURCE")
    with session.voice:
        report = asyncio.run(_verified(subject, reading.articles if reading else (), session))
    if shape == "json":
        results.print_json(report.model_dump_json(indent=2))
    else:
        results.print_wrapped(told(report, everything=bool(verbose)), 11)
    if report.ok or lenient:
        return 0
    raise VerificationFailed(_counts(report))


def told(report: "Report", *, everything: bool) -> list[str]:
    """What failed and what could not be decided, each with its reason, and a count; with `everything` also what passed."""
    lines = []
    for verdict in report.verdicts:
        if not verdict.supported or verdict.support != "verified" or everything:
            lines.append(f"{_mark(verdict):<10} {safe.prose(verdict.text)}")
            lines += [f"{'':<10} {safe.prose(reason)}" for reason in verdict.reasons]
    lines += [f"{'problem':<10} {safe.prose(problem)}" for problem in report.problems]
    return [*lines, *([""] if lines else []), _counts(report) + "."]


FAILED = "FAILED"
_WEAK = {"partly": "only in part", "unchecked": "could not be checked"}


def _mark(verdict: "Verdict") -> str:
    if not verdict.supported:
        return FAILED
    return {"verified": "ok", "partial": "partly", "unchecked": "unchecked"}[verdict.support]


def _counts(report: "Report") -> str:
    marks = [_mark(verdict) for verdict in report.verdicts]
    parts = [f"{marks.count('ok'):,} supported"]
    parts += [f"{marks.count(mark):,} {words}" for mark, words in _WEAK.items() if mark in marks]
    problems = f"; {counted(len(report.problems), 'problem')} with sources or counts" if report.problems else ""
    return f"{counted(len(report.verdicts), 'statement')}: {', '.join([*parts, f'{marks.count(FAILED):,} not'])}{problems}"


def _subject(file: str) -> "Brief | str":
    """A brief where the file holds JSON that says so, else its text. Raises UsageError."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is not text in UTF-8") from error
    if text.lstrip()[:1] == "{" and '"schema_version"' in text:
        return results.parsed_brief(data, file)
    if not text.strip():
        raise UsageError(f"{file} is empty")
    return text


async def _verified(subject: "Brief | str", articles: "Sequence[Article]", session: Session) -> "Report":
    from summarizer.verification import averify
    from summarizer.wiring import entailment

    async with entailment(session.settings, session.voice) as judge:
        return await averify(subject, articles, judge)


def _pairs(path: str, session: Session) -> int:
    from summarizer.edges.nli import OnnxEntailment
    from summarizer.verification import verify_pairs

    settings = session.settings
    if settings.judge == "llm":
        raise UsageError("--pairs takes --judge lexical or nli: it streams rows in bulk")
    if settings.judge == "nli" and not settings.judge_model:
        raise UsageError("--judge nli needs --judge-model DIR: a folder with an ONNX model, its tokenizer and config")
    judge = OnnxEntailment(settings.judge_model) if settings.judge == "nli" and settings.judge_model else None
    with session.voice as voice, _collecting_seldom():
        for done, row in enumerate(verify_pairs(_lines(path), judge), 1):
            results.print_json(row)
            if path == "-":
                sys.stdout.flush()  # whoever writes the rows may wait for the answers
            if done % _TOLD_EVERY == 0:
                voice(Progress(stage="check", done=done, total=0))
    return 0


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Cyclic garbage is looked for a hundred times less often: rows leave next to none, and the search took a quarter of the time."""
    import gc

    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OBJECTS, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _lines(path: str) -> Iterator[str]:
    """The rows of a file or of stdin, without loading it whole; bytes that are no UTF-8 are replaced and so fail in their row only."""
    try:
        with sys.stdin.buffer if path == "-" else Path(path).open("rb") as stream:
            for line in stream:
                yield line.decode("utf-8", "replace")
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
