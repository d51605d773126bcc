"""One edition in a process of its own that may be killed.

With a step it kills itself there (SIGKILL): a step of the edition, "delivering N" (N-th progress of the courier), "before-file N",
"after-file N". What it made is written to `result` in the folder.
"""

import asyncio
import os
import signal
from collections.abc import Mapping
from pathlib import Path

import defusedxml.sax  # what a run imports late is imported once, before processes are forked
import feedparser
import httpx
import jinja2
import rapidfuzz.fuzz
import tenacity
from daily_world import FIRST, Newsroom, Pages

from summarizer.daily.edition import STEPS
from summarizer.edges import output
from summarizer.edges.remembered import Edition, Parcel
from summarizer.events import Happening, Progress
from summarizer.render import html, markdown

IMPORTED = (defusedxml, feedparser, httpx, jinja2, rapidfuzz, tenacity, html, markdown)
FEED = "https://gazette.example/feed"


def small_world() -> Pages:
    pages = Pages()
    toll = "At least 12 people were killed when the Talvi footbridge collapsed on Monday."
    pages.publish(FEED, "bridge", FIRST, toll, "It was opened in 1962.")
    pages.publish(
        "https://courier.example/feed", "talvi", FIRST, "Twelve people died in the collapse of the Talvi footbridge.", "Ana wept."
    )
    pages.publish("https://echo.example/feed", "scarf", FIRST, "A shop in Orsk has knitted a scarf of 900 metres for its tower.")
    return pages


class Killer:
    """Dies at a named point."""

    def __init__(self, step: str) -> None:
        self.step = step

    def __call__(self, event: Happening) -> None:
        if isinstance(event, Progress):
            name = STEPS[event.done - 1] if event.stage == "edition" else f"{event.stage} {event.done}"
            if name == self.step:
                os.kill(os.getpid(), signal.SIGKILL)


def die_in_files(step: str) -> None:
    """Dies right before or right after the N-th file is put in its place."""
    when, _, number = step.partition(" ")
    count = 0
    real = output._replace

    def replace(path: Path, content: bytes) -> None:
        nonlocal count
        count += 1
        if when == "before-file" and count == int(number):
            os.kill(os.getpid(), signal.SIGKILL)
        real(path, content)
        if when == "after-file" and count == int(number):
            os.kill(os.getpid(), signal.SIGKILL)

    output._replace = replace


def main(folder: str, hook: str, step: str = "") -> None:
    if step.startswith(("before-file", "after-file")):
        die_in_files(step)
    place = Path(folder)
    room = Newsroom(place, small_world(), delivery={"folder": str(place / "editions"), "webhooks": [{"url": hook}]}, heard=Killer(step))
    made = asyncio.run(room.edition())
    (place / "result").write_text(made.edition.brief, "utf-8")
    room.desk.close()


def naive(folder: str, hook: str) -> None:
    """The planted bug: notes a webhook as sent before it is, and dies in between."""
    from summarizer.daily.courier import Courier

    real = Courier._send

    async def send(self: Courier, parcel: Parcel, edition: Edition, editions: Mapping[str, Edition]) -> None:
        if "webhook" in parcel.target:
            self._memory.mark(parcel.model_copy(update={"state": "sent"}))
            os.kill(os.getpid(), signal.SIGKILL)
        await real(self, parcel, edition, editions)

    Courier._send = send  # type: ignore[method-assign]
    main(folder, hook)
