"""Files to be saved over or made, each with what may lie around it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from heartplanner.files import disk

OLD, NEW, NEXT = (
    f"{word}: {'this is what the file holds; ' * 3}\n".encode() for word in ("old", "new", "next")
)


@dataclass(frozen=True)
class Scene:
    """A file to be saved over or made; `old` None: not there yet. `path` may be a link to `file`."""

    path: Path
    file: Path
    old: bytes | None
    private: bool = True

    def save(self, data: bytes = NEW) -> list[str]:
        """A save that loaded what the scene began with."""
        loaded = None if self.old is None else disk.digest(self.old)
        return disk.save(self.path, data, loaded=loaded, private=self.private)

    def save_again(self) -> list[str]:
        """The next save, whatever became of the first."""
        now = self.content()
        loaded = None if now is None else disk.digest(now)
        return disk.save(self.path, NEXT, loaded=loaded, private=self.private)

    def content(self) -> bytes | None:
        return self.file.read_bytes() if self.file.exists() else None

    def names(self) -> set[str]:
        return {each.name for each in self.file.parent.iterdir()}


def over_old(folder: Path, *, owner: int | None = None) -> Scene:
    """A plan that is there already."""
    file = folder / "plan.json"
    file.write_bytes(OLD)
    file.chmod(0o600)
    if owner is not None:
        os.chown(file, owner, owner)
    return Scene(file, file, OLD)


def brand_new(folder: Path, *, private: bool = True) -> Scene:
    return Scene(folder / "new.ics", folder / "new.ics", None, private=private)


def through_link(folder: Path) -> Scene:
    """A link that lies in one folder and leads to a file in another."""
    real = over_old(_made(folder / "real"))
    link = _made(folder / "links") / "link.json"
    link.symlink_to(real.file)
    return Scene(link, real.file, OLD)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


SCENES: dict[str, Callable[[Path], Scene]] = {
    "over-old": over_old,
    "another's": lambda folder: over_old(folder, owner=12345),
    "through-link": through_link,
    "new-private": brand_new,
    "new-public": lambda folder: brand_new(folder, private=False),
}


def scene(name: str, folder: Path) -> Scene:
    """The scene of this name, in a folder of its own."""
    if name == "another's" and os.geteuid() != 0:
        pytest.skip("only root can give a file to another")
    return SCENES[name](_made(folder))
