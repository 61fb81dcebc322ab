"""The calendar's words in Spanish, for a family's sheet."""

from __future__ import annotations

from datetime import date
from typing import Final

MONTHS: Final = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
WEEKDAYS: Final = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")


def month_title(year: int, month: int) -> str:
    """Septiembre de 2025."""
    return f"{MONTHS[month - 1]} de {year}"


def full_date(day: date) -> str:
    """28 de julio de 2025."""
    return f"{day.day} de {MONTHS[day.month - 1]} de {day.year}"
