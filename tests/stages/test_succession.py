"""How a later sentence stands to an earlier one: labelled pairs, and the traps one by one."""

import re
from pathlib import Path

import pytest

from summarizer.stages.checks.passage import passage
from summarizer.stages.news.prospects import to_come
from summarizer.stages.news.succession import is_correction, succession

PAIRS = Path(__file__).resolve().parents[2] / "evals" / "daily"


def labelled(name: str) -> list[tuple[str, str, str]]:
    rows = (PAIRS / name).read_text("utf-8").splitlines()
    return [(kind, before, after) for kind, before, after in (row.split("\t") for row in rows)]


def relation(before: str, after: str, **options: bool) -> str:
    found = succession(before, after, **options)
    return "none" if found is None or found.relation == "same" else found.relation


@pytest.mark.parametrize(
    ("name", "least", "most_false"), [("pairs_dev.tsv", 68, 0), ("pairs_heldout.tsv", 59, 0), ("pairs_more.tsv", 175, 0)]
)
def test_labelled_pairs_are_told_apart(name: str, least: int, most_false: int) -> None:
    rows = labelled(name)
    right = [row for row in rows if relation(row[1], row[2], same_publisher=True) == row[0]]
    false = [row for row in rows if row[0] == "none" and row not in right]
    assert len(right) >= least, [row for row in rows if row not in right]
    assert len(false) <= most_false, false


def test_a_planted_bug_that_takes_any_other_number_for_an_update_is_caught() -> None:
    """The naive rule: shared words and another number."""

    def naive(before: str, after: str) -> str:
        shared = set(before.lower().split()) & set(after.lower().split())
        numbers = [set(re.findall(r"\d+", text)) for text in (before, after)]
        return "updated" if len(shared) >= 4 and numbers[0] and numbers[1] and numbers[0] != numbers[1] else "none"

    rows = [row for name in ("pairs_dev.tsv", "pairs_heldout.tsv") for row in labelled(name) if row[0] == "none"]
    assert sum(naive(before, after) != "none" for _, before, after in rows) >= 10


def test_a_sentence_is_the_same_as_itself() -> None:
    for _, before, after in labelled("pairs_dev.tsv"):
        if not is_correction(after):
            for text in (before, after):
                found = succession(text, text)
                assert found is not None
                assert found.relation == "same"


def test_the_killed_are_not_the_injured() -> None:
    before = "Nine people were killed in the fire at the Ostrel mill."
    assert relation(before, "Thirty-one people were injured in the fire at the Ostrel mill.") == "none"
    assert relation(before, "Eleven people were killed in the fire at the Ostrel mill.") == "updated"


def test_months_of_a_series_are_no_updates() -> None:
    before = "Exports of Ostrel wool were 410 tonnes in May."
    assert relation(before, "Exports of Ostrel wool were 380 tonnes in June.", same_publisher=True) == "none"


def test_another_number_is_a_rival_account_unless_it_moves() -> None:
    before = "The Ostrel bridge is 140 metres long."
    after = "The Ostrel bridge is 147 metres long."
    assert relation(before, after) == "none"
    assert relation(before, after, same_publisher=True) == "none"
    assert relation(before, "The Ostrel bridge is now 147 metres long.") == "updated"


def test_look_alike_places_are_kept_apart() -> None:
    before = "Five climbers are missing on Mount Ostrel after a storm."
    assert relation(before, "Three of the five climbers missing on Mount Velcar were found alive.") == "none"
    assert relation(before, "Three of the five climbers missing on Mount Ostrel were found alive.") == "updated"


def test_what_happened_years_ago_resolves_nothing() -> None:
    before = "The pilots of Ostrel Air will strike on Friday."
    assert relation(before, "The pilots of Ostrel Air struck for two weeks in 2024.") == "none"
    assert relation(before, "The pilots of Ostrel Air went ahead and struck on Friday.") == "resolved"


def test_a_plan_told_again_is_still_a_plan() -> None:
    before = "The Ostrel line is to open on 1 June."
    assert relation(before, "The Ostrel line will open on 1 June, the mayor said.") == "none"


@pytest.mark.parametrize(
    "text", ["The line is to be opened in June.", "The line will open.", "Ostrel may close the line.", "Ostrel plans to close the line."]
)
def test_what_is_to_come_is_seen(text: str) -> None:
    assert to_come(passage(text))


def test_a_correction_speaks_of_its_own_publisher_only() -> None:
    before = "Forty people were hurt in the fire at the Ostrel mill."
    note = "Correction: an earlier version said 40 people were hurt in the fire at the Ostrel mill; it was 14."
    assert relation(before, note, same_publisher=True) == "corrected"
    assert relation(before, note) == "none"


def test_a_turn_is_said_of_the_thing_whose_state_was_told() -> None:
    before = "Hanna Lund is the chairwoman of Ostrel Steel."
    assert relation(before, "Hanna Lund stepped down as chairwoman of Ostrel Steel.") == "updated"
    assert relation(before, "Ostrel Steel replaced the roof of its plant in Velcar.") == "none"
    assert relation(before, "Ostrel Steel ended the year with a profit.") == "none"


def test_the_same_turn_in_other_words_is_no_second_change() -> None:
    before = "The nurse Ida Velcar has been tracked down in Ostrel."
    assert relation(before, "The nurse Ida Velcar turned up in Ostrel on Friday.") == "none"


def test_a_denial_that_came_or_went_is_a_change() -> None:
    assert relation("Ida Velcar refuses to concede the election in Ostrel.", "Ida Velcar conceded the election in Ostrel.") == "updated"
    assert relation("Ida Velcar may practise in Ostrel.", "Ida Velcar may no longer practise in Ostrel.") == "updated"


def test_a_number_told_as_the_former_one_makes_the_other_its_successor() -> None:
    before = "Engineers need four weeks to mend the Ostrel tunnel."
    assert relation(before, "Repairs to the Ostrel tunnel will take eight weeks rather than four.") == "updated"
    assert relation(before, "The Ostrel tunnel was flooded for eight weeks in 2022.") == "none"


def test_sentences_alike_but_for_a_number_are_rival_accounts_unless_a_count_is_running() -> None:
    assert relation("Ostrel Foods stole 36,000 recipes from a rival.", "Ostrel Foods stole 43,000 recipes from a rival.") == "none"
    assert relation("The Ostrel fire has burned 36 barns.", "The Ostrel fire has burned 43 barns.") == "updated"


def test_what_was_feared_and_did_not_come_is_resolved() -> None:
    before = "The Ostrel dam may spill over by Friday, the water board told Velcar."
    assert relation(before, "The Ostrel dam did not spill over, and the warning for Velcar was lifted.") == "resolved"
    assert relation(before, "The Ostrel dam has not spilled over yet, the water board told Velcar.") == "none"


def test_a_correction_of_a_correction_is_told_once() -> None:
    note = "Correction: an earlier version gave the turnout in Ostrel as 44 percent; it was 50 percent."
    assert relation(note, note, same_publisher=True) == "none"
    assert relation("Turnout in Ostrel was 44 percent.", note, same_publisher=True) == "corrected"
    assert relation("Ida Velcar has 50 percent in Ostrel.", note, same_publisher=True) == "none"


def test_two_who_share_a_first_name_are_two() -> None:
    before = "Ada Ostrel is on strike at the Velcar mill."
    assert relation(before, "Ada Kest returned to the mill on Friday.") == "none"


def test_no_pattern_of_the_news_stage_nests_repeats_that_can_share_a_word() -> None:
    """`(\\W*\\w+){1,9}` tries every way to part a word: it cost nine tenths of the time once."""
    folder = Path(succession.__code__.co_filename).parent
    for module in folder.glob("*.py"):
        assert r"(?:\W*\w+)" not in module.read_text("utf-8"), module.name
