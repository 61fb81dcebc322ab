"""Lines without a date that are known to change no day: titles, greetings, totals, workplace news.

A line is harmless by its structure, or by its words: each of its sentences names a topic of its own and has
no word that speaks of days. Whatever is not known here may be about the days of the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from heartplanner.core.roster.harmless.announcements import (
    MONTH,
    OTHERS_FREE,
    STRUCTURES,
    WEEKDAY,
    pattern,
)
from heartplanner.core.roster.harmless.guard import (
    CROSS,
    OFFERED,
    PHRASES,
    TOLD,
    low_words,
    speaks_of_days,
    turns,
)
from heartplanner.core.roster.harmless.notices import OF_PLACE, is_notice
from heartplanner.core.roster.harmless.spoken import (
    POLITE,
    PREFIX,
    SMILING,
    spoken,
    without_hello,
)
from heartplanner.core.roster.harmless.titles import is_title
from heartplanner.core.roster.harmless.workplace import (
    COMPOUNDS,
    LEAVE,
    TALK,
    THINGS,
    TOPICS,
)
from heartplanner.core.roster.language.doubts import SPOKEN
from heartplanner.core.roster.language.tokens import plain
from heartplanner.core.roster.language.undated import LENGTH
from heartplanner.core.roster.language.vocabulary import (
    HARMLESS,
    MONTH_NUMBERS,
    WEEKDAY_NUMBERS,
    words_of,
)

LONGEST_SAID = 3000
"""Characters of a line of which it is asked what it says: a footer of the law has fewer."""
DETAIL = pattern(
    r"""\b(?:when\ i\ work|7shifts|homebase|shiftboard|telestaff|aladtec|crewsense|microsoft\ teams
      |google\ (?:calendar|sheets))\b
    | (?:levels?|floors?|rooms?|doors?|lots?|bays?|channels?|lines?|gates?|units?)
      \s\d{1,3}(?:(?:\s?,\s?|\s(?:and|or|&|-)\s)\d{1,3})+\b
    | (?<=the\ )(?-i:(?:[A-Z]\w+\s){1,2}(?:Street|St|Avenue|Ave|Road|Rd|Blvd|Plaza|Building))\b
    | \bchannel\s[a-z]+[\s-]?\d+\b | \b[A-Z]{2}\s\d{5}(?:-\d{4})?\b
    | \b(?:911|988|311|211)\b | https?://\S+ | www\.\S+ | \S+@\S+
    | \(?\b\d{3}\)?[-.\s]\s?(?:\d{3}[-.\s])?\d{4}\b | \bx\d{2,5}\b
    | \b(?:ext|extension|channel|level
      |room|rm|lot|bay|suite|ste|door|gate|floor|line|box|form|policy|section)
      \.?\s?[\#-]?\d[\w-]*\b | \#\s?\d+ | \b\d{1,3}% | \$\s?\d[\d,.]*"""
)
"""Programs that show rosters, addresses, telephone numbers, and the numbers of rooms, forms and amounts."""
SENTENCE = re.compile(
    r"(?<!\b(?-i:[A-Z])[.])(?<!\brev[.])(?<!\bver[.])(?<!\bdept[.])(?<=[.!?;])\s+|\n|\s[|\u2022\u00b7]\s",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r",\s+(?=(?:please|let|call|text|e-?mail|thanks?|here(?:'s)?)\b)", re.IGNORECASE
)
LIST_TITLE = pattern(
    r"""(?:overtime|ot|vacation|pto|leave|time-?\s?off|sign-?\s?up|(?:shift\s)?(?:swap|trade|bid))s?
    \s(?:sheet|form|list|book|calendar|board|request)s?
    | (?:gym|clinic|trash|recycling|garbage|pool|library|pharmacy|store|school|bus|daycare|church)
    (?:\s(?:open|hours|pick-?\s?up|days?|times?|classes))?"""
)
"""The name of such a list, by itself, is the title of this one: its days are not those of a rotation."""
SIGNED = re.compile(
    r"[-~\u2013\u2014]{1,3}\s?(?:[A-Z][\w'.]+\s?){1,3}"
    r"|[A-Z][\w'-]+(?:\s[A-Z]\.?)?\s[A-Z][\w'-]+,(?:[\s,.]+(?:[A-Z][\w'-]*|of|and|&|the))+\.?"
)
"""A signature: a dash and a name, or a name, a comma, and what one is."""
NAMED = pattern(
    r"\b(?:by|to|with|from|call|text|e-?mail|see|contact|ask|thanks?|thank\syou|birthday|congrat\w*"
    r"|welcome|for|at|and|in|near|behind|of)\W+(?:the\s)?"
    r"(?-i:[A-Z][\w'.-]*)(?:\s(?-i:[A-Z][\w'.-]*))*"
)
"""A name, or a place, after a word that asks for one."""
WHEN = pattern(
    rf"\b(?:{WEEKDAY}s?)\b | \b\d{{1,2}}(?::\d\d)?\s?(?:[ap]\.?m?\.?)?(?:\s?(?:-|to"
    rf"|until)\s?\d{{1,2}}(?::\d\d)?\s?(?:[ap]\.?m\.?)?)?(?!\w) | \b{MONTH}\.?\s\d{{1,2}}(?:st"
    rf"|nd|rd|th)?\b"
    r" | \b\d{1,2}(?:st|nd|rd|th)\b | \b(?:[01]\d|2[1-4]|20(?=[01]))[0-5]\d\b"
    r" | \bnoon\b | \b\d{1,2}\s?(?:min\w*|hours?|hrs?|days?|weeks?)\b"
)
BIDDING = re.compile(
    r"^\W*(?:(?:next|the|our|shift|annual|vacation)\s+)*(?:bids?|bidding|sign-?ups?|picks?)\s+"
    r"(?:period\s+|window\s+)?(?:will\s+)?(?:opens?|closes?|begins?|starts?|ends?|is due|are due)"
    r"\b[^.;:\d]*[.!]?\s*$",
    re.IGNORECASE,
)
"""When shifts to come may be asked for, which says nothing of those that are given."""
EACH_OF_TOPIC = re.compile(
    rf"\b(?:all|these|those|every|each|both)\s((?:\w+\s)?(?:{'|'.join(sorted(TOPICS))})\b)",
    re.IGNORECASE,
)
"""All of some things that are no shifts."""
RHETORICAL = pattern(
    r"(?:could|can|would|will)\syou\s(?:please\s)?(?:send|e-?mail|text|give|forward|share|resend)\s(?:me\s|us\s)?"
    r"(?:a\scopy\sof\s)?(?:my|our|the)\s(?:schedule|roster|rota|shifts|hours)"
    r"(?:\s(?:again|when\syou\s(?:can|get\sa\schance)))?"
    r"|(?:any\s|have\s(?:any\s)?|got\s(?:any\s)?)*(?:other\s)?(?:questions?|concerns?|problems?|issues)"
    r"(?:\s(?:or|about)\s(?:questions?|concerns?|problems?|issues|pay\w*|benefits))?"
    r"|running\slate|calling\s(?:out|in(?:\ssick)?)|lost\syour\s(?:badge|key|radio)s?"
    r"|need\s(?:help|anything|to\s(?:make\sa\schange|swap|trade|call\sout))"
)
"""Questions that the next sentence or the list itself answers."""
SEE_YOU = pattern(r"(?:i'?ll\s)?see\syou\b(?P<when>.*)")
SOON = words_of("all everyone there then soon around")
"""After "see you": none of these names a day."""
BESIDE_TOPICS = TALK | HARMLESS | {*MONTH_NUMBERS}
"""Words that a sentence may have beside its topic."""
OTHERS_CALENDAR = re.compile(r"\bfrom\s(?:\w+\s)?[A-Z]\w+'s\b.*\bcalendar", re.DOTALL)
"""What is copied from somebody's calendar may be that one's days."""
THANKS = words_of("thank thanks cheers appreciate appreciated kudos")
TOPICS_AND_LEAVE = TOPICS | LEAVE
TOTAL = re.compile(r"(?:sub)?totals?|sum", re.IGNORECASE)
PARTIAL = pattern(
    r"\.{2,}|\u2026|\W*(?:more\s(?:to\s(?:come|follow)|below|coming|on\s)|(?:see|on"
    r"|over)\s(?:the\s)?(?:next|other|back)\s?(?:page|side|sheet)?|(?:to\sbe\s)?cont(?:inued|'?d)?\b"
    r"|partial|incomplete|excerpt|extract|page\s\d+\s?(?:of|/)\s?(?!1\b)\d+"
    r"|p\.?\s?\d+\s?/\s?(?!1\b)\d+|part\s(?:one|two|three|\d)|etc\b|and\sso\son).*"
)
"""A list that goes on elsewhere: what it leaves out is not free."""
MORE = re.compile(r"\W*more\s(?:to\s(?:come|follow)|coming)\b", re.IGNORECASE)
"""What comes later may also be about the days that are told."""
REQUEST = pattern(
    r"^(?:please\s)?(?:confirm|review|check|see|read|acknowledge|look\s(?:over"
    r"|at))\s(?:all\s)?(?:of\s)?(?:your|the|this|these|my)\s"
    r"(?:shifts?|schedules?|hours|days|dates|calendar|roster)\b"
)
"""What the reader of a roster is asked to do with it."""


def is_of_bidding(text: str) -> bool:
    """Whether a line only says when one may ask for shifts to come."""
    return BIDDING.search(text) is not None


def is_partial(text: str) -> bool:
    """Whether a line says that the list goes on elsewhere."""
    return PARTIAL.fullmatch(plain(text).strip(" ()[]")) is not None


def says_rest_free(text: str) -> bool:
    """Whether a line says that the days are free which the roster does not name."""
    return any(map(OTHERS_FREE.fullmatch, (s.strip(" .,!") for s in SENTENCE.split(plain(text)))))


def is_harmless(text: str, *, changes: bool = False) -> bool:
    """Whether a line without a date is known to change nothing of any day.

    `changes`: leave is asked for, too, so that a line about it is not harmless.
    """
    if len(text) > LONGEST_SAID:
        return False
    line = spoken(text)
    if SIGNED.fullmatch(line) and not _is_weekday(line.strip("-~ ")):
        return True
    if not any(map(str.isalnum, line)) and SMILING.fullmatch(line):
        return CROSS.search(line) is None
    # Its details are a word that is a topic of its own.
    line = DETAIL.sub(" phone ", line)
    if LIST_TITLE.fullmatch(line.strip(" :.")):
        return False
    if is_notice(line):
        return True
    line = without_hello(line)
    partial = is_partial(line) and MORE.match(line) is None
    # "Page 2 of 2: corrections" says what stands on it.
    if is_of_bidding(line) or (partial and ":" not in line):
        return True
    return all(
        _is_harmless(said, changes) or _are_harmless(CLAUSE.split(said), changes)
        for said in SENTENCE.split(line)
    )


def _are_harmless(clauses: Sequence[str], changes: bool) -> bool:
    """Whether a sentence of several clauses is harmless by each of them."""
    return len(clauses) > 1 and all(_is_harmless(clause, changes) for clause in clauses)


def _is_harmless(sentence: str, changes: bool) -> bool:
    if OTHERS_FREE.match(sentence.lstrip()) and sentence.rstrip().endswith(":"):
        return False  # such days follow
    said = sentence.strip(" \t()[]*_:\"'.,!?;\u2022\u00b7")
    if sentence.rstrip().endswith("?"):
        return RHETORICAL.fullmatch(POLITE.sub("", said).strip()) is not None
    if seen := SEE_YOU.fullmatch(said):
        return SOON.issuperset(low_words(seen["when"]))
    said = POLITE.sub("", PREFIX.sub("", said)).strip(" ,")
    if LIST_TITLE.fullmatch(said):
        return False
    short = COMPOUNDS.sub("", said).strip(" ,")
    if not said or any(map(_is_structure, {said, short})) or is_notice(sentence):
        return True
    if sums_up(said) or is_title(said) or _is_weekdays(said):
        return True
    if CROSS.search(said) or PHRASES.search(said):
        return False
    return _is_of_topic(said, changes)


def _is_structure(said: str) -> bool:
    """Whether a sentence is one of the known ones, with nothing that may be about days where it is free."""
    return any(
        match and not any(turned(part or "") for part, turned in _free_parts(match))
        for match in (pattern.fullmatch(said) for pattern in STRUCTURES)
    )


def _free_parts(match: re.Match[str]) -> Iterator[tuple[str | None, Callable[[str], object]]]:
    """The parts of a known sentence that may be anything, each with what makes it speak of days."""
    guards: Mapping[str, Callable[[str], object]] = {
        "free": speaks_of_days,
        "asked": OFFERED.search,
        "wished": TOLD.search,
    }
    return ((part, guards[name]) for name, part in match.groupdict().items() if name in guards)


def _is_of_topic(said: str, changes: bool) -> bool:
    """Whether a sentence has a topic of its own, and else only words that say nothing of days."""
    rest = LENGTH.sub(" minutes ", REQUEST.sub(" form ", said))
    whole = EACH_OF_TOPIC.sub(
        r"\1", NAMED.sub(" to ", COMPOUNDS.sub(" ", THINGS.sub(" form ", rest)))
    )
    rest = WHEN.sub(" ", whole)
    words = low_words(rest)
    if len(words) < 4 and not OF_PLACE.isdisjoint(words):
        return False
    topics = TOPICS if changes else TOPICS_AND_LEAVE
    if OTHERS_CALENDAR.search(said):
        return False
    # "Thanks for Friday" may thank for taking it.
    named = topics - THANKS if WHEN.search(whole) else topics
    topical = not named.isdisjoint(low_words(whole)) or THINGS.search(said) is not None
    if topical and WHEN.search(whole) is None and _speaks_of_no_day(whole, words):
        return True
    known = all(word in BESIDE_TOPICS or word in topics for word in words)
    return topical and known and not any(map(str.isdigit, rest))


def _speaks_of_no_day(rest: str, words: Sequence[str]) -> bool:
    """Whether a sentence with a topic of its own has neither a day nor a word that speaks of days."""
    bare = not any(map(str.isdigit, rest)) and not any(
        word[:1].isupper() for word in re.findall(r"\w+", rest)[1:]
    )
    return bare and not any(turns(word) for word in words if word not in TOPICS)


def sums_up(text: str) -> bool:
    """Whether a line is a total, with no time of day in it."""
    return any(map(TOTAL.fullmatch, SPOKEN.findall(text))) and WHEN_TIME.search(text) is None


WHEN_TIME = pattern(
    r"\b(?:noon|midnight)\b|\d\s?[ap]\.?m?\b|\d:\d\d|\b\d{1,4}\s*(?:-|to)\s*\d{1,4}\b"
)


def _is_weekday(text: str) -> bool:
    return text.lower() in WEEKDAY_NUMBERS


def _is_weekdays(text: str) -> bool:
    """Whether a line only says which days a week has, as the head of a table does."""
    words = low_words(text)
    return len(words) > 1 and all(map(_is_weekday, words)) and not any(map(str.isdigit, text))
