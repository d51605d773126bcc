"""The judge of a run: a statement against the very sentences it cites, and which other articles say the same."""

from functools import cached_property

from summarizer.article import Sentence
from summarizer.brief import Statement
from summarizer.stages.checks.check import ENTAILED, Cited, check, judge
from summarizer.stages.choosing.standalone import without_names_put_in
from summarizer.stages.evidence.align import entailment
from summarizer.stages.evidence.evidence import Evidence
from summarizer.stages.sorting.corpus import Corpus
from summarizer.stages.text.terms import words
from summarizer.stages.writing.cite import citation
from summarizer.verdict import Verdict

MOST_SOURCES = 24
"""Articles a statement cites at most; further ones that say it are not looked for."""
MOSTLY = 0.6
"""The part of a statement's words that a sentence must hold itself where the sentences before are needed to say it."""


class CorpusJudge:
    """Every deterministic check and the lexical aligner, over the articles of one run."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._originals = [article for article in corpus.articles if article.id in corpus.sentences]
        self._places = {(ident, s.start, s.end): s for ident, own in corpus.sentences.items() for s in own}
        self._story = {article.id: frozenset(each.id for each in story) for story in corpus.stories for article in story}

    @cached_property
    def _evidence(self) -> Evidence:
        return Evidence(self._originals, self._corpus.sentences)

    def __call__(self, statement: Statement) -> Verdict:
        """The verdict; one that supports also cites the sentences of other articles of the story that say the same."""
        keys = [(c.source, c.start, c.end) for c in statement.citations]
        cited = self._evidence.cited(self._places[key] for key in keys if key in self._places)
        verdict = self._judged(statement, cited)
        if not verdict.supported:
            return verdict
        said_too = self._corroboration(statement)
        return verdict.model_copy(
            update={
                "citations": (*verdict.citations, *(citation(each.sentence) for each in said_too)),
                "independent_sources": len({each.sentence.article for each in (*cited, *said_too)}),
            }
        )

    def _corroboration(self, statement: Statement) -> list[Cited]:
        """One sentence an article, of articles not cited yet, that on its own passes every check for this statement."""
        own = {c.source for c in statement.citations}
        others = frozenset().union(*(self._story.get(source, frozenset()) for source in own)) - own
        found: dict[str, Cited] = {}
        for scored in self._evidence.best(statement.text, 2 * MOST_SOURCES, within=others) if others else ():
            if len(own) + len(found) >= MOST_SOURCES:
                break
            saying = () if scored.sentence.article in found else self._saying(scored.sentence, statement.text)
            cited = self._evidence.cited(saying)
            if cited and not any(each.outcome == "fail" for each in check(statement.text, cited, attributed_to=statement.attributed_to)):
                found[scored.sentence.article] = cited[-1]
        return list(found.values())

    def _saying(self, sentence: Sentence, text: str) -> tuple[Sentence, ...]:
        """The sentence, if it says the text; behind those before it, if it does so with a "they" or "the car" that they name; else none."""
        if entailment(sentence.text, text) >= ENTAILED:
            return (sentence,)
        told = set(words(text))
        if len(told & set(words(sentence.text))) < MOSTLY * len(told):
            return ()
        together = self._corpus.sentences[sentence.article][max(0, sentence.index - 2) : sentence.index + 1]
        return together if entailment(" ".join(s.text for s in together), text) >= ENTAILED else ()

    def _judged(self, statement: Statement, cited: tuple[Cited, ...]) -> Verdict:
        said = " ".join(each.sentence.text for each in cited)
        return judge(
            statement.id,
            statement.text,
            cited,
            entailed=entailment(said, without_names_put_in(statement.text)) if cited else 0.0,
            attributed_to=statement.attributed_to,
        )
