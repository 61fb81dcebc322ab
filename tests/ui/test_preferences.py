"""Preferences: what is chosen is seen at once, also in the dialog itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heartplanner.ui.fields.form_dialog import FormDialog
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.window.main_window import MainWindow
from heartplanner.ui.window.preferences import prefer

Open = Callable[..., MainWindow]


def test_the_open_dialog_takes_on_a_new_size_of_text_with_its_field_in_sight(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(1366, 768))
    window = open_window()

    def choose_sizes(dialog: FormDialog) -> bool:
        dialog.lay_out(dialog._rows, dialog.buttons)
        dialog.show()
        (size,) = [
            field for field in dialog.findChildren(ChoiceField) if field.findData("1.3") >= 0
        ]
        size.setFocus()
        for scale in ("1.3", "2.0"):
            size.put(scale)
            size.currentIndexChanged.emit(size.currentIndex())
            qtbot.waitUntil(lambda: not dialog._scroll.horizontalScrollBar().maximum())
            QApplication.processEvents()
            assert not dialog._scroll.verticalScrollBar().maximum()
            for field in dialog.findChildren(ChoiceField):
                assert field.width() >= field.sizeHint().width()
        dialog.close()
        return False

    monkeypatch.setattr(FormDialog, "agreed", choose_sizes)
    prefer(window.session, window)
    assert window.session.scale == 1.0
