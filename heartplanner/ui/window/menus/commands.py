"""What each action does, by its id."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from heartplanner.ui.calendars.calendar_actions import CalendarActions
from heartplanner.ui.compare.compare_actions import CompareActions
from heartplanner.ui.edit.day_actions import DayActions
from heartplanner.ui.edit.forms.change_kinds import CHANGE_KINDS
from heartplanner.ui.edit.plan_actions import PlanActions
from heartplanner.ui.finder.finder_actions import FinderActions
from heartplanner.ui.hours.hours_actions import HoursActions, HoursPaper
from heartplanner.ui.people.people_actions import PeopleActions
from heartplanner.ui.phone.phone_actions import PhoneActions
from heartplanner.ui.printing.print_actions import PrintActions
from heartplanner.ui.session import Session
from heartplanner.ui.swaps.swaps_actions import SwapsActions
from heartplanner.ui.view_list import VIEWS

MenuCommand = Callable[[], object]


class UserActions(NamedTuple):
    """All that a person can do in the window, by what it is done to; dialogs stand over `parent`."""

    session: Session
    days: DayActions
    plans: PlanActions
    finder: FinderActions
    phone: PhoneActions
    paper: PrintActions
    rosters: CompareActions
    people: PeopleActions
    calendars: CalendarActions
    hours: HoursActions
    swaps: SwapsActions
    parent: QWidget


def make_actions(session: Session, parent: QWidget) -> UserActions:
    """The actions on what the session shows."""
    paper, days = PrintActions(session, parent), DayActions(session, parent)
    return UserActions(
        session,
        days,
        PlanActions(session, parent),
        FinderActions(session, parent),
        PhoneActions(session, paper.print_lines, parent),
        paper,
        CompareActions(session, parent),
        PeopleActions(session, paper.print_card, parent),
        CalendarActions(session, parent),
        HoursActions(
            session, HoursPaper(paper.can_print, paper.print_hours, paper.save_hours), parent
        ),
        SwapsActions(session, partial(days.enter, "swap"), parent),
        parent,
    )


def commands(actions: UserActions, open_plan: Callable[[Path], None]) -> dict[str, MenuCommand]:
    """What each action does. `open_plan`: opens another plan in a window of its own."""
    session, store = actions.session, actions.session.store
    return {
        "phone": actions.phone.put_on_phone,
        "wifi": actions.phone.send_by_wifi,
        "contents": actions.phone.choose,
        "changed": actions.phone.changed,
        "publish": actions.phone.show_sync,
        "print": actions.paper.print_it,
        "open": lambda: actions.plans.open(open_plan),
        "copy": actions.plans.copy,
        "restore": actions.plans.restore,
        "check-roster": actions.rosters.check,
        "people": actions.people.show,
        "calendars": actions.calendars.show,
        "hours-book": actions.hours.show,
        "swaps-book": actions.swaps.show,
        "new-rotation": session.begin_rotation,
        "rotation-roster": actions.finder.bring_roster,
        "confirm": actions.days.confirm,
        "quit": actions.parent.close,
        "undo": store.undo,
        "redo": store.redo,
        "find": session.find_in_list,
        "appointment": actions.days.enter_appointment,
        "change-appointment": actions.days.change_appointment,
        "remove": actions.days.remove,
        "previous": partial(session.turn, -1),
        "next": partial(session.turn, 1),
        "today": session.go_to_today,
        "zoom-in": partial(session.zoom, 1),
        "zoom-out": partial(session.zoom, -1),
        "zoom-reset": partial(session.zoom, 0),
        **{kind.id: partial(actions.days.enter, kind.id) for kind in CHANGE_KINDS},
        **{view.id: partial(session.show_view, view.id) for view in VIEWS},
        **_dialogs(session, actions.parent),
    }


def _dialogs(session: Session, parent: QWidget) -> dict[str, MenuCommand]:
    return {
        "go-to": partial(_go_to, session, parent),
        "preferences": partial(_prefer, session, parent),
        "theme": partial(_prefer, session, parent),
        "milestones": partial(_edit_milestones, session, parent),
        "holidays": partial(_edit_holidays, session, parent),
        "help": partial(_show_help, parent),
        "releases": partial(_show_releases, parent),
        "about": partial(_show_about, parent),
    }


# Dialogs are loaded when they are first wanted: the first picture is not to wait for them.


def _go_to(session: Session, parent: QWidget) -> None:
    from heartplanner.ui.window.go_to_date import go_to

    go_to(session, parent)


def _prefer(session: Session, parent: QWidget) -> None:
    from heartplanner.ui.window.preferences import prefer

    prefer(session, parent)


def _edit_milestones(session: Session, parent: QWidget) -> None:
    from heartplanner.ui.edit.list_dialogs import edit_milestones

    edit_milestones(session, parent)


def _edit_holidays(session: Session, parent: QWidget) -> None:
    from heartplanner.ui.edit.list_dialogs import edit_holidays

    edit_holidays(session, parent)


def _show_help(parent: QWidget) -> None:
    from heartplanner.ui.help.help import show_help

    show_help(parent)


def _show_releases(parent: QWidget) -> None:
    from heartplanner.ui.help.releases import show_releases

    show_releases(parent)


def _show_about(parent: QWidget) -> None:
    from heartplanner.ui.help.about import show_about

    show_about(parent)
