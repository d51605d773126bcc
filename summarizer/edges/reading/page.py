"""HTML to the text of its article. Runs in the child process (see `child`)."""

from typing import TYPE_CHECKING

from summarizer.edges.reading.decoding import Unreadable, decode_raw
from summarizer.edges.reading.found import Found
from summarizer.edges.reading.hidden import strip_hidden, without_controls
from summarizer.edges.reading.page_metadata import PageFacts, page_facts
from summarizer.edges.reading.streamed import streamed_text
from summarizer.limits import Limits
from summarizer.stages.text.characters import readable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HIDDEN_WORTH_TELLING = 40


def page(data: bytes, name: str, limits: Limits, address: str | None = None, declared: str | None = None) -> Found:
    """The article of a page. Text comes from trafilatura after everything hidden was stripped; metadata stays beside it.

    `address`: the URL it was fetched from. Raises Unreadable, with the reason.
    """
    decoded = decode_raw(data, declared)
    notices = [decoded.notice] if decoded.notice else []
    markup = without_controls(decoded.text)
    tree = _parse(markup)
    facts = page_facts(tree, address) if tree is not None else PageFacts(url=address)
    text = ""
    if tree is not None:
        gone = strip_hidden(tree)
        if gone >= _HIDDEN_WORTH_TELLING:
            notices.append(f"{gone} characters that a reader of the page cannot see were left out")
        text = _article_text(tree)
    if not text:
        text = readable(streamed_text(markup))
        if not text:
            raise Unreadable("no article text was found in the page")
        notices.append("the article could not be told from the rest of the page: its sentences were read as they stand")
    if len(text) > limits.characters:
        raise Unreadable(f"its text is longer than the limit of {limits.characters:,} characters")
    return Found(
        identity=facts.url or name,
        text=text,
        title=facts.title,
        publisher=facts.publisher,
        url=facts.url,
        published=facts.published,
        dated_by=facts.dated_by,
        language=facts.language,
        notices=tuple(notices),
    )


def _parse(markup: str) -> "HtmlElement | None":
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree: HtmlElement = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree


def _article_text(tree: "HtmlElement") -> str:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False)
    body = getattr(found, "body", None)
    return readable("\n\n".join(_blocks(body))) if body is not None else ""


def _blocks(body: "HtmlElement") -> list[str]:
    """The paragraphs of trafilatura's tree: headings on lines of their own, list items marked with "- ", table rows with " | "."""
    blocks: list[str] = []
    for element in body:
        if element.tag == "list":
            items = [f"- {text}" for item in element if (text := _inline(item))]
            blocks.append("\n".join(items))
        elif element.tag == "table":
            rows = [" | ".join(cell for cell in map(_inline, row) if cell) for row in element.iter("row")]
            blocks.append("\n".join(row for row in rows if row))
        elif element.tag in {"quote", "div"} and len(element):
            blocks += _blocks(element) if not (element.text or "").strip() else [_inline(element)]
        else:
            blocks.append(_inline(element))
        if (element.tail or "").strip():
            blocks.append(" ".join(element.tail.split()))
    return [block for block in blocks if block]


def _inline(element: "HtmlElement") -> str:
    pieces: list[str] = [element.text or ""]
    for inner in element.iterdescendants():
        pieces.append("\n" if inner.tag == "lb" else inner.text or "")
        pieces.append(inner.tail or "")
    return "\n".join(line for part in "".join(pieces).split("\n") if (line := " ".join(part.split())))
