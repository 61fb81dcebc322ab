"""The first steps in the window: they stand in the side panel's place until they are done or left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartplanner.core.edits.first_answers import UsualHours, usual_hours
from heartplanner.core.plan.model import Plan, Rotation
from heartplanner.ui.first_steps.steps_bar import StepsBar
from heartplanner.ui.view_list import View, view_spec
from heartplanner.ui.window.menus.commands import UserActions

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartplanner.ui.first_steps.first_steps import FirstSteps


class FirstStart:
    """Opens and closes the steps, and leads where they lead: to the finder and back, and to the phone.

    `bar` stands above the calendar, `place` beside it. `changed` is called when they open or close.
    """

    def __init__(self, actions: UserActions, changed: Callable[[], None]) -> None:
        self._actions, self._session = actions, actions.session
        self._changed = changed
        self._steps: FirstSteps | None = None
        self._before: tuple[tuple[Rotation, bool], ...] | None = None
        self._both = False
        self.open = False
        self.bar = StepsBar()
        self.bar.back_wanted.connect(lambda: self._session.show_view(View.MONTH))
        self.place = QWidget()
        column = QVBoxLayout(self.place)
        column.setContentsMargins(0, 0, 0, 0)
        self.place.hide()
        self._session.store.plan_changed.connect(self._follow_finder)
        self._session.view_changed.connect(self._follow_view)

    @property
    def beside(self) -> bool:
        """Whether the steps stand beside the view on show.

        In the finder there is no room for them, and an open form or an answer takes their place.
        """
        taken = self._session.draft is not None or self._session.pins is not None
        return self.open and view_spec(self._session.view).panel and not taken

    def begin(self) -> None:
        """Ask from the first step on, beside the month."""
        self.open, self._before = True, None
        if self._session.view is not View.MONTH:
            self._session.show_view(View.MONTH)
        self._made().open()
        self._changed()

    def refresh(self) -> None:
        """Show or hide the steps, and what they say of the plan."""
        self.place.setVisible(self.beside)
        if not self.open:
            self.bar.hide()
            return
        away = not view_spec(self._session.view).panel
        self.bar.say(sample=self._session.plan.example, away=away)
        if self.beside:
            self._made().refresh()

    def focus(self) -> bool:
        """Put the keys into the open step, if the steps are beside the view; whether they are."""
        if self.beside:
            self._made().resume()
        return self.beside

    def fit(self, room: int) -> None:
        """The window is `room` pixels wide."""
        if self._steps is not None:
            self._steps.fit(room)

    def take_looks(self) -> None:
        if self._steps is not None:
            self._steps.set_looks()

    def _made(self) -> FirstSteps:
        """The steps, loaded when they are first wanted: the first picture is not to wait for them."""
        if self._steps is None:
            from heartplanner.ui.first_steps.first_steps import FirstSteps

            self._steps = steps = FirstSteps(self._session)
            steps.closed.connect(self._close)
            steps.marking_wanted.connect(self._mark)
            steps.roster_wanted.connect(
                lambda kind: self._read(lambda: self._actions.finder.roster(kind))
            )
            steps.roster_file.connect(
                lambda path: self._read(lambda: self._actions.finder.roster_file(Path(path)))
            )
            steps.roster_data.connect(
                lambda data: self._read(lambda: self._actions.finder.roster_data(data))
            )
            steps.confirm_wanted.connect(self._actions.days.confirm)
            steps.phone_wanted.connect(self._go_to_phone)
            column = self.place.layout()
            assert column is not None
            column.addWidget(steps)
            steps.fit(self._actions.parent.width())
        return self._steps

    def _close(self) -> None:
        self.open, self._before = False, None
        self._session.settings.keep_first_steps_left()
        self._changed()

    def _go_to_phone(self) -> None:
        """All is answered: what is left to choose stands on the page On my phone."""
        self._close()
        self._actions.phone.show_page()

    def _read(self, read: Callable[[], object]) -> None:
        """Read a roster: where its rotation is used the last step follows, else the finder."""
        search = self._session.plan.search
        self._remember()
        read()
        # The plan's own signal, sent while it was read, may have led to the last step already.
        led_on, self._before = self._before is None, None
        if self._session.plan.search != search and not led_on:
            self._mark()

    def _mark(self) -> None:
        """Go to the finder; once a rotation is used there, the last step follows."""
        self._session.show_view(View.FINDER)
        self._remember()  # where the finder was on show already, no signal told so

    def _follow_view(self) -> None:
        """Remember what was worked before the finder, however one came there."""
        if self.open and self._session.view is View.FINDER:
            self._remember()

    def _remember(self) -> None:
        plan = self._session.plan
        self._before = _rotations(plan)
        self._both = usual_hours(plan.assignments[0]) is UsualHours.BOTH

    def _follow_finder(self, plan: Plan) -> None:
        """Come back from the finder with the rotation that was found."""
        if self._before in (None, _rotations(plan)) or plan.example:
            return
        self._before = None
        steps = self._made()
        if self._both and usual_hours(plan.assignments[0]) is not UsualHours.BOTH:
            steps.ask_evenings()
        else:
            steps.show_now()  # what goes to the phone is what comes, not the weeks of an old roster
            steps.ask_phone()


def _rotations(plan: Plan) -> tuple[tuple[Rotation, bool], ...]:
    """What the finder would change by using a rotation; marks alone change none of it."""
    return tuple((assignment.rotation, assignment.confirmed) for assignment in plan.assignments)
