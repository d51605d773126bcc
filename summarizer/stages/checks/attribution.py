"""Are the words still those of whoever said them, and is what somebody says not told as a fact?"""

from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.naming import alias
from summarizer.stages.checks.outcome import failed, passed
from summarizer.stages.checks.words import words
from summarizer.stages.speech import antecedent, sayer
from summarizer.verdict import CheckResult


def attribution(ground: Ground) -> CheckResult:
    """Fails where the statement gives the words to somebody else."""
    mine = sayer(ground.statement.text)
    for speaker in (s for s in (mine, ground.attributed_to) if s):
        if not any(_says(ground, n, speaker) for n in range(len(ground.passages))):
            others = [name for n in range(len(ground.passages)) if (name := _speaker(ground, n))]
            if others:
                return failed("attribution", f"gives to {speaker} what {others[0]} said")
    return passed("attribution")


def _speaker(ground: Ground, n: int) -> str | None:
    return sayer(ground.passages[n].text) or antecedent([p.text for p in ground.before[n]])


def _says(ground: Ground, n: int, speaker: str) -> bool:
    named = _speaker(ground, n)
    return named is None or alias(_parts(named), _parts(speaker))


def _parts(name: str) -> tuple[str, ...]:
    return tuple(w.lower for w in words(name) if w.kind == "word")
