"""Which articles are copies of another?

Candidates share sampled word shingles (the mod-m sketch of Broder 1997, "On the resemblance and containment of documents": unlike a
MinHash it measures containment, and so sees a copy that was cut to half). A candidate is confirmed on all its words: an article is a
copy when nearly all of it stands, five words and more in a row, in the other.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING
from zlib import crc32

from summarizer.article import Article
from summarizer.stages.text.usable import usable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Mask = NDArray[np.bool_]

_SHINGLE = 5  # words
_COPIED = 0.72  # share of an article's words that must stand in the original; half is background in a follow-up, and no copy
_SAMPLED = 3  # one shingle in three is looked up
_HOLDERS = 24  # the first holders of a shingle are compared with; what more articles share is furniture
_MAYBE = 0.3  # share of its sampled shingles that makes an article a candidate
_DATELINE = 12  # words: numbers and names before it are the dateline's
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")


def copies(articles: Sequence[Article]) -> dict[str, str]:
    """For each article that copies another, the id of the original, which is never itself a copy.

    Copies are the same text and text that was lightly edited: another headline or dateline, a cut end, a sentence or an advert more.
    Of two that hold each other the original is the earliest published, then the longer, then the first given; where only one holds
    the other, it is the one that holds more, so that no news is lost. A publisher's second version with other numbers or names is
    a revision and stays. Time and memory grow about linearly with the text.
    """
    pairs = sorted(((article, usable(article)) for article in articles), key=lambda pair: (pair[0].published or date.max, -len(pair[1])))
    ranked, texts = [article for article, _ in pairs], [text for _, text in pairs]
    known = _WordHashes()
    shingles = [_shingles(text, known) for text in texts]
    candidates = list(_candidates(shingles))
    shared = _Shared(shingles, {at for pair in candidates for at in pair})
    telling = _Telling(texts)
    holders: dict[int, dict[int, float]] = {}
    held: dict[int, list[int]] = {}
    for one, other in candidates:
        pair = ((one, other), (other, one))
        covered = [shared.covered(a, b) for a, b in pair]
        shares = [_share(mask) for mask in covered]
        if max(shares) < _COPIED or (_one_publisher(ranked[one], ranked[other]) and telling.apart((one, other), covered)):
            continue
        for (a, b), share in zip(pair, shares, strict=True):
            if share >= _COPIED:
                holders.setdefault(a, {})[b] = share
                held.setdefault(b, []).append(a)
    original: dict[int, int] = {}
    for at in range(len(ranked)):
        found = [(-share, other) for other, share in holders.get(at, {}).items() if other < at and other not in original]
        if found:
            original[at] = min(found)[1]
        else:
            original.update({other: at for other in held.get(at, ()) if other < at and other not in original})
    return {ranked[copy].id: ranked[_root(original, copy)].id for copy in sorted(original)}


def _root(original: Mapping[int, int], at: int) -> int:
    while at in original:
        at = original[at]
    return at


class _Shared:
    """Which words of one article stand in another. Shingles are numbered, so that a look-up is a place in a table."""

    def __init__(self, shingles: "Sequence[Hashes]", wanted: Collection[int]) -> None:
        import numpy as np

        rows = sorted(wanted)
        # Sorted once for all: two articles would else be searched for each other by halves, pair for pair.
        known, numbers = np.unique(np.concatenate([shingles[at] for at in rows] or [np.zeros(0, np.uint64)]), return_inverse=True)
        borders = np.cumsum([len(shingles[at]) for at in rows])[:-1]
        self._numbers = dict(zip(rows, np.split(numbers.astype(np.uint32), borders), strict=True)) if rows else {}
        self._held = np.zeros(len(known), dtype=bool)

    def covered(self, one: int, other: int) -> "Mask":
        """Which words of a text stand in a run of five that the other text has too."""
        import numpy as np

        own, theirs = self._numbers[one], self._numbers[other]
        words = np.zeros(len(own) + _SHINGLE - 1, dtype=bool)
        if not len(own) or not len(theirs):
            return words
        self._held[theirs] = True
        runs = self._held[own]
        self._held[theirs] = False
        for offset in range(_SHINGLE):
            words[offset : offset + len(runs)] |= runs
        return words


def _share(mask: "Mask") -> float:
    import numpy as np

    return int(np.count_nonzero(mask)) / len(mask)


class _WordHashes(dict[str, int]):
    """The same number for a word in every run."""

    def __missing__(self, word: str) -> int:
        self[word] = found = crc32(word.encode("utf-8", "surrogatepass"))
        return found


def _shingles(text: str, known: _WordHashes) -> "Hashes":
    """A hash for every run of five words, in order; one for the whole of a shorter text, none for no text."""
    import numpy as np

    words = np.array([known[word] for word in _WORD.findall(text.casefold())], dtype=np.uint64)
    size = min(_SHINGLE, len(words))
    if not size:
        return words
    total = np.zeros(len(words) - size + 1, dtype=np.uint64)
    for offset in range(size):
        total = total * np.uint64(0x9E3779B97F4A7C15) + words[offset : offset + len(total)]
    total ^= total >> np.uint64(29)
    return total * np.uint64(0xBF58476D1CE4E5B9) ^ total >> np.uint64(32)


def _candidates(shingles: "Sequence[Hashes]") -> Iterator[tuple[int, int]]:
    """Pairs of articles that share many of their sampled shingles, in order."""
    import numpy as np

    sampled = [np.unique(found if len(found) < 4 * _SAMPLED else found[found % np.uint64(_SAMPLED) == 0]) for found in shingles]
    sizes = np.array([len(found) for found in sampled])
    if not sizes.sum():
        return
    keys = np.concatenate(sampled)
    holder = np.repeat(np.arange(len(sampled), dtype=np.int64), sizes)
    order = np.argsort(keys, kind="stable")
    keys, holder = keys[order], holder[order]
    # A step at a time, so that what many articles share costs no more than _HOLDERS comparisons each.
    same = ((step, np.flatnonzero(keys[step:] == keys[:-step])) for step in range(1, min(_HOLDERS, len(keys))))
    found = [np.unique(holder[at] * len(sampled) + holder[at + step], return_counts=True) for step, at in same]
    pairs, inverse = np.unique(np.concatenate([pair for pair, _ in found] or [keys[:0]]), return_inverse=True)
    shared = np.bincount(inverse, weights=np.concatenate([count for _, count in found] or [keys[:0]]))
    one, other = np.divmod(pairs, len(sampled))
    for at in np.flatnonzero(shared >= _MAYBE * np.minimum(sizes[one], sizes[other])).tolist():
        yield int(one[at]), int(other[at])


def _one_publisher(one: Article, other: Article) -> bool:
    return (one.publisher is not None and one.publisher == other.publisher) or (one.url is not None and one.url == other.url)


class _Telling:
    """Is one article the publisher's own later version of the other, with other numbers or names in its body?"""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._words: dict[int, Mask] = {}

    def apart(self, pair: tuple[int, int], covered: "Sequence[Mask]") -> bool:
        """Whether the part of each text that is not covered by the other has a number or a name."""
        return all(self._tells(at, mask) for at, mask in zip(pair, covered, strict=True))

    def _tells(self, at: int, covered: "Mask") -> bool:
        telling = self._words.get(at)
        if telling is None:
            telling = self._words[at] = _telling(self._texts[at])
        size = min(len(telling), len(covered))
        return bool((telling[:size] & ~covered[:size]).any())


def _telling(text: str) -> "Mask":
    """Which words behind the dateline are numbers or names."""
    import numpy as np

    words = [word[0].isdigit() or (word[0].isupper() and len(word) > 2) for word in _WORD.findall(text)]
    words[:_DATELINE] = [False] * min(_DATELINE, len(words))
    return np.array(words, dtype=bool)
