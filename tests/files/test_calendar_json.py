"""Other calendars in the plan file: there and back, and read strictly."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from heartplanner.core.edits.calendars import add_calendar
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.plan.other_calendars import CalendarColor, OtherCalendar
from heartplanner.files.plan import planfile

AT = datetime(2030, 1, 1, tzinfo=UTC)
SAM = OtherCalendar("Sam", "https://example.org/secret.ics", CalendarColor.PLUM, on_opening=True)
KIDS = OtherCalendar("kids", "/home/ana/kids", shown=False, busy=False, on_paper=True)


@pytest.fixture
def plan(example: Plan) -> Plan:
    return add_calendar(add_calendar(example, SAM, AT), KIDS, AT)


def test_there_and_back_by_name_and_nothing_without_any(plan: Plan, example: Plan) -> None:
    assert plan.calendars == (KIDS._replace(letter="K"), SAM._replace(letter="S"))
    assert planfile.parse(planfile.dump(plan)) == plan
    assert b"calendars" not in planfile.dump(example)
    assert json.loads(planfile.dump(plan))["calendars"][1] == {
        "name": "Sam",
        "source": "https://example.org/secret.ics",
        "color": "plum",
        "shown": True,
        "busy": True,
        "on_paper": False,
        "on_opening": True,
        "letter": "S",
    }


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"name": ""}, r"calendars\[1\]: a calendar has a name"),
        ({"name": "a\u202eb"}, r"calendars\[1\]: "),
        ({"name": "aunt"}, r"calendars\[1\].name: not after the name before it"),
        ({"source": ""}, r"calendars\[1\]: a calendar is a file, a folder or an https link"),
        (
            {"source": "http://example.org/a"},
            r"calendars\[1\]: a calendar's link begins with https",
        ),
        ({"source": "/home/ana/kids"}, r"calendars\[1\]"),
        ({"source": "/home/ana/a", "on_opening": True}, r"calendars\[1\]: only a link is fetched"),
        ({"color": "crimson"}, r"calendars\[1\].color: expected"),
        ({"busy": "yes"}, r"calendars\[1\].busy: expected"),
        ({"letter": "SA"}, r"calendars\[1\]: a calendar's letter is one letter or"),
        ({"letter": "K"}, r"calendars\[1\].letter: a calendar before it has it"),
        ({"events": []}, r"calendars\[1\].events: unknown key"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_no_link(
    plan: Plan, parts: dict[str, Any], why: str
) -> None:
    value = json.loads(planfile.dump(plan))
    value["calendars"][1].update(parts)
    with pytest.raises(PlanError, match=why) as error:
        planfile.parse(json.dumps(value).encode())
    assert "secret" not in str(error.value)


def test_a_file_without_letters_gives_them_in_its_order(plan: Plan) -> None:
    value = json.loads(planfile.dump(plan))
    for calendar in value["calendars"]:
        calendar["name"] = f"S{calendar['name']}"
        del calendar["letter"]
    read = planfile.parse(json.dumps(value).encode()).calendars
    assert [(one.name, one.letter) for one in read] == [("Skids", "S"), ("SSam", "A")]


def test_no_version_before_the_fourth_has_any_and_an_empty_list_is_left_out(plan: Plan) -> None:
    value = json.loads(planfile.dump(plan))
    with pytest.raises(PlanError, match="calendars: it names none; leave it out"):
        planfile.parse(json.dumps({**value, "calendars": []}).encode())
