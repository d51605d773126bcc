"""Do two sentences speak of the same thing? The words they share, by their rarity, and the names that they share or that part them."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.words import stem, stems
from summarizer.stages.news.states import EVENT_ENDS, STATES
from summarizer.stages.text.newswords import NEWS_WORDS
from summarizer.stages.text.synonyms import GROUPS

Weigh = Callable[[str], float]
"""How rare a stem is, 0 and up."""
LEAST_SHARED = 2
"""Stems that two sentences must share to be about the same."""


class Nearness(NamedTuple):
    """`overlap`: the share of the lighter text's weight that both hold; how many names and other words they share; `same_names`: they
    name the same, as far as they name anything."""

    overlap: float
    names: int
    words: int
    same_names: bool


def nearness(one: Passage, two: Passage, weigh: Weigh, *, foreign: bool = False, known_names: frozenset[str] = frozenset()) -> Nearness:
    """Compares two sentences. `foreign`: they must share two names to name the same. `known_names` are stems that are names elsewhere."""
    mine, theirs = compared(one), compared(two)
    total = min(sum(map(weigh, mine)), sum(map(weigh, theirs))) or 1.0
    held, words = 0.0, 0
    first, second = _names(one, two, known_names)
    rest = theirs - mine
    for word in mine:
        match = 1.0 if word in theirs else 0.7 if any(same(word, other) for other in rest) else 0.0
        held += match * weigh(word)
        words += bool(match) and word not in first | second
    shared = (first & second) - _other_bearers(one, two, first & second)
    fewer = min(len(first), len(second))
    enough = (fewer == 0 or 2 * len(shared) >= fewer) and (not foreign or len(shared) >= 2)
    return Nearness(min(1.0, held / total), len(shared), words, enough)


def _other_bearers(one: Passage, two: Passage, shared: frozenset[str]) -> frozenset[str]:
    """First names that two people share: "Ada Holm" and "Ada Kest"."""
    found: set[str] = set()
    for name in shared:
        ours, theirs = _surnames(one, name), _surnames(two, name)
        if ours and theirs and not ours & theirs and "" not in ours | theirs:
            found.add(name)
    return frozenset(found)


def _surnames(read: Passage, name: str) -> frozenset[str]:
    """The capitalised words that follow a name; "" where none does."""
    found: set[str] = set()
    for i in read.at.get(name, ()):
        following = read.words[i + 1] if i + 1 < len(read.words) else None
        capital = following is not None and following.kind == "word" and following.text[0].isupper()
        found.add(following.stem if following is not None and capital else "")
    return frozenset(found)


TIME = stems(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november "
    "december "
    "today yesterday tomorrow tonight week month year day morning evening night late early last next said told say official report"
)

GENERAL = stems(
    "people person man woman number total case figure place thing part group part side way day time work report news official authority "
    "government million thousand hundred percent share country city town area member further new own first other whole"
)
"""Words that so many sentences hold that they say little of what one is about."""
_KINDS = stems(
    "mount lake river port president minister prime chancellor king queen prince princess bishop judge mayor police court parliament city "
    "university hotel street road avenue square bridge tower cape bay island sea strait north south east west central national federal "
    "international royal united new saint republic party league club cup company bank council board office ministry department committee "
    "commission union group state county province region district church school hospital airport station museum general colonel captain "
    "doctor professor sir lord lady governor senator secretary coach"
)
"""Words of names that many names hold: "Mount" does not say which."""


@lru_cache(maxsize=20_000)
def compared(read: Passage) -> frozenset[str]:
    """The stems that say what a sentence is about: numbers, times and the reporting left out."""
    return frozenset(read.words[i].stem for i in read.content if read.words[i].kind == "word") - TIME


def _names(one: Passage, two: Passage, known: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names of each; the first word of a sentence, which has its capital anyway, counts where it is a name elsewhere."""
    first, second = names_in(one), names_in(two)
    mine, theirs = _opening(one), _opening(two)
    return first | (mine & (second | known)) | _strange(one), second | (theirs & (first | known)) | _strange(two)


def _strange(read: Passage) -> frozenset[str]:
    """The opening word where it is no word of the news and no plural: a name that happens to open the sentence."""
    first = read.words[0] if read.words else None
    if first is None or first.kind != "word" or not first.text[:1].isupper() or first.lower.endswith("s") or 0 not in read.content_set:
        return frozenset()
    return frozenset() if first.stem in _vocabulary() else frozenset({first.stem})


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    listed = stems(GROUPS.replace("_", " ")) | frozenset(stem(word) for word in NEWS_WORDS)
    return listed | stems(" ".join(STATES)) | frozenset(EVENT_ENDS)


def _opening(read: Passage) -> frozenset[str]:
    return frozenset({read.words[0].stem}) if read.words and read.words[0].text[:1].isupper() else frozenset()


@lru_cache(maxsize=20_000)
def names_in(read: Passage) -> frozenset[str]:
    """The stems of words with a capital that their place does not ask for, days and months left out."""
    return frozenset(
        read.words[i].stem
        for i in read.content
        if read.words[i].kind == "word"
        and read.words[i].text[0].isupper()
        and (i > 0 or _capital_again(read, i))
        and read.words[i].stem not in TIME | _KINDS
    )


def _capital_again(read: Passage, i: int) -> bool:
    following = read.words[i + 1] if i + 1 < len(read.words) else None
    return following is not None and following.kind == "word" and following.text[0].isupper()
