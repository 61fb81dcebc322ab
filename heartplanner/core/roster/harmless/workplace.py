"""The words of sentences about the workplace, which say nothing of the days of a roster."""

from __future__ import annotations

from heartplanner.core.roster.harmless.announcements import pattern
from heartplanner.core.roster.language.vocabulary import LABEL_WORDS, WEEKDAY_NUMBERS, words_of
from heartplanner.core.words.english import WEEKDAYS

WEEKDAYS_SAID = frozenset(WEEKDAY_NUMBERS) | {f"{day.lower()}s" for day in WEEKDAYS}
TALK = words_of(
    "a about again ahead all along always am an and anybody any anyone anything around are as ask"
    " asap at away be because been being bring bringing by call can can't care check come"
    " could do does doesn't doing don't done each either email empty ensure enough especially"
    " everybody every everyone everything fill fine first follow for forget found free from fully"
    " further get getting give go going good great had has have having help here how i i'd i'll"
    " i'm i've if important in inside into is isn't it it's its just keep kept know leave let lets"
    " let's like list little located log look looking lost lot make many may maybe me more most"
    " much must my near need needed needs new nice no not note of on once onto or our out outside"
    " over own per plenty put reach read ready really remain remember remind reminder required"
    " return returned right see send several should show sign some something soon stay still stop"
    " such sure take team text than that the their then there this though through til to today"
    " together too try turn turned two under up upon us use used using very wait want was way we"
    " we'll we're welcome well were what when where which while who will wipe wish with within"
    " won't would write yet you you'll you're your yourself back-up full lock locked charge"
    " charged park parked wear wearing worn clean cleaned refuel refill restock stock stocked"
    " report reports complete completed submit submitted hand pick share post posted hang store"
    " stored label labeled early reply respond rsvp attend attendance mandatory optional due"
    " starting begins begin starts ends monthly weekly daily annual held morning afternoon minutes"
    " minute min mins hours hour noon pm start end end-of-shift beginning before after during"
    " between least"
)
"""Words of a sentence about the workplace, of which none says alone what a day is."""
TOPICS = words_of(
    "radio radios badge badges uniform uniforms polo shirt shirts vest vests boots jacket jackets"
    " hat hats dress attire parking garage key keys keycard fob laptop laptops tablet tablets"
    " phone phones charger chargers battery batteries vehicle vehicles van vans car cars gas fuel"
    " mileage odometer tire tires kit kits bag bags backpack narcan naloxone gloves masks mask ppe"
    " supplies supply water snacks coffee food fridge refrigerator kitchen microwave restroom"
    " restrooms bathroom door doors gate code codes alarm office desk desks locker lockers board"
    " bulletin printer email emails mail inbox app portal login password passwords system software"
    " website link timesheet timesheets timecard timecards paystub paystubs paycheck paychecks"
    " payroll payday paydays pay direct deposit benefits enrollment insurance survey newsletter"
    " memo policy policies handbook form forms paperwork documentation notes charting chart"
    " briefing briefings debrief huddle huddles roll-call handoff handoffs meeting meetings"
    " conference class classes course workshop webinar training-room quarterly breakroom shots"
    " shot flu vaccine vaccines clinic weather snow ice rain heat hydrated hydrate sunscreen safe"
    " safety careful drive thanks thank cheers appreciate appreciated congratulations congrats"
    " kudos birthday questions question concerns holiday holidays party potluck picnic pizza"
    " cookies cake donuts lunch dinner breaks meal calendar invite invites deadline reminder sheet"
    " log logs logbook whiteboard clipboard binder supervisor dispatch dispatcher captain director"
    " confidential smoking smoke recycling trash litter clients client neighbors residents"
    " neighbor patients patient privacy hipaa map maps elevator stairs building lobby entrance lot"
    " deck headphones seatbelt seatbelts lights windows incident incidents inventory thermometer"
    " stretcher equipment gear id ids welcome bring morale copier shoes flashlight flashlights"
    " dashboard contacts contact receipts receipt tests sanitizer cabinet closet hallway bottles"
    " bottle wellness toner paper scanner chairs chair table tables sink dishes fans heater"
    " thermostat jumper cables hose wipes towels trunk windshield wipers registration inspection"
    " bus bike bikes backpacks blankets blanket socks brochures flyers pens clipboards cpr recert"
    " recertification certification certifications license licenses everyone's cameras camera"
    " bodycam guys folks y'all enjoy rest-area restock raffle donation donations fundraiser"
    " ambulance bay driveway driveways hydrant curb sidewalk crosswalk meter metered carport"
    " bollard layers hair coat coats sweater sweaters hoodie hoodies scarf belt pants jeans khakis"
    " slacks sneakers jewelry perfume cologne fragrance sleeves umbrella poncho raincoat gaiter"
    " channel channels frequency frequencies callsign callsigns earpiece antenna mic microphone"
    " glucose tourniquet oxygen aed bandages ointment splint splints gauze syringes sharps"
    " stethoscope gym cafeteria vending courtyard basement stairwell loading dock mailroom mailbox"
    " mailboxes spreadsheet screenshot browser antivirus vpn router wifi hotspot keyboard webcam"
    " headset w-2 w2 reimbursement reimbursements stipend differential premium dental vision"
    " retirement pension 401k hsa fsa wellbeing counseling eap gratitude podcast groceries diapers"
    " hygiene shelter shelters pantry voucher vouchers tokens transit traffic hands wash hazards"
    " damage injuries accidents spills"
)
"""Words of what is beside the shifts. A sentence needs one, and else only TALK, to be known as harmless."""
LEAVE = words_of("vacation vacations pto sick fmla absent")
FORMS = r"""
    \b(?:shift|day|night|evening)\s(?:swap|trade|request|lead|supervisor|report|log|notes|differential|bid
        |briefing|change\srequest|handoff)s?\b
    | \b(?:overtime|ot|vacation|pto|leave|time-?\s?off|sign-?\s?up|schedule|duty)\s(?:sheet|form|list|book
        |calendar|request\sform|board|policy)s?\b
    | \b(?:pizza|potluck|picnic|party|donut|raffle|uniform|casual|jeans)\sday\b | \bbreak\srooms?\b
    | \btime-?(?:sheet|card)s?\b | \b(?:channel|phone|contact|supply|packing|e-?mail)\slists?\b"""
THINGS = pattern(
    rf"""{FORMS} | \bopen\senrollment\b
    | \btraining\s(?:center|room|site|portal|videos?|slides?|records?|materials?)\b"""
)
"""Names of things and forms in which a word such as "shift" stands."""
COMPOUNDS = pattern(
    rf"""{FORMS}
    | \b(?:start|end|beginning|top)\sof\s(?:the\s|your\s|each\s|every\s|a\s)?(?:shift|day|week
        |month)s?\b
    | \b(?:before|after|during|each|every|per|on|between|at)\s(?:the\s|your\s|each\s|every\s
        |a\s)?(?:shifts?|morning|day|week|month|evening|night)\b
    | \bnext\s(?:week|month|year)(?:'s)?\b | \bthis\s(?:week|month|year|weekend)(?:'s)?\b
        | \bon\s(?:weekends|weekdays|holidays)\b
    | \bon\stime\b | \bat\sall\stimes\b | \bdue\sback\b | \ball\sset\b | \bafter\sall\b | \bback\sto\b
    | \bhard\swork\b | \ball\s(?:of\s)?(?:your?|the|our)\b | \ball\s(?:staff|responders|teams
        |members|employees|units)\b | \bright\saway\b
    | (?:^|(?<=[,;]\s))(?:please\s)?(?:do\snot|don't|never|no)\b | \bbefore\s(?:you\s)?(?:leav|go
        |driv|enter|us)\w*\b | \bclock\s(?:in|out)\b
    | \blong\sas\b | \bnew\s(?=radio|phone|uniform|vest|badge|key|van|vehicle|kit|laptop|tablet
        |clinician|team|staff|form|polic|responder|member) | \b(?:one|both)\sof\sthe\b
    | \b(?:open|close)\sthe\b | \blights?\soff\b | \bturn(?:ed)?\soff\b | \bsign\soff\b | \bdrop\soff\b"""
)
"""Words that together say no more than when or where, or name a form."""
SPEAKS_OF_DAYS = (
    LABEL_WORDS
    | WEEKDAYS_SAID
    | words_of(
        "times hours these those all both every schedule schedules roster rota list plan plans"
        " dates date week weeks weekend month"
        " come comes coming start starts begin begins end ends leave leaves home he she they who"
        " takes over close closes closing closure shut yours mine his hers theirs ours today tomorrow"
        " tonight yesterday next after before until only instead reverse first second third half"
        " days nights mornings morning"
        " afternoon noon midnight rotation pattern line lines row rows above below nobody no not"
        " never cannot can't won't don't"
        " booking bookings"
        " works worked shifts assigned ones one same nothing none everything everyone's later"
        " sooner longer shorter extra except but however"
    )
) - words_of("on time break block regular administrative paid out class team in")
"""Words by which a sentence may be about the days, whatever its topic is."""
