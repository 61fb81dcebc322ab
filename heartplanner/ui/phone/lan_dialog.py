"""A calendar for a phone on the same Wi-Fi: nothing is sent until it is started, nor once it is closed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.share.wifi.lan import EndReason, LanError, LanServer
from heartplanner.share.wifi.networks import Network, networks
from heartplanner.typed import override
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.widgets.cards import column, label, verbatim_label
from heartplanner.ui.widgets.qr_code import QrCode
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
LETTERS = 84
"""In a line."""
LOOK_EVERY = 250
"""Milliseconds between two looks at what the server has done."""
TIMES = (
    ("1", "one phone has fetched it"),
    ("3", "it was fetched three times"),
    ("0", "ten minutes, however often it was fetched"),
)
BEFORE = (
    "The phone and this computer must be on the same Wi-Fi. Nothing is sent until you press Start, and"
    " nothing once this is closed. It travels without encryption: use a Wi-Fi that you trust, such as"
    " the one at home."
)
NOBODY = (
    "This computer is on no network, so no phone can reach it. Join the Wi-Fi that the phone is on,"
    " then open this again."
)
STEPS = (
    "1. Point the phone's camera at the code, and open what it shows.",
    "2. On the page, press Get my shifts.",
    "3. Choose a calendar of its own for it, such as HEART.",
)
TROUBLE = (
    "If the phone does not open the page: it may be on mobile data, on a guest network (which keeps"
    " devices apart) or in a VPN. Or this computer's firewall asks whether to let it in: allow private"
    " networks. If nothing helps: View > On my phone has other ways, such as a file to mail to yourself."
)


def open_lan_dialog(
    data: bytes, receipt: str, parent: QWidget, *, start: bool = False
) -> LanDialog:
    """Open the dialog for one calendar file; `receipt`: what reading it back found. Returns at once.

    `start`: offer it at once where there is one network only, so that nothing is to be chosen.
    """
    dialog = LanDialog(data, receipt, networks(), parent)
    dialog.open()
    if start:
        dialog.begin()
    return dialog


class LanDialog(ScrollDialog):
    """Offers `data` on one of the networks, as soon as that is wanted."""

    fetched = Signal()
    """A phone has the whole file, the first of them."""

    def __init__(
        self, data: bytes, receipt: str, networks: Sequence[Network], parent: QWidget | None
    ) -> None:
        super().__init__(parent, "Send it by Wi-Fi", LETTERS)
        self._data, self._seen = data, 0
        self._server: LanServer | None = None
        self._network = ChoiceField(
            [(network.address, network.label) for network in networks], _nothing
        )
        self._times = ChoiceField(TIMES, _nothing)
        self._receipt, self._ended = label("", receipt), label("what")
        self._code, self._address, self._told = QrCode(), verbatim_label(), label("what")
        # As it is, its hyphens too: it is typed into a browser.
        self._address.setObjectName("address")
        reachable = any(not network.is_loopback for network in networks)
        self._before = column(label("", BEFORE if reachable else NOBODY), self._choices())
        self._during = self._offer()
        self._start = QPushButton()
        self._start.setObjectName("primary")
        self._start.setEnabled(bool(networks))
        self._start.clicked.connect(self._start_or_stop)
        # The server is looked at: its thread knows nothing of Qt, and so tells nothing by signals.
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._lay_out()
        self._show()
        self._start.setFocus()

    def begin(self) -> None:
        """Start, unless a network is to be chosen first."""
        if self._network.count() == 1:
            self._start_or_stop()

    @override
    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    def _choices(self) -> QWidget:
        """The network, where there are several, and how often."""
        holder = QWidget()
        form = QFormLayout(holder)
        form.setContentsMargins(0, 6, 0, 6)
        form.addRow("&Network", self._network)
        form.setRowVisible(self._network, self._network.count() > 1)
        form.addRow("Stop &after", self._times)
        return holder

    def _offer(self) -> QWidget:
        """The code beside the steps, the address below, and what to do if the phone does not come."""
        side = column(*(label("", step) for step in STEPS), self._told)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(side, 1)
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(9)
        lines.addLayout(row)
        lines.addWidget(label("", "Or type this address into the phone's browser:"))
        trouble = label("muted", TROUBLE)
        for text in (self._address, trouble):  # to copy, and to scroll to with Tab
            text.setTextInteractionFlags(SELECTABLE)
            lines.addWidget(text)
        return holder

    def _lay_out(self) -> None:
        """All but the buttons can be scrolled: with large text a small screen has no room for it."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._start, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.lay_out(column(self._receipt, self._ended, self._before, self._during), buttons)

    def _start_or_stop(self) -> None:
        if self._server is not None:
            self._end(EndReason.STOPPED)
            return
        try:
            self._server = LanServer(
                self._data, self._network.value(), times=int(self._times.value())
            )
        except LanError as error:
            self._ended.setText(str(error))
            self._show()
            return
        self._seen = 0
        self._ended.setText("")
        self._code.show_text(self._server.address)
        self._address.setText(self._server.address)
        self._timer.start()
        self._look()
        self._show()

    def _look(self) -> None:
        """Say what the server has done meanwhile."""
        if self._server is None:
            return
        ended = self._server.ended
        self._count(self._server)
        if ended is None:
            self._told.setText(
                f"{_fetched(self._seen)}\nEnds in {_clock(self._server.seconds_left)}."
            )
        else:
            self._end(ended)

    def _count(self, server: LanServer) -> None:
        before, self._seen = self._seen, server.fetched
        # The first time only: that the phone has the calendar is remembered once.
        if self._seen > before == 0:
            self.fetched.emit()

    def _end(self, why: EndReason) -> None:
        # Stopped first: a phone that has just taken the last byte is counted by then.
        self._stop()
        self._ended.setText(_end_words(why, self._seen))
        self._show()

    def _stop(self) -> None:
        self._timer.stop()
        if self._server is not None:
            self._server.stop()
            self._count(self._server)
            self._server = None

    def _show(self) -> None:
        """The choices, or what is being offered."""
        serving, ended = self._server is not None, bool(self._ended.text())
        self._receipt.setVisible(not serving and not ended)
        self._ended.setVisible(ended)
        self._before.setVisible(not serving)
        self._during.setVisible(serving)
        self._start.setText("Stop" if serving else "Start again" if ended else "Start")
        self.fit()


def _fetched(count: int) -> str:
    if count < 2:
        return "A phone has fetched it." if count else "Waiting for a phone."
    return f"Fetched {count} times."


def _clock(seconds: float) -> str:
    """9:58, minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _end_words(why: EndReason, count: int) -> str:
    had = f"{_fetched(count)} " if count else ""
    match why:
        case EndReason.FETCHED:
            return f"{had}On the phone, add all to a calendar of its own."
        case EndReason.TIME:
            return f"{had}Ten minutes are over: nothing is sent any more."
        case EndReason.WRONG:
            return (
                f"{had}Stopped, since somebody on this network tried many wrong addresses. Start again"
                " for a new one."
            )
        case EndReason.STOPPED:
            return f"{had}Stopped: nothing is sent any more."


def _nothing() -> None:
    pass
