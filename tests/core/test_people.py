"""Questions that name colleagues: what they are taken for, and what is answered."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.asked_days import AskedDays, DatePhrase, Part
from heartplanner.core.ask.colleagues.colleague_days import NOT_KNOWN
from heartplanner.core.ask.colleagues.people import who_could
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.phrases import read_question
from heartplanner.core.ask.question import Answer, BothOff, Context, Question, TheirDays, WhoCould
from heartplanner.core.edits import edits
from heartplanner.core.edits.colleagues import add_colleague
from heartplanner.core.people.cover_text import CardText, card_text
from heartplanner.core.plan.change import Swap
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Assignment, Plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule
from tests.counting import positions

AT = datetime(2030, 1, 1, tzinfo=UTC)
TODAY = date(2025, 9, 10)
OWN = Assignment(date(2025, 7, 28), confirmed=True)
NIGHT = Hours(time(19), time(7))
DECEMBER = AskedDays(date(2025, 12, 1), date(2025, 12, 31))
DEC_12 = DatePhrase(AskedDays(date(2025, 12, 12), date(2025, 12, 12)))
LETTERS = "-SSAS-- S-SAS-- ---ASSS -SSAS-- SSSA--- ---ASSS"
"""Lee has Monday for the Tuesday of week 2; the other days are those of the example."""


@pytest.fixture
def plan(example: Plan) -> Plan:
    lee = OWN._replace(rotation=OWN.rotation.parse(LETTERS))
    after = add_colleague(edits.confirm(example, AT), "Lee", lee, AT)
    after = add_colleague(after, "Lee Ann", OWN._replace(cycle_week=2, guesses=(36,)), AT)
    return add_colleague(after, "May", OWN._replace(start=date(2025, 12, 20)), AT)


def read(plan: Plan, text: str) -> Question:
    return read_question(text, Context(plan, TODAY, {}))


def asked(plan: Plan, text: str) -> Answer:
    return ask(Schedule(plan), text, Context(plan, TODAY, {}))


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("When are Lee and I both off in December?", BothOff(("Lee",), DECEMBER)),
        ("when are i and lee off together in December", BothOff(("Lee",), DECEMBER)),
        ("when do Lee Ann and I have a day off in December", BothOff(("Lee Ann",), DECEMBER)),
        ("when are both Lee and I off in December", BothOff(("Lee",), DECEMBER)),
        ("when do Lee and I have off together in December", BothOff(("Lee",), DECEMBER)),
        ("days off with Lee in December", BothOff(("Lee",), DECEMBER)),
        ("when are May and I free in december", BothOff(("May",), DECEMBER)),
        ("Does Lee work on Dec 12?", TheirDays("Lee", DEC_12)),
        ("is lee ann off Dec 12", TheirDays("Lee Ann", DEC_12)),
        ("will Lee be working on December 12", TheirDays("Lee", DEC_12)),
        ("does May have Dec 12 off", TheirDays("May", DEC_12)),
        (
            "is Lee free Dec 12 evening",
            TheirDays("Lee", DatePhrase(DEC_12.taken._replace(part=Part.EVENING))),
        ),
        ("when is Lee off in December", TheirDays("Lee", DatePhrase(DECEMBER))),
        ("when does Lee Ann work in December?", TheirDays("Lee Ann", DatePhrase(DECEMBER))),
        ("days Lee and I both have off in December", BothOff(("Lee",), DECEMBER)),
        ("which days are Lee and I off in December", BothOff(("Lee",), DECEMBER)),
        ("days Lee and I are off together in December", BothOff(("Lee",), DECEMBER)),
        ("me and Lee free in December?", BothOff(("Lee",), DECEMBER)),
        ("weekends Lee and I are both off in December", BothOff(("Lee",), DECEMBER, weekends=True)),
        (
            "which weekends are Lee and I free in December",
            BothOff(("Lee",), DECEMBER, weekends=True),
        ),
        ("what does Lee have on Dec 12", TheirDays("Lee", DEC_12)),
        ("what is Lee Ann working on Dec 12", TheirDays("Lee Ann", DEC_12)),
        ("who can take my shift on Dec 12", WhoCould(DEC_12)),
        ("can Lee take my Dec 12 shift", WhoCould(DEC_12, "Lee")),
        ("could Lee cover my Dec 12 shift", WhoCould(DEC_12, "Lee")),
        ("when could Lee and I be off together in December", BothOff(("Lee",), DECEMBER)),
        ("who could cover for me on Dec 12?", WhoCould(DEC_12)),
        ("who can work for me on Dec 12", WhoCould(DEC_12)),
        ("who can take my Dec 12 shift", WhoCould(DEC_12)),
        ("whom can I ask to swap on Dec 12", WhoCould(DEC_12)),
        ("who could swap with me Dec 12", WhoCould(DEC_12)),
    ],
)
def test_questions_are_read_as_they_are_meant(plan: Plan, text: str, meaning: Question) -> None:
    assert read(plan, text) == meaning


def test_weekends_off_in_common_are_whole_ones(plan: Plan) -> None:
    """In December 2025 both work the weekend of December 20-21 (week 3), and are off on the others."""
    told = asked(plan, "weekends Lee and I are both off in December")
    assert told.sentence == (
        "Lee and you, December 1-31, 2025: you are both off on Dec 6-7, Dec 13-14 and Dec 27-28, 6 days in"
        " all."
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("when are Sam and I both off", '"sam"'),
        ("does Sam work on Dec 12", '"sam"'),
        ("lunch with Lee", "as a whole"),
        ("days Lee and Sam both have off", '"sam"'),
        ("days Lee and I both have off work in December", "as a whole"),
        ("days Lee has off in December", "as a whole"),
        ("what does Lee have", "as a whole"),
        ("what does Lee have against Dec 12", '"against"'),
        ("what does Sam have on Dec 12", '"sam"'),
        ("who can take my shift in December", "one day"),
        ("when are Lee and I both off from Dec 9 to Dec 5", "ends before it begins"),
        ("when are Lee and Sam both off", '"sam"'),
        ("does Lee love Mondays", '"love"'),
        ("who works", '"who works"'),
        ("who is on Friday", '"who is on friday"'),
        ("can Lee work Friday", "as a whole"),
        ("when are Lee and May both off", "as a whole"),
        ("does Lee not work on Friday", "as a whole"),
        ("four days in a row with Lee in October", "as a whole"),
    ],
)
def test_what_is_no_such_question_is_refused(plan: Plan, text: str, named: str) -> None:
    with pytest.raises(NotUnderstoodError) as refusal:
        read(plan, text)
    assert named in str(refusal.value)


def test_without_colleagues_their_names_are_no_words(example: Plan) -> None:
    with pytest.raises(NotUnderstoodError, match='"does" and "lee"'):
        read(example, "does Lee work on Dec 12")
    answer = asked(example, "who can take my shift on Sep 12")
    assert answer.sentence == (
        "Friday, September 12, 2025, 9 am-9 pm: you have no colleague's card yet."
    )


def test_days_on_which_both_are_off_come_by_date_and_the_nearest_are_named(plan: Plan) -> None:
    answer = asked(plan, "when are Lee and I both off in October")
    # Lee's days are mine but for October 27 and 28: 4-5, 10-15, 20 and 25-26 are left.
    assert answer.sentence == (
        "Lee and you, October 1-31, 2025:"
        " you are both off on Oct 4-5, Oct 10-15, Oct 20 and later, 11 days in all."
    )
    assert [option.first.day for option in answer.options] == [4, 10, 20, 25]
    first = answer.options[0]
    assert (first.why, first.minutes, first.change) == ("Both off", 0, None)
    few = asked(plan, "when are Lee and I both off Oct 10-20").sentence
    assert few.endswith("you are both off on Oct 10-15 and Oct 20, 7 days in all.")
    one = asked(plan, "when are Lee and I both off Oct 6-16").sentence
    assert one.endswith("you are both off on Oct 10-15.")
    assert sum(option.days for option in answer.options) == 11


def test_what_no_card_says_is_said_not_to_be_known(plan: Plan) -> None:
    both = asked(plan, "when are May and I both off in December")
    assert both.facts[0] == "May's card begins on December 20, 2025: nothing is known before."
    assert min(option.first for option in both.options) >= date(2025, 12, 20)
    theirs = asked(plan, "does May work on Dec 12")
    assert theirs.sentence == ("Friday, December 12, 2025: that is before May's card begins.")
    assert (
        theirs.facts[-1]
        == "Colleagues' leave and their swaps with others are not known here: ask them."
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("does Lee work on Sep 15", "Monday, September 15, 2025: Lee works 9 am-9 pm."),
        ("does Lee work on Sep 16", "Tuesday, September 16, 2025: Lee is off."),
        (
            "is Lee free Sep 18 evening",
            "Thursday, September 18, 2025, evening: Lee is off then; that day Lee works 9 am-1 pm.",
        ),
        ("does Lee work next week", "September 15-21, 2025: Lee works on 4 of 7 days."),
        (
            "does Lee Ann work on Oct 6",
            "Monday, October 6, 2025: Lee Ann is off, not confirmed yet.",
        ),
    ],
)
def test_one_sentence_says_whether_a_colleague_works(plan: Plan, text: str, sentence: str) -> None:
    assert asked(plan, text).sentence == sentence


def test_days_off_of_a_span_are_named_in_runs(plan: Plan) -> None:
    answer = asked(plan, "when is Lee off next week")
    assert answer.facts == (
        "Lee is off: Sep 16 and Sep 20-21.",
        "Mon, Sep 15: Lee works 9 am-9 pm.",
        "Wed, Sep 17: Lee works 9 am-9 pm.",
        "Thu, Sep 18: Lee works 9 am-1 pm.",
        "Fri, Sep 19: Lee works 9 am-9 pm.",
        "Colleagues' leave and their swaps with others are not known here: ask them.",
    )
    year = asked(plan, "when is Lee off")
    assert year.sentence.startswith("September 10, 2025 - September 9, 2026: Lee works on 2")
    assert len(year.facts) == 1


def test_is_it_free_says_what_colleagues_do(plan: Plan) -> None:
    assert asked(plan, "Sep 15").facts[1:] == (
        "Lee works, 9 am-9 pm.",
        "Lee Ann is off too.",
    )
    assert asked(plan, "Sep 17").facts[1:] == ("Lee works too, 9 am-9 pm.", "Lee Ann is off.")
    assert (
        "Lee is off then too; that day Lee works 9 am-1 pm." in asked(plan, "Sep 18 evening").facts
    )
    assert asked(plan, "Sep 15-17").facts[-2:] == (
        "Lee is off on 1 of 3 days: Tue, Sep 16.",
        "Lee Ann is off on 3 of 3 days: Mon, Sep 15, Tue, Sep 16 and Wed, Sep 17.",
    )


def test_of_nights_the_nights_are_counted(example: Plan) -> None:
    """Kim works from noon to midnight: on September 16, 17 and 19, beside admin time on the 18th."""
    kim = OWN._replace(band=Band.EVENING)
    both = add_colleague(edits.confirm(example, AT), "Kim", kim, AT)
    told = asked(both, "do I work nights next week")
    assert told.sentence.endswith(": you are free on all 7 nights.")
    assert told.facts[-1] == (
        "Kim is off on 4 of 7 nights: Mon, Sep 15, Thu, Sep 18, Sat, Sep 20 and Sun, Sep 21."
    )


def test_the_next_shift_of_a_colleague_is_no_admin_time_and_none_that_has_begun(plan: Plan) -> None:
    """Lee has shifts on September 9, 10 and 12, 2025, and admin time on the 11th."""
    for hour, said in ((8, "Wed, Sep 10, 9 am-9 pm"), (10, "Fri, Sep 12, 9 am-9 pm")):
        now = datetime(2025, 9, 10, hour, tzinfo=ZONE)
        for text in ("Lee's next shift", "when does Lee work next", "when is Lee's next shift?"):
            told = ask(Schedule(plan), text, Context(plan, TODAY, {}, now))
            assert told.sentence.endswith(f": Lee's next shift is on {said}.")
    away = asked(plan, "how long until Lee's break")
    assert away.sentence == "Lee's next break: October 10-15, 2025."


def test_who_works_on_a_day_is_said_of_all_whose_card_one_has(plan: Plan) -> None:
    told = asked(plan, "who is working Sep 15")
    assert told.sentence == "Monday, September 15, 2025: you are free."
    assert told.facts[0] == (
        "Known here: you, Lee, Lee Ann and May. You have no card of anybody else,"
        " so their days are not known."
    )
    assert told.facts[2:4] == ("Lee works, 9 am-9 pm.", "Lee Ann is off too.")
    assert told.facts[-1] == NOT_KNOWN
    assert told.options == ()
    # On a day that one works oneself no leave is offered: nobody asked for it.
    assert asked(plan, "who is off Sep 16").options == ()


def test_whom_to_ask_comes_as_changes_that_can_be_made(plan: Plan) -> None:
    tuesday, monday = date(2025, 9, 16), date(2025, 9, 15)
    answer = asked(plan, "who can take my shift on Sep 16")
    assert answer.sentence == (
        "Tuesday, September 16, 2025, 9 am-9 pm: Lee and Lee Ann could take your shift."
    )
    assert [(option.why, option.change) for option in answer.options] == [
        ("Swap with Lee: work Mon, Sep 15 instead", Swap(tuesday, monday, None, "Lee")),
        (
            "Give it to Lee Ann, who then works 52 h that week",
            Swap(tuesday, None, None, "Lee Ann"),
        ),
        (
            "Give it to Lee, who then works 52 h that week and five days in a row",
            Swap(tuesday, None, None, "Lee"),
        ),
    ]
    for option in answer.options:
        assert option.change
        freed = edits.with_change(plan, option.change, AT).days(tuesday, tuesday)
        assert freed[0].blocks == ()
    free = asked(plan, "Sep 16").options
    assert "Swap with Lee: work Mon, Sep 15 instead" in [option.why for option in free]


def test_a_night_that_reaches_into_the_day_is_swapped_too(example: Plan) -> None:
    nights = OWN._replace(rotation=OWN.rotation.parse("-S-A--- " * 6), shift_hours=NIGHT)
    mine = edits.assign(example, nights, AT)
    lee = nights._replace(rotation=OWN.rotation.parse("A---S-- " * 6))
    plan = add_colleague(mine, "Lee", lee, AT)
    wednesday = ask(Schedule(plan), "Sep 17 night", Context(plan, TODAY, {}))
    assert wednesday.options == ()
    morning = ask(Schedule(plan), "Sep 17 daytime", Context(plan, TODAY, {}))
    swaps = [option.change for option in morning.options if isinstance(option.change, Swap)]
    assert Swap(date(2025, 9, 16), date(2025, 9, 19), None, "Lee") in swaps


def test_a_swap_whose_night_reaches_into_the_wish_is_not_offered(example: Plan) -> None:
    # I work 9 am-9 pm on Wednesday; Lee's night of Tuesday ends at 7 am on that day.
    nights = OWN._replace(shift_hours=NIGHT, rotation=OWN.rotation.parse("--DA--- " * 6))
    lee = OWN._replace(shift_hours=NIGHT, rotation=OWN.rotation.parse("-S---A- " * 6))
    plan = add_colleague(edits.assign(example, nights, AT), "Lee", lee, AT)
    swap = Swap(date(2025, 9, 17), date(2025, 9, 16), None, "Lee")
    for wish, offered in (("Sep 17 evening", True), ("Sep 17 daytime", False)):
        options = ask(Schedule(plan), wish, Context(plan, TODAY, {})).options
        assert (swap in [option.change for option in options]) is offered


def test_a_day_without_a_shift_has_none_to_give(plan: Plan) -> None:
    free = asked(plan, "who can take my shift on Sep 13")
    assert free.sentence == "You have no shift on Saturday, September 13, 2025."
    past = asked(plan, "who can take my shift on Sep 9, 2025")
    assert past.sentence == "Tuesday, September 9, 2025, 9 am-9 pm: that shift is over."
    assert (free.options, past.options) == ((), ())
    nobody = asked(plan, "who can take my shift on Sep 12")
    assert nobody.sentence.endswith("nobody whose card you have could take your shift.")
    assert nobody.facts[0].startswith("Whoever takes it must be off that day, not in a break")
    assert "Lee works on Fri, Sep 12 (day shift, 9 am-9 pm)." in nobody.facts


@pytest.mark.parametrize("ahead", [0, 1, 2])
def test_an_answer_takes_no_more_days_the_further_ahead_it_is(
    plan: Plan, monkeypatch: pytest.MonkeyPatch, ahead: int
) -> None:
    worked_out = positions(monkeypatch)
    schedule, context = Schedule(plan), Context(plan, TODAY, {})
    day = date(2025, 9, 16) + timedelta(weeks=48 * ahead)  # the cycle has six weeks
    wish = DatePhrase(AskedDays(day, day))
    assert worked_out.during(lambda: who_could(schedule, WhoCould(wish), context)) < 2400


def test_several_colleagues_are_asked_of_at_once(plan: Plan) -> None:
    """Both of two answers have a day, or all three have not."""
    every = read(plan, "when are Lee, Lee Ann and I all off in October")
    assert every == BothOff(("Lee", "Lee Ann"), AskedDays(date(2025, 10, 1), date(2025, 10, 31)))
    told = asked(plan, "when are Lee and Lee Ann and I off in October")
    assert told.sentence.startswith("Lee, Lee Ann and you, October 1-31, 2025: you are all off on")
    alone = asked(plan, "when are Lee and I off in October")
    ann = asked(plan, "when are Lee Ann and I off in October")
    days = [
        {
            one.first + timedelta(n)
            for one in answer.options
            for n in range((one.last - one.first).days + 1)
        }
        for answer in (told, alone, ann)
    ]
    assert days[0] == days[1] & days[2]


def test_one_colleague_is_asked_of_for_a_shift(plan: Plan) -> None:
    tuesday = DatePhrase(AskedDays(date(2025, 9, 16), date(2025, 9, 16)))
    assert read(plan, "can Lee take my shift on Sep 16") == WhoCould(tuesday, "Lee")
    told = asked(plan, "can Lee cover for me on Sep 16?")
    assert told.sentence == "Tuesday, September 16, 2025, 9 am-9 pm: Lee could take your shift."
    assert {option.change.colleague for option in told.options if option.change} == {"Lee"}
    may = asked(plan, "could May take my shift on Sep 16")
    assert may.sentence.endswith("May could not take your shift.")
    assert may.options == ()
    assert [fact for fact in may.facts if fact.startswith("May")] == [
        "May's card begins on December 20, 2025: nothing is known before."
    ]
    assert not any(fact.startswith("Lee ") for fact in may.facts)


def test_who_would_have_too_little_rest_could_only_swap(example: Plan) -> None:
    """Lee works noon-midnight on Monday, so 9 am on Tuesday is nine hours later."""
    lee = OWN._replace(rotation=OWN.rotation.parse(LETTERS), shift_hours=Hours(time(12), time(0)))
    plan = add_colleague(edits.confirm(example, AT), "Lee", lee, AT)
    swap = Swap(date(2025, 9, 16), date(2025, 9, 15), Band.EVENING, "Lee")
    for question in ("can Lee cover Sep 16", "who can take my shift on Sep 16"):
        told = asked(plan, question)
        assert told.sentence == (
            "Tuesday, September 16, 2025, 9 am-9 pm: Lee could take your shift only in a swap:"
            " you work Mon, Sep 15 instead."
        )
        assert [option.change for option in told.options] == [swap]
        assert card_text(Schedule(plan), swap) == CardText(
            "By the card, Lee could take Tue, Sep 16 and has a shift to give on Mon, Sep 15,"
            " noon-midnight.",
            fits=True,
        )
        assert told.facts[0] == (
            "Lee is off on Tue, Sep 16, but would have less than 11 hours of rest beside it."
        )
    ann = OWN._replace(cycle_week=2, guesses=(36,))
    both = asked(add_colleague(plan, "Lee Ann", ann, AT), "who can take my shift on Sep 16")
    assert both.sentence.endswith("Lee Ann could take your shift; only in a swap: Lee.")


def test_a_colleagues_next_day_off_is_named(plan: Plan) -> None:
    # Of the example's week of September 8, Wednesday to Friday are worked: the weekend is off.
    told = asked(plan, "when is Lee off next")
    assert told.sentence == ("September 10 - October 7, 2025: Lee is off next on Sat, Sep 13.")


def test_a_list_of_days_off_in_common_that_is_cut_short_says_so(plan: Plan) -> None:
    told = asked(plan, "when are Lee and I both off")
    assert len(told.options) == 12
    assert told.facts[-1].startswith("The first 12 are listed, and ")
    assert "listed" not in asked(plan, "when are Lee and I both off in October").facts[-1]


def test_a_colleagues_next_break_is_named(plan: Plan) -> None:
    """Lee's rotation is the example's but for a day of week 2; May's begins on December 20."""
    assert asked(plan, "when is Lee's break").sentence == "Lee's next break: October 10-15, 2025."
    assert (
        asked(plan, "when is May's next break?").sentence
        == "May's next break: January 16-21, 2026."
    )


def test_whether_both_work_on_a_day_is_said_of_each(plan: Plan) -> None:
    """Friday, December 12, 2025: a shift in the example's week 2 and in Lee's."""
    told = asked(plan, "do Lee and I work together on Dec 12")
    assert told.sentence == "Friday, December 12, 2025: you work 9 am-9 pm."
    assert "Lee works too, 9 am-9 pm." in told.facts


def test_a_colleague_who_never_works_on_some_days_is_off_on_all_of_them(plan: Plan) -> None:
    """December 13 and 14 are a free weekend of Lee's too."""
    assert asked(plan, "is Lee off Dec 13-14").sentence == (
        "December 13-14, 2025: Lee is off on both days."
    )


def test_of_several_colleagues_each_is_told(plan: Plan) -> None:
    """Of Monday, September 15, Lee has the shift of Tuesday, and Lee Ann is in the third week."""
    for text in ("is Lee or Lee Ann off Sep 15", "are Lee and Lee Ann both off on Sep 15"):
        told = asked(plan, text)
        said = "Monday, September 15, 2025: Lee works 9 am-9 pm; Lee Ann is off."
        assert told.sentence == said
        assert told.facts == (NOT_KNOWN,)
    for text in ("is Lee or banana off Sep 15", "are Lee and my boss both off Sep 15"):
        with pytest.raises(NotUnderstoodError):
            read(plan, text)


def test_what_colleagues_did_is_told_as_over(plan: Plan) -> None:
    """Monday, September 8, is free in the first week; Tuesday has a shift."""
    assert "Lee was off too." in asked(plan, "did I work Sep 8").facts
    assert "Lee worked too, 9 am-9 pm." in asked(plan, "did I work Sep 9").facts
    assert asked(plan, "did Lee work Sep 9").sentence == (
        "Tuesday, September 9, 2025: Lee worked 9 am-9 pm."
    )


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("can I swap Dec 12 with Lee", WhoCould(DEC_12, "Lee")),
        ("can I swap my Dec 12 shift with Lee Ann", WhoCould(DEC_12, "Lee Ann")),
        ("swap my Dec 12 shift", WhoCould(DEC_12)),
        ("is anybody free to take Dec 12", WhoCould(DEC_12)),
        ("a weekend off with Lee in December", BothOff(("Lee",), DECEMBER, weekends=True)),
        ("next day off with Lee in December", BothOff(("Lee",), DECEMBER)),
    ],
)
def test_more_wordings_of_the_same(plan: Plan, text: str, meaning: Question) -> None:
    assert read(plan, text) == meaning
