"""A rotation card: one line of text that says an assignment, with a check value against damage.

    HEART card 1: OSSASOO ... from 2025-07-28 shift 09:00-21:00 admin 09:00-13:00 week Mon check 1A2B3C4D

Free days are the letter O and no dash: phones and mail make one long dash of several hyphens, and nobody
could tell then how many there were. The check value is the beginning of the SHA-256 of all that stands
before it. What is read counts only if its own check value is just the one that was read.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date, time
from typing import NamedTuple

from heartplanner.core.edits.checks import check_assignment
from heartplanner.core.edits.colleagues import check_name
from heartplanner.core.edits.edits import with_assigned_hours
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import (
    CYCLE_DAYS,
    FREE,
    WEEK_STARTS,
    Assignment,
    Plan,
    PlanError,
    Rotation,
)
from heartplanner.core.schedule.changes import before_start
from heartplanner.core.schedule.cycle import (
    admin_hours,
    assigned_hours,
    assignment_at,
    length_of,
)
from heartplanner.core.words.english import full_date
from heartplanner.core.words.plain_text import plain_text

LONGEST = 20_000
"""Characters of a text in which a card is looked for: a long mail."""
CARD_FREE = "O"
CHECK_LENGTH = 8
NO_CARD = 'there is no rotation card in it: a card begins with "HEART card 1:"'
DAMAGED = "this rotation card is not whole, or a letter of it is wrong: copy all of it, or ask for it again"
NEWER = "this rotation card is from a newer Heart Planner: update the program"


class RotationCard(NamedTuple):
    """What a card says; `name` is empty where its owner typed none."""

    name: str
    assignment: Assignment


def _loose(text: str) -> str:
    """A pattern of these characters with a space allowed after each: lines are wrapped anywhere."""
    return "".join(f"{re.escape(character)} ?" for character in text if character != " ")


# Each part takes a fixed number of characters, so that no text makes the search take long.
CLOCK = r"(?:[\d:] ?){5}"
BEGIN = re.compile(rf"{_loose('HEART card')}(?P<version>\d{{1,3}}) ?: ?", re.ASCII | re.IGNORECASE)
BODY = re.compile(
    rf"(?P<letters>(?:[SADEO] ?){{{CYCLE_DAYS}}}){_loose('from')}(?P<start>(?:[\d-] ?){{10}})"
    rf"{_loose('shift')}(?P<shift>{CLOCK}- ?{CLOCK}){_loose('admin')}(?P<admin>{CLOCK}- ?{CLOCK})"
    rf"{_loose('week')}(?P<week>[a-z] ?[a-z] ?[a-z] ?)"
    rf"(?:{_loose('unsure')}(?P<unsure>(?:[\d,] ?){{1,130}}))?",
    re.ASCII | re.IGNORECASE,
)
NAME = re.compile(rf"{_loose('name')}(?P<name>.{{1,80}})", re.IGNORECASE)
CHECK = re.compile(rf"{_loose('check')}(?P<check>(?:[\dA-F] ?){{{CHECK_LENGTH}}})", re.IGNORECASE)


def card_text(assignment: Assignment, name: str = "") -> str:
    """The card of an assignment, with a name or without. Raises PlanError for what cannot be a name."""
    if name:
        check_name(name)
    body = _body(carded(assignment), name)
    return f"{body} check {_check(body)}"


def card_on(plan: Plan, day: date, name: str = "") -> str:
    """The card of the assignment in force on a day. Raises PlanError where there is none."""
    assignment = assignment_at(plan, day)
    if assignment is None:
        raise before_start(plan, day)
    if not assignment.confirmed:
        raise PlanError(
            f"your rotation from {full_date(assignment.start)} is not confirmed yet: confirm that it is"
            " yours, or enter your own, and it has a card"
        )
    return card_text(assignment, name)


def carded(assignment: Assignment) -> Assignment:
    """The assignment as a card says it: the week of its first date is week 1, and it is no example."""
    turn = 7 * (assignment.cycle_week - 1)
    letters = assignment.rotation.letters
    turned = assignment._replace(
        rotation=Rotation(letters[turn:] + letters[:turn]),
        cycle_week=1,
        band=Band.DAY,  # it says nothing where the hours are one's own
        guesses=tuple(sorted((day - 1 - turn) % CYCLE_DAYS + 1 for day in assignment.guesses)),
        confirmed=True,
    )
    return with_assigned_hours(turned, assigned_hours(assignment))


def read_card(text: str) -> RotationCard:
    """The card that a text holds, whatever stands around it. Raises PlanError, one line.

    The text may be wrapped, quoted by a mail, or have its dashes and spaces changed.
    """
    if len(text) > LONGEST:
        raise PlanError(f"this text is too long: a card is looked for in {LONGEST} characters")
    plain = plain_text(text)
    begins = list(BEGIN.finditer(plain))
    if not begins:
        raise PlanError(NO_CARD)
    ends = [*(begin.start() for begin in begins[1:]), len(plain)]
    # A mail that was answered holds the same card twice, and one of the two may be torn.
    cards = {
        card
        for begin, end in zip(begins, ends, strict=True)
        if begin["version"] == "1" and (card := _card_in(plain[begin.end() : end]))
    }
    if not cards:
        raise PlanError(DAMAGED if any(begin["version"] == "1" for begin in begins) else NEWER)
    if len(cards) > 1:
        raise PlanError(f"there are {len(cards)} rotation cards in it: add one at a time")
    return cards.pop()


def _card_in(text: str) -> RotationCard | None:
    """The card whose text this begins with, without its beginning; None where it is not whole."""
    body = BODY.match(text)
    assignment = _assignment(body) if body else None
    if body is None or assignment is None:
        return None
    rest = text[body.end() :]
    # The name ends where the right check value stands, whatever else may look like one.
    for check in CHECK.finditer(rest, 0, 200):
        named = NAME.fullmatch(rest[: check.start()].rstrip())
        if not named and check.start():
            continue
        name = named["name"] if named else ""
        for spelled in dict.fromkeys((name, name.replace("- ", "-"))):
            if _check(_body(assignment, spelled)) == _squeezed(check["check"]).upper():
                return _checked(RotationCard(spelled, assignment))
    return None


def _checked(card: RotationCard) -> RotationCard:
    """The card, if the program takes what it says. Raises PlanError."""
    check_assignment(card.assignment)
    if card.name:
        check_name(card.name)
    return card


def _body(assignment: Assignment, name: str) -> str:
    """All of a card but its check value; `assignment` is as `carded` gives it."""
    admin = admin_hours(assignment.admin_start, assignment.admin_minutes)
    # With spaces, so that lines can be wrapped between the numbers.
    unsure = ", ".join(map(str, assignment.guesses))
    return " ".join([
        f"HEART card 1: {assignment.rotation.text.replace(FREE, CARD_FREE)}",
        f"from {assignment.start.isoformat()}",
        f"shift {_span(assigned_hours(assignment))}",
        f"admin {_span(admin)}",
        f"week {WEEK_STARTS[assignment.work_week].title()}",
        *([f"unsure {unsure}"] if unsure else []),
        *([f"name {name}"] if name else []),
    ])  # fmt: skip


def _assignment(body: re.Match[str]) -> Assignment | None:
    """What a card's parts say; None where one of them is no date, time or weekday."""
    try:
        shift, admin = (_hours(body[part]) for part in ("shift", "admin"))
        unsure = _squeezed(body["unsure"] or "")
        assignment = Assignment(
            start=date.fromisoformat(_squeezed(body["start"])),
            rotation=Rotation(_squeezed(body["letters"]).upper().replace(CARD_FREE, FREE)),
            admin_start=admin.start,
            admin_minutes=length_of(admin),
            confirmed=True,
            guesses=tuple(map(int, unsure.split(","))) if unsure else (),
            work_week=WEEK_STARTS.index(_squeezed(body["week"]).lower()),
        )
    except ValueError:
        return None
    return with_assigned_hours(assignment, shift)


def _hours(text: str) -> Hours:
    """09:00-21:00, with or without spaces. Raises ValueError."""
    start, end = _squeezed(text).split("-")
    return Hours(time.fromisoformat(start), time.fromisoformat(end))


def _squeezed(text: str) -> str:
    return text.replace(" ", "")


def _span(hours: Hours) -> str:
    return f"{hours.start:%H:%M}-{hours.end:%H:%M}"


def _check(body: str) -> str:
    return hashlib.sha256(body.encode(errors="backslashreplace")).hexdigest()[:CHECK_LENGTH].upper()
