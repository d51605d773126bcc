"""Peers that need no venv of their own: extracts at equal length, and the plain prompt against a server on loopback."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from evals.peers.asking import answer, numbered
from evals.peers.extracts import Extracts, Method, extract
from evals.peers.plain_prompt import summarise
from summarizer.article import Article
from summarizer.evaluation.case import Case
from summarizer.evaluation.systems import Ask


@pytest.mark.parametrize("method", ["lead", "lexrank", "textrank"])
async def test_extracts_are_sentences_of_the_articles_and_keep_to_their_words(
    method: Method, ferry: Case, articles: tuple[Article, ...]
) -> None:
    if method != "lead":
        pytest.importorskip("sumy")
    texts = {article.id: article.text for article in articles}
    answered = await Extracts(method, {"ferry": 40}.get).answer(Ask(case=ferry, articles=articles, max_words=350))
    assert 20 <= len(answered.text.split()) <= 40
    for point in answered.points:
        assert [texts[c.article][c.start : c.end] for c in point.cites] == [point.text]


def test_lead_takes_turns_and_skips_what_no_longer_fits(articles: tuple[Article, ...]) -> None:
    chosen = extract(articles[:2], "lead", 40)
    assert [s.article for s in chosen] == ["herald", "wire"]


def test_articles_are_cut_alike_where_they_do_not_fit(capsys: pytest.CaptureFixture[str]) -> None:
    assert numbered(["one", "two"], 1000) == "Article [1]:\none\n\nArticle [2]:\ntwo"
    cut = numbered(["a" * 500, "b" * 20], 200)
    assert cut.count("a" * 80) == 1
    assert "a" * 81 not in cut
    assert "1 of 2 articles are cut" in capsys.readouterr().err


class Replies(BaseHTTPRequestHandler):
    asked: list[str] = []  # noqa: RUF012 - one server a test

    def log_message(self, *words: object) -> None:
        return None

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.asked.append(body["messages"][0]["content"])
        reply = {
            "id": "1", "object": "chat.completion", "created": 1, "model": "m",
            "usage": {"prompt_tokens": 90, "completion_tokens": 9, "total_tokens": 99},
            "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "It ran aground [1]."}}],
        }  # fmt: skip
        content = json.dumps(reply).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture
def endpoint() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Replies)
    Replies.asked.clear()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_plain_prompt_numbers_the_articles_and_prints_what_it_spent(
    endpoint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], articles: tuple[Article, ...]
) -> None:
    for number, article in enumerate(articles, 1):
        (tmp_path / f"{number:03}.txt").write_text(article.text)
    answer("The plain prompt.", summarise, [str(tmp_path), "--base-url", endpoint, "--words", "120", "--focus", "Why?"])
    told = json.loads(capsys.readouterr().out)
    assert (told["text"], told["tokens_in"], told["tokens_out"]) == ("It ran aground [1].", 90, 9)
    prompt = Replies.asked[0]
    assert all(f"Article [{number}]:\n{article.text}" in prompt for number, article in enumerate(articles, 1))
    assert "at most 120 words" in prompt
    assert "Why?" in prompt
