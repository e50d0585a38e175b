"""The verdict on a run: ok, degraded or failing, and why. Pure.

Spidermon was tried and left out: its monitors compare a run with fixed thresholds, and what has to be noticed here
is a change against the site's own last weeks; its stock suite also refuses to start unless every monitor is set.
"""

from __future__ import annotations

from math import comb, exp, lgamma
from typing import TYPE_CHECKING

from kkt_crawler.crawl.report import FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kkt_crawler.archive import Run
    from kkt_crawler.crawl.report import Report
    from kkt_crawler.entry import Verdict

#: A field is missed when its fill would fall this low by chance less often than once in 200 runs. With captions on
#: 38 of 40 articles before, none on two is a chance of 1 in 150 (not yet missed), none on three of 1 in 1300.
SURPRISE = 0.005

#: Sites take an article away now and then; so many at once, most of those asked for, are a site that has moved.
_MANY_GONE = 3

#: How Scrapy ends a run that went to its end, or that somebody stopped.
_ORDERLY = {"finished": "", "shutdown": "stopped by a signal", "cancelled": "stopped", "kept_away": ""}
_DEADLINES = ("closespider_timeout", "deadline", "memusage_exceeded")


def judge(report: Report, past: Sequence[Run], *, finish: str = "finished") -> tuple[Verdict, str]:
    """Return the verdict on a run and its reason in one line, empty when ok.

    ``past`` are the site's runs of the last 30 days, ``finish`` is Scrapy's finish reason.
    """
    failing = [*_unlisted(report), *_unread(report)]
    if report.unwritable:
        failing.insert(0, report.unwritable)
    if finish not in _ORDERLY and finish not in _DEADLINES:
        failing.append(f"the crawl ended with {finish}")
    if failing:
        return "failing", "; ".join(failing)
    degraded = [*_half_listed(report), *_half_read(report), *_missed_fields(report, past)]
    if report.gone >= _MANY_GONE and report.gone * 2 >= report.gone + report.new + report.changed + report.same:
        degraded.append(f"{report.gone} known articles answer 404 or 410")
    if report.faults:
        degraded.append(f"{report.faults} errors in the crawler itself")
    if report.kept_away:
        degraded.append(f"asked no more: {report.kept_away}; the next run goes on")
    if finish in _DEADLINES:
        degraded.append(f"stopped by {finish}; the next run goes on")
    elif _ORDERLY[finish]:
        degraded.append(_ORDERLY[finish])
    return ("degraded", "; ".join(degraded)) if degraded else ("ok", "")


def _broken(report: Report) -> dict[str, str]:
    return {url: reason for url, reason in report.listings.items() if reason}


def _unlisted(report: Report) -> list[str]:
    pages = {url: reason for url, reason in report.listings.items() if url not in report.feeds} or report.listings
    broken = {url: reason for url, reason in pages.items() if reason}
    if not pages:
        return ["no listing was read"]
    if len(broken) < len(pages):
        return []
    url, reason = next(iter(broken.items()))
    more = f" (and {len(broken) - 1} more listings)" if len(broken) > 1 else ""
    return [f"{url} {reason}{more}"]


def _half_listed(report: Report) -> list[str]:
    broken = _broken(report)
    if not broken:
        return []
    url, reason = next(iter(broken.items()))
    return [f"{len(broken)} of {len(report.listings)} listings failed: {url} {reason}"]


def _unread(report: Report) -> list[str]:
    """Most articles could not be read: the site, not a page, has a fault. One page alone proves nothing."""
    failed = report.failed - report.failed_before
    read = report.new + report.changed + report.same
    if report.faults > max(1, read):
        return [f"{report.faults} errors in the crawler itself"]
    if failed < 2 or failed < read:
        return []
    return [f"{failed} of {failed + read} articles failed: {report.reasons.most_common(1)[0][0]}"]


def _half_read(report: Report) -> list[str]:
    failed = report.failed - report.failed_before
    if not failed:
        return []
    reason = report.reasons.most_common(1)[0][0]
    return [f"{failed} articles failed: {reason} ({report.examples[reason]})"]


def _missed_fields(report: Report, past: Sequence[Run]) -> list[str]:
    """Name the fields that this run's articles have much less often than the site's articles had before."""
    before = sum(sum(run.layouts.values()) for run in past)
    if not report.read or not before:
        return []
    missed = []
    for name in FIELDS:
        usual = sum(run.fill.get(name, 0) * sum(run.layouts.values()) for run in past)
        now = report.filled[name]
        if now / report.read < usual / before / 2 and _at_most(now, report.read, usual, before) < SURPRISE:
            missed.append(f"{name} on {now} of {report.read} articles, usually {usual / before:.0%}")
    return missed


def _at_most(k: int, n: int, hits: float, tries: int) -> float:
    """Return the chance of at most ``k`` hits in ``n`` more tries, after ``hits`` in ``tries``.

    It is beta-binomial: two articles seen before, both with captions, prove less than forty.
    """
    a, b = hits + 1, tries - hits + 1
    return sum(comb(n, i) * exp(_log_beta(i + a, n - i + b) - _log_beta(a, b)) for i in range(k + 1))


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
