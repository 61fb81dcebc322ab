"""What stands on a day beside its work: told by an icon where its words have no room, never cut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from heartplanner.core.cells.cells import Cell, WeekCell, cell
from heartplanner.core.cells.day_marks import CellNote, EventBadge, NoteKind
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Note, OtherHours, Swap
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan
from heartplanner.core.plan.other_calendars import CalendarColor
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.style.theme import SETS, Theme, dark, light
from heartplanner.ui.day_icons import DayIcon
from heartplanner.ui.month.block_paint import paint_block
from heartplanner.ui.month.cell_paint import Look, paint_cell, paint_total
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.month.note_paint import note_wording, signs
from heartplanner.ui.widgets.text_fit import fitted
from heartplanner.ui.window.main_window import MainWindow
from tests.ui.test_theme import contrast

Open = Callable[..., MainWindow]
FRIDAY = date(2025, 9, 12)
LATE = OtherHours(FRIDAY, Hours(time(9), time(22, 30)))
THEMES = [
    pytest.param(make(colors, strong=strong), id=f"{make.__name__}-{colors}-{strong}")
    for make in (light, dark)
    for colors in SETS
    for strong in (False, True)
]
HOLIDAY = CellNote(NoteKind.HOLIDAY, "Day After Thanksgiving, working")
CALL = CellNote(NoteKind.EVENT, "8 pm Call with Berlin", badge=EventBadge("S", CalendarColor.TEAL))
SCHOOL = EventBadge("C", CalendarColor.ROSE)
CONFERENCE = CellNote(NoteKind.EVENT, "5 pm Parent conference", badge=SCHOOL)
CANCELED = CellNote(NoteKind.EVENT, "11 am canceled: Field day", badge=SCHOOL)
OWN = CellNote(NoteKind.NOTE, "Dentist at three, bring the card")


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    """Fonts can be measured."""


def of_day(plan: Plan, day: date = FRIDAY, *notes: CellNote) -> Cell:
    return cell(Schedule(plan).days(day, day)[0], day_notes=notes)


def picture(shown: Cell, theme: Theme, width: int = 90, height: int = 92) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_cell(painter, QRect(0, 0, width, height), shown, theme, Look())
    painter.end()
    return image


def drawn_words(shown: Cell | WeekCell, width: int, height: int) -> list[str]:
    """All the words that are drawn of a cell, as they are drawn: letters of calendars among them."""
    drawn: list[str] = []

    class Spy(QPainter):
        def drawText(self, *args: object) -> None:  # type: ignore[override]  # noqa: N802
            drawn.append(str(args[-1]))

    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter, box = Spy(image), QRect(0, 0, width, height)
    if isinstance(shown, Cell):
        paint_cell(painter, box, shown, light(), Look())
    else:
        paint_total(painter, box, shown, light())
    painter.end()
    return drawn


def test_a_note_a_holiday_and_a_late_end_have_icons_of_their_own(example: Plan) -> None:
    at = example.history[0].at
    late = of_day(add_change(example, LATE, at), FRIDAY, HOLIDAY, OWN)
    assert [note.kind for note in late.notes] == ["holiday", "note", "changed hours"]
    # A clock stands for the late end and for what the hours were: one sign for one thing.
    assert signs(late, late.notes, narrow=True) == (DayIcon.CLOCK, DayIcon.STAR, DayIcon.SHEET)
    assert signs(late, (), narrow=True) == (DayIcon.CLOCK,)
    assert signs(late, (), narrow=False) == ()  # there the block itself has it
    assert signs(late, late.notes, narrow=False) == (DayIcon.STAR, DayIcon.SHEET)  # and not twice
    swapped = add_change(example, Swap(None, date(2025, 9, 13), None, "Lee"), at)
    taken = of_day(swapped, date(2025, 9, 13))
    assert signs(taken, taken.notes, narrow=True) == (DayIcon.ARROW_IN,)
    noted = of_day(add_change(example, Note(FRIDAY, "x"), at))
    assert signs(noted, noted.notes, narrow=False) == (DayIcon.SHEET,)
    due = CellNote(NoteKind.REMINDER, "License: 15 days left")
    assert signs(of_day(example, FRIDAY, due), (due,), narrow=False) == (DayIcon.FLAG,)
    paid = CellNote(NoteKind.PAYDAY, "Payday")
    assert signs(of_day(example, FRIDAY, paid), (paid,), narrow=False) == (DayIcon.COIN,)


@pytest.mark.parametrize("theme", THEMES)
def test_an_icon_is_seen_beside_the_number_in_every_set_of_colors(
    example: Plan, theme: Theme
) -> None:
    """Where "+1" said how many there are, and not what."""
    corner = QRect(60, 4, 29, 24)
    plain = picture(of_day(example), theme).copy(corner)
    noted = picture(of_day(example, FRIDAY, OWN), theme).copy(corner)
    holiday = picture(of_day(example, FRIDAY, HOLIDAY), theme).copy(corner)
    assert plain != noted != holiday != plain
    points = [(x, y) for x in range(corner.width()) for y in range(corner.height())]
    strongest = max(
        contrast(noted.pixelColor(*point), plain.pixelColor(*point)) for point in points
    )
    assert strongest >= 3


@pytest.mark.parametrize("width", range(68, 180, 4))
def test_a_holiday_is_never_cut(example: Plan, width: int) -> None:
    """At 100 % "Day After Than..." stood there."""
    for height in (64, 92, 124):
        drawn = drawn_words(of_day(example, FRIDAY, HOLIDAY), width, height)
        words = [text for text in drawn if text in note_wording(HOLIDAY)]
        assert "12" in drawn
        assert not [text for text in drawn if "\u2026" in text], drawn
        assert len(words) <= 1


def test_the_pointer_over_a_small_cell_is_told_the_whole(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.resize(1024, 640)
    store = window.session.store
    store.change("late", add_change(store.plan, LATE, store.moment()))
    store.change("note", add_change(store.plan, Note(FRIDAY, "Court at two"), store.moment()))
    QApplication.processEvents()
    (table,) = window.findChildren(MonthTable)

    def told(day: date) -> str:
        model = table.model()
        where = next(
            table.visualRect(index).center()
            for row in range(model.rowCount())
            for column in range(7)
            for index in [model.index(row, column)]
            if str(day.day) in str(model.data(index, Qt.ItemDataRole.AccessibleTextRole))
            and f"September {day.day}," in model.data(index, Qt.ItemDataRole.AccessibleTextRole)
        )
        at = table.viewport().mapToGlobal(where)
        QApplication.sendEvent(table.viewport(), QHelpEvent(QEvent.Type.ToolTip, where, at))
        return QToolTip.text()

    assert told(FRIDAY) == (
        "Friday, September 12, 2025: day shift, 9 am-10:30 pm, changed from 9 am-9 pm, Court at two."
    )
    QToolTip.hideText()
    # A tip that is gone keeps its text until it is freed.
    qtbot.waitUntil(lambda: QToolTip.text() == "")
    assert told(date(2025, 9, 13)) == ""  # a day off without anything has nothing to tell


def test_a_late_end_stays_where_a_cell_has_room_for_one_of_kind_and_hours(
    example: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def record(
        _painter: QPainter, box: QRect, wording: tuple[str, ...], size: int, *, bold: bool
    ) -> None:
        drawn.append(fitted(wording, size, bold, box.width())[0])

    monkeypatch.setattr("heartplanner.ui.month.block_paint.draw_line", record)
    image = QImage(QSize(90, 24), QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    for plan in (example, add_change(example, LATE, datetime(2025, 9, 11, tzinfo=UTC))):
        (chip,) = of_day(plan).chips
        paint_block(painter, QRect(0, 0, 82, 20), chip, light(), pale=False, unsure=False)
    painter.end()
    # A narrow font has room for the beginning too.
    assert drawn[0] == "Day 9\u20139"
    assert drawn[1] in ("9a\u201310:30p", "\u201310:30p")


@pytest.mark.parametrize("width", range(84, 180, 8))
def test_words_of_an_event_stand_beside_the_letter_of_its_calendar(
    example: Plan, width: int
) -> None:
    """A conference of the school stood under Sam's letter, as if it were Sam's."""
    for height in (64, 92, 108, 124):
        for notes in ((CALL, CONFERENCE), (CONFERENCE, CALL), (CANCELED,), (OWN, CANCELED)):
            drawn = drawn_words(of_day(example, FRIDAY, *notes), width, height)
            words = [note for note in notes if any(one[:4] == note.text[:4] for one in drawn)]
            letters = [note.badge.letter for note in words if note.badge]
            # Each stands beside its own words; one whose words have no room has its letter alone.
            counted = [one for one in drawn if one.startswith("+")]
            assert counted or set(letters) <= set(drawn), (height, drawn)


def test_the_remark_of_a_week_is_not_cut() -> None:
    """Of December 28 the week said "4 h leave a...": the shift called off was not to be read."""
    week = WeekCell("50 h", "week 3 of 6", "4 h leave and 12 h called off, 40 h planned", "")
    for height in (92, 108, 124):
        drawn = drawn_words(week, 96, height)
        lines = ["50 h", "4 h leave", "12 h called off", "40 h planned", "week 3 of 6"]
        assert drawn[:5] == [line.replace("-", "\u2013") for line in lines]
