"""One run at a time on a state file; the next one waits its turn."""

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from summarizer.errors import UsageError

_LOOK = 0.2  # seconds


@contextlib.contextmanager
def turn(path: str | Path, *, patience: float = 600.0, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Holds the turn for the file at `path` (its real path). Waits up to `patience` seconds, telling `waiting` once.

    Raises UsageError when it is not its turn by then. The lock is the system's: it ends with the process, however that ends.
    """
    real = os.path.realpath(path)
    Path(real).parent.mkdir(parents=True, exist_ok=True)
    with open(f"{real}.turn", "a") as file:
        if not _take(file.fileno(), patience, waiting):
            raise UsageError(f"another edition is being made with {real}; try again when it is done")
        yield


def _take(handle: int, patience: float, waiting: Callable[[], None] | None) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows: no lock of this kind; the state file itself is safe
        return True
    until = time.monotonic() + patience
    told = False
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() >= until:
                return False
            if not told and waiting is not None:
                waiting()
            told = True
            time.sleep(_LOOK)
