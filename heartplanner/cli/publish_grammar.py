"""The grammar of the command `publish`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartplanner.cli.argument_types import command
from heartplanner.cli.commands.export_options import add_contents

if TYPE_CHECKING:
    from heartplanner.cli.argument_types import Commands, Parser


def add_publish(commands: Commands) -> Parser:
    """The command but for its range of days."""
    text = "Keep a calendar on a server in step (CalDAV: iCloud, Fastmail, Nextcloud, your own)."
    parser = command(commands, "publish", text)
    parser.add_argument("url", metavar="URL", help="the server, such as https://cloud.example.org")
    text = "whose calendar; the password is in the key ring or asked for, never an argument"
    parser.add_argument("--user", required=True, metavar="NAME", help=text)
    parser.add_argument("--dry-run", action="store_true", help="only say what it would do")
    text = "also if more than a fifth of its events would be removed"
    parser.add_argument("--delete-many", action="store_true", help=text)
    text = "take the password out of the key ring, and do nothing else"
    parser.add_argument("--forget", action="store_true", help=text)
    add_contents(parser)
    return parser
