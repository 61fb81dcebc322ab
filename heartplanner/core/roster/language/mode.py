"""How a line is to be taken, where its own words leave that open."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Mode:
    """How a line is to be taken.

    `days`: a number at its start is a day of the heading's month; `dashes`: 8-2 there is a date;
    `harmless`: words (in small letters) that say nothing here, such as the name asked for; `changes`:
    words such as leave and training are known.
    """

    days: bool = False
    dashes: bool = False
    harmless: frozenset[str] = field(default=frozenset())
    changes: bool = False

    def under_month(self) -> Mode:
        """The same under a month's heading."""
        return replace(self, days=True)

    def in_cells(self) -> Mode:
        """The same in the cells of a table, where 9-9 may stand beside 8-2: there it is hours."""
        return replace(self, dashes=False)


PLAIN = Mode()
