"""Figures: what was measured, and the values that the sources give for it, in their own words."""

import re
from collections.abc import Iterator, Mapping, Sequence

from summarizer.article import Article, Sentence
from summarizer.stages.checks.passage import passage
from summarizer.stages.checks.quantities import Quantity as Parsed
from summarizer.stages.checks.quantities import quantities as parsed
from summarizer.stages.choosing.salience import Weights
from summarizer.stages.text.speech import even
from summarizer.stages.text.terms import names, words
from summarizer.value import Value

_HEDGE = re.compile(
    r"\b(?:about|approximately|nearly|around|almost|more than|over|some|at least|roughly|up to|under|"
    r"fewer than|less than|an estimated|as many as|just|only)\s+$",
    re.I,
)
_TOLD = frozenset(
    ["percent", "point", "count", "money", "length", "mass", "volume", "area", "power", "speed", "energy", "data", "cubic", "square"]
)
"""Kinds of number that make a figure; times, ages, dates, labels, ordinals and fractions do not."""
_MARKS = "$€£¥₹"
_PERCENT = re.compile(r"\s*(?:%|per ?cent|pct)\.?$", re.I)
_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "his", "her", "this", "that", "these", "those"])
_TO = frozenset(["to", "–", "-"])
_BREAK = re.compile(r"[;:—–]|,(?!\d)|\b(?:because|while|whereas|although|after|before|when|that|but)\b", re.I)


class Quantity(Value):
    """One number with its unit where it stands: `sentence.text[start:end]` is the number with hedge, currency, scale and unit.

    `value` and `unit` are the source's words; numbers compare when their `kind` is the same, by `amount` (scale and unit applied);
    `measure` is the
    clause around the number with "…" in its place.
    """

    sentence: Sentence
    start: int
    end: int
    value: str
    unit: str
    kind: str
    amount: float
    measure: str


def quantities(sentence: Sentence) -> tuple[Quantity, ...]:
    """The numbers of a sentence that count or measure something; "from 20 percent to 10 percent" is one."""
    tokens = passage(sentence.text).words
    told = [
        found for found in parsed(sentence.text) if _tells(found) and not _is_hour([t.lower for t in tokens[found.last : found.last + 1]])
    ]
    return tuple(_moves([_quantity(sentence, found) for found in told]))


def _tells(found: Parsed) -> bool:
    return found.kind.split()[0] in _TOLD and (found.kind != "count" or bool(found.noun))


def _is_hour(after: Sequence[str]) -> bool:
    """Whether a number is a time of day in German ("um 23.10 Uhr")."""
    return after == ["uhr"]


def _quantity(sentence: Sentence, found: Parsed) -> Quantity:
    text, tokens = sentence.text, passage(sentence.text).words
    start, end, noun = tokens[found.first].start, tokens[found.last - 1].end, found.noun
    if text[start - 1 : start] in _MARKS and start > 0:
        start -= 1
        value, unit = text[start + 1 : end], text[start]
    elif found.kind == "count":
        value = text[start:end]
        counted = tokens[found.last : found.last + 4]
        if len(counted) > 2 and counted[0].text.endswith("s") and found.noun not in (counted[0].stem, counted[1].stem):
            noun = counted[0].stem  # "4.2 million florins comes home": what is counted ends with its plural
        place = next((n for n, t in enumerate(counted) if t.stem == noun), None)
        if place and place + 1 < len(counted) and counted[place - 1].text.endswith("s") and counted[place + 1].lower in _DETERMINERS:
            noun = counted[place - 1].stem  # "a million land mines line the border": what stands before its own "the" is a verb
        end = next((t.end for t in counted if t.stem == noun), end)
        unit = text[start + len(value) : end].strip()
    elif found.kind == "percent":
        unit, value = "%", _PERCENT.sub("", text[start:end])
    elif found.last - found.first > 1:
        unit = tokens[found.last - 1].text
        value = text[start : tokens[found.last - 2].end]
    else:
        value, unit = text[start:end], ""
    hedge = _HEDGE.search(text, 0, start)
    if hedge:
        start = hedge.start()
        value = f"{hedge.group().strip()} {value}"
    kind = f"count {noun}" if found.kind == "count" else found.kind
    return Quantity(
        sentence=sentence, start=start, end=end, value=value, unit=unit, kind=kind, amount=found.value, measure=_measure(text, start, end)
    )


def _moves(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """With two values of one unit joined by "to" told as the one change or range that they are; its amount is the last value."""
    skip = -1
    for index, quantity in enumerate(found):
        text = quantity.sentence.text
        after = found[index + 1] if index + 1 < len(found) else None
        if index == skip:
            continue
        if after and after.kind == quantity.kind and text[quantity.end : after.start].strip() in _TO:
            skip = index + 1
            value = f"{quantity.value} to {after.value}"
            yield quantity.model_copy(
                update={
                    "end": after.end,
                    "value": value,
                    "unit": after.unit or quantity.unit,
                    "amount": after.amount,
                    "measure": _measure(text, quantity.start, after.end),
                }
            )
        else:
            yield quantity


def _measure(text: str, start: int, end: int) -> str:
    """The clause that holds the number, widened to the whole sentence when it opens with a pronoun or has too few words."""
    left = max((m.end() for m in _BREAK.finditer(text, 0, start)), default=0)
    right = next((m.start() for m in _BREAK.finditer(text, end)), len(text))
    clause = f"{text[left:start]}…{text[end:right]}".strip(' .,“”"')
    thin = len(clause.split()) < 5 or re.match(r"(?:it|they|he|she|this|that|which|who|and|or)\b", clause, re.I)
    whole = f"{text[:start]}…{text[end:]}".strip(' .,“”"')
    return whole if thin and len(whole.split()) <= 26 else clause


_OPENS_ILL = re.compile(
    r"^(?:it|its|they|their|he|his|she|her|this|that|these|those|which|who|whose|and|or|but|as|to|of|in|on|at|by|for|from|"
    r"with|will|would|is|was|were|are|has|had|have|said|says|told|raising|bringing|also|along|reportedly|including|…|\w+ing|\w+ed)\b|^…",
    re.I,
)


_FEWEST = 4
"""Words of a measure, "…" for its number among them: "A cool …" says nothing."""
_HALF = re.compile(r"… (?:(?:to|of|out of|and|or) )?[$€£]?\d|\b(?:between|and|or) …|^(?:The|A|An|Its|Their) …|\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")


def reads_well(quantity: Quantity) -> bool:
    """Whether a measure reads on its own: it opens with a subject, not in the middle of a clause; it is not half of "88 votes to 71"
    or of a "9-9-9 plan"; nothing is left out of it; nobody says it of himself; what is counted is a thing, not the rest of a headline."""
    measure = quantity.measure
    if _joined(quantity) or "..." in measure or measure.count("…") > 1 or not even(measure) or len(measure.split()) < _FEWEST:
        return False
    return not _OPENS_ILL.match(measure) and not _HALF.search(measure) and len(quantity.unit.split()) <= 4


def _joined(quantity: Quantity) -> bool:
    """Whether a number is one of several that hyphens join: "9-9-9"."""
    text = quantity.sentence.text
    before, after = text[max(0, quantity.start - 2) : quantity.start], text[quantity.end : quantity.end + 2]
    return (
        quantity.value.endswith("-") or quantity.unit.startswith("-") or bool(re.fullmatch(r"\d-", before) or re.fullmatch(r"-\d", after))
    )


def is_small_talk(quantity: Quantity) -> bool:
    """Whether a number is but a word of the sentence ("two countries"): small and spelt out."""
    return quantity.amount < 13 and not any(character.isdigit() for character in quantity.value)


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
        near = sorted({index for stem in topic for index in holding.get((quantity.kind, stem), ())})
        home = next((index for index in near if same_measure(topics[index], topic)), None)
        if home is None:
            groups.append([quantity])
            topics.append(topic)
            for stem in topic:
                holding.setdefault((quantity.kind, stem), []).append(len(groups) - 1)
        elif not any(q.sentence.article == quantity.sentence.article and q.amount == quantity.amount for q in groups[home]):
            groups[home].append(quantity)
    scored = sorted(groups, key=lambda g: (-_worth(g, weights), g[0].sentence.key, g[0].start))
    return tuple(tuple(g) for g in scored)


def _worth(group: Sequence[Quantity], weights: Weights) -> float:
    best = max(weights.of(q.measure) / max(6, len(q.measure.split())) for q in group)
    return (
        best
        * (1.0 + 0.5 * (len({q.sentence.article for q in group}) - 1))
        * (0.6 if re.search(r"\b(?:it|they|this)\b", group[0].measure) else 1.0)
    )
