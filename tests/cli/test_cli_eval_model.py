"""summarizer eval with a model, on loopback: it is asked once, and never on a replay; a judge of its own refuses until it is graded."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from summarizer.protocols import Request
from summarizer.testing import HonestModel

Command = Callable[..., "tuple[int, str, str]"]


class Honest(BaseHTTPRequestHandler):
    """Answers map, reduce and judge requests as an honest model does, coverage requests with FULL for every pair."""

    asked: list[str] = []  # noqa: RUF012 - one server a test

    def log_message(self, *words: object) -> None:
        return None

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        system, user = (message["content"] for message in body["messages"])
        purpose = (
            "coverage" if "reference facts" in system else "map" if '"lines"' in user else "reduce" if '"cites"' in system else "judge"
        )
        type(self).asked.append(purpose)
        content = self._coverage(user) if purpose == "coverage" else self._honest(purpose, system, user)
        usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}
        reply = json.dumps(
            {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}
        ).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def _coverage(self, user: str) -> str:
        assert "FACT: " in user
        return json.dumps({"label": "FULL"})

    def _honest(self, purpose: str, system: str, user: str) -> str:
        import asyncio

        request = Request(purpose=purpose, digest="", system=system, user=user, answer_schema="{}", max_tokens=1)
        return asyncio.run(HonestModel().complete(request)).text


@pytest.fixture
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Honest)
    Honest.asked.clear()
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.05), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "strike"
    (folder / "articles").mkdir(parents=True)
    (folder / "case.toml").write_text('[[facts]]\nid = "f1"\ntext = "Pilots of Lumen Air will strike on Monday over pay."\n')
    (folder / "articles" / "a.txt").write_text(
        "Pilots of Lumen Air will strike on Monday over pay, their union said.\n\nThe airline offered them 4 percent on Friday.\n"
    )
    return folder


def test_a_model_is_measured_once_and_a_replay_asks_nobody(command: Command, case: Path, url: str, tmp_path: Path) -> None:
    ran = ("eval", "run", case, "--system", "openai", "--model", "m", "-o", tmp_path / "out", "--format", "json", "--no-floors")
    code, out, err = command(*ran, "--base-url", url)
    assert code == 0, err
    made = json.loads(out)
    assert made["system"] == "m"
    assert made["results"][0]["answer"]["tokens_in"] > 0
    asked = len(Honest.asked)
    assert asked > 0
    code, out, _ = command(*ran, "--base-url", "http://127.0.0.1:9/v1", "--replay")
    assert (code, json.loads(out)["results"][0]["recorded"], len(Honest.asked)) == (0, True, asked)


def test_a_model_as_a_judge_refuses_before_it_is_graded_and_scores_when_forced(
    command: Command, case: Path, url: str, tmp_path: Path
) -> None:
    ran = ("eval", "run", case, "--judge", "llm", "--judge-model", "m", "--base-url", url, "--system", "extractive", "--format", "json")
    code, out, err = command(*ran, "--no-floors")
    assert code == 0, err
    assert "has not been graded on human labels" in err
    recall = next(score for score in json.loads(out)["results"][0]["scores"] if score["name"] == "fact_recall")
    assert recall["value"] is None
    assert "has not been graded" in recall["reason"]
    assert "coverage" not in Honest.asked
    code, out, err = command(*ran, "--no-floors", "--force", "-o", tmp_path / "out")
    recall = next(score for score in json.loads(out)["results"][0]["scores"] if score["name"] == "fact_recall")
    assert (recall["value"], json.loads(out)["judge"], json.loads(out)["forced"]) == (1.0, "llm m", True)
    asked = len(Honest.asked)
    assert command(*ran, "--no-floors", "--force", "-o", tmp_path / "out", "--replay")[0] == 0
    assert len(Honest.asked) == asked  # its judgements are remembered in the folder too


def test_a_grade_that_was_stopped_goes_on_where_it_stood(command: Command, url: str, tmp_path: Path) -> None:
    """The planted bug: --state was read and nothing was remembered, so that an hour of judging began again."""
    fact = "Pilots of Lumen Air will strike on Monday over pay."
    insights = [{"insight_id": label, "insight": fact, "label": label} for label in ("FULL", "NO")]
    labels = tmp_path / "labels.jsonl"
    labels.write_text("".join(json.dumps({"summary_id": name, "bullets": [fact], "insights": insights}) + "\n" for name in "ab"))
    ran = ("eval", "judge", labels, "--judge", "llm", "--judge-model", "m", "--base-url", url, "--state", tmp_path / "s.db")
    assert command(*ran, "--most", "1")[0] == 0
    asked = len(Honest.asked)
    assert asked > 0
    assert command(*ran, "--most", "1")[0] == 0
    assert len(Honest.asked) == asked
    assert command(*ran, "--most", "1", "--no-cache")[0] == 0
    assert len(Honest.asked) > asked


def test_labels_that_are_not_there_are_said_to_be_missing(command: Command, tmp_path: Path) -> None:
    code, _, err = command("eval", "judge", tmp_path / "none.jsonl")
    assert (code, "is not there" in err) == (2, True)


def test_a_graded_model_may_score(command: Command, case: Path, url: str, tmp_path: Path) -> None:
    fact = "Pilots of Lumen Air will strike on Monday over pay."
    row = {"summary_id": "s", "bullets": [fact], "insights": [{"insight_id": "i", "insight": fact, "label": "FULL"}]}
    other = {
        "summary_id": "t", "bullets": ["It rained in Marrow."],
        "insights": [{"insight_id": "j", "insight": "Ships from Pell carry salt.", "label": "NO"}],
    }  # fmt: skip
    (tmp_path / "labels.jsonl").write_text(json.dumps(row) + "\n" + json.dumps(other) + "\n")
    grades = tmp_path / "grades.toml"
    code, _, err = command(
        "eval", "judge", tmp_path / "labels.jsonl", "--judge", "llm", "--judge-model", "m", "--base-url", url, "--save", grades
    )
    assert code == 0, err
    ran = ("eval", "run", case, "--judge", "llm", "--judge-model", "m", "--base-url", url, "--system", "extractive", "--no-floors")
    code, out, err = command(*ran, "--grades", grades)
    assert code == 0, err
    assert "llm m: kappa 1.000" in out
