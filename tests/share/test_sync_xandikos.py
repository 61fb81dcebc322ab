"""A calendar is kept in step on Xandikos, which is looked at by plain requests, event by event."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from scenes import SPAN, Facts, Scene, facts, of_plan
from servers import Recorder, xandikos

from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Absence, AbsenceKind, Swap
from heartplanner.core.plan.model import Plan

NOW = datetime(2025, 8, 1, tzinfo=UTC)
CALENDARS = "/ana/calendars/"


def listing(scene: Scene, path: str) -> tuple[set[str], str]:
    """What lies right in a collection, by href; and all that the server says of it."""
    status, text = scene.http("PROPFIND", path, Depth="1")
    assert status == 207
    return {href for href in re.findall(r"href>([^<]+)<", text) if href.startswith(path)} - {
        path
    }, text


def shown(scene: Scene) -> Facts:
    """What is in the one calendar of the account."""
    (calendar,), _ = listing(scene, CALENDARS)
    events, text = listing(scene, calendar)
    assert "displayname>HEART<" in text
    return facts("".join(scene.http("GET", href)[1] for href in sorted(events)))


def test_a_calendar_on_xandikos_is_kept_in_step(tmp_path: Path, example: Plan) -> None:
    folder = tmp_path / "server"
    folder.mkdir()
    with xandikos(folder) as url:
        scene = Scene(url, Recorder(lambda *_: []), tmp_path)
        assert scene.publish(example) == "Added 8 in the calendar HEART on 127.0.0.1."
        assert shown(scene) == of_plan(example)
        assert scene.publish(example).startswith("Nothing to do")
        plan = add_change(example, Swap(date(2025, 8, 6), date(2025, 8, 11)), NOW)
        plan = add_change(plan, Absence(AbsenceKind.LEAVE, SPAN[0], date(2025, 8, 5)), NOW)
        assert scene.publish(plan, stop_at=1).startswith("Stopped: 1 of 3")
        shutil.rmtree(tmp_path / "plan.json.handed")
        assert scene.look(plan).text.startswith("Will add 1, remove 1")
        scene.publish(plan)
        assert shown(scene) == of_plan(plan)
        path = "/ana/calendars/heart-example/example-20250808-shift%40heartplanner.ics"
        assert scene.http("DELETE", path)[0] == 204
        assert scene.publish(plan).startswith("Added 1 in")
        assert shown(scene) == of_plan(plan)
        assert scene.look(plan).sync_plan.total == 0
