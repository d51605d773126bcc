"""Each output of one hand-built brief, character by character.

After a wanted change `python tests/render/test_render_golden.py` writes them anew.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.brief import Brief
from summarizer.render import safe
from summarizer.render.difference import difference, told
from summarizer.render.explanation import explanation
from summarizer.render.html import html
from summarizer.render.markdown import markdown
from summarizer.render.terminal import columns, lines

GOLDEN = Path(__file__).parent / "golden"
BRIEF = Brief.model_validate_json((GOLDEN / "brief.json").read_text("utf-8"))
EARLIER = BRIEF.model_copy(
    update={
        "bottom_line": (),
        "changes": (),
        "stories": (BRIEF.stories[0].model_copy(update={"timeline": ()}),),
        "sources": BRIEF.sources[:3],
    }
)


def _on_lines(text: list[str] | tuple[str, ...]) -> str:
    return "".join(f"{line}\n" for line in text)


OUTPUTS: dict[str, Callable[[], str]] = {
    "brief.json": lambda: safe.json(BRIEF),
    "brief.md": lambda: markdown(BRIEF),
    "brief.html": lambda: html(BRIEF),
    "brief.txt": lambda: _on_lines([str(line) for line in lines(BRIEF, 80)]),
    "brief-phone.txt": lambda: _on_lines([str(line) for line in lines(BRIEF, 40)]),
    "explain.txt": lambda: _on_lines(explanation(BRIEF)),
    "diff.txt": lambda: _on_lines(told(difference(EARLIER, BRIEF))),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_is_what_it_was(name: str) -> None:
    assert OUTPUTS[name]() == (GOLDEN / name).read_text("utf-8")


def test_the_hand_built_brief_cites_its_texts_exactly() -> None:
    texts = {source.id: source.text or "" for source in BRIEF.sources}
    assert all(texts[c.source][c.start : c.end] == c.quote for c in BRIEF.citations())


def test_json_parses_back_to_the_same_brief() -> None:
    assert Brief.model_validate_json(safe.json(BRIEF)) == BRIEF


@pytest.mark.parametrize("width", [24, 33, 57, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(columns(str(line)) for line in lines(BRIEF, width)) <= width


def test_the_library_renders_the_same() -> None:
    assert BRIEF.to_markdown() == markdown(BRIEF)
    assert BRIEF.to_html() == html(BRIEF)


if __name__ == "__main__":
    for name, made in OUTPUTS.items():
        (GOLDEN / name).write_text(made(), "utf-8")
