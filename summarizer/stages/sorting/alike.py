"""How alike are articles? Terms of their heads, weighted by how rare they are in the run and in any news.

Terms are words and pairs of neighbouring words (which is how names, dates and numbers with what they measure are told apart). A small
run says little about rarity, so that counts are smoothed with a prior: words of any news are common, others are rare. Two articles in
different languages are as alike as the names and the larger numbers in them.
"""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from summarizer.article import Article
from summarizer.stages.text.language import language_of
from summarizer.stages.text.newswords import NEWS_WORDS
from summarizer.stages.text.terms import fold, words
from summarizer.stages.text.usable import usable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    Told = Sequence[tuple[Sequence[str], float]]
    Terms = NDArray[np.int64]
    Counts = NDArray[np.float32]

_HEAD = 4000  # code points of text: what a story is stands there, and long backgrounds make different stories alike
_TITLE = 2.0  # a word of the title counts as two
_PRIOR = 300  # articles that the prior is worth
_COMMON, _RARE, _RARE_PAIR = 0.05, 0.002, 0.002  # share of those articles that hold a word of any news, another word, a pair of words
_USUAL = 4.0  # the weight, log(1 / share), of a term that tells stories apart: likeness is about 1 where all terms are shared and such
_MOST_HOLDERS = 150  # a word that more articles hold is not looked up: it says little, and its pairs would grow with the square
_MOST_PAIR_HOLDERS = 600  # a pair of words that many articles hold may be the name of a large story
_BUCKET_BITS = 25
_LEAST = 0.02  # less likeness than this is none
_NAME = re.compile(r"\b[^\W\d_a-zß-öø-ÿ][^\W_]{2,}|\b\d{3,}\b|\b\d+(?:[.,]\d+)+\b")
_SHORTEST = 2.0  # a row of fewer shared names than about eight is taken to be so long
_CLOSE = 60  # likenesses kept for each article
_ROWS = 512  # articles compared with all others at a time


def likeness(articles: Sequence[Article]) -> "csr_matrix":
    """A sparse symmetric matrix, 0 to 1, with an empty diagonal; entry (i, j) is how alike articles i and j are."""
    heads = [usable(article)[:_HEAD] for article in articles]
    languages = [language_of(head, article.language) for head, article in zip(heads, articles, strict=True)]
    told = [
        ((words(article.title or "", language), _TITLE), (words(head, language), 1.0))
        for article, head, language in zip(articles, heads, languages, strict=True)
    ]
    by_words = _compared(_vectors(told), _LEAST)
    if len({*languages} - {None}) > 1:
        named = _compared(_vectors([((_names(head), 1.0),) for head in heads], of_shared=True), _LEAST)
        by_words = _across(by_words, languages, False) + _across(named, languages, True)
    found = strongest(by_words.minimum(1.0), _CLOSE)
    return found.maximum(found.T).tocsr()


def _compared(vectors: "csr_matrix", least: float) -> "csr_matrix":
    every = vectors.T.tocsr()
    return stacked(
        lambda first: strongest(off_diagonal(vectors[first : first + _ROWS] @ every, first, least), _CLOSE), vectors.shape[0], _ROWS
    )


def _across(alike: "csr_matrix", languages: Sequence[str | None], across: bool) -> "csr_matrix":
    """The entries between articles in different languages, or else the others; an unknown language differs from none."""
    import numpy as np
    from scipy import sparse

    known = sorted({language for language in languages if language})
    numbers = np.array([known.index(language) if language else -1 for language in languages])
    coo = alike.tocoo()
    one, other = numbers[coo.row], numbers[coo.col]
    kept = ((one != other) & (one >= 0) & (other >= 0)) == across
    return sparse.csr_matrix((coo.data[kept], (coo.row[kept], coo.col[kept])), shape=alike.shape)


def _names(text: str) -> tuple[str, ...]:
    """What is written alike in any language: words with a capital and numbers of three figures and more."""
    return tuple(fold(token) for token in _NAME.findall(text))


def stacked(block: "Callable[[int], csr_matrix]", rows: int, step: int) -> "csr_matrix":
    """`block(first)` for every `step` rows, one below the other: what a whole product would need never stands in memory at once."""
    from scipy import sparse

    return sparse.vstack([block(first) for first in range(0, rows, step)], format="csr")


def off_diagonal(matrix: "csr_matrix", first: int, least: float) -> "csr_matrix":
    """The entries of at least `least`, without those where the row, counted from `first`, is the column."""
    from scipy import sparse

    coo = matrix.tocoo()
    kept = (coo.data >= least) & (coo.row + first != coo.col)
    return sparse.csr_matrix((coo.data[kept], (coo.row[kept], coo.col[kept])), shape=matrix.shape)


def strongest(matrix: "csr_matrix", most: int) -> "csr_matrix":
    """The `most` largest entries of each row, of equals those with the lower column; entries of 0 are dropped."""
    import numpy as np
    from scipy import sparse

    coo = matrix.tocoo()
    order = np.lexsort((coo.col, -coo.data, coo.row))
    rows, columns, values = coo.row[order], coo.col[order], coo.data[order]
    rank = np.arange(len(rows)) - np.searchsorted(rows, rows)
    kept = (rank < most) & (values > 0)
    return sparse.csr_matrix((values[kept], (rows[kept], columns[kept])), shape=matrix.shape)


def _vectors(told: "Sequence[Told]", of_shared: bool = False) -> "csr_matrix":
    """A row for each article; the dot product of two rows is how alike they are, before it is cut at 1.

    Rows are as long as all terms of their articles are, or `of_shared` with other articles.
    """
    import numpy as np
    from scipy import sparse

    size = len(told)
    numbers: dict[str, int] = {}
    counted = _repeated([_counted(parts, numbers) for parts in told])
    lengths = np.array([max(_SHORTEST, float(np.sqrt((count**2).sum()))) if of_shared else length for _, count, length in counted])
    sizes = [len(own) for own, _, _ in counted]
    values = np.concatenate([count for _, count, _ in counted])
    terms, columns, holders = np.unique(np.concatenate([own for own, _, _ in counted]), return_inverse=True, return_counts=True)
    del counted

    common = np.zeros(len(numbers) + 1, dtype=bool)
    common[[numbers[stem] for stem in set(words(" ".join(NEWS_WORDS))) if stem in numbers]] = True
    is_pair = terms >> 32 > 0
    share = np.where(is_pair, _RARE_PAIR, np.where(common[np.where(is_pair, 0, terms)], _COMMON, _RARE))
    weights = (np.log((size + _PRIOR) / (holders + _PRIOR * share)) / _USUAL) ** 2
    weights[(holders < 2) | (holders > np.where(is_pair, _MOST_PAIR_HOLDERS, _MOST_HOLDERS))] = 0.0

    rows = np.repeat(np.arange(size, dtype=np.int32), sizes)
    kept = np.flatnonzero(weights[columns] > 0)
    rows, columns = rows[kept], columns[kept]
    values = values[kept] * weights[columns] / np.maximum(lengths[rows], 1e-9)
    return sparse.csr_matrix((values.astype(np.float32), (rows, columns)), shape=(size, len(terms)))


def _repeated(counted: "list[tuple[Terms, Counts]]") -> "list[tuple[Terms, Counts, float]]":
    """Only the terms that another article may hold too, and the length of all. Most pairs of words stand in one article alone.

    `counted` is emptied, since both would be large.
    """
    import numpy as np

    def buckets(terms: "Terms") -> "NDArray[np.uint64]":
        return terms.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(64 - _BUCKET_BITS)

    holders = np.zeros(1 << _BUCKET_BITS, dtype=np.uint8)
    for terms, _ in counted:
        own = buckets(terms)
        holders[own] = np.minimum(holders[own] + 1, 2)
    found = []
    while counted:
        terms, counts = counted.pop()
        kept = holders[buckets(terms)] > 1
        found.append((terms[kept], counts[kept], float(np.sqrt((counts**2).sum()))))
    return found[::-1]


def _counted(told: "Told", numbers: dict[str, int]) -> "tuple[Terms, Counts]":
    """The terms of an article and log(1 + how often each occurs). A word is its number, from 1; a pair is two numbers in one."""
    import numpy as np

    keys, weights = [], []
    for own_words, weight in told:
        own = np.array([numbers.setdefault(word, len(numbers) + 1) for word in own_words], dtype=np.int64)
        pairs = own[:-1] << 32 | own[1:]
        keys += [own, pairs]
        weights += [np.full(len(own), weight), np.ones(len(pairs))]
    terms, inverse = np.unique(np.concatenate(keys), return_inverse=True)
    return terms, np.log1p(np.bincount(inverse, weights=np.concatenate(weights), minlength=len(terms))).astype(np.float32)
