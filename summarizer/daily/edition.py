"""One edition, from its sources to its readers: gathered, stored, made, stored, delivered. Every step may be the last of a run; the next
run goes on from there and comes to the same edition."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from summarizer.article import Failed
from summarizer.daily.compose import compose
from summarizer.daily.courier import Courier, Delivered, parcels
from summarizer.daily.gather import Gathered
from summarizer.daily.health import Health
from summarizer.daily.profile import Profile
from summarizer.edges.memory import Memory
from summarizer.edges.remembered import Begun, Edition, EditionKey
from summarizer.errors import BudgetReached, NoInput, ProviderError
from summarizer.events import Progress
from summarizer.pipeline import Engine
from summarizer.protocols import Clock, Listener

STEPS = ("gathered", "stored", "made", "finished", "delivered")
"""The named points of an edition, in their order; each is told as a Progress of the stage "edition"."""


class Made(NamedTuple):
    """`fresh`: made by this run, not by an earlier one. `trouble` cost a part of it."""

    edition: Edition
    fresh: bool
    delivered: Delivered = Delivered()
    health: tuple[Health, ...] = ()
    trouble: ProviderError | BudgetReached | None = None


def edition_key(profile: Profile, now: datetime, name: str = "") -> EditionKey:
    """The edition of this moment: the day is the profile's, wherever the machine is."""
    local = now.astimezone(ZoneInfo(profile.timezone)) if profile.timezone else now.astimezone()
    return EditionKey(profile=profile.name, day=local.date(), name=name)


async def make_edition(
    memory: Memory,
    profile: Profile,
    key: EditionKey,
    *,
    gather: Callable[[EditionKey], Awaitable[Gathered]],
    engine: Callable[[], AbstractAsyncContextManager[Engine]],
    courier: Courier,
    clock: Clock,
    listen: Listener,
    since: date | None = None,
) -> Made:
    """The edition `key`: the one that is stored, or a new one; then whatever waits in the outbox is delivered.

    Raises NoInput where nothing could be read, and whatever `engine` raises for its settings.
    """
    found = memory.edition(key)
    if found is not None:
        return Made(found, False, await courier.drain())
    begun, health = await _begun(memory, key, gather, listen)
    async with engine() as chosen:
        composed = await compose(memory, profile, key, begun, chosen, clock=clock, listen=listen, since=since)
    _told(listen, "made")
    edition = composed.finished.edition
    memory.finish(composed.finished.model_copy(update={"parcels": parcels(edition, profile)}))
    _told(listen, "finished")
    delivered = await courier.drain()
    _told(listen, "delivered")
    return Made(edition, True, delivered, health, composed.trouble)


async def _begun(
    memory: Memory, key: EditionKey, gather: Callable[[EditionKey], Awaitable[Gathered]], listen: Listener
) -> tuple[Begun, tuple[Health, ...]]:
    """What an earlier, interrupted run gathered for this edition, or what there is now."""
    begun = memory.begun(key)
    if begun is not None:
        return begun, ()
    gathered = await gather(key)
    _told(listen, "gathered")
    if all(row.status == "failed" for row in gathered.health) and not memory.pending(key.profile):
        failed = tuple(Failed(location=where, reason=why) for where, why in gathered.intake.begun.failed)
        first = f": {failed[0].location}: {failed[0].reason}" if failed else ""
        raise NoInput(f"no source of the profile could be read, so no edition was made{first}", failed)
    memory.take_in(gathered.intake)
    _told(listen, "stored")
    return gathered.intake.begun, gathered.health


def _told(listen: Listener, step: str) -> None:
    listen(Progress(stage="edition", done=STEPS.index(step) + 1, total=len(STEPS)))
