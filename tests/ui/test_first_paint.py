"""What a start costs, held by counts: modules, classes of Qt, paints of the month before all is still."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from heartplanner.core.edits.edits import confirm
from heartplanner.core.edits.example import example_plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.files import public_holidays
from heartplanner.files.plan import planfile

START = """
import gc, json, sys
from datetime import datetime
from enum import EnumType
from pathlib import Path
from heartplanner import app
from heartplanner.core.schedule.blocks import ZONE
app.now = lambda: datetime(2025, 9, 11, 12, tzinfo=ZONE)
app.check_qt()
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from heartplanner.ui.month.month_table import MonthTable
found = {"paints": 0}

class Paints(QObject):
    def eventFilter(self, watched, event):
        found["paints"] += event.type() is QEvent.Type.Paint
        return False

def modules():
    return [name for name in sys.modules if name.startswith("heartplanner.")]

def classes_of_qt():
    enums = (one for one in gc.get_objects() if isinstance(one, EnumType))
    return {one.__qualname__.split(".")[0] for one in enums if one.__module__.startswith("PySide6.")}

def run_loop():
    application = QApplication.instance()
    (window,) = [one for one in application.topLevelWidgets() if one.isVisible()]
    (month,) = window.findChildren(MonthTable)
    paints = Paints()
    month.viewport().installEventFilter(paints)
    found["late before"] = "heartplanner.ui.unsaved.keeping" in sys.modules
    while not found["paints"]:
        application.processEvents()
    found["modules"], found["classes"] = modules(), sorted(classes_of_qt())
    found["first day"] = month.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    end = QTimer(interval=800, singleShot=True)
    end.timeout.connect(application.quit)
    end.start()
    loop()
    found["late after"] = "heartplanner.ui.unsaved.keeping" in sys.modules
    return 0

loop = QApplication.exec
QApplication.exec = staticmethod(run_loop)
app.run(Path(sys.argv[1]), "light")
found["order"] = list(sys.modules)
print(json.dumps(found))
"""
"""Starts on a plan, and lets the window run for as long as anything of the start is still to come."""
MOST_MODULES, MOST_CLASSES = 205, 95


@pytest.fixture
def started(own_folder: Path) -> dict[str, Any]:
    """What a start found, on a plan of one's own whose holidays an earlier start has kept."""
    at = datetime(2025, 9, 1, 12, tzinfo=ZONE)
    plan = own_folder / "plan.json"
    plan.write_bytes(planfile.dump(planfile.own(confirm(example_plan(), at))))
    for year in (2024, 2025, 2026):
        public_holidays.names(year)
    done = subprocess.run(
        [sys.executable, "-c", START, str(plan)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=own_folder,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_start_loads_little_and_paints_the_month_once(started: dict[str, Any]) -> None:
    assert started["late before"] is False
    assert started["late after"] is True
    assert started["paints"] == 1
    assert "Labor Day" in started["first day"]
    assert len(started["modules"]) <= MOST_MODULES
    assert len(started["classes"]) <= MOST_CLASSES
    assert _after_qt(started["order"], started["modules"]) == []


def _after_qt(order: list[str], first: list[str]) -> list[str]:
    """Modules of the first picture that need no Qt, and were imported after it all the same."""
    qt = order.index("PySide6")
    free = ("heartplanner.core.", "heartplanner.files.", "heartplanner.pages.")
    return [name for name in first if name.startswith(free) and order.index(name) > qt]
