"""What a text denies: "not", "never", "without", "refused to", and the words under them."""

from dataclasses import dataclass
from functools import lru_cache

from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.words import KEPT, listed, stems

PLAIN = listed("not never no none nobody nothing neither nor without hardly barely scarcely nowhere")
DENYING = stems(
    "fail refuse decline deny lack refrain unable reject prevent avoid rule stop refute dispute contest block ban oppose doubt dismiss"
)
"""Verbs that deny what follows them."""
UNDONE = listed(
    """unlikely unable unwilling unaware unclear unknown unusual unfair unsafe unsure unhappy unchanged unharmed unhurt uninjured
    undamaged unanswered
    unpaid unsold unused unfounded unsuccessful unemployed unhealthy unnecessary unreliable unpopular unstable unwelcome unaffected
    undecided
    unfinished unreported impossible illegal invalid inactive insufficient inadequate incorrect inaccurate incomplete ineffective
    irresponsible
    irrelevant inappropriate unacceptable dishonest disagree disagrees disagreed disapprove disapproved disallow disallowed disqualify
    disqualified nonexistent"""
)
"""Words that deny by their first syllable."""
_NEGATIVE = listed(
    """few little less fewer lack lacked lacking lacks absence absent impossible false wrong instead rather than despite short zero empty
    miss
    missing"""
)
_LEADS_TO = stems("fail refuse decline refrain unable")
_NOT_DENIED = listed("only just merely simply least doubt matter less more fewer later earlier sooner than")
""" "not only", "no doubt", "no more than": nothing is denied."""
_FUNCTION = listed(
    """a an the this that these those of in on at by for from with to into onto about as and or but nor so it its he him his she her they
    them their
    we us our you your i me my who whom whose which am is are was were be been being have has had having do does did done will would shall
    should can
    could may might must also any some yet even ever s t re ve ll d m there here"""
)
_NO_ADVERBS = listed("likely unlikely early daily friendly deadly costly ally rely apply supply reply comply fly family")
_OF_OBJECTS = frozenset({"no", "none", "nothing", "nobody"})
"""Denying the object denies the verb before it: "found no evidence"."""
_REACH = 4


@dataclass(frozen=True)
class Denial:
    """A word that denies, at `cue`, and the words it denies, nearest first."""

    cue: int
    denied: tuple[int, ...]


@lru_cache(maxsize=KEPT)
def denials(text: str) -> tuple[Denial, ...]:
    """What a text denies, in order."""
    read = passage(text)
    cues = [i for i, word in enumerate(read.words) if (word.lower in PLAIN or word.stem in _LEADS_TO) and _is_cue(read, i)]
    return tuple(Denial(i, _scope(read, i)) for i in cues)


def denied(text: str) -> frozenset[int]:
    """The words right under a denial."""
    return frozenset(i for denial in denials(text) for i in denial.denied[:2])


@lru_cache(maxsize=KEPT)
def denies_anything(text: str) -> bool:
    """Whether a text denies, refuses, lacks or undoes anything at all."""
    if denials(text):
        return True
    return any(w.kind == "word" and (w.stem in DENYING or w.lower in _NEGATIVE or w.lower in UNDONE) for w in passage(text).words)


def is_plain(read: Passage, i: int) -> bool:
    """Whether a word simply denies: "not", but neither the "no" of "no-fly" nor that of "No. 1"."""
    word = read.words[i].lower
    following = read.words[i + 1].text if i + 1 < len(read.words) else ""
    return word in PLAIN and following != "-" and not (word == "no" and following == ".")


def _is_cue(read: Passage, i: int) -> bool:
    word = read.words[i]
    if word.lower in PLAIN:
        following = read.words[i + 1].lower if i + 1 < len(read.words) else ""
        if not is_plain(read, i) or (following in _NOT_DENIED and word.lower in ("not", "no", "nothing")):
            return False
        return not (word.lower == "not" and i and read.words[i - 1].lower in ("or", "whether", "if"))
    return word.stem in _LEADS_TO and any(w.lower == "to" for w in read.words[i + 1 : i + 3])


def _scope(read: Passage, cue: int) -> tuple[int, ...]:
    """The next meaningful words in the cue's clause; adverbs are passed over. Where none follow, the one before."""
    clause = read.clause[cue]
    found: list[int] = []
    for i in range(cue + 1, len(read.words)):
        word = read.words[i]
        if read.clause[i] != clause or len(found) >= _REACH:
            break
        if word.kind != "mark" and word.lower not in _FUNCTION and not (word.lower.endswith("ly") and word.lower not in _NO_ADVERBS):
            found.append(i)
    if not found or read.words[cue].lower in _OF_OBJECTS:
        for i in range(cue - 1, max(-1, cue - 5), -1):
            if read.words[i].kind == "word" and read.words[i].lower not in _FUNCTION and read.clause[i] == clause:
                return (*found, i)
    return tuple(found)
