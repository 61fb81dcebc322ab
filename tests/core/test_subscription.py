"""A link to subscribe to: its forms, what is refused, and what is known to open a page."""

from __future__ import annotations

import pytest

from heartplanner.core.calendar.subscription import page_warning, subscription_link
from heartplanner.core.plan.model import PlanError

LINK = "https://cloud.example.org/calendars/k3y/HEART.ics?v=2"


@pytest.mark.parametrize(
    "typed",
    [LINK, f"  {LINK}\n", LINK.replace("https", "webcal"), LINK.replace("https", "WEBCALS"),
     LINK.replace("https", "HTTPS")],
)  # fmt: skip
def test_a_link_has_a_form_for_each_kind_of_phone(typed: str) -> None:
    link = subscription_link(typed)
    assert link.https == "https://cloud.example.org/calendars/k3y/HEART.ics?v=2"
    assert link.webcal == "webcal://cloud.example.org/calendars/k3y/HEART.ics?v=2"
    assert link.webcals == "webcals://cloud.example.org/calendars/k3y/HEART.ics?v=2"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "begins with https://"),
        ("HEART.ics", "begins with https://"),
        ("/home/kim/k3y/HEART.ics", "begins with https://"),
        ("http://cloud.example.org/k3y.ics", "others can be read on their way"),
        ("file:///home/kim/k3y.ics", "others can be read on their way"),
        ("https:///k3y.ics", "no whole link"),
        ("https://cloud.example.org:port/k3y", "no whole link"),
        ("https://cloud.example.org:0/k3y", "no whole link"),
        ("https://[::1/k3y", "no whole link"),
        ("https://cloud.example.org/k3y and more", "no whole link"),
        ("https://cloud.example.org/k3y\u200b", "no whole link"),
        ("https://cloud.example.org/k3y" + "x" * 2000, "no whole link"),
        ("https://kim:k3y@cloud.example.org/a.ics", "a password in it"),
    ],
)
def test_what_is_no_link_is_refused_without_being_repeated(typed: str, reason: str) -> None:
    with pytest.raises(PlanError, match=reason) as told:
        subscription_link(typed)
    assert "k3y" not in str(told.value)


@pytest.mark.parametrize(
    ("link", "word"),
    [
        ("https://www.dropbox.com/scl/fi/abc/HEART.ics?rlkey=k3y&dl=0", "dl=1"),
        ("https://www.dropbox.com/s/abc/HEART.ics", "dl=1"),
        ("https://dropbox.com/s/abc/HEART.ics?dl=0", "dl=1"),
        ("https://cloud.example.org/s/niKCpgZ4kWFefJM", "/download"),
        ("https://cloud.example.org/index.php/s/niKCpgZ4kWFefJM/", "/download"),
    ],
)
def test_a_link_that_opens_a_page_is_said_to(link: str, word: str) -> None:
    assert word in page_warning(subscription_link(link))


@pytest.mark.parametrize(
    "link",
    [LINK, "https://www.dropbox.com/scl/fi/abc/HEART.ics?rlkey=k3y&dl=1",
     "https://www.dropbox.com/s/abc/HEART.ics?raw=1", "https://dl.example.org/s/abc/HEART.ics",
     "https://cloud.example.org/s/niKCpgZ4kWFefJM/download",
     "https://notdropbox.com/HEART.ics"],
)  # fmt: skip
def test_a_link_to_the_file_itself_has_no_warning(link: str) -> None:
    assert page_warning(subscription_link(link)) == ""
