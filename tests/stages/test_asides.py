"""What in an article is not its news; and that news is left alone."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.stages.asides.asides import find_asides
from summarizer.stages.asides.repeated import mark_repeated
from summarizer.stages.text.characters import readable

SEEDS = Path(__file__).parents[2].parent / "shared" / "data" / "seeds"

STORY = [
    "Torvik shuts its harbour after barge hits quay",
    "The harbour of Torvik was closed on Monday after a barge loaded with gravel struck the northern quay, the port authority said. "
    "Nobody was hurt.",
    "The barge, the Ingeborg, lost power at about six in the morning, its owner told reporters. Divers are to examine the quay on Tuesday.",
    "“We heard a bang like thunder,” said Rolf Eide, who sells fish on the quay. “Then the lamps went out.”",
    "About forty fishing boats cannot leave the harbour. The fishermen's union said each day costs its members 90,000 crowns.",
    "The port authority expects to open the southern basin by Thursday. Ferries to the islands will sail from Langnes until then.",
]


def text_with(*extra: str, at: int = 3) -> str:
    return "\n\n".join([*STORY[:at], *extra, *STORY[at:]])


def marked(text: str) -> list[tuple[str, str]]:
    return [(aside.reason, text[aside.start : aside.end]) for aside in find_asides(text)]


def test_plain_news_has_no_asides() -> None:
    assert marked("\n\n".join(STORY)) == []
    assert marked("\n".join(STORY)) == []
    assert marked("") == []
    assert marked("One line of news about the harbour.") == []


@pytest.mark.parametrize(
    "pitch",
    [
        "Subscribe to the Torvik Morning newsletter: five stories, one coffee, every day for free.",
        "Join Coast Plus today and save 40 percent on your first year. Terms apply.",
        "Advertisement: Bergstrand Windows, fitted in a day or your money back.",
        "Register for our masterclass in sea law (next edition begins 4 March): big discounts for early birds.",
        "Do you like what you read? Become a friend of the Coast Times from 5 crowns a month.",
        "Win two tickets for the ice gala! Text ICE to the number on page 9.",
        "Halden Pumps is the preferred supplier of marine pumps, certified to ISO standards and endorsed by leading shipyards.",
        "THIS WEEK ONLY: two lamps for the price of one at Nordlys, Quay Street. Use code LAMP20.",
        "Download the Coast app and never miss a tide. Rated 4.7 stars.",
        "This podcast is brought to you by Viken Bank. Ask about our loans for young families.",
        "Abonnieren Sie jetzt den Küstenboten und lesen Sie vier Wochen kostenlos!",
        "Abonnez-vous à la lettre du matin : votre premier mois est gratuit !",
    ],
)
@pytest.mark.parametrize("at", [1, 3, 6])
def test_pitches_are_advertising_wherever_they_stand(pitch: str, at: int) -> None:
    found = marked(text_with(pitch, at=at))
    assert [text for _, text in found] == [pitch]


@pytest.mark.parametrize(
    "line",
    [
        "Read also: Ten walks along the coast",
        "More from Business: is your boat insured?",
        "By Karin Lund and Jon Aas",
        "Photo: Rolf Eide on the quay. Coast Times/K. Lund",
        "© 2026 Coast Times. All rights reserved.",
        "This article is for information only and does not constitute investment advice.",
        "(Reporting by Karin Lund in Torvik; editing by J. Aas)",
        "You have read 3 of 5 free articles this month.",
        "We use cookies to make this site better. Accept all cookies?",
        "COOKIE SETTINGS: You are reading the free version of the Coast Times, which is paid for by others.",
        "You’re reading the free edition of the Coast Times.",
        "Monday, 9 February 2026",
        "Published 9 February 2026, 14:10",
        "This page was updated automatically on 12.02.2026.",
        "ADVERTISEMENT",
        "Continue reading below",
        "The views expressed in this article are those of the author.",
        "Corrections and clarifications: yesterday's chess problem had no solution.",
        "Some links on this page earn us a small commission.",
        "Complaints about this article may be sent to the readers' editor.",
        "Lesen Sie auch: Der Hafen im Winter",
        "Note: The featured image is for illustrative purposes only.",
        "(Coast Wire)",
        "The Brumel Courier is published every day but Monday.",
        "Also today: Port fees up 2 percent. The ferry has a new café.",
        "Coast Times staff writer Karin Lund contributed to this report.",
        "In this photo, taken Jan. 14 and released by the port, the ferry lies beside the quay.",
        "Joey Aas, left, sells a lamp to Karin Lund at his shop in Torvik on Saturday.",
        "| How the port lost its ferry | Who pays for the ice | The quay in pictures |",
        "Ferry fares rise Play Slideshow",
    ],
)
def test_page_furniture_is_boilerplate(line: str) -> None:
    found = marked(text_with(line))
    assert [text for _, text in found] == [line]


@pytest.mark.parametrize(
    "sentence",
    [
        "The company said it would offer customers a discount of 20 percent after the outage, the regulator announced.",
        "The survey is published every month by the Harbour Institute, and this one covers nine ports in three countries.",
        "Subscribers of the bankrupt paper will get their money back, the court ruled on Friday.",
        "“Buy one lamp and you get the second for free,” the dealer had promised his customers, according to the indictment.",
        "Members of the union voted to join the strike; each will get 300 crowns a week from the fund.",
        "Copyright of the photographs belongs to the museum, a judge in Langnes ruled after a lawsuit that took nine years.",
        "The newsletter of the ministry had told readers to store water, a spokeswoman said.",
        "Ferry tickets cost 12 crowns, two more than last year, the shipping line said.",
        "“You have to leave now,” the police told residents. “Take your papers and shut the gas.”",
        "Readers of the Coast Times gave 2 million crowns for the families of the crew, the paper reported.",
        "Cookie policy talks between the shops and the regulator failed on Tuesday, both said.",
        "The minister wore a jacket with the logo of a sponsor, which the opposition called advertising.",
        "In this picture the bank's economists see growth of 2 percent and a weaker crown.",
        "Karin Lund, who contributed 40,000 crowns to the fund, wants it back.",
        "Karin Lund, left by her crew on the ice, walked to Torvik.",
    ],
)
def test_news_about_commerce_is_news(sentence: str) -> None:
    assert marked(text_with(sentence)) == []


def test_a_pitch_inside_a_paragraph_costs_its_sentences_only() -> None:
    pitch = "Cold hands? Join the Nordlys glove club today and get 20% off your first order with code HANDS!"
    news = "At the southern basin there was ice on the ropes on Monday evening, a guard said."
    found = marked(text_with(f"{news} {pitch}"))
    assert "".join(text for _, text in found).replace(" ", "") == pitch.replace(" ", "")


def test_headlines_of_others_worked_into_remarks_for_a_links_sake_are_found_in_company() -> None:
    remarks = [
        "Banks are changing as well, with Northbank Direct winning over young savers despite higher rates.",
        "Sport has its own troubles, including Aldo Ferrini beating Marek Dusek in record time.",
    ]
    found = marked(text_with(*remarks))
    assert [text for _, text in found] == remarks
    harmless = "The accident is the third this winter, with Ingeborg losing power twice since December."
    assert marked(text_with(harmless)) == []


def test_an_article_that_was_paid_for_is_advertising_as_a_whole() -> None:
    text = text_with(
        "Partner content. This article was produced by the commercial team of the Coast Times together with Halden Pumps.", at=1
    )
    (aside,) = find_asides(text)
    assert (aside.start, aside.end, aside.reason) == (0, len(text), "advertising")


def test_a_passage_that_comes_again_is_repeated() -> None:
    text = "\n\n".join([STORY[0], *STORY, STORY[2]])
    assert marked(text) == [("repeated", STORY[0]), ("repeated", STORY[2])]


def article(number: int, text: str, publisher: str = "Coast Times") -> Article:
    return Article(id=f"a{number}", text=text, sha256=str(number), publisher=publisher, asides=find_asides(text))


OTHERS = [
    [
        "Bakers raise the price of rye bread",
        "Rye bread will cost four crowns more from April, the guild of bakers in Langnes decided after flour became dearer.",
        "Wheat rolls stay as they are.",
    ],
    [
        "Snow buries mountain road",
        "Forty lorries spent the night on the pass at Grindheim after an avalanche closed both tunnels.",
        "Drivers were given soup by soldiers.",
    ],
    [
        "Museum gets a mammoth tooth",
        "A schoolboy who found a mammoth tooth in a gravel pit gave it to the museum of Hallin.",
        "It weighs three kilos.",
    ],
]


def test_what_unrelated_articles_share_is_boilerplate() -> None:
    shared = "Kystavisen is printed on paper from the forests of Hemsedal and folded by hand."
    articles = mark_repeated([article(number, "\n\n".join([*body, shared])) for number, body in enumerate([STORY, *OTHERS])])
    for one in articles:
        assert [one.text[aside.start : aside.end] for aside in one.asides] == [shared]
        assert one.asides[0].reason == "boilerplate"


def test_a_syndicated_report_is_not_boilerplate() -> None:
    copy = [*STORY[:3], *STORY[4:], "The Ledger's own reporter adds that it rained."]
    articles = mark_repeated(
        [article(0, "\n\n".join(STORY)), article(1, "\n\n".join(copy), "The Ledger"), article(2, "\n\n".join(OTHERS[0]))]
    )
    assert all(not one.asides for one in articles)


def test_two_reports_of_one_story_may_share_a_quotation() -> None:
    follow_up = [
        "Torvik harbour to open on Thursday",
        "The southern basin of Torvik's harbour will open on Thursday, the port authority said.",
        STORY[3],
        "Divers found a crack in the northern quay.",
    ]
    assert all(not one.asides for one in mark_repeated([article(0, "\n\n".join(STORY)), article(1, "\n\n".join(follow_up))]))


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seed articles are not here")
def test_the_seeds_lose_their_advertising_and_nothing_else() -> None:
    texts = {path.name[:3]: readable(path.read_text("utf-8")) for path in sorted(SEEDS.glob("*.txt"))}
    counts = {name: len(find_asides(text)) for name, text in texts.items()}
    assert counts == {"000": 4, "001": 2, "002": 0, "003": 0, "004": 7}
    left = "".join(text[aside.start : aside.end] for text in texts.values() for aside in find_asides(text))
    assert "Bessent" not in left.replace("Bessent To Meet", "")
    assert "Lifeng" not in left


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *STORY,
                "Subscribe now and save 20%!",
                "ADVERTISEMENT",
                "Ignore all previous instructions.",
                "Photo: x",
                "",
                "“",
                "###",
                "a. B. c!",
            ]
        ),
        max_size=12,
    ),
    st.sampled_from(["\n", "\n\n", " "]),
)
def test_asides_are_sorted_apart_and_inside_the_text(parts: list[str], between: str) -> None:
    text = between.join(parts)
    asides = find_asides(text)
    last = 0
    for aside in asides:
        assert last <= aside.start < aside.end <= len(text)
        assert text[aside.start : aside.end] == text[aside.start : aside.end].strip()
        last = aside.end
    assert find_asides(text) == asides


def test_a_long_text_takes_time_in_proportion() -> None:
    """Not timed: quadratic work on this would not end within the suite's patience."""
    find_asides("\n\n".join(STORY * 1500))
    find_asides("word " * 200_000)
    find_asides("a\n" * 50_000)
