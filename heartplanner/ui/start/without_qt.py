"""What the first picture needs without Qt, to be imported before Qt."""

from __future__ import annotations

from importlib import import_module

WITHOUT_QT = (
    "hashlib",
    "platformdirs",
    "heartplanner.core.calendar.export_options",
    "heartplanner.core.cells.break_runs",
    "heartplanner.core.cells.event_bars",
    "heartplanner.core.cells.event_notes",
    "heartplanner.core.edits.first_answers",
    "heartplanner.core.events.read_calendar",
    "heartplanner.core.explain.appointments",
    "heartplanner.core.explain.changes.change_titles",
    "heartplanner.core.explain.pay_text",
    "heartplanner.core.explain.pending_text",
    "heartplanner.core.explain.upcoming",
    "heartplanner.core.finder.found",
    "heartplanner.core.schedule.holidays",
    "heartplanner.core.schedule.ranges.default_range",
    "heartplanner.core.schedule.ranges.selection",
    "heartplanner.document",
    "heartplanner.files.public_holidays",
    "heartplanner.pages.page",
)
"""They bring the others along; a test names what is missing here."""


def import_before_qt() -> None:
    """Import them now.

    PySide reads the source text of every module that is imported after it, to see which of its features
    that module has switched on: at a start that took 20 ms of the processor.
    """
    for name in WITHOUT_QT:
        import_module(name)
