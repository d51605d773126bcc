"""What an Entailment does not bear out goes back once, then to the source's own words; what it cannot tell passes."""

import math
from collections.abc import Sequence

import pytest

from summarizer.claim import Draft, Finding
from summarizer.protocols import Pair
from summarizer.stages.evidence.second_opinion import SecondOpinion
from summarizer.stages.sorting.chunk import chunk
from summarizer.stages.text.own_words import SentenceExtractor
from summarizer.stages.text.segment import segment
from summarizer.testing import CountingTokens, Heard, article

ARTICLE = article(
    "The harbour board sold the Old Basin to Ostrand Line on Tuesday. Some 60 jobs will go, the line said on Wednesday.", id="a"
)


async def findings() -> tuple[Finding, ...]:
    (piece,) = chunk(segment(ARTICLE), CountingTokens(), 3000)
    claims = await SentenceExtractor().extract(piece)
    return tuple(
        Finding(id=str(n), claims=(c,), lead=c.sentences[0], support=c.sentences, kind="fact", salience=1.0, independent=1)
        for n, c in enumerate(claims)
    )


class Words:
    """A Writer that says `first`, and `better` when told that it failed."""

    def __init__(self, first: str, better: str | None) -> None:
        self.first, self.better = first, better
        self.reasons: tuple[str, ...] = ()

    async def write(self, findings: Sequence[Finding], language: str) -> tuple[Draft, ...]:
        return tuple(Draft(finding=f.id, text=self.first, sentences=(f.lead,), kind="fact") for f in findings)

    async def repair(self, finding: Finding, draft: Draft, reasons: Sequence[str], language: str) -> Draft | None:
        self.reasons = tuple(reasons)
        return None if self.better is None else draft.model_copy(update={"text": self.better})


class Opinion:
    def __init__(self, **scores: float) -> None:
        self.scores = scores

    async def score(self, pairs: Sequence[Pair]) -> tuple[float, ...]:
        assert all("board" in pair.premise or "jobs" in pair.premise for pair in pairs)
        return tuple(self.scores[pair.claim] for pair in pairs)


@pytest.mark.parametrize(
    ("better", "texts"), [("good", {"good"}), ("bad", set()), (None, set())], ids=["repaired", "bad again", "nothing better"]
)
async def test_what_is_not_borne_out_goes_back_once(better: str | None, texts: set[str]) -> None:
    heard = Heard()
    writer = Words("bad", better)
    drafts = await SecondOpinion(writer, Opinion(bad=0.1, good=0.9), "nli", heard).write(await findings(), "en")
    assert {draft.text for draft in drafts} == texts
    assert writer.reasons
    assert any("not borne out" in message for message in heard.notices)


@pytest.mark.parametrize("score", [0.9, math.nan])
async def test_what_is_borne_out_or_cannot_be_told_stays(score: float) -> None:
    found = await findings()
    drafts = await SecondOpinion(Words("said", None), Opinion(said=score), "nli", Heard()).write(found, "en")
    assert [draft.finding for draft in drafts] == [finding.id for finding in found]


async def test_a_repair_is_held_against_its_sentences_too() -> None:
    (finding, *_) = await findings()
    draft = Draft(finding=finding.id, text="x", sentences=(finding.lead,), kind="fact")
    opinion = SecondOpinion(Words("x", "bad"), Opinion(bad=0.0), "nli", Heard())
    assert await opinion.repair(finding, draft, ("why",), "en") is None
