"""Who says whether a source bears a sentence out, as the settings choose, against an endpoint on the loopback."""

from pathlib import Path

import pytest
from loopback_model import Call, endpoint

from summarizer.errors import UsageError
from summarizer.protocols import Pair
from summarizer.settings import Settings
from summarizer.stages.evidence.second_opinion import SecondOpinion
from summarizer.testing import Heard
from summarizer.wiring import engine, entailment

BORNE_OUT = Pair(premise="The mayor signed the treaty on Monday.", claim="The mayor signed the treaty on Monday.")


async def scored(settings: Settings) -> float:
    async with entailment(settings, Heard()) as judge:
        (score,) = await judge.score([BORNE_OUT])
        return score


async def test_words_judge_where_nothing_is_chosen() -> None:
    assert await scored(Settings()) > 0.5


async def test_a_model_judges_and_is_asked_once_for_the_same_pair(tmp_path: Path) -> None:
    async with endpoint() as served:
        settings = Settings(judge="llm", judge_model="m", base_url=served.url, state=str(tmp_path / "state.sqlite"))
        first, again = await scored(settings), await scored(settings)
    assert first == again
    assert len(served.calls) == 1


async def test_a_model_that_writes_is_asked_for_its_second_opinion() -> None:
    async with endpoint() as served:
        async with engine(Settings(model="m", judge="llm", base_url=served.url), Heard()) as chosen:
            assert isinstance(chosen.writer, SecondOpinion)
        async with engine(Settings(model="m", base_url=served.url), Heard()) as chosen:
            assert not isinstance(chosen.writer, SecondOpinion)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (Settings(judge="nli"), "--judge-model DIR"),
        (Settings(judge="nli", judge_model="/nowhere"), r"nowhere|summarizer\[nli\]"),
        (Settings(judge="llm"), "--judge-model"),
    ],
    ids=["no folder", "no such folder", "no model"],
)
async def test_a_judge_that_cannot_be_had_is_a_usage_error(settings: Settings, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        await scored(settings)


async def test_a_brief_is_judged_by_its_own_model_only() -> None:
    async def never(call: Call) -> None:
        raise AssertionError("nothing is to be asked")

    async with endpoint(always=never) as served:
        settings = Settings(model="m", judge="llm", judge_model="another", base_url=served.url)
        with pytest.raises(UsageError, match="leave --judge-model out"):
            async with engine(settings, Heard()):
                pass
