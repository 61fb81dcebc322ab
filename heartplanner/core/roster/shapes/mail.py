"""What an e-mail has around a roster: its head, the line above what is quoted, greetings and thanks.

Lines of a head may have a date and a time, and never say anything of a day. A line counts as one of a head
only beside others of the same head: "Date: 8/2" above "From: 9 am" and "To: 9 pm" is a shift.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from heartplanner.core.roster.entries import RosterDraft
from heartplanner.core.roster.harmless.announcements import CLOSING
from heartplanner.core.roster.harmless.harmless import is_harmless
from heartplanner.core.roster.harmless.spoken import spoken_to
from heartplanner.core.roster.harmless.titles import is_person
from heartplanner.core.roster.language.doubts import doubtful_word
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import DateItem
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.language.vocabulary import LABEL_WORDS, MONTH_NUMBERS, WEEKDAY_NUMBERS
from heartplanner.core.roster.reach.asides import MAIL, MAIL_HEAD
from heartplanner.core.roster.source import LONGEST_LINE, RosterRow

QUOTED = re.compile(r"on\b.*\d.*\bwrote:", re.IGNORECASE)
MARK = re.compile(
    r"sent from my [a-z ]+|get outlook for \w+|begin forwarded message:"
    r"|-{3,} ?(original|forwarded) message ?-{3,}",
    re.IGNORECASE,
)
FORWARDED = re.compile(
    r"begin forwarded message:|-{3,} ?forwarded message ?-{3,}|(?:subject: *)?fwd?: .*",
    re.IGNORECASE,
)
RECEIVER = re.compile(r"\"?(?P<name>[A-Z][\w'-]+(?:,? [A-Z][\w'.-]*){0,2})\"?(?: ?<[^>]*>)?")
"""One person, with or without an address."""
HELLO = r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))"
END = r" ?[,.!:]?"
GREETING = re.compile(
    rf"(?:{HELLO}(?: (?:all|team|everyone|everybody|folks|there))?"
    rf"|(?:all|team|everyone|everybody|folks)(?=[,!])|{CLOSING}){END}",
    re.IGNORECASE,
)
"""Above days it looks like the name of the one whose days they are, and below them like the next one's."""
NAMED = re.compile(rf"{HELLO}(?: [a-z]+){{1,3}}{END}", re.IGNORECASE)
CALLED = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?,")
"""A letter may begin with the name alone."""
SENDER = re.compile(
    r"(?P<name>[A-Z][\w'-]+(?: [A-Z][\w.'-]*){0,2}),? (?:(?:[Tt]oday|[Yy]esterday) (?:at )?)?"
    r"\d{1,2}:\d\d ?[AP]M"
)
"""What a chat puts above a message."""
SIGN_OFF = re.compile(rf"(?:{CLOSING})[,.!]?|-{{2,}}", re.IGNORECASE)
SIGNATURE = re.compile(r"[A-Z][\w'-]+(?: [A-Z][\w.'-]*){0,2}")
PEOPLE = ("from", "to", "cc", "bcc", "reply-to")
SEPARATES = re.compile(r"-{3,}|begin forwarded|on\b|from:", re.IGNORECASE)
"""With what a message begins that is quoted below another one."""
WHEN_SENT = ("sent", "date")
ADDRESS = re.compile(r"\S+@\S+")


def without_mail(rows: Sequence[RosterRow], draft: RosterDraft) -> list[RosterRow]:
    """The rows without those of an e-mail, which are listed in the draft as such, with no day."""
    kept: list[RosterRow] = []
    dated = False
    draft.receiver = _receiver(rows)
    if any(FORWARDED.fullmatch(row.text) for row in rows):
        draft.forwarded_to = draft.receiver
    if draft.forwarded_to:
        draft.addressed.add(draft.forwarded_to)
    _note_year(rows, draft)
    _note_spoken_to(rows, draft)
    greetings = _greetings(rows) | _signatures(rows) | _sender(rows)
    for is_head, group in groupby(rows, key=lambda row: _field(row) != ""):
        block = list(group)
        is_mail = is_head and _is_head(block)
        for row in block:
            # A subject is no field like the others: "Canceled: your shift of 8/2" is to be looked at.
            begins = is_mail or _is_mark(row)
            if begins and dated and SEPARATES.match(row.text):
                draft.quoted = draft.quoted or row.line
            if (is_mail and _field(row) != "subject") or _is_mark(row) or row.line in greetings:
                draft.refuse(row.line, row.text, MAIL)
            else:
                kept.append(row)
                dated = dated or any(map(str.isdigit, row.text))
    return kept


def _note_year(rows: Sequence[RosterRow], draft: RosterDraft) -> None:
    """Note when a mail was sent whose head stands above all days: it tells the year of these.

    Of several messages above the days the last is the one that they stand in.
    """
    sent: DateItem | None = None
    for row in rows:
        if not any(map(str.isdigit, row.said)) or len(row.said) > LONGEST_LINE:
            continue
        stamped = _field(row) in WHEN_SENT or QUOTED.fullmatch(row.text)
        dates = [
            item for item in parsed(row.said, Mode(dashes=True))[0] if isinstance(item, DateItem)
        ]
        if stamped:
            sent = next((item for item in dates if item.spans[0][0].year), sent)
        elif dates and not _field(row):
            break
    if sent:
        draft.dates.add(sent.spans[0][0])
        draft.stamped = 1


def _note_spoken_to(rows: Sequence[RosterRow], draft: RosterDraft) -> None:
    """Note the lines that speak to somebody, where the days below may be that one's and no other's.

    They speak to several people above days, or stand below days themselves.
    """
    short = [row for row in rows if row.filled and len(row.said) <= LONGEST_LINE]
    names = {row.line: name for row in short if (name := spoken_to(row.said))}
    if not names:
        return
    told = [
        row.line
        for row in short
        if any(map(str.isdigit, row.said))
        and not (_field(row) or _is_mark(row) or row.line in names or is_harmless(row.said))
    ]
    above = [line for line in names if told and line < max(told)]
    several = len({names[line] for line in above}) > 1
    draft.spoken_to.update(line for line in above if several or line > min(told))


def _receiver(rows: Sequence[RosterRow]) -> str:
    """The name of the one to whom a message was sent; "" where it names none, or several."""
    receivers = [row.text.partition(":")[2] for row in rows if _field(row) == "to"]
    named = RECEIVER.fullmatch(receivers[0].strip()) if len(receivers) == 1 else None
    return named["name"] if named else ""


def _field(row: RosterRow) -> str:
    """Which line of a head a row looks like: from, date; "" where it looks like none."""
    match = MAIL_HEAD.match(row.text)
    return match[1].lower() if match else ""


def _is_head(block: Iterable[RosterRow]) -> bool:
    """Whether lines in a row are a head: who wrote it, and one more, with no hours for a name."""
    fields = {_field(row): row.text.partition(":")[2] for row in block}
    people = [ADDRESS.sub("", fields[field]) for field in PEOPLE if field in fields]
    named = all(not any(map(str.isdigit, person)) for person in people)
    mail = "subject" in fields or any("@" in text for text in fields.values())
    return named and mail and "from" in fields and len(fields) > 1


def _is_mark(row: RosterRow) -> bool:
    """Whether a row is one that a program puts below what was written, or above what is quoted."""
    return any(pattern.fullmatch(row.text) for pattern in (QUOTED, MARK))


def _greets_by_name(row: RosterRow) -> bool:
    """Whether a line greets somebody by name: "Hi Sam", or "Sam," where it is no cell of a table."""
    alone = row.spaced or len(row.cells) == 1
    called = alone and CALLED.fullmatch(row.text) is not None
    words = {*row.text.lower().strip(",").split()}
    of_days = words & ({*WEEKDAY_NUMBERS, *MONTH_NUMBERS} | LABEL_WORDS)
    return NAMED.fullmatch(row.text) is not None or (called and not of_days)


def _greetings(rows: Sequence[RosterRow]) -> set[int]:
    """The lines that greet or thank, and say no word on which a day could turn.

    A name is one's own only where no other is greeted and no day stands above it: what follows "Hi Sam"
    below other days may be Sam's.
    """
    polite = [row for row in rows if not doubtful_word(row.text)]
    plain = {row.line for row in polite if GREETING.fullmatch(row.text)}
    named = [row for row in polite if row.line not in plain and _greets_by_name(row)]
    above = [row for row in rows if named and row.line < named[0].line and not _field(row)]
    alone = len(named) == 1 and not any(map(str.isdigit, "".join(row.text for row in above)))
    return plain | ({named[0].line} if alone else set())


def _sender(rows: Sequence[RosterRow]) -> set[int]:
    """The lines with the one who wrote and when, which a chat puts above each message, if all are one's.

    Those of two people leave open whose days are whose.
    """
    filled = [row for row in rows if row.filled]
    heads = {row.line: match["name"] for row in filled if (match := SENDER.fullmatch(row.text))}
    first = bool(filled) and filled[0].line in heads
    return {*heads} if first and len({*heads.values()}) == 1 else set()


def _signatures(rows: Sequence[RosterRow]) -> set[int]:
    """The lines with the name of the one who wrote, below "Thanks," or two dashes, and below all days."""
    filled = [row for row in rows if row.filled and not (_is_mark(row) or _field(row))]
    # A telephone number below a name is none of a day.
    numbered = (n for n, row in enumerate(filled) if any(map(str.isdigit, row.text)))
    last = max((n for n in numbered if not is_harmless(filled[n].text)), default=-1)
    return {
        row.line
        for before, row in pairwise(filled[last + 1 :])
        if SIGN_OFF.fullmatch(before.text) and SIGNATURE.fullmatch(row.text)
    } | _given_name(filled, last)


def _given_name(filled: Sequence[RosterRow], last: int) -> set[int]:
    """The line of a letter that is a given name alone; `last`: the place of the last day.

    A letter greets, or a sentence stands above the name, and all below it is known; below days alone a name
    may be that of the one whose they are.
    """
    after = filled[last + 1 :]
    at = next((n for n, row in enumerate(after) if is_person(row.text)), None)
    if at is None or not all(is_harmless(row.text) for row in after[at + 1 :]):
        return set()
    greets = any(GREETING.fullmatch(row.text) or _greets_by_name(row) for row in filled[: last + 1])
    closing = after[at - 1].text if at else ""
    ends = closing.endswith((".", "!")) and is_harmless(closing)
    return {after[at].line} if greets or ends else set()
