"""The memory: what is stored stays, what belongs together comes together, and damage is no silent loss."""

import os
import sqlite3
from pathlib import Path

import pytest
from daily_world import FIRST, Newsroom, Pages

from summarizer.edges.memory import Memory
from summarizer.edges.state import Database
from summarizer.errors import SummarizerError, UsageError

FEED = "https://gazette.example/feed"


@pytest.fixture
def pages() -> Pages:
    pages = Pages()
    pages.publish(FEED, "one", FIRST, "The harbour of Orsk froze over on Monday for the first time since 1987.")
    return pages


async def test_a_stored_text_can_never_be_changed(pages: Pages, tmp_path: Path) -> None:
    room = Newsroom(tmp_path, pages)
    await room.edition()
    room.desk.close()
    with sqlite3.connect(tmp_path / "briefing.sqlite") as database, pytest.raises(sqlite3.IntegrityError, match="articles never change"):
        database.execute("UPDATE daily_articles SET article = '{}'")


async def test_an_edition_its_places_and_its_outbox_are_one_transaction(
    pages: Pages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarizer.edges import memory

    room = Newsroom(tmp_path, pages)
    real = memory._finish

    def full(connection: sqlite3.Connection, finished: memory.Finished) -> None:
        real(connection, finished)
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(memory, "_finish", full)
    with pytest.raises(SummarizerError, match=r"disk is full; what was stored before is unchanged"):
        await room.edition()
    monkeypatch.undo()
    room.reopen()
    assert room.memory.editions() == ()
    assert room.memory.waiting("briefing") == ()
    assert len(room.memory.pending("briefing")) == 1
    assert (await room.brief()).stories
    assert room.memory.pending("briefing") == ()
    room.desk.close()


async def test_a_full_disk_is_a_plain_line_and_costs_nothing_that_was_there(pages: Pages, tmp_path: Path) -> None:
    room = Newsroom(tmp_path, pages)
    first = await room.edition()
    room.next_day()
    pages.publish(FEED, "two", room.clock(), "The ice of Orsk. " + "x" * 60_000)
    with room.desk._database.write() as connection:
        (size,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {size + 2}")
    with pytest.raises(SummarizerError, match="cannot be used"):
        await room.edition()
    room.reopen()
    assert [edition.id for edition in room.memory.editions()] == [first.edition.id]
    assert (await room.brief()).stories
    room.desk.close()


async def test_a_damaged_memory_is_kept_aside_and_said(pages: Pages, tmp_path: Path) -> None:
    room = Newsroom(tmp_path, pages)
    await room.edition()
    room.desk.close()
    path = tmp_path / "briefing.sqlite"
    path.write_bytes(b"noise" * 1000)
    room = Newsroom(tmp_path, pages)
    assert any("kept as" in notice for notice in room.heard.notices)
    assert any(name.startswith("briefing.sqlite.damaged-") for name in os.listdir(tmp_path))
    room.desk.close()


def test_a_memory_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    database = Database(tmp_path / "m.sqlite")
    Memory(database)
    with database.write() as connection:
        connection.execute("UPDATE schema_version SET version = 99 WHERE component = 'daily'")
    with pytest.raises(UsageError, match="newer version"):
        Memory(database)
    database.close()


async def test_another_run_that_does_not_end_is_a_plain_line(pages: Pages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import functools

    from summarizer.edges.turn import turn

    monkeypatch.setattr("summarizer.daily.desk.turn", functools.partial(turn, patience=0.0))
    room = Newsroom(tmp_path, pages)
    with turn(tmp_path / "briefing.sqlite"), pytest.raises(UsageError, match="another edition is being made"):
        await room.edition()
    assert (await room.brief()).stories
    room.desk.close()


async def test_the_trace_lists_every_statement_that_rests_on_an_article(pages: Pages, tmp_path: Path) -> None:
    room = Newsroom(tmp_path, pages)
    brief = await room.brief()
    (version,) = room.memory.versions("https://gazette.example/one")
    rows = room.memory.resting_on([version.article.id])
    assert {row.statement.id for row in rows} == {s.id for s in brief.statements()}
    room.desk.close()
