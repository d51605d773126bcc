"""Wrong names, turned roles, words given to somebody else."""

import re

from summarizer.evaluation.planting.edit import Edit, Spot, replace, shuffled
from summarizer.stages.text.names import names
from summarizer.stages.text.stopwords import STOP_WORDS

_SAID = r"(?:said|says|told|added|warned|argued|noted|insisted|announced|wrote|explained|claimed|stated|stressed)"
_SYMMETRIC = re.compile(
    r"\b(?:and|or|met|meets?|meeting|talks?|between|married|versus|vs|agreed|discussed|joined|than|like|including|said|says"
    r"|both|who|which)\b|[,;:()“”\"—–-]"
)


def name(spot: Spot) -> Edit | None:
    """A name of the same shape that the sentence does not hold, from the same article first."""
    here = [n for n in dict.fromkeys(names(spot.text)) if not re.search(r"[“\"][^”\"]*" + re.escape(n), spot.text)]
    spot.random.shuffle(here)
    for old in here:
        others = _others(spot, old)
        if others:
            new = spot.random.choice(others)
            return Edit(re.sub(rf"\b{re.escape(old)}(?!\w)", lambda _, new=new: new, spot.text), old, new)  # type: ignore[misc]
    return None


_GIVEN = ["Walter", "Irene", "Douglas", "Monica", "Harold", "Leonard", "Beatrix", "Gilbert", "Rosalind", "Edmund", "Cordula", "Tobias"]


def given(spot: Spot) -> Edit | None:
    """Another first name."""
    found = [
        n
        for n in dict.fromkeys(names(spot.text))
        if re.fullmatch(rf"[A-Z][a-z]{{2,}} (?!{_TITLES}\b)[A-Z][a-z]{{2,}}", n) and spot.text.count(n) == 1
    ]
    found = [n for n in found if not re.search(r"[“\"][^”\"]*" + re.escape(n), spot.text) and re.search(_persons(n), spot.article.text)]
    others = [n for n in _GIVEN if n not in spot.article.text]
    if not found or not others:
        return None
    old = spot.random.choice(found)
    new = spot.random.choice(others)
    at = spot.text.find(old)
    return replace(spot, at, at + len(old.split()[0]), new)


_TITLES = "(?:Mr|Mrs|Ms|Dr|President|Minister|Secretary|Governor|Gov|Senator|Sen|Mayor|Judge|Chief|Officer|Professor|minister|director)"


def _persons(name_: str) -> str:
    """What shows that a name of two words is a person's: a title before it, or the surname alone beside a verb of saying or of being."""
    first, last = map(re.escape, name_.split())
    titles = "Mr|Mrs|Ms|Dr|President|Minister|Secretary|Governor|Gov|Senator|Sen|Mayor|Judge|Chief|Officer|Professor|minister|director"
    return (
        rf"\b(?:{titles})\.? {first} {last}\b|(?<!{first} )\b{last} (?:{_SAID}|was|is|had|has|will)\b|\b{first} {last},? (?:who|{_SAID})\b"
    )


_PLAIN_WORDS = """
i'm i’m at so how two one the a in on for and but if as it we i he she they dr mr ms mrs is are was no not more most all some
use get huge new related rarely am today now here this that these those what who why when where first last best free sale off
read click sign follow share photo image video
"""
_PLAIN = frozenset(_PLAIN_WORDS.split())


def _others(spot: Spot, old: str) -> list[str]:
    """Names of as many words that share no word with a name of the sentence, nor are a part of its country and people."""
    at = spot.material.place[spot.sentence.article]
    pool = list(spot.material.names[at])
    if spot.random.random() < 0.4 or len(pool) < 3:
        pool = [n for names_ in spot.material.names for n in names_[:8]]
    used = {word.lower()[:4] for word in re.findall(r"\w+", spot.text)} | {word.lower()[:4] for word in old.split()}
    upper = old.replace(".", "").isupper()
    return [
        n
        for n in dict.fromkeys(pool)
        if len(n.split()) == len(old.split())
        and n.split()[0].lower() not in _PLAIN
        and n.split()[0].lower().replace("’", "'") not in STOP_WORDS["en"]
        and n.replace(".", "").isupper() == upper
        and not ({word.lower()[:4] for word in re.findall(r"\w+", n)} & used)
        and n.endswith(("ese", "ian", "ish", "can")) == old.endswith(("ese", "ian", "ish", "can"))
        and not (_kin(n) & _kin(old))
    ]


_KIN = (
    "us u.s. u.s america american americans washington usa united states",
    "china chinese beijing",
    "uk britain british london england english u.k.",
    "russia russian moscow kremlin",
    "eu european europe brussels",
    "france french paris",
    "germany german berlin",
    "iran iranian tehran",
    "israel israeli jerusalem",
    "japan japanese tokyo",
    "india indian delhi",
    "korea korean seoul",
    "ukraine ukrainian kyiv",
    "syria syrian damascus",
    "iraq iraqi baghdad",
    "texas texan",
    "california californian",
)


def _kin(name_: str) -> set[int]:
    return {n for n, line in enumerate(_KIN) for word in name_.lower().split() if word in line.split()}


_VERB = re.compile(
    r"^(?:has |had |have |also |will |would |could |later |already |publicly |sharply |repeatedly )*"
    r"(?:[a-z]{3,}(?:ed|es)|(?:beat|hit|sued|met|led|told|gave|sent|took|won|paid|saw|found|shot|bought|sold|left|joined"
    r"|fought|urges|warns|accuses|blames|supports|backs|wants|calls))"
    r"(?: (?:the|a|an|to|by|against|into|that|new|its|his|her|their|former|rival|president|prime|minister|secretary|leader"
    r"|party|state|of|for|with|on|from|at))*$"
)


_IN_PHRASE = re.compile(r"(?:\b(?:and|of|in|at|for|near|from|on|or|between)|,) (?:the )?$")


def _acts_on(between: str) -> bool:
    """Whether the words between two names are a verb that is not the same from either side."""
    return len(between) < 60 and bool(_VERB.match(between)) and not _SYMMETRIC.search(between)


def role(spot: Spot) -> Edit | None:
    """The two sides of a verb change places."""
    found = []
    here = [n for n in dict.fromkeys(names(spot.text)) if spot.text.count(n) == 1]
    for one in here:
        for two in here:
            start, end = spot.text.find(one), spot.text.find(two)
            whole = not re.match(r"[’'-]", spot.text[end + len(two) :]) and not _IN_PHRASE.search(spot.text[:start])
            if start < end and whole and _acts_on(spot.text[start + len(one) : end].strip()):
                found.append((start, one, end, two))
    if not found:
        return None
    start, one, end, two = spot.random.choice(found)
    text = spot.text[:start] + two + spot.text[start + len(one) : end] + one + spot.text[end + len(two) :]
    return Edit(text, f"{one} … {two}", f"{two} … {one}")


def speaker(spot: Spot) -> Edit | None:
    """Somebody else says it."""
    pattern = re.compile(
        rf"\b(?P<a>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}) {_SAID}\b|\b{_SAID} (?P<b>[A-Z][\w’'-]+(?:"
        rf" [A-Z][\w’'-]+){{0,2}})(?=[,.;]|$)|\bAccording to (?P<c>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})"
    )
    for match in shuffled(spot, list(pattern.finditer(spot.text))):
        key = next(k for k in "abc" if match[k])
        old = match[key]
        if old.split()[0] in (
            "Dr",
            "Mr",
            "Ms",
            "Mrs",
            "Sunday",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "He",
            "She",
            "They",
            "It",
            "The",
            "We",
            "I",
            "But",
            "And",
            "In",
            "Police",
            "Officials",
        ):
            continue
        others = [n for n in _others(spot, old) if len(n) > 2] or _others(spot, old.split()[-1])
        if others:
            return replace(spot, match.start(key), match.end(key), spot.random.choice(others))
    return None
