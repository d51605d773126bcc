"""The bill before it is paid."""

import re

from summarizer import prompts
from summarizer.article import Chunk
from summarizer.settings import Outline
from summarizer.stages.asking.estimate import estimate, findings_expected
from summarizer.stages.asking.select_claims import SelectingExtractor
from summarizer.stages.sorting.chunk import chunk
from summarizer.stages.text.segment import segment
from summarizer.testing import CountingTokens, HonestModel, article

PROMPTS = [prompts.load("map"), prompts.load("reduce")]


def chunks(count: int) -> list[Chunk]:
    made: list[Chunk] = []
    for n in range(count):
        text = " ".join(f"On day {i} of case {n} the court at Orrin heard witness number {i * 7} for two hours." for i in range(30))
        source = article(text, id=f"a{n}")
        made += chunk(segment(source), CountingTokens(), 3000)
    return made


async def test_the_estimate_of_the_map_holds_what_the_map_then_takes() -> None:
    pieces, counter, model = chunks(6), CountingTokens(), HonestModel()
    expected = estimate(pieces, 0, PROMPTS, counter)
    for piece in pieces:
        await SelectingExtractor(model, PROMPTS[0]).extract(piece)
    replies = [(await HonestModel().complete(request)).text for request in model.requests]
    written = sum(len(re.findall(r"\d+|[a-z]+|[^\da-z]+", text)) for text in replies)  # about what a tokenizer makes of numbers
    taken_in = sum(counter.count(r.system) + counter.count(r.user) + counter.count(r.answer_schema) for r in model.requests)
    assert expected.calls == 6
    assert taken_in <= expected.tokens_in <= 1.3 * taken_in
    assert expected.tokens_out_low <= written <= expected.tokens_out_high


def test_wording_adds_calls_by_the_batch_and_the_high_bill_is_the_higher() -> None:
    without, with_words = (estimate(chunks(2), n, PROMPTS, CountingTokens()) for n in (0, 20))
    assert (without.calls, with_words.calls) == (2, 5)
    low, high = with_words.cost(1.0, 4.0)
    assert 0 < low < high


def test_the_outline_bounds_what_is_worded() -> None:
    outline = Outline(max_points=5, max_stories=3)
    assert findings_expected(2, outline) == 10
    assert findings_expected(9, outline) == 15


def test_nothing_to_do_costs_nothing() -> None:
    nothing = estimate([], 0, PROMPTS, CountingTokens())
    assert nothing.calls == nothing.tokens_in == nothing.tokens_out_high == 0
