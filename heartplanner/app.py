"""The window's composition root: reads the clock, the system and the plan, builds, connects, runs."""

from __future__ import annotations

import os
import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from heartplanner.core.edits.example import example_plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files import disk, folders
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile
from heartplanner.ui.start.display_check import check_display
from heartplanner.ui.start.without_qt import import_before_qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from heartplanner.ui.settings import Settings, System
    from heartplanner.ui.start.crash_reporter import Crash
    from heartplanner.ui.start.single_instance import Single
    from heartplanner.ui.window.main_window import MainWindow

STYLE = ("-style", "fusion")
"""Named as Qt starts: to set it later would first make all of QStyle's enums."""
FILE_REST = 300
"""Milliseconds that a folder is still before its plan is looked at again."""


def now() -> datetime:
    """The time in Durham."""
    return datetime.now(ZONE)


def run(plan_file: Path | None, theme: str) -> int:
    """Open the window on a plan (None: the responder's own) and stay until it is closed.

    A calendar file in the plan's place is a roster, which is looked through in the window on the own plan.
    An own plan that cannot be read is told in a window: perhaps nobody sees the terminal. Raises
    FileError, one line, where there is no display, no Qt, or no such plan.
    """
    roster = plan_file if plan_file and plan_file.suffix.lower() == ".ics" else None
    plan_file = None if roster else plan_file
    path = plan_file or folders.own_plan()
    loaded, trouble = _load(plan_file, path)
    check_qt()
    from PySide6.QtWidgets import QApplication

    from heartplanner.store import Store
    from heartplanner.ui.settings import Settings
    from heartplanner.ui.start.single_instance import Single
    from heartplanner.ui.window.main_window import MainWindow

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing is typed yet: Ctrl+C may end it at once
    crash = _crash_reporter()
    app = QApplication([*sys.argv[:1], *STYLE])
    _prepare(app)
    single = Single(path, folders.cache())
    # Two windows on one plan would each show what the other changed only after a look at the file.
    if not single.first() and single.raise_first(roster):
        return 0
    settings = Settings(folders.settings_file(), theme)
    if trouble:
        loaded = _rescued(path, trouble, settings, _system(app))
    window = MainWindow(Store(loaded or _example(path)), settings, now, _system(app))
    crash.show_over(window)
    if trouble:
        # What could not be read is kept as a version first; the window says what comes of it.
        window.session.store.save()
    if loaded is None and not settings.first_steps_left():
        window.first_steps()
    _follow_outside(app, window, single, roster)
    window.show()
    return app.exec()


def _crash_reporter() -> Crash:
    from heartplanner.ui.start.crash_reporter import Crash

    # Before Qt begins: what fails while the window is made is written down too.
    crash = Crash(folders.log_file())
    crash.install()
    return crash


def check_qt() -> None:
    """Raise FileError, one line, where there is no display, no Qt, or not all of its libraries."""
    check_display()
    import_before_qt()
    try:
        # To import it is the test: that a library of the system is missing shows only when Qt is loaded.
        import heartplanner.ui.window.main_window  # noqa: F401
    except ImportError as error:
        raise FileError(
            f"the window cannot be opened: {error}; README.md names the packages"
        ) from None


def _example(path: Path) -> Document:
    """The example, in no file yet; by its id, its own from the start, its events will be known."""
    return Document(path, Schedule(planfile.own(example_plan())), None)


def _load(plan_file: Path | None, path: Path) -> tuple[Document | None, str]:
    """The plan, or None where there is none yet; or why the responder's own cannot be read."""
    if plan_file is not None:
        return Document.load(plan_file), ""
    try:
        return Document.load(path) if disk.is_there(path) else None, ""
    except FileError as error:
        return None, str(error)


def _rescued(path: Path, trouble: str, settings: Settings, system: System) -> Document:
    """The earlier version that the person goes back to. Raises FileError where they do not."""
    from heartplanner.ui.settings import scale_of, theme_of
    from heartplanner.ui.start.recovery import recover

    looks = settings.habits(), system
    document = recover(path, trouble, theme_of(*looks), scale_of(*looks))
    if document is None:
        raise FileError(trouble)
    settings.keep_dismissed("")  # an earlier copy may differ again from what the phone has
    return document


def _open_another(window: MainWindow, path: Path) -> None:
    """Open another plan in a window of its own, by a process of its own; or say why it cannot be."""
    from PySide6.QtCore import QProcess

    from heartplanner.ui.widgets.message_boxes import say

    try:
        planfile.load(path)
    except FileError as error:
        say(window, "It cannot be opened", str(error))
        return
    QProcess.startDetached(sys.executable, ["-m", "heartplanner", "--plan", str(path)])


def _prepare(app: QApplication) -> None:
    """Names and font of the application. Raises FileError if it has no font to write with."""
    from heartplanner.style.fonts import with_equal_figures
    from heartplanner.style.shipped_font import ensure_font
    from heartplanner.ui.widgets.announce import offer_notices

    app.setApplicationName("heartplanner")
    app.setApplicationDisplayName("Heart Planner")
    app.setDesktopFileName(os.environ.get("FLATPAK_ID", "heartplanner"))
    offer_notices()
    ensure_font(app)
    app.setFont(with_equal_figures(app.font()))


def _system(app: QApplication) -> System:
    from PySide6.QtCore import QLocale, Qt

    from heartplanner.style.fonts import system_scale
    from heartplanner.ui.settings import System

    hints, locale = app.styleHints(), QLocale.system()
    # Qt writes "ap" for am and pm into a format that has them.
    clock = locale.timeFormat(QLocale.FormatType.ShortFormat)
    # The locale C is what a system has that nobody set up: it states no wish.
    known = locale.language() != QLocale.Language.C
    return System(
        dark=hints.colorScheme() == Qt.ColorScheme.Dark,
        hours24="ap" not in clock.lower() and known,
        sunday_first=known and locale.firstDayOfWeek() == Qt.DayOfWeek.Sunday,
        text_scale=system_scale(app.font()),
        strong=hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast,
    )


def _follow_outside(
    app: QApplication, window: MainWindow, single: Single, roster: Path | None
) -> None:
    """Follow the system and other programs; what can wait is done once there is something to look at."""
    from PySide6.QtGui import QIcon

    from heartplanner.ui.start.first_paint import FirstPaint
    from heartplanner.ui.window.incoming import take_file

    def take(path: Path) -> None:
        take_file(path, window.user_actions, window.file_dropped.emit)

    session = window.session
    # Read where they are kept: so the first picture has them, and stays as it is.
    session.load_holidays(kept=True)
    # macOS alone sends files so. Elsewhere a filter of all events would slow down start and page turn.
    if sys.platform == "darwin":
        from heartplanner.ui.start.file_opener import FileOpener

        opener = FileOpener(window)
        opener.opened.connect(take)
        app.installEventFilter(opener)
    window.file_dropped.connect(lambda path: _open_another(window, path))
    hints = app.styleHints()
    for changed in (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged):
        changed.connect(lambda: session.set_system(_system(app)))

    def later() -> None:
        from heartplanner.ui.unsaved.keeping import end_in_order, keep_unsaved

        app.setWindowIcon(QIcon(str(folders.resource("icons/heartplanner.svg"))))
        _watch_file(app, window)
        single.listen(window, take)
        end_in_order(app, window, keep_unsaved(app, window))
        session.load_holidays()
        if roster:
            take(roster)

    FirstPaint(window, later)


def _watch_file(app: QApplication, window: MainWindow) -> None:
    """Look at the plan's file and at other calendars' when their folders change, and back in the window."""
    from PySide6.QtCore import QFileSystemWatcher, QTimer

    store = window.session.store
    # Another program may write in several steps: its file is looked at once the folder is still.
    rest = QTimer(window)
    rest.setSingleShot(True)
    rest.setInterval(FILE_REST)
    reader = window.user_actions.calendars.reader
    rest.timeout.connect(store.look_at_file)
    rest.timeout.connect(reader.look)
    watcher = QFileSystemWatcher(window)
    for changed in (watcher.directoryChanged, watcher.fileChanged):
        changed.connect(lambda _: rest.start())
    app.applicationStateChanged.connect(lambda _: rest.start())

    def watch() -> None:
        """Watch the plan's folder, as soon as there is one, and those of other calendars."""
        wanted = [str(store.path.parent), *reader.paths()]
        watched = {*watcher.directories(), *watcher.files()}
        if new := sorted(set(filter(os.path.exists, wanted)) - watched):
            watcher.addPaths(new)

    store.saved.connect(watch)
    reader.read.connect(watch)
    watch()
    reader.refresh_on_opening()
