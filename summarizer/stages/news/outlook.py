"""What a sentence tells as still to come, as done, as called off, or as long past."""

import re
from functools import lru_cache

from summarizer.stages.checks.denials import denied
from summarizer.stages.checks.hedges import hedges
from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.words import PAST_FORMS, stem, stems
from summarizer.stages.news.states import CANCELLED

_NOT_YET = frozenset({"planned", "future", "would", "likely", "possible"})


def called_off(read: Passage, ahead: frozenset[int]) -> bool:
    """Whether a sentence tells of something as called off or put off already."""
    return any(i not in ahead and is_done(read, i) and (calls_off(read, i) or _put_off(read, i)) for i in range(len(read.words)))


GOES_ON = re.compile(r"\b(?:would|will|to|shall|could|may|might) (?:stay|remain|keep|continue|go on|stand by|hold on)\b", re.I)
"""What is to come is that nothing changes: its end is no outcome."""
PUT_OFF = stems("postpone delay suspend halt")


def _put_off(read: Passage, i: int) -> bool:
    following = read.words[i + 1].lower if i + 1 < len(read.words) else ""
    return read.words[i].stem in PUT_OFF or (read.words[i].lower in ("put", "held", "pushed") and following in ("off", "back"))


@lru_cache(maxsize=4_000)
def awaits(read: Passage) -> bool:
    """Whether a sentence tells of something that is still to come, and that is more than what holds anyway."""
    ahead = (to_come(read) - denied(read.text)) | planned_events(read) | weighed_up(read)
    return bool(PROSPECT.search(read.text) and ahead) and not GOES_ON.search(read.text) and not called_off(read, ahead)


@lru_cache(maxsize=4_000)
def weighed_up(read: Passage) -> frozenset[int]:
    """What is considered, discussed or negotiated without "to": "considering a sale", "in talks about a merger"."""
    found: set[int] = set()
    for match in _CONSIDERED.finditer(read.text):
        start = match.end()
        near = [i for i in read.content if 0 <= read.words[i].start - start <= _SPAN and read.words[i].kind == "word"]
        found |= {i for i in near[:2] if read.words[i].text[0].islower()}
    return frozenset(found)


_SPAN = 30
"""Code points within which what is considered follows."""
_CONSIDERED = re.compile(
    r"\b(?:consider(?:s|ing)?|mull(?:s|ing)?|weigh(?:s|ing)?(?: up)?|discuss(?:es|ing)?|debate|debating|negotiat(?:es|ing)|"
    r"prepar(?:es|ing)(?: for)?|await(?:s|ing)|waiting for|thinking (?:of|about)|looking at|"
    r"talks? (?:about|over|on)|(?:meant|supposed|tipped|forecast|thought|talks|close|about|poised|course|track|ready|trying|bidding|"
    r"racing) to|plan(?:s|ned|ning)?|vote on|decide on|rule on|bid for|facing|faces|threat(?:en(?:s|ed|ing)?)? with|hopes? for|"
    r"fear(?:s|ed)?)\b",
    re.I,
)

PROSPECT = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|plan\w*|expect\w*|schedul\w*|set|due|threat\w*|propos\w*|intend\w*|aim\w*|vow\w*|"
    r"pledg\w*|"
    r"likely|promis\w*|hop(?:es?|ed|ing)|warn\w*|attempting|wants?|meant|supposed|forecast|prepar\w+|consider\w*|whether|faces?|facing|"
    r"await\w*|pending|waiting for|deadline|bid(?:s|ding)?|seek(?:s|ing)?|thinking (?:of|about)|looking at|try|close to|about to|"
    r"poised|(?:be|is|are|was|were) to|"
    r"to (?:decide|vote|rule|choose|elect|discuss|consider)|in talks|negotiat\w+)\b|['’]ll\b",
    re.I,
)


def not_yet(read: Passage, cue: int) -> bool:
    """Whether a denial leaves open what may still come: "has not ruled", "not yet"."""
    near = [w.lower for w in read.words[max(0, cue - 3) : cue + 4]]
    return bool({"yet", "still", "has", "have", "so", "until", "before"} & set(near)) and "longer" not in near


@lru_cache(maxsize=4_000)
def weighed(read: Passage) -> frozenset[int]:
    """The words of a clause in which something is only asked or weighed."""
    open_ = {read.clause[i] for i, word in enumerate(read.words) if word.lower in ("whether", "if", "unless")}
    return frozenset(i for i in range(len(read.words)) if read.clause[i] in open_)


@lru_cache(maxsize=4_000)
def conditional(read: Passage) -> frozenset[int]:
    """The words of clauses that open with "if", "unless", "whether", "could"."""
    open_ = {read.clause[i] for i, word in enumerate(read.words) if word.lower in ("if", "unless", "whether", "could", "may", "might")}
    return frozenset(i for i in range(len(read.words)) if read.clause[i] in open_)


@lru_cache(maxsize=4_000)
def to_come(read: Passage) -> frozenset[int]:
    """The words that are told as planned, expected, threatened or possible."""
    found = {i for i, kinds in hedges(read.text).items() if kinds & _NOT_YET}
    for i, word in enumerate(read.words):  # "is to open"
        if word.lower == "to" and i and read.words[i - 1].lower in ("is", "are", "was", "were") and i + 2 < len(read.words):
            found.add(i + 1 + (read.words[i + 1].lower == "be"))
    return frozenset(found)


def looks_back(read: Passage, other: Passage) -> bool:
    """Whether a sentence tells of an earlier time that the other does not speak of: "last year", "in 2019"; not of a year to come."""
    found = _LONG_AGO.search(read.text)
    if found is None or found.group().lower() in other.text.lower():
        return False
    return not (found.group()[-4:].isdigit() and to_come(read))


@lru_cache(maxsize=4_000)
def planned_events(read: Passage) -> frozenset[int]:
    """The nouns of an event that "is planned", "is scheduled": those before the verb in its clause, names left out."""
    found: set[int] = set()
    for i, word in enumerate(read.words[:-1]):
        if word.lower in PLANNED and read.words[i - 1].lower in ("is", "are", "was", "were", "been") and read.words[i + 1].lower != "to":
            found |= {k for k in read.content if k < i and read.clause[k] == read.clause[i] and not read.words[k].text[:1].isupper()}
            found |= {k for k in read.content[:1] if k < i and k < 2}
    return frozenset(found)


PLANNED = frozenset({"planned", "scheduled", "set", "expected", "due", "slated", "billed"})
_LONG_AGO = re.compile(
    r"\b(?:last (?:year|decade|century|season|spring|summer|autumn|winter)|(?:in|since|of|until) (?:\w+ )?(?:19|20)\d\d|"
    r"(?:years?|decades?|months) (?:ago|earlier)|a (?:year|decade) (?:ago|earlier))\b",
    re.I,
)


def calls_off(read: Passage, j: int) -> bool:
    """Whether word `j` says that an event will not come."""
    word = read.words[j]
    if word.stem in CANCELLED:
        return True
    ahead = [w.lower for w in read.words[j + 1 : j + 6]]
    if any(step in _DROPS.get(word.stem, ()) for step in ahead[:2]):
        return True
    return (word.stem == "call" and "off" in ahead[:5]) or (word.stem == "rule" and ahead[:1] == ["out"])


_DROPS = {
    stem("pull"): ("out",),
    stem("back"): ("out", "down"),
    stem("walk"): ("away",),
    stem("fall"): ("through",),
    stem("break"): ("down", "off"),
}
_PAST = PAST_FORMS | {"burst", "shed", "thrust", "rid", "guilty"}


def is_done(read: Passage, i: int) -> bool:
    """Whether a word is a past form that tells something as having happened, outside of relative clauses."""
    word = read.words[i]
    if i and read.words[i - 1].lower in ("who", "which", "whose"):
        return False
    if not (word.lower.endswith("ed") or word.lower in _PAST):
        return False
    before = [w.lower for w in read.words[max(0, i - 2) : i]]
    following = read.words[i + 1].lower if i + 1 < len(read.words) else ""
    if following == "by" and not _PASSIVE & {w.lower for w in read.words[max(0, i - 3) : i]}:
        return False  # "the church attended by"
    return not {"to", "the", "a", "an", "its", "his", "her", "their"} & set(before[-1:]) and not {"be", "being"} & set(before)


_PASSIVE = frozenset({"was", "were", "been", "is", "are", "has", "had", "have"})
