"""Who speaks in a text: the names beside its verbs of saying, and whom a "he said" means."""

from collections.abc import Sequence
from functools import lru_cache

from summarizer.stages.checks.naming import TITLES, Name, common, named, proper
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.words import KEPT, listed

CLAIMS = listed(
    """claimed claims claim alleged alleges allege accused accuses accuse argued argues argue insisted insists insist believed believes
    believe think thinks thought
    suspects suspected asserted asserts suggested suggests warned warns predicted predicts contended contends maintains feared fears
    speculated hinted denied denies"""
)
"""Saying what others may doubt."""
SAYS = CLAIMS | listed(
    """said says say saying told tells announced announces reported reports confirmed confirms noted notes explained explains wrote writes
    declared declares
    testified testifies estimated estimates according admitted admits acknowledged acknowledges stressed stresses emphasised emphasized
    emphasises emphasizes
    added adds stated concluded concludes remarked replied tweeted"""
)
_TO_SOMEBODY = frozenset({"told", "tells"})
"""Behind which stands who listens: "Lena Korvath, the minister, told Radio Pell"."""
_PRONOUNS = frozenset({"he", "she", "they"})
_BETWEEN = listed("has had have also later then again further who which would will on in a statement repeatedly has been earlier")
_MODIFYING = listed("of from in to for with against by at on near and than as over")
_NO_SPEAKER = listed("that it there this these those if when while because but and or who which what how not no yes an some all also")
_APPOSED, _BEHIND, _OPENING = 14, 5, 8


@lru_cache(maxsize=KEPT)
def speakers(text: str) -> tuple[Name, ...]:
    """The names that speak in a text, without titles, each once; ("he",) stands for a pronoun that speaks."""
    read = passage(text)
    verbs = [i for i, w in enumerate(read.words) if w.text in SAYS or w.text == "According"]
    if not verbs:
        return ()
    ends = {i: proper(name) for name in reversed(named(text)) for i in read.find(name) if not _quoted(read, i)}
    found: dict[Name, None] = {}
    for verb in verbs:
        if _quoted(read, verb):
            continue
        name, at = _beside(read, verb, ends)
        if name and (name[0] in _PRONOUNS or not (name[-1] in TITLES or (len(name) == 1 and common(name[0]) and _opens(read, at)))):
            found[name] = None
    return tuple(found)


def _opens(read: Passage, i: int) -> bool:
    """Whether word `i` opens a sentence, so that its capital says nothing ("Officials said", but not “…,” Page said)."""
    return i == 0 or read.words[i - 1].text in ".!?:"


def _beside(read: Passage, verb: int, ends: dict[int, Name]) -> tuple[Name, int]:
    """The name that belongs to a verb of saying, and where it ends; ((), -1) for none."""
    words = read.words
    following = words[verb + 1 : verb + 1 + _BEHIND]
    inverted = (verb == 0 or words[verb - 1].text in '”"»,') and words[verb].lower not in _TO_SOMEBODY
    if words[verb].lower == "according" or (inverted and following and _names_a_speaker(following[0].text)):
        if following and following[0].lower in _PRONOUNS:
            return (following[0].lower,), verb + 1
        return next(((ends[i], i) for i in range(verb + 1, min(len(words), verb + 1 + _BEHIND)) if i in ends), ((), -1))
    i = verb - 1
    if words[i].text == ",":  # "Lena Korvath, the trade minister, said", or "the trade minister, Lena Korvath, said"
        before = next((j - 1 for j in range(i - 1, max(0, i - _APPOSED), -1) if words[j].text == ","), i)
        i = i - 1 if i - 1 in ends and before not in ends else before
    while i >= 0 and verb - i <= _APPOSED and (words[i].lower in _BETWEEN or words[i].lower.endswith("ly")):
        i -= 1
    if words[i].lower in _PRONOUNS:
        return (words[i].lower,), i
    if i not in ends or words[max(0, i - len(ends[i]))].lower in _MODIFYING:
        return (), -1
    return ends[i], i


def _quoted(read: Passage, i: int) -> bool:
    at = read.words[i].start
    return any(start <= at < end for start, end in read.quoted)


def meant(before: Sequence[Passage]) -> Name | None:
    """Whom a pronoun that speaks means: the nearest earlier speaker, or else the name the nearest earlier sentence opens with."""
    for read in reversed(before):
        named_ones = [name for name in speakers(read.text) if name[0] not in _PRONOUNS]
        if named_ones:
            return named_ones[-1]
        if one := opening(read):
            return one
    return None


def opening(read: Passage) -> Name | None:
    """The name that a sentence opens with outside its quotations, if it does."""
    found = [(read.find(name), name) for name in named(read.text)]
    places = [(at[0], name) for at, name in found if at and at[0] <= _OPENING and not _owns(read, at[0]) and not _quoted(read, at[0])]
    first = min(places, default=None)
    return proper(first[1]) if first else None


def _names_a_speaker(word: str) -> bool:
    """Whether a speaker can stand behind a verb of saying that opens with this word ("said managing director Ada Odum")."""
    return word.lower() in _PRONOUNS or word.lower() not in _MODIFYING | _NO_SPEAKER


def _owns(read: Passage, i: int) -> bool:
    """Whether the name that ends at word `i` only owns what is spoken of ("Hollin's chief executive")."""
    end = read.words[i].end
    return read.text[end : end + 1] in ("'", "’")
