"""The desk where editions of one profile are made: its memory, the web, the parsers and the courier, opened once and closed together."""

import asyncio
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from datetime import date
from pathlib import Path

from summarizer.daily.compose import Composed, compose
from summarizer.daily.courier import Courier, Delivered
from summarizer.daily.edition import Made, make_edition
from summarizer.daily.gather import Gathered, Gatherer, Parser
from summarizer.daily.intake import Known
from summarizer.daily.profile import Profile
from summarizer.daily.web import Web
from summarizer.edges.memory import Memory
from summarizer.edges.reading import LocationReader
from summarizer.edges.reading.workers import Workers
from summarizer.edges.remembered import EditionKey
from summarizer.edges.state import Database
from summarizer.edges.turn import turn
from summarizer.errors import SummarizerError
from summarizer.events import Notice
from summarizer.limits import Limits
from summarizer.pipeline import Engine
from summarizer.protocols import Clock, Listener

Engines = Callable[[], AbstractAsyncContextManager[Engine]]


class Desk:
    """`web` and `parser` replace the real ones (for tests); `environment` holds the secrets that the profile names; `sleep` waits between
    two tries of a delivery."""

    def __init__(
        self,
        profile: Profile,
        *,
        clock: Clock,
        listen: Listener,
        environment: Mapping[str, str],
        limits: Limits | None = None,
        web: Web | None = None,
        parser: Parser | None = None,
        sleep: Callable[[float], Awaitable[None]] | None = None,
    ) -> None:
        self._profile, self._clock, self._listen, self._web = profile, clock, listen, web
        self._limits = limits or Limits()
        self._workers = Workers()
        self._parser: Parser = parser or self._workers
        with _plainly(profile.state):
            self._database = Database(profile.state, listen=listen)
            self.memory = Memory(self._database)
        self._courier = Courier(self.memory, profile, listen, environment, sleep)

    async def edition(self, key: EditionKey, engine: Engines, *, since: date | None = None) -> Made:
        """The edition `key`, made if it is not there yet, and everything in the outbox sent; see `daily.edition`.

        Raises UsageError when another run does not end, NoInput, SummarizerError where the memory cannot be written.
        """
        with turn(self._profile.state, waiting=self._say_waiting), _plainly(self._profile.state):
            return await make_edition(
                self.memory, self._profile, key, gather=self.gathered, engine=engine, courier=self._courier, clock=self._clock,
                listen=self._listen, since=since,
            )  # fmt: skip

    async def deliver(self) -> Delivered:
        """Sends what waits in the outbox."""
        with turn(self._profile.state, waiting=self._say_waiting), _plainly(self._profile.state):
            return await self._courier.drain()

    async def gathered(self, key: EditionKey) -> Gathered:
        """What the sources have that is new. Nothing is stored."""
        items = self.memory.items(self._profile.name)
        known = Known(
            items=items, listed=self.memory.listed(self._profile.name), validators=self.memory.validators(self._profile.name),
            versions=self.memory.version_counts(),
        )  # fmt: skip
        async with self._open_web() as web:
            reader = LocationReader(self._limits, self._listen)
            gatherer = Gatherer(
                self._profile, known, self._clock(), web=web, parser=self._parser, reader=reader, listen=self._listen, limits=self._limits
            )
            return await gatherer.gather(key)

    async def rehearsed(self, key: EditionKey, engine: Engines, *, since: date | None = None) -> Composed:
        """The edition as it would be, made on a copy of the memory that is thrown away; nothing is stored or delivered."""
        with tempfile.TemporaryDirectory(prefix="summarizer-") as folder, _plainly(self._profile.state):
            copied = Path(folder) / "copy.sqlite"
            await asyncio.to_thread(self._database.backup, copied)
            database = Database(copied)
            try:
                memory = Memory(database)
                begun = memory.begun(key)
                if begun is None:
                    intake = (await self.gathered(key)).intake
                    memory.take_in(intake)
                    begun = intake.begun
                async with engine() as chosen:
                    return await compose(memory, self._profile, key, begun, chosen, clock=self._clock, listen=self._listen, since=since)
            finally:
                database.close()

    def close(self) -> None:
        self._workers.__exit__(None, None, None)
        self._database.close()

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @asynccontextmanager
    async def _open_web(self) -> AsyncIterator[Web]:
        if self._web is not None:
            yield self._web
            return
        from summarizer.edges.daily_web import daily_web

        fetch = self._profile.fetch
        async with daily_web(fetch.contact, fetch.seconds_between, fetch.concurrency, fetch.allow_hosts, self._limits) as web:
            yield web

    def _say_waiting(self) -> None:
        self._listen(Notice(level="warning", message="another edition is being made with the same memory; waiting for it"))


@contextmanager
def _plainly(state: str) -> Iterator[None]:
    """A memory that cannot be used is one plain line, with nothing half-written."""
    try:
        yield
    except sqlite3.Error as error:
        raise SummarizerError(f"the memory {state} cannot be used: {error}; what was stored before is unchanged") from None
    except OSError as error:
        if error.filename is None or not str(error.filename).startswith(state):
            raise
        raise SummarizerError(f"the memory {state} cannot be used: {error.strerror}") from None
