"""Planted errors are seeded and false; honest paraphrases are neither dropped nor altered in meaning by accident."""

import re
from pathlib import Path

import pytest

from summarizer.article import Article
from summarizer.evaluation.mutate import DETERMINISTIC, KINDS, SEMANTIC, alter, material, mutate, plant
from summarizer.evaluation.paraphrase import KINDS as WAYS
from summarizer.evaluation.paraphrase import reword
from summarizer.evaluation.planted import measure, pooled, verdict, wilson
from summarizer.evaluation.told import UNTOLD, Told, measure_told

TEXT = """Trade minister Lena Korvath rejected the offer from Veldmark on Tuesday, two days before talks in Grendal.
“We are not looking for a quarrel with our largest neighbour,” Korvath said after the meeting in Tarsa.
Veldmark supplies about 70 percent of the world's cobalt and sold 1.2 billion dollars of it to Osmund in 2024.
Belmont Shipping sued Harrow Ports over a collision on 13 October that killed four sailors off Cape Lorne.
Pavel Hrast said the operator may close the lower bridge if the river rises by another 40 centimetres.
The Bank of Talvi did not raise interest rates on Wednesday, although inflation rose to 6.1 percent in September."""
OTHER = """Firefighters in Mirefield rescued three goats from the roof of a brewery on Sunday morning, and the brewer gave them beer.
Emil Varnay plans to open a museum of tramways in the old depot next year, while the council wants flats there.
The museum fair drew 21,000 visitors, according to Dunja Korda, which was more than in any year since 1998."""
STUFF = material([Article(id="one", text=TEXT, sha256=""), Article(id="two", text=OTHER, sha256="")])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_finds_a_place_and_alters_what_is_said_or_cited(kind: str) -> None:
    planted = plant(STUFF, kind, 5)
    assert planted
    for mutant in planted:
        assert mutant.kind == kind
        cited = [each.sentence for each in mutant.cited]
        assert (
            mutant.text != mutant.original
            or [s.text for s in cited] != [mutant.original]
            or not all(each.text[each.sentence.start : each.sentence.end] == each.sentence.text for each in mutant.cited)
        )


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_plants_the_same_errors(kind: str) -> None:
    assert plant(STUFF, kind, 3, seed=7) == plant(STUFF, kind, 3, seed=7)


@pytest.mark.parametrize("kind", KINDS)
def test_the_checks_find_every_error_planted_here(kind: str) -> None:
    for seed in range(3):
        for mutant in plant(STUFF, kind, 6, seed):
            assert not verdict(mutant.text, mutant.cited).supported, mutant.text


def test_a_planted_number_stands_in_no_article() -> None:
    for seed in range(20):
        for mutant in plant(STUFF, "number", 3, seed):
            if mutant.after.replace(",", "").replace(".", "").isdigit():
                assert not re.search(rf"(?<![\d.,]){mutant.after}(?![\d.,])", TEXT + OTHER)


def test_there_are_fourteen_kinds_or_more_and_each_is_of_one_sort() -> None:
    assert len(KINDS) >= 14
    assert not DETERMINISTIC.keys() & SEMANTIC.keys()


def test_a_sentence_without_a_place_gives_no_mutant() -> None:
    assert mutate("weekday", STUFF, 0, 4, seed=0) is None


@pytest.mark.parametrize("way", [*WAYS, "fusion"])
def test_honest_paraphrases_pass(way: str) -> None:
    for made in reword(STUFF, way, 10):
        assert made.text != made.original
        found = verdict(made.text, made.cited)
        assert [c.reason for c in found.checks if c.outcome == "fail" and c.name != "entailment"] == [], made.text


def test_the_table_counts_what_it_says() -> None:
    lines = measure(STUFF.articles, per_kind=3, seed=0)
    assert next(line.kind for line in lines if line.group == "true") == "untouched"
    assert pooled([line for line in lines if line.kind == "untouched"], "all", "true").failed == 0
    assert all(0 <= line.failed <= line.n for line in lines)


def test_wilson_intervals_hold_the_share_and_stay_in_range() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    low, high = wilson(99, 100)
    assert 0.94 < low < 0.99 < high < 1.0


def test_the_seeds_own_sentences_pass() -> None:
    folder = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "seeds"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    articles = [Article(id=path.stem, text=path.read_text(encoding="utf-8"), sha256="") for path in sorted(folder.glob("*.txt"))]
    (line,) = (line for line in measure(articles, per_kind=5, seed=0) if line.kind == "untouched")
    assert (line.failed, line.n) == (0, 50)


WRITTEN = (
    "Minister Lena Korvath turned down Veldmark's offer on Tuesday, shortly before talks began in Grendal.",
    "About 70 percent of all cobalt comes from Veldmark, which sold Osmund 1.2 billion dollars of it in 2024.",
    "Four sailors died in the collision off Cape Lorne on 13 October.",
)


def test_errors_are_planted_in_statements_in_words_of_their_own_that_pass_as_they_stand() -> None:
    told = [Told(text=text, articles=STUFF.articles) for text in (*WRITTEN, "Veldmark has banned the sale of umbrellas to tourists.")]
    lines = {line.kind: line for line in measure_told(told, per_kind=5, seed=1)}
    assert lines["untouched"].failed == 1
    assert lines["untouched"].n == 4
    assert not set(lines) & set(UNTOLD)
    assert lines["number"].n > 0
    assert lines["number"].failed == lines["number"].n
    assert lines["date"].n > 0
    assert lines["date"].failed == lines["date"].n


def test_a_statement_in_words_of_its_own_is_altered_by_the_same_seed_in_the_same_way() -> None:
    sentence = STUFF.sentences[0][3]
    one, two = (alter("number", STUFF, WRITTEN[2], sentence, seed=3) for _ in range(2))
    assert one == two
    assert one is not None
    assert one.original == WRITTEN[2]
