"""Figures: what was measured, and the values that the sources give for it, in their own words."""

import re
from collections.abc import Iterator, Mapping, Sequence

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
_COUNTED = r"(?:[a-z][a-z-]+\s){0,2}?(?P<noun>[a-z]{3,}(?<!ss)s|people|children|men|women)"
_NOT_COUNTED = frozenset(
    "hours minutes seconds days weeks months years times o'clock was has his this its days' percents pages points is as miles-per-hour yes thus less plus versus years' always "
    "kilometres".split()
)
_QUANTITY = re.compile(
    rf"(?P<hedge>\b{_HEDGE}\s+)?(?P<money>(?:US|C|A)?[$€£¥]\s?)?(?P<number>(?<![\d.,])\d(?:[\d,]*\d)?(?:\.\d+)?(?:\s?[-–]\s?\d[\d,.]*\d)?)"
    rf"(?P<scale>\s?(?:million|billion|trillion|thousand|bn|m|k)\b)?(?:[\s-]?(?P<unit>{_UNIT})(?!\w)|\s{_COUNTED}\b)?"
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
    """The numbers of a sentence that carry a unit or a currency, each with what it measures; "from 20 percent to 10 percent" is one."""
    found: list[Quantity] = []
    for match in _QUANTITY.finditer(sentence.text):
        money, unit, scale = match.group("money"), match.group("unit") or _noun(match), (match.group("scale") or "").strip()
        if not (money or unit) or (unit and not money and re.fullmatch(r"(?:1[89]|20)\d\d", match.group("number")) and not match.group("unit")):
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
    return tuple(_moves(found))


def _moves(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """With two values of one unit joined by "from … to …" told as the one change that they are; its amount is the new value."""
    skip = -1
    for index, quantity in enumerate(found):
        text = quantity.sentence.text
        after = found[index + 1] if index + 1 < len(found) else None
        if index == skip:
            continue
        if after and after.unit == quantity.unit and text[: quantity.start].endswith("from ") and text[quantity.end : after.start].strip() == "to":
            skip = index + 1
            value = f"{quantity.value} to {after.value}"
            yield quantity.model_copy(
                update={"end": after.end, "value": value, "amount": after.amount, "measure": _measure(text, quantity.start, after.end)}
            )
        else:
            yield quantity


def _noun(match: re.Match[str]) -> str | None:
    noun = match.group("noun")
    return None if noun is None or noun in _NOT_COUNTED else noun


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


_OPENS_ILL = re.compile(
    r"^(?:it|they|he|she|this|that|these|those|which|who|whose|and|or|but|as|to|of|in|on|at|by|for|from|with|will|would|is|was|were|are|has|had|have|raising|bringing|…|\w+ing|\w+ed)\b|^…", re.I
)


def opens_well(measure: str) -> bool:
    """Whether a measure reads on its own: it opens with a subject, not in the middle of a clause."""
    return not _OPENS_ILL.match(measure)


def about(quantity: Quantity) -> frozenset[str]:
    """The content stems of what a number measures, names and numbers apart."""
    measure = quantity.measure
    named = {part.lower() for name in names(measure) for part in name.split()}
    return frozenset(stem for stem in words(measure) if stem not in named and not stem[:1].isdigit())


def same_measure(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two numbers of one unit measure the same thing: the clauses around them share most of their words."""
    shared = len(mine & theirs)
    return shared >= 2 and shared >= 0.6 * len(mine | theirs)


def group(articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]], weights: Weights) -> tuple[tuple[Quantity, ...], ...]:
    """The numbers of a story grouped by what they measure, weightiest measure first; inside a group one value an article."""
    groups: list[list[Quantity]] = []
    topics: list[frozenset[str]] = []
    holding: dict[tuple[str, str], list[int]] = {}
    for quantity in (q for a in articles for s in sentences.get(a.id, ()) if s.aside is None and s.role == "prose" for q in quantities(s)):
        topic = about(quantity)
        near = sorted({index for stem in topic for index in holding.get((quantity.unit, stem), ())})
        home = next((index for index in near if same_measure(topics[index], topic)), None)
        if home is None:
            groups.append([quantity])
            topics.append(topic)
            for stem in topic:
                holding.setdefault((quantity.unit, stem), []).append(len(groups) - 1)
        elif not any(q.sentence.article == quantity.sentence.article and q.amount == quantity.amount for q in groups[home]):
            groups[home].append(quantity)
    scored = sorted(groups, key=lambda g: (-_worth(g, weights), g[0].sentence.key, g[0].start))
    return tuple(tuple(g) for g in scored)


def _worth(group: Sequence[Quantity], weights: Weights) -> float:
    best = max(weights.of(q.measure) / max(6, len(q.measure.split())) for q in group)
    return best * (1.0 + 0.5 * (len({q.sentence.article for q in group}) - 1)) * (0.6 if re.search(r"\b(?:it|they|this)\b", group[0].measure) else 1.0)
