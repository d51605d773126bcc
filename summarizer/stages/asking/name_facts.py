"""Map with a small model: it names the facts of a chunk in a few words, and shared words find the sentences that tell them.

Asked for sentence numbers, a small model counts off 1, 2, 3, …; asked to name facts it chooses well, and relinking finds the right
sentence. The words it writes are used for finding only: a claim's text is its sentence.
"""

from collections.abc import Collection, Sequence

from summarizer.article import Chunk, Sentence
from summarizer.errors import BadReply
from summarizer.prompts import Prompt
from summarizer.protocols import Reply, Request
from summarizer.stages.asking.answer import read_list, read_object, schema
from summarizer.stages.asking.fence import clean, numbered, unfence
from summarizer.stages.asking.relink import coverage

SCHEMA = schema({"facts": {"type": "array", "items": {"type": "string"}}})

_CARRIED = 0.5  # the share of a fact's words that a sentence must hold
_LONGEST = 300  # characters of a fact that are looked at


def request_for(chunk: Chunk, prompt: Prompt, limit: int, focus: str | None = None) -> Request:
    """The question about one chunk; it begins as the question for numbers does."""
    lines = {number: sentence.text for number, sentence in enumerate(chunk.sentences, 1)}
    asked = f" Prefer what helps to answer: {clean(focus)}" if focus else ""
    return Request(
        purpose=prompt.name,
        digest=prompt.digest,
        system=prompt.fill_system(),
        user=prompt.fill_user(sentences=numbered(lines), limit=str(limit), focus=asked),
        answer_schema=SCHEMA,
        max_tokens=60 + 30 * limit,
    )


def read_facts(reply: Reply) -> tuple[str, ...]:
    """The facts in a reply, each once. Raises BadReply for another shape."""
    if reply.finish != "stop":
        raise BadReply(f"the answer ended with {reply.finish}")
    facts = [fact[:_LONGEST] for fact in read_list(read_object(reply.text), "facts") if isinstance(fact, str) and fact.strip()]
    return tuple(dict.fromkeys(facts))


def locate(facts: Sequence[str], sentences: Sequence[Sentence]) -> tuple[int, ...]:
    """The indices of the sentences that tell the facts, in the order of the facts; each once, headlines never."""
    prose = [index for index, sentence in enumerate(sentences) if sentence.role != "heading"]
    found: dict[int, None] = {}
    for fact in facts:
        best = max(prose, key=lambda index: (coverage(fact, [sentences[index].text]), -index), default=None)
        if best is not None and coverage(fact, [sentences[best].text]) >= _CARRIED:
            found[best] = None
    return tuple(found)


def check(request: Request, reply: Reply) -> None:
    """Raises BadReply unless the reply answers the request: what a cache asks before it remembers."""
    facts = read_facts(reply)
    if facts and not _any_told(facts, unfence(request.user).values()):
        raise BadReply("none of its facts is told by one of the lines")


def _any_told(facts: Sequence[str], lines: Collection[str]) -> bool:
    return any(coverage(fact, [line]) >= _CARRIED for fact in facts for line in lines)
