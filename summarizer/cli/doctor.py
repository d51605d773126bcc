"""`summarizer doctor`: does this installation work, and what to do about what does not?"""

import sys
from collections.abc import Iterator
from typing import NamedTuple

import click

from summarizer.cli import options, results
from summarizer.cli.session import Session

PACKAGES = (
    "pydantic",
    "openai",
    "trafilatura",
    "lxml",
    "lxml_html_clean",
    "pypdfium2",
    "numpy",
    "scipy",
    "tiktoken",
    "rapidfuzz",
    "rich",
    "click",
)
Verdict = str  # "ok", "note" or "broken"


class Finding(NamedTuple):
    """`verdict` "broken" means that something needed does not work; a "note" is only good to know."""

    verdict: Verdict
    what: str
    detail: str


@click.command()
@click.option("--online", is_flag=True, help="Ask the configured endpoint for its models (sends nothing of yours but the key).")
@options.model
@options.voice
def doctor(online: bool, quiet: bool, verbose: int, **flags: object) -> int:
    """Check this installation and say what to do about what is missing. Exits with 2 when something needed is broken."""
    from summarizer.render import safe

    session = Session(flags, quiet=quiet, verbose=verbose)
    found = [*_python(), *_packages(), *_tokens(session), *_model(session), *_state(session), *_terminal()]
    if online:
        found += _endpoint(session)
    results.print_lines(f"{one.verdict:<7} {one.what:<14} {safe.plain(one.detail)}" for one in found)
    return 2 if any(one.verdict == "broken" for one in found) else 0


def _python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("ok" if sys.version_info >= (3, 11) else "broken", "Python", f"{version}, {sys.platform}")


def _packages() -> Iterator[Finding]:
    from importlib.metadata import PackageNotFoundError, version

    from summarizer import __version__

    found, missing = [], []
    for name in PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    yield Finding("ok", "packages", f"summarizer {__version__}, {', '.join(found)}")
    if missing:
        yield Finding("broken", "packages", f"missing: {', '.join(missing)}; install summarizer again")


def _tokens(session: Session) -> Iterator[Finding]:
    from summarizer.edges.tokens import token_counter

    name = token_counter(session.settings.model).name
    if name.startswith("estimate"):
        yield Finding("note", "tokens", f"{name}; exact where tiktoken's vocabulary lies in TIKTOKEN_CACHE_DIR (nothing is downloaded)")
    else:
        yield Finding("ok", "tokens", name)


def _model(session: Session) -> Iterator[Finding]:
    from summarizer.wiring import EXTRACTIVE, model_name

    settings, origins = session.settings, session.found.origins
    name = model_name(settings)
    if name == EXTRACTIVE:
        yield Finding(
            "ok", "model", f"none: briefs are extractive ({origins['model']}); set one with --model, SUMMARIZER_MODEL or in summarizer.toml"
        )
    elif not settings.api_key and not settings.base_url:
        yield Finding("broken", "model", f"{name} ({origins['model']}), but no key and no endpoint: set OPENAI_API_KEY or --base-url")
    else:
        key = f"key from {origins['api_key']}" if settings.api_key else "no key"
        yield Finding("ok", "model", f"{name} ({origins['model']}) at {settings.base_url or 'the OpenAI endpoint'}, {key}")


def _state(session: Session) -> Iterator[Finding]:
    import os
    import sqlite3
    from pathlib import Path

    from summarizer.edges.state import Database
    from summarizer.errors import SummarizerError

    path = Path(session.settings.state or "")
    broken = f"{path} cannot be used (%s): replies would not be remembered; choose another place with --state"
    if not path.exists():
        folder = next(folder for folder in path.absolute().parents if folder.exists())
        writable = folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
        yield (
            Finding("ok", "state file", f"{path}, not there yet")
            if writable
            else Finding("broken", "state file", broken % f"{folder} is not writable")
        )
        return
    try:
        Database(path, listen=session.voice).close()
    except (OSError, sqlite3.Error, SummarizerError) as error:
        yield Finding("broken", "state file", broken % error)
    else:
        yield Finding("ok", "state file", str(path))


def _terminal() -> Iterator[Finding]:
    import locale
    import os
    import shutil

    encoding = sys.stdout.encoding or "ascii"
    known = encoding.lower().replace("-", "") == "utf8"
    advice = "" if known else "; characters that it lacks are shown as ?: set LC_ALL=C.UTF-8, or write a file with -o"
    yield Finding("ok" if known else "note", "locale", f"{locale.setlocale(locale.LC_CTYPE, None)}, stdout {encoding}{advice}")
    colour = "no colour (NO_COLOR)" if os.environ.get("NO_COLOR") else f"TERM {os.environ.get('TERM', 'not set')}"
    yield Finding(
        "ok",
        "terminal",
        f"{'terminal' if sys.stdout.isatty() else 'not a terminal'}, {shutil.get_terminal_size().columns} columns, {colour}",
    )


def _endpoint(session: Session) -> Iterator[Finding]:
    import httpx

    from summarizer.edges.logging_filter import redacted
    from summarizer.wiring import EXTRACTIVE, model_name

    settings = session.settings
    if not settings.base_url and not settings.api_key:
        yield Finding("note", "endpoint", "none is configured")
        return
    url = (settings.base_url or "https://api.openai.com/v1").rstrip("/") + "/models"
    headers = {"Authorization": f"Bearer {settings.api_key}"} if settings.api_key else {}
    try:
        answer = httpx.get(url, headers=headers, timeout=settings.limits.connect_seconds * 2)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        said = redacted(str(error) or type(error).__name__, (settings.api_key or "",))
        yield Finding("broken", "endpoint", f"{url} cannot be reached: {said}; check --base-url and the network")
        return
    if answer.status_code in (401, 403):
        yield Finding("broken", "endpoint", f"{url} refuses the key (HTTP {answer.status_code}): check {session.found.origins['api_key']}")
    elif answer.status_code >= 500:
        yield Finding("broken", "endpoint", f"{url} answers with HTTP {answer.status_code}: try again later")
    else:
        named = model_name(settings) == EXTRACTIVE or f'"{model_name(settings)}"' in answer.text
        yield Finding(
            "ok" if named else "note", "endpoint", f"{url} answers" + ("" if named else f"; it does not list {model_name(settings)}")
        )
