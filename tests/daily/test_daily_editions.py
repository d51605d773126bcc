"""Editions from a small world: the same day again, the next day, corrections, copies, wrong clocks, quiet days."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from daily_world import FIRST, Newsroom, Pages

from summarizer.article import Reading
from summarizer.brief import Brief
from summarizer.errors import NoInput
from summarizer.testing import article

GAZETTE, COURIER, ECHO = "https://gazette.example/feed", "https://courier.example/feed", "https://echo.example/feed"
TOLL = "At least 12 people were killed when the Talvi footbridge collapsed on Monday evening."
RISEN = "The death toll from the collapse of the Talvi footbridge has risen to {}."
RESIGN = "Transport minister Oto Brand is expected to resign over the Talvi footbridge, two papers said."
BUILT = "The Talvi footbridge, 140 metres long, was opened in 1962 and carried 3,000 people a day."
ROAD = "The road from Talvi to Lund is closed because of the collapse of the footbridge."
WOOL = "A shop in Orsk has knitted a scarf of 900 metres for the town's tower."


@pytest.fixture
def pages() -> Pages:
    pages = Pages()
    pages.publish(GAZETTE, "bridge", FIRST, TOLL, RESIGN, BUILT)
    pages.publish(COURIER, "talvi", FIRST, "Twelve people died in the collapse of the Talvi footbridge.", ROAD, "Mayor Ana Kest wept.")
    pages.publish(ECHO, "scarf", FIRST, WOOL, "Forty people of Orsk took turns at the needles.")
    return pages


@pytest.fixture
def room(pages: Pages, tmp_path: Path):  # type: ignore[no-untyped-def]
    room = Newsroom(tmp_path, pages)
    yield room
    room.desk.close()


def changes(brief: Brief, kind: str) -> list[str]:
    return [change.statement.text for change in brief.changes if change.kind == kind]


def told(brief: Brief) -> str:
    return " ".join(statement.text for statement in brief.statements())


async def test_the_first_edition_tells_its_stories_and_names_no_changes(room: Newsroom) -> None:
    brief = await room.brief()
    assert "12 people were killed" in told(brief)
    assert brief.changes == ()
    assert brief.previous_id is None
    assert brief.title == "Daily briefing, 3 March 2031"


async def test_a_story_of_one_source_gets_one_line(room: Newsroom) -> None:
    brief = await room.brief()
    (scarf,) = [story for story in brief.stories if "scarf" in story.headline]
    assert scarf.status.startswith("in brief")
    assert len(scarf.bottom_line) == 1
    assert [scarf.key_points, scarf.timeline, scarf.figures, scarf.quotes] == [()] * 4
    assert "## In brief" in brief.to_markdown()


async def test_the_same_day_again_is_the_same_edition_and_asks_for_nothing(room: Newsroom) -> None:
    first = await room.edition()
    room.pages.asked.clear()
    room.pages.publish(ECHO, "new", FIRST, "Something else happened in Orsk today, and nobody knows why it did.")
    room.reopen()
    second = await room.edition()
    assert second.edition.brief == first.edition.brief
    assert not second.fresh
    assert not room.pages.asked
    assert not second.delivered.sent


async def test_the_next_day_reads_what_is_new_and_only_that(room: Newsroom) -> None:
    first = await room.brief()
    room.next_day()
    room.pages.publish(GAZETTE, "bridge-2", room.clock(), RISEN.format(17))
    second = await room.brief()
    assert len(second.sources) == 1
    assert changes(second, "updated") == [RISEN.format(17)]
    assert second.changes[0].previous is not None
    assert second.changes[0].previous.brief_id == first.id
    assert [s.id for s in second.stories] == [s.id for s in first.stories if "Talvi" in s.headline]
    assert second.stories[0].first_seen == date(2031, 3, 3)


async def test_a_change_is_measured_against_the_edition_that_told_the_claim_not_just_the_last_one(room: Newsroom) -> None:
    first = await room.brief()
    room.next_day()
    room.pages.publish(GAZETTE, "flags", room.clock(), "Flags flew at half mast in Talvi after the collapse of the Talvi footbridge.")
    await room.brief()
    room.next_day()
    room.pages.publish(COURIER, "minister", room.clock(), "Transport minister Oto Brand resigned on Wednesday over the Talvi footbridge.")
    third = await room.brief()
    (change,) = [change for change in third.changes if change.kind == "resolved"]
    assert change.previous is not None
    assert change.previous.brief_id == first.id
    assert "expected to resign" in change.previous.text


async def test_a_claim_that_was_replaced_is_not_replaced_again(room: Newsroom) -> None:
    await room.brief()
    for toll in (17, 19):
        room.next_day()
        room.pages.publish(GAZETTE, f"toll-{toll}", room.clock(), RISEN.format(toll))
        brief = await room.brief()
    (change,) = [change for change in brief.changes if change.kind == "updated"]
    assert change.previous is not None
    assert "17" in change.previous.text


async def test_an_upstream_correction_says_what_was_told_and_what_the_source_says_now(room: Newsroom) -> None:
    await room.brief()
    old = room.memory.versions("https://gazette.example/bridge")[0].article
    room.next_day()
    room.pages.pages["https://gazette.example/bridge"] = [TOLL, RESIGN, BUILT.replace("140", "104")]
    brief = await room.brief()
    (change,) = brief.changes
    assert change.kind == "corrected"
    assert "104 metres" in change.statement.text
    assert change.previous is not None
    assert "140 metres" in change.previous.text
    (was,) = change.previous.citations
    assert was.source == old.id
    assert old.text[was.start : was.end] == was.quote
    assert room.memory.versions("https://gazette.example/bridge")[0].article == old
    assert any(warned.kind == "revised" and "1 corrected" in warned.message for warned in brief.warnings)


async def test_a_typo_mended_upstream_is_no_news(room: Newsroom) -> None:
    room.pages.pages["https://gazette.example/bridge"] = [TOLL, RESIGN, BUILT.replace("people", "poeple")]
    await room.brief()
    room.next_day()
    room.pages.pages["https://gazette.example/bridge"] = [TOLL, RESIGN, BUILT]
    brief = await room.brief()
    assert [change.kind for change in brief.changes] == []


async def test_a_sentence_taken_out_upstream_is_traced(room: Newsroom) -> None:
    await room.brief()
    room.next_day()
    room.pages.pages["https://gazette.example/bridge"] = [TOLL, BUILT]
    brief = await room.brief()
    (warned,) = [warned for warned in brief.warnings if warned.kind == "revised"]
    assert "no longer said" in warned.message
    assert "expected to resign" in warned.message
    placed = room.memory.placements("briefing")
    assert [p.outcome for p in placed.values() if p.outcome == "same"] == ["same"]


async def test_an_article_taken_offline_is_named_once(room: Newsroom) -> None:
    await room.brief()
    room.pages.failing["https://gazette.example/bridge"] = "gone"
    for expected in (1, 0):
        room.next_day()
        room.pages.publish(ECHO, f"news-{expected}", room.clock(), f"Orsk has planted {expected + 40} lime trees along its canal.")
        brief = await room.brief()
        assert sum(warned.kind == "gone" for warned in brief.warnings) == expected


async def test_a_reprint_of_an_earlier_article_is_no_news(room: Newsroom) -> None:
    await room.brief()
    room.next_day()
    room.pages.publish(ECHO, "agencies", room.clock(), TOLL, RESIGN, BUILT)
    brief = await room.brief()
    assert brief.stories == ()
    (unused,) = [row for row in brief.coverage.unused if not row.passages]
    assert unused.reason.startswith("copy of")
    assert brief.coverage.duplicates == 1


async def test_a_running_story_that_only_repeats_itself_gets_a_line(room: Newsroom) -> None:
    await room.brief()
    room.next_day()
    room.pages.publish(ECHO, "again", room.clock(), "Rescuers said that 12 people were killed as the Talvi footbridge collapsed.")
    brief = await room.brief()
    (story,) = brief.stories
    assert story.status.startswith("unchanged")
    assert not story.key_points
    assert "## Nothing new in" in brief.to_markdown()


async def test_a_day_without_news_has_an_edition_that_says_so(room: Newsroom) -> None:
    await room.brief()
    room.next_day()
    room.pages.failing[ECHO] = "the server answered 503"
    brief = await room.brief()
    assert brief.stories == ()
    assert [f.reason for f in brief.coverage.failed] == ["the server answered 503"]
    assert any(warned.kind == "quiet" for warned in brief.warnings)
    assert "503" in brief.to_markdown()


async def test_where_nothing_can_be_read_there_is_no_edition_and_the_next_run_tries_again(room: Newsroom) -> None:
    room.pages.failing = dict.fromkeys(room.pages.feeds, "its server cannot be reached")
    with pytest.raises(NoInput) as error:
        await room.edition()
    assert len(error.value.failed) == 3
    room.pages.failing = {}
    room.reopen()
    assert (await room.brief()).stories


async def test_a_bad_feed_costs_itself_only(room: Newsroom) -> None:
    room.pages.failing[COURIER] = "it took longer than 20 seconds"
    brief = await room.brief()
    assert brief.stories
    assert [(f.location, f.reason) for f in brief.coverage.failed] == [(COURIER, "it took longer than 20 seconds")]


async def test_editions_with_names_follow_each_other_on_one_day(room: Newsroom) -> None:
    morning = await room.brief("morning")
    room.clock.advance(10 * 3600)
    room.pages.publish(GAZETTE, "evening", room.clock(), RISEN.format(17))
    evening = await room.brief("evening")
    assert evening.previous_id == morning.id
    assert evening.title.endswith("(evening)")
    assert changes(evening, "updated")


async def test_since_catches_up_against_the_edition_before(room: Newsroom) -> None:
    first = await room.brief()
    for toll in (17, 19):
        room.next_day()
        room.pages.publish(GAZETTE, f"toll-{toll}", room.clock(), RISEN.format(toll))
        await room.brief()
    room.next_day()
    brief = await room.brief("catch-up", since=date(2031, 3, 4))
    assert brief.previous_id == first.id
    updated = [change for change in brief.changes if change.kind == "updated"]
    assert updated
    assert ["19" in change.statement.text for change in updated] == [True]
    assert updated[0].previous is not None
    assert updated[0].previous.brief_id == first.id


async def test_a_dry_run_shows_the_edition_and_stores_nothing(room: Newsroom) -> None:
    from daily_world import extractive

    from summarizer.daily.edition import edition_key

    key = edition_key(room.profile, room.clock())
    composed = await room.desk.rehearsed(key, extractive)
    assert "12 people were killed" in told(composed.brief)
    assert room.memory.editions() == ()
    assert room.memory.items("briefing") == {}
    assert not (room.folder / "editions").exists()
    assert (await room.brief()) == composed.brief


async def test_items_are_in_one_edition_or_listed(room: Newsroom) -> None:
    room.pages.publish(GAZETTE, "old", FIRST - timedelta(days=40), "The town of Talvi held its spring fair forty days ago.")
    room.pages.publish(GAZETTE, "nodate", None, "A swan has nested on the roof of the Talvi post office this week.")
    room.pages.publish(GAZETTE, "future", datetime(2099, 1, 1, tzinfo=UTC), "The Talvi post office has painted its door green.")
    room.pages.publish(GAZETTE, "empty", FIRST, "")
    room.pages.failing["https://gazette.example/empty"] = "the server answered 500"
    await room.brief()
    placed = {room.memory.version(ident).identity for ident in room.memory.placements("briefing")}
    listed = {ident: row.outcome for ident, row in room.memory.listed("briefing").items()}
    everything = {row[0] for rows in room.pages.feeds.values() for row in rows}
    assert placed | set(listed) == everything
    assert not placed & set(listed)
    assert listed == {"https://gazette.example/old": "old", "https://gazette.example/empty": "failed"}


@pytest.mark.parametrize(
    "moved",
    [
        [timedelta(days=1), timedelta(days=-3), timedelta(days=3)],  # back, and forth again
        [timedelta(days=-365 * 61), timedelta(days=365 * 61 + 1)],  # 1970
        [timedelta(days=365 * 68), timedelta(days=-365 * 68 + 1)],  # 2099
        [timedelta(hours=1), timedelta(hours=20), timedelta(hours=23)],
    ],
)
async def test_a_wrong_clock_loses_and_doubles_nothing(room: Newsroom, moved: list[timedelta]) -> None:
    await room.brief()
    for number, step in enumerate(moved):
        room.pages.publish(
            GAZETTE,
            f"n{number}",
            FIRST + timedelta(days=number),
            f"Talvi counted {number + 31} storks on its chimneys.",
        )
        room.clock.now += step
        await room.brief()
    room.clock.now = FIRST + timedelta(days=9)
    await room.brief()
    placements = room.memory.placements("briefing")
    identities = [room.memory.version(ident).identity for ident in placements]
    assert len(identities) == len(set(identities)) == 3 + len(moved)
    numbers = [edition.number for edition in room.memory.editions("briefing")]
    assert numbers == sorted(set(numbers))


async def test_the_day_of_an_edition_is_the_profiles(pages: Pages, tmp_path: Path) -> None:
    room = Newsroom(tmp_path, pages, timezone="Pacific/Auckland")
    room.clock.now = datetime(2031, 3, 3, 22, 0, tzinfo=UTC)
    assert (await room.edition()).edition.day == date(2031, 3, 4)
    room.desk.close()


async def test_topics_lift_and_mute(pages: Pages, tmp_path: Path) -> None:
    room = Newsroom(tmp_path, pages, topics={"scarf": 5, "footbridge": 0})
    brief = await room.brief()
    assert "scarf" in brief.stories[0].headline
    assert "topic “scarf” ×5" in brief.stories[0].status
    bridge = [story for story in brief.stories if "Talvi" in story.headline]
    assert all(story.status.startswith("in brief") for story in bridge)
    room.desk.close()


async def test_folders_are_read_once(pages: Pages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from daily_world import NoFolders

    made = article("The council of Lund has bought the old mill for one crown.", id="mill").model_copy(update={"path": "inbox/mill.txt"})
    monkeypatch.setattr("summarizer.daily.desk.LocationReader", lambda *given: NoFolders(Reading(articles=(made,))))
    room = Newsroom(tmp_path, pages, folders=["inbox"])
    assert "old mill" in told(await room.brief())
    room.next_day()
    assert "old mill" not in told(await room.brief())
    room.desk.close()


async def test_the_json_of_an_edition_is_a_brief_and_its_citations_open(room: Newsroom) -> None:
    made = await room.edition()
    brief = Brief.model_validate(json.loads(made.edition.brief))
    for citation in brief.citations():
        text = room.memory.version(citation.source).article.text
        assert text[citation.start : citation.end] == citation.quote


async def test_two_profiles_may_share_a_memory(pages: Pages, tmp_path: Path) -> None:
    one, two = Newsroom(tmp_path, pages), Newsroom(tmp_path, pages, name="other", title="Other")
    first, second = await one.brief(), await two.brief()
    assert {s.id for s in first.sources} == {s.id for s in second.sources}
    assert len(one.memory.editions("briefing")) == len(one.memory.editions("other")) == 1
    one.desk.close()
    two.desk.close()
