"""What a brief left out, and why, as plain lines (`summarizer explain`)."""

from collections import defaultdict

from summarizer.brief import Brief
from summarizer.render import safe
from summarizer.render.page import SUPPORT_NOTES
from summarizer.render.receipt import counted, totals

RECEIPT = "Receipt"


def explanation(brief: Brief) -> tuple[str, ...]:
    """The receipt, then everything that was failed, copied, unused, set aside, dropped, weakly supported, degraded or warned of."""
    lines: list[str] = []
    for title, rows in left_out(brief).items():
        indent = "" if title == RECEIPT else "  "
        lines += [*([""] if lines else []), *([title] if title != RECEIPT else []), *(f"{indent}{safe.prose(row)}" for row in rows)]
    return tuple(lines)


def left_out(brief: Brief) -> dict[str, list[str]]:
    """The same by heading, its strings still to be made safe; headings without rows are left out."""
    names = {source.id: source.title for source in brief.sources}
    copied = {source.id for source in brief.sources if source.duplicate_of}
    copies = [
        f"{source.title}: copy of {names.get(source.duplicate_of, source.duplicate_of)}" for source in brief.sources if source.duplicate_of
    ]
    unused = [
        f"{names.get(row.source, row.source)}: {row.reason}"
        for row in brief.coverage.unused
        if not row.passages and row.source not in copied
    ]
    blocks = [
        (RECEIPT, list(totals(brief))),
        ("Not read", [f"{failed.location}: {failed.reason}" for failed in brief.coverage.failed]),
        ("Copies of others", copies),
        ("Read and not used", unused),
        ("Passages set aside", _set_aside(brief, names)),
        ("Sentences dropped", [f"{dropped.text} ({dropped.reason})" for dropped in brief.verification.dropped]),
        ("Sentences with weak support", _weak(brief)),
        ("Done with less than was asked for", list(brief.degraded)),
        ("Warnings", [f"{names.get(w.source, w.source)}: {w.message}" if w.source else w.message for w in brief.warnings]),
    ]
    return {title: rows for title, rows in blocks if rows}


def _set_aside(brief: Brief, names: dict[str, str]) -> list[str]:
    told: dict[str, list[str]] = defaultdict(list)
    for row in brief.coverage.unused:
        if row.passages:
            told[row.source].append(f"{row.passages:,} {row.reason} ({counted(row.characters, 'character')})")
    return [f"{names.get(source, source)}: {', '.join(rows)}" for source, rows in told.items()]


def _weak(brief: Brief) -> list[str]:
    rows: dict[str, str] = {}
    for statement in brief.statements():
        if statement.support in SUPPORT_NOTES:
            failed = [name for name, outcome in statement.checks.items() if outcome != "pass"]
            rows[statement.id] = f"{statement.text} ({SUPPORT_NOTES[statement.support]}{': ' + ', '.join(failed) if failed else ''})"
    return list(rows.values())
