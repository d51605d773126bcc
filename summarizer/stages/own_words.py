"""The extractor that needs no model: every usable sentence is a claim, in its own words."""

from summarizer.article import Chunk
from summarizer.claim import Claim
from summarizer.stages.kinds import kind_of

SHORTEST = 6
"""Words below which a sentence claims too little to be told."""


class SentenceExtractor:
    """Implements Extractor without a model. What matters is decided later, over the whole story, by salience."""

    async def extract(self, chunk: Chunk) -> tuple[Claim, ...]:
        return tuple(
            Claim(article=sentence.article, sentences=(sentence,), kind=kind_of(sentence.text), importance=0.5)
            for sentence in chunk.sentences
            if sentence.role == "prose" and len(sentence.text.split()) >= SHORTEST
        )
