"""Articles without dates are put in order by what they tell as done."""

from datetime import date

from summarizer.stages.choosing.sequence import events, occasions, sequence
from summarizer.stages.text.segment import segment
from summarizer.testing import article

BEFORE = article("President Mara Odum will meet Premier Ivo Lanner in Corvane later this month.", id="before")
AFTER = article("Odum spoke of a balance after Mara Odum and Ivo Lanner met in Corvane.", id="after")


def order(*articles):  # type: ignore[no-untyped-def]
    return sequence(articles, {each.id: segment(each) for each in articles})


def test_what_tells_as_done_what_another_expects_comes_later() -> None:
    assert order(AFTER, BEFORE) == ("before", "after")
    assert order(BEFORE, AFTER) == ("before", "after")


def test_known_dates_win_over_what_is_told() -> None:
    early = AFTER.model_copy(update={"published": date(2031, 3, 1)})
    late = BEFORE.model_copy(update={"published": date(2031, 3, 2)})
    assert order(late, early) == ("after", "before")


def test_a_full_date_in_the_text_dates_the_article_from_below() -> None:
    one = article("The board met on 3 March 2031 and closed the quay.", id="one")
    two = article("The quay was reopened on 9 March 2031 by the board.", id="two")
    assert order(two, one) == ("one", "two")


def test_a_single_shared_name_is_no_evidence() -> None:
    ahead, _ = events("Odum will meet farmers in June.")
    _, done = events("Odum met her brother.")
    assert occasions(ahead & done) == {}
