"""The card of the chosen day or days: what is said of them, and what one can do, always in one place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.cells.cells import tone
from heartplanner.core.explain.day_text import Words
from heartplanner.core.explain.upcoming import tight
from heartplanner.core.words.english import MONTHS, WEEKDAYS, sentence_case
from heartplanner.style.icons import icon
from heartplanner.style.theme import Theme, ToneColors
from heartplanner.typed import override
from heartplanner.ui.widgets.cards import Card, label
from heartplanner.ui.widgets.elided_label import ElidedLabel
from heartplanner.ui.widgets.flow_layout import unmarked
from heartplanner.ui.widgets.scroll_areas import PageScroll
from heartplanner.ui.widgets.warnings import Warnings

SHORT = {"hours": "Hours"}
"""What a button says in place of its action's words, where these are long."""
COLUMNS = (2, 3)
SHARES = (5, 5, 6)
"""The columns' widths: "Ended at" stands in the third."""
LEAST_LINES = 3, 7
"""Lines of the text at the usual size that are in sight, where a usual screen has room for six.

Seven where text is larger: there the panel is scrolled as a whole, and not a few lines within it too.
"""
SELECTED, SAVED = "Selected", "Selected, in your saved schedule"
YEAR = re.compile(r", \d{4}")
WEEKDAY = re.compile(rf"^({'|'.join(day[:3] for day in WEEKDAYS)})[a-z]+,")
MONTH = re.compile(rf"\b({'|'.join(month[:3] for month in MONTHS)})[a-z]*\b")
LONGEST_SHOWN = 10_000
"""Characters: Qt takes most of a second to lay out what thousands of changes of one day say."""
MORE = "... There is more on this day than has room here; Take back lists all of its changes."
CHIP_PAD = 8
ICON = 16


class DayChip(ElidedLabel):
    """What the day is, on the ground of its tone."""

    def __init__(self) -> None:
        super().__init__("what")
        self._colors: ToneColors | None = None
        self.setContentsMargins(CHIP_PAD, 4, CHIP_PAD, 4)

    def set_colors(self, colors: ToneColors | None) -> None:
        """Fill and text; None: no ground."""
        self._colors = colors
        margin = CHIP_PAD if colors else 0
        self.setContentsMargins(margin, 4, CHIP_PAD, 4)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._colors:
            (line,) = self.shown_lines()
            wide = self.fontMetrics().horizontalAdvance(line) + 2 * CHIP_PAD
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colors.fill)
            painter.drawRoundedRect(QRectF(0, 0, min(wide, self.width()), self.height()), 5, 5)
            painter.end()
        super().paintEvent(event)


class CardButton(QPushButton):
    """A button that a form takes the place of: it comes back unlit, wherever the pointer went meanwhile."""

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        # Qt tells a widget that is hidden under a menu of its own no more that the pointer left it.
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
        super().hideEvent(event)


class DayButton(CardButton):
    """Opens an action's form on the chosen days: where these do not suit, the form says why."""

    def __init__(self, name: str, action: QAction) -> None:
        words = unmarked(action.text()).rstrip(".")
        super().__init__(SHORT.get(name, words))
        self.name = name
        self.setObjectName("day")
        self.setAccessibleName(words)
        self.setToolTip(action.toolTip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)


class TextArea(PageScroll):
    """Scrolls a text that is longer than most; all else in the panel keeps its place."""

    def __init__(self) -> None:
        super().__init__()
        self._large = False

    def set_scale(self, scale: float) -> None:
        self._large = scale > 1
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.least())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.least())

    def least(self, *, large: bool | None = None) -> int:
        """The height of the lines that are to be in sight; `large`: with text of that size."""
        self.ensurePolished()
        is_large = self._large if large is None else large
        return LEAST_LINES[is_large] * self.fontMetrics().lineSpacing()


def _more_button(actions: Sequence[QAction]) -> QPushButton:
    """The last of the buttons, out of which the others fold."""
    button = CardButton("More")
    button.setObjectName("day")
    menu = QMenu(button)
    menu.setAccessibleName("More changes")
    menu.addActions(list(actions))
    button.setMenu(menu)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return button


class SelectedCard(Card):
    """`actions`: the buttons under the day, each with its name; `more`: what folds out of the last."""

    def __init__(
        self,
        actions: Sequence[tuple[str, QAction]],
        more: Sequence[QAction],
        take_back: QAction,
    ) -> None:
        super().__init__(SELECTED)
        self._warnings = Warnings()
        self._take_back = _take_back(take_back)
        self._column.insertLayout(0, _beside(self._heading, self._take_back))
        self._date, self._chip = ElidedLabel("date"), DayChip()
        self._why, self._care, self._people = label(), label(), label("muted")
        self._buttons = [DayButton(*action) for action in actions]
        self._more = _more_button(more)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setSpacing(8)
        self._columns = 0
        self.add(self._date)
        self.add(self._chip)
        # Above all that gets longer or shorter: nothing that is said of a day moves what is pressed.
        holder = QWidget()
        holder.setLayout(self._grid)
        self.add(holder)
        self._area = self._scrolled()
        self.add(self._area, 1)
        self.arrange(COLUMNS[1])

    def show_words(self, words: Words, theme: Theme, people: Sequence[str] = ()) -> None:
        """Say this of the chosen day, or of several; `people`: what colleagues do on it, a line each."""
        self._date.set_wording(words.title, *_brief(words.title))
        self._chip.set_wording(*_briefer(sentence_case(words.what)))
        self._chip.set_colors(theme.tones[tone(words.blocks[0])] if words.blocks else None)
        self._take_back.setEnabled(words.changed)
        self._warnings.say(words.warnings)
        lines = "\n".join(people)
        said = ((self._why, words.why), (self._care, words.care), (self._people, lines))
        for widget, text in said:
            widget.setText(_as_shown(text))
            widget.setVisible(bool(text))

    def set_looks(self, theme: Theme, scale: float) -> None:
        size = round(ICON * scale)
        self._warnings.set_looks(theme, scale)
        self._area.set_scale(scale)
        for name, button in [*((b.name, b) for b in self._buttons), ("more", self._more)]:
            button.setIcon(icon(name, theme, size))
            button.setIconSize(QSize(size, size))

    @property
    def least_height(self) -> int:
        """Its height with a few lines of its text, which are more where the text is larger."""
        more = self._area.least() - self._area.least(large=False)
        return self.minimumSizeHint().height() - more

    def arrange(self, columns: int) -> None:
        """Put the buttons in so many columns."""
        if columns == self._columns:
            return
        self._columns = columns
        for number, button in enumerate((*self._buttons, self._more)):
            self._grid.addWidget(button, *divmod(number, columns))
        for column in range(COLUMNS[1]):
            self._grid.setColumnStretch(column, SHARES[column] if column < columns else 0)

    def _scrolled(self) -> TextArea:
        """The text, what asks for care first: it scrolls where it is long, the buttons never move."""
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(4)
        for widget in (self._warnings, self._why, self._care, self._people):
            column.addWidget(widget)
        column.addStretch()
        area = TextArea()
        area.setWidget(inner)
        area.setAccessibleName("About the selected day")
        return area


def _briefer(what: str) -> tuple[str, ...]:
    """Evening shift noon-midnight, Evening noon-12 am; 3 days: 2 shifts, 1 admin, 24 h: the end is kept."""
    # The joint goes first: in "1 shift and 1 admin block" the word says what the 1 is.
    joined = what.replace(" and ", ", ").replace(" admin block", " admin")
    brief = joined.replace(" shift ", " ", 1)
    days, _, sums = what.partition(": ")
    # Of several days their hours are what was asked for.
    least = f"{days}: {sums.rsplit(', ', 1)[-1]}" if sums else tight(brief)
    return what, tight(what), brief, tight(brief), least


def _beside(heading: QWidget, button: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(heading, 1)
    row.addWidget(button)
    return row


def _take_back(action: QAction) -> QPushButton:
    """The button that takes a change of the days back; dimmed in its place where there is none."""
    button = QPushButton("Take back")
    button.setObjectName("quiet")
    button.setAccessibleName(unmarked(action.text()).rstrip("."))
    button.setToolTip(action.toolTip())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    return button


def _brief(title: str) -> tuple[str, ...]:
    """Saturday, September 27, and Sat, September 27, and Sat, Sep 27 for that day of a year.

    Days of two years keep both: Dec 31, 2026 - Jan 3, 2027.
    """
    day = title if len(YEAR.findall(title)) > 1 else YEAR.sub("", title)
    brief = WEEKDAY.sub(r"\1,", day)
    return day, brief, MONTH.sub(r"\1", brief)


def _as_shown(text: str) -> str:
    """A text as far as anybody reads it, cut between words."""
    if len(text) <= LONGEST_SHOWN:
        return text
    return f"{text[:LONGEST_SHOWN].rsplit(maxsplit=1)[0]} {MORE}"
