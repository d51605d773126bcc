"""Connections to addresses that were checked: names are resolved here, once, and the connection goes to that address."""

from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING

import httpcore

if TYPE_CHECKING:
    from httpcore import AsyncNetworkStream

Addresses = Callable[[str, int], Awaitable[list[str]]]


class PinnedBackend(httpcore.AsyncNetworkBackend):
    """Connects to the first reachable of the addresses that `addresses` gives for a host; TLS still names the host. No unix sockets."""

    def __init__(self, addresses: Addresses) -> None:
        self._addresses = addresses
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> "AsyncNetworkStream":
        failure: Exception = httpcore.ConnectError("no address")
        for address in (await self._addresses(host, port))[:4]:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)
