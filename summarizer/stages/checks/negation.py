"""Is what the cited sentence denies still denied, and nothing else?"""

from dataclasses import dataclass
from functools import lru_cache

from summarizer.stages.checks.alignment import Alignment
from summarizer.stages.checks.bonds import BOUND, bond
from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.opposites import opposite
from summarizer.stages.checks.outcome import passed
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.words import listed, stems
from summarizer.verdict import CheckResult

_PLAIN = frozenset(
    [
        "not",
        "never",
        "no",
        "none",
        "nobody",
        "nothing",
        "neither",
        "nor",
        "without",
        "cannot",
        "hardly",
        "barely",
        "scarcely",
        "nowhere",
        "unable",
    ]
)
_VERBS = stems(
    "fail refuse decline deny lack refrain unable reject prevent avoid rule stop refute dispute contest block ban oppose doubt dismiss"
)
"""Verbs that deny what follows them."""
_LEADS_TO = stems("fail refuse decline refrain unable")
_NOT_CUES = frozenset(
    {
        "only",
        "just",
        "merely",
        "simply",
        "least",
        "doubt",
        "matter",
        "less",
        "more",
        "fewer",
        "later",
        "earlier",
        "sooner",
        "to mention",
        "than",
    }
)
_FUNCTION = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "to",
        "into",
        "onto",
        "about",
        "as",
        "and",
        "or",
        "but",
        "nor",
        "so",
        "it",
        "its",
        "he",
        "him",
        "his",
        "she",
        "her",
        "they",
        "them",
        "their",
        "we",
        "us",
        "our",
        "you",
        "your",
        "i",
        "me",
        "my",
        "who",
        "whom",
        "whose",
        "which",
        "am",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "have",
        "has",
        "had",
        "having",
        "do",
        "does",
        "did",
        "done",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "also",
        "any",
        "some",
        "yet",
        "even",
        "ever",
        "s",
        "t",
        "re",
        "ve",
        "ll",
        "d",
        "m",
        "there",
        "here",
    ]
)
_NO_ADVERBS = frozenset(
    {"likely", "early", "daily", "friendly", "deadly", "costly", "ally", "rely", "apply", "supply", "reply", "comply", "fly", "family"}
)
_OF_OBJECTS = frozenset({"no", "none", "nothing", "nobody"})
"""Denying the object denies the verb before it: "found no evidence"."""
_LIGHT = stems("want make take get give go come seem appear try need")


@dataclass(frozen=True)
class Denial:
    """A word that denies, at `cue`, and the words it denies, nearest first."""

    cue: int
    denied: tuple[int, ...]
    plain: bool  # "not", "never", …: the denied word itself must be denied again; otherwise a verb that denies ("refused to")


@lru_cache(maxsize=20_000)
def denials(text: str) -> tuple[Denial, ...]:
    """What a text denies."""
    read = passage(text)
    found = []
    for i, word in enumerate(read.words):
        if word.kind != "word":
            continue
        low = word.lower
        following = read.words[i + 1].lower if i + 1 < len(read.words) else ""
        if low in _PLAIN or low.endswith("n't"):
            if following in _NOT_CUES and low in ("not", "no", "nothing"):
                continue
            if following == "-" or (low == "no" and following == "."):
                continue
            if low == "not" and i and read.words[i - 1].lower in ("or", "whether", "if"):
                continue
            found.append(Denial(i, _scope(read, i, 4), True))
        elif word.stem in _LEADS_TO and "to" in (following, read.words[i + 2].lower if i + 2 < len(read.words) else ""):
            found.append(Denial(i, _scope(read, i, 4), True))
        elif low == "longer" and i and read.words[i - 1].lower == "no":
            continue
    return tuple(found)


def _scope(read: Passage, cue: int, most: int) -> tuple[int, ...]:
    """The next meaningful words in the cue's clause; adverbs are passed over. Where none follow, the one before."""
    clause = read.clause[cue]
    found: list[int] = []
    for i in range(cue + 1, len(read.words)):
        if read.clause[i] != clause or len(found) >= most:
            break
        word = read.words[i]
        if word.kind == "mark" or word.lower in _FUNCTION or (word.lower.endswith("ly") and word.lower not in _NO_ADVERBS):
            continue
        found.append(i)
    if not found or read.words[cue].lower in _OF_OBJECTS:
        for i in range(cue - 1, max(-1, cue - 5), -1):
            word = read.words[i]
            if word.kind == "word" and word.lower not in _FUNCTION and read.clause[i] == clause:
                return (*found, i)
    return tuple(found)


def denied(text: str) -> frozenset[int]:
    """The words right under a denial."""
    return frozenset(i for denial in denials(text) for i in denial.denied[:2])


def negation(ground: Ground) -> CheckResult:
    """Fails where the statement denies what is cited as so, or says as so what is cited as denied."""
    if ground.copied:
        return passed("negation")
    reason = _exchanged(ground) or _added(ground) or _dropped(ground)
    return CheckResult(name="negation", outcome="fail" if reason else "pass", reason=reason)


def _exchanged(ground: Ground) -> str:
    """Where the statement follows a cited sentence: a "not" that came or went, its word staying."""
    mine = ground.statement
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        for block in alignment.blocks if alignment.close else ():
            if len(block.mine) > 3 or len(block.theirs) > 3:
                continue
            ours = any(_is_plain(mine, i) for i in block.mine)
            theirs = any(_is_plain(read, j) for j in block.theirs)
            if ours == theirs:
                continue
            pair = {mine.words[i].lower for i in block.mine} | {read.words[j].lower for j in block.theirs}
            if pair & {"only", "just", "merely", "simply", "little", "few", "hardly", "more", "less", "fewer"}:
                continue
            told, other, places = (mine, read, block.theirs) if ours else (read, mine, block.mine)
            if any(other.words[k].stem in _VERBS or _turns(other.words[k].lower) for k in places):
                continue
            if any(_opposed(other.words[k].stem, told, block.mine if ours else block.theirs) for k in places):
                continue
            return f"{'says' if ours else 'leaves out'} “{_span(told, block.mine if ours else block.theirs)}”, the cited sentence {'does not' if ours else 'says it'}"
    return ""


def _is_plain(read: Passage, i: int) -> bool:
    """Whether a word simply denies; "no-fly" and "No. 1" do not, nor does "not only" where "only" comes or goes with it."""
    if read.words[i].lower not in _PLAIN or read.words[i].lower == "unable":
        return False
    following = read.words[i + 1] if i + 1 < len(read.words) else None
    return following is None or not (following.text == "-" or (read.words[i].lower == "no" and following.text == "."))


_UNDONE = listed(
    """unlikely unable unwilling unaware unclear unknown unusual unfair unsafe unsure unhappy unchanged unharmed unhurt uninjured undamaged unanswered unpaid
    unsold unused unfounded unsuccessful unemployed unhealthy unnecessary unreliable unpopular unstable unwelcome unaffected undecided unfinished unreported
    impossible illegal invalid inactive insufficient inadequate incorrect inaccurate incomplete ineffective irresponsible irrelevant inappropriate
    unacceptable dishonest disagree disagrees disagreed disapprove disapproved disallow disallowed disqualify disqualified nonexistent"""
)


def _turns(lower: str) -> bool:
    """Whether a word denies by its prefix: "unlikely", "impossible"."""
    return lower in _UNDONE


def _opposed(stem: str, read: Passage, places: tuple[int, ...]) -> bool:
    return any(opposite(stem, read.words[i].stem) for i in places)


def _span(read: Passage, places: tuple[int, ...]) -> str:
    return read.text[read.words[places[0]].start : read.words[places[-1]].end]


def _added(ground: Ground) -> str:
    mine = ground.statement
    for denial in denials(mine.text):
        if not denial.denied:
            continue
        if not any(denies_anything(p.text) for p in ground.passages):
            return f"denies “{_words(mine, denial)}”, the cited text denies nothing"
        if any(_denies(p, mine, denial) for p in ground.passages):
            continue
        for read, alignment in zip(ground.passages, ground.alignments, strict=True):
            if any(bond(mine, i, read, j, alignment) >= BOUND for i in denial.denied[:2] for j in read.where(mine.words[i].stem)):
                return f"denies “{_words(mine, denial)}”, the cited sentence does not"
    return ""


_NEGATIVE = listed(
    "few little less fewer lack lacked lacking lacks absence absent impossible false wrong instead rather than despite short zero empty miss missing"
)


@lru_cache(maxsize=20_000)
def denies_anything(text: str) -> bool:
    """Whether a text denies, refuses, lacks or undoes anything at all."""
    if denials(text):
        return True
    return any(w.kind == "word" and (w.stem in _VERBS or w.lower in _NEGATIVE or _turns(w.lower)) for w in passage(text).words)


def _denies(read: Passage, mine: Passage, denial: Denial) -> bool:
    """Whether a passage denies the same, in whatever way."""
    if mine.words[denial.cue].stem in _VERBS and mine.words[denial.cue].stem in read.at:
        return True
    heads = [mine.words[i].stem for i in denial.denied[:3]]
    theirs = denials(read.text)
    if any(same(read.words[i].stem, head) for d in theirs for i in d.denied for head in heads):
        return True
    if heads[0] in read.at:  # said in the same word: it must be denied right there
        return any(_forbids(read, j, mine) for j in read.at[heads[0]])
    if any(opposite(read.words[i].stem, head) for d in theirs for i in d.denied for head in heads):
        return True
    if any(w.stem in _VERBS or opposite(w.stem, heads[0]) or _undone(w.lower, heads[0]) for w in read.words if w.kind == "word"):
        return True
    return not any(same(stem, heads[0]) for stem in read.stems) and bool(theirs)


def _forbids(read: Passage, j: int, mine: Passage) -> bool:
    """Whether a verb that denies, and that the statement does not say too, stands closely before word `j`."""
    return any(w.stem in _VERBS and w.stem not in mine.at for w in read.words[max(0, j - 6) : j])


def _undone(word: str, head: str) -> bool:
    """ "unlikely" denies "likely"."""
    for prefix in ("un", "in", "im", "il", "ir", "non", "dis"):
        if word.startswith(prefix) and len(word) > len(prefix) + 3 and word[len(prefix) :].startswith(head[: max(4, len(head) - 2)]):
            return True
    return False


def _dropped(ground: Ground) -> str:
    mine = ground.statement
    ours = denials(mine.text)
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        for denial in denials(read.text):
            stated = _stated(mine, read, denial, alignment)
            if stated is None:
                continue
            word = read.words[stated].stem
            if any(_touches(mine, d, word) for d in ours):
                continue
            if any(_replaces(w.stem, w.lower, word, read) for w in mine.words if w.kind == "word"):
                continue
            if any(word in p.at and not _under(p, word) for p in ground.passages if p is not read) or _also_affirmed(read, word):
                continue
            return f"leaves out that the cited sentence says “{_words(read, denial)}”"
    return ""


def _replaces(stem: str, lower: str, word: str, read: Passage) -> bool:
    """Whether a word of the statement that the passage does not hold says the denial in itself."""
    return stem not in read.at and (stem in _VERBS or opposite(stem, word) or _undone(lower, word))


def _stated(mine: Passage, read: Passage, denial: Denial, alignment: Alignment) -> int | None:
    """The denied word that the statement says again in the same place, if it says one of the nearest."""
    for at, j in enumerate(d for d in denial.denied[:3] if d > denial.cue or len(denial.denied) == 1):
        stem = read.words[j].stem
        if any(bond(mine, i, read, j, alignment) >= BOUND for i in mine.where(stem)):
            return j
        if at == 0 and stem not in _LIGHT:
            return None
    return None


def _touches(mine: Passage, denial: Denial, word: str) -> bool:
    return any(same(mine.words[i].stem, word) or opposite(mine.words[i].stem, word) for i in denial.denied)


def _under(read: Passage, word: str) -> bool:
    places = denied(read.text)
    return all(i in places for i in read.at.get(word, ()))


def _also_affirmed(read: Passage, word: str) -> bool:
    """Whether the passage also says the word without denying it."""
    scope = {i for denial in denials(read.text) for i in denial.denied}
    return any(i not in scope for i in read.at.get(word, ()))


def _words(read: Passage, denial: Denial) -> str:
    last = denial.denied[0] if denial.denied and denial.denied[0] > denial.cue else denial.cue
    first = min(denial.cue, denial.denied[0]) if denial.denied else denial.cue
    return read.text[read.words[first].start : read.words[max(last, denial.cue)].end]
