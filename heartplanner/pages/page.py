"""A page as a value: what is drawn on it and where, in points (1/72 inch) from its upper left corner."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from heartplanner.typed import distinct


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def inset(self, across: float, down: float | None = None) -> Box:
        """Smaller (or larger) by so much at the left and the right, and at the top and the bottom."""
        down = across if down is None else down
        return Box(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)

    def below(self, top: float) -> Box:
        """The part from a height on."""
        return Box(self.x, top, self.width, self.bottom - top)

    def holds(self, other: Box, slack: float = 0.01) -> bool:
        """Whether another lies within it."""
        # Boxes are sums of many floating-point widths, so their edges meet only nearly.
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


@distinct
class Fill(NamedTuple):
    """A filled rectangle."""

    box: Box
    color: str


@distinct
class Hatch(NamedTuple):
    """Parallel lines in a rectangle, `step` apart: a brush's own pattern turns solid on paper."""

    box: Box
    color: str
    step: float
    width: float
    rising: bool


@distinct
class Stroke(NamedTuple):
    """A straight line."""

    start: tuple[float, float]
    end: tuple[float, float]
    width: float
    color: str


@distinct
class Frame(NamedTuple):
    """A rectangle's edge, with rounded corners where `radius` is not 0."""

    box: Box
    width: float
    color: str
    dashed: bool = False
    radius: float = 0


@distinct
class TextItem(NamedTuple):
    """A line of text. `box`: exactly what it takes; `room`: where it has to stay."""

    text: str
    box: Box
    size: float
    bold: bool
    color: str
    room: Box


@distinct
class Drawing(NamedTuple):
    """One of the shipped icons, by its name, in black."""

    box: Box
    name: str


# A page is drawn in the order of its items: later ones lie over earlier ones.
PageItem = Fill | Hatch | Stroke | Frame | TextItem | Drawing


class Paper(StrEnum):
    """The sizes of paper."""

    LETTER = "letter"
    A4 = "a4"


SIZES = {Paper.LETTER: (792.0, 612.0), Paper.A4: (842.0, 595.0)}
"""Width and height in points, on its long side."""
MARGIN = 29.0
"""What printers leave free: more than 10 mm, with half a line's width."""


class Setting(NamedTuple):
    """How sheets are printed; `light`: with little ink."""

    paper: Paper = Paper.LETTER
    light: bool = False


class Page(NamedTuple):
    """One side of a sheet. `left_out`: what has no room on it, in sentences."""

    title: str
    paper: Paper
    items: tuple[PageItem, ...]
    left_out: tuple[str, ...] = ()

    @property
    def words(self) -> list[TextItem]:
        return [item for item in self.items if isinstance(item, TextItem)]
