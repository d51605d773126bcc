"""How many calls are under way at once? One shared limit that yields when the endpoint says it is too much."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

from summarizer.edges.faults import Transient
from summarizer.protocols import Model, Reply, Request

_LONGEST_PAUSE = 30.0
_BETWEEN_CUTS = 1.0


class LimitedModel:
    """A Model around a Model: at most `concurrency` calls at once, first come first served.

    A rate limit halves what is allowed (once a second at most) and holds back new calls for the time the endpoint asked, up to 30 s; every
    round of successes allows one more, up to `concurrency`. Belongs to one event loop at a time.
    """

    def __init__(
        self,
        model: Model,
        concurrency: int,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._model = model
        self._most = concurrency
        self._allowed = float(concurrency)
        self._running = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._sleep = sleep
        self._clock = clock
        self._resume_at = 0.0
        self._cut_at = -_BETWEEN_CUTS

    @property
    def allowed(self) -> int:
        """How many calls may run now."""
        return max(1, int(self._allowed))

    async def complete(self, request: Request) -> Reply:
        await self._enter()
        try:
            await self._pause()
            reply = await self._model.complete(request)
        except Transient as error:
            if error.throttled:
                self._yield(error.retry_after)
            raise
        else:
            self._allowed = min(float(self._most), self._allowed + 1 / self._allowed)
            return reply
        finally:
            self._running -= 1
            self._wake()

    async def _pause(self) -> None:
        slept_until = 0.0
        while self._resume_at > max(slept_until, self._clock()):
            slept_until = self._resume_at
            await self._sleep(slept_until - self._clock())

    async def _enter(self) -> None:
        if self._running < self.allowed and not self._waiting:
            self._running += 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._running -= 1  # the turn came together with the cancellation: pass it on
                self._wake()
            else:
                self._waiting.remove(turn)
            raise

    def _wake(self) -> None:
        while self._waiting and self._running < self.allowed:
            turn = self._waiting.popleft()
            if not turn.done():
                self._running += 1
                turn.set_result(None)

    def _yield(self, retry_after: float | None) -> None:
        now = self._clock()
        if now - self._cut_at >= _BETWEEN_CUTS:
            self._cut_at = now
            self._allowed = max(1.0, self._allowed / 2)
        if retry_after is not None:
            self._resume_at = max(self._resume_at, now + min(retry_after, _LONGEST_PAUSE))
