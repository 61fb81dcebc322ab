"""Titles and names: lines that say whose list it is, and of what, and change no day."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from heartplanner.core.roster.harmless.announcements import pattern
from heartplanner.core.roster.harmless.given_names import GIVEN_NAMES
from heartplanner.core.roster.harmless.guard import CROSS, PHRASES, UNLIKE
from heartplanner.core.roster.harmless.workplace import WEEKDAYS_SAID
from heartplanner.core.roster.language.doubts import is_doubtful_word
from heartplanner.core.roster.language.tokens import plain
from heartplanner.core.roster.language.undated import LENGTH
from heartplanner.core.roster.language.vocabulary import (
    COLUMN_WORDS,
    HARMLESS,
    HEADING,
    LABEL_WORDS,
    MONTH_NUMBERS,
    OWN_HEADING,
    WEEKDAY_NUMBERS,
    words_of,
)

GREETING_WORDS = words_of("is are below attached hi hello dear all everyone")
TITLE_WORDS = (HEADING | OWN_HEADING | {*MONTH_NUMBERS} | GREETING_WORDS) - (
    LABEL_WORDS - {"shifts"}
)
"""Of these words alone a line is a title, such as "Here is your schedule for November:"."""
TITLE_TALK = words_of(
    "a an and any as at attached been can check confirm copy current eastern edt est et everybody"
    " hours required find final follow following follows has have heres hour in it know let list ll"
    " local new"
    " note out posted print questions re ready review see sent shift thank thanks there this"
    " to today two three four five six updated up ve version weeks will with next coming soon"
    " scheduling scheduler supervisor manager coordinator director"
    " time times these through thru"
    " listed rotation"
    " phone convenience planning records promised discussed enclosed"
)
"""Words of a sentence that hands a list over, and changes nothing of it."""
ORGANIZATION = words_of(
    "community safety public health response crisis city county services service division bureau"
    " program center office network department dept durham"
)
"""Of these the name of an employer is made, which is nobody's name."""
KNOWN_PLACES = ORGANIZATION | words_of(
    "hea cru mct bhr care navigation co-responder main head hub house hall annex building bldg campus"
    " suite floor room street st avenue ave road rd site post precinct clinic hospital library park"
    " garage court plaza tower raleigh duke ems fire police emergency dispatch behavioral mental"
    " paramedic medic nurse rn lcsw therapist social worker support coordinator supervisor operator"
    " technician tech officer driver employee member person place location role position job"
)
"""Places, roles and names of teams that may stand on every line of a roster."""
NO_NAMES = words_of("sorry whoops oops option choice plan version")
"""Words of a line above a list that are nobody's name."""
LABEL_TALK = words_of("day days evening evenings eve night nights admin administrative regular")
"""Those that name a kind of day, which a title may do: "Evening shift"."""
TITLES = (
    TITLE_WORDS
    | TITLE_TALK
    | LABEL_TALK
    | ORGANIZATION
    | COLUMN_WORDS
    | HARMLESS
    | {*WEEKDAY_NUMBERS}
) - words_of(
    "no given optional family partner private unpaid stop warning warnings meeting lunch meal"
    " mileage attendees duty"
)
EVERY = words_of("all both every just only team crew unit staff squad group")
VERBS = words_of("sent is are was were be will has have been can it these those this that there")
"""Beside these a word that is not known is no name of a title: "Times are Pacific"."""
OF_LIST = words_of("time times hours all both")


def is_title(text: str) -> bool:
    """Whether a sentence has the words of a title alone, and names in capitals."""
    if OWNER.search(text) and FOR_INFORMATION.search(text):
        return False
    text = INITIAL.sub("", text)
    bare = POSSESSIVE.sub("", NUMBERED_UNIT.sub("team", LENGTH.sub(" ", text)))
    words = re.findall(r"[^\W\d_]+", bare)
    lower_words = [word.lower() for word in words]
    unlike = any(map(UNLIKE.fullmatch, lower_words)) or CROSS.search(bare) or MOVING.search(bare)
    owned = {word.lower() for match in POSSESSOR.finditer(text) for word in match[1].split()}
    if SEVERAL_NAMES.search(text) or (owned and owned.isdisjoint(POSSESSORS)):
        return False
    if any(map(str.isdigit, bare)) or unlike or PHRASES.search(text) or OTHER_VERSION.search(text):
        return False
    if STILL_TO_COME.search(text):
        return False
    if is_person(text):
        return True
    return _is_of_titles(words, lower_words, owned=POSSESSIVE.search(text) is not None)


def names_other_month(text: str, months: Set[int]) -> bool:
    """Whether a title names months, and none of those in which the days of the list are."""
    named = {MONTH_NUMBERS.get(word.lower(), 0) for word in re.findall(r"[^\W\d_]+", text)} - {0, 5}
    return bool(named) and named.isdisjoint(months) and is_title(YEAR.sub(" ", text))


def is_person(text: str) -> bool:
    """Whether a line is one word that is known to be a name, or that and an initial."""
    name = re.sub(r"(?<=[a-z])\s[A-Z]\.?$", "", text.strip(" :.,!"))
    return name.istitle() and name.lower() in GIVEN_NAMES


class NamedPerson(NamedTuple):
    """The person of a heading; `sure`: it says that the days below are that one's."""

    name: str
    sure: bool


NAME = r"(?P<name>[A-Z][\w'-]+(?:,?\s[A-Z][\w'.-]*){0,2})"
LIST = r"(?i:schedules?|roster|rota|shifts|calendar|hours)"
REPLY = re.compile(r"(?:(?:re|fwd?|subject|title)\s*:\s*)+", re.IGNORECASE)
LABELLED = re.compile(
    rf"(?i:(?:employee|staff)(?:\s+(?:name|member))?|name|responder|worker)\s*:\s*{NAME}"
)
OWNED_LISTS = (
    re.compile(
        rf"(?:[\w']+\s+){{0,2}}{LIST}\s+(?:(?i:has\s+been|is|was)\s+(?i:published|posted)\s+)?(?i:for|of)\s+{NAME}"
    ),
    re.compile(rf"{NAME}'s\s+(?:\w+\s+)?{LIST}"),
)
ADDRESSED = (
    re.compile(rf"(?i:attn|attention|to|for)\s*:?\s+{NAME}"),
    re.compile(rf"{NAME}'s(?:\s+\w+)?"),
)


def named_person(text: str, asked: Set[str] = frozenset()) -> NamedPerson | None:
    """Whose days a heading says to stand below it, or whom it is for.

    `asked`: the words of the name that is asked for, small. Any other is known by a given name, unless its
    label says that it is one.
    """
    line = plain(text).strip(" .:!*_-")
    said = REPLY.sub("", line)
    if (match := LABELLED.fullmatch(said)) and _is_name(match["name"]):
        return NamedPerson(match["name"], sure=True)
    matches = [(pattern.fullmatch(said), sure) for sure, kinds in _KINDS for pattern in kinds]
    if said != line:
        matches.append((re.fullmatch(NAME, said), False))
    for match, sure in matches:
        if match and _is_name(match["name"]):
            words = {word.lower() for word in re.findall(r"[^\W\d_]+", match["name"])}
            if words & (GIVEN_NAMES | asked) or (sure and asked and not words & SEASONS):
                return NamedPerson(match["name"], sure)
    return None


POSSESSOR_BEFORE = re.compile(r"(?P<name>[A-Z][\w-]+)'s\s*:\s*\S")
INITIALED = re.compile(r"(?:[A-Z]\.\s?)+[A-Z][\w'-]+|[A-Z][\w'-]+,\s[A-Z]\.(?:\s?[A-Z]\.)?")


def may_be_handed_on(text: str) -> bool:
    """Whether a title is "Alex's schedule": one's own, or a colleague's that was handed on.

    What is "published for" somebody was made by a program, for that one.
    """
    said = REPLY.sub("", plain(text).strip(" .:!*_-"))
    owned = any(kind.fullmatch(said) for kind in OWNED_LISTS)
    return owned and re.search(r"\b(?:published|posted)\b", said, re.IGNORECASE) is None


def possessor_of(text: str) -> NamedPerson | None:
    """Whose days begin with a line such as "Alex's: 12/14 9a-9p"."""
    match = POSSESSOR_BEFORE.match(plain(text).strip())
    return NamedPerson(match["name"], sure=False) if match and _is_name(match["name"]) else None


def is_initialed(text: str) -> bool:
    """Whether a line is a name with initials: "A. Kim", "Kim, A."."""
    match = INITIALED.fullmatch(plain(text).strip())
    return match is not None and _is_name(match[0])


SEASONS = words_of(
    "christmas thanksgiving easter holiday holidays winter summer spring fall autumn new labor memorial"
)
_KINDS = ((True, OWNED_LISTS), (False, ADDRESSED))


def _is_name(text: str) -> bool:
    """Whether all words of a text may be those of a name."""
    known = TITLE_WORDS | HARMLESS | {*WEEKDAY_NUMBERS}
    words = re.findall(r"[^\W\d_]{2,}", text)
    return all(_may_be_name(word) and word.lower() not in known for word in words)


def may_name_owner(text: str) -> bool:
    """Whether a line may name the one whose days stand above it: "Kim", "Kim's list", "for Kim"."""
    line = plain(text).strip().strip("()[]")
    owner = is_person(line) or OWNER_LINE.fullmatch(line) is not None
    return owner or may_be_handed_on(line)


OWNER_LINE = re.compile(
    r"\w+'s(?: (?!schedule|roster|rota|calendar|shifts)\w+)?\W*|(?:[Ff]or|[Tt]o|[Bb]y) [A-Z]\w+\W*"
    r"|(?i:above\s*:)\s*[A-Z]\w+\W*|(?i:copy\s+of)\s+[A-Z]\w+'s\s.*"
)


def _is_of_titles(words: Sequence[str], lower_words: Sequence[str], *, owned: bool) -> bool:
    days = {*lower_words} & WEEKDAYS_SAID
    of_list = not OF_LIST.isdisjoint(lower_words)
    titles = TITLES - HARMLESS if of_list else TITLES
    titles = TITLE_WORDS | WEEKDAYS_SAID if days else titles
    known = [word in titles for word in lower_words]
    # "Times are Pacific" and "Tuesday: Lee" are no names of a title.
    plain_names = VERBS.isdisjoint(lower_words) and not (of_list or days)
    names = [plain_names and _may_be_name(word) for word in words]
    # A sentence begins with a capital, too: "Switch the days" is no title of a Switch.
    first = owned or known[:1] == [True] or (len(words) > 1 and words[1][0].isupper())
    whole = all(one or other for one, other in zip(known, names, strict=True))
    heads = any(
        one and word not in WEEKDAYS_SAID for one, word in zip(known, lower_words, strict=True)
    )
    talked = (LABEL_TALK | EVERY).issuperset(lower_words) and not {*lower_words} <= EVERY
    named = not (days or GIVEN_NAMES.isdisjoint(lower_words))
    return whole and not talked and first and (heads or named)


def _may_be_name(word: str) -> bool:
    said = word.lower() in LABEL_WORDS or is_doubtful_word(word)
    return len(word) > 1 and word[0].isupper() and not said


PERSON = re.compile(
    r"(?!\w*(?:ity|ory|ion|ments?|ness|ings?|ed|able|ible|[ai]d[ao]s?|ies|osal|nte"
    r"|quests?)$)[A-Z][a-z]{1,11}"
)
"""One word that is a name as likely as any: no noun such as "Availability", no "Cancelado"."""
INITIAL = re.compile(r"(?<=[a-z]\s)[A-Z]\.\s")
POSSESSOR = re.compile(r"\b((?:[A-Z]\w+\s)?[^\W\d_]+)'s\b")
POSSESSORS = (
    GIVEN_NAMES
    | {*MONTH_NUMBERS}
    | words_of("week month today heart team here it let that what there everyone master bachelor")
)
"""Of whom or of what a list may be said to be, so that it is one's own as likely as not."""
SEVERAL_NAMES = re.compile(
    r"\b[A-Z][a-z]+\s?(?:/|&|\bor\b)\s?[A-Z][a-z]+\b(?!\s(?i:schedule|roster|team|unit))"
)
POSSESSIVE = re.compile(r"'s\b")
OWNER = re.compile(
    r"\b(?!(?:here|it|that|what|let|there|today|week|month|year)\b)[^\W\d_]+['\u2019]s\b", re.I
)
FOR_INFORMATION = re.compile(r"\b(?:info(?:rmation)?|fyi|reference|know|see)\b", re.IGNORECASE)
"""Somebody's list that is handed over to be known is hardly one's own."""
NUMBERED_UNIT = pattern(
    r"\b(?:week|wk|team|unit|squad|group|crew|station|base|zone|district|sector|beat"
    r"|period)s?\s?\#?\d{1,2}(?:\s?-\s?\d{1,2})?\b|\bv(?:er(?:sion)?)?\.?\s?\d[\d.]*"
)
OTHER_VERSION = pattern(
    r"\b(?:see|use|read|check|follow)\b.*\bv(?:er(?:sion)?)?\.?\s?\d"
    r"|\bv(?:er(?:sion)?)?\.?\s?\d[\d.]*\s(?:is|was|will|has|out|comes|follows)\b"
)
"""What speaks of a version as of another list."""
STILL_TO_COME = re.compile(
    r"\b(?:will|to|shall|should)\s(?:follow|come|be\s(?:sent|posted|shared|updated|out))\b|\bcoming\b"
    r"|\bmore\s(?:later|soon)\b",
    re.IGNORECASE,
)
"""What says that another list is to take the place of this one."""
YEAR = re.compile(r"\b20\d\d\b")
MOVING = re.compile(r"[+~?=<>]|\b(?:noon|midnight|midday)\b", re.IGNORECASE)
"""What no title has: signs and times."""
