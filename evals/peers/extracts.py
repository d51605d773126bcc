"""Summarisers without a model: sumy's LexRank and TextRank, and the first sentences of every article. All cite the article each sentence
is of.

    python -m evals.peers.extracts FOLDER --method lexrank|textrank|lead --words N      (for `eval run --system-command`)

sumy's own tokenizer needs NLTK data from the network; it is given our sentences and words instead, its stemmer and stop words are its own.
A method ranks sentences; the best that still fit the words that are left are taken, and shown in the order of the articles.
"""

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from summarizer.article import Article, Sentence
from summarizer.evaluation.answer import Answer, Cite, Point
from summarizer.evaluation.systems import Ask
from summarizer.stages.text.segment import segment

Method = Literal["lead", "lexrank", "textrank"]
METHODS: tuple[Method, ...] = ("lead", "lexrank", "textrank")


class Extracts:
    """A System that answers with sentences of the articles. `words` says how many words each case may have; the question's own limit
    otherwise."""

    def __init__(self, method: Method, words: Callable[[str], int | None] = lambda case: None) -> None:
        self.name = method if method == "lead" else f"sumy {method}"
        self.identity: Mapping[str, str] = {"method": method}
        self._method = method
        self._words = words

    async def answer(self, ask: Ask) -> Answer:
        chosen = extract(ask.articles, self._method, self._words(ask.case.id) or ask.max_words)
        points = tuple(Point(text=s.text, cites=(Cite(article=s.article, start=s.start, end=s.end, quote=s.text),)) for s in chosen)
        return Answer(points=points, shape="brief", raw="\n".join(s.text for s in chosen), tokens_in=0, tokens_out=0, cost_usd=0.0)


def extract(articles: Sequence[Article], method: Method, words: int) -> list[Sentence]:
    """Sentences of at most `words` words in all, in the order of the articles. Headings and items count as sentences; asides are not
    known here."""
    sentences = [[s for s in segment(article.model_copy(update={"asides": ()})) if len(s.text.split()) >= 4] for article in articles]
    order = _lead(sentences) if method == "lead" else _ranked(sentences, method)
    left, taken = words, []
    for sentence in order:
        size = len(sentence.text.split())
        if size <= left:
            taken.append(sentence)
            left -= size
    place = {article.id: n for n, article in enumerate(articles)}
    return sorted(taken, key=lambda s: (place[s.article], s.index))


def _lead(sentences: Sequence[Sequence[Sentence]]) -> list[Sentence]:
    """The first sentence of every article, then the second of every one, and so on."""
    return [row[n] for n in range(max(map(len, sentences), default=0)) for row in sentences if n < len(row)]


def _ranked(sentences: Sequence[Sequence[Sentence]], method: Method) -> list[Sentence]:
    """Best first, by sumy: its summariser is asked for all sentences, in the order of its own ratings."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as Shown
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer
    from sumy.utils import get_stop_words

    words = _Words()
    flat = [s for row in sentences for s in row]
    document = ObjectDocumentModel([Paragraph([Shown(s.text, words) for s in row]) for row in sentences if row])
    made = (LexRankSummarizer if method == "lexrank" else TextRankSummarizer)(Stemmer("english"))
    made.stop_words = get_stop_words("english")
    made._get_best_sentences = lambda shown, count, ratings, *rest: ratings
    ratings = {str(shown): float(rating) for shown, rating in (made(document, len(flat)) or {}).items()} if flat else {}
    ranked = sorted(range(len(flat)), key=lambda n: (-ratings.get(flat[n].text, 0.0), n))
    first: dict[str, Sentence] = {}
    for n in ranked:
        first.setdefault(flat[n].text, flat[n])
    return list(first.values())


class _Words:
    """What sumy asks of a tokenizer."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*", text))

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return tuple(s.text for s in segment(Article(id="paragraph", text=text, sha256="")))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="articles as .txt, cited by number in order of name")
    parser.add_argument("--method", choices=METHODS, default="lexrank")
    parser.add_argument("--words", type=int, default=350)
    options = parser.parse_args(arguments)
    paths = sorted(options.folder.glob("*.txt"))
    articles = [Article(id=str(n), text=path.read_text(), sha256="") for n, path in enumerate(paths, 1)]
    for sentence in extract(articles, options.method, options.words):
        print(f"- {' '.join(sentence.text.split())} [{sentence.article}]")


if __name__ == "__main__":
    main()
