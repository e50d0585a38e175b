"""How crawls went, what failed in them, and the small things they have to remember."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from kkt_crawler.archive.schema import articles, failures, runs
from kkt_crawler.archive.values import Failure, Run
from kkt_crawler.entry import Health

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

    from sqlalchemy import Connection, Row, Table

_COLUMNS = {"site", "started", "finished", "verdict"}


def start(connection: Connection, site: str, *, now: datetime) -> int:
    """Open a run and return its number."""
    values = {"site": site, "started": now, "verdict": "", "report": ""}
    run_id: int = connection.execute(runs.insert().values(values).returning(runs.c.id)).scalar_one()
    return run_id


def finish(connection: Connection, run_id: int, run: Run) -> None:
    """Close a run with its report."""
    report = {name: value for name, value in asdict(run).items() if name not in _COLUMNS}
    connection.execute(
        runs.update()
        .where(runs.c.id == run_id)
        .values(finished=run.finished, verdict=run.verdict, report=json.dumps(report, ensure_ascii=False))
    )


def since(connection: Connection, site: str, moment: datetime) -> list[Run]:
    """Return the site's runs that finished at ``moment`` or later, oldest first."""
    rows = connection.execute(
        select(runs).where(runs.c.site == site, runs.c.finished >= moment).order_by(runs.c.finished, runs.c.id)
    )
    return [_run(row) for row in rows]


def health(connection: Connection) -> list[Health]:
    """Return how each site's last finished run went, by site."""
    found = []
    for site in connection.execute(select(runs.c.site).distinct().order_by(runs.c.site)).scalars().all():
        finished = (
            select(runs)
            .where(runs.c.site == site, runs.c.finished.is_not(None))
            .order_by(runs.c.finished.desc(), runs.c.id.desc())
            .limit(1)
        )
        last = connection.execute(finished).one_or_none()
        if last is None:
            continue
        good = connection.execute(finished.where(runs.c.verdict != "failing")).one_or_none()
        run = _run(last)
        found.append(
            Health(
                site=site,
                verdict=run.verdict,
                reason=run.reason,
                finished=run.finished,
                last_good=good.finished if good else None,
                requests=run.requests,
                listings=run.listings,
                new=run.new,
                changed=run.changed,
                same=run.same,
                failed=run.failed,
                fill=run.fill,
            )
        )
    return found


def _run(row: Row[Any]) -> Run:
    report = json.loads(row.report)
    report["failures"] = tuple(tuple(failure) for failure in report["failures"])
    return Run(site=row.site, started=row.started, finished=row.finished, verdict=row.verdict, **report)


def fail(connection: Connection, site: str, url: str, *, key: str, field: str, reason: str, now: datetime) -> None:
    """Note an article that could not be read."""
    times = connection.execute(
        select(failures.c.times).where(failures.c.site == site, failures.c.url == url)
    ).scalar()
    values = {"key": key, "field": field, "reason": reason, "failed_at": now, "times": (times or 0) + 1}
    put(connection, failures, {"site": site, "url": url}, values)


def failed(connection: Connection, site: str) -> list[Failure]:
    """Return the site's articles that still could not be read, the last one first."""
    rows = connection.execute(
        select(failures).where(failures.c.site == site).order_by(failures.c.failed_at.desc(), failures.c.url)
    )
    return [Failure(**row._asdict()) for row in rows]


def days(connection: Connection, site: str, *, since: datetime, until: datetime, zone: tzinfo) -> Counter[date]:
    """Return how many articles were published on each day of ``zone``, from ``since`` to before ``until``."""
    moments = connection.execute(
        select(articles.c.published).where(
            articles.c.site == site, articles.c.published >= since, articles.c.published < until
        )
    ).scalars()
    return Counter(moment.astimezone(zone).date() for moment in moments)


def recall(connection: Connection, table: Table, where: dict[str, str], *columns: str) -> tuple[str, ...]:
    """Return the ``columns`` of the one row, empty strings if there is none."""
    row = connection.execute(select(*(table.c[name] for name in columns)).filter_by(**where)).one_or_none()
    return tuple(row) if row else ("",) * len(columns)


def put(connection: Connection, table: Table, where: dict[str, str], values: dict[str, Any]) -> None:
    """Write ``values`` to the row that ``where`` names, making it if need be."""
    matching = [table.c[name] == value for name, value in where.items()]
    if connection.execute(table.update().where(*matching).values(**values)).rowcount == 0:
        connection.execute(table.insert().values(**where, **values))
