"""Which parser reads what: bytes of a known kind to articles. Runs in the child process."""

from typing import Literal

from summarizer.article import Failed
from summarizer.edges.feeds import Feed, looks_like_feed, parse_feed, parse_opml
from summarizer.edges.reading.decoding import Unreadable
from summarizer.edges.reading.found import Found
from summarizer.edges.reading.markdown import markdown
from summarizer.edges.reading.page import page
from summarizer.edges.reading.pdf import pdf
from summarizer.limits import Limits
from summarizer.value import Value

Kind = Literal["page", "markdown", "pdf", "feed", "items", "opml"]


class Task(Value):
    """What to parse: `size` bytes follow. "feed" answers with the feed, "items" with its entries as articles."""

    kind: Kind
    name: str
    size: int
    address: str | None = None
    declared: str | None = None
    limits: Limits


class Parsed(Value):
    """What a parser made of it; `unreadable` is the reason where it made nothing."""

    found: tuple[Found, ...] = ()
    failed: tuple[Failed, ...] = ()
    feed: Feed | None = None
    addresses: tuple[str, ...] = ()
    unreadable: str | None = None


def parse(task: Task, data: bytes) -> Parsed:
    """Never raises for bad input."""
    try:
        return _parse(task, data)
    except Unreadable as reason:
        return Parsed(unreadable=str(reason))
    except RecursionError:
        return Parsed(unreadable="it is nested too deeply")
    except MemoryError:
        return Parsed(unreadable="reading it takes more memory than the limit")
    except Exception as error:  # a parser's bug costs the file, not the run
        return Parsed(unreadable=f"its parser failed ({type(error).__name__})")


def _parse(task: Task, data: bytes) -> Parsed:
    if not data.strip():
        raise Unreadable("it is empty")
    if task.kind == "page":
        if looks_like_feed(data):
            return Parsed(feed=parse_feed(data, task.address or task.name))
        return Parsed(found=(page(data, task.name, task.limits, task.address, task.declared),))
    if task.kind == "markdown":
        return Parsed(found=(markdown(data, task.name, task.limits),))
    if task.kind == "pdf":
        return Parsed(found=(pdf(data, task.name, task.limits),))
    if task.kind == "opml":
        return Parsed(addresses=tuple(parse_opml(data)))
    feed = parse_feed(data, task.address or task.name)
    return Parsed(feed=feed) if task.kind == "feed" else _items(feed, task)


def _items(feed: Feed, task: Task) -> Parsed:
    """The entries of a feed as articles, from the text that the feed itself carries."""
    found, failed = [], []
    for number, item in enumerate(feed.items, 1):
        if not item.summary:
            failed.append(Failed(location=f"item {number}", reason="the feed gives no text for it"))
        elif len(item.summary) > task.limits.characters:
            failed.append(Failed(location=f"item {number}", reason="its text is longer than the limit"))
        else:
            found.append(
                Found(
                    identity=item.url or item.guid,
                    text=item.summary,
                    title=item.title,
                    publisher=feed.title,
                    url=item.url,
                    published=item.published.date() if item.published else None,
                    dated_by="feed entry" if item.published else None,
                )
            )
    if not feed.items:
        raise Unreadable("the feed is empty")
    return Parsed(found=tuple(found), failed=tuple(failed))
