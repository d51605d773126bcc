"""How current is what a sentence says, among the articles of its story? What a passed day has answered counts little."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from summarizer.article import Article, Sentence
from summarizer.stages.choosing.sequence import Told, events, occasions
from summarizer.stages.text.dates import mentions
from summarizer.stages.text.kinds import is_forecast

NEWNESS = 0.75
"""What the latest article's sentences weigh more than the earliest's."""
OUTCOME = 0.4
"""What sentences weigh more in an article that tells as done what earlier ones expect."""
OVERTAKEN = 0.3
"""What a sentence weighs that only expects what a later article tells as done, or what was to come on a day that has passed."""


class Currency:
    """Over one story: `usable` are the news sentences of each article, `order` its articles as time went."""

    def __init__(self, articles: Sequence[Article], usable: Mapping[str, Sequence[Sentence]], order: Sequence[str]) -> None:
        self._place = {ident: place for place, ident in enumerate(order)}
        told = {ident: [events(sentence.text) for sentence in own] for ident, own in usable.items()}
        self._done = {ident: _all(done for _, done in own) for ident, own in told.items()}
        ahead = {ident: _all(expected for expected, _ in own) for ident, own in told.items()}
        self._outcomes = {
            late
            for late, done in self._done.items()
            for early, expected in ahead.items()
            if self._place[early] < self._place[late] and occasions(expected & done)
        }
        self._published = {article.id: article.published for article in articles}
        self._latest = max((day for day in self._published.values() if day), default=None)

    def weight(self, sentence: Sentence) -> float:
        """What the sentence weighs for being current; 1 for a plain one of the first article."""
        place = self._place[sentence.article]
        weight = 1.0 + NEWNESS * place / max(1, len(self._place) - 1) + OUTCOME * (sentence.article in self._outcomes)
        return weight * (OVERTAKEN if self.passed(sentence, by=1) or self._overtaken(sentence, place) else 1.0)

    def passed(self, sentence: Sentence, by: int = 0) -> bool:
        """Whether it expects something of a day that had come `by` days before the latest article was written."""
        told = self._published[sentence.article]
        if told is None or self._latest is None or told >= self._latest or not is_forecast(sentence.text):
            return False
        last = self._latest - timedelta(days=by)
        return any(mention.first is not None and told < mention.first <= last for mention in mentions(sentence.text, told))

    def _overtaken(self, sentence: Sentence, place: int) -> bool:
        expected, _ = events(sentence.text)
        return bool(expected) and any(occasions(expected & done) for later, done in self._done.items() if self._place[later] > place)


def _all(told: Iterable[Told]) -> Told:
    return frozenset[tuple[str, str]]().union(*told)
