"""What a web page says of itself: title, publisher, date, language, address. Data about the article, never its text."""

import json
import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from summarizer.edges.reading.rows import day, web_address
from summarizer.stages.text.characters import one_line
from summarizer.value import Value

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title")
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher_name")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "publication_date", "publish_date",
    "publishdate", "pubdate", "publish-date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "date",
    "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "article.published", "citation_publication_date",
    "citation_date", "release_date",
)  # fmt: skip
_ARTICLE = re.compile("article|posting|newsitem|report|webpage", re.IGNORECASE)
_PATH_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
_SUFFIX = re.compile(r"\s+[|\u2013\u2014·»:\u2022-]{1,2}\s+")
_JSON_LIMIT = 300_000
_NODES = 2_000


class PageFacts(Value):
    """What a page's metadata gives; None where it does not say. `dated_by` names the field the date comes from."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    dated_by: str | None = None
    language: str | None = None
    url: str | None = None


def page_facts(tree: "HtmlElement", address: str | None = None) -> PageFacts:
    """Reads the head of a page, before anything hidden is stripped. `address` is where the page was fetched, if it was."""
    metas = _metas(tree)
    linked = _linked_data(tree)
    url = _canonical(tree, metas, address)
    published, dated_by = _published(tree, metas, linked, url or address)
    publisher = _first(metas, _SITES) or _publisher(linked) or _host(url or address)
    return PageFacts(
        title=_title(tree, metas, publisher),
        publisher=publisher,
        published=published,
        dated_by=dated_by,
        language=_language(tree, metas),
        url=url or address,
    )


def _metas(tree: "HtmlElement") -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if name and meta.get("content"):
            found.setdefault(name, meta.get("content", "")[:2000].strip())
    return found


def _linked_data(tree: "HtmlElement") -> list[dict[str, object]]:
    """The objects of the page's JSON-LD, articles first."""
    found: list[dict[str, object]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            todo: list[object] = [json.loads((script.text or "")[:_JSON_LIMIT], parse_int=lambda digits: 0, strict=False)]
        except (ValueError, RecursionError):
            continue
        while todo and len(found) < _NODES:
            node = todo.pop()
            if isinstance(node, dict):
                found.append(node)
                todo += [value for key, value in node.items() if key in {"@graph", "mainEntity", "mainEntityOfPage"}]
            elif isinstance(node, list):
                todo += node[:_NODES]
    return sorted(found, key=lambda node: not _ARTICLE.search(str(node.get("@type", ""))))


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((line for name in names if (line := one_line(metas.get(name, "")))), None)


def _publisher(linked: list[dict[str, object]]) -> str | None:
    for node in linked:
        publisher = node.get("publisher")
        if isinstance(publisher, list) and publisher:
            publisher = publisher[0]
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and one_line(name):
            return one_line(name, 120)
    return None


def _host(url: str | None) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None
    except ValueError:
        return None


def _canonical(tree: "HtmlElement", metas: dict[str, str], address: str | None) -> str | None:
    """The page's own address of itself; one fetched from a server may speak for that server only."""
    for link in [*tree.iter("link")][:500]:
        if "canonical" in (link.get("rel") or "").lower().split():
            break
    else:
        link = None
    for candidate in (link.get("href") if link is not None else None, metas.get("og:url")):
        try:
            url = web_address(urljoin(address or "", candidate)) if candidate else None
        except ValueError:
            url = None
        if url and (address is None or _host(url) == _host(address)):
            return url
    return None


def _published(
    tree: "HtmlElement", metas: dict[str, str], linked: list[dict[str, object]], url: str | None
) -> tuple[date | None, str | None]:
    for node in linked:
        found = day(node.get("datePublished"))
        if found and _ARTICLE.search(str(node.get("@type", ""))):
            return found, "metadata JSON-LD datePublished"
    for name in _DATES:
        found = day(metas.get(name))
        if found:
            return found, f"metadata {name}"
    for time in [*tree.iter("time")][:200]:
        marked = time.get("pubdate") is not None or "publish" in f"{time.get('itemprop')} {time.get('class')}".lower()
        found = day(time.get("datetime"))
        if found and marked:
            return found, "metadata time element marked as published"
    times = [found for time in tree.xpath("//article//time[@datetime]|//main//time[@datetime]")[:1] if (found := day(time.get("datetime")))]
    if times:
        return times[0], "metadata first time element of the article"
    path = _PATH_DATE.search(urlsplit(url).path) if url else None
    found = day(f"{path[1]}-{int(path[2]):02}-{int(path[3]):02}") if path else None
    return (found, "date in the address") if found else (None, None)


def _language(tree: "HtmlElement", metas: dict[str, str]) -> str | None:
    html = tree.xpath("/html/@lang") or tree.xpath("//html/@lang")
    for candidate in (html[0] if html else "", metas.get("og:locale", ""), metas.get("content-language", "")):
        code = re.match(r"([a-zA-Z]{2,3})(?:[-_]|$)", candidate.strip())
        if code:
            return code[1].lower()
    return None


_SCRIPT = re.compile(r"<(script|style)\b[^>]{0,200}>.{0,2000}?(?:</\1>|$)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


def _without_markup(title: str) -> str:
    """The words of a title that was written with tags, which a browser would show as text."""
    return _TAG.sub("", _SCRIPT.sub("", title)) if "<" in title else title


def _title(tree: "HtmlElement", metas: dict[str, str], publisher: str | None) -> str | None:
    title = _first(metas, _TITLES)
    if title is None:
        element = next(tree.iter("title"), None)
        title = one_line(_without_markup(element.text_content())) if element is not None else ""
        pieces = _SUFFIX.split(title)
        if len(pieces) > 1 and (len(pieces[-1].split()) <= 4 or (publisher or "").lower() == pieces[-1].lower()):
            title = title[: title.rindex(pieces[-1])].rstrip(" |\u2013\u2014·»:\u2022-")
    if "<" in title:  # markup in a title is text to a browser, but no headline
        title = ""
    heading = next((line for h1 in tree.iter("h1") if (line := one_line(h1.text_content()))), "")
    return title or heading or None
