"""Are the words that a case asks for in a text? Exact, without a judge: case and accents aside, at the borders of words."""

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.evaluation.case import Keys
from summarizer.stages.text.terms import fold

_NUMBER_WORDS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred""".split()  # noqa: SIM905 - a list of words is read as words
_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u202f": " "})


def holds(text: str, key: str) -> bool:
    """Whether a text holds a key. A key begins where a word begins; it may end inside a word ("inspect" is in "inspected") unless it
    ends in a number ("31" is not in "310", "1.31" or "31.5", "seven" is not in "seventy")."""
    return _pattern(key).search(_plain(text)) is not None


def found(text: str, keys: Keys) -> tuple[bool, ...]:
    """For each group whether one of its keys is in the text."""
    return tuple(any(holds(text, key) for key in group) for group in keys)


def together(texts: Sequence[str], keys: Keys) -> tuple[int, ...]:
    """The number of the first text that holds every group alone, else of the first two neighbours that do together; () where none do."""
    if not keys:
        return ()
    each = [found(text, keys) for text in texts]
    for n, groups in enumerate(each):
        if all(groups):
            return (n,)
    for n in range(1, len(each)):
        if any(each[n]) and any(each[n - 1]) and all(a or b for a, b in zip(each[n - 1], each[n], strict=True)):
            return (n, n - 1)
    return ()


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(fold(text.translate(_SIGNS)).split())


@lru_cache(maxsize=4096)
def _pattern(key: str) -> re.Pattern[str]:
    plain = fold(key.translate(_SIGNS))
    bare = " ".join(plain.split())
    before = r"(?<![\w])(?<!\d[.,])" if bare[:1].isdigit() else r"(?<!\w)" if bare[:1].isalnum() else ""
    last = re.split(r"[\s-]", bare)[-1]
    if bare[-1:].isdigit():
        after = r"(?![\d])(?![.,]\d)"
    elif plain.endswith(" ") or last in _NUMBER_WORDS:
        after = r"(?!\w)"
    else:
        after = ""
    return re.compile(before + re.escape(bare) + after)
