"""Is what may, could, is planned or is said to be so told as certain, or the other way round?"""

from summarizer.stages.checks.alignment import Block
from summarizer.stages.checks.bonds import BOUND, bond
from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.denials import denied
from summarizer.stages.checks.hedges import DOUBTING, HEDGING, RANK, hedge, hedges
from summarizer.stages.checks.outcome import failed, passed
from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.words import PAST_FORMS, listed, stems
from summarizer.verdict import CheckResult

__all__ = ["hedges", "modality"]

_NONE: frozenset[str] = frozenset()
_WEAK = frozenset({"possible", "hearsay"})
_TO_COME = frozenset({"planned", "future", "likely"})
_OPEN = frozenset({"possible", "hearsay", "likely", "would", "planned"})
_MILD = tuple(
    frozenset(pair)
    for pair in (("would", "future"), ("future", None), ("would", None), ("would", "possible"), ("ought", None), ("ought", "future"))
)
""" "Will" told of later is "would", and a plain future may be told in the present."""
_REPLACED = listed("can able said says")
_UNCHANGED = listed("beat cut put set hit hurt cost cast bet split spread quit shut let read forecast broadcast come become run")
_LITTLE = listed("to have has had be been is are was were will would the a of that not and it he she they in on")
_DETERMINERS = listed("a an")
_PREPOSITIONS = listed("against among across around behind beyond despite during inside near outside toward towards without")
_PROVED, _ACCUSED = stems("guilty convict conviction"), stems("accuse accusation suspect allege allegedly charge")
_FORETELLING = frozenset({"will", "shall"})
_TO_BE = _FORETELLING | frozenset({"going", "scheduled", "due"})
_OPENING = frozenset({"if", "should"})
_LONGEST, _PHRASE = 4, 3


def modality(ground: Ground) -> CheckResult:
    """Fails where a word both texts share is hedged in one and not, or otherwise, in the other."""
    if ground.copied:
        return passed("modality")
    reason = _exchanged(ground) or _told_as_surer(ground) or _told_as_less_sure(ground) or _foretold(ground) or _convicted(ground)
    return failed("modality", reason) if reason else passed("modality")


def _exchanged(ground: Ground) -> str:
    """Where the statement follows a cited sentence: a hedge that is another one there, or none."""
    mine = ground.statement
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        for block in alignment.blocks if alignment.close else ():
            if _is_phrase(block) or any(read.words[j].lower in _REPLACED for j in block.theirs):
                continue
            ours, theirs = hedge(mine, block.mine), hedge(read, block.theirs)
            if ours is None and theirs in _TO_COME and any(_is_past(mine, i) or mine.words[i].lower in ("was", "were") for i in block.mine):
                return f"says “{_span(mine, block.mine)}”, the cited sentence says “{_span(read, block.theirs)}”"
            if ours == theirs or (frozenset((ours, theirs)) in _MILD and not (ours == "would" and theirs == "possible")):
                continue
            if any(mine.words[i].stem in read.at for i in block.mine if mine.words[i].lower not in _LITTLE) or any(
                read.words[j].stem in mine.at for j in block.theirs if read.words[j].lower not in _LITTLE
            ):
                continue  # the words of the hedge stand elsewhere in the other text
            if abs(RANK.get(ours or "", 4.0) - RANK.get(theirs or "", 4.0)) >= 1.0:
                said, cited = _span(mine, block.mine), _span(read, block.theirs)
                return f"says “{said or 'so'}”, the cited sentence says “{cited or 'so, without a doubt'}”"
    return ""


def _is_phrase(block: Block) -> bool:
    """Whether more than a hedge came or went."""
    if len(block.mine) > _LONGEST or len(block.theirs) > _LONGEST:
        return True
    return (not block.mine and len(block.theirs) > _PHRASE) or (not block.theirs and len(block.mine) > _PHRASE)


def _told_as_surer(ground: Ground) -> str:
    mine = ground.statement
    ours = hedges(mine.text)
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        for j, kinds in hedges(read.text).items():
            stem = read.words[j].stem
            for i in mine.at.get(stem, ()):
                reason = _surer(mine, i, ours.get(i, _NONE), read, j, kinds)
                if reason and bond(mine, i, read, j, alignment) >= BOUND and not _plainly_said(ground, stem):
                    return reason
    return ""


def _surer(mine: Passage, i: int, ours: frozenset[str], read: Passage, j: int, kinds: frozenset[str]) -> str:
    """Why the statement's word `i` is told as more certain than the cited word `j`, or ""."""
    if j in denied(read.text) or "if" in ours or _is_thing(read, j):
        return ""
    word = mine.words[i].text
    if kinds & _WEAK and not ours & _OPEN and not _hedged_near(mine, i):
        return f"tells “{word}” as certain, the cited sentence only as {'possible' if 'possible' in kinds else 'alleged'}"
    if kinds & _TO_COME and not ours & (_TO_COME | {"would", "possible"}) and _is_past(mine, i) and not _is_past(read, j):
        return f"tells “{word}” as done, the cited sentence as still to come"
    if "planned" in kinds and "future" in ours and not kinds & {"future", "likely"}:
        return f"tells “{word}” as certain to come, the cited sentence only as intended"
    return ""


def _told_as_less_sure(ground: Ground) -> str:
    """What the statement tells as only possible and the cited sentences do not."""
    mine = ground.statement
    for i in (i for i, kinds in hedges(mine.text).items() if kinds & _WEAK and i in mine.content_set and not _is_thing(mine, i)):
        if not any(hedges(p.text) or not p.lowers.isdisjoint(HEDGING) for p in ground.passages):
            return f"tells “{mine.words[i].text}” as only possible, the cited text has no such doubt"
        places = [
            (read, j)
            for read, alignment in zip(ground.passages, ground.alignments, strict=True)
            for j in read.at.get(mine.words[i].stem, ())
            if bond(mine, i, read, j, alignment) >= BOUND
        ]
        if places and not any(_hedged_near(read, j) or hedges(read.text).get(j, _NONE) & (_OPEN | {"if"}) for read, j in places):
            return f"tells “{mine.words[i].text}” as only possible, the cited sentence does not"
    return ""


def _convicted(ground: Ground) -> str:
    """What the statement says is proved, where the cited text only accuses or suspects."""
    found = next((w.text for w in ground.statement.words if w.stem in _PROVED), "")
    around = () if any(a.close for a in ground.alignments) else ground.around()
    if not found or any(not _PROVED.isdisjoint(read.at) for read in (*ground.passages, *around)):
        return ""
    accused = next((w.text for read in ground.passages for w in read.words if w.stem in _ACCUSED), "")
    return f"says “{found}”, the cited sentence only “{accused}”" if accused else ""


def _is_thing(read: Passage, i: int) -> bool:
    """Whether a word is plainly no verb, so that no hedge before it makes it doubtful: "a mole", "Interstate", "booby-"."""
    word = read.words[i]
    before = read.words[i - 1].lower if i else ""
    following = read.words[i + 1].text if i + 1 < len(read.words) else ""
    return before in _DETERMINERS or following == "-" or word.text[:1].isupper() or word.lower in _PREPOSITIONS


def _foretold(ground: Ground) -> str:
    """What the statement says will be, where the cited sentence that speaks of it only plans, hopes or leaves open."""
    mine = ground.statement
    for i, word in enumerate(mine.words):
        if word.lower not in _FORETELLING or any(start <= word.start < end for start, end in mine.quoted):
            continue
        if any(w.lower in HEDGING or w.stem in DOUBTING for w in mine.words[:i]):
            continue
        around = mine.around(i)
        shared = [len(around & read.stems) for read in ground.passages]
        speaking = [read for n, read in zip(shared, ground.passages, strict=True) if n >= max(2, *shared)]
        if any(not read.lowers.isdisjoint(_TO_BE) for read in ground.passages) or any("would" in read.lowers for read in speaking):
            continue
        if any(w.lower in HEDGING or w.lower in _OPENING or w.stem in DOUBTING for read in speaking for w in read.words):
            at = next((k for k in mine.content if k > i), i)
            return f"tells “{_span(mine, (i, at))}” as certain, the cited text only as intended or possible"
    return ""


def _hedged_near(read: Passage, i: int) -> bool:
    """Whether the clause of word `i`, or the one before it, is hedged in some other way ("suspected of", "the risk of")."""
    return any(w.lower in HEDGING and 0 <= read.clause[i] - read.clause[k] <= 1 for k, w in enumerate(read.words))


def _is_past(read: Passage, i: int) -> bool:
    word = read.words[i].lower
    if not word.endswith("ed") and (word not in PAST_FORMS or word in _UNCHANGED):
        return False
    return not (i and read.words[i - 1].lower in ("to", "be"))


def _plainly_said(ground: Ground, stem: str) -> bool:
    """Whether some cited sentence says the word without a hedge."""
    return any(i not in hedges(read.text) for read in ground.passages for i in read.at.get(stem, ()))


def _span(read: Passage, places: tuple[int, ...]) -> str:
    return read.text[read.words[places[0]].start : read.words[places[-1]].end] if places else ""
