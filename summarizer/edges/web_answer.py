"""What came of asking for an address."""

from typing import Literal

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
