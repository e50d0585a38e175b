"""What publishing costs after one new article, in a small archive and in a large one.

    python -m bench.publish [--articles N N]      # 100,000: six minutes, most of them for the first publishing

Run from the project's root. Everything is seeded.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, "tests")

from newsroom import NOON, NOW, Newsroom

from bench.stories import PER_DAY, build
from kkt_crawler.archive import Archive
from kkt_crawler.syndication.entries import SiteTitle
from kkt_crawler.syndication.publish import Published, publish

REPEAT = 20
SITES = {"bao": SiteTitle("Báo", "https://bao.example/")}


def cost(articles: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder / "archive.sqlite3", articles, PER_DAY)
        archive = Archive.open(f"sqlite:///{folder / 'archive.sqlite3'}")

        def timed() -> tuple[Published, float]:
            started = time.process_time()
            done = publish(
                archive, folder=folder / "feeds", feeds_url="https://tin.example/", entries=50, sites=SITES
            )
            return done, time.process_time() - started

        done, seconds = timed()
        print(f"{articles} articles: {len(done.written)} files in {seconds:.1f} s of CPU")
        room = Newsroom(9)
        room.number = 10_000_000
        news, seen = [], set()
        for number in range(REPEAT):
            archive.store(room.report("bao", published=NOON + timedelta(minutes=number)), now=NOW)
            done, seconds = timed()
            news.append(seconds * 1000)
            seen.update(done.written)
        idle = [timed()[1] * 1000 for _ in range(REPEAT)]
        archive.close()
        print(f"  after a new article: median {statistics.median(news):.0f} ms, at most {max(news):.0f} ms of CPU")
        print(f"  with nothing new: median {statistics.median(idle):.0f} ms")
        print(f"  files written in {REPEAT} times: {', '.join(sorted(seen))}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 100_000])
    for count in parser.parse_args().articles:
        cost(count)
