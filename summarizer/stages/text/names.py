"""The names in a text: people, places, organisations."""

import re
from functools import lru_cache

from summarizer.stages.text.stopwords import STOP_WORDS


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A name: capitalised words, perhaps joined by particles; "U.S." and "G7" count.
_CAPITAL = r"(?:(?:[A-Z]\.){2,}|[A-ZÀ-ÖØ-ÞĀ-ŽΆ-ΩЀ-Я][^\W_]*(?:[’'-](?!s\b)\w+)*)"
_PARTICLE = r"(?:of the|of|de la|de|del|du|des|la|le|van der|van|von|bin|al|el|da|dos|di|&)"
_JOINT = rf"(?:[ \u00a0]|(?<=\b[A-Z])\.[ \u00a0]|(?<=\b(?:St|Mr|Ms|Dr|Lt))\.[ \u00a0])(?:{_PARTICLE}[ \u00a0])?"
_NAME = re.compile(rf"{_CAPITAL}(?:{_JOINT}{_CAPITAL})*")
_HANDLE = frozenset("@#")
_INSIDE_TOKEN = frozenset("/_-’'")
_OF = re.compile(r"( of the | of )")
KINDS = _set(
    "Academy Archbishop Army Association Bank Battle Bay Bishop Board Book Bureau Cape Center Centre Chamber Chief Church City College "
    "Commission Committee Congress Council Court Daughters Department Director Duchess Duke Federation Governor Gulf Hall Head House "
    "Institute Isle King Kingdom League Library Lord Lords Mayor Minister Ministry Museum Office Order Party Port President Prime Prince "
    "Princess Province Queen Republic School Sea Secretary Sons Speaker State States Strait Straits Sultanate Tower Treaty Union University"
)
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:…\n\u2028\u2029]|^[-*•])[\s\"“”‘'«»()\[\]*—–-]*$|[“\"«‘(]$")
_UPPER = re.compile(r"[^\W\d_a-z]{2,}|(?:[A-Z]\.){2,}|[A-Z]+-?\d+")
_CALENDAR = _set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat January February March April May June "
    "July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
)
_ALL_STOP_WORDS = frozenset().union(*STOP_WORDS.values())
_LEADING = frozenset({"The", "A", "An", "I"})


def names(text: str) -> tuple[str, ...]:
    """The names in a text in order, repeats included: "Mara Odum", "Bank of Talvi", "U.S.", "G7".

    A capital that only opens a sentence or a headline is not a name, unless the same name stands elsewhere in the text.
    """
    sure: list[str] = []
    doubtful: set[int] = set()
    titled = _titled_lines(text)
    for match in _NAME.finditer(text):
        start = match.start()
        before = text[start - 1 : start]
        if before.isalnum() or before in _HANDLE or (before in _INSIDE_TOKEN and text[start - 2 : start - 1].isalnum()):
            continue
        in_title = any(begin <= start < end for begin, end in titled)
        opens = not before or bool(_OPENS_SENTENCE.search(text, max(0, start - 5), start))
        for part in _parts(match.group()):
            name = _without_lead(part, opens)
            if len(name) > 1 and name not in _CALENDAR:
                if in_title or (opens and name == part and " " not in name and not _UPPER.fullmatch(name)):
                    doubtful.add(len(sure))
                sure.append(name)
            opens = False
    known = {name for at, name in enumerate(sure) if at not in doubtful}
    known |= {name.rsplit(" ", 1)[-1] for name in known}
    return tuple(name for at, name in enumerate(sure) if at not in doubtful or name in known)


def _parts(name: str) -> list[str]:
    """Two names that "of" joins are one only if the first is an institution's or an office's kind: "Bank of Talvi"."""
    joined = _OF.split(name) if " of " in name else [name]
    parts = joined[:1]
    for link, part in zip(joined[1::2], joined[2::2], strict=True):
        if parts[-1].rsplit(" ", 1)[-1] in KINDS:
            parts[-1] += link + part
        else:
            parts.append(part)
    return parts


def _without_lead(name: str, opens: bool) -> str:
    """Without the common words and days before the name proper."""
    if " " not in name and not opens:
        return name
    words_left = name.split()
    while words_left and (words_left[0] in _CALENDAR or ((opens or words_left[0] in _LEADING) and _common(words_left[0]))):
        words_left.pop(0)
    return " ".join(words_left)


def _titled_lines(text: str) -> list[tuple[int, int]]:
    """The lines in which nearly every longer word has a capital: headlines."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if len(line) < 200 and not line.rstrip('"”’ \n').endswith("."):
            long_words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
            capitals = sum(1 for word in long_words if word[0].isupper())
            if len(long_words) >= 3 and capitals * 10 >= len(long_words) * 7:
                found.append((at, at + len(line)))
        at += len(line)
    return found


@lru_cache(maxsize=20_000)
def _common(word: str) -> bool:
    low = word.casefold().rstrip(".")
    return low in _ALL_STOP_WORDS and not _UPPER.fullmatch(word)
