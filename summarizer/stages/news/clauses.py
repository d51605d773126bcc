"""Who does what in a sentence, as far as word order tells: the parts of a clause around a word."""

import re
from functools import lru_cache

from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.words import listed
from summarizer.stages.news.same_subject import TIME


def first_of(read: Passage) -> str:
    """The stem of the first word of meaning."""
    return next((read.words[i].stem for i in read.content if read.words[i].kind == "word"), "")


def is_passive(read: Passage, j: int) -> bool:
    return any(word.lower in ("was", "were", "been", "be", "is", "are") for word in read.words[max(0, j - 2) : j])


_AFTERWARDS = listed(
    "to into from over because after amid following for due when while since despite on at by in during until before against"
)

_ELSEWHERE = listed("at near in from after because during since until before over amid following despite below above under behind")
_VERBS = listed("is are was were be been has have had will would may might could can must do does did")


@lru_cache(maxsize=4_000)
def core_of(read: Passage, j: int) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the clause in which a turn is told: who, and what, without the circumstances behind the verb."""
    subject: list[int] = []
    for k in range(j - 1, -1, -1):
        word = read.words[k]
        if (word.kind == "mark" and word.text in ",;:()—–") or word.lower in _SUBORDINATE:
            apposed = subject and word.text == "," and max(subject) + 1 < j and read.words[max(subject) + 1].text == ","
            if subject and not apposed:
                break
        elif k in read.content_set and word.kind == "word":
            subject.append(k)
    object_: list[int] = []
    for k in range(j + 1, len(read.words)):
        word = read.words[k]
        if word.lower in _AFTERWARDS or word.lower in _SUBORDINATE or (word.kind == "mark" and word.text in ",;:()—–"):
            break
        if k in read.content_set and read.words[k].kind == "word":
            object_.append(k)
    return frozenset(read.words[k].stem for k in subject) - TIME, frozenset(read.words[k].stem for k in object_) - TIME


_SUBORDINATE = listed("but while although though because since after before when where which who whose if unless whereas that")


@lru_cache(maxsize=4_000)
def things_of(read: Passage) -> frozenset[str]:
    """The stems of what a sentence speaks of, the places and circumstances left out: "at the hotel", "after the storm"."""
    found: set[str] = set()
    aside = False
    reported = _REPORTED.search(read.text)
    for i, word in enumerate(read.words):
        if reported is not None and word.start > reported.start():
            break
        if (
            (
                word.lower == "on"
                and read.words[i + 1].lower
                not in ("strike", "leave", "holiday", "bail", "trial", "hold", "holiday", "loan", "fire", "sale", "duty")
            )
            or word.lower in _ELSEWHERE
            or (word.lower == "to" and i and read.words[i - 1].lower.endswith("ed"))
        ):
            aside = True
        elif word.kind == "mark" or word.lower in _VERBS or word.lower in ("and", "but", "who", "which", "to", "with", "of"):
            aside = aside and word.lower == "of"
        elif not aside and i in read.content_set and word.kind == "word":
            found.add(word.stem)
    return frozenset(found) or read.stems


_REPORTED = re.compile(r",\s[^,;]{3,60}\b(?:said|says|told|added|reported|announced|confirmed)\b[^,;]{0,40}$", re.I)


def shared_beside(one: Passage, i: int, two: Passage, j: int) -> bool:
    """Whether something the texts share stands in the clause of each state: what is closed there is what reopens here."""
    opening = frozenset(two.words[k].stem for k in two.content if two.clause[k] == 0 and k != j)
    return bool(_beside(one, i) & (_beside(two, j) | opening))


def _beside(read: Passage, i: int) -> frozenset[str]:
    clause = read.clause[i]
    own = frozenset(read.words[k].stem for k in read.content if k != i and read.clause[k] == clause) - TIME
    return own or frozenset(read.words[k].stem for k in read.content if k != i and abs(read.clause[k] - clause) <= 2)


def told_as_former(read: Passage, stem: str, j: int) -> bool:
    """Whether the old state stands in the sentence, if it does, only as what was before: in another clause, before the new one, or as an
    attribute ("the missing climbers")."""
    return all(read.clause[k] != read.clause[j] or k < j or _attribute(read, k) for k in read.at.get(stem, ()))


def _attribute(read: Passage, k: int) -> bool:
    before = read.words[k - 1].lower if k else ""
    if (
        before.endswith("s")
        or before in ("people", "men", "women", "children")
        or "from" in (before, read.words[k - 2].lower if k > 1 else "")
    ):
        return True  # "the miners trapped in", "woke from a coma"
    return k > 0 and read.words[k - 1].lower in ("the", "those", "these", "its", "their", "all", "from") and k + 1 < len(read.words)
