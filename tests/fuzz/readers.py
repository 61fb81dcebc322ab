"""What reads what others wrote, or what a disk may have damaged: each is given any bytes and must cope.

A reader gives a result that is good for all that is done with it, or refuses in one line. Whatever else
it raises is a defect. Three ways lead here: counted mutants (mutants.py), a fuzzer that is led by coverage
(guided.py), and the command line (command_lines.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from heartplanner.core.calendar.events import events
from heartplanner.core.compare.comparison import compare, question_of
from heartplanner.core.compare.ways import ways
from heartplanner.core.edits.example import example_plan
from heartplanner.core.explain.reasons import why
from heartplanner.core.plan.model import PlanError
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import RosterQuestion
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.printed import with_printed
from heartplanner.files import printed_sheets, unsaved_forms
from heartplanner.files.calendar import kept_list, ledger
from heartplanner.files.calendar.export import prepare
from heartplanner.files.disk import FileError
from heartplanner.files.events import event_reader
from heartplanner.files.events.calendar_source import SourceFile, _read_of
from heartplanner.files.plan import planfile
from heartplanner.files.roster import child
from heartplanner.files.roster.calendars import calendar_events, calendar_zones
from heartplanner.files.roster.kinds import RefusedError
from heartplanner.files.roster.roster_file import source_from

TESTS = Path(__file__).parents[1]
CORPUS, FINDS = Path(__file__).parent / "corpus", Path(__file__).parent / "finds"
START, TODAY = date(2025, 7, 28), date(2025, 9, 11)
SPAN = (START, date(2025, 10, 5))
LONGEST_LINE = 2_000
"""Characters of a refusal: a path may be in it, a whole file may not."""
TARGET = "my phone"


class Reader(NamedTuple):
    """`read` raises AssertionError, or what it likes, where a reader does not cope.

    It may write into the folder that it is given. `corpus`: files and folders of what is well formed.
    """

    name: str
    read: Callable[[bytes, Path], None]
    corpus: tuple[Path, ...]

    def seeds(self) -> list[bytes]:
        """What mutants are made of, smallest first: what is well formed, and all finds."""
        return sorted(set(map(Path.read_bytes, self.files())), key=lambda data: (len(data), data))

    def files(self) -> Iterator[Path]:
        for place in (*self.corpus, CORPUS / self.name, FINDS / self.name):
            yield from sorted(place.iterdir()) if place.is_dir() else [place] * place.exists()

    def finds(self) -> list[Path]:
        """What the reader did not cope with once."""
        return sorted((FINDS / self.name).glob("*"))


def refused(error: Exception) -> None:
    text = str(error)
    assert text, "it is refused without a word"
    assert "\n" not in text, f"it is refused in several lines: {text!r}"
    assert len(text) < LONGEST_LINE, f"it is refused in {len(text)} characters"


def read_plan(data: bytes, folder: Path) -> None:
    del folder
    try:
        plan = planfile.parse(data)
        schedule = Schedule(plan)
    except PlanError as error:
        refused(error)
        return
    assert planfile.parse(planfile.dump(plan)) == plan, "it is not written as it was read"
    last = plan.start + timedelta(days=60)
    for day in schedule.days(plan.start, last):
        why(day)
    events(schedule, plan.start, last)


def read_memory(data: bytes, folder: Path) -> None:
    plan_file = folder / "plan.json"
    file = folder / "plan.json.handed" / "my-phone.json"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    try:
        state = ledger.load(plan_file, TARGET)
    except FileError as error:
        refused(error)
        return
    ledger.save(plan_file, state)
    assert ledger.load(plan_file, TARGET) == state, "it is not written as it was read"
    prepare(Schedule(example_plan()), plan_file, SPAN, state).changes_text(TODAY)


def read_kept_files(data: bytes, folder: Path) -> None:
    plan_file = folder / "plan.json"
    (folder / "plan.json.kept").write_bytes(data)
    try:
        kept = kept_list.load(plan_file)
    except FileError as error:
        refused(error)
        return
    more = kept_list.KeptFile(folder / "more.ics", TARGET)
    try:
        kept_list.update(plan_file, lambda before: (*before, more))
    except FileError as error:
        refused(error)
    else:
        assert kept_list.load(plan_file) == (*kept, more), "it is not written as it was read"


def read_printed(data: bytes, folder: Path) -> None:
    plan_file = folder / "plan.json"
    (folder / "plan.json.wall").write_bytes(data)
    try:
        sheets = printed_sheets.load(plan_file)
    except FileError as error:
        refused(error)
        return
    assert with_printed((), sheets) == sheets, "one of several sheets of the same days is old"
    printed_sheets.save(plan_file, sheets)
    assert printed_sheets.load(plan_file) == sheets, "it is not written as it was read"


def read_unsaved(data: bytes, folder: Path) -> None:
    del folder
    try:
        forms = unsaved_forms.parse(data)
    except PlanError as error:
        refused(error)
        return
    for form in forms:
        assert form.text in [one.text for one in form.fields], "other words are offered"


def read_roster_file(data: bytes, folder: Path) -> None:
    del folder
    try:
        source = source_from(child.read(data, START, TODAY))
    except RefusedError as error:
        refused(error)
        return
    plan = example_plan()
    # Read for the finder, or to be compared: one of the two, so that more files are tried in the time.
    if crc32(data) % 2:
        roster = read_roster(source, RosterQuestion(plan.start, TODAY))
    else:
        roster = read_roster(source, question_of(plan, TODAY))
        schedule = Schedule(plan)
        ways(schedule, compare(schedule, roster))
    assert roster.readings or roster.unread, "nothing is said of it"


def read_calendar(data: bytes, folder: Path) -> None:
    """As the calendar of another person, and as a roster."""
    try:
        answer = event_reader.read_events(data, *SPAN)
    except RefusedError as error:
        refused(error)
    else:
        read = _read_of([SourceFile("sam.ics", data)], [answer])
        assert not any("\n" in event.title for event in read.occurrences)
    read_roster_file(data, folder)


def list_zones_once() -> None:
    """List the system's time zones once for all files, which takes longer than to read a small calendar."""
    names = calendar_zones.zone_names()
    calendar_events.zone_names = event_reader.zone_names = lambda: names


CASES = TESTS / "files" / "roster_cases"
READERS = (
    Reader("plan", read_plan, (TESTS / "plans",)),
    Reader("memory", read_memory, ()),
    Reader("kept-files", read_kept_files, ()),
    Reader("printed", read_printed, ()),
    Reader("unsaved", read_unsaved, ()),
    Reader("roster", read_roster_file, tuple(sorted(CASES.glob("*.txt")))),
    Reader("calendar", read_calendar, (CASES / "ics",)),
)
