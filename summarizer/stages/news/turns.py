"""A state of things has become another one: closed and reopened, denied and affirmed, held and ended.

Three kinds of evidence, the surest first: states that follow one another (a table), a predicate that one text denies and the other affirms,
and words that tell of an end or a turn ("no longer", "dropped", "again") said of the very thing whose state was told.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.stages.checks.denials import denials, denied
from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.units import SMALL
from summarizer.stages.checks.words import PAST_FORMS, listed, stem, stems
from summarizer.stages.news.clauses import core_of, first_of, is_passive, shared_beside, things_of, told_as_former
from summarizer.stages.news.outlook import conditional, looks_back, not_yet, to_come
from summarizer.stages.news.same_subject import GENERAL, TIME, Nearness, Weigh, names_in
from summarizer.stages.news.states import LIGHT, PARTICLES, REPLACING, RESUMING, STATES, TURNING, TURNING_THINGS
from summarizer.stages.news.values import lasting, measured, rated, restates

_TIED = 1.0
"""Weight of the words that the clause of a turn shares with the state told before."""
PUT_OFF = re.compile(r"\b(?:put|held|pushed) (?:off|back)\b", re.I)
_MOSTLY = 0.3
"""Share of what the state is told of that two names must make up where nothing else is shared."""


def turned(one: Passage, two: Passage, near: Nearness, weigh: Weigh) -> tuple[str, str, float] | None:
    """(old, new, 0..1 how sure) where `two` tells that a state told in `one` is another now."""
    if near.names < 1 or near.names + near.words < 2 or looks_back(two, one) or looks_back(one, two):
        return None
    if (found := _followed(one, two)) is not None:
        return *found, 0.4
    if (found := _denied_now(one, two) or _affirmed_now(one, two)) is not None:
        return *found, 0.2
    found = _ended(one, two, weigh) or _otherwise_now(one, two, near) or _befell(one, two)
    return (*found, 0.0) if found is not None else None


def _befell(one: Passage, two: Passage) -> tuple[str, str] | None:
    """What happened on a named day to the thing whose state was told, whatever the verb: the same thing is the subject of both, or "
    "the object
    of the second. Verbs that leave things as they are do not count."""
    if not _STATE.search(one.text) or lasting(one) or lasting(two) or turning(one) or measured(one):
        return None
    if not _DAY.search(two.text) or restates(one, two):
        return None
    subject = _subject(one)
    thing = subject - names_in(one) - GENERAL
    if not thing or thing & _ROLES:
        return None
    hedged, refused = to_come(two) | conditional(two), denied(two.text)
    for j in two.content:
        word = two.words[j]
        if j in hedged or j in refused or not _tells_turn(two, j) or word.stem in _LEAVES_AS_IS | LIGHT or word.stem in one.stems:
            continue
        who, what = core_of(two, j)
        opens = first_of(one) == first_of(two)
        if (opens and subject <= who) if is_passive(two, j) or not what else subject <= what:
            return "…", word.lower
        return None
    return None


def _subject(read: Passage) -> frozenset[str]:
    """The stems of what stands before the first verb of being."""
    first = next((i for i, word in enumerate(read.words) if word.lower in _BEING), 0)
    return frozenset(read.words[i].stem for i in read.content if i < first and read.words[i].kind == "word")


_BEING = listed("is are remains remain stays stay stands has have")
_STATE = re.compile(r"^\W*\w+(?:\W+\w+){0,8}? (?:is|are|remains?|stays?|stands?) (?!an? |the |\d|one |to )(?:\w+ )?\w+", re.I)
_DAY = re.compile(r"(?<!last )\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|overnight|this (?:morning|afternoon|evening))\b", re.I)
_ROLES = stems(
    "minister president chief director coach captain mayor officer actor actress singer striker goalkeeper runner surgeon doctor "
    "nurse teacher "
    "banker lawyer judge executive chairman chairwoman leader player pilot driver writer painter prisoner suspect man woman girl boy police"
)
"""Persons do many things; that one acts says nothing of how they stood."""
_LEAVES_AS_IS = stems(
    "visit see watch praise criticise say call show film discuss mention meet thank describe photograph welcome mark celebrate "
    "remember wait hope "
    "walk stand sit wear sing defend blame urge ask tell warn demand debate inspect examine check test search study pass cross reach "
    "attend cover "
    "tour report announce confirm deny expect plan carry draw attract cost see hear hit"
)


def _followed(one: Passage, two: Passage) -> tuple[str, str] | None:
    """States of the table. Both are said of what the texts share."""
    hedged, refused = to_come(two) | conditional(two), denied(two.text)
    past, ahead = denied(one.text), to_come(one)
    for i in one.content:
        was = one.words[i]
        if was.lower not in STATES or i in past | ahead:
            continue
        for j in two.content:
            now = two.words[j]
            follows = now.lower in STATES[was.lower] and now.stem not in one.stems and j not in hedged | refused
            if follows and told_as_former(two, was.stem, j) and shared_beside(one, i, two, j):
                return was.lower, now.lower
    return None


def _denied_now(one: Passage, two: Passage) -> tuple[str, str] | None:
    """ "is led by Holm" and "is no longer led by Holm"."""
    before, ahead = denied(one.text), to_come(one)
    if turning(one):
        return None
    for cue, j in _denials(two):
        if not_yet(two, cue) or two.words[cue].lower == "without":
            continue
        longer = two.words[cue + 1].lower == "longer"
        for i in one.where(two.words[j].stem):
            if i not in (before if longer else before | ahead) and _is_predicate(one, i) and shared_beside(one, i, two, j):
                return one.words[i].lower, f"{two.words[cue].lower} {two.words[j].lower}"
    return None


def _affirmed_now(one: Passage, two: Passage) -> tuple[str, str] | None:
    """ "has not conceded" and "conceded on Tuesday", "has no director" and "found a director"."""
    refused, open_ = denied(two.text), to_come(two) | conditional(two)
    for cue, i in _denials(one):
        if one.words[cue + 1].lower == "longer":
            continue
        lacks = one.words[cue].lower == "no"
        for j in two.where(one.words[i].stem):
            done = _tells_done(two, j) or (lacks and any(_tells_done(two, k) for k in range(max(0, j - 4), j)))
            if j not in refused | open_ and done and shared_beside(one, i, two, j):
                return f"{one.words[cue].lower} {one.words[i].lower}", two.words[j].lower
    return None


def _denials(read: Passage) -> Iterator[tuple[int, int]]:
    """Where a text denies something, and the predicate it denies: the first word of meaning under the denial that is none of the empty
    verbs."""
    for denial in denials(read.text):
        for i in denial.denied[:3]:
            if read.words[i].lower == "longer":
                continue
            plain = read.words[i].kind == "word" and read.words[i].lower not in SMALL
            if i in read.content_set and plain and read.words[i].stem not in LIGHT | GENERAL | TIME:
                if not read.words[i].text[:1].isupper():
                    yield denial.cue, i
                break


def _is_predicate(read: Passage, i: int) -> bool:
    """Whether a word is a verb or a participle as far as can be told: "led", "stays", "working", not "of the strike"."""
    before = read.words[i - 1].lower if i else ""
    return before not in ("the", "a", "an", "of", "its", "his", "her", "their", "this", "that", "for")


def _tells_done(read: Passage, j: int) -> bool:
    word = read.words[j]
    past = word.lower.endswith("ed") or word.lower in PAST_FORMS
    return past and (j == 0 or read.words[j - 1].lower not in ("to", "be", "the", "a", "an"))


def _otherwise_now(one: Passage, two: Passage, near: Nearness) -> tuple[str, str] | None:
    """ "treats it as an accident" and "now treats it as murder": the same sentence, something else in one place, and a word that "
    "says so."""
    found = _NOW.search(two.text)
    if found is None or near.overlap < ALIKE or near.words < 1 or _NOW.search(one.text) or not holds(one) or restates(one, two):
        return None
    here = {read.words[i].stem for read in (one,) for i in read.content if read.words[i].kind == "word"} - TIME
    fresh = [two.words[i] for i in two.content if two.words[i].kind == "word" and two.words[i].stem not in here | TIME]
    fresh = [word for word in fresh if word.start > found.start() and not any(same(word.stem, stem) for stem in here)]
    return ("…", f"{found.group().lower()} {fresh[0].lower}") if fresh else None


ALIKE = 0.55
_NOW = re.compile(r"(?<!by )\b(?:now|nowadays|instead(?! of)|meanwhile been|from now on|henceforth)\b", re.I)


def _ended(one: Passage, two: Passage, weigh: Weigh) -> tuple[str, str] | None:
    """A word of turning said of the thing whose state `one` tells."""
    if not holds(one) or lasting(one) or rated(one) or _HAS_SO_MANY.search(one.text):
        return None
    already = [word for _, word in turning(one)] + (["put off"] if PUT_OFF.search(one.text) else [])
    same_value = restates(one, two)
    things = things_of(one)
    hedged, refused = to_come(two) | conditional(two), denied(two.text)
    own, theirs = names_in(one), names_in(two)
    kinds = frozenset(two.words[i].stem for i in two.content if i and two.words[i].text[0].isupper())  # "Mount", "Chancellor"
    for j, word in turning(two):
        if already and ((two.words[j].stem not in RESUMING and not word.endswith(" back")) or any(_resumes(told) for told in already)):
            continue  # the one told a turn too: this is that turn in other words, unless it takes it back
        if j in hedged or j in refused or any(same(two.words[j].stem, stem) for stem in one.stems) or _finds_none(two, j):
            continue
        who, what = core_of(two, j)
        passive = is_passive(two, j)
        touched = who | what if passive or not what - theirs else what  # of "lowered blood pressure" the pressure is touched
        said = frozenset(
            stem for stem in touched - theirs - kinds - GENERAL - LIGHT - TIME if any(same(stem, other) for other in things - own)
        )
        names = (who | what) & theirs & things
        if (who | what) & theirs - one.stems and not names and two.words[j].stem not in REPLACING:
            continue
        if (
            said
            and sum(map(weigh, said | names)) >= _TIED
            and (not same_value or (len(said) > 1 and two.words[j].stem not in TURNING_THINGS))
        ):
            return "…", word
        plain = two.words[j].stem not in TURNING_THINGS and not passive
        if plain and who & names and what & names - who and sum(map(weigh, names)) >= _MOSTLY * sum(map(weigh, things)):
            return "…", word
    return None


_HAS_SO_MANY = re.compile(r"\bha(?:s|ve) (?:about |some |more than )?\d", re.I)


def _resumes(word: str) -> bool:
    return any(stem(part) in RESUMING for part in word.split())


def _finds_none(read: Passage, j: int) -> bool:
    """ "found nothing wrong", "left no doubt"."""
    return any(word.lower in ("no", "nothing", "nobody", "none", "neither") for word in read.words[j + 1 : j + 3])


_HOLDS = re.compile(
    r"\b(?:is|are|am|remains?|stays?|stands?|keeps?|has|have|still|continues?|holds?|since|faces?|wants?|asks?|runs?|leads?|plans?|belongs?|owns?|"
    r"cannot|nobody|nothing|no|until|refuses?|demands?|insists?|may)\b",
    re.I,
)


@lru_cache(maxsize=4_000)
def holds(read: Passage) -> bool:
    """Whether a sentence tells how things stand, rather than what came to pass once."""
    return bool(_HOLDS.search(read.text)) or any(read.words[i].lower in STATES for i in read.content)


@lru_cache(maxsize=4_000)
def turning(read: Passage) -> tuple[tuple[int, str], ...]:
    """The words that tell of an end or a turn, with their place: "dropped", "pulled out", "is over", "again"."""
    found: list[tuple[int, str]] = []
    for j, word in enumerate(read.words):
        if word.kind != "word":
            continue
        ahead = [w.lower for w in read.words[j + 1 : j + 5]]
        reach = 1 if word.stem == "be" else 3
        step = next((step for step in ahead[:reach] if step in PARTICLES.get(word.stem, ())), "")
        again = word.lower in ("again", "anymore", "instead") or (word.lower == "longer" and read.words[j - 1].lower == "no")
        if step and (word.stem == "be" or _tells_turn(read, j) or word.lower.endswith("s")):
            found.append((j, f"{word.lower} {step}"))
        elif (word.stem in TURNING | TURNING_THINGS and _tells_turn(read, j)) or (again and j):
            found.append((j, word.lower))
    return tuple(found)


def _tells_turn(read: Passage, j: int) -> bool:
    """Whether the word is a verb that tells of something done."""
    word = read.words[j]
    if word.lower in ("succeed", "replace") and read.words[j - 1].lower == "to":  # "chose Vahl to succeed Lund"
        return True
    if word.lower.endswith("ing") and j and read.words[j - 1].text == ",":
        return True
    if not (word.lower.endswith("ed") or word.lower in PAST_FORMS):
        return False
    return j == 0 or read.words[j - 1].lower not in _NO_TURN


_NO_TURN = listed("to the a an its his her their be is are who which that remains stays still")
