"""Everything that was decided, put together as the brief and its receipt."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from summarizer.article import Article, Chunk, Failed, Sentence
from summarizer.brief import (
    Brief,
    Change,
    Coverage,
    FailedSource,
    Run,
    Source,
    SourceMix,
    Story,
    Unused,
    Verification,
    Warned,
    Window,
)
from summarizer.settings import Outline
from summarizer.stages.choosing.story import StoryPlan
from summarizer.stages.sorting.corpus import Corpus

UNREAD = "not read: the cap was reached before"


def story_id(articles: Sequence[Article]) -> str:
    """Ten hex digits of the ids of the story's articles."""
    return hashlib.sha256("\n".join(sorted(article.id for article in articles)).encode()).hexdigest()[:10]


def source_mix(plan: StoryPlan, copy_of: Mapping[str, str]) -> SourceMix:
    own = {article.id for article in plan.articles}
    syndicated = sum(1 for original in copy_of.values() if original in own)
    return SourceMix(articles=len(own) + syndicated, independent=len(own), syndicated=syndicated)


def sources(corpus: Corpus) -> tuple[Source, ...]:
    """Every article that was read, in the order it was given."""
    return tuple(
        Source(
            id=a.id,
            title=a.title or _opening(a, corpus.sentences.get(a.id, ())),
            publisher=a.publisher,
            url=a.url,
            path=a.path,
            published=a.published,
            sha256=a.sha256,
            duplicate_of=corpus.copy_of.get(a.id),
        )
        for a in corpus.articles
    )


def _opening(article: Article, sentences: Sequence[Sentence]) -> str:
    """What an article without a title is called: the first words of its news."""
    words = next((s.text for s in sentences if s.aside is None), article.text).split()
    return " ".join(words[:9]) + (" …" if len(words) > 9 else "") if words else "(no text)"


def digest(outline: Outline, engine: str, model: str | None, prompts: Mapping[str, str]) -> str:
    """What a brief depends on besides its articles."""
    return "\n".join([outline.model_dump_json(), engine, model or "", *(f"{name} {version}" for name, version in sorted(prompts.items()))])


def coverage(
    corpus: Corpus,
    failed: Sequence[Failed],
    stories: Sequence[Story],
    chunks: Sequence[Chunk],
    tokens_read: int,
    unread: Collection[str] = (),
) -> Coverage:
    """The receipt. An article that no statement cites is unused, with the reason; so is every passage left out as no news. Articles whose
    ids are in `unread` were left out when the cap was reached."""
    cited = {source for story in stories for source in _cited(story)}
    unused: list[Unused] = []
    for article in corpus.articles:
        if article.id in corpus.copy_of:
            unused.append(Unused(source=article.id, reason=f"copy of {corpus.copy_of[article.id]}"))
            continue
        own: tuple[Sentence, ...] = corpus.sentences[article.id]
        if article.id not in cited:
            usable = any(s.aside is None and s.role == "prose" for s in own)
            ranked = UNREAD if article.id in unread else "nothing in it ranked high enough for this length"
            unused.append(Unused(source=article.id, reason=ranked if usable else "no news text in it"))
        for reason in sorted({aside.reason for aside in article.asides}):
            passages = [a for a in article.asides if a.reason == reason]
            unused.append(
                Unused(source=article.id, reason=reason, passages=len(passages), characters=sum(a.end - a.start for a in passages))
            )
    return Coverage(
        articles_in=len(corpus.articles) + len(failed),
        read=len(corpus.articles),
        duplicates=len(corpus.copy_of),
        unused=tuple(unused),
        failed=tuple(FailedSource(location=f.location, reason=f.reason) for f in failed),
        chunks=len(chunks),
        tokens_in=sum(chunk.tokens for chunk in chunks),
        tokens_read=tokens_read,
    )


def _cited(story: Story) -> set[str]:
    statements = [
        *story.bottom_line,
        *story.key_points,
        *(e.statement for e in story.timeline),
        *(s.statement for c in story.conflicts for s in c.sides),
    ]
    cited = {c.source for statement in statements for c in statement.citations}
    return cited | {c.source for f in story.figures for v in f.values for c in v.citations} | {q.citation.source for q in story.quotes}


def window(articles: Sequence[Article]) -> Window:
    days = sorted(article.published for article in articles if article.published)
    return Window.model_validate({"from": days[0], "to": days[-1]}) if days else Window()


def assemble(
    *,
    corpus: Corpus,
    stories: Sequence[Story],
    created: datetime,
    language: str,
    focus: str | None,
    previous_id: str | None = None,
    changes: Sequence[Change] = (),
    settings_digest: str,
    receipt: Coverage,
    verification: Verification,
    run: Run,
    degraded: Sequence[str],
    warnings: Sequence[Warned],
) -> Brief:
    """The brief. Its id depends on the articles, the settings and the previous brief, not on the time."""
    basis = "\n".join([*(f"{a.id} {a.sha256}" for a in corpus.articles), settings_digest, *([previous_id] if previous_id else [])])
    top = next((story.bottom_line for story in stories if story.bottom_line), ())
    title = stories[0].headline if stories else "Nothing to report"
    return Brief(
        id=hashlib.sha256(basis.encode()).hexdigest()[:12],
        title=title if len(stories) <= 1 else f"{title} – and {len(stories) - 1} more",
        created=created,
        language=language,
        window=window(corpus.articles),
        focus=focus,
        previous_id=previous_id,
        changes=tuple(changes),
        bottom_line=top if len(stories) > 1 else (),
        stories=tuple(stories),
        sources=sources(corpus),
        coverage=receipt,
        verification=verification,
        run=run,
        degraded=tuple(degraded),
        warnings=tuple(warnings),
    )
