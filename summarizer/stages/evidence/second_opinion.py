"""A Writer whose words are held against their sentences by an Entailment too, before the checks see them."""

import math
from collections.abc import Sequence

from summarizer.claim import Draft, Finding
from summarizer.events import Notice
from summarizer.protocols import Entailment, Listener, Pair, Writer
from summarizer.stages.checks.check import ENTAILED


class SecondOpinion:
    """Implements `protocols.Writer` around one. A draft that is not borne out goes back once; when it fails again the finding has none, and
    so keeps its source's own sentence. What the Entailment cannot tell (NaN) passes: the checks still see it.

    Raises what the writer and the Entailment raise.
    """

    def __init__(self, writer: Writer, entailment: Entailment, name: str, listen: Listener) -> None:
        self._writer, self._entailment, self._name, self._listen = writer, entailment, name, listen

    async def write(self, findings: Sequence[Finding], language: str) -> tuple[Draft, ...]:
        drafts = await self._writer.write(findings, language)
        doubted = [draft for draft, borne in zip(drafts, await self._borne_out(drafts), strict=True) if not borne]
        if not doubted:
            return drafts
        asked = {finding.id: finding for finding in findings}
        again = {draft.finding: await self.repair(asked[draft.finding], draft, (self._reason,), language) for draft in doubted}
        kept = [again.get(draft.finding, draft) for draft in drafts]
        lost = sum(draft is None for draft in kept)
        told = (
            f"{self._name}: {len(doubted)} of {len(drafts)} worded sentences were not borne out, {len(doubted) - lost} are said better now"
        )
        self._listen(Notice(level="info", message=f"{told}, {lost} keep their sources' own words"))
        return tuple(draft for draft in kept if draft is not None)

    async def repair(self, finding: Finding, draft: Draft, reasons: Sequence[str], language: str) -> Draft | None:
        better = await self._writer.repair(finding, draft, reasons, language)
        return better if better is not None and (await self._borne_out((better,)))[0] else None

    @property
    def _reason(self) -> str:
        return "says more than the cited text, or something else"

    async def _borne_out(self, drafts: Sequence[Draft]) -> list[bool]:
        pairs = [Pair(premise=" ".join(sentence.text for sentence in draft.sentences), claim=draft.text) for draft in drafts]
        return [math.isnan(score) or score >= ENTAILED for score in (await self._entailment.score(pairs) if pairs else ())]
