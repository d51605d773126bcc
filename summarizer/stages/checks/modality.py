"""Is what may, could, is planned or is said to be so told as certain, or the other way round?"""

from functools import lru_cache

from summarizer.stages.checks.bonds import BOUND, bond
from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.negation import denied
from summarizer.stages.checks.outcome import failed, passed
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.words import PAST_FORMS, listed, stems
from summarizer.verdict import CheckResult

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
        "not",
        "never",
        "also",
        "to",
        "ever",
        "soon",
        "still",
        "yet",
        "again",
        "s",
        "t",
        "re",
        "ve",
        "ll",
        "d",
        "m",
    ]
)
_WORDS: dict[str, str] = {
    word: kind
    for kind, group in {
        "possible": "may might could perhaps maybe possibly potentially conceivably",
        "hearsay": "allegedly reportedly apparently supposedly purportedly seemingly alleged",
        "likely": "likely unlikely probably presumably",
        "future": "will shall",
        "would": "would",
        "ought": "must should ought",
    }.items()
    for word in group.split()
}
_TO = dict.fromkeys(stems("expect anticipate tip predict forecast project likely"), "likely") | dict.fromkeys(
    stems(
        "plan intend aim propose threaten hope want seek vow pledge promise prepare consider agree offer schedule set due wish try attempt ask urge call demand "
        "order poise mull weigh bid refuse decline fail bound"
    ),
    "planned",
)
_MEANT = stems("plan intend aim propose threaten hope want seek vow pledge promise consider agree offer mull weigh bid wish") | frozenset(
    _TO
) & stems("expect anticipate tip predict forecast project likely schedule set due bound poise prepare")
"""Of these, what is meant or foreseen; trying or asking to do a thing is not another doubt about it."""
_ARRANGED = stems("schedule set due bound poise go prepare")
"""What is arranged to come may be said to be coming."""
_IF = frozenset({"if", "unless", "whether", "should", "once", "until"})


@lru_cache(maxsize=20_000)
def hedges(text: str) -> dict[int, frozenset[str]]:
    """For each meaningful word the hedges it stands under: "possible", "hearsay", "likely", "future", "would", "ought", "planned", "if"."""
    read = passage(text)
    under: dict[int, set[str]] = {}
    for i, word in enumerate(read.words):
        if word.kind != "word":
            continue
        low = word.lower
        if (kind := _WORDS.get(low)) and not (word.text == "May" and i) and not (low == "will" and _is_noun(read, i)):
            for j in _scope(read, i, 2 if kind != "hearsay" else 3):
                under.setdefault(j, set()).add(kind)
        elif word.stem in _TO and not _is_noun(read, i) and (low != "due" or _next(read, i) == "to"):
            kind = "future" if word.stem in _ARRANGED else _TO[word.stem]
            to = _to_behind(read, i)
            reach = _scope(read, to, 1) if to is not None else [i + 1] if _next(read, i).endswith("ing") else []
            for j in reach:
                under.setdefault(j, set()).add(kind)
        elif low in _IF:
            for j in _scope(read, i, 6):
                under.setdefault(j, set()).add("if")
    return {i: frozenset(kinds) for i, kinds in under.items()}


def _next(read: Passage, i: int) -> str:
    return read.words[i + 1].lower if i + 1 < len(read.words) else ""


def _is_noun(read: Passage, i: int) -> bool:
    """ "his will", "a plan to", "in order to"."""
    return i > 0 and read.words[i - 1].lower in ("the", "a", "an", "his", "her", "their", "its", "political", "good", "free", "own", "in")


def _to_behind(read: Passage, i: int) -> int | None:
    """The "to" that belongs to a word of wanting: right behind, or behind its object ("urged Tarsa to open")."""
    for j in range(i + 1, min(i + 6, len(read.words))):
        if read.words[j].kind == "mark" or read.clause[j] != read.clause[i]:
            return None
        if read.words[j].lower == "to":
            return j
    return None


def _scope(read: Passage, cue: int, most: int) -> list[int]:
    """The next meaningful words of the clause; adverbs in -ly are passed over."""
    found: list[int] = []
    for i in range(cue + 1, len(read.words)):
        if read.clause[i] != read.clause[cue] or len(found) >= most:
            break
        word = read.words[i]
        if word.kind != "word" or word.lower in _FUNCTION or word.lower in _WORDS or (word.lower.endswith("ly") and len(word.lower) > 4):
            continue
        found.append(i)
    return found


_WEAK = frozenset({"possible", "hearsay"})
_NOT_YET = frozenset({"planned", "future", "would", "likely", "possible"})


def modality(ground: Ground) -> CheckResult:
    """Fails where a word both texts share is hedged in one and not, or otherwise, in the other."""
    if ground.copied:
        return passed("modality")
    mine = ground.statement
    reason = _exchanged(ground)
    if reason:
        return failed("modality", reason)
    ours = hedges(mine.text)
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        for j, kinds in hedges(read.text).items():
            stem = read.words[j].stem
            for i in mine.at.get(stem, ()):
                reason = _stronger(mine, i, ours.get(i, _NONE), read, j, kinds)
                if reason and bond(mine, i, read, j, alignment) >= BOUND and not _plainly_said(ground, stem):
                    return failed("modality", reason)
    for i, kinds in ours.items():
        reason = _weaker(ground, i, kinds)
        if reason:
            return failed("modality", reason)
    return passed("modality")


_RANK = {"possible": 1.0, "hearsay": 1.0, "planned": 2.0, "likely": 2.0, "would": 2.5, "ought": 2.0, "future": 3.0}


def _exchanged(ground: Ground) -> str:
    """Where the statement follows a cited sentence: a hedge that is another one there, or none."""
    mine = ground.statement
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        for block in alignment.blocks if alignment.close else ():
            ours, theirs = _hedge(mine, block.mine), _hedge(read, block.theirs)
            if {"can", "able", "said", "says"} & {read.words[j].lower for j in block.theirs}:
                continue
            if ours == theirs or len(block.mine) > 4 or len(block.theirs) > 4 or _quoted_only(ours, theirs):
                continue
            if (ours is None and not block.mine and len(block.theirs) > 3) or (theirs is None and not block.theirs and len(block.mine) > 3):
                continue  # a whole phrase came or went
            if abs(_RANK.get(ours or "", 4.0) - _RANK.get(theirs or "", 4.0)) >= 1.0:
                return f"says “{_span(mine, block.mine) or 'so'}”, the cited sentence says “{_span(read, block.theirs) or 'so, without a doubt'}”"
    return ""


def _quoted_only(ours: str | None, theirs: str | None) -> bool:
    """ "will" told of later is "would"; a plain future may be told in the present."""
    return {ours, theirs} in (
        {"would", "future"},
        {"future", None},
        {"would", None},
        {"would", "possible"},
        {"ought", None},
        {"ought", "future"},
    )


def _hedge(read: Passage, places: tuple[int, ...]) -> str | None:
    """The kind of hedge that some words are, the weakest if several."""
    kinds = []
    for i in places:
        word = read.words[i]
        if kind := _WORDS.get(word.lower):
            if not (word.text == "May" and i):
                kinds.append(kind)
        elif word.stem in _MEANT and not _is_noun(read, i):
            following = read.words[i + 1 : i + 3]
            if any(w.lower == "to" for w in following) or (following and following[0].lower.endswith("ing")):
                kinds.append("future" if word.stem in _ARRANGED else _TO[word.stem])
    return min(kinds, key=lambda kind: _RANK[kind], default=None)


def _span(read: Passage, places: tuple[int, ...]) -> str:
    return read.text[read.words[places[0]].start : read.words[places[-1]].end] if places else ""


def _stronger(mine: Passage, i: int, ours: frozenset[str], read: Passage, j: int, kinds: frozenset[str]) -> str:
    """Why the statement's word `i` is told as more certain than the cited word `j`, or ""."""
    if j in denied(read.text) or "if" in ours:
        return ""
    if kinds & _WEAK and not ours & {"possible", "hearsay", "likely", "would", "planned"} and not _hedged_near(mine, i):
        return f"tells “{mine.words[i].text}” as certain, the cited sentence only as {'possible' if 'possible' in kinds else 'alleged'}"
    if kinds & {"planned", "future", "likely"} and not ours & _NOT_YET and _is_past(mine, i) and not _is_past(read, j):
        return f"tells “{mine.words[i].text}” as done, the cited sentence as still to come"
    if "planned" in kinds and "future" in ours and not kinds & {"future", "likely"}:
        return f"tells “{mine.words[i].text}” as certain to come, the cited sentence only as intended"
    return ""


def _hedged_near(read: Passage, i: int) -> bool:
    """Whether the clause of word `i`, or the one before it, is hedged in some other way ("suspected of", "the risk of")."""
    return any(w.lower in _HEDGING and 0 <= read.clause[i] - read.clause[k] <= 1 for k, w in enumerate(read.words))


_HEDGING = listed(
    """may might could perhaps maybe possibly possible potentially potential possibility allegedly reportedly apparently alleged likely probably would suspected
    believed thought accused suggested suggests risk threat fears feared rumoured chance can able appears appeared seems seemed expected estimates"""
)


def _is_past(read: Passage, i: int) -> bool:
    word = read.words[i]
    if not (word.lower.endswith("ed") or (word.lower in PAST_FORMS and word.lower not in _UNCHANGED)):
        return False
    return not (i and read.words[i - 1].lower in ("to", "be"))


_UNCHANGED = listed("cut put set hit hurt cost cast bet split spread quit shut let read forecast broadcast come become run")


def _plainly_said(ground: Ground, stem: str) -> bool:
    """Whether some cited sentence says the word without a hedge."""
    for read in ground.passages:
        under = hedges(read.text)
        if any(i not in under for i in read.at.get(stem, ())):
            return True
    return False


def _weaker(ground: Ground, i: int, kinds: frozenset[str]) -> str:
    """Why the statement's hedge over its word `i` is not the cited one, or ""."""
    mine = ground.statement
    if not kinds & _WEAK:
        return ""
    if not any(hedges(p.text) or not p.lowers.isdisjoint(_HEDGING) for p in ground.passages):
        return f"tells “{mine.words[i].text}” as only possible, the cited text has no such doubt"
    stem = mine.words[i].stem
    places = [
        (read, j)
        for read, alignment in zip(ground.passages, ground.alignments, strict=True)
        for j in read.at.get(stem, ())
        if bond(mine, i, read, j, alignment) >= BOUND
    ]
    if not places or any(_hedged_near(read, j) or hedges(read.text).get(j, _NONE) & _SOFT for read, j in places):
        return ""
    return f"tells “{mine.words[i].text}” as only possible, the cited sentence does not"


_NONE: frozenset[str] = frozenset()
_SOFT = frozenset({"possible", "hearsay", "likely", "would", "planned", "if"})
