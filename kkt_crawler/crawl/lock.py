"""One run at a time. The kernel frees the lock when its holder dies, kill -9 included; a pid in a file stays."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Locked(Exception):
    """Another run is under way. ``str()`` is one line that names it."""


@contextmanager
def run_lock(path: Path) -> Iterator[None]:
    """Hold the lock on the file at ``path`` while the block runs; its folder must exist.

    The file stays when the lock is free: were it removed, one run could lock the old file and another a new one.
    Raises Locked at once where another process holds it, OSError where the file cannot be written.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(descriptor, 20).decode("ascii", "replace").strip()
            raise Locked(f"another run (process {holder or 'unknown'}) holds {path}") from None
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(descriptor)
