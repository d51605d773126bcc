"""The faults of the shared set, played by its own server: no hang, no traceback, bounded calls, no bad reply kept, no key shown."""

import asyncio
import json
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer import prompts
from summarizer.article import Chunk, Sentence
from summarizer.claim import Claim, Draft, Finding
from summarizer.edges.budget import Ledger
from summarizer.edges.model_stack import stacked
from summarizer.edges.openai_model import OpenAIModel
from summarizer.edges.prices import Price
from summarizer.errors import BudgetReached, ProviderError
from summarizer.limits import Limits
from summarizer.stages.asking.select_claims import SelectingExtractor
from summarizer.stages.asking.word_findings import WordingWriter, plain_sentence
from summarizer.stages.text.segment import segment
from summarizer.testing import CountingTokens, Heard, MemoryStore, article

SERVER = Path(__file__).parents[3] / "shared" / "security" / "fake_llm.py"
pytestmark = pytest.mark.skipif(not SERVER.is_file(), reason=f"the shared fault server is not at {SERVER}")

KEY = "sk-canary-99887766aabb"
CHUNKS = 3
FAULTS = [
    "429",
    "429_day",
    "429_quota",
    "500",
    "503_html",
    "401_echo",
    "400_context",
    "hang",
    "slow_body",
    "reset",
    "truncated_json",
    "finish_length",
    "schema_invalid",
    "empty",
    "null_choices",
    "refusal",
    "content_filter",
    "repetition",
    "huge",
    "error_200",
    "deep_json",
    "nan",
    "fence",
    "prompt_echo",
]
PLACES = ("1", "3", "6")  # 6 is the last of the map's calls: the honest server numbers from 0, so each chunk asks twice


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, str(SERVER), "--port", str(port), "--hang", "3"], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()
    process.stdout.close()


def get(url: str) -> dict:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return json.load(answer)


def pieces() -> list[Chunk]:
    made = []
    for n in range(CHUNKS):
        text = " ".join(f"Witness {i} of case {n} told the court at Orrin that the gate had rusted since 20{i + 10}." for i in range(10))
        source = article(text, id=f"case-{n}")
        made.append(Chunk(article=source.id, index=0, sentences=segment(source), tokens=CountingTokens().count(text)))
    return made


def findings(sentences: list[Sentence]) -> list[Finding]:
    made = []
    for n, sentence in enumerate(sentences):
        claim = Claim(article=sentence.article, sentences=(sentence,), kind="fact", importance=1.0)
        made.append(Finding(id=f"f{n}", claims=(claim,), lead=sentence, support=(sentence,), kind="fact", salience=1.0, independent=1))
    return made


async def doze(_seconds: float) -> None:
    await asyncio.sleep(0)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_ends_in_results_or_one_clear_error(server: str, fault: str, place: str) -> None:
    await play(server, "honest", f"{fault}@{place}")


@pytest.mark.parametrize("fault", ["500", "empty", "401_echo", "truncated_json", "400_context", "refusal"])
@pytest.mark.parametrize("place", ["every2", "forever"])
async def test_a_fault_that_comes_again_and_again_ends_too(server: str, fault: str, place: str) -> None:
    await play(server, "honest", f"{fault}@{place}")


@pytest.mark.parametrize("mode", ["honest", "obey", "hostile", "forge"])
async def test_a_model_of_any_character_gives_only_plain_sentences_that_the_sources_carry(server: str, mode: str) -> None:
    drafts = await play(server, mode, "none")
    assert not any("PWNED" in text or plain_sentence(text) is None for text in drafts)


async def play(server: str, mode: str, fault: str) -> list[str]:
    """One run of map and reduce against the server; the texts of the drafts."""
    get(f"{server}/_mode/{mode}/{fault}")
    get(f"{server}/_reset")
    heard, store = Heard(), MemoryStore()
    ledger = Ledger(Price(per_million_in=1.0, per_million_out=4.0, source="test"))
    model = OpenAIModel(
        "fake", base_url=f"{server}/v1", api_key=KEY, limits=Limits(call_seconds=1.5), counter=CountingTokens(), listen=heard
    )
    stack = stacked(
        model, name="fake", endpoint="e", ledger=ledger, counter=CountingTokens(), concurrency=1, retries=2, store=store, sleep=doze
    )
    extractor = SelectingExtractor(stack, prompts.load("map"), listen=heard)
    writer = WordingWriter(stack, prompts.load("reduce"), listen=heard)
    errors: list[Exception] = []
    for piece in pieces():
        try:
            claims = await extractor.extract(piece)
            assert claims
        except (ProviderError, BudgetReached) as error:
            errors.append(error)
    drafts: tuple[Draft, ...] = ()
    try:
        drafts = await writer.write(findings(list(pieces()[0].sentences[:6])), "en")
    except (ProviderError, BudgetReached) as error:
        errors.append(error)
    await model.aclose()
    calls = get(f"{server}/_stats")["calls"]
    assert calls <= 3 * (2 * CHUNKS + 1) + (25 if "context" in fault else 0)
    assert ledger.usage().calls == calls
    said = [str(e) for e in errors] + heard.notices
    assert not any(KEY in text or "\n" in text for text in [*said, *store.values.values()])
    known = {n: s.text for n, s in enumerate(pieces()[0].sentences)}
    assert all(draft.sentences and {s.text for s in draft.sentences} <= set(known.values()) for draft in drafts)
    return [draft.text for draft in drafts]
