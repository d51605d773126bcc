"""`summarizer verify`: a brief against its sources, any text against any articles, rows of claims in bulk."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarizer.cli import options, results
from summarizer.cli.session import Session
from summarizer.errors import UsageError, VerificationFailed
from summarizer.render import safe
from summarizer.render.receipt import counted

if TYPE_CHECKING:
    from summarizer.brief import Brief
    from summarizer.verdict import Report, Verdict


@click.command()
@click.argument("file", required=False, metavar="FILE")
@click.argument("more", nargs=-1, metavar="")
@click.option(
    "--against", multiple=True, metavar="SOURCE...", help="Articles to hold it against; a brief with embedded sources needs none."
)
@click.option("--pairs", metavar="IN.jsonl", help='Instead: check rows {"id", "source" or "documents", "claim"}; writes a row for each.')
@click.option(
    "--format", "shape", type=click.Choice(["terminal", "json"]), default="terminal", help="Format on stdout.  [default: terminal]"
)
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
) -> int:
    """Check a brief, or any text, against sources. Exits with 3 when a statement is not supported.

    FILE is a brief in JSON, or a text that anybody wrote, or - for stdin. No model is asked, nothing is sent anywhere.
    """
    if pairs is not None:
        if file is not None or against:
            raise UsageError("--pairs brings its own sources: give neither FILE nor --against with it")
        return _pairs(pairs)
    if file is None:
        raise UsageError("name a FILE to check, or --pairs IN.jsonl")
    from summarizer.verification import verify as verified

    session = Session({}, quiet=quiet, verbose=verbose)
    subject = _subject(file)
    reading = session.read([*against, *more]) if against else None
    if reading is None and isinstance(subject, str):
        raise UsageError(f"{file} is a text: name the articles to hold it against with --against SOURCE")
    report = verified(subject, reading.articles if reading else ())
    if shape == "json":
        results.print_json(report.model_dump_json(indent=2))
    else:
        results.print_lines(told(report, everything=bool(verbose)))
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


def _pairs(path: str) -> int:
    from summarizer.verification import verify_pairs

    for row in verify_pairs(_lines(path)):
        results.print_json(row)
    return 0


def _lines(path: str) -> Iterator[str]:
    """The rows of a file or of stdin, without loading it whole; bytes that are no UTF-8 are replaced and so fail in their row only."""
    try:
        with sys.stdin.buffer if path == "-" else Path(path).open("rb") as stream:
            for line in stream:
                yield line.decode("utf-8", "replace")
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
