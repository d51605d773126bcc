"""The memory of daily editions, in the state file: articles, items, stories, statements, editions, and what is still to be sent.

Everything belongs to a profile; articles are shared. An article version, once stored, never changes (a trigger refuses it), so a
citation of any past edition opens for ever. An edition, the place of every item in it, its statements and its parcels are one transaction.
"""

# ruff: noqa: S608  (what is put into the SQL text is ours: column names and WHERE clauses; values are always bound)

import json
import sqlite3
from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar

from summarizer.brief import Statement
from summarizer.edges.remembered import (
    Begun,
    Edition,
    EditionKey,
    Finished,
    Intake,
    Item,
    Listed,
    Parcel,
    Placement,
    StoryRow,
    ToldRow,
    Validators,
    Version,
)
from summarizer.edges.state import Database
from summarizer.value import Value

V = TypeVar("V", bound=Value)

MIGRATIONS = [
    """
    CREATE TABLE daily_validators (
        profile TEXT NOT NULL, url TEXT NOT NULL, etag TEXT, modified TEXT, PRIMARY KEY (profile, url)) STRICT, WITHOUT ROWID;
    CREATE TABLE daily_articles (
        id TEXT PRIMARY KEY, article TEXT NOT NULL, identity TEXT NOT NULL, number INTEGER NOT NULL, came TEXT NOT NULL, feed TEXT,
        first_seen TEXT NOT NULL) STRICT;
    CREATE INDEX daily_articles_identity ON daily_articles (identity, number);
    CREATE INDEX daily_articles_seen ON daily_articles (first_seen);
    CREATE TRIGGER daily_articles_stay BEFORE UPDATE ON daily_articles BEGIN SELECT raise(ABORT, 'articles never change'); END;
    CREATE TABLE daily_items (
        profile TEXT NOT NULL, identity TEXT NOT NULL, feed TEXT NOT NULL, url TEXT, title TEXT, fingerprint TEXT NOT NULL,
        first_seen TEXT NOT NULL, looked_at TEXT NOT NULL, article TEXT, came TEXT, gone INTEGER NOT NULL,
        PRIMARY KEY (profile, identity)) STRICT, WITHOUT ROWID;
    CREATE TABLE daily_pending (
        profile TEXT NOT NULL, article TEXT NOT NULL REFERENCES daily_articles (id), PRIMARY KEY (profile, article)) STRICT, WITHOUT ROWID;
    CREATE TABLE daily_placements (
        profile TEXT NOT NULL, article TEXT NOT NULL, edition TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, original TEXT,
        PRIMARY KEY (profile, article)) STRICT, WITHOUT ROWID;
    CREATE TABLE daily_listed (
        profile TEXT NOT NULL, identity TEXT NOT NULL, day TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL,
        PRIMARY KEY (profile, identity)) STRICT, WITHOUT ROWID;
    CREATE TABLE daily_begun (
        profile TEXT NOT NULL, day TEXT NOT NULL, name TEXT NOT NULL, begun TEXT NOT NULL,
        PRIMARY KEY (profile, day, name)) STRICT, WITHOUT ROWID;
    CREATE TABLE daily_editions (
        id TEXT PRIMARY KEY, number INTEGER NOT NULL, profile TEXT NOT NULL, day TEXT NOT NULL, name TEXT NOT NULL, previous TEXT,
        created TEXT NOT NULL, title TEXT NOT NULL, headline TEXT NOT NULL, facts TEXT NOT NULL, brief TEXT NOT NULL,
        UNIQUE (profile, day, name), UNIQUE (profile, number)) STRICT;
    CREATE TABLE daily_stories (
        profile TEXT NOT NULL, id TEXT NOT NULL, headline TEXT NOT NULL, first_seen TEXT NOT NULL, last_seen TEXT NOT NULL,
        articles TEXT NOT NULL, PRIMARY KEY (profile, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE daily_told (
        edition TEXT NOT NULL, statement TEXT NOT NULL, profile TEXT NOT NULL, day TEXT NOT NULL, story TEXT NOT NULL,
        body TEXT NOT NULL, superseded TEXT, PRIMARY KEY (edition, statement)) STRICT, WITHOUT ROWID;
    CREATE TABLE daily_rests_on (
        article TEXT NOT NULL, edition TEXT NOT NULL, statement TEXT NOT NULL,
        PRIMARY KEY (article, edition, statement)) STRICT, WITHOUT ROWID;
    CREATE TABLE daily_outbox (
        id TEXT PRIMARY KEY, edition TEXT NOT NULL REFERENCES daily_editions (id), target TEXT NOT NULL, state TEXT NOT NULL,
        attempts INTEGER NOT NULL, error TEXT NOT NULL) STRICT;
    CREATE INDEX daily_outbox_state ON daily_outbox (state);
    """,
]

_ITEM = "identity, feed, url, title, fingerprint, first_seen, looked_at, article, came, gone"
_EDITION = "id, number, profile, day, name, previous, created, title, headline, facts, brief"
_TOLD = "t.edition, t.day, t.story, t.body"


class Memory:
    """The memory of daily editions in a state file that others use too. Raises sqlite3.Error and StateTooNew as `Database` does."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.migrate("daily", MIGRATIONS)

    # what was fetched

    def validators(self, profile: str) -> dict[str, Validators]:
        """What each server gave a profile to ask again with, by address."""
        found = self._rows("SELECT url, etag, modified FROM daily_validators WHERE profile = ?", profile)
        return {str(url): Validators.model_validate({"etag": etag, "modified": modified}) for url, etag, modified in found}

    def begun(self, key: EditionKey) -> Begun | None:
        """The stored intake of an edition that is not finished."""
        found = self._rows("SELECT begun FROM daily_begun WHERE profile = ? AND day = ? AND name = ?", *_key(key))
        return Begun.model_validate_json(str(found[0][0])) if found else None

    def items(self, profile: str) -> dict[str, Item]:
        """Every item ever listed, by identity."""
        found = self._values(Item, _ITEM, f"SELECT {_ITEM} FROM daily_items WHERE profile = ?", profile)
        return {item.identity: item for item in found}

    def listed(self, profile: str) -> dict[str, Listed]:
        """The items that are in no edition, by identity, each with its reason."""
        names = "identity, day, outcome, reason"
        found = self._values(Listed, names, f"SELECT {names} FROM daily_listed WHERE profile = ?", profile)
        return {listed.identity: listed for listed in found}

    def take_in(self, intake: Intake) -> None:
        """Stores what was fetched, in one transaction; new versions wait for the next edition of the profile."""
        with self._database.write() as connection:
            _take_in(connection, intake)

    # articles

    def pending(self, profile: str) -> tuple[Version, ...]:
        """The versions that wait for an edition, in the order in which they were seen."""
        return self._versions("JOIN daily_pending p ON p.article = a.id WHERE p.profile = ? ORDER BY a.first_seen, a.id", profile)

    def seen_since(self, profile: str, since: datetime) -> tuple[Version, ...]:
        """The versions of earlier editions that were first seen at or after `since`."""
        where = "JOIN daily_placements p ON p.article = a.id WHERE p.profile = ? AND a.first_seen >= ? ORDER BY a.first_seen, a.id"
        return self._versions(where, profile, since.isoformat())

    def version(self, article: str) -> Version | None:
        """An article version by its id."""
        return next(iter(self._versions("WHERE a.id = ?", article)), None)

    def versions(self, identity: str) -> tuple[Version, ...]:
        """Every version of an article, the first one first."""
        return self._versions("WHERE a.identity = ? ORDER BY a.number", identity)

    def version_counts(self) -> dict[str, int]:
        """How many versions each article has, by identity."""
        found = self._rows("SELECT identity, max(number) FROM daily_articles GROUP BY identity")
        return {str(identity): int(str(number)) for identity, number in found}

    def placements(self, profile: str) -> dict[str, Placement]:
        """What became of every article version that an edition accounted for, by its id."""
        names = "article, edition, outcome, reason, original"
        found = self._values(Placement, names, f"SELECT {names} FROM daily_placements WHERE profile = ?", profile)
        return {placed.article: placed for placed in found}

    # stories and statements

    def stories(self, profile: str, since: date) -> tuple[StoryRow, ...]:
        """The stories told on or after a day, the newest first."""
        found = self._rows(
            "SELECT id, headline, first_seen, last_seen, articles FROM daily_stories WHERE profile = ? AND last_seen >= ? "
            "ORDER BY last_seen DESC, id",
            profile,
            since.isoformat(),
        )
        names = ("id", "headline", "first_seen", "last_seen")
        return tuple(StoryRow.model_validate(dict(zip(names, r[:4], strict=True)) | {"articles": json.loads(str(r[4]))}) for r in found)

    def told(self, profile: str, since: date, before: date | None = None) -> tuple[ToldRow, ...]:
        """The statements told on or after a day that nothing has replaced, the newest first. With `before` as a reader knew them who has
        read no edition from that day on."""
        if before is None:
            where, more = "superseded IS NULL", list[str]()
        else:
            where, more = "day < ? AND (superseded IS NULL OR superseded >= ?)", [before.isoformat(), before.isoformat()]
        return self._told(
            f"SELECT {_TOLD} FROM daily_told t WHERE profile = ? AND day >= ? AND {where} ORDER BY day DESC, edition, statement",
            profile,
            since.isoformat(),
            *more,
        )

    def resting_on(self, articles: Iterable[str]) -> tuple[ToldRow, ...]:
        """The retraction trace: every statement ever told that cites one of these article versions, oldest edition first."""
        return self._told(
            f"SELECT DISTINCT {_TOLD} FROM daily_rests_on r JOIN daily_told t USING (edition, statement) "
            "WHERE r.article IN (SELECT value FROM json_each(?)) ORDER BY t.day, t.edition, t.statement",
            json.dumps(sorted(set(articles))),
        )

    # editions and parcels

    def finish(self, finished: Finished) -> None:
        """Stores an edition with everything that belongs to it, in one transaction."""
        with self._database.write() as connection:
            _finish(connection, finished)

    def edition(self, key: EditionKey) -> Edition | None:
        """The finished edition of a day."""
        return next(iter(self._editions("WHERE profile = ? AND day = ? AND name = ?", *_key(key))), None)

    def editions_like(self, ident: str) -> tuple[Edition, ...]:
        """The editions whose id begins with `ident`, or which are of that day (YYYY-MM-DD)."""
        return self._editions("WHERE substr(id, 1, length(?)) = ? OR day = ? ORDER BY number", ident, ident, ident)

    def editions(self, profile: str | None = None) -> tuple[Edition, ...]:
        """Every edition of a profile (None: of all), in the order in which they were made."""
        if profile is None:
            return self._editions("ORDER BY profile, number")
        return self._editions("WHERE profile = ? ORDER BY number", profile)

    def last_edition(self, profile: str, before: date | None = None) -> Edition | None:
        """The edition made last, or the last one of a day before `before`. By its number: the clock may have been wrong."""
        if before is None:
            found = self._editions("WHERE profile = ? ORDER BY number DESC LIMIT 1", profile)
        else:
            found = self._editions("WHERE profile = ? AND day < ? ORDER BY number DESC LIMIT 1", profile, before.isoformat())
        return found[0] if found else None

    def waiting(self, profile: str) -> tuple[Parcel, ...]:
        """What is still to be delivered, oldest edition first."""
        return self._parcels("WHERE e.profile = ? AND o.state = 'waiting' ORDER BY e.number, o.target", profile)

    def parcels(self, edition: str) -> tuple[Parcel, ...]:
        """Everything an edition had to deliver."""
        return self._parcels("WHERE o.edition = ? ORDER BY o.target", edition)

    def mark(self, parcel: Parcel) -> None:
        """Stores what became of a parcel."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE daily_outbox SET state = ?, attempts = ?, error = ? WHERE id = ?",
                (parcel.state, parcel.attempts, parcel.error, parcel.id),
            )

    def _rows(self, sql: str, *given: object) -> list[tuple[object, ...]]:
        with self._database.read() as connection:
            return connection.execute(sql, given).fetchall()

    def _values(self, kind: type[V], names: str, sql: str, *given: object) -> tuple[V, ...]:
        fields = names.split(", ")
        return tuple(kind.model_validate(dict(zip(fields, row, strict=True))) for row in self._rows(sql, *given))

    def _versions(self, where: str, *given: object) -> tuple[Version, ...]:
        names = ("identity", "number", "came", "feed", "first_seen")
        rows = self._rows(f"SELECT a.article, a.identity, a.number, a.came, a.feed, a.first_seen FROM daily_articles a {where}", *given)
        return tuple(Version.model_validate(dict(zip(names, row[1:], strict=True)) | {"article": json.loads(str(row[0]))}) for row in rows)

    def _told(self, sql: str, *given: object) -> tuple[ToldRow, ...]:
        names = ("edition", "day", "story")
        return tuple(
            ToldRow.model_validate(dict(zip(names, row[:3], strict=True)) | {"statement": Statement.model_validate_json(str(row[3]))})
            for row in self._rows(sql, *given)
        )

    def _editions(self, where: str, *given: object) -> tuple[Edition, ...]:
        return self._values(Edition, _EDITION, f"SELECT {_EDITION} FROM daily_editions {where}", *given)

    def _parcels(self, where: str, *given: object) -> tuple[Parcel, ...]:
        names = "id, edition, target, state, attempts, error"
        columns = ", ".join(f"o.{name}" for name in names.split(", "))
        return self._values(
            Parcel, names, f"SELECT {columns} FROM daily_outbox o JOIN daily_editions e ON e.id = o.edition {where}", *given
        )


def _key(key: EditionKey) -> tuple[str, str, str]:
    return (key.profile, key.day.isoformat(), key.name)


def _take_in(connection: sqlite3.Connection, intake: Intake) -> None:
    profile = intake.key.profile
    for version in intake.versions:
        article = version.article
        connection.execute(
            "INSERT INTO daily_articles VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (
                article.id, article.model_dump_json(), version.identity, version.number, version.came, version.feed,
                version.first_seen.isoformat(),
            ),
        )  # fmt: skip
        connection.execute(
            "INSERT INTO daily_pending SELECT ?, ? WHERE NOT EXISTS "
            "(SELECT 1 FROM daily_placements WHERE profile = ? AND article = ?) ON CONFLICT DO NOTHING",
            (profile, article.id, profile, article.id),
        )
    connection.executemany(
        f"INSERT OR REPLACE INTO daily_items (profile, {_ITEM}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                profile, item.identity, item.feed, item.url, item.title, item.fingerprint, item.first_seen.isoformat(),
                item.looked_at.isoformat(), item.article, item.came, item.gone,
            )
            for item in intake.items
        ],
    )  # fmt: skip
    read = [(profile, item.identity) for item in intake.items if item.article]
    connection.executemany("DELETE FROM daily_listed WHERE profile = ? AND identity = ?", read)
    connection.executemany(
        "INSERT OR REPLACE INTO daily_listed VALUES (?, ?, ?, ?, ?)",
        [(profile, listed.identity, listed.day.isoformat(), listed.outcome, listed.reason) for listed in intake.listed],
    )
    connection.executemany(
        "INSERT OR REPLACE INTO daily_validators VALUES (?, ?, ?, ?)",
        [(profile, url, given.etag, given.modified) for url, given in intake.validators.items()],
    )
    connection.execute("INSERT OR REPLACE INTO daily_begun VALUES (?, ?, ?, ?)", (*_key(intake.key), intake.begun.model_dump_json()))


def _finish(connection: sqlite3.Connection, finished: Finished) -> None:
    edition = finished.edition
    profile, day = edition.profile, edition.day.isoformat()
    connection.execute(
        "INSERT INTO daily_editions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            edition.id, edition.number, profile, day, edition.name, edition.previous, edition.created.isoformat(), edition.title,
            edition.headline, edition.facts, edition.brief,
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO daily_placements VALUES (?, ?, ?, ?, ?, ?)",
        [(profile, p.article, p.edition, p.outcome, p.reason, p.original) for p in finished.placements],
    )
    connection.executemany(
        "DELETE FROM daily_pending WHERE profile = ? AND article = ?", [(profile, placed.article) for placed in finished.placements]
    )
    connection.executemany(
        "INSERT OR REPLACE INTO daily_stories VALUES (?, ?, ?, ?, ?, ?)",
        [(profile, s.id, s.headline, s.first_seen.isoformat(), s.last_seen.isoformat(), json.dumps(s.articles)) for s in finished.stories],
    )
    connection.executemany(
        "INSERT OR REPLACE INTO daily_told VALUES (?, ?, ?, ?, ?, ?, NULL)",
        [(t.edition, t.statement.id, profile, t.day.isoformat(), t.story, t.statement.model_dump_json()) for t in finished.told],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO daily_rests_on VALUES (?, ?, ?)",
        [(c.source, t.edition, t.statement.id) for t in finished.told for c in t.statement.citations],
    )
    connection.executemany(
        "UPDATE daily_told SET superseded = ? WHERE edition = ? AND statement = ? AND superseded IS NULL",
        [(day, *replaced) for replaced in finished.superseded],
    )
    connection.executemany(
        "INSERT INTO daily_outbox VALUES (?, ?, ?, ?, ?, ?)",
        [(p.id, p.edition, p.target, p.state, p.attempts, p.error) for p in finished.parcels],
    )
    connection.execute("DELETE FROM daily_begun WHERE profile = ? AND day = ? AND name = ?", (profile, day, edition.name))
