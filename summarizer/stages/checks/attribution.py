"""Are the words still those of whoever said them, and is what somebody says not told as a fact?"""

from summarizer.stages.checks.alignment import Block
from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.naming import Name, alias, proper
from summarizer.stages.checks.outcome import failed, passed
from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.speakers import CLAIMS, SAYS, meant, opening, speakers
from summarizer.stages.checks.words import listed, words
from summarizer.verdict import CheckResult

_PARTIES = listed(
    "lawsuit suit complaint indictment prosecutors prosecutor plaintiff plaintiffs accuser accusers affidavit petition rumours rumors"
)
"""Whose word nobody has to believe: what they say is an accusation or hearsay."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "who"})


def attribution(ground: Ground) -> CheckResult:
    """Fails where the statement gives the words to somebody else, or tells as a fact what the cited sentence says that somebody claims.

    Unchecked where it leaves out who merely said so: most readers take that for the writer's own report.
    """
    reason = _other_speaker(ground)
    if reason:
        return failed("attribution", reason)
    if ground.copied or ground.attributed_to or _reports_otherwise(ground):
        return passed("attribution")
    dropped = _dropped_report(ground)
    if dropped is None:
        return passed("attribution")
    verb, said = dropped
    if verb in CLAIMS or any(w.lower in _PARTIES for w in words(said)):
        return failed("attribution", f"tells as a fact what the cited sentence only reports (“{said}”)")
    return CheckResult(name="attribution", outcome="unchecked", reason=f"does not say who says so (“{said}”)")


def _reports_otherwise(ground: Ground) -> bool:
    """Whether the statement has a word of reporting of its own, not only one that it copies with the sentence around it."""
    own = [i for i, w in enumerate(ground.statement.words) if w.lower in SAYS]
    return bool(own) and not all(any(a.close and i in a.equal for a in ground.alignments) for i in own)


def _other_speaker(ground: Ground) -> str:
    """Why the speaker of the statement is not one of the cited sentences, or ""."""
    ours = [name for name in speakers(ground.statement.text) if name[0] not in _PRONOUNS]
    if ground.attributed_to:
        ours.append(proper(tuple(w.lower for w in words(ground.attributed_to) if w.kind == "word")) or ("",))
    if not ours:
        return ""
    theirs = [name for n in range(len(ground.passages)) for name in _speakers(ground, n)]
    if not theirs:
        return ""
    for mine in ours:
        if any(alias(mine, name) for name in theirs):
            continue
        if not _in_the_place_of(ground, mine, theirs) and _beside_a_speaker(ground, mine, theirs):
            continue
        if any(p.find(mine) for p in ground.passages) or any(a.close for a in ground.alignments) or ground.attributed_to:
            return f"gives to {_shown(mine)} what {_shown(theirs[0])} said"
    return ""


def _speakers(ground: Ground, n: int) -> list[Name]:
    """Who speaks in the `n`-th cited sentence; a pronoun, or a quotation without a speaker, is answered from the sentences before."""
    read = ground.passages[n]
    found = list(speakers(read.text))
    pronoun = any(name[0] in _PRONOUNS for name in found)
    if pronoun or (not found and read.quoted):
        found = [name for name in found if name[0] not in _PRONOUNS]
        if one := (None if pronoun else opening(read)) or meant(ground.before(n)):
            found.append(one)
    return found


def _in_the_place_of(ground: Ground, mine: Name, theirs: list[Name]) -> bool:
    """Whether a statement that follows a cited sentence has the name right where that one has its speaker."""
    here = ground.statement.find(mine)
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        there = [j for name in theirs for j in read.find(name)]
        for block in alignment.blocks if alignment.close else ():
            if any(i in block.mine for i in here) and any(j in block.theirs for j in there):
                return not any(j in block.theirs for j in read.find(mine))
    return False


def _beside_a_speaker(ground: Ground, mine: Name, theirs: list[Name]) -> bool:
    """Whether a cited sentence puts the name right beside a speaker, as what he is or heads ("Turkey's foreign minister Mevlut Arda")."""
    for read in ground.passages:
        for i in read.find(mine):
            if any(abs(i - j) <= 8 for name in theirs for j in read.find(name)):
                return True
    return False


def _shown(name: Name) -> str:
    return " ".join(part.capitalize() for part in name)


def _dropped_report(ground: Ground) -> tuple[str, str] | None:
    """The verb and the words of reporting that the statement leaves out though it keeps what is reported."""
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        for block in alignment.blocks if alignment.close and not read.lowers.isdisjoint(SAYS) else ():
            verb = next((j for j in block.theirs if read.words[j].text in SAYS), None)
            if verb is not None and not _with_its_content(read, block, verb):
                said = read.text[read.words[block.theirs[0]].start : read.words[block.theirs[-1]].end]
                return read.words[verb].text, said
    return None


def _with_its_content(read: Passage, block: Block, verb: int) -> bool:
    """Whether what is reported left together with the words of reporting (", adding that the road was shut")."""
    behind = [j for j in block.theirs if j > verb]
    subject = any(j in read.content_set or read.words[j].lower in _PRONOUNS for j in block.theirs if j < verb)
    if not subject and not (behind and read.words[behind[0]].text[:1].isupper()):
        return True  # "… and accused its pilots": no reporter left with it
    says_that = any(read.words[j].lower in ("that", "how", "why", "whether") for j in behind[:3])
    return len([j for j in behind if j in read.content_set]) >= (2 if says_that else 5)
