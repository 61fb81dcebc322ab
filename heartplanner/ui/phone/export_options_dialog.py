"""What goes into the calendar that is exported: for the phone, or as a copy for the family."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.calendar.export_options import (
    COLORS,
    LONGEST_WORD,
    PHONE,
    RELATIVES,
    CalendarPart,
    ExportOptions,
    Privacy,
    check_options,
)
from heartplanner.core.plan.model import PlanError
from heartplanner.core.words.display_format import LANGUAGES, Language
from heartplanner.core.words.english import counted
from heartplanner.files.disk import FileError
from heartplanner.ui.fields.plain_fields import ChoiceField, TextField
from heartplanner.ui.phone.alarm_field import AlarmField
from heartplanner.ui.phone.phone_text import preview_text
from heartplanner.ui.widgets.cards import Card, label
from heartplanner.ui.widgets.message_boxes import say
from heartplanner.ui.widgets.scroll_dialog import SHARE, ScrollDialog

if TYPE_CHECKING:
    from heartplanner.files.calendar.export import Export

LETTERS = 78
COLUMNS = 2.7
"""How much room two columns of boxes need, with what stands left of them, in widths of the widest."""
FAMILY = (RELATIVES, "My family: a copy for others")
PARTS = {
    CalendarPart.SHIFTS: "Shifts, extra shifts, training",
    CalendarPart.ADMIN: "Admin",
    CalendarPart.BREAK: "Breaks",
    CalendarPart.LEAVE: "Leave, sick, called off",
    CalendarPart.DAYS_OFF: "Days off, as free days",
    CalendarPart.MILESTONES: "Reminder dates",
}
COPIES = (
    (Privacy.NO, "Everything: it is for me"),
    (Privacy.BUSY, "Only when I am busy"),
    (Privacy.HOME, "Only when I am home"),
)
MONTHS = (3, 6, 12, 24)


class ExportOptionsDialog(ScrollDialog):
    """`first`: what the target that is shown first would get now; `export` gives it for others.

    `keep` remembers a target's options. Both raise FileError; `export` gives None where a person wants
    to leave things as they are.
    """

    file_wanted = Signal(str)
    wifi_wanted = Signal(str)
    """Each for the target on show, whose options are kept."""

    def __init__(
        self,
        first: Export,
        export: Callable[[str], Export | None],
        keep: Callable[[str, ExportOptions], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, "Calendar options", LETTERS)
        self._export_of, self._keep = export, keep
        self._exports = {first.target: first}
        self._drafts: dict[str, ExportOptions] = {}
        self._shown = first.target
        self._filling = True
        self._target = ChoiceField([(first.target, "My phone"), FAMILY], self._turn)
        self._parts = {part: QCheckBox(words) for part, words in PARTS.items()}
        self._boxes = QGridLayout()
        self._privacy = ChoiceField(COPIES, self._show)
        self._language = ChoiceField(LANGUAGES, self._show)
        self._word = TextField("", "", self._show)
        self._alarm = AlarmField(self._show)
        self._admin_alarm = AlarmField(self._show)
        self._name = TextField("", "", self._show)
        self._color = ChoiceField([("", "Phone's default"), *_colors()], self._show)
        self._months = ChoiceField([], self._show)
        self._preview = label()
        self._target.put(first.target)
        self._build()
        self._fill(first.options)

    def _build(self) -> None:
        for index, name in enumerate(COLORS, 1):
            self._color.setItemIcon(index, _swatch(COLORS[name]))
        for field in (self._word, self._name):
            field.setMaxLength(LONGEST_WORD)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("Who it is for", self._target)
        form.addRow("Details", self._privacy)
        form.addRow("Language", self._language)
        form.addRow("Include", self._boxes)
        form.addRow("Titles begin with", self._word)
        form.addRow("Alarm for shifts", self._alarm)
        form.addRow("Alarm for admin", self._admin_alarm)
        form.addRow("Name", self._name)
        form.addRow("Color", self._color)
        form.addRow("How far ahead", self._months)
        for box in self._parts.values():
            box.toggled.connect(self._show)
            self._boxes.addWidget(box)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.addLayout(form)
        column.addWidget(Card("Preview", self._preview))
        column.addStretch()
        self.lay_out(body, self._buttons_of_it())
        self._arrange()

    def _buttons_of_it(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Cancel)
        keep = buttons.addButton("Save options", QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setDefault(True)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        save = buttons.addButton("Save the file...", QDialogButtonBox.ButtonRole.ActionRole)
        save.clicked.connect(lambda: self._keep_and_emit(self.file_wanted))
        wifi = buttons.addButton("Send it by Wi-Fi...", QDialogButtonBox.ButtonRole.ActionRole)
        wifi.clicked.connect(lambda: self._keep_and_emit(self.wifi_wanted))
        self._outgoing = save, wifi
        return buttons

    def _arrange(self) -> None:
        """The boxes in two columns, or in one where their words would be cut."""
        room = self.screen().availableSize().width() * SHARE
        wide = max(box.sizeHint().width() for box in self._parts.values())
        columns = 2 if COLUMNS * wide < room else 1
        for n, box in enumerate(self._parts.values()):
            self._boxes.addWidget(box, n // columns, n % columns)
        self.fit()

    def value(self) -> ExportOptions:
        """The options as they stand."""
        return ExportOptions(
            parts=frozenset(part for part, box in self._parts.items() if box.isChecked()),
            word=self._word.value(),
            alarm=self._alarm.alarm(),
            privacy=Privacy(self._privacy.value()),
            language=Language(self._language.value()),
            name=self._name.value(),
            color=self._color.value(),
            months=int(self._months.value()),
            admin_alarm=self._admin_alarm.alarm(),
        )

    def _turn(self) -> None:
        """Show the options of another target; what was chosen for the one before is kept in mind."""
        target = self._target.value()
        if target == self._shown:
            return
        export = self._exports.get(target) or self._read(target)
        if export is None:
            self._target.put(self._shown)
            return
        self._exports[target] = export
        self._drafts[self._shown] = self.value()
        self._shown = target
        self._fill(self._drafts.get(target, export.options))

    def _read(self, target: str) -> Export | None:
        try:
            return self._export_of(target)
        except FileError as error:
            say(self, "This cannot be read", str(error))
            return None

    def _fill(self, options: ExportOptions) -> None:
        """Show these options."""
        # Each field that is filled says that it changed: what follows is shown once, at the end.
        self._filling = True
        for part, box in self._parts.items():
            box.setChecked(part in options.parts)
        self._privacy.put(options.privacy)
        self._language.put(options.language)
        self._word.setText(options.word)
        self._name.setText(options.name)
        self._color.put(options.color)
        self._alarm.fill(options.alarm)
        self._admin_alarm.fill(options.admin_alarm)
        _refill(self._months, MONTHS, options.months)
        self._filling = False
        # What keeps itself up to date takes no file.
        for button in self._outgoing:
            button.setVisible(self._shown in (PHONE, RELATIVES))
        self._show()

    def _show(self) -> None:
        """Let only be chosen what counts, and show the first events as they would be."""
        if self._filling:
            return
        options = self.value()
        own = options.privacy is Privacy.NO
        home = options.privacy is Privacy.HOME
        self._language.let(not own, "English (Spanish for a family copy)")
        self._word.setEnabled(own)
        for alarm in (self._alarm, self._admin_alarm):
            alarm.setEnabled(not home)
        for part, box in self._parts.items():
            box.setEnabled(
                not home and (own or part not in (CalendarPart.LEAVE, CalendarPart.MILESTONES))
            )
        self._name.setPlaceholderText(options._replace(name="").title)
        self._preview.setText(preview_text(self._exports[self._shown], options))

    def _kept(self) -> bool:
        """Remember what was chosen, for each target for which it was."""
        self._drafts[self._shown] = self.value()
        # All are checked before any is kept: a wrong name of one target must not leave the other saved.
        for do in (lambda _, options: check_options(options), self._keep):
            for target, options in self._drafts.items():
                if options != self._exports[target].options and not self._done(do, target):
                    return False
        return True

    def _done(self, do: Callable[[str, ExportOptions], None], target: str) -> bool:
        """Whether something can be done with a target's options; what cannot is said and shown."""
        try:
            do(target, self._drafts[target])
        except (PlanError, FileError) as error:
            self._target.put(target)
            say(self, "This cannot be saved", str(error))
            return False
        return True

    def _accept(self) -> None:
        if self._kept():
            self.accept()

    def _keep_and_emit(self, wanted: SignalInstance) -> None:
        if self._kept():
            self.accept()
            wanted.emit(self._shown)


def _refill(field: ChoiceField, usual: tuple[int, ...], value: int) -> None:
    """The usual numbers of months to choose from, with the one in force among them."""
    field.clear()
    for number in sorted({*usual, value}):
        field.addItem(counted(number, "month"), str(number))
    field.put(str(value))


def _colors() -> list[tuple[str, str]]:
    words = {"royalblue": "Royal blue", "darkorange": "Dark orange", "seagreen": "Sea green"}
    more = {"rebeccapurple": "Purple", "slategray": "Slate gray"}
    return [(name, (words | more).get(name, name.capitalize())) for name in COLORS]


def _swatch(number: str) -> QIcon:
    picture = QPixmap(14, 14)
    picture.fill(QColor(number))
    return QIcon(picture)
