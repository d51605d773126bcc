"""No key and no terminal command gets into a log line."""

import logging

from summarizer.edges.logging_filter import SafeFormatter, log_to_stderr, redacted

KEY = "sk-canary-0123456789abcdef"


def _line(message: str, error: BaseException | None = None) -> str:
    record = logging.LogRecord("openai", logging.DEBUG, __file__, 1, message, None, (type(error), error, None) if error else None)
    return SafeFormatter([KEY]).format(record)


def test_a_key_is_replaced_wherever_it_stands() -> None:
    assert KEY not in _line(f"header Authorization: Bearer {KEY}", ValueError(f"401: wrong key {KEY}"))


def test_what_looks_like_a_key_is_replaced_without_being_known() -> None:
    assert redacted("key sk-proj-abcdefghijklmnop and Bearer abcdefghijklmnop") == "key [key] and Bearer [key]"


def test_an_article_cannot_write_a_second_log_line_or_colour_it() -> None:
    line = _line("title: x\n2030-01-01 ERROR all is lost\x1b[31m\u2028more\x9b0m")
    assert line == "debug openai: title: x 2030-01-01 ERROR all is lost more"


def test_a_plain_formatter_lets_all_of_it_through() -> None:
    """The planted bug: what logging does by itself."""
    record = logging.LogRecord("a", logging.INFO, __file__, 1, f"x\n\x1b[31m{KEY}", None, None)
    assert {KEY in logging.Formatter().format(record), "\x1b" in logging.Formatter().format(record)} == {True}


def test_installing_twice_leaves_one_handler() -> None:
    root = logging.getLogger()
    level, before = root.level, list(root.handlers)
    try:
        log_to_stderr(logging.WARNING)
        handler = log_to_stderr(logging.INFO, [KEY])
        assert [h for h in root.handlers if h not in before] == [handler]
    finally:
        root.setLevel(level)
        for extra in [h for h in root.handlers if h not in before]:
            root.removeHandler(extra)
