"""Salience, selection and merging: what matters comes first, and is said once."""

from summarizer.claim import Claim
from summarizer.stages.choosing.merge import merge
from summarizer.stages.choosing.salience import FEATURES, MODEL, Salience, Weights
from summarizer.stages.choosing.select import Candidate, select
from summarizer.stages.text.kinds import kind_of
from summarizer.stages.text.segment import segment
from summarizer.testing import article

A = article(
    "The harbour board sold the Old Basin to Ostrand Line for 410 million crowns on Tuesday. Gulls sat on the quay wall all morning. "
    "Only time will tell what the broader landscape holds.",
    id="a",
)
B = article("Ostrand Line bought the Old Basin from the harbour board for 410 million crowns. A brass band played.", id="b")
SENTENCES = {each.id: segment(each) for each in (A, B)}
PLACE = {"a": 0, "b": 1}


def claims() -> list[Claim]:
    return [Claim(article=s.article, sentences=(s,), kind=kind_of(s.text), importance=0.5) for own in SENTENCES.values() for s in own]


def test_the_model_has_a_weight_for_each_feature() -> None:
    assert set(MODEL) == set(FEATURES)


def test_news_outranks_scenery_and_vagueness() -> None:
    salience = Salience(SENTENCES, PLACE)
    news, gulls, vague = (salience.of(s) for s in SENTENCES["a"])
    assert news > gulls
    assert news > vague


def test_what_two_articles_say_becomes_one_finding_with_two_sources() -> None:
    findings = merge(claims(), Weights(SENTENCES), Salience(SENTENCES, PLACE), {"a": None, "b": None})
    top = findings[0]
    assert top.independent == 2
    assert {s.article for s in top.support} == {"a", "b"}


def test_other_numbers_keep_findings_apart() -> None:
    """The planted bug: two sales at different prices merged into one."""
    other = article("Ostrand Line bought the Old Basin from the harbour board for 370 million crowns.", id="c")
    sentences = {**SENTENCES, "c": segment(other)}
    more = [*claims(), *(Claim(article="c", sentences=(s,), kind="figure", importance=0.5) for s in sentences["c"])]
    findings = merge(more, Weights(sentences), Salience(sentences, {"a": 0, "b": 1, "c": 2}), dict.fromkeys("abc"))
    assert not any({"b", "c"} <= {s.article for s in finding.support} for finding in findings)


def test_a_focus_question_lifts_what_speaks_to_it() -> None:
    plain, asked = Salience(SENTENCES, PLACE), Salience(SENTENCES, PLACE, "Did a band play?")
    news, band = SENTENCES["b"]
    assert asked.of(band) / asked.of(news) > plain.of(band) / plain.of(news)


def test_selection_keeps_to_its_words_and_says_nothing_twice() -> None:
    weights = Weights(SENTENCES)
    findings = merge(claims(), weights, Salience(SENTENCES, PLACE), {"a": None, "b": None})
    candidates = [Candidate(finding=f, text=f.lead.text) for f in findings]
    chosen = select([*candidates, *candidates], weights, 40, 9)
    assert sum(len(c.text.split()) for c in chosen) <= 40
    assert len({c.text for c in chosen}) == len(chosen)


def test_an_article_of_which_nothing_is_told_yet_is_told_by_its_lead_first() -> None:
    """The planted bug: the stolen crown was found, and the brief went on about the alarm, since each of its sentences weighed more."""
    alarm = article("The alarm of the museum at Corvane had been off since Monday because of dust, a report said.", id="alarm")
    crown = article("Divers found the Amber Crown under a boathouse on Lake Ombre on Thursday, the police said.", id="crown")
    sentences = {each.id: segment(each) for each in (alarm, crown)}
    weights = Weights(sentences)
    made = [Claim(article=s.article, sentences=(s,), kind="fact", importance=0.5) for own in sentences.values() for s in own]
    findings = merge(made, weights, Salience(sentences, {"alarm": 0, "crown": 1}), {"alarm": None, "crown": None})
    weigh = {"alarm": 1.5, "crown": 1.0}
    candidates = [Candidate(finding=f.model_copy(update={"salience": weigh[f.lead.article]}), text=f.lead.text) for f in findings]
    lead = {sentences["crown"][0].key}
    assert [c.finding.lead.article for c in select(candidates, weights, 40, 1)] == ["alarm"]
    assert [c.finding.lead.article for c in select(candidates, weights, 40, 1, leads=lead)] == ["crown"]
    assert [c.finding.lead.article for c in select(candidates, weights, 40, 1, leads=lead, told={"crown"})] == ["alarm"]
