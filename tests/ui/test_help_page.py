"""The help: the manual and the reference as pages, and every menu entry and key in the manual."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from heartplanner.files.folders import resource
from heartplanner.style.qss import style_sheet
from heartplanner.style.theme import dark, light, palette
from heartplanner.ui.edit.forms.change_kinds import CHANGE_KINDS
from heartplanner.ui.help.help import HelpDialog
from heartplanner.ui.help.help_page import MANUAL, PAGES, REFERENCE, HelpPage
from heartplanner.ui.window.menus.actions import ACTIONS, MENUS, Spec
from tests.examples import cases

IMAGE = 2  # QTextDocument.ResourceType.ImageResource
SPELLED = {
    "Del": "Delete", "PgUp": "Page Up", "PgDown": "Page Down", "Ctrl++": "Ctrl+plus",
    "Ctrl+-": "Ctrl+minus", "Ctrl+,": "Ctrl+comma",
}  # fmt: skip
"""Keys that a page names otherwise than Qt does."""


def page(name: str = MANUAL) -> str:
    return resource(name).read_text(encoding="utf-8")


def row(text: str, first: str) -> list[str]:
    """The cells of the table row that begins with this one."""
    line = re.search(rf"^\| {re.escape(first)} \|.*$", text, re.MULTILINE)
    assert line, f"the manual has no row {first!r}"
    return [cell.strip() for cell in line[0].strip("|").split("|")]


@pytest.fixture
def shown(qtbot: QtBot) -> HelpDialog:
    dialog = HelpDialog(None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)
def test_manual_has_each_menu_entry_with_its_keys(spec: Spec) -> None:
    menus = page().partition("## Menus and keys")[2]
    cells = row(menus, spec.text.replace("&", ""))
    assert cells[1].split(" or ") == [SPELLED.get(key, key) for key in spec.keys]


def test_manual_has_the_menus_in_their_order() -> None:
    menus = page().partition("## Menus and keys")[2]
    assert re.findall(r"^### (.+)$", menus, re.MULTILINE) == [
        each.replace("&", "") for each in MENUS
    ]


def test_manual_tells_of_each_kind_of_change() -> None:
    life = page().partition("## When life happens")[2].partition("\n## ")[0]
    assert [row(life, kind.title)[1] for kind in CHANGE_KINDS] == [
        kind.key for kind in CHANGE_KINDS
    ]


@pytest.mark.parametrize("name", PAGES)
def test_pages_show_their_headings_and_pictures(shown: HelpDialog, name: str) -> None:
    shown.page.show_page(name)
    text = re.sub(r"^```.*?^```$", "", page(name), flags=re.MULTILINE | re.DOTALL)
    assert [h.text for h in shown.page.headings] == re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    listed = [shown.contents.item(n).text().strip() for n in range(shown.contents.count())]
    assert listed == [h.text for h in shown.page.headings]
    for picture in re.findall(r"!\[[^]]+\]\(([^)]+)\)", text):
        assert shown.page.loadResource(IMAGE, QUrl(picture)).width() > 100, picture
    assert "](" not in shown.page.toPlainText()


def test_a_page_is_laid_out_for_all_of_its_paragraphs_together(shown: HelpDialog) -> None:
    edits: list[None] = []
    shown.page.document().contentsChanged.connect(lambda: edits.append(None))
    shown.page.show_page(REFERENCE)
    assert shown.page.document().blockCount() > 200
    assert len(edits) < 20


def test_manual_is_no_wider_than_its_page(shown: HelpDialog) -> None:
    assert "pictures/" in page()
    assert shown.page.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("name", PAGES)
def test_each_link_of_a_page_leads_where_it_says(shown: HelpDialog, name: str) -> None:
    for link in re.findall(r"(?<!!)\[[^]]+\]\(([^)]+)\)", page(name)):
        if shown.page.page != name:
            shown.page.show_page(name)
        shown.page.verticalScrollBar().setValue(0)
        shown.page.follow(QUrl(link))
        file, _, anchor = link.partition("#")
        assert shown.page.page == (file or name)
        chosen = shown.contents.currentItem()
        assert not anchor or chosen.data(Qt.ItemDataRole.UserRole) == anchor
        assert not anchor or shown.page.verticalScrollBar().value() > 0


@pytest.mark.parametrize(
    "link",
    ["https://example.org/", "file:///etc/passwd", "../README.md", "/etc/passwd", "phones.txt"],
)
def test_no_link_leads_out_of_the_help(shown: HelpDialog, link: str) -> None:
    before = shown.page.toPlainText()
    shown.page.follow(QUrl(link))
    assert (shown.page.page, shown.page.toPlainText()) == (MANUAL, before)


@pytest.mark.parametrize(
    "name",
    [
        "../resources/pictures/sheet.png",
        "http://example.org/a.png",
        "pictures/../icons/x.png",
        "{}",
    ],
)
def test_no_picture_comes_from_elsewhere(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    own = tmp_path / "own.png"
    own.write_bytes(resource("pictures/sheet.png").read_bytes())
    shown = HelpPage(None)
    qtbot.addWidget(shown)
    assert shown.loadResource(IMAGE, QUrl(name.format(own.as_uri()))).width() == 1


def test_choosing_a_heading_brings_it_to_the_top(shown: HelpDialog) -> None:
    rows = [shown.contents.item(n).text().strip() for n in range(shown.contents.count())]
    shown.contents.setCurrentRow(rows.index("On paper"))
    assert shown.page.textCursor().block().text() == "On paper"
    place = shown.page.cursorRect().top()
    assert 0 <= place < 40


def test_words_are_found_from_the_top_again(qtbot: QtBot, shown: HelpDialog) -> None:
    qtbot.keyClick(shown, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert shown.words.hasFocus()
    qtbot.keyClicks(shown.words, "seven-day break")
    places = []
    for _ in range(3):
        qtbot.keyClick(shown.words, Qt.Key.Key_Return)
        assert shown.page.textCursor().selectedText().lower() == "seven-day break"
        places.append(shown.page.textCursor().position())
    assert page().count("seven-day break") == 1
    assert len(set(places)) == 1
    assert shown.isVisible()
    assert shown.outcome.text() == ""


def test_words_that_are_not_there_are_said_to_be_missing(qtbot: QtBot, shown: HelpDialog) -> None:
    qtbot.keyClicks(shown.words, "giraffe")
    qtbot.keyClick(shown.words, Qt.Key.Key_Return)
    assert shown.outcome.text() == "Not on this page."
    assert shown.isVisible()


def test_escape_closes_and_tab_reaches_links(qtbot: QtBot, shown: HelpDialog) -> None:
    assert shown.page.hasFocus()
    qtbot.keyClick(shown.page, Qt.Key.Key_Tab)
    assert shown.page.textCursor().charFormat().anchorHref() == REFERENCE
    qtbot.keyClick(shown.page, Qt.Key.Key_Return)
    assert shown.page.page == REFERENCE
    qtbot.keyClick(shown.page, Qt.Key.Key_Escape)
    assert not shown.isVisible()


@pytest.mark.parametrize("scale", cases([1.0, 2.0], [1.5]))
def test_help_fits_the_screen_with_close_in_it(
    qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    before = qapp.styleSheet()
    qapp.setStyleSheet(style_sheet(light(), scale))
    try:
        dialog = HelpDialog(None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        screen = dialog.screen().availableSize()
        assert dialog.width() <= screen.width() * 0.9
        assert dialog.height() <= screen.height() * 0.9
        (close,) = (each for each in dialog.findChildren(QPushButton) if each.text() == "Close")
        assert dialog.rect().contains(close.geometry().translated(close.parentWidget().pos()))
        assert dialog.page.viewport().width() > dialog.width() / 3
    finally:
        qapp.setStyleSheet(before)


def test_text_and_links_have_the_colors_of_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    before = qapp.palette()
    qapp.setPalette(palette(dark()))
    try:
        shown = HelpPage(None)
        qtbot.addWidget(shown)
        shown.show_page(MANUAL)
        cursor = shown.document().find("reference")
        assert cursor.charFormat().foreground().color() == dark().here
        assert shown.palette().text().color() == dark().text
    finally:
        qapp.setPalette(before)
