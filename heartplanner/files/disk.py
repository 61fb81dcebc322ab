"""Reading whole files and replacing them so that a crash leaves the old or the new one, whole.

The method is write, fsync, rename, fsync of the folder, under a lock of the folder: POSIX makes the
rename atomic, and the two fsyncs bring first the content and then the name to the disk. Qt's QSaveFile
is not used: it would bring Qt to the command line, and it does not notice what another program wrote.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from pathlib import Path

from heartplanner.files import folder_lock
from heartplanner.files.folder_lock import BusyFolderError

PRIVATE = 0o600
MOST_LINKS = 40
UNCHANGED = "; nothing was changed"
"""The end of what is said of a save that failed."""


class FileError(Exception):
    """What could not be read or written: what, where, what to do, in one line for the user."""


class AlreadyThereError(FileError):
    """A file that was to be new is there already."""


class ChangedElsewhereError(FileError):
    """Another program wrote the file between loading and saving; nothing was written."""


class NoRoomError(FileError):
    """The disk, or one's share of it, is full; nothing was changed."""


def digest(data: bytes) -> str:
    """A content's fingerprint, by which a file changed by another program is noticed."""
    import hashlib  # it loads OpenSSL, which only a writer needs

    return hashlib.sha256(data).hexdigest()


def is_there(path: Path) -> bool:
    """Whether something has this name, if only a link that leads nowhere, or what may not be looked at."""
    try:
        path.lstat()
    except OSError as error:
        return error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL)
    except ValueError:  # a NUL in it
        return False
    return True


def is_file(path: Path) -> bool:
    """Whether a regular file has this name, if only by a link. Raises FileError where that is not known."""
    try:
        return path.is_file()
    except OSError as error:
        raise FileError(f"{path}: cannot be read: {reason(error)}") from None


def read(path: Path, limit: int) -> bytes:
    """A regular file's whole content, at most `limit` bytes. Raises FileError."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # looked at first: to open a pipe would wait
            raise FileError(f"{path}: this is not a file; choose another")
        # One byte more than the limit tells that there is more, without reading all of a huge file.
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise FileError(f"{path}: cannot be read: {reason(error)}") from None
    if len(data) > limit:
        raise FileError(
            f"{path}: larger than {limit // 1_000_000} MB, so this is another kind of file; choose another"
        )
    return data


def reason(error: OSError) -> str:
    """The system's own words for an error, such as "No space left on device"."""
    return error.strerror or type(error).__name__


def save(
    path: Path,
    data: bytes,
    *,
    loaded: str | None = None,
    private: bool = True,
    saving: str = "",
) -> list[str]:
    """Replace or create a file, atomically and durably; a symbolic link is written through.

    `loaded`: the digest of what was read from it, or None if it must not be there yet ("" for any
    content); `private`: only its owner may read it, unless the old file says otherwise; `saving`: what
    the temporary file is named after, for files with a new name each time. Returns what the place does
    not promise, as sentences. Raises FileError, with the old file whole and nothing left beside it.
    """
    try:
        # A rename would replace the link itself, and the file behind it would stay as it was.
        path = _behind_links(path)
        if not path.name:
            raise FileError(f"{path}: not saved: this is not a file's name; choose another")
        # In the same folder: only within one file system is a rename atomic.
        temporary = path.with_name(f".{saving or path.name}.saving")
        with folder_lock.held(path.parent) as lock:
            _replace(path, temporary, data, loaded=loaded, private=private)
            lock.sync()
            return lock.notes
    except BusyFolderError:
        message = f"{path.parent}: not saved: another program is saving here; try again"
        raise FileError(message) from None
    except OSError as error:
        kind = NoRoomError if error.errno in (errno.ENOSPC, errno.EDQUOT) else FileError
        raise kind(f"{path}: not saved: {reason(error)}{UNCHANGED}") from None


def cause(error: FileError) -> str:
    """Why a save failed, for a sentence of something else that was done all the same."""
    return str(error).removesuffix(UNCHANGED)


def _behind_links(path: Path) -> Path:
    """What a chain of symbolic links leads to, there or not. Raises OSError for one that cannot be read."""
    for _ in range(MOST_LINKS):
        try:
            path = path.parent / os.readlink(path)
        except OSError as error:
            if error.errno in (errno.EINVAL, errno.ENOENT):  # no link, or nothing there
                return path
            raise
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def _replace(
    path: Path, temporary: Path, data: bytes, *, loaded: str | None, private: bool
) -> None:
    # Looked at before anything is written, so that a refusal leaves nothing behind.
    old = _status(path)
    temporary.unlink(missing_ok=True)
    try:
        _write(temporary, data, old, private)
        # One directly after the other: what another program without our lock writes between them is lost.
        if loaded != "":
            _check_unchanged(path, loaded)
        _rename(temporary, path)
    # Also for Ctrl+C: a temporary file that stays would lie beside the plan for ever.
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _rename(temporary: Path, path: Path) -> None:
    """Put the new file in the old one's place."""
    until = time.monotonic() + folder_lock.SECONDS
    while True:
        try:
            os.replace(temporary, path)
            return
        except PermissionError:
            # Windows replaces no file that is open: a virus scanner or a backup lets go of it soon.
            if sys.platform != "win32" or time.monotonic() > until:
                raise
            time.sleep(folder_lock.PAUSE)


def _status(path: Path) -> os.stat_result | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise FileError(f"{path}: not saved: it is not a regular file; choose another name")
    if not os.access(path, os.W_OK):
        raise FileError(
            f"{path}: not saved: the file is read-only; make it writable, or save a copy under another name"
        )
    return status


def _write(path: Path, data: bytes, old: os.stat_result | None, private: bool) -> None:
    """Create the file with owner and mode of the old one, and bring every byte to the disk."""
    # O_EXCL: what somebody put there meanwhile, a link for instance, is not written through.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, PRIVATE)
    try:
        # A write may take a part only, on a pipe or a nearly full disk; it is gone on with from there.
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        _set_owner_and_mode(handle, old, private)
        # Before the rename, or after a power cut the new name could belong to an empty file.
        os.fsync(handle)
    finally:
        os.close(handle)


def _set_owner_and_mode(handle: int, old: os.stat_result | None, private: bool) -> None:
    if sys.platform == "win32":
        return  # a file there has the rights that its folder gives
    if old is not None:
        own = os.fstat(handle)
        if (own.st_uid, own.st_gid) != (old.st_uid, old.st_gid):
            with contextlib.suppress(PermissionError):  # another's file: it becomes ours
                os.fchown(handle, old.st_uid, old.st_gid)
        # Who shared the plan with a group meant it to stay so: the mode is theirs, and the save keeps it.
        os.fchmod(handle, stat.S_IMODE(old.st_mode))
    elif not private:
        # The mask can only be read by setting it.
        mask = os.umask(0)
        os.umask(mask)
        os.fchmod(handle, 0o666 & ~mask)


def _check_unchanged(path: Path, loaded: str | None) -> None:
    """As late as can be: what is on the disk is what was loaded."""
    try:
        # By its content and not by its time: a clock may jump, and some drives count in two seconds.
        now = digest(path.read_bytes())
    except FileNotFoundError:
        if loaded is None:
            return
        raise FileError(f"{path}: not saved: another program removed the file; try again") from None
    if loaded is None:
        raise AlreadyThereError(
            f"{path}: not saved: it is already there; nothing was written, try again"
        )
    if now != loaded:
        raise ChangedElsewhereError(
            f"{path}: not saved: it was changed by another program since; nothing was written, try again"
        )
