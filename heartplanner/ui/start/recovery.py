"""What can be done at the start about a plan that cannot be read: go back to an earlier version."""

from __future__ import annotations

from pathlib import Path

from heartplanner.core.explain.plan_diff import few
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.words.english import clock, long_date
from heartplanner.document import Document, held
from heartplanner.files.disk import FileError
from heartplanner.files.plan import versions
from heartplanner.files.plan.copies import EarlierCopy, copies
from heartplanner.files.plan.versions import Version
from heartplanner.style.qss import style_sheet
from heartplanner.style.theme import Theme, palette
from heartplanner.ui.widgets.message_boxes import QuestionBox

TITLE = "Your schedule cannot be opened"
CANNOT = "Your schedule file cannot be read: {}."
ADVICE = (
    "Restore the copy of {}? The file is not changed unless you do; then it is kept too, among the earlier"
    " copies.\n\nThe last change in that copy:\n{}"
)
NONE_KEPT = "There is no earlier copy that can be read. The file was not changed."
RESTORE = "Restore this copy"
MOST_SENTENCES = 4


def recover(path: Path, trouble: str, theme: Theme, scale: float) -> Document | None:
    """Say that the plan cannot be opened, why (in details), and offer the newest version that can be read.

    Returns the document of the plan that was gone back to, which is yet to be saved, or None to open
    nothing. Raises FileError.
    """
    newest, why = _newest(path)
    rest = why
    if newest:
        rest = ADVICE.format(_when(newest.version), "\n".join(few(newest.changed, MOST_SENTENCES)))
    text = f"{CANNOT.format(path)}\n\n{rest}"
    box = QuestionBox(None, TITLE, text, (RESTORE,) if newest else (), "Close", trouble)
    box.setPalette(palette(theme))
    box.setStyleSheet(style_sheet(theme, scale))
    box.run()
    return Document(path, newest.schedule, held(path)) if newest and box.verb else None


def _newest(path: Path) -> tuple[EarlierCopy | None, str]:
    """The newest version that can be read; if there is none, why."""
    try:
        return next(copies(versions.versions(path)), None), NONE_KEPT
    except FileError as error:
        return None, f"The earlier copies cannot be looked at: {error}. The file was not changed."


def _when(version: Version) -> str:
    moment = version.moment.astimezone(ZONE)
    return f"{long_date(moment.date())}, {clock(moment)}"
