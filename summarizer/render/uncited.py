"""The sources that no statement cites, in rows that stay readable for two thousand of them. `explain` and the JSON name every one."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.brief import Source

ONE_EACH = 12
"""Up to so many rows, each source has its own; beyond, a reason has one row."""
_NAMED = 3


class Row(NamedTuple):
    """`names` are titles with publishers; `more` others have the same `reason`."""

    names: tuple[str, ...]
    reason: str
    more: int = 0


def rows(uncited: Sequence[tuple[Source, str]]) -> tuple[Row, ...]:
    """Sources that look the same share a row; when there are still many, those that were left out for one reason do."""
    alike = Counter((", ".join(filter(None, [source.title, source.publisher])), reason) for source, reason in uncited)
    if len(alike) <= ONE_EACH:
        return tuple(Row((name,), reason, count - 1) for (name, reason), count in alike.items())
    reasons: dict[str, list[str]] = {}
    for source, reason in uncited:
        kind = "copies of other articles" if source.duplicate_of else reason
        reasons.setdefault(kind, []).append(", ".join(filter(None, [source.title, source.publisher])))
    return tuple(Row(tuple(names[:_NAMED]), reason, len(names[_NAMED:])) for reason, names in reasons.items())
