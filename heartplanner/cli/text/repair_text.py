"""On the command line: a roster with days that differ from the rotation, told, and each day's answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from heartplanner.cli.argument_types import typed
from heartplanner.cli.parser import Parser
from heartplanner.cli.text.found_text import asked_line, shown_start, weeks_lines
from heartplanner.core.finder.counting.marks import date_of
from heartplanner.core.finder.repair.differences import (
    DayAnswer,
    Difference,
    answered,
    differences,
)
from heartplanner.core.finder.repair.repair import Repair, RepairedRotation
from heartplanner.core.finder.repair.repair_text import differ_text, difference_text, headline
from heartplanner.core.plan.model import PlanError, Rotation, Search
from heartplanner.core.roster.roster import Roster
from heartplanner.core.words.english import long_date
from heartplanner.files.json_fields import parse_date

OTHERS = 3
"""How many rotations are listed after the first."""
DatedAnswer = tuple[date, DayAnswer]


def add_differs(parser: Parser) -> None:
    """The argument that says what was so on a day that differs from the rotation."""
    parser.add_argument(
        "--differs",
        type=typed(_answer),
        nargs="+",
        action="extend",
        metavar="DATE=WHAT",
        help="a day that you state but that differs from the rotation, and what it was:"
        f" {', '.join(DayAnswer)}; with --use it becomes that change",
    )


def _answer(text: str) -> DatedAnswer:
    day, equals, what = text.partition("=")
    if not equals or what not in list(DayAnswer):
        raise PlanError(f"expected DATE=WHAT, where WHAT is one of {', '.join(DayAnswer)}")
    return parse_date(day), DayAnswer(what)


class DayAnswers(NamedTuple):
    """What was said of days that differ: marked ones, and those that a roster has in lines left `open`."""

    marked: dict[date, DayAnswer]
    open: dict[date, DayAnswer]

    def told(self, search: Search, rotation: Rotation) -> tuple[tuple[Difference, DayAnswer], ...]:
        """What becomes of the days in open lines beside a rotation. Raises PlanError."""
        return tuple(
            (answered(search, rotation, day, answer), answer) for day, answer in self.open.items()
        )


def answers_of(answers: Sequence[DatedAnswer], search: Search, roster: Roster | None) -> DayAnswers:
    """What was said of each date. Raises PlanError for one of which nothing is known, or said twice."""
    marked = {mark.date for mark in search.marks}
    named = {day for line in roster.unread for day in line.dates} if roster else set()
    by_date: dict[date, DayAnswer] = {}
    for day, answer in answers:
        if day not in marked | named:
            raise PlanError(f"nothing is known of {long_date(day)}, so it cannot differ")
        if by_date.setdefault(day, answer) is not answer:
            raise PlanError(f"{long_date(day)} is {by_date[day]} or {answer}: say one of them")
    return DayAnswers(
        {day: answer for day, answer in by_date.items() if day in marked},
        {day: answer for day, answer in by_date.items() if day not in marked},
    )


def repair_lines(repair: Repair, search: Search, today: date, *, own: bool) -> Iterator[str]:
    """Which days differ from which rotation (`own`: the person's), what is known, and how to use it."""
    yield headline(repair, own=own)
    differing = differences(search, repair.first.rotation)
    yield from (f"  {difference_text(difference)}" for difference in differing)
    yield from weeks_lines(repair.left, search)
    if repair.ask_next:
        yield asked_line(date_of(shown_start(search), repair.ask_next), today)
    yield f"{'Your rotation' if repair.left.known else 'A likely one'}: {repair.first.rotation.text}"
    for rotation, differs in repair.shown[1 : 1 + OTHERS]:
        others = "" if differs == repair.first.differs else f" ({differ_text(differs)})"
        yield f"Another: {rotation.text}{others}"
    yield "To use it, say what each of these days was, such as:"
    yield f"  --use --differs {_likely_answers(differing)}"


def how_to_use(repair: Repair, search: Search, *, own: bool) -> str:
    """28 of 31 days fit one rotation; August 9 differs. Say what it was, such as --differs ..."""
    answers = _likely_answers(differences(search, repair.first.rotation))
    return (
        f"{headline(repair, own=own)} Say what each of these days was, such as --differs {answers}"
    )


def _likely_answers(differing: Sequence[Difference]) -> str:
    return " ".join(f"{difference.date}={difference.answers[0]}" for difference in differing)


def repair_json(repair: Repair | None) -> dict[str, Any] | None:
    """`repair`, as `find --roster FILE --format json` prints it."""
    if repair is None:
        return None
    first = _rotation_json(repair.first)
    return {
        "differs": first["differs"],
        "count": repair.left.total,
        "rotation": first["rotation"],
        "more": [_rotation_json(other) for other in repair.shown[1:]],
    }


def _rotation_json(repaired: RepairedRotation) -> dict[str, Any]:
    differs = [day.isoformat() for day in repaired.differs]
    return {"rotation": repaired.rotation.text, "differs": differs}
