"""What was read, made ready: copies collapsed, sentences numbered, articles sorted into stories."""

from collections.abc import Collection, Sequence

from summarizer.article import Article, Chunk, Sentence
from summarizer.protocols import TokenCounter
from summarizer.stages.sorting.chunk import chunk
from summarizer.stages.sorting.cluster import cluster
from summarizer.stages.sorting.dedupe import copies
from summarizer.stages.text.segment import segment
from summarizer.value import Value


class Corpus(Value):
    """`articles` are all that were read; `copy_of` maps a copy's id to its original's; `sentences` and `stories` hold originals only."""

    articles: tuple[Article, ...]
    copy_of: dict[str, str]
    sentences: dict[str, tuple[Sentence, ...]]
    stories: tuple[tuple[Article, ...], ...]


def prepare(articles: Sequence[Article], apart: Collection[str] = (), *, together: bool = False) -> Corpus:
    """Collapse, segment and cluster. No token is counted and nothing is paid for here. Articles whose ids are in `apart` are no copies.
    `together`: all articles are one story, as they are where a question is put to them.
    """
    copy_of = copies([article for article in articles if article.id not in apart])
    originals = [article for article in articles if article.id not in copy_of]
    return Corpus(
        articles=tuple(articles),
        copy_of=copy_of,
        sentences={article.id: segment(article) for article in originals},
        stories=(tuple(originals),) if together and originals else cluster(originals),
    )


def chunks(corpus: Corpus, counter: TokenCounter, limit: int) -> tuple[Chunk, ...]:
    """The usable sentences of all originals in chunks of at most `limit` tokens, one article a chunk."""
    return tuple(piece for own in corpus.sentences.values() for piece in chunk(own, counter, limit))
