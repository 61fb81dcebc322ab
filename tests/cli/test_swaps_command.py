"""The command `swaps`: asked, agreed, settled and taken back, as text and JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from heartplanner.core.people.card import card_text
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Assignment, Rotation

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(run: Run, own_folder: Path) -> Run:
    """Run a command on a plan of one's own."""
    plan = own_folder / "me.json"
    assert run("new", plan)[0] == 0
    return lambda *argv: run(*argv, "--plan", plan)


def test_a_swap_goes_from_asked_to_settled(run: Run) -> None:
    today = ("--today", "2030-12-01")
    assert run("swaps", "list") == (0, "There is no swap yet.\n", "")
    status, out, err = run("swaps", "ask", "--give", "2030-12-20", "--with", "Lee")
    assert (status, err) == (0, "")
    assert out.splitlines()[0].startswith("swap 1, Lee: you give Fri, Dec 20")
    assert out.splitlines()[1:] == [
        "  Your calendar stays as it is until you mark the swap as agreed."
    ]
    assert "asked: Lee" in run("show", "--from", "2030-12-20", "--to", "2030-12-20")[1]
    assert run("change", "list")[1] == "No changes.\n"
    status, out, _ = run("swaps", "agree", 1)
    assert "agreed; you owe Lee 12 h\n  Week of December 16: 28 h" in out
    assert "swap, you give Friday, December 20, 2030 (with Lee)" in run("change", "list")[1]
    assert run("swaps", "list", *today)[1] == (
        "   1  Lee: you give Fri, Dec 20 (12 h); agreed; you owe Lee 12 h\nYou owe Lee 12 h.\n"
    )
    status, out, _ = run("swaps", "settle", 1)
    assert out.strip().endswith("(12 h); settled")
    assert run("swaps", "settle", 1, "--not-yet")[1].strip().endswith("you owe Lee 12 h")
    status, out, _ = run("swaps", "remove", 1)
    assert out.startswith("Removed swap 1, Lee: you give Fri, Dec 20")
    assert "Week of December 16: 40 h" in out
    assert run("swaps", "list")[1] == "There is no swap yet.\n"


def test_json_has_each_swap_and_what_is_owed(run: Run) -> None:
    run("change", "add", "swap", "--take", "2030-12-28", "--with", "Kim")
    run("swaps", "ask", "--give", "2030-12-20", "--take", "2030-12-29", "--with", "Lee")
    status, out, _ = run("swaps", "list", "--format", "json", "--today", "2030-12-29")
    assert status == 0
    assert json.loads(out) == {
        "swaps": [
            {
                "id": 2,
                "with": "Lee",
                "give": "2030-12-20",
                "given_minutes": 720,
                "take": "2030-12-29",
                "taken_minutes": 720,
                "state": "asked",
                "settled": False,
                "owed_minutes": 0,
                "look": None,
            },
            {
                "id": 1,
                "with": "Kim",
                "give": None,
                "given_minutes": None,
                "take": "2030-12-28",
                "taken_minutes": 720,
                "state": "done",
                "settled": False,
                "owed_minutes": 720,
                "look": None,
            },
        ],
        "owed": [{"with": "Kim", "minutes": 720}],
        "owed_to_you": 720,
        "owed_by_you": 0,
    }


def test_a_new_rotation_says_which_swap_it_overtakes(run: Run) -> None:
    run("change", "add", "swap", "--give", "2030-12-20", "--with", "Lee")
    status, _, err = run("assign", "--from", "2030-12-16", "--rotation", "-" + "-" * 41)
    assert (status, err) == (
        0,
        "The new rotation overtakes what you swapped on Fri, Dec 20: look at your swaps.\n",
    )
    assert (
        "needs a look: you have no shift to give on Friday, December 20, 2030 now"
        in (run("swaps", "list")[1])
    )
    status, _, err = run("swaps", "agree", 1)
    assert (status, err) == (
        1,
        "heartplanner: it does not fit your days: Friday, December 20, 2030 has no shift\n",
    )


def test_what_cannot_be_is_one_line(run: Run) -> None:
    status, _, err = run("swaps", "ask", "--with", "Lee")
    assert status == 2
    assert "heartplanner: swap takes --give, --take or both" in err
    assert run("swaps", "settle", 7)[::2] == (1, "heartplanner: there is no swap 7\n")
    assert run("swaps", "remove", 7)[::2] == (1, "heartplanner: there is no swap 7\n")


def test_a_shift_taken_from_a_card_has_its_hours(run: Run) -> None:
    card = card_text(
        Assignment(
            date(2025, 7, 28),
            rotation=Rotation.parse("---ASSS -SSAS-- SSSA--- ---ASSS -SSAS-- -SSAS--"),
            band=Band.EVENING,
            confirmed=True,
        )
    )
    days = ("--give", "2026-12-15", "--take", "2026-12-19")
    run("swaps", "ask", *days, "--with", "Lee")  # before the card is known
    run("people", "add", card, "--name", "Lee")
    hours = "  The shift that you take has Lee's hours, noon-midnight."
    could = "  By the card, Lee could take Tue, Dec 15 and has a shift to give on Sat, Dec 19,"
    out = run("swaps", "ask", *days, "--with", "Lee")[1].splitlines()
    assert out[1:3] == [hours, f"{could} noon-midnight."]
    run("swaps", "remove", 2)
    out = run("swaps", "ask", *days, "--with", "Lee", "--band", "day")[1].splitlines()
    assert out[1] == f"{could} noon-midnight, not 9 am-9 pm."
    out = run("swaps", "agree", 1)[1].splitlines()
    assert out[1] == hours
    shown = ("show", "--from", "2026-12-19", "--to", "2026-12-20")
    assert "Sat Dec 19   Evening shift noon-midnight" in run(*shown)[1]
    out = run(
        "change", "add", "swap", "--give", "2026-12-16", "--take", "2026-12-20", "--with", "lee"
    )
    assert out[1].splitlines()[1:3] == [
        "  The shift that you take has Lee's hours, noon-midnight.",
        "  By the card, Lee could take Wed, Dec 16 and has a shift to give on Sun, Dec 20,"
        " noon-midnight.",
    ]
    assert "Sun Dec 20   Evening shift noon-midnight" in run(*shown)[1]
    out = run("change", "add", "swap", "--take", "2026-12-29", "--with", "Lee")
    assert "By the card, Lee has a shift to give on Tue, Dec 29, noon-midnight" in out[1]
    out = run("change", "add", "swap", "--take", "2026-12-21", "--with", "Lee")
    assert "By the card, Lee has no shift to give on Mon, Dec 21." in out[1]
