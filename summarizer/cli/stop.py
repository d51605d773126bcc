"""How a command ends: the exit code and the one line on stderr of each error, Ctrl-C, a closed pipe."""

import contextlib
import errno
import os
import signal
import sys
import threading
import warnings
from collections.abc import Iterator, Sequence
from types import FrameType

import click

GRACE = 1.5  # seconds from Ctrl-C to the end, whatever threads are still waiting for
INTERRUPTED, BROKEN_PIPE = 130, 141
STOPPED = "interrupted; what was finished is remembered and not paid for again"
SECRETS: set[str] = set()
"""What no message of this process may hold; a session adds its key, wherever that was configured."""
OUTPUT_FAILS = (errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EDQUOT, errno.EBADF)


class Interrupted(KeyboardInterrupt):
    """Ctrl-C, already answered on stderr."""


@contextlib.contextmanager
def on_interrupt() -> Iterator[None]:
    """While inside, the first Ctrl-C ends the run within GRACE, the second at once. State and files change as a whole, so work is safe."""
    stopping = False

    def interrupted(number: int, frame: FrameType | None) -> None:
        nonlocal stopping
        if stopping:
            _leave()
        stopping = True
        _hush()
        timer = threading.Timer(GRACE, _leave)
        timer.daemon = True
        timer.start()
        _say(STOPPED)
        raise Interrupted

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        if not stopping:
            signal.signal(signal.SIGINT, before)


def _hush() -> None:
    """What is cut off anywhere, in the middle of a constructor say, Python would complain about when it is thrown away."""
    warnings.simplefilter("ignore")
    sys.unraisablehook = lambda unraisable: None


def code_of(error: BaseException, arguments: Sequence[str] = ()) -> int:
    """Says the error on stderr, in one plain line (with -vv after its traceback), and returns the exit code."""
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else 1
    if isinstance(error, BrokenPipeError):
        return _silenced()
    if isinstance(error, KeyboardInterrupt):
        if not isinstance(error, Interrupted):
            _say(STOPPED)
        return INTERRUPTED
    if isinstance(error, OSError) and error.errno in OUTPUT_FAILS and error.filename is None:
        _silenced()
        _say(f"the output could not be written: {error.strerror}")
        return 1
    if _verbosity(arguments) >= 2:
        _traceback(error)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return 2
    if isinstance(error, click.ClickException):
        _say(_usage_line(error))
        return 2
    from summarizer.errors import SummarizerError

    if isinstance(error, SummarizerError):
        _say(str(error))
        return error.exit_code
    again = "" if _verbosity(arguments) >= 2 else "; run it again with -vv for the traceback, which belongs into a bug report"
    _say(f"this is a bug: {type(error).__name__}: {error}{again}")
    return 1


def _leave() -> None:
    """Ends the process at once, with the terminal as it was: progress bars hide the cursor."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K\x1b[?25h")
        sys.stderr.flush()
    os._exit(INTERRUPTED)


def flushed(code: int) -> int:
    """The code, after stdout has taken everything; a closed pipe (`| head`) is the reader's choice and no error to talk about."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return _silenced()
    except OSError as error:
        return code_of(error)
    return code


def _silenced() -> int:
    """Keeps the interpreter from complaining about the closed stdout when it exits."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return BROKEN_PIPE


def _usage_line(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    hint = f"; `{context.command_path} --help` lists what it takes" if context is not None else ""
    return error.format_message().rstrip(".").replace("\n", " ") + hint


def _traceback(error: BaseException) -> None:
    import traceback

    from summarizer.edges.logging_filter import redacted
    from summarizer.render import safe

    text = "".join(traceback.format_exception(error))
    sys.stderr.write(safe.passage(redacted(text, _secrets())) + "\n")


def _say(message: str) -> None:
    """One line, whatever an article or a server put into the message."""
    from summarizer.edges.logging_filter import redacted
    from summarizer.render import safe

    with contextlib.suppress(OSError):
        sys.stderr.write(f"summarizer: {safe.plain(redacted(message, _secrets()))}\n")


def _secrets() -> list[str]:
    return [*SECRETS, *(value for name in ("SUMMARIZER_API_KEY", "OPENAI_API_KEY") if (value := os.environ.get(name)))]


def _verbosity(arguments: Sequence[str]) -> int:
    return sum(len(word) - 1 for word in arguments if word[:1] == "-" and word[1:] and set(word[1:]) == {"v"}) + list(arguments).count(
        "--verbose"
    )
