"""The lines of a roster as they are shown where it is compared: how each stands to the schedule."""

from __future__ import annotations

from datetime import date

from heartplanner.core.compare.comparison import ComparedDay, Comparison
from heartplanner.core.explain.reasons import day_line
from heartplanner.core.explain.rosters.review_text import row_date, row_name, row_note
from heartplanner.core.roster.review import USED, Review, ReviewRow, RowState
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import print_dash
from heartplanner.ui.review.review_rows import RowStanding, ShownRow, waiting

SAME = "Same"


def compared_rows(
    review: Review, comparison: Comparison, display: DisplayFormat
) -> tuple[ShownRow, ...]:
    """All rows of a review beside the schedule; first the lines that may be about any day."""
    days = {compared.date: compared for compared in comparison.days}
    about_all = {line.line for line in comparison.unsettled}
    rows = sorted(review.rows, key=lambda row: row.line not in about_all)
    return waiting([_shown(row, days, display) for row in rows], review)


def _shown(row: ReviewRow, days: dict[date, ComparedDay], display: DisplayFormat) -> ShownRow:
    note, standing = row_note(row), RowStanding.PLAIN
    if row.state is RowState.UNREAD:
        standing = RowStanding.UNCLEAR
    elif row.reading is None or row.state not in USED:
        standing = RowStanding.QUIET
    elif compared := days.get(row.reading.date):
        said = SAME if compared.is_same else print_dash(day_line(compared.day, display))
        note = f"{said}. {note}" if note else said
        standing = RowStanding.FITS if compared.is_same else RowStanding.DIFFERS
    return ShownRow(row, note, standing, row_name(row, note, display), day=row_date(row))
