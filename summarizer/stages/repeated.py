"""Which passages stand in articles that have nothing else in common? A publisher's boilerplate does; a syndicated report does not."""

from collections.abc import Sequence
from itertools import combinations

from summarizer.article import Article, Aside
from summarizer.stages.passages import Passage, passages

_SHORTEST = 5  # words
_UNRELATED = 0.12  # Jaccard similarity of two articles' terms
_UNTIED = 0.34  # share of the passage's terms that the rest of an article holds
_COMPARED = 6  # articles of a group that are compared pairwise


def mark_repeated(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, with passages that unrelated ones share marked as boilerplate. Linear in the length of the articles."""
    parts = [passages(article.text) for article in articles]
    holders: dict[tuple[str, ...], list[tuple[int, Passage]]] = {}
    for number, of_article in enumerate(parts):
        for one in of_article:
            if len(one.words) >= _SHORTEST:
                holders.setdefault(one.words, []).append((number, one))
    marks: dict[int, list[Aside]] = {}
    terms: dict[int, frozenset[str]] = {}
    for group in holders.values():
        numbers = sorted({number for number, _ in group})
        if len(numbers) < 2:
            continue
        for number in numbers:
            if number not in terms:
                terms[number] = frozenset().union(*(one.terms for one in parts[number]))
        if _unrelated([terms[number] for number in numbers[:_COMPARED]]):
            for number, one in group:
                if _untied(one, parts[number]):
                    marks.setdefault(number, []).append(Aside(start=one.start, end=one.end, reason="boilerplate"))
    return tuple(_with(article, marks.get(number, [])) for number, article in enumerate(articles))


def _unrelated(group: Sequence[frozenset[str]]) -> bool:
    return all(len(a & b) < _UNRELATED * len(a | b) for a, b in combinations(group, 2))


def _untied(one: Passage, others: Sequence[Passage]) -> bool:
    rest = frozenset().union(*(other.terms for other in others if other.words != one.words))
    return len(one.terms & rest) < _UNTIED * max(len(one.terms), 1)


def _with(article: Article, marks: Sequence[Aside]) -> Article:
    new = [mark for mark in marks if not any(aside.start < mark.end and mark.start < aside.end for aside in article.asides)]
    if not new:
        return article
    return article.model_copy(update={"asides": tuple(sorted((*article.asides, *new), key=lambda aside: aside.start))})
