"""What is said of a calendar file and of who it is for: no more than the program knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from heartplanner.core.calendar.export_options import (
    PHONE,
    RELATIVES,
    CalendarPart,
    ExportOptions,
    Privacy,
)
from heartplanner.core.schedule.ranges.default_range import last_day
from heartplanner.core.words.english import (
    brief_day,
    clock_span,
    counted,
    full_date,
    sentence_case,
    weekday,
)
from heartplanner.ui.phone.phone_memory import PhoneChoice, PhoneWay
from heartplanner.ui.phone_state import DayLines

if TYPE_CHECKING:
    from heartplanner.core.calendar.delivery import CalendarDiff
    from heartplanner.core.calendar.event import Event
    from heartplanner.files.calendar.export import Export

PREVIEWED = 5
"""How many events a preview has."""
WHO = {PHONE: "Your phone", RELATIVES: "Your family"}
FILE_TITLES = {
    PHONE: "Save the calendar file for your phone",
    RELATIVES: "Save the calendar file for your family",
}
NEXT = {PHONE: "open it on your phone", RELATIVES: "send it to your family"}
KEEP_TITLE = "Choose where the file is kept up to date"
PAST_DAYS = "Days before last month are not compared: on your phone they stay as they were."
ASIDE = (
    "Set this file aside? It is renamed, not deleted, and the next calendar counts as its first."
)


def saved_text(path: Path, target: str) -> str:
    """HEART.ics is saved; open it on your phone: a file on this computer is on no phone yet."""
    return f"{path.name} is saved; {NEXT[target]}."


def known_text(export: Export, today: date, waiting: Path | None) -> str:
    """What its target has: a file that was saved for it. `waiting`: one that may not be on it yet."""
    words, owner = export.changes_text(today), who(export.target)
    if export.diff.first or export.diff.total:
        known = f"{owner} {words}."
    else:
        saved = f" {saved_text(waiting, export.target)}" if waiting else ""
        known = f"The last file for {owner.lower()} {words}.{saved}"
    return " ".join([known, *off_phone(export)])


def off_phone(export: Export) -> list[str]:
    """The appointments that its person keeps off the phone; nothing where there are none."""
    if export.target == RELATIVES:
        return []
    entries = [entry for entry in export.schedule.plan.entries if entry.dates(*export.span)]
    from heartplanner.core.explain.entry_text import off_phone_text

    text = off_phone_text(entries)
    return [text] if text else []


def who(target: str) -> str:
    """Whose calendar a target is: every one but the family's is the person's own."""
    return WHO.get(target, WHO[PHONE])


def file_name(options: ExportOptions) -> str:
    """The calendar's name as far as a file can bear it."""
    title = options.title
    return (
        "".join(
            letter for letter in title if letter.isascii() and (letter.isalnum() or letter in " -_")
        ).strip()
        or "calendar"
    )


def day_lines(given: Sequence[Event], removed: Sequence[Event]) -> DayLines:
    """What a calendar has on the days that differ: its titles, or that there is nothing any more."""
    there = {event.day for event in given}
    lines = [(event.day, event.title) for event in given]
    lines += [(event.day, "free now") for event in removed if event.day not in there]
    return tuple((brief_day(day), what) for day, what in dict.fromkeys(sorted(lines)))


def sent_days(diff: CalendarDiff) -> DayLines | None:
    """The days that a calendar changes where it is sent; None where it changes nothing."""
    return lacking_days(diff) if diff.first or diff.any else None


def lacking_days(diff: CalendarDiff) -> DayLines:
    """The days that are other than what a target has; none before it got its first calendar."""
    if diff.first:
        return ()
    # A shift that was swapped for another day was on the day before.
    return day_lines((*diff.new, *diff.moved, *diff.retitled), (*diff.removed, *diff.was))


def off_text(choice: PhoneChoice) -> str:
    """What is said once nothing keeps the phone up to date by itself any more."""
    if choice.way is PhoneWay.KEPT and choice.file is not None:
        return f"{choice.file.name} is not kept up to date any more. The file stays as it is."
    return "Syncing is off. The calendar on your account stays as it is."


def other_way_text(choice: PhoneChoice) -> str:
    """What another way ends that keeps the phone up to date by itself; "" where none does."""
    if choice.way is PhoneWay.KEPT and choice.file is not None:
        return (
            f"{choice.file} is kept up to date for your phone. With another way it is not any more: remove"
            " its calendar from your phone first, or you see the old shifts beside the new ones."
        )
    if choice.way is PhoneWay.SYNC:
        return (
            "Your calendar is synced with your account. With another way it is not any more: remove that"
            " calendar from your phone first, or you see the old shifts beside the new ones."
        )
    return ""


PART_WORDS = {
    CalendarPart.SHIFTS: "shifts",
    CalendarPart.ADMIN: "admin",
    CalendarPart.BREAK: "breaks",
    CalendarPart.LEAVE: "leave",
    CalendarPart.DAYS_OFF: "days off",
    CalendarPart.MILESTONES: "reminder dates",
}


def contents_text(options: ExportOptions, first: date, *, entries: bool) -> str:
    """What goes into the calendar. `entries`: own ones are ticked for the phone."""
    match options.privacy:
        case Privacy.HOME:
            what = "Only when you are home"
        case Privacy.BUSY:
            what = "Only when you are busy"
        case Privacy.NO:
            parts = [words for part, words in PART_WORDS.items() if part in options.parts]
            own = ["your own appointments"] if entries else []
            what = sentence_case(", ".join([*parts, *own]))
    return f"{what}. From {full_date(first)}, {counted(options.months, 'month')} ahead."


def preview_text(export: Export, options: ExportOptions) -> str:
    """The first events from today on as a phone lists them, and whether the whole file is too large."""
    from heartplanner.core.calendar.events import events
    from heartplanner.files.calendar.file_size import large_text

    last = last_day(export.begin, options.months)
    lines = []
    for event in events(export.schedule, export.begin, last, options)[:PREVIEWED]:
        hours = "" if event.all_day else f", {clock_span(event.start, event.end)}"  # type: ignore[arg-type]
        lines.append(f"{weekday(event.day)[:3]} {brief_day(event.day)}{hours}: {event.title}")
    # The file begins with the month before.
    whole = export.span[0], last
    large = large_text(events(export.schedule, *whole, options), whole, options)
    return "\n".join([*(lines or ["Nothing."]), *([f"\n{large}"] if large else [])])
