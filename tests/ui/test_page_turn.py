"""The window works out days as one looks, and applies the changes of a plan when that changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Note
from heartplanner.ui.window.main_window import MainWindow
from tests.counting import changes_applied

Open = Callable[..., MainWindow]


def test_changes_are_applied_once_as_the_window_opens(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert changes_applied(monkeypatch).during(open_window) == 1


def test_looking_around_applies_no_change(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    applied = changes_applied(monkeypatch)
    window.session.turn(1)
    window.session.choose(window.session.selection.current + timedelta(1))
    for view in ("year", "list", "month"):
        window.session.show_view(view)
    assert applied.count == 0


def test_an_edit_is_checked_and_shown(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window()
    store = window.session.store

    def edit() -> None:
        note = Note(date(2025, 9, 12), "cake")
        store.change("note", add_change(store.plan, note, store.moment()))

    assert changes_applied(monkeypatch).during(edit) == 2
    assert store.schedule.plan is store.plan
    assert changes_applied(monkeypatch).during(store.undo) == 1
