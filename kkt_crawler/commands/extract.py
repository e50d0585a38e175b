"""``scrapy extract``: saved pages read as the crawl would read them, one article a line."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.spiderloader import get_spider_loader

from kkt_crawler import charset, urls
from kkt_crawler.crawl import addresses, exitcodes
from kkt_crawler.crawl.config import base_url
from kkt_crawler.pages import PageError, Reading, read_article

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from scrapy.settings import BaseSettings

    from kkt_crawler.pages import ArticlePage

#: The site name under which a page of any news site is read.
GENERIC = "generic"
_WIDEST = 60


class Command(ScrapyCommand):
    """Read pages from files; exit 1 where one of them shows no article."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Return the arguments' line of the help."""
        return "--site SITE (--url URL FILE ... | --manifest FILE.jsonl) [--explain]"

    def short_desc(self) -> str:
        """Return the line in Scrapy's list of commands."""
        return "Print the article on each saved page as one JSON line"

    def long_desc(self) -> str:
        """Return the help's paragraph."""
        return (
            "Read saved pages and print one JSON line a page. A page without an article gives one line on stderr "
            "that names the missing field, and exit 1 at the end."
        )

    def add_options(self, parser: ArgumentParser) -> None:
        """Add our options to Scrapy's."""
        super().add_options(parser)
        parser.add_argument("--site", required=True, help=f'a spider\'s name, or "{GENERIC}" for any news site')
        parser.add_argument("--url", help="where the pages were found")
        parser.add_argument("--manifest", help='JSON lines with "file" (relative to the manifest) and "url"')
        parser.add_argument("--explain", action="store_true", help="say on stderr which evidence gave each field")

    def run(self, args: list[str], opts: Namespace) -> None:
        """Print what every page says, in the order given."""
        assert self.settings is not None
        layouts, base = site(self.settings, opts.site)
        for path, url in _pages(args, opts):
            try:
                page = charset.decode(path.read_bytes())[0]
            except OSError as error:
                raise UsageError(f"{path}: {error.strerror}", print_help=False) from None
            try:
                reading = read_article(url, page, layouts=layouts, site=opts.site, base_url=base)
            except PageError as error:
                sys.stderr.write(f"{error}\n")
                self.exitcode = exitcodes.FAILING
                continue
            sys.stdout.write(json.dumps(reading.article.to_dict(), ensure_ascii=False) + "\n")
            if opts.explain:
                sys.stdout.flush()
                sys.stderr.write(explain(reading))


def site(settings: BaseSettings, name: str) -> tuple[tuple[type[ArticlePage], ...], str]:
    """Return the layouts and the base address of the site ``name``; raise UsageError where there is none."""
    if name == GENERIC:
        return (), ""
    loader = get_spider_loader(settings)
    if name not in loader.list():
        known = ", ".join([*loader.list(), GENERIC])
        raise UsageError(f"No site {name!r}; there are: {known}", print_help=False)
    spider = loader.load(name)
    address = base_url(settings, f"{name.upper()}_BASE_URL") or getattr(spider, "home", "")
    return tuple(getattr(spider, "layouts", ())), addresses.folder(address)


def explain(reading: Reading) -> str:
    """Return a line for each field: its name, the evidence that gave it, and the beginning of its value."""
    values = reading.article.to_dict()
    lines = [f"{reading.article.url}  layout {reading.article.extraction}"]
    for field, value in values.items():
        if evidence := reading.evidence.get(field):
            shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            shown = " ".join(shown.split())
            shown = shown if len(shown) <= _WIDEST else shown[: _WIDEST - 1] + "…"
            lines.append(f"  {field:<12} {evidence:<50} {shown}")
    return "\n".join(lines) + "\n"


def _pages(args: list[str], opts: Namespace) -> Iterator[tuple[Path, str]]:
    """Yield file and address of every page asked for."""
    if bool(args and opts.url) == bool(opts.manifest) or bool(args) != bool(opts.url):
        raise UsageError("Give --url with files, or --manifest")
    if opts.url:
        for name in args:
            yield Path(name), _address(opts.url)
        return
    manifest = Path(opts.manifest)
    try:
        lines = manifest.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{manifest}: {error}", print_help=False) from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            name, url = entry["file"], entry["url"]
        except (ValueError, TypeError, KeyError):
            raise UsageError(f'{manifest}:{number}: not {{"file": …, "url": …}}', print_help=False) from None
        beside = manifest.parent / name
        yield (beside if beside.exists() else Path(name)), _address(url)


def _address(url: str) -> str:
    if not isinstance(url, str) or not urls.absolute(url, url):
        raise UsageError(f"{url!r} is no http address", print_help=False)
    return url
