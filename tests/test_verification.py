"""Each guard of `verify` against a planted bug: a brief that was true, and what is said once something in it was altered."""

import asyncio
import json
import math
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import pytest

from summarizer import verify
from summarizer.article import Article
from summarizer.brief import (
    Brief,
    Citation,
    Coverage,
    Figure,
    FigureValue,
    Quote,
    Run,
    Source,
    SourceMix,
    Statement,
    Story,
    Verification,
    Window,
)
from summarizer.protocols import Pair
from summarizer.testing import article
from summarizer.verdict import Report, Verdict
from summarizer.verification import averify, verify_pairs

HARBOUR = article(
    "The harbour board of Kesterhaven voted on Tuesday to close the old ferry terminal. "
    "The terminal served 420 passengers a day. "
    "Mayor Ada Lund said: “We will not pay for a new terminal before 2031.” "
    "Rain is expected at the weekend.",
    id="harbour",
    title="Terminal to close",
)
UNION = article(
    "Ferry fares rose 12 percent in March after a strike of the crews. Sixty jobs will go with the terminal in Kesterhaven.",
    id="union",
    title="Fares rise",
)
ARTICLES = (HARBOUR, UNION)


def cite(source: Article, words: str) -> Citation:
    start = source.text.index(words)
    return Citation(source=source.id, start=start, end=start + len(words), quote=words)


def statement(text: str, *citations: Citation, ident: str = "s1", independent: int = 1) -> Statement:
    return Statement(id=ident, text=text, kind="fact", citations=citations, independent_sources=independent)


CLOSED = cite(HARBOUR, "The harbour board of Kesterhaven voted on Tuesday to close the old ferry terminal.")
SERVED = cite(HARBOUR, "The terminal served 420 passengers a day.")
LUND = cite(HARBOUR, "Mayor Ada Lund said: “We will not pay for a new terminal before 2031.”")
RAIN = cite(HARBOUR, "Rain is expected at the weekend.")


def brief(*statements: Statement, texts: bool = False, **story: object) -> Brief:
    sources = tuple(Source(id=a.id, title=a.title or "", sha256=a.sha256, text=a.text if texts else None) for a in ARTICLES)
    mix = SourceMix(articles=2, independent=2, syndicated=0)
    told = Story.model_validate({"id": "x", "headline": "Ferries", "status": "new", "key_points": statements, "source_mix": mix, **story})
    return Brief(
        id="b", title="Ferries", created=datetime(2031, 5, 3, tzinfo=UTC), language="en", window=Window(), stories=(told,), sources=sources,
        coverage=Coverage(articles_in=2, read=2, duplicates=0, chunks=2, tokens_in=80, tokens_read=80),
        verification=Verification(statements=len(statements), verified=len(statements), repaired=0, replaced=0, unchecked=0),
        run=Run(engine="extractive"),
    )  # fmt: skip


def only(report: Report) -> Verdict:
    assert len(report.verdicts) == 1
    return report.verdicts[0]


def reasons(report: Report) -> str:
    return "; ".join(reason for verdict in report.verdicts for reason in verdict.reasons)


def test_a_true_brief_passes_and_every_statement_has_a_verdict() -> None:
    report = verify(
        brief(
            statement("The board of Kesterhaven's harbour voted on Tuesday to close the old ferry terminal.", CLOSED),
            statement("The terminal served 420 passengers a day.", SERVED, ident="s2"),
        ),
        ARTICLES,
    )
    assert report.ok, (report.problems, reasons(report))
    assert [verdict.id for verdict in report.verdicts] == ["s1", "s2"]


@pytest.mark.parametrize(
    ("text", "citation", "said"),
    [
        ("The terminal served 950 passengers a day.", SERVED, "950"),
        ("The harbour board of Kesterhaven voted on Friday to close the old ferry terminal.", CLOSED, "Friday"),
        ("The harbour board of Marlow voted on Tuesday to close the old ferry terminal.", CLOSED, "Marlow"),
        ("The harbour board of Kesterhaven did not vote on Tuesday to close the old ferry terminal.", CLOSED, "not"),
    ],
)
def test_an_altered_statement_fails_and_the_reason_names_what_is_wrong(text: str, citation: Citation, said: str) -> None:
    report = verify(brief(statement(text, citation)), ARTICLES)
    assert not report.ok
    assert said in reasons(report)


def test_a_moved_citation_is_found_out_and_the_right_sentence_is_given() -> None:
    verdict = only(verify(brief(statement("The terminal served 420 passengers a day.", RAIN)), ARTICLES))
    assert not verdict.supported
    assert verdict.moved
    assert verdict.citations[0].quote == SERVED.quote


def test_an_altered_quote_and_a_shifted_span_fail() -> None:
    altered = SERVED.model_copy(update={"quote": "The terminal served 520 passengers a day."})
    shifted = SERVED.model_copy(update={"start": SERVED.start + 2, "end": SERVED.end + 2})
    for wrong in (altered, shifted):
        verdict = only(verify(brief(statement(wrong.quote, wrong)), ARTICLES))
        assert not verdict.supported
        assert "do not stand in the article" in " ".join(verdict.reasons)


def test_an_invented_source_and_a_span_behind_the_end_fail() -> None:
    invented = SERVED.model_copy(update={"source": "nobody"})
    behind = SERVED.model_copy(update={"start": 5000, "end": 5041})
    assert "none of the brief's sources" in reasons(verify(brief(statement(SERVED.quote, invented)), ARTICLES))
    assert "do not stand in the article" in reasons(verify(brief(statement(SERVED.quote, behind)), ARTICLES))
    assert "cites nothing" in reasons(verify(brief(statement(SERVED.quote)), ARTICLES))


def test_a_part_of_a_sentence_may_be_cited() -> None:
    assert verify(brief(statement("The terminal served 420 passengers.", cite(HARBOUR, "terminal served 420 passengers"))), ARTICLES).ok


def test_a_missing_source_is_named_and_its_statements_are_unchecked_and_not_failed() -> None:
    report = verify(brief(statement(SERVED.quote, SERVED)), [UNION])
    verdict = only(report)
    assert not report.ok
    assert "Terminal to close" in report.problems[0]
    assert verdict.support == "unchecked"
    assert verdict.supported
    assert verdict.reasons == ()


def test_a_brief_with_its_texts_inside_verifies_on_its_own() -> None:
    assert verify(brief(statement(SERVED.quote, SERVED), texts=True), []).ok


def test_a_text_inside_the_brief_that_was_altered_is_not_believed() -> None:
    whole = brief(
        statement("The terminal served 950 passengers a day.", SERVED.model_copy(update={"quote": SERVED.quote.replace("420", "950")})),
        texts=True,
    )
    forged = whole.with_texts({HARBOUR.id: HARBOUR.text.replace("420", "950"), UNION.id: UNION.text})
    report = verify(forged, [])
    assert not report.ok
    assert "is not the one it was made from" in report.problems[0]


def test_an_article_that_changed_since_is_said_to_have_changed() -> None:
    changed = article(HARBOUR.text + " Correction follows.", id=HARBOUR.id)
    assert "has changed since" in verify(brief(statement(SERVED.quote, SERVED)), [changed, UNION]).problems[0]


def test_figures_and_quotations_are_checked_too() -> None:
    value = FigureValue(value="420", unit="passengers a day", citations=(SERVED,))
    wrong = value.model_copy(update={"value": "430"})
    quote = Quote(speaker="Ada Lund", text="We will not pay for a new terminal before 2031.", citation=LUND)
    lost = quote.model_copy(update={"text": "We will pay for a new terminal before 2031."})
    other = quote.model_copy(update={"speaker": "Bo Marsh"})
    good = brief(figures=(Figure(measure="passengers", values=(value,)),), quotes=(quote,))
    assert verify(good, ARTICLES).ok, reasons(verify(good, ARTICLES))
    bad = brief(figures=(Figure(measure="passengers", values=(wrong,)),), quotes=(lost, other))
    assert [verdict.supported for verdict in verify(bad, ARTICLES).verdicts] == [False, False, False]


def test_counts_that_contradict_the_brief_are_problems() -> None:
    true = brief(statement(SERVED.quote, SERVED))
    receipt = true.coverage.model_copy(update={"read": 7, "articles_in": 7})
    assert "7 articles were read and the brief lists 2" in " ".join(
        verify(true.model_copy(update={"coverage": receipt}), ARTICLES).problems
    )
    boasting = brief(statement(SERVED.quote, SERVED, independent=5))
    assert "5 independent sources and cites 1" in reasons(verify(boasting, ARTICLES))


def test_a_text_without_citations_is_held_against_the_best_sentences() -> None:
    text = "# Ferries\n\n- The old ferry terminal of Kesterhaven will close, the harbour board voted.\n- Ferry fares rose 12% in March.\n"
    report = verify(text, ARTICLES)
    assert report.ok, reasons(report)
    assert [verdict.citations[0].source for verdict in report.verdicts] == ["harbour", "union"]


def test_a_sentence_nobody_wrote_fails_among_true_ones() -> None:
    report = verify("Ferry fares rose 12 percent in March. The bakers of Marlow won a prize for rye bread in Dunmere.", ARTICLES)
    assert [verdict.supported for verdict in report.verdicts] == [True, False]


def test_a_mark_that_names_the_wrong_article_is_found_out() -> None:
    assert verify("Ferry fares rose 12 percent in March [2].", ARTICLES).ok
    wrong = only(verify("Ferry fares rose 12 percent in March [1].", ARTICLES))
    assert not wrong.supported
    assert wrong.moved
    assert {citation.source for citation in wrong.citations} == {"union"}
    invented = verify("Ferry fares rose 12 percent in March [2][9].", ARTICLES)
    assert "[9]" in reasons(invented)


def test_copies_of_one_report_are_one_independent_source() -> None:
    copy = UNION.model_copy(update={"id": "copy"})
    assert only(verify("Ferry fares rose 12 percent in March.", [UNION, copy])).independent_sources == 1


def test_nothing_to_check_and_nothing_to_check_against_are_problems() -> None:
    assert verify("# Heading only\n", ARTICLES).problems
    assert verify("Fares rose.", []).problems


async def test_it_works_inside_a_running_loop_and_awaited() -> None:
    whole = brief(statement(SERVED.quote, SERVED))
    assert verify(whole, ARTICLES) == await averify(whole, ARTICLES)
    assert asyncio.get_running_loop().is_running()


class Unsure:
    async def score(self, pairs: Sequence[Pair]) -> tuple[float, ...]:
        return (math.nan,) * len(pairs)


def test_an_entailment_that_could_not_tell_leaves_the_checks_to_decide() -> None:
    verdict = only(verify(brief(statement(SERVED.quote, SERVED)), ARTICLES, Unsure()))
    assert verdict.supported
    assert verdict.support == "unchecked"
    assert not only(verify(brief(statement("The terminal served 950 passengers a day.", SERVED)), ARTICLES, Unsure())).supported


def row(**fields: object) -> str:
    return json.dumps({"id": 1, **fields})


def asked(*lines: str, entailment: Unsure | None = None) -> list[dict[str, object]]:
    return [json.loads(line) for line in verify_pairs(lines, entailment)]


def test_pairs_are_answered_in_order_with_score_verdict_and_checks() -> None:
    true, false = asked(
        row(source=HARBOUR.text, claim=SERVED.quote),
        row(documents=[UNION.text, HARBOUR.text], claim="The terminal served 950 passengers a day."),
    )
    assert true["verdict"] == "supported"
    assert isinstance(true["score"], float)
    assert true["score"] >= 0.5
    assert false["verdict"] == "unsupported"
    assert isinstance(false["checks"], dict)
    assert false["checks"]["numbers"] == "fail"


def test_a_row_that_cannot_be_read_costs_itself() -> None:
    answers = asked(
        "not json", row(claim="no source"), row(source="x"), "[1]", row(source="x", claim=7), row(source=UNION.text, claim=UNION.text)
    )
    assert [answer["verdict"] for answer in answers] == ["unchecked"] * 5 + ["supported"]
    assert all("error" in answer for answer in answers[:5])


def test_pairs_flow_without_waiting_for_the_end() -> None:
    def endless() -> Iterator[str]:
        while True:
            yield row(source=HARBOUR.text, claim=SERVED.quote)

    answers = verify_pairs(endless())
    assert [json.loads(next(answers))["verdict"] for _ in range(3)] == ["supported"] * 3


def test_pairs_scored_by_a_model_keep_their_places_and_could_not_tell_is_null() -> None:
    lines = [
        row(source=HARBOUR.text, claim=SERVED.quote),
        "broken",
        row(source=HARBOUR.text, claim="The terminal served 950 passengers a day."),
    ]
    answers = asked(*lines, entailment=Unsure())
    assert [answer["score"] for answer in answers] == [None, None, None]
    assert [answer["verdict"] for answer in answers] == ["unchecked", "unchecked", "unsupported"]
