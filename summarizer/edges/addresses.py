"""Which network addresses may be fetched from: the public internet, by an explicit list of what is not.

`ipaddress.is_private` and `is_global` differ between Python versions and miss shared, translated and metadata addresses: the list is ours.
Sources: the IANA special-purpose registries for IPv4 and IPv6, RFC 6052 (NAT64), RFC 3056 (6to4), RFC 4380 (Teredo).
"""

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urlsplit

from summarizer.errors import SummarizerError
from summarizer.value import Value

_FORBIDDEN_4 = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
_PUBLIC_6 = ip_network("2000::/3")
_FORBIDDEN_6 = tuple(
    ip_network(block)
    for block in (
        "2001::/32", "2001:2::/48", "2001:10::/28", "2001:20::/28", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
    )
)  # fmt: skip
_NAT64 = ip_network("64:ff9b::/96")
_MAPPED = ip_network("::ffff:0:0/96")
_NUMERIC_LABEL = re.compile(r"(?:0x[0-9a-f]*|\d+)")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_LOCAL_NAMES = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "localdomain", "home.arpa", "onion", "invalid", "test")
_PORTS = {"http": 80, "https": 443}
_LOWEST_FREE_PORT = 1024
_AS_IT_IS = "/%:@!$&'()*+,;=~-._"  # what stays unquoted in a path


class Refused(SummarizerError):
    """An address that is not fetched from; the message is the reason in plain words."""


class Target(Value):
    """A checked URL: ASCII host, port, and the path with its query as they go on the wire. `url` is the whole, without fragment."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.host}:{self.port}"


def target(url: str, allow_private: bool = False) -> Target:
    """The parts of a URL that may be asked for. Raises Refused; nothing is resolved here.

    `allow_private` lets names and addresses of the local network pass (a choice of whoever runs it, and of tests).
    """
    cleaned = url.strip()
    if not cleaned.isprintable() or "\\" in cleaned or len(cleaned) > 4000:
        raise Refused("it is not a proper web address")
    try:
        parts = urlsplit(cleaned)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise Refused("it is not a proper web address") from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise Refused("only http and https addresses are fetched")
    if parts.username is not None or parts.password is not None:
        raise Refused("addresses with a user name or password in them are not fetched")
    port = port if port is not None else _PORTS[scheme]
    if not allow_private and port not in _PORTS.values() and port < _LOWEST_FREE_PORT:
        raise Refused(f"port {port} is not one for web pages")
    host = _host(host, allow_private)
    path = quote(parts.path or "/", safe=_AS_IT_IS)
    path += f"?{quote(parts.query, safe=_AS_IT_IS + '?')}" if parts.query else ""
    shown = f"[{host}]" if ":" in host else host
    where = shown if port == _PORTS[scheme] else f"{shown}:{port}"
    return Target(url=f"{scheme}://{where}{path}", scheme=scheme, host=host, port=port, path=path)


def check_address(address: str) -> None:
    """Raises Refused for an IP address that is not on the public internet."""
    try:
        found = ip_address(address)
    except ValueError:
        raise Refused("its name leads to no proper address") from None
    if not _public(found):
        raise Refused("it leads to an address that is not on the public internet")


def _public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv4Address):
        return not any(address in block for block in _FORBIDDEN_4)
    if address.scope_id is not None:
        return False
    if address in _NAT64 or address in _MAPPED:
        return _public(IPv4Address(int(address) & 0xFFFFFFFF)) and address in _NAT64
    return address in _PUBLIC_6 and not any(address in block for block in _FORBIDDEN_6)


def _host(host: str, allow_private: bool) -> str:
    """The ASCII form of a host name or address. Raises Refused for what only some programs take for an address."""
    if not host:
        raise Refused("it names no host")
    if ":" in host:
        try:
            literal = IPv6Address(host)
        except AddressValueError:
            raise Refused("it is not a proper web address") from None
        if not allow_private:
            check_address(host)
        return str(literal)
    try:
        ascii_host = host.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError:
        raise Refused("its host name is not a proper one") from None
    labels = ascii_host.split(".")
    if _NUMERIC_LABEL.fullmatch(labels[-1]):
        return _literal(ascii_host, allow_private)
    if not all(_LABEL.fullmatch(label) for label in labels) or len(ascii_host) > 253:
        raise Refused("its host name is not a proper one")
    if not allow_private and (len(labels) == 1 or any(ascii_host == name or ascii_host.endswith(f".{name}") for name in _LOCAL_NAMES)):
        raise Refused("it names a host of the local network")
    return ascii_host


def _literal(host: str, allow_private: bool) -> str:
    """An IPv4 address in its one standard form; decimal, octal, hexadecimal and short forms are refused."""
    try:
        address = IPv4Address(host)
    except AddressValueError:
        raise Refused("its host is a number in a form that hides an address") from None
    if not allow_private:
        check_address(str(address))
    return str(address)
