"""Whoever presses any key and clicks on anything: in the window, its menus and the dialogs that come.

    python tests/ui/random_events.py [EVENTS] [SEED]

runs 15,000 events, and ends with exit status 1 at the first exception, warning of Qt, or edit that is not
on the disk.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from heartplanner.core.edits.example import example_plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files.plan import planfile
from heartplanner.store import Store
from heartplanner.style.shipped_font import ensure_font
from heartplanner.ui.settings import Settings, System
from heartplanner.ui.unsaved.keeping import keep_unsaved
from heartplanner.ui.window.main_window import MainWindow
from heartplanner.ui.window.menus.actions import ACTIONS

PLAIN, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
SHIFT = Qt.KeyboardModifier.ShiftModifier
MODIFIERS = (*[PLAIN] * 9, SHIFT, CTRL, ALT)
KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab) * 3,
    *(
        Qt.Key.Key_Return,
        Qt.Key.Key_Space,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Backspace,
    )
    * 2,
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Menu),
    *(Qt.Key(Qt.Key.Key_F1 + number) for number in range(12)),
    *(Qt.Key(Qt.Key.Key_A + number) for number in range(26)),
    *(Qt.Key(Qt.Key.Key_0 + number) for number in range(10)),
    *(Qt.Key.Key_Slash, Qt.Key.Key_Minus, Qt.Key.Key_Colon, Qt.Key.Key_Comma, Qt.Key.Key_Plus),
)
TYPED = ("7/24", "noon", "S", "9:30a", "x", "Oct 17", "leave", "-SSAS-- SSA----", "Lee", "40")
LONGEST_STAY = 25
"""Events in one dialog after another, then Escape: the window is to have most of them."""


class RandomEvents:
    """The same seed begins with the same events.

    They come by a timer, so that they go on in the loops of dialogs. `done` is called after the last.
    """

    def __init__(
        self, window: MainWindow, number: int, seed: int, done: Callable[[], object]
    ) -> None:
        self._window, self._left, self._done = window, number, done
        self._random = random.Random(seed)
        self._kinds = (*[self._click] * 9, *[self._press] * 9, self._type, self._choose)
        self._stayed = 0
        self.dialogs = 0

    def begin(self) -> None:
        QTimer.singleShot(0, self._next)

    def _next(self) -> None:
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if not self._left and not popup and not modal:
            self._check_saved()
            self._done()
            return
        self._left = max(self._left - 1, 0)
        # Before the event: one that opens a dialog comes back only when that is closed.
        QTimer.singleShot(0, self._next)
        place = popup or modal or self._window
        self._stayed = self._stayed + 1 if place is not self._window else 0
        self.dialogs += self._stayed == 1
        if self._stayed > 2 * LONGEST_STAY and isinstance(place, QDialog):
            place.done(QDialog.DialogCode.Rejected)  # it asks at each Escape whether to go on
        elif self._stayed > LONGEST_STAY or (not self._left and place is not self._window):
            QTest.keyClick(place, Qt.Key.Key_Escape)
        elif self._window.isHidden():
            self._window.show()
        else:
            self._random.choice(self._kinds)(place)
        if not self._left % 50:
            self._check_saved()

    def _press(self, place: QWidget) -> None:
        key, with_ = self._random.choice(KEYS), self._random.choice(MODIFIERS)
        QTest.keyClick(QApplication.focusWidget() or place, key, with_)

    def _type(self, place: QWidget) -> None:
        QTest.keyClicks(QApplication.focusWidget() or place, self._random.choice(TYPED))

    def _choose(self, place: QWidget) -> None:
        """An entry of a menu, which a click on random places seldom reaches."""
        if place is self._window:
            action = self._window._binder.actions[self._random.choice(ACTIONS).id]
            if action.isEnabled():
                action.trigger()

    def _click(self, place: QWidget) -> None:
        within = [one for one in place.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
        widget = self._random.choice(within or [place])
        seen = widget.visibleRegion().boundingRect()
        if seen.isEmpty():
            return
        at = seen.topLeft() + QPoint(
            self._random.randrange(seen.width()), self._random.randrange(seen.height())
        )
        # By the window that a system sees: a widget may be gone once the button is down. So may a dialog
        # at the second of two clicks.
        top, handle = widget.window(), widget.window().windowHandle()
        twice = place is self._window and self._random.random() < 0.3
        click = QTest.mouseDClick if twice else QTest.mouseClick
        click(handle, Qt.MouseButton.LeftButton, PLAIN, widget.mapTo(top, at))

    def _check_saved(self) -> None:
        store = self._window.session.store
        if store.path.exists() and not store.unsaved:
            assert planfile.load(store.path).plan == store.plan


def without_others() -> None:
    """Nothing of the system is opened: its dialogs would wait for a person."""
    QFileDialog.getSaveFileName = staticmethod(lambda *_: ("", ""))
    QFileDialog.getOpenFileName = staticmethod(lambda *_: ("", ""))
    QFileDialog.getExistingDirectory = staticmethod(lambda *_: "")
    QDesktopServices.openUrl = staticmethod(lambda *_: True)


def main(number: int = 15_000, seed: int = 16) -> int:
    folder = Path(tempfile.mkdtemp(prefix="heartplanner-"))
    os.environ |= {"HOME": str(folder)}
    os.environ |= {f"XDG_{kind}_HOME": str(folder) for kind in ("DATA", "CACHE", "CONFIG", "STATE")}
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(False)
    ensure_font(app)
    without_others()
    loop, faults = QEventLoop(), list[str]()

    def fail(fault: str) -> None:
        faults.append(fault)
        print(fault, flush=True)
        os._exit(1)  # a dialog may be open, whose loop would go on

    def raised(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        fail("".join(traceback.format_exception(kind, error, trace)))

    def said(kind: QtMsgType, _: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "This plugin does not support" not in text:
            fail(f"Qt says: {text}")

    sys.excepthook = raised
    qInstallMessageHandler(said)
    noon = datetime(2025, 9, 11, 12, tzinfo=ZONE)
    store = Store(
        Document(folder / "plan.json", Schedule(example_plan()), None), clock=lambda: noon
    )
    window = MainWindow(store, Settings(folder / "window.ini"), lambda: noon, System(False, False))
    window.resize(1280, 720)
    window.show()
    keep_unsaved(app, window)
    events = RandomEvents(window, number, seed, loop.quit)
    events.begin()
    loop.exec()
    print(f"{number:,} events, {events.dialogs} dialogs and menus, {len(store.plan.history)} edits")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
