"""Which files a location means, and their bytes: regular files only, sizes checked first, links that leave their folder refused."""

import errno
import os
import re
import stat
from collections.abc import Iterator
from glob import has_magic, iglob
from pathlib import Path

from summarizer.edges.reading.decoding import Unreadable
from summarizer.limits import Limits
from summarizer.stages.text.characters import one_line
from summarizer.value import Value

TEXT = frozenset({".txt", ".text"})
MARKDOWN = frozenset({".md", ".markdown"})
HTML = frozenset({".html", ".htm", ".xhtml"})
FEED = frozenset({".xml", ".rss", ".atom"})
LISTS = frozenset({".opml"})
ROWS = frozenset({".jsonl", ".ndjson"})
SUFFIXES = TEXT | MARKDOWN | HTML | FEED | ROWS | LISTS | {".pdf"}
_ROWS_FACTOR = 10  # a .jsonl holds many articles: each row has the limit of a file, all of them ten times as much


class Place(Value):
    """A file to read. `shown` names it in results, `folder` is the folder it may not leave; `data` where it is read already."""

    path: str
    shown: str
    folder: str
    data: bytes | None = None

    @property
    def suffix(self) -> str:
        return os.path.splitext(self.path)[1].lower()

    @property
    def name(self) -> str:
        return shown(os.path.basename(self.path))


class Skipped(Value):
    """A location that means nothing, or files of kinds that are not read (`minor`: a notice, not a failure): with the reason."""

    shown: str
    reason: str
    minor: bool = False


def shown(path: str) -> str:
    """A path as text for people: no control characters, no undecodable bytes."""
    return one_line(path.encode("utf-8", "replace").decode("utf-8", "replace"), 1000) or "(a name without visible characters)"


def places(location: str, root: Path | None = None) -> Iterator[Place | Skipped]:
    """The files of a location (file, folder, glob) in sorted order; what is none is Skipped with its reason."""
    if "\0" in location:
        yield Skipped(shown=shown(location), reason="the name holds a NUL")
        return
    path = os.path.join(root, location) if root is not None else location
    path = os.path.expanduser(path)
    try:
        if os.path.isdir(path):
            yield from _folder(path, location)
        elif os.path.lexists(path):
            yield Place(path=path, shown=shown(location), folder=os.path.dirname(path) or ".")
        elif has_magic(path):
            yield from _matching(path, location, root)
        else:
            yield Skipped(shown=shown(location), reason="there is no such file or folder")
    except OSError as error:
        yield Skipped(shown=shown(location), reason=plain(error))


def _folder(path: str, location: str) -> Iterator[Place | Skipped]:
    others: dict[str, int] = {}
    empty = True
    for here, folders, names in os.walk(path, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith("."):
                continue
            empty = False
            suffix = os.path.splitext(name)[1].lower()
            if suffix not in SUFFIXES:
                others[suffix or "no suffix"] = others.get(suffix or "no suffix", 0) + 1
                continue
            file = os.path.join(here, name)
            yield Place(path=file, shown=shown(os.path.join(location, os.path.relpath(file, path))), folder=path)
    if empty:
        yield Skipped(shown=shown(location), reason="the folder is empty")
    elif others:
        kinds = ", ".join(f"{count} {shown(kind)}" for kind, count in sorted(others.items()))
        yield Skipped(shown=shown(location), reason=f"files of other kinds are not read: {kinds}", minor=True)


def _matching(path: str, location: str, root: Path | None) -> Iterator[Place | Skipped]:
    matches = sorted(iglob(path, recursive=True))
    if not matches:
        yield Skipped(shown=shown(location), reason="no file matches")
    for match in matches:
        if os.path.isdir(match):
            continue
        name = os.path.relpath(match, root) if root is not None else match
        yield Place(path=match, shown=shown(name), folder=os.path.dirname(match) or ".")


def content(place: Place, limits: Limits) -> bytes:
    """The bytes of a regular file within `limits.file_bytes` (`.jsonl`: ten times). Raises Unreadable."""
    limit = limits.file_bytes * (_ROWS_FACTOR if place.suffix in ROWS else 1)
    try:
        real = os.path.realpath(place.path)
        if os.path.islink(place.path) and not _inside(real, os.path.realpath(place.folder)):
            raise Unreadable("it is a link to a file outside its folder: give that file itself")
        flags = (
            os.O_RDONLY
            | getattr(os, "O_NOFOLLOW", 0)
            | getattr(os, "O_NONBLOCK", 0)
            | getattr(os, "O_CLOEXEC", 0)
            | getattr(os, "O_BINARY", 0)
        )
        handle = os.open(real, flags)
    except OSError as error:
        raise Unreadable(plain(error)) from None
    with os.fdopen(handle, "rb") as file:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise Unreadable("it is a folder" if stat.S_ISDIR(state.st_mode) else "it is not a regular file (a device, pipe or socket)")
        if state.st_size > limit:
            raise Unreadable(f"it is larger than the limit of {megabytes(limit)}")
        try:
            data = file.read(limit + 1)
        except OSError as error:
            raise Unreadable(plain(error)) from None
    if len(data) > limit:
        raise Unreadable(f"it is larger than the limit of {megabytes(limit)}")
    return data


def megabytes(count: int) -> str:
    """A size for people, in MB of 1,000,000 bytes (kB below one)."""
    return f"{count / 1e6:g} MB" if count >= 1_000_000 else f"{count / 1e3:g} kB"


def plain(error: OSError) -> str:
    """Why the system refused, in plain words."""
    known = {
        errno.ENOENT: "there is no such file or folder",
        errno.EACCES: "permission denied",
        errno.EPERM: "permission denied",
        errno.ELOOP: "it is a link that leads nowhere or in a circle",
        errno.ENAMETOOLONG: "the name is too long",
        errno.ENXIO: "it is not a regular file (a device, pipe or socket)",
    }
    return known.get(error.errno or 0, re.sub(r"\s+", " ", error.strerror or type(error).__name__).lower())


def _inside(real: str, folder: str) -> bool:
    return os.path.commonpath([real, folder]) == folder
