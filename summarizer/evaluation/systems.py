"""What is measured: one of our engines, any command, or a folder of finished summaries. All of them answer the same question in the same
shape."""

import asyncio
import hashlib
import json
import shlex
import subprocess
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from summarizer.article import Article
from summarizer.brief import Brief
from summarizer.errors import SummarizerError, UsageError
from summarizer.evaluation.answer import Answer, answer_of_brief, answer_of_output
from summarizer.evaluation.case import Case
from summarizer.value import Value


class Ask(Value):
    """What a system is asked: a brief of a case's articles in at most `max_words` words. `articles` as they were read, in the order that
    numbers them."""

    case: Case
    articles: tuple[Article, ...]
    max_words: int
    seed: int = 0


class SystemFailed(SummarizerError):
    """A system gave no answer to one case; the message says why."""


class System(Protocol):
    """Something that answers. `identity` holds everything its answers depend on besides the question: it is part of the key they are
    kept under."""

    @property
    def name(self) -> str: ...

    @property
    def identity(self) -> Mapping[str, str]: ...

    async def answer(self, ask: Ask) -> Answer:
        """Raises SystemFailed."""
        ...


class Engine:
    """An engine of ours: `make` gives the brief of a question."""

    def __init__(self, name: str, identity: Mapping[str, str], make: Callable[[Ask], Awaitable[Brief]]) -> None:
        self.name = name
        self.identity = dict(identity)
        self._make = make

    async def answer(self, ask: Ask) -> Answer:
        started = time.perf_counter()
        try:
            brief = await self._make(ask)
        except SummarizerError as error:
            partial = getattr(error, "brief", None)
            if not isinstance(partial, Brief) or _never_answered(partial):
                raise SystemFailed(f"{self.name}: {error}") from error
            brief = partial
        except Exception as error:  # a bug costs its case and is shown, the other cases are measured
            raise SystemFailed(f"{self.name}: a bug, {type(error).__name__}: {error}") from error
        return answer_of_brief(brief).model_copy(update={"seconds": round(time.perf_counter() - started, 3)})


def _never_answered(partial: Brief) -> bool:
    """Whether the model it was asked of said nothing: what is in the brief is the extractive engine's, and no score of the model."""
    return partial.run.engine != "extractive" and partial.run.tokens_in == 0


class Command:
    """Any program that prints a summary: text with citations like [2], JSON with "text", or a brief as JSON.

    In `template` the words {articles} (the case's folder of articles, as it lies), {texts} (a folder 001.txt, 002.txt, … of the same
    articles as our reader cleaned them), {focus}, {words}, {seed} and {out} (a file to write instead of printing) are filled in. No
    shell reads it.
    """

    def __init__(self, template: str, *, name: str | None = None, timeout: float = 900.0) -> None:
        try:
            self._words = shlex.split(template)
        except ValueError as error:
            raise UsageError(f"--system-command {template!r}: {error}") from None
        if not any(hole in template for hole in ("{articles}", "{texts}")):
            raise UsageError("--system-command needs {articles} or {texts} where the folder of the articles goes")
        self.name = name or Path(self._words[0]).name
        self.identity = {"command": template}
        self._timeout = timeout

    async def answer(self, ask: Ask) -> Answer:
        return await asyncio.to_thread(self._run, ask)

    def _run(self, ask: Ask) -> Answer:
        with tempfile.TemporaryDirectory(prefix="summarizer-eval-") as scratch:
            texts = Path(scratch) / "texts"
            texts.mkdir()
            for number, article in enumerate(ask.articles, 1):
                (texts / f"{number:03}.txt").write_text(article.text)
            out = Path(scratch) / "out"
            holes = {
                "{articles}": ask.case.articles, "{texts}": str(texts), "{focus}": ask.case.focus or "", "{words}": str(ask.max_words),
                "{seed}": str(ask.seed), "{out}": str(out),
            }  # fmt: skip
            started = time.perf_counter()
            printed = self._call([_filled(word, holes) for word in self._words])
            seconds = round(time.perf_counter() - started, 3)
            output = out.read_text(errors="replace") if out.is_file() else printed
        try:
            answer = answer_of_output(output, ask.articles)
        except UsageError as error:
            raise SystemFailed(f"{self.name}: {error}") from None
        return answer.model_copy(update={"seconds": seconds if answer.shape == "brief" or answer.seconds is None else answer.seconds})

    def _call(self, words: list[str]) -> str:
        try:
            done = subprocess.run(words, capture_output=True, timeout=self._timeout, check=False, stdin=subprocess.DEVNULL)  # noqa: S603 - the user's own command
        except subprocess.TimeoutExpired:
            raise SystemFailed(f"{self.name} did not end within {self._timeout:g} s") from None
        except OSError as error:
            raise SystemFailed(f"{words[0]} cannot be started: {error.strerror or error}") from None
        if done.returncode:
            told = done.stderr.decode(errors="replace").strip().splitlines()
            raise SystemFailed(f"{self.name} ended with {done.returncode}" + (f": {told[-1][:300]}" if told else ""))
        return done.stdout.decode(errors="replace")


class Folder:
    """Finished summaries: `<case id>.json`, `.md` or `.txt` in a folder."""

    def __init__(self, folder: str | Path, *, name: str | None = None) -> None:
        self._folder = Path(folder)
        if not self._folder.is_dir():
            raise UsageError(f"there is no folder {folder} of summaries")
        self.name = name or self._folder.resolve().name
        self.identity: dict[str, str] = {}

    async def answer(self, ask: Ask) -> Answer:
        for suffix in (".json", ".md", ".txt"):
            path = self._folder / f"{ask.case.id}{suffix}"
            if path.is_file():
                try:
                    return answer_of_output(path.read_text(errors="replace"), ask.articles)
                except UsageError as error:
                    raise SystemFailed(f"{path}: {error}") from None
        raise SystemFailed(f"{self._folder} holds no {ask.case.id}.json, .md or .txt")


class Key(NamedTuple):
    """Names an answer: `question` for who was asked what, `version` for everything else that it depends on. Hexadecimal digits."""

    question: str
    version: str

    def __str__(self) -> str:
        return f"{self.question}-{self.version}"


def key_of(system: System, ask: Ask) -> Key:
    """The content key of an answer."""
    asked = {
        "system": system.name, "case": ask.case.id, "articles": ask.case.digest or [a.sha256 for a in ask.articles],
        "focus": ask.case.focus, "words": ask.max_words, "seed": ask.seed, "version": 1,
    }  # fmt: skip
    return Key(_digest(asked), _digest(dict(system.identity)))


def _digest(about: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(about, sort_keys=True).encode("utf-8", "replace")).hexdigest()[:16]


def _filled(word: str, holes: Mapping[str, str]) -> str:
    for hole, value in holes.items():
        word = word.replace(hole, value)
    return word
