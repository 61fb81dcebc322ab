"""HTTP authentication: the value of an Authorization header, by Basic (RFC 7617) or Digest (RFC 7616).

Basic is sent unasked, so that one request is one round trip. A server that takes only a digest says so
with its first 401, and every request from then on carries one.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from base64 import b64encode
from collections.abc import Callable, Iterable
from typing import Final
from urllib.parse import quote

PARAMETER: Final = re.compile(r'([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))')
HASHES: Final = {"md5": "md5", "sha-256": "sha256"}


class Credentials:
    """A user's name and password, and the digest challenge that the server sent last."""

    def __init__(self, user: str, password: str) -> None:
        self._user, self._password = user, password
        self._challenge: dict[str, str] = {}
        # With the present nonce: a server takes each count only once, lest a request be replayed.
        self._requests = 0

    def accept(self, challenges: Iterable[str]) -> bool:
        """Learn from the WWW-Authenticate headers of a 401; whether it is worth asking once more.

        It is not where Basic would do, nor where the server refuses a digest of its present nonce: then
        the password is wrong.
        """
        offers = [offer.partition(" ") for offer in challenges]
        if any(scheme.lower() == "basic" for scheme, _, _ in offers):
            return False
        for scheme, _, text in offers:
            fields = {
                name.lower(): quoted or plain for name, quoted, plain in PARAMETER.findall(text)
            }
            is_usable = scheme.lower() == "digest" and _hash_name(fields) in HASHES
            # Another nonce may just mean that the last one was too old (RFC 7616, 3.3, `stale`).
            if is_usable and fields.get("nonce") != self._challenge.get("nonce"):
                self._challenge, self._requests = fields, 0
                return True
        return False

    def header(self, method: str, target: str) -> str:
        """The value for a request; `target`: its path as it is sent."""
        if not self._challenge:
            return f"Basic {b64encode(f'{self._user}:{self._password}'.encode()).decode()}"
        self._requests += 1
        return _digest(
            self._challenge, self._user, self._password, f"{method}:{target}", self._requests
        )


def _digest(challenge: dict[str, str], user: str, password: str, request: str, number: int) -> str:
    """The answer to a challenge; without `qop` as in RFC 2069, which old servers still use."""
    hashed = _hasher(challenge)
    realm, nonce = challenge.get("realm", ""), challenge["nonce"]
    client_nonce, count = secrets.token_urlsafe(24), f"{number:08x}"
    secret = hashed(f"{user}:{realm}:{password}")
    # RFC 7616, 3.4.2: of a session the secret is made anew from the nonces of both sides.
    if challenge.get("algorithm", "").lower().endswith("-sess"):
        secret = hashed(f"{secret}:{nonce}:{client_nonce}")
    has_qop = "qop" in challenge
    # The proof (3.4.1) covers method and path, and with `qop` a count, so that nobody can send it once
    # more.
    middle = [nonce, count, client_nonce, "auth"] if has_qop else [nonce]
    response = hashed(":".join([secret, *middle, hashed(request)]))
    # What quotes cannot hold goes as `username*`, in the form of RFC 5987 (3.4).
    name = f'username="{user}"' if _is_plain(user) else f"username*=UTF-8''{quote(user, safe='')}"
    fields = [name, f'uri="{request.partition(":")[2]}"', f'response="{response}"']
    fields += [
        f'{key}="{challenge[key]}"' for key in ("realm", "nonce", "opaque") if key in challenge
    ]
    # Algorithm, qop and nc are never quoted (3.4).
    fields += [f"algorithm={challenge['algorithm']}"] if "algorithm" in challenge else []
    fields += ["qop=auth", f"nc={count}", f'cnonce="{client_nonce}"'] if has_qop else []
    return f"Digest {', '.join(fields)}"


def _hasher(challenge: dict[str, str]) -> Callable[[str], str]:
    name = HASHES[_hash_name(challenge)]
    # Systems that bar MD5 let it pass if it is said to protect nothing. It is the server that chose it.
    return lambda text: hashlib.new(name, text.encode(), usedforsecurity=False).hexdigest()


def _hash_name(challenge: dict[str, str]) -> str:
    return challenge.get("algorithm", "MD5").lower().removesuffix("-sess")


def _is_plain(user: str) -> bool:
    """Whether a name can stand between quotes as it is."""
    return user.isascii() and not re.search(r'["\\]', user)
