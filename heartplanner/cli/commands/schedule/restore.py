"""The command `restore`: earlier versions of the plan, and bringing one back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser
from heartplanner.cli.plan_access import plan_path, save
from heartplanner.core.explain.plan_diff import few, plan_differences
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import clock as clock_words
from heartplanner.core.words.english import long_date
from heartplanner.document import Document, earlier, held, restored_version
from heartplanner.files import disk
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile
from heartplanner.files.plan.copies import copies
from heartplanner.files.plan.versions import Version

NO_PRESENT = "There is no present schedule to compare with."
SHOWN = 3
"""How many sentences a line of the list tells."""


def _add_arguments(parser: Parser) -> None:
    one = parser.add_mutually_exclusive_group(required=True)
    one.add_argument("--list", action="store_true", help="list the copies, newest first")
    one.add_argument("version", nargs="?", metavar="STAMP", help="the stamp that the list gives it")


def _run(request: Request) -> Output:
    """List the versions, or bring one back. The present plan need not be one that can be read."""
    path = plan_path(request.arguments)
    data = held(path) if disk.is_there(path) and disk.is_file(path) else None
    versions = earlier(path, data)
    if not versions:
        raise FileError(f"{path}: there is no earlier copy yet")
    now = _plan(data)
    if request.arguments.list:
        return Output([f"Earlier copies of {path}, newest first:", *_list(versions, now)])
    chosen = _chosen(versions, request.arguments.version, path)
    if data is None and path.exists():
        raise FileError(f"{path}: this is not a file; move it away, then restore the copy")
    plan = restored_version(chosen, now, versions, request.clock)
    # `data` may be damaged: it is what is saved over, and kept as a version first.
    document = Document(path, Schedule(plan), data)
    save(document, request.clock)
    differing = plan_differences(now, document.plan) if now else [NO_PRESENT]
    return Output([f"Restored the copy of {_when(chosen)} as {path}.", *differing])


def _plan(data: bytes | None) -> Plan | None:
    """The present plan, if it can be read."""
    try:
        return planfile.parse(data) if data is not None else None
    except PlanError:
        return None


def _chosen(versions: list[Version], wanted: str, path: Path) -> Version:
    """The version of a stamp. A number would be another version's once something is saved meanwhile."""
    for version in versions:
        if wanted == version.stamp:
            return version
    raise FileError(
        f"{path}: there is no copy {wanted}; {planfile.restore_command(path)} shows them"
    )


def _list(versions: list[Version], now: Plan | None) -> Iterator[str]:
    """Each copy with what it changed, and with what would change; then those that cannot be read."""
    damaged = dict.fromkeys(versions)  # in their order
    for copy in copies(versions):
        del damaged[copy.version]
        yield f"{copy.version.stamp}  saved {_when(copy.version)}"
        yield from _shown("Its last change", copy.changed)
        if now:
            yield from _shown("If you restore it", plan_differences(now, copy.schedule.plan))
    if not now:
        yield NO_PRESENT
    yield from (f"This copy cannot be read and is left out: {bad.path}" for bad in damaged)


def _shown(heading: str, sentences: list[str]) -> Iterator[str]:
    yield f"    {heading}:"
    yield from (f"      {sentence}" for sentence in few(sentences, SHOWN))


def _when(version: Version) -> str:
    """Its moment in Durham: Thursday, September 11, 2025, 8:30 am."""
    moment = version.moment.astimezone(ZONE)
    return f"{long_date(moment.date())}, {clock_words(moment)}"


COMMAND = Command(_add_arguments, _run)
