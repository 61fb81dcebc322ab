"""How fast the program is, as ratios against floors measured in the same run.

    python tests/bench.py [RUNS]

Each pair is run in turn, A B A B ..., so that a machine whose speed drifts does not favour one;
the median is printed. It is no test: it judges nothing.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.events import events
from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.finder.search import marked, search_of
from heartplanner.core.plan.change import Note
from heartplanner.core.plan.model import Mark
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar.ical import calendar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FIRST, LAST = date(2025, 7, 28), date(2035, 7, 27)
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
from PySide6.QtWidgets import QApplication
from heartplanner.app import run
QApplication.exec = staticmethod(lambda: QApplication.processEvents() or 0)
run(None, "light")
"""
COMMAND = "import sys; from heartplanner.__main__ import main; sys.argv[1:] = ['show']; main()"


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def pair(one: Callable[[], object], two: Callable[[], object], runs: int) -> tuple[float, float]:
    """Median seconds of each, run in turn after one warm-up."""
    one(), two()
    taken = [(seconds(one), seconds(two)) for _ in range(runs)]
    return median(a for a, _ in taken), median(b for _, b in taken)


def started(code: str) -> Callable[[], object]:
    """A process of its own that runs this code, with its compiled files kept as when installed."""
    env = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-c", code]
    return lambda: subprocess.run(command, env=env, capture_output=True, check=True)


def plain_text(found: list[Event]) -> bytes:
    """The floor of an export: the same facts put together as strings."""
    lines = ["BEGIN:VCALENDAR"]
    for event in found:
        form = "%Y%m%d" if event.all_day else "%Y%m%dT%H%M%S"
        zone = ";VALUE=DATE" if event.all_day else f";TZID={ZONE.key}"
        lines += [
            "BEGIN:VEVENT",
            f"SUMMARY:{event.title}",
            f"DTSTART{zone}:{event.start.strftime(form)}",
            f"DTEND{zone}:{event.end.strftime(form)}",
            f"DTSTAMP:{event.changed:%Y%m%dT%H%M%SZ}",
            f"UID:{event.uid}",
            f"SEQUENCE:{event.sequence}",
            "CLASS:PUBLIC",
            f"DESCRIPTION:{event.description}",
            f"LAST-MODIFIED:{event.changed:%Y%m%dT%H%M%SZ}",
            "STATUS:CONFIRMED",
            f"TRANSP:{'TRANSPARENT' if event.all_day else 'OPAQUE'}",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def application() -> QApplication:
    """Qt without a screen, for the window and for paper."""
    from PySide6.QtWidgets import QApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication([])


def frames(app: QApplication, runs: int) -> None:
    """What a person waits for in the window, against filling it with one colour."""
    from PySide6.QtGui import QPixmap

    from heartplanner.document import Document
    from heartplanner.store import Store
    from heartplanner.ui.ask.ask_field import AskField
    from heartplanner.ui.settings import Settings, System
    from heartplanner.ui.window.main_window import MainWindow

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

            report(
                name, *pair(drawn, lambda: picture.fill(0x336699), runs * 5), "filling the window"
            )


def paper(runs: int) -> None:
    """Twelve months as a PDF, from the plan to its bytes, against pages with a letter of each font."""
    from heartplanner.core.schedule.ranges.month import Month
    from heartplanner.core.sheets.month import SheetOptions, month_sheet
    from heartplanner.pages.layout.month_page import Setting, month_page
    from heartplanner.pages.page import Box, Page, Paper
    from heartplanner.pages.pdf import pdf
    from heartplanner.pages.text_fit import Pen, TextStyle

    schedule, page = Schedule(example_plan()), Box(0, 0, 792, 612)
    letters = [Pen(TextStyle(11, bold), "#000000").at("a", 40, 40, page) for bold in (False, True)]
    blank = [Page("", Paper.LETTER, tuple(letters))] * 12

    def year() -> bytes:
        sheets = [
            month_sheet(schedule, Month(2025, 8).plus(n), {}, SheetOptions(FIRST))
            for n in range(12)
        ]
        return pdf([month_page(sheet, Setting()) for sheet in sheets], "", FIRST)

    name = f"twelve months as a PDF, {len(year()) // 1000} kB"
    report(name, *pair(year, lambda: pdf(blank, "", FIRST), runs), "twelve blank pages")


def report(name: str, ours: float, floor: float, floor_name: str) -> None:
    ratio = f"{ours / floor:6.2f} x {floor_name}"
    print(f"{name:<40}{ours * 1000:9.1f} ms   {ratio} ({floor * 1000:.1f} ms)")


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, median of {runs} runs")
    schedule = Schedule(example_plan())
    ten_years = schedule.days(FIRST, LAST)
    took = median(seconds(lambda: schedule.days(FIRST, LAST)) for _ in range(runs))
    print(
        f"{'days of ten years':<40}{took * 1000:9.1f} ms   {len(ten_years) / took:,.0f} days a second"
    )
    found = events(schedule, FIRST, LAST)
    ours, floor = pair(
        lambda: calendar(schedule, FIRST, LAST), lambda: plain_text(found), max(3, runs // 3)
    )
    report(f"export of ten years, {len(found)} events", ours, floor, "plain strings")
    report(
        "start of the command line (show)",
        *pair(started(COMMAND), started("pass"), runs),
        "python -c pass",
    )
    app = application()
    frames(app, runs)
    paper(runs)
    report(
        "start of the window",
        *pair(started(OUR_WINDOW), started(BARE_WINDOW), runs),
        "a bare window",
    )


if __name__ == "__main__":
    main()
