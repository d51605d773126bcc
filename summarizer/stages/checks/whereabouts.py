"""Does the article speak of somebody anywhere near what the statement says of him?"""

from collections.abc import Sequence
from itertools import combinations

from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.exchange import SYMMETRIC
from summarizer.stages.checks.naming import TITLES, Name, acronym, alias, common, full_names, held, known, named, proper
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.synonyms import is_people, same
from summarizer.stages.checks.words import stem
from summarizer.stages.text.names import KINDS

_NEAREST = 5
"""How many of the meaningful words around a name say what is told of it."""
_BEFORE, _BEHIND = 40, 60
"""The words of an article around a name in which it is spoken of."""
_MOST_NAMES, _CROSSED = 6, 2
_LEAST = 3.0
_APART = 2.0
"""How many more of those words a cited sentence without the name must hold than any place where the article has the name."""


def out_of_place(ground: Ground, core: Name, ours: tuple[Name, ...]) -> bool:
    """Whether a cited sentence that does not have the name says what the statement tells of it, and the article never does near the name.

    For statements in words of their own: where one follows a cited sentence, the place of the name itself is looked at.
    """
    mine = ground.statement
    here = mine.find(core)
    if not here or _is_setting(core) or _beside_its_acronym(core, ours) or mine.words[here[0] - 1].text == "(":
        return False
    if any(a.close and here[0] in a.equal for a in ground.alignments):
        return False
    told = _told(mine, here[0], core)
    if len(told) < _NEAREST - 1:
        return False
    best = max((_share(told, read.stems, read) for read in ground.passages if not _speaks_of(core, read)), default=0.0)
    if best < _LEAST or any(_share(told, read.around(j), read) > 1.5 for read in ground.passages for j in _places(core, read)):
        return False
    return best - max(_nearby(told, core, whole) for whole in _wholes(ground)) >= _APART


def rival(ground: Ground, core: Name, ours: tuple[Name, ...]) -> Name | None:
    """The name of the same sort that a cited sentence, and not the statement, has beside the same word, where `core` stands otherwise."""
    mine = ground.statement
    here = mine.find(core)
    if not here or (len(core) == 1 and core[0] in TITLES) or _beside_its_acronym(core, ours):
        return None
    if any(a.close and here[0] in a.equal for a in ground.alignments):
        return None
    told, beside = _told(mine, here[0], core), _beside(mine, here[0], core)
    if len(told) < 3 or beside == (None, None):
        return None
    rivals = _rivals(ground, core, ours, beside)
    if not rivals:
        return None
    own = max(
        (
            _share(told, read.around(j), read) + 2 * _alike(beside, _beside(read, j, proper(other)))
            for read in ground.passages
            for other in named(read.text)
            if alias(core, proper(other)) or not set(core).isdisjoint(proper(other))
            for j in read.find(proper(other))
        ),
        default=0.0,
    )
    best, found = max((_share(told, read.around(j), read) + both, name) for name, read, j, both in rivals)
    return found if best >= max(1.0, own + 0.5) else None


def _rivals(
    ground: Ground, core: Name, ours: tuple[Name, ...], beside: tuple[str | None, str | None]
) -> list[tuple[Name, Passage, int, int]]:
    """The names of the same sort that the statement does not have and that stand beside one of the same words: with their text, their
    place in it, and beside how many."""
    own_sort, mentioned = sort(core, ground), [proper(name) for name in ours]
    found = []
    for each, read in zip(ground.cited, ground.passages, strict=True):
        if not any(word is not None and read.kin.hold(word) for word in beside):
            continue
        for other in named(read.text):
            bare = proper(other)
            if any(alias(name, bare) or not set(name).isdisjoint(bare) for name in (core, *mentioned)) or sort(bare, ground) != own_sort:
                continue
            for j in read.find(bare):
                both = _alike(beside, _beside(read, j, bare))
                if both and (len(bare) > 1 or bare[0] in known(each.text or each.sentence.text)):
                    found.append((bare, read, j, both))
    return found


def crossed(ground: Ground) -> tuple[Name, Name] | None:
    """Two names of the statement, each beside the words that in the cited sentences stand beside the other one and never beside itself."""
    mine = ground.statement
    alike = [
        read for read in ground.passages if ("by" in read.at) == ("by" in mine.at)
    ]  # a passive turns its names round and means the same
    found = [(name, places[0]) for name in dict.fromkeys(map(proper, named(mine.text))) if (places := mine.find(name))][:_MOST_NAMES]
    beside = {name: _beside(mine, at, name) for name, at in found}
    for (one, _), (two, _) in combinations(found, 2):
        if alias(one, two) or not set(one).isdisjoint(two):
            continue
        theirs = {name: [_beside(read, j, name) for read in alike for j in read.find(name)] for name in (one, two)}
        if any(_alike(beside[name], place) for name in (one, two) for place in theirs[name]):
            continue
        turned = sum(max((_alike(beside[a], place) for place in theirs[b]), default=0) for a, b in ((one, two), (two, one)))
        if turned >= _CROSSED:
            return one, two
    return None


def _alike(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> int:
    return sum(1 for a, b in zip(one, other, strict=True) if a is not None and b is not None and a not in SYMMETRIC and same(a, b))


def _beside(read: Passage, at: int, core: Name) -> tuple[str | None, str | None]:
    """The stems of the words that carry meaning right before and behind a name whose last word is `at`, within its clause."""
    first = at
    while first and read.words[first - 1].lower in core:
        first -= 1
    return read.beside(first)[0], read.beside(at)[1]


def sort(core: Name, ground: Ground) -> str:
    """A country or people, an institution, a name of one word, of two (or the surname of one), or of more."""
    if any(is_people(stem(part.replace(".", ""))) for part in core):
        return "people"
    if any(part.capitalize() in KINDS for part in core):
        return "institution"
    if len(core) == 1 and any(
        len(name) == 2 for each in ground.cited for name in full_names(each.text or each.sentence.text).get(core[0], ())
    ):
        return "2"
    return str(min(3, len(core)))


def _is_setting(core: Name) -> bool:
    """Whether the name is an office, an ordinary word, or a country or its people, which an article often names but once."""
    if len(core) == 1 and (core[0] in TITLES or common(core[0])):
        return True
    return any(is_people(stem(part.replace(".", ""))) for part in core)


def _told(mine: Passage, at: int, core: Name) -> tuple[str, ...]:
    """The stems of the meaningful words nearest to the name."""
    others = [i for i in mine.content if mine.words[i].lower not in core]
    return tuple(mine.words[i].stem for i in sorted(others, key=lambda i: abs(i - at))[:_NEAREST])


def _share(told: Sequence[str], stems: frozenset[str], read: Passage) -> float:
    """How many of the words some stems of a text hold; a word that may stand for one counts a little less."""
    return sum(1.0 if word in stems else 0.6 if read.kin.hold(word) and any(same(word, other) for other in stems) else 0.0 for word in told)


def _wholes(ground: Ground) -> tuple[Passage, ...]:
    return tuple(passage(text) for text in dict.fromkeys(each.text for each in ground.cited) if text) or (
        *ground.passages,
        *ground.around(),
    )


def _nearby(told: Sequence[str], core: Name, whole: Passage) -> float:
    """The most of the words that stand around one mention of the name in an article."""
    best = 0.0
    for j in _places(core, whole):
        around = frozenset(w.stem for w in whole.words[max(0, j - _BEFORE) : j + _BEHIND])
        best = max(best, _share(told, around, whole))
    return best


def _places(core: Name, read: Passage) -> tuple[int, ...]:
    """Where a text has the name, its last word, or another form of it."""
    found = read.find(core[-1:]) or read.find(core)
    return found or tuple(j for other in named(read.text) if alias(core, proper(other)) for j in read.find(proper(other)))


def _speaks_of(core: Name, read: Passage) -> bool:
    return held(core, read)


def _beside_its_acronym(core: Name, ours: tuple[Name, ...]) -> bool:
    """Whether the statement spells the name out as well ("Federal Aviation Administration (FAA)")."""
    return any(other != core and alias(core, proper(other)) for other in ours) or any(
        acronym(proper(other)) == core[0].replace(".", "") for other in ours if len(core) == 1 and len(other) > 1
    )
