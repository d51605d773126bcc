"""When is a failed call made again? The one retry loop."""

import random
import time
from collections.abc import Awaitable, Callable

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type

from summarizer.edges.budget import Ledger
from summarizer.edges.faults import Transient
from summarizer.errors import BadReply, ContextOverflow, ProviderError, ProviderRefused
from summarizer.protocols import Model, Reply, Request

Sleep = Callable[[float], Awaitable[None]]

_FIRST_WAIT, _LONGEST_WAIT = 0.5, 20.0
_IN_A_ROW = 5


class RetryingModel:
    """A Model around a Model: transient trouble is retried, at most `retries` times and within `deadline` seconds a request.

    Retry-After is honoured if it fits the deadline, else the run is told to stop (ProviderRefused); without one the wait doubles from half
    a second to 20, with jitter. When a request fails for good before any succeeded, or five in a row do, the endpoint is taken to be down:
    ProviderRefused, now and for every request after it. Raises what the inner model raises, but never Transient.
    """

    def __init__(
        self,
        model: Model,
        *,
        retries: int = 4,
        deadline: float = 180.0,
        ledger: Ledger | None = None,
        sleep: Sleep | None = None,
        clock: Callable[[], float] = time.monotonic,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._model = model
        self._tries = retries + 1
        self._deadline = deadline
        self._ledger = ledger
        self._sleep = sleep
        self._clock = clock
        self._jitter = jitter
        self._ever_succeeded = False
        self._failed_in_a_row = 0
        self._down = ""

    async def complete(self, request: Request) -> Reply:
        if self._down:
            raise ProviderRefused(self._down)
        started = self._clock()
        tries = 0

        def stop(state: RetryCallState) -> bool:
            error = _transient(state)
            tries_allowed = min(self._tries, error.fault.tries or self._tries)
            return state.attempt_number >= tries_allowed or self._clock() - started + state.upcoming_sleep > self._deadline

        def count(state: RetryCallState) -> None:
            if self._ledger is not None:
                self._ledger.retried()

        if self._sleep is None:
            loop = AsyncRetrying(stop=stop, wait=self._wait, retry=retry_if_exception_type(Transient), before_sleep=count, reraise=True)
        else:
            loop = AsyncRetrying(
                sleep=self._sleep, stop=stop, wait=self._wait, retry=retry_if_exception_type(Transient), before_sleep=count, reraise=True
            )
        failure: ProviderError
        try:
            async for attempt in loop:
                with attempt:
                    tries = attempt.retry_state.attempt_number
                    reply = await self._model.complete(request)
                    self._ever_succeeded, self._failed_in_a_row = True, 0
                    return reply
            raise AssertionError("the retry loop ends by returning or raising")
        except Transient as error:
            failure = self._lasting(error, tries)
        except ProviderError as error:
            failure = error
        raise self._judged(failure)

    def _judged(self, failure: ProviderError) -> ProviderError:
        """The failure, or the end of the run if it looks like one."""
        if isinstance(failure, BadReply | ContextOverflow | ProviderRefused):
            return failure
        self._failed_in_a_row += 1
        if not self._ever_succeeded:
            self._down = str(failure)
        elif self._failed_in_a_row >= _IN_A_ROW:
            self._down = f"{failure}; given up after {self._failed_in_a_row} requests in a row failed"
        return ProviderRefused(self._down) if self._down else failure

    def _lasting(self, error: Transient, tries: int) -> ProviderError:
        if error.retry_after is not None and error.retry_after > self._deadline:
            return ProviderRefused(f"{error}; it asks to wait {error.retry_after:,.0f} s, longer than a request may take here")
        return error.lasting(tries)

    def _wait(self, state: RetryCallState) -> float:
        error = _transient(state)
        if error.retry_after is not None:
            return error.retry_after + 0.05 * self._jitter()
        longest: float = min(_LONGEST_WAIT, _FIRST_WAIT * 2.0 ** (state.attempt_number - 1))
        return longest * (0.5 + 0.5 * self._jitter())


def _transient(state: RetryCallState) -> Transient:
    error = state.outcome.exception() if state.outcome else None
    assert isinstance(error, Transient)
    return error
