"""Hours of leave, typed as a pay stub has them: 80, 4.62 or 1/30."""

from __future__ import annotations

from fractions import Fraction

from heartplanner.core.leave.leave_text import leave_hours
from heartplanner.core.plan.leave_hours import read_hours, written_hours
from heartplanner.core.plan.model import PlanError
from heartplanner.typed import override
from heartplanner.ui.fields.typed_field import TypedField

EXAMPLES = "Type hours such as 80, 4.62 or 1/30."


class LeaveHoursField(TypedField[Fraction | None]):
    """Exact hours; empty, they are None. Up and Down go by whole hours."""

    def __init__(self, hours: Fraction | None, empty: str) -> None:
        super().__init__(hours, None, self._written(hours))
        self.setPlaceholderText(empty)
        self.revert()

    @override
    def _read(self, text: str) -> Fraction | None:
        plain = text.strip().removesuffix("h").strip()
        if not plain:
            return None
        try:
            return read_hours(plain)
        except PlanError:
            raise ValueError(EXAMPLES) from None

    @override
    def _written(self, value: Fraction | None) -> str:
        return "" if value is None else written_hours(value)

    @override
    def _words(self, value: Fraction | None) -> str:
        return "" if value is None else leave_hours(value)

    @override
    def _stepped(self, value: Fraction | None, steps: int) -> Fraction | None:
        return (value or Fraction(0)) + steps
