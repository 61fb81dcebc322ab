"""A run that ends at any request, before or after the server has it, and the run after it."""

from __future__ import annotations

from datetime import date

import pytest
from scenes import Scene, edited, of_plan

from heartplanner.core.plan.model import Plan
from heartplanner.files.disk import FileError
from heartplanner.share.caldav.connection import Connection, DavResponse

SPAN = (date(2025, 8, 4), date(2025, 8, 12))
FIRST_RUN, SECOND_RUN = 3 + 2 + 4, 2 + 3


class Killed(BaseException):
    """Nothing can be done any more: what a power cut is to a program."""


def test_the_runs_are_as_long_as_these_tests_think(scene: Scene, example: Plan) -> None:
    scene.publish(example, SPAN)
    assert len(scene.recorder.asked) == FIRST_RUN
    scene.recorder.forget()
    scene.publish(edited(example), SPAN)
    assert len(scene.recorder.asked) == SECOND_RUN


@pytest.mark.parametrize("before", [True, False], ids=["unsent", "unanswered"])
@pytest.mark.parametrize("run", ["first", "second"])
def test_a_lost_connection_is_made_good_by_the_next_run(
    scene: Scene, example: Plan, run: str, *, before: bool
) -> None:
    plan = example
    for at in range(1, (FIRST_RUN if run == "first" else SECOND_RUN) + 1):
        start_anew(scene)
        if run == "second":
            scene.publish(example, SPAN)
            plan = edited(example)
        scene.recorder.forget()
        scene.recorder.lose_at, scene.recorder.before = at, before
        with pytest.raises(FileError, match="connection was lost"):
            scene.publish(plan, SPAN)
        assert len(scene.recorder.asked) == at
        scene.recorder.forget()
        scene.publish(plan, SPAN)
        assert scene.shown() == of_plan(plan, SPAN), f"lost at {at}"
        scene.recorder.forget()
        scene.publish(plan, SPAN)
        assert scene.recorder.writes == []


@pytest.mark.parametrize("before", [True, False], ids=["unsent", "unanswered"])
def test_a_program_that_is_killed_is_made_good_by_the_next_run(
    scene: Scene, example: Plan, monkeypatch: pytest.MonkeyPatch, *, before: bool
) -> None:
    """Killed so that not even what was done is remembered."""
    request = Connection.request
    for at in range(1, SECOND_RUN + 1):
        start_anew(scene)
        scene.publish(example, SPAN)
        left = at

        def request_or_die(*arguments: object, **options: object) -> DavResponse:
            nonlocal left
            left -= 1
            if not left and before:
                raise Killed
            response = request(*arguments, **options)  # type: ignore[arg-type]
            if not left:
                raise Killed
            return response

        with monkeypatch.context() as patch:
            patch.setattr(Connection, "request", request_or_die)
            patch.setattr("heartplanner.files.calendar.ledger.save", lambda *_: [])
            with pytest.raises(Killed):
                scene.publish(edited(example), SPAN)
        scene.publish(edited(example), SPAN)
        assert scene.shown() == of_plan(edited(example), SPAN), f"killed at {at}"


def start_anew(scene: Scene) -> None:
    scene.http("DELETE", "/ana/heart-example/")
    for each in scene.folder.glob("plan.json.handed/*"):
        each.unlink()
