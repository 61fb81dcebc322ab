"""The Cycle view: the six weeks of the rotation as a board that is also the editor."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from heartplanner.core.cells.draft_board import draft_board, rotation_choices
from heartplanner.core.cells.rotation_board import moved, put, stepped
from heartplanner.core.cells.rotation_draft import (
    Draft,
    begun,
    continuing,
    differs,
    in_force,
    opened,
    shown_day,
    week_one_lines,
)
from heartplanner.core.cells.rule_lines import care_lines, rule_lines, with_broken
from heartplanner.core.cells.transition import Transition, draft_transition
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.model import Plan, PlanError, Rotation
from heartplanner.core.words.english import full_date, whole_sentence
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.cycle.board_table import BoardTable
from heartplanner.ui.cycle.cycle_cards import HINT, NOTHING_YET, FieldsCard, RulesCard
from heartplanner.ui.cycle.letter_buttons import letter_buttons
from heartplanner.ui.cycle.sample_notice import SampleNotice
from heartplanner.ui.cycle.transition_view import TransitionView
from heartplanner.ui.fields.line_field import LineField
from heartplanner.ui.fields.named_form import left_out
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import ANY_WIDTH, column, label
from heartplanner.ui.widgets.scroll_areas import PageScroll

WIDE = 760
"""The width, at the usual size of text, from which the cards stand beside the board."""
CARDS, BESIDE, AROUND = 290, 420, 300
"""The cards' width; from which on the finder's button stands beside the words; what is around the rows."""


class CycleView(PageScroll):
    """Shows the rotation of a plan and lets one write another; the plan itself it never changes."""

    assignment_made = Signal(object)
    day_marked = Signal(object)  # a date of the board that keys or pointer went to
    confirmed = Signal()
    finder_wanted = Signal(object)
    """The rotation is to be looked for: from a date on, where one was chosen, else None."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        # A draft adds to what is below the board: nothing beside it moves for a bar.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._today = today
        self._scale, self._plan = 1.0, example_plan()
        self._draft = opened(self._plan, in_force(self._plan, today), today)
        self._made: date | None = None
        self._wrong = self._saved = ""
        self._shows = self._picked = False
        self._dated = draft_board(self._plan, self._draft, today)
        self._shown = left_out(ChoiceField((), self._choose))
        self._board = BoardTable(theme, today)
        self._since, self._text = label("muted"), LineField()
        self._hint, self._error = label("muted", HINT), label("loud")
        self._fields = FieldsCard(self._draft, today)
        self._rules = RulesCard(theme)
        self._transition = TransitionView(theme, today)
        self._notice = SampleNotice()
        self._body, self._head = (QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(2))
        self._build()
        self._connect()

    def show_plan(self, plan: Plan) -> None:
        """Show a plan's rotation; what is being written stays while what it began from is there."""
        made, self._made = self._made, None
        keeps = self._draft.base in plan.assignments and differs(self._plan, self._draft)
        self._plan = plan
        chosen = next((a for a in plan.assignments if a.start == made), None)
        if chosen or not keeps:
            shows = self._shows and self._draft.base in plan.assignments
            still = self._draft.base if shows else None
            base = chosen or still or in_force(plan, self._today)
            self._saved = f"Saved: your rotation from {full_date(base.start)}." if chosen else ""
            self._draft = opened(plan, base, self._today)
            self._wrong = ""
        self._shows, self._picked = True, False
        self._show(self._draft)
        announce(self, self._saved if chosen else "")

    def mark(self, day: date) -> None:
        """Mark a day where its date stands, or else where the rotation has it."""
        index = self._dated.index_of(day)
        if index is not None:
            self._board.mark(index)

    @property
    def unsaved(self) -> bool:
        """Whether a rotation is being written that is not used yet."""
        return bool(self._wrong) or differs(self._plan, self._draft)

    @property
    def usable(self) -> bool:
        """Whether it could be used as it stands."""
        return self._fields.use.isEnabled()

    def begin_new(self) -> None:
        """Begin a new rotation, unless one is being written, and put the keys on its first day."""
        if not self.unsaved:
            self._show(begun(self._plan, self._draft.start, self._today))
        self._fields.date.setFocus()
        self._fields.date.selectAll()
        self.ensureWidgetVisible(self._fields.date)

    def set_theme(self, theme: Theme) -> None:
        for part in (self._board, self._rules, self._transition):
            part.set_theme(theme)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        for part in (self._board, self._rules, self._transition):
            part.set_scale(scale)
        self._turn()

    def _show(self, draft: Draft) -> None:
        """Show a draft and all that follows from it."""
        self._draft = draft
        self._list_assignments()
        day = shown_day(self._plan, draft, self._today)
        edited = differs(self._plan, draft)
        self._saved = "" if edited or self._wrong else self._saved
        self._show_board(draft)
        self._fields.show_draft(draft)
        if not self._wrong:
            self._text.setText(draft.rotation.text)
        self._error.setText(whole_sentence(self._wrong))
        self._error.setVisible(bool(self._wrong))
        self._notice.say(sample=not draft.base.confirmed, saved=self._saved, editing=edited)
        shown, reason = self._transition_of(draft)
        self._transition.show_transition(shown)
        rules = rule_lines(draft.assignment, day)
        rules = with_broken(rules, dict(shown.broken)) if shown else rules
        self._rules.show_rules(rules, care_lines(draft.assignment, day))
        self._fields.show_warnings((*week_one_lines(draft), *(shown.brief if shown else ())))
        self._fields.show_reason(reason, differs=edited or bool(self._wrong))

    def _take_fields(self, draft: Draft) -> None:
        picked = self._picked
        self._show(draft if picked else continuing(self._plan, self._draft, draft, self._today))
        self._board.go_to(self._board.current)  # its date may be another now

    def _show_board(self, draft: Draft) -> None:
        """The six weeks, dated by the day that the draft begins on."""
        self._dated = draft_board(self._plan, draft, self._today)
        self._board.show_rows(self._dated.rows, self._dated.since)

    def _show_typed(self, start: date) -> None:
        """Date the board by what is being typed: nobody clicks on a day that another is about to be."""
        draft = self._draft._replace(start=start)
        self._show_board(continuing(self._plan, self._draft, draft, self._today))

    def _transition_of(self, draft: Draft) -> tuple[Transition | None, str]:
        """The transition to a draft, if there is one, and why the draft cannot be used, or nothing."""
        shown, reason = None, self._saved or NOTHING_YET
        if differs(self._plan, draft):
            shown, reason = draft_transition(self._plan, draft.assignment)
        return shown, whole_sentence(self._wrong) if self._wrong else reason

    def _edit(self, rotation: Rotation, *days: int) -> None:
        """Take a rotation in which the person entered these days."""
        self._wrong = ""
        entered = self._draft.entered.union(days)
        self._show(self._draft._replace(rotation=rotation, entered=entered))

    def _take_text(self, text: str) -> None:
        """What is typed or pasted counts as soon as it is a rotation."""
        try:
            rotation = Rotation.parse(text)
        except PlanError as error:
            self._wrong = str(error)
            self._show(self._draft)
            return
        self._wrong = ""
        where = self._text.cursorPosition()
        self._show(self._draft._replace(rotation=rotation))
        if self._text.hasFocus():
            if self._text.text() != text:
                where = len(self._text.text())
            self._text.setCursorPosition(where)

    def _paste(self, text: str) -> None:
        self._text.setText(text)
        self._take_text(text)

    def _put(self, day: int, letter: str) -> None:
        self._edit(put(self._draft.rotation, day, letter), day)
        announce(self._board, self._board.name_of(day))

    def _move(self, from_: int, to: int) -> None:
        self._edit(moved(self._draft.rotation, from_, to), from_, to)

    def use(self) -> None:
        """Hand on the rotation that is being written."""
        self._made = self._draft.start
        self.assignment_made.emit(self._draft.assignment)

    def _find(self) -> None:
        """Look for the rotation in the finder; the first day of a new one goes along."""
        new = self._draft.turned is not None or differs(self._plan, self._draft)
        self.finder_wanted.emit(self._draft.start if new and self._fields.date.right else None)

    def _reset(self) -> None:
        self._wrong, self._picked = "", False
        self._show(opened(self._plan, in_force(self._plan, self._today), self._today))

    def _choose(self) -> None:
        if self._shown.currentIndex() == len(self._plan.assignments):
            return  # the draft, which is on show
        base = self._plan.assignments[self._shown.currentIndex()]
        self._wrong, self._picked = "", True
        self._show(opened(self._plan, base, self._today))
        self._board.go_to(self._board.current)  # its date is another now

    def _list_assignments(self) -> None:
        """The plan's rotations to choose from, and the draft where it is another."""
        names, shown, since = rotation_choices(self._plan, self._draft, self._today)
        self._shown.offer(names, shown)
        # It is there before there is anything to choose: the board must not move once there is.
        self._shown.setEnabled(len(names) > 1)
        self._since.setText(since)

    def _connect(self) -> None:
        self._board.letter_put.connect(self._put)
        self._board.day_reached.connect(lambda day: self.day_marked.emit(self._dated.date_of(day)))
        self._board.day_stepped.connect(
            lambda day: self._put(day, stepped(self._draft.rotation.letters[day]))
        )
        self._board.day_moved.connect(self._move)
        self._board.text_pasted.connect(self._paste)
        self._text.textEdited.connect(self._take_text)
        self._fields.changed.connect(self._take_fields)
        self._fields.date_typed.connect(self._show_typed)
        self._fields.used.connect(self.use)
        self._fields.reset.connect(self._reset)
        self._notice.confirmed.connect(self.confirmed)

    def _build(self) -> None:
        self._since.setBuddy(self._shown)
        # It is as wide as the board, not as its words: with large text they would widen the page.
        self._shown.setMinimumContentsLength(1)
        self._shown.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._text.setAccessibleName("Rotation as text")
        self._text.setToolTip("Six weeks of seven letters, Monday first; can be pasted at once")
        cards = self._cards = column(self._fields, self._rules)
        cards.setMinimumWidth(220)
        left = column(
            self._shown, self._build_head(), self._board, letter_buttons(self._board), self._text,
            self._error, self._hint,
        )  # fmt: skip
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(14)
        self._body.addWidget(left, 1)
        self._body.addWidget(cards)
        (top := QWidget()).setLayout(self._body)
        inner = column(self._notice, top, self._transition)
        inner.setObjectName("scrolled")
        self.setWidget(inner)
        self.setFocusProxy(self._board)

    def _build_head(self) -> QWidget:
        find = QPushButton("Find my rotation...")
        find.clicked.connect(self._find)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self._since, 1)
        self._head.addWidget(find, 0, Qt.AlignmentFlag.AlignTop)
        (head := QWidget()).setLayout(self._head)
        return head

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        wide = self.viewport().width() >= WIDE * self._scale
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._board.set_room(self.viewport().height() - round(AROUND * self._scale))
        beside = self.viewport().width() >= BESIDE * self._scale
        for row in (self._head.setDirection, self._notice.arrange):
            row(direction.LeftToRight if beside else direction.TopToBottom)
        self._cards.setMaximumWidth(round(CARDS * self._scale) if wide else ANY_WIDTH)
