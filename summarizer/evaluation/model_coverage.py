"""How far does a statement tell a fact, in a model's opinion? A pair a call, three labels, no free text.

The model sees the statement and the fact only. Source and summary are data between fences and can give no orders. Of pairs asked about
ten at a time a small model left half without a label (`evals/README.md`).
"""

import asyncio
from collections.abc import Sequence

from summarizer.errors import BadReply, ContextOverflow
from summarizer.evaluation.case import Fact
from summarizer.evaluation.judges import WORTH, Covered, Label, nearest
from summarizer.prompts import Prompt
from summarizer.protocols import Model, Reply, Request
from summarizer.stages.asking.answer import read_whole, schema
from summarizer.stages.asking.fence import clean, fenced

SCHEMA = schema({"label": {"type": "string", "enum": list(WORTH)}})


class ModelCoverage:
    """A CoverageJudge that asks a model about the statement nearest to each fact. A fact without a usable label is unscored."""

    def __init__(self, model: Model, prompt: Prompt, name: str) -> None:
        self.name = f"llm {name}"
        self.version = f"{prompt.digest} of 1"
        self._model = model
        self._prompt = prompt

    async def cover(self, facts: Sequence[Fact], points: Sequence[str], language: str = "en") -> tuple[Covered, ...]:
        """Raises BudgetReached and ProviderError other than BadReply and ContextOverflow (those leave their fact unscored)."""
        near = nearest([fact.text for fact in facts], points, 1, language)
        return tuple(await asyncio.gather(*(self._cover(fact, best, points) for fact, best in zip(facts, near, strict=True))))

    async def _cover(self, fact: Fact, near: Sequence[int], points: Sequence[str]) -> Covered:
        if not near:
            return Covered(fact=fact.id, label="NO", reason="no statement shares a word with it")
        try:
            label = read_label(await self._model.complete(self._request(fact.text, points[near[0]])))
        except (BadReply, ContextOverflow):
            return Covered(fact=fact.id, label=None, reason="the model gave no usable label")
        return Covered(fact=fact.id, label=label, point=near[0] if label != "NO" else None, reason=f"the model says {label}")

    def _request(self, fact: str, statement: str) -> Request:
        lines = [f"FACT: {clean(fact)}", f"STATEMENT: {clean(statement)}"]
        return Request(
            purpose="coverage", digest=self._prompt.digest, system=self._prompt.fill_system(),
            user=self._prompt.fill_user(pair=fenced(lines)), answer_schema=SCHEMA, max_tokens=60,
        )  # fmt: skip


def read_label(reply: Reply) -> Label:
    """Raises BadReply for an answer without one of the labels."""
    label = read_whole(reply).get("label")
    if label not in WORTH:
        raise BadReply("it holds no label")
    return label
