"""What a text leaves open: may, could, allegedly, will, plans to, if; and the words under each."""

from functools import lru_cache

from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.words import KEPT, listed, stems

_KINDS = {
    "possible": "may might could perhaps maybe possibly potentially conceivably",
    "hearsay": "allegedly reportedly apparently supposedly purportedly seemingly alleged",
    "likely": "likely unlikely probably presumably",
    "future": "will shall",
    "would": "would",
    "ought": "must should ought",
}
_WORDS = {word: kind for kind, group in _KINDS.items() for word in group.split()}
_FORESEEN = stems("expect anticipate tip predict forecast project likely")
_ARRANGED = stems("schedule set due bound poise prepare")
"""What is arranged to come may be said to be coming."""
_INTENDED = stems("plan intend aim seek propose threaten hope want seek vow pledge promise consider agree offer mull weigh bid wish")
_ASKED = stems("try attempt ask urge call demand order refuse decline fail")
"""Nothing done yet either, but no doubt that one could take away."""
DOUBTING = _FORESEEN | _INTENDED | stems("try attempt estimate predict question wonder unclear unknown speculate")
"""Words that leave open whether something will be, in whatever form."""
_VERBS = _FORESEEN | _ARRANGED | _INTENDED | _ASKED
_IF = listed("if unless whether should once until")
_CUES = _IF | frozenset(_WORDS)
_NOUN_BEFORE = listed("the a an his her their its political good free own in")
_FUNCTION = listed(
    """a an the this that these those of in on at by for from with into onto about as and or but nor so it its he him his she her they
    them their we
    us our you your i me my am is are was were be been being have has had having do does did done not never also to ever soon still yet
    again s t re
    ve ll d m"""
)
HEDGING = listed(
    """may might could perhaps maybe possibly possible potentially potential possibility allegedly reportedly apparently alleged likely
    probably
    would suspected believed thought accused suggested suggests risk threat fears feared rumoured chance can able appears appeared seems
    seemed
    expected estimates"""
)
"""Any word that leaves something open."""
_REACH = {"if": 6, "hearsay": 3}
RANK = {"possible": 1.0, "hearsay": 1.0, "planned": 2.0, "likely": 2.0, "ought": 2.0, "would": 2.5, "future": 3.0}
"""How certain each kind is; without a hedge it is 4."""


@lru_cache(maxsize=KEPT)
def hedges(text: str) -> dict[int, frozenset[str]]:
    """For each meaningful word the hedges it stands under: "possible", "hearsay", "likely", "future", "would", "ought", "planned", "if"."""
    read = passage(text)
    under: dict[int, set[str]] = {}
    for i, word in enumerate(read.words):
        if word.lower not in _CUES and word.stem not in _VERBS:
            continue
        kind = _kind(read, i, _VERBS) or ("if" if word.lower in _IF else None)
        if kind is None:
            continue
        reach = _object(read, i) if word.stem in _VERBS and word.lower not in _WORDS else _scope(read, i, _REACH.get(kind, 2))
        for j in reach:
            under.setdefault(j, set()).add(kind)
    return {i: frozenset(kinds) for i, kinds in under.items()}


def hedge(read: Passage, places: tuple[int, ...]) -> str | None:
    """The kind of hedge that some words are, the weakest if several; None for none."""
    kinds = [
        kind for i in places if (kind := _kind(read, i, _VERBS - _ASKED)) and (read.words[i].lower in _WORDS or _object(read, i, near=2))
    ]
    return min(kinds, key=lambda kind: RANK[kind], default=None)


def _kind(read: Passage, i: int, verbs: frozenset[str]) -> str | None:
    """The kind of hedge that one word is."""
    word = read.words[i]
    noun = i > 0 and read.words[i - 1].lower in _NOUN_BEFORE
    if kind := _WORDS.get(word.lower):
        return None if (word.text == "May" and i) or (word.lower == "will" and noun) else kind
    if word.stem not in verbs or noun:
        return None
    return "future" if word.stem in _ARRANGED else "likely" if word.stem in _FORESEEN else "planned"


def _object(read: Passage, i: int, near: int = 5) -> tuple[int, ...]:
    """What a verb of wanting wants: the verb behind its "to" ("urged Tarsa to open"), or the -ing right behind it ("considered
    closing")."""
    for j in range(i + 1, min(i + 1 + near, len(read.words))):
        word = read.words[j]
        if word.kind == "mark" or read.clause[j] != read.clause[i]:
            break
        if word.lower == "to":
            return _scope(read, j, 1) or (j,)
        if j == i + 1 and word.lower.endswith("ing"):
            return (j,)
    return ()


def _scope(read: Passage, cue: int, most: int) -> tuple[int, ...]:
    """The next meaningful words of the clause; adverbs in -ly are passed over."""
    found: list[int] = []
    for i in range(cue + 1, len(read.words)):
        if read.clause[i] != read.clause[cue] or len(found) >= most:
            break
        word = read.words[i]
        if (
            word.kind == "word"
            and word.lower not in _FUNCTION
            and word.lower not in _WORDS
            and not (word.lower.endswith("ly") and len(word.lower) > 4)
        ):
            found.append(i)
    return tuple(found)
