"""The whole stack under every fault, at the first, a middle and the last call: a result or one clear error, no bad reply kept."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest
from loopback_model import Answer, Call, Endpoint, break_off, drip, endpoint, hang, html

from summarizer import prompts
from summarizer.article import Chunk
from summarizer.claim import Claim
from summarizer.edges.budget import Ledger
from summarizer.edges.model_stack import stacked
from summarizer.edges.openai_model import OpenAIModel
from summarizer.edges.prices import Price
from summarizer.errors import BudgetReached, ProviderError, ProviderRefused
from summarizer.limits import Limits
from summarizer.protocols import Reply
from summarizer.stages.asking.fence import unfence
from summarizer.stages.asking.select_claims import SelectingExtractor, read_selection
from summarizer.stages.text.segment import segment
from summarizer.testing import CountingTokens, Heard, MemoryStore, article

KEY = "sk-canary-0a1b2c3d4e5f"
CHUNKS = 6
LIMITS = Limits(call_seconds=20.0, answer_bytes=300_000)
IMPATIENT = LIMITS.model_copy(update={"call_seconds": 1.0})  # where the endpoint never answers; a busy machine must still answer in it


def pieces() -> list[Chunk]:
    made = []
    for n in range(CHUNKS):
        text = " ".join(f"Witness {i} of case {n} told the court at Orrin that the gate had rusted since 20{i + 10}." for i in range(12))
        source = article(text, id=f"case-{n}")
        made.append(Chunk(article=source.id, index=0, sentences=segment(source), tokens=CountingTokens().count(text)))
    return made


async def doze(seconds: float) -> None:
    await asyncio.sleep(0)


@dataclass
class Run:
    claims: dict[str, tuple[Claim, ...]]
    errors: list[Exception]
    heard: Heard
    ledger: Ledger
    store: MemoryStore
    served: Endpoint


async def run(plan: dict[int, Answer], always: Answer | None = None, store: MemoryStore | None = None, cap: float | None = None) -> Run:
    limits = IMPATIENT if {hang, drip} & set(plan.values()) else LIMITS
    heard, store = Heard(), store or MemoryStore()
    ledger = Ledger(Price(per_million_in=1.0, per_million_out=4.0, source="test"))
    async with endpoint(plan, always) as served:
        model = OpenAIModel("m", base_url=served.url, api_key=KEY, limits=limits, counter=CountingTokens(), listen=heard)
        # The port is not part of what was asked, so that a second run finds the first one's replies.
        stack = stacked(
            model,
            name="m",
            endpoint="e",
            ledger=ledger,
            counter=CountingTokens(),
            concurrency=1,
            retries=2,
            store=store,
            sleep=doze,
            cap_usd=cap,
        )
        extractor = SelectingExtractor(stack, prompts.load("map"), listen=heard)
        claims: dict[str, tuple[Claim, ...]] = {}
        errors: list[Exception] = []
        for piece in pieces():
            try:
                claims[piece.article] = await extractor.extract(piece)
            except (ProviderError, BudgetReached) as error:
                errors.append(error)
                if isinstance(error, ProviderRefused | BudgetReached):
                    break
        await model.aclose()
    return Run(claims, errors, heard, ledger, store, served)


async def status(call: Call, code: int, message: str, name: str | None = None, **headers: str) -> None:
    await call.error(code, message, name, {k.replace("_", "-"): v for k, v in headers.items()})


def says(content: Callable[[str], object], finish: str = "stop", **message: object) -> Answer:
    """An answer made out of the proper one."""

    async def answer(call: Call) -> None:
        from summarizer.protocols import Request
        from summarizer.testing import HonestModel

        user = call.body["messages"][1]["content"]
        proper = await HonestModel().complete(Request(purpose="map", digest="", system="", user=user, answer_schema="", max_tokens=1))
        await call.say(content(proper.text), finish, **message)

    return answer


def fails(code: int, message: str, name: str | None = None, **headers: str) -> Callable[[Call], Awaitable[None]]:
    return lambda call: status(call, code, message, name, **headers)


RECOVERS: dict[str, Answer] = {
    "429": fails(429, "slow down", "rate_limit_exceeded", Retry_After="1"),
    "500": fails(500, "boom"),
    "503 html": lambda call: call.send(503, b"<html>busy</html>"),
    "200 html": html,
    "hang": hang,
    "slow body": drip,
    "reset": break_off,
    "truncated json": says(lambda text: text[: len(text) // 2]),
    "schema invalid": says(lambda _: json.dumps({"statements": "none", "title": 7})),
    "length": says(lambda text: text, "length"),
    "empty": says(lambda _: ""),
    "no choices": lambda call: call.send(200, {"id": "c", "choices": []}),
    "error 200": lambda call: call.send(200, {"error": {"message": "overloaded"}}),
    "nan": says(lambda _: '{"score": NaN, "x": 1e999}'),
    "deep json": says(lambda _: "[" * 100_000 + "]" * 100_000),
    "unknown numbers": says(lambda _: '{"lines":[901,902]}'),
    "prompt echo": says(lambda text: json.dumps({"summary": text})),
    "context": fails(400, "maximum context length is 8192 tokens", "context_length_exceeded"),
    "fence": says(lambda text: f"Sure!\n```json\n{text}\n```\nDone"),
    "repetition": says(lambda text: (text + " ") * 500),
}
COSTS_ITS_PART: dict[str, Answer] = {
    "huge": says(lambda _: "A" * 3_000_000),
    "refusal": says(lambda _: None, refusal="I can't help with that."),
    "content filter": says(lambda _: None, "content_filter"),
    "filter 400": fails(400, "content management policy", "content_filter"),
}
STOPS: dict[str, Answer] = {
    "401 echo": lambda call: status(call, 401, "Incorrect API key: " + call.headers["authorization"], "invalid_api_key"),
    "quota": fails(429, "no credit", "insufficient_quota"),
    "429 for a day": fails(429, "slow down", "rate_limit_exceeded", Retry_After="86400"),
}
PLACES = (1, 3, CHUNKS)


def kept_is_good(result: Run) -> bool:
    known = range(1, 13)
    return all(read_selection(Reply.model_validate_json(value), known) for value in result.store.values.values())


def no_secret(result: Run) -> bool:
    said = [str(error) + repr(error.__context__) for error in result.errors] + result.heard.notices + list(result.store.values.values())
    return not any(KEY in text for text in said) and not any(KEY in json.dumps(call.body) for call in result.served.calls)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("fault", RECOVERS)
async def test_a_fault_that_passes_costs_nothing_but_a_call_or_three(fault: str, place: int) -> None:
    result = await run({place: RECOVERS[fault]})
    assert result.errors == []
    assert all(len(claims) >= 3 for claims in result.claims.values())
    assert all(any(claim.importance > 0.1 for claim in claims) for claims in result.claims.values())
    assert CHUNKS <= len(result.served.calls) <= CHUNKS + 3
    assert result.ledger.usage().calls == len(result.served.calls)
    assert kept_is_good(result)
    assert no_secret(result)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("fault", COSTS_ITS_PART)
async def test_a_fault_of_one_answer_costs_its_chunk_and_is_said(fault: str, place: int) -> None:
    result = await run({place: COSTS_ITS_PART[fault]})
    assert result.errors == []
    fallen = [name for name, claims in result.claims.items() if all(c.importance == 0.1 for c in claims)]
    assert fallen == [f"case-{place - 1}"]
    assert any(f"case-{place - 1}" in notice for notice in result.heard.notices)
    assert len(result.store.values) == CHUNKS - 1
    assert no_secret(result)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("fault", STOPS)
async def test_a_fault_that_will_not_pass_stops_the_run_and_what_is_done_is_kept(fault: str, place: int) -> None:
    result = await run(dict.fromkeys(range(place, 50), STOPS[fault]))
    assert [type(error) for error in result.errors] == [ProviderRefused]
    assert len(result.served.calls) == place
    assert len(result.claims) == len(result.store.values) == place - 1
    assert no_secret(result)


@pytest.mark.parametrize("fault", ["500", "reset", "empty", "truncated json", "200 html"])
async def test_a_fault_that_never_ends_ends_the_run_in_bounded_calls(fault: str) -> None:
    result = await run({}, always=RECOVERS[fault])
    assert len(result.served.calls) <= 3 * CHUNKS
    assert result.store.values == {}
    assert result.errors or result.heard.notices
    assert no_secret(result)


@pytest.mark.parametrize("fault", [name for name in [*RECOVERS, *COSTS_ITS_PART] if name not in ("hang", "slow body")])
async def test_a_fault_in_every_second_call_still_gives_every_chunk(fault: str) -> None:
    every_second = dict.fromkeys(range(1, 60, 2), (RECOVERS | COSTS_ITS_PART)[fault])
    result = await run(every_second)
    assert result.errors == []
    assert set(result.claims) == {f"case-{n}" for n in range(CHUNKS)}
    assert len(result.served.calls) <= (4 if fault == "context" else 3) * CHUNKS
    assert kept_is_good(result)


async def test_the_second_run_pays_only_for_what_the_first_did_not_get() -> None:
    first = await run(dict.fromkeys(range(4, 50), STOPS["quota"]))
    second = await run({}, store=first.store)
    third = await run({}, store=first.store)
    assert [len(r.served.calls) for r in (first, second, third)] == [4, 3, 0]
    assert second.ledger.usage().cached == 3
    assert third.claims == second.claims


async def test_the_budget_holds_under_faults() -> None:
    cap = 0.0008
    result = await run(dict.fromkeys(range(1, 60, 2), RECOVERS["reset"]), cap=cap)
    cost = result.ledger.usage().cost_usd
    assert cost is not None
    assert 0 < cost <= cap
    assert any(isinstance(error, BudgetReached) for error in result.errors)


def remembers_everything(_request: object, _reply: Reply) -> None:
    """The planted bug: a check that lets everything through."""


async def test_a_cache_that_checks_nothing_is_caught_by_the_test_above(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.edges.model_stack.check", remembers_everything)
    result = await run({1: RECOVERS["truncated json"]})
    with pytest.raises(ProviderError):
        kept_is_good(result)


async def test_every_document_is_alone_in_its_request() -> None:
    result = await run({})
    for n, call in enumerate(result.served.calls):
        text = " ".join(unfence(call.body["messages"][1]["content"]).values())
        assert f"case {n} " in text
        assert not any(f"case {other} " in text for other in range(CHUNKS) if other != n)
