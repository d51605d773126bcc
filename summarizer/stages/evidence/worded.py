"""A text as the aligner asks about it again and again: its tokens, and what is looked up among them, each found once."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from summarizer.stages.text.wording import NEGATIONS, Token, akin, exclusions, initials, is_acronym, wording


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HEDGES = _set("""
    may might could would should can possibly perhaps likely expected plans planned alleged allegedly reportedly suspected proposed
    potential potentially threatened
""")
_MONTH_STEMS = frozenset(f"m{number}" for number in range(1, 13))
_RELATIVE_DAYS = frozenset(("yesterday", "today", "tomorrow"))
_SHORTEST = 5  # letters of a word that another may be akin to
_KEPT = 8192  # texts: statements and sentences come back, each with others


class Places:
    """Where the words of a text stand: the first place of each stem, all places of one that comes back, and the first places of the words
    of content by synonym group. Few objects: thousands of texts are kept."""

    __slots__ = ("again", "by_group", "first", "stems")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.first: dict[str, int] = {}
        self.again: dict[str, list[int]] = {}
        self.by_group: dict[int, list[int]] = {}
        stems: list[str] = []
        for j, (_, _, stem, kind, groups) in enumerate(tokens):
            known = self.first.setdefault(stem, j)
            if known != j:
                self.again.setdefault(stem, [known]).append(j)
            elif kind != "function":
                for group in groups:
                    self.by_group.setdefault(group, []).append(j)
                stems.append(stem)
        self.stems = Alike(stems)

    def of(self, stem: str) -> list[int]:
        """Every place of a stem that is there."""
        return self.again.get(stem) or [self.first[stem]]


class Alike:
    """Stems, to be asked for those that begin with the same four letters."""

    __slots__ = ("_joined", "_stems")

    def __init__(self, stems: Iterable[str]) -> None:
        self._stems = tuple(stems)
        self._joined = " " + " ".join(self._stems)  # one search in place of a comparison with each

    def akin(self, stem: str) -> list[str]:
        """Those that are another part of speech of a stem."""
        if len(stem) < _SHORTEST or " " + stem[:4] not in self._joined:
            return []
        return [other for other in self._stems if akin(stem, other)]


class Held:
    """The words of content a text holds: their stems and their synonym groups."""

    __slots__ = ("alike", "groups", "stems")

    def __init__(self, content: Sequence[Token]) -> None:
        self.stems = frozenset([token.stem for token in content])
        self.groups: frozenset[int] = frozenset().union(*[token.groups for token in content if token.groups])
        self.alike = Alike(self.stems)


class Worded:
    """`tokens` of one or several sentences, `at` the places of those that carry meaning, `content` these tokens; `negations` are
    places too. `texts` are the sentences."""

    __slots__ = (
        "_acronyms",
        "_days",
        "_held",
        "_opposable",
        "_places",
        "_rank",
        "at",
        "content",
        "hedged",
        "negations",
        "texts",
        "tokens",
    )

    def __init__(self, tokens: Sequence[Token], texts: Sequence[str]) -> None:
        self.tokens, self.texts = tokens, texts
        self.at = [i for i, token in enumerate(tokens) if token.kind != "function"]
        self.content = [tokens[i] for i in self.at]
        lowers = [token.lower for token in tokens]
        self.negations = [] if NEGATIONS.isdisjoint(lowers) else [i for i, lower in enumerate(lowers) if lower in NEGATIONS]
        self.hedged = not _HEDGES.isdisjoint(lowers)
        self._rank: dict[int, int] | None = None
        self._places: Places | None = None
        self._held: Held | None = None
        self._opposable: dict[int, Mapping[str, str] | None] | None = None
        self._days: tuple[frozenset[int], frozenset[int]] | None = None
        self._acronyms: tuple[int, ...] | None = None

    @property
    def rank(self) -> dict[int, int]:
        """Which word of content stands at a place, counted from 0."""
        if self._rank is None:
            self._rank = {j: r for r, j in enumerate(self.at)}
        return self._rank

    @property
    def places(self) -> Places:
        """Where the words stand, for a claim that is laid on them."""
        if self._places is None:
            self._places = Places(self.tokens)
        return self._places

    @property
    def held(self) -> Held:
        """The words of content, for a claim of which each is looked for."""
        if self._held is None:
            self._held = Held(self.content)
        return self._held

    @property
    def opposable(self) -> dict[int, Mapping[str, str] | None]:
        """Where a number stands (None) or a word that others exclude (these)."""
        if self._opposable is None:
            self._opposable = {}
            for i, token in zip(self.at, self.content, strict=True):
                others = exclusions(token)
                if others is not None or token.kind == "number":
                    self._opposable[i] = others
        return self._opposable

    @property
    def days(self) -> tuple[frozenset[int], frozenset[int]]:
        """The tokens of days of months, and of weekdays and days told from today."""
        if self._days is None:
            self._days = _days(self.tokens)
        return self._days

    @property
    def acronyms(self) -> tuple[int, ...]:
        """The tokens written as acronyms."""
        if self._acronyms is None:
            self._acronyms = tuple([i for i, token in enumerate(self.tokens) if token.surface[0].isupper() and is_acronym(token)])
        return self._acronyms


@lru_cache(maxsize=_KEPT)
def worded(text: str) -> Worded:
    """One sentence, kept."""
    return Worded(wording(text), (text,))


def together(texts: Sequence[str]) -> Worded:
    """Several sentences as one, in order."""
    if len(texts) == 1:
        return worded(texts[0])
    return Worded([token for text in texts for token in wording(text)], texts)


def spelt_otherwise(claim: Worded, evidence: Worded) -> frozenset[int]:
    """The tokens of a claim that the evidence spells out ("WHO" for World Health Organization) or writes by their initials."""
    found: set[int] = set()
    if claim.acronyms:
        spelt_out = {acronym for text in evidence.texts for acronym, _ in initials(text)}
        found.update(i for i in claim.acronyms if claim.tokens[i].stem in spelt_out)
    if evidence.acronyms:
        written = {evidence.tokens[j].stem for j in evidence.acronyms}
        found.update(i for text in claim.texts for acronym, run in initials(text) if acronym in written for i in run)
    return frozenset(found)


def _days(tokens: Sequence[Token]) -> tuple[frozenset[int], frozenset[int]]:
    days: set[int] = set()
    for i, token in enumerate(tokens):
        if token.stem in _MONTH_STEMS:
            days.add(i)
            days.update(j for j in (i - 1, i + 1, i + 2) if 0 <= j < len(tokens) and tokens[j].kind == "number")
    return frozenset(days), frozenset(i for i, token in enumerate(tokens) if token.stem.startswith("d:") or token.lower in _RELATIVE_DAYS)
