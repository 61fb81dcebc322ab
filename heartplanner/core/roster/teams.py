"""Rosters of several teams: whose days are one's own cannot be told from them."""

from __future__ import annotations

import re
from dataclasses import replace

from heartplanner.core.roster.entries import RosterDraft, RosterEntry
from heartplanner.core.roster.source import LONGEST_LINE

NUMBER = r"(?:\d{1,2}|(?-i:[A-D]))"
TEAM = re.compile(rf"(?:team|crew|squad|platoon)\s?#?\s?({NUMBER})", re.IGNORECASE)
HEADING = re.compile(
    rf"(?:team|crew|squad|platoon|group|unit|zone|district|car)\s?#?\s?({NUMBER})(?:\s?:.*)?"
    r"|(north|south|east|west)\s(?:team|crew|group)(?:\s?:.*)?",
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
    return (match[1] or match[2]).upper() if match else ""


def list_other_teams(draft: RosterDraft, name: str) -> None:
    """Take back the days of a roster of several teams, but for those of the team that is asked for."""
    entries = [_with_team(entry) for entry in draft.entries]
    teams = list(dict.fromkeys(entry.team for entry in entries if entry.team))
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
    match = None if entry.team else IN_LINE.search(entry.text[:LONGEST_LINE])
    return replace(entry, team=match[1].upper()) if match else entry
