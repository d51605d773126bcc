"""How each source of a profile is doing, as `summarizer daily --check` tells it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from summarizer.render.receipt import counted
from summarizer.value import Value


class Health(Value):
    """One feed, page or folder. `texts` counts where the articles' texts came from; `newest` is the newest plausible date it gives."""

    place: str
    name: str = ""
    status: Literal["ok", "unchanged", "empty", "failed"]
    items: int = 0
    new: int = 0
    newest: datetime | None = None
    full: int = 0
    summaries: int = 0
    reason: str = ""


def told(rows: Sequence[Health], now: datetime) -> tuple[str, ...]:
    """A line a source, the failed ones first, then a count."""
    order = {"failed": 0, "empty": 1, "unchanged": 2, "ok": 2}
    lines = [_line(row, now) for row in sorted(rows, key=lambda row: (order[row.status], row.place))]
    well = sum(row.status in ("ok", "unchanged") for row in rows)
    return (*lines, f"{well} of {len(rows)} sources are well.")


def _line(row: Health, now: datetime) -> str:
    name = f"{row.place} ({row.name})" if row.name and row.name != row.place else row.place
    if row.status == "failed":
        hint = "; `allow_hosts` under [fetch] can let it" if row.reason.endswith("public internet") else ""
        return f"✗ {name}: {row.reason}{hint}"
    if row.status == "empty":
        return f"✗ {name}: it lists nothing{f' ({row.reason})' if row.reason else ''}"
    facts = [counted(row.items, "item") if row.status == "ok" else "unchanged since last time"]
    if row.newest is not None:
        facts.append(f"newest {row.newest:%Y-%m-%d}{_age(now, row.newest)}")
    if row.full or row.summaries:
        facts.append(_texts(row))
    if row.reason:
        facts.append(row.reason)
    return f"✓ {name}: {', '.join(facts)}"


def _texts(row: Health) -> str:
    if not row.summaries:
        return f"full text ({row.full} read)"
    if not row.full:
        return "the feed's own text only"
    return f"full text of {row.full}, the feed's own text of {row.summaries}"


def _age(now: datetime, newest: datetime) -> str:
    days = (now - newest).days
    return f" ({days} days ago)" if days >= 7 else ""
