"""What lies beside a plan is as strict as it: what is written can be read again, or is not written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from heartplanner.core.calendar.delivery import DeliveredState
from heartplanner.core.calendar.event import Event
from heartplanner.core.sheets.kinds import DEFAULT_STYLE, SheetKind, SheetRef
from heartplanner.core.sheets.printed import PrintedSheet
from heartplanner.files import printed_sheets
from heartplanner.files.calendar import kept_list, ledger
from heartplanner.files.calendar.kept_list import KeptFile
from heartplanner.files.disk import FileError
from heartplanner.share.caldav import location_file
from heartplanner.share.caldav.location_file import CalendarLocation

DAY = date(2025, 9, 11)
EVENT = Event(
    "shift@heartplanner", "HEART", "one\ntwo", DAY, date(2025, 9, 12), True, 1,
    datetime(2025, 9, 11, 12, tzinfo=UTC),
)  # fmt: skip
STATE = DeliveredState("my phone", DAY, (EVENT,))
SHEET = PrintedSheet(SheetRef(SheetKind.MONTH, date(2025, 9, 1)), DAY, 3, "a" * 32, "b" * 32)
KEPT = KeptFile(Path("/shared/HEART.ics"), "kept 1", "a", "b")
PLACE = CalendarLocation("https://dav.example.org/me/heart/", "HEART")


def with_event(**other: object) -> DeliveredState:
    return STATE._replace(events=(EVENT._replace(**other),))  # type: ignore[arg-type]


def ledger_of(plan: Path, state: DeliveredState) -> object:
    ledger.save(plan, state)
    return ledger.load(plan, state.target)


def sheets_of(plan: Path, sheet: PrintedSheet) -> object:
    printed_sheets.save(plan, (sheet,))
    return printed_sheets.load(plan)[0]


def list_of(plan: Path, kept: KeptFile) -> object:
    kept_list.update(plan, lambda _: (kept,))
    return kept_list.load(plan)[0]


def place_of(plan: Path, place: CalendarLocation) -> object:
    location_file.save(plan, "caldav 1", place)
    return location_file.load(plan, "caldav 1")


GOOD = [(ledger_of, STATE), (sheets_of, SHEET), (list_of, KEPT), (place_of, PLACE)]
BAD = {
    "memory under a clock of 1940": (ledger_of, STATE._replace(day=date(1940, 1, 1))),
    "memory under a clock of 2201": (ledger_of, STATE._replace(day=date(2201, 1, 1))),
    "event of 1940": (ledger_of, with_event(changed=datetime(1940, 1, 1, tzinfo=UTC))),
    "half a character in a title": (ledger_of, with_event(title="a\ud800")),
    "escape in a title": (ledger_of, with_event(title="\x1b[2J")),
    "escape in a text": (ledger_of, with_event(description="one\n\x1b[2J")),
    "event that ends before it begins": (ledger_of, with_event(end=date(2025, 9, 10))),
    "half a character in a calendar's name": (
        ledger_of, STATE._replace(options=STATE.options._replace(name="a\udfff")),
    ),
    "sheet under a clock of 1940": (sheets_of, SHEET._replace(day=date(1940, 1, 1))),
    "sheet under a clock of 2201": (sheets_of, SHEET._replace(day=date(2201, 1, 1))),
    "half a character in a name": (
        sheets_of, SHEET._replace(style=DEFAULT_STYLE._replace(name="\ud83d")),
    ),
    "name of a file that is no text": (list_of, KEPT._replace(path=Path("/shared/\udcff.ics"))),
    "target with an escape": (list_of, KEPT._replace(target="\x1b")),
    "address that is none": (place_of, PLACE._replace(url="here")),
    "address with a password": (place_of, PLACE._replace(url="https://me:secret@example.org/")),
    "half a character in an address": (place_of, PLACE._replace(url="https://a/\ud800")),
    "long name": (place_of, PLACE._replace(name="x" * 20_000)),
}  # fmt: skip


@pytest.mark.parametrize(("write", "value"), GOOD)
def test_it_reads_back(
    tmp_path: Path, write: Callable[[Path, object], object], value: object
) -> None:
    assert write(tmp_path / "plan.json", value) == value


@pytest.mark.parametrize("case", BAD)
def test_what_could_not_be_read_again_is_refused_and_the_old_file_stays(
    tmp_path: Path, case: str
) -> None:
    plan = tmp_path / "plan.json"
    write: Callable[[Path, object], object] = BAD[case][0]  # type: ignore[assignment]
    good = next(value for other, value in GOOD if other is write)
    write(plan, good)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(FileError) as error:
        write(plan, BAD[case][1])
    assert ": not saved: " in str(error.value)
    assert "\n" not in str(error.value)
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_a_damaged_place_of_a_calendar_counts_as_none(tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    place_of(plan, PLACE)
    (path,) = (tmp_path / "plan.json.handed").iterdir()
    text = path.read_text()
    for damaged in (
        "", "{", text.replace("https", "gopher"), text.replace("HEART", r"\ud800"),
        text.replace('"name"', '"more": 1, "name"'), text + " " * 10_000,
    ):  # fmt: skip
        path.write_text(damaged)
        assert location_file.load(plan, "caldav 1") is None


def test_a_calendars_name_on_a_server_may_be_anything(tmp_path: Path) -> None:
    place = CalendarLocation.of(PLACE.url, "\x1b\u202eHEART" * 1_000)
    assert place_of(tmp_path / "plan.json", place) == place


def test_a_memory_with_half_a_character_is_refused_before_anything_is_written(
    tmp_path: Path,
) -> None:
    plan = tmp_path / "plan.json"
    ledger_of(plan, STATE)
    (path,) = (tmp_path / "plan.json.handed").iterdir()
    path.write_text(path.read_text().replace('"HEART"', r'"HEART \ud800"'))
    with pytest.raises(ledger.DamagedLedgerError, match="a text is one line"):
        ledger.load(plan, "my phone")
