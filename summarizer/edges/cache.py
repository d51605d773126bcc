"""Has this very question been answered before? Replies remembered by content, and equal questions in flight asked once."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Mapping

from summarizer.edges.budget import Ledger
from summarizer.errors import BadReply
from summarizer.protocols import Model, Reply, Request, Store

CACHE_VERSION = 1
"""Part of every key: raise it when a reply of an older version would be read differently."""


class CachedModel:
    """A Model around a Model. Only replies that pass `check` (which raises BadReply) are remembered, and it is asked again on reading.

    The key is the SHA-256 of everything that an answer depends on: the endpoint, the model, its parameters, the whole request (prompt,
    schema, digest, length) and CACHE_VERSION. Writing happens in a thread, so a slow disk holds no other call back; the reply is returned
    once it is safely stored. `read=False` asks anew and remembers the new answer.
    """

    def __init__(
        self,
        model: Model,
        store: Store,
        *,
        name: str,
        endpoint: str,
        check: Callable[[Request, Reply], None],
        parameters: Mapping[str, str] | None = None,
        ledger: Ledger | None = None,
        read: bool = True,
    ) -> None:
        self._model = model
        self._store = store
        self._about = {"version": CACHE_VERSION, "endpoint": endpoint, "model": name, "parameters": dict(parameters or {})}
        self._check = check
        self._ledger = ledger
        self._read = read
        self._in_flight: dict[str, asyncio.Future[Reply | None]] = {}

    def key(self, request: Request) -> str:
        """The content key of a request, 64 hexadecimal digits."""
        about = json.dumps({**self._about, "request": request.model_dump()}, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()

    async def complete(self, request: Request) -> Reply:
        key = self.key(request)
        while (under_way := self._in_flight.get(key)) is not None:
            # Another task asks the same; if it fails it is this one's turn to ask.
            if (reply := await asyncio.shield(under_way)) is not None:
                return self._from_memory(reply)
        if self._read and (remembered := self._recall(key, request)) is not None:
            return self._from_memory(remembered)
        mine: asyncio.Future[Reply | None] = asyncio.get_running_loop().create_future()
        self._in_flight[key] = mine
        reply = None
        try:
            reply = await self._model.complete(request)
            if self._good(request, reply):
                await asyncio.to_thread(self._store.put, key, _written(reply))
            return reply
        finally:
            del self._in_flight[key]
            mine.set_result(reply)

    def _recall(self, key: str, request: Request) -> Reply | None:
        value = self._store.get(key)
        reply = None if value is None else _read_back(value)
        return reply if reply is not None and self._good(request, reply) else None

    def _from_memory(self, reply: Reply) -> Reply:
        if self._ledger is not None:
            self._ledger.remembered()
        return reply.model_copy(update={"cached": True})

    def _good(self, request: Request, reply: Reply) -> bool:
        try:
            self._check(request, reply)
        except BadReply:
            return False
        return True


def _written(reply: Reply) -> str:
    return reply.model_dump_json(exclude={"cached"})


def _read_back(value: str) -> Reply | None:
    try:
        return Reply.model_validate_json(value)
    except ValueError:
        return None
