"""Calendar files that are kept up to date: after every save of the plan, and on each new day.

A kept file is a target of its own. What it has stands in the ledger, so that SEQUENCE and stamps of its
events never fall. The ledger is written before the file: a run that is cut off between the two leaves
the older file, and the next one writes it. The other way round, an edit that is taken back after such a
cut would give the events of the file their older stamps again. Where the file cannot be written, the
ledger gets back what the file has, so that what its readers lack can be told.

Nothing here loads what makes calendars until a file has to be written.
"""

from __future__ import annotations

import hashlib
import os
import stat
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from heartplanner import __version__
from heartplanner.core.calendar.delivery import DeliveredState
from heartplanner.core.calendar.export_options import ExportOptions
from heartplanner.core.plan.model import DateSpan
from heartplanner.core.schedule.ranges.default_range import file_days
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files import disk
from heartplanner.files.calendar import kept_list, ledger, output_file
from heartplanner.files.calendar.kept_list import KeptFile, same_file
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile

if TYPE_CHECKING:
    from heartplanner.files.calendar.export import Export

LIMIT = 16_000_000
TRIES = 10
"""How often the files are written once more because another program saved the plan meanwhile."""


class ForeignFileError(FileError):
    """A file that was not made from this plan has the name."""


class NewerFileError(FileError):
    """The file has events that are newer than this plan: another copy of it wrote them."""


class Written(NamedTuple):
    """What a kept file has now: its days, the receipt for it, and what the place does not promise."""

    span: DateSpan
    receipt: str
    notes: list[str]


def kept_files(plan_file: Path) -> tuple[KeptFile, ...]:
    """The calendar files that follow a plan. Raises FileError."""
    return kept_list.load(plan_file)


def listed_file(plan_file: Path, path: Path) -> KeptFile | None:
    """The kept file that a path leads to; None where it is not on the list. Raises FileError."""
    return next((one for one in kept_list.load(plan_file) if same_file(one.path, path)), None)


def kept_file(plan_file: Path, path: Path) -> KeptFile:
    """The kept file of a path, as it is on the list or would be put there. Raises FileError."""
    path = path.absolute()
    return listed_file(plan_file, path) or KeptFile(path, target_name(path))


def keep(plan_file: Path, path: Path, options: ExportOptions, *, replace: bool = False) -> KeptFile:
    """Let a calendar file follow the plan from now on, with these options; `write_kept` writes it.

    One that follows it already gets the options. `replace`: whatever calendar has the name may go. Raises
    ForeignFileError for a file that was not made from this plan, FileError for a place where none can be.
    """
    kept = kept_file(plan_file, path)
    output_file.check_name(kept.path, output_file.CALENDAR, plan_file=plan_file)
    check_place(kept.path)
    delivered, present = ledger.load(plan_file, kept.target), _content(kept.path)
    plan_id = planfile.load(plan_file).plan.id
    if replace and present is not None:
        from heartplanner.files.calendar.kept_content import as_read

        # What takes the place of a newer calendar is to have later stamps still.
        kept = kept._replace(holds=disk.digest(present), made_of="")
        delivered = as_read(delivered, present, plan_id) if delivered.day else delivered
    _check_ours(kept, present, plan_id, delivered)
    ledger.save(plan_file, delivered._replace(options=options))
    kept_list.update(plan_file, lambda known: _with(known, kept))
    return kept


def stop(plan_file: Path, path: Path) -> bool:
    """Let a file follow the plan no longer; it stays as it is. Whether it did. Raises FileError."""
    was = listed_file(plan_file, path) is not None
    kept_list.update(
        plan_file, lambda known: tuple(one for one in known if not same_file(one.path, path))
    )
    return was


def write_kept(schedule: Schedule, plan_file: Path, today: date) -> list[str]:
    """Write each kept file that is not as the saved plan has it.

    `schedule`: of the plan that was saved; where the plan's file holds another by now, that one counts.
    Returns a sentence for each file that could not be written.
    """
    notes: list[str] = []
    try:
        for _ in range(TRIES if kept_list.load(plan_file) else 0):
            schedule = _saved(schedule, plan_file)
            notes = [
                note
                for kept in kept_list.load(plan_file)
                if (note := _trouble(kept, schedule, plan_file, today))
            ]
            # Of two programs the one that writes last may have the older plan: it looks once more.
            if _saved(schedule, plan_file) is schedule:
                break
    except FileError as error:
        return [_behind(error)]
    return notes


def write(kept: KeptFile, schedule: Schedule, plan_file: Path, today: date) -> Written | None:
    """Write one kept file if it is not as the plan has it; None where it is. Raises FileError."""
    check_place(kept.path)
    present = _content(kept.path)
    is_left = present is not None and not _is_other(kept, present)
    if is_left and kept.made_of == _made_of(kept, schedule, plan_file, today):
        return None
    known = ledger.load(plan_file, kept.target)
    export = _prepared(kept, present, known, schedule, plan_file, today)
    data, receipt = export.feed(kept.path)
    if export.is_new or export.delivered != known:
        export.taken(today)
    notes = [] if data == present else _put(export, kept.path, data, present)
    made_of = _made_of(kept, schedule, plan_file, today)
    as_written = kept._replace(made_of=made_of, holds=disk.digest(data))
    # One that was stopped meanwhile stays off the list.
    kept_list.update(
        plan_file, lambda known: tuple(as_written if one == kept else one for one in known)
    )
    return Written(export.span, receipt, notes)


def check_newer(plan_file: Path, path: Path, today: date) -> None:
    """Refuse, with a NewerFileError, to undo what is newer in a kept file. Raises FileError."""
    kept, present = kept_file(plan_file, path), _content(path)
    known = ledger.load(plan_file, kept.target)
    # Of one that was never written here, all may have been exported from this very plan.
    if present and kept.holds and _is_other(kept, present):
        _prepared(kept, present, known, planfile.load(plan_file).schedule, plan_file, today)


def _is_other(kept: KeptFile, present: bytes) -> bool:
    """Whether the file is not as it was left here."""
    return disk.digest(present) != kept.holds


def _prepared(
    kept: KeptFile,
    present: bytes | None,
    known: DeliveredState,
    schedule: Schedule,
    plan_file: Path,
    today: date,
) -> Export:
    """The export to a kept file, which holds `present`; `known`: what is remembered of it.

    Raises ForeignFileError, NewerFileError, FileError.
    """
    from heartplanner.files.calendar import kept_content
    from heartplanner.files.calendar.export import prepare

    _check_ours(kept, present, schedule.plan.id, known)
    span = file_days(schedule.plan, today, known.options.months)
    if not present or (known.day and not _is_other(kept, present)):
        return prepare(schedule, plan_file, span, known)
    delivered = kept_content.as_read(known, present, schedule.plan.id)
    export = prepare(schedule, plan_file, span, delivered)
    # Where nothing is remembered, all in the file may have been exported from this very plan.
    newer = kept_content.newer_than_plan(export, known.events) if known.day else ()
    if newer:
        raise NewerFileError(f"{kept.path}: {kept_content.newer_text(newer)}")
    return export


def _put(export: Export, path: Path, data: bytes, present: bytes | None) -> list[str]:
    """Write the file; where it stays as it was, so does what is remembered of it. Raises FileError."""
    from heartplanner.files.calendar import ical

    try:
        return ical.write(path, data, plan_file=export.plan_file)
    except FileError:
        # Only where it is certain that nobody can have read the new stamps.
        if export.is_new and _content(path) == present:
            ledger.save(export.plan_file, export.delivered)
        raise


def target_name(path: Path) -> str:
    """What a kept file is called among the targets of a plan."""
    return f"kept {hashlib.sha256(os.fsencode(path)).hexdigest()[:16]}"


def check_place(path: Path) -> None:
    """Refuse, with a FileError, a path at which no file can be kept now."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise FileError(
            f"{path}: the name has characters that cannot be kept; choose another"
        ) from None
    # A folder is never made: it may be a drive that is not plugged in, or not mounted yet.
    if not _is_folder(path.parent):
        raise FileError(f"{path}: its folder is not there: connect its drive, or make the folder")


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):  # also one that may not be looked at
        return False


def _trouble(kept: KeptFile, schedule: Schedule, plan_file: Path, today: date) -> str:
    """Write a kept file if it must be; why that could not be done, as a sentence, or ""."""
    try:
        write(kept, schedule, plan_file, today)
    except FileError as error:
        return _behind(error)
    return ""


def _behind(error: FileError) -> str:
    """That a kept file is not up to date, and why."""
    return f"A kept calendar file is not up to date: {disk.cause(error)}."


def _saved(schedule: Schedule, plan_file: Path) -> Schedule:
    """The schedule if the plan's file holds its plan, else that of the plan in it. Raises FileError."""
    if disk.read(plan_file, planfile.LIMIT) == planfile.dump(schedule.plan):
        return schedule
    # A file of an older version holds the same plan in other bytes.
    loaded = planfile.load(plan_file).schedule
    return schedule if loaded.plan == schedule.plan else loaded


def _content(path: Path) -> bytes | None:
    """What the file holds; None where there is none. Raises FileError."""
    real = Path(os.path.realpath(path))
    return disk.read(real, LIMIT) if disk.is_there(real) else None


def _made_of(kept: KeptFile, schedule: Schedule, plan_file: Path, today: date) -> str:
    """A fingerprint of all that the file's content depends on. Raises FileError."""
    known = ledger.fingerprint(plan_file, kept.target)
    parts = (__version__, today.isoformat(), known, disk.digest(planfile.dump(schedule.plan)))
    return disk.digest(" ".join(parts).encode())


def _check_ours(
    kept: KeptFile, present: bytes | None, plan_id: str, delivered: DeliveredState
) -> None:
    """Refuse, with a ForeignFileError, to write over what was not made from this plan."""
    # An empty file is no loss.
    if not present or not _is_other(kept, present):
        return
    from heartplanner.files.calendar.kept_content import is_foreign

    if is_foreign(present, plan_id, delivered, written=bool(kept.made_of)):
        raise ForeignFileError(
            f"{kept.path}: another calendar has this name, which was not made from your schedule;"
            " choose another name, or replace it: heartplanner keep FILE --replace"
        )


def _with(known: tuple[KeptFile, ...], kept: KeptFile) -> tuple[KeptFile, ...]:
    """The list with a kept file, in the place that it had or as the last."""
    if any(one.path == kept.path for one in known):
        return tuple(kept if one.path == kept.path else one for one in known)
    return (*known, kept)
