"""How a later sentence stands to an earlier statement: the same again, updated, resolved, corrected, or about something else.

Read off the words, after the checks that hold a statement against its source: what makes a check fail between two reports of one thing is
what changed between them. A pair counts only where both speak of the same thing (shared names and rare words, no rival name or period), and
every kind asks for its own evidence besides. English; other languages fall to "the same" or to nothing.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple

from summarizer.stages.checks.modality import hedges
from summarizer.stages.checks.negation import denied
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.words import PAST_FORMS, stems
from summarizer.stages.measures import adds_figures, dates_of, figure_change
from summarizer.stages.states import CANCELLED, EVENT_ENDS, LIGHT, STATES
from summarizer.value import Value

Relation = Literal["same", "updated", "resolved", "corrected"]
Weigh = Callable[[str], float]

SAME = 0.62
"""Share of the lighter text's weight that both must hold to say the same; this and the others were fitted on evals/daily/pairs_dev.tsv."""
_LEAST_SHARED = 2  # stems
ABOUT = 0.3
"""The same for speaking of the same thing at all."""
_NOT_YET = frozenset({"planned", "future", "would", "likely", "possible"})
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
    _ROLLING.pattern + r"|\b(?:reached|raised|lowered|cut|widened|still|again|by now|no longer|in fact|longer than|found|put the)\b", re.I
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

    `weigh` says how rare a stem is (0 and up). `same_publisher`: a correction note may mean `before`, and another number is news and not a
    rival account. `foreign`: the two are of different stories as far as is known, so they must share more names. `known_names` are stems
    that other sentences show to be names: the capital that opens a sentence does not tell.
    """
    one, two = passage(before), passage(after)
    if not is_correction(after) and len(_compared(one) & _compared(two)) < _LEAST_SHARED:
        return None
    near = _near_enough(one, two, weigh, foreign, known_names)
    if is_correction(after):
        fits = same_publisher and near.overlap >= 0.4 and near.words >= 3
        return Succession(relation="corrected", strength=near.overlap, what="correction", key="corrected") if fits else None
    if before == after:
        return Succession(relation="same", strength=1.0)
    if near.overlap < ABOUT or near.names + near.words < 2 or not near.same_names:
        return None
    if (found := _resolved(one, two, near)) is not None:
        return found
    figure = figure_change(one, two)
    if figure is not None and figure.changed and (near.names or near.words >= 3) and not looks_back(two, one):
        if figure.moves or figure.former or same_publisher or _PROGRESS.search(after):
            strength = min(1.0, near.overlap + figure.bond / 2)
            return Succession(relation="updated", strength=strength, what=figure.what, key=figure.key)
        return None
    if figure is not None and figure.rival:
        return None
    if (found := _rescheduled(one, two, near.overlap)) is not None:
        return found
    if (found := _turned(one, two, near)) is not None:
        return found
    if near.overlap < SAME or adds_figures(one, two):
        return None
    return Succession(relation="same", strength=near.overlap)


@lru_cache(maxsize=50_000)
def is_correction(text: str) -> bool:
    """Whether a sentence says that an earlier report was wrong."""
    return bool(_NOTE.search(text))


def progresses(text: str) -> bool:
    """Whether a sentence tells a number as having moved on, rather than as having been wrong."""
    return bool(_ROLLING.search(text))


class _Nearness(NamedTuple):
    """`overlap`: the share of the lighter text's weight that both hold; how many names and other words they share; `same_names`: they
    name the same, as far as they name anything."""

    overlap: float
    names: int
    words: int
    same_names: bool


def _near_enough(one: Passage, two: Passage, weigh: Weigh, foreign: bool, known_names: frozenset[str]) -> _Nearness:
    mine, theirs = _compared(one), _compared(two)
    total = min(sum(map(weigh, mine)), sum(map(weigh, theirs))) or 1.0
    held, words = 0.0, 0
    first, second = _names(one, two, known_names)
    rest = theirs - mine
    for stem in mine:
        match = 1.0 if stem in theirs else 0.7 if any(same(stem, other) for other in rest) else 0.0
        held += match * weigh(stem)
        words += bool(match) and stem not in first | second
    shared = first & second
    fewer = min(len(first), len(second))
    enough = (fewer == 0 or 2 * len(shared) >= fewer) and (not foreign or len(shared) >= 2)
    return _Nearness(min(1.0, held / total), len(shared), words, enough)


_TIME = stems(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november "
    "december "
    "today yesterday tomorrow tonight week month year day morning evening night late early last next said told say official report"
)


@lru_cache(maxsize=20_000)
def _compared(read: Passage) -> frozenset[str]:
    return frozenset(read.words[i].stem for i in read.content if read.words[i].kind == "word") - _TIME


def _names(one: Passage, two: Passage, known: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names of each; the first word of a sentence, which has its capital anyway, counts where it is a name elsewhere."""
    first, second = names_in(one), names_in(two)
    return first | (_opening(one) & (second | known)), second | (_opening(two) & (first | known))


def _opening(read: Passage) -> frozenset[str]:
    return frozenset({read.words[0].stem}) if read.words and read.words[0].text[:1].isupper() else frozenset()


@lru_cache(maxsize=20_000)
def names_in(read: Passage) -> frozenset[str]:
    """The stems of words with a capital that their place does not ask for, days and months left out."""
    return frozenset(
        read.words[i].stem
        for i in read.content
        if read.words[i].kind == "word"
        and read.words[i].text[0].isupper()
        and (i > 0 or _capital_again(read, i))
        and read.words[i].stem not in _TIME
    )


def _capital_again(read: Passage, i: int) -> bool:
    following = read.words[i + 1] if i + 1 < len(read.words) else None
    return following is not None and following.kind == "word" and following.text[0].isupper()


def _resolved(one: Passage, two: Passage, near: _Nearness) -> Succession | None:
    """What was still to come is told as done, ended or called off."""
    ahead = to_come(one) | _planned_events(one)
    if not ahead or near.words + near.names < 3 or near.names < 0.5 * len(names_in(one)) or looks_back(two, one):
        return None
    open_again, refused = to_come(two), denied(two.text)
    objects = _objects(one, ahead)
    first = {i for i in ahead if not any(i - 3 <= k < i and one.clause[k] == one.clause[i] for k in ahead)}
    verbs = {one.words[i].stem for i in first | _planned_events(one)}
    for j, word in enumerate(two.words):
        if word.kind != "word" or j in open_again:
            continue
        if j not in refused and _calls_off(two, j) and _befalls(two, j, (verbs | objects) - LIGHT):
            return Succession(relation="resolved", strength=near.overlap, what=word.text, key="resolved")
        if not _done(two, j) or (j in refused and "lift" not in two.at):
            continue
        if any(_ends(verb, word.stem) and (verb not in LIGHT or _befalls(two, j, objects)) for verb in verbs):
            return Succession(relation="resolved", strength=near.overlap, what=word.text, key="resolved")
    return None


def to_come(read: Passage) -> frozenset[int]:
    """The words that are told as planned, expected, threatened or possible."""
    found = {i for i, kinds in hedges(read.text).items() if kinds & _NOT_YET}
    for i, word in enumerate(read.words):  # "is to open"
        if word.lower == "to" and i and read.words[i - 1].lower in ("is", "are", "was", "were") and i + 1 < len(read.words):
            found.add(i + 1)
    return frozenset(found)


def looks_back(read: Passage, other: Passage) -> bool:
    """Whether a sentence tells of an earlier time that the other does not speak of: "last year", "in 2019"."""
    found = _LONG_AGO.search(read.text)
    return found is not None and found.group().lower() not in other.text.lower()


def _planned_events(read: Passage) -> frozenset[int]:
    """The nouns of an event that "is planned", "is scheduled": those before the verb in its clause, names left out."""
    found: set[int] = set()
    for i, word in enumerate(read.words[:-1]):
        if word.lower in _PLANNED and read.words[i - 1].lower in ("is", "are", "was", "were", "been") and read.words[i + 1].lower != "to":
            found |= {k for k in read.content if k < i and read.clause[k] == read.clause[i] and not read.words[k].text[:1].isupper()}
            found |= {k for k in read.content[:1] if k < i and k < 2}
    return frozenset(found)


_PLANNED = frozenset({"planned", "scheduled", "set", "expected", "due", "slated", "billed"})
_LONG_AGO = re.compile(
    r"\b(?:last (?:year|decade|century)|in (?:19|20)\d\d|(?:years?|decades?|months) (?:ago|earlier)|a (?:year|decade) (?:ago|earlier))\b",
    re.I,
)


def _ends(event: str, word: str) -> bool:
    return same(event, word) or word in EVENT_ENDS.get(event, frozenset())


def _calls_off(read: Passage, j: int) -> bool:
    """Whether word `j` says that an event will not come."""
    word = read.words[j]
    if word.stem in CANCELLED:
        return True
    ahead = [w.lower for w in read.words[j + 1 : j + 6]]
    return (word.stem == "call" and "off" in ahead[:5]) or (word.stem == "rule" and ahead[:1] == ["out"])


def _befalls(read: Passage, j: int, events: "frozenset[str] | set[str]") -> bool:
    """Whether a verb's object, or the subject of its passive, is one of the events."""
    after = [k for k in read.content if j < k <= j + 7 and read.clause[k] == read.clause[j]][:4]
    passive = any(w.lower in ("was", "were", "been", "is", "are", "be") for w in read.words[max(0, j - 3) : j])
    before = [k for k in read.content if k < j][-7:] if passive else []
    return any(same(event, read.words[k].stem) for k in (*after, *before) for event in events)


def _objects(read: Passage, ahead: frozenset[int]) -> set[str]:
    """What the hedged verbs are about: the words of meaning that follow in their clause."""
    found: set[str] = set()
    for i in ahead:
        found |= {
            read.words[j].stem for j in range(i + 1, min(i + 6, len(read.words))) if j in read.content_set and read.words[j].kind == "word"
        }
    return found - _TIME


def _done(read: Passage, i: int) -> bool:
    """Whether a word is a past form that tells something as having happened."""
    word = read.words[i]
    if not (word.lower.endswith("ed") or word.lower in PAST_FORMS):
        return False
    before = [w.lower for w in read.words[max(0, i - 2) : i]]
    return not {"to", "the", "a", "an", "its", "his", "her", "their"} & set(before[-1:]) and not {"be", "being"} & set(before)


def _rescheduled(one: Passage, two: Passage, overlap: float) -> Succession | None:
    """The same event, still to come, on another day."""
    first, second = dates_of(one), dates_of(two)
    fresh = second - first
    if not first or not fresh or (first & second and not _MOVED.search(two.text)) or overlap < 0.4:
        return None
    if not (to_come(two) or _MOVED.search(two.text)) or not (to_come(one) or _SET.search(one.text)) or looks_back(two, one):
        return None
    return Succession(relation="updated", strength=overlap, what=f"{min(first)} → {min(fresh)}", key=min(fresh))


_MOVED = re.compile(r"\b(?:postponed|moved|delayed|put back|brought forward|rescheduled|pushed back|deferred|adjourned)\b", re.I)
_SET = re.compile(r"\b(?:scheduled|set|due|planned|deadline|expected)\b", re.I)


def _turned(one: Passage, two: Passage, near: _Nearness) -> Succession | None:
    """A state has become another one: closed and reopened, missing and found."""
    if near.names < 1 or near.names + near.words < 2 or near.overlap < 0.3 or looks_back(two, one):
        return None
    hedged, refused = to_come(two), denied(two.text)
    for i in one.content:
        was = one.words[i]
        if was.kind != "word" or i in denied(one.text) or i in to_come(one):
            continue
        for j in two.content:
            now = two.words[j]
            follows = now.kind == "word" and now.stem in STATES.get(was.stem, frozenset()) and now.stem not in one.stems
            if follows and j not in hedged | refused and _former(two, was.stem, j):
                return Succession(relation="updated", strength=near.overlap, what=f"{was.lower} → {now.lower}", key=now.stem)
    return None


def _former(read: Passage, stem: str, j: int) -> bool:
    """Whether the old state stands in the sentence, if it does, only as what was before: in another clause, before the new one, or as an
    attribute ("the missing climbers")."""
    return all(read.clause[k] != read.clause[j] or k < j or _attribute(read, k) for k in read.at.get(stem, ()))


def _attribute(read: Passage, k: int) -> bool:
    return k > 0 and read.words[k - 1].lower in ("the", "those", "these", "its", "their", "all", "from") and k + 1 < len(read.words)
