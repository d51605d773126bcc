"""An edit of a text, and the corpus that proves it false."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from summarizer.article import Article, Sentence
from summarizer.stages.text.names import names

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Edit:
    """`text` with an error in it; `before` became `after`. `cited` are other sentences to cite than the original's, if any."""

    text: str
    before: str
    after: str
    cited: tuple[Sentence, ...] | None = None


@dataclass(frozen=True)
class Material:
    """The articles that errors are planted in and drawn from, with their sentences."""

    articles: tuple[Article, ...]
    sentences: tuple[tuple[Sentence, ...], ...]

    @cached_property
    def place(self) -> dict[str, int]:
        """Which of `articles` an id is."""
        return {article.id: n for n, article in enumerate(self.articles)}

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Every number that any article writes in digits."""
        return frozenset(number.replace(",", "") for article in self.articles for number in _DIGITS.findall(article.text))

    @cached_property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The names each article holds more than once or in full, in order."""
        return tuple(tuple(dict.fromkeys(name for name in names(article.text) if name[0].isupper())) for article in self.articles)

    def usable(self, article: int) -> tuple[Sentence, ...]:
        """The sentences of one article that tell something: prose of eight words or more."""
        return tuple(s for s in self.sentences[article] if s.aside is None and s.role == "prose" and len(s.text.split()) >= 8)


@dataclass(frozen=True)
class Spot:
    """A true statement to plant an error in: the text, the sentence it is, and where it stands."""

    text: str
    sentence: Sentence
    material: Material
    random: Random

    @property
    def article(self) -> Article:
        return self.material.articles[self.material.place[self.sentence.article]]

    def nearby(self) -> str:
        """The text around the sentence, in which a planted value must not stand."""
        text = self.article.text
        return text[max(0, self.sentence.start - 1500) : self.sentence.end + 1500]


def replace(spot: Spot, start: int, end: int, after: str) -> Edit:
    """The spot's text with `[start, end)` replaced."""
    text = spot.text
    return Edit(text=text[:start] + after + text[end:], before=text[start:end], after=after)


def shuffled(spot: Spot, matches: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The matches in an order drawn from the seed."""
    order = list(matches)
    spot.random.shuffle(order)
    return iter(order)


def tidy(text: str) -> str:
    """Single spaces, none before a mark, and a capital at the start."""
    text = re.sub(r"\s+([,.;:!?])", r"\1", re.sub(r" {2,}", " ", text)).strip()
    return text[:1].upper() + text[1:]
