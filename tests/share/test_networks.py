"""Which of this machine's addresses a phone can probably reach."""

from __future__ import annotations

import ipaddress

import pytest

from heartplanner.share.wifi.networks import Network, networks, ranked

LOOPBACK = Network("lo", "127.0.0.1")
WIRED, WIFI = Network("eth0", "10.1.2.3"), Network("wlp3s0", "192.168.1.5")
VPN, DOCKER = Network("tun0", "10.8.0.2"), Network("docker0", "172.17.0.1")
UNSET = Network("eth1", "169.254.9.9")


def test_wireless_first_then_the_way_out_and_virtual_ones_last() -> None:
    other = Network("eth2", "10.9.9.9")
    found = [DOCKER, UNSET, LOOPBACK, other, VPN, WIRED, WIFI]
    assert ranked(found, "10.1.2.3") == [WIFI, WIRED, other, UNSET, DOCKER, VPN]


def test_the_loopback_is_there_only_where_nothing_else_is() -> None:
    assert ranked([LOOPBACK, WIRED], "") == [WIRED]
    assert ranked([LOOPBACK], "") == [LOOPBACK]
    assert LOOPBACK.is_loopback
    assert ranked([], "") == []


@pytest.mark.parametrize("name", ["Wi-Fi", "WLAN", "wlan0", "WiFi 2", "en0", "AirPort"])
def test_names_of_wireless_interfaces(name: str) -> None:
    wireless = Network(name, "192.168.1.5")
    assert ranked([WIRED, wireless], WIRED.address) == [wireless, WIRED]


def test_this_machine_has_an_address() -> None:
    found = networks()
    assert found
    assert all(ipaddress.IPv4Address(each.address) for each in found)
    assert found[0].label == f"{found[0].name}: {found[0].address}"
