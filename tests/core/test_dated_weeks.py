"""What the picture of a rotation shows and says; expected days by hand."""

from __future__ import annotations

from datetime import date, datetime

from heartplanner.core.cells.cells import Tone
from heartplanner.core.cells.dated_weeks import (
    break_days,
    line_one_words,
    search_tone,
    spoken_weeks,
)
from heartplanner.core.edits.edits import assign, new_plan
from heartplanner.core.plan.hours import BAND_HOURS, Band, RosterHours
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Assignment, Mark, Rotation, Search
from heartplanner.core.schedule.blocks import ZONE

TITLES = ("Jul 28", "Aug 4", "Aug 11", "Aug 18", "Aug 25", "Sep 1")


def test_the_breaks_days_also_over_the_end_of_the_cycle() -> None:
    assert break_days(EXAMPLE_ROTATION) == frozenset(range(33, 39))
    over = Rotation.parse("---ASSS -SSAS-- -SSAS-- ---ASSS -SSAS-- SSSA---")
    assert break_days(over) == {40, 41, 42, 1, 2, 3}
    assert break_days(Rotation.parse("------- " * 6)) == frozenset()


def test_the_weeks_are_said_in_words_and_not_in_letters() -> None:
    said = spoken_weeks(EXAMPLE_ROTATION, TITLES)
    assert said.startswith(
        "Jul 28: shift Tuesday, Wednesday and Friday; admin Thursday. Aug 4: shift Tuesday,"
    )
    assert (
        "Aug 25: shift Monday, Tuesday and Wednesday; admin Thursday; break Friday, Saturday and"
        " Sunday. Sep 1: break Monday, Tuesday and Wednesday; admin Thursday; shift Friday," in said
    )


def test_shifts_have_the_color_of_the_hours_with_which_their_rotation_is_used() -> None:
    start, february, march = date(2026, 3, 2), date(2027, 2, 1), date(2027, 3, 1)
    now = datetime(2026, 11, 28, 12, tzinfo=ZONE)
    plan = new_plan("p", Assignment(start, confirmed=True), now)
    search = Search(start, (Mark(february, "S"),))
    assert search_tone(plan, search) is Tone.DAY
    noon = RosterHours(february, BAND_HOURS[Band.EVENING])
    assert search_tone(plan, search._replace(hours=noon)) is Tone.EVENING
    evenings = assign(plan, Assignment(march, confirmed=True, band=Band.EVENING), now)
    assert search_tone(evenings, search) is Tone.DAY
    assert search_tone(evenings, search._replace(marks=(Mark(march, "S"),))) is Tone.EVENING


def test_the_first_of_six_typed_lines_has_its_dates() -> None:
    now = datetime(2026, 11, 28, 12, tzinfo=ZONE)
    plan = new_plan("p", Assignment(date(2026, 3, 4), confirmed=True), now)
    assert line_one_words(plan, date(2026, 11, 28)) == (
        "Line 1 is the week from Monday, March 2, 2026, and again the week from Monday, November 9, 2026."
        " Each line begins with Monday."
    )
    # Whoever begins in week 3 has line 1 two weeks before.
    third = new_plan("p", Assignment(date(2026, 3, 4), cycle_week=3, confirmed=True), now)
    assert line_one_words(third, date(2026, 3, 10)).startswith(
        "Line 1 is the week from Monday, February 16, 2026. Each"
    )
