"""What has a story told so far, and how many words are left for the rest?"""

from collections.abc import Collection

from summarizer.article import Sentence
from summarizer.stages.choosing.salience import concepts

SHARE = {"conflicts": 0.22, "timeline": 0.18, "figures": 0.12, "quotes": 0.1}
"""Parts of a story's words that its side sections may take; what they leave goes to the key points."""


class Room:
    """The books of a plan: sentences that are `used`, concepts that are `covered`, words that are `left`."""

    def __init__(self, words: int, wanted: Collection[str]) -> None:
        self.left = words
        self.used: set[tuple[str, int]] = set()
        self.covered: set[str] = set()
        self._shares = {section: int(words * share) for section, share in SHARE.items() if section in wanted}

    def share(self, section: str) -> int:
        """The words that a side section may take; 0 for one that is not wanted."""
        return self._shares.get(section, 0)

    def tell(self, text: str, *sentences: Sentence, words: int | None = None) -> None:
        """Notes `text`, which rests on `sentences` and takes `words` words (default: its own)."""
        self.left -= len(text.split()) if words is None else words
        self.used |= {sentence.key for sentence in sentences}
        self.covered |= concepts(text)
