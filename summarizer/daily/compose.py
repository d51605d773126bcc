"""An edition is made: what waits in the memory becomes a brief that says what changed, and everything that is to be stored with it."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from summarizer.article import Article, Failed, Reading
from summarizer.brief import Brief, Coverage, FailedSource, Run, Source, Statement, Unused, Verification, Warned, Window
from summarizer.daily.arrangement import Arrangement
from summarizer.daily.profile import Profile
from summarizer.daily.recall import Left, Today, past, read_again, running, today
from summarizer.edges.memory import Memory
from summarizer.edges.remembered import Begun, Edition, EditionKey, Finished, Listed, Placement, StoryRow, ToldRow, Version
from summarizer.errors import BudgetReached, NoInput, ProviderError
from summarizer.pipeline import Engine, Made, make
from summarizer.protocols import Clock, Listener
from summarizer.render import safe
from summarizer.settings import Outline
from summarizer.stages.news.changes import Past

_KEPT_ARTICLES = 6


class Composed(NamedTuple):
    """`finished` is everything to store; `trouble` the error that cost a part of the edition, if one did."""

    finished: Finished
    brief: Brief
    trouble: ProviderError | BudgetReached | None = None


async def compose(
    memory: Memory,
    profile: Profile,
    key: EditionKey,
    begun: Begun,
    engine: Engine,
    *,
    clock: Clock,
    listen: Listener,
    since: date | None = None,
) -> Composed:
    """The edition of what waits in the memory. With `since` it also tells again what was read from that day on, against the last edition
    before it. A failing model costs its part."""
    pending = memory.pending(key.profile)
    before = memory.last_edition(key.profile, since)
    again = read_again(memory, key.profile, datetime.combine(since, time(), begun.begun.tzinfo)) if since else ()
    now = today(memory, key.profile, pending, begun.begun)
    reading = Reading(articles=(*again, *now.articles), failed=_failures(begun, memory.listed(key.profile), key), notices=begun.notices)
    arrange = Arrangement(
        profile,
        running(memory, key.profile, since or key.day, frozenset(article.id for article in again)),
        aside=now.mostly_old,
        feed_of={v.article.id: v.feed for v in pending if v.feed is not None},
    )
    old = past(memory, key.profile, before.id, key.day, now.revised, since) if before else None
    made, trouble = await _made(reading, engine, _outline(profile), clock, listen, old, arrange)
    brief = _edition_brief(made, memory, profile, key, begun, reading, now, before)
    return Composed(_finished(brief, made, arrange, memory, key, pending, now, before), brief, trouble)


async def _made(
    reading: Reading, engine: Engine, outline: Outline, clock: Clock, listen: Listener, old: Past | None, arrange: Arrangement
) -> tuple[Made | None, ProviderError | BudgetReached | None]:
    """None where there is nothing to tell: an edition may say so."""
    if not reading.articles:
        return None, None
    try:
        return await make(reading, engine, outline, clock=clock, listen=listen, previous=old, arrange=arrange), None
    except NoInput:
        return None, None
    except (BudgetReached, ProviderError) as error:
        return (Made(error.brief) if error.brief else None), error


def _outline(profile: Profile) -> Outline:
    return Outline(
        focus=profile.focus, language=profile.language, sections=profile.sections, max_words=profile.words, max_stories=profile.stories
    )


def _failures(begun: Begun, listed: Mapping[str, Listed], key: EditionKey) -> tuple[Failed, ...]:
    """What could not be read today, item by item; old items are counted, a line for all of them."""
    failed = [Failed(location=where, reason=why) for where, why in begun.failed]
    today_only = [row for row in listed.values() if row.day == key.day]
    failed += [Failed(location=row.identity, reason=row.reason) for row in today_only if row.outcome == "failed"]
    old = sum(row.outcome == "old" for row in today_only)
    if old:
        failed.append(Failed(location=f"{old} items of the feeds", reason="older than the profile wants when first seen"))
    return tuple(failed)


def _edition_brief(
    made: Made | None, memory: Memory, profile: Profile, key: EditionKey, begun: Begun, reading: Reading, now: Today, before: Edition | None
) -> Brief:
    """The brief as the edition has it: its own id and title, the time at which it was begun, and everything that was not read listed."""
    brief = made.brief if made is not None else _empty(reading, begun, before)
    basis = f"{key.profile}\n{key.day}\n{key.name}\n{brief.id}\n{before.id if before else ''}"
    warnings = (*brief.warnings, *_upstream(made, memory, now, begun))
    changes: dict[str, object] = {
        "id": hashlib.sha256(basis.encode()).hexdigest()[:12], "title": title(profile, key), "created": begun.begun,
        "previous_id": before.id if before else None, "sources": (*brief.sources, *(_source(left.version.article) for left in now.left)),
        "coverage": _with_left(brief.coverage, now.left), "warnings": warnings,
    }  # fmt: skip
    if made is not None and made.since is not None:
        changes["stories"] = tuple(
            story.model_copy(update={"status": f"unchanged · {story.status}"}) if story.id in made.since.unchanged else story
            for story in brief.stories
        )
    return brief.model_copy(update=changes)


def headline(brief: Brief) -> str:
    """What the edition leads with."""
    return brief.stories[0].headline if brief.stories else "Nothing new"


def facts(brief: Brief) -> str:
    """The counts of an edition, in a few words."""
    changes = sum(change.kind != "new" for change in brief.changes)
    counts = [_count(brief.coverage.read, "article"), f"{len(brief.stories)} {'story' if len(brief.stories) == 1 else 'stories'}"]
    return " · ".join([*counts, *([_count(changes, "change")] if changes else [])])


def title(profile: Profile, key: EditionKey) -> str:
    """ "Morning brief, 14 March 2031", with the edition's name where it has one."""
    return f"{profile.title}, {key.day.day} {key.day:%B %Y}" + (f" ({key.name})" if key.name else "")


def _empty(reading: Reading, begun: Begun, before: Edition | None) -> Brief:
    """An edition on a day without news: it says so, and what could not be read."""
    failed = tuple(FailedSource(location=f.location, reason=f.reason) for f in reading.failed)
    read = [_source(article) for article in reading.articles]
    quiet = "nothing new since the last edition" if before else "nothing new"
    return Brief(
        id="",
        title="",
        created=begun.begun,
        language="en",
        window=Window(),
        previous_id=before.id if before else None,
        coverage=Coverage(
            articles_in=len(failed) + len(read), read=len(read), duplicates=0, failed=failed, chunks=0, tokens_in=0, tokens_read=0,
            unused=tuple(Unused(source=source.id, reason="no news text in it") for source in read),
        ),
        sources=tuple(read),
        verification=Verification(statements=0, verified=0, repaired=0, replaced=0, unchecked=0),
        run=Run(engine="none"),
        warnings=(
            Warned(kind="quiet", message=quiet),
            *(Warned(kind="input", message=notice) for notice in reading.notices),
        ),
    )  # fmt: skip


def _source(a: Article) -> Source:
    title = a.title or "(untitled)"
    return Source(id=a.id, title=title, publisher=a.publisher, url=a.url, path=a.path, published=a.published, sha256=a.sha256)


def _with_left(coverage: Coverage, left: Sequence[Left]) -> Coverage:
    unused = tuple(Unused(source=one.version.article.id, reason=one.reason) for one in left)
    return coverage.model_copy(
        update={
            "articles_in": coverage.articles_in + len(left), "read": coverage.read + len(left),
            "duplicates": coverage.duplicates + sum(one.outcome == "copy" for one in left), "unused": (*coverage.unused, *unused),
        }
    )  # fmt: skip


def _upstream(made: Made | None, memory: Memory, now: Today, begun: Begun) -> list[Warned]:
    """The retraction trace: for every article that changed or vanished upstream the statements of earlier editions that rest on it."""
    warned = []
    changed = {t.statement.id for found, _ in made.changed for t in found.replaces if found.kind == "corrected"} if made else set()
    for older, newer in sorted(now.revised.items()):
        version = memory.version(newer)
        rows = memory.resting_on([older])
        if version is None or not rows:
            continue
        gone = [r for r in rows if r.statement.id not in changed and not _still_said(r, older, version)]
        fates = {"corrected": sum(r.statement.id in changed for r in rows), "no longer said by it": len(gone)}
        if not any(fates.values()):
            continue  # `summarizer editions --trace` lists what rests on it
        told = [f"{count} {fate}" for fate, count in fates.items() if count]
        stands = len(rows) - sum(fates.values())
        told += [f"{stands} as it was"] if stands else []
        lost = "".join(f"; no longer said: “{row.statement.text}” ({row.day})" for row in gone)
        days = ", ".join(sorted({row.day.isoformat() for row in rows}))
        message = f"changed upstream; {_count(len(rows), 'statement')} of {days} rest on its earlier version: {', '.join(told)}{lost}"
        warned.append(Warned(kind="revised", source=newer if _is_source(newer, now) else None, message=message))
    for ident in begun.gone:
        versions = memory.versions(ident)
        rows = memory.resting_on([v.article.id for v in versions])
        told_of = f"; {_count(len(rows), 'statement')} of earlier editions rest on it" if rows else ""
        warned.append(Warned(kind="gone", message=f"{ident}: no longer online{told_of}"))
    return warned


def _still_said(row: ToldRow, older: str, version: Version) -> bool:
    return all(c.quote in version.article.text for c in row.statement.citations if c.source == older)


def _is_source(article: str, now: Today) -> bool:
    return any(a.id == article for a in now.articles) or any(one.version.article.id == article for one in now.left)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _finished(
    brief: Brief, made: Made | None, arrange: Arrangement, memory: Memory, key: EditionKey, pending: Sequence[Version], now: Today,
    before: Edition | None,
) -> Finished:  # fmt: skip
    number = max((edition.number for edition in memory.editions(key.profile)), default=0) + 1
    edition = Edition(
        id=brief.id, number=number, profile=key.profile, day=key.day, name=key.name, previous=before.id if before else None,
        created=brief.created, title=brief.title, headline=headline(brief), facts=facts(brief), brief=safe.json(brief),
    )  # fmt: skip
    changed = made.changed if made is not None else ()
    return Finished(
        edition=edition,
        placements=tuple(_placement(version, brief, now) for version in pending),
        stories=_stories(brief, arrange, key.day),
        told=_told(brief, made, key),
        superseded=tuple((old.brief, old.statement.id) for found, _ in changed for old in found.replaces),
    )


def _placement(version: Version, brief: Brief, now: Today) -> Placement:
    ident = version.article.id
    left = next((one for one in now.left if one.version.article.id == ident), None)
    if left is not None:
        return Placement(article=ident, edition=brief.id, outcome=left.outcome, reason=left.reason, original=left.original)
    if any(citation.source == ident for citation in brief.citations()):
        return Placement(article=ident, edition=brief.id, outcome="told", reason="")
    original = next((source.duplicate_of for source in brief.sources if source.id == ident), None)
    reason = next(
        (row.reason for row in brief.coverage.unused if row.source == ident and not row.passages), "read; nothing of it was needed"
    )
    return Placement(article=ident, edition=brief.id, outcome="copy" if original else "read", reason=reason, original=original)


def _stories(brief: Brief, arrange: Arrangement, day: date) -> tuple[StoryRow, ...]:
    rows = []
    for story in brief.stories:
        before = arrange.runs_on.get(story.id)
        earlier = before.row.articles if before else ()
        articles = tuple(dict.fromkeys((*earlier, *arrange.articles.get(story.id, ()))))[-_KEPT_ARTICLES:]
        first = before.row.first_seen if before else day
        rows.append(StoryRow(id=story.id, headline=story.headline, first_seen=first, last_seen=day, articles=articles))
    return tuple(rows)


def _told(brief: Brief, made: Made | None, key: EditionKey) -> tuple[ToldRow, ...]:
    """Every statement of the edition, under the story that it belongs to."""
    rows: dict[str, ToldRow] = {}

    def add(statement: Statement, story: str) -> None:
        rows.setdefault(statement.id, ToldRow(edition=brief.id, day=key.day, story=story, statement=statement))

    for story in brief.stories:
        sides = [side.statement for conflict in story.conflicts for side in conflict.sides]
        for statement in (*story.bottom_line, *story.key_points, *(event.statement for event in story.timeline), *sides):
            add(statement, story.id)
    for found, change in made.changed if made is not None else ():
        add(change.statement, found.story)
    for statement in brief.statements():
        add(statement, "")
    return tuple(rows.values())
