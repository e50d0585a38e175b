"""Which of the articles that a site shows are asked for in this run, and with what."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from kkt_crawler.crawl.items import Visit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from kkt_crawler.archive import Archive, Failure, Known
    from kkt_crawler.crawl.walk import Walk
    from kkt_crawler.pages import Link

#: How many revisits, and how many pages that failed before, a run asks for.
OWED = 200

#: A page that failed is tried again in the next run, then this long after it failed last, then no more.
PATIENCE = tuple(timedelta(hours=hours) for hours in (0, 1, 6, 24, 72))


class Agenda:
    """The visits of one run: each article at most once, wherever it is listed."""

    def __init__(
        self, archive: Archive, site: str, *, walk: Walk, revisits: Sequence[timedelta], now: datetime
    ) -> None:
        self._archive = archive
        self._site = site
        self._walk = walk
        self._every_run = not revisits
        self._met: set[str] = set()
        self._due = {known.key: known for known in archive.due(site, now=now, schedule=revisits, limit=OWED)}
        self._failed = {failure.key or failure.url: failure for failure in archive.failures(site)}
        self._patient = {key for key, failure in self._failed.items() if not _given_up(failure, now)}
        self._further: defaultdict[str, set[str]] = defaultdict(set)

    def visits(self, links: Sequence[Link], section: str) -> tuple[list[Visit], int]:
        """Return what to ask for of a listing's ``links``, and how many of them nobody has seen before."""
        known = self._archive.known(self._site, [link.key for link in links])
        wanted = [link for link in links if link.key in known or self._walk.wants(link)]
        visits = []
        for link in wanted:
            if link.key in self._met:
                if section and link.key in known:
                    self._archive.add_section(self._site, link.key, section)
                elif section:
                    self._further[link.key].add(section)
            elif self._wants(link, known.get(link.key)):
                self._met.add(link.key)
                visits.append(
                    Visit(
                        key=link.key,
                        url=link.url,
                        section=section,
                        listed=link.published,
                        known=known.get(link.key),
                    )
                )
        return visits, sum(link.key not in known and link.key not in self._failed for link in wanted)

    def _wants(self, link: Link, known: Known | None) -> bool:
        if known is None:
            return link.key not in self._failed or link.key in self._patient or self._every_run
        if known.gone:
            return link.url != known.url  # it came back under another address
        return self._every_run or link.key in self._due

    def owed(self) -> Iterator[Visit]:
        """Yield the revisits that are due and the pages to try again that no listing has shown."""
        for key, known in self._due.items():
            if key not in self._met:
                self._met.add(key)
                yield Visit(key=key, url=known.url, known=known)
        for key in sorted(self._patient)[:OWED]:
            failure = self._failed[key]
            if failure.key and key not in self._met:
                self._met.add(key)
                yield Visit(key=key, url=failure.url)

    def failed_at(self, visit: Visit) -> datetime | None:
        """Return when this article failed before, None if it did not."""
        failure = self._failed.get(visit.key)
        return failure.failed_at if failure else None

    def further_sections(self, key: str) -> set[str]:
        """Return the sections besides the first that have listed an article in this run."""
        return self._further.pop(key, set())


def _given_up(failure: Failure, now: datetime) -> bool:
    tries = failure.times - 1
    return tries >= len(PATIENCE) or now < failure.failed_at + PATIENCE[tries]
