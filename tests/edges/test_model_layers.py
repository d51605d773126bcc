"""Retry, limit, cache and budget: Models around a Model."""

import asyncio

import pytest

from summarizer.edges.budget import BudgetedModel, Ledger
from summarizer.edges.cache import CachedModel
from summarizer.edges.faults import trouble
from summarizer.edges.limiter import LimitedModel
from summarizer.edges.prices import Price, price_of
from summarizer.edges.retry import RetryingModel
from summarizer.errors import BadReply, BudgetReached, ProviderError, ProviderRefused, UsageError
from summarizer.protocols import Reply, Request
from summarizer.testing import CountingTokens, MemoryStore, ScriptedModel


def request(user: str = "1 A line.", max_tokens: int = 10) -> Request:
    return Request(purpose="other", digest="d", system="s", user=user, answer_schema="{}", max_tokens=max_tokens)


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def retrying(model: ScriptedModel, time: Time, **options) -> RetryingModel:
    return RetryingModel(model, sleep=time.sleep, clock=time, jitter=lambda: 1.0, **options)


async def test_transient_trouble_is_retried_with_growing_waits_and_counted() -> None:
    time, ledger = Time(), Ledger()
    model = ScriptedModel([trouble("overloaded"), trouble("overloaded"), "{}"])
    assert (await retrying(model, time, ledger=ledger).complete(request())).text == "{}"
    assert time.slept == [0.5, 1.0]
    assert ledger.usage().retries == 2


async def test_retry_after_is_honoured() -> None:
    time = Time()
    await retrying(ScriptedModel([trouble("rate limit", retry_after=3.0), "{}"]), time).complete(request())
    assert len(time.slept) == 1
    assert 3.0 <= time.slept[0] < 3.1


async def test_a_retry_after_of_a_day_stops_the_run_without_sleeping() -> None:
    time = Time()
    model = ScriptedModel([trouble("rate limit", retry_after=86400.0)])
    with pytest.raises(ProviderRefused, match="86,400 s"):
        await retrying(model, time).complete(request())
    assert time.slept == []


async def test_tries_are_bounded_and_the_error_says_how_many() -> None:
    time = Time()
    model = ScriptedModel(lambda _: trouble("overloaded", "HTTP 500"))
    with pytest.raises(ProviderError, match=r"HTTP 500.*5 tries"):
        await retrying(model, time, retries=4).complete(request())
    assert len(model.requests) == 5


async def test_an_answer_that_stays_empty_is_a_bad_reply_after_two_tries() -> None:
    model = ScriptedModel(lambda _: trouble("no answer"))
    with pytest.raises(BadReply):
        await retrying(model, Time()).complete(request())
    assert len(model.requests) == 2


async def test_waiting_ends_at_the_deadline_of_a_request() -> None:
    time = Time()
    model = ScriptedModel(lambda _: trouble("rate limit", retry_after=40.0))
    with pytest.raises(ProviderError):
        await retrying(model, time, retries=50, deadline=100.0).complete(request())
    assert sum(time.slept) <= 100.0
    assert len(model.requests) == 3


async def test_what_will_not_pass_is_asked_once() -> None:
    model = ScriptedModel([ProviderRefused("no")])
    with pytest.raises(ProviderRefused):
        await retrying(model, Time()).complete(request())


async def test_an_endpoint_that_never_worked_is_given_up_after_its_first_request() -> None:
    model = ScriptedModel(lambda _: trouble("overloaded"))
    retried = retrying(model, Time(), retries=1)
    for _ in range(3):
        with pytest.raises(ProviderRefused, match="the endpoint failed"):
            await retried.complete(request())
    assert len(model.requests) == 2


async def test_an_endpoint_that_worked_is_given_up_after_five_requests_in_a_row() -> None:
    model = ScriptedModel(["{}", *[trouble("overloaded")] * 10, "{}"])
    retried = retrying(model, Time(), retries=1)
    await retried.complete(request())
    for _ in range(4):
        with pytest.raises(ProviderError) as caught:
            await retried.complete(request())
        assert type(caught.value) is ProviderError
    with pytest.raises(ProviderRefused):
        await retried.complete(request())
    asked = len(model.requests)
    with pytest.raises(ProviderRefused, match="5 requests in a row"):
        await retried.complete(request())
    assert len(model.requests) == asked


class Slow:
    """A Model whose calls end when they are told to."""

    def __init__(self) -> None:
        self.running = 0
        self.most = 0
        self.gate = asyncio.Event()

    async def complete(self, request: Request) -> Reply:
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            await self.gate.wait()
        finally:
            self.running -= 1
        return Reply(text="{}", tokens_in=10, tokens_out=10)


async def test_no_more_calls_run_at_once_than_allowed() -> None:
    slow = Slow()
    limited = LimitedModel(slow, 3)
    tasks = [asyncio.create_task(limited.complete(request())) for _ in range(10)]
    await asyncio.sleep(0.01)
    assert slow.running == 3
    slow.gate.set()
    await asyncio.gather(*tasks)
    assert slow.most == 3


async def test_cancelled_calls_give_their_places_back() -> None:
    slow = Slow()
    limited = LimitedModel(slow, 2)
    tasks = [asyncio.create_task(limited.complete(request())) for _ in range(6)]
    await asyncio.sleep(0.01)
    for task in tasks[:5]:
        task.cancel()
    slow.gate.set()
    assert (await tasks[5]).text == "{}"
    await asyncio.gather(*tasks[:5], return_exceptions=True)
    assert slow.running == 0
    await asyncio.wait_for(asyncio.gather(*(limited.complete(request()) for _ in range(4))), 5)


async def test_a_rate_limit_halves_the_calls_at_once_and_success_brings_them_back() -> None:
    time = Time()
    model = ScriptedModel([trouble("rate limit"), *["{}"] * 60])
    limited = LimitedModel(model, 8, sleep=time.sleep, clock=time)
    with pytest.raises(ProviderError):
        await limited.complete(request())
    assert limited.allowed == 4
    for _ in range(60):
        await limited.complete(request())
    assert limited.allowed == 8


async def test_after_a_rate_limit_new_calls_wait_as_long_as_the_endpoint_asked() -> None:
    time = Time()
    limited = LimitedModel(ScriptedModel([trouble("rate limit", retry_after=2.0), "{}"]), 8, sleep=time.sleep, clock=time)
    with pytest.raises(ProviderError):
        await limited.complete(request())
    await limited.complete(request())
    assert time.slept == [2.0]


def accept(request: Request, reply: Reply) -> None:
    if "bad" in reply.text:
        raise BadReply("bad")


def cached(model: object, store: MemoryStore, **options) -> CachedModel:
    options = {"name": "m", "endpoint": "e", "check": accept} | options
    return CachedModel(model, store, **options)


async def test_the_same_question_is_paid_once() -> None:
    model, store, ledger = ScriptedModel(["one", "two"]), MemoryStore(), Ledger()
    first = await cached(model, store, ledger=ledger).complete(request())
    again = await cached(model, store, ledger=ledger).complete(request())
    assert again == first.model_copy(update={"cached": True})
    assert (len(model.requests), ledger.usage().cached) == (1, 1)


async def test_only_answers_that_pass_the_check_are_remembered() -> None:
    model, store = ScriptedModel(["bad", "good"]), MemoryStore()
    assert (await cached(model, store).complete(request())).text == "bad"
    assert store.values == {}
    assert (await cached(model, store).complete(request())).text == "good"


@pytest.mark.parametrize("damage", ["", "{", '{"text": 7}', '{"text":"bad"}', '{"text":"x","more":1}'])
async def test_a_remembered_answer_that_is_damaged_is_asked_again(damage: str) -> None:
    model, store = ScriptedModel(["one", "two"]), MemoryStore()
    await cached(model, store).complete(request())
    store.values = dict.fromkeys(store.values, damage)
    assert (await cached(model, store).complete(request())).text == "two"


async def test_everything_an_answer_depends_on_is_in_the_key() -> None:
    base = cached(ScriptedModel([]), MemoryStore())
    question = request()
    keys = {base.key(question)}
    keys |= {base.key(question.model_copy(update={field: "other"})) for field in ("digest", "system", "user", "answer_schema")}
    keys.add(base.key(question.model_copy(update={"purpose": "map"})))
    keys.add(base.key(question.model_copy(update={"max_tokens": 11})))
    keys |= {cached(ScriptedModel([]), MemoryStore(), **{k: "x"}).key(question) for k in ("name", "endpoint")}
    keys.add(cached(ScriptedModel([]), MemoryStore(), parameters={"temperature": "1"}).key(question))
    assert len(keys) == 10


async def test_equal_questions_in_flight_share_one_call() -> None:
    slow = Slow()
    model = cached(slow, MemoryStore())
    tasks = [asyncio.create_task(model.complete(request())) for _ in range(5)]
    await asyncio.sleep(0.01)
    slow.gate.set()
    replies = await asyncio.gather(*tasks)
    assert slow.most == 1
    assert [reply.cached for reply in replies] == [False, True, True, True, True]


async def test_when_the_asking_task_is_cancelled_another_one_asks() -> None:
    slow = Slow()
    model = cached(slow, MemoryStore())
    first = asyncio.create_task(model.complete(request()))
    second = asyncio.create_task(model.complete(request()))
    await asyncio.sleep(0.01)
    first.cancel()
    await asyncio.sleep(0.01)
    slow.gate.set()
    assert (await second).text == "{}"


async def test_a_failed_call_is_not_shared_but_made_again() -> None:
    model = cached(ScriptedModel([ProviderError("x"), "good"]), MemoryStore())
    results = await asyncio.gather(model.complete(request()), model.complete(request()), return_exceptions=True)
    assert isinstance(results[0], ProviderError)
    assert isinstance(results[1], Reply)


PRICE = Price(per_million_in=1000.0, per_million_out=10_000.0, source="test")


def budgeted(model: object, cap: float | None, price: Price | None = PRICE) -> tuple[BudgetedModel, Ledger]:
    ledger = Ledger(price)
    return BudgetedModel(model, ledger, CountingTokens(), cap_usd=cap), ledger


async def test_no_call_is_made_that_could_pass_the_cap() -> None:
    model, ledger = budgeted(ScriptedModel(lambda _: Reply(text="{}", tokens_in=40, tokens_out=10)), cap=1.0)

    async def spend() -> None:
        for _ in range(100):
            await model.complete(request())

    with pytest.raises(BudgetReached, match=r"\$1 is reached"):
        await spend()
    cost = ledger.usage().cost_usd
    assert cost is not None
    assert 0.7 < cost <= 1.0


async def test_a_purpose_with_a_share_of_the_cap_leaves_the_rest_to_others() -> None:
    model = ScriptedModel(lambda _: Reply(text="{}", tokens_in=40, tokens_out=10))
    ledger = Ledger(PRICE)
    paid = BudgetedModel(model, ledger, CountingTokens(), cap_usd=2.0, shares={"map": 0.5})

    async def spend() -> None:
        for _ in range(100):
            await paid.complete(request().model_copy(update={"purpose": "map"}))

    with pytest.raises(BudgetReached, match=r"\$2 is reached"):
        await spend()
    assert (ledger.usage().cost_usd or 0.0) <= 1.0
    await paid.complete(request().model_copy(update={"purpose": "reduce"}))


async def test_calls_at_once_cannot_pass_the_cap_together_but_wait_for_cheap_ones() -> None:
    slow = Slow()
    model, ledger = budgeted(slow, cap=1.2)
    tasks = [asyncio.create_task(model.complete(request(max_tokens=50))) for _ in range(6)]  # worst case $0.53 each, real $0.11
    await asyncio.sleep(0.01)
    assert slow.running == 2
    slow.gate.set()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert sum(isinstance(r, Reply) for r in results) == 6
    assert ledger.usage().cost_usd == pytest.approx(0.66)


async def test_a_call_that_broke_off_is_charged_for_its_prompt_and_one_that_was_rejected_is_not() -> None:
    model, ledger = budgeted(ScriptedModel([trouble("broken off"), trouble("rate limit")]), cap=None)
    for _ in range(2):
        with pytest.raises(ProviderError):
            await model.complete(request())
    assert ledger.usage().calls == 2
    assert 0 < ledger.usage().tokens_in < 50


def test_a_cap_without_a_price_is_refused_with_what_to_do() -> None:
    with pytest.raises(UsageError, match="--price-in"):
        budgeted(ScriptedModel([]), cap=1.0, price=None)


async def test_without_a_price_the_cost_is_unknown_and_not_zero() -> None:
    model, ledger = budgeted(ScriptedModel(["{}"]), cap=None, price=None)
    await model.complete(request())
    assert ledger.usage().cost_usd is None


def test_list_prices_come_without_a_network_and_a_server_of_ones_own_has_none() -> None:
    known = price_of("gpt-4o-mini", "https://api.openai.com/v1")
    assert known is not None
    assert 0 < known.per_million_in < known.per_million_out
    assert price_of("gpt-4o-mini", "http://127.0.0.1:8081/v1") is None
    assert price_of("no-such-model-at-all") is None
