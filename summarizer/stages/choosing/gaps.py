"""What a reader might expect to find and will not: words of the question that no article holds, undated articles."""

import re
from collections.abc import Mapping, Sequence

from summarizer.article import Article, Sentence
from summarizer.stages.choosing.figures import quantities
from summarizer.stages.text.terms import names, words

_WORD = re.compile(r"[^\W\d_][\w’'-]{2,}")
_COUNTED = re.compile(r"\bhow (?:much|many|high|large|big)\s+(?:of the |of |is the |are the |was the )?([^\W\d_][\w’'-]{2,})", re.I)
_ASKING = frozenset(
    [
        "who",
        "what",
        "when",
        "where",
        "why",
        "how",
        "which",
        "whose",
        "much",
        "many",
        "did",
        "does",
        "has",
        "have",
        "had",
        "was",
        "were",
        "will",
        "would",
        "is",
        "are",
        "been",
        "happen",
        "happened",
        "step",
        "each",
        "every",
        "measure",
        "tell",
        "know",
        "anyone",
        "going",
        "long",
        "far",
        "often",
        "kind",
        "sort",
        "part",
        "exactly",
        "actually",
        "going",
        "get",
        "got",
        "receive",
    ]
)


def gaps(articles: Sequence[Article], usable: Mapping[str, Sequence[Sentence]], focus: str | None) -> tuple[str, ...]:
    """One plain sentence a gap; computed, never asked of a model."""
    found = []
    missing = unmentioned(usable, focus) if focus else ()
    if missing:
        found.append(f"No article mentions {', '.join(missing)}; the question asked is not answered in that respect.")
    counted = _COUNTED.search(focus) if focus else None
    if counted and not missing and not counted_in(usable, counted.group(1), names(focus or "")):
        found.append(f"No article gives a figure for “{counted.group(1)}”, which the question asks for.")
    undated = sum(1 for article in articles if article.published is None)
    if undated and len(articles) > 1:
        found.append(f"{undated} of {len(articles)} articles give no date of publication; their order is inferred from what they tell.")
    return tuple(found)


def unmentioned(usable: Mapping[str, Sequence[Sentence]], question: str) -> tuple[str, ...]:
    """The content words of the question that stand in no usable sentence in any form."""
    held = {stem for own in usable.values() for sentence in own for stem in words(sentence.text)}
    asked = [word for word in _WORD.findall(question) if word.lower() not in _ASKING]
    return tuple(dict.fromkeys(f"“{word}”" for word in asked if (stems := words(word)) and not set(stems) & held))


def counted_in(usable: Mapping[str, Sequence[Sentence]], thing: str, about: Sequence[str]) -> bool:
    """Whether some sentence holds the thing, a number with a unit or a currency, and one of the names asked about (if any are)."""
    wanted = set(words(thing))
    return not wanted or any(
        wanted & set(words(s.text)) and quantities(s) and (not about or any(name in s.text for name in about))
        for own in usable.values()
        for s in own
    )
