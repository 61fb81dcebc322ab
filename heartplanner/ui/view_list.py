"""The views of a plan, in one list: actions, keys, titles, header and settings are made of it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.cells.cells import Wording
from heartplanner.core.schedule.ranges.month import Month


class View(StrEnum):
    """The views by the names that the settings and the icons have for them."""

    MONTH = "month"
    YEAR = "year"
    CYCLE = "cycle"
    LIST = "list"
    FINDER = "finder"
    PHONE = "on-my-phone"


class ViewSpec(NamedTuple):
    """What the window around a view needs to know of it; `window/views.py` makes the view itself.

    `text`: its words in the menu; `title` and `short_title`: what stands at the top, given the month on
    show; `months`: how many a turn of the page goes, None where the view turns pages of its own, 0 where
    it has none; `button`: whether the header has one; `panel`: whether the panel stands beside it;
    `days`: whether the keys and the context menu of days work in it; `own_primary`: whether it has the
    one button that stands out; `foot`: what stands at the window's foot, ever shorter, where it is not the
    month's sums.
    """

    id: View
    text: str
    key: str
    title: Callable[[Month], str]
    short_title: Callable[[Month], str]
    months: int | None = 0
    button: bool = True
    panel: bool = True
    days: bool = True
    own_primary: bool = False
    foot: Wording = ()


def _year(month: Month) -> str:
    return str(month.year)


def _brief(month: Month) -> str:
    """Sep 2025."""
    return f"{month.title[:3]} {month.year}"


VIEWS = (
    ViewSpec(View.MONTH, "&Month", "Ctrl+1", lambda month: month.title, _brief, months=1),
    ViewSpec(View.YEAR, "&Year", "Ctrl+2", _year, _year, months=12),
    ViewSpec(
        View.CYCLE,
        "&Cycle",
        "Ctrl+3",
        lambda _: "Your rotation",
        lambda _: "Rotation",
        days=False,
        own_primary=True,
        foot=(
            "Click a day and type its letter, or click it again to step through shift, admin and free. Drag"
            " it onto another to exchange the two.",
            "Click a day and type its letter, or click it again for shift, admin, free; drag to exchange.",
            "Click a day and type its letter, or click it again.",
        ),
    ),
    ViewSpec(View.LIST, "&List", "Ctrl+4", lambda _: "What comes next", lambda _: "Next"),
    ViewSpec(
        View.FINDER,
        "Find my &rotation",
        "Ctrl+5",
        lambda _: "Find my rotation",
        lambda _: "Find",
        months=None,
        button=False,
        panel=False,
        days=False,
        own_primary=True,
        foot=(
            "Click a day once for a shift, again for admin, again for free. Drag to mark others like the"
            " first, or type S, A or -.",
            "Click for a shift, again for admin, again for free; drag, or type S, A or -.",
            "Click, drag, or type S, A or -.",
        ),
    ),
    ViewSpec(
        View.PHONE,
        "&On my phone",
        "Ctrl+6",
        lambda _: "On my phone",
        lambda _: "Phone",
        button=False,
        panel=False,
        days=False,
        own_primary=True,
        foot=(
            "What you change here counts once you press the button. Esc leads back to the calendar.",
            "What you change counts once you press the button.",
            "Esc leads back to the calendar.",
        ),
    ),
)


def view_spec(view: View) -> ViewSpec:
    return next(spec for spec in VIEWS if spec.id == view)
