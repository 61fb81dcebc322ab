"""The letters of other calendars: one for each, kept for as long as its name has it."""

from __future__ import annotations

from datetime import UTC, datetime

from heartplanner.core.edits.calendars import (
    add_calendar,
    calendar_of,
    change_calendar,
    remove_calendar,
)
from heartplanner.core.plan.model import Plan
from heartplanner.core.plan.other_calendars import OtherCalendar

AT = datetime(2030, 1, 1, tzinfo=UTC)


def letters(plan: Plan) -> dict[str, str]:
    return {one.name: one.letter for one in plan.calendars}


def test_a_letter_once_given_stays(example: Plan) -> None:
    plan = add_calendar(example, OtherCalendar("school", "/school"), AT)
    plan = add_calendar(plan, OtherCalendar("cats", "/cats"), AT)
    plan = add_calendar(plan, OtherCalendar("aunt", "/aunt"), AT)  # before both, by its name
    plan = add_calendar(plan, OtherCalendar("Sam", "/sam"), AT)
    assert letters(plan) == {"aunt": "A", "cats": "C", "Sam": "M", "school": "S"}
    # Whatever else is another: only a name that has the letter no more asks for another one.
    plan = remove_calendar(plan, "school", AT)
    sam = calendar_of(plan, "Sam")
    plan = change_calendar(plan, "Sam", sam._replace(shown=False), AT)
    plan = change_calendar(plan, "cats", calendar_of(plan, "cats")._replace(name="my cats"), AT)
    assert letters(plan) == {"aunt": "A", "my cats": "C", "Sam": "M"}
    plan = change_calendar(plan, "Sam", calendar_of(plan, "Sam")._replace(name="Sue"), AT)
    assert letters(plan)["Sue"] == "S"


def test_a_name_without_a_letter_left_has_a_number_that_stays_too(example: Plan) -> None:
    plan = example
    for name in ("ß", "--", "a", "A!"):
        plan = add_calendar(plan, OtherCalendar(name, f"/{name}"), AT)
    assert letters(plan) == {"--": "1", "a": "A", "A!": "2", "ß": "0"}
    plan = remove_calendar(plan, "a", AT)
    plan = change_calendar(plan, "A!", calendar_of(plan, "A!")._replace(busy=False), AT)
    assert letters(plan)["A!"] == "2"
