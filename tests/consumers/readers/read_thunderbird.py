"""Thunderbird, without a screen: each file through its own import, by the port that steers its tests."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from shown import program, say

IMPORT = """
const [files, done] = arguments;
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
(async () => {
  const calendar = cal.manager.createCalendar("storage", Services.io.newURI("moz-storage-calendar://"));
  calendar.name = "HEART";
  cal.manager.registerCalendar(calendar);
  for (const file of files) {
    await putItemsIntoCal(calendar, await getItemsFromIcsFile(await IOUtils.getFile(file)));
  }
  const moment = text => cal.createDateTime(text);
  const kinds = Ci.calICalendar.ITEM_FILTER_TYPE_EVENT | Ci.calICalendar.ITEM_FILTER_COMPLETED_ALL;
  const found = await calendar.getItemsAsArray(kinds, 0, moment("20250101"), moment("20361231"));
  const plain = time => (time.isDate ? time.icalString : time.nativeTime / 1e6);
  done(found.map(each => [each.title, plain(each.startDate), plain(each.endDate), each.status]));
})().catch(error => done(String(error)));
"""
PREFERENCES = """
user_pref("marionette.port", {port});
user_pref("mail.provider.suppress_dialog_on_startup", true);
"""
STEERED = ("--headless", "--no-remote", "--marionette", "--remote-allow-system-access")
TRIES = 300
"""How often its port is tried, five times a second."""


class Steering:
    """Thunderbird's port: a message is its length, a colon, and JSON of [0, number, command, what]."""

    def __init__(self, port: int) -> None:
        self._socket = connection(port)
        self._answers = self._socket.makefile("rb")
        self._receive()
        self._number = 0

    def ask(self, command: str, **what: object) -> Any:
        self._number += 1
        text = json.dumps([0, self._number, command, what]).encode()
        self._socket.sendall(b"%d:%b" % (len(text), text))
        _, _, error, answer = self._receive()
        if error:
            sys.exit(f"{command}: {error['message']}")
        return answer

    def _receive(self) -> Any:
        length = b""
        while (byte := self._answers.read(1)) not in (b":", b""):
            length += byte
        return json.loads(self._answers.read(int(length)))


def connection(port: int) -> socket.socket:
    for _ in range(TRIES):
        try:
            return socket.create_connection(("127.0.0.1", port))
        except OSError:
            time.sleep(0.2)
    sys.exit("Thunderbird does not open its port")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def main(files: list[str]) -> None:
    thunderbird = program("thunderbird", "thunderbird")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        port = free_port()
        Path(profile, "user.js").write_text(PREFERENCES.format(port=port), encoding="utf-8")
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with subprocess.Popen([thunderbird, *STEERED, "--profile", profile], **quiet) as running:
            try:
                found = imported(Steering(port), files)
            finally:
                running.terminate()
    if isinstance(found, str):
        sys.exit(found)
    for title, start, end, status in found:
        say(title, moment(start), moment(end), canceled=status == "CANCELLED")


def imported(steering: Steering, files: list[str]) -> Any:
    steering.ask("WebDriver:NewSession", capabilities={})
    steering.ask("Marionette:SetContext", value="chrome")
    steering.ask("WebDriver:SetTimeouts", script=120_000)
    return steering.ask("WebDriver:ExecuteAsyncScript", script=IMPORT, args=[files])["value"]


def moment(plain: str | float) -> date:
    """Seconds, or the text of a date."""
    if isinstance(plain, str):
        return date.fromisoformat(plain)
    return datetime.fromtimestamp(plain, UTC)


main(sys.argv[1:])
