"""Markdown to what its reader sees; front matter to metadata and to nothing else."""

from datetime import date

import pytest

from summarizer.edges.reading.decoding import Unreadable
from summarizer.edges.reading.markdown import markdown
from summarizer.limits import Limits


def text(source: str) -> str:
    return markdown(source.encode(), "x.md", Limits()).text


def test_headings_emphasis_links_and_lists_become_plain_paragraphs() -> None:
    source = (
        "# Gate tests\n\nThe *first* gate **failed** its [test](http://x.example/t), see <http://y.example>.\n\n"
        "- worn chain\n- seized roller\n\n1. June\n2. July\n\n> Quoted.\n"
    )
    assert text(source) == (
        "Gate tests\n\nThe first gate failed its test, see http://y.example.\n\n- worn chain\n\n- seized roller\n\n1. June\n\n2. "
        "July\n\nQuoted."
    )


def test_images_definitions_comments_and_hidden_html_are_dropped() -> None:
    source = (
        "The lake ![alt words](http://x.example/i.png?d=1) is full. ![c][c1] See [the chart][c2].\n\n"
        '[c1]: http://x.example/c.png\n[c2]: <http://x.example/r> "more"\n\n'
        '<!-- hidden words -->\n\n<div style="display:none">hidden words</div>\n\n<span style="font-size:0">hidden words</span>Seen.\n'
    )
    found = text(source)
    assert "hidden" not in found
    assert "example" not in found
    assert "The lake is full. See the chart." in found
    assert found.endswith("Seen.")


def test_wrapped_lines_are_joined_and_tables_kept() -> None:
    assert text("One line\nand its\nend.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n") == "One line and its end.\n\na | b\n\n1 | 2"


def test_front_matter_gives_metadata_and_is_not_text() -> None:
    source = (
        '---\ntitle: "Gate: tests"\ndate: 2026-03-12T08:00:00Z\npublisher: Dam News\nurl: https://dam.example/g\n'
        "lang: en-GB\n---\n\nThe gate failed.\n"
    )
    found = markdown(source.encode(), "x.md", Limits())
    assert (found.title, found.publisher, found.published, found.url, found.language) == (
        "Gate: tests",
        "Dam News",
        date(2026, 3, 12),
        "https://dam.example/g",
        "en",
    )
    assert found.dated_by == "front matter date"
    assert found.text == "The gate failed."


def test_nothing_of_yaml_is_interpreted() -> None:
    source = (
        '---\ntitle: !!python/object/apply:builtins.print ["boo"]\na: &a [x,x]\nb: [*a,*a]\nurl: javascript:alert(1)\n---\n\n'
        "# Orr school\n\nIt has 212 pupils.\n"
    )
    found = markdown(source.encode(), "x.md", Limits())
    assert (found.title, found.url) == ("Orr school", None)
    assert "boo" not in found.text


def test_text_that_makes_markdown_parsers_slow_is_read_another_way() -> None:
    for attack in ("![[" * 40_000, "[a](" * 40_000):
        found = markdown(("News came today. " + attack).encode(), "x.md", Limits())
        assert found.notices
        assert found.text.startswith("News came today.")


def test_empty_files_have_a_reason() -> None:
    for source in ("", "\n\n", "<!-- nothing -->", "---\ntitle: x\n---\n"):
        with pytest.raises(Unreadable):
            markdown(source.encode(), "x.md", Limits())
