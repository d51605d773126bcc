"""PDF to the text that its pages show."""

import pytest
from small_pdf import line
from small_pdf import pdf as make

from summarizer.edges.reading.decoding import Unreadable
from summarizer.edges.reading.pdf import pdf
from summarizer.limits import Limits

STORY = [
    "The harbour council of Torvik voted on Monday to rebuild the northern quay, which a storm dam-",
    "aged in January. The work will take eighteen months and cost forty-one million crowns, said the",
    "council's chair, Odd Berge.",
]
SECRET = "hidden quillfeather words"


def read(*contents: bytes, limits: Limits | None = None) -> str:
    return pdf(make(*contents), "x.pdf", limits or Limits()).text


def story(top: int = 700) -> bytes:
    return b"".join(line(text, top - 14 * number) for number, text in enumerate(STORY))


def test_lines_are_joined_to_paragraphs_and_divided_words_put_together() -> None:
    content = line("Torvik to rebuild its quay", 740, size=18) + story() + line("Fishing boats will use the southern quay until then.", 630)
    assert read(content).split("\n\n") == [
        "Torvik to rebuild its quay",
        "The harbour council of Torvik voted on Monday to rebuild the northern quay, which a storm damaged in January. "
        "The work will take eighteen months and cost forty-one million crowns, said the council's chair, Odd Berge.",
        "Fishing boats will use the southern quay until then.",
    ]


def test_running_heads_and_page_numbers_are_left_out_and_paragraphs_run_over_pages() -> None:
    pages = [
        line("Torvik Post, March 2026", 770)
        + line(f"Chapter {n} begins with a sentence of its own that fills the line well enough.", 700)
        + line(str(n), 20)
        for n in range(1, 6)
    ]
    text = read(*pages)
    assert "Torvik Post" not in text
    assert text.count("begins with a sentence") == 5
    assert "\n1\n" not in text


@pytest.mark.parametrize(
    "hidden",
    [
        line(SECRET, 500, before="3 Tr"),  # neither filled nor stroked
        line(SECRET, 500, before="1 1 1 rg"),  # white on paper
        line(SECRET, 500, size=0.5),
        line(SECRET, 500, x=5000),  # beside the page
        line(SECRET, -300),  # below it
        line(SECRET, 500) + b"q 0.2 0.2 0.2 rg 60 480 400 60 re f Q\n",  # painted over
        b"q 0.01 0 0 0.01 0 0 cm " + line(SECRET, 500)[2:],  # scaled to nothing
    ],
)  # fmt: skip
def test_text_that_the_page_does_not_show_is_not_read(hidden: bytes) -> None:
    found = pdf(make(story() + hidden), "x.pdf", Limits())
    assert "quillfeather" not in found.text
    assert "Odd Berge" in found.text
    assert any("do not show" in notice for notice in found.notices)


def test_white_text_on_a_dark_ground_shows() -> None:
    text = read(b"q 0 0 0.4 rg 60 480 400 60 re f Q\n" + line("A white line on a dark bar", 500, before="1 1 1 rg") + story())
    assert "A white line on a dark bar" in text


def test_a_long_document_is_read_up_to_the_limit_and_it_is_said() -> None:
    found = pdf(
        make(*(line(f"Page {n} tells of the harbour and of what the council decided there.", 700) for n in range(12))),
        "x.pdf",
        Limits(pages=5),
    )
    assert found.text.count("tells of the harbour") == 5
    assert any("first 5 of its 12 pages" in notice for notice in found.notices)


def test_a_title_that_a_program_filled_in_is_none() -> None:
    assert pdf(make(story(), title="Torvik rebuilds its northern quay"), "x.pdf", Limits()).title == "Torvik rebuilds its northern quay"
    assert pdf(make(story(), title="Microsoft Word - draft final.doc"), "x.pdf", Limits()).title is None


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", make(story())[:200], b"not a pdf", make()])
def test_broken_files_have_a_reason(data: bytes) -> None:
    with pytest.raises(Unreadable):
        pdf(data, "x.pdf", Limits())


def test_a_page_without_text_has_a_reason() -> None:
    with pytest.raises(Unreadable, match="show no text"):
        read(b"q 1 0 0 rg 10 10 100 100 re f Q")
