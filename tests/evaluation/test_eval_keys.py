"""Keys: exact words at word borders."""

import pytest

from summarizer.evaluation.keys import found, holds, together


@pytest.mark.parametrize(
    ("text", "key", "there"),
    [
        ("Forty-six people", "forty-six", True),
        ("in 310 cases", "31", False),
        ("about 31.5 percent", "31", False),
        ("31, she said", "31", True),
        ("the 31 injured.", "31", True),
        ("1.31 million", "31", False),
        ("£31", "31", True),
        ("was inspected", "inspect", True),
        ("uninspected", "inspect", False),
        ("seventy people", "seven", False),
        ("Seven people", "seven", True),
        ("tens of people", "ten ", False),
        ("ten people", "ten ", True),
        ("Señora Ibáñez", "Ibanez", True),
        ("won’t run", "won't", True),
        ("2\u00a0March", "2 March", True),
        ("12 March", "2 March", False),
        ("47 km/h", "km", True),
        ("Linden  Court\nburnt", "linden court burnt", True),
    ],
)
def test_a_key_is_found_at_the_borders_of_words(text: str, key: str, there: bool) -> None:
    assert holds(text, key) is there


def test_groups_are_found_together_in_one_text_before_two_neighbours() -> None:
    groups = (("19",), ("coast guard", "rescuers"))
    assert found("19 hurt", groups) == (True, False)
    assert together(["19 hurt", "the coast guard said", "rescuers counted 19"], groups) == (2,)
    assert together(["x", "19 hurt", "the coast guard said"], groups) == (2, 1)
    assert together(["19 hurt", "x", "the coast guard said"], groups) == ()
    assert together(["anything"], ()) == ()
