"""The names of a passage, and whether one name can stand for another: surnames, acronyms, peoples for countries."""

from functools import lru_cache

from summarizer.stages.checks.passage import passage
from summarizer.stages.checks.synonyms import one_people
from summarizer.stages.checks.words import STOPWORDS, stem, words
from summarizer.stages.names import names
from summarizer.stages.stopwords import STOP_WORDS

TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "lord",
        "lady",
        "dame",
        "sen",
        "senator",
        "rep",
        "representative",
        "gov",
        "governor",
        "president",
        "vice",
        "deputy",
        "prime",
        "minister",
        "secretary",
        "chancellor",
        "mayor",
        "chief",
        "general",
        "gen",
        "colonel",
        "col",
        "captain",
        "capt",
        "major",
        "sergeant",
        "sgt",
        "judge",
        "justice",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "bishop",
        "archbishop",
        "reverend",
        "rev",
        "ambassador",
        "commissioner",
        "director",
        "chairman",
        "chairwoman",
        "chair",
        "premier",
        "speaker",
        "treasury",
        "foreign",
        "finance",
        "trade",
        "commerce",
        "interior",
        "defense",
        "defence",
        "health",
        "state",
        "attorney",
        "officer",
        "executive",
        "founder",
        "coach",
        "inspector",
        "detective",
        "congressman",
        "congresswoman",
        "councillor",
        "cllr",
        "leader",
        "first",
        "lady",
        "former",
        "u.s",
        "us",
    ]
)


@lru_cache(maxsize=20_000)
def named(text: str) -> tuple[tuple[str, ...], ...]:
    """The names of a text as lower-case words, each once, longest first; a capital that only opens the sentence is left out if the word is common."""
    found: dict[tuple[str, ...], None] = {}
    for name in names("a " + text):
        parts = tuple(w.lower for w in words(name) if w.kind == "word")
        if parts and not (len(parts) == 1 and (parts[0] in STOPWORDS or parts[0] in STOP_WORDS["en"])):
            found[parts] = None
    return tuple(sorted(found, key=lambda parts: (-len(parts), parts)))


@lru_cache(maxsize=4_000)
def known(text: str) -> frozenset[str]:
    """Every word of a name in a longer text, and of a name in which a capital is no doubt."""
    return frozenset(part for name in names(text) for part in (w.lower for w in words(name)))


@lru_cache(maxsize=4_000)
def vocabulary(text: str) -> frozenset[str]:
    """Every word of a text in lower case."""
    return frozenset(w.lower for w in words(text))


def proper(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The name without the titles before it; a name of titles only is kept."""
    at = 0
    while at < len(parts) - 1 and parts[at] in TITLES:
        at += 1
    return parts[at:]


def acronym(parts: tuple[str, ...]) -> str:
    """The initials of a name of several words, small words passed over."""
    return "".join(part[0] for part in parts if part not in ("of", "the", "and", "for", "&"))


def alias(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may name the same: one holds the other's last word and nothing contradicts, an acronym, a country and its people."""
    one, other = proper(one), proper(other)
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        bare = short[0].replace(".", "")
        if bare in (long[-1].replace(".", ""), long[0]) or (len(long) > 1 and bare == acronym(long)):
            return True
        return one_people(stem(bare), stem(long[-1].replace(".", ""))) or bare in long
    if short == long[-len(short) :] or short == long[: len(short)] or set(short) <= set(long):
        return True
    return len(short) == len(long) and all(one_people(stem(a), stem(b)) for a, b in zip(short, long, strict=True))


def stands_in(name: tuple[str, ...], text: str) -> bool:
    """Whether a text holds the whole name, in any case."""
    at = passage(text).at
    return all(stem(part.replace(".", "")) in at for part in name)
