"""How a later sentence stands to an earlier statement: the same again, updated, resolved, corrected, or about something else.

Read off the words, after the checks that hold a statement against its source: what makes a check fail between two reports of one thing is
what changed between them. A pair counts only where both speak of the same thing (shared names and rare words, no rival name or period), and
every kind asks for its own evidence besides. English; other languages fall to "the same" or to nothing.
"""

import re
from functools import lru_cache
from typing import Literal

from summarizer.stages.checks.negation import denied
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.news.measures import adds_figures, figure_change
from summarizer.stages.news.prospects import come_to_pass, conditional, looks_back, moved_to, to_come
from summarizer.stages.news.same_subject import LEAST_SHARED, Nearness, Weigh, compared, nearness
from summarizer.stages.news.states import STATES
from summarizer.value import Value

Relation = Literal["same", "updated", "resolved", "corrected"]
SAME = 0.62
"""Share of the lighter text's weight that both must hold to say the same; this and the others were fitted on evals/daily/pairs_dev.tsv."""
ABOUT = 0.3
"""The same for speaking of the same thing at all."""
_NOTE = re.compile(
    r"\b(?:corrections?:|clarification:|corrected version|earlier versions? of th(?:is|e)|(?:incorrectly|wrongly|mistakenly|erroneously) "
    r"(?:said|stated|reported|gave|named|identified|put|described)|misstated|misidentified|misspelled|misquoted|"
    r"(?:was|were) wrong to (?:say|report)|(?:has|have|had) (?:retracted|withdrawn) (?:its|their|a|the) (?:report|article|story|claim)|"
    r"retracts? (?:its|the|a) (?:report|article|story))",
    re.I,
)
_ROLLING = re.compile(
    r"\b(?:now|risen|rose|rises|climbed|grew|grown|so far|has reached|have reached|up from|down from|fell|fallen|dropped|revised)\b", re.I
)
_PROGRESS = re.compile(
    _ROLLING.pattern + r"|\b(?:reached|raised|lowered|cut|widened|still|again|by now|no longer|in fact|longer than|"
    r"more than (?:planned|expected|first)|found|put the)\b",
    re.I,
)


class Succession(Value):
    """`strength` 0..1 orders rival pairs; `what` names the evidence in a few words ("12 → 17", "postponed"); two sentences with one `key`
    name the same change."""

    relation: Relation
    strength: float
    what: str = ""
    key: str = ""


def succession(
    before: str,
    after: str,
    weigh: Weigh = lambda stem: 1.0,
    *,
    same_publisher: bool = False,
    foreign: bool = False,
    known_names: frozenset[str] = frozenset(),
) -> Succession | None:
    """How `after` stands to `before`; None where it speaks of something else or nothing can be told.

    `weigh` says how rare a stem is (0 and up). `same_publisher`: a correction note may mean `before`. `foreign`: the two are of different
    stories as far as is known, so they must share more names. `known_names` are stems that other sentences show to be names: the capital
    that opens a sentence does not tell.
    """
    one, two = passage(before), passage(after)
    if not is_correction(after) and len(compared(one) & compared(two)) < LEAST_SHARED:
        return None
    near = nearness(one, two, weigh, foreign=foreign, known_names=known_names)
    if is_correction(after):
        fits = same_publisher and near.overlap >= 0.4 and near.words >= 3
        return Succession(relation="corrected", strength=near.overlap, what="correction", key="corrected") if fits else None
    if before == after:
        return Succession(relation="same", strength=1.0)
    if near.overlap < ABOUT or near.names + near.words < 2 or not near.same_names:
        return None
    if (word := come_to_pass(one, two, near)) is not None:
        return Succession(relation="resolved", strength=near.overlap, what=word, key="resolved")
    figure = figure_change(one, two)
    if figure is not None and figure.changed and (near.names or near.words >= 3) and not looks_back(two, one):
        if figure.moves or figure.former or _PROGRESS.search(after):
            strength = min(1.0, near.overlap + figure.bond / 2)
            return Succession(relation="updated", strength=strength, what=figure.what, key=figure.key)
        return None
    if figure is not None and figure.rival:
        return None
    if (days := moved_to(one, two, near)) is not None:
        return Succession(relation="updated", strength=near.overlap, what=" → ".join(days), key=days[1])
    if (states := _turned(one, two, near)) is not None:
        return Succession(relation="updated", strength=near.overlap, what=" → ".join(states), key=states[1])
    if near.overlap < SAME or adds_figures(one, two) or (to_come(one) and not to_come(two)):
        return None
    return Succession(relation="same", strength=near.overlap)


@lru_cache(maxsize=50_000)
def is_correction(text: str) -> bool:
    """Whether a sentence says that an earlier report was wrong."""
    return bool(_NOTE.search(text))


def progresses(text: str) -> bool:
    """Whether a sentence tells a number as having moved on, rather than as having been wrong."""
    return bool(_ROLLING.search(text))


def _turned(one: Passage, two: Passage, near: Nearness) -> tuple[str, str] | None:
    """(old, new) where a state has become another one: closed and reopened, missing and found. Both are said of what the texts share."""
    if near.names < 1 or near.names + near.words < 2 or near.overlap < 0.3 or looks_back(two, one) or looks_back(one, two):
        return None
    hedged, refused = to_come(two) | conditional(two), denied(two.text)
    past, ahead = denied(one.text), to_come(one)
    for i in one.content:
        was = one.words[i]
        if was.lower not in STATES or i in past | ahead:
            continue
        for j in two.content:
            now = two.words[j]
            follows = now.lower in STATES[was.lower] and now.stem not in one.stems and j not in hedged | refused
            if follows and _former(two, was.stem, j) and _shared_beside(one, i, two, j):
                return was.lower, now.lower
    return None


def _shared_beside(one: Passage, i: int, two: Passage, j: int) -> bool:
    """Whether something the texts share stands in the clause of each state: what is closed there is what reopens here."""
    opening = frozenset(two.words[k].stem for k in two.content if two.clause[k] == 0 and k != j)
    return bool(_beside(one, i) & (_beside(two, j) | opening))


def _beside(read: Passage, i: int) -> frozenset[str]:
    clause = read.clause[i]
    own = frozenset(read.words[k].stem for k in read.content if k != i and read.clause[k] == clause)
    return own or frozenset(read.words[k].stem for k in read.content if k != i and abs(read.clause[k] - clause) <= 1)


def _former(read: Passage, stem: str, j: int) -> bool:
    """Whether the old state stands in the sentence, if it does, only as what was before: in another clause, before the new one, or as an
    attribute ("the missing climbers")."""
    return all(read.clause[k] != read.clause[j] or k < j or _attribute(read, k) for k in read.at.get(stem, ()))


def _attribute(read: Passage, k: int) -> bool:
    return k > 0 and read.words[k - 1].lower in ("the", "those", "these", "its", "their", "all", "from") and k + 1 < len(read.words)
