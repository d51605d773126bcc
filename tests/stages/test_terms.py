import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.stages.text.terms import fold, names, stem, words


def test_words_are_folded_stemmed_and_freed_of_stop_words() -> None:
    assert words("The Ferries were stopping at Tarsa’s café") == words("a ferry stops at TARSA, cafe")


def test_numbers_are_kept_and_grouped_digits_are_one_number() -> None:
    assert words("1,200 boats, 3.5 percent on Oct. 13") == ("1200", "boat", "3.5", "percent", "oct", "13")


def test_the_country_is_not_the_pronoun() -> None:
    assert words("The U.S. told us") == words("The US told us") == ("usa",)


def test_each_language_has_its_own_stop_words_and_stems() -> None:
    assert words("die Häfen und der Hafen", "de-AT") == (stem("hafen", "de"),) * 2
    assert "die" in words("they die", "en")
    assert words("слова", "ru") != ()
    assert words("слова", "xx") != ()


def test_fold_drops_case_and_accents() -> None:
    assert fold("Çà Straße") == "ca strasse"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour Minister Mara Odum met the Bank of Talvi in St. Alda.", ("Harbour Minister Mara Odum", "Bank of Talvi", "St. Alda")),
        ("Fishing stopped when J. R. Hale of the U.S. Navy spoke to G7 envoys.", ("J. R. Hale", "U.S. Navy", "G7")),
        ("Fishing stopped. Critics of Tarsa’s plan left on Monday in May.", ("Tarsa",)),
        ("In Talvi the port closed. Talvi is small.", ("Talvi", "Talvi")),
        ("He left the US. On Tuesday Odum and I came back.", ("US", "Odum")),
        ("Ships Wait While Port Strike Goes On\nThe crews of Osmund wait.", ("Osmund",)),
        ("“Ferries wait,” said Ilse van der Meer.", ("Ilse van der Meer",)),
        ("see www.Talvi.example and @Odum", ()),
    ],
)
def test_names_are_capitals_that_do_not_merely_open_a_sentence(text: str, expected: tuple[str, ...]) -> None:
    assert names(text) == expected


@given(st.text())
def test_any_text_has_words_and_names_without_white_space_around(text: str) -> None:
    assert all(word and word == word.strip() for word in (*words(text), *names(text)))
