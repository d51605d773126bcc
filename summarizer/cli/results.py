"""Results on stdout and into files: a brief in the formats asked for, plain lines, JSON."""

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from summarizer.brief import Brief
from summarizer.edges.output import check_writable, write_atomically
from summarizer.errors import SummarizerError, UsageError
from summarizer.render import safe
from summarizer.render.terminal import NARROWEST, WIDEST, Line, Part, lines, wrapped

SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".json": "json", ".txt": "terminal"}
STYLES = {"title": "bold", "heading": "bold cyan", "label": "bold", "mark": "cyan", "dim": "dim", "warning": "yellow"}
STDOUT = Path("-")


class Target(NamedTuple):
    path: Path
    shape: str


def targets(outputs: Sequence[str], shape: str | None) -> list[Target]:
    """Where the brief goes and in which format; raises UsageError now for what could not be written later."""
    found = []
    for output in outputs:
        path = Path(output)
        known = SUFFIXES.get(path.suffix.lower(), shape)
        if path == STDOUT:
            known = shape or "terminal"
        elif known is None:
            raise UsageError(f"the format of {output} is not known from its suffix: use {' '.join(SUFFIXES)}, or add --format")
        else:
            check_writable(path)
        found.append(Target(path, known))
    return found or [Target(STDOUT, shape or "terminal")]


def write(brief: Brief, places: Sequence[Target], *, embed_sources: bool) -> list[Path]:
    """Renders and writes the brief to each place; returns the files written. One that fails does not keep the others from being written."""
    written, failed = [], []
    for place in places:
        if place.path == STDOUT:
            _print(brief, place.shape, embed_sources)
            continue
        try:
            write_atomically(place.path, rendered(brief, place.shape, embed_sources))
            written.append(place.path)
        except SummarizerError as error:
            failed.append(str(error))
    if failed:
        raise SummarizerError("; ".join(failed))
    return written


def rendered(brief: Brief, shape: str, embed_sources: bool = False) -> str:
    """The brief as the text of a file."""
    if shape == "json":
        return safe.json(brief if embed_sources else brief.with_texts({}))
    if shape == "markdown":
        return brief.to_markdown()
    if shape == "html":
        return brief.to_html()
    return "".join(f"{line}\n" for line in lines(brief, 80))


def load_brief(path: str) -> Brief:
    """A brief from a JSON file, or from stdin ("-"). Raises UsageError."""
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    return parsed_brief(data, path)


def parsed_brief(data: bytes, name: str) -> Brief:
    """The brief in the JSON; `name` is what a person calls it. Raises UsageError with the first thing that is wrong."""
    from pydantic import ValidationError

    try:
        return Brief.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise UsageError(
            f"{name} is not a brief in JSON: {f'{place}: ' if place else ''}{first['msg']} (`summarizer brief -o brief.json` writes one)"
        ) from error


def print_lines(text: Iterable[str]) -> None:
    """Plain lines on stdout; they must be safe already."""
    sys.stdout.writelines(f"{line}\n" for line in text)


def print_wrapped(text: Iterable[str], indent: int) -> None:
    """`print_lines` for a person: on a terminal a line that is too long goes on beneath itself, `indent` columns in."""
    if not sys.stdout.isatty():
        print_lines(text)
        return
    width = max(NARROWEST, min(shutil.get_terminal_size((80, 24)).columns, WIDEST))
    for line in text:
        column = line[indent - 1 : indent] == " "  # a label stands before the text
        lead = line[:indent] if column else line[: len(line) - len(line.lstrip())]
        print_lines(str(part) for part in wrapped([Part(line[len(lead) :])], width, lead, " " * indent))


def print_json(text: str) -> None:
    """JSON on stdout, always UTF-8, in which nothing acts on a terminal."""
    _as_utf8()
    sys.stdout.write(safe.inert_json(text) + "\n")


def _print(brief: Brief, shape: str, embed_sources: bool) -> None:
    if shape != "terminal":
        _as_utf8()
        sys.stdout.write(rendered(brief, shape, embed_sources))
        return
    shown = lines(brief, shutil.get_terminal_size((80, 24)).columns)
    if sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb":
        _print_styled(shown)
    else:
        print_lines(str(line) for line in shown)


def _print_styled(shown: list[Line]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line in shown:
        console.print(Text.assemble(*((part.text, STYLES.get(part.style, "")) for part in line.parts)), soft_wrap=True)


def _as_utf8() -> None:
    """A file format is UTF-8 whatever the locale of the terminal."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None and sys.stdout.encoding.lower() != "utf-8":  # it writes out what is held back: not for every row
        reconfigure(encoding="utf-8")
