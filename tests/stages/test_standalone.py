"""A sentence of a brief names whom it speaks of."""

import pytest

from summarizer.stages.choosing.standalone import needs_context, stand_alone


def test_an_opening_pronoun_is_answered_in_brackets() -> None:
    assert stand_alone("She will resign in May.", ["Mara Odum said she was tired."]) == "[Mara Odum] will resign in May."


def test_a_pronoun_behind_a_quotation_is_answered_too() -> None:
    assert stand_alone("“I will go,” she said.", ["Mara Odum said she was tired."]) == "“I will go,” [Mara Odum] said."


def test_a_pronoun_behind_a_report_is_answered_too() -> None:
    before = ["Mara Odum said she was tired."]
    assert stand_alone("Only 29 tonnes came, she said, citing returns.", before) == "Only 29 tonnes came, [Mara Odum] said, citing returns."


def test_a_quotation_that_goes_on_in_the_next_sentence_is_closed() -> None:
    opened = 'Asked about it, an official told the Courier, "It is a custom to guess.'
    assert stand_alone(opened, []) == f'{opened}"'
    assert not needs_context(stand_alone(opened, []))
    curly = opened.replace('"', "“")
    assert stand_alone(curly, []) == f"{curly}”"
    german = "Im Schichtbuch steht: „Verlust Tank 7 laut Füllstand 7.400 Liter.“"
    assert stand_alone(german, []) == german
    ended = 'We have nothing to announce about the show."'
    assert stand_alone(ended, []) == ended


def test_nobody_is_guessed() -> None:
    assert stand_alone("She will resign in May.", ["The hall was full."]) == "She will resign in May."


@pytest.mark.parametrize(
    "text",
    [
        "He will resign.",
        "From 8 October it was off day and night.",
        "Until then their stations share pictures.",
        "Eventually, he turns towards her.",
        "A year later, she was elected.",
        "Not only does he lead a small state, he also writes.",
        "Of that 50 percent, two thirds were adults.",
        "Tankers, and all larger than that, will wait.",
        "This was the third time.",
        "“I will go and never come back here.”",
        "“I will go,” he said.",
        "Only 29 per cent is shipped from Harrow, he said.",
        "Sable Gas & Heat confirmed this on Friday.",
        "The ministry denied it.",
        "Today the summit line carries 58.",
        "The figure had fallen to 19 by noon.",
        "The two have denied the charges.",
        "Below it, where the arcade was, men in overalls collect glass.",
        "Why, the director of the museum could not say on Sunday.",
        "(The arithmetic: 138 residents, seven dead, so 131.)",
        'At least the driver, who told her to leave the bus, "was following the law.',
        'There was no sign of the harbour master."',
        "The builder Matthew Orne is his opponent.",
        "The company that owns the ferry gave out a statement on Sunday:",
        "Lee Orne had his first day in court pic.twitter.com/YYNHf83eBE - Brit Aas August 6, 2017.",
    ],
)
def test_what_a_reader_could_not_place_is_recognised(text: str) -> None:
    assert needs_context(text)


@pytest.mark.parametrize(
    "text",
    [
        "Odum will resign.",
        "“I will go,” Mara Odum said.",
        "[Odum] will resign.",
        "Odum said that 29 died.",
        "Der Rat nannte es „einen Fehler“, sagte Odum.",
        'The new screen is 72" wide, Odum said.',
        "Odum and his opponent met on Monday.",
        "The mayor said so many had come.",
        "Harrow's investigators say the Tornheim was doing 17 knots; its owner says 11.",
        "The figure that the council voted on was 4 million.",
    ],
)
def test_what_names_its_subject_needs_nothing(text: str) -> None:
    assert not needs_context(text)
