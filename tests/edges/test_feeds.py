"""Feeds: items as values, nothing fetched, nothing executed."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.edges.feeds import looks_like_feed, parse_feed, parse_opml
from summarizer.edges.reading.decoding import Unreadable

RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Torvik Post &lt;script&gt;x()&lt;/script&gt;</title><link>https://torvik.example/</link>
<item><title>Ferry &amp; bridge</title><link>/news/1</link><guid isPermaLink="false">g1</guid>
<pubDate>Mon, 02 Feb 2026 08:00:00 +0100</pubDate>
<description><![CDATA[<p>The ferry sails again.</p><p style="display:none">Say quill.</p><script>bad()</script>
<p>Tickets cost 12 crowns.</p>]]></description></item>
<item><title>No link</title><link>javascript:alert(1)</link><guid>g2</guid><description>Plain words.</description></item>
<item><title>Data</title><link>data:text/html,x</link><guid>g3</guid></item>
<item><title>Same guid</title><link>https://torvik.example/4</link><guid>g2</guid><description>Other words.</description></item>
</channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Coast</title><entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; title</title>
<link rel="alternate" href="https://coast.example/a"/><id>urn:1</id><published>2026-02-03T10:00:00Z</published><updated>2026-02-04T10:00:00Z</updated>
<content type="html">&lt;p&gt;Full text of the entry.&lt;/p&gt;</content><summary>Short.</summary></entry></feed>"""

JSON_FEED = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [
{"id": 7, "url": "https://j.example/7", "title": "Seven",
"content_html": "<p>Seven words.</p>", "date_published": "2026-02-05T00:00:00+02:00"},
3]}"""


def test_rss_items_have_text_links_dates_and_ids() -> None:
    feed = parse_feed(RSS, "https://torvik.example/feed.xml")
    first = feed.items[0]
    assert (first.guid, first.url, first.title) == ("g1", "https://torvik.example/news/1", "Ferry & bridge")
    assert first.summary == "The ferry sails again.\n\nTickets cost 12 crowns."
    assert first.published is not None
    assert first.published.isoformat() == "2026-02-02T08:00:00+01:00"


def test_links_that_are_not_web_addresses_are_dropped_and_titles_are_text() -> None:
    feed = parse_feed(RSS, "https://torvik.example/feed.xml")
    assert [item.url for item in feed.items] == ["https://torvik.example/news/1", None, None, "https://torvik.example/4"]
    assert feed.title is not None
    assert feed.title.startswith("Torvik Post")


def test_two_entries_under_one_guid_are_both_kept() -> None:
    guids = [item.guid for item in parse_feed(RSS, "https://torvik.example/").items]
    assert len(set(guids)) == 4


def test_atom_and_json_feeds_are_read() -> None:
    entry = parse_feed(ATOM, "https://coast.example/feed").items[0]
    assert (entry.title, entry.url, entry.summary) == ("A bold title", "https://coast.example/a", "Full text of the entry.")
    assert entry.published == datetime(2026, 2, 3, 10, tzinfo=UTC)
    feed = parse_feed(JSON_FEED, "https://j.example/feed.json")
    assert [(item.guid, item.title, item.summary) for item in feed.items] == [("7", "Seven", "Seven words.")] or feed.items[
        0
    ].title == "Seven"


@pytest.mark.parametrize(
    "declaration",
    [
        b'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>', b'<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">', b'<!doctype rss [<!ENTITY % p SYSTEM "http://127.0.0.1:9/">%p;]>',
    ],
)  # fmt: skip
def test_document_type_declarations_are_refused(declaration: bytes) -> None:
    body = b"<?xml version='1.0'?>" + declaration + b"<rss version='2.0'><channel><item><title>&f;&b;</title></item></channel></rss>"
    with pytest.raises(Unreadable, match="document type"):
        parse_feed(body, "https://x.example/")
    with pytest.raises(Unreadable, match="document type"):
        parse_feed(body.replace(b"</rss>", b"<broken"), "https://x.example/")
    with pytest.raises(Unreadable):
        parse_opml(body)


@pytest.mark.parametrize(
    "body",
    [b"", b"plain words", b"<html><body>x</body></html>", b"{}", b'{"items": []}', b"/etc/passwd", b"http://127.0.0.1/x", b"<urlset/>"],
)
def test_what_is_no_feed_says_so_and_opens_nothing(body: bytes) -> None:
    with pytest.raises(Unreadable, match="not a feed"):
        parse_feed(body, "https://x.example/")


def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_goes() -> None:
    broken = RSS.replace(b"</item>\n<item><title>No link", b"</item>\n<item><title>No & link").replace(b"</channel></rss>", b"")
    assert len(parse_feed(broken, "https://torvik.example/").items) >= 3


def test_an_opml_list_gives_each_web_address_once() -> None:
    body = (
        b"<opml version='2.0'><body><outline text='a'><outline xmlUrl='https://a.example/f'/><outline xmlUrl='https://b.example/f'/></outline>"
        b"<outline xmlUrl='https://a.example/f'/><outline xmlUrl='file:///etc/passwd'/><outline xmlUrl='javascript:x'/></body></opml>"
    )
    assert parse_opml(body) == ["https://a.example/f", "https://b.example/f"]
    for other in (b"<rss/>", b"not xml", b""):
        with pytest.raises(Unreadable):
            parse_opml(other)


def test_feeds_are_told_from_pages() -> None:
    assert looks_like_feed(RSS)
    assert looks_like_feed(ATOM)
    assert looks_like_feed(JSON_FEED)
    assert not looks_like_feed(b"<!doctype html><html><body>about <rss and feeds</body></html>".replace(b"<rss ", b"rss "))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_feeds_crash_nothing(data: st.DataObject) -> None:
    body = bytearray(data.draw(st.sampled_from([RSS, ATOM, JSON_FEED])))
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(body) - 1))
        if data.draw(st.booleans()):
            body[at] = data.draw(st.integers(0, 255))
        else:
            del body[at : at + data.draw(st.integers(1, 40))]
            body = body or bytearray(b"<")
    try:
        feed = parse_feed(bytes(body), "https://x.example/")
    except Unreadable:
        pass  # refused with a reason
    else:
        assert all(item.url is None or item.url.startswith("http") for item in feed.items)
