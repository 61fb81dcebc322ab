"""The cards beside the rotation's board: from when on and in which hours, and the posting's rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFormLayout, QGridLayout, QPushButton, QWidget

from heartplanner.core.cells.rotation_draft import Draft
from heartplanner.core.cells.rule_lines import RuleLine
from heartplanner.core.plan.hours import BAND_HOURS, NIGHT_HOURS, Band
from heartplanner.core.plan.model import CYCLE_WEEKS
from heartplanner.core.words.display_format import DEFAULT_FORMAT
from heartplanner.core.words.english import clock, clock_span, full_date
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.fields.hours_field import HoursField
from heartplanner.ui.fields.plain_fields import ChoiceField, add_row
from heartplanner.ui.fields.time_field import TimeField
from heartplanner.ui.fields.work_week_field import FROM, WorkWeekField
from heartplanner.ui.widgets.cards import Card, label

NOTHING_YET = "Change the rotation, its hours or its week: then it can be used from this date on."
HINT = "These six weeks repeat. Leave, swaps and other changes of single days stand in the month."
OTHER = "other"
MARK = 18
REASON_LINES = 4
# Strokes within the mark: a tick, a line, and the two of a cross.
HOLDS = ((4.5, 9.5), (8.0, 13.0), (13.5, 5.5))
QUIET = (((5.0, 9.0), (13.0, 9.0)),)
FAILS = ((5.5, 5.5), (12.5, 12.5)), ((5.5, 12.5), (12.5, 5.5))


class RuleMark(QWidget):
    """A tick in a circle, a cross in a square, or a quiet line in one: told apart by shape alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._holds, self._quiet = True, False
        self._scale = 1.0
        self.setFixedSize(MARK, MARK)

    def show_rule(self, rule: RuleLine) -> None:
        self._holds, self._quiet = rule.holds, rule.quiet
        self.update()

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.setFixedSize(QSize(MARK, MARK) * scale)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        ground = QRectF(1, 1, MARK - 2, MARK - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        calm = self._holds or self._quiet
        painter.setBrush(self.theme.text if calm else self.theme.accent)
        if self._holds:
            painter.drawEllipse(ground)
        else:
            painter.drawRoundedRect(ground, 3, 3)
        painter.setPen(QPen(self.theme.page, 2.2, c=Qt.PenCapStyle.RoundCap))
        for line in (HOLDS,) if self._holds else QUIET if self._quiet else FAILS:
            painter.drawPolyline([QPointF(x, y) for x, y in line])


class RulesCard(Card):
    """Which of HEART's schedule rules the rotation keeps, and what asks for care all the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("HEART's schedule rules")
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        self._lines = [(RuleMark(theme), label()) for _ in range(6)]
        for row, (mark, text) in enumerate(self._lines):
            grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1)
        holder = QWidget()
        holder.setLayout(grid)
        self._cares = label("warning")
        self.add(holder)
        self.add(self._cares)

    def show_rules(self, rules: Sequence[RuleLine], cares: Sequence[str]) -> None:
        """`cares`: what asks for care though no rule forbids it."""
        self._cares.setText("\n".join(cares))
        self._cares.setVisible(bool(cares))
        for (mark, text), rule in zip(self._lines, rules, strict=True):
            mark.show_rule(rule)
            text.setText(rule.text)

    def set_theme(self, theme: Theme) -> None:
        for mark, _ in self._lines:
            mark.theme = theme
            mark.update()

    def set_scale(self, scale: float) -> None:
        for mark, _ in self._lines:
            mark.set_scale(scale)


class FieldsCard(Card):
    """From which date on, and how the rotation is worked. `changed` tells the new draft.

    `date_typed`: what the date that is being typed is understood as, before it is taken over.
    """

    date_typed = Signal(object)
    changed = Signal(object)
    used = Signal()
    reset = Signal()

    def __init__(self, draft: Draft, today: date) -> None:
        super().__init__("From which date on?")
        self._draft = draft
        self.date = DateField(draft.start, today, self._take_date)
        self.week = ChoiceField(
            [(str(n), f"week {n} of {CYCLE_WEEKS}") for n in range(1, CYCLE_WEEKS + 1)],
            self._take_week,
        )
        bands = [(str(band), clock_span(*hours)) for band, hours in BAND_HOURS.items()]
        self.band = ChoiceField([*bands, (OTHER, "Other hours")], self._take_others)
        self.own = HoursField(NIGHT_HOURS, DEFAULT_FORMAT, self._take_others)
        self.work_week = WorkWeekField(self._take_work_week)
        self.admin = TimeField(draft.admin_start, DEFAULT_FORMAT, self._take_others)
        self._rows = QFormLayout()
        self.until = label("muted")
        self.use = QPushButton("Use this rotation")
        self.use.setObjectName("primary")
        self.back = QPushButton("Discard changes")
        self.warnings = label("warning")
        self.warnings.hide()
        self.reason = label("muted")
        # Its lines keep their room: the rules below must not move while one works on the board.
        self.reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.reason.setMinimumHeight(REASON_LINES * self.reason.fontMetrics().lineSpacing())
        self._build()

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft says; nothing is told."""
        self._draft = draft
        fields = (self.date, self.week, self.band, self.admin, self.work_week)
        for entry_field in fields:
            entry_field.blockSignals(True)
        self.work_week.put_day(draft.work_week)
        self.date.put(draft.start)
        self.week.put(str(draft.assignment.cycle_week))
        self.band.put(OTHER if draft.shift_hours else draft.band)
        self._rows.setRowVisible(self.own, draft.shift_hours is not None)
        if draft.shift_hours:
            self.own.put(draft.shift_hours)
        self.admin.put(draft.admin_start)
        for entry_field in fields:
            entry_field.blockSignals(False)
        start = datetime.combine(draft.start, draft.admin_start)
        end = start + timedelta(minutes=draft.base.admin_minutes)
        self.until.setText(f"to {clock(end)}")

    def show_warnings(self, warnings: Sequence[str]) -> None:
        """What is to be known before the rotation is used; it stands below the button, which stays."""
        self.warnings.setText("\n".join(warnings))
        self.warnings.setVisible(bool(warnings))

    def show_reason(self, reason: str, *, differs: bool) -> None:
        """Why the rotation cannot be used as it stands; empty if it can."""
        wrong = [field.feedback.text() for field in (self.date, self.admin) if not field.right]
        own = self.own.wrong if self._draft.shift_hours else ""
        reason = next(filter(None, (*wrong, own)), reason)
        focused = self.use.hasFocus() or self.back.hasFocus()
        self.use.setEnabled(not reason)
        self.back.setEnabled(differs)
        self.use.setAccessibleDescription(reason or self.warnings.text().replace("\n", " "))
        day = full_date(self._draft.start)
        self.reason.setText(reason or f"It can be used from {day} on.")
        if focused and not differs:
            self.date.setFocus()  # a button that is done with gives the focus to its neighbour

    def _build(self) -> None:
        form = self._rows
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            ("First day", self.date),
            ("That date is in", self.week),
            ("Shifts", self.band),
        ):
            add_row(form, words, field)
        form.addRow(self.own)  # two fields: they need the labels' room too
        add_row(form, "Admin from", self.admin)
        form.addRow("", self.until)
        add_row(form, FROM, self.work_week)
        holder = QWidget()
        holder.setLayout(form)
        for widget in (holder, self.use, self.back, self.warnings, self.reason):
            self.add(widget)
        self.use.clicked.connect(self.used)
        self.date.textEdited.connect(lambda: self.date_typed.emit(self.date.understood))
        self.back.clicked.connect(self._reset)

    def _reset(self) -> None:
        """Also what is typed and could not be taken over."""
        self.date.revert()
        self.own.revert()
        self.admin.revert()
        self.reset.emit()

    def _take_date(self) -> None:
        self.changed.emit(self._draft._replace(start=self.date.value()))

    def _take_week(self) -> None:
        self.changed.emit(self._draft._replace(cycle_week=int(self.week.value())))

    def _take_work_week(self) -> None:
        self.changed.emit(self._draft._replace(work_week=self.work_week.day() or 0))

    def _take_others(self) -> None:
        own, band = None, self._draft.band
        if self.band.value() == OTHER:
            own = self.own.value()
        else:
            band = Band(self.band.value())
        self.changed.emit(
            self._draft._replace(band=band, shift_hours=own, admin_start=self.admin.value())
        )
