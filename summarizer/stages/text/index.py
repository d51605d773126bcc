"""An inverted index over sentences: which of them hold a word, or one that may stand for it, and how rare the word is."""

import math
from array import array
from collections.abc import Sequence
from functools import cached_property

from summarizer.stages.text.wording import Token, akin, wording

SYNONYM = 0.7
"""How much a word of the same synonym group counts against the word itself (1.0)."""
AKIN = 0.75
"""How much another part of speech counts ("declare", "declaration")."""


class Index:
    """Postings from stems to sentence numbers. Memory grows with the words of the texts; the texts themselves are only referred to."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self._weights: dict[str, float] = {}
        self._lengths = array("H")
        self._by_group: dict[int, list[str]] = {}
        self._by_prefix: dict[str, list[str]] = {}
        self._rarest = math.log(1 + (len(texts) + 1) / 1.5)

    @property
    def lengths(self) -> "array[int]":
        """The number of tokens of each sentence, function words and all."""
        if len(self._lengths) < len(self.texts):
            _ = self._postings
        return self._lengths

    @cached_property
    def _postings(self) -> "dict[str, array[int]]":
        """Made when it is first asked: a single sentence is compared without."""
        postings: dict[str, array[int]] = {}
        for number, text in enumerate(self.texts):
            tokens = wording(text)
            self._lengths.append(min(65_535, len(tokens)))
            for token in tokens:
                if token.kind == "function":
                    continue
                places = postings.get(token.stem)
                if places is None:
                    postings[token.stem] = array("I", (number,))
                    for group in token.groups:
                        self._by_group.setdefault(group, []).append(token.stem)
                    if len(token.stem) >= 4:
                        self._by_prefix.setdefault(token.stem[:4], []).append(token.stem)
                elif places[-1] != number:
                    places.append(number)
        return postings

    def tokens(self, number: int) -> tuple[Token, ...]:
        """The tokens of sentence `number`."""
        return wording(self.texts[number])

    def weight(self, stem: str) -> float:
        """How rare a stem is among the sentences: 1 for one that stands in one sentence or none, towards 0 for one that stands in all."""
        known = self._weights.get(stem)
        if known is None:
            sentences = max(1, len(self._postings.get(stem, ())))
            known = self._weights[stem] = math.log(1 + (len(self.texts) + 1) / (sentences + 0.5)) / self._rarest
        return known

    def spread(self, token: Token) -> int:
        """In about how many sentences the token, or a word of its groups, stands."""
        stems = {token.stem, *(stem for group in token.groups for stem in self._by_group.get(group, ()))} if self._postings else ()
        return sum(len(self._postings.get(stem, ())) for stem in stems)

    def hits(self, token: Token, synonym: float = SYNONYM) -> dict[int, float]:
        """The sentences that hold the token or a word for it, with 1.0 for the word itself, AKIN or `synonym` for another."""
        found: dict[int, float] = {}
        postings = self._postings
        if synonym:
            for group in token.groups:
                for stem in self._by_group.get(group, ()):
                    found.update(dict.fromkeys(postings[stem], synonym))
        if len(token.stem) >= 5:
            for stem in self._by_prefix.get(token.stem[:4], ()):
                if stem != token.stem and akin(token.stem, stem):
                    found.update(dict.fromkeys(postings[stem], AKIN))
        exact = postings.get(token.stem)
        if exact is not None:
            found.update(dict.fromkeys(exact, 1.0))
        return found
