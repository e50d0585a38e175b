"""``status.json``: each site's last run for a machine, the same facts that the page says in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kkt_crawler.dates import VIETNAM

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from kkt_crawler.entry import Health, Verdict

#: From good to bad; the whole is as bad as its worst site.
_GRAVITY: tuple[Verdict, ...] = ("ok", "degraded", "failing")


def status_json(health: Sequence[Health]) -> bytes:
    """Return the document: ``verdict`` of the whole (null before the first run), then ``sites`` by name.

    Times are RFC 3339 with +07:00 and come from the runs themselves, so that the same archive gives the same
    bytes. ``last_good`` is null where no run has been good. ``fill`` gives, per field, the share of the run's
    articles that had it.
    """
    sites = {site.site: _site(site) for site in sorted(health, key=lambda site: site.site)}
    worst = max((site.verdict for site in health), key=_GRAVITY.index, default=None)
    document = {"version": 1, "verdict": worst, "sites": sites}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _site(health: Health) -> dict[str, Any]:
    return {
        "verdict": health.verdict,
        "reason": health.reason,
        "finished": _time(health.finished),
        "last_good": _time(health.last_good) if health.last_good else None,
        "requests": health.requests,
        "listings": health.listings,
        "new": health.new,
        "changed": health.changed,
        "same": health.same,
        "failed": health.failed,
        "fill": {field: round(share, 3) for field, share in sorted(health.fill.items())},
    }


def _time(moment: datetime) -> str:
    return moment.astimezone(VIETNAM).isoformat(timespec="seconds")
