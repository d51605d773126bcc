"""Gathering: what is looked at, what stands in for what, and what is listed."""

from datetime import timedelta
from pathlib import Path

import pytest
from daily_world import FIRST, Newsroom, Pages

from summarizer.daily.addresses import canonical, identity
from summarizer.daily.edition import edition_key
from summarizer.daily.gather import Gathered
from summarizer.daily.health import told

FEED, OTHER = "https://gazette.example/feed", "https://courier.example/feed"
LONG = "The council of Orsk has voted to plant four hundred trees along the canal before winter."


@pytest.fixture
def pages() -> Pages:
    pages = Pages()
    pages.publish(FEED, "trees", FIRST, LONG, "The trees are limes.")
    return pages


@pytest.fixture
def room(pages: Pages, tmp_path: Path):  # type: ignore[no-untyped-def]
    room = Newsroom(tmp_path, pages)
    yield room
    room.desk.close()


async def gathered(room: Newsroom) -> Gathered:
    return await room.desk.gathered(edition_key(room.profile, room.clock()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.example/a?utm_source=rss&utm_medium=feed", "https://x.example/a"),
        ("HTTPS://X.Example:443/a#top", "https://x.example/a"),
        ("https://x.example", "https://x.example/"),
        ("https://x.example/a?id=7&fbclid=z", "https://x.example/a?id=7"),
    ],
)
def test_an_address_is_the_same_article_under_its_decorations(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


def test_addresses_that_differ_in_what_names_the_page_stay_apart() -> None:
    assert len({canonical(f"https://x.example/a?{query}") for query in ("id=1", "id=2", "page=1", "id=1&page=2")}) == 4


def test_an_item_without_a_link_is_known_by_its_guid_in_its_feed() -> None:
    assert identity(None, "7", FEED) != identity(None, "7", OTHER)
    assert identity("https://x.example/a", "7", FEED) == identity("https://x.example/a", "8", OTHER)


async def test_the_linked_page_is_read_and_not_the_summary(room: Newsroom) -> None:
    (version,) = (await gathered(room)).intake.versions
    assert "limes" in version.article.text
    assert (version.came, version.number) == ("page", 1)
    assert version.article.publisher == "Gazette"
    assert version.article.published == FIRST.date()


async def test_the_feeds_own_text_stands_in_for_a_page_that_cannot_be_read_and_says_so(room: Newsroom, pages: Pages) -> None:
    pages.failing["https://gazette.example/trees"] = "the site's robots.txt does not allow it"
    found = await gathered(room)
    (version,) = found.intake.versions
    assert version.came == "feed"
    assert version.article.text == LONG
    (notice,) = found.intake.begun.notices
    assert "told from the feed's own text" in notice
    assert "robots.txt" in notice


async def test_a_page_that_can_be_read_later_is_no_correction_of_the_feeds_text(room: Newsroom, pages: Pages) -> None:
    pages.failing["https://gazette.example/trees"] = "the server answered 500"
    await room.edition()
    pages.failing.clear()
    room.next_day()
    pages.publish(FEED, "trees", FIRST, LONG.replace("four", "five"), "The trees are limes.")
    brief = await room.brief()
    assert [change.kind for change in brief.changes] == ["corrected"]  # the feed's own text changed, and that is compared with itself
    assert room.memory.versions("https://gazette.example/trees")[1].came == "feed"


async def test_requests_are_conditional_and_an_unchanged_feed_costs_no_page_of_old_items(room: Newsroom, pages: Pages) -> None:
    await room.edition()
    room.next_day(5)
    pages.asked.clear()
    found = await gathered(room)
    assert [row.status for row in found.health] == ["unchanged"]
    assert pages.asked == [FEED]


async def test_recent_articles_are_looked_at_again_even_when_no_feed_lists_them(room: Newsroom, pages: Pages) -> None:
    await room.edition()
    pages.feeds[FEED] = []
    room.next_day()
    pages.asked.clear()
    await gathered(room)
    assert "https://gazette.example/trees" in pages.asked


async def test_one_article_in_two_feeds_is_one_item(room: Newsroom, pages: Pages, tmp_path: Path) -> None:
    pages.feeds[OTHER] = [(f"{url}?utm_source=courier", *rest) for url, *rest in pages.feeds[FEED]]
    both = Newsroom(tmp_path / "both", pages)
    assert len((await gathered(both)).intake.versions) == 1
    both.desk.close()


async def test_opml_names_feeds_and_a_bad_one_is_a_reason(pages: Pages, tmp_path: Path) -> None:
    listed = tmp_path / "all.opml"
    listed.write_text(f"<opml version='2.0'><body><outline xmlUrl='{FEED}'/></body></opml>", "utf-8")
    bad = tmp_path / "bad.opml"
    bad.write_text("<!DOCTYPE x [<!ENTITY a 'b'>]><opml/>", "utf-8")
    room = Newsroom(tmp_path, pages, feeds=[], opml=[str(listed), str(bad), str(tmp_path / "none.opml")])
    found = await gathered(room)
    assert len(found.intake.versions) == 1
    assert [where for where, _ in found.intake.begun.failed] == [str(bad), str(tmp_path / "none.opml")]
    room.desk.close()


async def test_a_watched_page_is_read_again_when_it_changes(pages: Pages, tmp_path: Path) -> None:
    pages.pages["https://port.example/notices"] = ["Berth nine of the port of Orsk is closed until further notice."]
    room = Newsroom(tmp_path, pages, pages=["https://port.example/notices"])
    await room.edition()
    room.next_day(20)
    pages.pages["https://port.example/notices"] = ["Berth nine of the port of Orsk reopened on Sunday."]
    brief = await room.brief()
    assert any("reopened" in change.statement.text for change in brief.changes)
    room.desk.close()


async def test_what_is_not_a_feed_is_a_reason(room: Newsroom, pages: Pages) -> None:
    del pages.feeds[FEED]
    pages.pages[FEED] = ["<html><body>We moved.</body></html>"]
    found = await gathered(room)
    assert found.health[0].status == "failed"
    assert "not a feed" in found.health[0].reason


async def test_health_is_told_with_the_bad_ones_first(room: Newsroom, pages: Pages, tmp_path: Path) -> None:
    pages.feeds[OTHER] = []
    pages.feeds["https://dead.example/feed"] = []
    pages.failing["https://dead.example/feed"] = "its server cannot be reached"
    pages.publish(FEED, "old", FIRST - timedelta(days=30), "The council of Orsk met thirty days ago to speak of the canal and its banks.")
    many = Newsroom(tmp_path / "many", pages)
    lines = told((await gathered(many)).health, many.clock())
    assert lines == (
        "✗ https://dead.example/feed: its server cannot be reached",
        "✗ https://courier.example/feed (Courier): it lists nothing",
        "✓ https://gazette.example/feed (Gazette): 2 items, newest 2031-03-03, full text (1 read)",
        "1 of 3 sources are well.",
    )
    many.desk.close()
