"""Runs a bad-input set (manifest.jsonl, clean/, injection/, bad/ …) through the product and has its own checker judge the outputs.

    python -m evals.security SETDIR OUT [--mode extractive|honest|obey|hostile|forge] [--only PREFIX]

In a model mode the set's `fake_llm.py` plays the endpoint on loopback. One process, one case after another; the readers'
child process keeps its own limits. Prints the checker's findings and its totals.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from openai import AsyncOpenAI, DefaultAsyncHttpxClient

from summarizer.article import Reading
from summarizer.brief import Brief
from summarizer.errors import SummarizerError
from summarizer.library import Summarizer
from summarizer.render import safe
from summarizer.render.terminal import lines


@contextmanager
def endpoint(folder: Path, mode: str) -> Iterator[str | None]:
    """The base URL of the set's fake model in this mode; None without a model."""
    if mode == "extractive":
        yield None
        return
    port = 8123 + sum(map(ord, mode)) % 800
    command = [sys.executable, str(folder / "fake_llm.py"), "--port", str(port), "--mode", mode]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        time.sleep(0.6)
        try:
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            server.terminate()


class Sent(Protocol):
    """What is read of a request (the client's own type differs between releases of openai)."""

    content: bytes


def brief_of(reading: Reading, base_url: str | None, sent: list[str]) -> tuple[Brief | None, int, str]:
    """The brief, the exit code and the error of one case; `sent` collects every request body."""

    async def keep(request: Sent) -> None:
        sent.append(request.content.decode("utf-8", "replace"))

    client = None
    if base_url:
        recording = DefaultAsyncHttpxClient(event_hooks={"request": [keep]})
        client = AsyncOpenAI(base_url=base_url, api_key="sk-canary-0000PUBLIC0000", http_client=recording)
    summarizer = Summarizer(model="fake" if base_url else "extractive", client=client)
    try:
        return summarizer.brief(reading, embed_sources=True), 0, ""
    except SummarizerError as error:
        return getattr(error, "brief", None), error.exit_code, str(error)


def write(folder: Path, brief: Brief | None, reading: Reading, sent: list[str], code: int, error: str, seconds: float) -> None:
    """What the checker reads: the four outputs and check.json."""
    folder.mkdir(parents=True, exist_ok=True)
    statements: list[dict[str, object]] = []
    if brief is not None:
        (folder / "brief.json").write_text(safe.json(brief), "utf-8")
        (folder / "brief.md").write_text(brief.to_markdown(), "utf-8")
        (folder / "brief.html").write_text(brief.to_html(), "utf-8")
        (folder / "terminal.txt").write_text("\n".join(str(line) for line in lines(brief)), "utf-8")
        statements = [{"text": s.text, "citations": [c.model_dump() for c in s.citations]} for s in brief.statements()]
        statements += [
            {"text": f"{f.measure} {v.value} {v.unit}", "citations": [c.model_dump() for c in v.citations]}
            for story in brief.stories
            for f in story.figures
            for v in f.values
        ]
        statements += [{"text": q.text, "citations": [q.citation.model_dump()]} for story in brief.stories for q in story.quotes]
    checked = {
        "statements": statements,
        "sources": [{"source": a.id, "text": a.text} for a in reading.articles],
        "warnings": [{"source": f.location, "message": f.reason} for f in reading.failed] + [{"message": error}],
        "unused": [u.source for u in brief.coverage.unused] if brief else [a.id for a in reading.articles],
        "exit": code,
        "seconds": round(seconds, 2),
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "llm_input": "\n".join(sent),
        "llm_calls": len(sent),
    }
    (folder / "check.json").write_text(json.dumps(checked, ensure_ascii=False), "utf-8", errors="replace")


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--mode", default="extractive", choices=["extractive", "honest", "obey", "hostile", "forge"])
    parser.add_argument("--only", default="P-")
    asked = parser.parse_args(argv)
    rows = [json.loads(line) for line in (asked.set / "manifest.jsonl").read_text("utf-8").split("\n") if line.strip()]
    with endpoint(asked.set, asked.mode) as base_url:
        for row in rows:
            inputs = [asked.set / name for name in (row.get("files") or [row.get("file") or ""])]
            inputs += [asked.set / name for name in row.get("companions", [])]
            if not row["id"].startswith(asked.only) or not all(path.is_file() for path in inputs) or row["class"] in ("b", "c", "d"):
                continue
            sent: list[str] = []
            began = time.monotonic()
            reading = Summarizer().read([str(path) for path in inputs])
            brief, code, error = brief_of(reading, base_url, sent)
            write(asked.out / row["id"], brief, reading, sent, code, error, time.monotonic() - began)
    return subprocess.run([sys.executable, str(asked.set / "check.py"), str(asked.set), str(asked.out)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
