"""A crawl for tests: asks for addresses and says what became of each. ``start`` runs this file as a program.

The order comes to it as JSON on standard input: ``urls``, ``hosts`` (pinned), ``settings`` above the project's.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import scrapy
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from kkt_crawler.crawl.faults import reason
from kkt_crawler.crawl.traffic import Traffic
from kkt_crawler.pages import PageError, read_article


def start(servers, addresses, *, hosts=(), environment=None, **settings):
    """Start a crawl of ``addresses``. Settings name the servers, as an operator would, but not ``hosts``."""
    order = {
        "urls": addresses,
        "hosts": [server.host for server in servers] + list(hosts),
        "settings": {
            **{f"PROBE_{number}_BASE_URL": server.url for number, server in enumerate(servers)},
            "DOWNLOAD_DELAY": 0,
            "CONCURRENT_REQUESTS": 64,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 64,
            "DOWNLOAD_TIMEOUT": 2,
            "RETRY_BACKOFF": 0.05,
            **settings,
        },
    }
    run = subprocess.Popen(
        [sys.executable, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[1],
        env=os.environ | (environment or {}),
    )
    run.stdin.write(json.dumps(order))
    run.stdin.close()
    run.stdin = None  # so that communicate() only reads
    return run


def result_of(run):
    """Wait for a crawl. Returns what it said, and its log."""
    try:
        said, log = run.communicate(timeout=60)
    finally:
        run.kill()  # where it hangs; else it is gone already
    assert run.returncode == 0, log
    return json.loads(said), log


class Probe(scrapy.Spider):
    name = "probe"

    async def start(self):
        for url in self.urls:
            yield scrapy.Request(url, self.read, errback=self.failed, dont_filter=True, cb_kwargs={"asked": url})

    def read(self, response, asked):
        outcome = {"url": response.url, "status": response.status, "kind": type(response).__name__}
        if isinstance(response, scrapy.http.TextResponse):
            outcome["encoding"] = response.encoding
            try:
                outcome["title"] = read_article(
                    response.url, response.text, layouts=(), site="probe"
                ).article.title
            except PageError as error:
                outcome["lacks"] = error.field
        self.outcomes[asked] = outcome

    def failed(self, failure):
        asked = failure.request.cb_kwargs["asked"]
        self.outcomes[asked] = {"error": type(failure.value).__name__, "said": reason(failure.value)}
        response = getattr(failure.value, "response", None)
        if response is not None:
            self.outcomes[asked]["status"] = response.status


def peak_memory():
    """In MB. getrusage would count the memory of the process that forked this one."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) // 1024


def main():
    order = json.load(sys.stdin)
    settings = Settings()
    settings.setmodule("settings")
    # The project's wiring, but for what archives and reports.
    ours = {name: order for name, order in settings["EXTENSIONS"].items() if "Recorder" not in name}
    settings.update(
        {"EXTENSIONS": ours, "ITEM_PIPELINES": {}, "SPIDER_MODULES": [], **order["settings"]}, priority=50
    )
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(Probe)
    outcomes = {}
    process.crawl(crawler, urls=order["urls"], hosts=set(order["hosts"]), outcomes=outcomes)
    process.start()
    stats = crawler.stats.get_stats()
    json.dump(
        {
            "outcomes": outcomes,
            "closed": crawler.get_extension(Traffic).closed,
            "refused": stats.get("offsite/filtered", 0),
            "reason": stats["finish_reason"],
            "megabytes": peak_memory(),
        },
        sys.stdout,
    )


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
