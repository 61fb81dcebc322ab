"""Answers that are no whole list of a calendar: nothing may be written after them."""

from __future__ import annotations

import shutil
from typing import Any
from xml.etree import ElementTree

import pytest
from odd_server import Habit
from scenes import OddScene, Scene, of_plan

from heartplanner.core.plan.model import Plan
from heartplanner.files.disk import FileError
from heartplanner.share.caldav import multistatus

MULTI = '<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">{}</d:multistatus>'
XML = {"Content-Type": "text/xml"}
HTML = {"Content-Type": "text/html"}
CUT = "<d:response><d:href>/ana/heart-example/</d:href><d:status>HTTP/1.1 507 Full</d:status></d:response>"
PART = (
    "<d:response><d:href>/ana/heart-example/x.ics</d:href><d:propstat><d:prop><c:calendar-data/></d:prop>"
    "<d:status>HTTP/1.1 500 Oops</d:status></d:propstat></d:response>"
)
WHOLE = "did not list the whole calendar; try again later"


def saying(method: str, path: str, status: str, headers: dict[str, str], times: int = 99) -> Any:
    """What a Recorder answers in the server's place, to so many requests."""
    left = [times]

    def answer(environ: dict[str, Any]) -> tuple[str, dict[str, str]] | None:
        if (environ["REQUEST_METHOD"], environ["PATH_INFO"]) != (method, path) or not left[0]:
            return None
        left[0] -= 1
        return status, headers

    return answer


@pytest.mark.parametrize(
    ("status", "body", "headers"),
    [
        ("200 OK", "<html>maintenance</html>", HTML),
        ("200 OK", MULTI.format(""), XML),
        ("204 No Content", "", {}),
        ("207 Multi-Status", "<html/>", XML),
        ("207 Multi-Status", MULTI.format(CUT), XML),
        ("207 Multi-Status", MULTI.format(PART), XML),
        ("207 Multi-Status", MULTI.format(CUT)[:90], HTML),
        ("207 Multi-Status", "", XML),
    ],
)
@pytest.mark.parametrize("remembered", [True, False], ids=["remembered", "forgotten"])
def test_what_is_no_whole_list_is_not_an_empty_calendar(
    scene: Scene,
    example: Plan,
    status: str,
    body: str,
    headers: dict[str, str],
    *,
    remembered: bool,
) -> None:
    scene.publish(example)
    if not remembered:
        shutil.rmtree(scene.folder / "plan.json.handed")
    scene.recorder.forget()
    scene.recorder.body = body.encode()
    scene.recorder.answer = saying("REPORT", "/ana/heart-example/", status, headers)
    with pytest.raises(
        FileError, match=r"whole calendar; try again later|a calendar server would answer"
    ):
        scene.publish(example)
    assert scene.recorder.writes == []
    scene.recorder.forget()
    assert scene.publish(example).startswith("Nothing to do")
    assert scene.shown() == of_plan(example)


@pytest.mark.parametrize("odd", [Habit.FIRST_FIVE], indirect=True)
def test_what_a_server_leaves_out_without_a_word_is_not_written_twice(
    odd: OddScene, example: Plan
) -> None:
    odd.publish(example)
    assert odd.in_calendar() == of_plan(example)
    odd.recorder.forget()
    with pytest.raises(FileError, match=WHOLE):
        odd.publish(example)
    # One question is enough to know.
    assert odd.recorder.methods.count("REPORT") == 1
    assert odd.recorder.writes == []


def test_a_list_of_calendars_that_is_none_makes_no_second_one(scene: Scene, example: Plan) -> None:
    scene.publish(example)
    shutil.rmtree(scene.folder / "plan.json.handed")
    scene.recorder.forget()
    scene.recorder.body = b"<html/>"
    scene.recorder.answer = saying("PROPFIND", "/ana/", "200 OK", HTML, times=1)
    with pytest.raises(FileError, match=WHOLE):
        scene.publish(example)
    assert scene.recorder.writes == []


def test_a_calendar_that_is_listed_and_not_found_is_not_empty(scene: Scene, example: Plan) -> None:
    scene.publish(example)
    scene.recorder.forget()
    scene.recorder.answer = saying("REPORT", "/ana/heart-example/", "404 Not Found", {})
    with pytest.raises(FileError, match=WHOLE):
        scene.publish(example)
    assert scene.recorder.writes == []


@pytest.mark.parametrize(
    ("prop", "fine"), [("<d:displayname/>", True), ("<c:calendar-data/>", False)]
)
def test_what_others_keep_to_themselves_hides_nothing_of_ours(prop: str, *, fine: bool) -> None:
    """A shared calendar's description may be refused; an event's own text may not."""
    text = MULTI.format(
        PART.replace("500 Oops", "403 Forbidden").replace("<c:calendar-data/>", prop)
    )
    assert multistatus.is_complete(ElementTree.fromstring(text)) is fine
