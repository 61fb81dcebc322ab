"""A home with all that the program keeps, in which command lines are run, ended and refused at any call."""

from __future__ import annotations

import contextlib
import io
import shlex
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import keyring
import pytest
from odd_server import Habit, OddServer
from saver_calls import CALLS
from scenes import MemoryRing
from servers import PASSWORD, USER, serving
from writing_lines import BUILT, KEPT, PRINTED, WritingLine

from heartplanner.cli import main as cli_main
from heartplanner.files import printed_sheets
from heartplanner.files.calendar import kept_list, ledger
from heartplanner.files.plan import planfile, versions
from heartplanner.share.links import refresh

NOON = datetime(2025, 9, 11, 16, tzinfo=UTC)
EVERY_CALL = [*CALLS, (io, "open")]
"""Those of a save, and the opening of what is read."""
SAVING = ".saving"
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTAMP:20250901T000000Z\r\nDTSTART:20250912T160000Z\r\nDTEND:20250912T170000Z\r\n"
    "SUMMARY:Dentist\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
ROSTER = "Oct 1, 2025 9a-9p\nOct 2 off\nOct 3 sick\n"

Tree = dict[str, tuple[int, bytes]]
"""Each file's mode and content, by its path in the home."""


class Answer(NamedTuple):
    """How a command ended, what it printed, and what it said beside."""

    status: int
    out: str
    err: str


class Home:
    """`folder`: where one is, with one's own plan below; all else that is said lies beside it."""

    def __init__(self, folder: Path, server: OddServer, url: str) -> None:
        self.folder, self.server, self.url = folder, server, url
        self.moment = NOON
        self._kept: dict[bool, Tree] = {}

    def build(self, *, qt: bool) -> None:
        """Make what the command lines begin with, with and without a file that is kept up to date."""
        self.put({})
        for name in ("sam", "ann", "lee"):
            (self.folder / f"{name}.ics").write_text(CALENDAR)
        (self.folder / "roster.txt").write_text(ROSTER)
        (self.folder / "shared").mkdir()
        self.moment = NOON - timedelta(hours=2)
        for text in (*BUILT, *((PRINTED,) if qt else ())):
            self.built(text)
        # What the phone has and what was printed is no longer right.
        self.built("change add training 2025-09-21 --start 9:00 --end 12:00")
        self._kept[False] = self.tree()
        self.built(KEPT)
        self._kept[True] = self.tree()

    def built(self, text: str) -> None:
        self.moment += timedelta(minutes=1)
        done = self.answer(WritingLine(text))
        assert done.status == 0, (text, done)

    def begin(self, line: WritingLine) -> Tree:
        """Put all as it was before a command line; what that is."""
        self.moment = NOON + timedelta(days=line.days_on)
        self.put(self._kept[line.kept])
        self.server.calendars.clear()
        self.server.events.clear()
        return self._kept[line.kept]

    def put(self, tree: Tree) -> None:
        for path, (mode, data) in tree.items():
            file = self.folder / path
            if not file.is_file() or file.read_bytes() != data:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
            file.chmod(mode)
        for path in self.tree():
            if path not in tree:
                (self.folder / path).unlink()

    def tree(self) -> Tree:
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return {
            str(path.relative_to(self.folder)): (
                stat.S_IMODE(path.stat().st_mode),
                path.read_bytes(),
            )
            for path in files
        }

    def answer(self, line: WritingLine) -> Answer:
        """Run a command line in this process."""
        with self.streams():
            status = self.run(line)
        return Answer(status, *self.said())

    def run(self, line: WritingLine) -> int:
        """Run a command line; the exit status."""
        try:
            return cli_main.main(self.words(line), lambda *_: 99)
        except SystemExit as stop:
            return int(str(stop.code or 0))

    def words(self, line: WritingLine) -> list[str]:
        return shlex.split(line.text.replace("URL", f"{self.url} --user {USER}"))

    @contextlib.contextmanager
    def streams(self) -> Iterator[None]:
        """Files for what is said: whatever is printed is there at once, also if the process then ends."""
        out, err = self._streams()
        with (
            io.TextIOWrapper(io.FileIO(out, "w"), "utf-8", write_through=True) as to_out,
            io.TextIOWrapper(io.FileIO(err, "w"), "utf-8", write_through=True) as to_err,
            contextlib.redirect_stdout(to_out),
            contextlib.redirect_stderr(to_err),
        ):
            yield

    def said(self) -> tuple[str, str]:
        out, err = (path.read_text("utf-8") for path in self._streams())
        return out, err

    def _streams(self) -> tuple[Path, Path]:
        return self.folder.with_name("out"), self.folder.with_name("err")

    def expect_readable(self, plan: str) -> None:
        """All that the program keeps is read by its own readers."""
        file = self.folder / plan
        planfile.load(file)
        for version in versions.versions(file):
            planfile.load_copy(version.path)
        for memory in self.folder.glob(f"{plan}.handed/*.json"):
            if not memory.name.endswith(".place.json"):
                ledger.load(file, memory.stem)
        kept_list.load(file)
        printed_sheets.load(file)


def has_qt() -> bool:
    try:
        import PySide6.QtWidgets  # noqa: F401  (whether it loads is the question)
    except ImportError:
        return False
    return True


@contextlib.contextmanager
def home_in(folder: Path) -> Iterator[Home]:
    """A home with all that the program keeps, at a moment that stands still and without a network."""
    server, ring = OddServer(Habit.NONE), MemoryRing()
    before = keyring.get_keyring()
    with serving(server) as url, pytest.MonkeyPatch.context() as patch:
        home = Home(folder / "home", server, url)
        home.folder.mkdir()

        class Clock(datetime):
            @classmethod
            def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
                del tz
                return home.moment

        patch.setattr(cli_main, "datetime", Clock)
        patch.setattr(planfile, "new_id", lambda: "0123456789abcdef")
        patch.setattr(refresh, "fetch", lambda _: CALENDAR.encode())
        patch.setenv("HOME", str(home.folder))
        for kind in ("DATA", "CACHE", "CONFIG", "STATE"):
            patch.setenv(f"XDG_{kind}_HOME", str(home.folder / kind.lower()))
        patch.chdir(home.folder)
        ring.kept["heartplanner 127.0.0.1", USER] = PASSWORD
        keyring.set_keyring(ring)
        try:
            home.build(qt=has_qt())
            yield home
        finally:
            keyring.set_keyring(before)
