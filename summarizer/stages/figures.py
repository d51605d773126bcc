"""Figures: what was measured, and the values that the sources give for it, in their own words."""

import re
from collections.abc import Mapping, Sequence

from summarizer.article import Article, Sentence
from summarizer.stages.salience import Weights
from summarizer.stages.terms import names, words
from summarizer.value import Value

_HEDGE = r"(?:about|approximately|nearly|around|almost|more than|over|some|at least|roughly|up to|under|fewer than|less than|an estimated|as many as|just)"
_UNIT = (
    r"%|percent|per cent|percentage points?|tonnes?|tons?|kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|hectares?|acres?|people|residents|workers|homes|"
    r"households|jobs|passengers|patients|families|vehicles|trucks|ships|vessels|megawatts?|MW|gigawatts?|GW|kg|kilograms?|litres?|barrels?|cubic met(?:er|re)s|"
    r"dollars|euros|pounds|crowns|votes|seats|cases|deaths|injured|dead|companies|schools|students|employees|members|degrees"
)
_QUANTITY = re.compile(
    rf"(?P<hedge>\b{_HEDGE}\s+)?(?P<money>(?:US|C|A)?[$€£¥]\s?)?(?P<number>\d[\d,]*(?:\.\d+)?(?:\s?[-–]\s?\d[\d,.]*\d)?)"
    rf"(?P<scale>\s?(?:million|billion|trillion|thousand|bn|m|k)\b)?(?:[\s-]?(?P<unit>{_UNIT})(?!\w))?"
)
_BREAK = re.compile(r"[;:—–]|,(?!\d)|\b(?:because|while|whereas|although|after|before|when|that|but)\b", re.I)
_PERCENT = {"percent", "per cent", "%"}


class Quantity(Value):
    """One number with its unit where it stands: `sentence.text[start:end]` is the number with hedge, currency, scale and unit.

    `amount` is the plain number (scale applied) for comparison; `measure` the clause around it with "…" in its place.
    """

    sentence: Sentence
    start: int
    end: int
    value: str
    unit: str
    amount: float
    measure: str


def quantities(sentence: Sentence) -> tuple[Quantity, ...]:
    """The numbers of a sentence that carry a unit or a currency, each with what it measures."""
    found = []
    for match in _QUANTITY.finditer(sentence.text):
        money, unit, scale = match.group("money"), match.group("unit"), (match.group("scale") or "").strip()
        if not (money or unit):
            continue
        amount = _amount(match.group("number"), scale)
        if amount is None:
            continue
        name = money.strip() if money else ("%" if unit.lower() in _PERCENT else unit)
        written = (match.group("hedge") or "") + match.group("number") + (" " + scale if scale else "")
        found.append(
            Quantity(
                sentence=sentence, start=match.start(), end=match.end(), value=written.strip(), unit=name, amount=amount,
                measure=_measure(sentence.text, match.start(), match.end()),
            )
        )  # fmt: skip
    return tuple(found)


_SCALES = {"million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "thousand": 1e3, "k": 1e3}


def _amount(number: str, scale: str) -> float | None:
    first = re.split(r"[-–]", number)[0].replace(",", "").strip(" .")
    try:
        return float(first) * _SCALES.get(scale.lower(), 1.0)
    except ValueError:
        return None


def _measure(text: str, start: int, end: int) -> str:
    """The clause that holds the number, widened to the whole sentence when it opens with a pronoun or has too few words."""
    left = max((m.end() for m in _BREAK.finditer(text, 0, start)), default=0)
    right = next((m.start() for m in _BREAK.finditer(text, end)), len(text))
    clause = f"{text[left:start]}…{text[end:right]}".strip(" .,“”\"")
    thin = len(clause.split()) < 5 or re.match(r"(?:it|they|he|she|this|that|which|who|and|or)\b", clause, re.I)
    whole = f"{text[:start]}…{text[end:]}".strip(" .,“”\"")
    return whole if thin and len(whole.split()) <= 26 else clause


def same_measure(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers measure the same thing: same unit, and the clauses around them share most of their words, names apart."""
    if a.unit != b.unit:
        return False
    mine, theirs = (set(words(q.measure)) - {part.lower() for name in names(q.measure) for part in name.split()} for q in (a, b))
    shared, either = len(mine & theirs), len(mine | theirs)
    return shared >= 2 and shared >= 0.6 * either


def group(articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]], weights: Weights) -> tuple[tuple[Quantity, ...], ...]:
    """The numbers of a story grouped by what they measure, weightiest measure first; inside a group one value an article."""
    groups: list[list[Quantity]] = []
    for article in articles:
        for sentence in sentences.get(article.id, ()):
            if sentence.aside is not None or sentence.role != "prose":
                continue
            for quantity in quantities(sentence):
                home = next((g for g in groups if same_measure(g[0], quantity)), None)
                if home is None:
                    groups.append([quantity])
                elif not any(q.sentence.article == quantity.sentence.article and q.amount == quantity.amount for q in home):
                    home.append(quantity)
    scored = sorted(groups, key=lambda g: (-_worth(g, weights), g[0].sentence.key, g[0].start))
    return tuple(tuple(g) for g in scored)


def _worth(group: Sequence[Quantity], weights: Weights) -> float:
    best = max(weights.of(q.measure) / max(6, len(q.measure.split())) for q in group)
    return best * (1.0 + 0.5 * (len({q.sentence.article for q in group}) - 1)) * (0.6 if re.search(r"\b(?:it|they|this)\b", group[0].measure) else 1.0)
