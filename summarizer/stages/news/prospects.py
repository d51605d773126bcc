"""What is still to come in a sentence, and whether a later one tells it as done, called off or put off."""

from summarizer.stages.checks.denials import denied
from summarizer.stages.checks.opposites import opposite
from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.words import stem
from summarizer.stages.news.outcomes import (
    came_to_nothing,
    decided,
    on_the_day,
    sentenced,
    speaks,
    stays_after_all,
    talked_out,
    warning_lifted,
)
from summarizer.stages.news.outlook import (
    GOES_ON,
    PLANNED,
    PROSPECT,
    called_off,
    calls_off,
    is_done,
    looks_back,
    planned_events,
    to_come,
    weighed,
    weighed_up,
)
from summarizer.stages.news.postponed import same_day
from summarizer.stages.news.same_subject import TIME, Nearness, names_in
from summarizer.stages.news.states import EVENT_ENDS, LIGHT, RULINGS
from summarizer.stages.news.values import restates


def come_to_pass(one: Passage, two: Passage, near: Nearness) -> str | None:
    """The word of `two` that tells what was still to come in `one` as done, ended or called off; None where none does."""
    ahead = (to_come(one) - denied(one.text)) | planned_events(one) | weighed_up(one)
    due = same_day(one, two)
    if not PROSPECT.search(one.text) or near.words + near.names + due < 2 or near.names < 0.5 * len(names_in(one)) or looks_back(two, one):
        return None
    if (told := warning_lifted(one, two) or sentenced(one, two) or talked_out(one, two, near)) is not None:
        return told
    if not ahead or GOES_ON.search(one.text) or called_off(one, ahead):
        return None
    open_again, refused = to_come(two) | weighed(two), denied(two.text)
    objects = _objects(one, ahead)
    first = {i for group in (to_come(one) & ahead, weighed_up(one)) for i in _leading(one, group)}
    if first and all(one.words[i].stem in LIGHT for i in first):  # "to begin deliberations"
        first |= {i for i in one.content if one.words[i].stem in objects and one.words[i].text[0].islower()}
    verbs = (
        {one.words[i].stem for i in first | planned_events(one)}
        | {form for i in first for form in _with_particle(one, i)}
        | ({_DECIDE} if "whether" in one.lowers else set())
    )
    if (told := decided(one, two, near) or speaks(one, two, near)) is not None:
        return told
    if any(same(verb, two.words[i].stem) for verb in verbs - LIGHT for i in open_again - refused):
        return None  # still to come there too
    if (told := came_to_nothing(two, (verbs | objects) - LIGHT - names_in(one))) is not None:
        return told
    if (word_kept := stays_after_all(two, near)) is not None:
        return word_kept
    for j, word in enumerate(two.words):
        if word.kind != "word" or j in open_again or word.lower in PLANNED:
            continue
        plain = near.names >= 2 and names_in(one) <= two.stems
        if j not in refused and word.stem not in one.stems and calls_off(two, j) and (plain or _befalls(two, j, (verbs | objects) - LIGHT)):
            return word.text
        if not is_done(two, j) or (j in refused and "lift" not in two.at):
            continue
        if _other_object(one, two, j):
            continue
        if word.lower in ("lost", "kept", "won", "got") and _befalls(two, j, objects - names_in(one) - LIGHT):
            return word.text
        if _with_particle(two, j) & (verbs | {form for i in first for form in _with_particle(one, i)}):
            return word.text
        if any(opposite(verb, word.stem) for verb in verbs - LIGHT) and _befalls(two, j, objects) and not restates(one, two):
            return word.text
        ended = any(_ends(verb, word.stem) and (verb not in LIGHT or _befalls(two, j, objects)) for verb in verbs)
        if ended and (word.stem not in RULINGS or word.stem in verbs or _decides(one, two, j) or _befalls(two, j, objects)):
            return word.text
    return on_the_day(one, two, near) if due and not open_again else None


def _leading(read: Passage, group: frozenset[int]) -> frozenset[int]:
    """The words that open what is to come: no other of them, but an empty verb, stands right before."""
    return frozenset(
        i for i in group if not any(i - 3 <= k < i and read.clause[k] == read.clause[i] and read.words[k].stem not in LIGHT for k in group)
    )


def _other_object(one: Passage, two: Passage, j: int) -> bool:
    """Whether the same verb is said of another thing: "to leave the coalition" and "left the chamber"."""
    stem_ = two.words[j].stem
    mine = [_object_of(one, i) for i in one.at.get(stem_, ())]
    if any(word.lower in ("was", "were", "been", "is", "are") for word in two.words[max(0, j - 2) : j]):
        return False
    theirs = _object_of(two, j)
    return bool(theirs) and any(mine) and not any(same(word, other) for word in theirs for other in one.stems)


def _object_of(read: Passage, i: int) -> frozenset[str]:
    """The first two words of meaning right behind a verb, up to a preposition."""
    found: list[str] = []
    for k in range(i + 1, min(i + 6, len(read.words))):
        if read.words[k].kind == "mark" or read.words[k].lower in _BEHIND:
            break
        if k in read.content_set and read.words[k].kind == "word":
            found.append(read.words[k].stem)
    return frozenset(found[:3]) - TIME


_BEHIND = frozenset(
    {
        "near",
        "after",
        "because",
        "during",
        "in",
        "at",
        "over",
        "amid",
        "before",
        "by",
        "from",
        "since",
        "on",
        "to",
        "with",
        "of",
        "for",
        "as",
    }
)


def _decides(one: Passage, two: Passage, j: int) -> bool:
    """Whether the one who does it is named in the earlier sentence, and something else of it besides."""
    agents = {two.words[k].stem for k in two.content if two.clause[k] == two.clause[j] and k < j}
    known = one.stems - TIME
    return any(same(agent, stem) for agent in agents for stem in known) and any(
        same(stem, other) for stem in two.stems - agents - TIME for other in known
    )


_DECIDE = stem("decide")


def _with_particle(read: Passage, j: int) -> frozenset[str]:
    """ "touched down" as "touchdown"."""
    following = read.words[j + 1].lower if j + 1 < len(read.words) else ""
    return frozenset({read.words[j].stem + following}) if following in ("down", "off", "out", "over", "up", "back", "in") else frozenset()


def _ends(event: str, word: str) -> bool:
    return same(event, word) or word in EVENT_ENDS.get(event, frozenset())


def _befalls(read: Passage, j: int, events: "frozenset[str] | set[str]") -> bool:
    """Whether a verb's object, or the subject of its passive, is one of the events."""
    stop = next((k for k in range(j + 1, len(read.words)) if read.words[k].lower in _CIRCUMSTANCE), len(read.words))
    after = [k for k in read.content if j < k <= min(j + 7, stop) and read.clause[k] == read.clause[j]][:4]
    passive = any(w.lower in ("was", "were", "been", "is", "are", "be") for w in read.words[max(0, j - 3) : j])
    own = [k for k in read.content if k < j and read.clause[k] == read.clause[j]] or [k for k in read.content if k < j]
    before = own[:3] if passive else []
    return any(same(event, read.words[k].stem) for k in (*after, *before) for event in events)


_CIRCUMSTANCE = frozenset({"near", "after", "because", "during", "in", "at", "over", "amid", "before", "by", "from", "since"})


def _objects(read: Passage, ahead: frozenset[int]) -> set[str]:
    """What the hedged verbs are about: the words of meaning that follow in their clause."""
    found: set[str] = set()
    for i in ahead:
        found |= {
            read.words[j].stem for j in range(i + 1, min(i + 6, len(read.words))) if j in read.content_set and read.words[j].kind == "word"
        }
    return found - TIME
