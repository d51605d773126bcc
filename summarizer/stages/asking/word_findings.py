"""Reduce with a model: words for findings, from their source sentences again.

A few findings a call. Each is a group of numbered sentences; the model answers with a sentence and the numbers it rests on. Numbers are
hints: shared words decide which group and which sentences a text belongs to, and a text that belongs to none is dropped.
"""

import asyncio
import re
from collections import Counter
from collections.abc import Sequence

from summarizer.article import Sentence
from summarizer.claim import Draft, Finding
from summarizer.errors import BadReply, ContextOverflow, ProviderError, ProviderRefused
from summarizer.events import Happening, Notice
from summarizer.prompts import Prompt
from summarizer.protocols import Listener, Model, Reply, Request
from summarizer.stages.asking.answer import read_items, read_numbers, schema, strict
from summarizer.stages.asking.fence import clean, fenced, unfence
from summarizer.stages.asking.relink import coverage
from summarizer.stages.asking.select_claims import repaired
from summarizer.stages.text.sentence_ends import ends
from summarizer.stages.text.speech import SAY, quoted
from summarizer.value import Value

_STRING = {"type": "string"}
_STATEMENT = strict({"cites": {"type": "array", "items": {"type": "integer"}}, "text": _STRING, "who": _STRING})
SCHEMA = schema({"statements": {"type": "array", "items": _STATEMENT}})

FINDINGS_A_CALL = 8
_SENTENCES_A_FINDING = 5
_CHARACTERS_A_FINDING = 1600
_MOST_WORDS = 45
_POOR = 0.5  # below this share of shared words the named sentences do not carry the text, if others do
_BETTER = 0.2  # how much better others must be

_CITE_MARKS = re.compile(r"\s*[\[(]\s*\d+(?:\s*[,;–-]\s*\d+)*\s*[\])](?=[\s.,;:!?]|$)")
_LEADING_MARK = re.compile(r"^\s*(?:[-*•]|\[\d+\]|\d+[.)])\s+")
_NOT_PROSE = re.compile(
    r"[<>`{}|\\]|\]\(|!\[|://|\bwww\.|\*\*|__|^#|^=|[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ue000-\uf8ff\U000e0000-\U0010ffff]"
)
_REPORTS = re.compile(rf"\b{SAY}\b|\baccording to\b|[“”\"«»„]", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|ll|d)|[Ww]e|[Mm]y|[Oo]ur|me|us)\b(?!\.)")
_LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "ja": "Japanese", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


class Worded(Value):
    """One statement of a reply, as read: not yet linked to a finding."""

    text: str
    cites: tuple[int, ...]
    who: str


class Group(Value):
    """A finding and the numbers its shown sentences have in the request."""

    finding: Finding
    sentences: dict[int, Sentence]


def grouped(findings: Sequence[Finding]) -> tuple[Group, ...]:
    """Up to five sentences a finding, its lead first, of different articles before more of the same; numbered through the batch from 1."""
    groups = []
    number = 0
    for finding in findings:
        shown: dict[int, Sentence] = {}
        for sentence in _to_show(finding):
            number += 1
            shown[number] = sentence
        groups.append(Group(finding=finding, sentences=shown))
    return tuple(groups)


def request_for(
    groups: Sequence[Group], prompt: Prompt, language: str, focus: str | None = None, rejected: tuple[str, Sequence[str]] | None = None
) -> Request:
    """The question about a batch of findings; `rejected` is a text that was tried for the only group, and why it failed."""
    lines: list[str] = []
    for place, group in enumerate(groups, 1):
        lines.append(f"group {place}")
        lines += [f"[{number}] {clean(sentence.text)}" for number, sentence in group.sentences.items()]
    asked = f"\nThe reader asks: {clean(focus)}" if focus else ""
    if rejected is not None:
        lines.append(f"rejected: {clean(rejected[0])}")
        asked += f"\nThe rejected sentence failed a check ({clean('; '.join(rejected[1]))[:300]}). Write it again, closer to the source."
    return Request(
        purpose=prompt.name,
        digest=prompt.digest,
        system=prompt.fill_system(language=_LANGUAGES.get(language[:2].lower(), language)),
        user=prompt.fill_user(groups=fenced(lines), focus=asked),
        answer_schema=SCHEMA,
        max_tokens=60 + 140 * len(groups),
    )


def read_statements(reply: Reply) -> tuple[Worded, ...]:
    """The statements in a reply, tidied; those that are no plain sentence are left out. Raises BadReply where it has another shape."""
    found: dict[str, Worded] = {}
    items = read_items(reply, "statements")
    for item in items:
        if not isinstance(item, dict):
            continue
        text, cites, who = item.get("text"), item.get("cites"), item.get("who")
        if not isinstance(text, str) or not isinstance(cites, list):
            continue
        if (plain := plain_sentence(text)) is not None and plain not in found:
            numbers, _ = read_numbers(cites, range(1, 10_000))
            found[plain] = Worded(text=plain, cites=numbers, who=who if isinstance(who, str) else "")
    if items and not found:
        raise BadReply("none of its statements is a plain sentence with its numbers")
    return tuple(found.values())


def check(request: Request, reply: Reply) -> None:
    """Raises BadReply unless the reply answers the request: what a cache asks before it remembers."""
    lines = unfence(request.user)
    statements = read_statements(reply)
    if statements and not any(lines.keys() & set(s.cites) or coverage(s.text, lines.values()) >= _POOR for s in statements):
        raise BadReply("none of its statements rests on one of the lines")


def plain_sentence(text: str) -> str | None:
    """The first sentence of the text, marks and bullets taken off; None where it is no plain one: too long, markup, a link. Small models
    copy a group's sentences one after the other; the first is the group's lead."""
    text = _CITE_MARKS.sub("", _LEADING_MARK.sub("", " ".join(text.split()))).strip()
    if not text or _NOT_PROSE.search(text):
        return None
    text = text[: next(iter(ends(text, 0, len(text))), len(text))].rstrip()
    if len(text.split()) > _MOST_WORDS or len(text) > 600:
        return None
    return text if text[-1] in '.!?。！？…"”’»)' else text + "."


def speaks_for_itself(text: str, language: str) -> bool:
    """Whether a brief would say "I" or "we": somebody's words without their quotation marks (seen in English only)."""
    if not language.lower().startswith("en"):
        return False
    for start, end in reversed(quoted(text)):
        text = text[:start] + text[end:]
    return _FIRST_PERSON.search(text) is not None


class WordingWriter:
    """A Writer that asks a model, a few findings a call and all calls at once (the model's own limit holds them back).

    A batch that fails costs its findings, which then keep their source's own sentence, with a Notice: malformed replies after one repair, a
    refusal, a call that failed for good. A batch too long for the model is halved. `repairs`, `relinked` and `dropped` count what happened.
    Raises BudgetReached and ProviderRefused, which concern the whole run, once the other calls under way have ended.
    """

    def __init__(self, model: Model, prompt: Prompt, *, focus: str | None = None, listen: Listener | None = None) -> None:
        self._model = model
        self._prompt = prompt
        self._focus = focus
        self._listen = listen or _silent
        self.repairs = 0
        self.relinked = 0
        self.dropped = 0

    async def write(self, findings: Sequence[Finding], language: str) -> tuple[Draft, ...]:
        """At most one draft a finding, in the order of the findings."""
        size = -(-len(findings) // max(1, -(-len(findings) // FINDINGS_A_CALL))) or 1  # even batches
        batches = [findings[at : at + size] for at in range(0, len(findings), size)]
        done = await asyncio.gather(*(self._batch(batch, language) for batch in batches), return_exceptions=True)
        drafts: list[Draft] = []
        for result in done:
            if isinstance(result, BaseException):
                raise result
            drafts += result
        return tuple(drafts)

    async def repair(self, finding: Finding, draft: Draft, reasons: Sequence[str], language: str) -> Draft | None:
        """Once more, told why the draft failed; None when nothing better comes. Raises as `write` does."""
        groups = grouped([finding])
        request = request_for(groups, self._prompt, language, self._focus, rejected=(draft.text, reasons))
        try:
            statements = await self._ask(request)
        except ProviderRefused:
            raise
        except ProviderError:
            return None
        better = [again for again in self._link(groups, statements, language) if again.text != draft.text]
        return better[0] if better else None

    async def _batch(self, findings: Sequence[Finding], language: str) -> tuple[Draft, ...]:
        groups = grouped(findings)
        try:
            statements = await self._ask(request_for(groups, self._prompt, language, self._focus))
        except ContextOverflow as error:
            if len(findings) == 1:
                return self._keep_sources(findings, str(error))
            half = len(findings) // 2
            return (*await self._batch(findings[:half], language), *await self._batch(findings[half:], language))
        except ProviderRefused:
            raise
        except ProviderError as error:
            return self._keep_sources(findings, str(error))
        return self._link(groups, statements, language)

    async def _ask(self, request: Request) -> tuple[Worded, ...]:
        reply = await self._model.complete(request)
        try:
            return read_statements(reply)
        except BadReply as error:
            if (again := repaired(request, reply, str(error))) is None:
                raise
        self.repairs += 1
        return read_statements(await self._model.complete(again))

    def _keep_sources(self, findings: Sequence[Finding], reason: str) -> tuple[Draft, ...]:
        self._listen(Notice(level="warning", message=f"{len(findings)} points keep their sources' own words ({reason})"))
        return ()

    def _link(self, groups: Sequence[Group], statements: Sequence[Worded], language: str) -> tuple[Draft, ...]:
        best: dict[str, tuple[float, Draft]] = {}
        for statement in statements:
            linked = None if speaks_for_itself(statement.text, language) else link(statement, groups)
            if linked is None:
                self.dropped += 1
                continue
            score, draft, moved = linked
            self.relinked += moved
            if draft.finding not in best or score > best[draft.finding][0]:
                best[draft.finding] = (score, draft)
        return tuple(best[g.finding.id][1] for g in groups if g.finding.id in best)


def link(statement: Worded, groups: Sequence[Group]) -> tuple[float, Draft, bool] | None:
    """The draft that a statement makes, how much of it its sentences carry (0..1), and whether it had to be relinked.

    The numbers it names count unless other sentences carry clearly more of its words. None where nothing carries it.
    """
    owner = {number: place for place, group in enumerate(groups) for number in group.sentences}
    votes = Counter(owner[number] for number in statement.cites if number in owner)
    scores = [coverage(statement.text, [s.text for s in group.sentences.values()]) for group in groups]
    place = max(range(len(groups)), key=lambda i: (scores[i], -i))
    if votes:
        named = max(votes, key=lambda i: (votes[i], scores[i], -i))
        if scores[named] >= _POOR or scores[place] < max(_POOR, scores[named] + _BETTER):
            place = named
    elif scores[place] < _POOR:
        return None
    group = groups[place]
    chosen = [group.sentences[number] for number in statement.cites if number in group.sentences]
    before = tuple(chosen)
    if not chosen or coverage(statement.text, [s.text for s in chosen]) < _POOR:
        chosen = _carriers(statement.text, list(group.sentences.values()), chosen)
    chosen.sort(key=lambda s: -coverage(statement.text, [s.text]))
    who = " ".join(statement.who.split()).rstrip(".")
    named_there = 0 < len(who.split()) <= 8 and any(who.casefold() in s.text.casefold() and _REPORTS.search(s.text) for s in chosen)
    draft = Draft(
        finding=group.finding.id,
        text=statement.text,
        sentences=tuple(chosen),
        kind=group.finding.kind,
        attributed_to=who if named_there else None,
    )
    return scores[place], draft, set(before) != set(chosen)


def _carriers(text: str, sentences: list[Sentence], chosen: list[Sentence]) -> list[Sentence]:
    """The named sentences, unless one or two others of the group carry clearly more of the text."""
    best = max(sentences, key=lambda s: coverage(text, [s.text]))
    found = [best]
    others = [s for s in sentences if s is not best]
    if others:
        second = max(others, key=lambda s: coverage(text, [best.text, s.text]))
        if coverage(text, [best.text, second.text]) >= coverage(text, [best.text]) + _BETTER:
            found.append(second)
    if chosen and coverage(text, [s.text for s in found]) < coverage(text, [s.text for s in chosen]) + _BETTER:
        return chosen
    return found


def _to_show(finding: Finding) -> list[Sentence]:
    first: list[Sentence] = []
    later: list[Sentence] = []
    articles: set[str] = set()
    for sentence in dict.fromkeys((finding.lead, *finding.support)):
        (later if sentence.article in articles else first).append(sentence)
        articles.add(sentence.article)
    shown: list[Sentence] = []
    room = _CHARACTERS_A_FINDING
    for sentence in [*first, *later][:_SENTENCES_A_FINDING]:
        if shown and len(sentence.text) > room:
            continue
        shown.append(sentence)
        room -= len(sentence.text)
    return shown


def _silent(event: Happening) -> None:
    """Hears nothing."""
