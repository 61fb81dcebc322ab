"""What lies ahead, beside a wide window: of a break on which one works, its free days."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Swap
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.store import Store
from heartplanner.ui.panel.ahead_panel import AheadPanel
from heartplanner.ui.session import Session
from heartplanner.ui.settings import Settings, System

NOON = datetime(2025, 9, 11, 12, tzinfo=ZONE)


def test_a_break_is_told_by_its_free_days(qtbot: QtBot, example: Plan, own_folder: Path) -> None:
    """The break of October 10-15 has a shift on its first day, the one of November 21-26 in its middle."""
    plan = example
    for day in (date(2025, 10, 10), date(2025, 11, 24)):
        plan = add_change(plan, Swap(None, day), datetime(2025, 9, 10, tzinfo=UTC))
    store = Store(Document(own_folder / "plan.json", Schedule(plan), None))
    session = Session(store, Settings(own_folder / "w.ini"), lambda: NOON, System(False, False))
    panel = AheadPanel(session)
    qtbot.addWidget(panel)
    panel.refresh()
    said = [label.text() for label in panel.findChildren(QLabel)]
    first = said.index("Oct 11\u201315")
    assert said[first + 1] == "Break of 6 days; you work on Oct 10, day 1"
    second = said.index("Nov 21\u201326")
    assert said[second + 1] == "Break of 6 days; you work on Nov 24, day 4"
