"""How alike are articles? Terms of their heads, weighted by how rare they are in the run and in any news.

Terms are words and pairs of neighbouring words (which is how names, dates and numbers with what they measure are told apart). A small
run says little about rarity, so that counts are smoothed with a prior: words of any news are common, others are rare.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from summarizer.article import Article
from summarizer.stages.newswords import NEWS_WORDS
from summarizer.stages.terms import words
from summarizer.stages.usable import usable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

_HEAD = 3000  # code points of text: what a story is stands there, and long backgrounds make different stories alike
_TITLE = 2.0  # a word of the title counts as two
_PRIOR = 300  # articles that the prior is worth
_COMMON, _RARE, _RARE_PAIR = 0.05, 0.002, 0.002  # share of those articles that hold a word of any news, another word, a pair of words
_USUAL = 4.0  # the weight, log(1 / share), of a term that tells stories apart: likeness is about 1 where all terms are shared and such
_MOST_HOLDERS = 0.03  # a term that more of many articles hold tells no stories apart
_FEWEST_HOLDERS = 300
_LEAST = 0.02  # less likeness than this is none
_CLOSE = 60  # likenesses kept for each article
_ROWS = 512  # articles compared with all others at a time


def likeness(articles: Sequence[Article]) -> "csr_matrix":
    """A sparse symmetric matrix, 0 to 1, with an empty diagonal; entry (i, j) is how alike articles i and j are."""
    vectors = _vectors(articles)
    every = vectors.T.tocsr()

    def row_block(first: int) -> "csr_matrix":
        block = vectors[first : first + _ROWS] @ every
        block.data[block.data < _LEAST] = 0.0
        block.setdiag(0.0, k=first)
        return strongest(block, _CLOSE)

    found = stacked(row_block, len(articles), _ROWS).minimum(1.0)
    return found.maximum(found.T).tocsr()


def stacked(block: "Callable[[int], csr_matrix]", rows: int, step: int) -> "csr_matrix":
    """`block(first)` for every `step` rows, one below the other: what a whole product would need never stands in memory at once."""
    from scipy import sparse

    return sparse.vstack([block(first) for first in range(0, rows, step)], format="csr")


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


def _vectors(articles: Sequence[Article]) -> "csr_matrix":
    """A row for each article; the dot product of two rows is how alike they are, before it is cut at 1."""
    import numpy as np
    from scipy import sparse

    numbers: dict[str, int] = {}
    counted = [_counted(article, numbers) for article in articles]
    sizes = [len(own) for own, _ in counted]
    lengths = np.array([np.sqrt((count**2).sum()) for _, count in counted])
    keys = np.concatenate([own for own, _ in counted])
    values = np.concatenate([count for _, count in counted])
    del counted
    terms, columns, holders = np.unique(keys, return_inverse=True, return_counts=True)
    del keys

    common = np.zeros(len(numbers) + 1, dtype=bool)
    common[[numbers[stem] for stem in set(words(" ".join(NEWS_WORDS))) if stem in numbers]] = True
    is_pair = terms >> 32 > 0
    share = np.where(is_pair, _RARE_PAIR, np.where(common[np.where(is_pair, 0, terms)], _COMMON, _RARE))
    weights = (np.log((len(articles) + _PRIOR) / (holders + _PRIOR * share)) / _USUAL) ** 2
    weights[(holders < 2) | (holders > max(_FEWEST_HOLDERS, _MOST_HOLDERS * len(articles)))] = 0.0

    rows = np.repeat(np.arange(len(articles), dtype=np.int32), sizes)
    kept = np.flatnonzero(weights[columns] > 0)
    rows, columns = rows[kept], columns[kept]
    values = values[kept] * weights[columns] / np.maximum(lengths[rows], 1e-9)
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(articles), len(terms)))


def _counted(article: Article, numbers: dict[str, int]) -> "tuple[NDArray[np.int64], NDArray[np.float32]]":
    """The terms of an article and log(1 + how often each occurs). A word is its number, from 1; a pair is two numbers in one."""
    import numpy as np

    keys, weights = [], []
    for text, weight in ((article.title or "", _TITLE), (usable(article)[:_HEAD], 1.0)):
        own = np.array([numbers.setdefault(word, len(numbers) + 1) for word in words(text, article.language)], dtype=np.int64)
        pairs = own[:-1] << 32 | own[1:]
        keys += [own, pairs]
        weights += [np.full(len(own), weight), np.ones(len(pairs))]
    terms, inverse = np.unique(np.concatenate(keys), return_inverse=True)
    return terms, np.log1p(np.bincount(inverse, weights=np.concatenate(weights), minlength=len(terms))).astype(np.float32)
