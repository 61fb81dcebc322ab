"""The calendar on an account, in sync with the plan: in the background after each edit and at each start.

Nothing is asked of the network before the person chose "Always in sync". One sync runs at a time; edits
that come meanwhile are sent by the next. In the background the password is the key ring's alone. What a
person has to decide, and what could not be done, becomes a state with a text: no box opens by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from heartplanner.core.words.english import whole_sentence
from heartplanner.files.disk import FileError
from heartplanner.ui.phone.phone_exports import PhoneExports
from heartplanner.ui.phone.phone_memory import PhoneMemory, PhoneWay
from heartplanner.ui.phone.phone_text import day_lines
from heartplanner.ui.phone_state import DayLines, SyncState, SyncStep
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.background_task import BackgroundTask, GoOn

if TYPE_CHECKING:
    from heartplanner.share.caldav.account import Account
    from heartplanner.share.caldav.sync import SyncRequest

REST = 3000
"""Milliseconds of rest after an edit: of several in a row the calendar is sent once."""
FIRST_PAUSE, LONGEST_PAUSE = 5 * 60_000, 60 * 60_000
"""Milliseconds after which a sync that failed is tried again: at first, and at most."""
NOT_KEPT = (
    "This computer has no key ring to keep the password. After a change, press Put it on my phone; after"
    " the next start, type the password again."
)
STOPPING = "Stopping after this request..."


class _Synced(NamedTuple):
    """What was done, as a sentence; for which target, with which days; whether the password is kept.

    `days`: those that were sent; None where there was nothing to send.
    """

    text: str
    target: str
    days: DayLines | None
    is_password_kept: bool


class _Question(NamedTuple):
    """What a person has to agree to first."""

    text: str


class CalendarSync(QObject):
    """`state` says how it goes; `changed`: it is another; `progressed`: only its count of requests is."""

    changed = Signal()
    progressed = Signal()

    def __init__(
        self, session: Session, exports: PhoneExports, memory: PhoneMemory, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._exports, self._memory = session, exports, memory
        self._task: BackgroundTask | None = None
        self._typed, self._agreed = "", ""
        self._again = self._stopping = False
        self._pause, self._started = FIRST_PAUSE, session.now()
        self.state = SyncState()
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._retry = QTimer(self, singleShot=True)
        for timer in (self._rest, self._retry):
            timer.timeout.connect(self._begin)
        session.store.plan_changed.connect(self.soon)
        program = QCoreApplication.instance()
        assert program is not None
        program.aboutToQuit.connect(self._finish)
        # The days that are sent go on with the date, whether anything was edited or not.
        session.day_changed.connect(self.soon)
        self.soon()

    @property
    def chosen(self) -> bool:
        """Whether the person wants the calendar always in sync."""
        return self._memory.choice.way is PhoneWay.SYNC

    def soon(self, *_plan: object) -> None:
        """Something may be other: sync once there is rest, if that was chosen."""
        if not self.chosen:
            return
        self._rest.start()
        if self._task is None:
            self._turn(SyncState(SyncStep.WAITING))

    def now(self, password: str = "") -> None:
        """Sync at once, as the person asks for. `password`: what was typed; "": what was typed before."""
        self._typed = password or self._typed
        self._rest.stop()
        self._begin(self._typed)

    def agree(self) -> None:
        """Do what was asked, and nothing else: where more is to be removed by now, it is asked again."""
        if self.state.step is SyncStep.ASKS:
            self._agreed = self.state.text
            self.now()

    def stop(self) -> None:
        """Stop where that can be done; what is not sent yet goes with the next sync."""
        self._rest.stop()
        self._retry.stop()
        if self._task is None:
            self._turn(SyncState())
            return
        self._stopping = True
        self._task.stop()
        self._turn(self.state._replace(text=STOPPING))

    def forget(self) -> None:
        """Sync no more, and forget the password that was typed."""
        self._typed = self._agreed = ""
        self.stop()

    def _finish(self) -> None:
        """The program ends: what was edited just now is sent, as far as that is soon done."""
        if self._rest.isActive():
            self._rest.stop()
            self._begin()
        if self._task is not None:
            self._task.finish()

    def _begin(self, password: str = "") -> None:
        """Begin, unless it runs: then once more when that has ended."""
        if not self.chosen:
            return
        if self._task is not None:
            self._again = True
            return
        self._retry.stop()
        session, agreed = self._session, self._agreed
        self._started = session.now()
        self._agreed, self._again, self._stopping = "", False, False
        session.store.make_file()
        try:
            account, request = self._exports.sync(self._memory.choice, password)
        except FileError as error:
            self._fail(str(error))
            return
        work = partial(_sync, account, request, agreed, session.today)
        self._task = task = BackgroundTask(work)
        task.progressed.connect(self._progress)
        # Bound methods and no lambdas: what a thread tells arrives in the thread of their object.
        task.done.connect(self._take)
        task.failed.connect(self._fail)
        self._turn(SyncState(SyncStep.RUNNING))
        task.start()

    def _progress(self, done: int, total: int) -> None:
        # No other step: what the phone has is not compared anew for each request.
        self.state = self.state._replace(done=done, total=total)
        self.progressed.emit()

    def _take(self, result: _Synced | _Question) -> None:
        """The work has ended well, or with a question."""
        self._task = None
        if isinstance(result, _Question):
            self._turn(SyncState(SyncStep.ASKS, result.text))
        elif self._stopping:
            self._turn(SyncState(SyncStep.FAILED, result.text) if self.chosen else SyncState())
        else:
            self._pause = FIRST_PAUSE
            # A file that was saved and is not on the phone is one still, whatever the account has.
            self._memory.keep_sent(result.target, self._started, result.days)
            text = result.text if result.is_password_kept else f"{result.text} {NOT_KEPT}"
            self._turn(SyncState(SyncStep.NONE, text))
            self._session.delivered.emit()
        self._go_on()

    def _fail(self, text: str) -> None:
        """It could not be done: it is tried again later, ever more rarely."""
        self._task = None
        if not self.chosen:
            self._turn(SyncState())
            return
        self._turn(SyncState(SyncStep.FAILED, whole_sentence(f"Not synced yet: {text}")))
        if not self._stopping:
            self._retry.start(self._pause)
            self._pause = min(2 * self._pause, LONGEST_PAUSE)
        self._go_on()

    def _go_on(self) -> None:
        if self._again:
            self.soon()

    def _turn(self, state: SyncState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def _sync(
    account: Account,
    request: Callable[[], SyncRequest],
    agreed: str,
    today: date,
    go_on: GoOn,
) -> _Synced | _Question:
    """Look what the calendar lacks and write it, in a thread of its own. Raises FileError."""
    from heartplanner.share.caldav.account import preview, publish

    wanted = request()
    seen = preview(account, wanted)
    if seen.question and seen.question != agreed:
        return _Question(seen.question)
    done = publish(account, wanted, seen, today, go_on)
    needed = seen.sync_plan
    days: DayLines | None = None
    before = [seen.resources[event.uid].event for event in needed.change]
    if needed.total:
        days = day_lines((*needed.add, *needed.change), (*needed.remove, *before))
    # Of a calendar that is new every day would be one that was sent.
    return _Synced(done.text, seen.target, days if needed.stay else (), done.is_password_kept)
