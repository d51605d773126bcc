"""What of a brief is shown, in which order and under which number: the same for every output.

Its strings are still the brief's own; each output hands them through `render.safe`.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from summarizer.brief import Brief, Citation, Conflict, Figure, FigureValue, Source, Statement, Story
from summarizer.render.dates import when
from summarizer.render.receipt import counted, receipt
from summarizer.render.uncited import Row, rows

CONTEXT = 240  # code points of the article shown on each side of a cited span, at most

QUIET = "quiet"  # the kind of warning that says there is nothing to tell
GAP = "…"  # stands in a figure's measure where the words around the value were kept
MARKS = 6
"""Sources that a line shows; what many say is counted, and all of them stand in the list of sources."""
SUPPORT_NOTES = {"partial": "partly supported by what it cites", "unchecked": "not checked"}
CONFLICT_NOTES = {
    "contradiction": "the sources contradict each other",
    "superseded": "later reports replace earlier ones",
    "different_measure": "these measure different things",
}


class Mark(NamedTuple):
    """A citation mark: `number` of the source, `passage` its place in the list of sources."""

    number: int
    passage: str


class Item(NamedTuple):
    """One line of a section: [label] text [marks] (note), with lines beneath it."""

    text: str
    marks: tuple[Mark, ...] = ()
    label: str = ""
    note: str = ""
    sources: int = 0
    children: "tuple[Item, ...]" = ()


class Section(NamedTuple):
    kind: str
    title: str
    items: tuple[Item, ...]


class StoryPart(NamedTuple):
    headline: str
    about: str
    sections: tuple[Section, ...]


class Passage(NamedTuple):
    """A cited span in its context."""

    anchor: str
    before: str
    quote: str
    after: str


class Contribution(NamedTuple):
    """A cited source: how many statements rest on it, and where."""

    number: int
    source: Source
    statements: int
    passages: tuple[Passage, ...]


class Page(NamedTuple):
    """A whole brief in reading order. `uncited` tells which sources no statement cites, and why; `closing` holds the stories that get a
    line each (in brief, unchanged)."""

    title: str
    about: str
    focus: str
    language: str
    opening: tuple[Section, ...]
    stories: tuple[StoryPart, ...]
    cited: tuple[Contribution, ...]
    uncited: tuple[Row, ...]
    receipt: tuple[str, ...]
    warnings: tuple[str, ...]
    closing: tuple[Section, ...] = ()


LINES = {"in brief": "In brief", "unchanged": "Nothing new in"}
"""By the first word of a story's status: the closing section in which it gets one line."""


def page(brief: Brief) -> Page:
    """Lays the brief out: sections without content are left out, sources are numbered in the order in which they are first cited."""
    marks = _Numbering(brief)
    shown_above = {statement.id for statement in brief.bottom_line}
    opening = _filled(
        Section("bottom_line", "Bottom line", _opening(brief, marks)),
        Section("changes", "What changed", _changes(brief, marks)),
    )
    stories = tuple(_story(story, brief, marks, shown_above) for story in brief.stories if _line_of(story) is None)
    closing = _filled(*(_lines(status, brief, marks) for status in LINES))
    return Page(
        title=brief.title,
        about=_about(brief),
        focus=brief.focus or "",
        language=brief.language,
        opening=opening,
        stories=tuple(part for part in stories if part.sections),
        cited=marks.contributions(),
        uncited=rows(_uncited(brief, marks)),
        receipt=receipt(brief),
        warnings=_warnings(brief),
        closing=closing,
    )


def address(source: Source) -> str:
    """Where the article was found: its path, or its URL without the scheme."""
    return source.path or re.sub(r"^https?://", "", source.url or "")


def linked(source: Source) -> str | None:
    """The URL that may be linked: the one the article was fetched from. A URL that a file gives for itself is its author's word."""
    return None if source.path else source.url


class _Numbering:
    """Gives sources their numbers and cited spans their anchors as the brief is read from top to bottom."""

    def __init__(self, brief: Brief) -> None:
        self._sources = {source.id: source for source in brief.sources}
        self._numbers: dict[str, int] = {}
        self._anchors: dict[tuple[str, int, int], str] = {}
        self._passages: dict[str, list[tuple[str, Citation]]] = {}
        self._statements: dict[str, set[str]] = {}

    def items(self, statements: Iterable[Statement]) -> tuple[Item, ...]:
        return tuple(self.item(statement) for statement in statements)

    def item(self, statement: Statement, label: str = "", was: str = "") -> Item:
        notes = [SUPPORT_NOTES.get(statement.support, "")]
        if statement.attributed_to and statement.attributed_to.casefold() not in statement.text.casefold():
            notes.append(f"according to {statement.attributed_to}")
        if was:
            notes.append(f"before: {was}")
        marks = self.marks(statement.citations, statement.id)
        if len(marks) > MARKS:
            notes.append(f"and {len(marks) - MARKS + 1} more")
            marks = marks[: MARKS - 1]
        return Item(statement.text, marks, label, "; ".join(filter(None, notes)), statement.independent_sources)

    def marks(self, citations: Iterable[Citation], statement: str) -> tuple[Mark, ...]:
        """One mark a source, at the first of its spans; the others stand beside it in the list of sources."""
        first: dict[str, Mark] = {}
        for citation in citations:
            if citation.source not in self._sources:
                continue
            number = self._numbers.setdefault(citation.source, len(self._numbers) + 1)
            span = (citation.source, citation.start, citation.end)
            if span not in self._anchors:
                self._anchors[span] = f"p{len(self._anchors) + 1}"
                self._passages.setdefault(citation.source, []).append((self._anchors[span], citation))
            self._statements.setdefault(citation.source, set()).add(statement)
            first.setdefault(citation.source, Mark(number, self._anchors[span]))
        return tuple(first.values())

    def _in_order(self, source: str) -> tuple[Passage, ...]:
        cited = sorted(self._passages[source], key=lambda row: (row[1].start, row[1].end))
        return tuple(_passage(anchor, citation, self._sources[source].text) for anchor, citation in cited)

    def number(self, source: str) -> int | None:
        return self._numbers.get(source)

    def contributions(self) -> tuple[Contribution, ...]:
        return tuple(
            Contribution(
                number,
                self._sources[source],
                len(self._statements[source]),
                self._in_order(source),
            )
            for source, number in self._numbers.items()
        )


def _changes(brief: Brief, marks: _Numbering) -> tuple[Item, ...]:
    """What is new is marked where it stands, and a story that is new as a whole says so itself: neither is listed here, but counted."""
    running = [story for story in brief.stories if not _is_new(story)]
    standing = {story.id: {statement.id for statement in (*story.bottom_line, *story.key_points)} for story in brief.stories}
    marked = frozenset().union(*(standing[story.id] for story in running)) & _fresh(brief)
    elsewhere = frozenset().union(*standing.values())
    shown = [change for change in brief.changes if change.kind != "new" or change.statement.id not in elsewhere]
    listed = tuple(marks.item(c.statement, c.kind, c.previous.text if c.previous else "") for c in shown)
    if len(brief.stories) == 1 and not listed and marked & {statement.id for statement in brief.stories[0].bottom_line}:
        return ()  # the first sentence that is read bears the mark
    if marked:
        return (*listed, Item(f"{counted(len(marked), 'statement is', 'statements are')} new and marked as such."))
    if brief.previous_id and running and not listed:
        return (Item("Nothing has changed since the brief before."),)
    quiet = [warned.message for warned in brief.warnings if warned.kind == QUIET]
    return listed or tuple(Item(f"{message[:1].upper()}{message[1:]}.") for message in quiet)


def _opening(brief: Brief, marks: _Numbering) -> tuple[Item, ...]:
    own = {statement.id for statement in brief.bottom_line}
    owner = next((story for story in brief.stories if own & {statement.id for statement in story.bottom_line}), None)
    return _marked(brief.bottom_line, owner, brief, marks) if owner else marks.items(brief.bottom_line)


def _marked(statements: Iterable[Statement], story: Story, brief: Brief, marks: _Numbering) -> tuple[Item, ...]:
    """Statements of a story; where it is not new as a whole the new ones are marked."""
    fresh = frozenset[str]() if _is_new(story) else _fresh(brief)
    return tuple(marks.item(statement, "new" if statement.id in fresh else "") for statement in statements)


def _fresh(brief: Brief) -> frozenset[str]:
    return frozenset(change.statement.id for change in brief.changes if change.kind == "new")


def _is_new(story: Story) -> bool:
    return story.status.partition(" · ")[0] in ("new", *LINES)


def _line_of(story: Story) -> str | None:
    status = story.status.partition(" · ")[0]
    return status if status in LINES else None


def _lines(status: str, brief: Brief, marks: _Numbering) -> Section:
    """One line for each story of this status: its first statement."""
    stories = [story for story in brief.stories if _line_of(story) == status]
    firsts = [(*story.bottom_line, *story.key_points)[0] for story in stories if story.bottom_line or story.key_points]
    return Section(status.replace(" ", "_"), LINES[status], marks.items(firsts))


def _story(story: Story, brief: Brief, marks: _Numbering, shown_above: set[str]) -> StoryPart:
    missing = Section("gaps", "What the articles do not say", tuple(Item(gap) for gap in story.gaps))
    sections = _filled(
        *((missing,) if brief.focus else ()),  # whoever asks wants to know first that there is no answer
        Section("bottom_line", "Bottom line", _marked((s for s in story.bottom_line if s.id not in shown_above), story, brief, marks)),
        Section("key_points", "Key points", _marked(story.key_points, story, brief, marks)),
        Section("timeline", "Timeline", tuple(marks.item(event.statement, when(event.date)) for event in story.timeline)),
        Section("figures", "Figures", tuple(_figure(figure, story, marks) for figure in story.figures)),
        Section(
            "quotes",
            "In their words",
            tuple(_quote(q.speaker, q.text, marks.marks((q.citation,), f"{story.id} quote {i}")) for i, q in enumerate(story.quotes)),
        ),
        Section("conflicts", "Where the sources differ", tuple(_conflict(conflict, marks) for conflict in story.conflicts)),
        *(() if brief.focus else (missing,)),
    )
    mix = story.source_mix
    only = len(brief.stories) == 1
    about = "" if only else " · ".join(filter(None, [story.status, counted(mix.articles, "article"), f"{mix.independent:,} independent"]))
    return StoryPart("" if only and story.headline.strip() == brief.title.strip() else story.headline, about, sections)


def _figure(figure: Figure, story: Story, marks: _Numbering) -> Item:
    values = tuple(
        Item(_amount(value), marks.marks(value.citations, f"{story.id} {figure.measure}"), note=when(value.as_of or ""))
        for value in figure.values
    )
    if len(values) == 1 and GAP in figure.measure:
        return values[0]._replace(label=values[0].text, text=figure.measure.replace(GAP, values[0].text, 1))
    if len(values) == 1:
        return values[0]._replace(label=figure.measure)
    return Item("", label=figure.measure, children=values)


def _amount(value: FigureValue) -> str:
    """The value in its source's words with its unit, which may be part of them already."""
    words, unit = value.value.strip(), value.unit.strip()
    if not unit or unit.casefold() in words.casefold():
        return words
    if unit == "%":
        return words + unit
    if unit[-1] in "$€£¥":
        return re.sub(r"(?=\d)", lambda _: unit, words, count=1)
    return f"{words} {unit}"


def _quote(speaker: str, text: str, marks: tuple[Mark, ...]) -> Item:
    words = text.strip().strip('"“”„«»').strip().rstrip(",")
    return Item(f"“{words}” — {speaker}" if speaker else f"“{words}”", marks)


def _conflict(conflict: Conflict, marks: _Numbering) -> Item:
    sides = tuple(marks.item(side.statement)._replace(label=when(side.as_of or "")) for side in conflict.sides)
    reading = (Item(conflict.reading, label="Reading"),) if conflict.reading else ()
    return Item(conflict.question, note=CONFLICT_NOTES[conflict.kind], children=sides + reading)


def _passage(anchor: str, citation: Citation, text: str | None) -> Passage:
    """The span with what stands around it, up to the borders of its paragraph, where the article's text is at hand."""
    if text is None or text[citation.start : citation.end] != citation.quote:
        return Passage(anchor, "", citation.quote, "")
    before = text[max(0, citation.start - CONTEXT) : citation.start].rpartition("\n\n")[2]
    after = text[citation.end : citation.end + CONTEXT].partition("\n\n")[0]
    if len(before) == CONTEXT < citation.start:
        before = "…" + before.partition(" ")[2]
    if len(after) == CONTEXT < len(text) - citation.end:
        after = after.rpartition(" ")[0] + "…"
    return Passage(anchor, before.lstrip(), citation.quote, after.rstrip())


def _uncited(brief: Brief, marks: _Numbering) -> tuple[tuple[Source, str], ...]:
    reasons = {unused.source: unused.reason for unused in brief.coverage.unused if not unused.passages}
    titles = {source.id: source for source in brief.sources}

    def reason(source: Source) -> str:
        if source.duplicate_of is None:
            return reasons.get(source.id, "read; nothing of it was needed")
        number = marks.number(source.duplicate_of)
        original = titles.get(source.duplicate_of)
        return f"copy of [{number}]" if number else f"copy of {original.title if original else source.duplicate_of}"

    return tuple((source, reason(source)) for source in brief.sources if marks.number(source.id) is None)


def _warnings(brief: Brief) -> tuple[str, ...]:
    names = {source.id: source.title for source in brief.sources}
    spoken = [warned for warned in brief.warnings if warned.kind != QUIET]
    told = [f"{names.get(w.source, w.source)}: {w.message}" if w.source else w.message for w in spoken]
    return tuple(dict.fromkeys([*brief.degraded, *told]))


def _about(brief: Brief) -> str:
    independent = sum(1 for source in brief.sources if source.duplicate_of is None)
    dates = sorted({str(day) for day in (brief.window.from_, brief.window.to) if day})
    run = brief.run
    engine = run.model or {"extractive": "extractive, no model", "none": ""}.get(run.engine, run.engine)
    if run.model and brief.degraded and not run.tokens_out and not run.cached:
        engine = f"extractive, since {run.model} gave no answer"
    facts = [counted(brief.coverage.read, "article"), f"{independent:,} independent" if independent != brief.coverage.read else ""]
    return " · ".join(filter(None, [*facts, " to ".join(when(day) for day in dates), engine]))


def _filled(*sections: Section) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.items)
