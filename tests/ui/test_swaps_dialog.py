"""The book of swaps in the window: asked in the form, agreed, settled and taken back in the table."""

from __future__ import annotations

from datetime import date

from conftest import Open
from forms import field, opened, said, warnings
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heartplanner.core.cells.day_marks import NoteKind
from heartplanner.core.edits.colleagues import add_colleague
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Change, PendingSwap, Swap
from heartplanner.core.plan.model import Assignment, Rotation
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.ui.fields.name_field import NameField
from heartplanner.ui.panel.selected_card import SelectedCard
from heartplanner.ui.swaps.swaps_dialog import SwapsDialog
from heartplanner.ui.swaps.swaps_table import SwapsTable
from heartplanner.ui.window.main_window import MainWindow

FRIDAY, SATURDAY, NEXT_FRIDAY = date(2025, 9, 12), date(2025, 9, 13), date(2025, 9, 19)


def book(window: MainWindow) -> SwapsDialog:
    """The book, opened as a person does."""
    window._binder.actions["swaps-book"].trigger()
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SwapsDialog)
    return dialog


def rows(dialog: SwapsDialog) -> list[list[str]]:
    table = dialog.findChild(SwapsTable)
    assert table is not None
    return [
        [item.text() for column in range(5) if (item := table.item(row, column))]
        for row in range(table.rowCount())
    ]


def buttons(dialog: SwapsDialog) -> dict[str, QPushButton]:
    return {
        button.text(): button for button in dialog.findChildren(QPushButton) if button.isVisible()
    }


def words(dialog: SwapsDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_a_swap_is_asked_agreed_settled_and_undone(open_window: Open) -> None:
    window = open_window()
    session, store = window.session, window.session.store
    lee = Assignment(date(2025, 7, 28), cycle_week=3, confirmed=True)
    store.change("card", add_colleague(store.plan, "Lee", lee, store.moment()))
    days = session.schedule.days(date(2025, 9, 1), date(2025, 9, 30))
    card = opened(window, "swap", FRIDAY)
    field(card, "With", NameField).setText("lee")
    assert session.draft
    assert session.draft.schedule
    box = card.findChild(QCheckBox)
    assert box
    box.click()
    # What makes the swap impossible by the card is the first that asks for care.
    warned = warnings(card)
    assert warned.startswith("By the card, Lee works on Fri, Sep 12 (day shift, 9 am–9 pm).")
    assert "Your calendar stays as it is until you mark the swap as agreed." in said(card)
    assert session.draft.schedule.days(date(2025, 9, 1), date(2025, 9, 30)) == days
    assert list(session.draft.marks) == [FRIDAY]
    card.save()
    assert store.plan.pending == (PendingSwap(1, Swap(FRIDAY, None, None, "Lee")),)
    assert session.schedule.days(date(2025, 9, 1), date(2025, 9, 30)) == days
    notes = session.day_notes.of_month(session.schedule, Month(2025, 9), session.today)
    assert [(note.kind, note.text) for note in notes[FRIDAY]] == [(NoteKind.PENDING, "asked: Lee")]
    QApplication.processEvents()
    panel = window.findChild(SelectedCard)
    assert panel
    shown = "\n".join(label.text() for label in panel.findChildren(QLabel))
    assert "You asked Lee to take this shift; it is not agreed yet." in shown

    dialog = book(window)
    assert rows(dialog) == [["Lee", "Fri, Sep 12 (12 h)", "", "Only asked yet", ""]]
    assert {"Agree", "Take back"} <= buttons(dialog).keys()
    assert "Settle" not in buttons(dialog)
    assert "By the card, Lee works on Fri, Sep 12" in words(dialog)
    buttons(dialog)["Agree"].click()
    assert store.plan.changes == (Change(1, Swap(FRIDAY, None, None, "Lee")),)
    assert rows(dialog) == [["Lee", "Fri, Sep 12 (12 h)", "", "Agreed", "You owe Lee 12 h"]]
    assert "You owe Lee 12 h." in words(dialog)
    buttons(dialog)["Settle"].click()
    assert rows(dialog)[0][3:] == ["Settled", ""]
    buttons(dialog)["Not settled"].click()
    assert rows(dialog)[0][3] == "Agreed"
    buttons(dialog)["Take back"].click()
    assert rows(dialog) == []
    assert "There is no swap yet." in words(dialog)
    assert (store.plan.changes, store.plan.pending) == ((), ())
    for _ in range(4):
        store.undo()
    assert [one.id for one in store.plan.pending] == [1]
    assert store.undo_name.endswith("only asked")
    dialog.reject()


def test_a_new_rotation_leaves_the_swap_in_the_book_to_be_looked_at(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    store = window.session.store
    swap = Swap(NEXT_FRIDAY, SATURDAY, None, "Kim")
    store.change("swap", add_change(store.plan, swap, store.moment()))
    with qtbot.waitSignal(window.session.reminded) as reminded:
        window.user_actions.days.assign(Assignment(date(2025, 9, 15), Rotation("-" * 42)))
    assert reminded.args == [
        "The new rotation overtakes what you swapped on Fri, Sep 19: look at your swaps."
    ]
    dialog = book(window)
    first, second = rows(dialog)
    assert first[:3] == ["Kim", "Fri, Sep 19", ""]
    assert first[3].endswith(
        "Needs a look: you have no shift to give on Friday, September 19, 2025 now."
    )
    assert second == ["Kim", "", "Sat, Sep 13 (12 h)", "Agreed", "Kim owes you 12 h"]
    assert "Agree" not in buttons(dialog)  # it would be refused, and the line says why
    buttons(dialog)["Take back"].click()
    assert store.plan.pending == ()
    assert len(store.plan.changes) == 1
    buttons(dialog)["New swap..."].click()
    assert window.user_actions.days.entry.card is not None
