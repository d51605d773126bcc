"""The extractor that needs no model: every usable sentence is a claim, in its own words."""

from summarizer.article import Chunk
from summarizer.claim import Claim
from summarizer.stages.text.kinds import kind_of

SHORTEST = 6
"""Words below which a sentence claims too little to be told, where there are longer ones."""


def own_claims(chunk: Chunk, importance: float = 0.5) -> tuple[Claim, ...]:
    """One claim a sentence that claims enough, all of the same importance, in the order of the text."""
    prose = [sentence for sentence in chunk.sentences if sentence.role == "prose"]
    telling = [sentence for sentence in prose if len(sentence.text.split()) >= SHORTEST] or prose or list(chunk.sentences)
    return tuple(Claim(article=s.article, sentences=(s,), kind=kind_of(s.text), importance=importance) for s in telling)


class SentenceExtractor:
    """Implements Extractor without a model. What matters is decided later, over the whole story, by salience."""

    async def extract(self, chunk: Chunk) -> tuple[Claim, ...]:
        return own_claims(chunk)
