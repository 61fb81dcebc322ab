"""Sentences of which the whole is known, and which change no day: page numbers, wishes, requests."""

from __future__ import annotations

import re


def pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.VERBOSE)


WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?"
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
MADE = r"printed|posted|updated|revised|issued|published|created"
"""What was done with a list, before the day of it."""
CLOSING = (
    r"(?:many\s)?thanks|thank\syou|(?:(?:best|kind|warm)(?:est)?\s)?(?:regards|wishes)|best|all\sthe\sbest|cheers"
    r"|sincerely|warmly|(?:very\s)?respectfully|with\sgratitude|gracias|take\scare|talk\ssoon|yours(?:\struly)?"
)
"""What stands below a letter, above the name of the one who wrote it."""
OTHERS_FREE = pattern(
    r"(?:and\s)?(?:everything\selse|(?:all|every|any)\sother\sdays?)\s(?:is\s|are\s)?(?:off|free)"
)
"""That the days are free which a roster does not name: of those that it names it says nothing."""
STRUCTURES = (
    pattern(
        r"(?:from|cc|bcc|sent|date|reply-to):.*|to:[^,;]*\b(?:all|team|staff|everyone|responders)\b.*"
    ),
    pattern(r"(?:page|p\.?|pg\.?|sheet)\s*\d+(?:\s*(?:of|/)\s*\d+)?"),
    pattern(r"(?:v|ver|version|rev|revision)\.?\s*\d[\d.]*(?:\W+(?:final|[a-z]))?"),
    pattern(
        rf"""(?!.*\b(?:mistake|error|accident\w*)\b)(?:last\s)?(?:{MADE}|generated|exported|saved|sent|run)
        (?:\s(?:on|at|by|from|date))?\W*(?:\b(?:{WEEKDAY}|{MONTH}\.?\s\d{{1,2}}|at|on|by|from
        |am|pm|a\.m|p\.m|\d[\d:/.-]*\w{{0,2}}
        |(?-i:[A-Z])[a-z]+)\b\W*)*"""
    ),
    # What there is nothing of is no change of anything.
    pattern(
        r"""(?=.*\b(?:chang|cancel|swap|trade|call-?out|overtime|update|correction|news?\b|report
        |so\ far))(?:there\ (?:are|is|were|have\ been)\ |we\ have\ |as\ of\ \w+\W+)?
        (?:no|nothing|none)\b\W*(?:(?:changes?|changed|cancell?ed|cancellations?|swaps?|trades?|call-?outs?|overtime
        |updates?|corrections?|new|news
        |other|has|have|been|is|are|to|report|planned|known|expected|so|far|yet|this|week|month
        |time|period|at|for|now|since
        |last|the|posting|version|schedule|roster|in|on|else|was|or|and)\b\W*)*"""
    ),
    pattern(
        r"(?:please\s)?(?:(?:let|tell|text|call|e-?mail|message|ask|contact|see)\s(?:me|us"
        r"|(?-i:[A-Z])[a-z]+)|reach\sout(?:\sto\s(?:me|us))?)"
        r"(?:\sknow)?\s(?:if|with|should|about)\s(?:there\b|any\w*|some\w*|you|questions?|issues?"
        r"|these|it|this|that)(?P<asked>[^\d]*)"
    ),
    pattern(
        r"(?:please\s)?(?:call|text|e-?mail|message|contact|ask|see"
        r"|phone)\s(?:(?-i:[A-Z])[\w.'-]+(?:\s(?-i:[A-Z])[\w.'-]+)*|me|us|phone|dispatch)"
        r"(?:\s(?:or|at|@)\s(?P<free>[^\d]*))?"
    ),
    pattern(rf"(?:{CLOSING})[,\s]*(?:(?-i:[A-Z])[\w.'-]*\s?){{0,3}}"),
    pattern(r"sent\s(?:via|from|with|using)\s(?P<free>[^\d]*)"),
    pattern(
        r"be\s(?:kind|nice|good)\sto\s(?:one\sanother|each\sother)|be\s(?:kind|nice|good)\b(?P<free>[^\d]*)"
        r"|[-*\s]*end\sof\s(?:list|schedule|roster|page|report|document)[-*\s]*"
    ),
    pattern(r"(?:total\s)?(?:hours|hrs)\b[^:\d]*:\s*\d+(?:\.\d+)?"),
    pattern(r"(?:open|staffed)\s24\s?/\s?7"),
    pattern(r"(?:tel(?:ephone)?|fax|cell|mobile|office|ph(?:one)?)(?:\sphone)?"),
    pattern(
        r"(?:after[-\s]hours|in\s(?:an\semergency|case\sof\s\w+)|for\s(?:an?\s)?emergenc(?:y|ies)),?\s(?:please\s)?"
        r"(?:call|text|contact|dial|page|notify)\s(?P<free>[^\d]*)"
    ),
    pattern(
        r"take\scare\s(?:all|everyone|team)|keep\sup\sthe\s(?:good|great|hard)\swork(?:\s(?:all|everyone|team))?"
        r"|(?:you(?:\sare|'re)|this\steam\sis)\s(?:all\s)?(?:amazing|awesome|great|the\sbest|wonderful|appreciated)"
    ),
    pattern(r"key|legend|codes|abbreviations"),
    # One's own days are handed over: "here is what I worked the last weeks". No other word may stand in it.
    pattern(
        r"""here(?:'s|\sis|\sare)(?:\s(?:what|i|i've|got|me|i'm|my|your|you|the|list|worked|work|working|have|am|this
        |these|current|upcoming|(?:last|past|next|coming)?\s?(?:few|\d{1,2}|two|three|four|five|six|seven|eight
        |ten|twelve)?\s?(?:weeks?|months?|days|shifts)|schedules?|roster|rota|hours|for|of|so|far|now|and))+
        | here\s(?:you\sgo|it\sis|they\sare)"""
    ),
    # What stands below is handed over. No other word may stand in it.
    pattern(
        r"""(?:attached|pasted|below|enclosed)(?:\s(?:and|is|are|attached|pasted|below|enclosed|the|your|our
        |schedules?|roster|rota|shifts|hours))+
        | (?:your|my|our|the)\s(?:(?:first|next|coming|upcoming|few|two|three|four|six|eight|\d)\s)*
        (?:weeks?|days|month|shifts|schedule|roster)\slooks?\s(?:like\sthis|as\sfollows)
        | we(?:'re|\sare)\s(?:so\s|very\s)?(?:excited|happy|glad|thrilled|pleased|delighted)\sto\shave\syou
        (?:\s(?:here|aboard|with|us|on|board|the|our|team))*"""
    ),
    pattern(
        r"""(?=.*\b(?:attached|included|pasted|copied|sent|sending|resending)\b)(?!.*\bi\shave\s(?:it|your|my|our|the)\b)
        (?:(?:i(?:'ve|'m)?|have|am|also|just|and|attached|included|pasted|copied|sent|sending|resending|it|this
        |your|my|our|the|schedules?|roster|rota|shifts|hours|here|again|over|below|too|for\s(?:your\s)?convenience
        |so\syou\s(?:will\s)?have\sit|handy)(?:\s|$))+"""
    ),
    pattern(
        r"(?:the\s)?(?:following\s)?(?:schedule|roster|rota)\shas\sbeen\s(?:published|posted)\sfor"
        r"(?:\s(?-i:[A-Z])[\w'-]+){1,3}"
    ),
    # What to do before a swap: there is none yet.
    pattern(
        r"""if\syou\sneed\s(?:to\s(?:swap|trade|switch|call\sout|change\sanything)|a\s(?:swap|change)|coverage)
        (?:\s(?:a\sshift|shifts))?,?\s(?:please\s)?(?:find|e-?mail|text|call|contact|talk|see|ask)
        (?:\s(?:and|or|find|coverage|e-?mail|text|call|contact|talk|to|me|us|your|the|supervisor|manager|dispatch
        |first|office))*"""
    ),
    pattern(
        r"(?:pronouns\W+)?\W*(?:she|he|they|her|him|them)(?:\s?/\s?(?:her|him|them|hers|his|theirs))+\W*"
    ),
    # Where the list can be seen too; "phone" stands for the link, as for every detail.
    pattern(
        r"""(?:view|open|see|check)\s(?:the\s|your\s|my\s)?(?:full\s)?(?:schedule|roster|rota|calendar)
        (?:\s(?:online|here|at|on|in|the|app|portal))*\W*phone"""
    ),
    pattern(
        r"""(?:(?:office|business|front\sdesk|payroll|hr|store|clinic)\shours)\W*"""
        rf"""{WEEKDAY}\s?(?:-|to|thru|through)\s?{WEEKDAY}\W*"""
        r"""\d[\d:]*\s?(?:[ap]\.?m?\.?)?\s?(?:-|to)\s?\d[\d:]*\s?(?:[ap]\.?m?\.?)?"""
    ),
    pattern(
        r"""(?:timesheets?|time\s?cards?|forms?|paperwork|availability)\s(?:is|are|must\sbe)\s
        (?:due|in|submitted|turned\sin)\b(?!.*\b(?:and|so|but|because|since)\b)[^,;:]*"""
    ),
    OTHERS_FREE,
    pattern(r"welcome\s(?:to\sthe|aboard|our|to\sour)\b(?P<wished>[^\d]*)"),
    pattern(
        r"(?:please\s)?(?:see|find|review|note)\s(?:the\s|your\s|my\s)?(?:attached|below|following|enclosed)"
        r"(?:\s(?:schedule|roster|rota|shifts|calendar|list))?(?:\sbelow)?"
    ),
    pattern(r"(?:i\s)?hope\s(?:this|that|it|you|all|every\w+)\b(?P<wished>[^,;\d]*)"),
    pattern(
        r"\W*(?:happy|merry|enjoy|wishing\ (?:you|everyone|all)"
        r"|(?:hope\ you\ )?have\ an?\ (?:good|great|nice|safe|lovely|restful"
        r"|wonderful))\b"
        r"(?P<wished>[^,;:\d]{0,40})"
    ),
    # How early one is to be there, where the shift begins as it does.
    pattern(
        r"""(?:all\ staff\W+|everyone\W+)?(?:please\s|remember\sto\s|plan\sto\s|kindly\s)*(?:arrive
        |be\shere|be\sthere|report|come\sin|clock\sin|log\sin|log\son
        |sign\sin|show\sup|be\sready)\s(?:at\sleast\s)?(?:\d{1,2}|five|ten|fifteen)\s?(?:min\w*)\s
        (?:early|ahead|before\s(?:the|your|each|every)?\s?(?:shift|start)s?(?:\s(?:starts|begins
        |time))?)"""
    ),
    pattern(
        r"(?:stay|be|keep|drive)\s(?:warm|safe(?:ly)?|well|healthy|cool|dry|hydrated|strong"
        r"|careful(?:ly)?)(?:\s(?:out\sthere|everyone|all|team))?"
    ),
    pattern(
        r"(?:great|good|nice|awesome|excellent|fantastic|amazing)\s(?:job|work|effort"
        r"|teamwork)\b(?P<wished>[^,;\d]*)"
    ),
    pattern(
        r"""(?:please\s)?(?:reply|respond|confirm|rsvp|acknowledge|read|sign|initial|print)(?:\s(?:all
        |to|and|with|receipt|your|the|this|these
        |confirm|reply|respond|acknowledge|read|sign|initial|post|print|schedules?|shifts|questions
        |by|e-?mail|text|app|me|us|in|on|asap|below|receipt|copy|that|you(?:'ve)?|have|received?|got))*"""
    ),
    pattern(
        r"(?:please\s)?(?:call|text|e-?mail|contact|notify|tell|alert"
        r"|radio)\s(?:the\s)?[\w-]+(?:\s[\w-]+)?\sif\s(?:you(?:\s(?:are|will\sbe))?(?:\srunning)?(?:\slate|\ssick)?|there|any\w*"
        r"|something)\b(?P<asked>[^\d]*)"
    ),
    pattern(
        r"if\s(?:you|there|any\w*|something)\b(?P<asked>[^\d]*,?\s(?:please\s)?(?:call|text|e-?mail"
        r"|contact|notify|tell|see|ask|let)\b[^\d]*)"
    ),
    pattern(
        r"(?:for\s)?(?:internal|official|staff|company|city|department)\suse(?:\sonly)?"
        r"|(?:please\s)?do\snot\s(?:share|distribute|forward|copy|reply|remove|print|post)(?:\sunless\snecessary)?\b(?P<free>[^\d]*)"
    ),
    pattern(
        r"(?:the\s|this\s|your\s|a\scopy\sof\s(?:the|this)\s)?(?:schedule|roster|rota|calendar)\s(?:is"
        r"|will\sbe|has\sbeen)\s(?:also\s)?"
        r"(?:posted|published|available|on|in|saved|stored|kept)\b(?!.*\b(?:chang|new|wrong|other|correct"
        r"|with|soon|later|tomorrow))(?P<free>[^\d]*)"
    ),
    # Where swaps and requests are asked for, and how.
    pattern(
        r"""(?:all\s|any\s|shift\s|schedule\s|swap\s|trade\s|vacation\s|pto\s|leave\s|time\soff\s
        |overtime\s|ot\s)*
        (?:swaps?|trades?|requests?(?:\soff)?|changes?|overtime|pto|leave|vacations?|bids?
        |call-?outs?|time\soff)\s
        (?:(?:and|or)\s(?:swaps?|trades?|requests?|changes?|call-?outs?)\s)?
        (?:must|needs?|requires?|should|are\ssubject|is\ssubject|have\sto|has\sto|go(?:es)?
        |are\s(?:due|made)|is\s(?:due|made)|are\sto\sbe|can\sbe\smade)\b
        (?!.*\b(?:you|your|instead|now|cancel\w*|off\son)\b).*"""
    ),
    pattern(
        r"(?:no|any)\s(?:shift\s)?(?:swaps?|trades?|overtime|changes?)\swithout\s(?:prior\s"
        r"|written\s|my\s)?\w+(?:\sfrom\s.*)?"
    ),
    pattern(
        r"(?:(?:the|this|all)\s)?(?:(?:schedules?|roster|rota|shifts|dates|times|hours|this)\s)?(?:is\s|are\s)?"
        r"subject\sto\schange(?:\swithout\s(?:prior\s)?notice)?"
    ),
    pattern(
        r"(?:9\s?a?m?-9\s?p?m?|noon-mid(?:night)?)\s(?:and|or|&)\s(?:9\s?a?m?-9\s?p?m?"
        r"|noon-mid(?:night)?)\sas\s(?:always|usual|before)"
    ),
    pattern(rf"(?:work\s)?weeks?\s(?:runs?|is|are|begins?|starts?)\W.*\b{WEEKDAY}"),
    pattern(
        r"(?:the\s)?(?:next|new|january|february|march|april|may|june|july|august|september|october"
        r"|november|december)"
        r"\s(?:schedule|roster|rota)\s(?:comes\sout|is\sposted|will\sbe\sposted|is\sdue|posts"
        r"|is\sout|drops)\b.*"
    ),
    pattern(
        r"(?:reply|respond|rsvp|answer|confirm|sign\sup|submit\w*|due)\b[^\d]*\bby\b[^,;]*|answer\sby.*"
    ),
    # Labels of what a sheet is, with a name or a place behind them.
    pattern(
        r"""(?:prepared\sby|created\sby|(?:on-?\s?call\s|duty\s|shift\s)?supervisor(?:\son\sduty)?
        |manager|lead|scheduler|(?:emergency\s|after-?\s?hours\s|24-?\s?hour\s|duty\s|main\s|office\s|cell\s)?(?:contact|hotline|nurse\sline)|department|dept|division|location|site|station|address
        |(?:duty\s|main\s|office\s|cell\s)?phone|telephone|tel|cell|fax|email|office|team|unit|employee(?:\s(?:name|no|number))?|name|(?:wi-?\s?fi|door|gate|alarm)\s(?:password|code)
        |password|pin|code|call\s?sign|(?:on-?\s?call|duty|help)\sline|(?:dispatch\s)?talk\s?group|channel|(?:software|platform|system)(?=\s?:\s?\S+$)|position
        |role|approved\sby|posted\sby|issued\sby
        |scheduled\sby|badge|id|employee\sid|dress|attire|uniform|parking|radio|uniforms?|breaks?
        |lunch)\s*[:\#]\s*(?P<free>[^:;]*)"""
    ),
    # A street.
    pattern(
        r"(?:[\w\s.]+,\s)?\d{1,5}\s(?:[\w.]+\s){1,4}(?:rd|road|st|street|ave|avenue|blvd|dr|drive"
        r"|ln|lane|way|hwy|pkwy|ct|pl|plaza|sq|square)\b(?P<free>.*)"
    ),
)
"""What a sentence may be as a whole."""
