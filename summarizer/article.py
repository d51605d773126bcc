"""What we read: articles, their sentences, and the chunks that a model sees.

All offsets are Unicode code points into `Article.text`, which is never altered after reading.
"""

import hashlib
from datetime import date
from typing import Literal

from pydantic import model_validator

from summarizer.value import Value

AsideReason = Literal[
    "advertising",
    "boilerplate",  # registration pitches, disclaimers, "related" links, image notes, page furniture
    "instruction",  # text that addresses a machine or an editor rather than a reader: quarantined
    "hidden",  # text a reader of the page could not see
    "repeated",  # the same passage again in the same article
]


class Aside(Value):
    """A passage of an article that is stored but not news: `text[start:end]`, and why."""

    start: int
    end: int
    reason: AsideReason


class Article(Value):
    """One article as it was read.

    `published` is the date the article itself gives (metadata or text), never the day of the run; `dated_by` quotes the
    evidence ("metadata article:published_time", "text: 'said on Oct. 13'"). `independent_of` is not kept here: copies are found by
    `stages.sorting.dedupe`.
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    path: str | None = None
    published: date | None = None
    dated_by: str | None = None
    language: str | None = None
    text: str
    sha256: str = ""  # of the text in UTF-8; computed where it is not given
    asides: tuple[Aside, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _with_digest(cls, given: object) -> object:
        if isinstance(given, dict) and not given.get("sha256") and isinstance(given.get("text"), str):
            return {**given, "sha256": hashlib.sha256(given["text"].encode("utf-8", "replace")).hexdigest()}
        return given


class Failed(Value):
    """A location, or a part of one, that could not be read, with the reason in plain words."""

    location: str
    reason: str


class Reading(Value):
    """What came of reading some locations; nothing is lost silently: every location is in one of the two."""

    articles: tuple[Article, ...] = ()
    failed: tuple[Failed, ...] = ()
    notices: tuple[str, ...] = ()


class Sentence(Value):
    """One sentence: `text == article.text[start:end]`, without surrounding white space.

    `index` counts the sentences of the article from 0, asides included; `paragraph` counts its paragraphs from 0.
    """

    article: str
    index: int
    start: int
    end: int
    text: str
    paragraph: int
    role: Literal["prose", "heading", "item"] = "prose"
    aside: AsideReason | None = None

    @property
    def key(self) -> tuple[str, int]:
        """Identifies the sentence in a run."""
        return (self.article, self.index)


class Chunk(Value):
    """Consecutive usable sentences of ONE article that fit one map call; `tokens` counts their text."""

    article: str
    index: int
    sentences: tuple[Sentence, ...]
    tokens: int
