"""Who an article is: ids that are the same wherever the same text is read, and the making of an `Article`."""

import hashlib
from collections.abc import Iterable
from datetime import date

from summarizer.article import Article
from summarizer.stages.characters import one_line
from summarizer.value import Value


class Found(Value):
    """What a format gives before it becomes an Article: cleaned text, and metadata as data.

    `identity` is the canonical URL, the row's id or the file's name: with the text it makes the article's id.
    """

    identity: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    path: str | None = None
    published: date | None = None
    dated_by: str | None = None
    language: str | None = None
    notices: tuple[str, ...] = ()


def text_hash(text: str) -> str:
    """sha256 of the text in UTF-8, hex."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def article_of(found: Found) -> Article:
    """The article, without asides. Id: 10 hex digits of sha256(identity, NUL, sha256 of the text)."""
    sha = text_hash(found.text)
    return Article(
        id=hashlib.sha256(f"{found.identity}\0{sha}".encode("utf-8", "replace")).hexdigest()[:10],
        title=one_line(found.title) or None if found.title else None,
        publisher=one_line(found.publisher, 120) or None if found.publisher else None,
        url=found.url,
        path=found.path,
        published=found.published,
        dated_by=found.dated_by,
        language=found.language,
        text=found.text,
        sha256=sha,
    )


def with_distinct_ids(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The second article of the same id gets "-2", the third "-3", in order."""
    seen: dict[str, int] = {}
    distinct: list[Article] = []
    for article in articles:
        count = seen[article.id] = seen.get(article.id, 0) + 1
        distinct.append(article if count == 1 else article.model_copy(update={"id": f"{article.id}-{count}"}))
    return tuple(distinct)
