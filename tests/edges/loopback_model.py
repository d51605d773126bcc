"""A model endpoint on loopback that misbehaves on request: what the tests of the model edge talk to."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from summarizer.protocols import Request
from summarizer.testing import HonestModel

Answer = Callable[["Call"], Awaitable[None]]


@dataclass
class Call:
    """One request as it came in, and the connection to answer on."""

    number: int
    headers: dict[str, str]
    body: dict
    writer: asyncio.StreamWriter

    async def send(self, status: int, content: object, headers: dict[str, str] | None = None) -> None:
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        lines = [f"HTTP/1.1 {status} X", "Content-Type: application/json", f"Content-Length: {len(data)}", "Connection: close"]
        lines += [f"{k}: {v}" for k, v in (headers or {}).items()]
        self.writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + data)
        await self.writer.drain()

    async def error(self, status: int, message: str, code: str | None = None, headers: dict[str, str] | None = None) -> None:
        await self.send(status, {"error": {"message": message, "type": "x", "code": code}}, headers)

    async def say(self, content: object, finish: str = "stop", *, usage: bool = True, model: str = "m", **message: object) -> None:
        answer: dict[str, object] = {
            "id": "c",
            "object": "chat.completion",
            "model": model,
            "choices": [{"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content, **message}}],
        }
        if usage:
            answer["usage"] = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
        await self.send(200, answer)

    async def answer_properly(self) -> None:
        """As an honest model would."""
        system, user = (m["content"] for m in self.body["messages"])
        purpose = "map" if '"lines"' in user else "reduce" if '"cites"' in system else "judge"
        request = Request(purpose=purpose, digest="", system=system, user=user, answer_schema="{}", max_tokens=1)
        await self.say((await HonestModel().complete(request)).text)


@dataclass
class Endpoint:
    """`plan` says how each call is answered, by its number from 1; calls without a plan are answered properly."""

    plan: dict[int, Answer] = field(default_factory=dict)
    always: Answer | None = None
    calls: list[Call] = field(default_factory=list)
    url: str = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in head[1:] if line)}
            body = json.loads(await reader.readexactly(int(headers["content-length"])))
            call = Call(len(self.calls) + 1, headers, body, writer)
            self.calls.append(call)
            answer = self.plan.get(call.number) or self.always or Call.answer_properly
            await answer(call)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def endpoint(plan: dict[int, Answer] | None = None, always: Answer | None = None) -> AsyncIterator[Endpoint]:
    """Serves while the block runs."""
    served = Endpoint(plan or {}, always)
    server = await asyncio.start_server(served.serve, "127.0.0.1", 0, limit=2**22)
    served.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield served
    finally:
        server.close()


async def hang(call: Call) -> None:
    """Never answers."""
    await asyncio.sleep(3600)


async def drip(call: Call) -> None:
    """One byte a moment, for ever: no read ever times out."""
    call.writer.write(b"HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
    while True:
        call.writer.write(b" ")
        await call.writer.drain()
        await asyncio.sleep(0.02)


async def break_off(call: Call) -> None:
    """Half a body, then a closed connection."""
    call.writer.write(b'HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"id": "c')
    await call.writer.drain()


async def html(call: Call) -> None:
    """A proxy's error page, with status 200."""
    await call.send(200, b"<html><body><h1>502 Bad Gateway</h1></body></html>", {"X-Proxy": "1"})
