"""The file of what was typed and not saved: private, one a plan, and read as strictly as a plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartplanner.files import folders, unsaved_forms
from heartplanner.files.disk import FileError
from heartplanner.files.unsaved_forms import Entered, FieldKind, UnsavedForm, printable

DAYS = date(2026, 12, 4), date(2026, 12, 6)
NOTE = UnsavedForm(
    "note", "Note", (DAYS[0], DAYS[0]), "Note", (Entered(FieldKind.TEXT, "Note", "call\tLee\n"),)
)
LEAVE = UnsavedForm(
    "leave",
    "Leave",
    DAYS,
    "To",
    (
        Entered(FieldKind.CHOICE, "Taken from", "Vacation"),
        Entered(FieldKind.TICK, "Only asked yet", "on"),
        Entered(FieldKind.TEXT, "To", "12/"),
        Entered(FieldKind.TEXT, "From", "Fri, Dec 4"),
    ),
)
DATES = UnsavedForm("milestones", "Reminder dates", None, "", (LEAVE.fields[-1],))


@pytest.fixture
def plan(own_folder: Path) -> Path:
    return own_folder / "plan.json"


def file_of(plan: Path) -> Path:
    unsaved_forms.save(plan, [NOTE, LEAVE, DATES])
    (file,) = folders.state().glob("unsaved-*")
    return file


def test_it_reads_back_and_is_private_and_goes_with_the_last_form(plan: Path) -> None:
    assert unsaved_forms.load(plan) == ()
    unsaved_forms.save(plan, [])  # nothing is there to be removed
    file = file_of(plan)
    assert unsaved_forms.load(plan) == (NOTE, LEAVE, DATES)
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o644)
    unsaved_forms.save(plan, [LEAVE])
    assert file.stat().st_mode & 0o777 == 0o600
    assert unsaved_forms.load(plan.with_name("other.json")) == ()
    unsaved_forms.save(plan, [])
    assert list(folders.state().iterdir()) == []


def test_what_was_typed_last_is_said(plan: Path) -> None:
    assert [form.text for form in (NOTE, LEAVE, DATES)] == ["call\tLee\n", "12/", "Fri, Dec 4"]
    assert plan.name not in file_of(plan).name  # the name of a schedule file may say whose it is


def test_of_very_many_the_newest_are_kept(plan: Path) -> None:
    forms = [NOTE._replace(form=f"note {number}") for number in range(101)]
    unsaved_forms.save(plan, forms)
    assert unsaved_forms.load(plan) == tuple(forms[:100])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"version": 1', '"version": 2', "expected heartplanner-unsaved, version 1"),
        ('"form": "note"', '"form": "no\\u0007te"', "forms[0].form: a text is one line"),
        ('"form": "note"', f'"form": "{"n" * 300}"', "forms[0].form: at most 200 characters"),
        ('"last": "2026-12-04"', '"last": "2026-12-03"', "the last day is before the first"),
        ('"last": "2026-12-06",', "", "forms[1].last: missing"),
        ('"kind": "tick"', '"kind": "tock"', "forms[1].fields[1].kind: expected text or choice"),
        ('"call\\tLee\\n"', '"\\u001b[2J"', "forms[0].fields[0].text: longer than a field, or"),
        ('"call\\tLee\\n"', '"\\ud800"', "forms[0].fields[0].text: longer than a field, or"),
        ('"call\\tLee\\n"', "1", "forms[0].fields[0].text: expected text"),
        ('"title": "Note"', '"titel": "Note"', "forms[0].title: missing"),
        ('"typed_in": "To"', '"typed_in": "To", "x": 1', "forms[1].x: unknown key"),
    ],
)
def test_damage_is_one_line_that_repeats_no_note(plan: Path, old: str, new: str, said: str) -> None:
    file = file_of(plan)
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    with pytest.raises(FileError) as caught:
        unsaved_forms.load(plan)
    assert said in str(caught.value)
    assert "it is written over when something is typed in a form again" in str(caught.value)
    assert "Lee" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_form_without_a_text_is_refused(plan: Path) -> None:
    with pytest.raises(FileError, match="nothing was typed"):
        unsaved_forms.save(plan, [LEAVE._replace(fields=LEAVE.fields[:2])])
    assert unsaved_forms.load(plan) == ()


def test_a_folder_that_takes_nothing_is_one_line(plan: Path) -> None:
    folders.state().parent.mkdir(exist_ok=True)
    folders.state().write_text("a file in its place")
    with pytest.raises(FileError, match="this is a file and no folder"):
        unsaved_forms.save(plan, [NOTE])


@given(st.text())
def test_whatever_is_typed_can_be_kept(text: str) -> None:
    kept = printable(text)
    assert printable(kept) == kept
    assert kept.encode().decode() == kept
    assert not set(kept) & set(map(chr, range(32))) - {"\n", "\t"}
    assert len(printable("x" * 300_000)) == 200_000


@pytest.mark.parametrize("is_folder", [True, False])
def test_what_stands_in_its_place_is_moved_aside_and_named(plan: Path, is_folder: bool) -> None:
    file = file_of(plan)
    file.unlink()
    if is_folder:
        file.mkdir()
    else:
        file.write_bytes(b" " * 4_000_001)
    with pytest.raises(FileError) as caught:
        unsaved_forms.load(plan)
    (aside,) = folders.state().iterdir()
    assert f"It is called {aside.name} now, and what you type is kept" in str(caught.value)
    assert "choose another" not in str(caught.value)
    unsaved_forms.save(plan, [NOTE])
    assert unsaved_forms.load(plan) == (NOTE,)
