"""Every command that writes, each by a line, and every command that only reads."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import NamedTuple

from heartplanner.cli.argument_parser import COMMANDS, build

OWN_PLAN = "data/heartplanner/plan.json"
LINK = "https://calendar.example.org/kim.ics"
CARD = (
    "HEART card 1: OSSASOO OSSASOO OOOASSS OSSASOO SSSAOOO OOOASSS from 2025-07-28 shift 09:00-21:00"
    " admin 09:00-13:00 week Mon name Lee check 22FBC825"
)


class WritingLine(NamedTuple):
    """A command line. `kept`: where a calendar file is kept up to date; `days_on`: so many days later.

    `plan`: the schedule that it is about, in the home.
    """

    text: str
    kept: bool = False
    days_on: int = 0
    plan: str = OWN_PLAN


BUILT = (
    "new --start 2025-07-28",
    "change add leave 2025-09-16",
    "change add note 2025-09-12 dinner",
    "swaps ask --give 2025-09-17 --with Lee",
    "swaps agree 3",
    "swaps ask --give 2025-09-30 --with Lee",
    "milestone add 2025-10-31 'CPR card'",
    "holiday add 2025-10-30 Halloween",
    f"people add '{CARD}'",
    "entry add Therapy 2025-09-16 --start 18:00 --every 1",
    "leave set vacation 80 --on 2025-09-01",
    "pay set 2025-09-01 14 --lag 7",
    "calendars add sam.ics --name Sam",
    f"calendars add {LINK} --name Kim",
    "calendars refresh Kim",
    "calendars add ann.ics --name Ann",
    "calendars hide Ann",
    "holiday list --year 2025",
    "export --for my-phone -o phone.ics --months 1",
)
"""What the home is made by, besides a printed sheet and a kept file."""
PRINTED = "print --month 2025-09 -o month.pdf"
KEPT = "keep shared/HEART.ics --months 1"
FIRST_COPY = "2025-09-11T140100Z"

WRITING = (
    WritingLine("new other.json", plan="other.json"),
    WritingLine("new --force"),
    WritingLine("confirm"),
    WritingLine("assign --from 2025-10-06 --cycle-week 2"),
    WritingLine("change add leave 2025-10-07"),
    WritingLine("change add leave 2025-10-07", kept=True),
    WritingLine("change add sick 2025-10-07"),
    WritingLine("change add called-off 2025-10-07"),
    WritingLine("change add extra 2025-09-20 --band day"),
    WritingLine("change add swap --give 2025-10-07 --with Lee"),
    WritingLine("change add admin 2025-09-18 --to 2025-09-15"),
    WritingLine("change add hours 2025-10-07 --start 10:00 --end 20:00"),
    WritingLine("change add training 2025-10-04 --start 9:00 --end 12:00"),
    WritingLine("change add note 2025-10-04 cake"),
    WritingLine("change remove 1"),
    WritingLine("milestone add 2025-11-01 Review"),
    WritingLine("milestone done 1"),
    WritingLine("milestone remove 2"),
    WritingLine("holiday list --year 2031"),
    WritingLine("holiday add 2025-10-29 'Day before'"),
    WritingLine("holiday remove 2025-10-30"),
    WritingLine(f"restore {FIRST_COPY}"),
    WritingLine(f"restore {FIRST_COPY}", kept=True),
    WritingLine("find --known 2025-07-28=-SSAS-- --use"),
    WritingLine("compare roster.txt --take"),
    WritingLine("calendars add lee.ics --name Lee"),
    WritingLine("calendars change Sam --color plum"),
    WritingLine("calendars remove Kim"),
    WritingLine("calendars show Ann"),
    WritingLine("calendars hide Sam"),
    WritingLine("calendars refresh"),
    WritingLine(f"people add '{CARD}' --name Ana"),
    WritingLine("people remove Lee"),
    WritingLine("swaps ask --give 2025-10-08 --with Lee"),
    WritingLine("swaps agree 4"),
    WritingLine("swaps settle 3"),
    WritingLine("swaps remove 3"),
    WritingLine("entry add Choir 2025-09-15 --start 19:00"),
    WritingLine("entry change 1 --start 17:00"),
    WritingLine("entry remove 1"),
    WritingLine("entry skip 1 2025-09-23"),
    WritingLine("leave set sick 40 --on 2025-09-01"),
    WritingLine("leave remove vacation"),
    WritingLine("pay set 2025-09-08 14"),
    WritingLine("pay remove"),
    WritingLine("export -o out.ics --months 1"),
    WritingLine("export --for my-phone -o phone.ics"),
    WritingLine("export --for my-phone --update -o update.ics"),
    WritingLine(KEPT),
    WritingLine("keep --stop shared/HEART.ics", kept=True),
    WritingLine("show", kept=True, days_on=1),
    WritingLine("publish URL --from 2025-09-15 --to 2025-09-17"),
)
PRINTING = (
    WritingLine("print --month 2025-10 -o out.pdf"),
    WritingLine("print --old -o old.pdf"),
)
"""Those that need Qt."""

READING = (
    "show", "check", "ask 'is Oct 17 free'", "free", "stretch --hours 12", "hours", "leave list",
    "leave balance", "pay list", "change list", "milestone list", "holiday list --year 2025",
    "find --known 2025-07-28=SSSA", "compare roster.txt", "restore --list", "keep --list",
    "calendars list", "calendars events", "calendars conflicts", "calendars free Sam", "people list",
    "people off Lee", "people cover 2025-09-12", "swaps list", "entry list",
    "export --for my-phone --changes", "export -o -", "publish URL --dry-run --to 2025-09-17",
)  # fmt: skip
UNSURE = "people card --name Lee"
"""It reads only, too; of a rotation that is not confirmed there is none."""


def leaves() -> Iterator[str]:
    """Every command that there is, each by the words that name it."""
    for name in COMMANDS:
        top = dict(_subcommands(build(name)))
        yield from _leaves(name, top[name])


def _leaves(name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    inner = list(_subcommands(parser))
    if not inner:
        yield name
    for word, one in inner:
        yield from _leaves(f"{name} {word}", one)


def _subcommands(
    parser: argparse.ArgumentParser,
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()
