"""What stands around a number and says what it means: a bound, what is counted, a currency, a month, a name it is part of."""

from collections.abc import Sequence

from summarizer.stages.checks.number_words import glued, low
from summarizer.stages.checks.units import APPROXIMATE, CURRENCY_MARKS, CURRENCY_WORDS, LESS, MONTHS, MORE
from summarizer.stages.checks.words import STOPWORDS, Word, listed

_NOT_LABELS = listed(
    """only just even another nearly almost about around some total including between least most roughly every age aged monday tuesday
    wednesday
    thursday friday saturday sunday"""
)
_COUNTRY_DOLLARS = {"c": "cad", "ca": "cad", "a": "aud", "au": "aud", "hk": "hkd", "nz": "nzd", "s": "sgd", "nt": "twd"}
_NATIONS = {"us": "", "american": "", "british": "", "swiss": "", "japanese": "", "canadian": "canadian ", "australian": "australian ",
            "singapore": "singapore "}  # fmt: skip


def bound(tokens: Sequence[Word], first: int, last: int) -> str:
    """ ">" for "more than", "<" for "less than", "~" for "about", "" for none, of the number at `tokens[first:last]`."""
    behind = first - 1
    while behind >= 0 and (tokens[behind].text in CURRENCY_MARKS or low(tokens, behind) in ("us", "a", "the", "an")):
        behind -= 1
    one, two = low(tokens, behind), f"{low(tokens, behind - 1)} {low(tokens, behind)}"
    more, less = two in MORE or one in MORE, two in LESS or one in LESS
    if low(tokens, behind - 2) in ("no", "not") and two in MORE | LESS:
        more, less = two in LESS, two in MORE
    at = last if low(tokens, last) == "or" else last + 1 if low(tokens, last + 1) == "or" else -2
    ahead = low(tokens, at + 1)
    if more or ahead in ("more", "above", "over", "higher"):
        return ">"
    if less or ahead in ("less", "fewer", "under", "below", "lower"):
        return "<"
    return "~" if one in APPROXIMATE or two in APPROXIMATE or ahead in ("so", "thereabouts") else ""


def noun(tokens: Sequence[Word], last: int) -> str:
    """The stem of the last of the plain words that follow: what is counted ("900 local steel workers" counts "worker"); "" for none."""
    found = ""
    for word in tokens[last : last + 5]:
        if word.text == "-":
            continue
        if word.kind != "word":
            break
        if word.lower in STOPWORDS:
            if found or word.lower not in ("of", "the", "its", "his", "their", "all", "more", "other"):
                break
        elif found and word.lower.endswith(("ed", "ing", "ly")):
            break
        else:
            found = word.stem
    return found


def currency(tokens: Sequence[Word], first: int, at: int) -> tuple[str, int] | None:
    """The currency of the number at `tokens[first:at]`, and the index behind it."""
    before = tokens[first - 1] if first else None
    if before is not None and before.text in CURRENCY_MARKS:
        name = CURRENCY_MARKS[before.text]
        if name == "usd" and glued(tokens, first - 1):
            name = _COUNTRY_DOLLARS.get(low(tokens, first - 2), name)
        return name, at + (low(tokens, at) in CURRENCY_WORDS)
    if before is not None and before.lower in CURRENCY_WORDS and before.text[0].isupper() and len(before.text) < 4:
        return CURRENCY_WORDS[before.lower], at
    if at < len(tokens) and tokens[at].text in CURRENCY_MARKS and tokens[at].start <= tokens[at - 1].end + 1:
        return CURRENCY_MARKS[tokens[at].text], at + 1
    if low(tokens, at) in CURRENCY_WORDS:
        return CURRENCY_WORDS[low(tokens, at)], at + 1
    nation = low(tokens, at).replace(".", "")
    if nation in _NATIONS and low(tokens, at + 1) in CURRENCY_WORDS:
        return _NATIONS[nation] + CURRENCY_WORDS[low(tokens, at + 1)], at + 2
    return None


def month_beside(tokens: Sequence[Word], first: int, last: int) -> bool:
    """Whether a month stands beside `tokens[first:last]`: "13 October", "Oct. 13", "13th of October"."""
    ahead = low(tokens, last + (low(tokens, last) == "of"))
    at = first - 1 - (low(tokens, first - 1) == ".")
    behind = low(tokens, at)
    if behind in ("may", "march"):
        return tokens[at].text[0].isupper()
    return ahead in MONTHS or behind in MONTHS


def is_age(tokens: Sequence[Word], at: int) -> bool:
    """Whether "year(s) old" stands at `at`: "25-year-old", "25 years old"."""
    return (
        at < len(tokens)
        and tokens[at].stem == "year"
        and "old" in (low(tokens, at + 1), low(tokens, at + 2) if low(tokens, at + 1) == "-" else "")
    )


def is_plural(tokens: Sequence[Word], at: int) -> bool:
    """Whether a plain plural stands at `at` and no preposition of time before the number, so that "2000 soldiers" is no year."""
    if at >= len(tokens) or at < 2 or tokens[at].kind != "word" or not tokens[at].text.islower():
        return False
    word = tokens[at].lower
    return (
        word.endswith("s")
        and not word.endswith("ss")
        and word not in STOPWORDS
        and low(tokens, at - 2) not in ("the", "in", "of", "since", "by")
    )


def label(tokens: Sequence[Word], i: int) -> str:
    """The stem of the capitalised word that makes the number at `i` part of a name ("France 24", "COVID-19"), or ""."""
    if i == 0:
        return ""
    before = tokens[i - 1]
    if before.kind == "word" and glued(tokens, i):
        return "" if before.text in ("US", "A", "C", "HK", "NZ") else before.stem
    if before.text in "-–" and glued(tokens, i) and glued(tokens, i - 1):
        return tokens[i - 2].stem if tokens[i - 2].kind == "word" and tokens[i - 2].text[0].isupper() else ""
    if before.kind != "word" or tokens[i].start - before.end != 1 or not before.text[0].isupper():
        return ""
    return "" if any(before.lower in ordinary for ordinary in (STOPWORDS, MONTHS, APPROXIMATE, MORE, LESS, _NOT_LABELS)) else before.stem
