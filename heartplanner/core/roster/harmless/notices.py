"""Lines that stand around a roster whatever it says: footers, legends, and what holds at the workplace.

Each kind has a subject of its own (a parking lot, pay, a radio, the law on e-mail) and is one clause about
that alone, so that a weekday or a time in it is not that of a shift.
"""

from __future__ import annotations

import re

from heartplanner.core.roster.harmless.announcements import pattern
from heartplanner.core.roster.harmless.guard import low_words, speaks_of_days, turns
from heartplanner.core.roster.harmless.workplace import TOPICS, WEEKDAYS_SAID
from heartplanner.core.roster.language.tokens import plain
from heartplanner.core.roster.language.vocabulary import HARMLESS, LABELS, words_of

FILE = re.compile(
    r"\b[\w()-]+\.(?:xlsx?|xlsm|csv|ods|pdf|docx?|html?|ics|txt|png|jpe?g)\b", re.IGNORECASE
)
LEGAL = pattern(
    r"""\b(?:privileged|confidential\w*|disclos\w+|recipients?|unauthorized|copyright|rights\ reserved
    |public\ records?
    |received\b.{0,40}\bin\ error|proprietary|encrypted|virus\w*|hipaa|attorney\w*|statutes?|pursuant
    |addressees?|intended\ only|consider\ the\ environment|printing\ this|distribution|retention|monitored
    |unsubscribe|mailing\ list|e-?mail\ policy|external\ (?:e-?mail|sender)
    |outside\ (?:of\ )?(?:the|your)\ organization|links?\ (?:and|or)\ attachments?
    |automated\ (?:message|e-?mail|notification)
    |manage\ (?:your\ )?(?:preferences|notification\ settings))\b | \(c\)\s | \u00a9"""
)
"""Words of the law, such as a mail program puts below each message."""
OF_ROSTER = re.compile(
    r"\b(?:shifts?|schedules?|roster|rota|list|days?|week\w*|hours|times?|start\w*|these|those|them"
    r"|until|approv\w*|pending|above|below|work\w*|off|instead|cancel\w*|swap\w*)\b",
    re.IGNORECASE,
)
"""What a notice speaks of where it is about the roster after all: "if you got this schedule in error"."""
SOFTWARE = pattern(
    r"""(?:powered|provided|hosted|produced|built|brought\sto\syou|prepared|published|mailed|e-?mailed|generated|created|synced|scheduled
    |made|designed)\s(?:by|with|in|using|from|via|through)\s(?P<free>(?:\S+\s?){1,5})
    | (?:auto(?:matically)?|system|computer)[-\s]generated(?:\s(?:report|e-?mail|message|document))?
    | (?:adp|kronos|ukg|workday|humanity|deputy|homebase|sling|when\si\swork|7shifts|shiftboard|telestaff
    |aladtec|esc?hed\w*|snap\sschedule|planday|crewsense|vector\sscheduling|google\s(?:sheets|calendar)
    |microsoft\s(?:excel|teams|outlook)|excel|outlook)
    (?:\s(?:workforce|central|now|ready|pro|dimensions|scheduling|scheduler|software|mobile|app|web
    |report|online|export|version|v?\d[\d.]*))*"""
)
"""What wrote the roster, or sent it."""
REPORT = pattern(
    r"""(?:report|document|doc\.?|file|form|template|record|ref|reference|job|batch|print|export|sheet)\s?
    (?:id|no|no\.|number|name|title|code|path|version|run|date|\#)?(?:\s*[:\#]\s*|(?<=no\.)\s)
    (?:[a-z]{1,6}[-_ ]?\d[\w.-]*|\#?\d+|phone)(?:\s(?:rev|ver)\.?\s?\w)?
    | (?:file\s?name|file|path)\s*[:\#]\s*phone"""
)
"""The number or the file of a report."""
RUN = pattern(
    r"""(?:run|print|report)\s(?:time|date)\W*(?:\d[\d:/-]*\s?(?:[ap]m)?\s?)+
    | (?:report|data|list|export)\s(?:run|printed|pulled|generated|exported|date|as\sof|created)\b
    (?:\s(?:on|at|by|from|as|of|am|pm|est|edt|et|[a-z]{3}))*(?:\W|\d|\b(?:am|pm|by|at|on|est|edt|et
    |jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|[a-z]*lee)[a-z]*\b)*"""
)
PAGE = re.compile(r"[-\u2013]\s[1-9]\s[-\u2013]|1\s?(?:/|of)\s?1|page\s?:\s?1", re.IGNORECASE)
"""The number of a page at its foot."""
CALL_OUT = pattern(
    r"""if\s(?:you\s(?:are|will\sbe|get|call\sout|feel)\s|you're\s|you'll\sbe\s|running\s)?
    (?:sick|ill|late|running\slate|calling\sout|unable\sto\s(?:report|come\sin|work)|delayed)\W+
    (?:please\s)?(?:call|text|notify|contact|phone|radio|tell|e-?mail)\b(?P<free>[^.;:]*?)
    (?:(?:at\sleast\s)?(?:\d+|one|two|three|four)\s(?:hours?|hrs?|minutes)\s(?:prior|before|ahead|in
    \sadvance)(?:\sto)?(?:\s(?:the|your)\s(?:start|beginning|shift)(?:\sof)?(?:\s(?:the|your)\sshift)?)?)?"""
)
"""What to do on a day on which one cannot come, which says nothing of which day that is."""
SUBJECT = pattern(
    r"""^(?P<before>(?:[a-z-]+\s){0,2}?)(?:(?:the|our|all|your|free|street|employee|staff|visitor|city|public|secure|main|front|rear
    |upper|lower|west|east|north|south|holiday|overtime|shift|night|weekend|premium|direct|annual|next
    |new|daily|weekly|black|navy|blue|khaki|white|dark|closed-?toed?|long|rain|name|dress|please|check|test|charge
    |clean|return|bring|wear|use|lock|inspect|wipe|store|label|any|a|an|no|portable|mobile|handheld|body|bike|van|team|flu|spare|clean|department)\s)*
    (?:parking|carpool|park(?=\s(?:in|at|on|behind|only|near))|garage|roll\s?calls?|briefings?|huddles?|debriefs?|parking\s(?:lot|deck|garage|passes|permits?)|lot\s[a-z\d]\b|(?:east|west|north|south|back|front|upper|lower
    |visitor|staff|gravel|city|main)\slots?|deck|elevators?
    |restrooms?|bathrooms?|gym|vending\smachines?|cafeteria|kitchen|microwave|refrigerator|fridge
    |(?:shift\s|night\s|weekend\s|evening\s)?differentials?|(?:holiday|overtime|shift|night|weekend)\s
    (?:pay|rates?|premium)|(?:overtime|ot)\s(?:sign-?\s?ups?(?=\sis\b|\sare\b)|(?=is\s(?:paid|calculated)|pays))|(?:pay\s?|pay)(?:days?|checks?|stubs?
    |dates?|periods?)|payroll|direct\sdeposits?|reimbursements?|mileage|stipends?|radios?|radio\s
    (?:checks?|check-?ins?|channels?|batteries|traffic)|uniforms?|polos?|pants|jeans|shoes|shirts?|jackets?|hats?|vests?|tags?|badges?|id\scards?|boots
    |shots|vaccin\w+|clinic|benefits?|enrollment|insurance|wi-?\s?fi|printers?|copiers?|vans?|bikes?
    |vehicles?|laptops?|tablets?|phones?|chargers?|signals?|ten-?codes?)\b"""
)
"""What a notice is about, as the first that it names."""
OTHERWISE = WEEKDAYS_SAID | words_of(
    "open free closed available not no only until after before from through both all these those every"
    " start starts begin begins end ends week weeks month times hours holidays weekend weekends"
    " late early half or if but was old extra except next none"
    " overnight first second third come reserved closes opens close test tests testing call duty"
    " morning mornings evening evenings afternoon midnight noon night nights line"
)
"""What may be said of such a subject, as of a shift."""
OF_PLACE = words_of("duty hours times time dates schedule")
"""Words that make a title of a subject, of what is no shift: "Gym times"."""
PERSON_TOLD = words_of(
    "you he she they we i so therefore instead now stay home skip come them him her yours today"
    " tomorrow tonight"
)
CLAUSES = re.compile(r"[,;:](?!\d)|\s-+\s|\bbecause\b|\band (?:then|so|you|jo|she|he|they)\b")
SIGN_LEGEND = re.compile(
    r"(?:[*\u2020\u2021#^\u00b0]+|\b(?:bold|italics?|underlined?|shaded|highlighted))\s?(?:=|indicates?|means?|denotes?|marks?|-)\s"
    r"(?P<free>[^\d=]+)",
    re.IGNORECASE,
)
NAMED_PLACE = re.compile(
    r"\b(?:in|on|via|through|from|at|behind|near|to)\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w*)*"
)
ABBREVIATION = pattern(
    r"(?:ot\s?[=:-]\s?overtime|pto\s?[=:-]\s?paid\stime\soff|rdo\s?[=:-]\s?regular\sdays?\soff"
    r"|hq\s?[=:-]\s?headquarters|oc\s?[=:-]\s?on[-\s]call|vac\s?[=:-]\s?vacation|tbd\s?[=:-]\s?to\sbe\sdetermined)"
)
"""What letters are short for, which are not read where they stand beside a day."""
CODE_TITLE = re.compile(r"(?:key|legend|codes?)\s*:?\s*", re.IGNORECASE)
ACRONYM = re.compile(
    r"(?P<letters>[A-Z]{2,8})\s?[=:-]\s?(?P<words>(?:[A-Z][a-z'-]+[\s,&]*(?:of |and |for |the )*)+)"
)
ROLES = HARMLESS | words_of(
    "supervisor lead nurse medic paramedic trainer preceptor field officer training support the a an and or"
)
COLOR = r"(?:blue|green|red|orange|yellow|purple|pink|gr[ae]y|white|black|gold|teal)"
COLOR_LEGEND = pattern(
    rf"{COLOR}\s?(?:=|:|is|means|-)\s?(?P<first>[a-z ]+)(?:[,;]\s?{COLOR}\s?(?:=|:|is|means|-)\s?[a-z ]+)*"
)


def is_notice(text: str) -> bool:
    """Whether a sentence is a notice of one of these kinds."""
    said = FILE.sub("phone", plain(text).strip().rstrip(".!, "))
    if PAGE.fullmatch(said) or REPORT.fullmatch(said) or RUN.fullmatch(said):
        return True
    software, call_out = SOFTWARE.fullmatch(said), CALL_OUT.fullmatch(said)
    if software:
        return not speaks_of_days(software["free"] or "", words_of("work when i"))
    if call_out:
        return not speaks_of_days(call_out["free"] or "", words_of("shift duty"))
    if ABBREVIATION.fullmatch(said) or explains_own_letters(said):
        return True
    return _is_legal(said) or _is_of_subject(said) or _is_legend(said)


def _is_legal(said: str) -> bool:
    numbered = re.search(r"\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}[/:]\d", said)
    of_days = OF_ROSTER.search(said) or numbered or not WEEKDAYS_SAID.isdisjoint(low_words(said))
    return not of_days and LEGAL.search(said) is not None


def _is_of_subject(said: str) -> bool:
    """Whether a sentence is one clause, of which the subject is no shift."""
    subject = SUBJECT.search(said)
    if subject is None:
        return False
    rest = NAMED_PLACE.sub(" ", said[subject.end() :].replace("10-7", "")).lstrip(" :")
    of_persons = any(word in PERSON_TOLD for word in low_words(rest))
    before = low_words(subject["before"])
    if {*low_words(rest)} <= OF_PLACE or any(turns(word) or word in PERSON_TOLD for word in before):
        return False
    _, *further = CLAUSES.split(rest.lower())
    beside = all(not TOPICS.isdisjoint(low_words(clause)) for clause in further)
    return beside and not of_persons and not speaks_of_days(rest, OTHERWISE)


def explains_own_letters(said: str) -> bool:
    """Whether a line says of letters what they mean here anyhow: "Key: D day / E evening"."""
    title = CODE_TITLE.match(said)
    parts = [part.split() for part in re.split(r"[/,;|]", said[title.end() if title else 0 :])]
    return (title is not None or len(parts) > 1) and all(
        len(words) > 1
        and (label := LABELS.get(tuple(word.lower() for word in words[1:]))) is not None
        and label.letter == words[0].strip("=:-").upper()
        for words in parts
    )


def _is_legend(said: str) -> bool:
    """Whether a line explains a sign, a color or an acronym that is of no day."""
    acronym, sign = ACRONYM.fullmatch(said), SIGN_LEGEND.fullmatch(said)
    if acronym:
        initials = re.findall(r"\b[A-Z]", acronym["words"])
        return "".join(initials) == acronym["letters"]
    if sign:
        words = low_words(re.sub(r"\bon duty\b", "", sign["free"]))
        return all(word.rstrip("s") in ROLES or word in ROLES for word in words)
    if COLOR_LEGEND.fullmatch(said):
        words = re.sub(rf"\b{COLOR}\b|\b(?:is|means|or|and|the)\b", " ", said.lower())
        return all(word.rstrip("s") in ROLES or word in ROLES for word in low_words(words))
    return False
