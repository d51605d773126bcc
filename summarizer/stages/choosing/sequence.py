"""In which order articles tell a story, where their dates do not say it.

An article that tells as done what another still expects was written later: "will meet … Xi" in one, "after Trump and Xi met" in the
other. Only
occasions count (meetings, votes, strikes, openings, rulings …) and only with two names beside them. Known dates always win.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from summarizer.article import Article, Sentence
from summarizer.stages.text.dates import mentions
from summarizer.stages.text.kinds import is_forecast
from summarizer.stages.text.terms import names

_OCCASIONS = {
    "meet": "meet met meets meeting meetings summit",
    "talk": "talk talks talked negotiations",
    "vote": "vote votes voted ballot referendum",
    "strike": "strike strikes struck walkout",
    "open": "open opens opened reopen reopened reopens reopening opening",
    "close": "close closes closed closure shut shuts",
    "sign": "sign signs signed signing",
    "rule": "rule ruled ruling verdict",
    "resign": "resign resigns resigned resignation",
    "launch": "launch launches launched",
    "start": "start starts started begin begins began begun",
    "end": "end ends ended expire expired expires",
    "approve": "approve approves approved approval",
    "reject": "reject rejects rejected rejection",
    "sell": "sell sells sold sale",
    "buy": "buy buys bought purchase",
    "visit": "visit visits visited",
    "elect": "elect elected election",
    "arrive": "arrive arrives arrived",
    "agree": "agree agrees agreed agreement deal",
    "publish": "publish publishes published",
    "delay": "delay delays delayed postpone postponed",
    "hear": "hearing hearings trial testify testified",
    "build": "build builds built construction",
}
_OCCASION = {word: stem for stem, forms in _OCCASIONS.items() for word in forms.split()}
_PAST = re.compile(
    r"\b(?:\w{3,}ed|met|began|held|took|gave|struck|sold|won|lost|left|went|came|made|paid|rose|fell|"
    r"broke|spoke|built|sent|shut|has|had|was|were|last)\b"
)
_CLAUSE = re.compile(r"[;:—()]|, (?![A-Z])|\b(?:but|before|that|while|which|who)\b")

Told = frozenset[tuple[str, str]]
"""(word of a name, occasion) pairs."""


def events(text: str) -> tuple[Told, Told]:
    """What a sentence tells as still to come, and as done; read clause by clause."""
    ahead: set[tuple[str, str]] = set()
    done: set[tuple[str, str]] = set()
    for clause in _clauses(text):
        stems = {_OCCASION[word] for word in re.findall(r"[a-z]+", clause.lower()) if word in _OCCASION}
        if not stems:
            continue
        people = {part.lower() for name in names(clause) for part in name.split() if len(part) > 1}
        told = {(part, stem) for part in people for stem in stems}
        if is_forecast(clause) or re.search(r"\bif\b", clause):
            ahead |= told
        elif _PAST.search(clause):
            done |= told
    return frozenset(ahead), frozenset(done)


def _clauses(text: str) -> Iterator[str]:
    at = 0
    for match in _CLAUSE.finditer(text):
        yield text[at : match.start()]
        at = match.end()
    yield text[at:]


def sequence(articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]]) -> tuple[str, ...]:
    """Article ids, earliest first. Articles with dates keep their dates' order; others go where what they tell as done puts them."""
    expected: dict[str, Told] = {}
    done: dict[str, Told] = {}
    for article in articles:
        read = [events(s.text) for s in sentences.get(article.id, ()) if s.aside is None and s.role == "prose"]
        ahead, past = (frozenset().union(*(pair[side] for pair in read)) for side in (0, 1))
        expected[article.id], done[article.id] = ahead - past, past - ahead
    given = {article.id: position for position, article in enumerate(articles)}
    behind = {a: sum(_behind(b, a, expected, done) for b in given if b != a) for a in given}
    days = {article.id: article.published or _latest_day(sentences.get(article.id, ())) for article in articles}
    known = sorted(day for day in days.values() if day)

    def key(ident: str) -> tuple[int, float, int]:
        day = days[ident]
        if day is None and known:
            after = [d for other in given if (d := days[other]) and _behind(other, ident, expected, done) > 0]
            day = max(after, default=known[len(known) // 2])
        return (day.toordinal() if day else 0, behind[ident], given[ident])

    return tuple(sorted(given, key=key))


def _latest_day(sentences: Sequence[Sentence]) -> date | None:
    """The latest full date that a sentence tells as past: the article was written on that day or later."""
    days = [
        date.fromisoformat(mention.value)
        for sentence in sentences
        if sentence.aside is None and sentence.role == "prose" and not is_forecast(sentence.text)
        for mention in mentions(sentence.text, None)
        if mention.precision == "day" and not mention.value.startswith("-")
    ]
    return max(days, default=None)


def _behind(earlier: str, later: str, expected: Mapping[str, Told], done: Mapping[str, Told]) -> float:
    """How much `later` tells as done of what `earlier` expects, less the reverse; normalised to -1..1."""
    ahead = len(occasions(expected[earlier] & done[later]))
    back = len(occasions(expected[later] & done[earlier]))
    return (ahead - back) / (ahead + back + 1)


def occasions(shared: Told) -> dict[str, list[str]]:
    """The occasions that at least two shared name words stand beside, with those words."""
    beside: dict[str, list[str]] = {}
    for part, stem in sorted(shared):
        beside.setdefault(stem, []).append(part)
    return {stem: parts for stem, parts in beside.items() if len(parts) >= 2}
