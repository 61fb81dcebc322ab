"""Hours of leave as they are typed and as files have them: exact fractions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from heartplanner.core.plan.model import PlanError

if TYPE_CHECKING:
    from fractions import Fraction

HOURS = r"-?\d{1,5}(\.\d{1,4})?|\d{1,5}/[1-9]\d{0,4}"


def read_hours(text: str) -> Fraction:
    """Hours as one writes them, 80, 4.62 or 1/30, exactly. Raises PlanError."""
    from fractions import Fraction  # 1.5 ms, for plans with balances only

    if not re.fullmatch(HOURS, text, re.ASCII):
        raise PlanError("expected hours such as 80, 4.62 or 1/30")
    return Fraction(text)


def written_hours(hours: Fraction) -> str:
    """The text that `read_hours` reads back: a decimal of up to four places, else a fraction."""
    scaled = hours * 10_000
    if scaled.denominator != 1:
        return str(hours)
    whole, rest = divmod(abs(scaled.numerator), 10_000)
    sign = "-" if hours < 0 else ""
    return f"{sign}{whole}.{rest:04}".rstrip("0").rstrip(".")
