"""An article's newer version against a sentence of the older one: still there, corrected, moved on, or gone."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

from summarizer.article import Sentence
from summarizer.stages.checks.passage import passage
from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.words import Word
from summarizer.value import Value

_ALIGNED = 0.45  # difflib ratio of the words from which on a sentence stands in the place of another
_TYPO = 0.75  # of the letters, from which on a word is another one spelt right
_NEGATIONS = frozenset({"not", "no", "never", "n't", "without", "neither", "nor", "none"})


class Revised(Value):
    """`stands`: still said, perhaps in slightly other words; `changed`: `sentence` says something else in its place; `gone`: no
    sentence stands in its place."""

    outcome: Literal["stands", "changed", "gone"]
    sentence: Sentence | None = None
    what: str = ""


def revised_sentence(quote: str, text: str, sentences: Sequence[Sentence]) -> Revised:
    """What became of `quote`, a sentence of the older version, in the newer version `text` with its `sentences`."""
    if quote in text:
        return Revised(outcome="stands")
    old = _words(quote)
    best, ratio = None, 0.0
    for sentence in sentences:
        found = _likeness(old, _words(sentence.text))
        if found > ratio:
            best, ratio = sentence, found
    if best is None or ratio < _ALIGNED:
        return Revised(outcome="gone")
    what = difference(quote, best.text)
    return Revised(outcome="changed" if what else "stands", sentence=best, what=what)


def difference(before: str, after: str) -> str:
    """What was put in the place of what, in a few words, where it changes what the sentence says; "" for spelling, style and additions."""
    old, new = _words(before), _words(after)
    for tag, a, b, c, d in SequenceMatcher(None, [w.lower for w in old], [w.lower for w in new], autojunk=False).get_opcodes():
        gone, come = old[a:b], new[c:d]
        if tag == "equal":
            continue
        if _negated(gone) != _negated(come):
            return f"{_shown(gone) or '…'} → {_shown(come) or '…'}"
        if tag == "replace" and _says_else(gone, come):
            return f"{_shown(gone)} → {_shown(come)}"
    return ""


def _says_else(gone: Sequence[Word], come: Sequence[Word]) -> bool:
    numbers = ({w.text for w in words if w.kind == "number"} for words in (gone, come))
    first, second = numbers
    if first and second and first != second:
        return True
    lost = [w for w in _content(gone) if not any(_stands_for(w, other) for other in _content(come))]
    won = [w for w in _content(come) if not any(_stands_for(w, other) for other in _content(gone))]
    return bool(lost and won)


def _stands_for(one: Word, other: Word) -> bool:
    """The word itself, a word for it, or its right spelling. A name spelt otherwise is another name."""
    if one.stem == other.stem or same(one.stem, other.stem):
        return True
    if one.kind != other.kind or one.kind == "number" or one.text[:1].isupper() or other.text[:1].isupper():
        return False
    return SequenceMatcher(None, one.lower, other.lower).ratio() >= _TYPO


def _content(words: Sequence[Word]) -> list[Word]:
    kept = passage(" ".join(word.text for word in words))
    meaning = {kept.words[i].lower for i in kept.content}
    return [word for word in words if word.lower in meaning]


def _negated(words: Sequence[Word]) -> bool:
    return any(word.lower in _NEGATIONS or word.lower.endswith("n't") for word in words)


def _likeness(old: Sequence[Word], new: Sequence[Word]) -> float:
    matcher = SequenceMatcher(None, [w.stem for w in old], [w.stem for w in new], autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIGNED else 0.0


def _words(text: str) -> tuple[Word, ...]:
    return tuple(word for word in passage(text).words if word.kind != "mark")


def _shown(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words[:6])
