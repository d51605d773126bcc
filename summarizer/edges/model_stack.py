"""In which order do the Models wrap a Model? One place, because the order is the point.

cache      a remembered reply costs nothing, not even a slot
retry      sleeps without holding a slot
limiter    sees every rate limit; only calls that may start now ask the budget
budget     sees every call that is really made
endpoint
"""

from collections.abc import Awaitable, Callable, Mapping

from summarizer.edges.budget import BudgetedModel, Ledger
from summarizer.edges.cache import CachedModel
from summarizer.edges.limiter import LimitedModel
from summarizer.edges.retry import RetryingModel
from summarizer.protocols import Model, Request, Store, TokenCounter
from summarizer.stages.asking.accept import check


def stacked(
    model: Model,
    *,
    name: str,
    endpoint: str,
    ledger: Ledger,
    counter: TokenCounter,
    concurrency: int,
    retries: int = 4,
    cap_usd: float | None = None,
    shares: Mapping[str, float] | None = None,
    store: Store | None = None,
    read_cache: bool = True,
    longest_answer: Callable[[Request], int] | None = None,
    sleep: Callable[[float], Awaitable[None]] | None = None,
) -> Model:
    """The whole stack around an endpoint; without a store nothing is remembered.

    Raises UsageError for a cap without a price. The Model belongs to one run: its books and limits are the run's.
    """
    paid = BudgetedModel(model, ledger, counter, cap_usd=cap_usd, longest_answer=longest_answer, shares=shares)
    limited = LimitedModel(paid, concurrency, sleep=sleep) if sleep else LimitedModel(paid, concurrency)
    retried = RetryingModel(limited, retries=retries, ledger=ledger, sleep=sleep)
    if store is None:
        return retried
    return CachedModel(retried, store, name=name, endpoint=endpoint, check=check, ledger=ledger, read=read_cache)
