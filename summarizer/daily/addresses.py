"""Which address is which article: the same page under its tracking parameters is one article."""

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|cmpid|ocid|ref_src|at_(?:medium|campaign)\w*)$", re.I
)
_PORTS = {"http": ":80", "https": ":443"}


def canonical(url: str) -> str:
    """The address without what does not name the page: case of the host, default port, fragment, tracking parameters."""
    parts = urlsplit(url.strip())
    scheme, host = parts.scheme.lower(), parts.netloc.lower()
    if host.endswith(_PORTS.get(scheme, " ")):
        host = host.rpartition(":")[0]
    query = parts.query
    if _has_tracking(query):
        kept = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not _TRACKING.match(name)]
        query = urlencode(kept)
    return urlunsplit((scheme, host, parts.path or "/", query, ""))


def identity(url: str | None, guid: str, feed: str) -> str:
    """What stays the same when an article's text is edited: its canonical address, or its guid in its feed."""
    if url is not None:
        try:
            return canonical(url)
        except ValueError:
            pass
    return f"{canonical(feed)}#{guid}"


def digest(*parts: str | None) -> str:
    """Sixteen hex digits of some texts."""
    return hashlib.sha256("\0".join(part or "" for part in parts).encode("utf-8", "replace")).hexdigest()[:16]


def _has_tracking(query: str) -> bool:
    return any(_TRACKING.match(part.partition("=")[0]) for part in query.split("&"))
