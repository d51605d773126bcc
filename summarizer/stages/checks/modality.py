"""Is what may, could, is planned or is said to be so told as certain, or the other way round?"""

from functools import lru_cache

from summarizer.stages.checks.bonds import BOUND, bond
from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.words import PAST_FORMS, stems
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
_WORDS: dict[str, str] = {}
for _kind, _list in {
    "possible": "may might could perhaps maybe possibly potentially conceivably",
    "hearsay": "allegedly reportedly apparently supposedly purportedly seemingly alleged",
    "likely": "likely probably presumably",
    "future": "will shall won't 'll",
    "would": "would",
    "ought": "must should ought",
}.items():
    _WORDS |= dict.fromkeys(_list.split(), _kind)
_TO = dict.fromkeys(
    stems(
        "plan intend aim propose threaten hope want seek vow pledge promise prepare consider agree offer expect schedule set due wish try attempt "
        "ask urge call demand order poise mull weigh decide commit bid need refuse decline fail ready bound determine"
    ),
    "planned",
)
_IF = frozenset({"if", "unless", "whether"})


@lru_cache(maxsize=20_000)
def hedges(text: str) -> dict[int, frozenset[str]]:
    """For each meaningful word the hedges it stands under: "possible", "hearsay", "likely", "future", "would", "ought", "planned"."""
    read = passage(text)
    under: dict[int, set[str]] = {}
    for i, word in enumerate(read.words):
        if word.kind != "word":
            continue
        low = word.lower
        kind = _WORDS.get(low) or ("future" if low.endswith("'ll") else None)
        if kind and not (low == "may" and word.text == "May" and i) and not (low == "will" and _is_noun(read, i)):
            for j in _scope(read, i, 2 if kind != "hearsay" else 3):
                under.setdefault(j, set()).add(kind)
        elif word.stem in _TO and (low != "due" or _next(read, i) == "to"):
            to = _to_behind(read, i)
            if to is not None:
                for j in _scope(read, to, 1):
                    under.setdefault(j, set()).add("planned")
    return {i: frozenset(kinds) for i, kinds in under.items()}


def _next(read: Passage, i: int) -> str:
    return read.words[i + 1].lower if i + 1 < len(read.words) else ""


def _is_noun(read: Passage, i: int) -> bool:
    """ "the will", "his will"."""
    return i > 0 and read.words[i - 1].lower in ("the", "a", "his", "her", "their", "political", "good", "free", "own")


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
        return CheckResult(name="modality", outcome="pass")
    mine = ground.statement
    ours = hedges(mine.text)
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        for j, kinds in hedges(read.text).items():
            stem = read.words[j].stem
            for i in mine.at.get(stem, ()):
                reason = _stronger(mine, i, ours.get(i, _NONE), read, j, kinds)
                if reason and bond(mine, i, read, j, alignment) >= BOUND and not _plainly_said(ground, stem):
                    return CheckResult(name="modality", outcome="fail", reason=reason)
    for i, kinds in ours.items():
        reason = _weaker(ground, i, kinds)
        if reason:
            return CheckResult(name="modality", outcome="fail", reason=reason)
    return CheckResult(name="modality", outcome="pass")


def _stronger(mine: Passage, i: int, ours: frozenset[str], read: Passage, j: int, kinds: frozenset[str]) -> str:
    """Why the statement's word `i` is told as more certain than the cited word `j`, or ""."""
    if kinds & _WEAK and not ours & {"possible", "hearsay", "likely", "would", "planned"} and not _hedged_near(mine, i):
        return f"tells “{mine.words[i].text}” as certain, the cited sentence only as {'possible' if 'possible' in kinds else 'alleged'}"
    if kinds & {"planned", "would", "future", "likely"} and not ours & _NOT_YET and _is_past(mine, i) and not _is_past(read, j):
        return f"tells “{mine.words[i].text}” as done, the cited sentence as still to come"
    if "planned" in kinds and "future" in ours and not kinds & {"future", "likely"}:
        return f"tells “{mine.words[i].text}” as certain to come, the cited sentence only as intended"
    return ""


def _hedged_near(read: Passage, i: int) -> bool:
    """Whether the clause of word `i`, or the one before it, is hedged in some other way ("suspected of", "the risk of")."""
    return any(w.lower in _HEDGING and 0 <= read.clause[i] - read.clause[k] <= 1 for k, w in enumerate(read.words))


_HEDGING = frozenset(
    [
        "may",
        "might",
        "could",
        "perhaps",
        "maybe",
        "possibly",
        "possible",
        "potentially",
        "potential",
        "possibility",
        "allegedly",
        "reportedly",
        "apparently",
        "alleged",
        "likely",
        "probably",
        "would",
        "suspected",
        "believed",
        "thought",
        "accused",
        "suggested",
        "suggests",
        "risk",
        "threat",
        "fears",
        "feared",
        "rumoured",
        "chance",
    ]
)


def _is_past(read: Passage, i: int) -> bool:
    word = read.words[i]
    if not (word.lower.endswith("ed") or word.lower in PAST_FORMS):
        return False
    return not (i and read.words[i - 1].lower in ("to", "be"))


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
_SOFT = frozenset({"possible", "hearsay", "likely", "would", "planned"})
