"""A calendar on a real server, kept in step: what is asked of the server, and what it holds then."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from scenes import SPAN, TODAY, Scene, of_plan

from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import CalendarPart, ExportOptions, Privacy
from heartplanner.core.edits.edits import add_change, assign, continued, remove_change
from heartplanner.core.plan.change import Absence, AbsenceKind, OtherHours, Swap
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan, Rotation
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical, ledger
from heartplanner.files.disk import FileError
from heartplanner.share.caldav import sync
from heartplanner.share.caldav.event_reader import ALTERED, parse_event

NOW = datetime(2025, 8, 1, tzinfo=UTC)
SHIFT = date(2025, 8, 5)
LEAVE = Absence(AbsenceKind.LEAVE, SHIFT, SHIFT)
LATER = Hours(time(10), time(21))
OURS = "/ana/heart-example/"
FOREIGN = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:dentist\r\n"
    "DTSTAMP:20250101T000000Z\r\nDTSTART:20250806T130000Z\r\nDTEND:20250806T140000Z\r\n"
    "SUMMARY:Dentist\r\nDESCRIPTION:example-20250805-shift@heartplanner\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
DENTIST = [("Dentist", datetime(2025, 8, 6, 13, tzinfo=UTC), datetime(2025, 8, 6, 14, tzinfo=UTC))]


def resource(name: str) -> str:
    return f"{OURS}example-{name}@heartplanner.ics"


def test_the_first_time_makes_a_calendar_and_a_resource_for_each_event(
    scene: Scene, example: Plan
) -> None:
    seen = scene.look(example)
    assert seen.text == "Will add 8 in the calendar HEART, which will be made on 127.0.0.1."
    assert scene.recorder.writes == []
    assert scene.shown() == []
    scene.recorder.forget()
    assert scene.publish(example) == "Added 8 in the calendar HEART on 127.0.0.1."
    assert scene.recorder.writes == ["MKCALENDAR", *["PUT"] * 8]
    puts = [each for each in scene.recorder.headers if "HTTP_IF_NONE_MATCH" in each]
    assert [each["HTTP_IF_NONE_MATCH"] for each in puts] == ["*"] * 8
    assert scene.shown() == of_plan(example)
    status, text = scene.http("GET", resource("20250805-shift"))
    assert (status, text.count("BEGIN:VEVENT")) == (200, 1)
    assert "METHOD" not in text


def test_a_second_run_looks_for_the_calendar_reads_it_and_writes_nothing(
    scene: Scene, example: Plan
) -> None:
    scene.publish(example)
    scene.recorder.forget()
    assert scene.publish(example) == (
        "Nothing to do in the calendar HEART on 127.0.0.1: 8 events, the same as in your schedule."
    )
    assert scene.recorder.methods == ["PROPFIND", "REPORT"]


def test_five_changed_of_a_hundred_are_five_requests(scene: Scene, example: Plan) -> None:
    """Another program filled the calendar, and the server named the resources itself."""
    span = date(2025, 8, 4), date(2026, 1, 29)
    scene.http("PUT", OURS, ical.calendar(Schedule(example), *span).decode())
    assert scene.publish(example, span).startswith("Nothing to do")
    assert len(scene.shown()) > 100
    plan = example
    for day in (5, 6, 8, 15, 16):
        plan = add_change(plan, OtherHours(date(2025, 8, day), LATER), NOW)
    scene.recorder.forget()
    scene.publish(plan, span)
    assert scene.recorder.methods == ["PROPFIND", "REPORT", *["PUT"] * 5]
    assert all("HTTP_IF_MATCH" in each for each in scene.recorder.headers[2:])
    assert scene.shown() == of_plan(plan, span)
    assert scene.publish(plan, span).startswith("Nothing to do")


def test_what_is_gone_is_deleted_and_what_is_moved_keeps_its_resource(
    scene: Scene, example: Plan
) -> None:
    scene.publish(example)
    plan = add_change(example, LEAVE, NOW)
    plan = add_change(plan, Swap(date(2025, 8, 6), date(2025, 8, 11)), NOW)
    scene.recorder.forget()
    assert scene.look(plan).text == (
        "Will add 1, change 1, remove 1 in the calendar HEART on 127.0.0.1; 6 stay as they are."
    )
    assert scene.publish(plan).startswith("Added 1, changed 1, removed 1 in the calendar HEART")
    assert scene.recorder.writes == ["PUT", "PUT", "DELETE"]
    assert scene.shown() == of_plan(plan)
    assert "20250811T" in scene.http("GET", resource("20250806-shift"))[1]


def test_a_slot_that_comes_back_has_a_new_generation(scene: Scene, example: Plan) -> None:
    scene.publish(example)
    gone = add_change(example, LEAVE, NOW)
    scene.publish(gone)
    scene.publish(remove_change(gone, gone.changes[-1].id, NOW))
    assert scene.shown() == of_plan(example)
    assert scene.http("GET", resource("20250805-shift"))[0] == 404
    assert scene.http("GET", resource("20250805-shift-g2"))[0] == 200


def test_foreign_events_and_calendars_are_left_alone(scene: Scene, example: Plan) -> None:
    scene.http("MKCALENDAR", "/ana/mine/")
    scene.http(
        "PROPPATCH",
        "/ana/mine/",
        '<d:propertyupdate xmlns:d="DAV:"><d:set><d:prop><d:displayname>Heart</d:displayname>'
        "</d:prop></d:set></d:propertyupdate>",
    )
    scene.http("PUT", "/ana/mine/dentist.ics", FOREIGN)
    seen = scene.look(example)
    assert seen.text.endswith(
        "The calendar HEART that is already there is another one and is left alone."
    )
    assert scene.publish(example) == "Added 8 in the calendar HEART 2 on 127.0.0.1."
    assert scene.shown("/ana/mine/") == DENTIST
    scene.http("PUT", f"{OURS}dentist.ics", FOREIGN)
    scene.publish(add_change(example, LEAVE, NOW))
    assert DENTIST[0] in scene.shown()
    assert scene.publish(example, (date(2030, 1, 7), date(2030, 1, 13))).startswith("Added")
    assert DENTIST[0] in scene.shown()
    assert scene.shown("/ana/mine/") == DENTIST


@pytest.mark.parametrize("remembered", [True, False], ids=["remembered", "forgotten"])
def test_what_somebody_changes_or_deletes_there_is_put_right(
    scene: Scene, example: Plan, *, remembered: bool
) -> None:
    scene.publish(example)
    edits = {
        "20250805-shift": ("T090000", "T100000"),
        "20250806-shift": ("DTSTART;", "RRULE:FREQ=DAILY;COUNT=3\r\nDTSTART;"),
        "20250815-shift": ("STATUS:CONFIRMED", "STATUS:CANCELLED"),
    }
    for name, (old, new) in edits.items():
        text = scene.http("GET", resource(name))[1]
        head, found, rest = text.rpartition(old)
        assert found
        assert scene.http("PUT", resource(name), head + new + rest)[0] in (201, 204)
    scene.http("DELETE", resource("20250816-shift"))
    if not remembered:
        forget(scene)
    assert scene.look(example).text.startswith("Will add 1, change 3 in the calendar HEART")
    scene.publish(example)
    assert scene.shown() == of_plan(example)
    assert scene.look(example).sync_plan.total == 0
    name = "20250816-shift-g2" if remembered else "20250816-shift"
    assert scene.http("GET", resource(name))[0] == 200


def test_days_beyond_a_shorter_range_do_not_stay(scene: Scene, example: Plan) -> None:
    """Of two weeks with four events each the first is kept in step from then on."""
    scene.publish(example)
    assert scene.publish(example, (SPAN[0], date(2025, 8, 10))).startswith("Removed 4 in")
    later = (date(2025, 8, 11), SPAN[1])
    assert scene.publish(example, later).startswith("Added 4 in")
    assert len(scene.shown()) == 8  # the days before stay as they are


def test_an_alarm_that_was_set_there_stays(scene: Scene, example: Plan) -> None:
    scene.publish(example)
    text = scene.http("GET", resource("20250805-shift"))[1]
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER:-PT30M\r\nEND:VALARM\r\n"
    with_alarm = text.replace("END:VEVENT", f"{alarm}END:VEVENT")
    assert scene.http("PUT", resource("20250805-shift"), with_alarm)[0] in (201, 204)
    assert scene.publish(example).startswith("Nothing to do")
    assert "TRIGGER:-PT30M" in scene.http("GET", resource("20250805-shift"))[1]


def test_what_was_chosen_is_what_is_there(scene: Scene, example: Plan) -> None:
    """Shifts of the two weeks: five, then three with the weekend; one admin block in each."""
    scene.publish(example)
    quiet = ExportOptions(frozenset({CalendarPart.SHIFTS}), "Work", 60)
    said = scene.publish(example, options=quiet)
    assert said.startswith("Changed 6, removed 2 in")
    assert {title for title, _, _ in scene.shown()} == {"Work 9-9"}
    assert "TRIGGER:-PT1H" in scene.http("GET", resource("20250805-shift"))[1]
    assert scene.publish(example).startswith("Nothing to do")
    assert scene.publish(example, options=quiet._replace(alarm=None)).startswith("Changed 6 in")
    assert "VALARM" not in scene.http("GET", resource("20250805-shift"))[1]


def test_an_alarm_that_is_chosen_is_put_right(scene: Scene, example: Plan) -> None:
    options = ExportOptions(alarm=60)
    scene.publish(example, options=options)
    text = scene.http("GET", resource("20250805-shift"))[1]
    scene.http("PUT", resource("20250805-shift"), text.replace("TRIGGER:-PT1H", "TRIGGER:PT5M"))
    assert scene.publish(example).startswith("Changed 1 in")
    assert "TRIGGER:-PT1H" in scene.http("GET", resource("20250805-shift"))[1]


def forget(scene: Scene) -> None:
    """Lose all that is remembered beside the plan."""
    shutil.rmtree(scene.folder / "plan.json.handed")


def test_a_lost_memory_doubles_nothing(scene: Scene, example: Plan) -> None:
    scene.publish(example)
    forget(scene)
    scene.recorder.forget()
    assert scene.publish(example).startswith("Nothing to do")
    assert scene.recorder.methods == [*["PROPFIND"] * 3, "REPORT"]
    assert scene.shown() == of_plan(example)


def test_an_event_that_is_there_twice_is_there_once_then(scene: Scene, example: Plan) -> None:
    scene.publish(example)
    text = scene.http("GET", resource("20250805-shift"))[1]
    second = text.replace("-shift@", "-shift-g2@")
    scene.http("PUT", resource("20250805-shift-g2"), second)
    assert scene.publish(example).startswith("Removed 1 in")
    assert scene.shown() == of_plan(example)


def test_a_calendar_that_was_deleted_there_is_made_anew(scene: Scene, example: Plan) -> None:
    scene.publish(example)
    scene.http("DELETE", OURS)
    assert scene.publish(example) == "Added 8 in the calendar HEART on 127.0.0.1."
    assert scene.shown() == of_plan(example)
    assert scene.http("GET", resource("20250805-shift"))[0] == 200


def test_days_before_the_range_stay_as_they_are(scene: Scene, example: Plan) -> None:
    scene.publish(example)
    before = scene.shown()
    later = date(2025, 8, 12), date(2025, 8, 24)
    plan = add_change(example, LEAVE, NOW)
    scene.publish(plan, later)
    assert [each for each in before if each not in scene.shown()] == []
    assert ("Leave", SHIFT, date(2025, 8, 6)) not in scene.shown()


def test_a_break_that_has_begun_is_not_another_one_every_day(scene: Scene, example: Plan) -> None:
    scene.publish(example, (date(2025, 8, 25), date(2025, 9, 2)))
    assert ("Break, 6 days", date(2025, 8, 29), date(2025, 9, 4)) in scene.shown()
    for day in (1, 2, 3):
        span = date(2025, 9, day), date(2025, 9, 3)
        assert scene.publish(example, span).startswith("Nothing to do")


def test_a_break_that_has_begun_and_is_none_any_more_is_removed(
    scene: Scene, example: Plan
) -> None:
    scene.publish(example, (date(2025, 8, 25), date(2025, 9, 5)))
    works = Rotation.parse("SSSSSSS " * 6)
    until = continued(example, date(2025, 8, 31))._replace(rotation=works)
    plan = assign(example, until, NOW)
    span = date(2025, 8, 31), date(2025, 9, 5)
    scene.publish(plan, span)
    assert [each for each in scene.shown() if "Break" in each[0]] == []


def test_one_can_stop_and_go_on(scene: Scene, example: Plan) -> None:
    assert (
        scene.publish(example, stop_at=3)
        == "Stopped: 3 of 8 done in the calendar HEART on 127.0.0.1."
    )
    assert len(scene.shown()) == 3
    (remembered,) = (scene.folder / "plan.json.handed").glob("caldav-????????????????.json")
    name = remembered.stem.replace("-", " ")
    assert len(ledger.load(scene.plan_file, name).events) == 3
    assert scene.publish(example).startswith("Added 5 in the calendar HEART on 127.0.0.1; 3 stay")
    assert scene.shown() == of_plan(example)
    assert scene.http("GET", resource("20250816-shift-g2"))[0] == 404


def test_stopping_when_all_is_done_is_being_done(scene: Scene, example: Plan) -> None:
    assert scene.publish(example, stop_at=8).startswith("Added 8 in")


def test_a_calendar_that_the_server_put_elsewhere_is_known_by_its_description(
    scene: Scene, example: Plan
) -> None:
    scene.http(
        "MKCALENDAR",
        "/ana/elsewhere/",
        '<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>'
        "<d:displayname>My work</d:displayname><c:calendar-description>Kept in step by Heart Planner,"
        " plan example</c:calendar-description></d:prop></d:set></c:mkcalendar>",
    )
    assert scene.publish(example) == "Added 8 in the calendar My work on 127.0.0.1."
    assert scene.shown("/ana/elsewhere/") == of_plan(example)


def test_what_somebody_deletes_at_the_same_moment_is_gone_as_it_should_be(
    scene: Scene, example: Plan
) -> None:
    scene.publish(example)
    request = scene.request(add_change(example, LEAVE, NOW))
    with closing(scene.connection()) as connection:
        seen = sync.preview(connection, request)
        scene.http("DELETE", resource("20250805-shift"))
        said = sync.publish(connection, request, seen, TODAY, lambda *_: True)
    assert said.startswith("Added 1, removed 1")
    assert scene.shown() == of_plan(request.schedule.plan)


def test_more_than_a_fifth_is_asked_about(scene: Scene, example: Plan) -> None:
    scene.publish(example)
    few = add_change(example, LEAVE, NOW)
    assert scene.look(few).question == ""
    many = add_change(example, Absence(AbsenceKind.LEAVE, SPAN[0], SPAN[1]), NOW)
    assert scene.look(many).question == (
        "This removes 8 of 8 events from the calendar HEART on 127.0.0.1."
    )


def test_somebody_who_writes_at_the_same_moment_is_not_written_over(
    scene: Scene, example: Plan
) -> None:
    scene.publish(example)
    request = scene.request(add_change(example, LEAVE, NOW))
    with closing(scene.connection()) as connection:
        seen = sync.preview(connection, request)
        text = scene.http("GET", resource("20250805-shift"))[1]
        scene.http("PUT", resource("20250805-shift"), text.replace("T090000", "T100000"))
        with pytest.raises(FileError, match=r"changed by somebody else .*; 1 of 2 are done"):
            sync.publish(connection, request, seen, TODAY, lambda *_: True)
    assert scene.http("GET", resource("20250805-shift"))[0] == 200
    scene.publish(request.schedule.plan)
    assert scene.shown() == of_plan(request.schedule.plan)


def test_a_memory_that_cannot_be_written_is_only_said(
    scene: Scene, example: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> list[str]:
        raise FileError("memory: not saved: No space left on device; nothing was changed")

    monkeypatch.setattr(ledger, "save", refuse)
    assert scene.publish(example) == (
        "Added 8 in the calendar HEART on 127.0.0.1. The program cannot remember what it has:"
        " memory: not saved: No space left on device."
    )
    assert scene.shown() == of_plan(example)


def put_twice(text: str, name: str) -> str:
    """A calendar whose last property of that name is there twice."""
    head, line, rest = text.rpartition(f"\r\n{name}")
    value, end, rest = rest.partition("\r\n")
    return f"{head}{line}{value}{line}{value}{end}{rest}"


@pytest.mark.parametrize("name", ["DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED", "SUMMARY"])
def test_a_property_that_is_there_twice_is_put_right(name: str, example: Plan) -> None:
    (event, *_) = events(Schedule(example), *SPAN)
    text = ical.calendar_of([event], named=False).decode()
    assert parse_event(text) == event
    found = parse_event(put_twice(text, name))
    assert found is not None
    assert (found.uid, found.title) == (event.uid, ALTERED)


def test_an_alarm_with_two_times_is_put_right(example: Plan) -> None:
    (event, *_) = events(Schedule(example), *SPAN, ExportOptions(alarm=30))
    found = parse_event(put_twice(ical.calendar_of([event], named=False).decode(), "TRIGGER"))
    assert found is not None
    assert found.title == ALTERED


@pytest.mark.parametrize("number", [2_147_483_647, 99_999_999_999, 1_000_000_000])
def test_a_great_sequence_on_the_server_breaks_nothing(
    scene: Scene, example: Plan, number: int
) -> None:
    scene.publish(example)
    text = scene.http("GET", resource("20250805-shift"))[1]
    edited = re.sub(r"SEQUENCE:\d+", f"SEQUENCE:{number}", text).replace("HEART 9-9", "edited")
    assert scene.http("PUT", resource("20250805-shift"), edited)[0] in (201, 204)
    assert scene.publish(example).startswith("Changed 1 in")
    assert scene.shown() == of_plan(example)
    assert scene.publish(example).startswith("Nothing to do")


def test_a_choice_to_hand_over_without_identity_is_not_for_this(
    scene: Scene, example: Plan
) -> None:
    options = ExportOptions(privacy=Privacy.BUSY)
    scene.publish(example, options=options)
    assert scene.shown() == of_plan(example)
    assert scene.publish(example, options=options).startswith("Nothing to do")
    assert scene.shown() == of_plan(example)


def test_an_event_of_one_uid_at_two_places_is_there_once_then(scene: Scene, example: Plan) -> None:
    """Radicale takes no second one, so its files are made by hand; a name quoted otherwise is no other."""
    scene.publish(example)
    text = scene.http("GET", resource("20250805-shift"))[1]
    store = dict.fromkeys(("a", "b"), text)
    deleted: list[str] = []

    def item(href: str, data: str) -> str:
        return (
            f"<d:response><d:href>{href}</d:href><d:propstat><d:prop><d:getetag>*</d:getetag>"
            f"<c:calendar-data><![CDATA[{data}]]></c:calendar-data></d:prop>"
            "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
        )

    def answer(environ: dict[str, Any]) -> tuple[str, dict[str, str]] | None:
        if environ["REQUEST_METHOD"] == "REPORT":
            listed = [item(f"{OURS}{name}.ics", data) for name, data in store.items()]
            listed += [item(f"{OURS}%{ord(name):x}.ics", data) for name, data in store.items()]
            scene.recorder.body = (
                '<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">'
                f"{''.join(listed)}</d:multistatus>"
            ).encode()
            return "207 Multi-Status", {"Content-Type": "text/xml"}
        if environ["REQUEST_METHOD"] == "PROPFIND":
            return None
        scene.recorder.body = b""
        deleted.append(environ["PATH_INFO"])
        store.pop(environ["PATH_INFO"].removeprefix(OURS).removesuffix(".ics"))
        return "204 No Content", {}

    scene.recorder.answer = answer
    day = (SHIFT, SHIFT)
    assert scene.publish(example, day).startswith("Removed 1 in")
    assert deleted == [f"{OURS}b.ics"]
    assert scene.publish(example, day).startswith("Nothing to do")


def test_something_else_at_the_place_of_an_event_is_named(scene: Scene, example: Plan) -> None:
    scene.publish(example, (SPAN[0], SPAN[0]))
    name = resource("20250805-shift")
    assert scene.http("PUT", name, FOREIGN)[0] == 201
    for _ in range(2):
        with pytest.raises(FileError, match=r"something else lies at \S+; delete it there"):
            scene.publish(example)
    scene.http("DELETE", name)
    scene.publish(example)
    assert scene.shown() == of_plan(example)


def test_what_is_newer_there_is_asked_about_again_after_a_run_that_was_stopped(
    scene: Scene, example: Plan
) -> None:
    scene.publish(example)
    there = add_change(example, LEAVE, NOW)
    there = add_change(there, Swap(date(2025, 8, 6), date(2025, 8, 11)), NOW)
    other = Scene(scene.url, scene.recorder, scene.folder / "elsewhere")
    other.folder.mkdir()
    other.publish(there)
    question = scene.look(example).question
    assert question == (
        "The calendar HEART on 127.0.0.1 has 2 events that are newer than this schedule: Tue, Aug 5; Mon,"
        " Aug 11. A phone or another computer changed them. Syncing puts back what this schedule says."
    )
    assert scene.publish(example, stop_at=1).startswith("Stopped: 1 of 3")
    assert "1 event that is newer than this schedule: Tue, Aug 5." in scene.look(example).question
    scene.publish(example)
    assert scene.shown() == of_plan(example)
    assert scene.look(example).question == ""
    # What was put back on purpose is asked about there, before the swap is made once more.
    assert "1 event that is newer than this schedule: Wed, Aug 6." in other.look(there).question
