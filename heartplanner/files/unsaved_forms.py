"""What stood in forms that were not saved when the program ended: a private file, one a plan.

It lies in the folder where the system keeps a program's state, and not beside the plan: who shares a
schedule file shares no half sentence with it. It is there only while something is typed and not saved.
"""

from __future__ import annotations

import contextlib
import os
import stat
import time
import unicodedata
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.plan.model import PlanError
from heartplanner.core.words.plain_text import plain_text
from heartplanner.files import companion, disk, folders
from heartplanner.files.disk import FileError
from heartplanner.files.json_fields import Fields, list_of

FORMAT, VERSION = "heartplanner-unsaved", 1
LIMIT = 4_000_000
MOST_FORMS, MOST_FIELDS, LONGEST_NAME = 100, 200, 200
LONGEST_TEXT = 200_000
"""Characters of one field: a roster that is typed or pasted has no more."""
WRITTEN_OVER = "it is written over when something is typed in a form again"
BARRED = {"Cc", "Cs"}
"""Kinds of characters that no field can show: control characters, and halves of characters."""


class FieldKind(StrEnum):
    """What a person does with a field: types into it, chooses from it, or ticks it."""

    TEXT = "text"
    CHOICE = "choice"
    TICK = "tick"


class Entered(NamedTuple):
    """What stands in a field, known by its name in its form; of a tick "on", or nothing."""

    kind: FieldKind
    name: str
    text: str


class UnsavedForm(NamedTuple):
    """What was entered in one form and is not saved.

    `form`: which one, by the name that opens it again; `title`: what a person reads above it; `days`: the
    first and the last of those that it was opened on, where it is about days; `typed_in`: the name of the
    field that was typed into last; `fields`: what is to stand in it again, typed or not.
    """

    form: str
    title: str
    days: tuple[date, date] | None
    typed_in: str
    fields: tuple[Entered, ...]

    @property
    def text(self) -> str:
        """What was typed last: the words that one would miss."""
        texts = {entered.name: entered.text for entered in self.fields}
        longest = max((one.text for one in self.fields if one.kind is FieldKind.TEXT), key=len)
        return texts.get(self.typed_in) or longest


def printable(text: str) -> str:
    """A text of a field as far as it can be kept: no more than is read, and nothing that no field shows."""
    return "".join(
        one
        for one in text[:LONGEST_TEXT]
        if one in "\n\t" or unicodedata.category(one) not in BARRED
    )


def field_name(text: str) -> str:
    """What a field is called, as a name that can be kept."""
    return plain_text(printable(text))[:LONGEST_NAME]


def load(plan_file: Path) -> tuple[UnsavedForm, ...]:
    """What was not saved, the last first; nothing if all was. Raises FileError."""
    path = _path(plan_file)
    if not disk.is_there(path):
        return ()
    _make_way(path)
    try:
        return parse(disk.read(path, LIMIT))
    except PlanError as error:
        raise FileError(f"{path}: {error}; {WRITTEN_OVER}") from None


def save(plan_file: Path, forms: Sequence[UnsavedForm]) -> None:
    """Keep these, and no more than so many; where there are none, no file is left. Raises FileError."""
    path = _path(plan_file)
    if not forms:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise FileError(f"{path}: cannot be removed: {disk.reason(error)}") from None
        return
    folders.make_parent(path)
    with contextlib.suppress(OSError):  # one that another program made readable for all
        path.chmod(disk.PRIVATE)
    # What the place does not promise was said when the plan was saved.
    companion.save(
        path,
        _all_out(forms[:MOST_FORMS]),
        lambda data: _all_out(parse(data)),
        limit=LIMIT,
        too_large="too much is typed",
    )


def _make_way(path: Path) -> None:
    """Move aside what stands in the place of such a file and is none. Raises FileError, which says so."""
    try:
        status = path.stat()
    except OSError:  # said by whoever reads it
        return
    is_file = stat.S_ISREG(status.st_mode)
    if is_file and status.st_size <= LIMIT:
        return
    aside = path.with_name(f"{path.stem}-{time.time_ns()}.other")
    kind = f"larger than {LIMIT // 1_000_000} MB" if is_file else "not a file"
    what = f"{path}: this is {kind}, so nothing that was typed is in it"
    try:
        path.rename(aside)
    except OSError as error:
        why = f"it cannot be moved away ({disk.reason(error)}). Move it yourself"
        raise FileError(f"{what}, and {why}, so that what you type can be kept") from None
    raise FileError(f"{what}. It is called {aside.name} now, and what you type is kept")


def _path(plan_file: Path) -> Path:
    # A name of fixed length for any path; a link is followed, as for what lies beside a plan.
    named = disk.digest(os.fsencode(os.path.realpath(plan_file)))
    return folders.state() / f"unsaved-{named[:16]}.json"


def parse(data: bytes) -> tuple[UnsavedForm, ...]:
    """The forms that such a file has. Raises PlanError."""
    top = companion.fields_of(data, FORMAT, VERSION)
    forms = tuple(map(_form, list_of(top.list("forms", MOST_FORMS))))
    top.end()
    return forms


def _form(fields: Fields) -> UnsavedForm:
    first = fields.date("first") if fields.has("first") else None
    days = (first, fields.date("last")) if first else None
    if days and days[0] > days[1]:
        raise PlanError(f"{fields.at('last')}: the last day is before the first")
    form = UnsavedForm(
        _name(fields, "form"),
        _name(fields, "title"),
        days,
        _name(fields, "typed_in"),
        tuple(map(_entered, list_of(fields.list("fields", MOST_FIELDS)))),
    )
    if not any(entered.kind is FieldKind.TEXT for entered in form.fields):
        raise PlanError(f"{fields.at('fields')}: nothing was typed")
    fields.end()
    return form


def _entered(fields: Fields) -> Entered:
    kind = fields.choice("kind", FieldKind)
    entered = Entered(kind, _name(fields, "name"), fields.text("text"))
    if printable(entered.text) != entered.text:
        raise PlanError(f"{fields.at('text')}: longer than a field, or with control characters")
    fields.end()
    return entered


def _name(fields: Fields, key: str) -> str:
    name = fields.line(key)
    if len(name) > LONGEST_NAME:
        raise PlanError(
            f"{fields.at(key)}: at most {LONGEST_NAME} characters, this has {len(name)}"
        )
    return name


def _all_out(forms: Sequence[UnsavedForm]) -> dict[str, object]:
    return {"format": FORMAT, "version": VERSION, "forms": [_out(form) for form in forms]}


def _out(form: UnsavedForm) -> dict[str, object]:
    days = form.days
    return {
        "form": form.form,
        "title": form.title,
        **({"first": days[0].isoformat(), "last": days[1].isoformat()} if days else {}),
        "typed_in": form.typed_in,
        "fields": [entered._asdict() for entered in form.fields],
    }
