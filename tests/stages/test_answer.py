"""Reading a model's answer: tolerant of what stands around the JSON, strict about the JSON."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import BadReply
from summarizer.stages.asking.answer import read_cut_list, read_list, read_numbers, read_object, schema

GOOD = {"main": [1, 2], "more": []}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(GOOD),
        "Sure!\n```json\n" + json.dumps(GOOD) + "\n```\nDone {ok}",
        "```\n" + json.dumps(GOOD) + "```",
        "Here it is: " + json.dumps(GOOD) + " I hope it helps.",
        "<think>maybe {3}?</think>" + json.dumps(GOOD),
        (json.dumps(GOOD) + " ") * 500,
        '{"main": [1, 2,], "more": [],}',
        '{"main": [1, 2], // the news\n "more": [] /* none */}',
    ],
)
def test_what_stands_around_the_object_does_not_matter(text: str) -> None:
    assert read_object(text) == GOOD


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no",
        "[1]",
        "{",
        '{"main": [1',
        "{'main': [1]}",
        '{"a": NaN}',
        '{"a": Infinity}',
        '{"a":' + "[" * 100_000,
        '{"a": ' + "9" * 5000 + "}",
    ],
    ids=lambda text: text[:12],
)
def test_what_is_no_object_is_a_bad_reply_of_one_line(text: str) -> None:
    with pytest.raises(BadReply) as caught:
        read_object(text)
    assert len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)


@given(st.text(max_size=300))
def test_no_text_does_more_than_raise_bad_reply(text: str) -> None:
    with contextlib.suppress(BadReply):
        assert isinstance(read_object(text), dict)


@given(st.lists(st.one_of(st.integers(-5, 30), st.booleans(), st.floats(), st.text(max_size=4), st.none(), st.lists(st.integers()))))
def test_numbers_are_known_each_once_and_the_rest_is_counted(values: list[object]) -> None:
    good, bad = read_numbers(values, range(1, 20))
    assert set(good) <= set(range(1, 20))
    assert len(good) == len(set(good))
    assert len(good) + bad <= len(values)


def test_numbers_keep_their_order_and_booleans_are_none() -> None:
    assert read_numbers([7, "3", 7, True, 99, 2.0, None], range(1, 20)) == ((7, 3), 4)


def test_a_list_must_be_one() -> None:
    with pytest.raises(BadReply, match="main"):
        read_list({"main": "none"}, "main")


def test_the_schema_is_strict_and_canonical() -> None:
    table = json.loads(schema({"b": {"type": "string"}, "a": {"type": "integer"}}))
    assert table["additionalProperties"] is False
    assert table["required"] == ["b", "a"]


@given(st.lists(st.integers() | st.text() | st.dictionaries(st.text(), st.integers())), st.data())
def test_of_a_list_that_was_cut_the_whole_members_are_read(members: list[object], data: st.DataObject) -> None:
    text = json.dumps({"said": members})
    cut = text[: data.draw(st.integers(0, len(text)))]
    found = read_cut_list(cut, "said")
    assert found == members[: len(found)]
    assert len(found) >= len(members) - 1 or len(cut) < len(text) - 2


def test_nothing_is_read_of_a_list_that_never_began() -> None:
    assert read_cut_list("", "said") == read_cut_list('{"said": 7', "said") == read_cut_list("[1, 2", "said") == []
