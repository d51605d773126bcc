"""Which passages stand in articles that have nothing else in common? A publisher's boilerplate does; a syndicated report does not."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from summarizer.article import Article, Aside
from summarizer.stages.asides.passages import Passage, passage, passages

_SHORTEST = 25  # code points
_LONGEST = 400
_UNRELATED = 0.12  # Jaccard similarity of two articles' terms
_COPIED = 0.3  # share of an article's lines
_UNTIED = 0.34  # share of the passage's terms that the rest of an article holds
_COMPARED = 6  # articles of a group that are compared pairwise


def mark_repeated(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, with passages that unrelated ones share marked as boilerplate. Linear in the length of the articles."""
    holders: dict[str, set[int]] = {}
    for number, article in enumerate(articles):
        known = {article.text[aside.start : aside.end] for aside in article.asides}
        for line in {line.strip() for line in article.text.split("\n")} - known:
            if _SHORTEST <= len(line) <= _LONGEST:
                holders.setdefault(line, set()).add(number)
    lines = [max(article.text.count("\n"), 1) for article in articles]
    together = Counter(pair for numbers in holders.values() if 1 < len(numbers) <= _COMPARED for pair in combinations(sorted(numbers), 2))
    shared = {
        line: sorted(numbers)
        for line, numbers in holders.items()
        if len(numbers) > 1 and not _copies(sorted(numbers)[:_COMPARED], together, lines)
    }
    parts = {number: passages(articles[number].text) for number in {number for numbers in shared.values() for number in numbers}}
    terms = {number: frozenset().union(*(one.terms for one in of_article)) for number, of_article in parts.items()}
    common = {line for line, numbers in shared.items() if _unrelated(line, [terms[number] for number in numbers[:_COMPARED]])}
    return tuple(_marked(article, parts.get(number, ()), common) for number, article in enumerate(articles))


def _marked(article: Article, parts: Sequence[Passage], common: set[str]) -> Article:
    marks = [Aside(start=one.start, end=one.end, reason="boilerplate") for one in parts if one.text in common and _untied(one, parts)]
    new = [mark for mark in marks if not any(aside.start < mark.end and mark.start < aside.end for aside in article.asides)]
    if not new:
        return article
    return article.model_copy(update={"asides": tuple(sorted((*article.asides, *new), key=lambda aside: aside.start))})


def _copies(numbers: Sequence[int], together: Counter[tuple[int, int]], lines: Sequence[int]) -> bool:
    """Whether two of the articles share so many lines that one is a copy of the other."""
    return any(together[pair] > _COPIED * min(lines[pair[0]], lines[pair[1]]) for pair in combinations(numbers, 2))


def _unrelated(line: str, group: Sequence[frozenset[str]]) -> bool:
    """Whether articles that share a line have little else in common."""
    own = passage(line, 0, len(line), "prose").terms
    return all(len((a & b) - own) < _UNRELATED * len(a | b) for a, b in combinations(group, 2))


def _untied(one: Passage, others: Sequence[Passage]) -> bool:
    rest = frozenset().union(*(other.terms for other in others if other.words != one.words))
    return len(one.terms & rest) < _UNTIED * max(len(one.terms), 1)
