"""A language model behind any OpenAI-compatible endpoint, through the openai SDK.

The SDK keeps its hands off: no retries of its own (`retry.RetryingModel` is the one loop), a total deadline a call that also covers a body
that drips, and an answer that is read piece by piece up to a limit. What an endpoint can do (JSON Schema, JSON mode, which parameters) is
learned from its clear refusals and remembered.
"""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from summarizer.edges.faults import FAULTS, name_of, plain, trouble
from summarizer.errors import BadReply, ProviderError, UsageError
from summarizer.events import Happening, Notice
from summarizer.limits import Limits
from summarizer.protocols import Listener, Reply, Request, TokenCounter

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI

Structured = Literal["auto", "json_schema", "json_object", "plain"]
_NEXT: dict[str, Structured] = {"json_schema": "json_object", "json_object": "plain"}
_REASONING_TOKENS = 8_000  # a model that thinks first needs room for it inside max_completion_tokens


@dataclass(frozen=True)
class _Dialect:
    """What an endpoint is taken to understand."""

    structured: Structured = "json_schema"
    reasoning: bool = False  # max_completion_tokens instead of max_tokens
    temperature: bool = True


class OpenAIModel:
    """A Model. Give it a `client` of your own, or a base URL and a key. Times and sizes as in `limits`.

    `structured` "auto" starts with JSON Schema and steps down to JSON mode and to plain text when the endpoint says that it has none.
    Raises Transient (see `faults`), ProviderRefused, ContextOverflow, BadReply, ProviderError; a refusal, a content filter and an
    answer cut at its length come back as Reply.finish "refusal", "content_filter" and "length".
    """

    def __init__(
        self,
        model: str,
        *,
        client: AsyncOpenAI | None = None,
        base_url: str | None = None,
        api_key: str | None = None,
        limits: Limits | None = None,
        structured: Structured = "auto",
        counter: TokenCounter | None = None,
        listen: Listener | None = None,
    ) -> None:
        self.name = model
        self._limits = limits or Limits()
        self._fixed = structured != "auto"
        self._dialect = _Dialect("json_schema" if structured == "auto" else structured)
        self._counter = counter
        self._listen = listen or _silent
        self._told: set[str] = set()
        self._own = client is None
        self._client = _client(base_url, api_key, self._limits) if client is None else client.with_options(max_retries=0)
        self.endpoint = str(self._client.base_url)

    def longest_answer(self, request: Request) -> int:
        """The most tokens that a call may write, thinking included: what a budget reckons with."""
        return request.max_tokens + (_REASONING_TOKENS if self._dialect.reasoning else 0)

    async def complete(self, request: Request) -> Reply:
        """Asks once, and again only to learn what the endpoint understands."""
        for _ in range(5):
            dialect = self._dialect
            try:
                return await self._once(request, dialect)
            except _NotUnderstood as lesson:
                if self._dialect == dialect:
                    self._dialect = lesson.dialect
        raise trouble("bad request", "it understands none of our ways to ask")

    async def aclose(self) -> None:
        """Closes the connections, unless the client was given."""
        if self._own:
            await self._client.close()

    async def _once(self, request: Request, dialect: _Dialect) -> Reply:
        failure: ProviderError | _NotUnderstood
        try:
            async with asyncio.timeout(self._limits.call_seconds):
                body = await self._fetch(_body(self.name, request, dialect))
            return self._read(body, request)
        except TimeoutError:
            failure = trouble("too slow", f"{self._limits.call_seconds:g} s; the setting call_seconds allows more")
        except ProviderError:
            raise
        except Exception as error:  # the SDK and the HTTP library below it raise a dozen kinds; all are sorted in one place
            failure = self._sorted(error, dialect)
        # Raised out here so that no traceback chain leads back to an SDK error, whose text may hold the key.
        if isinstance(failure, BadReply) and str(failure).startswith(FAULTS["filtered"].say):
            return Reply(text="", finish="content_filter")
        raise failure

    async def _fetch(self, body: dict[str, object]) -> bytes:
        received = bytearray()
        create = self._client.chat.completions.with_streaming_response.create
        async with create(
            model=self.name, messages=[], extra_body=body, extra_headers={"Accept-Encoding": "identity"}, timeout=self._limits.call_seconds
        ) as response:
            async for piece in response.iter_bytes(65_536):
                received += piece
                if len(received) > self._limits.answer_bytes:
                    raise trouble("too large", f"{self._limits.answer_bytes:,} bytes")
        return bytes(received)

    def _read(self, body: bytes, request: Request) -> Reply:
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError):
            raise trouble("not JSON", plain(body[:200].decode("utf-8", "replace"), self._client.api_key, 60)) from None
        if not isinstance(answer, dict):
            raise trouble("not JSON")
        if isinstance(error := answer.get("error"), dict):
            code, said = str(error.get("code") or error.get("type") or ""), str(error.get("message") or "")
            raise trouble(name_of(200, code, said), self._plain(said))
        choices = answer.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else {}
        message = choice.get("message")
        if not isinstance(message, dict):
            raise trouble("no answer", "no choices")
        finish = choice.get("finish_reason")
        finish = finish if finish in ("length", "content_filter") else "refusal" if message.get("refusal") else "stop"
        text = _text(message.get("content"))
        if finish == "stop" and not text.strip():
            raise trouble("no answer", "empty text")
        self._notice_model(answer.get("model"))
        tokens_in, tokens_out = self._usage(answer.get("usage"), request, text)
        return Reply(text=text, tokens_in=tokens_in, tokens_out=tokens_out, finish=finish)

    def _usage(self, usage: object, request: Request, text: str) -> tuple[int, int]:
        table = usage if isinstance(usage, dict) else {}
        tokens_in, tokens_out = _count(table.get("prompt_tokens")), _count(table.get("completion_tokens"))
        if tokens_in is None or tokens_out is None:
            self._tell("usage", "the endpoint does not say how many tokens it used: tokens and cost are estimates")
            count = self._counter.count if self._counter else lambda words: len(words.encode("utf-8", "replace")) // 4 + 1
            tokens_in = count(request.system) + count(request.user) + 8 if tokens_in is None else tokens_in
            tokens_out = count(text) if tokens_out is None else tokens_out
        return tokens_in, tokens_out

    def _notice_model(self, answered: object) -> None:
        if isinstance(answered, str) and answered and self.name.split("/")[-1] not in answered and answered not in self.name:
            self._tell("model", f"asked for model {plain(self.name)}, the endpoint answered as {plain(answered, limit=80)}")

    def _tell(self, what: str, message: str) -> None:
        if what not in self._told:
            self._told.add(what)
            self._listen(Notice(level="info", message=message))

    def _plain(self, text: str) -> str:
        return plain(text, self._client.api_key)

    def _sorted(self, error: Exception, dialect: _Dialect) -> ProviderError | _NotUnderstood:
        import openai

        if isinstance(error, openai.APIStatusError):
            return self._status(error, dialect)
        if isinstance(error, openai.APITimeoutError):
            return trouble("too slow", "connecting or reading")
        cause = error.__cause__ or error
        kind = type(cause).__name__
        if isinstance(error, openai.APIConnectionError):
            if kind in ("ConnectError", "ConnectTimeout", "UnsupportedProtocol", "LocalProtocolError", "InvalidURL", "ProxyError"):
                return trouble("unreachable", f"{self.endpoint}: {self._plain(str(cause))}")
            return trouble("broken off", kind)
        if type(error).__module__.split(".")[0] in ("httpx", "httpx2", "httpcore", "httpcore2", "anyio", "h11", "ssl") or isinstance(
            error, OSError
        ):
            return trouble("broken off", kind)
        return ProviderError(f"the call failed: {kind}: {self._plain(str(error))}")

    def _status(self, error: APIStatusError, dialect: _Dialect) -> ProviderError | _NotUnderstood:
        status = error.status_code
        body = error.body if isinstance(error.body, dict) else {}
        code = str(body.get("code") or body.get("type") or "")
        message = str(body.get("message") or "") if body else ""
        name = name_of(status, code, message)
        if name == "bad request" and (lesson := self._lesson(f"{body.get('param') or ''} {message}", dialect)) is not None:
            return lesson
        detail = f"HTTP {status}" + (f": {self._plain(message)}" if message else "")
        return trouble(name, detail, _seconds(error.response.headers.get("retry-after")))

    def _lesson(self, said: str, dialect: _Dialect) -> _NotUnderstood | None:
        """What a clear refusal teaches about the endpoint, if anything new."""
        if "max_completion_tokens" in said and not dialect.reasoning:
            return _NotUnderstood(replace(dialect, reasoning=True, temperature=False))
        if "temperature" in said and dialect.temperature:
            return _NotUnderstood(replace(dialect, temperature=False))
        if (
            not self._fixed
            and dialect.structured in _NEXT
            and re.search(r"response.?format|json.?schema|json.?object|schema|structured|grammar", said, re.I)
        ):
            return _NotUnderstood(replace(dialect, structured=_NEXT[dialect.structured]))
        return None


class _NotUnderstood(Exception):
    def __init__(self, dialect: _Dialect) -> None:
        super().__init__("the endpoint does not understand the request")
        self.dialect = dialect


def _client(base_url: str | None, api_key: str | None, limits: Limits) -> AsyncOpenAI:
    import openai

    if base_url is not None and not re.match(r"https?://[^/\s]+", base_url):
        raise UsageError(f"--base-url must begin with http:// or https://, not {plain(base_url, limit=80)!r}")
    timeout = openai.Timeout(limits.call_seconds, connect=min(limits.connect_seconds, limits.call_seconds))
    return openai.AsyncOpenAI(api_key=api_key or "none", base_url=base_url or "https://api.openai.com/v1", max_retries=0, timeout=timeout)


def _body(model: str, request: Request, dialect: _Dialect) -> dict[str, object]:
    system = request.system
    body: dict[str, object] = {"model": model}
    schema = json.loads(request.answer_schema)
    if dialect.structured == "json_schema":
        named = {"name": request.purpose, "strict": True, "schema": schema}
        body["response_format"] = {"type": "json_schema", "json_schema": named}
    else:
        system += f"\nAnswer with one JSON object and nothing else. Its JSON Schema: {request.answer_schema}"
        if dialect.structured == "json_object":
            body["response_format"] = {"type": "json_object"}
    body["messages"] = [{"role": "system", "content": system}, {"role": "user", "content": request.user}]
    if dialect.reasoning:
        body["max_completion_tokens"] = request.max_tokens + _REASONING_TOKENS
    else:
        body["max_tokens"] = request.max_tokens
    if dialect.temperature:
        body["temperature"] = 0
    return body


def _text(content: object) -> str:
    """The answer's text; some endpoints give it in parts. Lone surrogates, which no file could hold, are replaced."""
    if isinstance(content, list):
        content = "".join(part["text"] for part in content if isinstance(part, dict) and isinstance(part.get("text"), str))
    return content.encode("utf-8", "replace").decode() if isinstance(content, str) else ""


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else None


def _seconds(header: str | None) -> float | None:
    """Retry-After as seconds: a number, or a date."""
    if not header:
        return None
    try:
        return max(0.0, float(header)) if float(header) == float(header) else None
    except ValueError:
        pass
    from datetime import UTC, datetime
    from email.utils import parsedate_to_datetime

    try:
        when = parsedate_to_datetime(header)
    except (TypeError, ValueError):
        return None
    return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def _silent(event: Happening) -> None:
    """Hears nothing."""
