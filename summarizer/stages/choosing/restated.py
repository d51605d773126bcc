"""Numbers that an article itself says have changed ("raised from 19 to 27", "1.2 billion, not 12"), or that slipped by a decimal point."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.article import Sentence
from summarizer.stages.checks.passage import passage
from summarizer.stages.checks.quantities import quantities as parsed
from summarizer.stages.choosing.figures import Quantity
from summarizer.stages.text.terms import words
from summarizer.value import Value

_FROM = re.compile(r"\bfrom (?:about |some |nearly |around )?$", re.I)
_TO = re.compile(r"^(?:\s\w+){0,4}?\s(?:to|up to|down to)(?: about| some| nearly| around)?$", re.I)
_NOT = re.compile(r"^(?:\s\w+)?,?\s(?:and )?(?:not|rather than|instead of)(?: the| about| some)?$", re.I)
_PUT_RIGHT = re.compile(
    r"\b(?:wrong(?:ly)?|right (?:number|figure|sum)|correct(?:ed|ion|ions|s)?|mistak\w+|in error|errors?|misprint\w*|typo|decimal|"
    r"ten times|a tenth)\b",
    re.I,
)
_NO_AMOUNT = frozenset(("time", "year", "day", "decade", "label", "ordinal", "age"))


class Change(Value):
    """The old and the new number of one sentence: amounts with scale applied, the new one as it is written."""

    sentence: Sentence
    old: float
    new: float
    start: int
    end: int

    @property
    def value(self) -> str:
        """The new number in the sentence's words."""
        return self.sentence.text[self.start : self.end]


def changes(sentence: Sentence) -> Iterator[Change]:
    """The changes of a number that the sentence states."""
    text, tokens, found = sentence.text, passage(sentence.text).words, parsed(sentence.text)
    for left, right in pairwise(found):
        kind = left.kind.split()[0]
        if kind != right.kind.split()[0] or kind in _NO_AMOUNT or left.value == right.value:
            continue
        between = text[tokens[left.last - 1].end : tokens[right.first].start].rstrip("$€£¥₹ ")
        if _TO.match(between) and _FROM.search(text, 0, _opening(text, tokens[left.first].start)):
            old, new = left, right
        elif _NOT.match(between):
            old, new = right, left
        else:
            continue
        start, end = tokens[new.first].start, tokens[new.last - 1].end
        yield Change(sentence=sentence, old=old.value, new=new.value, start=_opening(text, start), end=end)


def of(change: Change, earlier: Quantity) -> bool:
    """Whether it is this number of another article that the change replaces: the same amount of what the sentence is about."""
    if not math.isclose(change.old, earlier.amount, rel_tol=1e-6):
        return False
    counted = set(words(earlier.unit))
    near = {stem for stem in words(earlier.measure) if not stem[:1].isdigit()} | counted
    shared = near & set(words(change.sentence.text))
    return len(shared) >= 2 or bool(shared & counted)


def slipped(a: float, b: float) -> bool:
    """Whether two amounts are the same digits, two at least, a power of ten apart."""
    if a <= 0 or b <= 0 or a == b:
        return False
    power = math.log10(a / b)
    return abs(power - round(power)) < 1e-9 and len(f"{a:.9g}".split("e")[0].replace(".", "").strip("0")) >= 2


def put_right(sentences: Sequence[Sentence]) -> frozenset[float]:
    """The amounts in sentences that speak of a mistake or put one right."""
    return frozenset(found.value for s in sentences if speaks_of_mistake(s.text) for found in parsed(s.text))


def amounts(sentences: Sequence[Sentence]) -> dict[float, set[str]]:
    """Which articles give which amount."""
    giving: dict[float, set[str]] = {}
    for sentence in sentences:
        for found in parsed(sentence.text):
            giving.setdefault(found.value, set()).add(sentence.article)
    return giving


def speaks_of_mistake(text: str) -> bool:
    """Whether a sentence says that something was wrong or puts it right."""
    return _PUT_RIGHT.search(text) is not None


def _opening(text: str, start: int) -> int:
    return start - 1 if start and text[start - 1] in "$€£¥₹" else start
