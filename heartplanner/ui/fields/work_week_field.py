"""A field for the weekday on which the work week begins."""

from __future__ import annotations

from collections.abc import Callable

from heartplanner.core.words.english import WEEKDAYS
from heartplanner.ui.fields.plain_fields import ChoiceField

ANY = ""
FROM = "Work week from"
"""What the field is called."""


class WorkWeekField(ChoiceField):
    """Monday to Sunday; with `any_words` also that it may be any of them, in these words."""

    def __init__(self, changed: Callable[[], None], any_words: str = "") -> None:
        days = [(str(number), name) for number, name in enumerate(WEEKDAYS)]
        super().__init__([*days, *([(ANY, any_words)] if any_words else [])], changed)

    def put_day(self, first_weekday: int | None) -> None:
        self.put(ANY if first_weekday is None else str(first_weekday))

    def day(self) -> int | None:
        """0 Monday to 6 Sunday, or None for any."""
        return int(self.value()) if self.value() != ANY else None
