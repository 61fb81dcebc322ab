"""What can be done at the start about a plan that cannot be read: go back to an earlier version."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.words.english import clock, long_date
from heartplanner.document import Document, held
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile, versions
from heartplanner.files.plan.planfile import Loaded
from heartplanner.files.plan.versions import Version
from heartplanner.style.qss import style_sheet
from heartplanner.style.theme import Theme, palette
from heartplanner.ui.widgets.message_boxes import QuestionBox

TITLE = "Your schedule cannot be opened"
CANNOT = "Your schedule file cannot be read: {}."
ADVICE = (
    "Restore the copy of {}? The file is not changed unless you do; then it is kept too, among the earlier"
    " copies."
)
NONE_KEPT = "There is no earlier copy that can be read. The file was not changed."
RESTORE = "Restore this copy"


def recover(path: Path, trouble: str, theme: Theme, scale: float) -> Document | None:
    """Say that the plan cannot be opened, why (in details), and offer the newest version that can be read.

    Returns the document of the plan that was gone back to, or None to open nothing. What could not be
    read is kept as a version itself. Raises FileError.
    """
    newest = _newest(path)
    rest = ADVICE.format(_when(newest[0])) if newest else NONE_KEPT
    text = f"{CANNOT.format(path)}\n\n{rest}"
    box = QuestionBox(None, TITLE, text, (RESTORE,) if newest else (), "Close", trouble)
    box.setPalette(palette(theme))
    box.setStyleSheet(style_sheet(theme, scale))
    box.run()
    if not newest or not box.verb:
        return None
    document = Document(path, newest[1].schedule, held(path))
    # Saved at once: what could not be read is kept as a version before it is replaced.
    document.save(datetime.now(UTC).replace(microsecond=0))
    return document


def _newest(path: Path) -> tuple[Version, Loaded] | None:
    """The newest kept version that can be read."""
    for version in versions.versions(path):
        try:
            return version, planfile.load_copy(version.path)
        except FileError:
            continue
    return None


def _when(version: Version) -> str:
    moment = version.moment.astimezone(ZONE)
    return f"{long_date(moment.date())}, {clock(moment)}"
