"""The whole path, with and without a model: every statement cited, nothing lost, trouble costs its part."""

from collections.abc import Sequence

import pytest

from summarizer.article import Chunk, Failed, Reading
from summarizer.brief import Brief
from summarizer.claim import Claim, Draft, Finding
from summarizer.errors import BudgetReached, NoInput, ProviderError, ProviderRefused
from summarizer.pipeline import Engine, make_brief
from summarizer.prompts import load
from summarizer.settings import Outline
from summarizer.stages.asking.select_claims import SelectingExtractor
from summarizer.stages.asking.word_findings import WordingWriter
from summarizer.stages.text.own_words import SentenceExtractor
from summarizer.testing import CountingTokens, FixedClock, Heard, HonestModel, ScriptedModel, article

A = article(
    "The harbour board sold the Old Basin to Ostrand Line for 410 million crowns on Tuesday, 4 March 2031. "
    "The sale was approved by 23 votes to 18. "
    "“We had no choice, and the debts are paid,” Mayor Lenka Brovik said after the vote."
    "\n\nSubscribe to our newsletter and save 20 percent on your first month!",
    id="a",
    title="Basin sold",
    publisher="Harbour Post",
)
B = article(
    "Ostrand Line will move its container cranes to the Old Basin in June, its chief executive Ivo Lanner said on Wednesday. "
    "Some 60 jobs will go. "
    "Fishermen said they had not been asked about the sale of the basin.",
    id="b",
    title="Cranes to move",
    publisher="Coast Radio",
)
COPY = A.model_copy(update={"id": "c", "publisher": "Valdry Daily"})


def extractive(**changes: object) -> Engine:
    return Engine(**{"name": "extractive", "extractor": SentenceExtractor(), "writer": None, "counter": CountingTokens(), **changes})  # type: ignore[arg-type]


async def brief_of(*articles, engine: Engine | None = None, outline: Outline | None = None, failed: Sequence[Failed] = ()) -> Brief:  # type: ignore[no-untyped-def]
    reading = Reading(articles=articles, failed=tuple(failed))
    return await make_brief(reading, engine or extractive(), outline or Outline(), clock=FixedClock(), listen=Heard())


def texts() -> dict[str, str]:
    return {each.id: each.text for each in (A, B, COPY)}


async def test_every_statement_is_cited_by_characters_that_are_there() -> None:
    brief = await brief_of(A, B)
    assert brief.statements()
    assert all(statement.citations for statement in brief.statements())
    assert all(texts()[c.source][c.start : c.end] == c.quote for c in brief.citations())
    assert all(statement.support == "verified" for statement in brief.statements())


async def test_the_same_articles_give_the_same_brief() -> None:
    assert await brief_of(A, B) == await brief_of(A, B)


async def test_a_copy_counts_once_and_is_in_the_receipt() -> None:
    brief = await brief_of(A, B, COPY)
    assert brief.coverage.duplicates == 1
    assert sorted(filter(None, (s.duplicate_of for s in brief.sources))) in (["a"], ["c"])
    assert brief.stories[0].source_mix.syndicated == 1
    assert all(statement.independent_sources <= 2 for statement in brief.statements())


async def test_what_could_not_be_read_stays_in_the_receipt() -> None:
    brief = await brief_of(A, failed=[Failed(location="b.pdf", reason="it is encrypted")])
    assert brief.coverage.articles_in == 2
    assert brief.coverage.failed[0].reason == "it is encrypted"


async def test_words_and_points_are_kept_to() -> None:
    brief = await brief_of(A, B, outline=Outline(max_words=60, max_points=2))
    story = brief.stories[0]
    assert len(story.key_points) <= 2
    assert sum(len(s.text.split()) for s in brief.statements()) <= 80


async def test_only_the_sections_asked_for_are_told() -> None:
    brief = await brief_of(A, B, outline=Outline(sections=("key_points",)))
    story = brief.stories[0]
    assert story.key_points
    assert [story.bottom_line, story.timeline, story.figures, story.quotes, story.conflicts, story.gaps] == [()] * 6


async def test_nothing_usable_is_an_error_with_the_reasons() -> None:
    with pytest.raises(NoInput, match=r"x\.txt: no such file") as caught:
        await brief_of(failed=[Failed(location="x.txt", reason="no such file")])
    assert caught.value.failed


def with_model(model: object, **changes: object) -> Engine:
    return extractive(
        name="openai",
        model="m",
        extractor=SelectingExtractor(model, load("map")),
        writer=WordingWriter(model, load("reduce")),
        **changes,  # type: ignore[arg-type]
    )


async def test_a_model_words_the_points_and_every_one_is_still_cited_and_checked() -> None:
    model = HonestModel()
    brief = await brief_of(A, B, engine=with_model(model))
    assert {request.purpose for request in model.requests} == {"map", "reduce"}
    assert all(texts()[c.source][c.start : c.end] == c.quote for c in brief.citations())
    assert brief.run.engine == "openai"


class Liar:
    """A Writer whose every draft says something its sources do not."""

    async def write(self, findings: Sequence[Finding], language: str) -> tuple[Draft, ...]:
        return tuple(
            Draft(finding=f.id, text="The basin was given away for 9 crowns by Zoran Quell.", sentences=(f.lead,), kind="fact")
            for f in findings
        )

    async def repair(self, finding: Finding, draft: Draft, reasons: Sequence[str], language: str) -> Draft | None:
        return draft


async def test_a_forged_statement_is_replaced_by_its_sources_own_words() -> None:
    brief = await brief_of(A, B, engine=extractive(writer=Liar()))
    assert not any("Zoran" in statement.text for statement in brief.statements())
    assert brief.verification.replaced > 0


class Refused:
    def __init__(self, error: Exception, after: int = 0) -> None:
        self.error, self.after, self.calls = error, after, 0

    async def extract(self, chunk: Chunk) -> tuple[Claim, ...]:
        self.calls += 1
        if self.calls > self.after:
            raise self.error
        return await SentenceExtractor().extract(chunk)


class Terse(Liar):
    """A Writer that tells each finding by its first clause."""

    async def write(self, findings: Sequence[Finding], language: str) -> tuple[Draft, ...]:
        return tuple(Draft(finding=f.id, text=f.lead.text.split(",")[0] + ".", sentences=(f.lead,), kind=f.kind) for f in findings)


async def test_words_that_a_writer_saves_go_to_the_next_best_points() -> None:
    towns = ["Orrin", "Pell", "Marrow", "Langnes", "Vell", "Corran", "Halse", "Brumel"]
    told = [f"{town} lost {n} ferries on Monday, the harbour board of {town} said after a long night." for n, town in enumerate(towns, 12)]
    source = article("\n\n".join(told), id="t")
    outline = Outline(sections=("bottom_line", "key_points"), max_words=60)
    plain = await brief_of(source, outline=outline)
    terse = await brief_of(source, outline=outline, engine=extractive(writer=Terse()))
    points = [statement.text for statement in terse.stories[0].key_points]
    assert len(points) > len(plain.stories[0].key_points)
    assert 45 <= sum(len(statement.text.split()) for statement in terse.statements()) <= 60
    assert points == sorted(points, key=lambda text: towns.index(text.split()[0])), "in the order of the story"


async def test_a_provider_that_refuses_costs_its_error_and_leaves_an_extractive_brief() -> None:
    engine = extractive(name="openai", extractor=Refused(ProviderRefused("the key was refused")), concurrency=1)
    with pytest.raises(ProviderError, match="refused") as caught:
        await brief_of(A, B, engine=engine)
    assert caught.value.brief is not None
    assert caught.value.brief.stories
    assert caught.value.brief.degraded == ("the key was refused",)


async def test_after_a_refusal_no_further_call_is_made() -> None:
    extractor = Refused(ProviderRefused("no"))
    with pytest.raises(ProviderError):
        await brief_of(A, B, engine=extractive(extractor=extractor, concurrency=1))
    assert extractor.calls == 1


async def test_a_reached_budget_keeps_what_was_read_and_says_what_was_not() -> None:
    engine = extractive(extractor=Refused(BudgetReached("0.10 USD reached"), after=1), concurrency=1)
    with pytest.raises(BudgetReached) as caught:
        await brief_of(A, B, engine=engine)
    partial = caught.value.brief
    assert partial is not None
    assert 0 < partial.coverage.tokens_read < partial.coverage.tokens_in
    assert partial.degraded[1] == "the model was asked about 1 of 2 chunks; the rest was not read: Cranes to move"
    assert "not read: the cap was reached before" in {unused.reason for unused in partial.coverage.unused}


class Priced:
    """An Extractor with money for so many sentences in all; larger chunks no longer fit, smaller ones may."""

    def __init__(self, sentences: int) -> None:
        self.left = sentences
        self.asked: list[Chunk] = []

    async def extract(self, chunk: Chunk) -> tuple[Claim, ...]:
        if len(chunk.sentences) > self.left:
            raise BudgetReached("the cap of $1 is reached")
        self.left -= len(chunk.sentences)
        self.asked.append(chunk)
        return await SentenceExtractor().extract(chunk)


async def test_trimming_asks_about_the_openings_first_and_says_what_it_did_not_ask() -> None:
    extractor, model = Priced(2), HonestModel()
    writer = WordingWriter(model, load("reduce"))
    engine = extractive(
        name="openai", extractor=extractor, writer=writer, on_limit="trim", chunk_tokens=30, concurrency=1, counter=CountingTokens()
    )
    with pytest.raises(BudgetReached) as caught:
        await brief_of(A, B, engine=engine)
    brief = caught.value.brief
    assert brief is not None
    assert {chunk.index for chunk in extractor.asked} == {0}
    assert any(f"asked about {len(extractor.asked)} of" in reason and "own words" in reason for reason in brief.degraded)
    assert brief.coverage.tokens_read == brief.coverage.tokens_in
    assert {request.purpose for request in model.requests} == {"reduce"}


async def test_trimming_stops_for_a_provider_that_refuses() -> None:
    extractor = Refused(ProviderRefused("no"))
    with pytest.raises(ProviderError):
        await brief_of(A, B, engine=extractive(extractor=extractor, concurrency=1, on_limit="trim"))
    assert extractor.calls == 1


async def test_a_cap_that_is_not_reached_trims_nothing() -> None:
    brief = await brief_of(A, B, engine=extractive(extractor=Priced(100), on_limit="trim"))
    assert brief.degraded == ()


async def test_nonsense_from_a_model_costs_its_chunk_only() -> None:
    model = ScriptedModel(lambda request: "nonsense")
    brief = await brief_of(A, B, engine=with_model(model))
    assert brief.stories
    assert all(texts()[c.source][c.start : c.end] == c.quote for c in brief.citations())


async def test_the_language_is_that_of_the_articles_where_their_own_words_are_told() -> None:
    german = article(
        "Der Hafenrat hat das Alte Becken am Dienstag für 410 Millionen Kronen an die Ostrand-Linie verkauft. "
        "Die Fischer sagten, sie seien zu dem Verkauf nicht gefragt worden, und wollen vor Gericht ziehen.",
        id="g",
    )
    assert (await brief_of(german)).language == "de"
    assert (await brief_of(german, outline=Outline(language="en"))).language == "de"
