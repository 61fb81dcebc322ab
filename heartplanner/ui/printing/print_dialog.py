"""The dialog that prints: which sheet, on what paper, and how it will look."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.sheets.kinds import SheetKind, SheetRef
from heartplanner.core.words.display_format import LANGUAGES, Language
from heartplanner.core.words.english import full_date
from heartplanner.pages.page import Page, Paper
from heartplanner.pages.render import left_out
from heartplanner.typed import override
from heartplanner.ui.fields.plain_fields import ChoiceField, NumberField, TextField, add_row
from heartplanner.ui.printing.printer import draw, has_printer, printer_for
from heartplanner.ui.settings import Printing
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.scroll_areas import FieldScroll
from heartplanner.ui.widgets.scroll_dialog import SHARE, plain

SIZE = (1080, 640)
LONGEST_NAME = 60
MOST_MONTHS = 24
OLD = "old"
MONTHS_BACK, MONTHS_ON = 24, 36
"""How far before and after the month on show one can choose."""
NO_PRINTER = "No printer is installed here. Save a PDF, and print that where there is one."
PAPERS = ((Paper.LETTER, "Letter"), (Paper.A4, "A4"))


class Offer(NamedTuple):
    """What can be printed: which month is offered, the first there is, and the six-week cards.

    `cards`: by the first days of their rotations; `rotation`: that of the one on show, if it has a card.
    `old`: the printed sheets that are out of date, and `old_text` that in words.
    """

    month: Month
    start: Month
    cards: Mapping[date, SheetRef]
    rotation: date
    old: tuple[SheetRef, ...] = ()
    old_text: str = ""


class PrintDialog(QDialog):
    """`pages` gives the sheets' pages as they would be printed. The signals ask for what is shown."""

    print_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(
        self,
        offer: Offer,
        pages: Callable[[Sequence[SheetRef], Printing], list[Page]],
        habits: Printing,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Print")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize() * SHARE))
        self._offer = offer
        self._pages_of = pages
        self._habits = habits
        self.pages: list[Page] = []
        self._at = 1
        self._sheet = ChoiceField(_sheets(offer), self._show)
        self._from = ChoiceField(_months(offer))
        self._rotation = ChoiceField(_rotations(offer), self._show)
        self._months = NumberField(1, MOST_MONTHS)
        self._language = ChoiceField(LANGUAGES, self._show)
        self._paper = ChoiceField(PAPERS, self._turn)
        self._light = QCheckBox("Save ink")
        self._name = TextField(habits.name, "none", self._show)
        self._reminds = QCheckBox("Remind me when these sheets are out of date")
        self._left_out = label("loud")
        self._back, self._page, self._on = QPushButton("<"), label(), QPushButton(">")
        self._pager = QWidget()
        self._printer = printer_for(habits.paper)
        self._preview = QPrintPreviewWidget(self._printer)
        self._build()
        self._show()

    def _build(self) -> None:
        self._paper.put(self._habits.paper)
        self._light.setChecked(self._habits.light)
        self._reminds.setChecked(True)
        self._name.setMaxLength(LONGEST_NAME)
        self._from.put(self._offer.month.first.isoformat())
        self._rotation.put(self._offer.rotation.isoformat())
        self._from.currentIndexChanged.connect(self._show)
        self._months.valueChanged.connect(self._show)
        self._light.toggled.connect(self._show)
        self._preview.paintRequested.connect(self._paint)
        self._preview.setAccessibleName("How it will look")
        self._build_pager()
        left, right, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        left.addWidget(self._form(), 1)
        left.addWidget(self._buttons())
        right.addWidget(self._preview, 1)
        right.addWidget(self._pager)
        row.addLayout(left, 2)
        row.addLayout(right, 3)

    def _form(self) -> FieldScroll:
        """What can be chosen; it scrolls where there is no room for it."""
        room = self._room = QWidget()
        room.setObjectName("scrolled")
        form = QFormLayout(room)
        for words, field in (
            ("What", self._sheet),
            ("From", self._from),
            ("Rotation", self._rotation),
            ("How many", self._months),
            ("Language", self._language),
            ("Paper", self._paper),
            ("Name on it", self._name),
        ):
            add_row(form, words, field)
        form.addRow(self._light)
        form.addRow(self._reminds)
        for words in (self._offer.old_text, "" if has_printer() else NO_PRINTER):
            if words:
                form.addRow(label("muted", words))
        form.addRow(self._left_out)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for combo in (self._sheet, self._from, self._rotation, self._language, self._paper):
            _let_be_narrow(combo)
        return self._scrolled(room)

    def _scrolled(self, room: QWidget) -> FieldScroll:
        scroll = FieldScroll()
        for area in self._preview.findChildren(QWidget):
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay with what can be chosen
        scroll.setWidget(room)
        self._choices = scroll
        return scroll

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """No choice is cut at its side: how wide they are is known once the style sheet is."""
        super().showEvent(event)
        bar = self._choices.verticalScrollBar().sizeHint().width()
        self._room.ensurePolished()
        self._choices.setMinimumWidth(self._room.minimumSizeHint().width() + bar)

    def _build_pager(self) -> None:
        """The way from page to page, where there are several."""
        pager = QHBoxLayout(self._pager)
        for button, words, pages in ((self._back, "Page before", -1), (self._on, "Page after", 1)):
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.clicked.connect(partial(self._turn_page, pages))
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self._back, self._page, self._on):
            pager.addWidget(widget)

    def _buttons(self) -> QDialogButtonBox:
        """Printing itself is offered where there is a printer; a PDF needs none."""
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        if has_printer():
            buttons.addButton("Print...", role.ActionRole).clicked.connect(self.print_wanted)
        buttons.addButton("Save as PDF...", role.ActionRole).clicked.connect(self.pdf_wanted)
        plain(buttons.buttons())
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def title(self) -> str:
        """What the printed job, or its file, is called."""
        first, last = self.pages[0].title, self.pages[-1].title
        return first if first == last else f"{first} - {last}"

    def sheet_refs(self) -> list[SheetRef]:
        """The sheets that are chosen."""
        kind = self._sheet.value()
        if kind == OLD:
            return list(self._offer.old)
        sheet_kind, month = SheetKind(kind), Month.of(date.fromisoformat(self._from.value()))
        if sheet_kind is SheetKind.CYCLE:
            return [self._offer.cards[date.fromisoformat(self._rotation.value())]]
        if sheet_kind is SheetKind.YEAR:
            return [SheetRef(sheet_kind, date(month.year, 1, 1))]
        language = (
            Language(self._language.value()) if sheet_kind is SheetKind.FAMILY else Language.ENGLISH
        )
        # After the last month that a plan may name comes that month again: each is printed once.
        months = [month.plus(n) for n in range(self._months.value())]
        return [SheetRef(sheet_kind, month.first, language) for month in dict.fromkeys(months)]

    @property
    def reminds(self) -> bool:
        """Whether to remember these sheets, so that a reminder comes once they are out of date."""
        return self._reminds.isChecked()

    def habits(self) -> Printing:
        """Paper, ink and name as they are chosen."""
        paper = Paper(self._paper.value())
        return self._habits._replace(
            paper=paper, light=self._light.isChecked(), name=self._name.value()
        )

    def _turn(self) -> None:
        """Another paper."""
        self._printer.setPageLayout(printer_for(self.habits().paper).pageLayout())
        self._show()

    def _show(self) -> None:
        """Lay the pages out anew, and say what they leave out or show as boxes."""
        kind = self._sheet.value()
        dated = kind not in (OLD, SheetKind.CYCLE)
        self._from.let(dated, "as they were" if kind == OLD else "the rotation chosen below")
        self._rotation.let(kind == SheetKind.CYCLE, "(six-week card only)")
        self._months.setEnabled(kind in (SheetKind.MONTH, SheetKind.FAMILY))
        self._language.let(kind == SheetKind.FAMILY, "English")
        self._name.setEnabled(kind != SheetKind.FAMILY)
        self.pages = self._pages_of(self.sheet_refs(), self.habits())
        several = len(self.pages) > 1
        self._months.setSuffix(" months" if self._months.value() > 1 else " month")
        self._left_out.setText("\n".join(left_out(self.pages)))
        self._pager.setVisible(several)
        self._preview.updatePreview()
        self._show_page(1)

    def _turn_page(self, pages: int) -> None:
        self._show_page(min(max(self._at + pages, 1), len(self.pages)))

    def _show_page(self, number: int) -> None:
        """Show a page, from 1 on; the preview itself tells which it shows only once it is laid out."""
        self._at = number
        self._preview.setCurrentPage(number)
        self._page.setText(f"Page {number} of {len(self.pages)}")
        self._back.setEnabled(number > 1)
        self._on.setEnabled(number < len(self.pages))

    def _paint(self, printer: QPrinter) -> None:
        draw(self.pages, printer)


def _let_be_narrow(choice: ChoiceField) -> None:
    """Let a choice be cut where the form has no room for its longest line."""
    choice.setSizeAdjustPolicy(choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(10)


def _sheets(offer: Offer) -> list[tuple[str, str]]:
    """What can be printed, in words."""
    old = [(OLD, "Sheets to reprint")] if offer.old else []
    return [
        *old,
        (SheetKind.MONTH, "Months"),
        (SheetKind.YEAR, "The whole year"),
        (SheetKind.CYCLE, "Six-week card (fold in half)"),
        (SheetKind.FAMILY, "For my family: when I am home"),
    ]


def _rotations(offer: Offer) -> list[tuple[str, str]]:
    """The rotations that have a card, by their first days."""
    return [(start.isoformat(), f"From {full_date(start)}") for start in offer.cards]


def _months(offer: Offer) -> list[tuple[str, str]]:
    """The months around the one on show, none of them before the start date, by their first days."""
    first = max(offer.start, offer.month.plus(-MONTHS_BACK))
    last = offer.month.plus(MONTHS_ON)
    count = (last.year - first.year) * 12 + last.number - first.number + 1
    months = (first.plus(n) for n in range(count))
    return [(month.first.isoformat(), month.title) for month in months]
