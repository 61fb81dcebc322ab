"""Addresses of calendar servers (RFC 3986): which of them may be sent a password.

What decides is the origin - scheme, host and port (RFC 6454) - and, for TLS alone, the domain.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from heartplanner.files.disk import FileError

LONGEST_URL = 2000
HTTPS_PORT = 443
LOOPBACK = re.compile(r"localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1")
IP_ADDRESS = re.compile(r"[\d.]+|.*:.*")
SHARED_SUFFIX = re.compile(r"[a-z]{2,3}\.[a-z]{2}")
"""Endings such as co.uk, under which everybody has a name."""
RESERVED = ":/?#[]@!$&'()*+,;=%~"
EXAMPLE = "an address looks like https://cloud.example.org"


class ServerAddress(NamedTuple):
    """The parts of an address that decide whom one talks to."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> tuple[str, str, int]:
        return self.scheme, self.host, self.port

    @property
    def is_loopback(self) -> bool:
        """Whether it is this machine."""
        return bool(LOOPBACK.fullmatch(self.host))

    def resolve(self, href: str) -> ServerAddress:
        """Where a link leads that this address gave. Raises FileError."""
        try:
            return _parsed(urljoin(self.url, quote(href.strip(), safe=RESERVED)))
        # Also what _parsed says to the person who typed an address: nobody typed this one.
        except (ValueError, FileError):
            raise FileError(
                f"{self.host} names an address that cannot be used; try again later"
            ) from None

    def contains(self, other: ServerAddress) -> bool:
        """Whether another address is right in this collection, however a server may read it.

        Not the collection itself, not what lies deeper, and nothing that unquoting leads out of it.
        """
        folder, path = f"{decoded_path(self.url).rstrip('/')}/", decoded_path(other.url)
        name = path.removeprefix(folder)
        inside = self.origin == other.origin and path.startswith(folder)
        return inside and name not in ("", ".", "..") and "/" not in name

    def trusts(self, other: ServerAddress) -> bool:
        """Whether the password may go there too: the same origin, or by TLS a host under the same domain.

        iCloud keeps each calendar on a host of its own, p42-caldav.icloud.com, and says so in its answers.
        """
        if self.origin == other.origin:
            return True
        # An IP address has no domain: its last three numbers say nothing of who owns them.
        if IP_ADDRESS.fullmatch(self.host):
            return False
        _, _, domain = self.host.partition(".")
        shared = "." not in domain or bool(SHARED_SUFFIX.fullmatch(domain))
        usual = ("https", HTTPS_PORT)
        return (
            not shared
            and (self.scheme, self.port) == (other.scheme, other.port) == usual
            and other.host.endswith(f".{domain}")
        )


def parse_address(text: str) -> ServerAddress:
    """The address that a person typed; https:// may be left out. Raises FileError."""
    text = text.strip()
    address = _parsed(text if "://" in text else f"https://{text}")
    if address.scheme == "http" and not address.is_loopback:
        raise FileError(
            f"{address.host}: http:// would send your password for all to read; use https://"
        )
    return address


def _parsed(url: str) -> ServerAddress:
    if len(url) > LONGEST_URL or not url.isprintable() or re.search(r"[\s\\]", url):
        raise FileError(f"this is not a server's address; {EXAMPLE}")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise FileError(f"this is not a server's address; {EXAMPLE}") from None
    if parts.username is not None or parts.password is not None:
        raise FileError(
            "the address holds a user or a password; leave them out, you are asked for them"
        )
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise FileError(f"this is not a server's address; {EXAMPLE}")
    port = port or (HTTPS_PORT if parts.scheme == "https" else 80)
    # A query or a fragment would get into every address that is made from this one.
    clean = parts._replace(query="", fragment="", path=parts.path or "/").geturl()
    return ServerAddress(clean, parts.scheme, parts.hostname.rstrip("."), port)


def decoded_path(url: str) -> str:
    """The path of an address as it is meant, however it is quoted; empty where there is none."""
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return ""


def child_url(collection: str, name: str) -> str:
    """The address of a resource in a collection."""
    return f"{collection.rstrip('/')}/{quote(name, safe='')}"
