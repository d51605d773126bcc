"""The whole path on one screen: articles → sentences → chunks → claims → findings → drafts → statements → verdicts → brief."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summarizer.article import Article, Chunk, Reading
from summarizer.brief import Brief, Change, Run, Story, Warned
from summarizer.claim import Claim
from summarizer.errors import BudgetReached, NoInput, ProviderError
from summarizer.events import Progress
from summarizer.protocols import Clock, Extractor, Listener, TokenCounter, Usage, Writer
from summarizer.render.receipt import counted
from summarizer.settings import SECTIONS, OnLimit, Outline
from summarizer.stages.choosing.story import Teller
from summarizer.stages.news.changes import Found, Past
from summarizer.stages.news.since import Since, past_from, since
from summarizer.stages.sorting.corpus import Corpus, chunks, prepare
from summarizer.stages.text.language import spoken
from summarizer.stages.text.own_words import SentenceExtractor
from summarizer.stages.writing.assemble import assemble, coverage, digest
from summarizer.stages.writing.slots import Arrange, Planned, Slot
from summarizer.stages.writing.tell import StoryMaker
from summarizer.stages.writing.uphold import CorpusJudge

_LEAST_WORDS = 60
"""What a story takes at least: where all may take N words, no more than N / _LEAST_WORDS stories are told."""


@dataclass(frozen=True)
class Engine:
    """Who extracts claims and who words findings. Without a writer findings keep the sources' own words. `usage` says what was
    spent so far, `degraded` what the models could not do."""

    name: str
    extractor: Extractor
    writer: Writer | None
    counter: TokenCounter
    chunk_tokens: int = 3000
    concurrency: int = 16
    on_limit: OnLimit = "stop"
    model: str | None = None
    prompts: dict[str, str] = field(default_factory=dict)
    usage: Callable[[], Usage] = Usage
    degraded: Callable[[], Sequence[str]] = tuple


class Made(NamedTuple):
    """A brief, each of its changes with how it was found, and the comparison with what was told before (None: nothing was)."""

    brief: Brief
    changed: tuple[tuple[Found, Change], ...] = ()
    since: Since | None = None


async def make_brief(
    reading: Reading, engine: Engine, outline: Outline, *, clock: Clock, listen: Listener, previous: Brief | Past | None = None
) -> Brief:
    """Articles in, brief out; nothing is read or written here.

    Raises NoInput when no article holds usable text, BudgetReached and ProviderError with the partial brief where one could be made.
    """
    return (await make(reading, engine, outline, clock=clock, listen=listen, previous=previous)).brief


async def make(
    reading: Reading,
    engine: Engine,
    outline: Outline,
    *,
    clock: Clock,
    listen: Listener,
    previous: Brief | Past | None = None,
    arrange: Arrange | None = None,
) -> Made:
    """`make_brief`, with how the changes were found. `arrange` decides which stories are told at which length; a running story then
    tells its news only."""
    started = clock()
    past = past_from(previous, reading.articles)
    corpus = prepare(reading.articles, apart=past.revised.values() if past else (), together=outline.focus is not None and arrange is None)
    pieces = chunks(corpus, engine.counter, engine.chunk_tokens)
    if not pieces:
        raise nothing_read(reading)
    mapped = await extract(pieces, engine, listen, _openings_first(pieces, corpus) if engine.on_limit == "trim" else None)
    plans = plan(corpus, mapped.claims, outline, arrange)
    news = since(past, corpus, plans, prune=arrange is not None) if past else None
    writer = engine.writer if mapped.trouble is None or mapped.trimmed else None
    language = (outline.language if engine.writer else None) or _language(corpus)
    maker = StoryMaker(corpus, writer, CorpusJudge(corpus), language)
    await maker.word([planned.plan for planned in (news.planned if news else plans)])
    stories = []
    for done, planned in enumerate(news.planned if news else plans, 1):
        stories.append(planned.slot.label(await maker.tell(planned.plan)))
        listen(Progress(stage="reduce", done=done, total=len(plans)))
    changed = news.changes(stories, maker.uphold) if news else ()
    trouble = mapped.trouble or maker.trouble
    unasked = [_not_asked(mapped, len(pieces), corpus)] if isinstance(mapped.trouble, BudgetReached) and mapped.unasked else []
    brief = assemble(
        corpus=corpus,
        stories=[story for story in stories if _tells(story)],
        created=started,
        language=language,
        focus=outline.focus,
        previous_id=past.brief if past else None,
        changes=[change for _, change in changed],
        settings_digest=digest(outline, engine.name, engine.model, engine.prompts),
        receipt=coverage(corpus, reading.failed, stories, pieces, mapped.tokens_read, mapped.unread(pieces)),
        verification=maker.tally.verification(),
        run=_run(engine, (clock() - started).total_seconds()),
        degraded=[*([str(trouble)] if trouble else []), *unasked, *engine.degraded()],
        warnings=[Warned(kind="input", message=notice) for notice in reading.notices],
    )
    if trouble is not None:
        trouble.brief = brief if brief.stories else None
        raise trouble
    if not brief.stories and not brief.changes:
        raise nothing_read(reading) if set(outline.sections) >= set(SECTIONS) else _nothing_asked_for(outline, reading)
    return Made(brief, changed, news)


def _run(engine: Engine, seconds: float) -> Run:
    return Run(
        engine=engine.name,
        model=engine.model,
        tokenizer=engine.counter.name,
        prompts=engine.prompts,
        **engine.usage().model_dump(),
        seconds=round(seconds, 3),
    )


@dataclass(frozen=True)
class Mapped:
    """The claims of all chunks that were read, in chunk order, and the error that ended the map early, if one did. The model was not asked
    about `unasked` chunks; they were read without it, or `left_out`. `trimmed`: the cap was reached and wording goes on."""

    claims: tuple[Claim, ...]
    tokens_read: int
    trouble: ProviderError | BudgetReached | None = None
    trimmed: bool = False
    left_out: bool = False
    unasked: tuple[Chunk, ...] = ()

    def unread(self, pieces: Sequence[Chunk]) -> frozenset[str]:
        """The articles of which no chunk was read."""
        missed = {(piece.article, piece.index) for piece in self.unasked if self.left_out}
        return frozenset(article for article, _ in missed) - {p.article for p in pieces if (p.article, p.index) not in missed}


async def extract(pieces: Sequence[Chunk], engine: Engine, listen: Listener, order: Sequence[int] | None = None) -> Mapped:
    """Map, at most `concurrency` chunks at a time, in `order`. When the provider fails for good or the budget is reached no further call is
    made: chunks not yet read fall back to the extractive extractor, or are left out where the budget says stop and something was read.
    Where it says trim, what no longer fits is passed over and smaller chunks may still be asked."""
    found: list[tuple[Claim, ...] | None] = [None] * len(pieces)
    trouble: list[ProviderError | BudgetReached] = []
    todo = iter(range(len(pieces)) if order is None else order)
    done = 0

    def over() -> bool:
        return any(engine.on_limit != "trim" or not isinstance(error, BudgetReached) for error in trouble)

    async def worker() -> None:
        nonlocal done
        for index in todo:
            if over():
                return
            try:
                found[index] = await engine.extractor.extract(pieces[index])
            except (ProviderError, BudgetReached) as error:
                trouble.append(error)
            done += 1
            listen(Progress(stage="map", done=done, total=len(pieces)))

    await asyncio.gather(*(worker() for _ in range(min(engine.concurrency, len(pieces)))))
    first = next((error for error in trouble if isinstance(error, ProviderError)), trouble[0] if trouble else None)
    leave_out = isinstance(first, BudgetReached) and engine.on_limit == "stop" and any(found)
    trimmed = bool(trouble) and not over()
    unasked = tuple(piece for piece, claims in zip(pieces, found, strict=True) if claims is None)
    if trouble and not leave_out:
        plain = SentenceExtractor()
        found = [await plain.extract(pieces[index]) if claims is None else claims for index, claims in enumerate(found)]
    read = sum(piece.tokens for piece, claims in zip(pieces, found, strict=True) if claims is not None)
    claims = tuple(c for claims in found for c in claims or ())
    return Mapped(claims=claims, tokens_read=read, trouble=first, trimmed=trimmed, left_out=leave_out, unasked=unasked)


def _openings_first(pieces: Sequence[Chunk], corpus: Corpus) -> list[int]:
    """The chunks by how much they matter: the openings of all articles before what follows in them, the biggest story's first."""
    size = {article.id: len(story) for story in corpus.stories for article in story}
    return sorted(range(len(pieces)), key=lambda n: (pieces[n].index, -size.get(pieces[n].article, 0), n))


def _not_asked(mapped: Mapped, of: int, corpus: Corpus) -> str:
    titles = {article.id: article.title or article.id for article in corpus.articles}
    names = list(dict.fromkeys(titles[piece.article] for piece in mapped.unasked))
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    order = ", those that matter most first" if mapped.trimmed else ""
    rest = "was not read" if mapped.left_out else "is told in its sources' own words"
    asked = f"the model was asked about {of - len(mapped.unasked)} of {counted(of, 'chunk')}{order}"
    return f"{asked}; the rest {rest}: {'; '.join(names[:3])}{more}"


def plan(corpus: Corpus, claims: Sequence[Claim], outline: Outline, arrange: Arrange | None = None) -> list[Planned]:
    """What each story will tell: as `arrange` says, else biggest story first, the words shared out by the number of independent
    articles."""
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article, []).append(claim)
    planned = []
    for slot in (arrange or _by_size(outline))(corpus.model_copy(update={"stories": _with_claims(corpus, by_article)})):
        own = [claim for article in slot.articles for claim in by_article.get(article.id, ())]
        shape = outline if slot.sections is None else outline.model_copy(update={"sections": slot.sections})
        planned.append(Planned(slot=slot, plan=Teller(slot.articles, corpus.sentences, own, shape).plan(slot.words)))
    return planned


def _with_claims(corpus: Corpus, claimed: Collection[str]) -> tuple[tuple[Article, ...], ...]:
    return tuple(story for story in corpus.stories if any(article.id in claimed for article in story))


def _by_size(outline: Outline) -> Arrange:
    """The biggest stories, as many as the words have room for."""
    room = outline.max_words // _LEAST_WORDS if outline.max_words else outline.max_stories

    def arrange(corpus: Corpus) -> list[Slot]:
        told = corpus.stories[: max(1, min(outline.max_stories, room))]
        shares = _shares(told, outline.max_words or _default_words(len(told)))
        return [Slot(articles=story, words=share) for story, share in zip(told, shares, strict=True)]

    return arrange


def _tells(story: Story) -> bool:
    return any((story.bottom_line, story.key_points, story.timeline, story.figures, story.quotes, story.conflicts))


def _default_words(stories: int) -> int:
    return 440 if stories <= 1 else min(440 + 170 * (stories - 1), 1500)


def _shares(stories: Sequence[Sequence[Article]], words: int) -> list[int]:
    weights = [min(len(story), 6) ** 0.6 for story in stories]
    return [int(words * weight / sum(weights)) for weight in weights]


def _language(corpus: Corpus) -> str:
    known = [found[:2] for a in corpus.articles if (found := spoken(a))]
    return max(sorted(set(known)), key=known.count) if known else "en"


def _nothing_asked_for(outline: Outline, reading: Reading) -> NoInput:
    why = f"the articles hold nothing for the sections asked for ({', '.join(outline.sections)}): leave --sections out, or add key_points"
    return NoInput(why, reading.failed)


def nothing_read(reading: Reading) -> NoInput:
    """The error where nothing usable was read: why, in one line."""
    if reading.articles:
        many = counted(len(reading.articles), "article was", "articles were")
        why = f"{many} read, but no news text was found in them; `summarizer read` shows what was"
    elif len(reading.failed) > 1:
        why = f"nothing could be read: {reading.failed[0].location}: {reading.failed[0].reason} (and {len(reading.failed) - 1} more)"
    elif reading.failed:
        why = f"nothing could be read: {reading.failed[0].location}: {reading.failed[0].reason}"
    else:
        why = "no articles were given; name files, folders or URLs"
    return NoInput(why, reading.failed)
