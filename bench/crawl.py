"""What a crawl costs, against a bare Scrapy spider that only reads titles from the same pages.

    python bench/crawl.py            # 2,000 pages for the comparison, 10,000 for memory: some minutes
    python bench/crawl.py --quick    # 300 and 1,000

All servers and crawls are on loopback, without delay. CPU seconds are those of the crawling process alone, so that
the server beside it and a loaded machine change little. The pages are generated: 60 KB each, with a menu, a view
state and related boxes as such portals have them.
"""

from __future__ import annotations

import argparse
import asyncio
import compileall
import multiprocessing
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

ROOT = Path(__file__).parents[1]
PER_PAGE = 50
NEWEST = datetime(2026, 11, 1)  # noqa: DTZ001  # only printed, as a day

BARE = """
import scrapy

class Titles(scrapy.Spider):
    name = "titles"
    start_urls = [{url!r}]

    def parse(self, response):
        for link in response.css("ul.news h3 a::attr(href)").getall():
            yield response.follow(link, self.article)
        for link in response.css("a[rel=next]::attr(href)").getall():
            yield response.follow(link)

    def article(self, response):
        yield {{"title": response.css("h1::text").get()}}
"""
EMPTY = """
import scrapy

class Empty(scrapy.Spider):
    name = "empty"

    async def start(self):
        return
        yield
"""

# Words are pairs of these, 2,500 of them: with fewer, articles would look like copies of each other.
SYLLABLES = (
    "an bến biển cảng cầu chợ công cửa dân dầu dịch đảo đất đầu điện doanh đội đường giang giao hàng hải hạ khẩu "
    "khu kinh lao làng lộ máy mỏ mới nghiệp ngư nhà núi phố quan rừng sản sông tàu than thị thông thuế tỉnh tư "
    "vận vịnh"
)


# The site --------------------------------------------------------------------------------------------------------


def prose(seed: int, words: int) -> str:
    """Return text that differs from article to article."""
    syllables, chance = SYLLABLES.split(), random.Random(seed)
    return " ".join(chance.choices(syllables, k=2 * words))


FRAME = (
    '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head><body>'
    '<form method="post">'
    '<input type="hidden" name="__VIEWSTATE" value="'
    + "A1b2" * 2300
    + '"><ul class="menu">'
    + "".join(f'<li><a href="/bannganh/kkt/Trang/muc-{n}.aspx">Mục lục số {n}</a></li>' for n in range(120))
    + '</ul><div class="main">{main}</div><div class="lien-quan">'
    + "".join(
        f'<div class="box"><a href="/bannganh/kkt/Trang/gioi-thieu-{n}.aspx"><img src="/media/{n}.jpg" alt=""></a>'
        f"<p>{prose(n, 90)}</p></div>"
        for n in range(30)
    )
    + "</div></form></body></html>"
)


def day(number: int) -> str:
    return f"{NEWEST - timedelta(hours=2 * number):%d/%m/%Y}"


def article(number: int) -> str:
    paragraphs = "".join(f'<p style="text-align:justify">{prose(number * 7 + n, 60)}.</p>' for n in range(6))
    picture = (
        f'<p align="center"><img src="/media/a{number}.jpg" alt=""></p><p align="center"><em>Ảnh {number}</em></p>'
    )
    main = (
        f'<h1 class="tieude">Tin số {number}: {prose(number, 3)}</h1><div class="ngaydang">{day(number)}</div>'
        f'<div class="noidung">{paragraphs}{picture}</div>'
    )
    return FRAME.replace("{title}", f"Tin số {number}").replace("{main}", main)


def listing(page: int, pages: int) -> str:
    numbers = range((page - 1) * PER_PAGE, page * PER_PAGE)
    items = "".join(
        f'<li><h3><a href="ChiTietTinTuc.aspx?nid={n + 1}">Tin số {n}</a></h3><span>{day(n)}</span></li>'
        for n in numbers
    )
    following = f'<a rel="next" href="Tin-tuc-su-kien.aspx?Page={page + 1}">{page + 1}</a>' if page < pages else ""
    return FRAME.replace("{title}", "Tin tức").replace("{main}", f'<ul class="news">{items}</ul>{following}')


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, pages: int) -> None:
    try:
        while line := await reader.readline():
            while (await reader.readline()).strip():
                pass
            parts = urlsplit(line.split()[1].decode())
            query = parse_qs(parts.query)
            if "nid" in query:
                body, status = article(int(query["nid"][0]) - 1).encode(), "200 OK"
            elif parts.path.endswith("Tin-tuc-su-kien.aspx"):
                body, status = listing(int(query.get("Page", ["1"])[0]), pages).encode(), "200 OK"
            else:
                body, status = b"", "404 Not Found"
            head = f"Content-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}"
            writer.write(f"HTTP/1.1 {status}\r\n{head}\r\n\r\n".encode() + body)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


def serve(articles: int, port: multiprocessing.Queue[int]) -> None:
    """Serve a portal of so many articles until killed."""

    async def run() -> None:
        pages = articles // PER_PAGE
        server = await asyncio.start_server(lambda r, w: _answer(r, w, pages), "127.0.0.1", 0)
        port.put(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


# The measurements ------------------------------------------------------------------------------------------------


@dataclass
class Cost:
    cpu: float
    wall: float
    peak: int  # MB
    resident: list[int]  # MB, every second


def measure(command: list[str], cwd: Path) -> Cost:
    """Run a command and return what it cost."""
    begun, resident, peak = time.perf_counter(), [], 0
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen([sys.executable, "-m", "scrapy", *command], cwd=cwd, stderr=said)
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            memory = Path(f"/proc/{process.pid}/status").read_text()
            if found := re.search(r"VmHWM:\s+(\d+).*VmRSS:\s+(\d+)", memory, re.S):
                peak = int(found[1]) // 1024
                resident.append(int(found[2]) // 1024)
            time.sleep(0.5)
        if status:
            said.seek(0)
            sys.exit(f"{' '.join(command)} ended with {status}:\n{said.read()}")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - begun, peak, resident)


def ours(folder: Path, url: str) -> Cost:
    settings = {
        "KKT_BASE_URL": url,
        "DATABASE_URL": f"sqlite:///{folder}/archive.sqlite3",
        "FEEDS_DIR": folder / "feeds",
        "DOWNLOAD_DELAY": 0,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
        "LISTING_PAGES": 1000,
        "CLOSESPIDER_TIMEOUT": 0,
    }
    return measure(["crawl", "kkt", *(part for n, v in settings.items() for part in ("-s", f"{n}={v}"))], ROOT)


def bare(folder: Path, url: str, level: str) -> Cost:
    """Crawl with Scrapy's defaults: 8 requests at once, no delay; of these, the log's level is DEBUG."""
    (folder / "titles.py").write_text(BARE.format(url=f"{url}Trang/Tin-tuc-su-kien.aspx"))
    return measure(["runspider", "titles.py", "-L", level, "-O", "titles.jsonl"], folder)


def start_up(folder: Path, times: int) -> tuple[float, float]:
    """Return the CPU seconds of our crawl of a closed port and of an empty spider, each the least of some."""
    (folder / "empty.py").write_text(EMPTY)
    closed = {"KKT_BASE_URL": "http://127.0.0.1:9/", "FEEDS_DIR": folder / "none", "RETRY_TIMES": 0}
    closed["DATABASE_URL"] = f"sqlite:///{folder}/none.sqlite3"
    options = [part for name, value in closed.items() for part in ("-s", f"{name}={value}")]
    own, empty = [], []
    for _ in range(times):
        begun = os.times()
        subprocess.run(
            [sys.executable, "-m", "scrapy", "crawl", "kkt", *options], cwd=ROOT, capture_output=True, check=False
        )
        between = os.times()
        subprocess.run(
            [sys.executable, "-m", "scrapy", "runspider", "empty.py"], cwd=folder, capture_output=True, check=True
        )
        end = os.times()
        own.append(between.children_user - begun.children_user + between.children_system - begun.children_system)
        empty.append(end.children_user - between.children_user + end.children_system - between.children_system)
    return min(own), min(empty)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    pages, many = (300, 1000) if quick else (2000, 10_000)
    compileall.compile_dir(ROOT / "kkt_crawler", quiet=1)  # as `make` leaves it
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own, empty = start_up(folder, 3)
        print(f"start-up: {own:.2f} s CPU, an empty spider {empty:.2f} s: {own / empty:.2f} times")
        for count in (pages, many):
            port: multiprocessing.Queue[int] = multiprocessing.Queue()
            server = multiprocessing.Process(target=serve, args=(count, port), daemon=True)
            server.start()
            url = f"http://127.0.0.1:{port.get()}/bannganh/kkt/"
            inside = folder / str(count)
            inside.mkdir()
            cost = ours(inside, url)
            each = cost.cpu / count * 1000
            line = f"{count} pages: {each:.1f} ms CPU a page, {cost.wall:.0f} s, peak {cost.peak} MB"
            if count == pages:
                print(line)
                for level in ("DEBUG", "INFO"):
                    other = bare(inside, url, level)
                    print(
                        f"bare Scrapy at {level}: {other.cpu / count * 1000:.1f} ms, {other.wall:.0f} s, "
                        f"peak {other.peak} MB; pages per CPU second: {other.cpu / cost.cpu:.2f} of these"
                    )
            else:
                marks = [cost.resident[int(len(cost.resident) * part) - 1] for part in (0.25, 0.5, 0.75, 1.0)]
                print(f"{line}; MB at each quarter: {', '.join(map(str, marks))}")
            server.kill()


if __name__ == "__main__":
    main()
