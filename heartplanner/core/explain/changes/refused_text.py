"""A rotation that leaves no room for a change one entered: which change that is, and what can be done."""

from __future__ import annotations

from datetime import date, timedelta

from heartplanner.core.explain.changes.change_titles import change_title
from heartplanner.core.plan.change import dates_of
from heartplanner.core.plan.model import monday
from heartplanner.core.schedule.changes import ChangeError
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import long_date

REFUSED = "A change of yours does not fit"
REMOVE = "Remove that change"


def refused_words(error: ChangeError, display: DisplayFormat) -> str:
    """The change by its name, why it does not fit, and the two ways on."""
    return (
        f"You entered: {change_title(error.change, display)}. With this rotation, {error.reason}. You can"
        " use the rotation from a later date, so that the days before stay as they are; or remove that"
        " change."
    )


def later_words(later: date) -> str:
    """What the button says that uses the rotation from a later date on."""
    return f"Use it from {long_date(later)}"


def later_start(error: ChangeError, begins: date | None) -> date:
    """The first Monday after a change; `begins`: that of the days that were marked, where it is later."""
    last = max(last for _, last in dates_of(error.change.what))
    after = monday(last) + timedelta(weeks=1)
    return max(after, begins) if begins else after
