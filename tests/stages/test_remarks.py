from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.stages.evidence.remarks import Remark, remarks

ARTICLES = [
    Article(id="a", title="Terminal to close", url="https://kesterhaven.example/terminal", text="x", sha256=""),
    Article(id="b", title="Fares rise in Valdry", text="y", sha256=""),
    Article(id="c", text="z", sha256=""),
]


def texts(text: str) -> list[str]:
    return [remark.text for remark in remarks(text, ARTICLES)]


def test_markdown_is_taken_away_and_headings_are_no_statements() -> None:
    text = (
        "# Ferries\n\n- The **board** voted to close [the terminal](https://x.example).\n* Fares `rose`.\n\n**Outlook**\n\n1. Rain is near."
    )
    assert texts(text) == ["The board voted to close the terminal.", "Fares rose.", "Rain is near."]


def test_marks_name_articles_by_their_place_and_leave_the_sentence() -> None:
    assert remarks("Fares rose 12 percent [1][3]. The board voted (Source 2).", ARTICLES) == (
        Remark(text="Fares rose 12 percent.", cites=("a", "c")),
        Remark(text="The board voted.", cites=("b",)),
    )


def test_a_mark_after_the_stop_belongs_to_the_sentence_before_it() -> None:
    found = remarks("The board voted. [2] Fares rose.[1, 3] It rained.", ARTICLES)
    assert [(remark.text, remark.cites) for remark in found] == [
        ("The board voted.", ("b",)),
        ("Fares rose.", ("a", "c")),
        ("It rained.", ()),
    ]


def test_ranges_are_counted_out() -> None:
    assert remarks("Fares rose [1-3].", ARTICLES)[0].cites == ("a", "b", "c")


def test_a_mark_that_names_no_article_is_kept_apart() -> None:
    found = remarks("Fares rose [2][9].", ARTICLES)[0]
    assert found.cites == ("b",)
    assert found.unresolved == ("[9]",)


def test_a_list_of_sources_says_which_article_a_number_names() -> None:
    text = "Fares rose [7].\n\n## Sources\n[7] Fares rise in Valdry, 3 May\n[8] https://kesterhaven.example/terminal"
    assert remarks(text, ARTICLES) == (Remark(text="Fares rose.", cites=("b",)),)


def test_prefaces_and_lines_without_words_say_nothing() -> None:
    assert texts("Here is a summary of the articles:\n\n---\n\nThe board voted.\n\n***") == ["The board voted."]


def test_wrapped_lines_are_one_sentence_and_items_are_not_joined() -> None:
    assert texts("The board of the harbour\nvoted to close.\n- Fares rose\n- Rain fell") == [
        "The board of the harbour voted to close.",
        "Fares rose",
        "Rain fell",
    ]


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for remark in remarks(text, ARTICLES):
        assert remark.text.strip() == remark.text
