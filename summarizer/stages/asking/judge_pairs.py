"""Does a span support a statement, in a model's opinion? A batch of pairs a call, a fixed set of verdicts, no free text.

The judge sees the span and the statement only. A pair without exactly one verdict is NaN: could not tell is not no.
"""

import asyncio
import math
from collections.abc import Sequence

from summarizer.errors import BadReply, ContextOverflow
from summarizer.prompts import Prompt
from summarizer.protocols import Model, Pair, Reply, Request
from summarizer.stages.asking.answer import read_items, schema, strict
from summarizer.stages.asking.fence import clean, fenced, unfence
from summarizer.stages.asking.select_claims import repaired

SCORES = {"supported": 1.0, "partial": 0.5, "unsupported": 0.0}
_VERDICT = strict({"pair": {"type": "integer"}, "verdict": {"type": "string", "enum": list(SCORES)}})
SCHEMA = schema({"verdicts": {"type": "array", "items": _VERDICT}})
PAIRS_A_CALL = 10


def request_for(pairs: Sequence[Pair], prompt: Prompt) -> Request:
    """The question about a batch: two lines a pair, numbered from 1."""
    lines = []
    for number, pair in enumerate(pairs, 1):
        lines += [f"{number} SPAN: {clean(pair.premise)}", f"{number} STATEMENT: {clean(pair.claim)}"]
    return Request(
        purpose=prompt.name,
        digest=prompt.digest,
        system=prompt.fill_system(),
        user=prompt.fill_user(pairs=fenced(lines)),
        answer_schema=SCHEMA,
        max_tokens=40 + 35 * len(pairs),
    )


def read_verdicts(reply: Reply, count: int) -> tuple[float, ...]:
    """One score a pair, NaN for a pair with no verdict or with two that differ. Raises BadReply for another shape, or when all are NaN."""
    given: dict[int, set[float]] = {}
    for item in read_items(reply, "verdicts"):
        number, verdict = (item.get("pair"), item.get("verdict")) if isinstance(item, dict) else (None, None)
        if isinstance(number, int) and isinstance(verdict, str) and verdict in SCORES:
            given.setdefault(number, set()).add(SCORES[verdict])
    scores = tuple(next(iter(given[n])) if len(given.get(n, ())) == 1 else math.nan for n in range(1, count + 1))
    if all(math.isnan(score) for score in scores):
        raise BadReply("it holds no verdict on the pairs")
    return scores


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
