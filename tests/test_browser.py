"""The page in Chromium, served by ``scrapy serve``: what a reader sees, and what axe-core says of it."""

from __future__ import annotations

import os
import shutil
import struct
import zlib
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from local_server import Server, start
from lxml import etree
from newsroom import NOON, NOW, Newsroom
from playwright.sync_api import sync_playwright

from kkt_crawler.archive import Archive, Run
from kkt_crawler.syndication.entries import SiteTitle
from kkt_crawler.syndication.publish import publish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

SITES = {
    "bao": SiteTitle("Báo Vùng Mỏ", "https://bao.example/"),
    "cong": SiteTitle("Cổng thông tin Vùng Mỏ", "https://cong.example/"),
}
SCREENS = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 900}}


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress((b"\0" + b"\x50\x90\x70" * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve what is published of two sites: an edit, a story printed twice, a run that failed."""
    folder: Path = tmp_path_factory.mktemp("feeds")
    archive = Archive.open(f"sqlite:///{tmp_path_factory.mktemp('archive') / 'archive.sqlite3'}")
    newsroom = Newsroom()
    reports = [newsroom.report(published=NOON - timedelta(hours=number)) for number in range(26)]
    plain = replace(reports[1], images=())
    silent = replace(reports[2], images=(replace(reports[2].images[0], caption=""),))
    for article in [reports[0], plain, silent, *reports[3:], newsroom.reprints(reports[4], "cong")["whole"]]:
        archive.store(article, now=NOW)
    archive.store(replace(reports[5], title="Tiêu đề đã sửa"), now=NOW + timedelta(hours=2))
    for site, verdict in (("bao", "ok"), ("cong", "failing")):
        run = Run(site=site, started=NOW, finished=NOW, verdict=verdict)
        archive.finish_run(archive.start_run(site, now=NOW), run)
    publish(archive, folder=folder, feeds_url="https://tin.example.vn/", entries=10, sites=SITES)
    archive.close()
    server = start(folder)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        reason = "no Chromium here: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Open the page in a fresh context. Pictures come from here; a complaint of any kind fails the test."""
    complaints: list[str] = []

    def picture(route: Route) -> None:
        request = route.request
        if request.resource_type != "image" or "referer" in request.headers:
            complaints.append(f"asked for {request.url} as {request.resource_type} with {request.headers}")
        route.fulfill(body=png(900, 1200), content_type="image/png")

    def opened(screen: str = "desktop", **options: Any) -> Page:
        context = browser.new_context(viewport=SCREENS[screen], locale="vi-VN", **options)
        context.route(lambda url: not url.startswith(server.url), picture)
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
        tab.goto(server.url)
        return tab

    yield opened
    for context in browser.contexts:
        context.close()
    assert complaints == []


def scroll_through(tab: Page) -> None:
    """Scroll down as a reader does, so that every lazy picture is loaded."""
    for picture in tab.locator("img").all():
        picture.scroll_into_view_if_needed()
    tab.wait_for_function("[...document.images].every(picture => picture.naturalWidth > 0)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_no_fault(opened: Callable[..., Page], screen: str, scheme: str) -> None:
    tab = opened(screen, color_scheme=scheme, reduced_motion="reduce")
    scroll_through(tab)
    results = Axe().run(tab, options={"resultTypes": ["violations"]})
    assert results.response["violations"] == [], results.generate_report()
    assert {"color-contrast", "region", "image-alt"} <= {rule["id"] for rule in results.response["passes"]}


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_wider_than_the_screen_and_nothing_jumps(opened: Callable[..., Page], screen: str) -> None:
    tab = opened(screen)
    scroll_through(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") <= SCREENS[screen]["width"]
    assert tab.evaluate(
        "[...document.images].every(picture => picture.clientWidth <= picture.closest('article').clientWidth)"
    )
    shift = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries()
        .reduce((sum, entry) => sum + entry.value, 0))).observe({type: "layout-shift", buffered: true})
        || setTimeout(() => done(0), 300))"""
    assert tab.evaluate(shift) < 0.01


def test_dark_mode_is_dark(opened: Callable[..., Page]) -> None:
    colours = [
        opened(color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    ]
    light, dark = (sum(map(int, colour[4:-1].split(","))) for colour in colours)
    assert light > 600 > 150 > dark


def test_every_link_of_ours_leads_to_a_file_of_its_type(opened: Callable[..., Page], server: Server) -> None:
    tab = opened()
    links = tab.eval_on_selector_all(
        "a[href], link[rel=alternate]", "all => all.map(one => [one.getAttribute('href'), one.type])"
    )
    ours = {(href, media_type) for href, media_type in links if urljoin(server.url, href).startswith(server.url)}
    for href, media_type in ours:
        if href.startswith("#"):
            assert tab.locator(href).count() == 1
            continue
        response, _ = server.ask(f"/{href}")
        assert response.status == 200, href
        assert response.headers.get_content_type() == media_type
    _, opml = server.ask("/feeds.opml")
    listed = {url.removeprefix("https://tin.example.vn/") for url in etree.fromstring(opml).xpath("//@xmlUrl")}
    assert {"all.rss", "bao.rss", "bao/kinh-te.rss", "cong.rss"} <= listed <= {href for href, _ in ours}


def test_it_is_the_same_page_without_javascript(opened: Callable[..., Page]) -> None:
    tab = opened(java_script_enabled=False)
    assert tab.get_by_role("heading", level=1).is_visible()
    assert tab.get_by_role("article").count() == 12
    assert tab.get_by_role("link", name="RSS").first.is_visible()


def test_the_keyboard_reaches_the_content_first(opened: Callable[..., Page]) -> None:
    tab = opened()
    tab.keyboard.press("Tab")
    skip = tab.get_by_role("link", name="Tới nội dung chính")
    assert skip.evaluate("link => link === document.activeElement")
    assert (skip.bounding_box() or {})["y"] >= 0
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "noi-dung"
