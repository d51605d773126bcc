"""What a statement rests on, and the ground every check looks at."""

from collections.abc import Sequence
from datetime import date

from summarizer.article import Article, Sentence
from summarizer.stages.checks.alignment import Alignment, aligned
from summarizer.stages.checks.passage import Passage, passage
from summarizer.value import Value


class Cited(Value):
    """One cited sentence with what is needed to understand it.

    `context` are its neighbours in the article, in order (for pronouns, speakers and first mentions), the sentence itself left out.
    `text` is the article's whole text, "" where unknown: with it the span is proved and full names are looked up.
    """

    sentence: Sentence
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    context: tuple[Sentence, ...] = ()
    text: str = ""


def resting(article: Article, sentences: Sequence[Sentence], index: int, *, before: int = 4, after: int = 1) -> Cited:
    """`sentences[index]` of `article` as something a statement may rest on, with its usable neighbours."""
    around = (*sentences[max(0, index - before) : index], *sentences[index + 1 : index + 1 + after])
    return Cited(
        sentence=sentences[index],
        published=article.published,
        publisher=article.publisher,
        title=article.title,
        context=tuple(sentence for sentence in around if sentence.aside is None),
        text=article.text,
    )


class Ground:
    """The statement and its cited passages, side by side; one is made for each statement and handed to every check.

    `passages` are the cited sentences. `copied` says that the statement is one of them letter by letter, but for marks and case.
    """

    __slots__ = ("_alignments", "_stems", "attributed_to", "cited", "copied", "passages", "statement")

    def __init__(self, statement: Passage, cited: tuple[Cited, ...], attributed_to: str | None = None) -> None:
        self.statement, self.cited, self.attributed_to = statement, cited, attributed_to
        self.passages = tuple([passage(each.sentence.text) for each in cited])
        self.copied = any(_same_letters(statement, p) for p in self.passages)
        self._alignments: tuple[Alignment, ...] | None = None
        self._stems: frozenset[str] | None = None

    @property
    def alignments(self) -> tuple[Alignment, ...]:
        """For each cited sentence how the statement follows it."""
        if self._alignments is None:
            self._alignments = tuple([aligned(self.statement.text, p.text) for p in self.passages])
        return self._alignments

    @property
    def stems(self) -> frozenset[str]:
        """The stems that carry meaning in the cited sentences."""
        if self._stems is None:
            self._stems = frozenset().union(*[p.stems for p in self.passages])
        return self._stems

    def before(self, n: int) -> tuple[Passage, ...]:
        """The neighbours that stand before the `n`-th cited sentence, nearest last."""
        each = self.cited[n]
        return tuple(passage(s.text) for s in each.context if s.index < each.sentence.index)

    def around(self) -> tuple[Passage, ...]:
        """All neighbours of all cited sentences."""
        return tuple(passage(s.text) for each in self.cited for s in each.context)


def _same_letters(one: Passage, other: Passage) -> bool:
    if one.text == other.text:
        return True
    return abs(len(one.text) - len(other.text)) < 9 and one.bare.strip(" .") == other.bare.strip(" .")
