"""The one error tree.

    SummarizerError                 (exit code 1)
    ├── UsageError                  wrong options or settings (2)
    ├── VerificationFailed          a verification or eval gate failed (3)
    ├── BudgetReached               the cost cap was reached; `.brief` holds what was done (4)
    ├── NoInput                     nothing usable was read; `.failed` says why (5)
    └── ProviderError               the model's endpoint failed; `.brief` holds what was done (6)
        ├── ProviderRefused         wrong key, no credit, unknown model: asking again will not help
        ├── ContextOverflow         the request was too long for the model: split it
        └── BadReply                the model answered, but not with what was asked for

Messages are one plain line: what happened, to which input, what to do next. They never hold a key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.article import Failed
    from summarizer.brief import Brief


class SummarizerError(Exception):
    """Root of every error this package raises on purpose."""

    exit_code = 1


class UsageError(SummarizerError):
    exit_code = 2


class VerificationFailed(SummarizerError):
    exit_code = 3


class BudgetReached(SummarizerError):
    exit_code = 4

    def __init__(self, message: str, brief: Brief | None = None) -> None:
        super().__init__(message)
        self.brief = brief


class NoInput(SummarizerError):
    exit_code = 5

    def __init__(self, message: str, failed: tuple[Failed, ...] = ()) -> None:
        super().__init__(message)
        self.failed = failed


class ProviderError(SummarizerError):
    exit_code = 6

    def __init__(self, message: str, brief: Brief | None = None) -> None:
        super().__init__(message)
        self.brief = brief


class ProviderRefused(ProviderError):
    pass


class ContextOverflow(ProviderError):
    pass


class BadReply(ProviderError):
    pass
