"""The calendar services that people have: their addresses, and where each makes an app password."""

from __future__ import annotations

from typing import NamedTuple


class Service(NamedTuple):
    """`address`: empty where each has its own, such as `example`; `hint`: what to type, and where from."""

    address: str
    example: str
    user: str
    hint: str


ICLOUD, FASTMAIL, NEXTCLOUD, OTHER = "iCloud", "Fastmail", "Nextcloud", "Another server"
SERVICES = {
    ICLOUD: Service(
        "https://caldav.icloud.com",
        "",
        "The e-mail address of your Apple Account",
        "iCloud takes no usual password here. Make an app password: account.apple.com, Sign-In and"
        " Security, App-Specific Passwords.",
    ),
    FASTMAIL: Service(
        "https://caldav.fastmail.com",
        "",
        "you@fastmail.com",
        "Fastmail takes no usual password here. Make an app password: Settings, Privacy & Security,"
        " Integrations, New App Password; it needs calendars (CalDAV).",
    ),
    NEXTCLOUD: Service(
        "",
        "https://cloud.example.org",
        "Your user name there",
        "The address is the one you open in the browser. Make an app password: Settings, Security,"
        " Devices & sessions, Create new app password.",
    ),
    OTHER: Service(
        "",
        "https://calendar.example.org",
        "Your user name there",
        "Any server with CalDAV. If it has app passwords, make one for this program: you can cancel it"
        " later without changing yours. If programs can make no calendar there (Posteo, GMX), make an"
        " empty one and type its own address.",
    ),
}


def service_of(address: str) -> str:
    """The service that has this address; an own server where none has it."""
    for name, service in SERVICES.items():
        if service.address and service.address == address:
            return name
    return OTHER if address else ICLOUD
