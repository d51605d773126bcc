"""Are the words inside quotation marks the cited words, letter by letter, and spoken by that speaker?"""

import re

from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.outcome import failed, passed
from summarizer.stages.checks.passage import passage, plain
from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.units import MONTHS, SMALL
from summarizer.stages.checks.words import words
from summarizer.verdict import CheckResult

_EDIT = re.compile(r"\[[^\[\]]{0,80}\]")
_GAP = re.compile(r"\.{3,}")
_TRIM = " ,.;:!?'\"-"


def quotation(ground: Ground) -> CheckResult:
    """Fails on quoted words that no cited text holds, and on a bracketed edit that nothing near the cited sentences bears out.

    Bracketed edits and ellipses may stand for words; typographic marks and case are free.
    """
    mine = ground.statement
    if mine.quoted:
        sources = [p.bare for p in ground.passages]
        for start, end in mine.quoted:
            said = mine.text[start:end]
            if not any(_holds(source, said) for source in sources):
                return failed("quotation", f"quotes “{_short(said)}”, which is not what the cited text says")
    for edit in _EDIT.findall(mine.text) if "[" in mine.text else ():
        if edit not in (p.text for p in ground.passages) and not _borne_out(ground, edit):
            return failed("quotation", f"adds “{_short(edit)}”, which stands nowhere near the cited sentence")
    return passed("quotation")


def _borne_out(ground: Ground, edit: str) -> bool:
    """Whether the words of a bracketed edit stand in the cited sentences, near them or in the title; dates are left to their check."""
    dated = {word.stem for word in words(edit) if word.kind == "number" or word.lower in MONTHS or word.lower in SMALL}
    wanted = passage(edit).stems - dated
    near = ground.stems.union(*(p.stems for p in ground.around()), *(passage(each.title).stems for each in ground.cited if each.title))
    return all(word in near or any(same(word, other) for other in near) for word in wanted)


def _holds(source: str, said: str) -> bool:
    """Whether `source` (plain) has the pieces of `said` in order; between two pieces of an ellipsis no denial may be lost."""
    pieces = [plain(piece).strip(_TRIM) for part in _GAP.split(_EDIT.sub("\x00", plain(said))) for piece in part.split("\x00")]
    at, first = 0, True
    for piece in (p for p in pieces if p):
        found = _find(source, piece, at)
        if found < 0:
            return False
        if not first and _DENIES.search(source, at, found):
            return False
        at, first = found + len(piece), False
    return True


_DENIES = re.compile(r"\b(?:not|never|no|cannot|unless|if)\b|n't\b")


def _find(source: str, piece: str, at: int) -> int:
    """Where `piece` stands in `source` at whole words, from `at`; -1 if nowhere."""
    found = source.find(piece, at)
    while found >= 0:
        end = found + len(piece)
        if not (found and source[found - 1].isalnum() and piece[0].isalnum()) and not (
            end < len(source) and source[end].isalnum() and piece[-1].isalnum()
        ):
            return found
        found = source.find(piece, found + 1)
    return -1


def _short(said: str) -> str:
    return said if len(said) <= 80 else said[:77].rstrip() + " …"
