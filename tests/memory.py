"""How much memory 5,000 random acts of a person keep.

    python tests/memory.py [ACTS] [SEED]

It prints the resident memory after each tenth of them, and fails where the second half of the run grew
by more than 10 MB. What is loaded once, such as the holidays, comes in the first half.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "ui"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from dialogs import prepared
from PySide6.QtCore import QEvent
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QFileDialog
from random_user import RandomUser

from heartplanner.core.edits.example import example_plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.store import Store
from heartplanner.style.shipped_font import ensure_font
from heartplanner.ui.settings import Settings, System
from heartplanner.ui.window.main_window import MainWindow

NOON = datetime(2025, 9, 11, 12, tzinfo=ZONE)
MOST_GROWTH = 10.0
"""Megabytes."""


def resident() -> float:
    """The megabytes that this process keeps in memory (Linux).

    Not counted are Qt's drawn icons and controls, of which it keeps 10 MB at most, and what is freed
    but not given back yet: neither grows with the time that the window is open.
    """
    QPixmapCache.clear()
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    given = [*sys.argv[1:], *("5000", "12")[len(sys.argv) - 1 :]]
    acts, seed = map(int, given)
    app = QApplication([])
    app.setStyle("Fusion")
    ensure_font(app)
    folder = Path(tempfile.mkdtemp(prefix="heartplanner-"))
    QFileDialog.getSaveFileName = staticmethod(lambda *_: (str(folder / "again.ics"), ""))
    store = Store(
        Document(folder / "plan.json", Schedule(example_plan()), None), clock=lambda: NOON
    )
    settings = Settings(folder / "window.ini")
    window = MainWindow(store, settings, lambda: NOON, System(dark=False, hours24=False))
    window.show()
    user = RandomUser(prepared(window), seed)
    sizes = []
    for tenth in range(10):
        for _ in range(acts // 10):
            user.act()
            # No event loop runs between the acts, so what is to be deleted later is deleted here.
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        sizes.append(resident())
        print(f"{(tenth + 1) * acts // 10:6} acts: {sizes[-1]:.1f} MB", flush=True)
    growth = sizes[-1] - sizes[4]
    print(f"grown in the second half: {growth:.1f} MB")
    return int(growth > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
