"""Markdown to the text a reader would see. Runs in the child process (see `child`)."""

import re
from datetime import date

from summarizer.edges.reading.blocks import blocks
from summarizer.edges.reading.decoding import Unreadable, decode_raw
from summarizer.edges.reading.found import Found
from summarizer.edges.reading.hidden import strip_hidden, without_controls
from summarizer.edges.reading.rows import day, web_address
from summarizer.limits import Limits
from summarizer.stages.text.characters import one_line, readable

_FRONT = re.compile(r"\A(?:---|\+\+\+)[ \t]*\n(.{0,20000}?)\n(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z][\w -]{0,40}?)\s*[:=]\s*(\S.*)$", re.MULTILINE)
_NOT_PLAIN = "!&*[{|>@`%"  # how YAML begins what is not a plain or quoted word
_PUBLISHERS = ("publisher", "site", "publication", "source")
_BRACKETS = 5_000  # link brackets beyond which a Markdown parser's time grows with the square


def markdown(data: bytes, name: str, limits: Limits) -> Found:
    """Headings on lines of their own, links as their text, images dropped; front matter gives metadata only. Raises Unreadable."""
    decoded = decode_raw(data)
    notices = [decoded.notice] if decoded.notice else []
    source = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    front: dict[str, str] = {}
    matter = _FRONT.match(source)
    if matter:
        front = _fields(matter[1])
        source = source[matter.end() :]
    heading = None
    if source.count("[") > _BRACKETS:
        text = readable(source)
        notices.append("too many brackets to be read as Markdown: read as plain text")
    else:
        text, heading = _text(source)
    if not text:
        raise Unreadable("it is empty" if not data.strip() else "it holds no readable text")
    if len(text) > limits.characters:
        raise Unreadable(f"it is longer than the limit of {limits.characters:,} characters")
    published, field = _published(front)
    url = web_address(front.get("url") or front.get("link") or front.get("canonical") or front.get("source_url"))
    return Found(
        identity=url or name,
        text=text,
        title=one_line(front.get("title", "")) or heading,
        publisher=one_line(next((front[key] for key in _PUBLISHERS if key in front), ""), 120) or None,
        url=url,
        published=published,
        dated_by=f"front matter {field}" if published else None,
        language=front.get("lang", front.get("language", ""))[:2].lower() or None,
        notices=tuple(notices),
    )


def _text(source: str) -> tuple[str, str | None]:
    from lxml import html
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 50, "html": True}).enable("table").enable("strikethrough")
    try:
        rendered = without_controls(parser.render(source))
        if not rendered.strip():
            return "", None
        tree = html.document_fromstring(rendered.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8", remove_comments=True))
    except (ValueError, RecursionError, html.etree.ParserError) as error:
        raise Unreadable("it cannot be read as Markdown") from error
    strip_hidden(tree)
    heading = next((one_line(element.text_content()) for element in tree.iter("h1", "h2")), None)
    return readable("\n\n".join(blocks(tree))), heading or None


def _fields(matter: str) -> dict[str, str]:
    """Plain `key: value` lines; nothing of YAML's types, tags or anchors is interpreted."""
    found: dict[str, str] = {}
    for key, value in _FIELD.findall(matter):
        value = value.strip()
        if value[0] in "\"'" and len(value) > 1 and value[-1] == value[0]:
            value = value[1:-1]
        elif value[0] in _NOT_PLAIN:
            continue
        found.setdefault(key.lower().replace(" ", "_"), value[:2000])
    return found


def _published(front: dict[str, str]) -> tuple[date | None, str]:
    for field in ("published", "date", "publish_date", "pubdate", "published_at", "datepublished"):
        found = day(front.get(field))
        if found:
            return found, field
    return None, ""
