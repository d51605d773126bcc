"""Are the people, places and organisations of the statement those of the cited text?"""

from summarizer.stages.checks.alignment import Alignment
from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.naming import TITLES, Name, alias, common, held, known, named, namesake, proper, spoken_of, uncapitalised
from summarizer.stages.checks.outcome import failed, passed
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.whereabouts import out_of_place, rival, sort
from summarizer.stages.checks.words import PAST_FORMS, listed
from summarizer.verdict import CheckResult

_LIFTED = 0.85
"""Where so much of a sentence is followed, any name in the place of another one is a wrong one; else one of the same sort."""
_ANAPHORS = listed("he she they it his her their its him them who this these those i we our my us me you your")


def names(ground: Ground) -> CheckResult:
    """Fails on a name in the place of another one, on one that only the rest of the article gives and nothing in the cited sentence
    stands for,
    and on one that the article does not give at all."""
    if ground.copied:
        return passed("names")
    mine = ground.statement
    ours = named(mine.text)
    for name in ours:
        core = proper(name)
        if _ordinary(ground, name):
            continue
        other = _misnamed(ground, core)
        if other is not None:
            return _failed(ground, core, f"the cited text names {_shown(ground, other)}")
        if any(held(core, p) for p in ground.passages):
            other = _borrowed(ground, core, ours)
            if other is not None:
                return _failed(ground, core, f"the cited sentence that says this names {_shown(ground, other)}")
            other = rival(ground, core, ours)
            if other is not None and not _one_person(ground, core, other):
                return _failed(ground, core, f"the cited sentence that says this names {_shown(ground, other)}")
            if out_of_place(ground, core, ours):
                return _failed(ground, core, "of whom the article does not say this")
            continue
        other = _displaced(ground, core, ours)
        if other is not None:
            return _failed(ground, core, f"the cited sentence names {_shown(ground, other)}")
        if not _from_article(ground, core):
            return _failed(ground, core, "whom the cited text does not name")
        if _slipped_in(ground, core):
            return _failed(ground, core, "whom the cited sentence does not name")
    return passed("names")


def _failed(ground: Ground, core: Name, why: str) -> CheckResult:
    return failed("names", f"names {_shown(ground, core)}, {why}")


def _shown(ground: Ground, name: Name) -> str:
    """The name as the statement or the cited text writes it."""
    for read in (ground.statement, *ground.passages, *(passage(each.text) for each in ground.cited if each.text)):
        for last in read.find(name):
            first = next((i for i in range(last, max(-1, last - 2 * len(name)), -1) if read.words[i].lower == name[0]), last)
            return read.text[read.words[first].start : read.words[last].end]
    return " ".join(part.capitalize() for part in name)


def _misnamed(ground: Ground, core: Name) -> Name | None:
    """The other name that an article gives somebody of the same last name: "George Zimmerman" for "Harold Zimmerman"."""
    if len(core) < 2:
        return None
    found = [namesake(core, each.text or each.sentence.text) for each in ground.cited]
    return found[0] if all(found) else None


def _ordinary(ground: Ground, name: Name) -> bool:
    """Whether a single capital at the start of a sentence of the statement is only that."""
    read = ground.statement
    if len(name) > 1:
        return False
    at = next((i for i, w in enumerate(read.words) if w.lower == name[0]), 0)
    if (
        not _opens(read, at)
        or (len(name[0]) > 1 and read.words[at].text.isupper())
        or any(name[0] in known(each.text) for each in ground.cited if each.text)
    ):
        return False
    if common(name[0]):
        return True
    if _laid_on_a_name(ground, at):
        return False
    if any(read.words[at].stem in uncapitalised(each.text or each.sentence.text) for each in ground.cited):
        return True
    following = read.words[min(at + 1, len(read.words) - 1)].lower
    return not (following.endswith(("ed", "s")) or following in PAST_FORMS or following in _AUXILIARIES)


def _laid_on_a_name(ground: Ground, i: int) -> bool:
    """Whether a statement that follows a cited sentence has word `i` where that one has a name."""
    for each, read, alignment in zip(ground.cited, ground.passages, ground.alignments, strict=True):
        for block in alignment.blocks if alignment.close else ():
            if i in block.mine and len(block.mine) <= 3 and len(block.theirs) <= 3:
                names_there = known(each.text or each.sentence.text)
                if any(read.words[j].text[:1].isupper() and read.words[j].lower in names_there for j in block.theirs):
                    return True
    return False


def _opens(read: Passage, i: int) -> bool:
    """Whether word `i` is the first of a sentence, or of what follows a quotation."""
    while i and read.words[i - 1].text in "“”\"'‘’(":
        i -= 1
    return i == 0 or read.words[i - 1].text in ".!?:"


_AUXILIARIES = listed("is are was were has have had will would can could may might must should does did do")


def _displaced(ground: Ground, core: Name, ours: tuple[Name, ...]) -> Name | None:
    """The name of a cited sentence that the statement leaves out and that stands there as `core` stands here: beside the same words."""
    mine = ground.statement
    here = mine.find(core)
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        for other in named(read.text):
            bare = proper(other)
            if all(part in mine.lowers for part in bare):
                continue
            there = tuple(j for j in read.find(bare) if j or not common(bare[0]))
            if any(
                i in b.mine and j in b.theirs for b in alignment.blocks if alignment.close for i in here for j in there
            ) and not _one_person(ground, core, bare):
                return bare
            if any(alias(bare, proper(name)) for name in ours) or _one_person(ground, core, bare):
                continue
            if any(_beside(mine, i, read, j) for i in here for j in there):
                return bare
    return None


def _borrowed(ground: Ground, core: Name, ours: tuple[Name, ...]) -> Name | None:
    """The name a cited sentence has where the statement, following that sentence, has `core` out of another cited one."""
    mine = ground.statement
    if len(ground.passages) < 2:
        return None
    here = mine.find(core)
    for each, read, alignment in zip(ground.cited, ground.passages, ground.alignments, strict=True):
        if not alignment.close or held(core, read):
            continue
        for other in named(read.text):
            bare = proper(other)
            there = [j for j in read.find(bare) if j or len(bare) > 1 or bare[0] in known(each.text or each.sentence.text)]
            if there and alignment.share < _LIFTED and sort(core, ground) != sort(bare, ground):
                continue
            moved = any(i not in alignment.equal for i in mine.find(bare[-1:]))
            if (
                moved
                or bare[-1] in TITLES
                or alias(bare, core)
                or any(alias(bare, proper(name)) for name in ours)
                or _one_person(ground, core, bare)
            ):
                continue
            if any(i in b.mine and j in b.theirs and len(b.theirs) <= len(bare) + 2 for b in alignment.blocks for i in here for j in there):
                return bare
    return None


def _one_person(ground: Ground, core: Name, other: Name) -> bool:
    """Whether an article has a name that holds both: "Elijah" and "Kelley"."""
    return any(
        set(core) <= set(name) and set(other) <= set(name)
        for each in ground.cited
        for name in named(each.text or each.sentence.text)
        if len(name) > 1
    )


def _beside(mine: Passage, i: int, read: Passage, j: int) -> bool:
    """Whether the same word that carries meaning stands right before, or right behind, both words."""
    return any(
        one is not None and other is not None and same(one, other) for one, other in zip(mine.beside(i), read.beside(j), strict=True)
    )


def _from_article(ground: Ground, core: Name) -> bool:
    """Whether an article of the cited sentences gives the name somewhere, or is published by it."""
    return any(
        spoken_of(core, text) for each in ground.cited for text in (each.text, each.title or "", each.publisher or "") if text
    ) or any(held(core, p) for p in ground.around())


def _spoken_by(ground: Ground, read: Passage, alignment: Alignment, core: Name) -> bool:
    """Whether the statement leaves out a pronoun for which the sentences before give the name ("…, he said")."""
    kept = set(alignment.equal.values())
    dropped = any(w.lower in ("he", "she", "they", "it") and j not in kept for j, w in enumerate(read.words))
    return dropped and any(held(core, p) for n, p_ in enumerate(ground.passages) if p_ is read for p in ground.before(n))


def _slipped_in(ground: Ground, core: Name) -> bool:
    """Whether a statement that follows a cited sentence word by word names somebody there for whom it has not even a pronoun."""
    mine = ground.statement
    places = mine.find(core)
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        if not alignment.close or _spoken_by(ground, read, alignment, core):
            continue
        for block in alignment.blocks:
            if not any(i in block.mine for i in places):
                continue
            if any(read.words[j].lower in _ANAPHORS or read.words[j].text.islower() for j in block.theirs):
                return False
            before, after = block.mine[0] - 1, block.mine[-1] + 1
            beside = [mine.words[k].text for k in (before, before - 1, after, after + 1) if 0 <= k < len(mine.words)]
            return not any(text[:1].isupper() or text in "[](,)" for text in beside)
    return False
