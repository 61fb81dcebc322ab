"""What a phone asks for, and what it gets: a page, its button's address, one file, or a refusal.

There is one request on a connection, without a body. Its head must fit one narrow grammar, a part of
RFC 9112's; whatever does not - bare LF, folded lines, NUL, an absolute address, two hosts, any body - is
refused, so there is nothing that two readers could understand in two ways (request smuggling, 11.2).

The parsers that others keep are tolerant, as that standard allows: of 29 such heads h11 takes 7 for
good ones, and http.server 19. To refuse those takes this grammar anyway.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass
from typing import NamedTuple

from heartplanner.files.folders import resource

FILE = "HEART.ics"
HEAD = re.compile(
    rb"([A-Z]{1,16}) (/[!-~]*) HTTP/1\.[01]\r\n((?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t -~\x80-\xff]*\r\n)*)\r\n"
)
"""RFC 9112 without all that it only tolerates: each line ends with CRLF and begins with a name."""
END_OF_HEAD = b"\r\n\r\n"
BARE_LF = re.compile(rb"(?<!\r)\n")
REASONS = {
    200: "OK",
    303: "See Other",
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    410: "Gone",
    421: "Misdirected Request",
    431: "Request Header Fields Too Large",
    503: "Service Unavailable",
}
OVER = "This file is not given any more. To get it, press Start on the computer, then open the new code."
TAKEN = "Another phone is being sent this file just now. Try again in a minute."
COMMON_FIELDS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Connection", "close"),
)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def new_token() -> str:
    """130 bits that nobody can guess, in letters and digits that a person can type.

    Base32 has no 0, 1, 8, 9, so nothing is taken for another: abcde-fghij-klmno-pqrst-uvwxyz.
    """
    text = base64.b32encode(secrets.token_bytes(20)).decode().lower()[:26]
    return "-".join((*(text[at : at + 5] for at in range(0, 20, 5)), text[20:]))


@dataclass(frozen=True, repr=False)
class SharedFile:
    """The file and where it lies; it has no repr of its own, lest a log shows the token."""

    host: str
    """Address and port, just as a browser names them."""
    token: str
    data: bytes
    page: str

    @property
    def address(self) -> str:
        return f"http://{self.host}/{self.token}"


class HttpResponse(NamedTuple):
    """The whole answer; whether it delivers the file; whether the token was tried and wrong."""

    data: bytes
    delivers_file: bool = False
    has_wrong_token: bool = False


def load_page() -> str:
    """The page's text. Raises OSError where it is not installed."""
    return resource("phone.html").read_text(encoding="utf-8")


def respond(head: bytes, shared: SharedFile) -> HttpResponse:
    """The answer to a complete head."""
    match = HEAD.fullmatch(head)
    if match is None:
        return refuse(400)
    method, path = match[1].decode(), match[2].decode()
    lines = [line.partition(b":") for line in match[3].split(b"\r\n")[:-1]]
    fields = [(name.lower(), text.strip(b" \t")) for name, _, text in lines]
    hosts = [text for name, text in fields if name == b"host"]
    if len(hosts) != 1 or any(_announces_body(*field) for field in fields):
        return refuse(400)
    if hosts[0] != shared.host.encode():  # a name that leads here is not ours (DNS rebinding)
        return refuse(421)
    if method not in ("GET", "HEAD"):
        return refuse(405, ("Allow", "GET, HEAD"))
    # A form without fields asks for "add?": an empty query is none.
    _, token, *rest = path.removesuffix("?").split("/")
    # In constant time, lest the answer's delay tells how many letters were right.
    if not secrets.compare_digest(token, shared.token):
        # What cannot be a token (a browser asks for /favicon.ico by itself) is no try.
        return refuse(404)._replace(has_wrong_token=len(token) == len(shared.token))
    response = _content("/".join(rest), shared)
    if method == "GET":
        return response
    return HttpResponse(response.data.partition(END_OF_HEAD)[0] + END_OF_HEAD)


def refuse(status: int, *more: tuple[str, str]) -> HttpResponse:
    """A refusal that says nothing but its number and its name."""
    return _refusal(status, f"{status} {REASONS[status]}", *more)


def refuse_file(*, over: bool) -> HttpResponse:
    """The refusal of the file to who asked for it rightly, in a sentence for the person at the phone.

    `over`: it is not given any more; otherwise another phone is being sent it.
    """
    return _refusal(410, OVER) if over else _refusal(503, TAKEN)


def _refusal(status: int, sentence: str, *more: tuple[str, str]) -> HttpResponse:
    kind = ("Content-Type", "text/plain; charset=utf-8")
    return _response(status, f"{sentence}\n".encode(), kind, *more)


def _announces_body(name: bytes, text: bytes) -> bool:
    return name == b"transfer-encoding" or (name == b"content-length" and text != b"0")


def _content(path: str, shared: SharedFile) -> HttpResponse:
    """What lies behind the right token."""
    if path == "":
        html = shared.page.replace("ADDRESS", f"/{shared.token}/add")
        kind = ("Content-Type", "text/html; charset=utf-8")
        return _response(
            200, html.encode(), kind, ("Content-Security-Policy", _security_policy(html))
        )
    if path == "add":
        # An iPhone led to a calendar by a link to a file offers to subscribe to it, and could not, for
        # we are gone in ten minutes; led there by a redirect it offers to add the events.
        return _response(303, b"", ("Location", f"/{shared.token}/{FILE}"))
    if path == FILE:
        # Inline: Safari shows the events with "Add All" at once, while an attachment goes to Downloads.
        # Browsers that cannot show a calendar save it, and under this name, either way.
        kind = ("Content-Type", "text/calendar; charset=utf-8")
        response = _response(
            200, shared.data, kind, ("Content-Disposition", f'inline; filename="{FILE}"')
        )
        return response._replace(delivers_file=True)
    return refuse(404)


def _security_policy(html: str) -> str:
    """What the page may do: show itself in its own style, and follow its button."""
    styles = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in STYLE.findall(html)
    )
    return (
        f"default-src 'none'; style-src {styles}; form-action 'self'; base-uri 'none';"
        " frame-ancestors 'none'"
    )


def _response(status: int, body: bytes, *more: tuple[str, str]) -> HttpResponse:
    fields = (*more, ("Content-Length", str(len(body))), *COMMON_FIELDS)
    lines = [f"HTTP/1.1 {status} {REASONS[status]}", *(f"{name}: {text}" for name, text in fields)]
    return HttpResponse("\r\n".join(lines).encode() + END_OF_HEAD + body)
