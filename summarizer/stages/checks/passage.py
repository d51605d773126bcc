"""A passage is a text as the checks see it: its words, which of them carry meaning, and where its clauses part."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from summarizer.stages.checks.synonyms import Kin, same
from summarizer.stages.checks.words import KEPT, STOPWORDS, listed, words

_BREAKS = frozenset(',;:()[]—–“”"«»!?')
_OPENERS = listed(
    """but while although though because since after before when where which who whom whose if unless until whereas that whether as and
    or than"""
)


_NAMES = frozenset({"US", "WHO", "IT"})
"""Names that would be stop words in small letters."""
_REACH = 4


class Passage:
    """Everything a check may ask about one text. Indices count `words`.

    `content` are the words that carry meaning, neither marks nor stop words, and `stems` their stems. `at` says where each stem stands,
    marks left
    out. `clause` numbers the clause each word is in: a new one at a mark that parts and at a word that opens a clause.
    """

    __slots__ = (
        "_around",
        "_bare",
        "_kin",
        "_lowers",
        "_quoted",
        "_said",
        "at",
        "clause",
        "content",
        "content_set",
        "stems",
        "text",
        "words",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words(text)
        at: dict[str, tuple[int, ...]] = {}  # tuples of numbers, which the collector of garbage passes over
        content: list[int] = []
        clause: list[int] = []
        current = 0
        for i, (_, _, shown, lower, root, kind) in enumerate(self.words):
            if kind == "mark":
                if lower in _BREAKS:
                    current += 1
            else:
                at[root] = (*at[root], i) if root in at else (i,)
                if lower in _OPENERS:
                    current += 1
                elif kind == "number" or (lower not in STOPWORDS and len(lower) > 1) or shown in _NAMES:
                    content.append(i)
            clause.append(current)
        self.at, self.content, self.clause = at, content, clause
        self.content_set = frozenset(content)
        self.stems = frozenset([self.words[i].stem for i in content])
        self._around: dict[int, frozenset[str]] = {}
        self._lowers: frozenset[str] | None = None
        self._kin: Kin | None = None
        self._said: list[int] | None = None
        self._quoted: tuple[tuple[int, int], ...] | None = None
        self._bare: str | None = None

    @property
    def lowers(self) -> frozenset[str]:
        """The words as they stand, in lower case."""
        if self._lowers is None:
            self._lowers = frozenset([w.lower for w in self.words])
        return self._lowers

    @property
    def kin(self) -> Kin:
        """The stems of the words that carry meaning, ready to be asked for what may stand for them."""
        if self._kin is None:
            self._kin = Kin(self.stems)
        return self._kin

    @property
    def said(self) -> list[int]:
        """The words without the marks."""
        if self._said is None:
            self._said = [i for i, w in enumerate(self.words) if w.kind != "mark"]
        return self._said

    @property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """The spans inside quotation marks, in code points, without the marks; an unclosed one runs to the end."""
        if self._quoted is None:
            self._quoted = quoted(self.text)
        return self._quoted

    @property
    def bare(self) -> str:
        """The text with quotation marks, dashes and white space made plain, for comparing letter by letter."""
        if self._bare is None:
            self._bare = plain(self.text)
        return self._bare

    def find(self, name: tuple[str, ...]) -> tuple[int, ...]:
        """Where the last word of a name stands with the first one not far before it."""
        if name[-1] not in self.lowers:
            return ()
        ends = [i for i, w in enumerate(self.words) if w.lower == name[-1]]
        if len(name) == 1:
            return tuple(ends)
        return tuple(i for i in ends if any(w.lower == name[0] for w in self.words[max(0, i - 2 * len(name)) : i]))

    def where(self, stem: str) -> Sequence[int]:
        """Where a stem stands; if nowhere, where words stand that may be used for it."""
        if stem in self.at:
            return self.at[stem]
        return tuple(i for i in self.content if same(self.words[i].stem, stem)) if self.kin.hold(stem) else ()

    def around(self, i: int) -> frozenset[str]:
        """The stems of the three words that carry meaning on each side of word `i`, itself left out."""
        found = self._around.get(i)
        if found is None:
            at = bisect_left(self.content, i)
            after = at + (at < len(self.content) and self.content[at] == i)
            places = self.content[max(0, at - _REACH) : at] + self.content[after : after + _REACH]
            found = self._around[i] = frozenset([self.words[j].stem for j in places])
        return found

    def beside(self, i: int) -> tuple[str | None, str | None]:
        """The stems of the words that carry meaning right before and right behind word `i`, within its clause; None where there is none."""
        at = bisect_left(self.content, i)
        after = at + (at < len(self.content) and self.content[at] == i)
        before = self.content[at - 1] if at else None
        behind = self.content[after] if after < len(self.content) else None
        return self._stem_in(before, self.clause[i]), self._stem_in(behind, self.clause[i])

    def _stem_in(self, i: int | None, clause: int) -> str | None:
        return self.words[i].stem if i is not None and self.clause[i] == clause else None


@lru_cache(maxsize=KEPT)
def passage(text: str) -> Passage:
    """The passage of `text`, kept: the same source sentence is asked many times."""
    return Passage(text)


_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "–": "-",
        "—": "-",
        "‑": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "…": "...",
    }
)


def plain(text: str) -> str:
    """`text` in lower case with typographic marks made plain and white space single."""
    return " ".join(text.translate(_PLAIN).lower().split())


_MARK = re.compile(r"[“”„«»\"]")
_PAIRS = {"“": "”", "„": "“”", "«": "»", '"': '"'}


@lru_cache(maxsize=KEPT)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The spans inside double quotation marks. A quotation closed without being opened starts at the text's start."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    closers = ""
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        if opened is not None and mark in closers:
            spans.append((opened, at))
            opened = None
        elif mark in _PAIRS and (opened is None or mark != '"'):
            if not (mark == '"' and at and text[at - 1].isdigit()):  # inches
                opened, closers = at + 1, _PAIRS[mark]
        elif mark in "”»" and opened is None and not spans:
            spans.append((0, at))
    if opened is not None and opened < len(text):
        spans.append((opened, len(text)))
    return tuple(span for span in spans if text[span[0] : span[1]].strip())
