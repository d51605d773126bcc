"""Is what the cited sentence denies still denied, and nothing else?"""

from summarizer.stages.checks.alignment import Alignment
from summarizer.stages.checks.bonds import BOUND, bond
from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.denials import DENYING, UNDONE, Denial, denials, denied, denies_anything, is_plain
from summarizer.stages.checks.opposites import opposite
from summarizer.stages.checks.outcome import failed, passed
from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.words import listed, stems
from summarizer.verdict import CheckResult

__all__ = ["denied", "negation"]

_LIGHT = stems("want make take get give go come seem appear try need")
_MILDER = listed("only just merely simply little few hardly more less fewer")
_TURNING = frozenset({"if", "unless", "whether", "mean", "nor", "neither"})
_VERBAL = frozenset({"not", "never"})
_LONGEST = 3
_SAID = 1.0
"""The least bond at which a cited sentence is taken to say what the statement denies: the word itself is shared already."""


def negation(ground: Ground) -> CheckResult:
    """Fails where the statement denies what is cited as so, or says as so what is cited as denied."""
    if ground.copied:
        return passed("negation")
    reason = _exchanged(ground) or _added(ground) or _dropped(ground)
    return failed("negation", reason) if reason else passed("negation")


def _exchanged(ground: Ground) -> str:
    """Where the statement follows a cited sentence: a "not" that came or went, its word staying."""
    mine = ground.statement
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        for block in alignment.blocks if alignment.close else ():
            if len(block.mine) > _LONGEST or len(block.theirs) > _LONGEST:
                continue
            ours = any(is_plain(mine, i) for i in block.mine)
            if ours == any(is_plain(read, j) for j in block.theirs):
                continue
            if any(mine.words[i].lower in _MILDER for i in block.mine) or any(read.words[j].lower in _MILDER for j in block.theirs):
                continue
            denying, other = ((mine, block.mine), (read, block.theirs)) if ours else ((read, block.theirs), (mine, block.mine))
            if not any(_denies_itself(other[0], k, *denying) for k in other[1]):
                said = _span(*denying)
                return f"says “{said}”, the cited sentence does not" if ours else f"leaves out “{said}”, which the cited sentence says"
    return ""


def _denies_itself(read: Passage, k: int, denying: Passage, places: tuple[int, ...]) -> bool:
    """Whether word `k` says by itself what the other text says with a "not": "refused", "unlikely", or the opposite of a denied word."""
    word = read.words[k]
    return word.stem in DENYING or word.lower in UNDONE or any(opposite(word.stem, denying.words[i].stem) for i in places)


def _added(ground: Ground) -> str:
    """What the statement denies and no cited sentence does, though one says it."""
    mine = ground.statement
    for denial in denials(mine.text):
        if not denial.denied or any(_denies(p, mine, denial) for p in ground.passages):
            continue
        head = mine.words[denial.denied[0]].stem
        said = [(n, j) for n, p in enumerate(ground.passages) for j in p.where(head) if j not in denied(p.text)]
        for n, j in said:
            if bond(mine, denial.denied[0], ground.passages[n], j, ground.alignments[n]) >= _SAID:
                return f"denies “{_words(mine, denial)}”, the cited sentence does not"
        for read, alignment in zip(ground.passages, ground.alignments, strict=True):
            if any(bond(mine, i, read, j, alignment) >= BOUND for i in denial.denied[1:2] for j in read.where(mine.words[i].stem)):
                return f"denies “{_words(mine, denial)}”, the cited sentence does not"
        if mine.words[denial.cue].lower in _VERBAL and not _denied_there(ground, mine.around(denial.denied[0]) | {head}):
            return f"denies “{_words(mine, denial)}”, the cited text denies nothing of the kind"
    return ""


def _denied_there(ground: Ground, told: frozenset[str]) -> bool:
    """Whether a cited sentence that speaks of the same denies anything, in whatever way; where none does, any cited sentence."""
    shared = [sum(1 for word in told if word in read.stems) for read in ground.passages]
    least = min(2, max(shared))
    return any(n >= least and denies_anything(read.text) for n, read in zip(shared, ground.passages, strict=True))


def _denies(read: Passage, mine: Passage, denial: Denial) -> bool:
    """Whether a passage denies the same, in whatever way."""
    cue = mine.words[denial.cue].stem
    if cue in DENYING and cue in read.at:
        return True
    heads = [mine.words[i].stem for i in denial.denied[:3]]
    theirs = [read.words[i].stem for d in denials(read.text) for i in d.denied]
    if any(same(stem, head) for stem in theirs for head in heads):
        return True
    if heads[0] in read.at:  # said in the same word: it must be denied right there
        return any(_forbids(read, j, mine) for j in read.at[heads[0]])
    if any(opposite(stem, head) for stem in theirs for head in heads):
        return True
    if any(opposite(w.stem, heads[0]) or _undone(w.lower, heads[0]) for w in read.words if w.kind == "word"):
        return True
    return any(w.stem in DENYING for w in read.words) and any(read.kin.hold(stem) for stem in (*heads, *mine.around(denial.denied[0])))


def _forbids(read: Passage, j: int, mine: Passage) -> bool:
    """Whether a verb that denies, and that the statement does not say too, stands closely before word `j`."""
    return any(w.stem in DENYING and w.stem not in mine.at for w in read.words[max(0, j - 6) : j])


def _undone(word: str, head: str) -> bool:
    """ "unlikely" denies "likely"."""
    root = head[: max(4, len(head) - 2)]
    return any(word.startswith(prefix + root) for prefix in ("un", "in", "im", "il", "ir", "non", "dis"))


def _dropped(ground: Ground) -> str:
    """What a cited sentence denies and the statement says as so."""
    mine = ground.statement
    ours = denials(mine.text)
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        for denial in denials(read.text):
            if _is_turned(read, denial):
                continue
            stated = _stated(mine, read, denial, alignment)
            retold = _retold(mine, read, denial) if stated is None else ()
            if stated is None and not retold:
                continue
            word = read.words[retold[0] if stated is None else stated].stem
            if any(same(mine.words[i].stem, word) or opposite(mine.words[i].stem, word) for d in ours for i in d.denied):
                continue
            if any(_replaces(w.stem, w.lower, word, read) for w in mine.words if w.kind == "word"):
                continue
            told = [read.words[j].stem for j in retold] or [word]
            if any(all(_affirms(p, each) for each in told) for p in ground.passages):
                continue
            return f"leaves out that the cited sentence says “{_words(read, denial)}”"
    return ""


def _stated(mine: Passage, read: Passage, denial: Denial, alignment: Alignment) -> int | None:
    """The denied word that the statement says again in the same place, if it says one of the nearest."""
    for at, j in enumerate(d for d in denial.denied[:3] if d > denial.cue or len(denial.denied) == 1):
        stem = read.words[j].stem
        if any(bond(mine, i, read, j, alignment) >= BOUND for i in mine.where(stem)):
            return j
        if at == 0 and stem not in _LIGHT:
            return None
    return None


def _retold(mine: Passage, read: Passage, denial: Denial) -> tuple[int, ...]:
    """The denied words that a statement which denies nothing tells again, if they are most of those denied."""
    if denials(mine.text) or read.words[denial.cue].lower not in _VERBAL:
        return ()
    if any(w.stem in DENYING or w.lower in UNDONE for w in mine.words if w.kind == "word"):
        return ()
    plain = [j for j in denial.denied if read.words[j].text.islower()]
    told = [j for j in plain if read.words[j].stem in mine.at]
    return tuple(told) if len(told) >= 2 and 3 * len(told) >= 2 * len(plain) else ()


def _is_turned(read: Passage, denial: Denial) -> bool:
    """Whether a denial denies nothing plainly: under an "if", a second time ("doesn't mean they can't"), or as a superlative ("no player
    more famous")."""
    clause = read.clause[denial.cue]
    around = [w.lower for i, w in enumerate(read.words) if read.clause[i] == clause and i <= denial.cue + 5]
    return not _TURNING.isdisjoint(around) or (read.words[denial.cue].lower == "no" and "more" in around)


def _replaces(stem: str, lower: str, word: str, read: Passage) -> bool:
    """Whether a word of the statement that the passage does not hold says the denial in itself."""
    return stem not in read.at and (stem in DENYING or opposite(stem, word) or _undone(lower, word) or _undone(word, stem))


def _affirms(read: Passage, word: str) -> bool:
    """Whether a passage says a word without denying it."""
    under = {i for denial in denials(read.text) for i in denial.denied}
    return any(i not in under for i in read.at.get(word, ()))


def _span(read: Passage, places: tuple[int, ...]) -> str:
    return read.text[read.words[places[0]].start : read.words[places[-1]].end]


def _words(read: Passage, denial: Denial) -> str:
    """The denial as it is written, up to the nearest word it denies."""
    ends = sorted((denial.cue, *denial.denied[:1]))
    return read.text[read.words[ends[0]].start : read.words[ends[-1]].end]
