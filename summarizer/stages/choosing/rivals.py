"""Numbers that compete: the same thing counted differently by different articles, told apart as contradiction or later count."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from summarizer.article import Article, Sentence
from summarizer.stages.choosing.figures import Quantity, about, quantities
from summarizer.stages.choosing.restated import amounts, changes, of, put_right, slipped, speaks_of_mistake
from summarizer.stages.text.speech import SAY
from summarizer.stages.text.terms import words
from summarizer.value import Value

NEAR = 7
"""Words on each side of a number that say what it counts."""


_CHANGING = frozenset(("count", "money", "mass", "volume"))
"""Kinds of number that news counts again; lengths, speeds and areas are mostly of different things."""


_ANYWHERE = frozenset(words("year years month months week weeks day days hour hours"))
"""Words beside numbers of every kind."""


_FURTHER = re.compile(r"\b(?:another|an?other|further|additional|extra|more)\s(?:about |some |nearly )?[$€£¥₹]?$", re.I)

_SAID = re.compile(rf"\b(?:{SAY}|written|had (?:put|given|named))\b")

_HABIT = re.compile(
    r"\b(?:(?:ordinary|normal|usual|typical|average) (?:day|week|month|year|night|summer|winter)|usually|normally|typically|on average|"
    r"(?:every|each|a|per) (?:day|week|month|year))\b",
    re.I,
)
"""A number of what is usual is not replaced by one of what happened: "63 ships on an ordinary day", "17 had passed by nightfall"."""
_OPENS_BLIND = re.compile(r"(?:It|He|She|They|This|That|These|Those)\b")

_TOLD_SO = 9
"""What it counts in words shared that an article says itself that a number was replaced."""


class Rivals(Value):
    """Two values for one thing, the earlier told first. `superseded` when the later article's value is the newer count, `put_right` when
    the first was a mistake."""

    early: Quantity
    late: Quantity
    shared: int
    superseded: bool
    put_right: bool = False


def rivals(articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]], order: Mapping[str, int]) -> tuple[Rivals, ...]:
    """Pairs of numbers of one kind, in different articles, whose nearest words agree; best match first, one pair a thing counted.

    Percentages are left to `conflicts`: what they are a share of needs more than the nearest words. A value that the other article
    gives too is no rival of it unless that article is the later one and tells of a change. Amounts more than five
    times apart count different things, unless a decimal point slipped and an article puts it right; a further amount replaces none.
    """
    days = {article.id: article.published for article in articles}
    told = [s for article in articles for s in sentences.get(article.id, ()) if s.aside is None and s.role == "prose"]
    held: dict[str, set[float]] = {}
    by_kind: dict[str, list[tuple[Quantity, frozenset[str]]]] = {}
    for quantity in (quantity for sentence in told for quantity in quantities(sentence)):
        if not _FURTHER.search(quantity.sentence.text, 0, quantity.start):
            held.setdefault(quantity.sentence.article, set()).add(quantity.amount)
            by_kind.setdefault(quantity.kind, []).append((quantity, _near(quantity)))
    counted = {kind: own[:400] for kind, own in by_kind.items() if kind.split()[0] in _CHANGING}
    found = [pair for kind, own in counted.items() for pair in _pairs(kind, own, order, held, days)]
    known = [quantity for own in counted.values() for quantity, _ in own]
    found += [*_restated(told, known, order), *_slips(told, known)]
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
        mine, theirs = near_a - plain, near_b - plain
        shared = mine & theirs
        few = len(shared) == 2 and 0.4 <= (a.amount or 1) / (b.amount or 1) <= 2.5 and min(len(mine), len(theirs)) <= 4
        if len(shared) < 3 and not few and _counted(a) != _counted(b):
            continue
        early, late = sorted((a, b), key=lambda q: order[q.sentence.article])
        if late.amount in held[early.sentence.article] or _habitual(early) != _habitual(late):
            continue
        told, retold = days[early.sentence.article], days[late.sentence.article]
        newer = (told is not None and retold is not None and told < retold) or early.amount in held[late.sentence.article]
        yield Rivals(early=early, late=late, shared=len(shared), superseded=newer)


def _restated(told: Sequence[Sentence], counted: Sequence[Quantity], order: Mapping[str, int]) -> Iterator[Rivals]:
    for change in (change for sentence in told for change in changes(sentence)):
        here = order[change.sentence.article]
        early = [q for q in counted if order[q.sentence.article] < here and of(change, q)]
        if not early:
            continue
        first = early[0]
        told_now = {
            "value": change.value.lstrip("$€£¥₹").removesuffix(first.unit).strip(),
            "amount": change.new,
            "measure": change.sentence.text,
        }
        late = first.model_copy(update={"sentence": change.sentence, "start": change.start, "end": change.end, **told_now})
        yield Rivals(early=first, late=late, shared=_TOLD_SO, superseded=True)


def _slips(told: Sequence[Sentence], counted: Sequence[Quantity]) -> Iterator[Rivals]:
    """A decimal point that slipped and was put right: the value that more articles give is the right one; neither where as many do."""
    spoken_of = put_right(told)
    if not spoken_of:
        return
    giving = amounts(told)
    given: dict[tuple[str, float], list[Quantity]] = {}
    for quantity in counted:
        given.setdefault((quantity.kind, quantity.amount), []).append(quantity)
    for a, b in combinations(given.values(), 2):
        if a[0].kind == b[0].kind and slipped(a[0].amount, b[0].amount) and not spoken_of.isdisjoint((a[0].amount, b[0].amount)):
            wrong, right = sorted((a, b), key=lambda own: len(giving[own[0].amount]))
            if len(giving[wrong[0].amount]) == len(giving[right[0].amount]):
                continue
            pairs = [(w, r) for w in wrong for r in right if w.sentence.article != r.sentence.article]
            if pairs:
                early, late = max(pairs, key=lambda pair: (_second_hand(pair[0]), _stands(pair[1])))
                yield Rivals(early=early, late=late, shared=_TOLD_SO, superseded=True, put_right=True)


def _stands(quantity: Quantity) -> tuple[bool, bool, int]:
    """Whether a sentence speaks of the mistake, says itself what it is about, and how long it is."""
    text = quantity.sentence.text
    return speaks_of_mistake(text), _OPENS_BLIND.match(text) is None, min(12, len(text.split()))


def _second_hand(quantity: Quantity) -> tuple[bool, int]:
    """Whether a sentence gives a number as somebody's, and how long it is, so that what was a mistake is not told as a fact."""
    text = quantity.sentence.text
    return _SAID.search(text) is not None, min(12, len(text.split()))


def _habitual(quantity: Quantity) -> bool:
    return _HABIT.search(quantity.sentence.text) is not None


def _counted(quantity: Quantity) -> tuple[str, ...]:
    """What is counted, as its first two content stems ("operations and appointments"); the number itself where it is none of one."""
    text = quantity.sentence.text
    stems = words(text[quantity.start + len(quantity.value) :][:80])[:2]
    return tuple(stems) if quantity.kind.startswith("count") and len(stems) == 2 else (quantity.value, quantity.sentence.text)


def _near(quantity: Quantity) -> frozenset[str]:
    """The content stems within NEAR words of the number, in its own sentence, numbers apart."""
    text = quantity.sentence.text
    before, after = text[: quantity.start].split()[-NEAR:], text[quantity.end :].split()[:NEAR]
    unit = text[quantity.start : quantity.end]
    return frozenset(stem for stem in words(" ".join([*before, unit, *after])) if not stem[:1].isdigit())


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 0.02 * max(abs(a), abs(b))
