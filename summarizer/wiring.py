"""The one place where the edges are chosen from settings."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from summarizer.article import Reading
from summarizer.errors import UsageError
from summarizer.events import Happening, Notice
from summarizer.library import Plan
from summarizer.pipeline import Engine, nothing_read
from summarizer.protocols import Entailment, Listener, Model, Reader, Writer
from summarizer.settings import Outline, Settings
from summarizer.stages.text.own_words import SentenceExtractor

if TYPE_CHECKING:
    from openai import AsyncOpenAI

    from summarizer.edges.budget import Ledger
    from summarizer.edges.prices import Price

EXTRACTIVE = "extractive"
DEFAULT_MODEL = "gpt-4.1-mini"
"""Asked for when a key or an endpoint is configured and no model is named."""

_LEFT_TO_WRITE = {"map": 0.7}
"""Where a cap trims: the share of it that finding claims may take, so that the rest pays for wording them."""


def model_name(settings: Settings, client: "AsyncOpenAI | None" = None) -> str:
    """The configured model; without one DEFAULT_MODEL where a key, an endpoint or a client is there, else "extractive"."""
    if settings.model:
        return settings.model
    return DEFAULT_MODEL if settings.api_key or settings.base_url or client is not None else EXTRACTIVE


def reader(settings: Settings, listen: Listener) -> Reader:
    """Files, folders, globs, URLs, feeds and standard input."""
    from summarizer.edges.reading import LocationReader

    return LocationReader(settings.limits, listen)


@asynccontextmanager
async def engine(settings: Settings, listen: Listener, client: "AsyncOpenAI | None" = None) -> AsyncIterator[Engine]:
    """The engine for these settings, for one run. Raises UsageError for settings that cannot work together (a cap, but no price)."""
    name = model_name(settings, client)
    if name != EXTRACTIVE:
        async with _with_model(name, settings, listen, client) as found:
            yield found
        return

    from summarizer.edges.tokens import token_counter

    yield Engine(
        name=EXTRACTIVE,
        extractor=SentenceExtractor(),
        writer=None,
        counter=token_counter(),
        chunk_tokens=settings.chunk_tokens,
        concurrency=settings.concurrency,
    )


@asynccontextmanager
async def _with_model(name: str, settings: Settings, listen: Listener, client: "AsyncOpenAI | None") -> AsyncIterator[Engine]:
    """An engine that asks a model, and who asks what."""
    from summarizer.edges.tokens import token_counter
    from summarizer.prompts import load
    from summarizer.stages.asking.select_claims import SelectingExtractor
    from summarizer.stages.asking.word_findings import WordingWriter

    shares = _LEFT_TO_WRITE if settings.on_limit == "trim" else None
    async with asking(name, settings, listen, client=client, shares=shares) as (model, ledger):
        prompts = {prompt: load(prompt) for prompt in ("map", "reduce")}
        lost = _Lost(listen)
        focus = settings.outline.focus
        writer = _doubted(WordingWriter(model, prompts["reduce"], focus=focus, listen=lost), settings, model, listen)
        yield Engine(
            name="openai",
            model=name,
            extractor=SelectingExtractor(model, prompts["map"], focus=focus, listen=lost),
            writer=writer,
            counter=token_counter(name),
            chunk_tokens=settings.chunk_tokens,
            concurrency=settings.concurrency,
            on_limit=settings.on_limit,
            prompts={prompt: found.digest for prompt, found in prompts.items()},
            usage=ledger.usage,
            degraded=lost.messages,
        )


@asynccontextmanager
async def asking(
    name: str, settings: Settings, listen: Listener, *, client: "AsyncOpenAI | None" = None, shares: Mapping[str, float] | None = None
) -> "AsyncIterator[tuple[Model, Ledger]]":
    """A model behind the settings' endpoint with all the Models around it, and the books of the run.

    Raises UsageError for a cap without a price, and for a state file that cannot be opened.
    """
    from summarizer.edges.budget import Ledger
    from summarizer.edges.model_stack import stacked
    from summarizer.edges.openai_model import OpenAIModel
    from summarizer.edges.state import SqliteStore
    from summarizer.edges.tokens import token_counter

    limits = settings.limits.model_copy(update={"call_seconds": settings.call_seconds})
    ledger = Ledger(_price(name, settings))
    store = SqliteStore(settings.state, listen=listen) if settings.state else None
    endpoint = OpenAIModel(name, client=client, base_url=settings.base_url, api_key=settings.api_key, limits=limits, listen=listen)
    try:
        yield (
            stacked(
                endpoint,
                name=name,
                endpoint=endpoint.endpoint,
                ledger=ledger,
                counter=token_counter(name),
                concurrency=settings.concurrency,
                retries=settings.retries,
                cap_usd=settings.max_cost,
                shares=shares,
                store=store,
                read_cache=settings.cache,
                longest_answer=endpoint.longest_answer,
            ),
            ledger,
        )
    finally:
        await endpoint.aclose()
        if store is not None:
            store.close()


def _doubted(writer: Writer, settings: Settings, model: Model, listen: Listener) -> Writer:
    """The writer, with the second opinion that the settings ask for. Raises UsageError where it cannot be had."""
    if settings.judge == "lexical":
        return writer
    from summarizer.stages.evidence.second_opinion import SecondOpinion

    if settings.judge == "nli":
        return SecondOpinion(writer, _nli(settings), "nli", listen)
    if settings.judge_model not in (None, settings.model):
        raise UsageError("--judge llm asks the brief's own model, whose cost is capped: leave --judge-model out")
    from summarizer.prompts import load
    from summarizer.stages.asking.judge_pairs import ModelEntailment

    return SecondOpinion(writer, ModelEntailment(model, load("judge")), "llm", listen)


def _nli(settings: Settings) -> Entailment:
    from summarizer.edges.nli import OnnxEntailment

    if not settings.judge_model:
        raise UsageError("--judge nli needs --judge-model DIR: a folder with an ONNX model, its tokenizer and config")
    return OnnxEntailment(settings.judge_model)


@asynccontextmanager
async def entailment(settings: Settings, listen: Listener) -> AsyncIterator[Entailment]:
    """Who says whether a source bears a sentence out, as the settings choose. Raises UsageError where it cannot be had."""
    if settings.judge == "nli":
        yield _nli(settings)
        return
    if settings.judge == "lexical":
        from summarizer.stages.evidence.align import LexicalEntailment

        yield LexicalEntailment()
        return
    name = settings.judge_model or model_name(settings)
    if name == EXTRACTIVE:
        raise UsageError("--judge llm asks a model: name it with --judge-model, and its endpoint with --base-url or a key")
    from summarizer.prompts import load
    from summarizer.stages.asking.judge_pairs import ModelEntailment

    async with asking(name, settings, listen) as (model, _):
        yield ModelEntailment(model, load("judge"))


class _Lost:
    """A Listener that passes everything on and keeps the warnings: what the model could not do belongs into the brief."""

    def __init__(self, listen: Listener) -> None:
        self._listen = listen
        self._heard: dict[str, None] = {}

    def __call__(self, event: Happening) -> None:
        if isinstance(event, Notice) and event.level == "warning":
            self._heard[event.message] = None
        self._listen(event)

    def messages(self) -> tuple[str, ...]:
        """The warnings so far, each once."""
        return tuple(self._heard)


def plan(reading: Reading, settings: Settings, outline: Outline) -> Plan:
    """What a brief of these articles would take. Raises NoInput when nothing usable was read."""
    from summarizer.edges.tokens import token_counter
    from summarizer.prompts import load
    from summarizer.stages.asking.estimate import Estimate, estimate, findings_expected
    from summarizer.stages.sorting.corpus import chunks, prepare

    if not reading.articles:
        raise nothing_read(reading)
    name = model_name(settings)
    counter = token_counter(None if name == EXTRACTIVE else name)
    corpus = prepare(reading.articles)
    pieces = chunks(corpus, counter, settings.chunk_tokens)
    expected = Estimate(calls=0, tokens_in=0, tokens_out_low=0, tokens_out_high=0)
    low: float | None = 0.0
    high: float | None = 0.0
    if name != EXTRACTIVE:
        expected = estimate(pieces, findings_expected(len(corpus.stories), outline), (load("map"), load("reduce")), counter)
        price = _price(name, settings)
        low, high = expected.cost(price.per_million_in, price.per_million_out) if price else (None, None)
    return Plan(
        articles=len(corpus.articles),
        duplicates=len(corpus.copy_of),
        failed=reading.failed,
        stories=len(corpus.stories),
        chunks=len(pieces),
        calls=expected.calls,
        tokens_in=expected.tokens_in,
        tokens_out_low=expected.tokens_out_low,
        tokens_out_high=expected.tokens_out_high,
        cost_low=low,
        cost_high=high,
        tokenizer=counter.name,
        engine=EXTRACTIVE if name == EXTRACTIVE else "openai",
        model=None if name == EXTRACTIVE else name,
    )


def _price(name: str, settings: Settings) -> "Price | None":
    """What the user states, else the list price, else unknown."""
    from summarizer.edges.prices import Price, price_of

    if settings.price_in is not None and settings.price_out is not None:
        return Price(per_million_in=settings.price_in, per_million_out=settings.price_out, source="settings")
    return price_of(name, settings.base_url)
