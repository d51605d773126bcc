"""Deliveries of editions, effectively once: what is in the outbox is sent under an id that never changes, then marked.

At least once plus a stable id: a run that dies between sending and marking sends again, and the receiver can tell (Idempotency-Key,
Message-ID, file names).
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import NamedTuple

from summarizer.brief import Brief
from summarizer.daily import archive, letter
from summarizer.daily.profile import Profile
from summarizer.edges import delivery
from summarizer.edges.delivering import DeliveryFailed
from summarizer.edges.mail import Letter, as_bytes
from summarizer.edges.memory import Memory
from summarizer.edges.remembered import Edition, Parcel
from summarizer.events import Notice, Progress
from summarizer.protocols import Listener
from summarizer.render import safe

SUFFIXES = {"html": ".html", "markdown": ".md", "json": ".json", "eml": ".eml"}
MOST_ATTEMPTS = 30
"""Runs after which a parcel is given up."""


class Delivered(NamedTuple):
    sent: tuple[Parcel, ...] = ()
    failed: tuple[Parcel, ...] = ()


def targets(profile: Profile) -> tuple[delivery.Target, ...]:
    """Where a profile's editions go."""
    wanted, found = profile.delivery, list[delivery.Target]()
    if wanted.folder is not None:
        found.append(delivery.Folder(path=wanted.folder, formats=wanted.formats, feed=wanted.feed, base_url=wanted.base_url))
    if wanted.mail is not None:
        found.append(delivery.Mailbox(**wanted.mail.model_dump()))
    return (*found, *(delivery.Hook(url=hook.url, secret_env=hook.secret_env) for hook in wanted.webhooks))


def parcels(edition: Edition, profile: Profile) -> tuple[Parcel, ...]:
    """What an edition has to deliver. The id depends on the profile, the edition, its content and the target, and on nothing else."""
    content = hashlib.sha256(edition.brief.encode()).hexdigest()
    packed = [delivery.Destination(target=target).model_dump_json() for target in targets(profile)]
    return tuple(
        Parcel(
            id=hashlib.sha256(f"{edition.profile}\0{edition.day}\0{edition.name}\0{content}\0{target}".encode()).hexdigest()[:32],
            edition=edition.id,
            target=target,
        )
        for target in packed
    )


class Courier:
    """Empties the outbox of a profile. `environment` holds the secrets that targets name."""

    def __init__(
        self,
        memory: Memory,
        profile: Profile,
        listen: Listener,
        environment: Mapping[str, str],
        sleep: Callable[[float], Awaitable[None]] | None = None,
    ) -> None:
        self._memory, self._profile, self._listen, self._environment, self._sleep = memory, profile, listen, environment, sleep

    async def drain(self) -> Delivered:
        """Sends what waits, oldest edition first. What fails stays in the outbox for the next run; a failure costs its parcel only."""
        waiting = self._memory.waiting(self._profile.name)
        editions = {edition.id: edition for edition in self._memory.editions(self._profile.name)} if waiting else {}
        sent, failed = list[Parcel](), list[Parcel]()
        for done, parcel in enumerate(waiting):
            self._listen(Progress(stage="delivering", done=2 * done, total=2 * len(waiting)))
            try:
                await self._send(parcel, editions[parcel.edition], editions)
            except DeliveryFailed as error:
                marked = parcel.model_copy(
                    update={
                        "attempts": parcel.attempts + 1, "error": str(error),
                        "state": "refused" if parcel.attempts + 1 >= MOST_ATTEMPTS else "waiting",
                    }
                )  # fmt: skip
                failed.append(marked)
                self._listen(Notice(level="warning", message=f"not delivered, {self._next(marked)}: {error}"))
            else:
                marked = parcel.model_copy(update={"state": "sent", "attempts": parcel.attempts + 1, "error": ""})
                sent.append(marked)
                self._listen(Progress(stage="delivering", done=2 * done + 1, total=2 * len(waiting)))
            self._memory.mark(marked)
        return Delivered(tuple(sent), tuple(failed))

    def _next(self, parcel: Parcel) -> str:
        return "and given up" if parcel.state == "refused" else "the next run tries again"

    async def _send(self, parcel: Parcel, edition: Edition, editions: Mapping[str, Edition]) -> None:
        target = delivery.Destination.model_validate_json(parcel.target).target
        if isinstance(target, delivery.Folder):
            files = self._files(target, edition, editions)
            await asyncio.to_thread(delivery.write_files, target, files)
        elif isinstance(target, delivery.Mailbox):
            made = self._letter(edition, target.sender, target.to, parcel.id)
            refused = await asyncio.to_thread(delivery.send_mail, target, made, self._environment)
            if refused:
                self._listen(Notice(level="warning", message=f"the mail server refused {', '.join(refused)}"))
        else:
            await delivery.call_hook(target, edition.brief.encode(), parcel.id, self._environment, self._sleep)

    def _files(self, target: delivery.Folder, edition: Edition, editions: Mapping[str, Edition]) -> dict[str, str]:
        """The edition's files, then the index and the feed, which list every edition that is in the folder."""
        suffixes = tuple(SUFFIXES[name] for name in target.formats)
        name, brief = archive.stem(edition), Brief.model_validate_json(edition.brief)
        files = {f"{name}{suffix}": self._file(suffix, edition, brief) for suffix in suffixes}
        kept = [archive.Kept(one, archive.stem(one), suffixes) for one in self._in_folder(target, edition, editions)]
        if suffixes:
            files["index.html"] = archive.index(self._profile.title, kept)
        if target.feed and suffixes:
            files["feed.xml"] = archive.atom(self._profile.title, self._profile.name, kept, target.base_url)
        return files

    def _in_folder(self, target: delivery.Folder, edition: Edition, editions: Mapping[str, Edition]) -> Sequence[Edition]:
        return [one for one in editions.values() if one.number <= edition.number or self._was_sent(target, one)]

    def _was_sent(self, target: delivery.Folder, edition: Edition) -> bool:
        packed = delivery.Destination(target=target).model_dump_json()
        return any(parcel.target == packed and parcel.state == "sent" for parcel in self._memory.parcels(edition.id))

    def _file(self, suffix: str, edition: Edition, brief: Brief) -> str:
        if suffix == ".html":
            return brief.with_texts(self._texts(brief)).to_html()
        if suffix == ".md":
            return brief.to_markdown()
        if suffix == ".json":
            embedded = self._profile.delivery.embed_sources
            return safe.json(brief.with_texts(self._texts(brief))) if embedded else edition.brief
        mail = self._profile.delivery.mail
        sender, to = (mail.sender, mail.to) if mail is not None else (f"{self._profile.title} <brief@localhost>", ("reader@localhost",))
        return as_bytes(self._letter(edition, sender, to, hashlib.sha256(edition.brief.encode()).hexdigest()[:32])).decode("ascii")

    def _texts(self, brief: Brief) -> dict[str, str]:
        """The texts of the cited articles, so that a page shows each citation in its context."""
        cited = {citation.source: self._memory.version(citation.source) for citation in brief.citations()}
        return {ident: version.article.text for ident, version in cited.items() if version is not None}

    def _letter(self, edition: Edition, sender: str, to: tuple[str, ...], ident: str) -> Letter:
        brief = Brief.model_validate_json(edition.brief)
        return Letter(
            ident=ident, sender=sender, to=to, subject=f"{edition.title}: {edition.headline}", sent=edition.created,
            text=letter.plain(brief), html=letter.html(brief),
        )  # fmt: skip


def shown(parcel: Parcel) -> str:
    """Where a parcel goes, in a few words."""
    return safe.plain(delivery.shown(delivery.Destination.model_validate_json(parcel.target).target))
