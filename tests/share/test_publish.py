"""The command `publish`, against a real server."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import null
from scenes import MemoryRing, Scene, of_plan
from servers import PASSWORD

from heartplanner.cli.main import main
from heartplanner.core.calendar.export_options import ExportOptions
from heartplanner.core.edits.example import example_plan
from heartplanner.files.calendar.ledger import save_options, target_state
from heartplanner.files.plan import planfile
from heartplanner.share.caldav.address import parse_address
from heartplanner.share.caldav.location_file import target_name
from tests.counting import ExportCounts

RANGE = ["--from", "2025-08-04", "--to", "2025-08-17"]


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryRing]:
    before = keyring.get_keyring()
    found = MemoryRing()
    keyring.set_keyring(found)
    yield found
    keyring.set_keyring(before)


class Run:
    """The command on a plan of its own; `said` and `aside` are what it printed the last time."""

    def __init__(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.scene, self._patch, self._capture = scene, monkeypatch, capsys
        scene.plan_file.write_bytes(planfile.dump(example_plan()))
        self.said, self.aside = "", ""

    def __call__(self, *words: str, password: str = "") -> int:
        self._patch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
        argv = ["publish", self.scene.url, "--user", "ana", "--plan", str(self.scene.plan_file)]
        status = main([*argv, *RANGE, *words], lambda *_: 0)  # the last --plan holds
        self.said, self.aside = self._capture.readouterr()
        assert PASSWORD not in self.said + self.aside
        return status


@pytest.fixture
def run(scene: Scene, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(scene, monkeypatch, capsys)


def test_it_says_what_it_does_and_keeps_the_password(
    run: Run, scene: Scene, ring: MemoryRing
) -> None:
    assert run("--dry-run", password=PASSWORD) == 0
    assert run.said == "Will add 8 in the calendar HEART, which will be made on 127.0.0.1.\n"
    assert ring.kept == {}
    assert scene.recorder.writes == []
    assert run(password=PASSWORD) == 0
    assert run.said.splitlines() == [
        "Added 8 in the calendar HEART on 127.0.0.1.",
        "Checked: every shift is as in the example rotation (6 shifts, 40 h in 2 of 2 weeks),"
        " which you have not confirmed yet.",
    ]
    assert run.aside.splitlines() == [
        "Will add 8 in the calendar HEART, which will be made on 127.0.0.1.",
        "The password is kept in the key ring.",
    ]
    assert ring.kept == {("heartplanner 127.0.0.1", "ana"): PASSWORD}
    assert scene.shown() == of_plan(example_plan())
    assert run() == 0
    assert run.said.startswith("Nothing to do")
    assert run("--forget") == 0
    assert ring.kept == {}
    assert "no longer in the key ring" in run.said
    assert run() == 1
    assert "no password by standard input: type the app password" in run.aside


def test_without_a_plan_it_first_saves_one(run: Run, scene: Scene, own_folder: Path) -> None:
    run._patch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n{PASSWORD}\n"))
    argv = ["publish", scene.url, "--user", "ana", *RANGE]
    assert main([*argv, "--dry-run"], lambda *_: 0) == 0
    assert list(own_folder.rglob("heartplanner/plan.json")) == []
    assert main(argv, lambda *_: 0) == 0
    (path,) = own_folder.rglob("heartplanner/plan.json")
    plan = planfile.load(path).plan
    assert plan.id != "example"
    assert scene.shown(f"/ana/heart-{plan.id}/") == of_plan(plan)


def test_without_a_key_ring_it_is_kept_nowhere(run: Run) -> None:
    keyring.set_keyring(null.Keyring())
    assert run(password=PASSWORD) == 0
    assert run.aside.splitlines()[-1] == "The password was not kept; you will be asked again."


def test_a_wrong_password_is_not_kept(run: Run, ring: MemoryRing) -> None:
    assert run(password="wrong") == 1
    assert run.aside.startswith("heartplanner: 127.0.0.1 does not take this password of ana")
    assert run.aside.count("\n") == 1
    assert ring.kept == {}


def test_a_wrong_password_of_the_key_ring_can_be_taken_out(run: Run, ring: MemoryRing) -> None:
    ring.kept["heartplanner 127.0.0.1", "ana"] = "wrong"
    assert run() == 1
    assert "ana that the key ring has; heartplanner publish with --forget takes it out" in run.aside
    assert run("--forget") == 0
    assert run(password=PASSWORD) == 0


def test_a_password_that_is_no_text_is_one_line(run: Run) -> None:
    assert run(password="a\udce9b") == 1
    assert run.aside == (
        "heartplanner: 127.0.0.1: the password has characters that cannot be read; type it again\n"
    )
    argv = ["publish", run.scene.url, "--user", "ana", "--plan", str(run.scene.plan_file)]
    strict = io.TextIOWrapper(io.BytesIO(b"\xe9\n"), encoding="utf-8")
    for stdin, said in ((strict, "the password has characters"), (None, "no password by standard")):
        run._patch.setattr("sys.stdin", stdin)
        assert main(argv, lambda *_: 0) == 1
        told = run._capture.readouterr().err
        assert said in told
        assert told.count("\n") == 1


def test_many_are_only_removed_when_that_is_meant(run: Run, scene: Scene) -> None:
    assert run(password=PASSWORD) == 0
    plan = str(scene.plan_file)
    assert (
        main(["change", "add", "leave", "2025-08-04..2025-08-17", "--plan", plan], lambda *_: 0)
        == 0
    )
    run._capture.readouterr()
    assert run("--dry-run") == 0
    assert run.said.splitlines()[-1] == (
        "This removes 8 of 8 events from the calendar HEART on 127.0.0.1."
    )
    assert run() == 1
    assert "Nothing was done. If you want that, add --delete-many." in run.aside
    assert scene.shown() == of_plan(example_plan())
    assert run("--delete-many") == 0
    assert scene.shown() == of_plan(planfile.load(scene.plan_file).plan)


def test_what_another_computer_changed_is_only_undone_when_that_is_meant(
    run: Run, scene: Scene
) -> None:
    """A copy of the schedule file on another computer, which has its own memory, takes a leave."""
    assert run(password=PASSWORD) == 0
    copy = scene.folder / "elsewhere" / "plan.json"
    copy.parent.mkdir()
    copy.write_bytes(scene.plan_file.read_bytes())
    assert main(["change", "add", "leave", "2025-08-05", "--plan", str(copy)], lambda *_: 0) == 0
    assert run("--plan", str(copy)) == 0
    there = of_plan(planfile.load(copy).plan)
    assert scene.shown() == there != of_plan(example_plan())
    said = (
        "The calendar HEART on 127.0.0.1 has 1 event that is newer than this schedule: Tue, Aug 5. A phone"
        " or another computer changed it. Syncing puts back what this schedule says."
    )
    assert run("--dry-run") == 0
    assert run.said.splitlines()[-1] == said
    assert run("--delete-many") == 1
    assert f"{said} Nothing was done. If you want that, add --undo-newer." in run.aside
    assert scene.shown() == there
    assert run("--undo-newer") == 0
    assert scene.shown() == of_plan(example_plan())
    # There the schedule is the newer one still.
    assert run("--plan", str(copy), "--dry-run") == 0
    assert "newer" not in run.said
    leave = ["change", "add", "leave", "2025-08-04..2025-08-17", "--plan", str(scene.plan_file)]
    assert main(leave, lambda *_: 0) == 0
    assert run("--delete-many") == 0
    run._capture.readouterr()
    assert run("--plan", str(copy)) == 1
    assert run.aside.splitlines()[-1].endswith("If you want that, add --delete-many --undo-newer.")


def test_the_choices_are_those_of_the_phone_until_there_are_others(run: Run, scene: Scene) -> None:
    save_options(scene.plan_file, "my phone", ExportOptions(word="Work"))
    account = target_name(parse_address(scene.url), "ana")
    assert run(password=PASSWORD) == 0
    assert scene.shown()[0][0] == "Work 9-9"
    assert run("--titles", "Duty") == 0
    assert run() == 0
    assert scene.shown()[0][0] == "Duty 9-9"
    # What is then chosen for the phone is the phone's alone.
    save_options(scene.plan_file, "my phone", ExportOptions(word="Days"))
    assert target_state(scene.plan_file, account).options.word == "Duty"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["http://cloud.example.org", "--user", "ana"], 1, "use https://"),
        (["https://ana:x@cloud.example.org", "--user", "ana"], 1, "leave them out"),
        (["cloud.example.org"], 2, "--user"),
        (["cloud.example.org", "--user", ""], 2, "--user takes the name"),
        (["cloud.example.org", "--user", "ana", "--password", "x"], 2, "unrecognized"),
    ],
)
def test_wrong_use(
    run: Run, capsys: pytest.CaptureFixture[str], words: list[str], status: int, said: str
) -> None:
    argv = ["publish", *words, "--plan", str(run.scene.plan_file)]
    try:
        found = main(argv, lambda *_: 0)
    except SystemExit as end:
        found = end.code
    assert found == status
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_the_password_is_asked_for_without_showing_it(
    run: Run, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def getpass(prompt: str) -> str:
        asked.append(prompt)
        return PASSWORD

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("getpass.getpass", getpass)
    monkeypatch.setattr("io.StringIO", Terminal)
    assert run() == 0
    assert asked == ["Password of ana on 127.0.0.1: "]
    assert scene.shown() == of_plan(example_plan())


def test_without_the_key_ring_library_there_is_no_key_ring(
    run: Run, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)  # as where it is not installed
    assert run(password=PASSWORD) == 0
    assert run.aside.splitlines()[-1] == "The password was not kept; you will be asked again."
    assert scene.shown() == of_plan(example_plan())
    assert run("--forget") == 0
    assert run.said == "The key ring has no password for ana.\n"
    assert run() == 1
    assert "no password by standard input: type the app password" in run.aside


def test_other_commands_load_none_of_it() -> None:
    code = (
        "import sys, json; from heartplanner.cli.main import main;"
        "main(['show', '--month', '2025-08', '--format', 'json'], None);"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stderr.splitlines()[-1]))
    assert loaded & {"keyring", "truststore", "ssl", "http", "xml"} == set()


def test_the_account_is_read_and_the_events_are_worked_out_once(
    run: Run, ring: MemoryRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first time, with a dry run, with nothing to do, and after a change."""
    ring.set_password("heartplanner 127.0.0.1", "ana", PASSWORD)
    account = target_name(parse_address(run.scene.url), "ana")
    counts = ExportCounts(monkeypatch)
    assert run() == 0
    assert counts.take() == ([account, "my phone"], 1, 1)  # the phone's choices, as it has none yet
    for words in (("--dry-run",), ()):
        assert run(*words) == 0
        assert counts.take() == ([account], 1, 1)
    argv = ["change", "add", "leave", "2025-08-05", "--plan", str(run.scene.plan_file)]
    assert main(argv, lambda *_: 0) == 0
    assert run() == 0
    assert counts.take() == ([account], 1, 1)
