"""2,000 hostile strings in every place of a brief, in every output: nothing active comes out; a naive renderer is caught."""

import html as html_library
import json
import random
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.brief import Brief
from summarizer.render import safe
from summarizer.render.explanation import explanation
from summarizer.render.html import html
from summarizer.render.markdown import markdown
from summarizer.render.terminal import columns, lines

BRIEF_JSON = json.loads((Path(__file__).parent / "golden" / "brief.json").read_text("utf-8"))
PLACES = (
    "title",
    "text",
    "headline",
    "question",
    "reading",
    "measure",
    "value",
    "unit",
    "as_of",
    "speaker",
    "publisher",
    "message",
    "reason",
    "location",
)
PLACES += ("status", "focus", "model", "tokenizer", "engine", "attributed_to", "path", "url")

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
MISLEADING = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e0fff]")
PILE = re.compile(f"[\u0300-\u036f]{{{safe.MARKS_KEPT + 1},}}")
FRAGMENTS: list[str] = json.loads((Path(__file__).parent / "hostile_fragments.json").read_text("utf-8"))


class Active(HTMLParser):
    """Collects what a page may not hold: elements and attributes that act, and links."""

    ALLOWED = frozenset(
        {
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "main",
            "header",
            "footer",
            "section",
            "article",
            "h1",
            "h2",
            "h3",
            "p",
            "span",
            "a",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "div",
            "blockquote",
            "mark",
            "cite",
            "time",
        }
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.ALLOWED:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "src", "srcset", "action"):
                self.found.append(f"{tag} {name}")
            if name == "href" and not re.match(r"(?i)#|https?://[^@\\\s]+$", value or ""):
                self.found.append(f"{tag} {value}")

    def handle_comment(self, data: str) -> None:
        self.found.append("comment")


def active_html(text: str) -> list[str]:
    parser = Active()
    parser.feed(text)
    parser.close()
    return parser.found + (["second style"] if text.count("<style") != 1 else [])


def active_markdown(text: str) -> list[str]:
    """What a CommonMark reader with every common extension would make of it, beyond our own headings, lists, emphasis and source links."""
    from markdown_it import MarkdownIt

    found = []
    for token in MarkdownIt("gfm-like", {"html": True, "linkify": True}).parse(text):
        if token.type in ("html_block", "fence", "code_block", "hr", "table_open", "blockquote_open") or (
            token.type == "heading_open" and token.markup in "=-"
        ):
            found.append(token.type)
        for child in token.children or ():
            if child.type in ("image", "html_inline", "code_inline", "s_open"):
                found.append(child.type)
            if child.type == "link_open" and not (
                str(child.attrs["href"]).lower().startswith(("http://", "https://")) and child.markup != "linkify"
            ):
                found.append(f"link {child.attrs['href']} {child.markup}")
    return found


def active_terminal(text: str) -> list[str]:
    return [repr(hit) for pattern in (CONTROL, MISLEADING, PILE) for hit in pattern.findall(text.replace("\n", ""))]


def poisoned(strings: Iterator[str]) -> Brief:
    """The hand-built brief with a hostile string in each of its texts. Its citations keep their quotes: those are the sources' own."""

    def put(node: object, name: str = "") -> object:
        if isinstance(node, dict):
            return {key: put(value, key) for key, value in node.items()}
        if isinstance(node, list):
            return [put(value, name) for value in node]
        return next(strings) if isinstance(node, str) and name in (*PLACES, "gaps", "degraded", "quote") else node

    return Brief.model_validate(put(BRIEF_JSON))


def hostile(seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    while True:
        yield rng.choice(["", " ", "\n"]).join(rng.choice(FRAGMENTS) for _ in range(rng.randint(1, 6)))


def findings(brief: Brief) -> list[str]:
    shown = [str(line) for line in lines(brief, 72)]
    found = [f"terminal {hit}" for hit in active_terminal("\n".join([*shown, *explanation(brief)]))]
    found += [f"terminal line break {line!r}" for line in shown if "\n" in line or columns(line) > 72]
    text = markdown(brief)
    found += [f"markdown {hit}" for hit in active_markdown(text) + active_terminal(text)]
    text = html(brief)
    found += [f"html {hit}" for hit in active_html(text) + active_terminal(text)]
    text = safe.json(brief)
    found += [f"json {hit}" for hit in active_terminal(text)]
    if Brief.model_validate_json(text) != brief:
        found.append("json is another brief")
    return found


@pytest.mark.parametrize("seed", range(20))
def test_nothing_active_comes_out_of_hostile_strings(seed: int) -> None:
    """About 100 strings a seed: 2,000 in all, in four outputs each."""
    assert findings(poisoned(hostile(seed))) == []


@given(st.text(max_size=60))
@example("A.AL")
@example("mail.example.com, amazon.com/x Brief.IT")
@settings(max_examples=150, deadline=None)
def test_any_text_at_all_stays_text(text: str) -> None:
    assert active_markdown(f"- {safe.markdown(text)} x\n\n# {safe.markdown(text)}\n\n{safe.markdown(text)}\n") == []
    assert active_terminal(safe.plain(text)) == []
    assert "\n" not in safe.plain(text)
    assert safe.plain(safe.plain(text)) == safe.plain(text)


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_each_fragment_alone_stays_text(fragment: str) -> None:
    assert active_markdown(f"- {safe.markdown(fragment)}\n\n# {safe.markdown(fragment)}\n\n{safe.markdown(fragment)}\n") == []
    assert findings(poisoned(iter(lambda: fragment, None))) == []


def test_a_naive_renderer_is_caught() -> None:
    """The planted bug: the same strings without the guard."""
    raw = list(FRAGMENTS)
    assert sum(bool(active_markdown(text)) for text in raw) >= 15
    assert sum(bool(active_terminal(text)) for text in raw) >= 15
    assert sum(bool(active_html(f"<style></style>{text}")) for text in raw) >= 8


def test_text_that_is_only_unusual_is_kept() -> None:
    for text in (
        "3.5 percent of $75",
        "R&D at Hask & Sons",
        "नमस्ते",
        "נָכוֹן",
        "می‌خواهم",
        "👩‍👩‍👧",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "Việt Nam",
        "naïve café",
        "(1) and 2) or a_b",
    ):
        assert safe.plain(text) == text
    assert html_library.unescape(safe.markdown("R&D at Hask & Sons cost $3")) == "R&D at Hask & Sons cost $3"


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", " javascript:alert(1)", "java\tscript:x", "data:text/html,x", "file:///etc/passwd", "//x.test", "", "x"),
        *("https://user@x.test/", "https:///x", "http://[::1", "https://x.test\\@y.test", "feed:https://x.test"),
        *("https://x.test/\u202egpj.exe", "https://x.test/ a", "https://x.test:99999999/"),
    ],
)
def test_an_address_that_is_not_plain_http_is_not_linked(url: str) -> None:
    assert safe.href(url) is None
