"""Files replaced whole or not at all, and only when their bytes differ: mtime, ETag and 304 stay honest."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Where a file is written before it takes its name. One name is enough, for publishers wait for each other.
TEMPORARY = ".publishing"


class PublishError(OSError):
    """A file that cannot be written. One line: which, why; whatever stood there still does."""


@contextmanager
def sole_publisher(folder: Path) -> Iterator[None]:
    """Make ``folder`` and hold it while other publishers wait. The kernel lets go of it when a process dies."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise _unusable(folder, "write", error) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def read(path: Path) -> bytes | None:
    """Return what ``path`` holds, None if there is no such file. Raise PublishError if it cannot be read."""
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise _unusable(path, "read", error) from error


def replace(path: Path, content: bytes) -> bool:
    """Give ``path`` this content unless it has it. Return whether it was written. Raise PublishError."""
    if read(path) == content:
        return False
    temporary = path.with_name(TEMPORARY)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        _sync(path.parent)
    except OSError as error:
        with suppress(OSError):  # what kept it from being written may keep it from being removed
            temporary.unlink()
        raise _unusable(path, "write", error) from error
    return True


def remove(path: Path) -> bool:
    """Remove a file. Return False if there was none. Raise PublishError."""
    try:
        path.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise _unusable(path, "remove", error) from error
    return True


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unusable(path: Path, verb: str, error: OSError) -> PublishError:
    return PublishError(f"cannot {verb} {path} ({error.strerror or error}); every feed there is still whole")
