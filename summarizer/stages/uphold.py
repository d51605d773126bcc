"""The judge of a run: a statement against the sentences it cites, over the corpus they come from."""

from summarizer.brief import Statement
from summarizer.stages.corpus import Corpus
from summarizer.stages.tell import Judge
from summarizer.verdict import CheckResult, Verdict


def judge_for(corpus: Corpus) -> Judge:
    texts = {article.id: article.text for article in corpus.articles}

    def judge(statement: Statement) -> Verdict:
        good = all(texts.get(c.source, "")[c.start : c.end] == c.quote for c in statement.citations)
        return Verdict(
            id=statement.id, text=statement.text, supported=good, support="verified" if good else "unchecked", score=1.0 if good else 0.0,
            checks=(CheckResult(name="citation", outcome="pass" if good else "fail"),), citations=statement.citations,
            independent_sources=len({c.source for c in statement.citations}),
        )  # fmt: skip

    return judge
