"""A run from the command line: settings checked, the lock taken, sites crawled in one process, an exit code."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.spiderloader import get_spider_loader
from sqlalchemy.engine import make_url

from kkt_crawler.archive import Archive, ArchiveError
from kkt_crawler.crawl import exitcodes
from kkt_crawler.crawl.config import Config, SettingError
from kkt_crawler.crawl.lock import Locked, run_lock

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scrapy.crawler import Crawler
    from scrapy.settings import Settings

    from kkt_crawler.crawl.walk import BackfillWalk


def crawl_sites(
    settings: Settings,
    names: Sequence[str] = (),
    *,
    walk: BackfillWalk | None = None,
    watch: Callable[[Crawler], object] | None = None,
) -> int:
    """Crawl the sites of these names, all where there are none, and return the exit code.

    What stands in the way of the run as a whole is said on stderr in one line; how each site went is logged.
    ``watch`` is called with each crawler before it starts.
    """
    loader = get_spider_loader(settings)
    for name in names:
        if name not in loader.list():
            return refuse(f"Unknown site {name!r}: choose from {', '.join(loader.list())}", exitcodes.USAGE)
    try:
        config = Config.from_settings(settings)
        config.prepare()
        with run_lock(_lock_file(config)):
            Archive.open(config.database_url).close()
            return _crawl(settings, names or loader.list(), walk, watch)
    except SettingError as error:
        return refuse(str(error), exitcodes.USAGE)
    except Locked as error:
        return refuse(str(error), exitcodes.LOCKED)
    except (ArchiveError, OSError) as error:
        return refuse(str(error), exitcodes.UNWRITABLE)


def refuse(line: str, exit_code: int) -> int:
    """Say on stderr why nothing was done, and return the exit code."""
    sys.stderr.write(f"{line}\n")
    return exit_code


def _crawl(
    settings: Settings,
    names: Sequence[str],
    walk: BackfillWalk | None,
    watch: Callable[[Crawler], object] | None,
) -> int:
    process = _process(settings)
    crawlers = [process.create_crawler(name) for name in names]
    watchers = [watch(crawler) for crawler in crawlers] if watch else []  # kept: signals hold them only weakly
    for crawler in crawlers:
        process.crawl(crawler, walk=walk)
    process.start()
    del watchers
    return max(map(_exit_code, crawlers))


def _exit_code(crawler: Crawler) -> int:
    report = getattr(crawler.spider, "report", None)
    if report is None or not report.closed:  # an exception in our own code; Scrapy has logged it
        return exitcodes.FAILING
    if report.unwritable:
        return exitcodes.UNWRITABLE
    return exitcodes.FAILING if report.verdict == "failing" else exitcodes.OK


def _process(settings: Settings) -> AsyncCrawlerProcess:
    """Return Scrapy's process, with Scrapy itself logging only what is wrong.

    At INFO it says some 60 lines a run, its settings and components, which is no mail that anybody reads.
    """
    if settings["LOG_LEVEL"] == "DEBUG":
        return AsyncCrawlerProcess(settings)
    logging.disable(logging.INFO)  # setting up logging gives Scrapy's loggers their levels, then logs at once
    process = AsyncCrawlerProcess(settings)
    logging.disable(logging.NOTSET)
    logging.getLogger("scrapy").setLevel(logging.WARNING)
    return process


def _lock_file(config: Config) -> Path:
    """Return the file that runs of the same archive lock: beside it, or among the feeds for a server's."""
    url = make_url(config.database_url)
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        return Path(f"{url.database}.lock")
    return config.feeds_dir / ".lock"
