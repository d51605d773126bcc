"""Numbers that compete: the same thing counted differently by different articles, told apart as contradiction or later count."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from summarizer.article import Article, Sentence
from summarizer.stages.choosing.figures import Quantity, about, quantities
from summarizer.stages.text.terms import words
from summarizer.value import Value

NEAR = 7
"""Words on each side of a number that say what it counts."""


_CHANGING = frozenset(("count", "money", "mass", "volume"))
"""Kinds of number that news counts again; lengths, speeds and areas are mostly of different things."""


_ANYWHERE = frozenset(words("year years month months week weeks day days hour hours"))
"""Words beside numbers of every kind."""


class Rivals(Value):
    """Two values for one thing, the earlier told first. `superseded` when the later article's value is the newer count."""

    early: Quantity
    late: Quantity
    shared: int
    superseded: bool


def rivals(articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]], order: Mapping[str, int]) -> tuple[Rivals, ...]:
    """Pairs of numbers of one kind, in different articles, whose nearest words agree; best match first, one pair a thing counted.

    Percentages are left to `conflicts`: what they are a share of needs more than the nearest words. A value that the other article
    gives too is no rival of it unless that article is the later one and tells of a change. Amounts more than five
    times apart count different things.
    """
    days = {article.id: article.published for article in articles}
    held: dict[str, set[float]] = {}
    by_kind: dict[str, list[tuple[Quantity, frozenset[str]]]] = {}
    for article in articles:
        for sentence in sentences.get(article.id, ()):
            for quantity in quantities(sentence) if sentence.aside is None and sentence.role == "prose" else ():
                held.setdefault(article.id, set()).add(quantity.amount)
                by_kind.setdefault(quantity.kind, []).append((quantity, _near(quantity)))
    found = [pair for kind, own in by_kind.items() if kind.split()[0] in _CHANGING for pair in _pairs(kind, own[:400], order, held, days)]
    found.sort(key=lambda pair: (-pair.shared, pair.early.sentence.key, pair.late.sentence.key))
    kept: list[Rivals] = []
    for pair in found:
        topic = about(pair.early) | about(pair.late)
        if not any(len(topic & (about(k.early) | about(k.late))) >= 3 and k.early.kind == pair.early.kind for k in kept):
            kept.append(pair)
    return tuple(kept)


def _pairs(
    kind: str,
    own: Sequence[tuple[Quantity, frozenset[str]]],
    order: Mapping[str, int],
    held: Mapping[str, set[float]],
    days: Mapping[str, date | None],
) -> Iterator[Rivals]:
    measured = set(words(kind)) | _ANYWHERE
    for (a, near_a), (b, near_b) in combinations(own, 2):
        if a.sentence.article == b.sentence.article or not 0.2 <= (a.amount or 1) / (b.amount or 1) <= 5 or _close(a.amount, b.amount):
            continue
        plain = measured if kind.startswith("count") else measured | set(words(a.unit)) | set(words(b.unit))
        shared = (near_a & near_b) - plain
        ratio = (a.amount or 1) / (b.amount or 1)
        if len(shared) < 3 and not (len(shared) == 2 and 0.4 <= ratio <= 2.5 and 0.5 * min(len(near_a - plain), len(near_b - plain)) <= 2):
            continue
        early, late = sorted((a, b), key=lambda q: order[q.sentence.article])
        if late.amount in held[early.sentence.article]:
            continue
        told, retold = days[early.sentence.article], days[late.sentence.article]
        newer = (told is not None and retold is not None and told < retold) or early.amount in held[late.sentence.article]
        yield Rivals(early=early, late=late, shared=len(shared), superseded=newer)


def _near(quantity: Quantity) -> frozenset[str]:
    """The content stems within NEAR words of the number, in its own sentence, numbers apart."""
    text = quantity.sentence.text
    before, after = text[: quantity.start].split()[-NEAR:], text[quantity.end :].split()[:NEAR]
    unit = text[quantity.start : quantity.end]
    return frozenset(stem for stem in words(" ".join([*before, unit, *after])) if not stem[:1].isdigit())


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 0.02 * max(abs(a), abs(b))
