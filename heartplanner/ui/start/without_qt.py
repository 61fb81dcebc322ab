"""What the first picture needs without Qt, to be imported before Qt.

PySide reads the source text of every module that is imported after it, to see which of its features that
module has switched on: at a start that took 20 ms. A test names what is missing here. The modules that are
named bring the others along.
"""

# ruff: noqa: F401
import hashlib

import platformdirs

import heartplanner.core.calendar.export_options
import heartplanner.core.cells.break_runs
import heartplanner.core.cells.event_bars
import heartplanner.core.cells.event_notes
import heartplanner.core.edits.calendars
import heartplanner.core.edits.first_answers
import heartplanner.core.events.read_calendar
import heartplanner.core.explain.appointments
import heartplanner.core.explain.changes.change_titles
import heartplanner.core.explain.pay_text
import heartplanner.core.explain.pending_text
import heartplanner.core.explain.upcoming
import heartplanner.core.finder.found
import heartplanner.core.schedule.holidays
import heartplanner.core.schedule.ranges.default_range
import heartplanner.core.schedule.ranges.selection
import heartplanner.document
import heartplanner.files.public_holidays
import heartplanner.pages.page
