"""The kinds of change, in one list: menu, keys, the panel's buttons and the dialog are made of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from functools import partial
from typing import NamedTuple

from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    ChangeDetail,
    Extra,
    MovedAdmin,
    Note,
    OtherHours,
    Swap,
    Training,
)
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.model import PlanError
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.cycle import assignment_at
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import weeks
from heartplanner.core.words.english import brief_day, clock_span, weekday
from heartplanner.ui.edit.change_form import BANDS, ChangeForm
from heartplanner.ui.widgets.flow_layout import unmarked

USUAL = ("", "My usual hours")
OWN_HOURS = ("", "Other hours")
Make = Callable[[], ChangeDetail]
"""The change as the fields of a form have it now. Raises PlanError where they say none."""


class ChangeKind(NamedTuple):
    """A kind of change: its words in the menu, its key, and what fills its form.

    `id` is also its icon's name. `line`: a line stands before it in the menu; `button`: the panel offers
    it at once, the others stand under More.
    """

    id: str
    text: str
    key: str
    fill: Callable[[ChangeForm], Make]
    line: bool = False
    button: bool = False

    @property
    def title(self) -> str:
        """Extra shift."""
        return unmarked(self.text).rstrip(".")


def _absence(kind: AbsenceKind, form: ChangeForm) -> Make:
    first, last = form.day("From"), form.day("To", form.last)
    first.applied.connect(lambda: last.put(max(first.value(), last.value())))
    return lambda: Absence(kind, first.value(), last.value())


def _called_off(form: ChangeForm) -> Make:
    day = form.day("On")
    return lambda: Absence(AbsenceKind.CALLED_OFF, day.value(), day.value())


def _swap(form: ChangeForm) -> Make:
    worked = shift_on(form.schedule, form.first) is not None
    form.ready = worked  # on a free day one Enter would add a shift that nobody asked for
    giving, give = form.optional_date("I give my shift on", form.first, on=worked)
    taking, take = form.optional_date("I take a shift on", form.last, on=not worked)
    band = form.choice("Hours of the shift you take", (USUAL, *BANDS))
    band.setEnabled(taking.isChecked())
    taking.toggled.connect(band.setEnabled)
    colleague = form.text("With", "A colleague's name, if you like")
    return lambda: Swap(
        give.value() if giving.isChecked() else None,
        take.value() if taking.isChecked() else None,
        Band(band.value()) if band.value() else None,
        colleague.value(),
    )


def _extra(form: ChangeForm) -> Make:
    day = form.day("On")
    kind = form.choice("Hours", (*BANDS, OWN_HOURS))
    assigned = assignment_at(form.schedule.plan, form.first)
    kind.put(str(assigned.band) if assigned else "")
    start, end = form.clock("Begins", time(9)), form.clock("Ends", time(13))
    for field in (start, end):
        field.setEnabled(not kind.value())
        kind.currentIndexChanged.connect(lambda _, f=field: f.setEnabled(not kind.value()))

    def make() -> ChangeDetail:
        if kind.value():
            band = Band(kind.value())
            return Extra(day.value(), band, BAND_HOURS[band])
        return Extra(day.value(), None, Hours(start.value(), end.value()))

    return make


def _admin(form: ChangeForm) -> Make:
    day = form.day("The admin time of", _admin_day(form.schedule, form.first))
    to = form.day("is worked on", form.last)
    other, start = form.optional_time("at another time", time(9))
    return lambda: MovedAdmin(day.value(), to.value(), start.value() if other.isChecked() else None)


def _admin_day(schedule: Schedule, day: date) -> date:
    """The day chosen if it has admin, else the one of its week that has."""
    (week,) = weeks(schedule, day, day)
    admin = [
        worked.date for worked in week.days if any(b.kind is Kind.ADMIN for b in worked.blocks)
    ]
    return day if day in admin or not admin else admin[0]


def _timed(make: Callable[[date, Hours], ChangeDetail], form: ChangeForm) -> Make:
    day = form.day("On")
    start, end = form.clock("Begins", time(9)), form.clock("Ends", time(17))
    return lambda: make(day.value(), Hours(start.value(), end.value()))


def _other_hours(form: ChangeForm) -> Make:
    """Begins with the shift's own hours: one changes the one that is other."""
    shift = shift_on(form.schedule, form.first)
    hours = shift.hours if shift else BAND_HOURS[Band.DAY]
    day = form.day("On")
    start, end = form.clock("Begins", hours.start), form.clock("Ends", hours.end)
    return lambda: _new_hours(form.schedule, day.value(), Hours(start.value(), end.value()))


def _ended(form: ChangeForm) -> Make:
    """A shift that ended late, or early: its end alone is asked for."""
    shift = shift_on(form.schedule, form.first)
    hours = shift.hours if shift else BAND_HOURS[Band.DAY]
    end = form.clock(
        f"Your shift of {weekday(form.first)}, {brief_day(form.first)} ended at", hours.end
    )
    return lambda: _new_hours(form.schedule, form.first, Hours(hours.start, end.value()))


def _new_hours(schedule: Schedule, day: date, hours: Hours) -> ChangeDetail:
    """Other hours for a day's shift. Raises PlanError where they are those that it has."""
    shift = shift_on(schedule, day)
    if shift is not None and shift.hours == hours:
        raise PlanError(
            f"{clock_span(*hours)} are this shift's hours now: type the ones you worked."
        )
    return OtherHours(day, hours)


def shift_on(schedule: Schedule, day: date) -> Block | None:
    """The shift of a day, as earlier changes left it."""
    blocks = (block for worked in schedule.days(day, day) for block in worked.blocks)
    return next((block for block in blocks if block.kind is Kind.SHIFT), None)


def _note(form: ChangeForm) -> Make:
    day, text = form.day("On"), form.text("Note", "Only you will read it")
    form.start_at = text
    return lambda: Note(day.value(), text.value())


CHANGE_KINDS = (
    ChangeKind("leave", "&Leave...", "L", partial(_absence, AbsenceKind.LEAVE), button=True),
    ChangeKind("sick", "&Sick...", "K", partial(_absence, AbsenceKind.SICK)),
    ChangeKind("called-off", "&Called off...", "O", _called_off),
    ChangeKind("swap", "S&wap...", "S", _swap, line=True, button=True),
    ChangeKind("extra", "&Extra shift...", "E", _extra),
    ChangeKind("ended-at", "En&ded at...", "D", _ended, button=True),
    ChangeKind("hours", "Other &hours...", "H", _other_hours, button=True),
    ChangeKind("admin", "Move &admin...", "A", _admin),
    ChangeKind("training", "&Training...", "R", partial(_timed, Training)),
    ChangeKind("note", "&Note...", "N", _note, button=True),
)


def change_kind(kind_id: str) -> ChangeKind:
    return next(kind for kind in CHANGE_KINDS if kind.id == kind_id)
