"""Which sentences of the articles bear a text out? For texts without citations, and for citations that moved."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from summarizer.article import Article, Sentence
from summarizer.brief import Citation
from summarizer.stages.checks.cited import Cited, resting
from summarizer.stages.evidence.align import support
from summarizer.stages.evidence.bearing import Bearing, expected_best
from summarizer.stages.text.index import Index
from summarizer.value import Value

MOVED = 0.2
"""How much better another sentence must support a text before its citation counts as moved."""


class Scored(Value):
    """A sentence and the probability, 0..1, that people would mark it as evidence for the text."""

    sentence: Sentence
    score: float


class Evidence:
    """Finds sentences over all usable sentences of some articles. One query over 1,000 articles takes some milliseconds."""

    def __init__(self, articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]]) -> None:
        """`sentences` holds each article's sentences by its id, as `stages.text.segment` gives them."""
        self._articles = {article.id: article for article in articles}
        self._sentences = sentences
        self._usable = [s for article in articles for s in sentences.get(article.id, ()) if s.aside is None]

    @property
    def usable(self) -> Sequence[Sentence]:
        """The sentences that are looked in: all but asides, in the order of the articles given."""
        return self._usable

    @cached_property
    def index(self) -> Index:
        """The index of the usable sentences; made when it is first asked."""
        return Index([sentence.text for sentence in self._usable])

    @cached_property
    def _bearing(self) -> Bearing:
        return Bearing(self.index, [sentence.article for sentence in self._usable])

    def best(self, text: str, k: int = 5, within: Collection[str] | None = None) -> tuple[Scored, ...]:
        """The `k` sentences most likely to be evidence for a text, best first; `within` names the articles to look in (None: all)."""
        return tuple(Scored(sentence=self._usable[number], score=score) for number, score in self._bearing.ranked(text, within)[:k])

    def bearing(self, text: str, within: Collection[str] | None = None) -> tuple[Sentence, ...]:
        """Every sentence that seems to say a text or part of it, repetitions in other articles too: the set with the best expected F1."""
        return tuple(self._usable[number] for number in expected_best(self._bearing.ranked(text, within)))

    def supporting(self, text: str, most: int = 3, within: Collection[str] | None = None, least: float = 0.1) -> tuple[Sentence, ...]:
        """The fewest sentences, at most `most`, that together support a text as far as it is supported; each adds at least `least` (0..1)
        to the share of the text that is covered. In reading order; empty when no sentence shares a word with the text."""
        return tuple(self._usable[number] for number in sorted(self._bearing.fewest(text, most, within, least)))

    def locate(self, citation: Citation) -> tuple[Sentence, ...]:
        """The sentences a citation's span touches; empty when it lies in none (an invented span, an unknown article)."""
        found = self._sentences.get(citation.source, ())
        return tuple(sentence for sentence in found if sentence.start < citation.end and citation.start < sentence.end)

    def nearest(self, citation: Citation) -> Citation | None:
        """Where the words of a citation really stand when they are not at its offsets: in its own article first, then in any; else None."""
        if not citation.quote.strip():
            return None
        own = self._articles.get(citation.source)
        for article in ([own] if own else []) + [a for a in self._articles.values() if a is not own]:
            places = _places(article.text, citation.quote)
            if places:
                start = min(places, key=lambda place: abs(place - citation.start))
                return Citation(source=article.id, start=start, end=start + len(citation.quote), quote=citation.quote)
        return None

    def placed(self, text: str, cited: Sequence[Sentence], within: Collection[str] | None = None) -> Sentence | None:
        """The sentence that says a text best: a cited one unless another supports it clearly better (then the citation moved).

        None when nothing is cited and nothing is found.
        """
        own = support(Index([sentence.text for sentence in cited]), text) if cited else -1.0
        if own >= 1.0 - MOVED:
            return cited[0]
        better = [(support(Index([scored.sentence.text]), text), scored.sentence) for scored in self.best(text, 3, within)]
        if better:
            score, sentence = max(better, key=lambda pair: pair[0])
            if not cited or (score > own + MOVED and score >= 0.5):
                return sentence
        return cited[0] if cited else None

    def cited(self, sentences: Iterable[Sentence]) -> tuple[Cited, ...]:
        """Sentences as something to check against, each with its neighbours and its article's date, publisher and text."""
        return tuple(resting(self._articles[s.article], self._sentences[s.article], s.index) for s in sentences)


def _places(text: str, words: str) -> list[int]:
    places: list[int] = []
    at = text.find(words)
    while at >= 0 and len(places) < 100:
        places.append(at)
        at = text.find(words, at + 1)
    return places
