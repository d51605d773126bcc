"""The pages around a folder of editions: an index for the browser and an Atom feed whose ids change only when an edition's content does."""

import hashlib
from collections.abc import Sequence
from html import escape
from typing import NamedTuple
from xml.etree import ElementTree as ET

from summarizer.brief import Brief
from summarizer.daily.letter import html
from summarizer.edges.remembered import Edition
from summarizer.render import safe

_ATOM = "http://www.w3.org/2005/Atom"
_ENTRIES = 30
_WHOLE = 5  # the newest entries hold the whole edition, the others their headline and counts
_STYLE = (
    "body{margin:0;background:#fdfcfa;color:#1c1b19;font:17px/1.5 Georgia,serif}main{max-width:42rem;margin:0 auto;padding:2.5rem 1.25rem}"
    "h1{font-size:1.9rem;line-height:1.2;margin:0 0 1.5rem}ol{list-style:none;margin:0;padding:0}"
    "li{padding:.7rem 0;border-top:1px solid #e2ded6}"
    "a{color:#7a2e1d;text-underline-offset:.15em}time,p{font:.86rem/1.5 system-ui,sans-serif;color:#66625b;margin:0;display:block}"
    "@media(prefers-color-scheme:dark){body{background:#191816;color:#e9e6e0}a{color:#e9a58f}li{border-color:#36332e}time,p{color:#a09a90}}"
)


class Kept(NamedTuple):
    """An edition in the folder: `stem` is the name of its files without suffix, `suffixes` those that are written."""

    edition: Edition
    stem: str
    suffixes: tuple[str, ...]


def stem(edition: Edition) -> str:
    """ "2031-03-14", "2031-03-14-morning"; other characters than letters and digits become "-"."""
    name = "".join(c if c.isascii() and c.isalnum() else "-" for c in edition.name.lower()).strip("-")
    return f"{edition.day}-{name}" if name else f"{edition.day}"


def index(title: str, kept: Sequence[Kept]) -> str:
    """The page that lists the editions, the newest first."""
    rows = []
    for one in sorted(kept, key=lambda one: -one.edition.number):
        links = " · ".join(
            f'<a href="{escape(one.stem + suffix)}">{escape(_words(suffix))}</a>' for suffix in one.suffixes if suffix != ".html"
        )
        page = one.stem + (".html" if ".html" in one.suffixes else one.suffixes[0])
        rows.append(
            f'<li><time datetime="{one.edition.day}">{_text(_day(one.edition))}</time>'
            f'<a href="{escape(page)}">{_text(one.edition.headline)}</a>'
            f"<p>{' · '.join(filter(None, [_text(one.edition.facts), links]))}</p></li>"
        )
    policy = f"default-src 'none'; style-src 'sha256-{_hash(_STYLE)}'; base-uri 'none'; form-action 'none'"
    head = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{_text(title)}</title>",
        '<link rel="alternate" type="application/atom+xml" href="feed.xml">',
        f"<style>{_STYLE}</style>",
    )
    body = ("<main>", f"<h1>{_text(title)}</h1>", "<ol>", *rows, "</ol>", "</main>")
    parts = ("<!DOCTYPE html>", '<html lang="en">', "<head>", *head, "</head>", "<body>", *body, "</body>", "</html>", "")
    return "\n".join(parts)


def atom(title: str, profile: str, kept: Sequence[Kept], base_url: str | None = None) -> str:
    """An Atom feed (RFC 4287) of the newest editions. Links are relative where the folder's own address is not known."""
    ET.register_namespace("", _ATOM)
    newest = sorted(kept, key=lambda one: -one.edition.number)[:_ENTRIES]
    feed = ET.Element(f"{{{_ATOM}}}feed")
    _put(feed, "title", safe.plain(title))
    _put(feed, "id", f"urn:summarizer:profile:{profile}")
    _put(feed, "updated", newest[0].edition.created.isoformat() if newest else "1970-01-01T00:00:00+00:00")
    author = ET.SubElement(feed, f"{{{_ATOM}}}author")
    _put(author, "name", safe.plain(title))
    if base_url:
        ET.SubElement(feed, f"{{{_ATOM}}}link", {"rel": "self", "href": _under(base_url, "feed.xml")})
    for place, one in enumerate(newest):
        _entry(feed, one, base_url, whole=place < _WHOLE)
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def content_id(edition: Edition) -> str:
    """The id of an edition's content: it changes when and only when the content does."""
    return f"urn:sha256:{hashlib.sha256(edition.brief.encode()).hexdigest()}"


def _entry(feed: ET.Element, one: Kept, base_url: str | None, *, whole: bool) -> None:
    edition = one.edition
    entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
    _put(entry, "title", safe.plain(f"{edition.title}: {edition.headline}"))
    _put(entry, "id", content_id(edition))
    _put(entry, "updated", edition.created.isoformat())
    if ".html" in one.suffixes:
        ET.SubElement(entry, f"{{{_ATOM}}}link", {"rel": "alternate", "href": _under(base_url, f"{one.stem}.html")})
    _put(entry, "summary", safe.prose(f"{edition.headline} ({edition.facts})"))
    if whole:
        _put(entry, "content", html(Brief.model_validate_json(edition.brief))).set("type", "html")


def _put(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    element.text = "".join(c for c in text if c >= " " or c in "\n\t")
    return element


def _under(base_url: str | None, name: str) -> str:
    return f"{base_url.rstrip('/')}/{name}" if base_url else name


def _day(edition: Edition) -> str:
    return f"{edition.day:%A}, {edition.day.day} {edition.day:%B %Y}" + (f" ({edition.name})" if edition.name else "")


def _words(suffix: str) -> str:
    return {".md": "Markdown", ".json": "JSON", ".eml": "mail"}.get(suffix, suffix.lstrip("."))


def _hash(text: str) -> str:
    import base64

    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _text(text: str) -> str:
    return escape(safe.prose(text))
