"""Errors planted in true statements, to measure whether the checks find them.

Each kind alters one thing so that the statement is false: the planted value is held against everything the articles say nearby or
anywhere. The same
seed plants the same errors. Deterministic kinds can be decided from the characters; semantic kinds need the meaning.
"""

from collections.abc import Callable, Sequence
from random import Random

from summarizer.article import Article, Sentence
from summarizer.evaluation.planting import meaning, people, sources, values
from summarizer.evaluation.planting.edit import Edit, Material, Spot
from summarizer.stages.checks.cited import Cited, resting
from summarizer.stages.text.segment import segment
from summarizer.value import Value

DETERMINISTIC: dict[str, Callable[[Spot], Edit | None]] = {
    "number": values.number,
    "borrowed": values.borrowed,
    "bound": values.bound,
    "unit": values.unit,
    "magnitude": values.magnitude,
    "date": values.date,
    "weekday": values.weekday,
    "order": values.order,
    "name": people.name,
    "given": people.given,
    "quotation": sources.quotation,
    "moved": sources.moved,
    "invented": sources.invented,
}
SEMANTIC: dict[str, Callable[[Spot], Edit | None]] = {
    "role": people.role,
    "speaker": people.speaker,
    "negation": meaning.negation,
    "direction": meaning.direction,
    "modality": meaning.modality,
    "merged": sources.merged,
    "addition": sources.addition,
}
KINDS = DETERMINISTIC | SEMANTIC


class Mutant(Value):
    """A false statement with what it cites; `before` became `after`."""

    kind: str
    text: str
    cited: tuple[Cited, ...]
    original: str
    before: str
    after: str
    deterministic: bool


def material(articles: Sequence[Article]) -> Material:
    """Articles made ready to plant errors in."""
    return Material(tuple(articles), tuple(segment(article) for article in articles))


def mutate(kind: str, stuff: Material, article: int, index: int, seed: int) -> Mutant | None:
    """The sentence `index` of article number `article` as a statement with an error of a kind in it, citing that sentence.

    None where the sentence has no place for the kind. Raises KeyError for an unknown kind.
    """
    sentence = stuff.sentences[article][index]
    return alter(kind, stuff, sentence.text, sentence, seed)


def alter(kind: str, stuff: Material, text: str, sentence: Sentence, seed: int) -> Mutant | None:
    """A true statement `text`, in whatever words, with an error of a kind in it; it cites `sentence`, or what the kind makes it cite.

    None where the text has no place for the kind. Raises KeyError for an unknown kind.
    """
    spot = Spot(text, sentence, stuff, Random(f"{seed}/{kind}/{sentence.article}/{sentence.index}"))
    edit = KINDS[kind](spot)
    if edit is None or (edit.text == text and edit.cited is None):
        return None
    cited = tuple(_cite(stuff, s.article, s.index, s.text, s.start, s.end) for s in edit.cited or (sentence,))
    return Mutant(
        kind=kind,
        text=edit.text,
        cited=cited,
        original=text,
        before=edit.before,
        after=edit.after,
        deterministic=kind in DETERMINISTIC,
    )


def untouched(stuff: Material, article: int, index: int) -> Cited:
    """The sentence itself, as something to rest on."""
    return resting(stuff.articles[article], stuff.sentences[article], index)


def _cite(stuff: Material, article: str, index: int, text: str, start: int, end: int) -> Cited:
    at = stuff.place[article]
    found = resting(stuff.articles[at], stuff.sentences[at], index)
    return found.model_copy(update={"sentence": found.sentence.model_copy(update={"text": text, "start": start, "end": end})})


def plant(stuff: Material, kind: str, most: int, seed: int = 0) -> tuple[Mutant, ...]:
    """Up to `most` mutants of a kind, drawn over all articles in turn."""
    order = [(a, s.index) for a in range(len(stuff.articles)) for s in stuff.usable(a)]
    Random(f"{seed}/{kind}").shuffle(order)
    found: list[Mutant] = []
    for article, index in order:
        if len(found) >= most:
            break
        mutant = mutate(kind, stuff, article, index, seed)
        if mutant is not None:
            found.append(mutant)
    return tuple(found)
