"""From an older archive's tables to today's.

An append-only list of functions rather than Alembic: one archive, one line of history, no branches and no
downgrades; a list costs no dependency, no folder of scripts and no second configuration. A released step is never
edited; a new release appends one and changes ``schema`` to match. A new archive is made from ``schema`` at once.
``tests/archives/`` holds a file written by each released version; a test opens them all and compares the tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection

#: Step n takes an archive of version n + 1 to version n + 2: the first release wrote version 1.
STEPS: Sequence[Callable[[Connection], None]] = ()
