"""What gathering asks of the web: one question, answered by `edges.daily_web` or by a stand-in."""

from typing import Protocol

from summarizer.edges.remembered import Validators
from summarizer.edges.web_answer import Answer

__all__ = ["Answer", "Web"]


class Web(Protocol):
    """Fetches one address within every limit of the network rules; never raises for what a server or an address does."""

    async def get(self, url: str, known: Validators | None = None) -> Answer: ...
