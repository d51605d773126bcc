"""What is said on stderr while a command runs: progress where someone is watching, notices, warnings. Results never come this way."""

import os
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from summarizer.edges.logging_filter import log_to_stderr, redacted
from summarizer.events import Happening, Notice
from summarizer.render import safe

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

STAGES = {"reading": "Reading", "map": "Finding what they say", "reduce": "Writing", "check": "Checking"}


class Voice:
    """A Listener that talks to a person. As a context manager it takes its progress bars away at the end.

    `quiet` leaves out everything but warnings of failure; `verbosity` 1 adds what is merely good to know, 2 the logs of the libraries.
    """

    def __init__(self, quiet: bool = False, verbosity: int = 0, secrets: tuple[str, ...] = ()) -> None:
        import logging

        self._quiet, self._verbosity, self._secrets = quiet, verbosity, secrets
        self._bars: Bars | None = None
        self._tasks: dict[str, TaskID] = {}
        self._lock = threading.Lock()
        self._watched = not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        log_to_stderr(logging.DEBUG if verbosity >= 2 else logging.ERROR, secrets)

    def __call__(self, event: Happening) -> None:
        if isinstance(event, Notice):
            if event.level == "warning":
                self.warn(event.message)
            elif self._verbosity:
                self.say(event.message)
        elif self._watched:
            with self._lock:
                self._advance(event.stage, event.done, event.total)

    def without_warnings(self, event: Happening) -> None:
        """A Listener that leaves warnings out: whoever reads tells them when it is known whether anything was read."""
        if not isinstance(event, Notice) or event.level != "warning":
            self(event)

    def say(self, message: str) -> None:
        """Something good to know, unless quiet."""
        if not self._quiet:
            self._line(message)

    def warn(self, message: str) -> None:
        """Something that went wrong and did not end the run, unless quiet: it stands in the brief as well."""
        if not self._quiet:
            self._line(f"warning: {message}")

    def fail(self, message: str) -> None:
        """What a run that still wrote something ends with another code than 0 for: said also when quiet."""
        self._line(f"warning: {message}")

    def __enter__(self) -> "Voice":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._lock:
            if self._bars is not None:
                self._bars.stop()
                self._bars = None

    def _line(self, message: str) -> None:
        line = f"summarizer: {safe.plain(redacted(message, self._secrets))}"
        with self._lock:
            if self._bars is None:
                sys.stderr.write(_broken_at_words(line) + "\n")
            else:
                self._bars.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def _advance(self, stage: str, done: int, total: int) -> None:
        if self._bars is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=24), MofNCompleteColumn(), TimeElapsedColumn())
            self._bars = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bars.start()
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(STAGES.get(stage, safe.plain(stage)), total=total or None)
        self._bars.update(self._tasks[stage], completed=done, total=total or None)


def _broken_at_words(line: str) -> str:
    """The line for a terminal, which would break it in the middle of words; as it is for everything else."""
    if not sys.stderr.isatty():
        return line
    import shutil
    import textwrap

    width = max(20, shutil.get_terminal_size((80, 24)).columns)
    return textwrap.fill(line, width, subsequent_indent="  ", break_on_hyphens=False)
