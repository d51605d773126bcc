"""A plan becomes a story: worded, cited, checked; what fails is repaired once, then told in the source's own words, then dropped."""

import asyncio
from collections.abc import Callable, Sequence

from summarizer.brief import Conflict, Dropped, Event, Side, Statement, Story, Verification
from summarizer.claim import Draft, Finding
from summarizer.errors import BudgetReached, ProviderError
from summarizer.protocols import Writer
from summarizer.stages.choosing.select import Candidate
from summarizer.stages.choosing.standalone import needs_context
from summarizer.stages.choosing.story import StoryPlan
from summarizer.stages.sorting.corpus import Corpus
from summarizer.stages.writing.assemble import source_mix, story_id
from summarizer.stages.writing.cite import cite, confidence, own_words
from summarizer.stages.writing.title import headline
from summarizer.verdict import Verdict

Judge = Callable[[Statement], Verdict]
"""Checks one statement against what it cites."""


class Tally:
    """What verification did, as the receipt tells it."""

    def __init__(self) -> None:
        self.verified = self.repaired = self.replaced = self.unchecked = self.statements = 0
        self.dropped: list[Dropped] = []

    def keep(self, statement: Statement) -> Statement:
        self.statements += 1
        self.verified += statement.support == "verified"
        self.unchecked += statement.support == "unchecked"
        return statement

    def drop(self, text: str, reasons: Sequence[str]) -> None:
        self.dropped.append(Dropped(text=text, reason="; ".join(reasons) or "not supported by what it cites"))

    def verification(self) -> Verification:
        return Verification(
            statements=self.statements,
            verified=self.verified,
            repaired=self.repaired,
            replaced=self.replaced,
            dropped=tuple(self.dropped),
            unchecked=self.unchecked,
        )


class StoryMaker:
    """Tells plans one after another and keeps the tally. A provider that fails is not asked again: `trouble` holds its error, and the
    sources' own
    words serve from then on."""

    def __init__(self, corpus: Corpus, writer: Writer | None, judge: Judge, language: str) -> None:
        self._corpus = corpus
        self._writer = writer
        self._judge = judge
        self._language = language
        self.tally = Tally()
        self.trouble: ProviderError | BudgetReached | None = None
        self._drafts: dict[str, Draft] = {}

    async def word(self, plans: Sequence[StoryPlan]) -> None:
        """Has the writer word the points of all stories at once; without one, or where it fails, the sources' own words serve."""
        await asyncio.gather(*(self._write([c.finding for c in (*plan.bottom_line, *plan.key_points)]) for plan in plans))

    async def tell(self, plan: StoryPlan) -> Story:
        """The story of a plan, of the drafts made by `word`. A section whose statements all fell is empty."""
        bottom = [s for c in plan.bottom_line if (s := await self._stand(c, self._drafts.get(c.finding.id)))]
        points = await self._points(plan, bottom)
        timeline = [
            Event(date=entry.event.date, precision=entry.event.precision, statement=s)
            for entry in plan.timeline
            if (s := self.uphold(entry.draft))
        ]
        conflicts = []
        for told in plan.conflicts:
            sides = [s for draft in told.sides if (s := self.uphold(draft))]
            if len(sides) >= 2:
                conflict = told.conflict
                conflicts.append(
                    Conflict(
                        question=conflict.question,
                        kind=conflict.kind,
                        sides=tuple(Side(statement=s) for s in sides),
                        reading=conflict.reading,
                    )
                )
        mix = source_mix(plan, self._corpus.copy_of)
        days = sorted(a.published for a in plan.articles if a.published)
        return Story(
            id=story_id(plan.articles),
            headline=headline(next(iter((*bottom, *points)), None), plan.articles),
            status="single source"
            if mix.independent == 1
            else "superseded reports inside"
            if any(c.kind == "superseded" for c in conflicts)
            else "developing",
            first_seen=days[0] if days else None,
            bottom_line=tuple(bottom),
            key_points=tuple(points),
            timeline=tuple(timeline),
            figures=plan.figures,
            quotes=plan.quotes,
            conflicts=tuple(conflicts),
            gaps=plan.gaps,
            source_mix=mix,
        )

    async def _points(self, plan: StoryPlan, bottom: Sequence[Statement]) -> list[Statement]:
        """The key points in the order of the story; words that the writer saved, or a check took away, go to the next best ones."""
        stood = [(c, s) for c in plan.key_points if (s := await self._stand(c, self._drafts.get(c.finding.id)))]
        planned = sum(len(c.text.split()) for c in (*plan.bottom_line, *plan.key_points))
        left = plan.left + planned - sum(len(s.text.split()) for s in (*bottom, *(s for _, s in stood)))
        for candidate in plan.spare:
            if len(candidate.text.split()) <= left and (statement := await self._stand(candidate, None)):
                stood.append((candidate, statement))
                left -= len(statement.text.split())
        place = {article: number for number, article in enumerate(plan.order)}
        stood.sort(key=lambda pair: (place[pair[0].finding.lead.article], pair[0].finding.lead.index))
        return [statement for _, statement in stood]

    async def _write(self, findings: Sequence[Finding]) -> None:
        if self._writer is None or self.trouble is not None or not findings:
            return
        try:
            self._drafts |= {draft.finding: draft for draft in await self._writer.write(findings, self._language)}
        except (ProviderError, BudgetReached) as error:
            self.trouble = self.trouble or error

    async def _stand(self, candidate: Candidate, written: Draft | None) -> Statement | None:
        """The statement that stands: as written, else as repaired, else in the source's own words; None when all fail."""
        reasons: tuple[str, ...] = ()
        if written is not None:
            statement, reasons = self._check(written)
            if statement is not None:
                return self.tally.keep(statement)
            again = await self._repair(candidate.finding, written, reasons)
            if again is not None:
                statement, _ = self._check(again)
                if statement is not None:
                    self.tally.repaired += 1
                    return self.tally.keep(statement)
        whole = candidate.finding.lead.text
        for text in dict.fromkeys((candidate.text, whole) if not needs_context(whole) else (candidate.text,)):
            statement, own_reasons = self._check(own_words(candidate.finding, text))
            if statement is not None:
                self.tally.replaced += written is not None
                return self.tally.keep(statement)
            reasons = reasons or own_reasons
        self.tally.drop(written.text if written else candidate.text, reasons)
        return None

    async def _repair(self, finding: Finding, draft: Draft, reasons: Sequence[str]) -> Draft | None:
        if self._writer is None or self.trouble is not None:
            return None
        try:
            return await self._writer.repair(finding, draft, reasons, self._language)
        except (ProviderError, BudgetReached) as error:
            self.trouble = error
            return None

    def uphold(self, draft: Draft) -> Statement | None:
        """A draft in the source's words, checked; else the whole sentence; else dropped with its reasons."""
        reasons: tuple[str, ...] = ()
        whole = draft.sentences[0].text
        for text in dict.fromkeys((draft.text, whole) if not needs_context(whole) else (draft.text,)):
            statement, own = self._check(draft.model_copy(update={"text": text}))
            if statement is not None:
                return self.tally.keep(statement)
            reasons = reasons or own
        self.tally.drop(draft.text, reasons)
        return None

    def _check(self, draft: Draft) -> tuple[Statement | None, tuple[str, ...]]:
        statement = cite(draft)
        verdict = self._judge(statement)
        if not verdict.supported:
            return None, verdict.reasons
        kept = statement.model_copy(
            update={
                "citations": verdict.citations or statement.citations,
                "support": verdict.support,
                "checks": {check.name: check.outcome for check in verdict.checks},
                "independent_sources": max(1, verdict.independent_sources),
                "confidence": confidence(max(1, verdict.independent_sources), statement.kind, verdict.support),
            }
        )
        return kept, ()
