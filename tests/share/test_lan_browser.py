"""The page in a real Chromium: opened, its button clicked, and the file that comes of it."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from heartplanner.share.wifi.http_connection import Limits
from heartplanner.share.wifi.lan import EndReason, LanServer

NAMES = ("chromium", "chromium-browser", "google-chrome")
fcntl = pytest.importorskip("fcntl", reason="no pipes to lead a browser through here")
PROGRAM = next(filter(None, map(shutil.which, NAMES)), "")
DATA = b"BEGIN:VCALENDAR\r\nX-ANY:1\r\nEND:VCALENDAR\r\n" * 3000
LAUNCH = """
import os, sys
os.dup2(int(sys.argv[1]), 3)  # the browser reads from 3 and writes to 4
os.dup2(int(sys.argv[2]), 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
BUTTON = "(([b]) => { const r = b.getBoundingClientRect(); return [r.x, r.y, r.width, r.height] })"

pytestmark = pytest.mark.skipif(
    not PROGRAM, reason="no browser to try the phone's page in: apt-get install chromium"
)


class Browser:
    """A browser led through two pipes: JSON messages that end with NUL (DevTools protocol)."""

    def __init__(self, folder: Path) -> None:
        inward, self._out = os.pipe()
        back, outward = os.pipe()
        child = [fcntl.fcntl(each, fcntl.F_DUPFD, 10) for each in (inward, outward)]

        self._process = subprocess.Popen(
            [sys.executable, "-c", LAUNCH, *map(str, child), PROGRAM,
             "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             f"--user-data-dir={folder}", "--no-first-run", "--disable-background-networking"],
            pass_fds=child, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for each in (inward, outward, *child):
            os.close(each)
        self._back, self._ids, self._rest = back, count(1), b""
        self.session: dict[str, str] = {}

    def message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            assert select.select([self._back], [], [], 60)[0], "the browser says nothing"
            more = os.read(self._back, 1 << 16)
            assert more, "the browser has ended"
            self._rest += more
        one, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(one))

    def do(self, method: str, **params: object) -> dict[str, Any]:
        number = next(self._ids)
        text = json.dumps({"id": number, "method": method, "params": params, **self.session})
        os.write(self._out, text.encode() + b"\0")
        while (found := self.message()).get("id") != number:
            pass
        assert "error" not in found, found
        return dict(found["result"])

    def wait_for(self, method: str, **params: object) -> None:
        while True:
            found = self.message()
            if found.get("method") == method and params.items() <= found["params"].items():
                return

    def value(self, expression: str) -> Any:
        return self.do("Runtime.evaluate", expression=expression, returnByValue=True)["result"][
            "value"
        ]

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._out)
        os.close(self._back)


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    found = Browser(tmp_path / "profile")
    yield found
    found.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_button_downloads_the_very_file(browser: Browser, tmp_path: Path, scheme: str) -> None:
    server = LanServer(DATA, "127.0.0.1", 1, limits=Limits(settle=0))
    folder = tmp_path / "downloads"
    browser.do(
        "Browser.setDownloadBehavior",
        behavior="allow",
        downloadPath=str(folder),
        eventsEnabled=True,
    )
    page = browser.do("Target.createTarget", url="about:blank")["targetId"]
    session = browser.do("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
    browser.session = {"sessionId": session}
    browser.do("Page.enable")
    browser.do(
        "Emulation.setDeviceMetricsOverride",
        width=390,
        height=844,
        deviceScaleFactor=2,
        mobile=True,
    )
    browser.do(
        "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}]
    )
    browser.do("Page.navigate", url=server.address)
    browser.wait_for("Page.loadEventFired")
    assert browser.value("document.scripts.length") == 0
    ground = browser.value("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(22, 27, 36)"}[scheme]
    left, top, width, height = browser.value(f"{BUTTON}(document.querySelectorAll('button'))")
    assert width > 300
    assert 60 < height < 100
    assert top + height < 844 / 2
    for kind in ("mousePressed", "mouseReleased"):
        browser.do(
            "Input.dispatchMouseEvent",
            type=kind, x=left + width / 2, y=top + height / 2, button="left", clickCount=1,
        )  # fmt: skip
    browser.wait_for("Browser.downloadProgress", state="completed")
    assert (folder / "HEART.ics").read_bytes() == DATA
    server._thread.join(10)
    server.stop()
    assert (server.fetched, server.ended) == (1, EndReason.FETCHED)
