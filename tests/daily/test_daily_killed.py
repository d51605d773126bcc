"""kill -9 at named points and at random moments, then the same command: the same edition, and no delivery twice but under its own id."""

import multiprocessing
import os
import random
import signal
import sqlite3
import sys
import time
from multiprocessing import forkserver
from pathlib import Path

import daily_killed
import pytest
from test_daily_delivery import Hook

POINTS = [
    "gathered", "stored", "made", "finished", "delivered", "fetching 2", "delivering 0", "delivering 1", "delivering 2", "delivering 3",
    "before-file 1", "after-file 1", "before-file 4", "after-file 6",
]  # fmt: skip
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["daily_killed"])
KILLED = -signal.SIGKILL


@pytest.fixture(scope="module", autouse=True)
def server() -> None:
    """Starts the process that others are forked from, with everything imported; it does not take over sys.path (CPython before 3.14)."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)]))
        forkserver.ensure_running()


def started(folder: Path, hook: Hook, step: str = "") -> "multiprocessing.process.BaseProcess":
    folder.mkdir(exist_ok=True)
    process = PROCESSES.Process(target=daily_killed.main, args=(str(folder), hook.url, step))
    process.start()
    return process


def run(folder: Path, hook: Hook, step: str = "") -> int | None:
    """The exit code; negative for a signal."""
    process = started(folder, hook, step)
    process.join(60)
    return process.exitcode


def result(folder: Path) -> str:
    return (folder / "result").read_text("utf-8")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "editions").iterdir() if not path.name.startswith(".")}


Edition = tuple[str, dict[str, bytes]]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The edition as it is when nothing happens: its text and its files."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with Hook() as hook:
        assert run(folder, hook) == 0
        return result(folder), files(folder)


def whole(folder: Path) -> bool:
    with sqlite3.connect(folder / "briefing.sqlite") as database:
        return bool(database.execute("PRAGMA integrity_check").fetchone() == ("ok",))


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_named_point_the_same_command_comes_to_the_same_edition(point: str, undisturbed: Edition, tmp_path: Path) -> None:
    text, paths = undisturbed
    with Hook() as hook:
        assert run(tmp_path, hook, point) == KILLED
        assert run(tmp_path, hook) == 0
    assert result(tmp_path) == text
    assert files(tmp_path) == paths
    assert len(hook.effects) == 1
    assert hook.bodies.total() == (2 if point == "delivering 3" else 1)  # sent, not yet noted: again, under the same id
    assert whole(tmp_path)


def test_killed_at_random_moments_nothing_is_lost_or_doubled(undisturbed: Edition, tmp_path: Path) -> None:
    """Ten kills here; more in evals/daily_faults.py."""
    text, paths = undisturbed
    rng = random.Random(11)
    with Hook() as hook:
        for _ in range(10):
            process = started(tmp_path, hook)
            time.sleep(rng.uniform(0.0, 0.7))
            process.kill()
            process.join()
        assert run(tmp_path, hook) == 0
    assert result(tmp_path) == text
    assert files(tmp_path) == paths
    assert len(hook.effects) == 1
    assert whole(tmp_path)


def test_runs_at_once_make_one_edition(undisturbed: Edition, tmp_path: Path) -> None:
    text, paths = undisturbed
    with Hook() as hook:
        running = [started(tmp_path, hook) for _ in range(4)]
        for process in running:
            process.join(60)
    assert [process.exitcode for process in running] == [0] * 4
    assert result(tmp_path) == text
    assert files(tmp_path) == paths
    assert hook.bodies.total() == 1


def test_a_planted_bug_that_notes_before_it_sends_is_caught(tmp_path: Path) -> None:
    """The naive order: noted as sent, then sent. Killed in between, the delivery is lost for ever."""
    with Hook() as hook:
        process = PROCESSES.Process(target=daily_killed.naive, args=(str(tmp_path), hook.url))
        process.start()
        process.join(60)
        assert process.exitcode == KILLED
        assert run(tmp_path, hook) == 0
    assert not hook.effects  # what the tests above would have seen
