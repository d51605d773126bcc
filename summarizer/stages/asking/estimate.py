"""What will a run with a model cost, before it is paid? Calls, tokens and a low and a high bill."""

from collections.abc import Sequence

from summarizer.article import Chunk
from summarizer.prompts import Prompt
from summarizer.protocols import TokenCounter
from summarizer.settings import Outline
from summarizer.stages.asking import select_claims, word_findings
from summarizer.value import Value

_TOKENS_A_NUMBER = 2.1  # "12," as measured with o200k_base
_TOKENS_AROUND = 5  # {"lines":[]}
_FENCE = 26  # both fence lines
_SCHEMAS = {"map": 30, "reduce": 70}  # what the answer's schema counts for
_FRAME = 11  # what a chat format adds to two messages
_SENTENCE, _NUMBER = 30, 5  # a sentence of news, its number
_SENTENCES_SHOWN = (1.5, 5.0)  # a finding, low and high
_STATEMENT = (35, 90)  # a worded finding as JSON, low and high


class Estimate(Value):
    """Tokens and calls of a run that finds nothing remembered. The high figure has one reply in twenty repaired, and no retries."""

    calls: int
    tokens_in: int
    tokens_out_low: int
    tokens_out_high: int

    def cost(self, per_million_in: float, per_million_out: float) -> tuple[float, float]:
        """USD, low and high, at prices in USD per million tokens."""
        paid_in = self.tokens_in * per_million_in
        low = paid_in + self.tokens_out_low * per_million_out
        high = 1.05 * paid_in + self.tokens_out_high * per_million_out
        return low / 1_000_000, high / 1_000_000


def findings_expected(stories: int, outline: Outline) -> int:
    """How many findings the reduce words at most, as the outline bounds them."""
    return min(stories, outline.max_stories) * outline.max_points


def estimate(chunks: Sequence[Chunk], findings: int, prompts: Sequence[Prompt], counter: TokenCounter) -> Estimate:
    """What the map over the chunks and the wording of so many findings take. `prompts` are the ones in use, "map" and "reduce"."""
    count = counter.count
    by_name = {prompt.name: count(prompt.system) + count(prompt.user) for prompt in prompts}
    each_map = by_name.get("map", 0) + _SCHEMAS["map"] + _FENCE + _FRAME
    tokens_in = sum(chunk.tokens + each_map for chunk in chunks)
    numbers = sum(min(select_claims.wanted(chunk.tokens), len(chunk.sentences)) for chunk in chunks)
    out_low = len(chunks) * _TOKENS_AROUND + int(numbers * _TOKENS_A_NUMBER * 0.5)
    out_high = len(chunks) * _TOKENS_AROUND + int(numbers * _TOKENS_A_NUMBER * 1.1)
    batches = -(-findings // word_findings.FINDINGS_A_CALL)
    shown = (_SENTENCES_SHOWN[0] + _SENTENCES_SHOWN[1]) / 2
    tokens_in += batches * (by_name.get("reduce", 0) + _SCHEMAS["reduce"] + _FENCE + _FRAME) + int(findings * shown * (_SENTENCE + _NUMBER))
    return Estimate(
        calls=len(chunks) + batches,
        tokens_in=tokens_in,
        tokens_out_low=out_low + findings * _STATEMENT[0],
        tokens_out_high=int((out_high + findings * _STATEMENT[1]) * 1.05),
    )
