"""The judge of a run: a statement against the very sentences it cites."""

from summarizer.brief import Statement
from summarizer.stages.align import entailment
from summarizer.stages.check import judge, resting
from summarizer.stages.corpus import Corpus
from summarizer.stages.tell import Judge
from summarizer.verdict import Verdict


def judge_for(corpus: Corpus) -> Judge:
    """Every deterministic check and the lexical aligner, over the articles of one run."""
    articles = {article.id: article for article in corpus.articles}
    places = {(ident, s.start, s.end): s.index for ident, own in corpus.sentences.items() for s in own}

    def verdict(statement: Statement) -> Verdict:
        cited = [
            resting(articles[c.source], corpus.sentences[c.source], places[c.source, c.start, c.end])
            for c in statement.citations
            if (c.source, c.start, c.end) in places
        ]
        said = " ".join(each.sentence.text for each in cited)
        return judge(statement.id, statement.text, cited, entailed=entailment(said, statement.text) if cited else 0.0, attributed_to=statement.attributed_to)

    return verdict
