"""Are the words still those of whoever said them, and is what somebody says not told as a fact?"""

from summarizer.stages.checks.alignment import Block
from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.naming import alias
from summarizer.stages.checks.outcome import failed, passed
from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.words import stems, words
from summarizer.stages.speech import antecedent, sayer
from summarizer.verdict import CheckResult

_PRONOUNS = frozenset({"he", "she", "they", "it", "who"})
_REPORTS = stems(
    "say tell add claim allege accuse argue contend insist believe think suspect assert maintain suggest warn predict state announce report confirm note "
    "explain write declare testify estimate fear according deny admit acknowledge stress emphasise emphasize call describe reveal find show conclude blame charge"
)


def attribution(ground: Ground) -> CheckResult:
    """Fails where the statement gives the words to somebody else, or tells as a fact what the cited sentence says that somebody says."""
    reason = _other_speaker(ground)
    if not reason and not ground.copied and not ground.attributed_to:
        reason = _told_as_fact(ground)
    return failed("attribution", reason) if reason else passed("attribution")


def _other_speaker(ground: Ground) -> str:
    mine = sayer(ground.statement.text)
    for speaker in (s for s in (mine, ground.attributed_to) if s):
        if any(_says(ground, n, speaker) for n in range(len(ground.passages))):
            continue
        others = [name for n in range(len(ground.passages)) if (name := _speaker(ground, n))]
        if others:
            return f"gives to {speaker} what {others[0]} said"
    return ""


def _speaker(ground: Ground, n: int) -> str | None:
    return sayer(ground.passages[n].text) or antecedent([p.text for p in ground.before[n]])


def _says(ground: Ground, n: int, speaker: str) -> bool:
    named = _speaker(ground, n)
    return named is None or alias(_parts(named), _parts(speaker))


def _parts(name: str) -> tuple[str, ...]:
    return tuple(w.lower for w in words(name) if w.kind == "word")


def _told_as_fact(ground: Ground) -> str:
    """The words of reporting that the statement leaves out though it keeps what is reported, or ""."""
    mine = ground.statement
    if any(stem in mine.at for stem in _REPORTS) or not any(stem in p.at for p in ground.passages for stem in _REPORTS):
        return ""
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        for block in alignment.blocks if alignment.close else ():
            verb = next((j for j in block.theirs if read.words[j].stem in _REPORTS), None)
            if verb is not None and not _with_its_content(read, block, verb):
                return f"tells as a fact what the cited sentence only reports (“{read.text[read.words[block.theirs[0]].start : read.words[block.theirs[-1]].end]}”)"
    return ""


def _with_its_content(read: Passage, block: Block, verb: int) -> bool:
    """Whether what is reported left together with the words of reporting (", adding that the road was shut")."""
    behind = [j for j in block.theirs if j > verb]
    subject = any(j in read.content_set or read.words[j].lower in _PRONOUNS for j in block.theirs if j < verb)
    if not subject and not (behind and read.words[behind[0]].text[:1].isupper()):
        return True  # "… and accused its pilots": no reporter left with it
    says_that = any(read.words[j].lower in ("that", "how", "why", "whether") for j in behind[:3])
    return len([j for j in behind if j in read.content_set]) >= (2 if says_that else 5)
