"""A program of others that reads a kept file again and again over HTTP shows the plan after each step.

vdirsyncer keeps a folder of events equal to the calendar at an address: one file each, put and removed.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from kept_scenes import FREE, LEAVE, ONE_MONTH, TUESDAY, Kept, Shown, shown

from heartplanner.core.plan.change import Swap
from heartplanner.files.calendar.kept import keep

CONFIG = """\
[general]
status_path = "{folder}/status/"
[pair heart]
a = "address"
b = "folder"
collections = null
conflict_resolution = "a wins"
[storage address]
type = "http"
url = "{url}"
[storage folder]
type = "filesystem"
path = "{folder}/events"
fileext = ".ics"
"""


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Not in the tests' output."""


class Subscriber:
    """vdirsyncer, which is told the address once."""

    def __init__(self, folder: Path, url: str) -> None:
        self._events = folder / "events"
        self._events.mkdir(parents=True)
        self._config = folder / "config"
        self._config.write_text(CONFIG.format(folder=folder, url=url), encoding="utf-8")
        self._run("discover")

    def shows(self) -> Shown:
        """What it shows once it has read the address again."""
        self._run("sync")
        events = [shown(path.read_bytes()) for path in self._events.iterdir()]
        whole = functools.reduce(lambda one, two: one + two, (each.whole for each in events))
        return Shown(sorted(span for each in events for span in each.timed), whole)

    def _run(self, what: str) -> None:
        from click.testing import CliRunner
        from vdirsyncer.cli import app

        done = CliRunner().invoke(app, ["-c", str(self._config), what], input="y\n")
        assert done.exit_code == 0, done.output


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where the shared folder is served."""
    handler = functools.partial(QuietHandler, directory=str(tmp_path / "shared"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/HEART.ics"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.filterwarnings("default")  # what another program warns of is its own affair
def test_it_shows_the_plan_after_each_step(tmp_path: Path, address: str) -> None:
    pytest.importorskip("vdirsyncer", reason="vdirsyncer does not run on Windows")
    kept = Kept(tmp_path)
    assert kept.write() == []
    subscriber = Subscriber(tmp_path / "subscriber", address)

    def follows() -> bool:
        assert kept.write() == []
        return subscriber.shows() == kept.planned()

    steps = [follows()]
    kept.edit(LEAVE)
    steps.append(follows())
    kept.document.undo(kept.moment)
    kept.edit(Swap(TUESDAY, FREE, None))
    keep(kept.document.path, kept.path, ONE_MONTH._replace(alarm=30))
    steps.append(follows())
    kept.today = TUESDAY
    steps.append(follows())
    assert steps == [True] * 4
