"""Counting tokens without ever asking the network."""

import shutil
from pathlib import Path

import pytest

from summarizer.edges.tokens import EstimatedTokens, token_counter

CACHE = Path(__file__).parents[3] / "shared" / "tiktoken_cache"
O200K = "fb374d419588a4632f3f557e76b4b70aebbca790"
needs_vocabulary = pytest.mark.skipif(not CACHE.is_dir(), reason=f"no tiktoken vocabulary at {CACHE}")


def test_without_a_vocabulary_the_count_is_an_estimate_that_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    counter = token_counter("gpt-4o")
    assert counter.name.startswith("estimate: ")
    assert counter.count("") == 0
    assert counter.count("Four words of text.") == 5
    assert counter.count("東京で会議") == 4


@pytest.mark.parametrize("variable", ["TIKTOKEN_CACHE_DIR", "DATA_GYM_CACHE_DIR"])
def test_a_broken_vocabulary_is_not_used_and_not_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.delenv("TIKTOKEN_CACHE_DIR", raising=False)
    (tmp_path / O200K).write_bytes(b"broken")
    monkeypatch.setenv(variable, str(tmp_path))
    assert isinstance(token_counter(), EstimatedTokens)
    assert (tmp_path / O200K).read_bytes() == b"broken"


def test_a_switched_off_cache_means_an_estimate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", "")
    assert isinstance(token_counter(), EstimatedTokens)


@needs_vocabulary
def test_a_vocabulary_on_this_machine_counts_exactly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(CACHE / O200K, tmp_path)
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    counter = token_counter("gpt-4o-mini")
    assert counter.name == "tiktoken o200k_base"
    assert counter.count("The gate failed on Tuesday.") == 6
    assert counter.count("<|endoftext|>") > 1
    assert token_counter("a-model-nobody-knows").name == "tiktoken o200k_base"
    assert token_counter("gpt-4").name.startswith("estimate"), "its vocabulary is another one and is not here"


@needs_vocabulary
def test_the_estimate_is_on_the_safe_side_for_news(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(CACHE))
    text = "The main flood gate at Orrin failed on Tuesday, the river board said; some 1,200 people left their homes in Lower Orrin. " * 20
    exact, estimated = token_counter().count(text), EstimatedTokens().count(text)
    assert exact <= estimated <= 1.4 * exact
