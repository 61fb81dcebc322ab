"""The two questions of the page: which phone it is, and how the calendar gets there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from heartplanner.style.theme import Theme
from heartplanner.ui.phone.page.account_form import IMPORTED, AccountForm
from heartplanner.ui.phone.phone_memory import PhoneChoice, PhoneKind, PhoneWay
from heartplanner.ui.widgets.cards import label, verbatim_label
from heartplanner.ui.widgets.choice_card import ChoiceCard
from heartplanner.ui.widgets.flow_layout import flow

SIDE_BY_SIDE = 560
"""Width, at the usual size of text, from which the phones stand side by side."""
KINDS = {
    PhoneKind.IPHONE: ("iPhone", "Calendar app", "export"),
    PhoneKind.ANDROID: ("Android", "Google or other calendar", "export"),
    PhoneKind.OTHER: ("Something else", "Outlook, Thunderbird, a watch", "step-computer"),
}


class WayText(NamedTuple):
    """What a card says of a way; `badge`: how many clicks each later change takes."""

    title: str
    words: str
    badge: str
    picture: str


NONE_AFTER, ONE_EACH = "no clicks after this", "one click each time"
WAYS = {
    PhoneWay.SYNC: WayText(
        "Always in sync",
        "After every change your calendar goes to your account, and your phone shows it.",
        NONE_AFTER,
        "step-sync",
    ),
    PhoneWay.KEPT: WayText(
        "A file that is kept up to date",
        "In a shared folder (iCloud Drive, Nextcloud, Dropbox, Syncthing) that your phone reads.",
        NONE_AFTER,
        "copy",
    ),
    PhoneWay.WIFI: WayText(
        "Over Wi-Fi, now",
        "Your phone scans a code and adds the calendar once.",
        ONE_EACH,
        "wifi",
    ),
    PhoneWay.FILE: WayText(
        "A file, now",
        "You save a calendar file and send it to yourself by e-mail.",
        ONE_EACH,
        "open",
    ),
}
ONWARD = {
    PhoneWay.SYNC: ("Save and sync", "Save and sync"),
    PhoneWay.KEPT: ("Choose the place...", "Save"),
    PhoneWay.WIFI: ("Show the code...", "Show the code..."),
    PhoneWay.FILE: ("Save the file...", "Save the file"),
}
"""What the button says: before a place is known, and after it."""
SUBSCRIBED = {
    PhoneKind.IPHONE: "iPhone",
    PhoneKind.ANDROID: "Android",
    PhoneKind.OTHER: "Outlook",
}
"""With which steps the way to subscribe opens."""
STOP = {PhoneWay.SYNC: "Stop syncing", PhoneWay.KEPT: "Stop keeping it up to date"}
READ_BY = {
    PhoneKind.IPHONE: "An iPhone subscribes to a link to the file, which a cloud or a web space gives.",
    PhoneKind.ANDROID: "On Android the app ICSx5 reads the file, or a link to it.",
    PhoneKind.OTHER: "Outlook, Thunderbird and others subscribe to a link to the file.",
}
WIFI_WORDS = (
    "The phone and this computer must be on the same Wi-Fi. It travels without encryption: use a Wi-Fi that"
    " you trust, such as the one at home."
)
NO_PLACE = "You choose the place when you press the button below."


class PlaceLine(QWidget):
    """Where a file is. `kept`: it is kept up to date, and `read_by` says how a phone reads it.

    `imported`: what to do with a calendar that the phone has from a file before.
    """

    edited = Signal()
    link_wanted = Signal()
    """The person wants to see how a phone subscribes to the file."""

    def __init__(self, *, kept: bool = False) -> None:
        super().__init__()
        self.path = ""
        self.read_by, self._path, self._none = (
            label("muted"),
            verbatim_label(),
            label("muted", NO_PLACE),
        )
        self._other = QPushButton("Another place")
        self._other.clicked.connect(self._forget)
        self._link = QPushButton("Subscribe to it...")
        self._link.clicked.connect(self.link_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.imported = label("muted", IMPORTED)
        links = flow([self._link, self._other])
        for part in (self.read_by, self.imported, self._path, self._none, links):
            column.addWidget(part)
        for part in (self.read_by, self._link):
            part.setVisible(kept)
        self.imported.hide()

    def put(self, path: str) -> None:
        self.path = path
        self._path.setText(path)
        self._path.setVisible(bool(path))
        self._other.setVisible(bool(path))
        self._none.setVisible(not path)

    def _forget(self) -> None:
        self.put("")
        self.edited.emit()


class KindCards(QWidget):
    """`edited`: another phone was chosen."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self._cards: dict[PhoneKind, ChoiceCard] = {}
        for number, (kind, (title, words, picture)) in enumerate(KINDS.items()):
            self._cards[kind] = card = ChoiceCard(title, words, theme)
            card.put_picture(picture)
            self._group.addButton(card.button, number)
            self._row.addWidget(card, 1)
        self._group.idClicked.connect(lambda _: self.edited.emit())

    @property
    def kind(self) -> PhoneKind:
        return list(KINDS)[max(self._group.checkedId(), 0)]

    def put(self, kind: PhoneKind) -> None:
        self._cards[kind].button.setChecked(True)

    def fit(self, width: int, theme: Theme, scale: float) -> None:
        """Stand side by side where there is room for that."""
        way = QBoxLayout.Direction
        self._row.setDirection(
            way.LeftToRight if width >= SIDE_BY_SIDE * scale else way.TopToBottom
        )
        for card in self._cards.values():
            card.set_theme(theme, scale)


class WayCards(QWidget):
    """`edited`: another way, account or place. What belongs to a way is shown where it is chosen."""

    edited = Signal()
    link_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.account = AccountForm()
        self._kept, self._file = PlaceLine(kept=True), PlaceLine()
        self._kept.link_wanted.connect(self.link_wanted)
        self._bodies: Mapping[PhoneWay, QWidget] = {
            PhoneWay.SYNC: self.account,
            PhoneWay.KEPT: self._kept,
            PhoneWay.WIFI: label("muted", WIFI_WORDS),
            PhoneWay.FILE: self._file,
        }
        self._group = QButtonGroup(self)
        self._cards: dict[PhoneWay, ChoiceCard] = {}
        for number, (way, text) in enumerate(WAYS.items()):
            self._cards[way] = card = ChoiceCard(text.title, text.words, theme, self._bodies[way])
            card.put_badge(text.badge, good=text.badge == NONE_AFTER)
            card.put_picture(text.picture)
            self._group.addButton(card.button, number)
            column.addWidget(card)
        self._group.idClicked.connect(lambda _: self._turn())
        for part in (self.account, self._kept, self._file):
            part.edited.connect(self.edited)

    @property
    def way(self) -> PhoneWay:
        return list(WAYS)[max(self._group.checkedId(), 0)]

    @property
    def card(self) -> ChoiceCard:
        """The card of the way that is marked."""
        return self._cards[self.way]

    def put(self, choice: PhoneChoice) -> None:
        """Show a choice; where no way was chosen yet, the first one is marked."""
        self.account.put(choice.server, choice.user)
        for way, line in ((PhoneWay.KEPT, self._kept), (PhoneWay.FILE, self._file)):
            line.put(choice.path if choice.way is way else "")
        self.mark(choice.way or PhoneWay.SYNC)

    def mark(self, way: PhoneWay) -> None:
        self._cards[way].button.setChecked(True)
        self._turn()

    def follow_kind(self, kind: PhoneKind) -> None:
        """Say how a phone of this kind reads a file that is kept."""
        self._kept.read_by.setText(READ_BY[kind])

    def warn_of_import(self, *, imported: bool) -> None:
        """Whether a file was saved for the phone before, where one goes on to what keeps itself right."""
        self.account.warn_of_import(imported=imported)
        self._kept.imported.setVisible(imported)

    def value(self, kind: PhoneKind) -> PhoneChoice:
        """The choice as it stands."""
        lines = {PhoneWay.KEPT: self._kept, PhoneWay.FILE: self._file}
        path = lines[self.way].path if self.way in lines else ""
        account = self.account
        return PhoneChoice(kind, self.way, path, account.server.value(), account.user.value())

    def set_looks(self, theme: Theme, scale: float) -> None:
        for card in self._cards.values():
            card.set_theme(theme, scale)
        self.account.fit(scale)

    def _turn(self) -> None:
        for way, body in self._bodies.items():
            body.setVisible(way is self.way)
        self.edited.emit()
