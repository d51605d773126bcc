"""The articles of a case at hand: their sentences, their copies, and which of them say a fact."""

from collections.abc import Collection, Sequence
from functools import cached_property
from pathlib import PurePath

from summarizer.article import Article, Sentence
from summarizer.evaluation import keys
from summarizer.evaluation.case import Fact
from summarizer.stages.checks import Cited, resting
from summarizer.stages.evidence.evidence import Evidence
from summarizer.stages.sorting.dedupe import copies
from summarizer.stages.text.segment import segment

_MOST = 5  # sentences that a text may rest on, as `verify` takes them
_LEAST = 0.04


class Shelf:
    """Articles as they were read, in the order in which systems number them."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(articles)
        self._by_id = {article.id: article for article in articles}

    @cached_property
    def sentences(self) -> dict[str, tuple[Sentence, ...]]:
        return {article.id: segment(article) for article in self.articles}

    @cached_property
    def _evidence(self) -> Evidence:
        return Evidence(self.articles, self.sentences)

    @cached_property
    def copy_of(self) -> dict[str, str]:
        """A copy's id to its original's: citing either is citing the same report."""
        return copies(self.articles)

    def article(self, name: str) -> Article | None:
        return self._by_id.get(name)

    def original(self, name: str) -> str:
        return self.copy_of.get(name, name)

    def supporting(self, fact: Fact) -> frozenset[str]:
        """The originals that the case names as sources of the fact."""
        found = {self.original(name) for support in fact.support for name in self._named(support.article, support.sentence)}
        return frozenset(found)

    def saying(self, fact: Fact) -> frozenset[str]:
        """The originals that support the fact, named in the case or not: those too where one sentence, or two in a row, hold every key."""
        named = self.supporting(fact)
        if not fact.keys:
            return named
        also = {
            self.original(article.id)
            for article in self.articles
            if self.original(article.id) not in named and keys.together([s.text for s in self.sentences[article.id]], fact.keys)
        }
        return named | also

    def span(self, name: str, start: int, end: int) -> tuple[Cited, ...]:
        """The sentences of an article that `[start, end)` touches, each with its neighbours."""
        sentences = self.sentences[name]
        touched = [n for n, s in enumerate(sentences) if s.start < end and s.end > start]
        return tuple(resting(self._by_id[name], sentences, n) for n in touched)

    def bearing(self, text: str, names: Collection[str] | None = None) -> tuple[Cited, ...]:
        """The few sentences of some articles (None: of all) that together say a text as far as they say it; none that shares no word."""
        found = self._evidence.supporting(text, _MOST, names, _LEAST)
        return tuple(resting(self._by_id[s.article], self.sentences[s.article], s.index) for s in found)

    def _named(self, name: str, sentence: str) -> list[str]:
        """The articles of a file ("feed.jsonl#row": of a row); of several in one file those that hold the sentence."""
        file = name.split("#")[0]
        inside = [article for article in self.articles if article.path and PurePath(article.path.split("#")[0]).name == PurePath(file).name]
        if len(inside) > 1:
            wanted = " ".join(sentence.split())
            inside = [article for article in inside if wanted in " ".join(article.text.split())] or inside
        return [article.id for article in inside]
