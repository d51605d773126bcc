"""Sentences become chunks, each of which fits one map call."""

from collections.abc import Sequence

from summarizer.article import Chunk, Sentence
from summarizer.protocols import TokenCounter

_LABEL = 4  # tokens a sentence costs on top of its text: its number, a bracket and the line break around it


def chunk(sentences: Sequence[Sentence], counter: TokenCounter, limit: int) -> tuple[Chunk, ...]:
    """The usable sentences in order, in as few chunks as fit `limit` tokens, of about equal size; one article a chunk.

    A sentence over the limit is a chunk of its own, whole: it is never cut. Chunks do not overlap: sentences are selected by number, so a
    second sight of a sentence would be paid for and bring the same number again. `tokens` counts the sentences and a small label for each.
    Raises ValueError for a limit below 1.
    """
    if limit < 1:
        raise ValueError(f"A chunk's limit must be at least 1 token, not {limit}.")
    by_article: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        if sentence.aside is None:
            by_article.setdefault(sentence.article, []).append(sentence)
    chunks: list[Chunk] = []
    for article, usable in by_article.items():
        sizes = [counter.count(sentence.text) + _LABEL for sentence in usable]
        for index, (first, last) in enumerate(_balanced(sizes, limit)):
            chunks.append(Chunk(article=article, index=index, sentences=tuple(usable[first:last]), tokens=sum(sizes[first:last])))
    return tuple(chunks)


def _balanced(sizes: Sequence[int], limit: int) -> list[tuple[int, int]]:
    """Ranges [first, last) of at most `limit` each: as few as a greedy filling needs, and then with the lowest cap that needs no more."""
    fewest = len(_filled(sizes, limit))
    if fewest <= 1:
        return _filled(sizes, limit)
    low, high = min(limit, max(1, sum(sizes) // fewest)), limit
    while low < high:
        middle = (low + high) // 2
        if len(_filled(sizes, middle)) <= fewest:
            high = middle
        else:
            low = middle + 1
    return _filled(sizes, low)


def _filled(sizes: Sequence[int], cap: int) -> list[tuple[int, int]]:
    """Ranges filled in order up to `cap`; a single size over the cap is a range of its own."""
    ranges: list[tuple[int, int]] = []
    first, total = 0, 0
    for at, size in enumerate(sizes):
        if at > first and total + size > cap:
            ranges.append((first, at))
            first, total = at, 0
        total += size
    if first < len(sizes):
        ranges.append((first, len(sizes)))
    return ranges
