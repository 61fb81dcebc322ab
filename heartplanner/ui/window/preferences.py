"""Preferences: how this person reads a calendar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from heartplanner.style.theme import SETS
from heartplanner.ui.fields.form_dialog import FormDialog
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.session import Session
from heartplanner.ui.settings import SCALES, THEMES, Habits

THEME, COLORS, CLOCK = "Theme", "Shift colors", "Clock"
WEEK, SCALE = "The week begins on", "Size of text"
CLOCKS = (("system", "As the system shows it"), ("12", "9 am, noon"), ("24", "9:00, 12:00"))
WEEKS = (("system", "As the system has it"), ("monday", "Monday"), ("sunday", "Sunday"))


def prefer(session: Session, parent: QWidget) -> None:
    """Habits, each of them seen at once; Cancel brings back those from before."""
    before = session.habits
    dialog = FormDialog(parent, "Preferences", "Save")
    fields = _fields(before)

    def show() -> None:
        session.set_habits(_chosen(fields, session.habits))

    for words, field in fields.items():
        dialog.add(words, field)
        field.currentIndexChanged.connect(show)
    fields[THEME].setFocus()
    # Each choice was seen at once, so Cancel has something to take back.
    if not dialog.agreed():
        session.set_habits(before)


def _fields(before: Habits) -> dict[str, ChoiceField]:
    """The choices by their labels, set to the habits as they are."""
    theme = ChoiceField([(theme_id, theme_id.title()) for theme_id in THEMES])
    colors = ChoiceField([(set_name, set_name) for set_name in SETS])
    clock = ChoiceField(CLOCKS)
    week = ChoiceField(WEEKS)
    scale = ChoiceField([(str(step), f"{round(step * 100)} %") for step in SCALES])
    theme.put(before.theme)
    colors.put(before.colors)
    clock.put({True: "24", False: "12", None: "system"}[before.hours24])
    week.put({True: "sunday", False: "monday", None: "system"}[before.sunday_first])
    scale.put(str(before.scale))
    return {THEME: theme, COLORS: colors, CLOCK: clock, WEEK: week, SCALE: scale}


def _chosen(fields: dict[str, ChoiceField], habits: Habits) -> Habits:
    """The habits with what is chosen."""
    chosen = {words: field.value() for words, field in fields.items()}
    return habits._replace(
        theme=chosen[THEME],
        colors=chosen[COLORS],
        hours24={"24": True, "12": False}.get(chosen[CLOCK]),
        sunday_first={"sunday": True, "monday": False}.get(chosen[WEEK]),
        scale=float(chosen[SCALE]),
    )
