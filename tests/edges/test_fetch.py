"""Fetching: what must not be asked for is not, and no server holds us longer or fills us fuller than the limits."""

import asyncio
import json
import tracemalloc
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from bad_server import BadServer, Play, bomb, plain, reply, serving, twice_packed

from summarizer.edges.addresses import Refused, check_address, target
from summarizer.edges.feeds import parse_feed
from summarizer.edges.fetch import Fetched, Fetcher, FetchFailed, _Answer
from summarizer.limits import Limits

SHARED = Path(__file__).parents[2].parent / "shared" / "security" / "net"
MONDAY = "Mon, 05 May 2025 08:00:00 GMT"
NO_ROBOTS = {"/robots.txt": plain(404)}


class Sleeps:
    """Remembers what was waited for; waits for nothing."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.waits.append(seconds)


def fetcher(limits: Limits | None = None, **options: object) -> Fetcher:
    given = {"allow_private": True, "gap": 0.0, "sleep": Sleeps()} | options
    return Fetcher(limits or Limits(fetch_seconds=5.0), **given)  # type: ignore[arg-type]


async def get(plays: dict[str, Play], path: str = "/", limits: Limits | None = None, **options: object) -> tuple[Fetched, BadServer]:
    async with serving(NO_ROBOTS | plays) as server, fetcher(limits, **options) as fetch:
        return await fetch.get(server.url(path)), server


async def failure(plays: dict[str, Play], path: str = "/", limits: Limits | None = None, **options: object) -> str:
    with pytest.raises((FetchFailed, Refused)) as caught:
        await get(plays, path, limits, **options)
    return str(caught.value)


async def test_a_page_comes_with_its_type_charset_and_tags() -> None:
    fetched, server = await get(
        {
            "/": plain(
                200,
                b"<p>hi</p>",
                "Content-Type: text/html; charset=ISO-8859-1",
                'ETag: "a1"',
                "Last-Modified: Mon, 05 May 2025 08:00:00 GMT",
            )
        }
    )
    assert (fetched.status, fetched.content_type, fetched.charset, fetched.body) == (200, "text/html", "iso-8859-1", b"<p>hi</p>")
    assert fetched.etag == '"a1"'
    assert fetched.last_modified == MONDAY
    sent = server.headers[-1]
    assert "summarizer" in sent["user-agent"]
    assert sent["accept-encoding"] == "gzip"
    assert not {"cookie", "authorization", "referer"} & set(sent)


async def test_what_did_not_change_is_not_sent_again() -> None:
    async def play(writer: asyncio.StreamWriter, count: int) -> None:
        writer.write(reply(304))

    async with serving(NO_ROBOTS | {"/": play}) as server, fetcher() as fetch:
        fetched = await fetch.get(server.url(), etag='"a1"', last_modified=MONDAY)
    assert (fetched.status, fetched.body) == (304, b"")
    assert server.headers[-1]["if-none-match"] == '"a1"'


def refused_addresses() -> list[str]:
    own = [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "169.254.169.254", "172.31.0.1", "192.168.1.1",
        "192.0.0.192", "168.63.129.16", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "::127.0.0.1", "::ffff:127.0.0.1",
        "::ffff:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "fd00::1", "fe80::1", "fec0::1",
        "ff02::1", "100::1", "2001:db8::1", "3fff::1", "fe80::1%eth0",
    ]  # fmt: skip
    return own


@pytest.mark.parametrize("address", refused_addresses())
def test_no_address_outside_the_public_internet_passes(address: str) -> None:
    with pytest.raises(Refused):
        check_address(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "192.0.1.1", "172.32.0.1", "100.128.0.1"]
)
def test_public_addresses_pass(address: str) -> None:
    check_address(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.1/", "http://0x7f.1/", "http://2130706433/", "http://0177.0.0.1/", "http://①②⑦.0.0.1/", "http://127。0。0。1/", "http://localhost/",
        "http://ｌocalhost/", "http://LOCALHOST.:80/", "http://intranet/", "http://db.internal/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
        "http://user:pass@news.example.org/", "http://example.org@127.0.0.1/", "http://127.0.0.1#@example.org/", "http:\\\\127.0.0.1\\", "file:///etc/passwd",
        "/etc/passwd", "gopher://x.example.org/", "ftp://x.example.org/", "data:text/html,x", "javascript:alert(1)", "http:///x", "http://news.example.org:22/",
        "http://news.example.org\r\nHost: x/", "", "http://a..b/", "http://[::1/", "http://x:99999/",
    ],
)  # fmt: skip
def test_addresses_in_disguise_are_refused_before_anything_is_resolved(url: str) -> None:
    with pytest.raises(Refused):
        target(url)


def test_an_address_with_umlauts_and_spaces_goes_out_in_ascii() -> None:
    found = target("https://bücher.example.org/straße?q=ä b#part")
    assert found.host == "xn--bcher-kva.example.org"
    assert found.path == "/stra%C3%9Fe?q=%C3%A4%20b"


async def test_none_of_the_shared_addresses_is_connected_to_directly_by_redirect_or_from_a_feed() -> None:
    rows = SHARED / "ssrf_urls.jsonl"
    if not rows.exists():
        pytest.skip("the shared set of addresses is not here")

    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    async with serving({}) as server, Fetcher(gap=0.0, resolve=resolve, sleep=Sleeps()) as fetch:
        for line in rows.read_text("utf-8").splitlines():
            url = json.loads(line)["url"].replace("{port}", str(server.port))
            with pytest.raises((Refused, FetchFailed)):
                await fetch.get(url)
            moved = _Answer(status=302, headers={"location": url}, body=b"")
            if url.startswith("/"):  # a path is an address on the same host
                continue
            with pytest.raises((Refused, FetchFailed)):
                fetch._redirected(target("http://news.example.org/"), moved)
            feed = f"<rss version='2.0'><channel><item><title>t</title><link>{escape(url)}</link></item></channel></rss>"
            for item in parse_feed(feed.encode(), "http://news.example.org/").items:
                with pytest.raises((Refused, FetchFailed)):
                    await fetch.get(item.url or "no address")
        assert server.asked == []


async def test_a_name_that_leads_home_is_not_connected_to() -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return ["93.184.216.34", "127.0.0.1"]

    async with serving({}) as server, Fetcher(resolve=resolve, gap=0.0, sleep=Sleeps()) as fetch:
        with pytest.raises(Refused):
            await fetch.get(f"http://news.example.org:{server.port}/")
        assert server.asked == []


async def test_the_address_that_was_checked_is_the_one_connected_to() -> None:
    answers = [["127.0.0.1"], ["10.0.0.1"], ["10.0.0.1"]]

    async def resolve(host: str, port: int) -> list[str]:
        return answers.pop(0)

    async with serving({"/": plain()}) as server, fetcher(resolve=resolve, obey_robots=False) as fetch:
        fetched = await fetch.get(server.url(host="rebinding.example.org"))
    assert fetched.body == b"fine"
    assert len(answers) == 2
    assert server.headers[0]["host"] == f"rebinding.example.org:{server.port}"


async def test_a_redirect_is_followed_and_checked_like_a_first_address() -> None:
    fetched, _ = await get({"/": plain(301, b"", "Location: /new"), "/new": plain(200, b"moved")})
    assert fetched.body == b"moved"
    assert fetched.url.endswith("/new")
    for location in ("file:///etc/passwd", "http://user:x@h.example.org/", "http://0x7f.1/", "http://[::1"):
        assert "redirects to" in await failure({"/": plain(302, b"", f"Location: {location}")})


async def test_a_redirect_to_the_local_network_is_refused() -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    async with serving({"/secret": plain()}) as server, fetcher(resolve=resolve) as fetch:
        answer = await fetch._ask(target(server.url("/x"), True), {}, 5.0, 100)
        fetch._allow_private = False
        moved = answer.model_copy(update={"status": 302, "headers": {"location": server.url("/secret")}})
        with pytest.raises(Refused, match="redirects to an address that is not fetched"):
            fetch._redirected(target("http://news.example.org/"), moved)
    assert "/secret" not in server.asked


async def test_redirects_end_and_never_lead_from_secure_to_insecure() -> None:
    assert "redirects more than 5 times" in await failure({"/": plain(302, b"", "Location: /")})
    async with fetcher() as fetch:
        moved = _Answer(status=302, headers={"location": "http://news.example.org/"}, body=b"")
        with pytest.raises(Refused, match="insecure"):
            fetch._redirected(target("https://news.example.org/"), moved)


async def test_tags_are_not_carried_to_another_host() -> None:
    async with serving(NO_ROBOTS | {"/": plain(200, b"there")}) as other:
        async with serving(NO_ROBOTS | {"/": plain(302, b"", f"Location: {other.url(host='localhost')}")}) as server, fetcher() as fetch:
            await fetch.get(server.url(), etag='"secret"')
            assert server.headers[-1]["if-none-match"] == '"secret"'
        assert "if-none-match" not in other.headers[-1]


async def test_an_endless_body_stops_at_the_limit() -> None:
    async def endless(writer: asyncio.StreamWriter, count: int) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            writer.write(b"10000\r\n" + b"x" * 65536 + b"\r\n")
            await writer.drain()

    assert "larger than the limit" in await failure({"/": endless}, limits=Limits(decoded_bytes=1_000_000), retries=0)


async def test_a_dripping_server_is_left_at_the_deadline() -> None:
    async def drip(writer: asyncio.StreamWriter, count: int) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.02)

    assert "longer than" in await failure({"/": drip}, limits=Limits(fetch_seconds=0.3), retries=0)


async def test_a_silent_server_is_left_at_the_deadline() -> None:
    async def silent(writer: asyncio.StreamWriter, count: int) -> None:
        await asyncio.sleep(30)

    assert "longer than" in await failure({"/": silent}, limits=Limits(fetch_seconds=0.3), retries=0)


async def test_a_length_that_lies_hangs_nothing() -> None:
    async def short(writer: asyncio.StreamWriter, count: int) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this")

    async def long(writer: asyncio.StreamWriter, count: int) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\nConnection: close\r\n\r\n" + b"x" * 100_000)

    assert "broken off" in await failure({"/": short}, retries=0)
    fetched, _ = await get({"/": long})
    assert len(fetched.body) == 10


async def test_a_compressed_bomb_is_stopped_while_it_unpacks() -> None:
    packed = bomb(60)
    tracemalloc.start()
    reason = await failure({"/": plain(200, packed, "Content-Encoding: gzip")}, limits=Limits(decoded_bytes=2_000_000), retries=0)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "larger than the limit" in reason
    assert peak < 30_000_000


async def test_gzip_is_read_and_other_compression_refused() -> None:
    import gzip

    fetched, _ = await get({"/": plain(200, gzip.compress(b"news"), "Content-Encoding: gzip")})
    assert fetched.body == b"news"
    for encoding in ("gzip, gzip", "br", "deflate", "gzip,gzip,gzip"):
        assert "compressed" in await failure({"/": plain(200, twice_packed(b"x"), f"Content-Encoding: {encoding}")}, retries=0)
    assert "damaged" in await failure({"/": plain(200, b"not gzip at all", "Content-Encoding: gzip")}, retries=0)
    assert "cut off" in await failure({"/": plain(200, gzip.compress(b"news" * 500)[:-20], "Content-Encoding: gzip")}, retries=0)


async def test_huge_headers_are_refused() -> None:
    assert "not proper HTTP" in await failure({"/": plain(200, b"x", *(f"X-{n}: {'y' * 1000}" for n in range(2000)))}, retries=0)


async def test_a_server_in_trouble_is_asked_again_but_not_for_ever() -> None:
    async def recovers(writer: asyncio.StreamWriter, count: int) -> None:
        writer.write(reply(500) if count < 3 else reply(200, b"back"))

    async def moody(writer: asyncio.StreamWriter, count: int) -> None:
        writer.write(reply(503, b"", "Retry-After: 86400"))

    sleeps = Sleeps()
    fetched, server = await get({"/": recovers}, sleep=sleeps)
    assert fetched.body == b"back"
    assert server.count("/") == 3
    assert sleeps.waits == [0.5, 1.0]
    assert "too busy" in await failure({"/": moody})
    assert "answered 500" in await failure({"/": plain(500)})
    assert "answered 403" in await failure({"/": plain(403)})


async def test_robots_txt_is_obeyed_as_the_standard_has_it() -> None:
    page = {"/a": plain(200, b"page"), "/open/a": plain(200, b"open")}
    closed = {"/robots.txt": plain(200, b"User-agent: *\nDisallow: /\nAllow: /open/\n")}
    assert "robots.txt" in await failure(closed | page, "/a")
    assert (await get(closed | page, "/open/a"))[0].body == b"open"
    assert "could not be asked for" in await failure({"/robots.txt": plain(500)} | page, "/a")
    assert "does not allow it" in await failure(closed | page, "/a")
    for status in (401, 404, 410):
        assert (await get({"/robots.txt": plain(status)} | page, "/a"))[0].body == b"page"
    moved = {"/robots.txt": plain(301, b"", "Location: /r2"), "/r2": plain(200, b"User-agent: *\nDisallow: /a\n")}
    assert "robots.txt" in await failure(moved | page, "/a")
    fetched, server = await get(closed | page, "/a", obey_robots=False)
    assert fetched.body == b"page"
    assert server.asked == ["/a"]


async def test_robots_txt_is_asked_for_once_a_day() -> None:
    now = [0.0]
    async with serving(NO_ROBOTS | {"/a": plain(), "/b": plain()}) as server, fetcher(clock=lambda: now[0]) as fetch:
        await fetch.get(server.url("/a"))
        await fetch.get(server.url("/b"))
        assert server.count("/robots.txt") == 1
        now[0] = 90_000.0
        await fetch.get(server.url("/a"))
        assert server.count("/robots.txt") == 2


async def test_a_host_is_asked_one_request_at_a_time_with_a_pause() -> None:
    running = 0
    most = 0

    async def slow(writer: asyncio.StreamWriter, count: int) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.01)
        running -= 1
        writer.write(reply(200, b"x"))

    sleeps = Sleeps()
    async with serving(NO_ROBOTS | {f"/{n}": slow for n in range(5)}) as server, fetcher(gap=1.0, sleep=sleeps, clock=lambda: 0.0) as fetch:
        await asyncio.gather(*(fetch.get(server.url(f"/{n}")) for n in range(5)))
    assert most == 1
    assert sleeps.waits == [1.0] * 5


async def test_a_self_signed_certificate_is_refused(tmp_path: Path) -> None:
    import ssl
    import subprocess

    made = subprocess.run(  # noqa: ASYNC221 - before the loop has anything else to do
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", tmp_path / "k", "-out", tmp_path / "c",
         "-days", "2", "-subj", "/CN=localhost"],
        capture_output=True, check=False,
    )  # fmt: skip
    if made.returncode:
        pytest.skip("no openssl to make a certificate with")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "c", tmp_path / "k")
    asked: list[bytes] = []

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.read(100))
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    async with fetcher(obey_robots=False, retries=0) as fetch:
        with pytest.raises(FetchFailed, match="certificate"):
            await fetch.get(f"https://localhost:{port}/")
    server.close()
    await server.wait_closed()
    assert not any(asked)


async def test_every_shared_server_case_has_a_test() -> None:
    rows = SHARED / "server_cases.jsonl"
    if not rows.exists():
        pytest.skip("the shared list of server cases is not here")
    held = {
        "redirect_to_private", "redirect_to_file", "redirect_loop", "redirect_scheme_down", "dns_rebind", "infinite_body", "slow_drip",
        "no_answer", "content_length_lie", "gzip_body_bomb", "double_gzip", "huge_headers", "wrong_type", "status_500_then_ok",
        "robots_disallow", "robots_500", "self_signed_tls", "cookie_and_auth",
    }  # fmt: skip
    assert {json.loads(line)["case"] for line in rows.read_text("utf-8").splitlines()} <= held
