"""In which language is a text?"""

from summarizer.article import Article
from summarizer.stages.text.stopwords import STOP_WORDS

_WORDS = 300  # the first words decide
_TELLING = 2000  # code points of an article
_ENOUGH = 0.12  # share of stop words, below which a text is in none of the languages we know
_NO_PUNCTUATION = str.maketrans("", "", '.,;:!?…()[]“”„"«»')


def language_of(text: str, declared: str | None = None) -> str | None:
    """The declared language as a code of two letters, else the one of "en", "de", "fr", "es" whose stop words are commonest, else None."""
    if declared:
        return declared[:2].lower()
    words = text[: _WORDS * 8].translate(_NO_PUNCTUATION).lower().split()[:_WORDS]
    shares = {code: sum(word in stops for word in words) for code, stops in STOP_WORDS.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if words and shares[best] >= _ENOUGH * len(words) else None


def spoken(article: Article) -> str | None:
    """The language of an article: as it declares, else as its beginning tells."""
    return language_of(article.text[:_TELLING], article.language)
