import math
from collections.abc import Sequence

from summarizer.edges.remembered_scores import RememberedEntailment
from summarizer.protocols import Pair
from summarizer.testing import MemoryStore


class Counting:
    def __init__(self, *scores: float) -> None:
        self.scores = dict(zip("abc", scores, strict=False))
        self.asked: list[str] = []

    async def score(self, pairs: Sequence[Pair]) -> tuple[float, ...]:
        self.asked += [pair.claim for pair in pairs]
        return tuple(self.scores[pair.claim] for pair in pairs)


def pairs(claims: str) -> list[Pair]:
    return [Pair(premise="source", claim=claim) for claim in claims]


async def test_a_pair_is_asked_once_even_within_one_call() -> None:
    store, inner = MemoryStore(), Counting(0.25, 1.0)
    assert await RememberedEntailment(inner, store, "toy").score(pairs("aba")) == (0.25, 1.0, 0.25)
    assert await RememberedEntailment(inner, store, "toy").score(pairs("ba")) == (1.0, 0.25)
    assert inner.asked == ["a", "b"]


async def test_another_model_does_not_get_the_scores_of_the_first() -> None:
    store, one, other = MemoryStore(), Counting(0.25), Counting(0.75)
    await RememberedEntailment(one, store, "one").score(pairs("a"))
    assert await RememberedEntailment(other, store, "other").score(pairs("a")) == (0.75,)


async def test_could_not_tell_is_asked_again() -> None:
    store, inner = MemoryStore(), Counting(math.nan)
    assert math.isnan((await RememberedEntailment(inner, store, "toy").score(pairs("a")))[0])
    inner.scores["a"] = 0.5
    assert await RememberedEntailment(inner, store, "toy").score(pairs("a")) == (0.5,)


async def test_a_damaged_entry_is_asked_again() -> None:
    store, inner = MemoryStore(), Counting(0.5)
    scorer = RememberedEntailment(inner, store, "toy")
    await scorer.score(pairs("a"))
    store.put(scorer._key(pairs("a")[0]), "seven")
    assert await scorer.score(pairs("a")) == (0.5,)
    assert inner.asked == ["a", "a"]
