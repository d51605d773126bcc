"""kill -9 in the middle of a run: what was paid for and answered is not paid again."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest
from loopback_model import Call, endpoint

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kill -9 is a thing of POSIX")

CHUNKS, AT_ONCE, KILLS = 30, 3, 3
RUN = """
import asyncio, sys
from summarizer import prompts
from summarizer.edges.budget import Ledger
from summarizer.edges.model_stack import stacked
from summarizer.edges.openai_model import OpenAIModel
from summarizer.edges.state import SqliteStore
from summarizer.stages.sorting.chunk import chunk
from summarizer.stages.text.segment import segment
from summarizer.stages.asking.select_claims import SelectingExtractor
from summarizer.testing import CountingTokens, article

async def main():
    counter, store = CountingTokens(), SqliteStore(sys.argv[2])
    model = OpenAIModel("m", base_url=sys.argv[1], api_key="k")
    ledger = Ledger()
    stack = stacked(model, name="m", endpoint="e", ledger=ledger, counter=counter, concurrency=int(sys.argv[4]), store=store)
    extractor = SelectingExtractor(stack, prompts.load("map"))
    texts = [" ".join(f"Witness {i} of case {n} spoke for {i} hours at Orrin." for i in range(6)) for n in range(int(sys.argv[3]))]
    chunks = [c for t in texts for c in chunk(segment(article(t)), counter, 3000)]
    claims = await asyncio.gather(*(extractor.extract(c) for c in chunks))
    await model.aclose()
    store.close()
    print(sum(map(len, claims)), ledger.usage().cached)

asyncio.run(main())
"""


async def test_replies_that_came_before_a_kill_are_not_paid_again(tmp_path: Path) -> None:
    async def slowly(call: Call) -> None:
        await asyncio.sleep(0.02)
        await call.answer_properly()
        answered.append(call.body["messages"][1]["content"])
        if len(answered) % 7 == 0:
            seven_more.set()

    answered: list[str] = []
    seven_more = asyncio.Event()
    async with endpoint(always=slowly) as served:
        command = [sys.executable, "-c", RUN, served.url, str(tmp_path / "state.db"), str(CHUNKS), str(AT_ONCE)]
        for _ in range(KILLS):
            process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
            await seven_more.wait()
            seven_more.clear()
            os.kill(process.pid, signal.SIGKILL)
            await process.communicate()
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        said, _ = await process.communicate()
        assert process.returncode == 0
        before = len(served.calls)
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        again, _ = await process.communicate()
    assert len(set(answered)) == CHUNKS
    assert len(answered) <= CHUNKS + KILLS * AT_ONCE, "only what was under way at a kill may be paid twice"
    assert int(said.split()[1]) >= KILLS * (7 - AT_ONCE)
    assert len(served.calls) == before, "a run with everything remembered makes no call"
    assert (said.split()[0], int(again.split()[1])) == (again.split()[0], CHUNKS)
