"""Where sources disagree, or seem to: contradiction, supersession, different measures, one quotation with two speakers, a claim
and its denial."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, permutations
from typing import Literal, NamedTuple

from summarizer.article import Article, Sentence
from summarizer.stages.choosing.figures import Quantity
from summarizer.stages.choosing.rivals import Rivals
from summarizer.stages.choosing.salience import Weights
from summarizer.stages.choosing.sequence import Told, events, occasions
from summarizer.stages.text.speech import quoted, speaker
from summarizer.stages.text.terms import names, words
from summarizer.value import Value


class Disagreement(Value):
    """A conflict before its sides are cited: each side is one sentence of one article."""

    question: str
    kind: Literal["contradiction", "superseded", "different_measure"]
    sides: tuple[Sentence, ...]
    reading: str
    weight: float
    values: tuple[str, ...] = ()
    """The number each side turns on, as its sentence has it; empty where it is not about numbers."""


def counts(found: Sequence[Rivals], weights: Weights) -> list[Disagreement]:
    """Numbers that compete, told as contradiction or as the later count."""
    return [
        Disagreement(
            question=_opened(f"{_with_unit(pair.early)} or {_with_unit(pair.late)}?"),
            kind="superseded" if pair.superseded else "contradiction",
            sides=(pair.early.sentence, pair.late.sentence),
            reading=_reading(pair),
            weight=weights.of(pair.early.sentence.text) / max(8, len(pair.early.sentence.text.split())) * pair.shared,
            values=(pair.early.value, pair.late.value),
        )
        for pair in found
    ]


def _reading(pair: Rivals) -> str:
    if not pair.superseded:
        return "The sources differ; neither figure is shown to be later."
    late = _opened(_with_unit(pair.late))
    return f"{late} is right, most sources say; the other was a mistake." if pair.put_right else f"{late} is the later figure."


def contradictions(groups: Sequence[Sequence[Quantity]], order: Mapping[str, int], weights: Weights) -> list[Disagreement]:
    """Different percentages for one measure, told in nearly the same words by different articles."""
    found = []
    for group in groups:
        first = group[0]
        other = next((q for q in group[1:] if q.sentence.article != first.sentence.article and not _close(q.amount, first.amount)), None)
        if other is None or first.kind != "percent":
            continue
        early, late = sorted((first, other), key=lambda q: order[q.sentence.article])
        found.append(
            Disagreement(
                question=_opened(f"{_with_unit(early)} or {_with_unit(late)}?"),
                kind="contradiction",
                sides=(early.sentence, late.sentence),
                reading="Two sources give different values for the same measure.",
                weight=weights.of(first.measure),
                values=(early.value, late.value),
            )
        )
    return found


def different_measures(groups: Sequence[Sequence[Quantity]], weights: Weights) -> list[Disagreement]:
    """Shares ("44% of …") about one subject that look contradictory and are shares of different things."""
    kin: list[list[Quantity]] = []
    for group in groups:
        first = group[0]
        if first.kind != "percent" or not re.match(r"\s*of\b", first.sentence.text[first.end :]):
            continue
        home = next((family for family in kin if _kindred(family[0], first)), None)
        if home is None:
            kin.append([first])
        else:
            home.append(first)
    found = []
    for family in kin:
        values = {q.amount for q in family}
        articles = {q.sentence.article for q in family}
        if len(values) < 2 or len(articles) < 2:
            continue
        sides = sorted({q.sentence.article: q for q in reversed(family)}.values(), key=lambda q: q.amount)[:4]
        found.append(
            Disagreement(
                question=_opened(f"{_listed([_with_unit(q) for q in sides])}: do they disagree?"),
                kind="different_measure",
                sides=tuple(q.sentence for q in sides),
                reading="No: they measure different things.",
                weight=2.0 * max(weights.of(q.measure) for q in sides),
                values=tuple(q.value for q in sides),
            )
        )
    return found


def _kindred(a: Quantity, b: Quantity) -> bool:
    """Clauses about one subject and object that do not say the same."""
    shared = set(words(a.sentence.text)) & set(words(b.sentence.text))
    return len(shared) >= 3 and len(set(words(a.measure)) & set(words(b.measure))) >= 2


def superseded(
    articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]], order: Mapping[str, int], weights: Weights
) -> list[Disagreement]:
    """What an earlier article expects and a later one tells as done."""
    ahead: list[tuple[Sentence, Told]] = []
    done: list[tuple[Sentence, Told]] = []
    for article in articles:
        for sentence in sentences.get(article.id, ()):
            if sentence.aside is None and sentence.role == "prose" and 8 <= len(sentence.text.split()) <= 45:
                expected, told = events(sentence.text)
                if expected:
                    ahead.append((sentence, expected))
                if told:
                    done.append((sentence, told))
    by_pair: dict[tuple[str, str], list[int]] = {}
    for index, (_, pairs) in enumerate(done):
        for pair in pairs:
            by_pair.setdefault(pair, []).append(index)
    best: tuple[float, Sentence, Sentence, Told] | None = None
    for early, pairs in ahead:
        hits: dict[int, int] = {}
        for pair in pairs:
            for index in by_pair.get(pair, ()):
                hits[index] = hits.get(index, 0) + 1
        for index, shared in hits.items():
            late, theirs = done[index]
            if order[late.article] <= order[early.article] or _FORMER.search(late.text) or not occasions(pairs & theirs):
                continue
            score = (
                shared
                / (len(pairs) + len(theirs))
                * (weights.of(early.text) + weights.of(late.text))
                / (len(early.text.split()) + len(late.text.split()))
            )
            if best is None or score > best[0]:
                best = (score, early, late, pairs & theirs)
    if best is None:
        return []
    score, early, late, shared_pairs = best
    known = {part for part, _ in shared_pairs}
    who = " and ".join([name for name in dict.fromkeys(names(early.text)) if known & {part.lower() for part in name.split()}][:2])
    return [
        Disagreement(
            question=f"{who}: still to come, or done?",
            kind="superseded",
            sides=(early, late),
            reading="Done, the later report says.",
            weight=score * 100,
        )
    ]


_FORMER = re.compile(r"\b(?:previous|earlier|former|last (?:month|year|spring|summer|autumn|winter)|since|first)\b", re.I)
_UNNAMED = re.compile(
    r"\b(?:an?|the|one|some|unnamed|senior|mid-level|lower-level|"
    r"another)\s+(?:[\w-]+\s+){0,4}?(?:officials?|person|source|sources|spokes\w+|figure|diplomat|adviser|"
    r"aide|negotiator|insider|executive|manager|engineer|minister)\b",
    re.I,
)


class _Spoken(NamedTuple):
    """Quoted words, the sentence they stand in without them, and who is named as saying them."""

    sentence: Sentence
    said: tuple[str, ...]
    around: str
    named: str | None


def speakers(articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]], weights: Weights) -> list[Disagreement]:
    """The same quoted words given to a named person in one article and to somebody else, or to nobody by name, in another."""
    held: dict[str, list[_Spoken]] = {}
    for spoken in (spoken for article in articles for spoken in _spoken(sentences.get(article.id, ()))):
        for pair in pairwise(spoken.said):
            held.setdefault(" ".join(pair), []).append(spoken)
    best: Disagreement | None = None
    for uses in held.values():
        for named, unnamed in permutations(uses[:12], 2):
            somebody = _UNNAMED.search(unnamed.around)
            if named.sentence.article == unnamed.sentence.article or named.named is None or unnamed.named is not None or not somebody:
                continue
            alike = len({*named.said} & {*unnamed.said}) >= 0.7 * min(len({*named.said}), len({*unnamed.said}))
            if not alike or not set(named.named.split()).isdisjoint(part for name in names(unnamed.around) for part in name.split()):
                continue
            weight = sum(weights.of(s.text) / len(s.text.split()) for s in (named.sentence, unnamed.sentence))
            if best is None or weight > best.weight:
                best = Disagreement(
                    question=f"Whose words: {somebody.group()} or {named.named}?",
                    kind="contradiction",
                    sides=(unnamed.sentence, named.sentence),
                    reading="The sources name different speakers.",
                    weight=weight,
                )
    return [best] if best else []


def _spoken(own: Sequence[Sentence]) -> Iterator[_Spoken]:
    for index, sentence in enumerate(own):
        if sentence.aside is not None or sentence.role != "prose":
            continue
        before = [s.text for s in own[max(0, index - 4) : index] if s.aside is None]
        for start, end in quoted(sentence.text):
            who = speaker(sentence.text, (start, end), before)
            yield _Spoken(
                sentence=sentence,
                said=tuple(words(sentence.text[start:end])),
                around=sentence.text[:start] + sentence.text[end:],
                named=who if who and who[:1].isupper() and not _UNNAMED.match(who) else None,
            )


_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied)|disput(?:es?|ed)|challeng(?:es?|ed) (?:that|the|his|her|their|\w+[’']s)|"
    r"reject(?:s|ed) (?:\w+[’']s|the|that|claims?|accusations?|reports?)|dismiss(?:es|ed)|contradict(?:s|ed)|"
    r"is not (?:credible|true|correct|accurate)|was (?:false|wrong|incorrect)|no evidence|"
    r"charges of hypocrisy|met with skepticism|met with scepticism)\b",
    re.I,
)


def denials(articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]], weights: Weights) -> list[Disagreement]:
    """A claim, and somebody's denial of it: the denial's sentence with the sentence before it that it shares most with."""
    found = []
    for article in articles:
        own = [s for s in sentences.get(article.id, ()) if s.aside is None and s.role == "prose"]
        for index, sentence in enumerate(own):
            if index == 0 or not _DENIAL.search(sentence.text) or not names(sentence.text):
                continue
            before = own[max(0, index - 3) : index]
            mine = set(words(sentence.text)) | {n.split()[-1].lower() for n in names(sentence.text)}
            claim = max(before, key=lambda s: _shared(s, mine))
            if _shared(claim, mine) < 3:
                continue
            found.append(
                Disagreement(
                    question="One side says it, another disputes it.",
                    kind="contradiction",
                    sides=(claim, sentence),
                    reading="The sources do not settle it.",
                    weight=weights.of(sentence.text) / len(sentence.text.split()) * (1.5 if "“" in sentence.text else 1.0),
                )
            )
    return sorted(found, key=lambda d: -d.weight)[:1]


def _shared(sentence: Sentence, mine: set[str]) -> int:
    return len(mine & (set(words(sentence.text)) | {name.split()[-1].lower() for name in names(sentence.text)}))


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 0.02 * max(abs(a), abs(b))


def _with_unit(quantity: Quantity) -> str:
    if quantity.unit in ("%", ""):
        return f"{quantity.value}{quantity.unit}"
    return f"{quantity.unit}{quantity.value}" if quantity.unit in "$€£¥₹" else f"{quantity.value} {quantity.unit}"


def _listed(values: Sequence[str]) -> str:
    return ", ".join(values[:-1]) + f" and {values[-1]}"


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]
