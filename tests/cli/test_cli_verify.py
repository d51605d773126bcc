"""verify: briefs, texts of anybody, rows in bulk; and a changed brief is caught."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.brief import Brief

Command = Callable[..., "tuple[int, str, str]"]
DAM = Path(__file__).resolve().parents[2] / "examples" / "cobalt-dam"


@pytest.fixture
def brief(command: Command, tmp_path: Path) -> Brief:
    """A brief of an example with its sources inside, in brief.json."""
    command("brief", DAM, "-o", "brief.json", "--embed-sources", "--quiet")
    return Brief.model_validate_json((tmp_path / "brief.json").read_text("utf-8"))


def test_a_brief_verifies_on_its_own_and_against_its_articles(brief: Brief, command: Command, tmp_path: Path) -> None:
    code, out, err = command("verify", "brief.json")
    assert (code, err) == (0, "")
    assert " 0 not." in out
    (tmp_path / "bare.json").write_text(brief.with_texts({}).model_dump_json(), "utf-8")
    assert command("verify", "bare.json", "--against", DAM)[0] == 0


def test_a_brief_whose_number_was_changed_is_caught(brief_json: Path, command: Command, tmp_path: Path) -> None:
    """The planted bug: one digit of the hand-built brief."""
    text = brief_json.read_text("utf-8")
    assert "FAILED     Ferries" not in command("verify", brief_json)[1]
    (tmp_path / "wrong.json").write_text(
        text.replace("Ferries carried 9,200 people on 5 May", "Ferries carried 9,300 people on 5 May"), "utf-8"
    )
    code, out, err = command("verify", "wrong.json")
    assert code == 3
    assert "FAILED     Ferries carried 9,300 people on 5 May, three times as many as usual." in out
    assert "9,300" in out.split("three times as many as usual.")[1]
    assert err.startswith("summarizer: ")
    assert command("verify", "wrong.json", "--lenient")[0] == 0


def test_any_text_is_held_against_articles(command: Command, tmp_path: Path) -> None:
    (tmp_path / "told.txt").write_text("The concrete dam, 74 metres high, was finished in 1968.\n\nThe dam is 95 metres high.\n")
    code, out, _ = command("verify", "told.txt", "--against", next(DAM.glob("01-*")), "--format", "json")
    assert code == 3
    assert [verdict["supported"] for verdict in json.loads(out)["verdicts"]] == [True, False]


def test_sources_may_follow_the_first_one(command: Command, tmp_path: Path) -> None:
    (tmp_path / "told.txt").write_text("The concrete dam, 74 metres high, was finished in 1968.\n")
    files = sorted(DAM.glob("0[1-3]*"))
    assert command("verify", "told.txt", "--against", *files)[0] == 0


def test_rows_are_checked_in_bulk(command: Command, tmp_path: Path) -> None:
    rows = [
        {"id": 1, "source": "The bridge closed on Monday.", "claim": "The bridge closed on Monday."},
        {"id": 2, "documents": ["The bridge closed on Monday."], "claim": "The bridge closed on Friday."},
    ]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + "not json\n")
    code, out, _ = command("verify", "--pairs", "in.jsonl")
    first, second, third = map(json.loads, out.splitlines())
    assert code == 0
    assert (first["id"], first["verdict"]) == (1, "supported")
    assert (second["id"], second["verdict"]) != (2, "supported")
    assert third["verdict"] == "unchecked"


@pytest.mark.parametrize(
    ("arguments", "said", "expected"),
    [
        (("verify",), "name a FILE", 2),
        (("verify", "told.txt"), "--against", 2),
        (("verify", "none.txt", "--against", DAM), "none.txt cannot be read", 2),
        (("verify", "empty.txt", "--against", DAM), "is empty", 2),
        (("verify", "latin.txt", "--against", DAM), "not text in UTF-8", 2),
        (("verify", "half.json", "--against", DAM), "half.json is not a brief", 2),
        (("verify", "told.txt", "--pairs", "in.jsonl"), "--pairs brings its own sources", 2),
        (("verify", "--pairs", "none.jsonl"), "none.jsonl cannot be read", 2),
        (("verify", "told.txt", "--against", "none"), "could be read", 5),
    ],
)
def test_wrong_use_is_said(arguments: tuple[object, ...], said: str, expected: int, command: Command, tmp_path: Path) -> None:
    (tmp_path / "told.txt").write_text("Something.")
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    (tmp_path / "half.json").write_text('{"schema_version": 1}')
    code, out, err = command(*arguments)
    assert (code, out) == (expected, "")
    assert said in err
