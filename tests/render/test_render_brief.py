"""What a reader finds in the outputs of a brief: numbers, places, sections, receipts."""

import hashlib
import re
from base64 import b64encode
from pathlib import Path

from summarizer.brief import Brief, Change, FailedSource, Statement
from summarizer.render.difference import difference
from summarizer.render.explanation import explanation
from summarizer.render.html import html
from summarizer.render.markdown import markdown
from summarizer.render.page import page
from summarizer.render.terminal import Part, lines, wrapped

BRIEF = Brief.model_validate_json((Path(__file__).parent / "golden" / "brief.json").read_text("utf-8"))
STORY = BRIEF.stories[0]


def _with_story(**changes: object) -> Brief:
    return BRIEF.model_copy(update={"stories": (STORY.model_copy(update=changes),)})


def test_sources_are_numbered_in_the_order_in_which_they_are_first_cited() -> None:
    shown = page(BRIEF)
    assert [found.number for found in shown.cited] == [1, 2, 3]
    assert shown.opening[0].items[0].marks[0].number == 1
    assert [found.source.id for found in shown.cited] == ["d", "a", "b"]


def test_every_mark_leads_to_a_passage_that_shows_its_quote() -> None:
    text = html(BRIEF)
    anchors = set(re.findall(r'<blockquote id="(p\d+)"', text))
    marks = set(re.findall(r'href="#(p\d+)"', text))
    assert marks
    assert marks <= anchors
    assert len(anchors) == len({(c.source, c.start, c.end) for c in BRIEF.citations()})


def test_a_cited_span_is_marked_in_its_context() -> None:
    assert (
        "ORRIN, May 6 (Vale Wire) - <mark>The crack that closed the Quill bridge on Saturday is 1.9 metres long</mark>, the builder"
        in html(BRIEF)
    )


def test_a_long_paragraph_is_shown_in_part_and_says_so() -> None:
    long = "word " * 200 + "The span." + " word" * 200
    source = BRIEF.sources[0].model_copy(update={"text": long})
    cited = BRIEF.citations()[0].model_copy(update={"source": source.id, "start": 1000, "end": 1009, "quote": "The span."})
    statement = BRIEF.bottom_line[0].model_copy(update={"citations": (cited,)})
    brief = BRIEF.model_copy(update={"sources": (source,), "bottom_line": (statement,), "stories": (), "changes": ()})
    passage = page(brief).cited[0].passages[0]
    assert passage.before.startswith("…word")
    assert passage.after.endswith("word…")


def test_a_text_that_no_longer_holds_the_quote_is_not_shown_around_it() -> None:
    sources = tuple(source.model_copy(update={"text": "Something else."}) for source in BRIEF.sources)
    passages = [p for found in page(BRIEF.model_copy(update={"sources": sources})).cited for p in found.passages]
    assert all(p.before == p.after == "" and p.quote for p in passages)


def test_without_the_texts_the_quotes_are_still_shown() -> None:
    sources = tuple(source.model_copy(update={"text": None}) for source in BRIEF.sources)
    assert "<mark>About 31,000 vehicles</mark>" in html(BRIEF.model_copy(update={"sources": sources}))


def test_sections_without_content_are_not_shown() -> None:
    bare = _with_story(timeline=(), figures=(), quotes=(), conflicts=(), gaps=())
    told = "\n".join(str(line) for line in lines(bare))
    assert "KEY POINTS" in told
    for title in ("Timeline", "Figures", "In their words", "Where the sources differ", "What the articles do not say"):
        assert title.upper() not in told
        assert title not in markdown(bare)
        assert f">{title}<" not in html(bare)


def test_weak_support_is_said_beside_the_statement() -> None:
    told = " ".join(str(line).strip() for line in lines(BRIEF))
    assert "expected to cost 14 million crowns. [3] (partly supported by what it cites; according to the road office)" in told


def test_the_page_allows_its_own_style_by_hash_and_nothing_else() -> None:
    text = html(BRIEF)
    style = re.search(r"<style data-own>(.*?)</style>", text, re.S)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert style
    assert policy
    assert f"'sha256-{b64encode(hashlib.sha256(style[1].encode()).digest()).decode()}'" in policy[1]
    assert policy[1].startswith("default-src 'none';")


def test_only_the_address_an_article_was_fetched_from_is_linked() -> None:
    linked = re.findall(r'href="(http[^"]*)"', html(BRIEF))
    assert linked == ["https://valewire.example/orrin/bridge?id=7&amp;x=%281%29"]
    claimed = tuple(source.model_copy(update={"url": "https://elsewhere.example/x", "path": "a.html"}) for source in BRIEF.sources)
    brief = BRIEF.model_copy(update={"sources": claimed})
    assert "elsewhere" not in html(brief) + markdown(brief)


def test_one_word_wider_than_the_line_is_broken_and_marks_stay_with_their_word() -> None:
    assert [str(line) for line in wrapped([Part("a" * 25), Part(" b")], 10)] == ["a" * 10, "a" * 10, "aaaaa b"]
    assert [str(line) for line in wrapped([Part("one two"), Part("\u00a0[1]", "mark")], 10)] == ["one", "two [1]"]


def test_a_reworded_statement_is_paired_with_what_it_was() -> None:
    before = BRIEF.model_copy(update={"changes": (), "stories": ()})
    old = before.bottom_line[1]
    new: Statement = old.model_copy(update={"id": "other", "text": old.text.replace("an inspector", "inspectors")})
    found = difference(before, before.model_copy(update={"bottom_line": (before.bottom_line[0], new)}))
    assert found.reworded == ((old, new),)
    assert (found.new, found.gone, found.kept) == ((), (), 1)


def test_two_thousand_uncited_sources_take_a_row_a_reason() -> None:
    plain = BRIEF.sources[0].model_copy(update={"duplicate_of": None})
    many = tuple(plain.model_copy(update={"id": f"x{i}", "title": f"Report {i}"}) for i in range(2000))
    shown = page(BRIEF.model_copy(update={"sources": (*BRIEF.sources, *many)}))
    row = next(row for row in shown.uncited if row.more)
    assert row.names[0].startswith("Report 0")
    assert len(row.names) + row.more == 2000
    assert len(shown.uncited) < 6


def test_sources_that_look_the_same_share_a_row() -> None:
    copy = BRIEF.sources[0].model_copy(update={"duplicate_of": BRIEF.sources[0].id})
    copies = tuple(copy.model_copy(update={"id": f"x{i}"}) for i in range(3))
    shown = page(BRIEF.model_copy(update={"sources": (*BRIEF.sources, *copies)}))
    assert [row.more for row in shown.uncited if row.names[0].startswith(copy.title)] == [2]


def test_a_hundred_inputs_that_failed_are_counted_beyond_ten_and_all_explained() -> None:
    failed = tuple(FailedSource(location=f"scan-{i}.pdf", reason="it is damaged") for i in range(100))
    brief = BRIEF.model_copy(update={"coverage": BRIEF.coverage.model_copy(update={"failed": failed})})
    told = [line for line in page(brief).receipt if line.startswith("Not read")]
    assert len(told) == 11
    assert "90 more" in told[-1]
    assert all(any(one.location in line for line in explanation(brief)) for one in failed)


def test_what_is_new_is_marked_where_it_stands_and_only_counted_above() -> None:
    point = STORY.key_points[0]
    brief = _with_story(status="developing").model_copy(update={"changes": (Change(kind="new", statement=point),), "bottom_line": ()})
    shown = page(brief)
    assert [item.text for item in shown.opening[0].items] == ["1 statement is new and marked as such."]
    points = next(section for section in shown.stories[0].sections if section.kind == "key_points")
    assert [item.label for item in points.items if item.text == point.text] == ["new"]
    assert '<span class="label">new</span>' in html(brief)


def test_an_earlier_brief_with_nothing_new_since_is_said() -> None:
    brief = _with_story(status="developing").model_copy(update={"changes": (), "previous_id": "abc"})
    assert "Nothing has changed since the brief before." in markdown(brief)


def test_a_model_that_gave_no_answer_is_not_told_as_the_author() -> None:
    silent = BRIEF.run.model_copy(update={"tokens_out": 0, "cached": 0})
    brief = BRIEF.model_copy(update={"run": silent, "degraded": ("the endpoint refused the key",)})
    assert page(brief).about.endswith(f"extractive, since {BRIEF.run.model} gave no answer")
    assert page(BRIEF).about.endswith(str(BRIEF.run.model))


def test_what_many_say_is_counted_and_all_of_them_stand_among_the_sources() -> None:
    many = tuple(BRIEF.sources[0].model_copy(update={"id": f"s{n}", "duplicate_of": None}) for n in range(9))
    cites = tuple(STORY.key_points[0].citations[0].model_copy(update={"source": source.id}) for source in many)
    statement = STORY.key_points[0].model_copy(update={"citations": cites})
    brief = BRIEF.model_copy(update={"sources": many, "bottom_line": (statement,), "stories": (), "changes": ()})
    shown = page(brief)
    item = shown.opening[0].items[0]
    assert [mark.number for mark in item.marks] == [1, 2, 3, 4, 5]
    assert "and 4 more" in item.note
    assert len(shown.cited) == 9
