"""The visible sentences of a page that no tree can be made of (nested thousands deep, say), read tag by tag."""

import re
from html.parser import HTMLParser

from summarizer.edges.reading.styles import declarations, unseen

_SILENT = frozenset({
    "script", "style", "template", "svg", "math", "noscript", "head", "title", "form", "button", "select", "option", "textarea",
    "nav", "header", "footer", "aside", "figure", "iframe", "object",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "time", "u", "var",
})  # fmt: skip
_SENTENCE = re.compile(r"(?:\w[\w'’-]*\W+){4,}.*[.!?…。！？][\"”’»)\]]*$", re.DOTALL)


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._now: list[str] = []
        self._open: list[tuple[str, bool]] = []  # every open element, and whether its text is not to be read
        self._silent = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self._flush()
        if tag in _VOID:
            return
        given = dict(attributes)
        silent = tag in _SILENT or "hidden" in given or unseen(declarations(given.get("style") or ""), "white")
        self._open.append((tag, silent))
        self._silent += silent

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self._flush()
        if not any(name == tag for name, _ in self._open[-200:]):
            return
        while self._open:
            name, silent = self._open.pop()
            self._silent -= silent
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._now.append(data)

    def _flush(self) -> None:
        text = " ".join("".join(self._now).split())
        self._now = []
        if text:
            self.blocks.append(text)

    def close(self) -> None:
        super().close()
        self._flush()


def streamed_text(markup: str) -> str:
    """Blocks that hold a sentence, in order, separated by empty lines. Memory grows with depth only by the names of open elements."""
    parser = _Blocks()
    parser.feed(markup)
    parser.close()
    return "\n\n".join(block for block in parser.blocks if _SENTENCE.match(block))
