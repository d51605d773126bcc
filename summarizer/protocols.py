"""The seams. Each is one question over values; `summarizer.testing` ships a stand-in for every one of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from summarizer.article import Chunk, Reading
from summarizer.claim import Claim, Draft, Finding
from summarizer.events import Happening
from summarizer.value import Value


class Request(Value):
    """One question to a model. `purpose` names the prompt ("map", "reduce", "judge"), `digest` its version.

    `answer_schema` is a JSON Schema in canonical JSON (sorted keys); the reply must be JSON that fits it. `max_tokens` bounds the answer.
    """

    purpose: str
    digest: str
    system: str
    user: str
    answer_schema: str
    max_tokens: int


class Reply(Value):
    """A model's answer. `finish` is "stop" or why it ended otherwise; tokens as the provider counts them."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0
    finish: str = "stop"
    cached: bool = False


class Model(Protocol):
    """A language model. Retry, cache, budget and limits are Models around a Model.

    Raises ProviderError (or one of its kinds) and BudgetReached.
    """

    async def complete(self, request: Request) -> Reply: ...


class Usage(Value):
    """What a run spent so far. Tokens as the provider counts them; cost in USD, None where the price is unknown."""

    calls: int = 0
    cached: int = 0
    retries: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost_usd: float | None = None


class Extractor(Protocol):
    """Map: which sentences of a chunk make a claim. Never sees more than one article."""

    async def extract(self, chunk: Chunk) -> tuple[Claim, ...]: ...


class Writer(Protocol):
    """Reduce: words for findings. Returns one draft a finding at most; a finding without one keeps its source's own sentence."""

    async def write(self, findings: Sequence[Finding], language: str) -> tuple[Draft, ...]: ...

    async def repair(self, finding: Finding, draft: Draft, reasons: Sequence[str], language: str) -> Draft | None:
        """Once more, told why the draft failed; None when it cannot do better."""
        ...


class Reader(Protocol):
    """Locations (files, folders, globs, URLs, "-") to articles; never raises for a bad input, which goes to `failed`."""

    def read(self, locations: Sequence[str]) -> Reading: ...


class Store(Protocol):
    """Remembers text by content key, for ever. A missing or damaged entry is None."""

    def get(self, key: str) -> str | None: ...

    def put(self, key: str, value: str) -> None: ...


class TokenCounter(Protocol):
    """Counts tokens. `name` says how ("tiktoken o200k_base", "estimate: characters / 4")."""

    @property
    def name(self) -> str: ...

    def count(self, text: str) -> int: ...


class Pair(Value):
    """Does `premise` (source text) say `claim`?"""

    premise: str
    claim: str


class Entailment(Protocol):
    """How far each premise supports its claim, 0..1; NaN where it could not tell. One score a pair, in order."""

    async def score(self, pairs: Sequence[Pair]) -> tuple[float, ...]: ...


class Clock(Protocol):
    """The time, passed in so that runs can be repeated. Always with a time zone."""

    def __call__(self) -> datetime: ...


class Listener(Protocol):
    """Told of progress and warnings as they happen."""

    def __call__(self, event: Happening) -> None: ...
