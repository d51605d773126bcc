"""Verbatim quotations with their speakers."""

import re
from collections.abc import Mapping, Sequence

from summarizer.article import Article, Sentence
from summarizer.brief import Citation, Quote
from summarizer.stages.choosing.salience import Weights
from summarizer.stages.text.speech import quoted, speaker

_SHORTEST, _LONGEST = 7, 32
_WHOLE = re.compile(
    r"[^a-zà-ÿ]|(?:the|an?|we|i|they|it|he|she|this|that|these|those|there|you|our|my|his|her|their|its|if|when|no|every|all|most|some)\b"
)
"""How a statement opens; "despite the conduct of the school" is half of one."""
_SENTENCE = re.compile(r"[^.!?]+[.!?]+|[^.!?]+$")


def quotes(articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]], weights: Weights, most: int) -> tuple[Quote, ...]:
    """The `most` weightiest quotations of 7 to 32 words that have a named speaker and are no fragments, one a speaker first, none said
    twice.

    The words are a run of whole sentences inside the quotation marks; the citation spans exactly them.
    """
    found: list[tuple[float, Quote, frozenset[str]]] = []
    for article in articles:
        for index, sentence in enumerate(own := sentences.get(article.id, ())):
            if sentence.aside is not None or sentence.role != "prose":
                continue
            before = [s.text for s in own[max(0, index - 4) : index] if s.aside is None]
            for start, end in quoted(sentence.text):
                said = _passage(sentence.text[start:end])
                who = speaker(sentence.text, (start, end), before)
                if said is None or who is None or not who[:1].isupper():
                    continue
                text, offset = said
                if not _WHOLE.match(text) or len(set(text.lower().split())) < _SHORTEST - 1:
                    continue
                first = sentence.start + start + offset
                citation = Citation(source=article.id, start=first, end=first + len(text), quote=text)
                score = weights.of(text) / len(text.split()) ** 0.6
                found.append((score, Quote(speaker=who, text=text, citation=citation), frozenset(text.lower().split())))
    found.sort(key=lambda item: (-item[0], item[1].citation.source, item[1].citation.start))
    chosen: list[tuple[Quote, frozenset[str]]] = []
    for once in (True, False):
        for _, quote, bag in found:
            if len(chosen) >= most:
                break
            repeated = any(len(bag & other) > 0.6 * min(len(bag), len(other)) for _, other in chosen)
            if not repeated and not (once and any(quote.speaker == other.speaker for other, _ in chosen)):
                chosen.append((quote, bag))
    return tuple(quote for quote, _ in chosen)


def _passage(said: str) -> tuple[str, int] | None:
    """The longest run of whole sentences of a quotation that is short enough, and its offset."""
    size = len(said.split())
    if _SHORTEST <= size <= _LONGEST:
        stripped = said.strip().rstrip(",;").rstrip()
        return stripped, said.index(stripped)
    if size < _SHORTEST:
        return None
    best: tuple[str, int] | None = None
    for match in _SENTENCE.finditer(said):
        text = match.group().strip()
        if _SHORTEST <= len(text.split()) <= _LONGEST and (best is None or len(text) > len(best[0])):
            best = (text, match.start() + match.group().index(text))
    return best
