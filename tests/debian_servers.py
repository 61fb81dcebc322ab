"""Calendar servers that Debian has: Cyrus (cyrus-caldav) and SabreDAV (php-sabre-dav), for one user.

Where they are not installed, whoever asks for one is skipped, with the packages that are missing.
"""

from __future__ import annotations

import hashlib
import imaplib
import os
import shutil
import socket
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from servers import PASSWORD, USER, free_port, wait_for

SABRE = Path("/usr/share/php/Sabre/autoload.php")
SABRE_TABLES = Path("/usr/share/doc/php-sabre-dav/examples/sql")
SABRE_PROGRAM = """<?php
error_reporting(0);
$pdo = new \\PDO('sqlite:' . __DIR__ . '/store.sqlite');
$pdo->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
require_once '/usr/share/php/Sabre/autoload.php';
$people = new \\Sabre\\DAVACL\\PrincipalBackend\\PDO($pdo);
$server = new \\Sabre\\DAV\\Server(array(
    new \\Sabre\\CalDAV\\Principal\\Collection($people),
    new \\Sabre\\CalDAV\\CalendarRootNode($people, new \\Sabre\\CalDAV\\Backend\\PDO($pdo)),
));
$server->setBaseUri('/');
$server->addPlugin(new \\Sabre\\DAV\\Auth\\Plugin(new \\Sabre\\DAV\\Auth\\Backend\\PDO($pdo), 'dav'));
$server->addPlugin(new \\Sabre\\DAVACL\\Plugin());
$server->addPlugin(new \\Sabre\\CalDAV\\Plugin());
$server->exec();
"""
CYRUS = Path("/usr/lib/cyrus/bin")
CYRUS_SETTINGS = """
configdirectory: {0}/conf
proc_path: {0}/run/proc
mboxname_lockpath: {0}/run/lock
defaultpartition: default
partition-default: {0}/spool
unixhierarchysep: no
httpmodules: caldav
allowplaintext: yes
admins: cyrus
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: {0}/sasldb2
sasl_mech_list: PLAIN
caldav_create_default: no
caldav_create_sched: no
caldav_allowscheduling: off
sievedir: {0}/sieve
idlesocket: {0}/run/idle
notifysocket: {0}/run/notify
lmtpsocket: {0}/run/lmtp
"""
CYRUS_SERVICES = """
START {{
  recover cmd="{bin}/ctl_cyrusdb -C {folder}/imapd.conf -r"
}}
SERVICES {{
  http cmd="{bin}/httpd -C {folder}/imapd.conf" listen="127.0.0.1:{http}" prefork=0
  imap cmd="{bin}/imapd -C {folder}/imapd.conf" listen="127.0.0.1:{imap}" prefork=0
}}
"""


@contextmanager
def sabredav(folder: Path) -> Iterator[str]:
    """The address of SabreDAV, which asks for a digest of the password; its events are in a database."""
    if not SABRE.exists() or not shutil.which("php"):
        pytest.skip("no SabreDAV: apt-get install php-sabre-dav php-cli php-sqlite3 php-xml")
    (folder / "server.php").write_text(SABRE_PROGRAM)
    digest = hashlib.md5(f"{USER}:dav:{PASSWORD}".encode(), usedforsecurity=False).hexdigest()
    with closing(sqlite3.connect(folder / "store.sqlite")) as store, store:
        for name in ("calendars", "users", "principals"):
            store.executescript((SABRE_TABLES / f"sqlite.{name}.sql").read_text())
        store.execute("insert into users (username, digesta1) values (?, ?)", (USER, digest))
        store.execute("insert into principals (uri) values (?)", (f"principals/{USER}",))
    port = free_port()
    command = ["php", "-S", f"127.0.0.1:{port}", str(folder / "server.php")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def sabredav_texts(folder: Path) -> str:
    """All events that SabreDAV keeps."""
    with closing(sqlite3.connect(folder / "store.sqlite")) as store:
        rows = store.execute("select calendardata from calendarobjects")
        return "".join(str(text) for (text,) in rows)


@contextmanager
def cyrus() -> Iterator[str]:
    """The address of Cyrus, which takes each UID once in an account."""
    if not (CYRUS / "imapd").exists() or not shutil.which("saslpasswd2"):
        pytest.skip("no Cyrus: apt-get install cyrus-caldav cyrus-imapd sasl2-bin")
    if os.geteuid() != 0:
        pytest.skip("only root may start Cyrus")
    # Its own user must be able to reach it, who may not enter the folders of tests.
    folder = Path(tempfile.mkdtemp(prefix="cyrus-"))
    try:
        with _cyrus_in(folder, free_port(), free_port()) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _cyrus_in(folder: Path, http: int, imap: int) -> Iterator[str]:
    for name in ("conf", "run", "spool", "sieve"):
        (folder / name).mkdir()
    (folder / "imapd.conf").write_text(CYRUS_SETTINGS.format(folder))
    services = CYRUS_SERVICES.format(bin=CYRUS, folder=folder, http=http, imap=imap)
    (folder / "cyrus.conf").write_text(services)
    for user in (USER, "cyrus"):
        put = ["saslpasswd2", "-p", "-c", "-f", str(folder / "sasldb2"), "-u", socket.gethostname()]
        subprocess.run([*put, user], input=PASSWORD.encode(), check=True)
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, "cyrus", "mail")
    files = ["-M", f"{folder}/cyrus.conf", "-C", f"{folder}/imapd.conf", "-p", f"{folder}/run/pid"]
    command = [str(CYRUS / "master"), *files, "-D"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(imap, server)
            _make_account(imap)
            yield f"http://127.0.0.1:{http}"
        finally:
            server.terminate()


def _make_account(port: int) -> None:
    """An account is there once it has a mailbox; the server may not be ready for its first caller."""
    for _ in range(50):
        with suppress(imaplib.IMAP4.error, OSError):
            mail = imaplib.IMAP4("127.0.0.1", port, timeout=10)
            mail.login("cyrus", PASSWORD)
            mail.create(f"user.{USER}")
            mail.logout()
            return
        time.sleep(0.1)
    pytest.fail("Cyrus does not answer")
