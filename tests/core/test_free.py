"""Is it free, against the days themselves, looked at minute by minute and swap by swap."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.core.ask.ask import ask, context_of
from heartplanner.core.ask.asked_days import AskedDays, DatePhrase, DayPart, Part, phrase
from heartplanner.core.ask.colleagues import swaps
from heartplanner.core.ask.free import free_why, is_free
from heartplanner.core.ask.question import Answer, Context, Option
from heartplanner.core.edits import edits
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.change import Absence, AbsenceKind, Extra, Note, Swap
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.rules.posting_rules import check
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.rest import cares
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import weeks
from heartplanner.core.schedule.work_weeks import work_week
from tests.counting import lines_run, positions
from tests.examples import tries
from tests.strategies import plans

AT = datetime(2030, 1, 1, tzinfo=UTC)
TODAY = date(2025, 9, 10)
ONE = timedelta(days=1)
PARTS: dict[DayPart | None, tuple[int, int]] = {
    None: (0, 24),
    Part.DAY: (6, 17),
    Part.EVENING: (17, 22),
    Part.NIGHT: (22, 30),
    Hours(time(10), time(16)): (10, 16),
    Hours(time(18), time(0)): (18, 24),
    Hours(time(0), time(12)): (0, 12),
    Hours(time(22), time(9)): (22, 33),
}


def asked(plan: Plan, text: str, today: date = TODAY) -> Answer:
    return ask(Schedule(plan), text, Context(plan, today, {}))


def taken_by_the_hour(schedule: Schedule, day: date, part: DayPart) -> set[date]:
    """The days whose work has a minute in this part of a day, found by trying each minute."""
    begin, end = PARTS[part]
    midnight = datetime.combine(day, time(), ZONE)
    moments = [
        (midnight + timedelta(minutes=minute)).astimezone(UTC)
        for minute in range(begin * 60, end * 60)
    ]
    return {
        other.date
        for other in schedule.days(day - ONE, day + ONE)
        for block in other.blocks
        if any(block.start <= moment < block.end for moment in moments)
    }


@settings(max_examples=tries(15, 25))
@given(plans(), st.integers(0, 60), st.sampled_from([part for part in PARTS if part]))
def test_a_part_is_free_if_no_minute_of_it_is_worked(plan: Plan, after: int, part: DayPart) -> None:
    schedule, day = Schedule(plan), plan.start + timedelta(after)
    answer = is_free(schedule, DatePhrase(AskedDays(day, day, part)), Context(plan, plan.start, {}))
    taken = taken_by_the_hour(schedule, day, part)
    costs = [one for one in answer.options if isinstance(one.change, Absence)]
    if not taken:
        assert answer.options == ()
    elif min(taken) >= plan.start:
        minutes = sum(d.minutes for d in schedule.days(min(taken), max(taken)) if d.date in taken)
        assert [one.minutes for one in costs] == [minutes]


@settings(max_examples=tries(15, 25))
@given(plans(), st.integers(0, 40), st.integers(1, 9))
def test_leave_makes_the_days_free_for_just_the_hours_that_it_says(
    plan: Plan, after: int, length: int
) -> None:
    schedule, first = Schedule(plan), plan.start + timedelta(after)
    last = first + timedelta(length - 1)
    reading = DatePhrase(AskedDays(first, last))
    answer = is_free(schedule, reading, Context(plan, plan.start, {}))
    before = schedule.days(first, last)
    leave = [one for one in answer.options if isinstance(one.change, Absence)]
    assert bool(leave) == any(day.blocks for day in before)
    for one in leave:
        assert one.change
        freed = edits.with_change(plan, one.change, AT).days(first, last)
        assert not any(day.blocks for day in freed)
        assert one.minutes == sum(day.minutes for day in before)


def keeps_rules_and_rest(before: Schedule, after: Schedule, first: date, last: date) -> bool:
    """Whether nothing differs and nothing asks for care that did not before, over all of the time around.

    A long run of worked days may become a shorter one.
    """
    start = before.plan.start
    around = max(first - timedelta(28), start), last + timedelta(28)
    differing, differed = (
        {(one.rule, day) for one in check(schedule, *around) for day in one.where}
        for schedule in (after, before)
    )
    loud, were_loud = (
        [care for care in cares(schedule, first, last) if not care.quiet]
        for schedule in (after, before)
    )
    return differing <= differed and all(
        one in were_loud
        or any(
            other.first <= one.first
            and one.last <= other.last
            and all(care.kind.endswith("worked days in a row") for care in (one, other))
            for other in were_loud
        )
        for one in loud
    )


@settings(max_examples=tries(15, 25))
@given(plans(most=4), st.integers(0, 40))
def test_swaps_are_all_free_days_that_keep_rules_and_rest(plan: Plan, after: int) -> None:
    schedule, day = Schedule(plan), plan.start + timedelta(after)
    reading = DatePhrase(AskedDays(day, day))
    answer = is_free(schedule, reading, Context(plan, plan.start, {}))
    offered = {one.change.take for one in answer.options if isinstance(one.change, Swap)}
    for other in schedule.days(max(day - timedelta(7), plan.start), day + timedelta(7)):
        own_time = not other.blocks and other.off == "day off"
        try:
            swapped = edits.with_change(plan, Swap(day, other.date), AT)
        except PlanError:
            assert other.date not in offered
            continue
        keeps = not swapped.days(day, day)[0].blocks and keeps_rules_and_rest(
            schedule, swapped, day - timedelta(7), day + timedelta(7)
        )
        if other.date in offered:
            assert own_time
            assert keeps
        elif own_time and keeps:
            assert not same_week(schedule, day, other.date) or other.date == day


def same_week(schedule: Schedule, one: date, other: date) -> bool:
    (week,) = [week for week in weeks_of(schedule, one) if week[0] <= one <= week[1]]
    return week[0] <= other <= week[1]


def weeks_of(schedule: Schedule, day: date) -> list[tuple[date, date]]:
    return [(week.first, week.last) for week in weeks(schedule, day, day)]


def test_the_example_of_late_summer_takes_two_shifts_and_two_admin_blocks(example: Plan) -> None:
    answer = asked(example, "August 27 - September 5, 2025", date(2025, 8, 1))
    assert answer.sentence == (
        "August 27 - September 5, 2025: you work on 4 of 10 days: 2 shifts and 2 admin blocks, 32 h."
    )
    assert answer.options[0].minutes == 32 * 60
    assert answer.options[0].change == Absence(
        AbsenceKind.LEAVE, date(2025, 8, 27), date(2025, 9, 5)
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Oct 17", "Friday, October 17, 2025: you work 9 am-9 pm."),
        ("Oct 16", "Thursday, October 16, 2025: you have admin time 9 am-1 pm."),
        (
            "Oct 11",
            "Saturday, October 11, 2025: you are free, on day 2 of your six-day break.",
        ),
        ("Oct 25", "Saturday, October 25, 2025: you are free."),
        (
            "Oct 17 evening",
            "Friday, October 17, 2025, evening (5 pm-10 pm): you work 9 am-9 pm.",
        ),
        (
            "Oct 16 evening",
            "Thursday, October 16, 2025, evening (5 pm-10 pm): you are free then;"
            " you have admin time 9 am-1 pm.",
        ),
        ("July 20, 2025", "Sunday, July 20, 2025: it is before your start date."),
        ("Oct 10-12", "October 10-12, 2025: you are free on all 3 days."),
        ("Oct 25-26", "October 25-26, 2025: you are free on both days."),
        ("Oct 18-19", "October 18-19, 2025: you work on both days: 2 shifts, 24 h."),
        (
            "one evening a week in October",
            "One free evening a week, October 1-31, 2025: Oct 6-12, without leave.",
        ),
    ],
)
def test_one_sentence_says_what_the_days_are(example: Plan, text: str, sentence: str) -> None:
    assert asked(example, text).sentence == sentence


SAMPLE = "This is a sample rotation until you enter or confirm your own."
GUESSED = "2 of 42 days of your rotation are not confirmed yet."


@pytest.mark.parametrize("text", ["Oct 17", "Oct 6-10", "two days in a row", "stretch 8 hours"])
def test_what_is_not_sure_is_said_first_of_any_answer(example: Plan, text: str) -> None:
    assert asked(example, text).facts[0] == SAMPLE
    sure = edits.confirm(example, AT)
    assert not any("sample" in fact or "confirmed" in fact for fact in asked(sure, text).facts)


def test_days_that_are_not_confirmed_are_counted(example: Plan) -> None:
    """October 7 and 8 are Tuesday and Wednesday of week 5, the 30th and 31st day of the cycle."""
    first = edits.confirm(example, AT).assignments[0]._replace(guesses=(30, 31))
    plan = example._replace(assignments=(first,))
    assert asked(plan, "two days in a row").facts[0] == GUESSED
    assert asked(plan, "stretch 8 hours").facts[0] == GUESSED
    assert asked(plan, "Oct 6-10").facts[-1] == "2 days of them not confirmed yet."
    assert "not confirmed yet" in " ".join(asked(plan, "Oct 7").facts)
    assert "not confirmed yet" not in " ".join(asked(plan, "Oct 6").facts)


def test_leave_is_said(example: Plan) -> None:
    day = date(2025, 10, 17)
    plan = edits.add_change(example, Absence(AbsenceKind.LEAVE, day, day), AT)
    assert asked(plan, "Oct 17").sentence == "Friday, October 17, 2025: you are on leave."


def test_a_shift_over_midnight_is_said_on_the_day_on_which_it_ends(example: Plan) -> None:
    late = Extra(date(2025, 10, 24), None, Hours(time(22), time(6)))
    plan = edits.add_change(example, late, AT)
    free = asked(plan, "Oct 25")
    assert free.sentence == (
        "Saturday, October 25, 2025: you are free; the shift of Fri, Oct 24 ends at 6 am."
    )
    assert asked(plan, "Oct 24 night").options[0].change


def test_the_nearest_days_of_the_kind_are_whole_weeks_away(example: Plan) -> None:
    near = [one.first for one in asked(example, "Oct 17").options if one.change is None]
    assert near == [date(2025, 10, 10), date(2025, 11, 21), date(2026, 1, 2)]


def test_of_past_days_is_said_what_they_were_and_nothing_is_offered(example: Plan) -> None:
    """Week 1 of the second cycle: Tuesday, September 9 has a shift; Monday, September 8 has none."""
    for text, sentence in (
        ("Sep 9, 2025", "Tuesday, September 9, 2025: you worked 9 am-9 pm."),
        ("was I off on Sep 8", "Monday, September 8, 2025: you were free."),
        ("did I work Sep 8-9", "September 8-9, 2025: you worked on 1 of 2 days: 1 shift, 12 h."),
    ):
        told = asked(example, text)
        assert told.sentence == sentence
        assert told.options == ()
    facts = asked(example, "this week").facts
    assert "Tue, Sep 9: you worked 9 am-9 pm." in facts
    assert "Thu, Sep 11: you have admin time 9 am-1 pm." in facts


@settings(max_examples=tries(12, 20))
@given(plans(most=8), st.integers(0, 120))
def test_swaps_are_the_same_whether_far_changes_are_replayed_or_not(plan: Plan, after: int) -> None:
    schedule, day = Schedule(plan), plan.start + timedelta(after)

    def offered() -> list[Option]:
        taken = schedule.days(day, day)
        found = swaps.swaps(schedule, AskedDays(day, day), taken, plan.start)
        return list(found) if taken[0].blocks else []

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(swaps, "near_plan", lambda plan, *_week: plan)
        whole = offered()
    assert offered() == whole


def test_a_change_is_replayed_with_those_that_its_day_depends_on(example: Plan) -> None:
    """The second swap gives a shift that was taken in the first, and both lead away from the week."""
    chain = [
        Swap(date(2025, 10, 17), date(2026, 3, 9)),
        Swap(date(2026, 3, 9), date(2027, 6, 7)),
        Absence(AbsenceKind.LEAVE, date(2027, 6, 7), date(2027, 6, 7)),
    ]
    far = [Extra(date(2027, 7, 5), None, Hours(time(9), time(21)))]
    plan = edits.with_changes(example, [*far, *chain], AT).plan
    day = date(2025, 10, 19)
    near = swaps.near_plan(plan, *work_week(plan, day))
    assert [change.what for change in near.changes] == chain
    assert Schedule(near).days(day, day) == Schedule(plan).days(day, day)


def test_an_answer_takes_little_more_work_with_changes_far_away(example: Plan) -> None:
    far = [Note(date(2027, 1, 1) + timedelta(number), "cake") for number in range(300)]
    busy = edits.with_changes(example, far, AT).plan
    for_none, for_all = (
        lines_run(lambda plan=plan: asked(plan, "Dec 12"))
        - lines_run(lambda plan=plan: Schedule(plan))
        for plan in (example, busy)
    )
    assert for_all < 1.25 * for_none


@pytest.mark.parametrize(
    "text", ["Oct 17", "Oct 17 evening", "Oct 6-10", "Dec 30 - Jan 2", "sep 10 at 8 pm", "oct 2026"]
)
def test_days_in_a_phrase_of_their_own_are_read_as_just_these(example: Plan, text: str) -> None:
    taken = asked(example, text).reading.taken
    assert asked(example, phrase(taken)).reading == DatePhrase(taken)


@pytest.mark.parametrize("ahead", [0, 1, 2])
def test_an_answer_takes_no_more_days_the_further_ahead_it_is(
    example: Plan, monkeypatch: pytest.MonkeyPatch, ahead: int
) -> None:
    worked_out = positions(monkeypatch)
    schedule = Schedule(example)
    context = Context(example, TODAY, {})
    day = date(2025, 10, 24) + timedelta(weeks=48 * ahead)  # the cycle has six weeks
    near = worked_out.during(lambda: is_free(schedule, DatePhrase(AskedDays(day, day)), context))
    assert near < 700
    year = worked_out.during(lambda: ask(schedule, f"stretch 40 hours in {2026 + ahead}", context))
    assert year < 380


@pytest.mark.parametrize("text", ["next day off", "when is my next day off", "next free day"])
def test_the_next_day_off_is_the_first_to_come_not_the_longest_break(text: str) -> None:
    answer = asked(example_plan(), text)
    free = [day.date for day in Schedule(example_plan()).days(TODAY, TODAY + 30 * ONE)]
    firsts = [one.first for one in answer.options if not one.minutes]
    assert firsts == sorted(firsts)
    assert firsts[0] == next(
        day for day in free if not Schedule(example_plan()).days(day, day)[0].blocks
    )


def test_days_that_are_free_by_leave_in_part_say_so(example: Plan) -> None:
    # Tuesday, September 16, is worked by the rotation; the Monday before it is not.
    tuesday = date(2025, 9, 16)
    plan = edits.add_change(example, Absence(AbsenceKind.LEAVE, tuesday, tuesday), AT)
    days = Schedule(plan).days(tuesday - ONE, tuesday)
    assert [day.off for day in days] == ["day off", "leave"]
    assert free_why(days) == "Free, with leave"


def test_a_holiday_beside_its_weekend_is_said(example: Plan) -> None:
    """December 25, 2026 is a Friday of work: whoever asks about Christmas weekend has to know it."""
    christmas = {date(2026, 12, 25): "Christmas Day"}
    context = Context(example, date(2026, 11, 28), christmas)
    told = ask(Schedule(example), "Christmas weekend", context)
    assert told.sentence == "December 26-27, 2026: you are free on both days."
    assert "Fri, Dec 25: Christmas Day, working." in told.facts
    two_days = ask(Schedule(example), "Dec 26-28, 2026", context)
    assert not any("Christmas" in fact for fact in two_days.facts)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "dinner Dec 3, 2026",
            "evening (5 pm-10 pm): you are free then; you have admin time 9 am-1 pm.",
        ),
        ("lunch Dec 3, 2026", "noon-2 pm: you have admin time 9 am-1 pm."),
        ("am I off by 5 on Dec 3, 2026", "5 pm: you are free then; you have admin time 9 am-1 pm."),
    ],
)
def test_a_meal_is_asked_of_its_part_of_the_day(example: Plan, text: str, sentence: str) -> None:
    """Thursday, December 3, 2026 has admin time alone."""
    told = asked(edits.confirm(example, AT), text, date(2026, 11, 28))
    assert told.sentence == f"Thursday, December 3, 2026, {sentence}"


def test_at_midnight_the_shift_that_ends_then_is_named_and_the_one_of_the_new_day(
    example: Plan,
) -> None:
    """Evening shifts, noon to midnight, on Friday and Saturday, September 26 and 27, 2025."""
    evening = example.assignments[0]._replace(band=Band.EVENING)
    plan = example._replace(assignments=(evening,))
    context = context_of(plan, date(2025, 9, 20), {})
    told = ask(Schedule(plan), "am I off at midnight on Friday", context)
    assert told.sentence == (
        "Saturday, September 27, 2025, midnight as it begins: you are free then; the shift of Fri, Sep 26"
        " ends at midnight; on Sat, Sep 27 you work noon-midnight."
    )
