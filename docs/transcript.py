"""Writes the README's transcript anew: what `summarizer brief examples/harrow-strait` prints today, up to its list of sources."""

import contextlib
import io
import os
import re
import sys
from pathlib import Path

from summarizer.cli.app import run

REPOSITORY = Path(__file__).resolve().parents[1]
MARKED = re.compile(r"(<!-- transcript -->\n```\n)(.*?)(```)", re.S)


def transcript() -> str:
    """The command and its output; the sources and all after the receipt's first line are left out."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.chdir(REPOSITORY):
        code = run(["brief", "examples/harrow-strait", "--model", "extractive", "--quiet"])
    if code:
        raise SystemExit(code)
    brief, _, rest = printed.getvalue().partition("\nSOURCES\n")
    receipt = next(line for line in rest.splitlines() if line.startswith("Read "))
    return f"$ summarizer brief examples/harrow-strait\n{brief}\n…\n{receipt}\n"


def renewed(readme: str) -> str:
    """The README with today's transcript."""
    return MARKED.sub(lambda found: found[1] + transcript() + found[3], readme)


if __name__ == "__main__":
    os.environ.pop("COLUMNS", None)
    path = REPOSITORY / "README.md"
    before = path.read_text("utf-8")
    if "--check" in sys.argv:
        sys.stdout.write(
            "the transcript is up to date\n" if renewed(before) == before else "the transcript is old: python docs/transcript.py\n"
        )
    else:
        path.write_text(renewed(before), "utf-8")
