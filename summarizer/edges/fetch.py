"""Fetches from the web, and nothing else: no file, no local network, no more bytes, hops or seconds than the limits.

Every hop of a redirect is checked like a first address, and the address that was checked is the one connected to. Proxy variables,
cookies and credentials play no part. One request at a time goes to a host, with a pause between; robots.txt is obeyed.
"""

import asyncio
import socket
import ssl
import time
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from types import TracebackType
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from summarizer.edges.addresses import Refused, Target, check_address, target
from summarizer.edges.robots import Robots, RobotsAnswer
from summarizer.errors import SummarizerError
from summarizer.limits import Limits
from summarizer.value import Value

if TYPE_CHECKING:
    import httpcore

AGENT = "summarizer"
_USER_AGENT = "summarizer/0.1 (reads articles for one reader; obeys robots.txt)"
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AGAIN = frozenset({429, 500, 502, 503, 504})
_STEP = 65_536
_ROBOTS_BYTES = 600_000
_LONGEST_PAUSE = 5.0  # seconds that a server may make us wait before asking again

Resolve = Callable[[str, int], Awaitable[list[str]]]


class FetchFailed(SummarizerError):
    """Nothing usable came; the message is the reason in plain words, without the address. `status` is the server's, where it answered."""

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


class Fetched(Value):
    """What came from `url` (after redirects). `content_type` is lower case without parameters; `body` is decoded.

    `status` is 200, or 304 with an empty body where the server says that nothing changed.
    """

    url: str
    status: int
    content_type: str = ""
    charset: str | None = None
    body: bytes = b""
    etag: str | None = None
    last_modified: str | None = None


class _Answer(Value):
    status: int
    headers: dict[str, str]
    body: bytes


async def resolve_name(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system knows them."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[4][0]) for address in found))


class Fetcher:
    """An asynchronous context manager; `get` may be called from many tasks of one event loop.

    `gap`: seconds between two requests to a host. `contact` stands in the agent's name. `allow_private`: lets addresses of the local
    network pass. `resolve`, `sleep` and `clock` are stand-ins for tests.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        resolve: Resolve = resolve_name,
        allow_private: bool = False,
        obey_robots: bool = True,
        gap: float = 1.0,
        retries: int = 2,
        connections: int = 16,
        contact: str | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits = limits or Limits()
        self._resolve, self._allow_private, self._obey = resolve, allow_private, obey_robots
        self._gap, self._retries, self._connections = gap, retries, connections
        self._sleep, self._clock = sleep, clock
        self._agent = _USER_AGENT.replace(")", f"; {contact})") if contact and contact.isascii() and contact.isprintable() else _USER_AGENT
        self._robots = Robots(self._ask_robots, AGENT, clock)
        self._hosts: dict[str, asyncio.Lock] = {}
        self._asked: dict[str, float] = {}
        self._pool: httpcore.AsyncConnectionPool | None = None

    async def __aenter__(self) -> "Fetcher":
        import httpcore

        from summarizer.edges.pinned import PinnedBackend

        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=ssl.create_default_context(),
            max_connections=self._connections,
            keepalive_expiry=5.0,
            network_backend=PinnedBackend(self._addresses),
        )
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool is not None:
            await self._pool.aclose()

    async def get(self, url: str, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """Fetches a page or feed. `etag` and `last_modified` of an earlier answer ask for news only (304).

        Raises Refused for an address that may not be fetched and FetchFailed otherwise, each with its reason.
        """
        asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in asked.items() if value and value.isascii() and value.isprintable()}
        here = target(url, self._allow_private)
        for _ in range(self._limits.redirects + 1):
            if self._obey and not await self._robots.allows(here.origin, here.url):
                raise Refused(self._robots.refusal(here.origin))
            answer = await self._asked_again(here, headers)
            there = self._redirected(here, answer)
            if there is None:
                return self._fetched(here, answer)
            if there.host != here.host:
                headers = {}
            here = there
        raise FetchFailed(f"it redirects more than {self._limits.redirects} times")

    def _fetched(self, here: Target, answer: _Answer) -> Fetched:
        if answer.status not in (200, 203, 304):
            raise FetchFailed(f"the server answered {answer.status}", answer.status)
        kind, _, parameters = answer.headers.get("content-type", "").partition(";")
        charset = parameters.lower().partition("charset=")[2].strip(" \"'").split(";")[0] or None
        return Fetched(
            url=here.url,
            status=304 if answer.status == 304 else 200,
            content_type=kind.strip().lower(),
            charset=charset,
            body=answer.body,
            etag=answer.headers.get("etag"),
            last_modified=answer.headers.get("last-modified"),
        )

    def _redirected(self, here: Target, answer: _Answer) -> Target | None:
        location = answer.headers.get("location")
        if answer.status not in _REDIRECTS or not location:
            return None
        try:
            there = target(urljoin(here.url, location), self._allow_private)
        except ValueError:
            raise FetchFailed("it redirects to something that is no address") from None
        except Refused as reason:
            raise Refused(f"it redirects to an address that is not fetched: {reason}") from None
        if here.scheme == "https" and there.scheme == "http":
            raise Refused("it redirects from a secure to an insecure address")
        return there

    async def _asked_again(self, here: Target, headers: dict[str, str]) -> _Answer:
        """Asks once more, twice at most, where that may help; all within one deadline."""
        spent = 0.0
        for attempt in range(self._retries + 1):
            last = attempt == self._retries
            pause = 0.5 * 2**attempt
            async with self._turn(here):
                begun = self._clock()
                try:
                    answer = await self._ask(here, headers, self._limits.fetch_seconds - spent, self._limits.decoded_bytes)
                    if last or answer.status not in _AGAIN:
                        return answer
                    pause = _retry_after(answer, pause)
                except FetchFailed:
                    if last or self._clock() - begun > self._limits.fetch_seconds / 3:
                        raise
                spent += self._clock() - begun
            if spent + pause >= self._limits.fetch_seconds or pause > _LONGEST_PAUSE:
                raise FetchFailed("the server is too busy")
            spent += pause
            await self._sleep(pause)
        raise AssertionError("unreachable")

    @asynccontextmanager
    async def _turn(self, here: Target) -> AsyncIterator[None]:
        """One request at a time to a host, with a pause after the one before."""
        lock = self._hosts.setdefault(here.host, asyncio.Lock())
        async with lock:
            gap = max(self._gap, self._robots.delay(here.origin))
            wait = self._asked.get(here.host, -gap) + gap - self._clock()
            if wait > 0:
                await self._sleep(wait)
            try:
                yield
            finally:
                self._asked[here.host] = self._clock()

    async def _ask(self, here: Target, headers: dict[str, str], seconds: float, most: int) -> _Answer:
        """One request and its whole answer, within `seconds`."""
        import httpcore

        try:
            async with asyncio.timeout(seconds):
                return await self._exchange(here, headers, most)
        except TimeoutError:
            raise FetchFailed(f"it took longer than {self._limits.fetch_seconds:g} seconds") from None
        except httpcore.TimeoutException:
            raise FetchFailed("the server did not answer in time") from None
        except (httpcore.NetworkError, OSError) as error:
            raise FetchFailed(_network_reason(error)) from None
        except httpcore.ProtocolError:
            raise FetchFailed("the server's answer was broken off or not proper HTTP") from None

    async def _exchange(self, here: Target, headers: dict[str, str], most: int) -> _Answer:
        import httpcore

        assert self._pool is not None, "use it as a context manager"
        connect, read = self._limits.connect_seconds, self._limits.fetch_seconds
        host = f"[{here.host}]" if ":" in here.host else here.host
        sent = {
            "Host": host if here.port in (80, 443) else f"{host}:{here.port}",
            "User-Agent": self._agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip",
            **headers,
        }
        request = httpcore.Request(
            "GET",
            httpcore.URL(scheme=here.scheme.encode(), host=here.host.encode(), port=here.port, target=here.path.encode()),
            headers=[(name.encode(), value.encode()) for name, value in sent.items()],
            extensions={"timeout": {"connect": connect, "read": read, "write": read, "pool": None}},
        )
        response = await self._pool.handle_async_request(request)
        try:
            found = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            body = b"" if response.status in _REDIRECTS or response.status == 304 else await _body(response, found, most)
        finally:
            await response.aclose()
        return _Answer(status=response.status, headers=found, body=body)

    async def _ask_robots(self, url: str) -> RobotsAnswer:
        here = target(url, self._allow_private)
        try:
            for _ in range(self._limits.redirects + 1):
                async with self._turn(here):
                    answer = await self._ask(here, {}, self._limits.fetch_seconds, _ROBOTS_BYTES)
                there = self._redirected(here, answer)
                if there is None:
                    return RobotsAnswer(status=answer.status, body=answer.body)
                here = there
        except (FetchFailed, Refused) as error:
            return RobotsAnswer(status=None, reason=str(error))
        return RobotsAnswer(status=404)  # RFC 9309: after five redirects as if there were none

    async def _addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a host, all of which must be public."""
        try:
            found = await self._resolve(host, port)
        except OSError:
            raise FetchFailed("its host is not known") from None
        if not found:
            raise FetchFailed("its host is not known")
        if not self._allow_private:
            for address in found:
                check_address(address)
        return found


async def _body(response: "httpcore.Response", headers: dict[str, str], most: int) -> bytes:
    """The decoded body, in steps, never more than `most` bytes of it."""
    encoding = headers.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise FetchFailed("it is compressed in a way that was not asked for")
    unpack = zlib.decompressobj(wbits=31) if encoding in ("gzip", "x-gzip") else None
    pieces: list[bytes] = []
    size = received = 0
    async for chunk in response.aiter_stream():
        received += len(chunk)
        if received > most:
            raise FetchFailed(f"it is larger than the limit of {most:,} bytes")
        for piece in _unpacked(chunk, unpack):
            size += len(piece)
            if size > most:
                raise FetchFailed(f"it is larger than the limit of {most:,} bytes")
            pieces.append(piece)
    if unpack is not None and not unpack.eof and received:
        raise FetchFailed("its compressed body was cut off")
    return b"".join(pieces)


def _unpacked(chunk: bytes, unpack: "zlib._Decompress | None") -> Iterator[bytes]:
    """The decoded bytes of a chunk, in steps: whoever counts them can stop between two."""
    if unpack is None:
        yield chunk
        return
    try:
        while chunk and not unpack.eof:
            yield unpack.decompress(chunk, _STEP)
            chunk = unpack.unconsumed_tail
    except zlib.error:
        raise FetchFailed("its compressed body is damaged") from None


def _retry_after(answer: _Answer, pause: float) -> float:
    asked = answer.headers.get("retry-after", "")
    return max(pause, float(asked)) if asked.isdigit() and len(asked) < 6 else pause


def _network_reason(error: Exception) -> str:
    text = str(error).lower()
    if "certificate" in text or "ssl" in text:
        return "its certificate is not valid"
    return "its server cannot be reached"
