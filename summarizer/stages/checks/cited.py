"""What a statement rests on, and the ground every check looks at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

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


@dataclass(frozen=True)
class Ground:
    """The statement and its cited passages, side by side; one is made for each statement and handed to every check."""

    statement: Passage
    cited: tuple[Cited, ...]
    attributed_to: str | None = None

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The cited sentences."""
        return tuple(passage(each.sentence.text) for each in self.cited)

    @cached_property
    def before(self) -> tuple[tuple[Passage, ...], ...]:
        """For each cited sentence the neighbours that stand before it, nearest last."""
        return tuple(tuple(passage(s.text) for s in each.context if s.index < each.sentence.index) for each in self.cited)

    @cached_property
    def around(self) -> tuple[Passage, ...]:
        """All neighbours of all cited sentences."""
        return tuple(passage(s.text) for each in self.cited for s in each.context)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems that carry meaning in the cited sentences."""
        return frozenset().union(*(p.stems for p in self.passages)) if self.passages else frozenset()

    @cached_property
    def alignments(self) -> tuple[Alignment, ...]:
        """For each cited sentence how the statement follows it."""
        return tuple(aligned(self.statement.text, p.text) for p in self.passages)

    @cached_property
    def copied(self) -> bool:
        """Whether the statement is one cited sentence letter by letter, but for marks and case."""
        mine = self.statement
        return any(mine.text == p.text or (abs(len(mine.text) - len(p.text)) < 9 and _bare(mine) == _bare(p)) for p in self.passages)


def _bare(read: Passage) -> str:
    return read.bare.strip(" .")
