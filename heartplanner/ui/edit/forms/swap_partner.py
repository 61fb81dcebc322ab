"""Who a swap can be with: the form offers them, and the shift that one takes of theirs has their hours."""

from __future__ import annotations

from collections.abc import Callable

from heartplanner.core.explain.changes.change_effects import Effect, Severity
from heartplanner.core.people.colleague_day import swap_names, taken_band
from heartplanner.core.people.cover_text import card_text
from heartplanner.core.people.swap_text import CALENDAR_STAYS
from heartplanner.core.plan.change import ChangeDetail, Swap
from heartplanner.ui.edit.forms.change_form import ChangeForm
from heartplanner.ui.fields.date_field import OptionalDateField
from heartplanner.ui.fields.name_field import NameField
from heartplanner.ui.fields.plain_fields import ChoiceField


def swap_facts(form: ChangeForm, what: ChangeDetail) -> list[Effect]:
    """What a swap comes to while it is only asked, and what the colleague's card says of it.

    A card by which the swap cannot be is a warning: nothing else that follows counts as much.
    """
    if not isinstance(what, Swap):
        return []
    facts = [Effect(Severity.INFO, CALENDAR_STAYS)] if form.asked() else []
    card = card_text(form.schedule, what, form.display)
    if card.text:
        facts.append(Effect(Severity.INFO if card.fits else Severity.WARNING, card.text))
    return facts


def offer_partners(
    form: ChangeForm,
    give: OptionalDateField,
    take: OptionalDateField,
    band: ChoiceField,
    partner: NameField,
) -> Callable[[], None]:
    """Keep names and hours in line with the two days. Returns what does so after other days were put in."""

    def take_hours() -> None:
        """A colleague's shift has their hours; of others nobody knows, so the choice stays."""
        day, schedule = take.day(), form.schedule
        if day and partner.value() in [one.name for one in schedule.plan.colleagues]:
            band.put(str(taken_band(schedule, partner.value(), day) or ""))

    def offer() -> None:
        about = "Could take it:" if give.day() else "Work that day:"
        partner.offer(swap_names(form.schedule, give.day(), take.day()), about)
        take_hours()

    def offer_hours(text: str) -> None:
        # With each key, and not once the date is read: Tab would have passed the hours by then.
        band.setEnabled(bool(text.strip()))

    offer_hours(take.text())
    take.textChanged.connect(offer_hours)
    give.applied.connect(offer)
    take.applied.connect(offer)
    partner.textChanged.connect(take_hours)
    offer()
    return offer
