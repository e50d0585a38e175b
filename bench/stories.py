"""How well copies are told from look-alikes, and what an archive of a million articles costs.

    python -m bench.stories curve                 # seconds to minutes; the tables in README.md
    python -m bench.stories cost [--articles N]   # builds a synthetic archive first: a million take 5 minutes

Run from the project's root. Everything is seeded.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, "tests")

from newsroom import BULLETINS, NOON, NOW, Newsroom

from kkt_crawler.archive import Archive, copies, revisions, stories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kkt_crawler.article import Article

RUNS = (5, 8, 10, 12)
STEPS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)

PER_DAY = 250
PROBES = 300
SCHEDULE = [timedelta(hours=hours) for hours in (1, 6, 24, 72)]


# Quality


def corpus(seed: int = 3) -> dict[str, list[tuple[Article, Article]]]:
    """Return pairs of articles by what they are to each other."""
    room = Newsroom(seed)
    pairs: dict[str, list[tuple[Article, Article]]] = {}
    for length in (3, 4, 5, 8, 12, 15):
        for _ in range(15):
            original = room.report(paragraphs=length)
            pairs.setdefault("copies, six ways", []).extend(
                (original, copy) for copy in room.reprints(original).values()
            )
            for share in (2, 6):
                name = f"copies with {share} % of the words replaced"
                pairs.setdefault(name, []).append((original, reworded(original, share)))
    for kind in BULLETINS:
        pairs[f"“{kind}”"] = [(room.bulletin(kind), room.bulletin(kind, "cong")) for _ in range(60)]
    reports = [room.report(("bao", "cong")[n % 2], paragraphs=(2, 3, 8, 15)[n // 2 % 4]) for n in range(160)]
    pairs["unrelated"] = [(one, other) for one in reports[::2] for other in reports[1::2]]
    return pairs


def reworded(article: Article, percent: int) -> Article:
    """Return a copy with so many of its words replaced, figures and names excepted, as an editor would."""
    chance = random.Random(article.key)
    words = article.body_text.split(" ")
    for place, word in enumerate(words):
        if word.islower() and chance.random() < percent / 100:
            words[place] = "khác"
    return replace(article, site="cong", key=f"r{percent}-{article.key}", body_text=" ".join(words))


def spread(values: list[float]) -> str:
    """Return least, median and most of sorted values."""
    return f"{values[0]:.2f}/{values[len(values) // 2]:.2f}/{values[-1]:.2f}"


def curve() -> None:
    pairs = corpus()
    print("Least/median/most of the words repeated (of figures or names, if fewer), by the length of the run\n")
    print("| pairs | n |", " | ".join(map(str, RUNS)), "|")
    print("|" + "---|" * (len(RUNS) + 2))
    alike: dict[int, dict[str, list[copies.Likeness]]] = {}
    for run in RUNS:
        copies.RUN = run
        alike[run] = {
            kind: [copies.likeness(one.body_text, other.body_text) for one, other in group]
            for kind, group in pairs.items()
        }
    copies.RUN = 8
    for kind, group in pairs.items():
        cells = []
        for found in alike.values():
            words = sorted(likeness.repeated for likeness in found[kind])
            facts = sorted(min(likeness.figures, likeness.names) for likeness in found[kind])
            cells.append(f"{spread(words)} ({spread(facts)})")
        print(f"| {kind} | {len(group)} |", " | ".join(cells), "|")
    print("\nShare joined, by the least share of words (and of figures and of names, too) asked for; run 8\n")
    print("| pairs |", " | ".join(map(str, STEPS)), "| as it is |")
    print("|" + "---|" * (len(STEPS) + 2))
    for kind, group in pairs.items():
        found = alike[8][kind]
        cells = []
        for least in STEPS:
            by_words = sum(likeness.repeated >= least for likeness in found)
            by_all = sum(min(likeness.repeated, likeness.figures, likeness.names) >= least for likeness in found)
            cells.append(f"{by_words / len(found):.2f} ({by_all / len(found):.2f})")
        now = sum(bool(copies.same_story(one, other, marked=False)) for one, other in group)
        print(f"| {kind} |", " | ".join(cells), f"| {now / len(group):.2f} |")
    shared = [
        len(copies.sketch(one) & copies.sketch(other))
        for kind, group in pairs.items()
        if kind.startswith("copies")
        for one, other in group
    ]
    print(f"\nCopies that share no sample: {shared.count(0)} of {len(shared)}; the least shared: {min(shared)}")


# Cost


def build(path: Path, articles: int, per_day: int) -> None:
    """Fill an archive with synthetic articles, straight into its tables: storing a million one by one takes hours.

    Half of an article's samples are those of real reports, so that phrases are shared as they are in real life.
    """
    chance = random.Random(1)
    room = Newsroom(2)
    reports = [room.report(paragraphs=chance.randint(3, 12)) for _ in range(500)]
    sketches = [sorted(copies.sketch(report)) for report in reports]
    Archive.open(f"sqlite:///{path}").close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -400000")
    last_day = int(NOON.timestamp()) // 86400
    first_day = last_day - articles // per_day
    contents = [revisions._pack(report) for report in reports]
    for number, name in enumerate(("all", "bao", "bao/kinh-te"), 1):
        connection.execute("INSERT INTO channels VALUES (?, ?, ?, ?, ?)", (number, name, "bao", "", articles))
    connection.execute("UPDATE state SET tick = ?", (articles,))
    crowd: Counter[tuple[int, int]] = Counter()
    bucket = 0
    for start in range(0, articles, 5000):
        connection.execute("BEGIN")
        rows: dict[str, list[tuple[object, ...]]] = {
            "articles": [],
            "revisions": [],
            "placements": [],
            "sketches": [],
        }
        for number in range(start + 1, min(start + 5000, articles) + 1):
            day = first_day + number // per_day
            moment = (day * 86400 + chance.randrange(86400)) * 1_000_000
            entry = revisions.mint("bao", f"b{number}")
            identity = (number, "bao", f"b{number}", 1, entry, None, number, f"https://bao.example/{number}")
            samples = sketches[chance.randrange(len(sketches))]
            rows["articles"].append((*identity, moment, moment, moment, 0, 0, len(samples), 0, "", ""))
            content = contents[number % len(contents)]
            rows["revisions"].append((number, entry, number, number, moment, moment, moment, "", 0, content))
            rows["placements"] += [(channel, number, number, entry, moment, number) for channel in (1, 2, 3)]
            if day // stories.BUCKET_DAYS != bucket:
                bucket, crowd = day // stories.BUCKET_DAYS, Counter()
            for sample in samples:
                value = chance.getrandbits(32) if chance.random() < 0.5 else sample
                crowd[bucket, value] += 1
                if crowd[bucket, value] <= stories.CROWD:
                    rows["sketches"].append((bucket, value, number))
        for table, values in rows.items():
            marks = ", ".join("?" * len(values[0]))
            connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", sorted(values))
        connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


@contextmanager
def measured(name: str, results: dict[str, list[float]]) -> Iterator[None]:
    """Note the milliseconds of this process's time that what is inside takes; other processes do not count."""
    started = time.process_time()
    yield
    results.setdefault(name, []).append((time.process_time() - started) * 1000)


def cost(articles: int, per_day: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.sqlite3"
        started = time.perf_counter()
        build(path, articles, per_day)
        size = path.stat().st_size / 1e6
        took = time.perf_counter() - started
        print(f"{articles} articles, {per_day} a day: {size:.0f} MB, built in {took:.0f} s")
        results: dict[str, list[float]] = {}
        room = Newsroom(9)
        with measured("open", results):
            archive = Archive.open(f"sqlite:///{path}")
        room.number = 10_000_000
        for number in range(PROBES):
            article = room.report("bao", paragraphs=8, published=NOON - timedelta(days=number % 5))
            with archive._reading() as connection, measured("look for a story", results):
                stories.find(connection, article, stories.sketch(connection, article))
            with measured("store a new article", results):
                archive.store(article, now=NOW)
            with measured("store it again", results):
                archive.store(article, now=NOW)
            with measured("store an edit", results):
                archive.store(replace(article, title="Khác"), now=NOW)
            with measured("store a copy", results):
                archive.store(replace(article, site="cong", title="Khác hẳn"), now=NOW)
            with measured("known, 20 keys", results):
                archive.known("bao", [f"b{number + key}" for key in range(20)])
        for page in range(1, 20):
            with measured("newest 50", results):
                archive.newest("all", 50)
            with measured("a page of 50", results):
                archive.page("bao", page, 50)
            with measured("channels", results):
                archive.channels()
            with measured("due", results):
                archive.due(
                    "bao", now=NOW, schedule=[timedelta(hours=hours) for hours in (1, 6, 24, 72)], limit=50
                )
        archive.close()
    for name, times in results.items():
        ninety_fifth = sorted(times)[int(len(times) * 0.95)]
        print(f"  {name}: median {statistics.median(times):.2f} ms, 95 % {ninety_fifth:.2f} ms")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["curve", "cost"])
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 1_000_000])
    parser.add_argument("--per-day", type=int, default=PER_DAY)
    options = parser.parse_args()
    if options.what == "curve":
        curve()
    else:
        for count in options.articles:
            cost(count, options.per_day)
