"""What is chosen of a calendar: what it then holds, and what a copy for others never tells."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ics_text import lines
from strategies import plans

from heartplanner.core.calendar.delivery import DeliveredState, after_whole, calendar_diff
from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import (
    COLORS,
    CalendarPart,
    ExportOptions,
    Privacy,
    check_options,
)
from heartplanner.core.calendar.home_times import home_times, home_words
from heartplanner.core.edits import edits
from heartplanner.core.plan.change import Absence, AbsenceKind, Extra, Note, Swap
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat, Language
from heartplanner.files.calendar import ical, ledger, readback
from heartplanner.files.calendar.export import prepare
from heartplanner.files.calendar.receipt import receipt
from tests.examples import tries

NOW = datetime(2025, 8, 1, tzinfo=UTC)
SPAN = date(2025, 7, 28), date(2025, 9, 7)
"""The first cycle: shifts on 18 days, admin on 6, the break from August 29 to September 3."""
DAY = timedelta(days=1)
WORDS = st.sampled_from(["HEART", "", "Work", "Zoë; 9, \\n"])
ALARMS = st.none() | st.integers(0, 2880) | st.builds(time, st.integers(12, 23), st.integers(0, 59))
CHOICES = st.builds(
    ExportOptions,
    st.sets(st.sampled_from(CalendarPart), min_size=1).map(frozenset),
    WORDS,
    ALARMS,
    st.sampled_from(Privacy),
    st.sampled_from(Language),
    WORDS,
    st.sampled_from(["", *COLORS]),
    st.integers(1, 60),
    ALARMS,
)


def shown(plan: Plan, options: ExportOptions) -> list[icalendar.Event]:
    data = ical.calendar(Schedule(plan), *SPAN, options)
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def titles(plan: Plan, options: ExportOptions) -> list[str]:
    return [f"{each['DTSTART'].dt:%m-%d} {each['SUMMARY']}" for each in shown(plan, options)]


@pytest.mark.parametrize(
    ("part", "count", "first"),
    [
        (CalendarPart.SHIFTS, 18, "07-29 HEART 9-9"),
        (CalendarPart.ADMIN, 6, "07-31 HEART admin"),
        (CalendarPart.BREAK, 1, "08-29 Break, 6 days"),
        (CalendarPart.LEAVE, 0, ""),
        (CalendarPart.DAYS_OFF, 12, "07-28 Day off"),
    ],
)
def test_each_part_alone(example: Plan, part: CalendarPart, count: int, first: str) -> None:
    found = titles(example, ExportOptions(frozenset({part})))
    assert len(found) == count
    assert found[:1] == ([first] if first else [])


def test_milestones_only_when_they_are_asked_for(example: Plan) -> None:
    span = SPAN[0], date(2025, 9, 30)
    usual = [each.title for each in events(Schedule(example), *span)]
    asked = [
        each.title
        for each in events(
            Schedule(example), *span, ExportOptions(frozenset({CalendarPart.MILESTONES}))
        )
    ]
    assert not any("license" in title for title in usual)
    assert asked == ["Driver's license"]


def test_a_milestone_before_the_start_date(example: Plan) -> None:
    plan = edits.add_milestone(example, date(2025, 7, 1), "Uniform", NOW)
    span = date(2025, 6, 30), date(2025, 7, 30)
    data = ical.calendar(Schedule(plan), *span, ExportOptions(frozenset({CalendarPart.MILESTONES})))
    assert b"SUMMARY:Uniform" in data


def test_leave_left_out_is_no_day_off(example: Plan) -> None:
    leave = Absence(AbsenceKind.LEAVE, date(2025, 8, 5), date(2025, 8, 5))
    plan = edits.add_change(example, leave, NOW)
    assert "08-05 Leave" in titles(plan, ExportOptions())
    quiet = titles(plan, ExportOptions(frozenset({CalendarPart.SHIFTS, CalendarPart.DAYS_OFF})))
    assert not any(each.startswith("08-05") for each in quiet)
    assert "08-05 Home all day" in titles(
        plan, ExportOptions(frozenset({CalendarPart.DAYS_OFF}), privacy=Privacy.BUSY)
    )


def test_alarms_go_before_shifts_only(example: Plan) -> None:
    found = shown(example, ExportOptions(alarm=90))
    for event in found:
        alarms = event.walk("VALARM")
        assert len(alarms) == (str(event["SUMMARY"]) == "HEART 9-9")
        for alarm in alarms:
            assert alarm["TRIGGER"].dt == timedelta(minutes=-90)
            assert (alarm["ACTION"], alarm["DESCRIPTION"]) == ("DISPLAY", "HEART 9-9")


def test_name_color_and_first_word(example: Plan) -> None:
    data = ical.calendar(
        Schedule(example), *SPAN, ExportOptions(word="Work", name="Mine, all", color="teal")
    )
    found = lines(data)
    for line in ("NAME:Mine\\, all", "X-WR-CALNAME:Mine\\, all", "COLOR:teal"):
        assert line in found
    assert "X-APPLE-CALENDAR-COLOR:#008080" in found
    assert "SUMMARY:Work 9-9" in found
    assert not any("HEART" in line for line in found if "PRODID" not in line)


def test_a_busy_copy(example: Plan) -> None:
    found = titles(example, ExportOptions(privacy=Privacy.BUSY))
    assert found[:3] == ["07-29 Busy", "07-30 Busy", "07-31 Busy"]
    assert "08-29 Break, home all day" in found
    assert {each.partition(" ")[2] for each in found} == {"Busy", "Break, home all day"}


def test_a_home_copy_in_both_languages(example: Plan) -> None:
    extra = Extra(date(2025, 8, 11), None, Hours(NOW.time().replace(14), NOW.time().replace(4)))
    plan = edits.add_change(example, extra, NOW)
    plan = edits.add_change(plan, Extra(date(2025, 8, 4), Band.EVENING, Hours(*EVENING)), NOW)
    english = titles(plan, ExportOptions(privacy=Privacy.HOME))
    assert english[:5] == [
        "07-28 Home all day",
        "07-29 Home after 9 pm",
        "07-30 Home after 9 pm",
        "07-31 Home after 1 pm",
        "08-01 Home after 9 pm",
    ]
    assert "08-04 Home after midnight" in english
    assert "08-11 Home after 4 am, the next day" in english
    assert "08-12 Home after 4 am" in english
    assert "08-09 Home all day" in english
    assert "09-03 Break, home all day" in english
    spanish = titles(plan, ExportOptions(privacy=Privacy.HOME, language=Language.SPANISH))
    assert spanish[:4] == [
        "07-28 En casa todo el día",
        "07-29 En casa desde las 9 pm",
        "07-30 En casa desde las 9 pm",
        "07-31 En casa desde la 1 pm",
    ]
    assert "08-04 En casa después de medianoche" in spanish
    assert "08-11 En casa desde las 4 am del día siguiente" in spanish
    assert "09-03 Descanso, en casa todo el día" in spanish


EVENING = (NOW.time().replace(12), NOW.time())


def test_nothing_is_said_of_home_before_the_start(example: Plan) -> None:
    found = home_times(Schedule(example), SPAN[0] - DAY, SPAN[0] + DAY)
    assert list(found) == [SPAN[0], SPAN[0] + DAY]
    assert home_words(found[SPAN[0] + DAY], DisplayFormat(hours24=True)) == "Home after 21:00"


SECRETS = ("Maria Q.", "dentist at Main St", "Secret duty", "Feast of Q")


def test_a_copy_for_others_has_no_text_of_the_plan(example: Plan) -> None:
    colleague, note, duty, feast = SECRETS
    plan = edits.add_change(
        example, Swap(date(2025, 8, 6), date(2025, 8, 11), None, colleague), NOW
    )
    plan = edits.add_change(plan, Note(date(2025, 8, 7), note), NOW)
    plan = edits.add_change(
        plan, Absence(AbsenceKind.SICK, date(2025, 8, 1), date(2025, 8, 1)), NOW
    )
    plan = edits.add_milestone(plan, date(2025, 8, 8), duty, NOW)
    plan = edits.add_holiday(plan, date(2025, 8, 9), feast, NOW)
    for privacy in (Privacy.BUSY, Privacy.HOME):
        options = ExportOptions(frozenset(CalendarPart), privacy=privacy)
        text = "\n".join(lines(ical.calendar(Schedule(plan), *SPAN, options))).lower()
        for secret in (*SECRETS, plan.id, ":heart", "shift", "admin", "sick", "leave", "swap"):
            assert secret.lower() not in text, secret


@given(plans(), st.sampled_from([Privacy.BUSY, Privacy.HOME]))
@settings(max_examples=tries(9, 15))
def test_a_copy_for_others_tells_of_no_day_whether_and_when_it_was_changed(
    plan: Plan, privacy: Privacy
) -> None:
    found = events(
        Schedule(plan),
        plan.start,
        plan.start + 60 * DAY,
        ExportOptions(frozenset(CalendarPart), privacy=privacy),
    )
    whole = len(plan.history) - 1, plan.history[-1].at
    assert {(each.sequence, each.changed) for each in found} <= {whole}


def test_no_name_is_blank() -> None:
    assert ExportOptions(name="  ").title == "HEART"
    assert ExportOptions(word="", name=" ").title == "HEART"
    assert ExportOptions(word=" ", name="Mine").title == "Mine"
    assert ExportOptions(word="Work").title == "Work"
    assert ExportOptions(name=" ", privacy=Privacy.HOME).title == "Home"


@given(plans(), CHOICES)
@settings(max_examples=tries(24, 40))
def test_what_is_written_is_what_the_screen_says(plan: Plan, options: ExportOptions) -> None:
    span = plan.start - 3 * DAY, plan.start + 60 * DAY
    data = ical.calendar(Schedule(plan), *span, options)
    found = receipt(Path("x.ics"), readback.read(data), Schedule(plan), span, options)
    assert (found.weeks is None) == (
        options.privacy is not Privacy.NO
        or not {CalendarPart.SHIFTS, CalendarPart.ADMIN} <= options.parts
    )
    uids = [each.uid for each in events(Schedule(plan), *span, options)]
    assert len({*uids}) == len(uids)


@given(plans(most=4), st.lists(CHOICES, min_size=2, max_size=4))
@settings(max_examples=tries(12, 20))
def test_choices_and_what_changed_by_them_are_remembered(
    plan: Plan, made: list[ExportOptions]
) -> None:
    span = plan.start, plan.start + 40 * DAY
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.json"
        for options in made:
            handed = ledger.load(file, "family")._replace(options=options)
            found = events(Schedule(plan), *span, options)
            done = calendar_diff(handed, found, *span)
            assert [each[1:6] + each[9:] for each in done.now] == [
                each[1:6] + each[9:] for each in found
            ]
            ledger.save(file, after_whole(handed, done, SPAN[0]))
            assert ledger.load(file, "family").options == options
        again = prepare(Schedule(plan), file, span, ledger.load(file, "family"))
        assert not again.diff.any


def test_a_memory_of_before_there_were_choices(example: Plan, tmp_path: Path) -> None:
    """A file as version 1 of the memory wrote it."""
    folder = tmp_path / "plan.json.handed"
    folder.mkdir()
    (folder / "family.json").write_text(
        '{"format": "heartplanner-handed-over", "version": 1, "target": "family", "day": "2025-07-28",'
        ' "events": [{"uid": "example-20250729-shift@heartplanner", "title": "HEART 9-9",'
        ' "description": "", "start": "2025-07-29T13:00:00Z", "end": "2025-07-30T01:00:00Z",'
        ' "all_day": false, "sequence": 3, "changed": "2025-07-01T12:00:00Z", "cancelled": false}],'
        ' "gone": []}'
    )
    handed = ledger.load(tmp_path / "plan.json", "family")
    assert handed.options == ExportOptions()
    assert [(each.sequence, each.alarm) for each in handed.events] == [(3, None)]
    done = prepare(Schedule(example), tmp_path / "plan.json", SPAN, handed).diff
    # The one that is known has another description only, which is told apart from the changes.
    assert (len(done.changed), len(done.new), done.total, done.texts) == (1, 24, 24, 1)


def test_an_alarm_that_changed_is_a_change(example: Plan) -> None:
    handed = DeliveredState("family")
    handed = after_whole(
        handed, calendar_diff(handed, events(Schedule(example), *SPAN), *SPAN), SPAN[0]
    )
    done = calendar_diff(handed, events(Schedule(example), *SPAN, ExportOptions(alarm=30)), *SPAN)
    assert (len(done.changed), done.total) == (18, 18)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (ExportOptions(frozenset()), "a calendar cannot be empty"),
        (ExportOptions(word="x" * 41), "40 letters at most"),
        (ExportOptions(name="a\nb"), "one line"),
    ],
)
def test_choices_that_cannot_be(options: ExportOptions, said: str) -> None:
    with pytest.raises(PlanError, match=said):
        check_options(options)
