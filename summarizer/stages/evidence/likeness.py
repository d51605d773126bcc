"""How far a claim's words are borne out by sentences: the interpretable quantities that the aligner weighs."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.stages.text.index import AKIN, SYNONYM, Index
from summarizer.stages.text.wording import NEGATIONS, Token, akin, excludable, excludes, initials, is_acronym, wording

CLASS_WEIGHTS = {"word": 1.0, "name": 1.25, "number": 1.3, "function": 0.0}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HEDGES = _set("""
    may might could would should can possibly perhaps likely expected plans planned alleged allegedly reportedly suspected proposed
    potential potentially threatened
""")
_MONTH_STEMS = frozenset(f"m{number}" for number in range(1, 13))
_RELATIVE_DAYS = frozenset(("yesterday", "today", "tomorrow"))
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
    tokens = wording(text)
    at = [i for i, token in enumerate(tokens) if token.kind != "function"]
    if not at:
        return None
    content = [tokens[i] for i in at]
    if len(index.texts) == 1:  # all words are equally rare, and the one sentence is all the evidence
        chosen = [0]
        weights = [1.5 * CLASS_WEIGHTS[token.kind] for token in content]
        covered = strengths(content, index.tokens(0), SYNONYM)
        anywhere, together = covered, sum(1 for one, two in pairwise(covered) if one and two)
    else:
        weights = [CLASS_WEIGHTS[token.kind] * (0.5 + index.weight(token.stem)) for token in content]
        hits = [index.hits(token) for token in content]
        chosen, covered = greedy(hits, weights, index, most, 0.08)
        anywhere = [max(found.values(), default=0.0) for found in hits]
        together = sum(1 for one, two in pairwise(hits) if not one.keys().isdisjoint(two))
    evidence = [token for number in sorted(chosen) for token in index.tokens(number)]
    aligned = align(tokens, evidence)
    missing = {token.kind for token, cover in zip(content, covered, strict=True) if not cover}
    spelt = spelt_otherwise(text, [index.texts[number] for number in chosen]) if "name" in missing else frozenset()
    apart = _dates_apart(tokens, evidence) if missing else frozenset()
    words = [
        (token, 1.0 if i in spelt else cover, 1.0 if i in spelt else found, weight)
        for i, token, cover, found, weight in zip(at, content, covered, anywhere, weights, strict=True)
        if i not in apart
    ]
    at = [i for i in at if i not in apart]
    total, pairs = sum(weight for *_, weight in words), len(content) - 1
    if not total:
        return None
    names = [(cover, weight) for token, cover, _, weight in words if token.kind == "name"]
    new = [token.kind for token, _, found, _ in words if not found]
    opposite, excluded, swapped = _replaced(tokens, at, evidence, aligned)
    hedged = any(t.lower in _HEDGES for t in tokens) and not any(t.lower in _HEDGES for t in evidence)
    return total, Likeness(
        covered=sum(found * weight for _, _, found, weight in words) / total,
        names=sum(c * w for c, w in names) / sum(w for _, w in names) if names else 1.0,
        near=_neighbours(at, aligned) / (len(at) - 1) if len(at) > 1 else 1.0,
        together=together / pairs if pairs else 1.0,
        new_names=new.count("name"),
        new_numbers=new.count("number"),
        new_words=new.count("word"),
        gap=_longest_gap(at, aligned),
        negation=_negation(tokens, at, evidence, aligned),
        opposite=opposite,
        excluded=excluded,
        swapped=swapped,
        hedged=float(hedged),
    )


def spelt_otherwise(claim: str, evidence: Sequence[str]) -> frozenset[int]:
    """The tokens of a claim that the evidence spells out ("WHO" for World Health Organization) or writes by their initials."""
    tokens = wording(claim)
    spelt_out = {acronym for text in evidence for acronym, _ in initials(text)}
    written = {token.stem for text in evidence for token in wording(text) if is_acronym(token)}
    found = {i for i, token in enumerate(tokens) if is_acronym(token) and token.stem in spelt_out}
    return frozenset(found.union(*(run for acronym, run in initials(claim) if acronym in written)))


def _dates_apart(tokens: Sequence[Token], evidence: Sequence[Token]) -> frozenset[int]:
    """The tokens of dates that the evidence gives in another form (a weekday, "yesterday", a day of a month).

    Words cannot tell whether these are one day: the check of dates, which knows the article's date, does.
    """
    days, weekdays = _date_tokens(tokens)
    if not days and not weekdays:
        return frozenset()
    their_days, their_weekdays = _date_tokens(evidence)
    known = {token.stem for token in evidence}
    apart = (days if their_weekdays and not their_days else set()) | (weekdays if their_days and not their_weekdays else set())
    return frozenset(i for i in apart if tokens[i].stem not in known)


def _date_tokens(tokens: Sequence[Token]) -> tuple[set[int], set[int]]:
    """The tokens of days of months, and of weekdays and days told from today."""
    days: set[int] = set()
    for i, token in enumerate(tokens):
        if token.stem in _MONTH_STEMS:
            days.add(i)
            days.update(j for j in (i - 1, i + 1, i + 2) if 0 <= j < len(tokens) and tokens[j].kind == "number")
    return days, {i for i, token in enumerate(tokens) if token.stem.startswith("d:") or token.lower in _RELATIVE_DAYS}


def strengths(content: Sequence[Token], tokens: Sequence[Token], synonym: float) -> list[float]:
    """How well each word of a text is found among the words of one sentence: 1 itself, AKIN, `synonym`, or 0."""
    stems = {token.stem for token in tokens if token.kind != "function"}
    groups: set[int] | None = None
    prefixes: dict[str, str] | None = None
    found = []
    for token in content:
        if token.stem in stems:
            found.append(1.0)
            continue
        if groups is None or prefixes is None:
            groups = set().union(*(token.groups for token in tokens if token.kind != "function"))
            prefixes = {stem[:4]: stem for stem in stems if len(stem) >= 4}
        if len(token.stem) >= 5 and (other := prefixes.get(token.stem[:4])) is not None and akin(token.stem, other):
            found.append(AKIN)
        else:
            found.append(synonym if not groups.isdisjoint(token.groups) else 0.0)
    return found


def align(tokens: Sequence[Token], evidence: Sequence[Token]) -> list[int]:
    """The place in `evidence` of each token, -1 where it has none; of several places the one nearest behind the place before."""
    places: dict[str, list[int]] = {}
    groups: dict[int, list[int]] = {}
    prefixes: dict[str, list[str]] = {}
    for j, token in enumerate(evidence):
        known = places.get(token.stem)
        if known is not None:
            known.append(j)
            continue
        places[token.stem] = [j]
        if token.kind != "function":
            for group in token.groups:
                groups.setdefault(group, []).append(j)
            prefixes.setdefault(token.stem[:4], []).append(token.stem)
    aligned: list[int] = []
    last = 0
    for token in tokens:
        found = places.get(token.stem)
        if found is None and token.kind != "function":
            found = [j for group in token.groups for j in groups.get(group, ())]
            if not found and len(token.stem) >= 5 and token.stem[:4] in prefixes:
                found = [j for stem in prefixes[token.stem[:4]] if akin(token.stem, stem) for j in places[stem]]
        if not found:
            aligned.append(-1)
            continue
        place = found[0]
        if len(found) > 1:
            place = min(found, key=lambda j: abs(j - last - 1) + (0.5 if j <= last else 0.0))
        aligned.append(place)
        if token.kind != "function":
            last = place
    return aligned


def _neighbours(at: Sequence[int], aligned: Sequence[int]) -> int:
    return sum(1 for a, b in pairwise(at) if aligned[a] >= 0 and aligned[b] >= 0 and abs(aligned[a] - aligned[b]) <= _REACH)


def _longest_gap(at: Sequence[int], aligned: Sequence[int]) -> int:
    longest = run = 0
    for i in at:
        run = run + 1 if aligned[i] < 0 else 0
        longest = max(longest, run)
    return longest


def _replaced(tokens: Sequence[Token], at: Sequence[int], evidence: Sequence[Token], aligned: Sequence[int]) -> tuple[int, int, int]:
    """How many words stand where the evidence has their opposite, another member of their set, or another number.

    The place of a word that has none is where its neighbours (two on each side) are found, two words on.
    """
    if all(aligned[i] >= 0 for i in at):
        return 0, 0, 0
    taken = set(aligned)
    content = [j for j, token in enumerate(evidence) if token.kind != "function"]
    rank = {j: r for r, j in enumerate(content)}
    counts = {"opposite": 0, "set": 0, "number": 0}
    for q, i in enumerate(at):
        if aligned[i] >= 0:
            continue
        token = tokens[i]
        if token.kind != "number" and not excludable(token):
            continue
        near: set[int] = set()
        for k in at[max(0, q - 2) : q + 3]:
            centre = rank.get(aligned[k])
            if centre is not None:
                near.update(range(max(0, centre - 2), min(len(content), centre + 3)))
        relations = {_relation(token, evidence[content[r]]) for r in near if content[r] not in taken}
        for relation in ("opposite", "set", "number"):
            if relation in relations:
                counts[relation] += 1
                break
    return counts["opposite"], counts["set"], counts["number"]


def _relation(one: Token, other: Token) -> str | None:
    if one.kind == "number" and other.kind == "number":
        return "number"
    return excludes(one, other)


def _negation(tokens: Sequence[Token], at: Sequence[int], evidence: Sequence[Token], aligned: Sequence[int]) -> int:
    """How many negations stand on one side only, beside words that are on both."""
    own = [i for i, token in enumerate(tokens) if token.lower in NEGATIONS]
    theirs = [j for j, token in enumerate(evidence) if token.lower in NEGATIONS]
    if not own and not theirs:
        return 0
    count = 0
    for i in own:
        places = [aligned[k] for k in ([k for k in at if k > i][:2] or at[-1:]) if aligned[k] >= 0]
        count += bool(places) and not any(abs(j - place) <= _REACH + 1 for j in theirs for place in places)
    for j in theirs:
        following = [k for k in range(j + 1, min(len(evidence), j + 12)) if evidence[k].kind != "function"][:2]
        places = [i for i, place in enumerate(aligned) if place in following]
        count += len(places) == 2 and not any(abs(i - place) <= _REACH + 1 for i in own for place in places)
    return count
