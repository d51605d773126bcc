"""The outlets of a world on loopback HTTP: feeds in three formats, pages, and everything that is wrong with them."""

import hashlib
import json
import threading
from collections import Counter
from datetime import UTC, datetime, time, timedelta
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from evals.daily.world import Post, World, paragraphs

LISTED_DAYS = 3
"""A feed lists what was published on the day and on the two days before it."""
DEAD = {7: "gone", 19: "broken", 31: "silent"}
"""Outlets whose feed is 404 from day 3 on, is not well-formed and no feed, or answers 503."""
SUMMARY_ONLY = {2, 11, 22}
"""Outlets whose pages cannot be fetched (404): the feed's own text must do."""


class Site:
    """Serves the world as it stands on `day`. `hits` counts requests by (kind, status)."""

    def __init__(self, world: World, feeds: int | None = None) -> None:
        self.world, self.day = world, 0
        self.feeds = feeds or world.outlets
        self.hits: Counter[tuple[str, int]] = Counter()
        self.hooks: list[tuple[str, bytes]] = []
        self._posts = {post.key: post for post in world.posts}
        handler = type("Handler", (_Handler,), {"site": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def feed_urls(self) -> list[str]:
        return [f"{self.base}/o{outlet}/feed" for outlet in range(self.feeds)]

    def url(self, post: Post) -> str:
        return f"{self.base}/o{post.outlet}/{post.key}"

    def __enter__(self) -> "Site":
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def listed(self, outlet: int, day: int) -> list[Post]:
        """What the outlet's feed lists on a day, newest first."""
        posts = [p for p in self.world.posts if p.outlet == outlet and day - LISTED_DAYS < p.day <= day]
        return sorted(posts, key=lambda p: (-p.day, p.key))

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Status, content type and body of a path."""
        if path == "/robots.txt":
            return 200, "text/plain", b"User-agent: *\nAllow: /\n"
        parts = path.split("?")[0].strip("/").split("/")
        if len(parts) != 2 or not parts[0].startswith("o"):
            return 404, "text/plain", b"not here"
        outlet = int(parts[0][1:])
        return self._feed(outlet) if parts[1] == "feed" else self._page(outlet, parts[1])

    def _feed(self, outlet: int) -> tuple[int, str, bytes]:
        wrong = DEAD.get(outlet)
        if wrong == "gone" and self.day >= 3:
            return 404, "text/plain", b"gone"
        if wrong == "silent":
            return 503, "text/plain", b"later"
        if wrong == "broken":
            return 200, "application/rss+xml", b"<html><body>We have moved our feeds</body></html>"
        posts = self.listed(outlet, self.day)
        make = (_rss, _atom, _json)[outlet % 3]
        kind = ("application/rss+xml", "application/atom+xml", "application/feed+json")[outlet % 3]
        return 200, kind, make(self, outlet, posts)

    def _page(self, outlet: int, key: str) -> tuple[int, str, bytes]:
        post = self._posts.get(key)
        if post is None or post.day > self.day or outlet in SUMMARY_ONLY:
            return 404, "text/plain", b"not here"
        body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs(post, self.day))
        page = f"<!doctype html><html lang=en><head><title>{escape(post.title)}</title></head><body><nav><a href=/>Home</a></nav><article><h1>{escape(post.title)}</h1>{body}</article><footer>Outlet {outlet}</footer></body></html>"
        return 200, "text/html; charset=utf-8", page.encode()


class _Handler(BaseHTTPRequestHandler):
    site: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        status, kind, body = self.site.answer(self.path)
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        what = "robots" if "robots" in self.path else "feed" if self.path.endswith("/feed") else "page"
        if status == 200 and self.headers.get("If-None-Match") == tag:
            status, body = 304, b""
        self.site.hits[what, status] += 1
        self.send_response(status)
        if status in (200, 304):
            self.send_header("ETag", tag)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.site.hooks.append((self.headers.get("Idempotency-Key", ""), body))
        self.send_response(204)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        return None


def _moment(site: Site, post: Post) -> datetime:
    hour = 5 + sum(map(ord, post.key)) % 15
    return datetime.combine(site.world.start + timedelta(days=post.day), time(hour), UTC)


def _date(site: Site, post: Post) -> str | None:
    """The date the feed gives; one in eleven is missing, silly, or in another century."""
    odd = sum(map(ord, post.key)) % 44
    return {0: None, 11: "Thu, 01 Jan 1970 00:00:00 +0000", 22: "Sun, 01 Feb 2099 10:00:00 +0000", 33: "yesterday-ish"}.get(
        odd, format_datetime(_moment(site, post))
    )


def _summary(site: Site, post: Post) -> str:
    texts = paragraphs(post, site.day)
    return "\n\n".join(texts) if post.outlet in SUMMARY_ONLY else texts[0]


def _rss(site: Site, outlet: int, posts: list[Post]) -> bytes:
    rows = []
    for post in posts:
        link = f"{site.url(post)}?utm_source=rss&utm_medium=feed" if outlet % 4 == 0 else site.url(post)
        date = _date(site, post)
        stamp = f"<pubDate>{escape(date)}</pubDate>" if date else ""
        rows.append(
            f"<item><title>{escape(post.title)}</title><link>{escape(link)}</link><guid isPermaLink='false'>{post.key}</guid>{stamp}<description>{escape(_summary(site, post))}</description></item>"
        )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Outlet {outlet}</title><link>{site.base}/o{outlet}/</link><description>News</description>{''.join(rows)}</channel></rss>".encode()


def _atom(site: Site, outlet: int, posts: list[Post]) -> bytes:
    rows = []
    for post in posts:
        updated = _moment(site, post).isoformat()
        rows.append(
            f"<entry><title>{escape(post.title)}</title><link href='{escape(site.url(post))}'/><id>urn:{post.key}</id><updated>{updated}</updated><published>{updated}</published><summary>{escape(_summary(site, post))}</summary></entry>"
        )
    return f"<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Outlet {outlet}</title><id>urn:o{outlet}</id><updated>2031-03-01T00:00:00Z</updated>{''.join(rows)}</feed>".encode()


def _json(site: Site, outlet: int, posts: list[Post]) -> bytes:
    items = [
        {
            "id": post.key,
            "url": site.url(post),
            "title": post.title,
            "content_text": _summary(site, post),
            "date_published": _moment(site, post).isoformat(),
        }
        for post in posts
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": f"Outlet {outlet}", "items": items}).encode()
