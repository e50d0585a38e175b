"""What a run counts while it goes on; the archive's Run is made from it when it ends."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kkt_crawler.archive import Run

if TYPE_CHECKING:
    from datetime import datetime

    from kkt_crawler.article import Article
    from kkt_crawler.entry import Verdict

#: Optional fields whose fill says whether a page is still understood; ``layout`` is full where a declared layout
#: read the page. ``modified`` is None on most pages of most sites, and ``language`` is never empty.
FIELDS = (
    "lead",
    "body_text",
    "images",
    "captions",
    "authors",
    "attachments",
    "section",
    "tags",
    "source",
    "layout",
)


@dataclass(kw_only=True, slots=True)
class Report:
    """The counts of one run of one site."""

    site: str
    listings: dict[str, str] = field(default_factory=dict)  #: by address; why one could not be read, "" if it was
    feeds: set[str] = field(default_factory=set)  #: those of the listings that are the site's own RSS
    requests: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    gone: int = 0
    failed: int = 0
    #: Of those, failures that cast no doubt on the site: it has been read well since they failed before.
    failed_before: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)  #: by reason, the first URL
    filled: Counter[str] = field(default_factory=Counter)
    layouts: Counter[str] = field(default_factory=Counter)
    faults: int = 0  #: exceptions in our own code
    kept_away: str = ""  #: why the site was asked no more before all was read
    unwritable: str = ""  #: why the archive or the feeds could not be written
    verdict: Verdict = "failing"  #: until the run is judged
    reason: str = ""
    closed: bool = False  #: the run was recorded and published without an exception

    @property
    def read(self) -> int:
        """How many pages were read as articles."""
        return self.layouts.total()

    @property
    def fill(self) -> dict[str, float]:
        """Per field, the share of the articles read that had it."""
        return {name: round(self.filled[name] / self.read, 4) for name in FIELDS} if self.read else {}

    def add(self, article: Article, change: str) -> None:
        """Count an article that was read; ``change`` is what storing it came to."""
        if change in ("new", "recycled"):
            self.new += 1
        elif change == "changed":
            self.changed += 1
        else:
            self.same += 1
        self.layouts[article.extraction] += 1
        has = {name: bool(getattr(article, name)) for name in FIELDS if hasattr(article, name)}
        has["captions"] = any(image.caption for image in article.images)
        has["layout"] = article.extraction != "generic"
        self.filled.update(name for name, full in has.items() if full)

    def fail(self, reason: str, url: str, *, before: bool = False) -> None:
        """Count an article that could not be read."""
        self.failed += 1
        self.failed_before += before
        self.reasons[reason] += 1
        self.examples.setdefault(reason, url)

    @property
    def failures(self) -> tuple[tuple[str, int, str], ...]:
        """The most frequent reasons: (reason, count, example)."""
        return tuple((reason, count, self.examples[reason]) for reason, count in self.reasons.most_common(5))

    def run(self, *, started: datetime, finished: datetime) -> Run:
        """Return the report as the archive keeps it."""
        return Run(
            site=self.site,
            started=started,
            finished=finished,
            verdict=self.verdict,
            reason=self.reason,
            requests=self.requests,
            listings=sum(not reason for reason in self.listings.values()),
            new=self.new,
            changed=self.changed,
            same=self.same,
            failed=self.failed,
            fill=self.fill,
            layouts=dict(self.layouts),
            failures=self.failures,
        )

    def summary(self) -> str:
        """Return the run in one line."""
        counts = f"{self.new} new, {self.changed} changed, {self.same} same, {self.failed} failed"
        counts += f", {self.gone} gone" if self.gone else ""
        verdict = f"{self.verdict}: {self.reason}" if self.reason else self.verdict
        return f"{verdict}; {self.requests} requests, {counts}"
