"""What can go wrong at a model's endpoint, and what is done about it: the one table.

    retry    ask again later (`retry.RetryingModel`), then it counts as `error`
    split    the request was too long: whoever made it halves it (ContextOverflow)
    repair   the reply came but is not what was asked for: whoever asked says so and asks once more (a Reply; stages do it)
    give up  asking again will not help

Messages are one plain line, hold no key and little of what the endpoint wrote.
"""

import re
from dataclasses import dataclass
from typing import Literal

from summarizer.errors import BadReply, ContextOverflow, ProviderError, ProviderRefused

Action = Literal["retry", "split", "repair", "give up"]


@dataclass(frozen=True)
class Fault:
    """One class of trouble. `tries` bounds the calls made for it in all (None: as many as the run allows); `billed`: the provider may
    have charged for the call."""

    say: str
    action: Action
    error: type[ProviderError]
    tries: int | None = None
    billed: bool = False


FAULTS = {
    "wrong key": Fault("the endpoint refused the key: check OPENAI_API_KEY", "give up", ProviderRefused),
    "forbidden": Fault("the key may not use this model or endpoint", "give up", ProviderRefused),
    "not found": Fault("the endpoint does not know this model or address: check --model and --base-url", "give up", ProviderRefused),
    "no credit": Fault("the account has no credit left", "give up", ProviderRefused),
    "bad request": Fault("the endpoint rejected the request", "give up", ProviderError),
    "too long": Fault("the request was too long for the model", "split", ContextOverflow),
    "filtered": Fault("the endpoint's content filter stopped the request", "repair", BadReply),
    "rate limit": Fault("the endpoint's rate limit was reached", "retry", ProviderError),
    "overloaded": Fault("the endpoint failed", "retry", ProviderError),
    "unreachable": Fault("the endpoint cannot be reached: check --base-url and the network", "retry", ProviderError, tries=2),
    "broken off": Fault("the connection broke off before the answer was whole", "retry", ProviderError, billed=True),
    "too slow": Fault("the answer did not come in time", "retry", ProviderError, tries=3, billed=True),
    "no answer": Fault("the endpoint answered without an answer", "retry", BadReply, tries=2, billed=True),
    "not JSON": Fault("the endpoint answered with something that is not its API", "retry", ProviderError, tries=3),
    "too large": Fault("the answer was larger than the limit", "give up", BadReply, billed=True),
}


class Transient(ProviderError):
    """Trouble that may pass. `fault` is its row; `retry_after` what the endpoint asked to wait (seconds)."""

    def __init__(self, message: str, fault: Fault, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.fault = fault
        self.retry_after = retry_after

    @property
    def throttled(self) -> bool:
        """Whether fewer calls at a time would help."""
        return self.fault is FAULTS["rate limit"]

    def lasting(self, tries: int) -> ProviderError:
        """The same trouble once it did not pass."""
        return self.fault.error(f"{self} ({tries} tries)" if tries > 1 else str(self))


def trouble(name: str, detail: str = "", retry_after: float | None = None) -> ProviderError:
    """The error for a row of the table, to be raised. `detail` must be redacted."""
    fault = FAULTS[name]
    message = f"{fault.say} ({detail})" if detail else fault.say
    return Transient(message, fault, retry_after) if fault.action == "retry" else fault.error(message)


_TOO_LONG = re.compile(
    r"context.{0,12}(?:length|window|size|limit)|maximum.{0,20}tokens|too many (?:input )?tokens|exceeds?.{0,40}tokens"
    r"|(?:prompt|input|request)s? (?:is |are )?too (?:long|large)",
    re.IGNORECASE,
)
_NO_CREDIT = re.compile(
    r"insufficient.?(?:quota|funds|credit|balance)|billing|exceeded your current quota|no credit|payment", re.IGNORECASE
)
_FILTERED = re.compile(r"content.?(?:filter|management|policy)|responsible.?ai|safety", re.IGNORECASE)


def name_of(status: int, code: str, message: str) -> str:
    """The row for an error the endpoint gave: HTTP status, the error's code or type, its message."""
    said = f"{code} {message}"
    if status == 401:
        return "wrong key"
    if status == 402 or (status in (200, 403, 429) and _NO_CREDIT.search(said)):
        return "no credit"
    if status == 403:
        return "forbidden"
    if status == 404:
        return "not found"
    if status == 413 or (status in (200, 400, 422) and _TOO_LONG.search(said)):
        return "too long"
    if status in (400, 422):
        return "filtered" if _FILTERED.search(said) else "bad request"
    if status == 429:
        return "rate limit"
    if status in (200, 408, 409, 425) or status >= 500:
        return "overloaded"
    return "bad request"


_SECRET = re.compile(r"(?i)\bbearer\s+\S+|\b(?:sk|pk|key|api)[-_][A-Za-z0-9_\-.]{6,}|\b[A-Za-z0-9_\-]{40,}")


def plain(text: str, secret: str | None = None, limit: int = 160) -> str:
    """What an endpoint wrote as one short line without the key, anything like one, and without control characters."""
    text = text[:5000]
    if secret and len(secret) > 3:
        text = text.replace(secret, "***")
    text = _SECRET.sub("***", "".join(c if c.isprintable() else " " for c in text))
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
