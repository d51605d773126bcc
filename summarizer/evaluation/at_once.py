"""A judge asked many questions: several at a time, since a model takes seconds to answer, and counted."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

Told = Callable[[int], None]
"""Hears how many rows are judged."""

MOST = 16
"""Items under way; how many calls a model takes at a time is for the Models around it."""

Item = TypeVar("Item")
Found = TypeVar("Found")


def silently(done: int) -> None:
    """Nobody listens."""


async def at_once(
    judged: Callable[[Item], Awaitable[Found]], items: Sequence[Item], rows: Callable[[Item], int], told: Told
) -> list[Found]:
    """What was judged of each item, in order. `rows` says how many rows an item is for those who are told."""
    gate = asyncio.Semaphore(MOST)
    done = 0
    told(done)

    async def one(item: Item) -> Found:
        nonlocal done
        async with gate:
            found = await judged(item)
        done += rows(item)
        told(done)
        return found

    return await asyncio.gather(*(one(item) for item in items))
