"""The Authorization header, against the examples that the standards print."""

from __future__ import annotations

import re
import secrets

import pytest

from heartplanner.share.caldav.authorization import Credentials

NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"
CHALLENGE = (
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={}, '
    f'nonce="{NONCE}", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
)
MD5 = "8ca523f5e9506fed4657c9700eebdbec"
SHA256 = "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"


@pytest.fixture
def mufasa(monkeypatch: pytest.MonkeyPatch) -> Credentials:
    """The user of RFC 7616, 3.9.1, whose client has the nonce that is printed there."""
    nonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    monkeypatch.setattr(secrets, "token_urlsafe", lambda _: nonce)
    return Credentials("Mufasa", "Circle of Life")


def field(header: str, name: str) -> str:
    (value,) = re.findall(rf'\b{name}="?([^",]*)', header)
    return str(value)


@pytest.mark.parametrize(("algorithm", "response"), [("MD5", MD5), ("SHA-256", SHA256)])
def test_a_digest_is_the_one_of_the_standard(
    mufasa: Credentials, algorithm: str, response: str
) -> None:
    assert mufasa.accept([CHALLENGE.format(algorithm)])
    header = mufasa.header("GET", "/dir/index.html")
    assert header.startswith('Digest username="Mufasa", uri="/dir/index.html"')
    assert field(header, "response") == response
    assert (field(header, "nc"), field(header, "qop")) == ("00000001", "auth")
    assert field(mufasa.header("GET", "/dir/index.html"), "nc") == "00000002"


def test_the_first_challenge_that_is_understood_is_taken(mufasa: Credentials) -> None:
    offers = ["Negotiate", CHALLENGE.format("SHA-512-256"), CHALLENGE.format("SHA-256")]
    assert mufasa.accept(offers)
    assert field(mufasa.header("GET", "/dir/index.html"), "response") == SHA256


def test_a_digest_without_qop_is_the_one_of_rfc_2069() -> None:
    mufasa = Credentials("Mufasa", "CircleOfLife")
    nonce = "dcd98b7102dd2f0e8b11d0f600bfb0c093"
    assert mufasa.accept([f'Digest realm="testrealm@host.com", nonce="{nonce}"'])
    header = mufasa.header("GET", "/dir/index.html")
    assert field(header, "response") == "1949323746fe6a43ef61f9606e7febea"  # RFC 2069, erratum 749
    assert "cnonce" not in header


@pytest.mark.parametrize(
    "challenges",
    [
        [],
        ['Basic realm="a"'],
        [CHALLENGE.format("MD5"), 'Basic realm="a"'],
        [CHALLENGE.format("SHA-512-256")],
        ['Digest realm="a"'],
        ["Bearer"],
        ["Digest"],
        [""],
    ],
)
def test_without_a_usable_challenge_it_stays_basic(challenges: list[str]) -> None:
    aladdin = Credentials("Aladdin", "open sesame")
    assert not aladdin.accept(challenges)
    assert aladdin.header("GET", "/") == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="  # RFC 7617, 2


def test_a_digest_that_is_refused_is_not_sent_again(mufasa: Credentials) -> None:
    assert mufasa.accept([CHALLENGE.format("MD5")])
    assert not mufasa.accept([CHALLENGE.format("MD5")])
    assert mufasa.accept([CHALLENGE.format("MD5").replace("7ypf", "newer")])


@pytest.mark.parametrize("user", ["añá", 'a"b', "a\\b"])
def test_a_name_that_quotes_cannot_hold_is_encoded(user: str) -> None:
    ana = Credentials(user, "пароль")
    assert ana.accept([CHALLENGE.format("SHA-256")])
    header = ana.header("PROPFIND", "/")
    assert header.isascii()
    assert header.startswith("Digest username*=UTF-8''a%")
