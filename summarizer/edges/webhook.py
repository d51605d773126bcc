"""An edition handed to a URL: JSON in a POST that says which delivery it is, so that the receiver can drop a repeat."""

import asyncio
import hashlib
import hmac
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.edges.delivering import DeliveryFailed

if TYPE_CHECKING:
    import httpx

_SECONDS = 30.0
_TRIES = 3
_PAUSE = 2.0  # seconds before the second try, doubled before the third
_ALREADY = 409


async def post(
    url: str, body: bytes, *, ident: str, secret: str = "", sleep: Callable[[float], Awaitable[None]] | None = None
) -> None:  # fmt: skip
    """Posts `body`. `ident` goes into the Idempotency-Key header; with `secret` the body is signed: X-Summarizer-Signature: sha256=HEX.

    2xx is delivered, and so is 409 (already there). Redirects are not followed. Raises DeliveryFailed after three tries; answers that
    another try cannot change (4xx but 408, 425, 429) are not tried again.
    """
    import httpx
    from tenacity import AsyncRetrying, RetryError, retry_if_exception_type, stop_after_attempt, wait_exponential

    headers = {"Content-Type": "application/json; charset=utf-8", "Idempotency-Key": ident, "User-Agent": "summarizer-daily"}
    if secret:
        headers["X-Summarizer-Signature"] = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    retrying = AsyncRetrying(
        sleep=sleep or asyncio.sleep,
        stop=stop_after_attempt(_TRIES),
        wait=wait_exponential(_PAUSE, min=_PAUSE),
        retry=retry_if_exception_type(_TryAgain),
    )
    try:
        async with httpx.AsyncClient(timeout=_SECONDS, trust_env=False, follow_redirects=False) as client:
            async for attempt in retrying:
                with attempt:
                    await _once(client, url, body, headers)
    except RetryError as error:
        last = error.last_attempt.exception()
        raise DeliveryFailed(f"{_shown(url)}: {last}") from None


class _TryAgain(Exception):
    """Another try may do."""


async def _once(client: "httpx.AsyncClient", url: str, body: bytes, headers: dict[str, str]) -> None:
    import httpx

    try:
        answer = await client.post(url, content=body, headers=headers)
    except httpx.InvalidURL as error:
        raise DeliveryFailed(f"{_shown(url)} is no address: {error}") from None
    except httpx.UnsupportedProtocol:
        raise DeliveryFailed(f"{_shown(url)} is no http address") from None
    except httpx.HTTPError as error:
        raise _TryAgain(f"it could not be reached ({type(error).__name__})") from None
    if answer.is_success or answer.status_code == _ALREADY:
        return
    if answer.status_code >= 500 or answer.status_code in (408, 425, 429):
        raise _TryAgain(f"it answered {answer.status_code}")
    raise DeliveryFailed(f"{_shown(url)}: it answered {answer.status_code}")


def _shown(url: str) -> str:
    """The address without its query and user, which may be secret."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"
