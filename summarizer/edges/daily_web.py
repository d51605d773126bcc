"""The web as gathering wants it: `edges.fetch` with conditional requests, every outcome a value."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from summarizer.edges.addresses import Refused
from summarizer.edges.fetch import Fetcher, FetchFailed
from summarizer.edges.remembered import Validators
from summarizer.edges.web_answer import Answer
from summarizer.limits import Limits

_GONE = (404, 410)


class DailyWeb:
    """`inside` fetches from the hosts of one's own network that the profile names; `outside` from everywhere else."""

    def __init__(self, outside: Fetcher, inside: Fetcher, allowed: Collection[str]) -> None:
        self._outside, self._inside = outside, inside
        self._allowed = frozenset(host.lower() for host in allowed)

    async def get(self, url: str, known: Validators | None = None) -> Answer:
        """Never raises for what an address or a server does."""
        try:
            host = urlsplit(url).hostname or ""
            fetcher = self._inside if host.lower() in self._allowed else self._outside
            found = await fetcher.get(url, known.etag if known else None, known.modified if known else None)
        except Refused as error:
            return Answer(outcome="failed", address=url, reason=str(error))
        except FetchFailed as error:
            return Answer(outcome="gone" if error.status in _GONE else "failed", address=url, reason=str(error))
        except ValueError:
            return Answer(outcome="failed", address=url, reason="it is no address")
        given = Validators(etag=found.etag, modified=found.last_modified)
        if found.status == 304:
            return Answer(outcome="unchanged", address=found.url, validators=given)
        return Answer(outcome="ok", address=found.url, body=found.body, charset=found.charset, validators=given)


@asynccontextmanager
async def daily_web(
    contact: str | None, seconds_between: float, connections: int, allowed: Collection[str], limits: Limits
) -> AsyncIterator[DailyWeb]:
    """The web for one run. `seconds_between`: between two requests to one host."""
    async with (
        Fetcher(limits, gap=seconds_between, connections=connections, contact=contact) as outside,
        Fetcher(limits, gap=seconds_between, connections=connections, contact=contact, allow_private=True) as inside,
    ):
        yield DailyWeb(outside, inside, allowed)
