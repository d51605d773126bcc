from hypothesis import given
from hypothesis import strategies as st

from summarizer.stages.text.wording import akin, excludes, initials, wording


def stems(text: str) -> list[str]:
    return [token.stem for token in wording(text) if token.kind != "function"]


def test_numbers_in_words_and_in_digits_are_one_word() -> None:
    assert stems("twenty-five boats") == stems("25 boats")
    assert stems("1.2 billion crowns") == stems("1,200,000,000 crowns")
    assert stems("$3bn") == stems("$3 billion")
    assert stems("the 31st") == stems("the 31")


def test_days_months_and_peoples_have_one_form() -> None:
    assert stems("on Tue.") == stems("on Tuesday")
    assert stems("in Oct.") == stems("in October")
    assert stems("Norwegian boats") == stems("Norway boats")
    assert stems("she may go") != stems("May 4")


def test_us_is_a_country_only_in_capitals() -> None:
    assert stems("the US navy") == stems("the U.S. navy") == stems("American navy")
    assert "c:america" not in stems("they told us so")


def test_countries_of_two_words_are_one_word() -> None:
    assert stems("the United States navy") == stems("the US navy")
    assert stems("the United Kingdom") == stems("British")


def test_capital_words_make_their_acronyms() -> None:
    made = dict(initials("The Valdry Transport Union and the Ministry of Ports met."))
    assert "vtu" in made
    assert "mp" in made


def test_irregular_forms_have_the_stem_of_their_base() -> None:
    assert stems("fell") == stems("falls") == stems("fallen")
    assert stems("women") == stems("woman")


def test_a_name_is_a_capital_that_its_place_does_not_ask_for() -> None:
    kinds = {token.surface: token.kind for token in wording("Ferries stopped. Ada Lund, the mayor of Kesterhaven, waited.")}
    assert kinds["Ferries"] == "word"
    assert kinds["Ada"] == kinds["Lund"] == kinds["Kesterhaven"] == "name"


def test_a_short_denial_is_a_denial() -> None:
    assert [token.lower for token in wording("They didn't pay")][1] == "not"
    assert [token.lower for token in wording("They didn’t pay")][1] == "not"


def test_opposites_and_members_of_one_set_exclude_each_other() -> None:
    def pair(one: str, other: str) -> str | None:
        return excludes(wording(one)[0], wording(other)[0])

    assert pair("rise", "fall") == pair("rose", "fell") == "opposite"
    assert pair("On Monday", "On Monday") is None
    assert excludes(wording("on Monday")[1], wording("on Friday")[1]) == "set"
    assert pair("million", "boat") is None


def test_two_parts_of_speech_of_one_word_are_akin() -> None:
    assert akin("declar", "declarat")
    assert not akin("port", "portrait")
    assert not akin("#100", "#1000")


@given(st.text(max_size=200))
def test_any_text_has_tokens_of_its_own_characters(text: str) -> None:
    for token in wording(text):
        assert token.surface
        assert token.stem or token.kind == "word"
