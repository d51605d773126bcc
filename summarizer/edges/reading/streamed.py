"""The visible sentences of a page that no tree can be made of (nested thousands deep, say), read tag by tag, in linear time."""

import html
import re

from summarizer.edges.reading.styles import declarations, unseen

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,30})(?P<attributes>[^<>]{0,4000})>|<[!?][^<>]{0,4000}>")
_STYLE = re.compile(r"\bstyle\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"']+))", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:^|\s)hidden(?:\s|=|/|$)", re.IGNORECASE)
_UNREAD = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"), ("<template", "</template"), ("<textarea", "</textarea"))
_SILENT = frozenset({
    "svg", "math", "noscript", "head", "title", "form", "button", "select", "option", "nav", "header", "footer", "aside", "figure",
    "iframe", "object",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
    "time", "u", "var",
})  # fmt: skip
_WORDS = 5
_ENDS = frozenset(".!?…。！？")
_LOOKED_BACK = 200  # open elements in which an end tag looks for its own


def streamed_text(markup: str) -> str:
    """Blocks that hold a sentence, in order, separated by empty lines."""
    for begin, end in _UNREAD:
        markup = _without(markup, begin, end)
    return "\n\n".join(block for block in _blocks(markup) if _is_sentence(block))


def _blocks(markup: str) -> list[str]:
    blocks: list[str] = []
    pieces: list[str] = []
    elements: list[tuple[str, bool]] = []  # every open element, and whether its text is not to be read
    silent = 0
    last = 0
    for tag in _TAG.finditer(markup):
        if not silent:
            pieces.append(markup[last : tag.start()])
        last = tag.end()
        name = (tag["name"] or "").lower()
        if name not in _INLINE:
            _flush(pieces, blocks)
        if not name or name in _VOID:
            continue
        if not tag["end"]:
            hides = name in _SILENT or _hides(tag["attributes"])
            elements.append((name, hides))
            silent += hides
        elif any(open_name == name for open_name, _ in elements[-_LOOKED_BACK:]):
            while elements:
                open_name, hid = elements.pop()
                silent -= hid
                if open_name == name:
                    break
    if not silent:
        pieces.append(markup[last:])
    _flush(pieces, blocks)
    return blocks


def _flush(pieces: list[str], blocks: list[str]) -> None:
    text = " ".join(html.unescape("".join(pieces)).split())
    pieces.clear()
    if text:
        blocks.append(text)


def _hides(attributes: str) -> bool:
    if not attributes.strip():
        return False
    style = _STYLE.search(attributes)
    given = (style["double"] or style["single"] or style["bare"] or "") if style else ""
    return bool(_HIDDEN.search(attributes)) or unseen(declarations(html.unescape(given)), "white")


def _without(markup: str, begin: str, end: str) -> str:
    """`markup` without what stands between `begin` and `end`; what is never ended goes to the end."""
    low = markup.lower()
    pieces: list[str] = []
    at = 0
    while (start := low.find(begin, at)) >= 0:
        pieces.append(markup[at:start])
        stop = low.find(end, start + len(begin))
        if stop < 0:
            return "".join(pieces)
        at = stop + len(end)
    pieces.append(markup[at:])
    return "".join(pieces)


def _is_sentence(block: str) -> bool:
    return len(block.split()) >= _WORDS and block.rstrip('"”’»)]')[-1:] in _ENDS
