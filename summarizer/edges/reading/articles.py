"""What the formats found becomes articles: identity, title, publisher, date and asides."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from summarizer.article import Article
from summarizer.edges.reading.found import Found
from summarizer.stages.asides.asides import find_asides
from summarizer.stages.asides.instructions import addresses_machine
from summarizer.stages.asides.repeated import mark_repeated
from summarizer.stages.dating.datelines import days_named
from summarizer.stages.dating.headline import headline_of
from summarizer.stages.dating.published import dating
from summarizer.stages.text.characters import one_line


def articles_of(found: Sequence[Found]) -> tuple[tuple[Article, ...], list[str]]:
    """(the articles in order, ids distinct; notices about dates that were not believed).

    A title, publisher or date that the metadata lacks comes from the text's own first lines; a day without a year takes the year that the
    other articles' dates leave no doubt about.
    """
    days = [days_named(one.text) for one in found]
    datings = [dating(one.text, one.published, one.dated_by, (), named) for one, named in zip(found, days, strict=True)]
    around = sorted({one.published for one in datings if one.published})
    notices, articles = [], []
    for one, dated, named in zip(found, datings, days, strict=True):
        if dated.published is None and around and any(day.manner != "future" and day.year is None for day in named):
            again = dating(one.text, one.published, one.dated_by, around, named)
            dated = again if again.published else dated
        if dated.notice:
            notices.append(f"{one.path or one.url or one.identity}: {dated.notice}")
        harmless = _harmless(one)
        if harmless != one:
            notices.append(f"{one.path or one.url or one.identity}: its title or publisher gives orders to machines: left out")
        articles.append(_article(harmless, dated.published, dated.dated_by))
    return with_distinct_ids(mark_repeated(articles)), notices


def _harmless(found: Found) -> Found:
    """Without a title or publisher that addresses a machine: these are shown beside the brief."""
    bad = [name for name in ("title", "publisher") if (line := getattr(found, name)) and addresses_machine(line)]
    return found.model_copy(update=dict.fromkeys(bad)) if bad else found


def _article(found: Found, published: date | None, dated_by: str | None) -> Article:
    sha = hashlib.sha256(found.text.encode("utf-8", "replace")).hexdigest()
    asides = find_asides(found.text)
    title, publisher = found.title, found.publisher
    if title is None or publisher is None:
        header = headline_of(found.text, asides)
        title, publisher = title or header.title, publisher or header.publisher
    return Article(
        id=hashlib.sha256(f"{found.identity}\0{sha}".encode("utf-8", "replace")).hexdigest()[:10],
        title=one_line(title) or None if title else None,
        publisher=one_line(publisher, 120) or None if publisher else None,
        url=found.url,
        path=found.path,
        published=published,
        dated_by=dated_by,
        language=found.language,
        text=found.text,
        sha256=sha,
        asides=asides,
    )


def with_distinct_ids(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The second article of the same id gets "-2", the third "-3", in order."""
    seen: dict[str, int] = {}
    distinct: list[Article] = []
    for article in articles:
        count = seen[article.id] = seen.get(article.id, 0) + 1
        distinct.append(article if count == 1 else article.model_copy(update={"id": f"{article.id}-{count}"}))
    return tuple(distinct)
