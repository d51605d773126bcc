"""Feeds (RSS, Atom, JSON Feed) and lists of feeds (OPML): bytes to values. Nothing is fetched here.

A document type declaration is refused before feedparser sees the bytes (entity bombs, external entities); feedparser is given a stream, as
it opens strings that look like paths. Links that are not http(s) are dropped; titles are text.
"""

import hashlib
import io
import re
from calendar import timegm
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, cast
from urllib.parse import urljoin

from summarizer.edges.reading.blocks import blocks
from summarizer.edges.reading.decoding import Unreadable, decode_raw
from summarizer.edges.reading.hidden import strip_hidden, without_controls
from summarizer.edges.reading.rows import parsed, web_address
from summarizer.stages.text.characters import one_line, readable
from summarizer.value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARKUP = re.compile(r"<[a-zA-Z!/]|&[a-zA-Z#]")
_ITEMS = 2_000


class FeedItem(Value):
    """One entry. `guid` identifies it in its feed; `summary` is the text the feed itself carries, cleaned; `published` has a zone."""

    guid: str
    url: str | None = None
    title: str | None = None
    published: datetime | None = None
    summary: str = ""
    author: str | None = None


class Feed(Value):
    """A feed as it was published at `url`, items in its own order."""

    title: str | None = None
    url: str
    items: tuple[FeedItem, ...] = ()


def parse_feed(body: bytes, url: str) -> Feed:
    """Reads RSS, Atom or JSON Feed. `url` resolves relative links. Raises Unreadable for what is none or is dangerous."""
    if body.lstrip()[:1] == b"{":
        return _json_feed(body, url)
    _refuse_declarations(body)
    import feedparser

    try:
        found = feedparser.parse(io.BytesIO(body), sanitize_html=True, resolve_relative_uris=False)
    except Exception:  # it lets through what the parsers under it raise: ValueError, UnicodeDecodeError, AttributeError, …
        raise Unreadable("it is too damaged to be read as a feed") from None
    if not found.get("version") and not found.entries:
        raise Unreadable("it is not a feed")
    items = tuple(_item(entry, url) for entry in found.entries[:_ITEMS])
    return Feed(title=_title(found.feed), url=url, items=_distinct(items))


def parse_opml(body: bytes) -> list[str]:
    """The feed addresses of an OPML list, http(s) only, each once, in order. Raises Unreadable."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    found: dict[str, None] = {}
    root = None
    try:
        for event, element in iterparse(io.BytesIO(body), events=("start", "end"), forbid_dtd=True):
            if root is None:
                root = element
            if event == "start" and element.tag.lower() == "outline":
                address = web_address(element.get("xmlUrl") or element.get("xmlurl"))
                if address:
                    found[address] = None
            elif event == "end":
                element.clear()
    except DefusedXmlException:
        raise Unreadable("it declares a document type (DTD), which feeds do not need: refused") from None
    except (ParseError, ValueError, LookupError):
        raise Unreadable("it is not well-formed XML") from None
    if root is None or root.tag.lower() != "opml":
        raise Unreadable("it is not OPML")
    return list(found)


def looks_like_feed(body: bytes) -> bool:
    """Whether bytes begin like RSS, Atom, RDF or JSON Feed rather than like a page."""
    head = body[:2000].replace(b"\0", b"").lower()
    if head.lstrip()[:1] == b"{":
        return b"jsonfeed.org/version" in head
    return b"<rss" in head or b"<rdf:rdf" in head or (b"<feed" in head and b"<html" not in head)


def _refuse_declarations(body: bytes) -> None:
    from xml.sax import SAXException
    from xml.sax.handler import ContentHandler

    from defusedxml import DefusedXmlException
    from defusedxml.sax import parseString

    try:
        parseString(body, ContentHandler(), forbid_dtd=True)
    except DefusedXmlException:
        raise Unreadable("it declares a document type (DTD), which feeds do not need: refused") from None
    except (SAXException, ValueError, LookupError):  # feeds in the wild are often not well-formed: feedparser mends them
        text = decode_raw(body).text.lower()
        if "<!doctype" in text or "<!entity" in text:
            raise Unreadable("it declares a document type (DTD), which feeds do not need: refused") from None


def _item(entry: "Mapping[str, object]", url: str) -> FeedItem:
    contents = entry.get("content")
    pieces = [part.get("value", "") for part in contents if isinstance(part, dict)] if isinstance(contents, list) else []
    markup = max([str(piece) for piece in pieces] + [str(entry.get("summary") or "")], key=len)
    link = _address(entry.get("link"), url)
    title = _title(entry)
    summary = _text(markup)
    return FeedItem(
        guid=one_line(str(entry.get("id") or ""), 500) or link or _digest(title, summary),
        url=link,
        title=title,
        published=_moment(entry),
        summary=summary,
        author=one_line(str(entry.get("author") or ""), 120) or None,
    )


def _title(entry: "Mapping[str, object]") -> str | None:
    detail = entry.get("title_detail")
    title = str(entry.get("title") or "")
    if isinstance(detail, dict) and "html" in str(detail.get("type")) and _MARKUP.search(title):
        title = _text(title)
    return one_line(title) or None


def _text(markup: str) -> str:
    """The visible text of an entry's HTML, paragraphs separated by empty lines."""
    if not _MARKUP.search(markup):
        return readable(markup)
    from lxml import etree, html

    try:
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        tree = html.document_fromstring(without_controls(markup).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return ""
    strip_hidden(tree)
    return readable("\n\n".join(blocks(tree)))


def _moment(entry: "Mapping[str, object]") -> datetime | None:
    fields = cast(dict[str, object], entry)
    for name in ("published", "created", "date", "updated"):
        text = dict.get(fields, name)  # feedparser's own get takes one kind of date for another
        if isinstance(text, str) and (moment := moment_of(text)) is not None:
            return moment
        parts = dict.get(fields, f"{name}_parsed")
        if isinstance(parts, tuple) and len(parts) >= 6:
            try:
                return datetime.fromtimestamp(timegm(parts), UTC)
            except (ValueError, OverflowError, OSError, TypeError):
                continue
    return None


def moment_of(text: str) -> datetime | None:
    """A date as RFC 5322 or ISO 8601 writes it, in its own zone; UTC where it names none."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text.strip()[:100])
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return None


def _address(value: object, base: str) -> str | None:
    if not isinstance(value, str):
        return None
    try:
        return web_address(urljoin(base if web_address(base) else "", value.strip()))
    except ValueError:
        return None


def _digest(*parts: str | None) -> str:
    return hashlib.sha256("\0".join(part or "" for part in parts).encode("utf-8", "replace")).hexdigest()[:16]


def _distinct(items: tuple[FeedItem, ...]) -> tuple[FeedItem, ...]:
    """Each guid once; another entry under the same guid gets one of its own."""
    seen: dict[str, FeedItem] = {}
    for item in items:
        if item.guid not in seen:
            seen[item.guid] = item
        elif seen[item.guid].summary != item.summary or seen[item.guid].title != item.title:
            other = item.model_copy(update={"guid": f"{item.guid}#{_digest(item.title, item.summary)}"})
            seen.setdefault(other.guid, other)
    return tuple(seen.values())


def _json_feed(body: bytes, url: str) -> Feed:
    fields = parsed(body)
    if not isinstance(fields, dict) or "jsonfeed.org" not in str(fields.get("version")) or not isinstance(fields.get("items"), list):
        raise Unreadable("it is not a feed")
    items = tuple(_json_item(item, url) for item in fields["items"][:_ITEMS] if isinstance(item, dict))
    return Feed(title=one_line(str(fields.get("title") or "")) or None, url=url, items=_distinct(items))


def _json_item(item: "Mapping[str, object]", url: str) -> FeedItem:
    plain = item.get("content_text")
    markup = item.get("content_html") or item.get("summary") or ""
    summary = readable(plain) if isinstance(plain, str) else _text(str(markup))
    link = _address(item.get("url") or item.get("external_url"), url)
    title = one_line(str(item.get("title") or "")) or None
    published = item.get("date_published")
    return FeedItem(
        guid=one_line(str(item.get("id") or ""), 500) or link or _digest(title, summary),
        url=link,
        title=title,
        published=moment_of(published) if isinstance(published, str) else None,
        summary=summary,
    )
