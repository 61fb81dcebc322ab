"""The link of a calendar file that is kept up to date, in the forms in which calendars subscribe to it.

`webcal:` says to a phone that a link is to be subscribed to and not opened once. It is no standard; what
each program makes of it was reported by others, and could not be tried on a phone here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from heartplanner.core.edits.calendars import LONGEST_SOURCE, as_link
from heartplanner.core.plan.model import PlanError
from heartplanner.core.plan.other_calendars import HTTPS

PARTS = re.compile(
    rf"{HTTPS}(?P<user>[^/?#]*@)?(?P<host>[^\s/?#@:\[\]]+|\[[0-9a-f:.]+\])(:[1-9]\d{{0,4}})?"
    r"(?P<path>/[^?#]*)?(\?(?P<query>[^#]*))?(#.*)?",
    re.IGNORECASE,
)
"""The parts of a link (RFC 3986, appendix B), with the host as it can be asked for."""
SHARE_PAGE = re.compile(r".*/s/[A-Za-z0-9]{10,}/?")
"""The path of a public link of Nextcloud or ownCloud, where it is not that of the file itself."""
NOT_WHOLE = "this is no whole link; copy it again where you shared the file"


class SubscriptionLink(NamedTuple):
    """One link in its three forms: for computers, for an iPhone, and for Android's ICSx5."""

    https: str

    @property
    def webcal(self) -> str:
        """For an iPhone, which calls `webcals:` invalid and adds https: only once.

        Source: Nextcloud, calendar issue 2416.
        """
        return f"webcal://{self._rest}"

    @property
    def webcals(self) -> str:
        """For ICSx5, which asks for `webcal:` without encryption, and is not offered https: by browsers.

        Source: ICSx5, issues 189 and 379.
        """
        return f"webcals://{self._rest}"

    @property
    def _rest(self) -> str:
        return self.https.removeprefix(HTTPS)


def subscription_link(text: str) -> SubscriptionLink:
    """The link that was typed or pasted, as https: or webcal:.

    Raises PlanError, one line without the link.
    """
    link = as_link(text)
    if link is None:
        raise PlanError("a link begins with https://; copy it as a whole where you shared the file")
    # What is wrong with a link is said without it: it is a secret.
    if len(link) > LONGEST_SOURCE or not link.isprintable() or re.search(r"\s", link):
        raise PlanError(NOT_WHOLE)
    parts = PARTS.fullmatch(link)
    if parts is None:
        raise PlanError(NOT_WHOLE)
    if parts["user"]:
        raise PlanError("a link with a password in it would show it to your phone's camera")
    return SubscriptionLink(link)


def page_warning(link: SubscriptionLink) -> str:
    """What to change where a link is known to open a page and not to give the file; empty for the others.

    Source: Dropbox Help, "How to force a shared link to download or render"; Nextcloud, server issues 14593
    and 22132, and ownCloud, core issue 31649.
    """
    parts = PARTS.fullmatch(link.https)
    if parts is None:
        return ""
    host, query = parts["host"].lower(), (parts["query"] or "").split("&")
    if f".{host}".endswith(".dropbox.com") and not {"dl=1", "raw=1"} & set(query):
        return "This link of Dropbox opens a page. Write dl=1 at its end, in place of dl=0."
    if SHARE_PAGE.fullmatch(parts["path"] or ""):
        return (
            "If this is a link of Nextcloud or ownCloud, it opens a page. Add /download at its end."
        )
    return ""
