"""Files that are always whole: written beside their place, flushed to the disk, then renamed over it."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

_PREFIX, _SUFFIX = ".", ".part"

#: Seconds after which a part belongs to nobody: publishing takes seconds, and a killed run leaves its part behind.
_ABANDONED = 3600

_UMASK = os.umask(0)
os.umask(_UMASK)


def write(path: Path, data: bytes) -> bool:
    """Make ``path`` hold ``data``. Return False, touching nothing, if it does already.

    Raises OSError; the file is then as it was. A reader sees the old bytes or the new, never a mixture, even if
    the machine stops: the data is on the disk before the name is, and the name before this returns.
    """
    try:
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX, suffix=_SUFFIX)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), 0o666 & ~_UMASK)
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)  # there only if it did not take its place
    _sync(path.parent)
    return True


def sweep(folder: Path) -> None:
    """Remove the parts that killed runs left in ``folder`` and the folders in it.

    Deeper are the archive's pages, too many to look through each time; their parts go with ``sweep`` of theirs.
    """
    for part in [*folder.glob(f"{_PREFIX}*{_SUFFIX}"), *folder.glob(f"*/{_PREFIX}*{_SUFFIX}")]:
        try:
            if time.time() - part.stat().st_mtime > _ABANDONED:
                part.unlink()
        except FileNotFoundError:
            continue  # another publisher's, done meanwhile


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
