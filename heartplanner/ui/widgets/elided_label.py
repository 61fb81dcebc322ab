"""Words on a fixed number of lines: what has no room is said shorter, or cut, and nothing else moves."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from heartplanner.core.words.english import screen_dashes
from heartplanner.typed import override


class ElidedLabel(QLabel):
    """A label whose size does not depend on its text. `text` stays whole, for a screen reader too.

    Where the words are cut, a tool tip has them all. `verbatim`: another wrote them, so that they are shown
    as they are, their dashes too.
    """

    def __init__(self, name: str = "", lines: int = 1, *, verbatim: bool = False) -> None:
        super().__init__()
        self._verbatim = verbatim
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lines = lines
        self._shorter: tuple[str, ...] = ()

    def set_wording(self, *wording: str) -> None:
        """The same said ever shorter: the first that fits is drawn, and the first is the text."""
        wording = wording if self._verbatim else tuple(map(screen_dashes, wording))
        self._shorter = wording[1:]
        super().setText(wording[0] if wording else "")
        self._tell_whole()

    def is_cut(self) -> bool:
        """Whether some of the words have no room."""
        return len(self._wrapped(self.text())) > self._lines or not self._fits(self.text())

    @override
    def setText(self, text: str) -> None:
        self.set_wording(text)

    @override
    def sizeHint(self) -> QSize:
        # The style sheet sets the font; before that the height would be of another one.
        self.ensurePolished()
        return QSize(0, self._lines * self.fontMetrics().lineSpacing() + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics = self.fontMetrics()
        lines = self.shown_lines()
        top = (self.height() - len(lines) * metrics.lineSpacing()) // 2
        left = self.contentsMargins().left()
        for number, line in enumerate(lines):
            text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, self._room())
            painter.drawText(left, top + number * metrics.lineSpacing() + metrics.ascent(), text)
        painter.end()

    def shown_lines(self) -> list[str]:
        """The lines that are drawn; the last of them may still be cut."""
        if self._lines == 1:
            wording = (self.text(), *self._shorter)
            return [next((text for text in wording if self._fits(text)), wording[-1])]
        lines = self._wrapped(self.text())
        if len(lines) > self._lines:
            lines[self._lines - 1 :] = [" ".join(lines[self._lines - 1 :])]
        return lines

    def _room(self) -> int:
        margins = self.contentsMargins()
        return self.width() - margins.left() - margins.right()

    def _fits(self, text: str) -> bool:
        advance = self.fontMetrics().horizontalAdvance
        return self._lines > 1 or advance(text) <= self._room()

    def _tell_whole(self) -> None:
        self.setToolTip(self.text() if self.is_cut() else "")

    def _wrapped(self, text: str) -> list[str]:
        """The text in lines as wide as the label; on one line it is not broken."""
        if self._lines == 1:
            return [text]
        return [line for part in text.split("\n") for line in self._broken(part)]

    def _broken(self, part: str) -> list[str]:
        layout = QTextLayout(part, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(self._room(), 1))
            start = line.textStart()
            lines.append(part[start : start + line.textLength()].rstrip())
        layout.endLayout()
        return lines or [""]
