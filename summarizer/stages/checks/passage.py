"""A passage is a text as the checks see it: its words, which of them carry meaning, and where its clauses part."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.words import STOPWORDS, Word, words

_BREAKS = frozenset(',;:()[]—–“”"«»!?')
_OPENERS = frozenset(
    [
        "but",
        "while",
        "although",
        "though",
        "because",
        "since",
        "after",
        "before",
        "when",
        "where",
        "which",
        "who",
        "whom",
        "whose",
        "if",
        "unless",
        "until",
        "whereas",
        "that",
        "whether",
        "as",
        "and",
        "or",
        "than",
    ]
)


@dataclass(frozen=True)
class Passage:
    """Everything a check may ask about one text; computed on first use and kept with the text. Indices count `words`."""

    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words(self.text)

    @cached_property
    def content(self) -> tuple[int, ...]:
        """The words that carry meaning: neither marks nor stop words."""
        return tuple(
            i
            for i, w in enumerate(self.words)
            if w.kind == "number" or (w.kind == "word" and w.lower not in STOPWORDS and (len(w.lower) > 1))
        )

    @cached_property
    def content_set(self) -> frozenset[int]:
        return frozenset(self.content)

    @cached_property
    def at(self) -> dict[str, tuple[int, ...]]:
        """Where each stem stands; marks left out."""
        found: dict[str, list[int]] = {}
        for i, word in enumerate(self.words):
            if word.kind != "mark":
                found.setdefault(word.stem, []).append(i)
        return {stem: tuple(places) for stem, places in found.items()}

    @cached_property
    def lowers(self) -> frozenset[str]:
        """The words as they stand, in lower case."""
        return frozenset(w.lower for w in self.words)

    def find(self, name: tuple[str, ...]) -> tuple[int, ...]:
        """Where the last word of a name stands with the first one not far before it."""
        ends = [i for i, w in enumerate(self.words) if w.lower == name[-1]]
        if len(name) == 1:
            return tuple(ends)
        return tuple(i for i in ends if any(w.lower == name[0] for w in self.words[max(0, i - 2 * len(name)) : i]))

    def where(self, stem: str) -> tuple[int, ...]:
        """Where a stem stands; if nowhere, where words stand that may be used for it."""
        if stem in self.at:
            return self.at[stem]
        return tuple(i for i in self.content if same(self.words[i].stem, stem))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems that carry meaning."""
        return frozenset(self.words[i].stem for i in self.content)

    @cached_property
    def clause(self) -> tuple[int, ...]:
        """The number of the clause each word is in: a new one at a mark that parts and at a word that opens a clause."""
        numbers, current = [], 0
        for word in self.words:
            opens = word.lower in _OPENERS
            if opens or (word.kind == "mark" and word.text in _BREAKS):
                current += 1
            numbers.append(current)
        return tuple(numbers)

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """The spans inside quotation marks, in code points, without the marks; an unclosed one runs to the end."""
        return quoted(self.text)

    @cached_property
    def bare(self) -> str:
        """The text with quotation marks, dashes and white space made plain, for comparing letter by letter."""
        return plain(self.text)

    def around(self, i: int, reach: int = 3) -> frozenset[str]:
        """The stems of the `reach` words that carry meaning on each side of word `i`, itself left out."""
        found = self._around.get(i)
        if found is None:
            at = bisect_left(self.content, i)
            after = at + (at < len(self.content) and self.content[at] == i)
            places = self.content[max(0, at - reach) : at] + self.content[after : after + reach]
            found = self._around[i] = frozenset(self.words[j].stem for j in places)
        return found

    def beside(self, i: int) -> tuple[str | None, str | None]:
        """The stems of the words that carry meaning right before and right behind word `i`, within its clause; None where there is none."""
        at = bisect_left(self.content, i)
        after = at + (at < len(self.content) and self.content[at] == i)
        before = self.content[at - 1] if at else None
        behind = self.content[after] if after < len(self.content) else None
        return tuple(self.words[j].stem if j is not None and abs(self.clause[j] - self.clause[i]) == 0 else None for j in (before, behind))  # type: ignore[return-value]

    @cached_property
    def _around(self) -> dict[int, frozenset[str]]:
        return {}


@lru_cache(maxsize=20_000)
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


_PAIRS = {"“": "”", "„": "“”", "«": "»", '"': '"'}


@lru_cache(maxsize=20_000)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The spans inside double quotation marks. A quotation closed without being opened starts at the text's start."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    closers = ""
    for at, letter in enumerate(text):
        if opened is not None and letter in closers:
            spans.append((opened, at))
            opened = None
        elif letter in _PAIRS and (opened is None or letter != '"'):
            if letter == '"' and at and text[at - 1].isdigit():
                continue  # inches
            opened, closers = at + 1, _PAIRS[letter]
        elif letter in "”»" and opened is None and not spans:
            spans.append((0, at))
    if opened is not None and opened < len(text):
        spans.append((opened, len(text)))
    return tuple(span for span in spans if text[span[0] : span[1]].strip())
