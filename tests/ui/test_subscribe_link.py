"""The link of a kept file, its code and text for each program; and the guides, which name their sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heartplanner.files.folders import resource
from heartplanner.pages.qr_modules import qr_modules
from heartplanner.style.theme import light
from heartplanner.ui.phone.guide.guide_steps import steps, subscribe_steps
from heartplanner.ui.phone.guide.phone_guide import SUBSCRIBE, PhoneGuide
from heartplanner.ui.phone.guide.subscribe_link import (
    COPIED,
    EMPTY,
    SECRET,
    SubscribeDialog,
    SubscribeLink,
)
from heartplanner.ui.widgets.qr_code import QrCode

LINK = "https://cloud.example.org/calendars/k3y/HEART.ics"
FORMS = {
    "iPhone": "webcal://cloud.example.org/calendars/k3y/HEART.ics",
    "Android": "webcals://cloud.example.org/calendars/k3y/HEART.ics",
    "Thunderbird": LINK,
    "Outlook": LINK,
    "Google": LINK,
}


@pytest.fixture
def widget(qtbot: QtBot) -> SubscribeLink:
    found = SubscribeLink(light(), "Kim's HEART")
    qtbot.addWidget(found)
    found.show()
    return found


def said(widget: SubscribeLink) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def test_each_program_gets_the_link_in_its_form_and_a_phone_as_a_code(
    widget: SubscribeLink,
) -> None:
    (code,), (text,) = widget.findChildren(QrCode), widget.findChildren(QPlainTextEdit)
    assert EMPTY in said(widget)
    assert SECRET not in said(widget)
    assert not code.isVisible()
    assert not text.isVisible()
    widget._field.setText(f" {LINK} ")
    for program, form in FORMS.items():
        widget.choose(program)
        assert text.toPlainText() == form
        assert SECRET in said(widget)
        assert code.isVisible() == (program in ("iPhone", "Android"))
        if code.isVisible():
            assert code._rows == qr_modules(form)
        shown = [each.text() for each in widget._guide.findChildren(QLabel) if each.text()]
        assert shown == [step.words for step in subscribe_steps("Kim's HEART")[program]]


def test_what_is_no_link_has_no_code_and_is_said(widget: SubscribeLink) -> None:
    widget._field.setText(LINK)
    assert widget.findChildren(QrCode)[0].isVisible()
    widget._field.setText("HEART.ics")
    assert any(text.startswith("A link begins with https://") for text in said(widget))
    assert not widget._address.isVisible()
    assert not widget.findChildren(QrCode)[0].isVisible()
    widget._field.setText("https://www.dropbox.com/s/k3y/HEART.ics?dl=0")
    assert any("dl=1" in text for text in said(widget))
    assert widget.findChildren(QrCode)[0].isVisible()
    widget.choose("Outlook")
    (button,) = widget.findChildren(QPushButton)
    button.click()
    assert QGuiApplication.clipboard().text() == "https://www.dropbox.com/s/k3y/HEART.ics?dl=0"
    assert COPIED in said(widget)


def test_a_saved_file_leads_to_the_link(qtbot: QtBot) -> None:
    parent = QWidget()
    guide = PhoneGuide("Saved.", Path("HEART.ics"), "HEART", light(), parent)
    for opened in (parent, guide):
        qtbot.addWidget(opened)
    guide._phone.put("Android")
    next(each for each in guide.findChildren(QPushButton) if each.text() == SUBSCRIBE).click()
    (dialog,) = guide.findChildren(SubscribeDialog)
    qtbot.addWidget(dialog)
    (found,) = dialog.findChildren(SubscribeLink)
    assert found._program.value() == "Android"
    found._field.setText(LINK)
    assert not found._code.isHidden()
    dialog.findChildren(QPushButton)[-1].click()
    assert not dialog.isVisible()


@pytest.mark.parametrize("name", ["phones.txt", "subscribe.txt"])
def test_each_line_of_a_guide_has_its_source_above_it(name: str) -> None:
    lines = resource(name).read_text(encoding="utf-8").splitlines()
    words = [n for n, line in enumerate(lines) if re.match(r"[a-z]+ [A-Z]", line)]
    assert len(words) >= 20
    for at in words:
        assert re.match(r"# \S.{4,}", lines[at - 1]), lines[at]
    drawn = {line.split()[0] for line in map(lines.__getitem__, words)}
    assert all(resource(f"icons/step-{drawing}.svg").is_file() for drawing in drawn)


def test_guides_say_what_is_true_of_each_phone_and_what_was_not_tried() -> None:
    by_file = {name: " ".join(s.words for s in found) for name, found in steps("Mine").items()}
    by_link = {name: " ".join(s.words for s in found) for name, found in subscribe_steps().items()}
    assert "Apple's own Mail app" in by_file["iPhone"]
    assert "Safari" in by_file["iPhone"]
    assert "AirDrop" not in by_file["iPhone"]
    assert "ICSx5" in by_file["Android"]
    assert "Upload from file" in by_file["Outlook"]
    assert "web page only" in by_file["Google"]
    assert "only every day or so" in by_link["Google"]
    assert "Subscribe from web" in by_link["Outlook"]
    assert all("Mine" in words and "HEART" not in words for words in by_file.values())
    for guides in (by_file, by_link):
        for name in ("iPhone", "Android", "Google", "Outlook"):
            assert "to try this" in guides[name]
