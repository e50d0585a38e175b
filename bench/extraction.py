"""How well and how fast pages are read, beside a bare parse, trafilatura and readability.

    python bench/extraction.py                       # the test cases, which have goldens: quality and time
    python bench/extraction.py --pages FOLDER        # any folder of *.html or *.html.gz: time alone
    python bench/extraction.py --pages FOLDER --truth FILE        # and quality: what those pages say

FILE is JSON, {"NAME": {"articleBody": …, "url": …}}, as in scrapinghub's article-extraction-benchmark, whose html/
and ground-truth.json fit.

Peers are left out where they are not installed (bench/requirements.txt). Quality is the mean F1 of the body's
shingles of four words. Of every page and reader the fastest of some runs counts, in turns, so that a busy machine
slows all of them alike. Ours reads the whole article: title, date, pictures, credits and HTML. trafilatura is
asked for the text alone, and once more with its metadata.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import time
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import lxml.html

from kkt_crawler.charset import decode
from kkt_crawler.pages import KktPage, MediaTechPage, PageError, read_article

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parents[1] / "tests" / "cases"
RUNS = 3
_WORD = re.compile(r"\w+")


def ours(url: str, html: str) -> str:
    try:
        return read_article(url, html, layouts=(KktPage, MediaTechPage), site="bench").article.body_text
    except PageError:
        return ""


def bare(url: str, html: str) -> str:
    lxml.html.fromstring(html)
    return ""


def trafilatura(url: str, html: str) -> str:
    import trafilatura

    return trafilatura.extract(html, url=url, include_comments=False) or ""


def trafilatura_metadata(url: str, html: str) -> str:
    import trafilatura

    read = trafilatura.bare_extraction(
        html, url=url, include_comments=False, include_images=True, with_metadata=True
    )
    return read.text or "" if read else ""


def readability(url: str, html: str) -> str:
    from readability import Document
    from readability.readability import Unparseable

    try:
        return str(lxml.html.fromstring(Document(html, url=url).summary()).text_content())
    except Unparseable:
        return ""


def readers() -> dict[str, Callable[[str, str], str]]:
    found: dict[str, Callable[[str, str], str]] = {"bare parse": bare, "kkt_crawler": ours}
    peers = {
        "trafilatura": trafilatura,
        "trafilatura with metadata": trafilatura_metadata,
        "readability": readability,
    }
    return found | {name: read for name, read in peers.items() if find_spec(name.split()[0])}


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[place : place + 4]) for place in range(max(1, len(words) - 3)))


def f1(truth: str, text: str) -> float:
    wanted, found = shingles(truth), shingles(text)
    shared = sum((wanted & found).values())
    return 2 * shared / (wanted.total() + found.total()) if shared else 0.0


def cases() -> list[tuple[str, str, str]]:
    """Return address, page and body of every case that is an article."""
    found = []
    for golden in sorted(CASES.glob("*/*/article.json")):
        meta = json.loads((golden.parent / "meta.json").read_text())
        page = decode((golden.parent / "page.html").read_bytes())[0]
        found.append((meta["url"], page, json.loads(golden.read_text())["body_text"]))
    return found


def pages(folder: Path, truths: dict[str, dict[str, str]]) -> list[tuple[str, str, str]]:
    """Return address, page and body of every page under ``folder``; "" for a body of which no truth is known."""
    paths = [path for path in sorted(folder.rglob("*")) if path.name.endswith((".html", ".htm", ".html.gz"))]
    read = [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in paths]
    known = [truths.get(path.name.partition(".")[0], {}) for path in paths]
    return [
        (truth.get("url", "https://bench.example/"), decode(data)[0], truth.get("articleBody", ""))
        for data, truth in zip(read, known, strict=True)
    ]


def timed(read: Callable[[str, str], str], url: str, html: str) -> tuple[float, str]:
    start = time.perf_counter()
    text = read(url, html)
    return time.perf_counter() - start, text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, help="a folder of saved pages")
    parser.add_argument("--truth", type=Path, help="what those pages say")
    options = parser.parse_args()
    truths = json.loads(options.truth.read_text()) if options.truth else {}
    corpus = pages(options.pages, truths) if options.pages else cases()
    corpus = [(url, html, truth) for url, html, truth in corpus if not html.lstrip().startswith("<?xml")]
    if not corpus:
        parser.error("no pages found")
    spent = Counter[str]()
    quality: dict[str, list[float]] = {}
    for url, html, truth in corpus:
        best: dict[str, float] = {}
        for run in range(RUNS):
            for name, read in readers().items():
                seconds, text = timed(read, url, html)
                best[name] = min(seconds, best.get(name, seconds))
                if truth and name != "bare parse" and run == 0:
                    quality.setdefault(name, []).append(f1(truth, text))
        spent.update(best)
    print(f"{len(corpus)} pages, {sum(len(html) for _, html, _ in corpus) / len(corpus) / 1000:.0f} kB each")
    for name, seconds in spent.items():
        parses = seconds / spent["bare parse"]
        line = f"{name:<25} {1000 * seconds / len(corpus):7.2f} ms a page  {parses:5.1f} parses"
        scores = quality.get(name)
        print(line + (f"  body F1 {statistics.mean(scores):.4f}" if scores else ""))


if __name__ == "__main__":
    main()
