"""Does a span support a statement, in a model's opinion? A batch of pairs a call, a fixed set of verdicts, no free text.

The judge sees the span and the statement only. A pair without a verdict is NaN: could not tell is not no.
"""

import asyncio
import math
from collections.abc import Sequence

from summarizer.errors import BadReply, ContextOverflow
from summarizer.prompts import Prompt
from summarizer.protocols import Model, Pair, Reply, Request
from summarizer.stages.asking.answer import choices, read_choices
from summarizer.stages.asking.fence import clean, fenced, unfence
from summarizer.stages.asking.select_claims import repaired

SCORES = {"supported": 1.0, "partial": 0.5, "unsupported": 0.0}
PAIRS_A_CALL = 9
"""Numbers of one digit stand in order in a schema with sorted keys."""


def request_for(pairs: Sequence[Pair], prompt: Prompt) -> Request:
    """The question about a batch: two lines a pair, numbered from 1. A span that several statements are held against, which may be a whole
    article, stands there once."""
    first: dict[str, int] = {}
    lines = []
    for number, pair in enumerate(pairs, 1):
        same = first.setdefault(pair.premise, number)
        lines.append(f"{number} SPAN: {clean(pair.premise)}" if same == number else f"{number} SAME SPAN AS {same}")
        lines.append(f"{number} STATEMENT: {clean(pair.claim)}")
    return Request(
        purpose=prompt.name,
        digest=prompt.digest,
        system=prompt.fill_system(),
        user=prompt.fill_user(pairs=fenced(lines)),
        answer_schema=choices(len(pairs), SCORES),
        max_tokens=40 + 20 * len(pairs),
    )


def read_verdicts(reply: Reply, count: int) -> tuple[float, ...]:
    """One score a pair, NaN for a pair with no verdict. Raises BadReply for another shape, or when all are NaN."""
    verdicts = read_choices(reply, count, SCORES)
    if not any(verdicts):
        raise BadReply("it holds no verdict on the pairs")
    return tuple(math.nan if verdict is None else SCORES[verdict] for verdict in verdicts)


def check(request: Request, reply: Reply) -> None:
    """Raises BadReply unless the reply answers the request: what a cache asks before it remembers."""
    if any(math.isnan(score) for score in read_verdicts(reply, len(unfence(request.user)))):
        raise BadReply("a pair has no verdict")


class ModelEntailment:
    """An Entailment that asks a model. Raises BudgetReached and ProviderError other than BadReply and ContextOverflow (those are NaN)."""

    def __init__(self, model: Model, prompt: Prompt) -> None:
        self._model = model
        self._prompt = prompt

    async def score(self, pairs: Sequence[Pair]) -> tuple[float, ...]:
        """1 supported, 0.5 partial, 0 unsupported, NaN unknown."""
        batches = [pairs[at : at + PAIRS_A_CALL] for at in range(0, len(pairs), PAIRS_A_CALL)]
        scores = await asyncio.gather(*(self._batch(batch) for batch in batches))
        return tuple(score for batch in scores for score in batch)

    async def _batch(self, pairs: Sequence[Pair]) -> tuple[float, ...]:
        request = request_for(pairs, self._prompt)
        try:
            reply = await self._model.complete(request)
            try:
                return read_verdicts(reply, len(pairs))
            except BadReply as error:
                if (again := repaired(request, reply, str(error))) is None:
                    raise
            return read_verdicts(await self._model.complete(again), len(pairs))
        except ContextOverflow:
            if len(pairs) == 1:
                return (math.nan,)
            half = len(pairs) // 2
            return (*await self._batch(pairs[:half]), *await self._batch(pairs[half:]))
        except BadReply:
            return (math.nan,) * len(pairs)
