"""What gathering asks of the web: one question, answered by `edges.fetch` or by a stand-in."""

from typing import Literal, Protocol

from summarizer.edges.remembered import Validators
from summarizer.value import Value


class Answer(Value):
    """A fetched resource. `unchanged`: the server says it is as it was (304); `gone`: it says that there is none any more (404, 410).

    `reason` is why there is no body, in plain words. `address` is where it was found after redirects.
    """

    outcome: Literal["ok", "unchanged", "gone", "failed"]
    address: str
    body: bytes = b""
    charset: str | None = None
    reason: str = ""
    validators: Validators = Validators()


class Web(Protocol):
    """Fetches one address within every limit of the network rules; never raises for what a server or an address does."""

    async def get(self, url: str, known: Validators | None = None) -> Answer: ...
