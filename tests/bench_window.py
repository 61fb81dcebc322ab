"""The window, for `bench.py`: its start against a bare window, and what a person waits for in it."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import cycle
from pathlib import Path
from statistics import median

from bench_table import Row, row, started
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from heartplanner.core.edits.edits import add_change, confirm
from heartplanner.core.edits.example import example_plan
from heartplanner.core.finder.search import marked, search_of
from heartplanner.core.plan.change import Note
from heartplanner.core.plan.model import Mark
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files.plan import planfile
from heartplanner.store import Store
from heartplanner.ui.ask.ask_field import AskField
from heartplanner.ui.settings import Settings, System
from heartplanner.ui.window.main_window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

BARE_WINDOW = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("Heart Planner"))
window.resize(1280, 800)
window.show()
app.processEvents()
"""
OUR_WINDOW = """
import sys
from pathlib import Path
from heartplanner.app import check_qt, run
check_qt()  # as run() does, before Qt
from PySide6.QtWidgets import QApplication
def first_picture():
    QApplication.processEvents()
    ...  # MEMORY
    return 0
QApplication.exec = staticmethod(first_picture)
run(Path(sys.argv[1]), "light")
"""
MEMORY = 'print(open("/proc/self/smaps_rollup").read().split("Pss:")[1].split()[0])'
"""Its proportional set size, in kB (Linux): of what processes share each has a part."""


def window_rows(runs: int) -> Iterator[Row]:
    """The rows of the window; its start is that on a rotation of one's own, up to the first picture."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.json"
        at = datetime(2025, 9, 1, 12, tzinfo=ZONE)
        plan.write_bytes(planfile.dump(planfile.own(confirm(example_plan(), at))))
        bare, ours = started(BARE_WINDOW), started(OUR_WINDOW, str(plan))
        yield row("start of the window", ours, "a bare window", bare, runs, 1.6)
        if Path("/proc/self/smaps_rollup").exists():
            measured = started(OUR_WINDOW.replace("...  # MEMORY", MEMORY), str(plan))
            taken = median(_megabytes(measured) for _ in range(5))
            measured = started(BARE_WINDOW + MEMORY)
            least = median(_megabytes(measured) for _ in range(5))
            yield Row("memory then", taken, "a bare window", least, 1.4, "MB")
    yield from frames(runs)


def _megabytes(start: Callable[[], subprocess.CompletedProcess[bytes]]) -> float:
    return int(start().stdout.split()[-1]) / 1000


def frames(runs: int) -> Iterator[Row]:
    """What a person waits for in the window, against filling it with one color."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        moment = datetime(2025, 9, 11, 12, tzinfo=ZONE)
        store = Store(Document(path / "plan.json", Schedule(example_plan()), None))
        window = MainWindow(store, Settings(path / "w.ini"), lambda: moment, System(False, False))
        window.show()
        picture = QPixmap(window.size())

        def note() -> None:
            what = Note(date(2025, 9, 12), str(time.perf_counter()))
            store.change("note", add_change(store.plan, what, store.moment()))

        def view(name: str) -> Callable[[], None]:
            return lambda: (window.session.show_view("month"), window.session.show_view(name))[0]

        field = window.findChildren(AskField)[0]
        field.begin()

        def last_key(question: str) -> Callable[[], None]:
            """The last key of a question, typed again after it was taken back."""

            def type_it() -> None:
                field.setText(question[:-1])
                field.insert(question[-1])

            return type_it

        letters = cycle("SA-")

        def mark() -> None:
            window.session.show_view("finder")
            day = Mark(date(2025, 9, 9), next(letters))
            window.user_actions.finder.search("mark", marked(search_of(store.plan), [day]))

        works = {
            "next month": lambda: window.session.turn(1),
            "next day": lambda: window.session.choose(
                window.session.selection.current + timedelta(days=1)
            ),
            "an edit, saved": note,
            **{f"to {name} and back": view(name) for name in ("year", "cycle", "list", "finder")},
            "a day marked, saved": mark,
            "an answer with its swaps, in two years": last_key("Sep 10, 2027"),
            "an answer of windows": last_key("four days in a row in 2027"),
        }
        for name, work in works.items():

            def drawn(work: Callable[[], object] = work) -> None:
                work()
                app.processEvents()

            yield row(name, drawn, "filling the window", lambda: picture.fill(0x336699), runs * 5)
