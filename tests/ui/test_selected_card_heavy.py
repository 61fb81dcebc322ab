"""What an edit in the window costs with thousands of changes: each of them adds the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Change, Note, Swap
from heartplanner.ui.panel.selected_card import LONGEST_SHOWN, MORE
from heartplanner.ui.window.main_window import MainWindow
from tests.counting import lines_run

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
WORKED, FREE = date(2025, 9, 12), date(2025, 9, 13)
EACH = 400
"""Lines of Python that an edit runs for each change that is there."""


def fill(window: MainWindow, count: int) -> None:
    """Swaps between two days, there and back, and as many notes on one of them."""
    store = window.session.store
    whats = [
        what
        for _ in range(count // 4)
        for what in (
            Swap(WORKED, FREE), Note(WORKED, "x" * 90), Swap(FREE, WORKED), Note(FREE, "y"),
        )
    ]  # fmt: skip
    changes = tuple(Change(number, what) for number, what in enumerate(whats, 1))
    store.change("many", store.plan._replace(changes=changes))


def edit(window: MainWindow) -> int:
    store = window.session.store
    after = add_change(store.plan, Note(WORKED, "one more"), store.moment())
    return lines_run(lambda: store.change("note", after))


def test_an_edit_costs_the_same_for_each_change_that_is_there(open_window: Open) -> None:
    window = open_window()
    window.session.choose(WORKED)
    counts = []
    for count in (40, 400, 1600):
        fill(window, count)
        counts.append(edit(window))
    none, few, many = counts
    assert many - few < 1.1 * (few - none) * 1200 / 360
    assert many - few < 1200 * EACH
    shown = [each.text() for each in window.findChildren(QLabel) if len(each.text()) > 3000]
    assert [text.endswith(MORE) for text in shown] == [True]
    assert len(shown[0]) <= LONGEST_SHOWN + len(MORE) + 1
