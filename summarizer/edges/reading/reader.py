"""Reads locations into articles; every location ends in an article or in a reason."""

import asyncio
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarizer.article import Failed, Reading
from summarizer.edges.reading.articles import articles_of
from summarizer.edges.reading.decoding import Unreadable
from summarizer.edges.reading.files import FEED, HTML, LISTS, MARKDOWN, ROWS, Place, Skipped, content, places, shown
from summarizer.edges.reading.found import Found
from summarizer.edges.reading.parsing import Kind, Parsed, Task
from summarizer.edges.reading.plain import plain_article, row_articles
from summarizer.edges.reading.workers import Workers
from summarizer.events import Notice, Progress
from summarizer.limits import Limits
from summarizer.protocols import Listener

if TYPE_CHECKING:
    from summarizer.edges.fetch import Fetcher
    from summarizer.edges.reading.web import WebParsed

_SCHEME = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]*://")
_TOLD_EVERY = 25
_PROCESSES = 4
_KINDS: tuple[tuple[frozenset[str], Kind], ...] = (
    (HTML, "page"),
    (MARKDOWN, "markdown"),
    (FEED, "items"),
    (LISTS, "opml"),
    (frozenset({".pdf"}), "pdf"),
)


class LocationReader:
    """Implements `protocols.Reader` for files, folders, globs, URLs, feeds, `.opml` and "-" (standard input).

    `listed`: standard input holds one location a line instead of text. `root`: the folder relative paths start from. `fetcher` makes what
    fetches (tests give one that may ask the loopback). Plain text and rows are read here; everything with markup is parsed in child
    processes with limits.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        listen: Listener | None = None,
        stdin: BinaryIO | None = None,
        root: Path | None = None,
        listed: bool = False,
        fetcher: "Callable[[], Fetcher] | None" = None,
    ) -> None:
        self._limits = limits or Limits()
        self._listen = listen
        self._stdin = stdin
        self._root = root
        self._listed = listed
        self._fetcher = fetcher

    def read(self, locations: Sequence[str]) -> Reading:
        """Never raises for a bad input: each location, or the bad part of it, is in `failed` with its reason."""
        told = _Told(self._listen)
        inputs = self._inputs(locations, told)
        addresses = [one.path for one in inputs if _is_address(one.path)]
        marked = sum(_kind(one) is not None for one in inputs) - len(addresses)
        with Workers() as workers, ThreadPoolExecutor(1 + min(_PROCESSES, os.cpu_count() or 1, marked // 4 + 1)) as threads:
            web = threads.submit(self._web, addresses, workers) if addresses else None
            waiting = [self._begin(one, workers, threads) for one in inputs]
            found: list[Found] = []
            for done, (one, ready) in enumerate(zip(inputs, waiting, strict=True)):
                told.progress(done, len(inputs))
                if _is_address(one.path):
                    assert web is not None
                    found += told.page(web.result()[one.path])
                    continue
                parsed = ready.result() if ready is not None else self._place(one, workers)
                found += told.outcome(one.shown, parsed)
                if parsed.addresses:
                    for outcome in threads.submit(self._web, parsed.addresses, workers).result().values():
                        found += told.page(outcome)
        told.progress(len(inputs), len(inputs), last=True)
        articles, doubts = articles_of(found)
        for doubt in doubts:
            told.note(doubt)
        return Reading(articles=articles, failed=tuple(told.failed), notices=tuple(told.notices))

    def _web(self, addresses: Sequence[str], workers: Workers) -> "dict[str, WebParsed]":
        from summarizer.edges.fetch import Fetcher
        from summarizer.edges.reading.web import Web

        web = Web(self._fetcher or (lambda: Fetcher(self._limits)), workers, self._limits)
        return dict(zip(addresses, asyncio.run(web.read(addresses)), strict=True))

    def _inputs(self, locations: Sequence[str], told: "_Told") -> list[Place]:
        inputs: dict[str, Place] = {}
        for one in self._expanded(locations, told):
            if len(inputs) >= self._limits.files:
                told.fail(one.shown, f"more than the limit of {self._limits.files:,} files: it and what follows were not read")
                break
            if one.path in inputs:
                told.note(f"{one.shown}: given twice, read once")
            inputs.setdefault(one.path, one)
        return list(inputs.values())

    def _expanded(self, locations: Sequence[str], told: "_Told") -> Iterator[Place]:
        for location in locations:
            if location == "-":
                yield from self._standard_input(told)
            elif _is_address(location):
                yield Place(path=location.strip(), shown=shown(location), folder="")
            elif _SCHEME.match(location) and not Path(location).exists():
                told.fail(location, "only http:// and https:// addresses are read")
            else:
                for one in places(location, self._root):
                    if isinstance(one, Skipped):
                        told.skipped(one)
                    else:
                        yield one

    def _standard_input(self, told: "_Told") -> Iterator[Place]:
        stream = self._stdin if self._stdin is not None else sys.stdin.buffer
        data = stream.read(self._limits.file_bytes + 1)
        if len(data) > self._limits.file_bytes:
            told.fail("standard input", f"it is larger than the limit of {self._limits.file_bytes:,} bytes")
        elif self._listed:
            lines = [line.strip() for line in data.decode("utf-8", "surrogateescape").split("\n")]
            yield from self._expanded([line for line in lines if line and line != "-"], told)
        else:
            yield Place(path="-", shown="standard input", folder=".", data=data)

    def _begin(self, place: Place, workers: Workers, threads: ThreadPoolExecutor) -> "Future[Parsed] | None":
        if _is_address(place.path) or _kind(place) is None:
            return None
        return threads.submit(self._place, place, workers)

    def _place(self, place: Place, workers: Workers) -> Parsed:
        try:
            data = place.data if place.data is not None else content(place, self._limits)
        except Unreadable as reason:
            return Parsed(unreadable=str(reason))
        kind = _kind(place)
        if kind is not None:
            return workers.parse(Task(kind=kind, name=place.name, size=len(data), limits=self._limits), data)
        if place.suffix in ROWS:
            return row_articles(data, place.name, self._limits)
        return plain_article(data, place.name, self._limits)


def _is_address(location: str) -> bool:
    return location.lstrip()[:8].lower().startswith(("http://", "https://"))


def _kind(place: Place) -> Kind | None:
    """Which parser of the child reads it; None: read here."""
    return next((kind for suffixes, kind in _KINDS if place.suffix in suffixes), None)


class _Told:
    """Gathers what failed and what is to be known, and tells it as it happens."""

    def __init__(self, listen: Listener | None) -> None:
        self._listen = listen
        self.failed: list[Failed] = []
        self.notices: list[str] = []

    def outcome(self, where: str, parsed: Parsed) -> list[Found]:
        if parsed.unreadable is not None:
            self.fail(where, parsed.unreadable)
        for part in parsed.failed:
            self.fail(f"{where} {part.location}", part.reason)
        for one in parsed.found:
            for notice in one.notices:
                self.note(f"{where}: {notice}")
        return [one.model_copy(update={"path": where}) for one in parsed.found]

    def page(self, outcome: "WebParsed") -> tuple[Found, ...]:
        for part in outcome.failed:
            self.fail(part.location, part.reason)
        for notice in outcome.notices:
            self.note(notice)
        return outcome.found

    def skipped(self, one: Skipped) -> None:
        if one.minor:
            self.note(f"{one.shown}: {one.reason}")
        else:
            self.fail(one.shown, one.reason)

    def fail(self, location: str, reason: str) -> None:
        self.failed.append(Failed(location=shown(location), reason=reason))
        if self._listen is not None:
            self._listen(Notice(level="warning", message=f"{shown(location)}: {reason}"))

    def note(self, message: str) -> None:
        self.notices.append(message)
        if self._listen is not None:
            self._listen(Notice(level="info", message=message))

    def progress(self, done: int, total: int, last: bool = False) -> None:
        if self._listen is not None and (last or done % _TOLD_EVERY == 0):
            self._listen(Progress(stage="reading", done=done, total=total))
