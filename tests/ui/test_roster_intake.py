"""How a roster gets in: by a file, the clipboard, a drop, or typed; and what it is asked then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from drops import entering
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.style.theme import light
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.roster.roster_intake import RosterIntake

START, TODAY = date(2025, 7, 28), date(2025, 9, 11)
TABLE = (
    "<table><tr><td>9/8/2025</td><td>9-9</td></tr><tr><td>9/9/2025</td><td>off</td></tr></table>"
)


class Hands:
    """A person at the intake, and the rosters that came of it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.intake = RosterIntake(light(), RosterQuestion(START, TODAY), "Read for a test.")
        self.rosters: list[Roster] = []
        self.intake.roster_read.connect(self.rosters.append)
        self._qtbot = qtbot
        qtbot.addWidget(self.intake)
        self.intake.show()

    def wait(self, count: int = 1) -> str:
        """What was read last, once so many rosters were."""
        self._qtbot.waitUntil(lambda: len(self.rosters) == count, timeout=20_000)
        return ", ".join(f"{each.date:%-m/%-d} {each.letter}" for each in self.rosters[-1].readings)

    def wait_for(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in self.said, timeout=20_000)

    @property
    def said(self) -> str:
        return "\n".join(
            each.text() for each in self.intake.findChildren(QLabel) if each.isVisible()
        )

    @property
    def asked(self) -> list[ChoiceField]:
        return [each for each in self.intake.findChildren(ChoiceField) if each.isVisible()]

    def press(self, words: str) -> None:
        buttons = self.intake.findChildren(QPushButton)
        next(each for each in buttons if each.text() == words and each.isVisible()).click()

    def type(self, text: str) -> None:
        self.intake.field.setPlainText(text)
        self.press("Read this text")

    def choose(self, value: str) -> None:
        (field,) = self.asked
        field.put(value)
        field.activated.emit(field.currentIndex())


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    yield Hands(qtbot)
    # PySide6 6.11 crashes at the end of Python where a clipboard still holds data that Python made.
    QGuiApplication.clipboard().clear()


def copied(**kinds: str) -> QMimeData:
    data = QMimeData()
    for kind, text in kinds.items():
        data.setData(f"text/{kind}", text.encode())
    return data


def test_text_is_typed(hands: Hands) -> None:
    hands.type("9/8/2025 9a-9p\n9/9/2025 off")
    assert hands.wait() == "9/8 D, 9/9 -"
    assert hands.intake.name == "your text"
    assert not hands.intake.field.isVisible()


def test_a_file_is_chosen(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "September.csv"
    path.write_text("9/13/2025,9:00 AM,9:00 PM\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    hands.press("Choose a file...")
    assert hands.wait() == "9/13 D"
    assert hands.intake.name == "September.csv"


def test_a_copied_table_is_read_cell_by_cell(hands: Hands) -> None:
    QGuiApplication.clipboard().setMimeData(copied(html=TABLE, plain="9/8/2025 9/9/2025 9-9 off"))
    hands.press("Paste")
    assert hands.wait() == "9/8 D, 9/9 -"
    assert hands.intake.name == "the pasted table"


def test_a_pasted_photo_says_its_line(hands: Hands) -> None:
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(data)
    hands.intake.field.paste()
    assert "A photo is not read: type its days, one on a line, such as 8/2 9a–9p." in hands.said


def test_how_the_days_were_taken_is_said_and_may_be_otherwise(hands: Hands) -> None:
    hands.type("10/9/2025 9a-9p\n11/9/2025 9a-9p\n12/9/2025 admin")
    assert hands.wait() == "9/10 D, 9/11 D, 9/12 A"
    assert "10/9/2025 is read as September 10, 2025, the day first, for" in hands.said
    hands.choose("mdy")
    assert hands.wait(2) == "10/9 D, 11/9 D, 12/9 A"
    assert "is read as" not in hands.said
    hands.choose("dmy")
    assert hands.wait(3) == "9/10 D, 9/11 D, 9/12 A"


def test_pasting_into_the_empty_field_reads_at_once(hands: Hands) -> None:
    QGuiApplication.clipboard().setMimeData(copied(plain="9/8/2025\t9-9\n9/9/2025\toff\n"))
    hands.intake.field.paste()
    assert hands.wait() == "9/8 D, 9/9 -"
    hands.intake.give_again()
    hands.intake.field.paste()  # now it is text among other text
    assert len(hands.rosters) == 1
    assert hands.intake.field.text.count("9/8/2025") == 2


def test_what_is_no_roster_is_said(hands: Hands, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setMimeData(QMimeData())
    hands.press("Paste")
    assert "Nothing was copied" in hands.said
    photo = tmp_path / "photo.csv"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    hands.intake.take_data(data)
    hands.wait_for("a photo is not read")
    assert hands.intake.field.isVisible()
    assert hands.rosters == []


@pytest.mark.parametrize("kind", ["file", "text"])
def test_a_roster_is_dropped_anywhere_on_what_is_around(
    hands: Hands, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "roster.txt"
    path.write_text("9/13/2025 9-9")
    data = copied(plain="9/13/2025 9-9")
    if kind == "file":
        data.setUrls([QUrl.fromLocalFile(str(path))])
    around = QWidget()
    qtbot.addWidget(around)
    hands.intake.take_drops(around)
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    enter = entering(data)
    QApplication.sendEvent(around, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(around, QDropEvent(QPointF(1, 1), *how))
    assert hands.wait() == "9/13 D"


def test_the_order_of_day_and_month_is_asked(hands: Hands) -> None:
    hands.type("5/6/2026 9-9")
    assert hands.wait() == ""
    assert [hands.asked[0].itemText(n) for n in range(3)] == [
        "Choose...",
        "Month first: May 6",
        "Day first: June 5",
    ]
    hands.choose("dmy")
    assert hands.wait(2) == "6/5 D"
    assert hands.asked[0].value() == "dmy"  # and can be changed
    hands.choose("mdy")
    assert hands.wait(3) == "5/6 D"


def test_whose_days_are_wanted_is_asked(hands: Hands) -> None:
    hands.type("Name\t9/8/2025\t9/9/2025\nLee Park\t9-9\toff\nSam Ray\toff\t12-12")
    assert hands.wait() == ""
    hands.choose("Sam Ray")
    assert hands.wait(2) == "9/8 -, 9/9 E"


def test_a_year_that_is_not_stated_is_asked(hands: Hands) -> None:
    hands.type("9/8 9-9\n9/13 off")
    hands.wait()
    assert hands.rosters[-1].readings[0].date == date(2025, 9, 8)
    assert [hands.asked[0].itemText(n) for n in range(hands.asked[0].count())] == ["2025", "2026"]
    hands.choose("2026")
    hands.wait(2)
    assert [each.date.year for each in hands.rosters[-1].readings] == [2026, 2026]


def test_what_was_read_is_mended_as_text_and_untouched_stays_what_it_was(hands: Hands) -> None:
    hands.intake.take_data(copied(html=TABLE))
    hands.wait()
    hands.intake.give_again()
    assert hands.intake.field.text == "9/8/2025\t9-9\n9/9/2025\toff"
    hands.press("Read this text")
    assert hands.wait(2) == "9/8 D, 9/9 -"
    assert hands.intake.name == "the pasted table"
    hands.intake.give_again()
    hands.type("9/13/2025 12-12")
    assert hands.wait(3) == "9/13 E"
    assert hands.intake.name == "your text"


def test_reading_can_be_left(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "roster.txt"
    path.write_text("9/13/2025 9-9")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    hands.intake.take_data(data)
    assert "Reading roster.txt..." in hands.said
    hands.press("Stop reading")
    assert "Reading" not in hands.said
    hands.type("9/9/2025 off")
    assert hands.wait() == "9/9 -"
