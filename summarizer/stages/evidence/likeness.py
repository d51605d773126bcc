"""How far a claim's words are borne out by sentences: the interpretable quantities that the aligner weighs."""

import math
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.stages.evidence.worded import Places, Worded, spelt_otherwise, together, worded
from summarizer.stages.text.index import AKIN, SYNONYM, Index
from summarizer.stages.text.wording import Token

CLASS_WEIGHTS = {"word": 1.0, "name": 1.25, "number": 1.3, "function": 0.0}
_ALONE = {kind: 1.5 * weight for kind, weight in CLASS_WEIGHTS.items()}
_MOST = 3.0  # a count says no more beyond this
_REACH = 5  # tokens between neighbours that belong together
_BREAK = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")
_LONG = 120  # code points above which a claim may be several sentences


class Likeness(NamedTuple):
    """Shares are 0..1 of the claim's weighted words; counts are 0..3.

    `covered` anywhere in the sentences; `names` of names in the evidence; `near` of neighbouring words that are neighbours in the evidence;
    `together` of neighbouring words found in one sentence; `new_*` found nowhere; `gap` the longest run of words the evidence lacks;
    `negation` given or taken away; `opposite`, `excluded` in the place of their contrary; `swapped` another number in a number's place;
    `hedged` 1 where the claim hedges and the evidence does not.
    """

    covered: float = 0.0
    names: float = 0.0
    near: float = 0.0
    together: float = 0.0
    new_names: float = 0.0
    new_numbers: float = 0.0
    new_words: float = 0.0
    gap: float = 0.0
    negation: float = 0.0
    opposite: float = 0.0
    excluded: float = 0.0
    swapped: float = 0.0
    hedged: float = 0.0


SHARES = 4
"""The first quantities are shares, more is better; the rest are counts, less is better."""


def parts(claim: str) -> list[str]:
    """The sentences of a claim; a short claim is one."""
    return _BREAK.split(claim) if len(claim) > _LONG else [claim]


def likeness(claim: str, index: Index, most: int = 3) -> Likeness | None:
    """Compares a claim with indexed sentences; None for a claim without content words.

    Of several sentences the shares are averaged and the counts added.
    """
    compared = [found for part in parts(claim) if (found := _compare(part, index, most)) is not None]
    if not compared:
        return None
    if len(compared) == 1:
        return Likeness(*compared[0][1][:SHARES], *[min(_MOST, count) for count in compared[0][1][SHARES:]])
    total = sum(weight for weight, _ in compared)
    shares = [sum(weight * one[i] for weight, one in compared) / total for i in range(SHARES)]
    counts = [min(_MOST, sum(one[i] for _, one in compared)) for i in range(SHARES, len(Likeness._fields))]
    return Likeness(*shares, *counts)


def greedy(
    hits: Sequence[dict[int, float]], weights: Sequence[float], index: Index, most: int, least: float
) -> tuple[list[int], list[float]]:
    """Up to `most` sentences by what each adds to the weighted share of the claim that is covered; none that adds less than `least` (0..1).

    Returns the sentences and how well each word of the claim is covered by them.
    """
    total = sum(weights) or 1.0
    covered = [0.0] * len(weights)
    chosen: list[int] = []
    while len(chosen) < most:
        gains: dict[int, float] = {}
        for found, weight, had in zip(hits, weights, covered, strict=True):
            if had < 1.0:
                for number, strength in found.items():
                    if strength > had:
                        gains[number] = gains.get(number, 0.0) + weight * (strength - had)
        if not gains:
            break
        best = max(gains, key=lambda number: (gains[number] / (1 + 0.004 * index.lengths[number]), -number))
        if chosen and gains[best] / total < least:
            break
        chosen.append(best)
        covered = [max(had, found.get(best, 0.0)) for had, found in zip(covered, hits, strict=True)]
    return chosen, covered


def _compare(text: str, index: Index, most: int) -> tuple[float, Likeness] | None:
    """The weight of one sentence's words, and its likeness (counts not yet limited)."""
    claim = worded(text)
    content = claim.content
    if not content:
        return None
    if len(index.texts) == 1:  # all words are equally rare, and the one sentence is all the evidence
        evidence = worded(index.texts[0])
        weights = [_ALONE[token.kind] for token in content]
        covered = anywhere = strengths(content, evidence, SYNONYM)
        shared = sum([1 for one, two in pairwise(covered) if one and two])
    else:
        weights = [CLASS_WEIGHTS[token.kind] * (0.5 + index.weight(token.stem)) for token in content]
        hits = [index.hits(token) for token in content]
        chosen, covered = greedy(hits, weights, index, most, 0.08)
        evidence = together([index.texts[number] for number in sorted(chosen)])
        anywhere = [max(found.values(), default=0.0) for found in hits]
        shared = sum(1 for one, two in pairwise(hits) if not one.keys().isdisjoint(two))
    aligned = Laid(claim, evidence)
    apart: frozenset[int] = frozenset()
    if 0.0 in covered:
        apart = _dates_apart(claim, evidence)
        if "name" in [token.kind for token, cover in zip(content, covered, strict=True) if not cover]:
            for i in spelt_otherwise(claim, evidence).intersection(claim.at):
                place = claim.at.index(i)
                covered[place] = anywhere[place] = 1.0
    at = [i for i in claim.at if i not in apart] if apart else claim.at
    words = list(zip(claim.at, content, covered, anywhere, weights, strict=True))
    if apart:
        words = [word for word in words if word[0] not in apart]
    total = sum([weight for *_, weight in words])
    if not total:
        return None
    names = [(cover * weight, weight) for _, token, cover, _, weight in words if token.kind == "name"]
    new = [token.kind for _, token, _, found, _ in words if not found]
    opposite, excluded, swapped = _replaced(at, aligned)
    return total, Likeness(
        covered=sum([found * weight for _, _, _, found, weight in words]) / total,
        names=sum([cover for cover, _ in names]) / sum([weight for _, weight in names]) if names else 1.0,
        near=_neighbours(at, aligned.content) / (len(at) - 1) if len(at) > 1 else 1.0,
        together=shared / (len(content) - 1) if len(content) > 1 else 1.0,
        new_names=new.count("name"),
        new_numbers=new.count("number"),
        new_words=new.count("word"),
        gap=_longest_gap(at, aligned.content),
        negation=_negation(at, aligned) if claim.negations or evidence.negations else 0,
        opposite=opposite,
        excluded=excluded,
        swapped=swapped,
        hedged=float(claim.hedged and not evidence.hedged),
    )


def _dates_apart(claim: Worded, evidence: Worded) -> frozenset[int]:
    """The tokens of dates that the evidence gives in another form (a weekday, "yesterday", a day of a month).

    Words cannot tell whether these are one day: the check of dates, which knows the article's date, does.
    """
    days, weekdays = claim.days
    if not days and not weekdays:
        return frozenset()
    their_days, their_weekdays = evidence.days
    apart = (days if their_weekdays and not their_days else frozenset()) | (weekdays if their_days and not their_weekdays else frozenset())
    return frozenset([i for i in apart if claim.tokens[i].stem not in evidence.places.first])


def strengths(content: Sequence[Token], evidence: Worded, synonym: float) -> list[float]:
    """How well each word of a text is found among the words of one sentence: 1 itself, AKIN, `synonym`, or 0."""
    held = evidence.held
    stems, groups_held, alike = held.stems, held.groups, held.alike
    found = []
    for _, _, stem, _, groups in content:
        if stem in stems:
            found.append(1.0)
        elif alike.akin(stem):
            found.append(AKIN)
        else:
            found.append(synonym if groups and not groups_held.isdisjoint(groups) else 0.0)
    return found


def align(tokens: Sequence[Token], evidence: Sequence[Token]) -> list[int]:
    """The place in `evidence` of each token, -1 where it has none; of several places the one nearest behind the place before."""
    return Laid(Worded(tokens, ()), Worded(evidence, ())).every


class Laid:
    """A claim laid on evidence: `content` gives the place there of each word of content, -1 where it has none and for the small words."""

    __slots__ = ("_every", "claim", "content", "evidence")

    def __init__(self, claim: Worded, evidence: Worded) -> None:
        self.claim, self.evidence = claim, evidence
        self.content = _laid(claim, evidence.places)
        self._every: list[int] | None = None

    @property
    def every(self) -> list[int]:
        """The places with those of the small words, found when they are asked for."""
        if self._every is None:
            self._every = list(self.content)
            last = 0
            for i, token in enumerate(self.claim.tokens):
                if token.kind != "function":
                    last = self._every[i] if self._every[i] >= 0 else last
                elif token.stem in self.evidence.places.first:
                    self._every[i] = _nearest(self.evidence.places.of(token.stem), last)
        return self._every


def _laid(claim: Worded, places: Places) -> list[int]:
    first, again, by_group, stems = places.first, places.again, places.by_group, places.stems
    aligned = [-1] * len(claim.tokens)
    last = 0
    for i, (_, _, stem, _, groups) in zip(claim.at, claim.content, strict=True):
        place = first.get(stem, -1)
        if place < 0:
            found = [j for group in groups for j in by_group.get(group, ())] if groups else []
            if not found:
                found = [j for other in stems.akin(stem) for j in places.of(other)]
            if not found:
                continue
            place = _nearest(found, last)
        elif stem in again:
            place = _nearest(again[stem], last)
        aligned[i] = last = place
    return aligned


def _nearest(found: Sequence[int], last: int) -> int:
    """Of several places the first of those nearest behind `last`; one before it is half a step farther."""
    place, least = -1, math.inf
    for j in found:
        cost = j - last - 1 if j > last else last + 1.5 - j
        if cost < least:
            place, least = j, cost
    return place


def _neighbours(at: Sequence[int], aligned: Sequence[int]) -> int:
    count, before = 0, -1
    for i in at:
        here = aligned[i]
        if here >= 0 and before >= 0 and -_REACH <= here - before <= _REACH:
            count += 1
        before = here
    return count


def _longest_gap(at: Sequence[int], aligned: Sequence[int]) -> int:
    longest = run = 0
    for i in at:
        if aligned[i] < 0:
            run += 1
            if run > longest:
                longest = run
        else:
            run = 0
    return longest


def _replaced(at: Sequence[int], aligned: Laid) -> tuple[int, int, int]:
    """How many words stand where the evidence has their opposite, another member of their set, or another number.

    The place of a word that has none is where its neighbours (two on each side) are found, two words on.
    """
    claim, evidence, places = aligned.claim, aligned.evidence, aligned.content
    counts = {"opposite": 0, "set": 0, "number": 0}
    for i, others in claim.opposable.items():
        if places[i] >= 0 or i not in at:
            continue
        q = at.index(i)
        near = {
            r
            for k in at[max(0, q - 2) : q + 3]
            if (centre := evidence.rank.get(places[k])) is not None
            for r in range(max(0, centre - 2), min(len(evidence.at), centre + 3))
        }
        rivals = [(relation, evidence.at[r]) for r in near if (relation := _relation(others, evidence.content[r]))]
        relations = {relation for relation, j in rivals if j not in aligned.every} if rivals else ()
        for relation in ("opposite", "set", "number"):
            if relation in relations:
                counts[relation] += 1
                break
    return counts["opposite"], counts["set"], counts["number"]


def _relation(others: Mapping[str, str] | None, token: Token) -> str | None:
    """How a word stands to one that `others` exclude, or to a number (None)."""
    if others is None:
        return "number" if token.kind == "number" else None
    return others.get(token.stem)


def _negation(at: Sequence[int], aligned: Laid) -> int:
    """How many negations stand on one side only, beside words that are on both."""
    evidence, every = aligned.evidence, aligned.every
    own, theirs = aligned.claim.negations, evidence.negations
    count = 0
    for i in own:
        places = [every[k] for k in ([k for k in at if k > i][:2] or at[-1:]) if every[k] >= 0]
        count += bool(places) and not any(abs(j - place) <= _REACH + 1 for j in theirs for place in places)
    for j in theirs:
        following = [k for k in evidence.at[bisect_right(evidence.at, j) :][:2] if k < j + 12]
        places = [i for i, place in enumerate(every) if place in following]
        count += len(places) == 2 and not any(abs(i - place) <= _REACH + 1 for i in own for place in places)
    return count
