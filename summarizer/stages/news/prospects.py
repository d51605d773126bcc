"""What is still to come in a sentence, and whether a later one tells it as done, called off or put off."""

import re

from summarizer.stages.checks.modality import hedges
from summarizer.stages.checks.negation import denied
from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.words import PAST_FORMS
from summarizer.stages.news.measures import dates_of
from summarizer.stages.news.same_subject import TIME, Nearness, names_in
from summarizer.stages.news.states import CANCELLED, EVENT_ENDS, LIGHT

_NOT_YET = frozenset({"planned", "future", "would", "likely", "possible"})


def come_to_pass(one: Passage, two: Passage, near: Nearness) -> str | None:
    """The word of `two` that tells what was still to come in `one` as done, ended or called off; None where none does."""
    ahead = (to_come(one) - denied(one.text)) | _planned_events(one)
    if (
        not ahead
        or not _PROSPECT.search(one.text)
        or near.words + near.names < 3
        or near.names < 0.5 * len(names_in(one))
        or looks_back(two, one)
    ):
        return None
    open_again, refused = to_come(two), denied(two.text)
    objects = _objects(one, ahead)
    first = {i for i in ahead if not any(i - 3 <= k < i and one.clause[k] == one.clause[i] for k in ahead)}
    verbs = {one.words[i].stem for i in first | _planned_events(one)}
    for j, word in enumerate(two.words):
        if word.kind != "word" or j in open_again:
            continue
        if j not in refused and _calls_off(two, j) and _befalls(two, j, (verbs | objects) - LIGHT):
            return word.text
        if not _done(two, j) or (j in refused and "lift" not in two.at):
            continue
        if any(_ends(verb, word.stem) and (verb not in LIGHT or _befalls(two, j, objects)) for verb in verbs):
            return word.text
    return None


_PROSPECT = re.compile(
    r"\b(?:will|would|shall|may|might|could|plan\w*|expect\w*|schedul\w*|set|due|threat\w*|propos\w*|intend\w*|aim\w*|vow\w*|pledg\w*|likely|"
    r"hop(?:es?|ed|ing)|warn\w*|attempting|wants?|to be|(?:is|are|was|were) to)\b|['’]ll\b",
    re.I,
)


def conditional(read: Passage) -> frozenset[int]:
    """The words of clauses that open with "if", "unless", "whether", "could"."""
    open_ = {read.clause[i] for i, word in enumerate(read.words) if word.lower in ("if", "unless", "whether", "could", "may", "might")}
    return frozenset(i for i in range(len(read.words)) if read.clause[i] in open_)


def to_come(read: Passage) -> frozenset[int]:
    """The words that are told as planned, expected, threatened or possible."""
    found = {i for i, kinds in hedges(read.text).items() if kinds & _NOT_YET}
    for i, word in enumerate(read.words):  # "is to open"
        if word.lower == "to" and i and read.words[i - 1].lower in ("is", "are", "was", "were") and i + 2 < len(read.words):
            found.add(i + 1 + (read.words[i + 1].lower == "be"))
    return frozenset(found)


def looks_back(read: Passage, other: Passage) -> bool:
    """Whether a sentence tells of an earlier time that the other does not speak of: "last year", "in 2019"."""
    found = _LONG_AGO.search(read.text)
    return found is not None and found.group().lower() not in other.text.lower()


def _planned_events(read: Passage) -> frozenset[int]:
    """The nouns of an event that "is planned", "is scheduled": those before the verb in its clause, names left out."""
    found: set[int] = set()
    for i, word in enumerate(read.words[:-1]):
        if word.lower in _PLANNED and read.words[i - 1].lower in ("is", "are", "was", "were", "been") and read.words[i + 1].lower != "to":
            found |= {k for k in read.content if k < i and read.clause[k] == read.clause[i] and not read.words[k].text[:1].isupper()}
            found |= {k for k in read.content[:1] if k < i and k < 2}
    return frozenset(found)


_PLANNED = frozenset({"planned", "scheduled", "set", "expected", "due", "slated", "billed"})
_LONG_AGO = re.compile(
    r"\b(?:last (?:year|decade|century)|in (?:19|20)\d\d|(?:years?|decades?|months) (?:ago|earlier)|a (?:year|decade) (?:ago|earlier))\b",
    re.I,
)


def _ends(event: str, word: str) -> bool:
    return same(event, word) or word in EVENT_ENDS.get(event, frozenset())


def _calls_off(read: Passage, j: int) -> bool:
    """Whether word `j` says that an event will not come."""
    word = read.words[j]
    if word.stem in CANCELLED:
        return True
    ahead = [w.lower for w in read.words[j + 1 : j + 6]]
    return (word.stem == "call" and "off" in ahead[:5]) or (word.stem == "rule" and ahead[:1] == ["out"])


def _befalls(read: Passage, j: int, events: "frozenset[str] | set[str]") -> bool:
    """Whether a verb's object, or the subject of its passive, is one of the events."""
    after = [k for k in read.content if j < k <= j + 7 and read.clause[k] == read.clause[j]][:4]
    passive = any(w.lower in ("was", "were", "been", "is", "are", "be") for w in read.words[max(0, j - 3) : j])
    before = [k for k in read.content if k < j][-7:] if passive else []
    return any(same(event, read.words[k].stem) for k in (*after, *before) for event in events)


def _objects(read: Passage, ahead: frozenset[int]) -> set[str]:
    """What the hedged verbs are about: the words of meaning that follow in their clause."""
    found: set[str] = set()
    for i in ahead:
        found |= {
            read.words[j].stem for j in range(i + 1, min(i + 6, len(read.words))) if j in read.content_set and read.words[j].kind == "word"
        }
    return found - TIME


def _done(read: Passage, i: int) -> bool:
    """Whether a word is a past form that tells something as having happened."""
    word = read.words[i]
    if not (word.lower.endswith("ed") or word.lower in PAST_FORMS):
        return False
    before = [w.lower for w in read.words[max(0, i - 2) : i]]
    following = read.words[i + 1].lower if i + 1 < len(read.words) else ""
    if following == "by" and not _PASSIVE & {w.lower for w in read.words[max(0, i - 3) : i]}:
        return False  # "the church attended by"
    return not {"to", "the", "a", "an", "its", "his", "her", "their"} & set(before[-1:]) and not {"be", "being"} & set(before)


_PASSIVE = frozenset({"was", "were", "been", "is", "are", "has", "had", "have"})


def moved_to(one: Passage, two: Passage, near: Nearness) -> tuple[str, str] | None:
    """(old, new) day as MM-DD where `two` tells the same event, still to come, for another day."""
    first, second = dates_of(one), dates_of(two)
    fresh = second - first
    if not first or not fresh or (first & second and not _MOVED.search(two.text)) or near.overlap < 0.4:
        return None
    if not _MOVED.search(two.text) or not (to_come(one) or _SET.search(one.text) or "until" in one.at) or looks_back(two, one):
        return None
    return min(first), min(fresh)


_MOVED = re.compile(
    r"\b(?:postponed|moved|delayed|put back|brought forward|rescheduled|pushed back|deferred|adjourned|now|instead|until|"
    r"not (?:open|start|begin|come)?\s*before)\b",
    re.I,
)
_SET = re.compile(r"\b(?:scheduled|set|due|planned|deadline|expected)\b", re.I)
