"""A roster under review: corrections to its lines, what is used then, and what is said of it."""

from __future__ import annotations

from datetime import date, datetime, time

from heartplanner.core.explain.rosters.review_text import (
    review_summary,
    row_name,
    row_note,
    row_words,
    understood_instead,
)
from heartplanner.core.plan.hours import Hours
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.review import Review, RowState, carried, corrected_reading
from heartplanner.core.roster.roster import DateOrder, DayReading, Roster, RosterQuestion, Unread
from heartplanner.core.roster.source import TextSource
from heartplanner.core.schedule.blocks import ZONE

START, TODAY = date(2025, 7, 28), date(2025, 8, 20)
TEXT = "8/1/2025 9a-9p\n8/2/2025 off\nlunch with Lee\n8/4/2025 ?? train\n8/15/2025 0900-1300 admin"


def read(text: str = TEXT) -> Roster:
    return read_roster(TextSource(text), RosterQuestion(START, TODAY))


def told(review: Review) -> list[str]:
    return [f"{reading.date:%-m/%-d} {reading.letter}" for reading in review.used.readings]


def test_rows_are_the_lines_not_understood_and_then_the_days() -> None:
    review = Review(read())
    assert [(row.line, row.state) for row in review.rows] == [
        (3, RowState.UNREAD),
        (4, RowState.UNREAD),
        (1, RowState.READ),
        (2, RowState.READ),
        (5, RowState.READ),
    ]
    assert [row.text for row in review.rows][2] == "8/1/2025 9a-9p"
    assert review_summary(review) == "3 days read, 2 lines not understood."


def test_a_line_is_corrected_dropped_and_restored() -> None:
    review = Review(read())
    lunch, train, first, second, _ = (row.of for row in review.rows)
    review = review.corrected(train, corrected_reading(train, date(2025, 8, 4), "A", None))
    review = review.corrected(second, corrected_reading(second, date(2025, 8, 2), "E", None))
    review = review.corrected(lunch, None)
    assert told(review) == ["8/1 D", "8/2 E", "8/4 A", "8/15 A"]
    assert review.used.unread == ()
    assert [row.state for row in review.rows][:2] == [RowState.DROPPED, RowState.CORRECTED]
    assert [row.of for row in review.rows] == [row.of for row in Review(read()).rows]
    review = review.restored(lunch).corrected(first, None)
    assert told(review) == ["8/2 E", "8/4 A", "8/15 A"]
    assert review_summary(review) == "3 days read, 1 line not understood."


def test_what_is_as_it_was_read_is_no_correction() -> None:
    review = Review(read())
    first = review.rows[2].of
    changed = review.corrected(first, None)
    assert isinstance(first, DayReading)
    assert told(changed) == ["8/2 -", "8/15 A"]
    assert changed.corrected(first, first) == review


def test_a_correction_overrules_another_line_of_the_same_day() -> None:
    review = Review(read())
    train, second = review.rows[1].of, review.rows[3].of
    review = review.corrected(train, corrected_reading(train, date(2025, 8, 2), "D", None))
    assert told(review) == ["8/1 D", "8/2 D", "8/15 A"]
    overruled = next(row for row in review.rows if row.of == second)
    assert overruled.state is RowState.OVERRULED
    assert "otherwise" in row_note(overruled)


def test_of_two_corrections_of_one_day_the_last_counts() -> None:
    review = Review(read())
    lunch, train = review.rows[0].of, review.rows[1].of
    review = review.corrected(lunch, corrected_reading(lunch, date(2025, 8, 9), "D", None))
    review = review.corrected(train, corrected_reading(train, date(2025, 8, 9), "A", None))
    assert told(review) == ["8/1 D", "8/2 -", "8/9 A", "8/15 A"]


def test_corrections_hold_when_the_roster_is_read_again_by_another_answer() -> None:
    text = "5/6/2026 D\n8/8/2026 off"
    review = Review(read(text))
    kept = review.rows[-1].of
    review = review.corrected(kept, corrected_reading(kept, date(2026, 8, 8), "E", None))
    again = review._replace(roster=read(f"{text}\n8/20/2026 D"))
    assert told(again) == ["5/6 D", "8/8 E", "8/20 D"]


def test_a_correction_is_void_where_its_line_is_read_otherwise() -> None:
    undecided = read("5/6/2026 D")
    line = undecided.unread[0]
    review = Review(undecided).corrected(line, corrected_reading(line, date(2026, 5, 6), "-", None))
    assert told(review) == ["5/6 -"]
    asked = RosterQuestion(START, TODAY, DateOrder.MONTH_FIRST)
    again = review._replace(roster=read_roster(TextSource("5/6/2026 D"), asked))
    assert told(again) == ["5/6 D"]


def test_hours_over_midnight_end_on_the_next_day() -> None:
    reading = corrected_reading(
        Unread(3, "night", "?"), date(2025, 8, 4), "S", Hours(time(19), time(7))
    )
    assert reading.end == datetime(2025, 8, 5, 7, tzinfo=ZONE)
    assert (reading.line, reading.text) == (3, "night")
    whole_day = corrected_reading(
        Unread(3, "day", "?"), date(2025, 8, 4), "S", Hours(time(9), time(9))
    )
    assert whole_day.end == datetime(2025, 8, 5, 9, tzinfo=ZONE)


def test_hours_that_begin_and_end_at_one_time_last_a_whole_day() -> None:
    day = Unread(3, "9 to 9, the whole clock round", "?")
    reading = corrected_reading(day, date(2025, 8, 4), "S", Hours(time(9), time(9)))
    assert reading.start == datetime(2025, 8, 4, 9, tzinfo=ZONE)
    assert reading.end == datetime(2025, 8, 5, 9, tzinfo=ZONE)


def test_rows_are_said_in_words() -> None:
    rows = Review(read()).rows
    assert [row_words(row) for row in rows] == [
        "Not understood",
        "Not understood",
        "Day shift, 9–9",
        "Free",
        "Admin, 9 am–1 pm",
    ]
    assert row_name(rows[2], "Fits") == "Fri, Aug 1: Day shift, 9–9. Fits. Line 1: 8/1/2025 9a-9p"
    other = row_name(rows[2], "Fits", this_year=2026)
    assert other == "Fri, Aug 1, 2025: Day shift, 9–9. Fits. Line 1: 8/1/2025 9a-9p"
    said = row_name(rows[1], row_note(rows[1]))
    assert said.startswith("Mon, Aug 4?: Not understood. ")
    assert said.endswith(" Line 4: 8/4/2025 ?? train")


def test_no_row_is_spoken_at_length() -> None:
    long = Unread(7, "word " * 60, "why " * 40)
    assert len(row_name(Review(Roster(unread=(long,))).rows[0], "why " * 40)) < 120


def test_what_would_be_understood_is_said_of_the_line_itself() -> None:
    lunch, train = read().unread
    assert "a date, and what you do on it, such as 8/2 9a-9p" in understood_instead(lunch, START)
    assert "Aug 4 9a-9p, Aug 4 noon-midnight" in understood_instead(train, START)
    early = read("Aug 2, 2020 D").unread
    assert [understood_instead(line, START) for line in early] == [""]
    undecided = read("5/6/2026 D").unread[0]
    assert "month or the day comes first" in understood_instead(undecided, START)
    for text in ("Aug 4 9a-9p", "Aug 4 noon-midnight", "Aug 4 admin", "Aug 4 off", "8/2 9a-9p"):
        assert len(read(text).readings) == 1, text  # what is promised is so


def test_of_a_day_compared_work_at_other_hours_may_be_added() -> None:
    text = "8/15/2025 0900-1300 admin\nlunch with Lee"
    roster = read_roster(TextSource(text), RosterQuestion(START, TODAY, changes=True))
    lunch = roster.unread[0]
    friday = date(2025, 8, 15)
    evening, noon = (Hours(time(begin), time(end)) for begin, end in ((14, 18), (12, 14)))
    apart = corrected_reading(lunch, friday, "S", evening)
    review = Review(roster, changes=True).corrected(lunch, apart)
    assert [(reading.line, reading.letter) for reading in review.used.readings] == [
        (1, "A"),
        (2, "S"),
    ]
    # One block begins as the other ends.
    at_once = corrected_reading(lunch, friday, "S", Hours(time(13), time(17)))
    assert len(review.corrected(lunch, at_once).used.readings) == 2
    just_before = corrected_reading(lunch, friday, "S", Hours(time(5), time(9)))
    assert len(review.corrected(lunch, just_before).used.readings) == 2
    over = corrected_reading(lunch, friday, "S", noon)
    assert [row.state for row in review.corrected(lunch, over).rows] == [
        RowState.CORRECTED,
        RowState.OVERRULED,
    ]
    assert [row.state for row in Review(roster).corrected(lunch, apart).rows] == [
        RowState.CORRECTED,
        RowState.OVERRULED,
    ]


def test_corrections_are_carried_to_the_same_source_read_by_another_question() -> None:
    compared = read_roster(TextSource(TEXT), RosterQuestion(START, TODAY, changes=True))
    train, off = compared.unread[-1], compared.readings[1]
    review = Review(compared, changes=True).corrected(off, None)
    review = review.corrected(train, corrected_reading(train, date(2025, 8, 4), "A", None))
    assert told(carried(review, read())) == ["8/1 D", "8/4 A", "8/15 A"]


def test_a_line_of_leave_or_a_swap_is_shown_as_a_change() -> None:
    """Such a line may say well what one did that day; it only says nothing of the rotation."""
    rows = Review(read("8/1/2025 off, swapped with Lee\n8/4/2025 vacation")).rows
    assert [(row_words(row), row_note(row)) for row in rows] == [
        ("A change that day?", "'swapped' does not say which shift you gave and which you took."),
        ("A change that day?", "A line with 'vacation' says nothing of your rotation."),
    ]
