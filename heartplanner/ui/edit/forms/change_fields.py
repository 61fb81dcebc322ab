"""What fills the form of each kind of change, and gives the change as its fields have it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from functools import partial

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
from heartplanner.core.plan.hours import BAND_HOURS, HOURS_BAND, Band, Hours
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.cycle import assignment_at
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import weeks
from heartplanner.core.words.english import clock_span, print_dash, weekday_date
from heartplanner.ui.edit.forms.change_form import ChangeForm, IncompleteError, put
from heartplanner.ui.edit.forms.range_clicks import RangeClicks
from heartplanner.ui.edit.forms.taken_from import taken_from_choice
from heartplanner.ui.fields.date_field import DateField

USUAL = ("", "Usual")
OWN_HOURS = ("", "Other hours")
USUAL_OWN = "usual"
"""The choice of one's usual hours where they are neither a day's nor an evening's."""
Make = Callable[[], ChangeDetail]
"""The change as the fields of a form have it now. Raises IncompleteError where they say none yet."""
USUAL_HOURS = BAND_HOURS[Band.DAY]


def _absence(kind: AbsenceKind, form: ChangeForm) -> Make:
    taken_from = taken_from_choice(form) if kind is AbsenceKind.LEAVE else lambda: None
    form.start_at = None  # one begins with the days
    ends = RangeClicks(form, (form.first, form.last))

    def make() -> ChangeDetail:
        first, last = ends.first.value(), ends.last.value()
        # A free day alone may be the beginning of a range: that nothing is worked is no warning yet.
        if first == last and not is_worked(form.schedule, first):
            raise IncompleteError(
                f"You are free on {weekday_date(first)}. Click the last day, or type it under To."
            )
        return Absence(kind, first, last, taken_from())

    return make


def _called_off(form: ChangeForm) -> Make:
    day = form.day("On")
    return lambda: Absence(AbsenceKind.CALLED_OFF, day.value(), day.value())


def _swap(form: ChangeForm) -> Make:
    """A day of the calendar on which there is a shift is one that is given; else it is one to take."""
    worked = shift_on(form.schedule, form.first) is not None
    form.ready = worked  # on a free day one Enter would add a shift that nobody asked for
    give = form.optional_day("You give your shift on", form.first if worked else None)
    take = form.optional_day("You take a shift on", None if worked else form.last)
    band = form.choice("Its hours", (USUAL, *form.bands()), column=0)
    colleague = form.name("With", "Colleague", column=1)
    form.asked = form.tick("Only asked yet").isChecked
    form.start_at = take if worked else give
    # Colleagues are first thought of here: a start without them is faster.
    from heartplanner.ui.edit.forms.swap_partner import offer_partners, swap_facts

    form.facts = partial(swap_facts, form)
    offer = offer_partners(form, give, take, band, colleague)

    def follow(day: date, _last: date) -> None:
        put(give if shift_on(form.schedule, day) else take, day)
        offer()

    form.follow = follow

    def make() -> ChangeDetail:
        if give.day() is None and take.day() is None:
            raise IncompleteError(
                "Choose the day of the shift you give, of the one you take, or both."
            )
        taken = Band(band.value()) if band.value() and take.day() else None
        return Swap(give.day(), take.day(), taken, colleague.value())

    return make


def _extra(form: ChangeForm) -> Make:
    day = form.day("On")
    assigned = assignment_at(form.schedule.plan, form.first)
    own = assigned.shift_hours if assigned else None
    usual = [(USUAL_OWN, print_dash(clock_span(*own, form.display)))] if own else []
    kind = form.choice("Hours", (*usual, *form.bands(), OWN_HOURS))
    kind.put(USUAL_OWN if own else str(assigned.band) if assigned else "")
    start = form.clock("Begins", time(9), column=0)
    end = form.end_clock("Ends", time(13), (day, start.value), column=1)
    for field in (start, end):
        field.setEnabled(not kind.value())
        kind.currentIndexChanged.connect(lambda _, f=field: f.setEnabled(not kind.value()))

    def make() -> ChangeDetail:
        if own and kind.value() == USUAL_OWN:
            return Extra(day.value(), HOURS_BAND.get(own), own)
        if kind.value():
            band = Band(kind.value())
            return Extra(day.value(), band, BAND_HOURS[band])
        return Extra(day.value(), None, Hours(start.value(), end.value()))

    return make


def _admin(form: ChangeForm) -> Make:
    form.takes_all = True
    day = form.day("The admin time of", _admin_day(form.schedule, form.first))
    to = form.day("is worked on", form.last)
    other, start = form.optional_time("at another time", time(9))

    def follow(first: date, _last: date) -> None:
        put(day if _has_admin(form.schedule, first) else to, first)

    form.follow = follow

    def make() -> ChangeDetail:
        if day.value() == to.value() and not other.isChecked():
            raise IncompleteError("Choose the day on which you work it, or another time.")
        return MovedAdmin(day.value(), to.value(), start.value() if other.isChecked() else None)

    return make


def _has_admin(schedule: Schedule, day: date) -> bool:
    (found,) = schedule.days(day, day)
    return any(block.kind is Kind.ADMIN for block in found.blocks)


def _admin_day(schedule: Schedule, day: date) -> date:
    """The day chosen if it has admin, else the one of its week that has."""
    (week,) = weeks(schedule, day, day)
    admin = [
        worked.date for worked in week.days if any(b.kind is Kind.ADMIN for b in worked.blocks)
    ]
    return day if day in admin or not admin else admin[0]


def _timed(make: Callable[[date, Hours], ChangeDetail], form: ChangeForm) -> Make:
    day = form.day("On")
    start = form.clock("Begins", time(9), column=0)
    end = form.end_clock("Ends", time(17), (day, start.value), column=1)
    return lambda: make(day.value(), Hours(start.value(), end.value()))


def _other_hours(form: ChangeForm) -> Make:
    """Begins with the shift's own hours: one changes the one that is other."""

    def show() -> None:
        hours = _hours_on(form.schedule, day.value()) or USUAL_HOURS
        start.put(hours.start)
        end.put(hours.end)

    hours = _hours_on(form.schedule, form.first) or USUAL_HOURS
    day = form.day("On", settle=show)
    start = form.clock("Begins", hours.start, column=0)
    end = form.end_clock("Ends", hours.end, (day, start.value), column=1)
    form.start_at = start

    def make() -> ChangeDetail:
        hours = Hours(start.value(), end.value())
        if hours == _hours_on(form.schedule, day.value()):
            raise IncompleteError("Type when this shift began, or when it ended.")
        return OtherHours(day.value(), hours)

    form.follow = lambda first, _last: _put_and(day, first, show)
    return make


def _ended(form: ChangeForm) -> Make:
    """A shift that ended late, or early: its end alone is asked for."""

    def show() -> None:
        end.put(hours_now().end)

    begun = _begun(form.schedule, form.first)
    day = form.day("On", begun, settle=show)

    def hours_now() -> Hours:
        return _hours_on(form.schedule, day.value()) or USUAL_HOURS

    end = form.end_clock("Ended at", hours_now().end, (day, lambda: hours_now().start))
    form.start_at = end

    def make() -> ChangeDetail:
        known = _hours_on(form.schedule, day.value())
        if known and end.value() == known.end:
            raise IncompleteError("Type when this shift ended.")
        return OtherHours(day.value(), Hours(hours_now().start, end.value()))

    form.follow = lambda first, _last: _put_and(day, _begun(form.schedule, first), show)
    return make


def _begun(schedule: Schedule, day: date) -> date:
    """The day whose shift is meant by this one: the day before, on the free morning after a night shift."""
    before, found = schedule.days(day - timedelta(days=1), day)
    night = any(block.kind.is_shift and block.ends_next_day for block in before.blocks)
    return before.date if night and not found.blocks else day


def _put_and(day: DateField, chosen: date, show: Callable[[], None]) -> None:
    """Follow the calendar to another day, and show the hours that it has."""
    if chosen != day.value():
        put(day, chosen)
        show()


def _hours_on(schedule: Schedule, day: date) -> Hours | None:
    """The hours of a day's shift, or of its extra shift; None where it has neither."""
    (found,) = schedule.days(day, day)
    shifts = sorted(
        (block for block in found.blocks if block.kind.is_shift),
        key=lambda block: block.kind is Kind.EXTRA,
    )
    return shifts[0].hours if shifts else None


def is_worked(schedule: Schedule, day: date) -> bool:
    """Whether there is work on a day from which leave could be taken, whatever was taken off already."""
    (found,) = schedule.days(day, day)
    return bool(found.blocks or found.taken_off)


def shift_on(schedule: Schedule, day: date) -> Block | None:
    """The shift of a day, as earlier changes left it."""
    blocks = (block for worked in schedule.days(day, day) for block in worked.blocks)
    return next((block for block in blocks if block.kind is Kind.SHIFT), None)


def _note(form: ChangeForm) -> Make:
    day, text = form.day("On"), form.text("Note", "Only you will read it")
    form.start_at = text

    def make() -> ChangeDetail:
        if not text.value():
            raise IncompleteError("Type the note.")
        return Note(day.value(), text.value())

    return make


CHANGE_FIELDS: Mapping[str, Callable[[ChangeForm], Make]] = {
    "leave": partial(_absence, AbsenceKind.LEAVE),
    "sick": partial(_absence, AbsenceKind.SICK),
    "called-off": _called_off,
    "swap": _swap,
    "extra": _extra,
    "ended-at": _ended,
    "hours": _other_hours,
    "admin": _admin,
    "training": partial(_timed, Training),
    "note": _note,
}
"""By the kind's id: what adds its fields to a form."""
