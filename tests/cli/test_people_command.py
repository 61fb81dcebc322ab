"""The command `people`: cards in and out, days off in common, and who could take a shift."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
NOBODY = "Colleagues' leave and their swaps with others are not known here: ask them."


@pytest.fixture
def card(run: Run, tmp_path: Path) -> str:
    """Lee's card: the example, two cycle weeks on, made by Lee's own program."""
    path = tmp_path / "lee.json"
    run("new", path, "--cycle-week", "3")
    run("confirm", "--plan", path)
    status, out, _ = run("people", "card", "--name", "Lee", "--on", "2025-07-28", "--plan", path)
    assert status == 0
    return out.strip()


@pytest.fixture
def plan(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "me.json"
    run("new", path)
    return path


def test_a_card_is_added_as_text_file_or_standard_input(
    run: Run, card: str, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = "Added: Lee, day shifts 9 am-9 pm, from July 28, 2025\n"
    assert run("people", "add", card, "--plan", plan) == (0, added, "")
    assert run("people", "add", *card.split(), "--plan", plan) == (0, added, "")
    mail = tmp_path / "mail.txt"
    mail.write_text(f"Hi!\n> {card[:70]}\n> {card[70:]}\n", encoding="utf-8")
    status, out, _ = run("people", "add", mail, "--name", "Sam", "--plan", plan)
    assert (status, out) == (0, added.replace("Lee", "Sam"))
    named = tmp_path / "HEART card 1.txt"
    named.write_text(card, encoding="utf-8")
    assert run("people", "add", named, "--plan", plan) == (0, added, "")
    assert run("people", "add", f"Hi! {card} Bye", "--plan", plan) == (0, added, "")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(card.encode())))
    assert run("people", "add", "-", "--plan", plan) == (0, added, "")
    status, out, _ = run("people", "list", "--plan", plan)
    assert out.splitlines() == [
        "Lee: day shifts 9 am-9 pm, from July 28, 2025",
        "Sam: day shifts 9 am-9 pm, from July 28, 2025",
    ]
    assert run("people", "remove", "LEE", "--plan", plan) == (0, "Removed: Lee\n", "")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["HEART", "card", "1:", "OSS"], "this rotation card is not whole"),
        (["nowhere.txt"], "nowhere.txt: cannot be read"),
        (["heart.txt"], "heart.txt: cannot be read"),
        (["HEART card 1: " + "x" * 9000], "this rotation card is not whole"),
        (["HEART card 7: x"], "from a newer Heart Planner"),
    ],
)
def test_what_is_no_card_ends_with_one_line(
    run: Run, plan: Path, words: list[str], why: str
) -> None:
    status, out, err = run("people", "add", *words, "--plan", plan)
    assert (status, out) == (1, "")
    assert err.startswith("heartplanner: ")
    assert why in err
    assert err.count("\n") == 1


def test_a_card_without_a_name_asks_for_one(run: Run, card: str, plan: Path) -> None:
    own = plan.with_name("lee.json")
    _, nameless, _ = run("people", "card", "--on", "2025-07-28", "--plan", own)
    status, _, err = run("people", "add", nameless, "--plan", plan)
    assert status == 1
    assert "say whose it is with --name NAME" in err
    assert run("people", "add", nameless, "--name", "Lee", "--plan", plan)[0] == 0
    assert card.startswith("HEART card 1: OOOASSS ")


def test_the_example_has_no_card(run: Run, plan: Path) -> None:
    status, out, err = run("people", "card", "--plan", plan)
    assert (status, out) == (1, "")
    assert "is not confirmed yet: confirm that it is yours" in err


def test_a_card_says_what_it_leaves_open(run: Run, plan: Path) -> None:
    run("confirm", "--plan", plan)
    run("assign", "--from", "2026-01-05", "--cycle-week", "2", "--plan", plan)
    status, out, err = run(
        "people", "card", "--on", "2025-09-01", "--format", "json", "--plan", plan
    )
    assert status == 0
    value = json.loads(out)
    assert value["card"].startswith("HEART card 1: OSSASOO ")
    assert (value["from"], value["cycle_week"]) == ("2025-07-28", 1)
    assert "From January 5, 2026 on your rotation is another one" in err
    assert run("people", "card", "--on", "2026-02-01", "--plan", plan)[2] == ""


def test_days_off_in_common(run: Run, card: str, plan: Path) -> None:
    run("confirm", "--plan", plan)
    run("people", "add", card, "--plan", plan)
    week = ("--from", "2025-09-08", "--to", "2025-09-21")
    # Lee has ---ASSS and -SSAS--, I have -SSAS-- twice.
    status, out, _ = run("people", "off", "lee", *week, "--plan", plan)
    assert status == 0
    assert out.splitlines() == [
        "Lee and you, September 8-21, 2025: you are both off on 4 days.",
        f"  {NOBODY}",
        "  1  Sep 20-21 2025, 2 days, no leave: Both off.",
        "  2  Mon, Sep 8 2025, 1 day, no leave: Both off.",
        "  3  Mon, Sep 15 2025, 1 day, no leave: Both off.",
    ]
    _, out, _ = run("people", "off", "Lee", *week, "--format", "json", "--plan", plan)
    value = json.loads(out)
    assert value["understood"] == {"first": "2025-09-08", "last": "2025-09-21", "part": None}
    assert [option["days"] for option in value["options"]] == [2, 1, 1]
    status, _, err = run("people", "off", "Kim", "--plan", plan)
    assert (status, err) == (1, "heartplanner: there is no card of 'Kim': you have Lee\n")


def test_who_could_take_a_shift(run: Run, card: str, plan: Path) -> None:
    run("confirm", "--plan", plan)
    run("people", "add", card, "--plan", plan)
    status, out, _ = run("people", "cover", "2025-09-09", "--today", "2025-09-01", "--plan", plan)
    assert status == 0
    assert out.splitlines() == [
        "Tuesday, September 9, 2025, 9 am-9 pm: Lee could take your shift.",
        f"  {NOBODY}",
        "  1  Tue, Sep 9 2025, 1 day, no leave: Give it to Lee, who then works 52 h that week.",
    ]
    status, _, err = run("people", "cover", "2025-09-13", "--plan", plan)
    assert (status, err) == (1, "heartplanner: you have no shift on Saturday, September 13, 2025\n")


def test_colleagues_are_listed_as_json(run: Run, card: str, plan: Path) -> None:
    assert json.loads(run("people", "list", "--format", "json", "--plan", plan)[1]) == []
    assert "heartplanner people add CARD" in run("people", "list", "--plan", plan)[1]
    run("people", "add", card, "--plan", plan)
    (lee,) = json.loads(run("people", "list", "--format", "json", "--plan", plan)[1])
    assert lee["name"] == "Lee"
    assert [one["rotation"][:7] for one in lee["cards"]] == ["---ASSS"]


def test_a_calendar_file_is_the_same_with_colleagues(run: Run, card: str, plan: Path) -> None:
    run("people", "add", card, "--plan", plan)
    out = plan.with_name("out.ics")
    run("export", "--plan", plan, "--from", "2025-08-01", "--to", "2025-08-31", "-o", out)
    assert b"Lee" not in out.read_bytes()
