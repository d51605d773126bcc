"""An Entailment that asks another one only what it has not been asked before."""

import hashlib
import math
from collections.abc import Sequence

from summarizer.protocols import Entailment, Pair, Store


class RememberedEntailment:
    """Keeps scores by content in a Store. `name` tells scorers apart: it changes when the model behind it does. NaN is not remembered."""

    def __init__(self, entailment: Entailment, store: Store, name: str) -> None:
        self._entailment = entailment
        self._store = store
        self._name = name

    async def score(self, pairs: Sequence[Pair]) -> tuple[float, ...]:
        """One score a pair, in order; what the inner Entailment raises."""
        known: dict[Pair, float | None] = {pair: self._read(pair) for pair in pairs}
        unknown = [pair for pair, score in known.items() if score is None]
        if unknown:
            for pair, found in zip(unknown, await self._entailment.score(unknown), strict=True):
                known[pair] = found
                if not math.isnan(found):
                    self._store.put(self._key(pair), repr(found))
        return tuple(math.nan if (score := known[pair]) is None else score for pair in pairs)

    def _read(self, pair: Pair) -> float | None:
        try:
            score = float(self._store.get(self._key(pair)) or "")
        except ValueError:
            return None
        return score if 0 <= score <= 1 else None

    def _key(self, pair: Pair) -> str:
        digest = hashlib.sha256("\0".join((self._name, pair.premise, pair.claim)).encode("utf-8", "surrogatepass"))
        return f"entailment:{digest.hexdigest()}"
