"""A loopback server that plays the bad servers of the fetch tests; it counts what it is asked for."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Play = Callable[[asyncio.StreamWriter, int], Awaitable[None]]


@dataclass
class BadServer:
    """`port`, and for every path how often it was asked for, with the request headers."""

    port: int = 0
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    plays: dict[str, Play] = field(default_factory=dict)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def count(self, path: str) -> int:
        return self.asked.count(path)


def reply(status: int = 200, body: bytes = b"", *lines: str) -> bytes:
    head = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", "Connection: close", *lines]
    return ("\r\n".join(head) + "\r\n\r\n").encode() + body


def plain(status: int = 200, body: bytes = b"fine", *lines: str) -> Play:
    async def play(writer: asyncio.StreamWriter, count: int) -> None:
        writer.write(reply(status, body, *lines))

    return play


def bomb(megabytes: int) -> bytes:
    """gzip data that unpacks to so many megabytes of zeros."""
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()


def twice_packed(body: bytes) -> bytes:
    return gzip.compress(gzip.compress(body))


@asynccontextmanager
async def serving(plays: dict[str, Play]) -> AsyncIterator[BadServer]:
    state = BadServer(plays=plays)
    tasks: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            path = lines[0].split(" ")[1]
            state.asked.append(path)
            state.headers.append({k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:] if line)})
            play = state.plays.get(path, plain(404, b"", "Content-Type: text/plain"))
            await play(writer, state.count(path))
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            tasks.discard(task)
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    state.port = server.sockets[0].getsockname()[1]
    try:
        yield state
    finally:
        server.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()
