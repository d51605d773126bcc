"""What flows between map and reduce: claims, findings, drafts."""

from datetime import date
from typing import Literal

from summarizer.article import Sentence
from summarizer.value import Value

Kind = Literal["fact", "figure", "quote", "claim", "forecast"]
"""fact: told as having happened · figure: rests on a number · quote: somebody's words · claim: somebody says so ·
forecast: expected, planned or threatened."""


class Claim(Value):
    """Something one article says: the sentences that say it, with short labels. Its text is its sentences.

    `importance` is 0..1 as judged by the extractor; `topic` a few words.
    """

    article: str
    sentences: tuple[Sentence, ...]
    kind: Kind
    importance: float
    topic: str = ""


class Finding(Value):
    """Claims of any number of articles that say the same thing.

    `lead` is the sentence that says it best; `support` every sentence that says it (lead first). `salience` orders findings.
    `independent` counts articles that are not copies of each other. `on` is the day the told event happened, if known.
    """

    id: str
    claims: tuple[Claim, ...]
    lead: Sentence
    support: tuple[Sentence, ...]
    kind: Kind
    salience: float
    independent: int
    on: date | None = None


class Draft(Value):
    """A promise: words for a finding, with the sentences the writer says they rest on (best first)."""

    finding: str
    text: str
    sentences: tuple[Sentence, ...]
    kind: Kind
    attributed_to: str | None = None
