"""The child processes that parse: what they may use, and that losing one costs one file."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from summarizer.edges.reading.parsing import Parsed, Task
from summarizer.edges.reading.workers import Workers
from summarizer.limits import Limits

PAGE = b"<html><body><article><p>The ferry to Torvik sails again from Monday, the shipping line said.</p></article></body></html>"


def task(kind: str = "page", data: bytes = PAGE, limits: Limits | None = None) -> Task:
    return Task.model_validate({"kind": kind, "name": "x", "size": len(data), "limits": limits or Limits()})


def test_many_files_are_parsed_at_once_by_few_processes() -> None:
    with Workers() as workers, ThreadPoolExecutor(2) as threads:
        results = list(threads.map(lambda _: workers.parse(task(), PAGE), range(12)))
        assert len(workers._all) <= 2
    assert all(result.found[0].text.startswith("The ferry") for result in results)


def test_a_parser_that_dies_costs_its_file_and_the_next_gets_a_new_process() -> None:
    with Workers() as workers:
        assert workers.parse(task(), PAGE).found
        (worker,) = workers._all
        worker._process.kill()
        worker._process.wait()
        lost = workers.parse(task(), PAGE)
        assert lost.unreadable is not None
        assert "stopped" in lost.unreadable
        assert workers.parse(task(), PAGE).found


def test_a_parser_that_takes_too_long_is_ended() -> None:
    slow = b"<html><body>" + b"<p>word <b>word</b> word.</p>" * 60_000 + b"</body></html>"
    with Workers() as workers:
        found = workers.parse(task(data=slow, limits=Limits(parse_seconds=0.05)), slow)
    assert found.unreadable is not None or found.found  # a fast machine may make it


def test_memory_of_a_parser_is_limited() -> None:
    if sys.platform == "win32":
        pytest.skip("no such limit here")
    code = (
        "from summarizer.edges.reading.child import limit_memory\nfrom summarizer.limits import "
        "Limits\nlimit_memory(Limits(parse_memory_bytes=300_000_000))\n"
        "try:\n    bytearray(600_000_000)\nexcept MemoryError:\n    print('refused')"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stdout.strip() == "refused"


def test_a_parser_does_not_see_the_users_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example")
    with Workers() as workers:
        workers.parse(task(), PAGE)
        (worker,) = workers._all
        if not os.path.exists(f"/proc/{worker._process.pid}/environ"):
            pytest.skip("no /proc here")
        with open(f"/proc/{worker._process.pid}/environ", "rb") as file:
            seen = file.read()
    assert b"sk-secret" not in seen
    assert b"PROXY" not in seen


def test_an_answer_that_is_no_answer_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    with Workers() as workers:
        workers.parse(task(), PAGE)
        (worker,) = workers._all

        class Lying:
            def readline(self) -> bytes:
                return b"20\n"

            def read(self, size: int) -> bytes:
                return json.dumps({"found": 3}).encode()

            def close(self) -> None:
                return

        real = worker._process.stdout
        monkeypatch.setattr(worker._process, "stdout", Lying())
        assert workers.parse(task(), PAGE).unreadable
        assert real is not None
        real.close()


def test_nothing_to_parse_starts_nothing() -> None:
    with Workers() as workers:
        assert not workers._all
    assert Parsed().unreadable is None
