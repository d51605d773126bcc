"""OpenAIModel against an endpoint that misbehaves: each fault becomes its one kind of error, or a Reply that says so."""

import json
import traceback

import pytest
from loopback_model import Call, break_off, drip, endpoint, hang, html

from summarizer.edges.faults import FAULTS, Transient, name_of, plain
from summarizer.edges.openai_model import OpenAIModel
from summarizer.errors import BadReply, ContextOverflow, ProviderError, ProviderRefused, UsageError
from summarizer.limits import Limits
from summarizer.protocols import Reply, Request
from summarizer.stages.asking.answer import schema
from summarizer.testing import CountingTokens, Heard

KEY = "sk-canary-7f3a9c1e5b2d"
QUESTION = Request(
    purpose="map", digest="d", system="Pick.", user="1 A line.", answer_schema=schema({"lines": {"type": "array"}}), max_tokens=50
)
PATIENT = Limits(call_seconds=20.0, answer_bytes=200_000)
IMPATIENT = PATIENT.model_copy(update={"call_seconds": 0.4})


async def ask(url: str, request: Request = QUESTION, **options) -> Reply:
    model = OpenAIModel("m", base_url=url, api_key=KEY, limits=options.pop("limits", PATIENT), **options)
    try:
        return await model.complete(request)
    finally:
        await model.aclose()


def answering(method: str, *args: object, **kwargs: object):
    async def answer(call: Call) -> None:
        await getattr(call, method)(*args, **kwargs)

    return answer


async def test_a_proper_answer_comes_back_with_its_tokens_and_the_request_carries_the_strict_schema() -> None:
    async with endpoint(always=answering("say", '{"lines":[1]}')) as served:
        reply = await ask(served.url)
    assert reply == Reply(text='{"lines":[1]}', tokens_in=100, tokens_out=10)
    body = served.calls[0].body
    assert body["response_format"]["json_schema"]["strict"] is True
    assert body["temperature"] == 0
    assert body["max_tokens"] == 50
    assert [m["role"] for m in body["messages"]] == ["system", "user"]


TRANSIENT = {
    "rate limit": answering("error", 429, "slow down", "rate_limit_exceeded", {"Retry-After": "7"}),
    "server error": answering("error", 500, "boom"),
    "html with 503": answering("send", 503, b"<html>busy</html>"),
    "html with 200": html,
    "hang": hang,
    "drip": drip,
    "break off": break_off,
    "error body with 200": answering("send", 200, {"error": {"message": "overloaded"}}),
    "no choices": answering("send", 200, {"id": "c", "choices": []}),
    "null choices": answering("send", 200, {"id": "c", "choices": None}),
    "null message": answering("send", 200, {"id": "c", "choices": [{"message": None}]}),
    "empty text": answering("say", ""),
    "null text": answering("say", None),
    "a list for a body": answering("send", 200, [1, 2]),
    "deep body": answering("send", 200, b"[" * 90_000 + b"]" * 90_000),
}


@pytest.mark.parametrize("fault", TRANSIENT)
async def test_trouble_that_may_pass_is_transient(fault: str) -> None:
    async with endpoint(always=TRANSIENT[fault]) as served:
        with pytest.raises(Transient) as caught:
            await ask(served.url, limits=IMPATIENT if fault in ("hang", "drip") else PATIENT)
    assert len(served.calls) == 1, "the SDK must not retry by itself"
    assert "\n" not in str(caught.value)
    assert caught.value.retry_after == (7.0 if fault == "rate limit" else None)
    assert caught.value.throttled == (fault == "rate limit")


LASTING = {
    "wrong key": (answering("error", 401, "bad key", "invalid_api_key"), ProviderRefused),
    "forbidden": (answering("error", 403, "no access"), ProviderRefused),
    "unknown model": (answering("error", 404, "no such model", "model_not_found"), ProviderRefused),
    "no credit": (answering("error", 429, "You exceeded your current quota", "insufficient_quota"), ProviderRefused),
    "payment": (answering("error", 402, "pay"), ProviderRefused),
    "overflow": (answering("error", 400, "This model's maximum context length is 8192 tokens", "context_length_exceeded"), ContextOverflow),
    "overflow with 200": (answering("send", 200, {"error": {"code": "context_length_exceeded", "message": "x"}}), ContextOverflow),
    "bad request": (answering("error", 400, "messages: wrong"), ProviderError),
    "huge": (answering("say", "A" * 3_000_000), BadReply),
}


@pytest.mark.parametrize("fault", LASTING)
async def test_trouble_that_lasts_is_not_retried(fault: str) -> None:
    answer, kind = LASTING[fault]
    async with endpoint(always=answer) as served:
        with pytest.raises(ProviderError) as caught:
            await ask(served.url)
    assert type(caught.value) is kind
    assert len(served.calls) == 1


async def test_a_refusal_a_filter_and_a_cut_answer_come_back_as_what_they_are() -> None:
    plan = {
        1: answering("say", None, refusal="I can't."),
        2: answering("say", None, "content_filter"),
        3: answering("say", '{"lines":[1]}', "length"),
        4: answering("error", 400, "The response was filtered due to content management policy", "content_filter"),
    }
    async with endpoint(plan) as served:
        assert [(await ask(served.url)).finish for _ in plan] == ["refusal", "content_filter", "length", "content_filter"]


async def test_a_key_that_the_endpoint_repeats_is_in_no_message_and_no_traceback() -> None:
    async def echo(call: Call) -> None:
        await call.error(401, "Incorrect API key provided: " + call.headers["authorization"], "invalid_api_key")

    async with endpoint(always=echo) as served:
        try:
            await ask(served.url)
        except ProviderRefused as error:
            shown = str(error) + "".join(traceback.format_exception(error))
            chain = error.__context__
        else:
            pytest.fail("not refused")
    assert KEY not in shown
    assert KEY not in repr(chain)


def test_redaction_removes_the_key_even_when_it_looks_like_no_key() -> None:
    assert "swordfish" not in plain("wrong key swordfish!", secret="swordfish")
    assert plain("Bearer abc.def", None) == "***"
    assert plain("a\x1b[31mb\nc\u202ed", None) == "a [31mb c d"


async def test_an_endpoint_without_json_schema_is_asked_in_json_mode_and_then_plainly_and_this_is_remembered() -> None:
    async def old(call: Call) -> None:
        form = call.body.get("response_format", {}).get("type")
        if form is not None:
            await call.error(400, f"'response_format' of type {form} is not supported")
        else:
            await call.say('{"lines":[1]}')

    async with endpoint(always=old) as served:
        model = OpenAIModel("m", base_url=served.url, api_key=KEY, limits=PATIENT)
        await model.complete(QUESTION)
        await model.complete(QUESTION)
        await model.aclose()
    forms = [call.body.get("response_format", {}).get("type") for call in served.calls]
    assert forms == ["json_schema", "json_object", None, None]
    assert "JSON Schema" in served.calls[-1].body["messages"][0]["content"]


async def test_a_reasoning_model_gets_max_completion_tokens_with_room_to_think_and_no_temperature() -> None:
    async def thinking(call: Call) -> None:
        if "max_tokens" in call.body:
            await call.error(
                400, "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
            )
        else:
            await call.say('{"lines":[1]}')

    async with endpoint(always=thinking) as served:
        model = OpenAIModel("m", base_url=served.url, api_key=KEY, limits=PATIENT)
        await model.complete(QUESTION)
        assert model.longest_answer(QUESTION) == served.calls[-1].body["max_completion_tokens"] > 1000
        await model.aclose()
    assert "temperature" not in served.calls[-1].body


async def test_a_fixed_structure_is_not_changed_by_a_refusal() -> None:
    async with endpoint(always=answering("error", 400, "response_format is not supported")) as served:
        with pytest.raises(ProviderError):
            await ask(served.url, structured="json_object")
    assert len(served.calls) == 1


async def test_tokens_are_estimated_and_said_to_be_where_the_endpoint_does_not_count() -> None:
    heard = Heard()
    async with endpoint(always=answering("say", '{"lines":[1]}', usage=False)) as served:
        reply = await ask(served.url, counter=CountingTokens(), listen=heard)
    assert reply.tokens_in > 0
    assert reply.tokens_out == 4
    assert any("estimates" in n for n in heard.notices)


async def test_another_model_than_asked_for_is_noted_once() -> None:
    heard = Heard()
    async with endpoint(always=answering("say", "{}", model="cheap-model")) as served:
        model = OpenAIModel("big-model", base_url=served.url, limits=PATIENT, listen=heard)
        await model.complete(QUESTION)
        await model.complete(QUESTION)
        await model.aclose()
    assert heard.notices == ["asked for model big-model, the endpoint answered as cheap-model"]


async def test_text_in_parts_is_joined_and_lone_surrogates_are_replaced() -> None:
    plan = {
        1: answering("say", [{"type": "text", "text": '{"lines":'}, {"type": "text", "text": "[1]}"}]),
        2: answering("send", 200, b'{"choices":[{"message":{"content":"a\\ud800b"}}]}'),
    }
    async with endpoint(plan) as served:
        assert (await ask(served.url)).text == '{"lines":[1]}'
        (await ask(served.url)).text.encode()


async def test_a_given_client_is_used_without_its_own_retries_and_is_not_closed() -> None:
    import openai

    async with endpoint({1: answering("error", 500, "boom")}, always=answering("say", "{}")) as served:
        client = openai.AsyncOpenAI(api_key=KEY, base_url=served.url, max_retries=5)
        model = OpenAIModel("m", client=client, limits=PATIENT)
        with pytest.raises(Transient):
            await model.complete(QUESTION)
        await model.aclose()
        assert (await model.complete(QUESTION)).text == "{}"
        await client.close()


async def test_an_unreachable_endpoint_says_so() -> None:
    with pytest.raises(Transient, match="cannot be reached") as caught:
        await ask("http://127.0.0.1:9/v1")
    assert caught.value.fault is FAULTS["unreachable"]


async def test_an_address_that_is_none_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="http"):
        OpenAIModel("m", base_url="127.0.0.1:8080")


def test_the_table_names_a_row_for_every_status() -> None:
    assert {name_of(status, "", "") for status in range(200, 600)} <= FAULTS.keys()


def test_what_is_sent_holds_no_key() -> None:
    from summarizer.edges.openai_model import _body, _Dialect

    assert KEY not in json.dumps(_body("m", QUESTION, _Dialect()))
