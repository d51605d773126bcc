"""Who says what: names come from the text, never from a guess."""

import pytest

from summarizer.stages.text.speech import antecedent, person, quoted, sayer, speaker


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We go,” said Odum.", ["We go,"]),
        ('"We go," said Odum. "Now."', ["We go,", "Now."]),
        ("„Wir gehen“, sagte Odum.", ["Wir gehen"]),
        ("She has 6'2\" of height and no quotation.", []),
        ("“An opening mark only, the rest is in the next paragraph", ["An opening mark only, the rest is in the next paragraph"]),
    ],
)
def test_quoted_words_are_found_whatever_the_marks(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in quoted(text)] == inside


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mara Odum said the harbour would close.", "Mara Odum"),
        ("The harbour would close, said Odum.", "Odum"),
        ("According to Harbour Watch the harbour is closed.", "Harbour Watch"),
        ("Transport Minister Mara Odum told reporters that it is closed.", "Mara Odum"),
        ("The state prosecutor's office in Corvane said a man was held.", None),
        ("Officials said the harbour would close.", None),
        ('The school rejected Odum\'s claims "despite the conduct of the board," according to the lawsuit.', None),
        ("McDonald's said the harbour would close.", "McDonald"),
        ("The harbour is closed.", None),
    ],
)
def test_a_sentence_is_given_to_the_one_whose_words_it_reports(text: str, who: str | None) -> None:
    assert sayer(text) == who


def test_a_place_before_the_verb_is_no_speaker() -> None:
    """The planted bug: without the guard "in Corvane said" makes the town speak."""
    assert sayer("A spokesman in Corvane said the crown was safe.") is None


@pytest.mark.parametrize(
    ("text", "before", "who"),
    [
        ("“We go to the harbour tonight,” Mara Odum said.", [], "Mara Odum"),
        ("“We go to the harbour tonight,” said Mara Odum, the minister.", [], "Mara Odum"),
        ("Mara Odum, the minister, said: “We go to the harbour tonight.”", [], "Mara Odum"),
        ("“We go to the harbour tonight,” she said.", ["Mara Odum said it was late.", "The harbour was dark."], "Mara Odum"),
        ("“We go to the harbour tonight,” a senior official said.", [], "a senior official"),
        ("“We go to the harbour tonight.”", [], None),
        ("“We go to the harbour tonight,” said TODAY legal analyst Lena Vance.", [], "Lena Vance"),
        ("“We go to the harbour tonight,” their lawyer, Odile Farrant, told APB.", [], "Odile Farrant"),
        (
            "“We go to the harbour tonight,” he told reporters.",
            ["Ivo Lanner said nothing.", "Brisk's chief executive, Gerard Odum, apologised to families and said the ferry was late."],
            "Gerard Odum",
        ),
        (
            "“We go to the harbour tonight,” she said.",
            ["Supervisor Mara Odum supported it.", "More than 100 people came, the Searchlight reported."],
            "Mara Odum",
        ),
        (
            "“We go to the harbour tonight,” she said.",
            ["Mara Odum said it was late.", "The mayor, Lena Vance, met the director, Petra Korv."],
            None,
        ),
    ],
)
def test_a_quotation_finds_its_speaker_behind_it_before_it_or_further_back(text: str, before: list[str], who: str | None) -> None:
    (span,) = quoted(text)
    assert speaker(text, span, before) == who


def test_titles_and_possessives_are_no_part_of_a_name() -> None:
    assert person("Deputy Minister Ivo Lanner’s") == "Ivo Lanner"
    assert person("The") is None


def test_a_pronoun_behind_another_subject_is_not_given_to_the_last_speaker() -> None:
    """The planted bug: "[Nakor] entered the upper house" of what Inor did."""
    before = ["Asked by Anton Inor, the minister Lee Nakor said there were none.", "Inor has appeared in films and founded a school."]
    assert antecedent(before) is None
    assert antecedent([before[0], "Rain fell."]) == "Lee Nakor"
    assert antecedent([before[0], "Nakor has founded a school."]) == "Lee Nakor"


def test_a_pronoun_without_a_speaker_in_reach_stays_open() -> None:
    assert antecedent(["The harbour was dark.", "Rain fell."]) is None
