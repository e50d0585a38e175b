"""What is missing from a stretch of time: days without an article. Pure."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAY = timedelta(days=1)


def gaps(days: Mapping[date, int], *, since: date, until: date) -> list[tuple[date, date]]:
    """Return the stretches from ``since`` to ``until``, both included, without an article: first and last day."""
    found: list[tuple[date, date]] = []
    for number in range((until - since).days + 1):
        day = since + number * _DAY
        if days.get(day):
            continue
        if found and found[-1][1] == day - _DAY:
            found[-1] = found[-1][0], day
        else:
            found.append((day, day))
    return found


def describe(days: Mapping[date, int], *, since: date, until: date) -> str:
    """Return the gap report's lines on days."""
    empty = gaps(days, since=since, until=until)
    lines = [f"{sum(days.values())} articles from {since} to {until}"]
    if empty:
        count = sum((last - first).days + 1 for first, last in empty)
        first, last = max(empty, key=lambda gap: gap[1] - gap[0])
        shown = ", ".join(str(a) if a == b else f"{a}…{b}" for a, b in empty)
        lines += [
            f"{count} days without an article: {shown}",
            f"longest gap: {(last - first).days + 1} days, {first} to {last}",
        ]
    else:
        lines.append("no day without an article")
    return "\n".join(lines)
