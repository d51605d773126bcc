"""What the checks read out of a text: quantities, denials, hedges, speakers, quotations, alignments."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.stages.checks.alignment import aligned
from summarizer.stages.checks.denials import denials
from summarizer.stages.checks.hedges import hedges
from summarizer.stages.checks.number_words import digits
from summarizer.stages.checks.passage import passage, quoted
from summarizer.stages.checks.quantities import quantities
from summarizer.stages.checks.speakers import meant, speakers
from summarizer.stages.checks.synonyms import Kin, one_people, same
from summarizer.stages.checks.words import words

ANY_TEXT = st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=200)
PIECES = """said “ ” $ 1.2 bn million 25 % percent not may will on Oct. 13 Monday Korvath Tarsa , . half a third of and to by U.S. isn’t
1,200 - 3"""
NEWS_TEXT = st.lists(st.sampled_from(PIECES.split()), max_size=40).map(" ".join)


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("25 percent", 25, "percent"),
        ("25%", 25, "percent"),
        ("a quarter", 0.25, "share"),
        ("one in four", 0.25, "share"),
        ("3/4", 0.75, "share"),
        ("$1.2bn", 1.2e9, "money usd"),
        ("1,200 million dollars", 1.2e9, "money usd"),
        ("US$5 million", 5e6, "money usd"),
        ("C$3m", 3e6, "money cad"),
        ("€40", 40, "money eur"),
        ("Rs 500 crore", 5e9, "money inr"),
        ("twenty-five thousand three hundred and five people", 25305, "count"),
        ("two and a half million", 2.5e6, "count"),
        ("half a million", 5e5, "count"),
        ("a dozen", 12, "count"),
        ("22:00", 1320, "time"),
        ("10 p.m.", 1320, "time"),
        ("16 km", 16000, "length"),
        ("2 weeks", 14, "duration"),
        ("800 cubic metres", 800, "cubic length"),
        ("0.5 percentage points", 0.5, "point"),
        ("50 basis points", 0.5, "point"),
        ("doubled", 2, "multiple"),
        ("three times", 3, "multiple"),
        ("in 1951", 1951, "year"),
        ("the 1980s", 1980, "decade"),
        ("13 October", 13, "day"),
        ("Oct. 13", 13, "day"),
        ("the 25th time", 25, "ordinal"),
        ("COVID-19", 19, "label covid"),
        ("France 24", 24, "label franc"),
        ("a 45-year-old", 45, "age"),
        ("thousands", 4, "vague"),
    ],
)
def test_a_quantity_has_its_value_and_its_kind(text: str, value: float, kind: str) -> None:
    (found,) = (q for q in quantities(text) if q.kind == kind)
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 40 people", ">"),
        ("at least 40 people", ">"),
        ("no fewer than 40 people", ">"),
        ("40 people or more", ">"),
        ("less than 40 people", "<"),
        ("no more than 40 people", "<"),
        ("up to 40 people", "<"),
        ("about 40 people", "~"),
        ("40 people", ""),
    ],
)
def test_a_bound_belongs_to_its_number(text: str, bound: str) -> None:
    assert [q.bound for q in quantities(text)] == [bound]


@pytest.mark.parametrize("text", ["40 to 60 millimetres", "between 40 and 60 millimetres", "40-60 millimetres"])
def test_both_ends_of_a_range_have_its_unit(text: str) -> None:
    assert [(q.value, q.kind) for q in quantities(text)] == [(pytest.approx(0.04), "length"), (pytest.approx(0.06), "length")]


@given(ANY_TEXT | NEWS_TEXT)
def test_words_stand_where_they_say(text: str) -> None:
    found = words(text)
    assert all(text[w.start : w.end] == w.text for w in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(ANY_TEXT | NEWS_TEXT)
def test_any_text_can_be_read_and_quantities_stay_inside(text: str) -> None:
    count = len(words(text))
    assert all(0 <= q.first < q.last <= count for q in quantities(text))
    assert all(0 <= i < count for d in denials(text) for i in (d.cue, *d.denied))
    assert all(0 <= i < count for i in hedges(text))
    assert all(0 <= start < end <= len(text) for start, end in quoted(text))
    speakers(text)


@given(NEWS_TEXT, NEWS_TEXT)
def test_an_alignment_pairs_equal_stems_in_order(one: str, two: str) -> None:
    mine, theirs = passage(one).words, passage(two).words
    pairs = sorted(aligned(one, two).equal.items())
    assert all(mine[i].stem == theirs[j].stem for i, j in pairs)
    assert [j for _, j in pairs] == sorted({j for _, j in pairs})


@given(st.text(alphabet="0123456789.,", min_size=1, max_size=12))
def test_digits_are_a_number_or_nothing(text: str) -> None:
    value = digits(text)
    assert value is None or value >= 0


def test_separators_are_read_as_english_writes_them() -> None:
    assert [digits(t) for t in ("1,200", "1,200,000.5", "7,5", "1.5", "1.2.3", "1,2,3")] == [1200, 1200000.5, 7.5, 1.5, None, None]


def test_only_and_no_fly_deny_nothing() -> None:
    assert not denials("It was not only closed, the no-fly list and No. 1 on the never-ending list said no more than that.")


def test_a_speaker_stands_beside_the_verb_of_saying_behind_an_apposition_or_before() -> None:
    assert speakers("Lena Korvath, the trade minister, said on Monday that Osmund had agreed.") == (("lena", "korvath"),)
    assert speakers("“We agree,” said Pavel Hrast.") == (("pavel", "hrast"),)
    assert speakers("According to Arda Hydro, the gates are open.") == (("arda", "hydro"),)
    assert speakers("“We agree,” she said of Tarsa.") == (("she",),)
    assert speakers("A plan for Tarsa was announced.") == ()
    assert speakers("Lena Korvath, chief executive of Arda Hydro in Tarsa, told Orbis that it was shut.") == (("lena", "korvath"),)
    assert speakers("“We agree,” their lawyer, Odile Farrant, told Orbis.") == (("odile", "farrant"),)
    assert speakers("Bills would not go up, said managing director Harriet Loxley.") == (("harriet", "loxley"),)


def test_a_pronoun_that_speaks_means_the_nearest_person_and_not_the_owner_of_something() -> None:
    before = [passage("Hollin's chief executive, Gerard Odum, apologised to families and said the ferry was late.")]
    assert meant(before) == ("gerard", "odum")
    assert meant([passage("Customers' bills would not go up, said managing director Harriet Loxley.")]) == ("harriet", "loxley")


def test_an_unclosed_quotation_runs_to_the_end_and_an_unopened_one_from_the_start() -> None:
    assert [("“We agree"[a:b]) for a, b in quoted("“We agree")] == ["We agree"]
    assert [("We agree,” he said."[a:b]) for a, b in quoted("We agree,” he said.")] == ["We agree,"]


_ASKED = "declar declarat announc announcement rise increas china chines beij port harbour ferri ship kill die"


@given(st.sets(st.sampled_from(_ASKED.split())), st.sampled_from(_ASKED.split()))
def test_kin_hold_what_the_same_word_by_word_does(stems: set[str], asked: str) -> None:
    assert Kin(stems).hold(asked) == any(same(asked, one) for one in stems)
    assert Kin(stems).hold_people(asked) == any(one_people(asked, one) for one in stems)


def test_texts_too_unlike_to_be_close_are_laid_side_by_side_when_asked() -> None:
    far = aligned("The ferry sank off Kesterhaven in a storm.", "A storm shut the airport of Dunmere for a day.")
    assert not far.close
    assert far.share == pytest.approx(len(far.equal) / 8)
    assert aligned("The ferry sank off Kesterhaven.", "On Monday the ferry sank off Kesterhaven.").close
