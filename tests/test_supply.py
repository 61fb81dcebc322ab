"""What is installed is what the lock names: pins and hashes, the bill of parts, known weaknesses."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.examples import LONG

ROOT = Path(__file__).resolve().parents[1]
LOCK, TESTS_LOCK = ROOT / ".ci" / "lock.txt", ROOT / ".ci" / "lock-tests.txt"
PIN = re.compile(r"^([\w.-]+)==(\S+)(?: ; ([^\\]+))? \\$")
HASH = re.compile(r"^    --hash=sha256:([0-9a-f]{64})(?: \\)?$")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
OURS = "heartplanner"


def pins(lock: Path) -> dict[tuple[str, str], list[str]]:
    """The hashes of each package and version; any other line, such as a place's name, is a defect."""
    hashes: dict[tuple[str, str], list[str]] = {}
    for line in lock.read_text().splitlines():
        if pin := PIN.match(line):
            hashes[pin[1], pin[2]] = []
        elif digest := HASH.match(line):
            hashes[list(hashes)[-1]].append(digest[1])
        else:
            assert line.startswith("#"), line
            assert "://" not in line, line
    return hashes


@pytest.mark.parametrize("lock", [LOCK, TESTS_LOCK], ids=["users", "tests"])
def test_each_pin_has_hashes_and_no_place_is_named(lock: Path) -> None:
    pinned = pins(lock)
    assert len(pinned) > 30
    assert [pin for pin, hashes in pinned.items() if not hashes] == []


def test_what_users_install_is_what_is_tested() -> None:
    users, tests = pins(LOCK), pins(TESTS_LOCK)
    assert {pin: hashes for pin, hashes in tests.items() if pin in users} == users


@pytest.mark.parametrize(
    ("lock", "extras"),
    [(LOCK, ("keyring", "pdf")), (TESTS_LOCK, ("keyring", "pdf", "test"))],
    ids=["users", "tests"],
)
def test_each_requirement_is_locked_to_a_version_that_it_allows(
    lock: Path, extras: tuple[str, ...]
) -> None:
    optional = PROJECT["project"]["optional-dependencies"]
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]
    wanted += [one for extra in extras for one in optional[extra]]
    for one in map(Requirement, wanted):
        if one.name == OURS:
            continue
        versions = [
            Version(version) for name, version in pins(lock) if name == canonicalize_name(one.name)
        ]
        assert any(one.specifier.contains(version) for version in versions), one


def test_the_bill_of_materials_has_each_pin_with_its_hashes() -> None:
    command = ("-W", "ignore", "-m", "cyclonedx_py", "requirements", str(LOCK))
    # To hold it to the schema of CycloneDX takes ten times as long as to make it.
    checked = "--validate" if LONG else "--no-validate"
    done = subprocess.run(
        [sys.executable, *command, checked], capture_output=True, text=True, check=True
    )
    bill = json.loads(done.stdout)
    assert bill["bomFormat"] == "CycloneDX"
    listed = {
        (one["name"], one["version"]): [
            digest["content"]
            for reference in one["externalReferences"]
            for digest in reference["hashes"]
        ]
        for one in bill["components"]
    }
    assert listed == pins(LOCK)


def test_nothing_in_the_lock_has_a_known_weakness() -> None:
    command = ("pip_audit", "--disable-pip", "--require-hashes", "-r", str(LOCK), "-f", "json")
    quiet = ("--progress-spinner", "off", "--timeout", "5")
    done = subprocess.run(
        [sys.executable, "-m", *command, *quiet], capture_output=True, text=True, check=False
    )
    if not done.stdout:
        assert re.search(r"(Connection|Timeout)\w*: ", done.stderr), done.stderr
        pytest.skip("what is known of weaknesses cannot be reached from here")
    audited = json.loads(done.stdout)["dependencies"]
    assert len(audited) > 30
    if all("skip_reason" in one for one in audited):
        pytest.skip("the index that is reached from here knows nothing of weaknesses")
    assert [one for one in audited if one.get("vulns")] == []
