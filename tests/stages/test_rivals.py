"""Two numbers compete where they count the same thing; what an article says of a change itself is believed."""

from datetime import date

import pytest

from summarizer.article import Article
from summarizer.stages.choosing.conflicts import counts
from summarizer.stages.choosing.restated import changes, slipped
from summarizer.stages.choosing.rivals import Rivals, rivals
from summarizer.stages.choosing.salience import Weights
from summarizer.stages.choosing.sequence import sequence
from summarizer.stages.text.segment import segment
from summarizer.testing import article


def found(*articles: Article) -> tuple[Rivals, ...]:
    sentences = {each.id: segment(each) for each in articles}
    order = {ident: place for place, ident in enumerate(sequence(articles, sentences))}
    return rivals(articles, sentences, order)


def told(day: int, text: str) -> Article:
    return article(text, id=f"a{day}", published=date(2031, 3, day))


def test_a_number_that_an_article_says_was_raised_replaces_the_one_told_before() -> None:
    (pair,) = found(
        told(1, "Nineteen infants in four provinces have fallen ill, the Orrin Food Office said."),
        told(2, "The office's count of sick infants was raised this morning from 19 to 27, in five provinces."),
    )
    assert (pair.early.value, pair.late.value, pair.late.unit) == ("Nineteen", "27", "infants")
    assert (pair.superseded, pair.put_right) == (True, False)


def test_a_rise_of_something_else_by_the_same_number_replaces_nothing() -> None:
    """The planted bug: 19 is 19, whatever it counts."""
    assert not found(
        told(1, "Nineteen infants in four provinces have fallen ill, the Orrin Food Office said."),
        told(2, "The fare for the ferry to Lindholt goes from 19 to 27 crowns in May."),
    )


WRONG = "The Bugle reported that the new bridge at Orrin had cost 12 billion crowns."
RIGHT = "The bridge cost 1.2 billion crowns, the builder said, and the Bugle had made a mistake."


def test_a_slipped_decimal_point_that_is_put_right_is_no_later_figure() -> None:
    articles = (told(1, "The new bridge at Orrin opened and cost 1.2 billion crowns."), told(2, WRONG), told(3, RIGHT))
    (pair,) = [p for p in found(*articles) if p.put_right]
    assert (pair.early.sentence.text, pair.late.sentence.text) == (WRONG, RIGHT)
    (conflict,) = counts([pair], Weights({each.id: segment(each) for each in articles}))
    assert conflict.reading == "1.2 billion crowns is right, most sources say; the other was a mistake."


@pytest.mark.parametrize(
    "third",
    ["The bridge cost 1.2 billion crowns, and ferries stop in May.", "The mistake was found in May, and ferries stop then."],
)
def test_where_nobody_puts_it_right_or_as_many_say_each_none_is_called_a_mistake(third: str) -> None:
    assert not [p for p in found(told(1, WRONG), told(3, third)) if p.put_right]


def test_a_further_amount_is_no_rival_of_the_whole() -> None:
    assert not found(
        told(1, "Members of parliament in Vell voted the tunnel another 1.2 billion crowns on Wednesday."),
        told(2, "Members of parliament in Vell voted the tunnel 4.7 billion crowns in all."),
    )


def test_two_counts_of_the_same_two_things_compete() -> None:
    (pair,) = found(
        told(1, "About 400 operations and appointments were called off, the trust said."),
        told(4, "By Friday 1,240 operations and appointments had been put off."),
    )
    assert (pair.early.value, pair.late.value) == ("About 400", "1,240")


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The toll was raised from 19 to 27.", (19, 27, "27")),
        ("It rose from $1.2 billion in May to $1.4 billion.", (1.2e9, 1.4e9, "$1.4 billion")),
        ("The bridge cost 1.2 billion crowns, not 12 billion crowns.", (12e9, 1.2e9, "1.2 billion crowns")),
        ("Trains run from 5 to 11 p.m.", None),
        ("They came from 19 towns and gave 27 concerts.", None),
    ],
)
def test_a_change_is_told_by_from_and_to_or_by_not(text: str, change: tuple[float, float, str] | None) -> None:
    seen = [(c.old, c.new, c.value) for s in segment(article(text)) for c in changes(s)]
    assert seen == ([change] if change else [])


@pytest.mark.parametrize(
    ("a", "b", "is_slip"), [(1.2e9, 12e9, True), (34e6, 3.4e6, True), (10, 100, False), (12, 21, False), (0, 5, False)]
)
def test_a_slip_keeps_its_digits_two_at_least(a: float, b: float, is_slip: bool) -> None:
    assert slipped(a, b) is is_slip


def test_what_happened_once_replaces_nothing_that_is_usual() -> None:
    """The planted bug: "63 large ships or seventeen large ships?" of an ordinary day and of the first day after a closure."""
    usual = told(1, "On an ordinary day 63 large ships use the strait on their way to Tarsa.")
    assert not found(usual, told(2, "Seventeen large ships had used the strait to Tarsa by nightfall."))
    assert found(
        told(1, "On Monday 63 large ships used the strait to Tarsa."), told(2, "Seventeen large ships had used the strait to Tarsa.")
    )
