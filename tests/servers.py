"""Real calendar servers on this machine, with a record of what they are asked."""

from __future__ import annotations

import io
import socket
import socketserver
import ssl
import subprocess
import sys
import threading
import time
import warnings
import wsgiref.simple_server
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

USER, PASSWORD = "ana", "a very secret word"

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Recorder:
    """Passes requests on, notes each, and loses the connection where it is told to.

    `lose_at`: the number of the request that is lost; `before`: before the server has it, else before
    its answer is out. `answer`: says something in the server's place, with `body`.
    """

    def __init__(self, app: Wsgi) -> None:
        self.app = app
        self.asked: list[tuple[str, str, int]] = []
        self.headers: list[dict[str, str]] = []
        self.lose_at, self.before, self.body = 0, True, b""
        self.answer: Callable[[dict[str, Any]], tuple[str, dict[str, str]] | None] = lambda _: None

    def forget(self) -> None:
        self.asked, self.headers, self.lose_at, self.body = [], [], 0, b""
        self.answer = lambda _: None

    @property
    def methods(self) -> list[str]:
        return [method for method, _, _ in self.asked]

    @property
    def writes(self) -> list[str]:
        return [each for each in self.methods if each not in ("PROPFIND", "REPORT")]

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        number = len(self.asked) + 1
        found = {"status": "0"}
        self.headers.append({k: str(v) for k, v in environ.items() if k.startswith("HTTP_")})
        place = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        if number == self.lose_at and self.before:
            self.asked.append((*place, 0))
            raise ConnectionAbortedError
        if said := self.answer(environ):
            environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            self.asked.append((*place, int(said[0][:3])))
            start(said[0], list(said[1].items()))
            return [self.body]

        def note(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            found["status"] = status
            return start(status, headers, *rest)

        body = list(self.app(environ, note))
        self.asked.append((*place, int(found["status"][:3])))
        if number == self.lose_at:
            raise ConnectionAbortedError
        return body


class Handler(wsgiref.simple_server.WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def get_stderr(self) -> Any:
        return io.StringIO()


class Server(socketserver.ThreadingMixIn, wsgiref.simple_server.WSGIServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        pass


@contextmanager
def serving(app: Wsgi, certificate: Path | None = None) -> Iterator[str]:
    """The address at which a WSGI program answers; with a certificate by TLS."""
    server = wsgiref.simple_server.make_server("127.0.0.1", 0, app, Server, Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        host = "https://localhost" if certificate else "http://127.0.0.1"
        yield f"{host}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def self_signed(path: Path) -> Path:
    """A certificate for localhost that no authority has signed, with its key."""
    pytest.importorskip("cryptography")
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    built = (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2200, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path.write_bytes(key.private_bytes(pem, *plain) + built.public_bytes(pem))
    return path


def radicale_app(folder: Path) -> Wsgi:
    """Radicale, with one user."""
    with warnings.catch_warnings():  # on Python 3.12 it uses a name that 3.14 has no longer
        warnings.simplefilter("ignore", DeprecationWarning)
        from radicale import config
        from radicale.app import Application

    users = folder / "users"
    users.write_text(f"{USER}:{PASSWORD}\n")
    settings = config.load()
    settings.update(
        {
            "auth": {
                "type": "htpasswd",
                "htpasswd_filename": str(users),
                "htpasswd_encryption": "plain",
                "delay": "0",
            },
            "storage": {"filesystem_folder": str(folder / "store"), "_filesystem_fsync": "False"},
            "logging": {"level": "critical"},
        },
        "test",
        privileged=True,
    )
    return Application(settings)  # type: ignore[no-any-return]


@contextmanager
def xandikos(folder: Path) -> Iterator[str]:
    """The address of Xandikos, which keeps calendars in Git and asks for no password here."""
    port = free_port()
    where = ["-d", str(folder), "-l", "127.0.0.1", "-p", str(port), "--state-dir", str(folder)]
    user = ["--autocreate", "--current-user-principal", f"/{USER}/", "--no-detect-systemd"]
    command = [sys.executable, "-W", "ignore", "-m", "xandikos", "serve", *where, *user]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until a program that was just started listens on its port."""
    while not _answers(port):
        assert server.poll() is None
        time.sleep(0.02)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True
