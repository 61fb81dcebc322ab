"""What a change is, as an object of the plan file's JSON and back."""

from __future__ import annotations

from datetime import time
from typing import Any

from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    ChangeDetail,
    Extra,
    MovedAdmin,
    Note,
    OtherHours,
    Swap,
    Training,
)
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.leave import LeaveKind
from heartplanner.core.plan.model import PlanError
from heartplanner.files.json_fields import Fields

ABSENCES = frozenset(AbsenceKind)


class UnknownChangeError(PlanError):
    """A kind of change that this program does not know; a newer one may have written it."""


def what_in(fields: Fields) -> ChangeDetail:
    """What a change is, from its object in the plan file. Raises PlanError, which names the place.

    Of a kind that is not known it is an UnknownChangeError.
    """
    kind = fields.text("kind")
    if kind in ABSENCES:
        taken = fields.choice("taken_from", LeaveKind) if fields.has("taken_from") else None
        return Absence(AbsenceKind(kind), fields.date("first"), fields.date("last"), taken)
    match kind:
        case "extra":
            band = fields.choice("band", Band) if fields.has("band") else None
            day = fields.date("date")
            return Extra(day, band, BAND_HOURS[band] if band else hours_in(fields))
        case "swap":
            return Swap(
                give=fields.date("give") if fields.has("give") else None,
                take=fields.date("take") if fields.has("take") else None,
                band=fields.choice("band", Band) if fields.has("band") else None,
                colleague=fields.text("with") if fields.has("with") else "",
                settled=fields.has("settled") and fields.flag("settled"),
            )
        case "admin":
            start = fields.time("start") if fields.has("start") else None
            return MovedAdmin(fields.date("date"), fields.date("to"), start)
        case "hours":
            return OtherHours(fields.date("date"), hours_in(fields))
        case "training":
            return Training(fields.date("date"), hours_in(fields))
        case "note":
            return Note(fields.date("date"), fields.text("text"))
        case _:
            raise UnknownChangeError(f"{fields.at('kind')}: unknown kind of change")


def hours_in(fields: Fields) -> Hours:
    """A start and an end, from the keys of an object that has both. Raises PlanError."""
    return Hours(fields.time("start"), fields.time("end"))


def what_out(what: ChangeDetail) -> dict[str, Any]:
    """The object that `what_in` reads back."""
    match what:
        case Absence(kind, first, last, taken):
            days = {"first": first.isoformat(), "last": last.isoformat()}
            return {"kind": str(kind), **days, **({"taken_from": str(taken)} if taken else {})}
        case Extra(day, band, hours):
            times = {"band": str(band)} if band else hours_out(hours)
            return {"kind": "extra", "date": day.isoformat(), **times}
        case Swap(give, take, band, colleague, settled):
            value = {
                "give": give and give.isoformat(),
                "take": take and take.isoformat(),
                "band": band and str(band),
                "with": colleague,
                "settled": settled,
            }
            return {"kind": "swap", **{key: said for key, said in value.items() if said}}
        case MovedAdmin(day, to, start):
            at = {"start": clock_out(start)} if start else {}
            return {"kind": "admin", "date": day.isoformat(), "to": to.isoformat(), **at}
        case OtherHours(day, hours):
            return {"kind": "hours", "date": day.isoformat(), **hours_out(hours)}
        case Training(day, hours):
            return {"kind": "training", "date": day.isoformat(), **hours_out(hours)}
        case Note(day, text):
            return {"kind": "note", "date": day.isoformat(), "text": text}


def hours_out(hours: Hours) -> dict[str, str]:
    """The keys that `hours_in` reads back."""
    return {"start": clock_out(hours.start), "end": clock_out(hours.end)}


def clock_out(clock: time) -> str:
    """A time of day as the plan file has it: 09:00."""
    return clock.strftime("%H:%M")
