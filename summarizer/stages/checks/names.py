"""Are the people, places and organisations of the statement those of the cited text?"""

from summarizer.article import Sentence
from summarizer.stages.checks.cited import Cited, Ground
from summarizer.stages.checks.naming import TITLES, alias, known, named, proper, stands_in, vocabulary
from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.synonyms import one_people
from summarizer.stages.checks.words import stem
from summarizer.verdict import CheckResult

_ANAPHORS = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "his",
        "her",
        "their",
        "its",
        "him",
        "them",
        "who",
        "this",
        "these",
        "those",
        "i",
        "we",
        "our",
        "my",
        "us",
        "me",
    ]
)


def names(ground: Ground) -> CheckResult:
    """Fails on a name that no cited sentence holds and no word of it can stand for."""
    if ground.copied:
        return CheckResult(name="names", outcome="pass")
    theirs = tuple(name for p in ground.passages for name in named(p.text))
    for name in named(ground.statement.text):
        if not _is_name(ground, name) or _held(name, theirs, ground):
            continue
        reason = _unheld(ground, name, theirs)
        if reason:
            return CheckResult(name="names", outcome="fail", reason=reason)
    return CheckResult(name="names", outcome="pass")


def _is_name(ground: Ground, name: tuple[str, ...]) -> bool:
    """A single capital at the start of the statement is a name only if the word is no ordinary one."""
    first = ground.statement.words[0] if ground.statement.words else None
    if len(name) > 1 or first is None or first.lower != name[0]:
        return True
    word = name[0]
    if any(stem(word) in p.at for p in ground.passages):
        return False
    if any(word in known(each.text) for each in ground.cited if each.text):
        return True
    return not word.endswith(("ly", "ing", "ed", "s")) and not any(word in vocabulary(each.text) for each in ground.cited)


def _held(name: tuple[str, ...], theirs: tuple[tuple[str, ...], ...], ground: Ground) -> bool:
    core = proper(name)
    if any(all(stem(part.replace(".", "")) in p.at for part in core) for p in ground.passages):
        return True
    for other in theirs:
        if alias(core, other):
            longer = len(core) > len(proper(other))
            if not longer or len(core) == 1 or _introduced(core, ground):
                return True
    if len(core) == 1:
        one = stem(core[0].replace(".", ""))
        return any(one_people(one, s) for p in ground.passages for s in p.stems)
    return False


def _introduced(core: tuple[str, ...], ground: Ground) -> bool:
    """Whether an article of the cited sentences gives the whole name somewhere."""
    return any(stands_in(core, each.text or " ".join(s.text for s in each.context)) for each in ground.cited)


def _unheld(ground: Ground, name: tuple[str, ...], theirs: tuple[tuple[str, ...], ...]) -> str:
    shown = " ".join(part.upper() if len(part) <= 3 or "." in part else part.title() for part in name)
    dropped = [
        other for other in theirs if not any(alias(other, mine) for mine in named(ground.statement.text)) and other[-1] not in TITLES
    ]
    if _stood_for(ground, proper(name)) and not dropped:
        return ""
    if dropped:
        return f"names {shown}, the cited sentence names {' '.join(dropped[0]).title()}"
    return f"names {shown}, whom the cited sentence does not name"


def _stood_for(ground: Ground, core: tuple[str, ...]) -> bool:
    """Whether a pronoun or "the company" of a cited sentence may stand for the name, because the sentences before it give it."""
    for each, read in zip(ground.cited, ground.passages, strict=True):
        if _refers_back(read) and any(stands_in(core[-1:], s.text) for s in _before(each)):
            return True
        if each.publisher and stands_in(core, each.publisher):
            return True
    return False


def _refers_back(read: Passage) -> bool:
    return any(w.lower in _ANAPHORS for w in read.words) or any(
        w.lower in ("the", "that", "this") and i + 1 < len(read.words) and read.words[i + 1].text.islower()
        for i, w in enumerate(read.words)
    )


def _before(each: Cited) -> list[Sentence]:
    return [s for s in each.context if s.index < each.sentence.index]
