"""Lines without a date: those that are known to change no day, and those that may be about all of them."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.review import Review, without_lines
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import TextSource

QUESTION = RosterQuestion(date(2025, 7, 28), date(2026, 11, 28))
WEEK = "Mon 12/14 9a-9p\nTue 12/15 9a-9p\nWed 12/16 off\nThu 12/17 12p-12a\nFri 12/18 off\n"
ALL = "14 D, 15 D, 16 -, 17 E, 18 -"


def read(text: str) -> Roster:
    return read_roster(TextSource(text), QUESTION)


def days(roster: Roster) -> str:
    """14 D, 16 -: what is read of December."""
    return ", ".join(f"{each.date.day} {each.letter}" for each in roster.readings)


@pytest.mark.parametrize(
    "line",
    [
        "here are your last five weeks as you asked:",
        "Hi, here is what I worked the last weeks:",
        "Here's my schedule for the last 6 weeks",
        "Everything else off. Thanks!",
        "All other days are free.",
        "Radio checks are at the start of every shift.",
        "Please wear your badge at all times.",
        "All staff: wear your badge.",
        "Shift swaps need approval by Dana.",
        "Swap requests must be submitted 48 hours in advance.",
        "Nothing cancelled so far.",
        "No changes this week.",
        "No changes since last posting.",
        "Please refuel the van at the end of your shift.",
        "Return radios to the charger.",
        "Keys are in the lockbox by the door.",
        "Do not park in the visitor lot.",
        "Don't forget your timesheet.",
        "Timesheets are due by noon Friday.",
        "Timecards due Monday",
        "Payday is Friday, December 18.",
        "Team meeting Thursday at 10:00 AM in room 204.",
        "Staff meeting 12/17 at 2pm, HQ",
        "Flu shots Wednesday at HQ, 10am-2pm.",
        "Happy holidays everyone!",
        "Merry Christmas!",
        "Have a safe week.",
        "Stay safe out there.",
        "Stay warm!",
        "Thanks for all your hard work!",
        "Thank you for everything you do.",
        "Great job last week team!",
        "Congrats to Jo on the promotion!",
        "Please reply to confirm.",
        "Please confirm receipt.",
        "Reply all with questions.",
        "Any questions, ask Dana.",
        "Call me with questions.",
        "Call dispatch if you are running late.",
        "Call-outs must be made 2 hours before your shift.",
        "Overtime requires prior approval.",
        "Vacation requests for January are due December 1.",
        "Lunch breaks are 30 minutes.",
        "Bring water and snacks.",
        "Uniforms must be clean and pressed.",
        "Body cameras must be charged.",
        "New radios are in the supply closet.",
        "Narcan kits are in the supply room.",
        "Mileage logs must be completed daily.",
        "Please complete your charting before you leave.",
        "Charting must be done by end of shift.",
        "Report any vehicle damage right away.",
        "Report to HQ, 2001 E Main St.",
        "Supervisor on duty: Dana Lee",
        "On-call supervisor: 919-555-0101",
        "Posted by D. Lee 11/27/2026",
        "Last updated: Nov 27, 2026 4:15 PM",
        "Schedule v3 FINAL",
        "HEART Community Response Team - Downtown",
        "City of Durham Community Safety Department",
        "Durham Community Safety Department",
        "Page 1 of 1",
        "For internal use only",
        "Do not distribute.",
        "CONFIDENTIAL",
        "See the board for details.",
        "The schedule is also posted in the break room.",
        "This schedule is also on the shared drive.",
        "Print and post.",
        "Please read and initial.",
        "Weather may be bad, drive carefully.",
        "Snow policy is in the handbook.",
        "Masks are required at the clinic.",
        "Parking is free on weekends.",
        "Please keep the break room clean.",
        "The fridge will be cleaned out on Friday.",
        "CPR recertification is due in March.",
        "Please log your hours in Kronos.",
        "Clock in and out in the app.",
        "The next schedule comes out Dec 20.",
        "Let me know if you see any mistakes.",
        "Let me know if you need anything.",
        "Text me if there are any problems.",
        "Hope everyone is well.",
        "Hope you had a good Thanksgiving.",
        "Enjoy your time off!",
        "All times are Eastern.",
        "Times are local.",
        "Hours per week: 40",
        "Total: 36 hrs",
        "Dana Lee, MSW",
        "Dana Lee | Scheduling | 919-555-0144",
        "Thanks, Dana",
        "- Dana",
        "Best,",
        "Sent from my iPhone",
        "Employee: Sam Lee",
        "Dept: Community Safety",
        "Role: Responder",
        "Unit: HEART 2",
        "Supervisor: D. Lee",
    ],
)
def test_a_line_that_is_known_to_be_harmless_leaves_all_days(line: str) -> None:
    assert days(read(f"{WEEK}\n{line}")) == ALL
    assert days(read(f"{line}\n\n{WEEK}")) == ALL


@pytest.mark.parametrize(
    "line",
    [
        "sorry wrong week!",
        "this is for the week after",
        "reverse the order",
        "New plan coming",
        "They start an hour later",
        "all times are Pacific",
        "Times in UTC",
        "(times are Central)",
        "Never mind the above",
        "I had the days off by one",
        "Not approved",
        "Only if Jo agrees",
        "Half days only",
        "+1 day",
        "You and Jo switch days",
        "weekdays you are free",
        "not yours",
        "Availability",
        "2025 schedule",
        "Cancelado",
        "Radio silence, you are home",
        "Keys go to Jo, she takes over",
    ],
)
def test_a_line_that_names_no_day_and_is_not_known_is_about_all_of_them(line: str) -> None:
    roster = read(f"{WEEK}\n{line}")
    assert days(roster) == ""
    assert [unread.aside for unread in roster.unread if unread.text == line] == [False]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("from Thursday Jo takes over", "14 D, 15 D, 16 -"),
        ("17 -> Jo", "14 D, 15 D, 16 -, 18 -"),
        ("15<->17", "14 D, 16 -, 18 -"),
        ("R is off", "14 D, 15 D, 16 -, 18 -"),
        ("2nd one is off", "14 D, 16 -, 17 E, 18 -"),
        ("martes libre", "14 D, 16 -, 17 E, 18 -"),
        ("THU \U0001f6ab", "14 D, 15 D, 16 -, 18 -"),
        ("12/15?", "14 D, 16 -, 17 E, 18 -"),
        ("the evening one is another's", "14 D, 15 D, 16 -, 18 -"),
    ],
)
def test_a_line_that_names_days_leaves_those_open(line: str, left: str) -> None:
    assert days(read(f"{WEEK}\n{line}")) == left


def test_what_a_line_left_open_is_read_once_the_line_is_dropped() -> None:
    roster = read(f"{WEEK}\nsorry wrong week!")
    (line,) = (unread for unread in roster.unread if unread.line == 7)
    assert days(without_lines(roster, {7})) == ALL
    assert days(without_lines(roster, {1})) == ""
    assert days(Review(roster).corrected(line, None).used) == ALL
    assert days(Review(roster).corrected(line, None).restored(line).used) == ""


@pytest.mark.parametrize(
    ("text", "read_at_first", "heading"),
    [
        ("Cancelled:\n12/14 9a-9p\n12/15 off", "", 1),
        ("12/14 9a-9p\n\nOpen shifts:\n12/15 off", "14 D", 3),
        ("12/14 9a-9p\n\nLee's shifts\n12/15 off", "14 D", 3),
    ],
)
def test_days_below_a_heading_are_read_once_it_is_dropped(
    text: str, read_at_first: str, heading: int
) -> None:
    roster = read(text)
    assert days(roster) == read_at_first
    assert days(without_lines(roster, {heading})) == "14 D, 15 -"


def test_what_a_heading_takes_back_is_no_second_word_on_a_day() -> None:
    roster = read("12/14 9a-9p\n12/15 off\n\nCancelled:\n12/14 12p-12a")
    assert days(roster) == "15 -"
    assert days(without_lines(roster, {4})) == "15 -"
    assert days(without_lines(roster, {4, 5})) == "14 D, 15 -"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("History:\n12/1 D\n\nUpcoming:\n12/14 D", "14 D"),
        ("History:\n12/1 D\n\nWeek of 12/14\nMon D", "14 D"),
        ("History:\n11/30 D\n\nDecember 2026\n14 D", "14 D"),
        ("History:\n12/1 D\nWeek of 12/14\nMon D", ""),
        ("Cancelled:\nWeek of 12/7\nMon D\n\nWeek of 12/14\nMon D", ""),
    ],
)
def test_a_heading_leaves_open_what_stands_up_to_the_next_one(text: str, left: str) -> None:
    assert days(read(text)) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("12/14 9a-9p\n- [ ] 12/15 9a-9p", "14 D"),
        ("12/14 9a-9p\n- [-] 12/15 9a-9p", "14 D"),
        ("12/14 9a-9p\n// 12/15 9a-9p", "14 D"),
        ("Date,Shift\n12/14,D\n//12/15,D\n;12/16,D", "14 D"),
        ("- 12/14 9a-9p\n+ 12/15 9a-9p\n12/16 9a-9p", "16 D"),
        ("- 12/14 9a-9p\n- 12/15 9a-9p", "14 D, 15 D"),
    ],
)
def test_a_dated_line_with_a_mark_before_it_is_listed(text: str, left: str) -> None:
    assert days(read(text)) == left


def test_rows_of_several_people_are_listed_for_each_of_them() -> None:
    text = "Date,Name,Shift\n12/14,Sam,D\n12/15,sam,D\n12/16,Jo/Sam,D\n12/17,All,E\n12/18,Jo,D"
    roster = read_roster(TextSource(text), QUESTION._replace(name="Sam"))
    assert days(roster) == "14 D, 15 D"
    assert {day.day for unread in roster.unread for day in unread.dates} == {16, 17}


def test_a_name_is_whole_in_any_order() -> None:
    text = 'Date,Name,Shift\n12/14,Sam Lee,D\n12/15,"Lee, Sam",D\n12/16,sam  lee,D\n12/17,Jo Roe,D'
    roster = read_roster(TextSource(text), QUESTION._replace(name="Sam Lee"))
    assert days(roster) == "14 D, 15 D, 16 D"


@pytest.mark.parametrize(
    "line",
    [
        "Here is what Lee worked the last weeks:",
        "Here are your days off:",
        "Here are my hours from 10 to 10",
        "Here is last year's schedule:",
        "Here are the shifts you asked for:",
        "Overtime list",
        "Printed 11/20: void",
        "Page 2 of 2: corrections",
    ],
)
def test_words_that_only_begin_as_harmless_ones_do(line: str) -> None:
    assert days(read(f"{line}\n{WEEK}")) == ""


def test_a_list_of_one_person_that_was_sent_to_another_is_asked_about() -> None:
    head = "From: Lee Hall\nTo: Sam Reyes\nSubject: {}\n\n"
    roster = read(head.format("Kim's roster") + WEEK)
    assert days(roster) == ""
    assert roster.doubts.people == ("Kim",)
    assert days(read(head.format("Sam's roster") + WEEK)) == ALL
    assert days(read(head.format("Your roster") + WEEK)) == ALL


def test_a_weeks_heading_with_words_is_about_its_week() -> None:
    later = "\nMon 12/21 9a-9p"
    assert days(read(f"{WEEK}{later}\nWeek of 12/14: Lee")) == "21 D"
    assert days(read(f"{WEEK}{later}\nWeek of 12/14: HEART team")) == f"{ALL}, 21 D"


def test_the_times_of_another_zone_are_said_to_be_so() -> None:
    roster = read("Mon 12/14 9a-9p (GMT)\nTue 12/15 9a-9p UTC")
    assert {line.why for line in roster.unread} == {
        "its times may be those of another time zone: write them as in Durham"
    }


def test_a_day_is_read_once_the_line_below_it_is_dropped() -> None:
    roster = read("Mon 12/14 9a-9p\nTue 12/15 9a-9p\nOff after that, boss")
    assert days(roster) == ""
    assert days(without_lines(roster, {3})) == "14 D, 15 D"
