"""Map with a model: which sentences of a chunk make a claim?

The model sees the numbered sentences of one chunk and answers with their numbers, best first. An object with kind, importance and topic
costs 18 tokens a claim, a number two: ten claims a thousand tokens are chosen for 0.025 tokens a token read. The kind is read off the
sentence by code, the importance is the place in the answer, a claim's text is its sentence. What was not chosen stays a claim of no
importance: it bears others out, and is told where the choice leaves words unused.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

from summarizer.article import Chunk, Sentence
from summarizer.claim import Claim
from summarizer.errors import BadReply, ContextOverflow, ProviderError, ProviderRefused
from summarizer.events import Happening, Notice
from summarizer.prompts import Prompt
from summarizer.protocols import Listener, Model, Reply, Request
from summarizer.stages.asking.answer import begun, read_items, read_numbers, schema
from summarizer.stages.asking.fence import clean, numbered, unfence
from summarizer.stages.asking.relink import coverage
from summarizer.stages.text.kinds import kind_of
from summarizer.stages.text.own_words import own_claims
from summarizer.value import Value

SCHEMA = schema({"lines": {"type": "array", "items": {"type": "integer"}}})

FALLBACK_IMPORTANCE = 0.1
_TOKENS_A_CLAIM = 100
_LEAST, _MOST = 3, 30
_MOST_USELESS = 8
_MOST_COUNTED = 3
_MOST_HALVINGS = 2  # four parts; a model that cannot read a quarter of a chunk is the wrong one


class Selection(Value):
    """What the model chose: numbers best first, and how many of its numbers were none of the chunk's."""

    numbers: tuple[int, ...]
    invalid: int


def wanted(tokens: int) -> int:
    """How many claims to ask of a chunk of so many tokens: ten a thousand."""
    return min(_MOST, max(_LEAST, tokens // _TOKENS_A_CLAIM))


def request_for(chunk: Chunk, prompt: Prompt, focus: str | None = None) -> Request:
    """The question about one chunk; sentences are numbered from 1. Nothing but the chunk's own text and the focus is in it."""
    lines = {number: sentence.text for number, sentence in enumerate(chunk.sentences, 1)}
    limit = wanted(chunk.tokens)
    asked = f" Prefer what helps to answer: {clean(focus)}" if focus else ""
    return Request(
        purpose=prompt.name,
        digest=prompt.digest,
        system=prompt.fill_system(),
        user=prompt.fill_user(sentences=numbered(lines), limit=str(limit), focus=asked),
        answer_schema=SCHEMA,
        max_tokens=40 + 6 * limit,
    )


def read_selection(reply: Reply, known: Collection[int]) -> Selection:
    """The numbers in a reply, checked against the `known` ones; of a reply that was cut, the best, which come first. Raises BadReply where
    it holds none that can be used."""
    numbers, invalid = read_numbers(read_items(reply, "lines"), known)
    if invalid and not numbers:
        raise BadReply("none of its numbers is one of the lines")
    return Selection(numbers=numbers, invalid=invalid)


def check(request: Request, reply: Reply) -> None:
    """Raises BadReply unless the reply answers the request: what a cache asks before it remembers."""
    read_selection(reply, unfence(request.user).keys())


class SelectingExtractor:
    """An Extractor that asks a model.

    A reply that cannot be used is asked for once more, with the reason; then, and where the model refuses or the call failed for good,
    the chunk's own sentences all become claims of low importance, with a Notice. A chunk too long for the model is halved. Small models
    count the numbers off (1, 2, 3, …) instead of choosing: such an answer is no choice, and the chunk is read without the model.
    `repairs`, `fallbacks`, `counted_off` and `invalid_numbers` count what happened. Once three answers were counted off, and more than
    were chosen, or eight in a row were of no use and none ever was, the model is not asked again: more answers would be paid for in
    vain. Raises BudgetReached and ProviderRefused, which concern the whole run.
    """

    def __init__(self, model: Model, prompt: Prompt, *, focus: str | None = None, listen: Listener | None = None) -> None:
        self._model = model
        self._prompt = prompt
        self._focus = focus
        self._listen = listen or _silent
        self.repairs = 0
        self.fallbacks = 0
        self.invalid_numbers = 0
        self.counted_off = 0
        self._chose = 0
        self._useless: int | None = 0  # answers in a row from the first; None once one was of use

    async def extract(self, chunk: Chunk) -> tuple[Claim, ...]:
        """The claims of one chunk, in the order of the text."""
        return await self._extract(chunk, _MOST_HALVINGS) if chunk.sentences else ()

    async def _extract(self, chunk: Chunk, halvings: int) -> tuple[Claim, ...]:
        if self._useless is not None and self._useless >= _MOST_USELESS:
            return self._fall_back(chunk, f"the model gave no usable answer {_MOST_USELESS} times in a row and is not asked again")
        if self._only_counts():
            return own_claims(chunk)
        try:
            selection = await self._ask(chunk)
        except ContextOverflow as error:
            if halvings == 0 or len(chunk.sentences) == 1:
                return self._fall_back(chunk, str(error))
            left, right = halves(chunk)
            return (*await self._extract(left, halvings - 1), *await self._extract(right, halvings - 1))
        except BadReply as error:
            if self._useless is not None:
                self._useless += 1
            return self._fall_back(chunk, str(error))
        except ProviderRefused:
            raise
        except ProviderError as error:
            return self._fall_back(chunk, str(error))
        self._useless = None
        self.invalid_numbers += selection.invalid
        if counts_off(selection.numbers, len(chunk.sentences)):
            self._count_off()
            return own_claims(chunk)
        self._chose += 1
        return claims_from(chunk, selection)

    def _only_counts(self) -> bool:
        return self.counted_off >= _MOST_COUNTED and self.counted_off > self._chose

    def _count_off(self) -> None:
        before = self._only_counts()
        self.counted_off += 1
        if self._only_counts() and not before:
            why = "the model counts lines off instead of choosing: what matters is chosen without it, and it only words the points"
            self._listen(Notice(level="warning", message=why))

    async def _ask(self, chunk: Chunk) -> Selection:
        request = request_for(chunk, self._prompt, self._focus)
        known = range(1, len(chunk.sentences) + 1)
        reply = await self._model.complete(request)
        try:
            return read_selection(reply, known)
        except BadReply as error:
            if (again := repaired(request, reply, str(error))) is None:
                raise
        self.repairs += 1
        return read_selection(await self._model.complete(again), known)

    def _fall_back(self, chunk: Chunk, reason: str) -> tuple[Claim, ...]:
        self.fallbacks += 1
        self._listen(Notice(level="warning", message=f"article {chunk.article}, part {chunk.index + 1}: read without the model ({reason})"))
        return tuple(_claim(chunk, sentence, FALLBACK_IMPORTANCE) for sentence in chunk.sentences if sentence.role != "heading")


def counts_off(numbers: Sequence[int], lines: int) -> bool:
    """Whether an answer is no choice but a count: four numbers or more, nearly each the one after the one before, of at least twice as many
    lines; or nearly all of many lines."""
    steps = [late - early for early, late in pairwise(numbers)]
    in_a_row = len(steps) >= 3 and steps.count(1) >= 0.75 * len(steps)
    return (in_a_row and lines >= 2 * len(numbers)) or (lines > 20 and len(numbers) > 0.65 * lines)


def repaired(request: Request, reply: Reply, reason: str) -> Request | None:
    """The same question once more, with what was wrong, or with more room where thinking used it up before the answer began. None where
    asking again is no use: an answer that had begun and ran on until it was cut would do so again.

    What the model wrote is not shown to it again: it may hold what an article put there.
    """
    if reply.finish == "length":
        return None if begun(reply.text) else request.model_copy(update={"max_tokens": max(1000, 4 * request.max_tokens)})
    if reply.finish != "stop":
        return None
    again = f"\nYour last answer could not be used: {reason}. Answer with the JSON object only."
    return request.model_copy(update={"user": request.user + again})


def claims_from(chunk: Chunk, selection: Selection) -> tuple[Claim, ...]:
    """One claim a sentence, in the order of the text: the importance of the chosen falls with the place in the answer, the others have
    none. No claims where nothing was chosen: the model found no news in it."""
    chosen = selection.numbers[: wanted(chunk.tokens)]
    weights = {number: 1.0 - 0.7 * place / len(chosen) for place, number in enumerate(chosen)}
    best: dict[int, float] = {}
    for number, weight in weights.items():
        index = _prose(chunk.sentences, number - 1)
        if index is not None:
            best[index] = max(weight, best.get(index, 0.0))
    if not best:
        return ()
    own = {claim.sentences[0].index: claim for claim in own_claims(chunk, importance=0.0)}
    for index, weight in best.items():
        claim = _claim(chunk, chunk.sentences[index], round(weight, 3))
        own[claim.sentences[0].index] = claim
    return tuple(own[index] for index in sorted(own))


def _prose(sentences: Sequence[Sentence], index: int) -> int | None:
    """The chosen sentence; for a headline, the sentence near it that tells the same, if there is one."""
    if sentences[index].role != "heading":
        return index
    near = [i for i in range(index + 1, min(len(sentences), index + 6)) if sentences[i].role != "heading"]
    scored = [(coverage(sentences[index].text, [sentences[i].text]), -i) for i in near]
    if not scored or max(scored)[0] < 0.3:
        return near[0] if near else None
    return -max(scored)[1]


def _claim(chunk: Chunk, sentence: Sentence, importance: float) -> Claim:
    return Claim(article=chunk.article, sentences=(sentence,), kind=kind_of(sentence.text), importance=importance)


def halves(chunk: Chunk) -> tuple[Chunk, Chunk]:
    """The chunk as two, cut where about half of its tokens lie. Both have the chunk's index; sentences keep theirs."""
    total = sum(len(s.text) for s in chunk.sentences)
    cut, seen = 1, len(chunk.sentences[0].text)
    while cut < len(chunk.sentences) - 1 and seen < total / 2:
        seen += len(chunk.sentences[cut].text)
        cut += 1
    left = round(chunk.tokens * seen / max(1, total))
    return (
        Chunk(article=chunk.article, index=chunk.index, sentences=chunk.sentences[:cut], tokens=left),
        Chunk(article=chunk.article, index=chunk.index, sentences=chunk.sentences[cut:], tokens=chunk.tokens - left),
    )


def _silent(event: Happening) -> None:
    """Hears nothing."""
