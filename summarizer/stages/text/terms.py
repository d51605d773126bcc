"""The words and the names of a text, as every stage that compares texts counts them."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from summarizer.stages.text.names import names
from summarizer.stages.text.stopwords import STOP_WORDS

__all__ = ["fold", "names", "stem", "words"]

_TOKEN = re.compile(r"\w+(?:[.,]\d+|['’][^\W\d_]+|\.[A-Z]\b)*")
_STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sv": "swedish", "tr": "turkish",
}  # fmt: skip
_SAME = {"us": "usa", "u.s": "usa", "usa": "usa", "u.s.a": "usa", "uk": "uk", "u.k": "uk", "eu": "eu", "e.u": "eu", "un": "un", "u.n": "un"}

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_MOST_REMEMBERED = 200_000


@lru_cache(maxsize=_MOST_REMEMBERED)
def stem(word: str, language: str = "en") -> str:
    """The Snowball stem of a folded word; the word itself in a language without a stemmer."""
    stemmer = _stemmer(language)
    return stemmer(word) if stemmer else word


def words(text: str, language: str | None = None) -> tuple[str, ...]:
    """The content words of a text in order: folded (case, accents), stop words removed, stemmed. Numbers are kept ("1,200" is "1200").

    `language` is a code such as "en" or "de-AT"; unknown ones are read as English.
    """
    seen = _folded((language or "en")[:2].lower())
    return tuple(word for token in _TOKEN.findall(text) if (word := seen[token]))


class _Folded(dict[str, str]):
    """Remembers the folded stem of each token of one language; empty for a stop word."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, token: str) -> str:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        self[token] = found = _word(token, self._language)
        return found


@cache
def _folded(language: str) -> _Folded:
    return _Folded(language)


def _word(token: str, code: str) -> str:
    if token[0].isdigit():
        return token.replace(",", "") if _GROUPED.fullmatch(token) else token
    low = token.casefold().replace("’", "'").rstrip(".")
    if low in _SAME and not token.islower():
        return _SAME[low]
    if low.endswith("'s"):
        low = low[:-2]
    if low in STOP_WORDS.get(code, STOP_WORDS["en"]) or (len(low) == 1 and low.isascii()):
        return ""
    return stem(fold(low), code if code in _STEMMERS else "en")


def fold(text: str) -> str:
    """Without case and accents."""
    low = text.casefold()
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


@cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    import snowballstemmer  # 0.03 s: not everything that imports this module stems

    name = _STEMMERS.get(language)
    if name is None:
        return None
    found: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    return found
