"""The form of an appointment: a new one, or one that is there, on one of its days or on all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import partial

from heartplanner.core.edits.own_entries import (
    add_entry,
    beginning_at,
    entry_of,
    replace_entry,
    replace_on,
    skip_entry,
)
from heartplanner.core.events.conflicts import CHECKED, entry_conflicts
from heartplanner.core.explain.changes.change_effects import Effect, Severity
from heartplanner.core.explain.entry_text import (
    conflict_lines,
    entry_line,
    entry_title,
    stays_off_text,
)
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.plan.own_entry import OwnEntry, WeeklyRepeat
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import weekday_date
from heartplanner.core.words.plain_text import plain_text
from heartplanner.files.disk import digest
from heartplanner.ui.edit.forms.change_form import ChangeForm, IncompleteError, put
from heartplanner.ui.edit.forms.change_outcome import NOT_SAVED, FormKind, Outcome, WorkOut
from heartplanner.ui.edit.forms.range_clicks import RangeClicks

APPOINTMENT = "appointment"
USUAL_HOURS = Hours(time(17), time(18))
AT_A_TIME, ALL_DAY = "time", "day"
TIMES = ((AT_A_TIME, "At a time"), (ALL_DAY, "All day"))
ALL, ONE, NONE = "all", "one", "none"
SCOPES = ((ALL, "All its days"), (ONE, "This day only"), (NONE, "Leave this day out"))
LEFT_OUT = ("left out", "out")
NEVER = ""
REPEATS = {
    "1": "Every week",
    "2": "Every second week",
    "3": "Every third week",
    "4": "Every fourth week",
    "6": "Every six weeks",
}
NO_CONFLICT = "It is during none of your shifts"
AS_IT_WAS = "Nothing is different yet."


def new_appointment(today: date) -> FormKind:
    """The form of a new appointment."""

    def begin(form: ChangeForm) -> WorkOut:
        # Of several days most have no time: a trip, a visit.
        hours = USUAL_HOURS if form.first == form.last else None
        entry = OwnEntry(0, "", form.first, form.last, hours)
        fields = _Fields(form, entry)
        return partial(
            _work_out, fields, lambda plan, at: add_entry(plan, fields.value(), at), today
        )

    return FormKind(APPOINTMENT, "Appointment", begin)


def changed_appointment(entry: OwnEntry, day: date, today: date) -> FormKind:
    """The form of an appointment that is there; `day`: the one of its days that it is opened on."""

    def begin(form: ChangeForm) -> WorkOut:
        one_of_many = entry.repeat is not None or entry.first != entry.last
        fields = _Fields(form, entry, day if one_of_many else None)
        form.follow = lambda _first, _last: None  # what is there does not move at a click

        def edit(plan: Plan, at: datetime) -> Plan:
            match fields.scope():
                case "none":
                    return skip_entry(plan, entry.id, day, at)
                case "one":
                    return replace_on(plan, fields.value(), day, at)
                case _:
                    return replace_entry(plan, fields.value(), at)

        return partial(_work_out, fields, edit, today)

    return FormKind(entry_form(entry), "Change appointment", begin)


def entry_form(entry: OwnEntry) -> str:
    """The name of the form of an appointment, as that is now: "appointment 3 5f0c...".

    By its number alone it would also be that of another one which got the number later.
    """
    return f"{APPOINTMENT} {entry.id} {digest(repr(entry).encode())[:16]}"


class _Fields:
    """The fields of an entry; `day`: where it has several, the one that may be changed alone."""

    def __init__(self, form: ChangeForm, entry: OwnEntry, day: date | None = None) -> None:
        self.form, self._entry, self._day = form, entry, day
        self._scope = form.choice("Change", SCOPES) if day else None
        form.start_at = None  # one begins with the name
        self._title = form.text("What", "Such as: Therapy")
        self._title.setText(entry.title)
        # Beside its name, where they are in sight: what is not ticked is missed on the phone later.
        self._phone, self._paper = form.ticks(
            ("On my phone too", entry.on_phone), ("On paper too", entry.on_paper)
        )
        ends = RangeClicks(form, (entry.first, entry.last), self._match_weekday)
        self._first, self._last = ends.first, ends.last
        hours = entry.hours or USUAL_HOURS
        self._timed = form.choice("Time", TIMES)
        self._timed.put(AT_A_TIME if entry.hours else ALL_DAY)
        self._start = form.clock("Begins", hours.start, column=0)
        self._end = form.end_clock("Ends", hours.end, (self._first, self._start.value), column=1)
        self._hours = hours
        weeks = str(entry.repeat.weeks) if entry.repeat else NEVER
        other = {weeks: f"Every {weeks} weeks"} if weeks and weeks not in REPEATS else {}
        choices = {NEVER: "Does not repeat", **REPEATS, **other}
        self._weeks = form.choice("Repeats", list(choices.items()))
        self._weeks.put(weeks)
        chosen = entry.repeat.weekdays if entry.repeat else (entry.first.weekday(),)
        self._weekdays = form.weekdays("On", chosen)
        self._until = form.optional_day("Until, if it ends", self._end_of(entry))
        self._until.about = lambda _: ""
        self._until.revert()
        self._follow(form)
        self._let()

    def scope(self) -> str:
        """Whether all its days are to be others, one day alone, or that day is left out."""
        return self._scope.value() if self._scope else ALL

    def value(self) -> OwnEntry:
        """The entry as the fields have it. Raises IncompleteError while it has no name."""
        title = plain_text(self._title.value())
        if not title:
            raise IncompleteError("Type what it is.")
        first = self._first.value()
        repeat = None
        if self._weeks.value():
            repeat = WeeklyRepeat(
                int(self._weeks.value()), self._weekdays.value(), self._until.day()
            )
        timed = self._timed.value() == AT_A_TIME
        return self._entry._replace(
            title=title,
            first=first,
            last=first if repeat else self._last.value(),
            hours=Hours(self._start.value(), self._end.value()) if timed else None,
            repeat=repeat,
            skipped=() if self.scope() == ONE else self._entry.skipped,
            on_phone=self._phone.isChecked(),
            on_paper=self._paper.isChecked(),
        )

    def _follow(self, form: ChangeForm) -> None:
        """Bring fields into line with one another, from now on."""
        self._start.applied.connect(self._move_end)
        self._end.applied.connect(self._measure)
        for choice in (self._timed, self._weeks):
            choice.currentIndexChanged.connect(lambda _: self._let())
        if self._scope is not None:
            self._scope.currentIndexChanged.connect(lambda _: form.together(self._take_scope))

    def _let(self) -> None:
        """Only what counts can be used."""
        scope, timed = self.scope(), self._timed.value() == AT_A_TIME
        stays, repeats = scope != NONE, bool(self._weeks.value())
        for field in (self._title, self._first, self._timed, self._phone, self._paper):
            field.setEnabled(stays)
        for clock in (self._start, self._end):
            clock.setEnabled(stays and timed)
        for part in (self._weekdays, self._until):
            part.setEnabled(stays and repeats)
        self._last.setEnabled(stays and not repeats)
        self._weeks.setEnabled(scope == ALL)

    def _take_scope(self) -> None:
        """One day has its own date and does not repeat; all of them have what was entered for them."""
        entry = self._entry
        if self.scope() != ALL and self._day is not None:
            put(self._first, self._day)
            put(self._last, self._day)
            self._weeks.put(NEVER)
        else:
            put(self._first, entry.first)
            put(self._last, entry.last)
            self._weeks.put(str(entry.repeat.weeks) if entry.repeat else NEVER)
        self._let()

    def _match_weekday(self) -> None:
        """A single weekday is that of the first date, as long as it does not repeat."""
        if not self._weeks.value():
            self._weekdays.put((self._first.value().weekday(),))

    def _move_end(self) -> None:
        """Another beginning keeps the length."""
        moved = beginning_at(self._hours, self._start.value())
        self.form.together(lambda: self._end.put(moved.end))

    def _measure(self) -> None:
        self._hours = Hours(self._start.value(), self._end.value())

    @staticmethod
    def _end_of(entry: OwnEntry) -> date | None:
        return entry.repeat.until if entry.repeat else None


def _work_out(
    fields: _Fields,
    edit: Callable[[Plan, datetime], Plan],
    today: date,
    base: Schedule,
    moment: datetime,
) -> Outcome:
    """What comes of the entry that the fields have now: the work that it runs into first."""
    display = fields.form.display
    try:
        after = Schedule(edit(base.plan, moment))
    except IncompleteError as error:
        return Outcome(missing=str(error))
    except PlanError as error:
        return Outcome(wrong=str(error))
    changed = [one for one in after.plan.entries if one not in base.plan.entries]
    if not changed:
        return Outcome(missing=AS_IT_WAS)
    entry = changed[-1]
    if fields.scope() == NONE:
        day = (set(entry.skipped) - set(entry_of(base.plan, entry.id).skipped)).pop()
        return Outcome(
            after,
            [Effect(Severity.INFO, f"{entry_line(entry, display)}.")],
            name=f"{entry.title} on {weekday_date(day)} left out",
            spans=((day, day),),
            marks={day: LEFT_OUT},
        )
    return Outcome(
        after,
        _effects(after, entry, today, display),
        name=entry_title(entry, display),
        spans=((entry.first, entry.first if entry.repeat else entry.last),),
        marks=_marks(entry),
    )


def _marks(entry: OwnEntry) -> Mapping[date, tuple[str, ...]]:
    """The days of a year on which the calendar shows it as not saved yet."""
    return dict.fromkeys(entry.dates(entry.first, entry.first + CHECKED), NOT_SAVED)


def _effects(after: Schedule, entry: OwnEntry, today: date, display: DisplayFormat) -> list[Effect]:
    lines = conflict_lines(entry_conflicts(after, entry, today), display)
    warnings = [Effect(Severity.WARNING, line) for line in lines]
    within = " within a year" if entry.repeat else ""
    fine = [] if warnings else [Effect(Severity.INFO, f"{NO_CONFLICT}{within}.")]
    stays_off = stays_off_text(entry)
    off = [Effect(Severity.INFO, stays_off)] if stays_off else []
    return [*warnings, *fine, Effect(Severity.INFO, f"{entry_line(entry, display)}."), *off]
