"""What is different between two briefs, sentence by sentence, and the plain lines that tell it (`summarizer diff`)."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from summarizer.brief import Brief, Source, Statement
from summarizer.render import safe
from summarizer.render.receipt import counted

SAME_SENTENCE = 80.0  # rapidfuzz ratio (0..100) of the words, from which on a sentence is the other one in new words


class Difference(NamedTuple):
    """`reworded` pairs a statement of the first brief with the one of the second that says it differently."""

    new: tuple[Statement, ...]
    gone: tuple[Statement, ...]
    reworded: tuple[tuple[Statement, Statement], ...]
    kept: int
    sources_new: tuple[Source, ...]
    sources_gone: tuple[Source, ...]


def difference(before: Brief, after: Brief) -> Difference:
    """Pairs the statements of two briefs: by text, then by id, then by likeness of their words; the rest is new or gone."""
    old, new = _once(before), _once(after)
    same = {statement.text for statement in old} & {statement.text for statement in new}
    old = [statement for statement in old if statement.text not in same]
    new = [statement for statement in new if statement.text not in same]
    pairs = _paired(old, new)
    was, now = {a.id for a, _ in pairs}, {b.id for _, b in pairs}
    had, has = {source.sha256 for source in before.sources}, {source.sha256 for source in after.sources}
    return Difference(
        new=tuple(statement for statement in new if statement.id not in now),
        gone=tuple(statement for statement in old if statement.id not in was),
        reworded=pairs,
        kept=len(same),
        sources_new=tuple(source for source in after.sources if source.sha256 not in had),
        sources_gone=tuple(source for source in before.sources if source.sha256 not in has),
    )


def told(found: Difference) -> tuple[str, ...]:
    """One line a difference: "+" new, "-" gone, "~" said differently; then the sources and a count."""
    lines = [f"+ {safe.prose(statement.text)}" for statement in found.new]
    for before, after in found.reworded:
        lines += [f"~ {safe.prose(after.text)}", f"  before: {safe.prose(before.text)}"]
    lines += [f"- {safe.prose(statement.text)}" for statement in found.gone]
    lines += [f"+ source: {_named(source)}" for source in found.sources_new]
    lines += [f"- source: {_named(source)}" for source in found.sources_gone]
    counts = (
        f"{len(found.new):,} new, {len(found.reworded):,} reworded, {len(found.gone):,} gone, {counted(found.kept, 'statement')} the same"
    )
    return (*lines, counts + ".")


def as_json(found: Difference) -> str:
    """The difference as JSON: statements by id and text, sources by id and title."""

    def statements(rows: Iterable[Statement]) -> list[dict[str, str]]:
        return [{"id": row.id, "text": row.text} for row in rows]

    def sources(rows: Iterable[Source]) -> list[dict[str, str]]:
        return [{"id": row.id, "title": row.title} for row in rows]

    told = {
        "new": statements(found.new),
        "reworded": [dict(zip(("before", "after"), statements(pair), strict=True)) for pair in found.reworded],
        "gone": statements(found.gone),
        "same": found.kept,
        "sources_new": sources(found.sources_new),
        "sources_gone": sources(found.sources_gone),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _once(brief: Brief) -> list[Statement]:
    """The statements in reading order; one that stands in several sections counts once."""
    return list({statement.text: statement for statement in reversed(brief.statements())}.values())[::-1]


def _paired(old: list[Statement], new: list[Statement]) -> tuple[tuple[Statement, Statement], ...]:
    from rapidfuzz.fuzz import token_sort_ratio

    by_id = {statement.id: statement for statement in old}
    pairs = [(by_id[statement.id], statement) for statement in new if statement.id in by_id]
    taken_old, taken_new = {a.id for a, _ in pairs}, {b.id for _, b in pairs}
    likeness = sorted(
        ((token_sort_ratio(a.text, b.text), i, j) for i, a in enumerate(old) for j, b in enumerate(new)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    for ratio, i, j in likeness:
        if ratio < SAME_SENTENCE:
            break
        if old[i].id not in taken_old and new[j].id not in taken_new:
            pairs.append((old[i], new[j]))
            taken_old.add(old[i].id)
            taken_new.add(new[j].id)
    order = {statement.id: position for position, statement in enumerate(new)}
    return tuple(sorted(pairs, key=lambda pair: order[pair[1].id]))


def _named(source: Source) -> str:
    return safe.prose(", ".join(filter(None, [source.title, source.publisher, source.published.isoformat() if source.published else None])))
