"""How far does a statement tell a fact, in a model's opinion? A batch of pairs a call, three labels, no free text.

The model sees the statement and the fact only. Source and summary are data between fences and can give no orders.
"""

import asyncio
from collections.abc import Sequence
from typing import cast

from summarizer.errors import BadReply, ContextOverflow
from summarizer.evaluation.case import Fact
from summarizer.evaluation.judges import WORTH, Covered, Label, nearest
from summarizer.prompts import Prompt
from summarizer.protocols import Model, Reply, Request
from summarizer.stages.asking.answer import read_items, schema, strict
from summarizer.stages.asking.fence import clean, fenced

SCHEMA = schema(
    {"labels": {"type": "array", "items": strict({"pair": {"type": "integer"}, "label": {"type": "string", "enum": list(WORTH)}})}}
)
PAIRS_A_CALL = 10
CANDIDATES = 2


class ModelCoverage:
    """A CoverageJudge that asks a model about the two statements nearest to each fact. A pair without a label is unscored."""

    def __init__(self, model: Model, prompt: Prompt, name: str) -> None:
        self.name = f"llm {name}"
        self.version = f"{prompt.digest} of {CANDIDATES}"
        self._model = model
        self._prompt = prompt

    async def cover(self, facts: Sequence[Fact], points: Sequence[str], language: str = "en") -> tuple[Covered, ...]:
        """Raises BudgetReached and ProviderError other than BadReply and ContextOverflow (those leave their facts unscored)."""
        near = nearest([fact.text for fact in facts], points, CANDIDATES, language)
        pairs = [(n, point) for n, best in enumerate(near) for point in best]
        batches = [pairs[at : at + PAIRS_A_CALL] for at in range(0, len(pairs), PAIRS_A_CALL)]
        asked = await asyncio.gather(*(self._batch([(facts[n].text, points[point]) for n, point in batch]) for batch in batches))
        labels = [label for batch in asked for label in batch]
        given: dict[int, list[tuple[Label | None, int]]] = {}
        for (n, point), label in zip(pairs, labels, strict=True):
            given.setdefault(n, []).append((label, point))
        return tuple(_best(fact, given.get(n, [])) for n, fact in enumerate(facts))

    async def _batch(self, pairs: Sequence[tuple[str, str]]) -> tuple[Label | None, ...]:
        request = self._request(pairs)
        try:
            return read_labels(await self._model.complete(request), len(pairs))
        except ContextOverflow:
            half = len(pairs) // 2
            return (*await self._batch(pairs[:half]), *await self._batch(pairs[half:])) if half else (None,)
        except BadReply:
            return (None,) * len(pairs)

    def _request(self, pairs: Sequence[tuple[str, str]]) -> Request:
        lines = []
        for number, (fact, point) in enumerate(pairs, 1):
            lines += [f"{number} FACT: {clean(fact)}", f"{number} STATEMENT: {clean(point)}"]
        return Request(
            purpose="coverage", digest=self._prompt.digest, system=self._prompt.fill_system(),
            user=self._prompt.fill_user(pairs=fenced(lines)), answer_schema=SCHEMA, max_tokens=40 + 35 * len(pairs),
        )  # fmt: skip


def read_labels(reply: Reply, count: int) -> tuple[Label | None, ...]:
    """One label a pair, None for a pair with none or with two that differ. Raises BadReply for another shape."""
    given: dict[int, set[Label]] = {}
    for item in read_items(reply, "labels"):
        number, label = (item.get("pair"), item.get("label")) if isinstance(item, dict) else (None, None)
        if isinstance(number, int) and label in WORTH:
            given.setdefault(number, set()).add(cast("Label", label))
    return tuple(next(iter(given[n])) if len(given.get(n, ())) == 1 else None for n in range(1, count + 1))


def _best(fact: Fact, given: Sequence[tuple[Label | None, int]]) -> Covered:
    if not given:
        return Covered(fact=fact.id, label="NO", reason="no statement shares a word with it")
    told = [(WORTH[label], -place, label, point) for place, (label, point) in enumerate(given) if label is not None]
    if not told:
        return Covered(fact=fact.id, label=None, reason="the model gave no usable label")
    _, _, label, point = max(told)
    return Covered(fact=fact.id, label=label, point=point if label != "NO" else None, reason=f"the model says {label}")
