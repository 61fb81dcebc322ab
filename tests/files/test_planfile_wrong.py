"""A single wrong value in a plan file is one line that names its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from heartplanner.core.plan.model import PlanError
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile

SPECIMEN = (Path(__file__).parents[1] / "plans" / "v1.json").read_text(encoding="utf-8")
ROTATION = "-SSAS-- -SSAS-- ---ASSS -SSAS-- SSSA--- ---ASSS"
GONE = object()
NEWER = planfile.VERSION + 1

VALUES: list[tuple[str, Any, str]] = [
    # where, the wrong value, the message's beginning (the place, and what is said of it)
    ("format", "other", "format: expected"),
    ("format", 1, "format: expected text, found 1"),
    ("format", GONE, "format: missing"),
    ("version", NEWER, f"version: {NEWER} is newer than {planfile.VERSION}, which this program reads"),
    ("version", 0, "version: expected a whole number"),
    ("version", True, "version: expected a whole number"),
    ("version", "1", 'version: expected a whole number from 1 to 1000000, found "1"'),
    ("version", None, "version: expected"),
    ("id", "", "id: expected"),
    ("id", "a b", "id: expected"),
    ("id", "a\n", "id: expected"),
    ("id", "x" * 65, "id: expected"),
    ("id", "é", "id: expected"),
    ("id", "-", "id: expected"),
    ("owner", "me", "owner: unknown key"),
    ("a\nb", "me", "a\\nb: unknown key"),
    ("assignments", {}, "assignments: expected a list, found dict"),
    ("assignments", [], "assignments: expected at least one"),
    ("assignments", GONE, "assignments: missing"),
    ("assignments.1", [], "assignments[1]: expected an object"),
    ("assignments.1.from", "2025-07-28", "assignments[1].from: not after"),
    ("assignments.1.from", "2026-02-30", "assignments[1].from: 2026-02-30 is no date"),
    ("assignments.1.from", "20260105", "assignments[1].from: expected a date"),
    ("assignments.1.from", "2026-W02-1", "assignments[1].from: expected a date"),
    ("assignments.1.from", "2026-1-5", "assignments[1].from: expected a date"),
    ("assignments.1.from", " 2026-01-05", "assignments[1].from: expected a date"),
    ("assignments.1.from", "2026-01-05\n", "assignments[1].from: expected a date"),
    ("assignments.1.from", "202\u0666-01-05", "assignments[1].from: expected a date"),
    ("assignments.1.from", 20260105, "assignments[1].from: expected text"),
    ("assignments.0.from", "0000-01-01", "assignments[0].from: 0000-01-01 is no date"),
    ("assignments.0.from", "0001-01-01", "assignments[0].from: 0001-01-01 is not in the years"),
    ("assignments.0.from", "1949-12-31", "assignments[0].from: 1949-12-31 is not in the years"),
    ("assignments.1.from", "2201-01-01", "assignments[1].from: 2201-01-01 is not in the years"),
    ("assignments.1.from", "9999-12-31", "assignments[1].from: 9999-12-31 is not in the years"),
    ("assignments.1.rotation", ROTATION.replace("---ASSS", "---ASS", 1),
     "assignments[1].rotation: week 3 has 6 letters, expected 7"),
    ("assignments.1.rotation", ROTATION[8:], "assignments[1].rotation: 5 weeks, expected 6"),
    ("assignments.1.rotation", "S" * 41, "assignments[1].rotation: 41 letters, expected 42"),
    ("assignments.1.rotation", "", "assignments[1].rotation: 0 letters"),
    ("assignments.1.rotation", ROTATION.replace("A", "X", 1), "assignments[1].rotation: week 1 has 'X'"),
    ("assignments.1.rotation", ROTATION.replace("SS", "\u00df", 1), "assignments[1].rotation: week 1 has"),
    ("assignments.1.rotation", ROTATION.replace("S", "\u017f", 1), "assignments[1].rotation: week 1 has"),
    ("assignments.1.rotation", ["S"], "assignments[1].rotation: expected text, found list"),
    ("assignments.1.cycle_week", 0, "assignments[1].cycle_week: expected"),
    ("assignments.1.cycle_week", 7, "assignments[1].cycle_week: expected"),
    ("assignments.1.cycle_week", True, "assignments[1].cycle_week: expected"),
    ("assignments.1.cycle_week", "3", "assignments[1].cycle_week: expected"),
    ("assignments.1.cycle_week", 10**400, "assignments[1].cycle_week: expected"),
    ("assignments.1.band", "night", "assignments[1].band: expected day or evening"),
    ("assignments.1.band", "Day", "assignments[1].band: expected day or evening"),
    ("assignments.1.admin_start", "9:00", "assignments[1].admin_start: expected a time"),
    ("assignments.1.admin_start", "24:00", "assignments[1].admin_start: expected a time"),
    ("assignments.1.admin_start", "09:00:00", "assignments[1].admin_start: expected a time"),
    ("assignments.1.admin_start", "09:00\n", "assignments[1].admin_start: expected a time"),
    ("assignments.1.admin_minutes", 0, "assignments[1].admin_minutes: expected"),
    ("assignments.1.admin_minutes", -5, "assignments[1].admin_minutes: expected"),
    ("assignments.1.admin_minutes", 721, "assignments[1]"),
    ("assignments.1.confirmed", 1, "assignments[1].confirmed: expected true or false"),
    ("assignments.1.confirmed", GONE, "assignments[1].confirmed: missing"),
    ("assignments.1.colour", "red", "assignments[1].colour: unknown key"),
    ("changes", None, "changes: expected a list"),
    ("changes.0.id", 2, "changes[1].id: 2 is used twice"),
    ("changes.0.id", -1, "changes[0].id: expected"),
    ("changes.0.kind", "holiday", "changes[0].kind: unknown kind"),
    ("changes.0.kind", "\ud800", "changes[0].kind: unknown kind"),
    ("changes.0.kind", GONE, "changes[0].kind: missing"),
    ("changes.0.first", "2025-10-12", "changes[0]: 2025-10-10 is before 2025-10-12"),
    ("changes.0.last", "2027-10-10", "changes[0]: an absence covers at most"),
    ("changes.0.date", "2025-10-06", "changes[0].date: unknown key"),
    ("changes.1.first", "2025-07-01", "change 2: Tuesday, July 1, 2025 is before the start date"),
    ("changes.3.start", "09:00", "changes[3].start: unknown key"),
    ("changes.4.end", GONE, "changes[4].end: missing"),
    ("changes.5.with", "a\u0000b", "changes[5]: a text is one line"),
    ("changes.5.with", "a\ud83dz", "changes[5]: a text is one line"),
    ("changes.5.with", None, "changes[5].with: expected text, found null"),
    ("changes.5.band", None, "changes[5].band: expected text"),
    ("changes.6.give", GONE, "changes[6]: a swap gives a shift, takes one, or both"),
    ("changes.6.give", "2025-09-15", "change 8: Monday, September 15, 2025 has no shift"),
    ("changes.11.end", "12:60", "changes[11].end: expected a time"),
    *(("changes.12.text", f"a{character}b", "changes[12]: a text is one line")
      for character in "\n\r\t\x00\x1b\x7f\x85\u2028\u2029\u202e\u2066"),
    ("changes.12.text", "x" * 2001, "changes[12]: a text has at most 2000 characters, this has 2001"),
    ("changes.12.text", 5, "changes[12].text: expected text, found 5"),
    ("history", [], "history: expected to begin at the start date"),
    ("history", GONE, "history: missing"),
    ("history.0.first", "2025-07-29", "history: expected to begin at the start date"),
    ("history.0.last", "2025-07-28", "history"),
    ("history.1.last", "2025-10-05", "history[1]"),
    ("history.1.number", 0, "history[1].number: expected a whole number from 1 to"),
    ("history.1.at", "2025-07-21 08:30:05Z", "history[1].at: expected a moment"),
    ("history.1.at", "2025-07-21T08:30:05", "history[1].at: expected a moment"),
    ("history.1.at", "2025-07-21T08:30:05+01:00", "history[1].at: expected a moment"),
    ("history.1.at", "2025-02-30T08:30:05Z", "history[1].at: expected a moment"),
    ("history.1.at", "2025-07-21T25:30:05Z", "history[1].at: expected a moment"),
    ("history.1.at", "9999-07-21T08:30:05Z", "history[1].at: expected a moment"),
    ("history.1.who", "me", "history[1].who: unknown key"),
]  # fmt: skip

TEXTS: list[tuple[str, Callable[[str], str], str]] = [
    ("key twice", lambda text: text.replace('"id": 1,', '"id": 1, "id": 1,'), "id"),
    ("nan", lambda text: text.replace("240", "NaN", 1), "NaN"),
    ("infinity", lambda text: text.replace("240", "-Infinity", 1), "-Infinity"),
    ("float", lambda text: text.replace("240", "240.0", 1), "240.0"),
    ("exponent", lambda text: text.replace("240", "24e1", 1), "24e1"),
    ("many digits", lambda text: text.replace("240", "9" * 5000, 1), "digits"),
    ("comma", lambda text: text.replace("240,", "240,,", 1), "line 12, column 28"),
    ("comment", lambda text: "// mine\n" + text, "line 1, column 1"),
    ("second object", lambda text: text + "{}", "line 155, column 1"),
    (
        "raw line end in a text",
        lambda text: text.replace("back door", "back\ndoor"),
        "line 106, column 36",
    ),
    ("BOM", lambda text: "\ufeff" + text, "byte order mark"),
    ("a list", lambda text: f"[{text}]", "expected an object"),
    ("nothing", lambda _: "", "line 1, column 1"),
    ("null", lambda _: "null", "expected an object"),
]


def refusal(data: bytes) -> str:
    with pytest.raises(PlanError) as caught:
        planfile.parse(data)
    text = str(caught.value)
    assert text.isprintable()
    assert len(text) < 200
    return text


def changed(where: str, value: Any) -> bytes:
    """The specimen with another value (or none, for GONE) at a place such as changes.0.id."""
    plan = json.loads(SPECIMEN)
    *path, last = [int(key) if key.isdigit() else key for key in where.split(".")]
    target = plan
    for key in path:
        target = target[key]
    if value is GONE:
        del target[last]
    else:
        target[last] = value
    return json.dumps(plan).encode()


@pytest.mark.parametrize(("where", "value", "said"), VALUES)
def test_wrong_value_is_one_line_with_its_place(where: str, value: Any, said: str) -> None:
    assert refusal(changed(where, value)).startswith(said)


def test_a_kind_of_change_that_is_not_known_may_be_of_a_newer_program(tmp_path: Path) -> None:
    """Whoever restored a copy in place of an update would lose what is newest."""
    path = tmp_path / "plan.json"
    path.write_bytes(changed("changes.0.kind", "standby"))
    for read in (planfile.load, planfile.load_copy):
        with pytest.raises(FileError) as caught:
            read(path)
        said = str(caught.value)
        assert said.startswith(
            f"{path}: this may be from a newer Heart Planner: update the program first. Otherwise this"
        )
        assert said.endswith("Details: changes[0].kind: unknown kind of change")


@pytest.mark.parametrize(
    ("change", "said"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS]
)
def test_wrong_text_is_one_line_with_what_is_wrong(change: Callable[[str], str], said: str) -> None:
    assert said in refusal(change(SPECIMEN).encode())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "latin-1"])
def test_other_encoding_is_one_line(encoding: str) -> None:
    text = SPECIMEN.replace("🌧", "")
    assert refusal(text.encode(encoding))


@pytest.mark.parametrize("twice", ["id", "from", "kind", "at", "format"])
def test_key_twice_names_the_key(twice: str) -> None:
    line = next(line for line in SPECIMEN.splitlines() if f'"{twice}":' in line)
    assert f'"{twice}"' in refusal(SPECIMEN.replace(line, f"{line}\n{line}", 1).encode())
