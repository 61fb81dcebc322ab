"""A calendar is kept in step on servers of Debian, each looked at in another way than it is written to."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from debian_servers import cyrus, sabredav, sabredav_texts
from scenes import Facts, Scene, edited, facts, of_plan
from servers import Recorder

from heartplanner.core.calendar.events import events
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical
from heartplanner.files.disk import FileError

CALENDARS = "/dav/calendars/user/ana/"
OURS = f"{CALENDARS}heart-example/"


def keep_in_step(scene: Scene, plan: Plan, shown: Callable[[], Facts]) -> None:
    """A first time, changes, a stop in the middle, and all that was remembered lost."""
    assert scene.publish(plan) == "Added 8 in the calendar HEART on 127.0.0.1."
    assert shown() == of_plan(plan)
    assert scene.publish(plan).startswith("Nothing to do")
    later = edited(plan)
    assert scene.publish(later, stop_at=1).startswith("Stopped: 1 of 3")
    shutil.rmtree(scene.folder / "plan.json.handed")
    assert scene.publish(later) == (
        "Added 1, removed 1 in the calendar HEART on 127.0.0.1; 7 stay as they are."
    )
    assert shown() == of_plan(later)
    assert scene.look(later).sync_plan.total == 0


def test_a_calendar_on_sabredav_is_kept_in_step(tmp_path: Path, example: Plan) -> None:
    with sabredav(tmp_path) as url:
        scene = Scene(url, Recorder(lambda *_: []), tmp_path)
        keep_in_step(scene, example, lambda: facts(sabredav_texts(tmp_path)))


def test_a_calendar_on_cyrus_is_kept_in_step(tmp_path: Path, example: Plan) -> None:
    """With an event in another calendar, where Cyrus refuses it: each UID once in an account."""

    def shown() -> Facts:
        listing = scene.http("PROPFIND", OURS, Depth="1")[1]
        hrefs = sorted(set(re.findall(r"href>([^<]+\.ics)<", listing)))
        return facts("".join(scene.http("GET", href)[1] for href in hrefs))

    with cyrus() as url:
        scene = Scene(url, Recorder(lambda *_: []), tmp_path)
        scene.http("MKCALENDAR", f"{CALENDARS}work/", "")
        (imported, *_) = events(Schedule(example), date(2025, 8, 8), date(2025, 8, 8))
        text = ical.calendar_of([imported], named=False).decode()
        assert scene.http("PUT", f"{CALENDARS}work/a.ics", text)[0] == 201
        with pytest.raises(
            FileError, match=r"is already in the calendar \S*work\S* there, .*; 3 of 8 are"
        ):
            scene.publish(example)
        assert scene.http("DELETE", f"{CALENDARS}work/a.ics")[0] == 204
        for href in re.findall(r"href>([^<]+\.ics)<", scene.http("PROPFIND", OURS, Depth="1")[1]):
            scene.http("DELETE", href)
        shutil.rmtree(tmp_path / "plan.json.handed")
        keep_in_step(scene, example, shown)
