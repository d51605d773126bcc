"""A headline is the bottom line up to where a clause ends, and says with "…" where it is cut anywhere else."""

import pytest

from summarizer.brief import Statement
from summarizer.stages.writing.title import headline


def titled(text: str) -> str:
    return headline(Statement(id="s", text=text, kind="fact", citations=()), ())


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The flood gate at Orrin failed on Tuesday.", "The flood gate at Orrin failed on Tuesday"),
        (
            "Halden Dairy on Wednesday recalled 1.3 million tins of its infant formula from all shops after a toxin was found in samples.",
            "Halden Dairy on Wednesday recalled 1.3 million tins of its infant formula from all shops",
        ),
        (
            "Judge Norr has ruled that the tunnel company caused the loss of the six springs and has to restore the supply by 31 October.",
            "Judge Norr has ruled that the tunnel company caused the loss of the six springs",
        ),
        (
            "Health minister Ilse Harder resigned on Monday, a week after an audit of a contract with her brother's company.",
            "Health minister Ilse Harder resigned on Monday",
        ),
        (
            "The line between Casterra and Meridia over the old mountain pass will close to passengers in the winter.",
            "The line between Casterra and Meridia over the old mountain pass will close to passengers in the winter",
        ),
        (
            "The line between Casterra and Meridia over the old mountain pass will close to passengers and goods "
            "of all kinds in the winter.",
            "The line between Casterra and Meridia over the old mountain pass will close …",
        ),
        (
            "The first set of female quintuplets in the world since 1969 was born on 8 April in Orrin, where they keep a diary.",
            "The first set of female quintuplets in the world since 1969 was born on 8 April in Orrin",
        ),
        (
            "In what is the first crossing of its kind in two years, a soldier of Meridia walked over the border "
            "of Casterra and Vell because he was hungry.",
            "In what is the first crossing of its kind in two years, a soldier of Meridia walked over the border of Casterra and Vell",
        ),
        (
            "Forty-six people were hurt and two died when a tram ran off its rails in Orvessa, the fire brigade "
            "of the city said on Monday.",
            "Forty-six people were hurt and two died when a tram ran off its rails …",
        ),
    ],
)
def test_it_ends_where_a_clause_ends_if_one_ends_in_time(text: str, title: str) -> None:
    assert titled(text) == title


@pytest.mark.parametrize(
    "text",
    [
        "No passenger of the ferry that ran aground off Lindholt was hurt when the second lifeboat fell into the sea, they said.",
        "The minister denied having paid the builder of the six new bridges before the contract was signed, and left the room.",
        "Ilse Venn, the foreign minister of Dravena and the daughter of a president, told reporters in Brumel that it was over.",
        "The coast guard of Orrin says that it is looking for a man who has cost the service about 500,000 crowns with calls.",
        (
            "Well-known actors of Orrin, as well as several sports, business and political figures, are sending "
            "a string of large gifts to both."
        ),
        (
            "Behind the political quarrel over the deadly attack on the consulate in Port Sel, Lower Meridia, "
            "are a few dozen words which somebody had cut from it."
        ),
        "The campaign of the mayor of Orrin is using a mailer modelled after the pictures of cats that everybody sends to everybody.",
        "The mayor said the council would “take whatever is left, after a night like this one, and bury it in the river”, and sat down.",
    ],
)
def test_what_would_say_something_else_or_nothing_by_itself_is_marked_as_cut(text: str) -> None:
    """The planted bugs: "No passenger of the ferry that ran aground was hurt", "The coast guard says it is looking for a man"."""
    assert titled(text).endswith(" …")


def test_a_story_of_which_nothing_could_be_said_says_so() -> None:
    assert headline(None, ()) == "Nothing could be said"
