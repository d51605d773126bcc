"""Stand-ins for every seam, for your tests and ours: nothing here needs a network, a key or a clock.

from summarizer.testing import HonestModel, MemoryStore, FixedClock, article

model = ScriptedModel(['{"lines":[1]}'])                #  replies in turn; `model.requests` holds what was asked
model = ScriptedModel(lambda request: "…")              # or a function of the request; an exception among the replies is raised
model = HonestModel()                                   # answers the requests of all our prompts properly, always the same way
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from summarizer.article import Article
from summarizer.events import Happening, Notice
from summarizer.protocols import Pair, Reply, Request
from summarizer.stages.asking.fence import unfence
from summarizer.stages.asking.relink import coverage

Scripted = str | Reply | Exception


class ScriptedModel:
    """A Model that answers from a script. A list is used up in order (then AssertionError); a function is asked each time."""

    def __init__(self, script: Iterable[Scripted] | Callable[[Request], Scripted]) -> None:
        self._ask = script if callable(script) else None
        self._replies = iter(()) if callable(script) else iter(script)
        self.requests: list[Request] = []

    async def complete(self, request: Request) -> Reply:
        self.requests.append(request)
        if self._ask is not None:
            reply = self._ask(request)
        else:
            found = next(self._replies, None)
            assert found is not None, f"the script has no reply left for request {len(self.requests)} ({request.purpose})"
            reply = found
        if isinstance(reply, Exception):
            raise reply
        if isinstance(reply, str):
            return Reply(text=reply, tokens_in=(len(request.system) + len(request.user)) // 4, tokens_out=len(reply) // 4)
        return reply


class HonestModel:
    """A Model that reads the prompt and answers as it asks, always the same way.

    Map: the first lines of three words or more, then those with most figures, or quotations. Reduce: each group's first line as it is.
    Judge: by shared words. `requests` holds what was asked.
    """

    def __init__(self) -> None:
        self.requests: list[Request] = []

    async def complete(self, request: Request) -> Reply:
        self.requests.append(request)
        answers = {"map": _select, "reduce": _word, "judge": _judge}
        text = json.dumps(answers[request.purpose](request), ensure_ascii=False, separators=(",", ":"))
        return Reply(text=text, tokens_in=(len(request.system) + len(request.user)) // 4, tokens_out=len(text) // 4)


class MemoryStore:
    """A Store that forgets when the program ends. `values` may be looked at and damaged."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        return self.values.get(key)

    def put(self, key: str, value: str) -> None:
        self.values[key] = value


class FixedClock:
    """A Clock that stands still until it is told otherwise."""

    def __init__(self, now: datetime = datetime(2031, 3, 14, 9, 26, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> None:
        """Lets so many seconds pass."""
        self.now += timedelta(seconds=seconds)


class CountingTokens:
    """A TokenCounter: a token for each four characters begun."""

    name = "characters / 4"

    def count(self, text: str) -> int:
        return -(-len(text) // 4)


class OverlapEntailment:
    """An Entailment by shared words: the share of the claim's content words that the premise holds."""

    async def score(self, pairs: Sequence[Pair]) -> tuple[float, ...]:
        return tuple(coverage(pair.claim, [pair.premise]) for pair in pairs)


class Heard:
    """A Listener that keeps what it was told."""

    def __init__(self) -> None:
        self.events: list[Happening] = []

    def __call__(self, event: Happening) -> None:
        self.events.append(event)

    @property
    def notices(self) -> list[str]:
        """The messages of the notices, in order."""
        return [event.message for event in self.events if isinstance(event, Notice)]


def article(
    text: str, *, id: str | None = None, title: str | None = None, publisher: str | None = None, published: date | None = None
) -> Article:
    """An Article as a reader would make it; without an id it is named after its text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=id or f"a{digest[:8]}", title=title, publisher=publisher, published=published, text=text, sha256=digest)


def _select(request: Request) -> dict[str, object]:
    lines = {number: text for number, text in unfence(request.user).items() if len(text.split()) >= 3}
    main = list(lines)[:2]
    telling = [n for n, text in lines.items() if n not in main and (any(c.isdigit() for c in text) or "“" in text or '"' in text)]
    most = re.search(r"at most (\d+)", request.user)
    telling.sort(key=lambda n: -sum(c.isdigit() for c in lines[n]))
    return {"lines": main + telling[: int(most[1]) - len(main) if most else None]}


def _word(request: Request) -> dict[str, object]:
    statements = []
    first = False
    for line in request.user.split("\n"):
        if line.startswith("group "):
            first = True
        elif first and line.startswith("["):
            number, _, text = line[1:].partition("] ")
            statements.append({"cites": [int(number)], "text": text, "who": ""})
            first = False
    return {"statements": statements}


def _judge(request: Request) -> dict[str, object]:
    spans: dict[int, str] = {}
    verdicts: dict[str, object] = {}
    for line in request.user.split("\n"):
        number, _, rest = line.partition(" ")
        if rest.startswith("SPAN: "):
            spans[int(number)] = rest[6:]
        elif rest.startswith("SAME SPAN AS "):
            spans[int(number)] = spans[int(rest[13:])]
        elif rest.startswith("STATEMENT: "):
            share = coverage(rest[11:], [spans.get(int(number), "")])
            verdicts[number] = "supported" if share >= 0.8 else "partial" if share >= 0.5 else "unsupported"
    return verdicts
