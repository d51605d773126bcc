"""A story's sections, chosen from its findings within a budget of words. Nothing is worded here: every section holds sentences."""

from collections.abc import Mapping, Sequence

from summarizer.article import Article, Sentence
from summarizer.brief import Citation, Figure, FigureValue, Quote
from summarizer.claim import Claim, Draft, Finding
from summarizer.settings import Outline
from summarizer.stages.choosing.beginning import begins
from summarizer.stages.choosing.conflicts import Disagreement, contradictions, counts, denials, different_measures, speakers, superseded
from summarizer.stages.choosing.currency import Currency
from summarizer.stages.choosing.figures import Quantity, group, is_small_talk, reads_well
from summarizer.stages.choosing.figures import quantities as quantities_of
from summarizer.stages.choosing.gaps import gaps
from summarizer.stages.choosing.merge import merge
from summarizer.stages.choosing.quotes import quotes
from summarizer.stages.choosing.relevance import MANY, relevance
from summarizer.stages.choosing.rivals import rivals
from summarizer.stages.choosing.room import Room
from summarizer.stages.choosing.salience import Salience, Weights, asked, concepts
from summarizer.stages.choosing.select import Candidate, select
from summarizer.stages.choosing.sequence import sequence
from summarizer.stages.choosing.standalone import needs_context, stand_alone
from summarizer.stages.choosing.tighten import clause_at, tighten
from summarizer.stages.choosing.timeline import Dated, dated
from summarizer.stages.text.assertion import asserts
from summarizer.stages.text.kinds import kind_of
from summarizer.stages.text.language import spoken
from summarizer.stages.text.own_words import SHORTEST
from summarizer.value import Value

OPENING = 2
LEADS = 1.5
"""What the first OPENING sentences of an article weigh more as a bottom line."""
WEIGHTY = 0.8
"""The part of the salience of its article's best finding that an opening sentence has which tells the news: others lead up to it."""
FOREIGN = 0.4
"""What a finding weighs whose sentence is in another language than most articles of its story: not every reader can check it."""
ANSWERS, AT_LARGE, SUBSTANCE = 3, 0.7, 30
"""Where a question is put to many articles: exponents of how far a finding answers it and of how far its salience is discounted, and the
concepts from which on its sentence is not slight. Chosen on eight of the 38 SummHay tasks."""
SPARE = 80
"""Words of points held ready for what a writer saves."""
KEEP = 0.7
"""The part of a sentence's concept weight that cuts must leave."""


class Told(Value):
    """A disagreement whose sides have words."""

    conflict: Disagreement
    sides: tuple[Draft, ...]


class DatedDraft(Value):
    event: Dated
    draft: Draft


class StoryPlan(Value):
    """What a story will tell. `bottom_line` and `key_points` are candidates for the writer; the rest is in the sources' own words.

    `spare` are the next best points, best first, for words that the writer saves or a check takes away; `left` the words unused so far.
    """

    articles: tuple[Article, ...]
    order: tuple[str, ...]
    bottom_line: tuple[Candidate, ...]
    key_points: tuple[Candidate, ...]
    timeline: tuple[DatedDraft, ...]
    figures: tuple[Figure, ...]
    quotes: tuple[Quote, ...]
    conflicts: tuple[Told, ...]
    gaps: tuple[str, ...]
    spare: tuple[Candidate, ...] = ()
    left: int = 0


class Teller:
    """Plans one story: its articles, their usable sentences, and the claims made of them."""

    def __init__(
        self, articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]], claims: Sequence[Claim], outline: Outline
    ) -> None:
        self._articles = tuple(articles)
        self._sentences = {article.id: tuple(sentences[article.id]) for article in articles}
        self._usable = {ident: [s for s in own if s.aside is None and s.role == "prose"] for ident, own in self._sentences.items()}
        self._outline = outline
        self._english, self._foreign = _languages(self._articles)
        many = len(self._articles) >= MANY
        near = None if many else outline.focus
        self._weights = Weights(self._usable, near)
        self._order = sequence(articles, self._sentences)
        self._place = {ident: place for place, ident in enumerate(self._order)}
        self._currency = Currency(articles, self._usable, self._order)
        self._salience = Salience(self._usable, self._place, near)
        self._findings = merge(claims, self._weights, self._salience, {article.id: article.published for article in articles})
        self._relevance = relevance(self._findings, self._usable, outline.focus) if outline.focus and many else {}
        flat = [s for own in self._usable.values() for s in own]
        self._asked = asked(flat, outline.focus) if outline.focus and many else {}
        self._leads = frozenset() if outline.focus else _leads(self._findings, self._usable)
        self._worded: dict[tuple[str, int], str] = {}

    def plan(self, words: int) -> StoryPlan:
        """The sections within `words` words, most useful first; what one does not use is left to the next."""
        wanted = self._outline.sections
        missing = gaps(self._articles, self._usable, self._outline.focus) if "gaps" in wanted else ()
        room = Room(words - sum(len(gap.split()) for gap in missing), wanted)
        groups = group(self._articles, self._usable, self._weights)
        most = self._outline.max_points if "key_points" in wanted else 0
        bottom = self._bottom_line(room) if "bottom_line" in wanted else ()
        conflicts = self._conflicts(groups, room) if "conflicts" in wanted else ()
        points = self._points(room.left - sum(room.share(side) for side in ("timeline", "figures", "quotes")), most, room)
        timeline = self._timeline(room) if "timeline" in wanted else ()
        figures = self._figures(groups, room) if "figures" in wanted else ()
        said = self._quotes(room) if "quotes" in wanted else ()
        points = (*points, *self._points(room.left, most - len(points), room))
        left = max(0, room.left)
        spare = self._points(left + SPARE, most - len(points), room)
        return StoryPlan(
            articles=self._articles,
            order=self._order,
            bottom_line=bottom,
            key_points=self._ordered(points),
            timeline=timeline,
            figures=figures,
            quotes=said,
            conflicts=conflicts,
            gaps=missing,
            spare=spare,
            left=left,
        )

    def words_for(self, sentence: Sentence) -> str:
        """The sentence with guarded cuts, made to stand alone."""
        if sentence.key not in self._worded:
            self._worded[sentence.key] = self._alone(sentence, tighten(sentence.text, self._weights.of, keep=KEEP))
        return self._worded[sentence.key]

    def _alone(self, sentence: Sentence, text: str) -> str:
        own = self._sentences[sentence.article]
        before = [s.text for s in own[max(0, sentence.index - 4) : sentence.index] if s.aside is None and s.role == "prose"]
        return stand_alone(text, before)

    def _candidates(self, room: Room) -> list[Candidate]:
        """What may be told: whole sentences that stand alone; any sentence where there is none."""
        open_findings = [(f, self.words_for(f.lead)) for f in self._findings if f.lead.key not in room.used]
        fit = [(f, text) for f, text in open_findings if len(text.split()) >= SHORTEST and not needs_context(text) and self._tells(text)]
        return [Candidate(finding=f, text=text) for f, text in fit or (open_findings if not room.used else ())]

    def _tells(self, text: str) -> bool:
        return not self._english or asserts(text)

    def _points(self, words: int, most: int, room: Room) -> tuple[Candidate, ...]:
        if words < 8 or most < 1:
            return ()
        chosen = select(
            self._candidates(room), self._weights, words, most,
            covered=room.covered, leads=self._leads, told={article for article, _ in room.used}, preference=self._preferred,
        )  # fmt: skip
        for candidate in chosen:
            room.tell(candidate.text, candidate.finding.lead)
        return chosen

    def _preferred(self, finding: Finding) -> float:
        foreign = FOREIGN if finding.lead.article in self._foreign else 1.0
        return self._currency.weight(finding.lead) * self._speaks(finding) * foreign

    def _speaks(self, finding: Finding) -> float:
        """How far the finding answers a question put to many articles, which then counts before what matters to the story at large."""
        if not self._relevance:
            return 1.0
        substance = min(1.0, len(concepts(finding.lead.text)) / SUBSTANCE)
        answers = self._relevance[finding.id] ** ANSWERS
        return float(substance * answers * finding.independent**0.5 / max(finding.salience, 1e-6) ** AT_LARGE)

    def _bottom_line(self, room: Room) -> tuple[Candidate, ...]:
        """The newest state of the story: the weightiest finding, later articles and their opening sentences first."""
        openings = {s.key for own in self._usable.values() for s in own[:OPENING]}
        candidates = self._candidates(room)
        fit = [c for c in candidates if 10 <= len(c.text.split()) <= 45] or candidates
        worth = {
            c.finding.id: c.finding.salience
            * self._preferred(c.finding)
            * (LEADS if c.finding.lead.key in openings else 1.0)
            * begins(c.text)
            * self._asked.get(c.finding.lead.key, 1.0) ** 2
            for c in fit
        }
        best = tuple(sorted(fit, key=lambda c: (-worth[c.finding.id], c.finding.id))[:1])
        for candidate in best:
            room.tell(candidate.text, candidate.finding.lead)
        return best

    def _ordered(self, points: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """In the order in which the story was told, so that what came later reads later."""
        return tuple(sorted(points, key=lambda c: (self._place[c.finding.lead.article], c.finding.lead.index)))

    def _timeline(self, room: Room) -> tuple[DatedDraft, ...]:
        words = room.share("timeline")
        open_sentences = {ident: [s for s in own if s.key not in room.used] for ident, own in self._usable.items()}
        entries = []
        for event in dated(self._articles, open_sentences, self._salience, 6):
            text = self.words_for(event.sentence)
            size = len(text.split()) + 3
            if needs_context(text) or not self._tells(text) or self._currency.passed(event.sentence) or size > min(words, 43):
                continue
            entries.append(DatedDraft(event=event, draft=_draft(event.sentence, text)))
            room.tell(text, event.sentence, words=size)
            words -= size
        return tuple(entries)

    def _figures(self, groups: Sequence[Sequence[Quantity]], room: Room) -> tuple[Figure, ...]:
        words = room.share("figures")
        found: list[Figure] = []
        told = [q for own in self._usable.values() for s in own if s.key in room.used for q in quantities_of(s)]
        for quantities in groups:
            first = next((q for q in quantities if q.sentence.article not in self._foreign), quantities[0])
            if first.sentence.article in self._foreign:
                continue
            known = any(q.sentence.key in room.used for q in quantities)
            known = known or any(q.amount == first.amount and q.kind == first.kind for q in told)
            if known or len(first.measure.split()) > 18 or not reads_well(first) or is_small_talk(first):
                continue
            values = _values(quantities)
            size = len(first.measure.split()) + 3 * len(values)
            if size > words or len(found) >= 5:
                break
            found.append(Figure(measure=first.measure[:1].upper() + first.measure[1:], values=values))
            room.tell(first.measure, words=size)
            words -= size
        return tuple(found)

    def _quotes(self, room: Room) -> tuple[Quote, ...]:
        """Quotations that nothing told so far holds."""
        words = min(room.left, room.share("quotes"))
        told = " ".join(s.text for own in self._usable.values() for s in own if s.key in room.used)
        found: list[Quote] = []
        for quote in quotes(self._articles, self._usable, self._weights, 5):
            size = len(quote.text.split()) + len(quote.speaker.split())
            if quote.text not in told and size <= words and len(found) < 3:
                at = quote.citation.start
                holder = next(s for s in self._usable[quote.citation.source] if s.start <= at < s.end)
                found.append(quote)
                room.tell(quote.text, holder, words=size)
                words -= size
        return tuple(found)

    def _conflicts(self, groups: Sequence[Sequence[Quantity]], room: Room) -> tuple[Told, ...]:
        weights, order = self._weights, self._place
        found = [
            *different_measures(groups, weights),
            *contradictions(groups, order, weights),
            *counts(rivals(self._articles, self._usable, order), weights)[:3],
            *superseded(self._articles, self._usable, order, weights),
            *speakers(self._articles, self._usable, weights),
            *denials(self._articles, self._usable, weights),
        ]
        words = room.share("conflicts")
        told: list[Told] = []
        for conflict in found:
            values = conflict.values or (None,) * len(conflict.sides)
            sides = tuple(_draft(s, self._side(s, value)) for s, value in zip(conflict.sides, values, strict=True))
            size = sum(len(text.split()) for text in (conflict.question, conflict.reading, *(side.text for side in sides)))
            if size <= words and len(told) < 4:
                told.append(Told(conflict=conflict, sides=sides))
                room.tell(" ".join(side.text for side in sides), *conflict.sides, words=size)
                words -= size
        return tuple(told)

    def _side(self, sentence: Sentence, value: str | None) -> str:
        """The clause that holds the number the side turns on, or the tightened sentence."""
        at = sentence.text.find(value) if value else -1
        return self.words_for(sentence) if value is None or at < 0 else self._alone(sentence, clause_at(sentence.text, at, at + len(value)))


def _languages(articles: Sequence[Article]) -> tuple[bool, frozenset[str]]:
    """Whether most of the articles are English, and which are in another language than most."""
    spoke = {article.id: spoken(article) or "en" for article in articles}
    most = max(sorted(set(spoke.values())), key=list(spoke.values()).count)
    return most == "en", frozenset(ident for ident, language in spoke.items() if language != most)


def _leads(findings: Sequence[Finding], usable: Mapping[str, Sequence[Sentence]]) -> frozenset[tuple[str, int]]:
    """The opening sentences of articles that matter about as much as the best of their article."""
    best: dict[str, float] = {}
    for finding in findings:
        best[finding.lead.article] = max(best.get(finding.lead.article, 0.0), finding.salience)
    openings = {s.key for own in usable.values() for s in own[:OPENING]}
    return frozenset(f.lead.key for f in findings if f.lead.key in openings and f.salience >= WEIGHTY * best[f.lead.article])


def _draft(sentence: Sentence, text: str) -> Draft:
    return Draft(finding="", text=text, sentences=(sentence,), kind=kind_of(text))


def _values(quantities: Sequence[Quantity]) -> tuple[FigureValue, ...]:
    """At most three values of a measure; who gives the same one is cited beside it."""
    by_amount: dict[float, list[Quantity]] = {}
    for quantity in quantities:
        by_amount.setdefault(quantity.amount, []).append(quantity)
    return tuple(
        FigureValue(value=own[0].value, unit=own[0].unit, as_of=None, citations=tuple(_span(q.sentence) for q in own[:3]))
        for own in list(by_amount.values())[:3]
    )


def _span(sentence: Sentence) -> Citation:
    return Citation(source=sentence.article, start=sentence.start, end=sentence.end, quote=sentence.text)
