"""What a site's robots.txt allows, as RFC 9309 has it."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Protocol, cast

from summarizer.value import Value

_KEPT_SECONDS = 24 * 3600.0
_READ_BYTES = 512_000  # RFC 9309: at least 500 KiB
_LONGEST_DELAY = 10.0


class RobotsAnswer(Value):
    """What asking for robots.txt came to: a status, or None where the server could not be reached, and why."""

    status: int | None
    body: bytes = b""
    reason: str = ""


class _Rules(Protocol):
    def can_fetch(self, url: str, user_agent: str) -> bool: ...

    def crawl_delay(self, user_agent: str) -> float | None: ...


class _Kept:
    def __init__(self, rules: _Rules | None, allowed: bool, until: float, trouble: str = "") -> None:
        self.rules, self.allowed, self.until, self.trouble = rules, allowed, until, trouble


class Robots:
    """Remembers the rules of each origin for a day. `ask` fetches one robots.txt (with its redirects)."""

    def __init__(self, ask: Callable[[str], Awaitable[RobotsAnswer]], agent: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._ask, self._agent, self._clock = ask, agent, clock
        self._kept: dict[str, _Kept] = {}
        self._asking: dict[str, asyncio.Lock] = {}

    async def allows(self, origin: str, url: str) -> bool:
        """Whether `url` may be fetched. 4xx: everything; 5xx and unreachable: nothing."""
        async with self._asking.setdefault(origin, asyncio.Lock()):
            kept = self._kept.get(origin)
            if kept is None or kept.until < self._clock():
                kept = self._kept[origin] = self._judged(await self._ask(f"{origin}/robots.txt"))
        return kept.allowed if kept.rules is None else kept.rules.can_fetch(url, self._agent)

    def refusal(self, origin: str) -> str:
        """Why something of this origin is not allowed: its rules, or that they could not be had."""
        kept = self._kept.get(origin)
        if kept is not None and kept.trouble:
            return f"its robots.txt could not be asked for, so nothing was fetched: {kept.trouble}"
        return "the site's robots.txt does not allow it"

    def delay(self, origin: str) -> float:
        """Seconds between requests that the site asks for, 10 at most; 0 where it does not."""
        kept = self._kept.get(origin)
        asked = kept.rules.crawl_delay(self._agent) if kept is not None and kept.rules is not None else None
        return min(float(asked), _LONGEST_DELAY) if asked else 0.0

    def _judged(self, answer: RobotsAnswer) -> _Kept:
        from protego import Protego

        until = self._clock() + _KEPT_SECONDS
        if answer.status is None or answer.status >= 500:
            return _Kept(None, False, until, answer.reason or f"the server answered {answer.status}")
        if answer.status != 200:
            return _Kept(None, True, until)
        text = answer.body[:_READ_BYTES].decode("utf-8", "replace")
        return _Kept(cast(_Rules, Protego.parse(text)), True, until)
