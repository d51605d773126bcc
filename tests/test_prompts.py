"""The prompts are found, versioned, short and complete."""

from pathlib import Path

import pytest

from summarizer import prompts
from summarizer.errors import UsageError
from summarizer.testing import CountingTokens

HOLES = {
    "map": ({}, {"sentences": "S", "limit": "7", "focus": ""}),
    "reduce": ({"language": "English"}, {"groups": "G", "focus": ""}),
    "judge": ({}, {"pairs": "P"}),
}


@pytest.mark.parametrize("name", HOLES)
def test_every_hole_of_a_prompt_can_be_filled(name: str) -> None:
    prompt = prompts.load(name)
    system, user = HOLES[name]
    assert "$" not in prompt.fill_system(**system) + prompt.fill_user(**user)
    assert prompt.name == name


def test_the_digest_changes_with_every_change_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('system = "Pick."\nuser = "$sentences"\n')
    first = prompts.read(path)
    path.write_text('system = "Pick!"\nuser = "$sentences"\n')
    second = prompts.read(path)
    assert first.digest != second.digest
    assert len(first.digest) == 12


def test_the_map_prompt_stays_short_because_every_article_pays_for_it() -> None:
    prompt = prompts.load("map")
    assert CountingTokens().count(prompt.system + prompt.user) <= 95


@pytest.mark.parametrize("name", ["nothing", "../map", "", "MAP"])
def test_a_prompt_that_is_none_is_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError):
        prompts.load(name)


@pytest.mark.parametrize("content", [b"", b"system = 3\nuser = 4", b'system = "x"', b"\xff\xfe", b"system = "])
def test_a_broken_prompt_file_is_a_usage_error_that_names_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"broken\.toml"):
        prompts.read(path)
