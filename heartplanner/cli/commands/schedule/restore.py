"""The command `restore`: earlier versions of the plan, and bringing one back."""

from __future__ import annotations

from pathlib import Path

from heartplanner.cli.argument_types import Parser
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.plan_access import plan_path, save
from heartplanner.core.explain.plan_diff import plan_differences
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import clock as clock_words
from heartplanner.core.words.english import long_date
from heartplanner.document import Document, earlier, held, restored_version
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile
from heartplanner.files.plan.versions import Version

SHOWN = 3
"""How many differences a line of the list tells."""


def _add_arguments(parser: Parser) -> None:
    one = parser.add_mutually_exclusive_group(required=True)
    one.add_argument("--list", action="store_true", help="list the copies, newest first")
    one.add_argument(
        "version", nargs="?", metavar="N|STAMP", help="the number or stamp that the list gives it"
    )


def _run(request: Request) -> Output:
    """List the versions, or bring one back. The present plan need not be one that can be read."""
    path = plan_path(request.arguments)
    data = held(path)
    versions = earlier(path, data)
    if not versions:
        raise FileError(f"{path}: there is no earlier copy yet")
    now = _plan(data)
    if request.arguments.list:
        listed = [
            line for n, version in enumerate(versions, 1) for line in _listed(n, version, now)
        ]
        return Output([f"Earlier copies of {path}, newest first:", *listed])
    chosen = _chosen(versions, request.arguments.version, path)
    plan = restored_version(chosen, now, versions, request.clock)
    # `data` may be damaged: it is what is saved over, and kept as a version first.
    document = Document(path, Schedule(plan), data)
    save(document, request.clock)
    return Output(
        [f"Restored the copy of {_when(chosen)} as {path}.", *_differing(now, document.plan)]
    )


def _plan(data: bytes | None) -> Plan | None:
    """The present plan, if it can be read."""
    try:
        return planfile.parse(data) if data is not None else None
    except PlanError:
        return None


def _chosen(versions: list[Version], wanted: str, path: Path) -> Version:
    """The version of a number of the list, or of a stamp."""
    for number, version in enumerate(versions, 1):
        if wanted in (str(number), version.stamp):
            return version
    raise FileError(f"{path}: there is no copy {wanted}; {planfile.list_command(path)} shows them")


def _listed(number: int, version: Version, now: Plan | None) -> list[str]:
    try:
        lines = _differing(now, planfile.load_copy(version.path).plan)
    except FileError as error:
        lines = [str(error)]
    more = [f"and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
    details = [f"      {line}" for line in lines[:SHOWN] + more]
    return [f"{number:4}  {version.stamp}  saved {_when(version)}", *details]


def _differing(now: Plan | None, then: Plan) -> list[str]:
    return (
        plan_differences(now, then) if now else ["There is no present schedule to compare it with."]
    )


def _when(version: Version) -> str:
    """Its moment in Durham: Thursday, September 11, 2025, 8:30 am."""
    moment = version.moment.astimezone(ZONE)
    return f"{long_date(moment.date())}, {clock_words(moment)}"


COMMAND = Command(_add_arguments, _run)
