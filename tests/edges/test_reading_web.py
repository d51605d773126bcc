"""Locations on the web: pages, feeds and what becomes of their items when pages fail."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from bad_server import BadServer, Play, plain, serving
from small_pdf import line
from small_pdf import pdf as make_pdf

from summarizer.article import Reading
from summarizer.edges.fetch import Fetcher
from summarizer.edges.reading import LocationReader
from summarizer.limits import Limits

TEXT = "The ferry between Torvik and the islands sails again from Monday, the shipping line said. The engine was repaired in nine days."
TOP = "<html><head><title>Ferry sails again</title></head><body><article><h1>Ferry sails again</h1>"
PAGE = f"{TOP}<p>{TEXT}</p><p>It carries 340 people and sixty cars.</p></article></body></html>".encode()
HTML = "Content-Type: text/html; charset=utf-8"


def loopback() -> Fetcher:
    async def no_wait(seconds: float) -> None:
        await asyncio.sleep(0)

    return Fetcher(Limits(fetch_seconds=5.0), allow_private=True, gap=0.0, retries=0, sleep=no_wait)


async def read(plays: dict[str, Play], locations: Callable[[BadServer], list[str]], root: Path | None = None) -> tuple[Reading, BadServer]:
    async with serving(plays) as server:
        reader = LocationReader(fetcher=loopback, root=root)
        return await asyncio.to_thread(reader.read, locations(server)), server


async def test_pages_pdfs_and_texts_are_read_and_the_rest_named() -> None:
    plays = {
        "/page": plain(200, PAGE, HTML),
        "/doc.pdf": plain(200, make_pdf(line(TEXT[:90], 700)), "Content-Type: application/pdf"),
        "/t.txt": plain(200, TEXT.encode("cp1252"), "Content-Type: text/plain; charset=windows-1252"),
        "/x.pdf": plain(200, b"\x89PNG....", "Content-Type: image/png"),
        "/empty": plain(200, b"", HTML),
    }
    found, server = await read(
        plays, lambda s: [s.url("/page"), s.url("/x.pdf"), s.url("/doc.pdf"), s.url("/empty"), s.url("/t.txt"), s.url("/none")]
    )
    assert [article.url for article in found.articles] == [server.url("/page"), server.url("/doc.pdf"), server.url("/t.txt")]
    assert found.articles[0].title == "Ferry sails again"
    assert found.articles[0].publisher == "127.0.0.1"
    reasons = {failed.location: failed.reason for failed in found.failed}
    assert "image/png" in reasons[server.url("/x.pdf")]
    assert reasons[server.url("/empty")] == "it is empty"
    assert reasons[server.url("/none")] == "the server answered 404"


async def test_a_feed_gives_the_pages_it_links_to_and_its_own_text_where_one_fails(tmp_path: Path) -> None:
    def feed(server: BadServer) -> bytes:
        items = "".join(
            f"<item><title>Item {n}</title><link>{link}</link><guid>{n}</guid><pubDate>Mon, 02 Feb 2026 08:00:00 "
            f"GMT</pubDate><description>{text}</description></item>"
            for n, link, text in (
                (1, server.url("/page"), "Short."),
                (2, server.url("/gone"), "The market in Torvik sold 900 lamps in one week."),
                (3, server.url("/gone"), ""),
                (4, "javascript:alert(1)", "A second text that the feed itself carries."),
            )
        )
        return f"<rss version='2.0'><channel><title>Torvik Post</title>{items}</channel></rss>".encode()

    plays: dict[str, Play] = {"/page": plain(200, PAGE, HTML), "/gone": plain(410)}
    async with serving(plays) as server:
        server.plays["/feed"] = plain(200, feed(server), "Content-Type: application/rss+xml")
        (tmp_path / "feeds.opml").write_text(f"<opml><body><outline xmlUrl='{server.url('/feed')}'/></body></opml>", "utf-8")
        for locations in ([server.url("/feed")], ["feeds.opml"]):
            found = await asyncio.to_thread(LocationReader(fetcher=loopback, root=tmp_path).read, locations)
            assert [article.title for article in found.articles] == ["Ferry sails again", "Item 2", "Item 4"]
            assert found.articles[0].text.startswith("Ferry sails again")
            assert found.articles[1].text == "The market in Torvik sold 900 lamps in one week."
            assert [str(article.published) for article in found.articles] == ["2026-02-02"] * 3
            assert any("the feed's own text was read instead" in notice for notice in found.notices)
            assert "the feed gives no text" in found.failed[0].reason


async def test_a_feed_served_as_a_page_is_still_a_feed() -> None:
    feed = (
        b"<rss version='2.0'><channel><title>T</title><item><title>One</title><description>"
        + TEXT.encode()
        + b"</description></item></channel></rss>"
    )
    found, _ = await read({"/f": plain(200, feed, HTML)}, lambda server: [server.url("/f")])
    assert [article.title for article in found.articles] == ["One"]


async def test_a_dangerous_feed_costs_itself_only() -> None:
    bomb = b'<!DOCTYPE r [<!ENTITY a "x">]><rss version="2.0"><channel><title>&a;</title></channel></rss>'
    found, _ = await read(
        {"/f": plain(200, bomb, "Content-Type: text/xml"), "/page": plain(200, PAGE, HTML)},
        lambda server: [server.url("/f"), server.url("/page")],
    )
    assert len(found.articles) == 1
    assert "document type" in found.failed[0].reason


def test_addresses_of_the_local_network_are_refused_by_default() -> None:
    found = LocationReader().read(["http://127.0.0.1:9/x", "http://localhost/", "http://169.254.169.254/latest/"])
    assert not found.articles
    assert len(found.failed) == 3
    for failed in found.failed:
        assert "public internet" in failed.reason or "local network" in failed.reason or "port 9" in failed.reason
