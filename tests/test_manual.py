"""README, manual and reference against the program: links, files, commands and options."""

from __future__ import annotations

import argparse
import io
import json
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from heartplanner.cli.argument_parser import COMMANDS, build
from heartplanner.cli.main import main
from heartplanner.files.plan import planfile

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
MANUAL, REFERENCE = ROOT / "resources" / "manual.md", ROOT / "resources" / "reference.md"
PAGES = (README, MANUAL, REFERENCE)
LINK = re.compile(r"!?\[[^]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
SHARED = "Every command"


def headings(page: Path) -> list[str]:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    return re.findall(r"^#+ (.+)$", text, re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """What GitHub calls the headings in links: small letters, no punctuation, - for a space."""
    kept = (
        "".join(c for c in each.lower() if c.isalnum() or c in " -_") for each in headings(page)
    )
    return {each.replace(" ", "-") for each in kept}


def section(page: Path, heading: str) -> str:
    """What stands under a heading, up to the next one of its depth or a higher one."""
    text = page.read_text(encoding="utf-8")
    start = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
    assert start, f"{page.name} has no heading {heading!r}"
    rest = text[start.end() :]
    end = re.search(rf"^#{{1,{len(start[1])}}} ", FENCE.sub(lambda m: "x" * len(m[0]), rest), re.M)
    return rest[: end.start()] if end else rest


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_and_headings_that_are_there(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert links
    for link in links:
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.is_file(), link
        assert not anchor or anchor in anchors(target), link


def test_files_that_the_readme_names_are_there() -> None:
    text = README.read_text(encoding="utf-8")
    named = re.findall(r"(?<![\w/.])((?:heartplanner|tests|resources|\.ci)/[\w./-]*)", text)
    names = {name for name in named if not re.search(r"NAME|ID\.", name)}
    assert len(names) > 50
    assert [name for name in sorted(names) if not (ROOT / name.rstrip(".")).exists()] == []


def test_the_map_names_every_room() -> None:
    text = section(README, "The map")
    rooms = {path.parent for path in (ROOT / "heartplanner").rglob("*.py")} - {
        ROOT / "heartplanner"
    }
    lone = {
        room
        for room in rooms
        if not any(
            f"{place.relative_to(ROOT).as_posix()}/ " in text
            for place in (room, room.parent)
            if place != ROOT / "heartplanner"
        )
    }
    # A folder that only holds rooms, and those of its rooms that are named, need no line of its own.
    assert sorted(room.name for room in lone) == ["core", "files", "share", "ui"]


def parsers(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """The commands below a parser, each by its own word."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield name, below
                yield from parsers(below)


def options(parser: argparse.ArgumentParser) -> set[str]:
    return {
        option
        for action in parser._actions
        if action.help != argparse.SUPPRESS
        for option in action.option_strings
    }


def words(text: str) -> set[str]:
    """What stands in `code`, word by word."""
    fenced = FENCE.findall(text)
    spans = re.findall(r"`([^`]+)`", FENCE.sub("", text)) + [each.strip("`") for each in fenced]
    return {word for span in spans for word in re.split(r"[\s,|\\\[\]]+", span)}


@pytest.mark.parametrize("name", COMMANDS)
def test_reference_has_each_command_with_its_options(name: str) -> None:
    found = words(section(REFERENCE, name)) | words(section(REFERENCE, SHARED))
    parser = dict(parsers(build(name)))[name]
    wanted = options(parser)
    for word, below in parsers(parser):
        wanted |= {word, *options(below)}
    assert wanted - found == set()


def test_reference_has_the_options_of_the_window() -> None:
    found = words(section(REFERENCE, "heartplanner")) | words(section(REFERENCE, SHARED))
    assert options(build(None)) - found == set()


def test_reference_names_no_option_that_is_not_there() -> None:
    known = {"--colour", "--color"}  # one is the other's first name
    known |= options(build(None))
    for name in COMMANDS:
        parser = dict(parsers(build(name)))[name]
        known |= options(parser).union(*(options(below) for _, below in parsers(parser)))
    text = REFERENCE.read_text(encoding="utf-8")
    named = {word.rstrip(".") for word in words(text) if re.match("--[a-z]", word)}
    assert named - known == set()


@pytest.mark.parametrize(
    "command",
    [
        ("show", "--month", "2025-08"),
        ("check", "--from", "2025-08-01"),
        ("find", "--known", "2025-07-28=S"),
    ],
    ids=lambda command: command[0],
)
def test_reference_has_each_field_of_json(command: tuple[str, ...], own_folder: Path) -> None:
    assert own_folder.is_dir()
    with redirect_stdout(io.StringIO()) as out:
        main([*command, "--format", "json"], None)
    value = json.loads(out.getvalue())
    fields = set(value[0]) if isinstance(value, list) else set(value)
    if "days" in fields:
        fields |= set(value["days"][0])
    assert fields - words(section(REFERENCE, "JSON")) == set()


def test_schedule_file_of_the_reference_is_what_the_program_writes() -> None:
    text = section(REFERENCE, "The schedule file")
    sample = text.partition("```json\n")[2].partition("```")[0]
    written = planfile.dump(planfile.parse(sample.encode()))
    assert json.loads(written) == json.loads(sample)
