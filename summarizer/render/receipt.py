"""The receipt of a brief: what was read, used, left out, checked and spent, as plain sentences. Strings still to be made safe."""

from collections import Counter

from summarizer.brief import Brief

MOST_FAILED = 10
"""Inputs that could not be read and are named; of more, the number is."""


def receipt(brief: Brief) -> tuple[str, ...]:
    """A few lines for the end of every output; `explain` has the details."""
    return (*totals(brief), *_failed(brief))


def totals(brief: Brief) -> tuple[str, ...]:
    """What was read, set aside, checked and spent, in numbers."""
    return tuple(filter(None, [_read(brief), _set_aside(brief), _checked(brief), _spent(brief)]))


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 call", "2,000 calls"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _read(brief: Brief) -> str:
    coverage = brief.coverage
    cited = {citation.source for citation in brief.citations()}
    copies = {source.id for source in brief.sources if source.duplicate_of}
    whole = sum(1 for unused in coverage.unused if not unused.passages and unused.source not in copies)
    parts = [
        f"{len(cited):,} cited",
        f"{coverage.duplicates:,} a copy of another" if coverage.duplicates == 1 else f"{coverage.duplicates:,} copies of others",
    ]
    parts += [f"{whole:,} unused", f"{len(coverage.failed):,} failed"]
    return f"Read {coverage.read:,} of {counted(coverage.articles_in, 'article')}: {', '.join(parts)}."


def _set_aside(brief: Brief) -> str:
    passages: Counter[str] = Counter()
    for unused in brief.coverage.unused:
        passages[unused.reason] += unused.passages
    told = [f"{count:,} {reason}" for reason, count in passages.most_common() if count]
    characters = sum(unused.characters for unused in brief.coverage.unused if unused.passages)
    return f"Passages set aside: {', '.join(told)} ({characters:,} characters)." if told else ""


def _checked(brief: Brief) -> str:
    checked = brief.verification
    rest = {
        "repaired": checked.repaired,
        "replaced by the source's words": checked.replaced,
        "dropped": len(checked.dropped),
        "not checked": checked.unchecked,
    }
    told = [f"{count:,} {word}" for word, count in rest.items() if count]
    return f"Statements: {checked.statements:,}, {', '.join([f'{checked.verified:,} verified', *told])}."


def _spent(brief: Brief) -> str:
    run = brief.run
    articles = f"{brief.coverage.tokens_in:,} tokens of articles{f' ({run.tokenizer})' if run.tokenizer else ''}"
    if not run.calls and not run.cached:
        return f"No model was called; {articles}; {run.seconds:.1f} s."
    cost = "cost unknown" if run.cost_usd is None else f"${run.cost_usd:.4f}"
    calls = f"{counted(run.calls, 'call')}, {counted(run.cached, 'answer')} remembered" + (
        f", {counted(run.retries, 'retry', 'retries')}" if run.retries else ""
    )
    return (
        f"{run.model or run.engine}: {calls}; {articles}, {run.tokens_in:,} sent, {run.tokens_out:,} written; {cost}; {run.seconds:.1f} s."
    )


def _failed(brief: Brief) -> list[str]:
    failed = brief.coverage.failed
    told = [f"Not read: {one.location}: {one.reason}" for one in failed[:MOST_FAILED]]
    rest = len(failed) - MOST_FAILED
    return [*told, *([f"Not read: {rest:,} more; `summarizer explain` of the brief in JSON names them."] if rest > 0 else [])]
