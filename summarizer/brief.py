"""What we write: the brief. `summarizer schema` prints the JSON Schema of exactly this (`schema_version` 1)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

from pydantic import Field

from summarizer.claim import Kind
from summarizer.value import Value

Outcome = Literal["pass", "fail", "unchecked"]
Support = Literal["verified", "partial", "unchecked"]
Confidence = Literal["high", "moderate", "low"]


class Citation(Value):
    """`quote == text[start:end]` of the source's stored text, exactly; offsets in Unicode code points."""

    source: str
    start: int
    end: int
    quote: str


class Statement(Value):
    """One sentence of the brief with what it rests on and the checks it passed.

    `confidence` is computed from independent sources, agreement and directness; it is never asked of a model.
    """

    id: str
    text: str
    kind: Kind
    attributed_to: str | None = None
    citations: tuple[Citation, ...]
    support: Support = "unchecked"
    checks: dict[str, Outcome] = Field(default_factory=dict)
    independent_sources: int = 1
    confidence: Confidence = "low"


class Event(Value):
    """Something with a date: `date` is YYYY, YYYY-MM or YYYY-MM-DD as `precision` says; --MM-DD (ISO 8601) where no source gives a year."""

    date: str
    precision: Literal["day", "month", "year"]
    statement: Statement


class FigureValue(Value):
    """One value as its source gives it: `value` keeps the source's words ("about 70"), `unit` is "%", "US$", "people", …"""

    value: str
    unit: str
    as_of: str | None = None
    citations: tuple[Citation, ...]


class Figure(Value):
    """What was measured, and the values the sources give for it."""

    measure: str
    values: tuple[FigureValue, ...]


class Quote(Value):
    """Somebody's words: `text` is verbatim inside the citation's quote."""

    speaker: str
    text: str
    citation: Citation


class Side(Value):
    statement: Statement
    as_of: str | None = None


class Conflict(Value):
    """Where sources disagree or seem to; `reading` says in one sentence how to read it."""

    question: str
    kind: Literal["contradiction", "superseded", "different_measure"]
    sides: tuple[Side, ...]
    reading: str


class Previous(Value):
    """What an earlier brief said. `citations` are what it rested on then, in the sources of that brief."""

    brief_id: str
    statement_id: str
    text: str
    citations: tuple[Citation, ...] = ()


class Change(Value):
    """What is different from the previous brief."""

    kind: Literal["new", "updated", "resolved", "corrected"]
    statement: Statement
    previous: Previous | None = None


class SourceMix(Value):
    articles: int
    independent: int
    syndicated: int


class Story(Value):
    id: str
    headline: str
    status: str
    first_seen: date | None = None
    bottom_line: tuple[Statement, ...] = ()
    key_points: tuple[Statement, ...] = ()
    timeline: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    gaps: tuple[str, ...] = ()
    source_mix: SourceMix


class Source(Value):
    """An article that was read. `text` is kept when the brief must verify offline on its own (`--embed-sources`)."""

    id: str
    title: str
    publisher: str | None = None
    url: str | None = None
    path: str | None = None
    published: date | None = None
    sha256: str
    duplicate_of: str | None = None
    text: str | None = None


class Unused(Value):
    """What was read and not used: a whole article, or passages of one, with the reason and its size in code points."""

    source: str
    reason: str
    passages: int = 0
    characters: int = 0


class FailedSource(Value):
    location: str
    reason: str


class Coverage(Value):
    """The receipt: everything read, unused and failed. Tokens are counted as `run.tokenizer` says."""

    articles_in: int
    read: int
    duplicates: int
    unused: tuple[Unused, ...] = ()
    failed: tuple[FailedSource, ...] = ()
    chunks: int
    tokens_in: int
    tokens_read: int


class Dropped(Value):
    text: str
    reason: str


class Verification(Value):
    statements: int
    verified: int
    repaired: int
    replaced: int
    dropped: tuple[Dropped, ...] = ()
    unchecked: int


class Run(Value):
    """How the brief was made. Tokens are the provider's count where it gives one; `seconds` is wall time; cost in USD."""

    engine: str
    model: str | None = None
    tokenizer: str = ""
    prompts: dict[str, str] = Field(default_factory=dict)
    calls: int = 0
    cached: int = 0
    retries: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost_usd: float | None = None
    seconds: float = 0.0


class Warned(Value):
    kind: str
    source: str | None = None
    message: str


class Window(Value):
    """The publication dates covered, both inclusive; None where no article gives a date."""

    from_: date | None = Field(default=None, alias="from")
    to: date | None = None


class Brief(Value):
    """A structured brief in which every statement opens at the characters it rests on."""

    schema_version: Literal[1] = 1
    id: str
    title: str
    created: datetime
    language: str
    window: Window
    previous_id: str | None = None
    focus: str | None = None
    bottom_line: tuple[Statement, ...] = ()
    changes: tuple[Change, ...] = ()
    stories: tuple[Story, ...] = ()
    sources: tuple[Source, ...] = ()
    coverage: Coverage
    verification: Verification
    run: Run
    degraded: tuple[str, ...] = ()
    warnings: tuple[Warned, ...] = ()

    def statements(self) -> tuple[Statement, ...]:
        """Every statement of the brief, in reading order."""
        found: list[Statement] = [*self.bottom_line, *(change.statement for change in self.changes)]
        for story in self.stories:
            found += [*story.bottom_line, *story.key_points, *(event.statement for event in story.timeline)]
            found += [side.statement for conflict in story.conflicts for side in conflict.sides]
        return tuple(found)

    def citations(self) -> tuple[Citation, ...]:
        """Every citation of the brief, in reading order, those of figures and quotes included."""
        found = [citation for statement in self.statements() for citation in statement.citations]
        for story in self.stories:
            found += [c for figure in story.figures for value in figure.values for c in value.citations]
            found += [quote.citation for quote in story.quotes]
        return tuple(found)

    def with_texts(self, texts: Mapping[str, str]) -> "Brief":
        """The brief with the texts of its sources inside (by source id), so that it verifies on its own; `{}` takes them out again."""
        return self.model_copy(
            update={"sources": tuple(source.model_copy(update={"text": texts.get(source.id)}) for source in self.sources)}
        )

    def to_markdown(self) -> str:
        """The brief as Markdown; text of articles is escaped."""
        from summarizer.render.markdown import markdown

        return markdown(self)

    def to_html(self) -> str:
        """The brief as one self-contained HTML page that loads nothing."""
        from summarizer.render.html import html

        return html(self)
