"""How a later sentence stands to an earlier statement: the same again, updated, resolved, corrected, or about something else.

Read off the words, after the checks that hold a statement against its source: what makes a check fail between two reports of one thing is
what changed between them. A pair counts only where both speak of the same thing (shared names and rare words, no rival name or period), and
every kind asks for its own evidence besides. English; other languages fall to "the same" or to nothing.
"""

import re
from typing import Literal

from summarizer.stages.checks.denials import denials
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.news.measures import FigureChange, figure_change
from summarizer.stages.news.notes import is_correction
from summarizer.stages.news.outlook import awaits, looks_back, to_come
from summarizer.stages.news.postponed import moved_to
from summarizer.stages.news.prospects import come_to_pass
from summarizer.stages.news.same_subject import LEAST_SHARED, Nearness, Weigh, compared, nearness
from summarizer.stages.news.turns import turned, turning
from summarizer.stages.news.values import adds_figures, lasting, restates_as_former, telling, usual
from summarizer.value import Value

Relation = Literal["same", "updated", "resolved", "corrected"]
SAME = 0.62
"""Share of the lighter text's weight that both must hold to say the same; this and the others were fitted on evals/daily/pairs_dev.tsv."""
ABOUT = 0.3
"""The same for speaking of the same thing at all."""
_EXPECTED = 0.2
"""What an awaited outcome counts for beside other readings of a pair."""
AMONG_NAMED = 0.2
"""The same where names are shared within one story: a new turn is told in new words."""


SURE, ALIKE = 0.6, 0.45
"""Bond of two numbers, and share of weight, from which on another value later needs no word that says so."""
_ROLLING = re.compile(
    r"\b(?:now|risen|rose|rises|climbed|grew|grown|so far|has reached|have reached|up from|down from|fell|fallen|dropped|revised)\b", re.I
)
_PROGRESS = re.compile(
    _ROLLING.pattern
    + r"|\b(?:filled|swollen|swelled|doubled|tripled|halved|jumped|soared|surged|shrunk|shrank|dwindled|spread|mounted|widened|"
    r"expanded|lengthened|rising|growing|falling|to date|reached|raised|lowered|cut|still|again|by now|no longer|in fact|"
    r"(?:long|high|low|deep|larg|bigg|small|few|great|worse)e?r than|instead of|rather than|in place of|extended|increased|reduced|brings?|"
    r"brought|only (?=\d)|turns? out|turned out|more than (?:planned|expected|first)|found|put the)\b",
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
    later: bool = True,
    own_story: bool = False,
) -> Succession | None:
    """How `after` stands to `before`; None where it speaks of something else or nothing can be told.

    `weigh` says how rare a stem is (0 and up). `same_publisher`: a correction note may mean `before`. `foreign`: the two are of different
    stories as far as is known, so they must share more names. `known_names` are stems that other sentences show to be names: the capital
    that opens a sentence does not tell. `later`: `after` was published on a later day.
    `own_story`: both are known to be of one story, so fewer shared names do.
    """
    one, two = passage(before), passage(after)
    if not is_correction(after) and len(compared(one) & compared(two)) < LEAST_SHARED:
        return None
    near = nearness(one, two, weigh, foreign=foreign, known_names=known_names)
    if is_correction(after):
        if is_correction(before):
            return Succession(relation="same", strength=near.overlap) if near.overlap >= ALIKE else None
        alike = near.overlap >= (0.4 if same_publisher else ALIKE) and (near.words >= 3 or (near.words >= 2 and near.names >= 2))
        named = near.names >= 1 and near.words + near.names >= 2 and near.same_names and restates_as_former(one, two)
        fits = (same_publisher or own_story) and (alike or named)
        return Succession(relation="corrected", strength=near.overlap, what="correction", key="corrected") if fits else None
    if before == after:
        return Succession(relation="same", strength=1.0)
    least = AMONG_NAMED if near.names >= (1 if own_story else 2) and not foreign else ABOUT
    if near.overlap < least or near.names + near.words < 2 or not near.same_names:
        return None
    if (word := come_to_pass(one, two, near)) is not None:
        return Succession(relation="resolved", strength=min(1.0, near.overlap + _EXPECTED), what=word, key="resolved")
    figure = figure_change(one, two)
    if figure is not None and figure.changed and (near.names or near.words >= 3) and not looks_back(two, one):
        if _moved_on(figure, one, two, near, later):
            strength = min(1.0, near.overlap + figure.bond / 2)
            return Succession(relation="updated", strength=strength, what=figure.what, key=figure.key)
        return None
    if (days := moved_to(one, two, near)) is not None:
        return Succession(relation="updated", strength=near.overlap, what=" → ".join(days), key=days[1])
    turn = turned(one, two, near, weigh)
    if turn is not None and (turn[2] > 0 or figure is None or not figure.rival):
        was, now, sure = turn
        relation: Relation = "resolved" if sure == 0.0 and awaits(one) and not denials(before) else "updated"
        return Succession(relation=relation, strength=min(1.0, near.overlap + sure), what=f"{was} → {now}", key=now)
    if figure is not None and figure.rival:
        return None
    if not turning(one) and turning(two):
        return None  # the same words, and a turn
    if near.overlap < SAME or adds_figures(one, two) or ((to_come(one) and not to_come(two)) or (awaits(one) and not awaits(two))):
        return None
    return Succession(relation="same", strength=near.overlap)


def _moved_on(figure: FigureChange, one: Passage, two: Passage, near: Nearness, later: bool) -> bool:
    """Whether another value of one measure is news: a count that moves, a word that says so, or a later day and nothing against it."""
    marked = bool(_PROGRESS.search(two.text))
    if not (near.words >= 2 or figure.moves or figure.former or near.names >= 3 or (near.names >= 2 and marked)):
        return False
    if figure.former or marked or (figure.moves and not figure.slight and not (_alike_but_for_numbers(one, two) and lasting(one))):
        return True
    if _alike_but_for_numbers(one, two) and not _RUNNING.search(one.text):
        return False  # another account, or a slip: news would say that it is news
    alike = later and figure.exact and figure.bond >= SURE and near.overlap >= ALIKE and near.names >= 1 and near.words >= 2
    return alike and not (figure.slight or usual(one) or usual(two)) and _one_subject(one, two)


_RUNNING = re.compile(
    r"\b(?:(?:has|have|had|is|are) (?:so far |now |already |been )*(?:\w+(?:ed|en|wn)|found|sold|won|lost|made|paid)|"
    r"(?:is|are|stands?) (?:at )?\d[\d.,]*)\b",
    re.I,
)
"""A count that is still going: "has burned", "stands at", "is 20 percent"."""


def _alike_but_for_numbers(one: Passage, two: Passage) -> bool:
    return _bare(one) == _bare(two)


def _bare(read: Passage) -> list[str]:
    numbers = {i for quantity in telling(read) for i in range(quantity.first, quantity.last)}
    return [word.lower for i, word in enumerate(read.words) if word.kind == "word" and i not in numbers]


def _one_subject(one: Passage, two: Passage) -> bool:
    """Whether what one of the sentences opens with stands in the other: petrol is not diesel."""
    first = [next((read.words[i].stem for i in read.content if read.words[i].kind == "word"), "") for read in (one, two)]
    return first[0] in two.stems or first[1] in one.stems


def progresses(text: str) -> bool:
    """Whether a sentence tells a number as having moved on, rather than as having been wrong."""
    return bool(_ROLLING.search(text))
