"""What other programs call: `summarize`, `read`, and `Summarizer` for everything that can be set."""

import asyncio
from collections.abc import Coroutine, Sequence
from datetime import UTC, datetime
from os import PathLike, fspath
from typing import TYPE_CHECKING, TypeVar

from summarizer.article import Article, Failed, Reading
from summarizer.brief import Brief
from summarizer.errors import BudgetReached, ProviderError, UsageError
from summarizer.events import Happening
from summarizer.protocols import Clock, Listener
from summarizer.settings import Outline, Settings
from summarizer.value import Value

if TYPE_CHECKING:
    from openai import AsyncOpenAI

Sources = str | PathLike[str] | Sequence[str | PathLike[str] | Article] | Reading
"""Locations (one or many), articles of your own, or what `read` returned (so that what could not be read stays in the receipt)."""

T = TypeVar("T")


class Plan(Value):
    """What a brief would take: calls and tokens of the configured engine; cost in USD, None where the price is unknown."""

    articles: int
    duplicates: int
    failed: tuple[Failed, ...] = ()
    stories: int
    chunks: int
    calls: int
    tokens_in: int
    tokens_out_low: int
    tokens_out_high: int
    cost_low: float | None = None
    cost_high: float | None = None
    tokenizer: str
    engine: str
    model: str | None = None


class StoryGroup(Value):
    """One cluster: ids of its articles, and of their copies with the original each repeats."""

    story: str
    headline: str
    articles: tuple[str, ...]
    duplicates: dict[str, str]


class Summarizer:
    """Makes briefs. One instance may be used for many; its settings never change.

    `client` is an `openai.AsyncOpenAI` of your own; `max_cost` is in USD; `state` a path for remembered replies (None: nothing is
    remembered);
    `on_event` hears progress and notices. Nothing is read from the environment: pass what you mean.
    """

    def __init__(
        self,
        *,
        settings: Settings | None = None,
        model: str | None = None,
        base_url: str | None = None,
        client: "AsyncOpenAI | None" = None,
        max_cost: float | None = None,
        concurrency: int | None = None,
        state: str | None = None,
        on_event: Listener | None = None,
        clock: Clock | None = None,
    ) -> None:
        given = {"model": model, "base_url": base_url, "max_cost": max_cost, "concurrency": concurrency, "state": state}
        base = settings or Settings()
        self._settings = _valid({**base.model_dump(), **{name: value for name, value in given.items() if value is not None}})
        self._client = client
        self._listen: Listener = on_event or _nobody
        self._clock: Clock = clock or _now

    async def abrief(
        self, sources: Sources, *, previous: Brief | None = None, focus: str | None = None, embed_sources: bool = False
    ) -> Brief:
        """The brief of `sources`. With `embed_sources` it holds their texts, and so verifies on its own.

        Raises NoInput, UsageError, and BudgetReached or ProviderError with the partial brief where one could be made.
        """
        from summarizer.pipeline import make_brief
        from summarizer.wiring import engine

        outline = self._outline(focus)
        settings = self._settings.model_copy(update={"outline": outline})
        reading = await asyncio.to_thread(self.read, sources)
        texts = {article.id: article.text for article in reading.articles} if embed_sources else {}
        async with engine(settings, self._listen, self._client) as chosen:
            try:
                brief = await make_brief(reading, chosen, outline, clock=self._clock, listen=self._listen, previous=previous)
            except (BudgetReached, ProviderError) as error:
                error.brief = error.brief.with_texts(texts) if error.brief else None
                raise
        return brief.with_texts(texts)

    def brief(self, sources: Sources, *, previous: Brief | None = None, focus: str | None = None, embed_sources: bool = False) -> Brief:
        """`abrief`, waited for; works inside a running event loop too."""
        return wait(self.abrief(sources, previous=previous, focus=focus, embed_sources=embed_sources))

    def read(self, sources: Sources) -> Reading:
        """The cleaned articles and what could not be read; never raises for bad input. Raises UsageError for what is no source at all."""
        from summarizer.wiring import reader

        if isinstance(sources, Reading):
            return sources
        given = [sources] if isinstance(sources, str | PathLike) else list(sources)
        unknown = next((one for one in given if not isinstance(one, str | PathLike | Article)), None)
        if unknown is not None:
            raise UsageError(f"a source is a location or an Article, not {type(unknown).__name__}")
        locations = [str(fspath(one)) for one in given if isinstance(one, str | PathLike)]
        found = reader(self._settings, self._listen).read(locations) if locations else Reading()
        own = [_with_asides(one) for one in given if isinstance(one, Article)]
        if not own:
            return found
        from summarizer.edges.reading.articles import with_distinct_ids

        return found.model_copy(update={"articles": with_distinct_ids((*own, *found.articles))})

    def plan(self, sources: Sources, *, focus: str | None = None) -> Plan:
        """What `brief` would read, ask and cost. Calls no model."""
        from summarizer.wiring import plan

        return plan(self.read(sources), self._settings, self._outline(focus))

    def stories(self, sources: Sources) -> tuple[StoryGroup, ...]:
        """The clusters of the articles, biggest first."""
        from summarizer.pipeline import nothing_read
        from summarizer.stages.sorting.corpus import prepare
        from summarizer.stages.writing.assemble import story_id
        from summarizer.stages.writing.title import story_label

        reading = self.read(sources)
        if not reading.articles:
            raise nothing_read(reading)
        corpus = prepare(reading.articles)
        return tuple(
            StoryGroup(
                story=story_id(story),
                headline=story_label(story, corpus.sentences),
                articles=tuple(article.id for article in story),
                duplicates={copy: of for copy, of in corpus.copy_of.items() if any(of == article.id for article in story)},
            )
            for story in corpus.stories
        )

    def _outline(self, focus: str | None) -> Outline:
        outline = self._settings.outline
        return outline.model_copy(update={"focus": focus}) if focus else outline


def summarize(sources: Sources, *, focus: str | None = None, previous: Brief | None = None, settings: Settings | None = None) -> Brief:
    """One brief in one line. Without a model in `settings` it is extractive: no key, no network."""
    return Summarizer(settings=settings).brief(sources, previous=previous, focus=focus)


def read(sources: str | PathLike[str] | Sequence[str | PathLike[str]]) -> Reading:
    """The cleaned articles of files, folders, globs and URLs."""
    sources = [sources] if isinstance(sources, str | PathLike) else sources
    return Summarizer().read(sources)


def wait(work: Coroutine[object, object, T]) -> T:
    """Runs a coroutine to its end, in a thread of its own when a loop is already running here."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        try:
            return asyncio.run(work)
        finally:
            work.close()  # it may never have begun
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def _with_asides(article: Article) -> Article:
    """An article of your own in which advertising, page furniture and orders to machines are known for what they are."""
    if article.asides:
        return article
    from summarizer.stages.asides.asides import find_asides

    return article.model_copy(update={"asides": find_asides(article.text)})


def _valid(given: dict[str, object]) -> Settings:
    """The settings. Raises UsageError with the first thing that is wrong."""
    from pydantic import ValidationError

    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise UsageError(f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}") from None


def _nobody(event: Happening) -> None:
    return None


def _now() -> datetime:
    return datetime.now(UTC)
