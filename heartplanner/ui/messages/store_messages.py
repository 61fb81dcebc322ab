"""What the store has to tell: steps done, in passing; trouble with the file, until it is answered."""

from __future__ import annotations

from collections.abc import Callable

from heartplanner.core.words.english import sentence_case
from heartplanner.files.disk import FileError
from heartplanner.store import TAKE_BACK, Store
from heartplanner.ui.messages.message_bar import MessageBar

KEPT_ASIDE = "Your last change is in this window and among the earlier copies."
NOT_KEPT = "Your last change is in this window only: save a copy elsewhere before you close it."


def tell(
    store: Store, bar: MessageBar, say: Callable[[str], None], save_copy: Callable[[], object]
) -> None:
    """Tell all of it from now on.

    `say`: tells what was done, in passing; `save_copy`: asks where to save a copy, and saves it.
    """

    def take_file() -> None:
        try:
            store.take_file()
        except FileError as error:
            bar.say(str(error))

    def say_changed() -> None:
        unsaved = " What you did since is not saved yet." if store.unsaved else ""
        bar.say(
            f"Another program changed your schedule file.{unsaved}",
            ("Take its version", take_file),
            ("Keep mine", store.keep_mine),
        )

    def tell_saved(name: str) -> None:
        # What comes of a change that is taken back is told by whoever took it back.
        if not name.startswith(TAKE_BACK):
            say(sentence_case(name) if store.unsaved else f"Saved: {name}")

    store.changed.connect(tell_saved)
    store.undone.connect(lambda name: say(_undone_text(name)))
    store.redone.connect(lambda name: say(f"Done again: {name}"))
    store.saved.connect(bar.say_all)
    store.save_failed.connect(lambda reason: _say_unsaved(store, bar, save_copy, reason))
    store.file_changed.connect(say_changed)


def _say_unsaved(
    store: Store, bar: MessageBar, save_copy: Callable[[], object], reason: str
) -> None:
    """Say where the edits are that could not be saved, and offer what can be done about it."""

    def copy() -> None:
        save_copy()
        # The copy is no schedule file: the next start would open the old one.
        if store.unsaved:
            _say_unsaved(store, bar, save_copy, reason)

    kept = KEPT_ASIDE if store.kept_aside else NOT_KEPT
    bar.say(f"Not saved. {kept} {reason}.", ("Try again", store.save), ("Save a copy...", copy))
    store.look_at_file()


def _undone_text(name: str) -> str:
    """What undoing a step did: a change that was taken back is there again."""
    taken = name.removeprefix(TAKE_BACK)
    return f"Undone: {name}" if taken == name else f"{sentence_case(taken)} is there again"
