"""A shipped page of Markdown, formatted: the manual or the reference, with pictures and headings."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from heartplanner.files.folders import resource
from heartplanner.typed import override

MANUAL, REFERENCE = "manual.md", "reference.md"
PAGES = (MANUAL, REFERENCE)
PICTURE = re.compile(r"pictures/[a-z-]+\.png")
LINE_HEIGHT = 125
"""Percent of a letter's height: long lines of a small font are hard to follow."""
PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
MARGIN = 16
IMAGE = QTextDocument.ResourceType.ImageResource.value


class Heading(NamedTuple):
    """A heading of a page: its depth from 1, its words, and what a link to it says behind the #."""

    depth: int
    text: str
    anchor: str


def anchor_of(text: str) -> str:
    """What a link to a heading is called, by GitHub's rule, so that one link works there and here."""
    return re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")


class HelpPage(QTextBrowser):
    """Shows a page of PAGES. It reads shipped pages and pictures alone: no network, no other file."""

    page_changed = Signal()
    heading_reached = Signal(str)
    """A link led to this anchor."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = ""
        self._blocks: dict[Heading, QTextBlock] = {}
        self._pictures: list[str] = []
        # A link is followed here: left to itself the browser would read any file that one names.
        self.setOpenLinks(False)
        self.anchorClicked.connect(self.follow)

    @property
    def headings(self) -> list[Heading]:
        return list(self._blocks)

    def show_page(self, page: str) -> None:
        """Show one of PAGES from its top."""
        text = resource(page).read_text(encoding="utf-8")
        feature = QTextDocument.MarkdownFeature
        document = self.document()
        document.setDocumentMargin(MARGIN)
        document.setMarkdown(text, feature.MarkdownDialectGitHub | feature.MarkdownNoHTML)
        self.page = page
        self._blocks, self._pictures = {}, []
        # As one edit: after each single one the whole page would be laid out again.
        edit = QTextCursor(document)
        edit.beginEditBlock()
        block = document.begin()
        while block.isValid():
            self._prepare(block)
            block = block.next()
        edit.endEditBlock()
        self._fit_pictures()
        self.page_changed.emit()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def follow(self, link: QUrl) -> None:
        """Go to a heading of this page, or to another page. Links that lead elsewhere do nothing."""
        page = link.path() or self.page
        if link.scheme() or page not in PAGES:
            return
        if page != self.page:
            self.show_page(page)
        if link.fragment():
            self.go_to(link.fragment())
            self.heading_reached.emit(link.fragment())

    def go_to(self, anchor: str) -> None:
        """Bring a heading to the top."""
        for heading, block in self._blocks.items():
            if heading.anchor == anchor:
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top))

    def find_next(self, text: str) -> bool:
        """Choose the next place with this text, from the top again after the last; False if none has it."""
        if self.find(text):
            return True
        here = self.textCursor()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if self.find(text):
            return True
        self.setTextCursor(here)
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_pictures()

    @override
    def loadResource(self, _kind: int, name: QUrl | str) -> QImage:
        """A shipped picture. For any other name a dot: with none, Qt would look for a file of it."""
        path = name if isinstance(name, str) else name.toString()
        if PICTURE.fullmatch(path):
            return QImage(str(resource(path)))
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    def _prepare(self, block: QTextBlock) -> None:
        """Remember a heading; give lines and paragraphs room; keep a picture inside the window."""
        form, cursor = block.blockFormat(), QTextCursor(block)
        depth, line = form.headingLevel(), self.fontMetrics().lineSpacing()
        if depth:
            heading = Heading(depth, block.text(), anchor_of(block.text()))
            self._blocks[heading] = block
            form.setTopMargin(line)
        if not cursor.currentTable() and not form.nonBreakableLines():  # the lines of a code block
            form.setBottomMargin(line / 4 if cursor.currentList() else line / 2)
            if PICTURE.fullmatch(picture := _picture_in(block)):
                self._pictures.append(picture)
            else:
                form.setLineHeight(LINE_HEIGHT, PROPORTIONAL)
        cursor.setBlockFormat(form)

    def _fit_pictures(self) -> None:
        """Make each picture no wider than the page. Qt would do so too, but drop every other line."""
        ratio = self.devicePixelRatioF()
        room = round((self.viewport().width() - 2 * MARGIN) * ratio)
        for name in self._pictures:
            image = QImage(str(resource(name)))
            if image.width() > room:
                image = image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
                image.setDevicePixelRatio(ratio)
            self.document().addResource(IMAGE, QUrl(name), image)
        self.document().markContentsDirty(0, self.document().characterCount())


def _picture_in(block: QTextBlock) -> str:
    """The name of a block's picture, or "". In our pages each stands alone on a line."""
    fragments = block.begin()
    if fragments.atEnd() or not fragments.fragment().charFormat().isImageFormat():
        return ""
    return fragments.fragment().charFormat().toImageFormat().name()
