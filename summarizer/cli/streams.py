"""The three streams a command was started with, made usable: closed ones, and locales that lack the characters of an article."""

import codecs
import errno
import io
import os
import sys
import unicodedata

PLAIN = "summarizer-plain"
"""Name of the error handler under which a character that an encoding lacks becomes the nearest one that it has."""

_NEAREST = {
    "•": "*", "·": "-", "–": "-", "—": "-", "−": "-", "…": "...", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'",
    "‹": "'", "›": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "€": "EUR", "£": "GBP", "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o",
    "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "œ": "oe", "Œ": "OE",
}  # fmt: skip


class Closed(io.TextIOBase):
    """A standard output that was closed before the command began: what needs it fails with one line, what writes files does not."""

    def write(self, text: str) -> int:
        raise OSError(errno.EBADF, "standard output is closed")


def made_usable() -> None:
    """Replaces streams that are closed; a locale without the characters of an article costs those characters, never the run."""
    codecs.register_error(PLAIN, nearest)
    if sys.stdin is None or sys.stdout is None or sys.stderr is None:
        _hold_numbers()
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - it is the process's own until its end
    if sys.stdout is None:
        sys.stdout = Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=PLAIN)


def nearest(error: UnicodeError) -> tuple[str, int]:
    """An error handler of codecs: "•" becomes "*", "ü" "u"; "?" stands for what has no neighbour."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    found = []
    for char in error.object[error.start : error.end]:
        plain = "".join(_NEAREST.get(part, part) for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
        found.append(_NEAREST.get(char) or (plain if plain.isascii() else "?"))
    return "".join(found), error.end


def _hold_numbers() -> None:
    """Takes the numbers 0 to 2 that are free, so that no file opened later gets one and is written to by mistake."""
    while True:
        number = os.open(os.devnull, os.O_RDWR)
        if number > 2:
            os.close(number)
            return
