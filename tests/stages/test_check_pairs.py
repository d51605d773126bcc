"""Every check catches its own kind of falsehood and lets the honest look-alike pass."""

import pytest
from checked_pairs import ALL, Case

from summarizer.article import Article
from summarizer.stages.checks.check import Cited, check, resting
from summarizer.stages.text.segment import segment

CASES = [pytest.param(case, id=f"{kind}: {case.statement}") for kind, cases in ALL.items() for case in cases]


def cited(case: Case) -> Cited:
    text = "\n".join((*case.before, case.cited))
    article = Article(id="a", text=text, sha256="")
    sentences = segment(article)
    assert sentences[-1].text == case.cited
    return resting(article, sentences, len(sentences) - 1)


@pytest.mark.parametrize("case", [case for case in CASES if not case.values[0].fails])
def test_an_honest_statement_passes_every_check(case: Case) -> None:
    assert [(c.name, c.reason) for c in check(case.statement, [cited(case)]) if c.outcome == "fail"] == []


@pytest.mark.parametrize("case", [case for case in CASES if case.values[0].fails])
def test_a_false_statement_fails_the_check_of_its_kind_with_a_reason(case: Case) -> None:
    found = [c for c in check(case.statement, [cited(case)]) if c.outcome == "fail"]
    assert {c.name for c in found} & set(case.fails.split()), found
    assert all(c.reason for c in found)


@pytest.mark.parametrize("case", CASES)
def test_the_cited_sentence_itself_always_passes(case: Case) -> None:
    assert [c.name for c in check(case.cited, [cited(case)]) if c.outcome == "fail"] == []
