"""The calendar worked out a second time, the slow and obvious way, to hold the program against.

It knows the domain and the command line's description and nothing of the program. It walks from
the start date day by day, writes every day into a table, makes the changes in the table one after
another, and looks for breaks by reading the table from top to bottom.

A plan is plain data:

    {"start": date,
     "assignments": [{"from": date, "rotation": "42 letters", "week": 1..6,
                      "band": "day", "evening" or "HH:MM-HH:MM", "admin": "HH:MM"}, ...],
     "changes": [{"kind": "leave", "first": date, "last": date},       # "sick" too
                 {"kind": "called-off", "date": date},
                 {"kind": "extra", "date": date, "band": "day"},
                 {"kind": "extra", "date": date, "start": "HH:MM", "end": "HH:MM"},
                 {"kind": "swap", "give": date, "take": date, "band": "day"},  # each may be left out
                 {"kind": "admin", "date": date, "to": date, "start": "HH:MM"},  # start too
                 {"kind": "hours", "date": date, "start": "HH:MM", "end": "HH:MM"},
                 {"kind": "training", "date": date, "start": "HH:MM", "end": "HH:MM"},
                 {"kind": "note", "date": date}, ...]}

The first assignment is from the start date on.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

DURHAM = ZoneInfo("America/New_York")
DAY = timedelta(days=1)
ADMIN_LENGTH = timedelta(hours=4)
BAND_START = {"day": "09:00", "evening": "12:00"}
BAND_LENGTH = timedelta(hours=12)
BREAK_DAYS = 6
# Longer than any run of free days that a rotation with a worked day in it can have.
BEYOND = 100 * DAY

Data = dict[str, Any]
Table = dict[date, Data]


class RefusedError(ValueError):
    """The plan holds a change that cannot be made."""


def days(plan: Data, first: date, last: date) -> list[Data]:
    """Each day from `first` to `last`, both included, as `show --format json` prints it."""
    table = filled(plan, last)
    return [
        shown(table, first + n * DAY) if first + n * DAY in table else outside(first + n * DAY)
        for n in range((last - first).days + 1)
    ]


def check(plan: Data) -> None:
    """Raise RefusedError if one of the plan's changes cannot be made."""
    filled(plan, plan["start"])


def without_overtaken(plan: Data) -> Data:
    """The plan whose swaps have lost the days on which they do not fit: a day given, one taken, or both."""
    kept: list[Data] = []
    for change in plan["changes"]:
        less = ((), ("give",), ("take", "band"), None)
        ways = less if change["kind"] == "swap" else less[:1]
        for keys in ways:
            if keys is None:
                break
            half = {key: value for key, value in change.items() if key not in keys}
            empty = change["kind"] == "swap" and not half.keys() & {"give", "take"}
            if not empty and _fits({**plan, "changes": [*kept, half]}):
                kept.append(half)
                break
        else:
            raise RefusedError(f"{change} does not fit")
    return {**plan, "changes": kept}


def _fits(plan: Data) -> bool:
    try:
        check(plan)
    except RefusedError:
        return False
    return True


def continued(plan: Data, first: date, options: Data) -> Data:
    """An assignment from `first` on: what is not in `options` stays as it was on that day."""
    day = rotated(plan, first)[first]
    return {**day["assignment"], "week": day["week"], **options, "from": first}


# The table


def filled(plan: Data, last: date) -> Table:
    """Every day from the start to well after `last`, with all changes made."""
    table = rotated(plan, max(last, *(named_dates(plan) or [last])) + BEYOND)
    mark_breaks(list(table.values()))
    for change in plan["changes"]:
        make(table, change)
    return table


def named_dates(plan: Data) -> list[date]:
    """Every date that the plan's assignments and changes name."""
    entries = plan["assignments"] + plan["changes"]
    return [value for entry in entries for value in entry.values() if isinstance(value, date)]


def rotated(plan: Data, last: date) -> Table:
    """Every day from the start to `last` as the rotation has it."""
    beginning = {entry["from"]: entry for entry in plan["assignments"]}
    table: Table = {}
    day, cycle, week, current = plan["start"], 0, 0, {}
    while day <= last:
        if day in beginning:
            current = beginning[day]
            cycle, week = 1, current["week"]
        elif day.weekday() == 0:
            week += 1
            if week == 7:
                cycle, week = cycle + 1, 1
        letter = current["rotation"][7 * (week - 1) + day.weekday()]
        table[day] = {
            "date": day,
            "cycle": cycle,
            "week": week,
            "planned": letter,
            "assignment": current,
            "blocks": list(planned_blocks(day, letter, current)),
            "absence": None,
            "break": None,
        }
        day += DAY
    return table


def planned_blocks(day: date, letter: str, assignment: Data) -> Iterator[Data]:
    if letter == "A":
        yield block("admin", None, at(day, assignment["admin"]), ADMIN_LENGTH)
    elif letter != "-":
        band = {"S": assignment["band"], "D": "day", "E": "evening"}[letter]
        yield usual_block(day, band)


def mark_breaks(rows: list[Data]) -> None:
    """Number the days of each run of six or more free days; one that never ends is no break."""
    run: list[Data] = []
    for row in rows:
        if row["planned"] == "-":
            run.append(row)
            continue
        if len(run) >= BREAK_DAYS:
            for number, free in enumerate(run, start=1):
                free["break"] = {"day": number, "of": len(run)}
        run = []


# Blocks: what the clock on the wall says; instants only where they are compared or shown


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock))


def block(kind: str, band: str | None, start: datetime, length: timedelta) -> Data:
    return {"kind": kind, "band": band, "start": start, "end": start + length}


def band_block(kind: str, day: date, band: str) -> Data:
    return block(kind, band, at(day, BAND_START[band]), BAND_LENGTH)


def usual_block(day: date, band: str) -> Data:
    """A shift of a band, or of hours such as 19:00-07:00; those of a band are that band's."""
    start, _, end = band.partition("-")
    if not end:
        return band_block("shift", day, band)
    hours = {"start": start, "end": end}
    name = {("09:00", "21:00"): "day", ("12:00", "00:00"): "evening"}.get((start, end))
    return timed_block("shift", name, day, hours)


def timed_block(kind: str, band: str | None, day: date, change: Data) -> Data:
    """A block with the change's start and end; an end not after the start is on the next day."""
    start, end = at(day, change["start"]), at(day, change["end"])
    return block(kind, band, start, (end if end > start else end + DAY) - start)


def instant(wall: datetime) -> datetime:
    """The moment in UTC; a time that the clocks skip is counted on from the hour before."""
    return wall.replace(tzinfo=DURHAM).astimezone(UTC)


def began(worked: Data) -> datetime:
    return instant(worked["start"])


# Changes


def make(table: Table, change: Data) -> None:
    match change["kind"]:
        case "leave" | "sick" as kind:
            empty(table, change["first"], change["last"], kind)
        case "called-off":
            empty(table, change["date"], change["date"], "called off")
        case "extra" if "band" in change:
            add(found(table, change["date"]), band_block("extra", change["date"], change["band"]))
        case "extra" | "training" as kind:
            add(found(table, change["date"]), timed_block(kind, None, change["date"], change))
        case "swap":
            swap(table, change)
        case "admin":
            move_admin(table, change)
        case "hours":
            day = found(table, change["date"])
            # An extra shift may end late too, where the day has no other shift.
            kinds = [block["kind"] for block in day["blocks"]]
            kind = "extra" if "extra" in kinds and "shift" not in kinds else "shift"
            band = take_out(day, kind)["band"]
            add(day, timed_block(kind, band, change["date"], change))
        case "note":
            found(table, change["date"])


def swap(table: Table, change: Data) -> None:
    if "give" in change:
        take_out(found(table, change["give"]), "shift")
    if "take" in change:
        day = found(table, change["take"])
        band = change.get("band", day["assignment"]["band"])
        add(day, usual_block(change["take"], band))


def move_admin(table: Table, change: Data) -> None:
    target = found(table, change["to"])
    old = take_out(found(table, change["date"]), "admin")
    clock = change.get("start", f"{old['start']:%H:%M}")
    add(target, block("admin", None, at(change["to"], clock), old["end"] - old["start"]))


def empty(table: Table, first: date, last: date, absence: str) -> None:
    """Take away what is worked from `first` to `last`; free days stay as they are."""
    found(table, first)
    worked = [day for day in table.values() if first <= day["date"] <= last and day["blocks"]]
    if not worked:
        raise RefusedError(f"nothing is worked from {first} to {last}")
    for day in worked:
        day["blocks"], day["absence"] = [], absence


def found(table: Table, day: date) -> Data:
    if day not in table:
        raise RefusedError(f"{day} is before the start date")
    return table[day]


def take_out(day: Data, kind: str) -> Data:
    """Remove and return the day's only block of a kind."""
    those = [block for block in day["blocks"] if block["kind"] == kind]
    if len(those) != 1:
        raise RefusedError(f"{day['date']} has {len(those)} blocks of kind {kind}, not one")
    day["blocks"] = [block for block in day["blocks"] if block is not those[0]]
    return those[0]


def add(day: Data, new: Data) -> None:
    """Put a block on a day, if it has a length and the day has room for it."""
    start, end = instant(new["start"]), instant(new["end"])
    if start >= end:
        raise RefusedError(f"no time passes from {start} to {end}")
    for other in day["blocks"]:
        if start < instant(other["end"]) and instant(other["start"]) < end:
            raise RefusedError(f"overlap on {day['date']}")
    day["blocks"] = [*day["blocks"], new]
    day["absence"] = None


# What is shown


def outside(day: date) -> Data:
    """A day before the start date."""
    nothing = dict.fromkeys(("cycle", "week", "planned", "off", "break", "weekend"))
    return {"date": day.isoformat(), "blocks": [], **nothing}


def shown(table: Table, day: date) -> Data:
    row = table[day]
    return {
        "date": day.isoformat(),
        "cycle": row["cycle"],
        "week": row["week"],
        "planned": row["planned"],
        "blocks": [shown_block(b) for b in sorted(row["blocks"], key=began)],
        "off": free_kind(row),
        "break": row["break"],
        "weekend": weekend(table, day),
    }


def shown_block(worked: Data) -> Data:
    start, end = instant(worked["start"]), instant(worked["end"])
    return {
        "kind": worked["kind"],
        "band": worked["band"],
        "start": start.astimezone(DURHAM).isoformat(),
        "end": end.astimezone(DURHAM).isoformat(),
        "minutes": (end - start) // timedelta(minutes=1),
    }


def free_kind(row: Data) -> str | None:
    if row["blocks"]:
        return None
    if row["absence"]:
        return row["absence"]
    return "break" if row["break"] else "day off"


def weekend(table: Table, day: date) -> str | None:
    if day.weekday() < 5:
        return None
    saturday = day - (day.weekday() - 5) * DAY
    both = [table[d] for d in (saturday, saturday + DAY) if d in table]
    return "on" if any(row["blocks"] for row in both) else "off"
