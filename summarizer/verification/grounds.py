"""The articles a verification looks in, segmented when they are first asked for."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from summarizer.article import Article, Sentence
from summarizer.brief import Citation
from summarizer.stages.checks import Cited, resting
from summarizer.stages.evidence.evidence import Evidence
from summarizer.stages.text.segment import segment


class Grounds:
    """Articles by id. Nothing is indexed before something must be looked for."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self.articles = articles
        self._sentences: dict[str, tuple[Sentence, ...]] = {}

    def sentences(self, article: str) -> tuple[Sentence, ...]:
        """All sentences of one article; none for an unknown one."""
        if article not in self._sentences:
            known = self.articles.get(article)
            self._sentences[article] = segment(known) if known else ()
        return self._sentences[article]

    @cached_property
    def evidence(self) -> Evidence:
        """The search over all articles."""
        return Evidence(list(self.articles.values()), {ident: self.sentences(ident) for ident in self.articles})

    def cited(self, citation: Citation) -> Cited | None:
        """What a citation points at; None when its source is unknown or its span holds nothing.

        The sentence is the cited span, whether it is a whole sentence, a part of one or several; an altered quote stays altered, so that
        the citation check can say so.
        """
        article = self.articles.get(citation.source)
        touched = [s for s in self.sentences(citation.source) if s.start < citation.end and citation.start < s.end]
        if article is None or not touched:
            return None
        first = touched[0]
        if (first.start, first.end, first.text) == (citation.start, citation.end, citation.quote):
            return resting(article, self.sentences(article.id), first.index)
        aside = next((s.aside for s in touched if s.aside), None)
        span = first.model_copy(update={"start": citation.start, "end": citation.end, "text": citation.quote, "aside": aside})
        around = resting(article, self.sentences(article.id), first.index)
        inside = tuple(s for s in touched if s.aside is None) if len(touched) == 1 else ()
        return around.model_copy(update={"sentence": span, "context": (*around.context, *(s for s in inside if s.text != citation.quote))})


def said(cited: Sequence[Cited]) -> str:
    """The cited sentences as one premise."""
    return " ".join(each.sentence.text for each in cited)
