"""How alike are articles? Terms of their heads, weighted by how rare they are in the run and in any news.

Terms are words and pairs of neighbouring words (which is how names, dates and numbers with what they measure are told apart). A small
run says little about rarity, so that counts are smoothed with a prior: words of any news are common, others are rare.
"""

from collections.abc import Sequence
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
_ROWS = 512  # articles compared with all others at a time
_FEWEST_HOLDERS = 300
_LEAST = 0.02  # less likeness than this is none


def likeness(articles: Sequence[Article]) -> "csr_matrix":
    """A sparse symmetric matrix, 0 to 1, with an empty diagonal; entry (i, j) is how alike articles i and j are."""
    import numpy as np
    from scipy import sparse

    vectors = _vectors(articles)
    blocks = []
    for first in range(0, len(articles), _ROWS):
        block = (vectors[first : first + _ROWS] @ vectors.T).tocoo()
        kept = (block.data >= _LEAST) & (block.row + first != block.col)
        blocks.append((block.data[kept], block.row[kept] + first, block.col[kept]))
    data, rows, columns = (np.concatenate(parts) for parts in zip(*blocks, strict=True))
    return sparse.csr_matrix((np.minimum(data, 1.0), (rows, columns)), shape=(len(articles), len(articles)))


def _vectors(articles: Sequence[Article]) -> "csr_matrix":
    import numpy as np
    from scipy import sparse

    numbers: dict[str, int] = {}
    counted = [_counted(article, numbers) for article in articles]
    keys = np.concatenate([own for own, _ in counted])
    rows = np.repeat(np.arange(len(counted)), [len(own) for own, _ in counted])
    counts = np.log1p(np.concatenate([count for _, count in counted]))
    lengths = np.sqrt(np.bincount(rows, weights=counts**2, minlength=len(counted)))
    terms, columns, holders = np.unique(keys, return_inverse=True, return_counts=True)

    common = np.zeros(len(numbers) + 1, dtype=bool)
    common[[number for word, number in numbers.items() if word in _news_stems()]] = True
    is_pair = terms >> 32 > 0
    share = np.where(is_pair, _RARE_PAIR, np.where(common[np.where(is_pair, 0, terms)], _COMMON, _RARE))
    weights = (np.log((len(articles) + _PRIOR) / (holders + _PRIOR * share)) / _USUAL) ** 2
    weights[(holders < 2) | (holders > max(_FEWEST_HOLDERS, _MOST_HOLDERS * len(articles)))] = 0.0

    values = counts * weights[columns] / np.maximum(lengths[rows], 1e-9)
    kept = values > 0
    return sparse.csr_matrix((values[kept], (rows[kept], columns[kept])), shape=(len(articles), len(terms)))


def _counted(article: Article, numbers: dict[str, int]) -> "tuple[NDArray[np.int64], NDArray[np.float64]]":
    """The terms of an article and how often each occurs. A word is its number, from 1; a pair is two numbers in one."""
    import numpy as np

    keys, weights = [], []
    for text, weight in ((article.title or "", _TITLE), (usable(article)[:_HEAD], 1.0)):
        own = np.array([numbers.setdefault(word, len(numbers) + 1) for word in words(text, article.language)], dtype=np.int64)
        pairs = own[:-1] << 32 | own[1:]
        keys += [own, pairs]
        weights += [np.full(len(own), weight), np.ones(len(pairs))]
    terms, inverse = np.unique(np.concatenate(keys), return_inverse=True)
    return terms, np.bincount(inverse, weights=np.concatenate(weights), minlength=len(terms)).astype(np.float64)


def _news_stems() -> frozenset[str]:
    return frozenset(words(" ".join(NEWS_WORDS)))
