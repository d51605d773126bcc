"""What the first lines of a text say of it."""

import pytest

from summarizer.stages.dating.headline import headline_of

BODY = "The council of Torvik voted on Monday to rebuild the northern quay, which a storm damaged in January, its chair said."


@pytest.mark.parametrize(
    ("lines", "title", "publisher"),
    [
        (["Torvik rebuilds its quay"], "Torvik rebuilds its quay", None),
        (["Torvik Post", "Monday, 9 February 2026", "Torvik rebuilds its quay"], "Torvik rebuilds its quay", "Torvik Post"),
        (["Torvik rebuilds its quay", "The Torvik Post", "9 February 2026", "Karin Lund"], "Torvik rebuilds its quay", "The Torvik Post"),
        (["Torvik rebuilds its quay", "Torvik Post, Monday 9 February 2026", "By Karin Lund"], "Torvik rebuilds its quay", "Torvik Post"),
        (["TORVIK POST - Wednesday, May 6, 2026", "Minister on quay: “Not one coin”"], "Minister on quay: “Not one coin”", "TORVIK POST"),
        (["January 12, 2026", "Torvik rebuilds its quay", "Torvik rebuilds its quay"], "Torvik rebuilds its quay", None),
        (["POLITICS", "By Karin Lund", "Is the quay worth it?"], "Is the quay worth it?", None),
        ([], None, None),
        (["A first line that ends like a sentence does."], None, None),
    ],
)
def test_headlines_and_mastheads(lines: list[str], title: str | None, publisher: str | None) -> None:
    found = headline_of("\n\n".join([*lines, BODY]))
    assert (found.title, found.publisher) == (title, publisher)


def test_an_agency_is_named_in_its_dateline() -> None:
    assert headline_of(f"Quay to be rebuilt\n\nTORVIK, Feb 9 (Coast Wire) - {BODY}").publisher == "Coast Wire"


def test_no_text_has_no_headline() -> None:
    assert headline_of("").title is None
    assert headline_of("\n\n").title is None
