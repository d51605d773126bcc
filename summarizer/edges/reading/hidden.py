"""Removes from a page what its reader cannot see, before anything is extracted from it.

Comments, scripts, forms, drawings and templates go; so does what inline styles, the page's own style sheets or attributes hide: not
displayed, transparent, zero-sized, off the screen, the colour of its background. External style sheets are not fetched; the usual class
names for text that only screen readers see stand in for them. What holds most of the page's text is never removed: pages
hide themselves until their scripts have run.
"""

import re
from typing import TYPE_CHECKING

from summarizer.edges.reading.styles import Declarations, Sheet, declarations, unseen

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEVER_TEXT = frozenset({
    "script", "style", "template", "svg", "math", "iframe", "frame", "object", "embed", "applet", "noscript", "canvas", "audio",
    "video", "map", "form", "input", "button", "select", "option", "textarea", "datalist", "dialog", "portal", "rp",
})  # fmt: skip
_HIDDEN_CLASSES = frozenset({
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "a11y-hidden", "u-hidden",
    "is-hidden", "d-none", "hidden", "element-invisible",
})  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]))(?:;|(?![0-9a-fA-F]))", re.IGNORECASE)
_MOST = 0.5


def without_controls(markup: str) -> str:
    """Markup without control characters and references to them, which a tree cannot hold."""
    return _REFERENCE.sub("", _CONTROL.sub("", markup))


def strip_hidden(tree: "HtmlElement") -> int:
    """Removes in place what is not visible; returns how many code points of text hidden by style or attribute went."""
    sheet = Sheet("".join(style.text or "" for style in tree.iter("style")))
    for element in list(tree.iter(*_NEVER_TEXT)):
        if element.tag == "form" and _length(element) > 1000:  # some sites wrap the whole page in a form
            continue
        _drop(element)
    total = max(_length(tree), 1)
    gone = 0
    styles: dict[HtmlElement, Declarations] = {}
    dropped: set[HtmlElement] = set()
    for element in list(tree.iter()):
        parent = element.getparent()
        if parent is not None and parent in dropped:
            dropped.add(element)
            continue
        if not isinstance(element.tag, str) or element.tag in {"html", "head", "body", "meta", "link", "title"}:
            continue
        own = sheet.of(element) | _attributes(element) | declarations(element.get("style") or "")
        if own:
            styles[element] = own
        if _is_hidden(element, own, styles):
            length = _length(element)
            if length <= _MOST * total:
                gone += length
                dropped.add(element)
    for element in dropped:
        _drop(element)
    return gone


def _is_hidden(element: "HtmlElement", own: Declarations, styles: "dict[HtmlElement, Declarations]") -> bool:
    if element.get("hidden") is not None or (element.get("type") or "").lower() == "hidden":
        return True
    if _HIDDEN_CLASSES.intersection((element.get("class") or "").lower().split()):
        return True
    return bool(own) and unseen(own, _background(element, styles))


def _background(element: "HtmlElement", styles: "dict[HtmlElement, Declarations]") -> str:
    """The declared background behind an element; white where none is."""
    here: HtmlElement | None = element
    while here is not None:
        own = styles.get(here)
        if own:
            if "background-image" in own:
                return "unknown"
            if "background-color" in own or "background" in own:
                return own.get("background-color") or own["background"]
        here = here.getparent()
    return "white"


def _attributes(element: "HtmlElement") -> Declarations:
    """Presentation attributes of old HTML as declarations."""
    found: Declarations = {}
    if element.get("bgcolor"):
        found["background-color"] = element.get("bgcolor", "").lower()
    if element.tag == "font" and element.get("color"):
        found["color"] = element.get("color", "").lower()
    return found


def _length(element: "HtmlElement") -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _drop(element: "HtmlElement") -> None:
    if element.getparent() is not None:
        element.drop_tree()
