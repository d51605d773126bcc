"""How much does a sentence read like an order to a machine or an editor that makes something of the article?

News reports what happened; it does not tell its reader what to write, and does not speak of "the summary" of itself. Features of that
address are worth points: the one addressed, imperatives of answering, words on earlier instructions, demands on a summary, role
play, secrets. What is quoted in a sentence that says who said it does not count. No feature is one text's wording.
"""

from summarizer.stages.asides import order_clues as clue
from summarizer.stages.asides.order_clues import Said, said

ENOUGH = 2.0
_QUOTATION = frozenset("“„«\"'‘")
_PAUSES = frozenset(":,–—-")
_CODES = frozenset("-_<>")
_ADDRESSEES = clue.STRONG.words | clue.WEAK.words | clue.MAKERS.words
_ENGLISH = frozenset(
    (
        "the",
        "of",
        "and",
        "to",
        "that",
        "with",
        "from",
        "said",
        "were",
        "been",
        "has",
        "for",
        "was",
        "is",
        "by",
        "at",
        "this",
        "our",
        "your",
        "all",
    )
)
_MOSTLY_QUOTED = 0.35  # share of a sentence outside quotation marks under which the quotation is the sentence


def order_points(text: str, detached: bool) -> float:
    """Points of a sentence in plain (folded) form; ENOUGH and more mean that it is an order.

    `detached`: it shares next to nothing with the story.
    """
    outside = clue.QUOTED.pattern.sub(" ", text) if not _QUOTATION.isdisjoint(text) else text
    it = said(outside)
    attributed = _has(clue.ATTRIBUTED, it) and not _has(clue.YOU, it)
    if not attributed and len(outside) < _MOSTLY_QUOTED * len(text):
        it = said(text)
    points = _addressed(it) + _commanded(it) + _demanded(it) + _foreign(it)
    if points <= 0:
        return 0.0
    points += 0.5 * _has(clue.THIS, it) + 0.5 * _has(clue.YOU, it) + 0.25 * detached
    return points + 0.5 * (not _CODES.isdisjoint(text) and clue.CODE.pattern.search(text) is not None) - 1.25 * attributed


def _has(one: clue.Clue, it: Said) -> bool:
    return one.within(it) is not None


def _addressed(it: Said) -> float:
    """Who is spoken to."""
    points = 0.0
    strong = clue.STRONG.within(it)
    named = not _ADDRESSEES.isdisjoint(it.bag) and not _PAUSES.isdisjoint(it.text[:90])
    opening = clue.VOCATIVE.pattern.match(it.text) if named else None
    if opening is not None:
        who = said(opening["who"])
        if strong and _has(clue.STRONG, who):
            points += 1.75
        elif len(opening["who"].split()) <= 4 and _has(clue.WEAK, who) and not _has(clue.ATTRIBUTED, it):
            points += 0.75
        points += 1.25 * _has(clue.MAKERS, said(opening[0]))
    if strong and (clue.MACHINE_DUTY.within(it, strong.start()) or clue.ANSWER.within(it, strong.end())):
        points += 1.25
    weak = clue.WEAK.within(it)
    if weak and not strong and clue.MACHINE_DUTY.within(it, weak.end()):
        points += 0.5
    points += 0.5 * bool(strong) + 1.25 * _has(clue.AUTHORITY, it) + 1.0 * _has(clue.ROLE, it)
    return points + 0.25 * bool(points and not strong and weak)


def _commanded(it: Said) -> float:
    """What it is told to do."""
    points = 0.0
    override = clue.OVERRIDE.within(it)
    if override:
        points += 2.0 if clue.ORDERS.within(it, override.start()) else 1.25
    points += 1.25 * _has(clue.GIVEN, it) + 1.75 * _has(clue.WHEN_YOU, it) + 1.25 * _has(clue.SILENCE, it)
    points += 1.5 * _has(clue.TO_ALL_SOURCES, it) + 1.25 * _has(clue.OTHER_SOURCES, it) + 1.25 * _has(clue.CREDITING, it)
    points += 1.5 * (_has(clue.ACCOUNT, it) and _has(clue.LINK, it))
    if not _has(clue.ANSWER, it):
        return points
    points += 1.25 * _has(clue.QUOTING, it) + 0.75 * _has(clue.LENGTH, it) + 0.75 * _has(clue.MEMORY, it) + 1.0 * _has(clue.SECRETS, it)
    return points + 0.75 + 0.75 * _has(clue.EXACTLY, it) + 0.25 * ("please" in it.bag)


def _demanded(it: Said) -> float:
    """What it wants of a summary, or of you."""
    points = 1.25 * _has(clue.TO_DEMAND, it) + 1.0 * _has(clue.YOURS, it) + 1.25 * _has(clue.HERE_IS, it)
    about = _has(clue.ABOUT_PRODUCT, it)
    return points + 0.5 * about if points else 0.25 * about


def _foreign(it: Said) -> float:
    """The same in other languages; a sentence with English function words is not in one."""
    if len(it.bag & _ENGLISH) > 1:
        return 0.0
    answer = _has(clue.FOREIGN_ANSWER, it)
    points = 2.0 * (_has(clue.FOREIGN_OVERRIDE, it) and _has(clue.FOREIGN_ORDERS, it)) + 0.75 * answer
    points += 0.5 * (answer and _has(clue.FOREIGN_ONLY, it))
    if _has(clue.FOREIGN_PRODUCT, it):
        points += 0.5 + 1.0 * (answer or _has(clue.FOREIGN_DUTY, it))
    return points if points >= 1.25 else 0.0
