"""What is under the pointer stays there: real places of real buttons, whatever the texts say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from settled import settle

from heartplanner.core.edits import edits
from heartplanner.core.plan.change import Note
from heartplanner.core.plan.hours import Band
from heartplanner.typed import override
from heartplanner.ui.first_steps.first_day_page import FirstDayPage
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.panel.glance_card import GlanceCard
from heartplanner.ui.panel.phone_status import PhoneStatus
from heartplanner.ui.panel.selected_card import DayChip, SelectedCard
from heartplanner.ui.panel.side_panel import SidePanel
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets.flow_layout import ActionButton
from heartplanner.ui.window.header import Header
from heartplanner.ui.window.main_window import MainWindow
from tests.examples import cases, tries

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
SIZES = pytest.mark.parametrize(
    "size", cases([(1280, 800), (911, 512)], [(1024, 640), (2560, 1440)])
)
LONG = "A note that is long enough to be said on many lines of a narrow panel. " * 6


def places(window: MainWindow, *parts: type[QWidget]) -> list[tuple[int, QRect]]:
    """Where each visible button of some parts of the window lies."""
    settle(window)
    return [
        (number, QRect(button.mapTo(window, QPoint()), button.size()))
        for part in parts
        for number, button in enumerate(window.findChildren(part)[0].findChildren(QAbstractButton))
        if button.isVisible()
    ]


@SIZES
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_button_of_the_header_moves_with_the_month(
    open_window: Open, size: tuple[int, int], scale: float
) -> None:
    window = open_window()
    window.session.set_habits(window.session.habits._replace(scale=scale))
    window.resize(*size)
    before = places(window, Header)
    assert len(before) >= 7
    for _ in range(12):
        window.session.turn(1)
        assert places(window, Header) == before


@SIZES
def test_no_button_moves_with_the_day_chosen(open_window: Open, size: tuple[int, int]) -> None:
    window = open_window()
    window.resize(*size)
    store = window.session.store
    note = Note(date(2025, 9, 17), LONG[:200])
    store.change("note", edits.add_change(store.plan, note, store.moment()))
    before = places(window, Header, SidePanel)
    for day in range(2, 30, tries(3, 1)):
        window.session.choose(date(2025, 9, day))
        assert places(window, Header, SidePanel) == before, day
    window.session.choose(date(2025, 9, 3), extend=True)
    assert places(window, Header, SidePanel) == before


@SIZES
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_button_for_days_moves_when_the_rotation_is_confirmed(
    qtbot: QtBot, open_window: Open, size: tuple[int, int], scale: float
) -> None:
    """The card that says "not confirmed" comes and goes; what one presses for a day stays."""
    window = open_window()
    window.session.set_habits(window.session.habits._replace(scale=scale))
    window.resize(*size)
    settle(window)
    if not window.findChildren(SidePanel)[0].isVisible():
        qtbot.keyClick(window, Qt.Key.Key_F9)
    (card,) = window.findChildren(SelectedCard)
    doubt = next(b for b in window.findChildren(ActionButton) if b.text() == "This is my rotation")
    before, height = places(window, SelectedCard), card.height()
    assert len(before) >= 6
    assert doubt.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not doubt.isVisible()
    assert places(window, SelectedCard) == before
    assert card.height() >= height
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert doubt.isVisible()
    assert places(window, SelectedCard) == before


def test_the_way_to_ones_own_rotation_is_whole_in_a_usual_window(open_window: Open) -> None:
    """In the window of a screen of 1366x768 "Find my rotation" was cut in its middle."""
    window = open_window()
    wanted = {"This is my rotation", "Find my rotation"}
    for size in ((1280, 800), (1366, 728), (1366, 690)):
        window.resize(*size)
        settle(window)
        buttons = window.findChildren(SidePanel)[0].findChildren(ActionButton)
        assert {button.text() for button in buttons} == wanted, size
        for button in buttons:
            assert button.visibleRegion().boundingRect() == button.rect(), size
            assert button.width() >= button.sizeHint().width(), size


def test_three_clicks_on_later_go_three_months_on(qtbot: QtBot, open_window: Open) -> None:
    """In the first version the third click from July landed on Today."""
    window = open_window()
    window.session.go_to(date(2026, 7, 1))
    settle(window)
    (later,) = (
        button
        for button in window.findChildren(Header)[0].findChildren(QAbstractButton)
        if button.accessibleName() == "Later"
    )
    spot = later.mapTo(window, later.rect().center())
    for _ in range(3):
        under = window.childAt(spot)
        assert under is later
        qtbot.mouseClick(under, Qt.MouseButton.LeftButton)
        settle(window)
    assert window.session.month.title == "October 2026"


@SIZES
def test_a_message_moves_nothing(open_window: Open, size: tuple[int, int]) -> None:
    window = open_window()
    window.resize(*size)
    (table,) = window.findChildren(MonthTable)
    before = places(window, Header, SidePanel)
    grid = QRect(table.mapTo(window, QPoint()), table.size())
    for text in ("Short.", LONG, "Two\nlines", LONG + "\n" + LONG):
        window.message_bar.say(text, ("Try again", lambda: None), ("Keep mine", lambda: None))
        assert places(window, Header, SidePanel) == before
        assert QRect(table.mapTo(window, QPoint()), table.size()) == grid
        bar = QRect(window.message_bar.mapTo(window, QPoint()), window.message_bar.size())
        assert not bar.intersects(grid)
        assert window.rect().contains(bar)


def test_a_long_message_can_be_read_whole(open_window: Open) -> None:
    window = open_window()
    window.resize(1280, 800)
    window.message_bar.say("Saved.")
    settle(window)
    whole = [b for b in window.message_bar.findChildren(QAbstractButton) if b.text() == "Read all"]
    assert not whole[0].isVisible()
    window.message_bar.say(LONG)
    settle(window)
    assert whole[0].isVisible()


def test_no_action_of_a_day_is_dimmed_without_a_reason(open_window: Open) -> None:
    """On a free day too each can be pressed: its form says what cannot be."""
    window = open_window()
    panel = window.findChildren(SidePanel)[0]
    for day in (date(2025, 9, 12), date(2025, 9, 13)):
        window.session.choose(day)
        buttons = [b for b in panel.findChildren(QAbstractButton) if b.objectName() == "day"]
        assert len(buttons) == 6
        assert all(button.isEnabled() for button in buttons)


class ShownWindows(QObject):
    """Which widgets were shown as windows of their own, also for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (as Qt has it)
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


def test_no_other_window_flashes_up(open_window: Open) -> None:
    """A part that is shown before it has its place is a window, which takes the keys away."""
    shown = ShownWindows()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(shown)
    window = open_window(new=True)
    window.resize(2560, 1440)
    for view in View:
        window.session.show_view(view)
        settle(window)
    application.removeEventFilter(shown)
    assert shown.names == ["MainWindow"]
    assert window.isActiveWindow()


def test_at_a_glance_and_the_phone_are_never_cut(open_window: Open) -> None:
    """At 130 % the lines ended in dots, and what the phone lacks lay off the screen."""
    window = open_window()
    window.resize(1280, 800)
    for scale in cases([1.0, 1.3, 1.5], [1.15, 1.75, 2.0]):
        window.session.set_habits(window.session.habits._replace(scale=scale))
        settle(window)
        (panel,) = window.findChildren(SidePanel)
        (glance,) = panel.findChildren(GlanceCard)
        # Up to here the panel is on show; in larger text there is no room for it.
        assert panel.isVisible() or scale > 1.5
        if not panel.isVisible():
            continue
        for answer in (line for _, line in glance._lines if line.isVisible()):
            (line,) = answer.shown_lines()
            assert answer._fits(line), (scale, line)
        (phone,) = panel.findChildren(PhoneStatus)
        assert panel.rect().contains(phone.geometry()), scale
        assert not phone.geometry().intersects(panel.viewport().geometry()), scale


def test_what_the_chosen_days_are_is_not_cut_in_large_text(open_window: Open) -> None:
    """At 130 % an evening shift said noon and no end, and several days lost their hours."""
    window = open_window()
    store = window.session.store
    evening = edits.assign(
        store.plan, store.plan.assignments[0]._replace(band=Band.EVENING), store.moment()
    )
    store.change("evenings", evening)
    window.resize(1280, 800)
    window.session.set_habits(window.session.habits._replace(scale=1.3))
    (chip,) = window.findChildren(DayChip)
    # How short it has to be said, the font decides; not which of it is left.
    for last, begin, end in ((9, "Evening ", "noon–12 am"), (11, "3 days: ", "28 h")):
        window.session.choose(date(2025, 9, 9))
        window.session.choose(date(2025, 9, last), extend=True)
        settle(window)
        (said,) = chip.shown_lines()
        assert said.startswith(begin)
        assert said.endswith(end)
        assert chip._fits(said)


def test_one_shift_among_the_chosen_days_keeps_its_word(open_window: Open) -> None:
    """Made shorter, a Wednesday's shift and a Thursday's admin were "1, 1 admin"."""
    window = open_window()
    window.resize(1280, 800)
    (chip,) = window.findChildren(DayChip)
    window.session.choose(date(2025, 9, 10))
    window.session.choose(date(2025, 9, 11), extend=True)
    settle(window)
    assert chip.shown_lines() == ["2 days: 1 shift, 1 admin, 16 h"]


def test_the_first_step_does_not_move_while_one_types(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window._binder.actions["first-steps"].trigger()
    settle(window)
    (page,) = window.findChildren(FirstDayPage)

    def places() -> list[QPoint]:
        return [label.pos() for label in page.findChildren(QLabel) if label.isVisible()][-2:]

    before = places()
    page._field.select()
    for key in "1/5/2026":
        qtbot.keyClicks(page._field, key)
        settle(window)
        assert places() == before, key


def test_in_larger_text_at_a_glance_has_the_lines_that_leave_the_day_its_buttons(
    open_window: Open,
) -> None:
    """At 130 % on a usual screen three of its six lines were gone, with room for all of them."""
    window = open_window()
    window.resize(1366, 738)
    (glance,) = window.findChildren(GlanceCard)
    (more,) = [each for each in window.findChildren(QPushButton) if each.text() == "More"]
    lines = {}
    for scale in (1.3, 1.5, 2.0):
        window.session.set_habits(window.session.habits._replace(scale=scale))
        settle(window)
        seen = [about.text() for about, _ in glance._lines if not about.isHidden()]
        lines[scale] = len(seen)
        assert {"Today", "Next shift", "Next break"} <= {*seen}
        if scale < 2:
            assert more.visibleRegion().boundingRect() == more.rect()
    assert lines[1.3] == 6
    assert lines[1.3] >= lines[1.5] >= lines[2.0] == 3


def test_in_a_low_window_no_line_of_at_a_glance_takes_a_button_room(open_window: Open) -> None:
    """Beside a scroll bar the buttons that end a doubt take two rows: the day's own were cut for it."""
    window = open_window()
    store = window.session.store
    (own,) = store.plan.assignments
    doubted = own._replace(confirmed=True, guesses=(2, 3))
    store.change("a doubt", store.plan._replace(assignments=(doubted,)))
    (more,) = [each for each in window.findChildren(QPushButton) if each.text() == "More"]
    for high in range(620, 760, 20):
        window.resize(1180, high)
        settle(window)
        assert more.visibleRegion().boundingRect() == more.rect(), high
