"""The values that the memory of daily editions keeps: what was listed, read, told and sent."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from summarizer.article import Article
from summarizer.brief import Statement
from summarizer.value import Value

Came = Literal["page", "feed", "file"]
Outcome = Literal["told", "read", "copy", "same", "old", "failed"]
"""told: a statement cites it · read: read, no statement cites it · copy: repeats an article of this or an earlier edition ·
same: an edited version in which no sentence changed · old: older than the profile wants · failed: no text could be had."""


class EditionKey(Value):
    """Which edition: `day` in the profile's time zone, `name` as given with --edition ("" for the only one of a day)."""

    profile: str
    day: date
    name: str = ""


class Version(Value):
    """One text of an article: `identity` (canonical address or guid) stays the same when the text is edited upstream; `number`
    counts from 1. `came`: from the linked page, from the feed's own text, or from a file."""

    article: Article
    identity: str
    number: int
    came: Came
    feed: str | None = None
    first_seen: datetime


class Item(Value):
    """What a feed lists. `fingerprint` changes when the feed's own entry does; `article` is the newest version's id and `came` where its
    text is from; `gone`: it was online once and is no more."""

    identity: str
    feed: str
    url: str | None = None
    title: str | None = None
    fingerprint: str
    first_seen: datetime
    looked_at: datetime
    article: str | None = None
    came: Came | None = None
    gone: bool = False


class Validators(Value):
    """What a server gave to ask again with (RFC 9110, conditional requests)."""

    etag: str | None = None
    modified: str | None = None


class Listed(Value):
    """An item that is in no edition, and why; `day` is that of the edition that says so."""

    identity: str
    day: date
    outcome: Outcome
    reason: str


class Begun(Value):
    """An edition whose intake is stored and which is not made yet: when it began, what failed (location, reason), what a reader of
    the edition should know, and the identities of articles that are no longer online."""

    begun: datetime
    failed: tuple[tuple[str, str], ...] = ()
    notices: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class Intake(Value):
    """What was fetched for an edition; nothing of it is lost when the run ends here."""

    key: EditionKey
    begun: Begun
    items: tuple[Item, ...] = ()
    versions: tuple[Version, ...] = ()
    listed: tuple[Listed, ...] = ()
    validators: dict[str, Validators] = Field(default_factory=dict)


class Placement(Value):
    """Where an article version went, and why; each version has exactly one. `original` is what a copy copies."""

    article: str
    edition: str
    outcome: Outcome
    reason: str
    original: str | None = None


class StoryRow(Value):
    """A story over the days. `articles` are ids of the versions it was made of, newest last."""

    id: str
    headline: str
    first_seen: date
    last_seen: date
    articles: tuple[str, ...] = ()


class ToldRow(Value):
    """A statement that an edition told, and of which story."""

    edition: str
    day: date
    story: str
    statement: Statement


class Parcel(Value):
    """One thing to deliver. `id` is the same whenever the same content goes to the same target, so that a receiver can drop a
    repeat; `target` says how and where, as JSON."""

    id: str
    edition: str
    target: str
    state: Literal["waiting", "sent", "refused"] = "waiting"
    attempts: int = 0
    error: str = ""


class Edition(Value):
    """A finished edition. `brief` is its JSON, byte for byte as it was first written; `headline` what it leads with, `facts` its counts in
    a few words."""

    id: str
    number: int
    profile: str
    day: date
    name: str = ""
    previous: str | None = None
    created: datetime
    title: str
    headline: str
    facts: str
    brief: str


class Finished(Value):
    """Everything that becomes true together when an edition is finished. `superseded` are (edition, statement) that a change of
    this edition replaced."""

    edition: Edition
    placements: tuple[Placement, ...] = ()
    stories: tuple[StoryRow, ...] = ()
    told: tuple[ToldRow, ...] = ()
    superseded: tuple[tuple[str, str], ...] = ()
    parcels: tuple[Parcel, ...] = ()
