"""What every peer that asks a model shares: its command line, the articles, the words of its prompts, and what it spent. No import of ours.

    python -m evals.peers.NAME FOLDER --base-url http://127.0.0.1:8081/v1 --model m [--words 350] [--focus "…"]

FOLDER holds 001.txt, 002.txt, …: `{texts}` of `summarizer eval run --system-command`. Printed is {"text", "tokens_in", "tokens_out",
"seconds"}.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.update(LANGSMITH_TRACING="false", LANGCHAIN_TRACING_V2="false", ANONYMIZED_TELEMETRY="false", DO_NOT_TRACK="1")

CHARACTERS_A_TOKEN = 4.0


class Asked(argparse.Namespace):
    """The options of a peer. `texts` are the articles by number from 1, `context` the model's window in tokens."""

    folder: Path
    base_url: str
    model: str
    key: str
    words: int
    focus: str
    context: int
    timeout: float
    texts: list[str]
    spent: "Spent"

    @property
    def question(self) -> str:
        """The focus as a sentence of a prompt."""
        return f" Answer this question in particular: {self.focus}" if self.focus else ""

    @property
    def answer_tokens(self) -> int:
        return int(self.words * 2.2) + 120

    def room(self, used: str = "") -> int:
        """Characters of article text that fit one prompt beside the answer and the prompt's own words."""
        return int((self.context - self.answer_tokens - 300) * CHARACTERS_A_TOKEN) - len(used)


class Spent:
    """What the model was asked, as its endpoint counts it."""

    def __init__(self) -> None:
        self.calls = self.tokens_in = self.tokens_out = 0

    def add(self, tokens_in: int | None, tokens_out: int | None) -> None:
        """One call."""
        self.calls += 1
        self.tokens_in += tokens_in or 0
        self.tokens_out += tokens_out or 0


def asked(about: str | None, arguments: Sequence[str] | None = None) -> Asked:
    """The command line, with the articles read."""
    parser = argparse.ArgumentParser(description=(about or "").split("\n\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base-url", required=True)
    parser.add_argument("--model", default="local")
    parser.add_argument("--key", default=os.environ.get("OPENAI_API_KEY") or "none")
    parser.add_argument("--words", type=int, default=350)
    parser.add_argument("--focus", default="")
    parser.add_argument("--context", type=int, default=8192)
    parser.add_argument("--timeout", type=float, default=1800.0)
    options = parser.parse_args(arguments, namespace=Asked())
    options.texts = [path.read_text() for path in sorted(options.folder.glob("*.txt"))]
    if not options.texts:
        parser.error(f"{options.folder} holds no .txt")
    options.spent = Spent()
    return options


def answer(about: str | None, summarise: Callable[[Asked], str], arguments: Sequence[str] | None = None) -> None:
    """Runs a peer and prints what it wrote and spent."""
    options = asked(about, arguments)
    started = time.perf_counter()
    text = summarise(options)
    spent = options.spent
    print(f"{spent.calls} calls", file=sys.stderr)
    seconds = round(time.perf_counter() - started, 2)
    print(json.dumps({"text": text, "tokens_in": spent.tokens_in, "tokens_out": spent.tokens_out, "seconds": seconds}))


def numbered(texts: Sequence[str], room: int) -> str:
    """The articles with their numbers; where they do not fit, each is cut to the same share of the room, and stderr says so."""
    share = room // max(1, len(texts)) - 20
    if sum(len(text) + 20 for text in texts) > room:
        print(f"{sum(len(text) > share for text in texts)} of {len(texts)} articles are cut to fit the model's window", file=sys.stderr)
        texts = [text[:share] for text in texts]
    return "\n\n".join(f"Article [{number}]:\n{text}" for number, text in enumerate(texts, 1))
