"""Reads locations into articles; every location ends in an article or in a reason."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from summarizer.article import Failed, Reading
from summarizer.edges.reading.decoding import Unreadable, decode
from summarizer.edges.reading.files import Place, Skipped, content, places, shown
from summarizer.edges.reading.identity import Found, article_of, with_distinct_ids
from summarizer.edges.reading.rows import rows
from summarizer.events import Notice, Progress
from summarizer.limits import Limits
from summarizer.protocols import Listener

_TOLD_EVERY = 50


class LocationReader:
    """Implements `protocols.Reader` for files, folders, globs, URLs, feeds, `.opml` and "-" (standard input).

    `listed`: standard input holds one location a line instead of text. `root`: the folder relative paths start from.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        listen: Listener | None = None,
        stdin: BinaryIO | None = None,
        root: Path | None = None,
        listed: bool = False,
    ) -> None:
        self._limits = limits or Limits()
        self._listen = listen
        self._stdin = stdin
        self._root = root
        self._listed = listed

    def read(self, locations: Sequence[str]) -> Reading:
        """Never raises for a bad input: each location, or the bad part of it, is in `failed` with its reason."""
        self._failed: list[Failed] = []
        self._notices: list[str] = []
        found: list[Found] = []
        todo = self._places(locations)
        for done, place in enumerate(todo):
            self._tell(done, len(todo))
            found += self._one(place)
        self._tell(len(todo), len(todo), last=True)
        articles = with_distinct_ids(article_of(one) for one in found)
        return Reading(articles=articles, failed=tuple(self._failed), notices=tuple(self._notices))

    def _places(self, locations: Sequence[str]) -> list[Place]:
        todo: dict[str, Place] = {}
        for location in locations:
            for place in places(location, self._root):
                if isinstance(place, Skipped) and place.minor:
                    self._note(f"{place.shown}: {place.reason}")
                elif isinstance(place, Skipped):
                    self._fail(place.shown, place.reason)
                elif len(todo) >= self._limits.files:
                    self._fail(shown(location), f"more than the limit of {self._limits.files:,} files")
                    break
                else:
                    todo.setdefault(place.path, place)
        return list(todo.values())

    def _one(self, place: Place) -> list[Found]:
        try:
            data = content(place, self._limits)
            if place.suffix in {".jsonl", ".ndjson"}:
                return self._rows(data, place)
            return [self._text(data, place)]
        except Unreadable as reason:
            self._fail(place.shown, str(reason))
            return []

    def _rows(self, data: bytes, place: Place) -> list[Found]:
        read: list[Found] = []
        seen = False
        for number, row in rows(data, place.name, self._limits):
            seen = True
            if isinstance(row, str):
                self._fail(f"{place.shown} row {number}", row)
            else:
                read.append(row.model_copy(update={"path": place.shown}))
        if not seen:
            raise Unreadable("it is empty")
        return read

    def _text(self, data: bytes, place: Place) -> Found:
        decoded = decode(data)
        if not decoded.text:
            raise Unreadable("it is empty" if not data else "it holds no readable text")
        if len(decoded.text) > self._limits.characters:
            raise Unreadable(f"it is longer than the limit of {self._limits.characters:,} characters")
        if decoded.notice:
            self._note(f"{place.shown}: {decoded.notice}")
        return Found(identity=place.name, text=decoded.text, path=place.shown)

    def _fail(self, location: str, reason: str) -> None:
        self._failed.append(Failed(location=location, reason=reason))
        if self._listen is not None:
            self._listen(Notice(level="warning", message=f"{location}: {reason}"))

    def _note(self, message: str) -> None:
        self._notices.append(message)
        if self._listen is not None:
            self._listen(Notice(level="info", message=message))

    def _tell(self, done: int, total: int, last: bool = False) -> None:
        if self._listen is not None and (last or done % _TOLD_EVERY == 0):
            self._listen(Progress(stage="reading", done=done, total=total))
