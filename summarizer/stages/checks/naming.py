"""The names of a passage, and whether one name can stand for another: surnames, acronyms, peoples for countries."""

import re
from functools import lru_cache

from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.synonyms import known_word, one_people
from summarizer.stages.checks.words import KEPT, STOPWORDS, Word, listed, stem, words
from summarizer.stages.text.names import names
from summarizer.stages.text.stopwords import STOP_WORDS

Name = tuple[str, ...]
"""A name as lower-case words."""

TITLES = listed(
    """mr mrs ms miss dr prof professor sir lord lady dame sen senator rep representative gov governor president vice deputy prime
    minister secretary chancellor mayor chief general gen colonel col captain capt major sergeant sgt judge justice king queen
    prince princess pope bishop archbishop reverend rev ambassador commissioner director chairman chairwoman chair premier speaker
    treasury foreign finance trade commerce interior defense defence health state attorney officer executive founder coach inspector
    detective congressman congresswoman councillor cllr leader first lady former u.s us"""
)


_OPENINGS = listed(
    """furthermore moreover additionally overall sure however meanwhile nevertheless nonetheless besides indeed instead otherwise
    similarly likewise
    consequently therefore thus hence accordingly conversely notably importantly interestingly ultimately initially previously
    subsequently finally lastly
    firstly secondly thirdly alternatively regardless nowadays afterwards eventually apparently reportedly critics officials police
    analysts experts
    residents witnesses authorities researchers scientists doctors prosecutors lawmakers investigators families parents students workers
    following speaking asked born based founded known located named according including citing adding despite amid ahead earlier later"""
)


_CALENDAR = listed("mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec led based born backed")
_DATED = listed(
    """monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december
    ad bc bce ce am pm"""
)
"""No name where they stand alone: the check of dates asks after them."""


_ABBREVIATED = re.compile(
    r"\b(Mrs|Sr|Jr|Rev|Msgr|Fr|Prof|Gov|Sen|Rep|Gen|Col|Capt|Maj|Sgt|Cpl|Lt|Cmdr|Adm|Hon|Pres|Supt|Det|Insp)\.(?= [A-Z])"
)
_STOP = re.compile(r"(?<=[a-z0-9)%]{3})[.!?:]+(?=[\"”’]?\s+[\"“]?[A-Z])|[!?]+(?=[\"”])")


@lru_cache(maxsize=KEPT)
def named(text: str) -> tuple[Name, ...]:
    """The names of a text, each once, longest first; among them a single capital that opens a sentence, unless the word is a small one."""
    found: dict[Name, None] = {}
    for name in names("a " + _STOP.sub(",", _ABBREVIATED.sub(r"\1", text))):
        parts = [w for w in words(name) if w.kind == "word"]
        while parts and _small(parts[0]):
            parts.pop(0)
        while parts and _small(parts[-1]):
            parts.pop()
        if parts and not (len(parts) == 1 and (parts[0].lower in _DATED or parts[0].lower.startswith("i'"))):
            found[tuple(w.lower for w in parts)] = None
    return tuple(sorted(found, key=lambda parts: (-len(parts), parts)))


def _small(word: Word) -> bool:
    return (word.lower in STOPWORDS or word.lower in _CALENDAR) and not (word.text.isupper() and len(word.text) > 1)


@lru_cache(maxsize=4_000)
def known(text: str) -> frozenset[str]:
    """Every word of a name that an article gives beyond doubt."""
    return frozenset(w.lower for name in names(text) for w in words(name))


@lru_cache(maxsize=4_000)
def vocabulary(text: str) -> frozenset[str]:
    """The stem of every word of a text."""
    return frozenset(w.stem for w in words(text))


@lru_cache(maxsize=4_000)
def uncapitalised(text: str) -> frozenset[str]:
    """The stem of every word of a text that it writes without a capital."""
    return frozenset(w.stem for w in words(text) if w.text[0].islower())


@lru_cache(maxsize=KEPT)
def common(word: str) -> bool:
    """Whether a capitalised word is an ordinary English one."""
    return word in _OPENINGS or word in STOPWORDS or word in STOP_WORDS["en"] or word.endswith("ly") or known_word(stem(word))


def proper(parts: Name) -> Name:
    """The name without the titles before it; a name of titles only is kept."""
    at = 0
    while at < len(parts) - 1 and parts[at] in TITLES:
        at += 1
    return parts[at:]


def acronym(parts: Name) -> str:
    """The initials of a name of several words, small words passed over."""
    return "".join(part[0] for part in parts if part not in ("of", "the", "and", "for", "&"))


_SHORT_NAMES = """
william bill will billy; robert bob rob bobby; richard dick rick; james jim jimmy; michael mike; joseph joe; thomas tom; daniel dan danny;
benjamin ben; christopher chris; alexander alex; matthew matt; nicholas nick; anthony tony; edward ed ted eddie; theodore ted; jeffrey jeff;
gregory greg; elizabeth liz beth betty lisa; katherine catherine kate kathy; steven stephen steve; john jack johnny jon; andrew andy drew;
samuel sam; timothy tim; ronald ron; donald don; kenneth ken; lawrence larry; gerald jerry; margaret peggy maggie meg; patricia pat patty;
patrick pat; david dave; charles charlie chuck; frederick fred; henry harry hank; francis frank; deborah debbie; susan sue; jennifer jen
jenny; rebecca becky; victoria vicky; zachary zach; nathaniel nate nathan; peter pete; philip phil; raymond ray; vladimir volodymyr;
mohammed mohammad muhammad mohamed; abdul abdel
"""
_LIKE = {
    name: frozenset(n for group in _SHORT_NAMES.split(";") if name in group.split() for n in group.split())
    for name in _SHORT_NAMES.replace(";", " ").split()
}


def one_given(one: str, other: str) -> bool:
    """Whether two given names may be one: the same, an initial, a short form."""
    if one == other or (one[0] == other[0] and 1 in (len(one.strip(".")), len(other.strip(".")))):
        return True
    short, long = sorted((one, other), key=len)
    return (len(short) > 2 and long.startswith(short)) or other in _LIKE.get(one, ())


@lru_cache(maxsize=4_000)
def full_names(text: str) -> dict[str, tuple[Name, ...]]:
    """The names of two words and more that a text gives, without titles, by their last word."""
    found: dict[str, list[Name]] = {}
    for name in named(text):
        bare = proper(name)
        if len(bare) > 1:
            found.setdefault(bare[-1], []).append(bare)
    return {last: tuple(several) for last, several in found.items()}


def namesake(core: Name, text: str) -> Name | None:
    """The name a text gives to somebody of the same last name, where it gives the name `core` to nobody; None where it may."""
    given = next((part for part in reversed(core[:-1]) if len(part.strip(".")) > 1 and part not in TITLES), "")
    others = full_names(text).get(core[-1], ()) if given else ()
    if not others or any(one_given(given, part) for other in others for part in other[:-1]) or set(core) <= vocabulary_words(text):
        return None
    return others[0]


@lru_cache(maxsize=4_000)
def vocabulary_words(text: str) -> frozenset[str]:
    """Every word of a text in lower case."""
    return frozenset(w.lower for w in words(text))


@lru_cache(maxsize=100_000)
def alias(one: Name, other: Name) -> bool:
    """Whether two names may name the same: all words of the one are in the other, it is an acronym, or a people for its country."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if set(short) <= set(long):
        return True
    if len(short) == 1:
        bare = short[0].replace(".", "")
        if len(long) > 1 and bare == acronym(long):
            return True
        return one_people(stem(bare), stem(long[-1].replace(".", ""))) or any(len(bare) > 4 and part.startswith(bare) for part in long)
    return len(short) == len(long) and all(
        one_people(stem(a.replace(".", "")), stem(b.replace(".", ""))) for a, b in zip(short, long, strict=True)
    )


def held(core: Name, read: Passage) -> bool:
    """Whether a passage names the same: the whole name, its last word where no other first name stands before it, an acronym, a people."""
    stems = [stem(part.replace(".", "")) for part in core]
    if all(s in read.at for s in stems):
        return True
    if len(core) == 1:
        return read.kin.hold_people(stems[0]) or any(alias(core, proper(other)) for other in named(read.text))
    if any(read.words[j].text[:1].isupper() for j in read.at.get(stems[-1], ())) and not any(
        proper(other)[-1] == core[-1] and len(proper(other)) > 1 for other in named(read.text)
    ):
        return True  # "Scott Bessent" for "Bessent"
    if any(alias(core, proper(other)) for other in named(read.text)):
        return True
    missing = [part for part, s in zip(core, stems, strict=True) if s not in read.at]
    return len(missing) > 1 and stem(acronym(tuple(missing))) in read.at  # "United Nations High Commissioner" for "U.N. High Commissioner"


@lru_cache(maxsize=KEPT)
def spoken_of(core: Name, text: str) -> bool:
    """Whether an article gives the name, whole or as a people for its country."""
    everything = vocabulary(text)
    stems = [stem(part.replace(".", "")) for part in core]
    if all(s in everything for s in stems):
        return True
    if len(stems) == 1:
        return any(one_people(stems[0], s) for s in everything) or any(alias(core, proper(other)) for other in named(text))
    return stem(acronym(core)) in everything
