"""Log lines and messages that hold no key and give no orders to a terminal: one line each, whatever text an article put into them."""

import logging
import re
from collections.abc import Iterable

from summarizer.render import safe

SHORTEST_SECRET = 6
_LOOKS_SECRET = re.compile(r"\b(?:sk|pk|rk)-[A-Za-z0-9_\-]{12,}|(?<=[Bb]earer )[A-Za-z0-9._~+/=\-]{8,}")


def redacted(text: str, secrets: Iterable[str] = ()) -> str:
    """The text without the secrets and without what looks like an API key."""
    for secret in secrets:
        if len(secret) >= SHORTEST_SECRET:
            text = text.replace(secret, "[key]")
    return _LOOKS_SECRET.sub("[key]", text)


class SafeFormatter(logging.Formatter):
    """Formats a record as one safe line; a traceback follows on lines of its own, as safe."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        line = safe.plain(redacted(f"{record.levelname.lower()} {record.name}: {record.getMessage()}", self._secrets))
        if record.exc_info and record.exc_info[0]:
            line += "\n" + safe.passage(redacted(self.formatException(record.exc_info), self._secrets))
        return line


def log_to_stderr(level: int, secrets: Iterable[str] = ()) -> logging.Handler:
    """Sends the records of every logger to stderr, safely; for the command line (a library leaves logging to its user)."""
    handler = logging.StreamHandler()
    handler.setFormatter(SafeFormatter(secrets))
    root = logging.getLogger()
    for old in list(root.handlers):
        if isinstance(old.formatter, SafeFormatter):
            root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level)
    return handler
