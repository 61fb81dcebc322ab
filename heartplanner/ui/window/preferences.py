"""Preferences: how this person reads a calendar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from heartplanner.style.theme import SETS
from heartplanner.ui.fields.form_dialog import FormDialog
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.session import Session
from heartplanner.ui.settings import SCALES, THEMES

CLOCKS = (("system", "As the system shows it"), ("12", "9 am, noon"), ("24", "9:00, 12:00"))
WEEKS = (("system", "As the system has it"), ("monday", "Monday"), ("sunday", "Sunday"))


def prefer(session: Session, parent: QWidget) -> None:
    """Habits, each of them seen at once; Cancel brings back those from before."""
    before = session.habits
    dialog = FormDialog(parent, "Preferences", "Save")
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

    def show() -> None:
        session.set_habits(
            session.habits._replace(
                theme=theme.value(),
                colors=colors.value(),
                hours24={"24": True, "12": False}.get(clock.value()),
                sunday_first={"sunday": True, "monday": False}.get(week.value()),
                scale=float(scale.value()),
            )
        )

    rows = (("Theme", theme), ("Shift colors", colors), ("Clock", clock))
    for words, field in (*rows, ("The week begins on", week), ("Size of text", scale)):
        dialog.add(words, field)
        field.currentIndexChanged.connect(show)
    theme.setFocus()
    if not dialog.agreed():
        session.set_habits(before)
