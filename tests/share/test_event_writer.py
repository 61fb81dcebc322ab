"""Writing events to servers with one odd habit each: no doubles, right in the end, each refusal told."""

from __future__ import annotations

import re
from contextlib import closing, suppress
from datetime import date
from typing import Any

import pytest
from odd_server import HOME, Habit
from scenes import SPAN, TODAY, OddScene, edited, of_plan

from heartplanner.core.calendar.events import events
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical
from heartplanner.files.disk import FileError
from heartplanner.share.caldav import sync

SHIFT = f"{HOME}heart-example/example-20250806-shift@heartplanner.ics"
WEEK = (date(2025, 8, 4), date(2025, 8, 12))
UNVERSIONED = [Habit.WEAK, Habit.LETTERS, Habit.NO_TAGS]


@pytest.mark.parametrize("odd", [Habit.NONE, *UNVERSIONED, Habit.MOVED], indirect=True)
def test_later_changes_are_taken_whatever_tags_a_server_gives(odd: OddScene, example: Plan) -> None:
    assert odd.publish(example) == "Added 8 in the calendar HEART on 127.0.0.1."
    assert odd.publish(edited(example)).startswith("Added 1, changed 1, removed 1 in")
    assert odd.in_calendar() == of_plan(edited(example))
    assert odd.publish(edited(example)).startswith("Nothing to do")


@pytest.mark.parametrize("odd", UNVERSIONED, indirect=True)
@pytest.mark.parametrize("before", [True, False], ids=["unsent", "unanswered"])
def test_lost_answers_without_tags_are_made_good_by_the_next_run(
    odd: OddScene, example: Plan, *, before: bool
) -> None:
    """Each request of a first run, and of a later one, is lost once."""
    for plan, requests in ((example, 3 + 2 + 4), (edited(example), 2 + 1 + 3)):
        for at in range(1, requests + 1):
            odd.recorder.forget()
            odd.recorder.lose_at, odd.recorder.before = at, before
            with suppress(FileError):  # what an earlier try has done is not asked for once more
                odd.publish(plan, WEEK)
        odd.recorder.forget()
        odd.publish(plan, WEEK)
        assert odd.in_calendar() == of_plan(plan, WEEK)


@pytest.mark.parametrize("odd", UNVERSIONED, indirect=True)
def test_what_changed_since_it_was_seen_is_not_written_over_without_tags(
    odd: OddScene, example: Plan
) -> None:
    odd.publish(example)
    request = odd.request(edited(example))
    with closing(odd.connection()) as connection:
        seen = sync.preview(connection, request)
        odd.server.put(SHIFT, odd.server.events[SHIFT][1].replace("T210000", "T220000"))
        odd.recorder.forget()
        with pytest.raises(FileError, match=r"changed by somebody else just now; try again$"):
            sync.publish(connection, request, seen, TODAY, lambda *_: True)
    assert odd.recorder.writes == []
    odd.publish(edited(example))
    assert odd.in_calendar() == of_plan(edited(example))


@pytest.mark.parametrize(
    "odd", [Habit.UID_SAID, Habit.UID_UNSAID, Habit.UID_PRECONDITION], indirect=True
)
def test_an_event_that_stands_in_another_calendar_is_told_as_that(
    odd: OddScene, example: Plan
) -> None:
    odd.server.calendars |= {f"{HOME}home/": ("Home", ""), f"{HOME}work/": ("My work", "")}
    imported = events(Schedule(example), *SPAN)[3]
    odd.server.put(f"{HOME}work/abc.ics", ical.calendar_of([imported], named=False).decode())
    said = (
        "127.0.0.1: an event cannot be written to HEART: the same event is already in the calendar My"
        " work there, perhaps from a file that was imported; remove what was imported there and try"
        " again; 3 of 8 are done"
    )
    with pytest.raises(FileError, match=f"^{re.escape(said)}$"):
        odd.publish(example)
    del odd.server.events[f"{HOME}work/abc.ics"]
    odd.publish(example)
    assert odd.in_calendar() == of_plan(example)


@pytest.mark.parametrize(
    ("odd", "said"),
    [
        (Habit.UID_SAID, "is already in another calendar or in the trash bin there"),
        (Habit.UID_UNSAID, "this user may not write there"),
        (Habit.UID_PRECONDITION, "is already in another calendar or in the trash bin there"),
    ],
    indirect=["odd"],
)
def test_an_event_that_stands_where_nobody_can_look_is_told_as_far_as_it_is_known(
    odd: OddScene, example: Plan, said: str
) -> None:
    imported = events(Schedule(example), *SPAN)[0]
    odd.server.put("/trash/abc.ics", ical.calendar_of([imported], named=False).decode())
    with pytest.raises(FileError, match=said):
        odd.publish(example)


@pytest.mark.parametrize("odd", [Habit.FULL], indirect=True)
def test_a_server_that_is_full_takes_the_rest_once_there_is_room(
    odd: OddScene, example: Plan
) -> None:
    with pytest.raises(FileError, match=r"no room left .507.; make some .*; 3 of 8 are done$"):
        odd.publish(example)
    odd.server.habit = Habit.NONE
    assert odd.publish(example).startswith("Added 5 in")
    assert odd.in_calendar() == of_plan(example)


@pytest.mark.parametrize("odd", [Habit.NONE], indirect=True)
def test_a_trash_bin_that_takes_no_second_one_is_named(odd: OddScene, example: Plan) -> None:
    odd.publish(example)

    def refuse(environ: dict[str, Any]) -> tuple[str, dict[str, str]] | None:
        if environ["REQUEST_METHOD"] != "DELETE":
            return None
        odd.recorder.body = (
            b'<d:error xmlns:d="DAV:"><d:message>An object exists already, therefore this one can\'t be'
            b" moved into the trashbin</d:message></d:error>"
        )
        return "403 Forbidden", {"Content-Type": "application/xml"}

    odd.recorder.answer = refuse
    with pytest.raises(FileError, match="cannot be deleted: empty the trash bin there and try"):
        odd.publish(edited(example))
