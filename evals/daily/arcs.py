"""A story as the generator knows it: facts that pass through states, each state told in several wordings on its day."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["first", "updated", "resolved", "ended", "corrected", "steady"]
"""`ended`: a state of things that came to its end, which may be called an update or a resolution; `corrected`: a note that takes the state
before back."""
PLANTED: frozenset[Kind] = frozenset({"updated", "resolved", "ended", "corrected"})


@dataclass(frozen=True)
class State:
    """What a fact is from `day` (days after the story's first) on, how it came from the state before, and wordings of it."""

    day: int
    kind: Kind
    wordings: tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    name: str
    states: tuple[State, ...]

    def at(self, day: int) -> int | None:
        """The index of the state that holds on a day of the story; None before it is known."""
        known = [index for index, state in enumerate(self.states) if state.day <= day]
        return known[-1] if known else None


@dataclass
class Arc:
    """A story of one family; `facts` in order of weight."""

    family: str
    facts: list[Fact] = field(default_factory=list)

    def fact(self, name: str, *states: tuple[int, Kind, Sequence[str]]) -> None:
        self.facts.append(Fact(name, tuple(State(day, kind, tuple(_opened(w) for w in wordings)) for day, kind, wordings in states)))

    def steady(self, day: int, *sentences: str) -> None:
        """Facts that never change, each with one wording."""
        for sentence in sentences:
            self.facts.append(Fact(f"steady{len(self.facts)}", (State(day, "steady", (_opened(sentence),)),)))

    @property
    def days(self) -> tuple[int, ...]:
        """The days on which something is new."""
        return tuple(sorted({state.day for fact in self.facts for state in fact.states}))


def _opened(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


@dataclass(frozen=True)
class Cast:
    """Names of one story; no two stories share any."""

    place: str
    town: str
    person: str
    other: str
    firm: str
    rival: str
    body: str
    thing: str
    dates: Callable[[int], str]
    weekdays: Callable[[int], str]

    @property
    def surname(self) -> str:
        return self.person.split()[-1]

    @property
    def other_surname(self) -> str:
        return self.other.split()[-1]


Family = Callable[[random.Random, Cast], Arc]
