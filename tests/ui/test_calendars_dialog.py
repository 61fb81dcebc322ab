"""Other calendars in the window: added, shown beside the shifts, read anew when their files change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from heartplanner.core.edits.calendars import add_calendar
from heartplanner.core.edits.own_entries import add_entry
from heartplanner.core.events.occurrence import EventIndex, Occurrence
from heartplanner.core.events.read_calendar import ReadCalendar
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.other_calendars import CalendarColor, CalendarTrait, OtherCalendar
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.files.events import calendar_source
from heartplanner.style.theme import SETS, Theme, dark, light
from heartplanner.ui.calendars.calendars_dialog import CalendarsDialog
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.window.main_window import MainWindow
from heartplanner.ui.year.year_table import YearTable
from tests.counting import Calls, lines_run
from tests.ui.test_theme import contrast

Open = Callable[..., MainWindow]
SATURDAY, SUNDAY = date(2025, 9, 13), date(2025, 9, 14)
NOON = datetime(2025, 9, 1, 12, tzinfo=ZONE)


def ics(title: str, day: date = SATURDAY) -> str:
    return (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        f"SUMMARY:{title}\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Sam's.ics"
    path.write_text(ics("beach trip"), newline="")
    return path


def add(window: MainWindow, source: str, name: str = "Sam", **looks: bool) -> None:
    store = window.session.store
    calendar = OtherCalendar(name, source)._replace(**looks)
    store.change(f"adding {name}", add_calendar(store.plan, calendar, store.moment()))


def read(qtbot: QtBot, window: MainWindow, title: str) -> None:
    """Wait until this is what the calendars have."""

    def has_it() -> bool:
        known = window.session.day_notes.events.days(SATURDAY, SATURDAY)
        return [one.title for one in known.get(SATURDAY, [])] == [title] * bool(title)

    qtbot.waitUntil(has_it, timeout=20_000)


def spoken(view: QWidget, day: date) -> str:
    """What a screen reader says of a day."""
    if isinstance(view, MonthTable):
        index = view.model().index_of(day)  # type: ignore[attr-defined]
    else:
        assert isinstance(view, YearTable)
        index = view._days.index_of(day)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_calendar_is_added_changed_and_removed(
    qtbot: QtBot, window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = window.session
    dialog = CalendarsDialog(session, window.user_actions.calendars.reader, window)
    qtbot.addWidget(dialog)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    dialog.adding._file()
    read(qtbot, window, "beach trip")
    assert [one.name for one in session.plan.calendars] == ["Sam's"]
    read(qtbot, window, "beach trip")

    def said() -> str:
        return "\n".join(label.text() for label in dialog.findChildren(QLabel))

    assert "1 event." in said()
    free_days = next(line for line in said().splitlines() if line.startswith("Both free next"))
    # The free Sunday has an appointment, which takes no whole day, but is named.
    store = session.store
    dentist = OwnEntry(0, "Dentist", SUNDAY, SUNDAY, Hours(time(14), time(15)))
    store.change("dentist", add_entry(store.plan, dentist, store.moment()))
    dialog._show_chosen()
    assert f"{free_days} You have Dentist, 2 pm–3 pm, on Sun, Sep 14." in said()
    store.undo()
    fields = dialog._fields
    fields.name.setText("Sam")
    fields.name.editingFinished.emit()
    fields.color.setCurrentIndex(list(CalendarColor).index(CalendarColor.OLIVE))
    fields.color.activated.emit(0)
    fields.traits[CalendarTrait.BUSY].click()
    fields.traits[CalendarTrait.ON_PAPER].click()
    looks = OtherCalendar(
        "Sam", str(file), CalendarColor.OLIVE, busy=False, on_paper=True, letter="S"
    )
    assert session.plan.calendars == (looks,)
    assert fields.traits[CalendarTrait.ON_OPENING].isHidden()
    assert len(session.events_on_paper().days(SATURDAY, SATURDAY)) == 1

    fields.traits[CalendarTrait.SHOWN].click()
    assert not session.plan.calendars[0].shown
    assert dialog.list.item(0).text() == "Sam, hidden"
    read(qtbot, window, "")
    for _ in range(5):
        session.store.undo()
    assert session.plan.calendars[0].name == "Sam's"
    dialog._fill()
    dialog._take_away()
    assert session.plan.calendars == ()
    assert dialog.list.isHidden()
    file.write_text("this is not a calendar")
    dialog.adding._file()
    refused = "Sam's.ics: this is no calendar file (.ics)."
    qtbot.waitUntil(lambda: dialog.adding._error.text() == refused, timeout=20_000)
    assert session.plan.calendars == ()
    for link, why in (
        ("http://example.org/83b1", "begins with https://"),
        ("sam", "begins with https://"),
        ("https://a b/83b1", "no https link"),
    ):
        dialog.adding.link.setText(link)
        dialog.adding.add_link()
        assert why in dialog.adding._error.text()
        assert "83b1" not in dialog.adding._error.text()
    assert session.plan.calendars == ()


def test_its_events_stand_beside_the_shifts_and_follow_the_file(
    qtbot: QtBot, window: MainWindow, file: Path, tmp_path: Path
) -> None:
    session, reader = window.session, window.user_actions.calendars.reader
    add(window, str(file))
    read(qtbot, window, "beach trip")
    month = window.findChild(MonthTable)
    assert month is not None
    assert spoken(month, SATURDAY).endswith("Sam: beach trip.")
    session.show_view("year")
    september = window.findChildren(YearTable)[8]
    assert spoken(september, SATURDAY).endswith("Sam: beach trip.")
    assert str(file) in reader.paths()
    assert str(tmp_path) in reader.paths()

    file.write_text(ics("boat trip"), newline="")
    reader.look()
    read(qtbot, window, "boat trip")
    file.unlink()
    reader.look()
    read(qtbot, window, "")
    assert "No such file" in session.contents[str(file)].trouble
    gone = f"Sam cannot be read: {file}: No such file or directory."
    assert window.message_bar.text() == gone
    dialog = CalendarsDialog(session, reader, window)
    qtbot.addWidget(dialog)
    assert dialog._free.text() == ""
    window.message_bar.hide()
    session.go_to(date(2034, 6, 1))  # read anew for other days: it is not said again
    qtbot.waitUntil(
        lambda: session.day_notes.events.covers(NOON.date(), date(2034, 6, 1)), timeout=20_000
    )
    assert window.message_bar.text() == ""
    file.write_text(ics("far away", date(2035, 6, 2)), newline="")
    reader.look()
    session.go_to(date(2035, 6, 1))
    far = date(2035, 6, 2)
    qtbot.waitUntil(lambda: far in session.day_notes.events.days(far, far), timeout=20_000)


def test_links_are_asked_on_opening_where_chosen_and_when_one_asks(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refresh(calendars: Sequence[OtherCalendar], *_: object) -> list[str]:
        asked.extend(one.name for one in calendars)
        return [f"{one.name}: example.org is busy" for one in calendars]

    monkeypatch.setattr("heartplanner.share.links.refresh.refresh", refresh)
    reader = window.user_actions.calendars.reader
    add(window, "https://example.org/kim-83b1", "Kim", on_opening=True)
    add(window, "https://example.org/lee-83b1", "Lee")
    qtbot.waitUntil(lambda: len(window.session.contents) == 2 and not reader.is_busy)
    assert asked == []
    with qtbot.waitSignal(reader.refreshed):
        reader.refresh_on_opening()
    assert asked == ["Kim"]
    dialog = CalendarsDialog(window.session, reader, window)
    qtbot.addWidget(dialog)
    assert dialog._state.text().startswith("not fetched yet; refresh it")
    dialog.list.setCurrentRow(1)
    with qtbot.waitSignal(reader.refreshed):
        dialog._fetch()
    assert asked == ["Kim", "Lee"]
    assert dialog._error.text() == "Lee: example.org is busy."
    qtbot.waitUntil(lambda: not reader.is_busy)
    # One that is added here is called what it calls itself, once that is known.
    dialog.adding.link.setText("https://example.org/zoe-83b1")
    with qtbot.waitSignal(reader.refreshed):
        dialog.adding.add_link()
    qtbot.waitUntil(lambda: not reader.is_busy)
    contents = {"https://example.org/zoe-83b1": ReadCalendar(name="Zoe")}
    window.session.show_calendars(contents, window.session.day_notes.events)
    assert [one.name for one in window.session.plan.calendars] == ["Kim", "Lee", "Zoe"]
    assert dialog._fields.name.value() == "Zoe"
    # So it is where another one was chosen while it was read: that one stays as it is, and chosen.
    dialog.adding.link.setText("https://example.org/ana-83b1")
    with qtbot.waitSignal(reader.refreshed):
        dialog.adding.add_link()
    qtbot.waitUntil(lambda: not reader.is_busy)
    dialog.list.setCurrentRow([one.name for one in dialog._calendars].index("Lee"))
    contents = {"https://example.org/ana-83b1": ReadCalendar(name="Ana")}
    window.session.show_calendars(contents, window.session.day_notes.events)
    assert [one.name for one in window.session.plan.calendars] == ["Ana", "Kim", "Lee", "Zoe"]
    assert dialog._fields.name.value() == "Lee"


def test_ten_thousand_events_cost_a_page_what_it_shows(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Turning to a page with 20 events runs as many lines with 10,000 beside as without them."""
    reads = Calls(monkeypatch, "read_calendar", calendar_source)
    session = window.session
    begin = datetime(2020, 1, 1, 9, tzinfo=ZONE)

    def event(number: int) -> Occurrence:
        # None of them in October 2025, which is turned to.
        start = begin + timedelta(days=number % 2000)
        return Occurrence(start, start + timedelta(hours=1), f"{number}", color=CalendarColor.TEAL)

    october = datetime(2025, 10, 6, 9, tzinfo=ZONE)
    shown = [event(0)._replace(start=october, end=october + timedelta(hours=1))] * 20
    span = date(2020, 1, 1), date(2027, 12, 31)

    def turned(events: list[Occurrence]) -> int:
        session.show_calendars({}, EventIndex(events, *span))
        lines = lines_run(lambda: session.turn(1))
        session.turn(-1)
        return lines

    turned(shown)  # what a first time loads is loaded
    alone, beside = turned(shown), turned([*map(event, range(10_000)), *shown])
    assert beside <= alone * 1.1
    assert reads.count == 0


@pytest.mark.parametrize("theme", [make(name) for make in (light, dark) for name in SETS[:1]])
def test_letters_can_be_read_on_their_colors(theme: Theme) -> None:
    for color in CalendarColor:
        colors = theme.calendars[color]
        assert contrast(colors.text, colors.fill) >= 7, color
        for ground in (theme.page, theme.weekend, theme.window):
            assert contrast(colors.edge, ground) >= 3, color
