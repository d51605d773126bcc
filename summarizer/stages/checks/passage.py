"""A passage is a text as the checks see it: its words, which of them carry meaning, and where its clauses part."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

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

    def near(self, i: int, reach: int = 6) -> frozenset[str]:
        """The stems that carry meaning within `reach` content words of word `i` in its clause, itself left out."""
        clause = self.clause[i]
        here = [j for j in self.content if self.clause[j] == clause and j != i]
        here.sort(key=lambda j: abs(j - i))
        return frozenset(self.words[j].stem for j in here[:reach])


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
