"""A calendar on a server, kept in step: whose, what would be done, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.files.disk import FileError
from heartplanner.share.caldav.account import Account, Published, preview, publish
from heartplanner.share.caldav.address import parse_address
from heartplanner.share.caldav.location_file import target_name
from heartplanner.share.caldav.sync import SyncPreview, SyncRequest
from heartplanner.typed import override
from heartplanner.ui.fields.plain_fields import ChoiceField, TextField, add_row
from heartplanner.ui.phone.publish_services import OTHER, SERVICES, service_of
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.background_task import BackgroundTask, GoOn
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.message_boxes import agreed
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

TITLE = "Sync with iCloud or another account"
LETTERS, BAR = 88, 8
INTRO = (
    "This puts your days into a calendar of their own, HEART, on your account. Every phone that shows it"
    " then gets your changes by itself. Only what differs is written, and no other event or calendar is"
    " touched. If you imported a file before, delete that calendar on the phone: else each shift is there"
    " twice."
)
NOT_KEPT = "There is no key ring here: the password is kept until the program ends."
LOOKING = "Looking at the calendar..."
STOPPING = "Stopping after this request..."

RequestFor = Callable[[str], SyncRequest]
"""What is to be kept in step on the account of this name. Raises FileError."""


def open_publish_dialog(session: Session, request_for: RequestFor, parent: QWidget) -> None:
    """Open the dialog, with what was typed into it before."""
    dialog = parent.findChild(PublishDialog) or PublishDialog(session, request_for, parent)
    dialog.look_anew()
    dialog.open()


class PublishDialog(ScrollDialog):
    """Stays with its window when it is closed: without a key ring, only it remembers the password."""

    def __init__(self, session: Session, request_for: RequestFor, parent: QWidget) -> None:
        super().__init__(parent, TITLE, LETTERS)
        self._session, self._request_for = session, request_for
        self._task: BackgroundTask | None = None
        self._asked: tuple[Account, SyncRequest] | None = None
        self._seen: SyncPreview | None = None
        self._stopping = False
        server, user = session.settings.account()
        choices = [(name, name) for name in SERVICES]
        self._service = ChoiceField(choices, self._choose)
        self._server = TextField(server, "https://cloud.example.org", self.look_anew)
        self._user = TextField(user, "", self.look_anew)
        self._password = TextField("", "From the key ring, if it is there", self.look_anew)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._hint, self._status = label("muted"), label("what")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(BAR)
        stays = self._progress.sizePolicy()
        # The bar keeps its place while it is hidden, so that nothing below it moves.
        stays.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(stays)
        self._look, self._publish = QPushButton("Look"), QPushButton("Publish")
        self._lay_out()
        self._look.clicked.connect(self._start_looking)
        self._publish.clicked.connect(self._start_publishing)
        self._service.put(service_of(server))
        self._choose()

    def look_anew(self) -> None:
        """What was seen counts no longer: something that it was seen with has changed."""
        self._seen = None
        self._status.clear()
        self._enable()

    @override
    def reject(self) -> None:
        """Stop what is going on; where nothing is, or if that was asked for before, close.

        What was stopped twice still ends its request, or is cut there; the next look sees what it did.
        """
        if self._task is None:
            super().reject()
            return
        self._task.stop()
        if self._seen is None:  # only looking: nobody need wait for it
            self._end("")
        elif self._stopping:
            self._fail("")
            super().reject()
        else:
            self._stopping = True
            self._status.setText(STOPPING)
            self._close.setText("Close")

    @override
    def open(self) -> None:
        """It is not freed when it is closed: it remembers the password."""
        QDialog.open(self)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows = (
            ("Service", self._service),
            ("Address", self._server),
            ("User", self._user),
            ("App password", self._password),
        )
        for words, field in rows:
            add_row(form, words, field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self._look, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._publish, QDialogButtonBox.ButtonRole.ActionRole)
        self._publish.setObjectName("primary")
        self._close = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(label("", INTRO))
        column.addLayout(form)
        for widget in (self._hint, self._status, self._progress):
            column.addWidget(widget)
        column.addStretch()
        self.lay_out(body, buttons)

    def _choose(self) -> None:
        """Show what one needs to know of a service, and its address."""
        service = SERVICES[self._service.value()]
        if service.address:
            self._server.setText(service.address)
        elif service_of(self._server.value()) != OTHER:
            self._server.clear()
        self._server.setReadOnly(bool(service.address))
        self._server.setPlaceholderText(service.example)
        self._user.setPlaceholderText(service.user)
        self._hint.setText(service.hint)
        self.look_anew()

    def _enable(self) -> None:
        busy = self._task is not None
        for field in (self._service, self._server, self._user, self._password):
            field.setEnabled(not busy)
        self._progress.setVisible(busy)
        ready = self._seen is not None and self._seen.sync_plan.total > 0
        self._look.setEnabled(not busy and bool(self._server.value() and self._user.value()))
        self._publish.setEnabled(not busy and ready)
        (self._publish if ready else self._look).setDefault(True)
        self._close.setText("Stop" if busy else "Close")
        self.fit()

    def _account(self) -> Account:
        """Whose calendar is meant. Raises FileError where the address is none."""
        return Account(
            parse_address(self._server.value()), self._user.value(), self._password.text()
        )

    def _start_looking(self) -> None:
        self.look_anew()
        try:
            account = self._account()
            request = self._request_for(target_name(account.server, account.user))
        except FileError as error:
            self._fail(str(error))
            return
        self._session.settings.keep_account(self._server.value(), account.user)
        self._status.setText(LOOKING)
        self._asked = account, request
        self._start(lambda _: preview(account, request), self._show)

    def _show(self, seen: SyncPreview) -> None:
        self._seen = seen
        self._end(seen.text)

    def _start_publishing(self) -> None:
        assert self._asked is not None
        assert self._seen is not None
        # What is written is what was looked at: nothing is read or worked out a second time.
        (account, request), seen = self._asked, self._seen
        if seen.question and not agreed(self, TITLE, seen.question, "Sync all the same"):
            return
        self._session.store.make_file()
        today = self._session.today
        self._start(lambda go_on: publish(account, request, seen, today, go_on), self._tell)

    def _tell(self, done: Published) -> None:
        self._seen = None
        # The phone takes it from the account: no file has to be opened there any more.
        self._session.settings.keep_waiting(self._session.store.path, None)
        self._session.delivered.emit()
        self._end(done.text if done.is_password_kept else f"{done.text} {NOT_KEPT}")

    def _fail(self, text: str) -> None:
        self._seen = None
        self._end(text)

    def _start(self, work: Callable[[GoOn], object], take: Callable[[Any], None]) -> None:
        """Do something in a thread of its own, and take what comes of it."""
        task = BackgroundTask(work)
        self._task, self._stopping = task, False
        self._progress.setRange(0, 0)
        # Bound methods and no lambdas: `disconnect(self)` finds a connection by its receiver alone.
        task.progressed.connect(self._progressed)
        task.done.connect(take)
        task.failed.connect(self._fail)
        self._enable()
        task.start()

    def _progressed(self, done: int, of: int) -> None:
        self._progress.setRange(0, of)
        self._progress.setValue(done)
        if not self._stopping:
            self._status.setText(f"{done} of {of}")

    def _end(self, text: str) -> None:
        """The task has ended, or nobody waits for it any more: say what came of it."""
        if self._task is not None:
            self._task.disconnect(self)
            self._task = None
        self._status.setText(text)
        self._enable()
        (self._publish if self._publish.isEnabled() else self._look).setFocus()
