"""Which calendar is the plan's: one that was made by hand, one in a trash bin, one that has moved."""

from __future__ import annotations

import re
import shutil

import pytest
from odd_server import HOME, Habit
from scenes import OddScene, Scene, of_plan

from heartplanner.core.plan.model import Plan
from heartplanner.files.disk import FileError
from heartplanner.share.caldav.address import parse_address

OURS = f"{HOME}heart-example/"
MADE = f"{HOME}made/"
FOREIGN = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:dentist\r\nDTSTAMP:20250101T000000Z\r\nSUMMARY:Dentist\r\n"
    "DTSTART:20250806T130000Z\r\nDTEND:20250806T140000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
NO_CALENDARS = pytest.mark.parametrize("odd", [Habit.NO_CALENDARS, Habit.FORBIDDEN], indirect=True)


def at(odd: OddScene, path: str) -> OddScene:
    """The same account, of which the address of one calendar was typed."""
    return OddScene(f"{odd.url}{path}", odd.server, odd.recorder, odd.folder)


@NO_CALENDARS
def test_where_no_program_can_make_a_calendar_an_empty_one_is_named_and_used(
    odd: OddScene, example: Plan
) -> None:
    said = (
        r"^127\.0\.0\.1 did not make the calendar \(40[35]\); perhaps programs may not make calendars"
        r" there, or you may only read; make an empty one in the account, such as HEART, and use its own"
        r" address in place of the server's"
    )
    odd.server.calendars[f"{HOME}mine/"] = "Mine", ""
    odd.server.put(f"{HOME}mine/dentist.ics", FOREIGN)
    with pytest.raises(FileError, match=f"{said}$"):
        odd.publish(example)
    odd.server.calendars[MADE] = "Shifts", ""
    with pytest.raises(FileError, match=f"{said}; Shifts is empty there: {odd.url}{MADE}$"):
        odd.publish(example)
    made = at(odd, MADE)
    assert made.look(example).text == "Will add 8 in the calendar Shifts on 127.0.0.1."
    assert made.publish(example) == "Added 8 in the calendar Shifts on 127.0.0.1."
    assert odd.in_calendar(MADE) == of_plan(example)
    assert odd.in_calendar(f"{HOME}mine/") != []
    # What one adds to it later is let be, and makes it no other calendar.
    odd.server.put(f"{MADE}dentist.ics", FOREIGN)
    assert made.publish(example).startswith("Nothing to do")


@NO_CALENDARS
def test_a_calendar_whose_address_is_given_must_be_empty_or_the_plans(
    odd: OddScene, example: Plan
) -> None:
    odd.server.calendars[MADE] = "Family", ""
    made = at(odd, MADE.rstrip("/"))  # as it may be copied
    assert made.publish(example).startswith("Added 8 in")
    shutil.rmtree(odd.folder / "plan.json.handed")
    assert made.publish(example).startswith("Nothing to do")
    shutil.rmtree(odd.folder / "plan.json.handed")
    odd.server.put(f"{MADE}dentist.ics", FOREIGN)
    odd.recorder.forget()
    said = (
        "127.0.0.1: the calendar Family at this address has 1 other event; make an empty calendar"
        " there and use its own address"
    )
    with pytest.raises(FileError, match=f"^{re.escape(said)}$"):
        made.publish(example)
    assert odd.recorder.writes == []


@pytest.mark.parametrize("odd", [Habit.TRASH], indirect=True)
@pytest.mark.parametrize("remembered", [True, False], ids=["remembered", "forgotten"])
def test_a_place_that_is_kept_for_a_deleted_calendar_is_no_dead_end(
    odd: OddScene, example: Plan, *, remembered: bool
) -> None:
    """The calendar in the trash bin still tells its events, and takes new ones that nobody sees."""
    odd.publish(example)
    for number in (2, 3):
        last = OURS if number == 2 else f"{HOME}heart-example-2/"
        assert odd.http("DELETE", last)[0] == 204
        if not remembered:
            shutil.rmtree(odd.folder / "plan.json.handed")
        seen = odd.look(example)
        assert seen.text == "Will add 8 in the calendar HEART, which will be made on 127.0.0.1."
        assert odd.publish(example) == "Added 8 in the calendar HEART on 127.0.0.1."
        assert odd.in_calendar(f"{HOME}heart-example-{number}/") == of_plan(example)
        assert odd.publish(example).startswith("Nothing to do")
    shutil.rmtree(odd.folder / "plan.json.handed")
    assert odd.publish(example).startswith("Nothing to do")
    odd.http("DELETE", f"{HOME}heart-example-3/")
    with pytest.raises(FileError, match=r"did not make the calendar \(405\)"):
        odd.publish(example)


@pytest.mark.parametrize("odd", [Habit.NONE], indirect=True)
def test_a_calendar_that_moved_on_its_server_is_followed(odd: OddScene, example: Plan) -> None:
    odd.publish(example)
    (place,) = (odd.folder / "plan.json.handed").glob("*.place.json")
    place.write_text(place.read_text().replace(HOME, "/old/"))
    odd.recorder.forget()
    assert odd.publish(example).startswith("Nothing to do")
    assert odd.recorder.methods == ["PROPFIND", "PROPFIND", "REPORT"]
    assert f"{odd.url}{OURS}" in place.read_text()


def test_an_address_of_ones_own_calendar_means_that_calendar(scene: Scene, example: Plan) -> None:
    scene.publish(example)
    own = Scene(f"{scene.url}/ana/heart-example/", scene.recorder, scene.folder)
    assert own.publish(example).startswith("Nothing to do")
    assert parse_address(own.url).url == own.url


@pytest.mark.parametrize("status", ["403 Forbidden", "500 Oops", "405 Not now"])
def test_a_calendar_that_cannot_be_looked_at_just_now_is_not_made_once_more(
    scene: Scene, example: Plan, status: str
) -> None:
    scene.publish(example)
    scene.recorder.forget()
    scene.recorder.answer = lambda environ: (
        (status, {}) if environ["PATH_INFO"] == "/ana/heart-example/" else None
    )
    with pytest.raises(FileError, match="your calendar cannot be read"):
        scene.publish(example)
    assert scene.recorder.methods == ["PROPFIND"]
