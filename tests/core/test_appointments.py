"""Appointments in answers: they make their part of the day not free, and are named."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from entry_examples import DENTIST, THERAPY, TRIP
from examples import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import own_entries, plans

from heartplanner.core.ask.ask import answer, ask, context_of
from heartplanner.core.ask.asked_days import AskedDays, Part
from heartplanner.core.ask.question import Answer, Wanted
from heartplanner.core.edits.own_entries import settled
from heartplanner.core.events.entry_occurrences import entry_on, entry_runs
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan, each_date
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.core.schedule.schedule import Schedule

TODAY = date(2026, 11, 28)
ENTRIES = (THERAPY._replace(id=1), DENTIST._replace(id=2), TRIP._replace(id=3))


def asked(plan: Plan, text: str) -> Answer:
    own = plan._replace(entries=ENTRIES)
    return ask(Schedule(own), text, context_of(own, TODAY, {}))


def test_is_it_free_names_them(example: Plan) -> None:
    """December 29 and 3: the rotation leaves the first free, and has admin 9 am-1 pm on the second."""
    free = asked(example, "Dec 29 evening")
    assert free.sentence == (
        "Tuesday, December 29, 2026, evening (5 pm-10 pm): you are free, but you have Therapy, 5 pm-6 pm."
    )
    # Leave does not help: other evenings are what there is to offer.
    assert {option.minutes for option in free.options} == {0}
    assert asked(example, "Dec 3").sentence.endswith(
        "you have admin time 9 am-1 pm, and you have Dentist, 3 pm-3:45 pm."
    )
    assert asked(example, "Dec 18-20").sentence == (
        "December 18-20, 2026: you work on 1 of 3 days: 1 shift, 12 h, and you have Trip, day 1 of 3."
    )
    assert "Therapy" not in asked(example, "Dec 22 evening").sentence


def test_of_many_the_sentence_names_the_first(example: Plan) -> None:
    """Every second Tuesday from December 1 has Therapy; the dentist is on the 3rd, the trip on the 18th."""
    told = asked(example, "Dec 1 to Mar 31")
    assert "Therapy, 5 pm-6 pm, on Tue, Dec 1, Dentist" in told.sentence
    assert told.sentence.endswith(" more.")
    assert "Mar" not in told.sentence.partition("you have Therapy")[2]
    (also,) = [fact for fact in told.facts if fact.startswith("Also then: ")]
    assert "Dentist" not in also
    assert "Trip" in told.sentence + also


def test_the_nearest_free_evenings_have_no_appointment(example: Plan) -> None:
    near = asked(example, "Dec 1 evening").options
    days = [option.first for option in near if option.change is None]
    assert days
    assert not any(THERAPY.lies_on(day) for day in days)


def test_a_day_that_is_taken_is_not_offered_and_the_day_of_a_swap_names_what_one_has_then(
    example: Plan,
) -> None:
    """Friday, December 25, is worked; Monday the 21st is free, and so is Friday the 4th, in the break."""
    choir = DENTIST._replace(
        title="Choir",
        first=date(2026, 12, 21),
        last=date(2026, 12, 21),
        hours=Hours(time(10), time(11)),
    )
    market = TRIP._replace(title="Market", first=date(2026, 12, 4), last=date(2026, 12, 4))
    own = example._replace(entries=(choir._replace(id=1), market._replace(id=2)))
    told = ask(Schedule(own), "Dec 25", context_of(own, TODAY, {}))
    # Nobody asked about that Friday, so nothing is said of it.
    assert not any("Market" in fact for fact in told.facts)
    assert date(2026, 12, 4) not in [option.first for option in told.options]
    # Monday to Wednesday are then three shifts in a row, and on Thursday, the 24th, there is admin time.
    assert (
        "Swap: work Mon, Dec 21 instead; fewer than two days off after three or more 12-hour shifts"
        " in a row; Choir, 10 am-11 am then"
    ) in [option.why for option in told.options]
    plain = ask(Schedule(example), "Dec 25", context_of(example, TODAY, {}))
    assert date(2026, 12, 4) in [option.first for option in plain.options]
    assert not any(fact.startswith("Left out") for fact in plain.facts)


def test_what_leaves_weekends_out_and_what_lies_in_time_off_is_named(example: Plan) -> None:
    """The trip of December 18-20 takes that weekend, whatever the rotation has; the dentist takes none."""
    weekends = asked(example, "free weekends in December")
    assert "Left out: Dec 18-20, Trip." in weekends.facts
    assert not any("Dentist" in fact or "Therapy" in fact for fact in weekends.facts)
    assert not any("Trip" in fact for fact in asked(example, "free weekends in January").facts)
    assert not any("Trip" in fact for fact in asked(example, "free Mondays in December").facts)
    assert "Trip" in asked(example, "stretch 24 hours in December with Dec 19").options[0].why


def test_a_list_that_is_cut_short_says_so(example: Plan) -> None:
    year = asked(example, "free day in 2027").facts
    assert "The first 12 ways are listed, with leave or without; there are more." in year
    assert not any("more" in fact for fact in asked(example, "free weekends in December").facts)


def test_a_window_may_hold_an_hour_but_no_day_that_is_taken(example: Plan) -> None:
    runs = asked(example, "four days in a row from Dec 1 to Dec 31").options
    assert not any(
        day in each_date(run.first, run.last)
        for run in runs
        for day in TRIP.dates(TRIP.first, TRIP.last)
    )
    whys = [run.why for run in runs if run.first <= date(2026, 12, 29) <= run.last]
    assert whys
    assert all("Therapy, 5 pm-6 pm, on Tue, Dec 29" in why for why in whys)


@settings(max_examples=tries(20, 200), deadline=None)
@given(plans(most=3), st.data())
def test_free_evenings_are_those_of_the_minutes(plan: Plan, data: st.DataObject) -> None:
    """An evening is offered without leave just where no minute from 5 pm to 10 pm is taken."""
    entry: OwnEntry = settled(data.draw(own_entries(plan.start + timedelta(20))))
    plan = plan._replace(entries=(entry,))
    schedule = Schedule(plan)
    first = plan.start + timedelta(14)
    last = first + timedelta(9)
    wanted = Wanted(AskedDays(first, last), part=Part.EVENING)
    context = context_of(plan, plan.start, {})
    found = answer(schedule, wanted, context).options
    spans = [
        (block.start, block.end)
        for day in schedule.days(first - timedelta(2), last)
        for block in day.blocks
    ]
    own = [
        (one.start, one.end)
        for run in entry_runs(entry, first - timedelta(2), last)
        for one in (entry_on(entry, *run),)
    ]
    free = [day for day in each_date(first, last) if not _meets([*spans, *own], day)]
    # Ten evenings, and at most twelve are offered: all of them are.
    assert sorted(option.first for option in found if not option.minutes) == free


def _meets(spans: list[tuple[datetime, datetime]], day: date) -> bool:
    zone = spans[0][0].tzinfo if spans else UTC
    minutes = (
        datetime(day.year, day.month, day.day, 17, tzinfo=zone) + timedelta(minutes=n)
        for n in range(300)
    )
    return any(start <= minute < end for minute in minutes for start, end in spans)


def test_a_day_or_evening_of_a_kind_that_is_left_out_is_said_with_what_takes_it(
    example: Plan,
) -> None:
    """Of the Tuesdays in December the 8th and the 29th are off work; Therapy is on the 29th, 5 pm-6 pm."""
    line = "Left out: Tue, Dec 29, Therapy, 5 pm-6 pm."
    evenings = asked(example, "free evenings from Dec 28 to Dec 30")
    assert line in evenings.facts
    tuesdays = asked(example, "a free Tuesday in December")
    assert line in tuesdays.facts
    for told in (evenings, tuesdays):
        assert date(2026, 12, 29) not in [one.first for one in told.options]
    assert asked(example, "a free Tuesday from Dec 28 to Dec 30").sentence.endswith(
        "there is none."
    )
    # Of days in a row an hour breaks none up: it is said beside them.
    assert asked(example, "days off from Dec 28 to Dec 30").sentence == (
        "Free day, December 28-30, 2026: Dec 28-30, without leave, 3 days in all;"
        " Therapy, 5 pm-6 pm, on Tue, Dec 29."
    )
