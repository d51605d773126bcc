"""Which sentence does a text really rest on? Small models point beside the mark; shared words find the place again."""

import re
from collections.abc import Iterable
from functools import lru_cache

from summarizer.stages.text.terms import words

_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@lru_cache(maxsize=20_000)
def content_words(text: str) -> frozenset[str]:
    """The content words of a text as a set; text written without spaces counts by pairs of characters."""
    found: set[str] = set()
    for word in words(text):
        if _UNSPACED.search(word):
            found.update(word[i : i + 2] for i in range(max(1, len(word) - 1)))
        else:
            found.add(word)
    return frozenset(found)


def coverage(text: str, sources: Iterable[str]) -> float:
    """The share 0..1 of the content words of `text` that the sources together hold; 0 for a text without any."""
    wanted = content_words(text)
    if not wanted:
        return 0.0
    held: set[str] = set()
    for source in sources:
        held |= content_words(source)
    return len(wanted & held) / len(wanted)
