"""May one word stand for another? Asked of stems, over the lists of `stages.text.synonyms` and `stages.text.opposites`."""

from collections.abc import Collection
from functools import lru_cache

from summarizer.stages.checks.words import stem
from summarizer.stages.text.opposites import PEOPLES
from summarizer.stages.text.synonyms import GROUPS


def groups_of(lines: str) -> dict[str, frozenset[int]]:
    """The lines each stem is on; phrases ("give_up") are left out."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines.splitlines()):
        for word in line.split():
            if "_" not in word:
                found.setdefault(stem(word.replace(".", "")), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, frozenset[int]]:
    return groups_of(GROUPS)


_SEATS = """
us america american washington
eu european brussels
uk british london westminster
china chinese beijing
russia russian moscow
ukraine ukrainian kyiv
korea korean seoul
turkey turkish ankara
egypt egyptian cairo
canada canadian ottawa
australia australian canberra
spain spanish madrid
italy italian rome
poland polish warsaw
pakistan pakistani islamabad
"""
"""Capitals that stand for their governments, beside those of `stages.text.opposites`."""


@lru_cache(maxsize=1)
def _peoples() -> dict[str, frozenset[int]]:
    return groups_of(PEOPLES + _SEATS)


_NONE: frozenset[int] = frozenset()
_ALIKE = 5  # letters with which two forms of one word begin


@lru_cache(maxsize=200_000)
def same(one: str, other: str) -> bool:
    """Whether two stems are one word or near enough to stand for each other in a news sentence."""
    if one == other:
        return True
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) >= _ALIKE and long.startswith(short[: max(_ALIKE, len(short) - 1)]) and len(long) - len(short) <= 4:
        return True  # "announc" and "announcement"
    return not _synonyms().get(one, _NONE).isdisjoint(_synonyms().get(other, _NONE)) or one_people(one, other)


@lru_cache(maxsize=50_000)
def one_people(one: str, other: str) -> bool:
    """Whether two stems name one country, its people or the seat of its government: "china", "chines", "beij"."""
    return one == other or not _peoples().get(one, _NONE).isdisjoint(_peoples().get(other, _NONE))


class Kin:
    """Some stems, ready to be asked whether one of them may stand for another: one look-up in place of `same` with each."""

    __slots__ = ("_alike", "_groups", "_peoples", "stems")

    def __init__(self, stems: Collection[str]) -> None:
        synonyms, peoples = _synonyms(), _peoples()
        self.stems = stems
        self._groups: frozenset[int] = frozenset().union(*[synonyms[one] for one in stems if one in synonyms])
        self._peoples: frozenset[int] = frozenset().union(*[peoples[one] for one in stems if one in peoples])
        self._alike: dict[str, list[str]] = {}
        for one in stems:
            if len(one) >= _ALIKE:
                self._alike.setdefault(one[:_ALIKE], []).append(one)

    def hold(self, stem: str) -> bool:
        """Whether one of them is `same` as `stem`."""
        return (
            stem in self.stems
            or not self._groups.isdisjoint(_synonyms().get(stem, _NONE))
            or not self._peoples.isdisjoint(_peoples().get(stem, _NONE))
            or any(same(stem, other) for other in self._alike.get(stem[:_ALIKE], ()))
        )

    def hold_people(self, stem: str) -> bool:
        """Whether one of them is `one_people` with `stem`."""
        return stem in self.stems or not self._peoples.isdisjoint(_peoples().get(stem, _NONE))


def place(word: str) -> str:
    """One word for a country, its people and its government's seat; any other stem is itself."""
    return f"place {min(found)}" if (found := _peoples().get(word)) else word


def is_people(word: str) -> bool:
    """Whether a stem names a country, its people or the seat of its government."""
    return word in _peoples()


def known_word(word: str) -> bool:
    """Whether a stem is in any list of ordinary words."""
    return word in _synonyms()
