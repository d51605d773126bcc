"""A text as passages that know their words and how far each is tied to the rest of the text."""

from collections import Counter
from typing import NamedTuple

from summarizer.stages.text.paragraphs import Role, paragraphs
from summarizer.stages.text.sentence_ends import ends
from summarizer.stages.text.stopwords import STOP_WORDS

_MARKS = "\"'“”‘’„«».,;:!?…()[]{}<>*_–—-|/·•~#=+&`´\\"
_STEM = 6  # code points: words that agree so far are taken for forms of one word
_SHORTEST = 4
_COMMON = frozenset().union(*STOP_WORDS.values())


class Passage(NamedTuple):
    """`text[start:end]` of an article: a paragraph or a sentence.

    `words` are lower case, in order, `bag` holds each once; `terms` are its content words, cut to stems.
    """

    start: int
    end: int
    text: str
    role: Role
    words: tuple[str, ...]
    bag: frozenset[str]
    terms: frozenset[str]


def passages(text: str) -> list[Passage]:
    """The paragraphs of a text."""
    return [passage(text, start, end, role) for start, end, role in paragraphs(text)]


def sentences(text: str, inside: Passage) -> list[Passage]:
    """The sentences of one paragraph."""
    found = []
    start = inside.start
    for cut in (*ends(text, inside.start, inside.end), inside.end):
        piece = text[start:cut]
        stripped = piece.strip()
        if stripped:
            begin = start + len(piece) - len(piece.lstrip())
            found.append(passage(text, begin, begin + len(stripped), "prose"))
        start = cut
    return found


def passage(text: str, start: int, end: int, role: Role) -> Passage:
    """The passage `text[start:end]`."""
    piece = text[start:end]
    words = tuple([word for token in piece.lower().split() if (word := token.strip(_MARKS))])
    bag = frozenset(words)
    terms = frozenset([word[:_STEM] for word in bag - _COMMON if len(word) >= _SHORTEST and word[0].isalpha()])
    return Passage(start, end, piece, role, words, bag, terms)


def tied(terms: frozenset[str], others: Counter[str], own: bool = False) -> float:
    """The share of `terms` that other passages hold; `others` counts the passages that hold each term, this one among them if `own`."""
    if not terms:
        return 0.0
    least = 1 + own
    return sum(others[term] >= least for term in terms) / len(terms)
