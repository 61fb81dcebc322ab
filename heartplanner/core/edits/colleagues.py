"""The edits of the list of colleagues. Each raises PlanError, a sentence for the user."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from heartplanner.core.edits.checks import check_assignment, check_text
from heartplanner.core.edits.edits import new_plan
from heartplanner.core.plan.model import EXAMPLE_MADE, Assignment, Colleague, Plan, PlanError
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import listed
from heartplanner.core.words.plain_text import plain_text

MOST_COLLEAGUES = 100
MOST_CARDS = 20
LONGEST_NAME = 40
NAMELESS = "a colleague has a name"


def add_colleague(plan: Plan, name: str, assignment: Assignment, _at: datetime) -> Plan:
    """The plan with a colleague's card; from its first date on it takes the place of earlier cards.

    A card of the same first date, or of a later one, gives way to it.
    """
    known = [one for one in plan.colleagues if same_name(one.name, name)]
    others = [one for one in plan.colleagues if one not in known]
    earlier = [
        before for one in known for before in one.assignments if before.start < assignment.start
    ]
    colleague = Colleague(plain_text(name), (*earlier, assignment))
    check_colleague(colleague)
    if len(others) >= MOST_COLLEAGUES:
        raise PlanError(f"a schedule holds at most {MOST_COLLEAGUES} colleagues: remove one first")
    in_order = sorted([*others, colleague], key=lambda one: one.name.casefold())
    return plan._replace(colleagues=tuple(in_order))


def remove_colleague(plan: Plan, name: str, _at: datetime) -> Plan:
    """The plan without this colleague."""
    removed = colleague_of(plan, name)
    return plan._replace(colleagues=tuple(one for one in plan.colleagues if one != removed))


def colleague_of(plan: Plan, name: str) -> Colleague:
    """The colleague of this name, in whatever case it is written. Raises PlanError."""
    for colleague in plan.colleagues:
        if same_name(colleague.name, name):
            return colleague
    names: Sequence[str] = [colleague.name for colleague in plan.colleagues]
    known = f"you have {listed(names)}" if names else "you have no cards yet"
    raise PlanError(f"there is no card of {name!a}: {known}")


def schedule_of(colleague: Colleague) -> Schedule:
    """What follows from a colleague's cards: their days, without leave and swaps, which no card says."""
    # When it was stated is told to nobody, so any moment will do.
    plan = new_plan("", colleague.assignments[0], EXAMPLE_MADE)
    return Schedule(plan._replace(assignments=colleague.assignments))


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for case and for what a phone makes of their marks."""
    return plain_text(one).casefold() == plain_text(other).casefold()


def check_name(name: str) -> None:
    """Refuse, with a PlanError, what cannot be a colleague's name."""
    check_text(name)
    if not name:
        raise PlanError(NAMELESS)
    if len(name) > LONGEST_NAME:
        raise PlanError(
            f"a colleague's name has at most {LONGEST_NAME} characters, this has {len(name)}"
        )
    if name != plain_text(name):
        raise PlanError("a colleague's name has single spaces and plain dashes")


def check_colleague(colleague: Colleague) -> None:
    """Refuse, with a PlanError, what a colleague cannot be by itself."""
    check_name(colleague.name)
    for assignment in colleague.assignments:
        check_assignment(assignment)
    if len(colleague.assignments) > MOST_CARDS:
        raise PlanError(f"a colleague has at most {MOST_CARDS} cards")
