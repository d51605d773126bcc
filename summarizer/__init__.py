"""Articles in, a brief you can check out. See `summarize`, `Summarizer`, `read`, `verify`."""

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = [
    "Article",
    "BadReply",
    "Brief",
    "BudgetReached",
    "ContextOverflow",
    "NoInput",
    "Outline",
    "ProviderError",
    "ProviderRefused",
    "Reading",
    "Report",
    "Settings",
    "Statement",
    "Summarizer",
    "SummarizerError",
    "UsageError",
    "VerificationFailed",
    "read",
    "summarize",
    "verify",
]

_HOME = {
    "Article": "article",
    "Reading": "article",
    "Brief": "brief",
    "Statement": "brief",
    "Report": "verdict",
    "Settings": "settings",
    "Outline": "settings",
    "Summarizer": "library",
    "read": "library",
    "summarize": "library",
    "verify": "verification",
}

if TYPE_CHECKING:
    from summarizer.article import Article, Reading
    from summarizer.brief import Brief, Statement
    from summarizer.errors import (
        BadReply,
        BudgetReached,
        ContextOverflow,
        NoInput,
        ProviderError,
        ProviderRefused,
        SummarizerError,
        UsageError,
        VerificationFailed,
    )
    from summarizer.library import Summarizer, read, summarize
    from summarizer.settings import Outline, Settings
    from summarizer.verdict import Report
    from summarizer.verification import verify


def __getattr__(name: str) -> object:
    """Names load when they are first used, so that `import summarizer` costs next to nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"summarizer.{_HOME.get(name, 'errors')}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
