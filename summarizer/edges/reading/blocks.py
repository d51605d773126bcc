"""The blocks of a small HTML tree as paragraphs of plain text: what Markdown, feed entries and short pages come down to."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "label", "img", "rt",
    "ruby", "data",
})  # fmt: skip
_SPACE = re.compile(r"\s+")
FURNITURE = frozenset({"nav", "header", "footer", "aside", "figure", "form", "button", "title", "head"})


def blocks(tree: "HtmlElement", skip: frozenset[str] = frozenset({"title", "head"})) -> list[str]:
    """Paragraphs in document order; list items begin with "- " (or their number), table rows join cells with " | ".

    `skip`: tags whose content is left out. libxml2 bounds the depth of trees at 256.
    """
    found: list[str] = []
    open_text: list[str] = []

    def flush(prefix: str = "") -> str:
        lines = [line for part in "".join(open_text).split("\n") if (line := " ".join(part.split()))]
        open_text.clear()
        if lines:
            found.append(prefix + "\n".join(lines))
            return ""
        return prefix

    def walk(element: "HtmlElement", prefix: str) -> str:
        if not isinstance(element.tag, str) or element.tag in skip:
            return prefix
        if element.tag == "tr":
            prefix = flush(prefix)
            cells = [" ".join(cell.text_content().split()) for cell in element if cell.tag in {"td", "th"}]
            open_text.append(" | ".join(cell for cell in cells if cell))
            return flush(prefix)
        inline = element.tag in _INLINE
        if element.tag in {"br", "hr"}:
            open_text.append("\n")
        elif not inline:
            prefix = flush(prefix)
        if element.tag == "li":
            prefix = _marker(element)
        kept = element.tag in {"pre", "textarea"}  # only here is a line end in the source one on the page
        open_text.append(element.text or "" if kept else _SPACE.sub(" ", element.text or ""))
        for child in element:
            prefix = walk(child, prefix)
            open_text.append(child.tail or "" if kept else _SPACE.sub(" ", child.tail or ""))
        return prefix if inline or element.tag in {"br", "hr"} else flush(prefix)

    flush(walk(tree, ""))
    return found


def _marker(item: "HtmlElement") -> str:
    parent = item.getparent()
    if parent is not None and parent.tag == "ol":
        start = parent.get("start") or "1"
        return f"{(int(start) if start.isdigit() and len(start) < 7 else 1) + sum(1 for _ in item.itersiblings('li', preceding=True))}. "
    return "- "
