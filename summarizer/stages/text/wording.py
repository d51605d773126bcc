"""A text as the aligner sees it: its words in order, what kind each is, and which other words may stand for it."""

import html
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from summarizer.stages.text.opposites import OPPOSED, PEOPLES, SETS
from summarizer.stages.text.synonyms import GROUPS, IRREGULAR
from summarizer.stages.text.terms import fold
from summarizer.stages.text.terms import stem as snowball

Kind = Literal["word", "name", "number", "function"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _numbered(words: str) -> dict[str, int]:
    return {word: n for n, word in enumerate(words.split())}


_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|[%$€£]")
_OPENS_SENTENCE = frozenset('.!?:"“”\n*-–—•(')
_FUNCTION = _set("""
    a an the of in on at by for from to with into onto over under as is are was were be been being am do does did done has have had
    having it its this that these those and or but nor so if then than there here he she they we you i him her them us me his their
    our your my hers theirs who whom whose which what when where why how will would shall should can could may might must also too
    very just about up down out off again any both each other such own same s t re ve ll d m not no never while during after before
    since until because although though between among through against per via within without upon et al amid said says say saying
    according told article report reports reported reportedly author summary text passage story discusses describes mentions
    mentioned highlights discussed
""")
NEGATIONS = _set("""
    not no never none neither nor without nobody nothing cannot fail failed fails deny denied denies unable refuse refused refuses
    lack lacks lacked hardly barely
""")
_SMALL = _numbered("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
""")
_TENS = {word: 10 * (n + 2) for word, n in _numbered("twenty thirty forty fifty sixty seventy eighty ninety").items()}
_NUMBER_WORDS = frozenset(_TENS) | frozenset(_SMALL) - {"one"}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "m": 1e6, "k": 1e3, "dozen": 12}
_MONTHS = _numbered("january february march april may june july august september october november december")
_MONTH = {short: n + 1 for name, n in _MONTHS.items() for short in (name, name[:3]) if short != "may" or name == "may"} | {"sept": 9}
_DAYS = _set("mon tue wed thu fri sat sun")
_DAY_NAMES = _set("monday tuesday wednesday thursday friday saturday sunday")
_UNITS = {"%": "percent", "percent": "percent", "percentage": "percent", "$": "dollar", "€": "euro", "£": "pound"}
_SMALL_WORDS = frozenset(("of", "and", "for", "the", "in"))
_ENDINGS = frozenset(("st", "nd", "rd", "th", "s"))
_IRREGULAR = {form: line.split()[0] for line in reversed(IRREGULAR.splitlines()) if line for form in line.split()[1:]}
_NONE: frozenset[int] = frozenset()
_MOST_REMEMBERED = 100_000


class Token(NamedTuple):
    """`surface` as it stands, `lower` its plain form, `stem` what is compared ("#20" a number, "m10" October, "c:china" a country
    and its people), `groups` the numbers of the synonym groups it is in."""

    surface: str
    lower: str
    stem: str
    kind: Kind
    groups: frozenset[int] = _NONE


@lru_cache(maxsize=100_000)
def stem(lower: str) -> str:
    """The stem of a lower-case word, irregular forms brought to their base first."""
    return snowball(_IRREGULAR.get(lower, lower))


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(GROUPS.splitlines()):
        for word in line.split():
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=1)
def _peoples() -> dict[str, str]:
    return {stem(word.replace(".", "")): "c:" + line.split()[0] for line in PEOPLES.splitlines() for word in line.split()}


@lru_cache(maxsize=1)
def _two_words() -> dict[tuple[str, str], str]:
    """Countries of two words: ("united", "states")."""
    pairs = {tuple(word.split("_")): "c:" + line.split()[0] for line in PEOPLES.splitlines() for word in line.split() if "_" in word}
    return {(pair[0], pair[1]): code for pair, code in pairs.items()}


@lru_cache(maxsize=1)
def _exclusions() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for line in SETS.splitlines():
        members = {_compared(word) for word in line.split()}
        for one in members:
            found.setdefault(one, {}).update((other, "set") for other in members if other != one)
    for line in OPPOSED.splitlines():
        sides = [side.split() for side in line.split("|")]
        for left, right in ((a, b) for a in sides[0] for b in sides[-1] if len(sides) == 2):
            found.setdefault(_compared(left), {})[_compared(right)] = "opposite"
            found.setdefault(_compared(right), {})[_compared(left)] = "opposite"
    return found


def _compared(word: str) -> str:
    if word in _DAY_NAMES:
        return "d:" + word[:3]
    if word in _MONTH and word != "may":
        return f"m{_MONTH[word]}"
    return stem(word)


def exclusions(one: Token) -> Mapping[str, str] | None:
    """The stems that exclude this word, each with "opposite" or "set"; None where no word does."""
    return _exclusions().get(one.stem)


def excludes(one: Token, other: Token) -> str | None:
    """ "opposite" or "set" where the two words exclude each other, else None."""
    table = _exclusions().get(one.stem)
    return table.get(other.stem) if table else None


class _Plain(dict[str, Token | None]):
    """The token of each word that is the same wherever it stands: small letters, no number. Remembered."""

    def __missing__(self, surface: str) -> Token | None:
        if surface[0].isdigit() or surface[0].isupper() or surface.lower() in _NUMBER_WORDS:
            return None
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        self[surface] = found = _word(surface, False)
        return found


_plain = _Plain()


@lru_cache(maxsize=4096)
def wording(text: str) -> tuple[Token, ...]:
    """The tokens of a text. Numbers in words or digits are one token with their scale ("1.2 billion"); "31st" is 31; "n't" is "not"."""
    if "&" in text:
        text = html.unescape(text)
    raw = list(_TOKEN.finditer(text))
    tokens: list[Token] = []
    at = 0
    while at < len(raw):
        surface = raw[at][0]
        plain = _plain[surface]
        if plain is not None:
            tokens.append(plain)
            at += 1
            continue
        number, used = _number(raw, at) if surface[0].isdigit() or surface.lower() in _NUMBER_WORDS else (None, 1)
        country = _country(raw, at) if surface[0].isupper() else None
        if number is not None:
            tokens.append(Token(surface, surface, f"#{number:g}", "number"))
        elif country is not None:
            tokens.append(Token(surface, surface.lower(), country, "name"))
            used = 2
        else:
            named = surface[0].isupper() and ((at + 1 < len(raw) and raw[at + 1][0][0].isupper()) or not _opens(text, raw[at].start()))
            tokens.append(_word(surface, named))
        at += used
    return tuple(tokens)


def _country(raw: list[re.Match[str]], at: int) -> str | None:
    """The country that tokens `at` and `at` + 1 name together."""
    if at + 1 == len(raw) or not raw[at + 1][0][0].isupper():
        return None
    return _two_words().get((raw[at][0].lower(), raw[at + 1][0].lower()))


@lru_cache(maxsize=4096)
def initials(text: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The acronyms that runs of capital words in a text make ("who" for World Health Organization), with the tokens of each run."""
    runs: list[list[int]] = []
    open_run: list[int] = []
    tokens = wording(text)
    for i, token in enumerate(tokens):
        if token.surface[0].isupper() and len(token.surface) > 1 and not token.surface.isupper():
            open_run.append(i)
        elif token.lower not in _SMALL_WORDS:
            runs.append(open_run)
            open_run = []
    found = []
    for run in (*runs, open_run):
        for size in range(2, min(6, len(run)) + 1):
            for start in range(len(run) - size + 1):
                part = tuple(run[start : start + size])
                if part[-1] - part[0] < 2 * size:
                    found.append(("".join(tokens[i].surface[0].lower() for i in part), part))
    return tuple(found)


def is_acronym(token: Token) -> bool:
    """Whether a token is written as an acronym ("WHO", "U.N.")."""
    letters = token.surface.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \t")
    return not before or before[-1] in _OPENS_SENTENCE


def _number(raw: list[re.Match[str]], at: int) -> tuple[float | None, int]:
    """The number that starts at token `at` and how many tokens it takes; (None, 1) where there is none."""
    surface, end = raw[at][0], raw[at].end()
    lower = surface.lower()
    used = 1
    if surface[0].isdigit():
        try:
            value = float(surface.replace(",", ""))
        except ValueError:  # digits of another script
            return None, 1
        if at + 1 < len(raw) and raw[at + 1].start() == end and raw[at + 1][0].lower() in _ENDINGS:
            return value, 2
    elif lower in _NUMBER_WORDS:
        value = float(_TENS.get(lower, _SMALL.get(lower, 0)))
        if lower in _TENS and at + 1 < len(raw) and raw[at + 1].start() - end <= 1 and 0 < _SMALL.get(raw[at + 1][0].lower(), 0) < 10:
            value += _SMALL[raw[at + 1][0].lower()]
            used = 2
    else:
        return None, 1
    while at + used < len(raw) and raw[at + used][0].lower() in _SCALES and raw[at + used].start() - raw[at + used - 1].end() <= 1:
        value *= _SCALES[raw[at + used][0].lower()]
        used += 1
    return value, used


@lru_cache(maxsize=200_000)
def _word(surface: str, named: bool) -> Token:
    """`named`: it has a capital that its place does not ask for."""
    lower = fold(surface).replace("’", "'")
    if lower.endswith("n't"):
        return Token(surface, "not", "not", "function")
    lower = lower.removesuffix("'s").removesuffix("'")
    if (unit := _UNITS.get(lower)) is not None:
        return Token(surface, unit, unit, "word")
    capital = surface[0].isupper()
    bare = lower.replace(".", "")
    if capital and bare in _MONTH:
        return Token(surface, lower, f"m{_MONTH[bare]}", "name")
    if lower in _DAY_NAMES or (capital and bare in _DAYS):
        return Token(surface, lower, "d:" + lower[:3], "name")
    root = stem(bare)
    if capital and (people := _peoples().get(root)) is not None and (bare != "us" or surface.isupper() or "." in surface):
        return Token(surface, lower, people, "name")
    if surface.isupper() and bare == "who":
        return Token(surface, lower, bare, "name")
    kind: Kind = "function" if lower in _FUNCTION else "name" if named else "word"
    return Token(surface, lower, root, kind, _groups().get(root, _NONE))


@lru_cache(maxsize=200_000)
def akin(one: str, other: str) -> bool:
    """Whether two stems look like one word in two parts of speech ("declar", "declarat"): their first two thirds are the same."""
    if min(len(one), len(other)) < 4 or one[0] == "#" or other[0] == "#" or ":" in one or ":" in other:
        return False
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same >= max(4, 0.65 * max(len(one), len(other)))
