"""What has been spent, and may this call still be made? The ledger of a run and its hard cap."""

import asyncio
from collections.abc import Callable, Mapping

from summarizer.edges.faults import FAULTS, Transient
from summarizer.edges.prices import Price
from summarizer.errors import BadReply, BudgetReached, ProviderError, UsageError
from summarizer.protocols import Model, Reply, Request, TokenCounter, Usage

_FRAME = 30  # tokens that a chat format adds around two messages


class Ledger:
    """Counts calls, tokens and money of one run. `price` None: tokens are counted, the cost is unknown."""

    def __init__(self, price: Price | None = None) -> None:
        self.price = price
        self._calls = 0
        self._cached = 0
        self._retries = 0
        self._tokens_in = 0
        self._tokens_out = 0

    def called(self, tokens_in: int, tokens_out: int) -> None:
        """One call was made, whatever came of it."""
        self._calls += 1
        self._tokens_in += tokens_in
        self._tokens_out += tokens_out

    def remembered(self) -> None:
        """One request was answered from memory."""
        self._cached += 1

    def retried(self) -> None:
        """One call is about to be made again."""
        self._retries += 1

    def usage(self) -> Usage:
        """The figures so far."""
        cost = None if self.price is None else self.price.cost(self._tokens_in, self._tokens_out)
        return Usage(
            calls=self._calls,
            cached=self._cached,
            retries=self._retries,
            tokens_in=self._tokens_in,
            tokens_out=self._tokens_out,
            cost_usd=None if cost is None else round(cost, 6),
        )


class BudgetedModel:
    """A Model around a Model that keeps the books and, with a cap, makes no call that could pass it.

    `shares` bounds what requests of a purpose may take of the cap, so that something is left for those that come later.

    Before a call its worst case (the whole prompt, the longest answer) is set aside; a call that would only fit once others have come back
    cheaper waits for them. A call that broke off may have been charged, so its prompt is. Raises BudgetReached; UsageError when there is a
    cap and no price.
    """

    def __init__(
        self,
        model: Model,
        ledger: Ledger,
        counter: TokenCounter,
        *,
        cap_usd: float | None = None,
        longest_answer: Callable[[Request], int] | None = None,
        shares: Mapping[str, float] | None = None,
    ) -> None:
        if cap_usd is not None and ledger.price is None:
            raise UsageError(
                "--max-cost needs to know what the model costs: its price is unknown, so state it with --price-in and --price-out"
            )
        self._model = model
        self._ledger = ledger
        self._counter = counter
        self._cap = cap_usd
        self._longest_answer = longest_answer or (lambda request: request.max_tokens)
        self._shares = shares or {}
        self._set_aside = 0.0
        self._in_flight = 0
        self._changed: asyncio.Condition | None = None

    async def complete(self, request: Request) -> Reply:
        worst = await self._reserve(request)
        try:
            reply = await self._model.complete(request)
        except BaseException as error:
            billed = isinstance(error, asyncio.CancelledError) or (isinstance(error, Transient) and error.fault.billed)
            billed = billed or (isinstance(error, BadReply) and str(error).startswith(FAULTS["too large"].say))
            if billed or isinstance(error, ProviderError):
                self._ledger.called(self._prompt_tokens(request) if billed else 0, 0)
            raise
        else:
            self._ledger.called(reply.tokens_in, reply.tokens_out)
            return reply
        finally:
            await self._release(worst)

    def _prompt_tokens(self, request: Request) -> int:
        count = self._counter.count
        return count(request.system) + count(request.user) + count(request.answer_schema) + _FRAME

    async def _reserve(self, request: Request) -> float:
        price = self._ledger.price
        if price is None or self._cap is None:
            return 0.0
        cap = self._cap * self._shares.get(request.purpose, 1.0)
        worst = price.cost(self._prompt_tokens(request), self._longest_answer(request))
        if self._changed is None:
            self._changed = asyncio.Condition()
        async with self._changed:
            while True:
                spent = self._ledger.usage().cost_usd or 0.0
                if spent + worst > cap:
                    raise BudgetReached(
                        f"the cap of ${self._cap:g} is reached: ${spent:.4f} spent, and the next call could cost ${worst:.4f}"
                    )
                if spent + self._set_aside + worst <= cap or self._in_flight == 0:
                    self._set_aside += worst
                    self._in_flight += 1
                    return worst
                await self._changed.wait()

    async def _release(self, worst: float) -> None:
        if self._changed is None:
            return
        async with self._changed:
            self._set_aside -= worst
            self._in_flight -= 1
            self._changed.notify_all()
