"""Lines by which a list does not hold as it stands: each leaves days open, wherever it stands."""

from __future__ import annotations

from datetime import date

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import RosterQuestion
from heartplanner.core.roster.source import TextSource

QUESTION = RosterQuestion(date(2025, 7, 28), date(2026, 11, 28))
WEEK = "12/14 9a-9p\n12/15 9a-9p\n12/16 off\n12/17 12p-12a\n12/18 off\n"
AGAINST_ROSTERS = """\
This one is Ana's, not yours
Will resend
Do not rely on this
Invalid
Effective once signed
While Ana is out
On snow days
Emergency coverage list
Disaster plan
Unofficial
Rumor
Pencil only
Under construction
TBA
To be decided
Names to follow
Unassigned
New hire's schedule
Volunteer rota
Councillors
Janitorial
Police
EMS crew
Parks and Rec
Pool hours
Kitchen duty
Snack duty
Babysitting
Dad's week
Class times
Fall 2024
2027 edition
Ten years ago
An hour early
Half an hour later
-1h
Subtract one
EST to PST
PST
Local time in Denver
Flip them
Trade them all
Second row first
Right to left
Alternate
Skip every second
Without Mondays
Holidays excepted
Subject to recall
Lockout
Power outage
Quarantine
Light duty
Desk duty
Paid leave
Sabbatical
Deceased
Reassigned to Raleigh
Moved to evenings
Back to evenings
Doubles
Split shifts
Tens
Optional shifts
Partner schedule
Family calendar
Private calendar
Meeting schedule
Business hours
Warning: old
Correction: noon start for everything
Copy of October for comparison
From the 2024 binder
Do not work these
Jo will be doing them
If approved by HR
Only when Kim is out
Unless Kim gets back
Waiting for the final word from HR
Not final yet
Working copy
For training purposes
Dummy data
Everyone comes in at ten
All nights
Twelve hours later
One week further down
Add a day to each
Next year
The year is wrong
For Kim
Kim's list
Opposite
Test
Bids
The rest is Kim's
You no longer work for us
Strike!
Office is closed
On call only
Sleep in
Wait for my call
Ratio reversed
Read them backwards
Pacific time
Hours are in Greenwich time
Trainees only
New hires only
Everyone but you
See the newer one
There is a newer file
Look at the one on the wall
Outdated
Old
Archive
I guess
Not sure about any of it
Perhaps
What I would like
Wish list
What if
Can you take these
Needs coverage
Who can work these
First come first served
Taken by Kim
All filled
Closed out
Worked already
Null
Nope
Wrong person
Meant for Kim
cc Kim
Attn Kim
Status: Draft
Approved: No
Confirmed: no
Parking: closed, stay home
Contact: Kim, she has these
Title: Last year's schedule
Re: Kim
To: Kim
That was the plan before the storm
I mixed up two people
Priya's hours, sorry
Swap me with Lee for the lot
Add an hour at the front
Plus one day
Read PM for AM
Central time
Daylight time
Valid for 2027 only
Calendar year 2025
Fiscal year 2027
Last year
Spring 2025
In two years
Provided that Lee is back
Awaiting sign-off
Approval outstanding
Under review
Could change
Likely to change
Not for use
For your reference only
Template
Fictional
Not real
Dry Run
Opposite Shifts
Plan B
Alternative
First draft
Bid results pending
Openings
Unclaimed
Surplus
Holiday Coverage
Substitutes
Reserve
For trainees
Not our team
Other building
We are closed
Furlough
Resigned
Kim covers
Given up
Marcus instead
You're free
Relax, you're off
Don't come in
Please disregard
Only odd ones count
Some are wrong
Double-check, typos likely
Wrong file
Older version
See v4
A correction follows
Update coming
To be replaced
Radio shift is Kim's now
Payroll says you are off
Lunch on them, then home
Thanks for covering these for Kim
Happy to swap these with you
Enjoy a week at home
Let me know if you can take these
Call me if you want these
Sent from Kim, she works them
This list was sent in error
Powered by guesswork, may be wrong
* means off
Bold = Kim
Priya
Okafor
Zeroed
Zilch
Moot
Hold off until I confirm
Treat as tentative
Numbers may be wrong
Hours got scrambled
Columns are flipped
Dates are for the year before
January dates
Season 2025
Old roster
Earlier list
Replaced Nov 20
Retracted
Annulled
Calling it off
No work
Strike week
Closed for the holidays
Stay put
Remote week
On leave
Maternity leave
Suspended
Trainer's hours
Supervisor's roster
My husband's shifts
The kids' schedule
Swim practice
Opening hours
Clinic hours
Bus times
Second job
Walgreens shifts
Night team
B team
Raleigh team
If Dana says so
When the grant comes through
Weather permitting
As needed
Float
Open shifts
Available shifts
Shifts for sale
Giveaway
Trade bait
My requests
What I asked for
I want
I can work
Not mine
His
Ours
A coworker's
Dana and Lee
Lee/Sam
All noon starts
Ten-hour shifts
8 hr days
Half shifts
Start late
Break early
Evenings become days
D means evening
off means on
Inverse
Negated
All others
Except these
Off dates
Free days
Do not schedule
Busy
"""


def days(text: str) -> set[int]:
    """The days of December that are read."""
    return {each.date.day for each in read_roster(TextSource(text), QUESTION).readings}


def test_a_list_does_not_stand_beside_what_speaks_against_it() -> None:
    places = (f"{{}}\n{WEEK}", f"{{}}\n\n{WEEK}", f"{WEEK}\n{{}}")
    standing = [
        line
        for n, line in enumerate(AGAINST_ROSTERS.splitlines())
        if len(days(places[n % 3].format(line))) == 5
    ]
    assert standing == []
