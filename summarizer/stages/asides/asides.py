"""Which passages of an article are not its news: advertising, page furniture, orders to machines, repetitions."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from summarizer.article import Aside, AsideReason
from summarizer.stages.asides.adverts import advertorial, needed, pitch, reports, selling_words, sells
from summarizer.stages.asides.anchors import is_anchor, may_hold, triumphs
from summarizer.stages.asides.furniture import furniture
from summarizer.stages.asides.instructions import instruction_spans
from summarizer.stages.asides.passages import Passage, passages, sentences, tied

_STORY = 1.7  # points for advertising under which a passage counts as story
_SHORTEST_STORY = 12  # words
_SURELY_STORY = 45  # words: pitches are rarely so long
_EDGE = 2
_LEAST_REPEATED = 20  # code points
_SHORTEST_SPLIT = 14  # words: shorter paragraphs are judged whole


class _Text:
    """The paragraphs of one text and what has been found of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts = passages(text)
        self.starts = [one.start for one in self.parts]
        self._split: dict[int, list[Passage]] = {}
        self.found: dict[int, AsideReason] = {}
        self.points: list[float] = []
        self.members: frozenset[int] = frozenset()
        self.story: Counter[str] = Counter()

    def split(self, one: Passage) -> list[Passage]:
        """The sentences of a paragraph, found once."""
        if one.start not in self._split:
            self._split[one.start] = sentences(self.text, one)
        return self._split[one.start]

    def ties(self, index: int) -> float:
        return tied(self.parts[index].terms, self.story, index in self.members)


def find_asides(text: str) -> tuple[Aside, ...]:
    """The asides of a text, sorted, apart from one another; offsets are code points into it. Linear in its length."""
    here = _Text(text)
    parts = here.parts
    if not parts:
        return ()
    if (advertorial(parts[:4]) or advertorial(parts[-2:])) and not instruction_spans(text, parts, here.split):
        return (Aside(start=parts[0].start, end=parts[-1].end, reason="advertising"),)
    _furniture(here)
    _adverts(here)
    spans = [Aside(start=parts[at].start, end=parts[at].end, reason=reason) for at, reason in here.found.items()]
    orders = instruction_spans(text, parts, here.split, here.found)
    here.found.update({bisect_right(here.starts, start) - 1: "instruction" for start, _ in orders})
    spans += [Aside(start=start, end=end, reason="instruction") for start, end in orders]
    spans += _inside(here)
    return tuple(sorted(spans, key=lambda aside: aside.start))


def _furniture(here: _Text) -> None:
    seen: set[str] = set()
    for index, one in enumerate(here.parts):
        key = " ".join(one.words)
        if len(key) >= _LEAST_REPEATED and key in seen:
            here.found[index] = "repeated"
        elif furniture(one, alone=True):
            here.found[index] = "boilerplate"
        seen.add(key)


def _adverts(here: _Text) -> None:
    parts, found = here.parts, here.found
    long = Counter([term for one in parts if len(one.words) > _SURELY_STORY for term in one.terms])
    here.points = [
        0.0 if index in found else pitch(one, True, needed(one, tied(one.terms, long, len(one.words) > _SURELY_STORY)))
        for index, one in enumerate(parts)
    ]
    here.members = frozenset(
        index for index, one in enumerate(parts) if index not in found and len(one.words) >= _SHORTEST_STORY and here.points[index] < _STORY
    )
    here.story = Counter([term for index in here.members for term in parts[index].terms])
    if len(parts) < 2:
        return
    open_ones = [index for index in range(len(parts)) if index not in found and here.points[index] > 0]
    for index in open_ones:
        edge = index < _EDGE or index >= len(parts) - _EDGE
        if sells(here.points[index], parts[index], here.ties(index), edge) and not _mixed(here, parts[index]):
            found[index] = "advertising"
    sold = Counter([term for index, reason in found.items() if reason == "advertising" for term in parts[index].terms])
    for index in open_ones if sold else ():  # pitches come in company: of the same seller, or side by side
        company = any(term in sold and not here.story[term] for term in parts[index].terms) or "advertising" in (
            found.get(index - 1),
            found.get(index + 1),
        )
        if index not in found and company and sells(here.points[index], parts[index], here.ties(index), company=True):
            found[index] = "advertising"


def _mixed(here: _Text, one: Passage) -> bool:
    """Whether a paragraph that sells also reports: then its sentences are judged one by one."""
    return reports(one) and len(here.split(one)) > 1


def _inside(here: _Text) -> list[Aside]:
    """Asides that are sentences of a paragraph."""
    spans: list[Aside] = []
    linked: list[Passage] = []
    for index, one in enumerate(here.parts):
        if index in here.found or len(one.words) < _SHORTEST_SPLIT:
            continue
        selling, linking, small = selling_words(one) or here.points[index] >= _STORY, may_hold(one), furniture(one, alone=False) is not None
        if not (selling or linking or small):
            continue
        split = here.split(one)
        reasons = _reasons(here, split, selling, small)
        spans += [Aside(start=one.start, end=one.end, reason=reason) for one, reason in zip(split, reasons, strict=True) if reason]
        if linking:
            linked += [split[at] for at, reason in enumerate(reasons) if reason is None and is_anchor(split[at], here.story, here.text)]
    farm = len(linked) > 1 or "advertising" in here.found.values()
    spans += [Aside(start=one.start, end=one.end, reason="advertising") for one in linked if farm or triumphs(one)]
    return spans


def _reasons(here: _Text, split: Sequence[Passage], selling: bool, small: bool) -> list[AsideReason | None]:
    """What each sentence of a paragraph is; a pitch draws in what stands beside it and says little of the story."""
    reasons: list[AsideReason | None] = [
        "boilerplate" if small and furniture(one, alone=False) else "advertising" if selling and _sells(here, one) else None
        for one in split
    ]
    if "advertising" in reasons:
        order = (*range(len(split)), *reversed(range(len(split))))
        for at in order:
            beside = "advertising" in (reasons[at - 1] if at else None, reasons[at + 1] if at + 1 < len(split) else None)
            if reasons[at] is None and beside and (_sells(here, split[at], company=True) or _cry(split[at])):
                reasons[at] = "advertising"
    return reasons


def _sells(here: _Text, one: Passage, company: bool = False) -> bool:
    return sells(pitch(one, alone=False), one, tied(one.terms, here.story, own=True), company=company)


def _cry(one: Passage) -> bool:
    """A short question or exclamation, as pitches begin."""
    return len(one.words) <= 6 and one.text[-1] in "?!"
