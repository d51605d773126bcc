"""The limits that bad input and bad servers run into, in one place (threats: one `Limits` object)."""

from summarizer.value import Value


class Limits(Value):
    """Sizes in bytes or code points, times in seconds. Over a limit an input fails with its reason; nothing is cut silently."""

    file_bytes: int = 25_000_000
    decoded_bytes: int = 25_000_000
    characters: int = 2_000_000
    pages: int = 500
    depth: int = 200
    redirects: int = 5
    connect_seconds: float = 5.0
    fetch_seconds: float = 20.0
    call_seconds: float = 60.0
    answer_bytes: int = 1_000_000
    parse_seconds: float = 20.0
    parse_memory_bytes: int = 500_000_000
    files: int = 100_000
