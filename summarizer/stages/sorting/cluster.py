"""Which articles tell the same story?"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from summarizer.article import Article
from summarizer.stages.sorting.alike import likeness, off_diagonal, stacked, strongest
from summarizer.stages.sorting.linkage import groups

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_NEIGHBOURS = 20  # an article is seen together with the articles most like it, at most so many
_CLOSEST = 3  # what "alike" means around an article: the mean of its closest ones
_STRAY = 0.18  # an article without any like it has this instead, so that its nearest stranger is not drawn in
_ROWS = 256  # articles seen together at a time
_SAME_STORY = 0.57
_SAME_STORY_OF_FEW = 0.48  # a handful of articles was chosen by someone: they are likelier to belong together
_FEW = 40  # articles
_SAME_DAYS = 2  # articles this near in time are of one time
_DAYS = 7.0  # beyond that likeness falls with this time constant
_LONG_AGO = 0.6  # to this share of it: one story can run for weeks


def cluster(articles: Sequence[Article]) -> tuple[tuple[Article, ...], ...]:
    """The stories of a set of articles: the biggest first, then the one whose first article is the earliest.

    Inside a story the articles stand by date (undated ones last), then by id. The order of `articles` changes nothing. Names, numbers
    and time count as well as words, so that look-alike events stay apart. Time grows about linearly with the articles.
    """
    return assign(articles, ())


def assign(new: Sequence[Article], stories: Sequence[Sequence[Article]]) -> tuple[tuple[Article, ...], ...]:
    """The given stories in their order, each with the new articles that continue it, and then the new stories, ordered as by `cluster`.

    Given stories never join each other, whatever comes. Articles that were in no new or given story form one of their own.
    """
    placed: list[tuple[Article, int | None]] = sorted(
        [*((article, at) for at, story in enumerate(stories) for article in story), *((article, None) for article in new)],
        key=lambda pair: _when(pair[0]),
    )
    if not placed:
        return ()
    everything = [article for article, _ in placed]
    alike = _dated(_together(likeness(everything)), everything)
    found = groups(alike, _least(len(everything)), [story for _, story in placed])
    grown: dict[int, tuple[Article, ...]] = {}
    fresh: list[tuple[Article, ...]] = []
    for group in found:
        members = tuple(everything[at] for at in group)
        story = next((placed[at][1] for at in group if placed[at][1] is not None), None)
        if story is None:
            fresh.append(members)
        else:
            grown[story] = members
    fresh.sort(key=lambda members: (-len(members), _when(members[0])))
    return (*(grown.get(at, ()) for at in range(len(stories))), *fresh)


def _when(article: Article) -> tuple[date, str]:
    return (article.published or date.max, article.id)


def _least(size: int) -> float:
    """How alike two groups must be to be one story, among so many articles."""
    return _SAME_STORY - (_SAME_STORY - _SAME_STORY_OF_FEW) * max(0.0, 1.0 - size / _FEW)


def _together(alike: "csr_matrix") -> "csr_matrix":
    """Likeness between articles each of which is seen together with its neighbours, so that different accounts of one event meet.

    Likeness is first measured by what is usual around each article (the local scaling of Zelnik-Manor and Perona 2004): a large saga is
    crowded, a small story is not.
    """
    import numpy as np
    from scipy import sparse

    size = alike.shape[0]
    closest = strongest(alike, _CLOSEST)
    around = np.asarray(closest.sum(axis=1)).ravel() / np.maximum(np.diff(closest.indptr), 1)
    scale = sparse.diags(1.0 / np.sqrt(np.maximum(around, _STRAY)))
    near = strongest((scale @ alike @ scale).tocsr(), _NEIGHBOURS).power(2)
    near = sparse.diags(1.0 / np.maximum(np.asarray(near.sum(axis=1)).ravel(), 1.0)) @ near
    seen = (sparse.identity(size, format="csr") + near).tocsr()
    half = (seen @ (alike + sparse.identity(size, format="csr"))).tocsr()
    lengths = 1.0 / np.sqrt(np.asarray(half.multiply(seen).sum(axis=1)).ravel())
    left, right = (sparse.diags(lengths) @ half).tocsr(), (seen.T @ sparse.diags(lengths)).tocsr()

    def row_block(first: int) -> "csr_matrix":
        return off_diagonal(left[first : first + _ROWS] @ right, first, _SAME_STORY / 5)

    return stacked(row_block, size, _ROWS)


def _dated(alike: "csr_matrix", articles: Sequence[Article]) -> "csr_matrix":
    """Less alike the further apart they were published; an unknown date changes nothing."""
    import numpy as np
    from scipy import sparse

    day = np.array([float(article.published.toordinal()) if article.published else np.nan for article in articles])
    coo = alike.tocoo()
    apart = np.abs(day[coo.row] - day[coo.col])
    kept = _LONG_AGO + (1 - _LONG_AGO) * np.exp(-np.maximum(0.0, apart - _SAME_DAYS) / _DAYS)
    return sparse.csr_matrix((coo.data * np.where(np.isnan(kept), 1.0, kept), (coo.row, coo.col)), shape=alike.shape)
