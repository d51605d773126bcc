"""Files that are either the old one or the whole new one, whatever happens in between."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from summarizer.errors import SummarizerError, UsageError


def check_writable(path: Path) -> None:
    """Raises UsageError where a file could not be written to `path`, so that nothing is paid for before that is known."""
    folder = path.resolve().parent
    if path.is_dir():
        raise UsageError(f"{path} is a folder: name a file in it")
    if not folder.is_dir():
        raise UsageError(
            f"{folder} {'is not a folder' if folder.exists() else 'does not exist'}: create it, or name another place for {path.name}"
        )
    if not os.access(folder, os.W_OK | os.X_OK) and not _special(path):
        raise UsageError(f"{folder} cannot be written to: name another place for {path.name}")


def write_atomically(path: Path, text: str) -> None:
    """Replaces the file with `text` as UTF-8: written beside it, synced, renamed, the folder synced. A link keeps pointing where it did.

    Pipes and devices are written to as they are. Raises SummarizerError; the old file is then still there.
    """
    try:
        if _special(path):
            with path.open("w", encoding="utf-8", newline="") as stream:
                stream.write(text)
        else:
            _replace(path.resolve(), text.encode("utf-8"))
    except OSError as error:
        raise SummarizerError(f"{path} could not be written: {error.strerror or error}; what was there before is unchanged") from error


def _replace(path: Path, content: bytes) -> None:
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the rename itself last; some file systems cannot, and then nothing is lost but that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _special(path: Path) -> bool:
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
