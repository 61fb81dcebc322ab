"""The networks that this machine is in: its IPv4 addresses, the likeliest to reach a phone first."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterable
from ipaddress import IPv4Address
from typing import NamedTuple

WIRELESS = re.compile(r"wl|wi-?fi|airport|en0$", re.IGNORECASE)
VIRTUAL = re.compile(r"br-|docker|tap|tun|utun|vbox|veth|vethernet|virbr|vm|wg|zt", re.IGNORECASE)
"""Names of interfaces to virtual machines and to private networks far away: no phone is there."""
TEST_ADDRESS = "198.51.100.1", 9
"""An address for documentation (RFC 5737) and the port for what is thrown away (RFC 863)."""


class Network(NamedTuple):
    """An interface's name, as the system shows it, and this machine's address there."""

    name: str
    address: str

    @property
    def label(self) -> str:
        """Wlan0: 192.168.1.5."""
        return f"{self.name}: {self.address}"

    @property
    def is_loopback(self) -> bool:
        """Whether nobody but this machine is there."""
        return IPv4Address(self.address).is_loopback


def networks() -> list[Network]:
    """All that this machine is in now; the loopback only where there is nothing else."""
    import ifaddr

    addresses = [
        Network(adapter.nice_name, ip.ip)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)  # an IPv6 address is a tuple
    ]
    return ranked(addresses, _default_source())


def ranked(addresses: Iterable[Network], default_source: str) -> list[Network]:
    """The likeliest first: wireless, then what leads out, then the others; virtual ones last."""
    order = sorted(addresses, key=lambda address: _unlikely(address, default_source))
    return [address for address in order if not address.is_loopback] or order


def _unlikely(network: Network, default_source: str) -> tuple[bool, ...]:
    # Tuples are compared from the left, and False comes first: the weightiest doubt decides.
    return (
        bool(VIRTUAL.match(network.name)),
        IPv4Address(network.address).is_link_local,
        not WIRELESS.match(network.name),
        network.address != default_source,
    )


def _default_source() -> str:
    """The address from which the way out begins; "" if there is none. Connecting UDP sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        try:
            sock.connect(TEST_ADDRESS)
        except OSError:
            return ""
        return str(sock.getsockname()[0])
