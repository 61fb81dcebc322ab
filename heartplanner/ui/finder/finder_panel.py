"""What stands beside the finder's board: the counts, the next question, what follows, and what to use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartplanner.core.cells.dated_weeks import dated_weeks
from heartplanner.core.cells.finder_board import board_date, question_on
from heartplanner.core.finder.certainty import (
    DateOf,
    break_words,
    marked_words,
    weekend_words,
)
from heartplanner.core.finder.conflict import Conflict
from heartplanner.core.finder.counting.work_week_counts import counts_by_work_week, work_week_text
from heartplanner.core.finder.own_rotation import likely_rotations
from heartplanner.core.finder.repair.repair import RepairedRotation, repair
from heartplanner.core.finder.repair.repair_text import headline
from heartplanner.core.finder.resolutions import Resolution, resolutions
from heartplanner.core.finder.search import (
    Findings,
    counts_by_mark,
    counts_of,
    search_of,
    total_rotations,
)
from heartplanner.core.finder.use_start import first_of_days
from heartplanner.core.plan.model import Options, Plan
from heartplanner.core.words.english import counted
from heartplanner.style.theme import Theme
from heartplanner.ui.finder.finder_cards import (
    CountCard,
    FindingsCard,
    OptionsCard,
    QuestionCard,
    UseCard,
)
from heartplanner.ui.widgets.cards import column

LEAST_WIDTH = 220
BEFORE_ROTATION, AFTER_ROTATION = 2, 3
"""The places among the cards of what follows."""
ONE_DAY_IN = 4
"""Of so many days one may differ: where more do, it is not clear which marks are the right ones."""


class FinderPanel(QWidget):
    """The cards of a plan's search.

    `answered`: the day of the cycle, 1 to 42, that was asked about, and its letter; `searched`: what was
    done, in words, and the new Search; `rotation_used`: the Search, and the Rotation that is to be worked;
    `repaired`: the Repair of marks that no rotation fits; `keys_taken`: the button that got the keys, since
    those went that had them.
    """

    answered = Signal(int, str)
    repaired = Signal(object)
    searched = Signal(str, object)
    rotation_used = Signal(object, object)
    keys_taken = Signal(object)

    def __init__(self, theme: Theme, today: date, plan: Plan) -> None:
        super().__init__()
        self._today, self._search = today, search_of(plan)
        self._left = counts_of(self._search)
        self._plan, self._cycle = plan, 0
        self._conflict: Conflict | None = None
        self._asked: int | None = None
        self._leads_to_use = False
        self._weeks = dated_weeks(plan, self._search, 0, frozenset(self._left.certain))
        self._rotations: Iterator[RepairedRotation] = iter(())
        self._rotation: RepairedRotation | None = None
        self._count, self._question, self._findings = CountCard(), QuestionCard(), FindingsCard()
        self._use, self._options = UseCard(theme), OptionsCard()
        # Ranking takes longer than counting: the counts are drawn before it begins.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_likely)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        cards = column(self._count, self._question, self._findings, self._use, self._options)
        self._cards = cards.layout()
        whole.addWidget(cards)
        self.setMinimumWidth(LEAST_WIDTH)
        self._question.answered.connect(self._answer)
        self._findings.resolved.connect(self._resolve)
        self._findings.nearest_wanted.connect(self._use_it)
        self._options.changed.connect(self._take_options)
        self._use.used.connect(self._use_it)
        self._use.other_wanted.connect(self._show_next)

    def show_findings(self, plan: Plan, results: Findings, cycle: int) -> None:
        """Show what follows from a search in a plan, on the dates of a cycle, from 0."""
        search, left, conflict = results
        self._search, self._left, self._conflict = search, left, conflict
        self._plan, self._cycle = plan, cycle
        self._hold_keys()
        done = marked_words(len({mark.date for mark in search.marks}), left)
        of = f"of {total_rotations(search.options):,}. {done}"
        self._count.show_counts(left.total, of, counts_by_mark(search))
        dated = partial(board_date, search, cycle)
        self._ask(left.ask_next)
        self._show_what_follows(dated)
        self._options.show_options(search.options)
        self._weeks = dated_weeks(plan, search, cycle, frozenset(left.certain))
        if conflict:
            self._use.show_rotation(None, self._weeks, only=False, first=True)
        else:
            self._use.show_counting()
        self._later.start(0)

    def _show_what_follows(self, dated: DateOf) -> None:
        """What is certain, or what is in the way of it."""
        if self._conflict:
            self._show_conflict(self._conflict)
            return
        left = self._left
        weeks = self._work_weeks() if self._search.options.work_week is None else ""
        self._put_findings(AFTER_ROTATION)
        self._findings.show_facts([break_words(left, dated), weekend_words(left, dated), weeks])

    def _show_conflict(self, conflict: Conflict, nearly: str = "", nearest: str = "") -> None:
        """What is in the way, with what other work weeks would do.

        `nearly`: what fits nearly all marks; `nearest`: what the button says that uses it.
        """
        self._put_findings(BEFORE_ROTATION)
        text = "\n".join(filter(None, (self._work_weeks(), nearly, conflict.text)))
        self._findings.show_conflict(text, resolutions(self._search, conflict), nearest)

    def _put_findings(self, place: int) -> None:
        """A conflict comes before what could be used; facts do not push its button out of sight."""
        assert isinstance(self._cards, QVBoxLayout)
        if self._cards.indexOf(self._findings) != place:
            self._cards.insertWidget(place, self._findings)

    def _work_weeks(self) -> str:
        return work_week_text(self._search, counts_by_work_week(self._search))

    def lead_to_use(self) -> None:
        """Give the keys to what uses the rotation, as soon as one is shown and nothing is to be asked."""
        self._leads_to_use = True

    def _hold_keys(self) -> None:
        """Where the keys are on a button that goes or waits, keep them until the rotation is shown."""
        # Qt would hand them to the next field, a rule far below, and scroll there.
        asked = self._left.ask_next is None and self._question.has_keys
        if asked or self._use.main_button.hasFocus():
            self.lead_to_use()
            self.setFocus()

    def _give_keys(self) -> None:
        button = self._use.main_button
        if self._leads_to_use and self._asked is None and button.isEnabled():
            button.setFocus()
            self.keys_taken.emit(button)
        self._leads_to_use = False

    def set_looks(self, theme: Theme, scale: float) -> None:
        self._use.set_looks(theme, scale)

    def _ask(self, day: int | None) -> None:
        """Ask about a day of the cycle, 1 to 42, or about none."""
        self._asked = day
        asked = board_date(self._search, self._cycle, day) if day else None
        self._question.ask(question_on(self._plan, asked, self._today) if asked else "")

    def _answer(self, letter: str) -> None:
        if self._asked:
            self.answered.emit(self._asked, letter)

    def _show_likely(self) -> None:
        if self._conflict:
            self._show_repair(self._conflict)
            return
        likely = likely_rotations(self._plan, self._search, self._search.marks)
        # A generator: the next rotation is looked for once somebody asks for another one.
        self._rotations = (RepairedRotation(rotation, ()) for rotation in likely)
        self._show_next(first=True)

    def _show_repair(self, conflict: Conflict) -> None:
        """Show what fits nearly all marks, where no rotation fits them all."""
        repaired = repair(self._search, one_in=ONE_DAY_IN)
        if repaired is None:
            return
        self._left = repaired.left
        agreeing = counted(repaired.marked - repaired.differing, "day")
        self._show_conflict(
            conflict, headline(repaired), f"Use the rotation that fits {agreeing}..."
        )
        self._ask(repaired.ask_next)
        self._weeks = dated_weeks(
            self._plan, self._search, self._cycle, frozenset(repaired.left.certain)
        )
        self._rotations = iter(repaired.shown)
        self._show_next(first=True)
        self.repaired.emit(repaired)

    def _show_next(self, *, first: bool = False) -> None:
        self._rotation = next(self._rotations, None)
        if self._rotation is None and not first:  # all were shown: from the first again
            self._show_likely()
            return
        only = self._left.known
        rotation, differs = self._rotation or (None, ())
        self._use.show_rotation(rotation, self._weeks, only=only, first=first)
        days = {mark.date for mark in self._search.marks}
        asks = rotation is not None and first_of_days(days, self._search) is not None
        self._use.show_differing(differs, len(days), asks=asks)
        self._give_keys()

    def _resolve(self, way: Resolution) -> None:
        self.searched.emit(way.done, way.search)

    def _take_options(self, options: Options) -> None:
        self.searched.emit("the rules to follow", self._search._replace(options=options))

    def _use_it(self) -> None:
        if self._rotation:
            self.rotation_used.emit(self._search, self._rotation.rotation)
