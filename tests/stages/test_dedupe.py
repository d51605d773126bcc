from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Article, Aside
from summarizer.stages.sorting.dedupe import copies

LEAD = (
    "The harbour board of Talvi closed the eastern quay on Tuesday after divers found a crack of nine metres in its retaining wall. "
    "Ships that load cement and timber there will wait outside until engineers from the coastal office have measured the damage. "
)
MIDDLE = (
    "Board chair Ilse Marran said the crack had been seen in spring but was then only a hand wide. "
    "“We did not expect the storm of last week to move the wall at all,” she told reporters at the customs house. "
    "The board expects to lose forty thousand crowns for each day on which the quay is shut. "
)
END = (
    "Fishing boats may still use the northern basin, where the water is deep enough for them even at low tide. "
    "The quay was built in the years after the great flood and was last repaired when the railway reached the town. "
)
REPORT = LEAD + MIDDLE + END
OTHER_REPORT = (
    "Divers have found a long crack below the eastern quay in Talvi, and the port has stopped all loading there. "
    "“We did not expect the storm of last week to move the wall at all,” Ilse Marran, who chairs the harbour board, told reporters. "
    "Two cement carriers were turned away in the morning; their owners spoke of a costly week. "
    "Engineers are to lower cameras into the gap tomorrow, and the mayor wants a second opinion from the university at Osmund."
)
FOLLOW_UP = (
    "Engineers in Talvi began to pump concrete under the damaged eastern quay on Friday; ships could berth there again within a month. "
    "The work will cost six hundred thousand crowns, which the region and the town share, the coastal office announced in the evening. "
    "A Danish firm lent the two barges that carry the pumps, and forty divers work in three shifts to guide the hoses below the water. "
) + LEAD + "Board chair Ilse Marran said the crack had been seen in spring but was then only a hand wide. "  # fmt: skip


def article(name: str, text: str, day: int | None = 1, publisher: str | None = None, asides: tuple[Aside, ...] = ()) -> Article:
    published = date(2026, 3, day) if day else None
    return Article(id=name, text=text, sha256=name, published=published, publisher=publisher, asides=asides)


def test_the_same_text_is_a_copy_of_the_earliest() -> None:
    found = copies([article("late", REPORT, 3), article("early", REPORT, 1), article("undated", REPORT, None)])
    assert found == {"late": "early", "undated": "early"}


def test_of_copies_of_one_day_the_longer_is_the_original_then_the_first_given() -> None:
    assert copies([article("cut", LEAD + MIDDLE), article("whole", REPORT)]) == {"cut": "whole"}
    assert copies([article("b", REPORT), article("a", REPORT)]) == {"a": "b"}


def test_adverts_make_no_text_longer() -> None:
    advert = "Register now for the spring course of the Talvi academy of trade. " * 9
    aside = (Aside(start=0, end=len(advert), reason="advertising"),)
    assert copies([article("reprint", advert + LEAD + MIDDLE, asides=aside), article("wire", REPORT)]) == {"reprint": "wire"}


def test_light_edits_make_a_copy() -> None:
    edited = {
        "headline": "Quay in Talvi shut as wall cracks\n\n" + REPORT,
        "dateline": "OSMUND, 4 March (Coast Wire) — " + REPORT,
        "cut": "TALVI — " + LEAD + MIDDLE,
        "sentence": LEAD + "Our reporter saw three lorries turn back at the gate before noon. " + MIDDLE + END,
        "words": REPORT.replace("Ships that", "Vessels which").replace("told reporters", "told the press"),
    }
    found = copies([article("wire", REPORT, 1), *(article(name, text, 2) for name, text in edited.items())])
    assert found == dict.fromkeys(edited, "wire")


def test_adverts_in_asides_do_not_hide_a_copy_nor_make_one() -> None:
    advert = (
        "Register now for the spring course of the Talvi academy of trade and save a third of the fee if you pay before the end of May. "
        * 3
    )
    aside = (Aside(start=0, end=len(advert), reason="advertising"),)
    one = article("one", advert + LEAD, 1, asides=aside)
    assert copies([article("plain", LEAD, 1), one]) == {"one": "plain"} or copies([article("plain", LEAD, 1), one]) == {"plain": "one"}
    assert copies([one, article("other", advert + OTHER_REPORT[:220], 1, asides=aside)]) == {}


def test_two_reports_with_the_same_quotation_are_not_copies() -> None:
    assert copies([article("a", REPORT), article("b", OTHER_REPORT)]) == {}


def test_a_follow_up_with_old_background_is_not_a_copy() -> None:
    assert copies([article("first", REPORT, 1), article("next", FOLLOW_UP, 4)]) == {}


def test_a_longer_later_article_that_holds_all_of_a_shorter_one_is_kept() -> None:
    assert copies([article("flash", LEAD, 1), article("full", LEAD + OTHER_REPORT + END, 2)]) == {"flash": "full"}


def test_a_publishers_correction_is_not_a_copy_of_what_it_corrects() -> None:
    corrected = REPORT.replace("forty thousand", "60000")
    first = REPORT.replace("forty thousand", "40000")
    assert copies([article("v1", first, 1, "Talvi Post"), article("v2", corrected, 2, "Talvi Post")]) == {}
    assert copies([article("v1", first, 1, "Talvi Post"), article("v2", corrected, 2, "Osmund Sun")]) == {"v2": "v1"}


def test_short_texts_are_copies_only_where_they_are_the_same() -> None:
    assert copies([article("a", "Port shut."), article("b", "Port shut!"), article("c", "Port open.")]) == {"b": "a"}
    assert copies([article("a", ""), article("b", "")]) == {}
    assert copies([]) == {}


def test_a_copy_of_a_copy_names_the_original() -> None:
    found = copies([article("full", REPORT + OTHER_REPORT, 3), article("wire", REPORT, 1), article("again", "TALVI — " + REPORT, 2)])
    assert found == {"wire": "full", "again": "full"}


@given(
    st.lists(
        st.sampled_from([REPORT, OTHER_REPORT, FOLLOW_UP, LEAD, LEAD + MIDDLE, "x y", "", "今日は雨です。明日は晴れます。"]), max_size=8
    )
)
def test_originals_are_never_copies_and_the_same_text_has_one_original(texts: list[str]) -> None:
    given_ = [article(str(at), text, at + 1) for at, text in enumerate(texts)]
    found = copies(given_)
    assert not set(found) & set(found.values())
    for text in set(texts) - {""}:
        assert len({found.get(a.id, a.id) for a in given_ if a.text == text}) == 1
