"""Rosters of several teams: whose days are one's own cannot be told from them."""

from __future__ import annotations

import re
from dataclasses import replace

from heartplanner.core.roster.entries import RosterDraft, RosterEntry
from heartplanner.core.roster.source import LONGEST_LINE

NUMBER = r"(?:\d{1,2}|(?-i:[A-D]))"
PLACE = r"(?:north|south|east|west|central)"
TEAM = re.compile(rf"(?:team|crew|squad|platoon)\s?#?\s?({NUMBER}|{PLACE})", re.IGNORECASE)
GROUP = r"(?:team|crew|squad|platoon|group|unit|zone|district|car)"
HEADING = re.compile(
    rf"{GROUP}\s?#?\s?({NUMBER})(?:\s?:.*)?"
    rf"|((?:{GROUP}\s)?(?:durham\s)?{PLACE}(?:\s(?:durham|side|{GROUP}))?)(?:\s?:.*)?"
    r"|((?:crisis|community|care)\s(?:response|navigation))(?:\s?:.*)?",
    re.IGNORECASE,
)
"""Above days, also what in a line may be the place of one person's work: "Car 1"."""
IN_LINE = re.compile(rf"\b{TEAM.pattern}\b(?!\s*(?:shift|day|night))", re.IGNORECASE)
NAME = re.compile(
    rf"(?:(?:team|crew|squad|platoon|unit|heart|crt|station)\s?#?\s?)?({NUMBER})", re.IGNORECASE
)
"""What a column of teams holds: "Team 1", "HEART 2", "B"."""
HEADINGS = re.compile(r"team|crew|squad|platoon|unit", re.IGNORECASE)
SEVERAL = "it has the days of several teams ({teams}): give yours as the name, such as Team {first}"


def team_in_column(heading: str, text: str) -> str:
    """The team that a cell names below a heading such as "Team"; or ""."""
    match = NAME.fullmatch(text.strip()) if HEADINGS.fullmatch(heading.strip(" :")) else None
    return match[1].upper() if match else ""


def is_team(name: str) -> bool:
    """Whether the name that is asked for is a team's."""
    return NAME.fullmatch(name.strip()) is not None


def team_of_heading(text: str) -> str:
    """The team that a line alone names above its days; or ""."""
    match = HEADING.fullmatch(text[:LONGEST_LINE].strip(" :.-*#"))
    return next(filter(None, match.groups())).upper() if match else ""


def list_other_teams(draft: RosterDraft, name: str) -> None:
    """Take back the days of a roster of several teams, but for those of the team that is asked for."""
    entries = [_with_team(entry) for entry in draft.entries]
    # The team of a line that is not understood is one of them too.
    unread = [_team_in(problem.text) for problem in draft.problems]
    named = filter(None, [*(entry.team for entry in entries), *unread])
    teams = list(dict.fromkeys(named)) if any(entry.team for entry in entries) else []
    if len(teams) <= 1 or any(entry.person for entry in entries):
        return
    asked = NAME.fullmatch(name.strip())
    own = asked[1].upper() if asked and asked[1].upper() in teams else ""
    words = {word.lower() for word in name.split()}
    draft.entries[:] = []
    for entry in entries:
        said = {word.lower() for word in re.findall(r"[^\W_]+", entry.text[:LONGEST_LINE])}
        if entry.team == own if own else words and words <= said:
            draft.entries.append(entry)
        elif not own or not entry.team:
            why = SEVERAL.format(teams=", ".join(teams), first=teams[0])
            draft.refuse(entry.line, entry.text, why, entry.date_refs)


def _with_team(entry: RosterEntry) -> RosterEntry:
    return entry if entry.team else replace(entry, team=_team_in(entry.text))


def _team_in(text: str) -> str:
    match = IN_LINE.search(text[:LONGEST_LINE])
    return match[1].upper() if match else ""
