"""A date of the brief as people write it."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def when(day: str) -> str:
    """A date as people write it: "3 Mar 2026", "Mar 2026", "2026"; "31 Oct" where the year is unknown (--10-31)."""
    year, *rest = day.split("-") if not day.startswith("--") else ("", *day[2:].split("-"))
    if not rest or not all(part.isdigit() for part in rest) or not 1 <= int(rest[0]) <= 12:
        return day
    words = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*words, _MONTHS[int(rest[0]) - 1], year]).strip()
