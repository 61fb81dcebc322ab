"""What can be done at the start about a plan that cannot be read: go back to an earlier version."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.words.english import clock, long_date
from heartplanner.document import Document, held
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile, versions
from heartplanner.files.plan.planfile import Loaded
from heartplanner.files.plan.versions import Version

ADVICE = "The file was not changed, and stays as it is unless you restore a copy."
NONE_KEPT = "There is no earlier copy that can be read."


def recover(path: Path, trouble: str) -> Document | None:
    """Say why the plan cannot be opened, and offer the newest version that can be read.

    Returns the document of the plan that was gone back to, or None to open nothing. What could not be
    read is kept as a version itself. Raises FileError.
    """
    newest = _newest(path)
    box = QMessageBox(QMessageBox.Icon.Warning, "Your schedule cannot be opened", "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    role = QMessageBox.ButtonRole
    box.addButton("Close", role.RejectRole)
    back = None
    if newest:
        back = box.addButton(f"Restore the copy of {_when(newest[0])}", role.AcceptRole)
        box.setText(f"{trouble}\n\n{ADVICE}")
    else:
        box.setText(f"{trouble}\n\n{NONE_KEPT}")
    box.exec()
    if not newest or box.clickedButton() != back:
        return None
    document = Document(path, newest[1].schedule, held(path))
    document.save(datetime.now(UTC).replace(microsecond=0))
    return document


def _newest(path: Path) -> tuple[Version, Loaded] | None:
    """The newest kept version that can be read."""
    for version in versions.versions(path):
        try:
            return version, planfile.load(version.path)
        except FileError:
            continue
    return None


def _when(version: Version) -> str:
    moment = version.moment.astimezone(ZONE)
    return f"{long_date(moment.date())}, {clock(moment)}"
