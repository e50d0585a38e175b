"""The replica keeps the promises that the crawl's tests build on."""

import html
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

import pytest

from kkt_crawler.demo.paper import Paper
from kkt_crawler.demo.portal import Portal
from kkt_crawler.pages import read_article
from kkt_crawler.pages.kkt import KktPage
from kkt_crawler.pages.mediatech import MediaTechPage
from kkt_crawler.urls import paper_key, portal_key


@pytest.fixture
def portal():
    with Portal() as portal:
        yield portal


@pytest.fixture
def paper():
    with Paper() as paper:
        yield paper


def get(url: str, data: dict[str, str] | None = None, **headers: str) -> tuple[int, str, str, dict[str, str]]:
    """Return status, final URL, body and headers."""
    form = urllib.parse.urlencode(data).encode() if data else None
    request = urllib.request.Request(url, form, {name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.url, answer.read().decode(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.url, error.read().decode(), dict(error.headers)


def keys_on(page: str) -> set[str]:
    """Return the articles of the portal that a page links; other sub-sites have theirs."""
    links = (urllib.parse.urljoin("/bannganh/kkt/Trang/", href) for href in re.findall(r'href="([^"]+)"', page))
    return {portal_key(html.unescape(link)) for link in links if link.lower().startswith("/bannganh/")} - {""}


def test_it_has_about_forty_articles_in_the_past():
    stories = [*Portal().listed, *Paper().listed]
    assert len(stories) == 42
    assert max(story.published.year for story in stories) == 2025
    assert all(story.title and story.lead for story in stories)


def test_portal_pages_by_query_string(portal):
    shown = [keys_on(get(f"{portal.url}Trang/tin-tuc-su-kien.aspx?Cat=82&Page={n}")[2]) for n in (1, 2, 3)]
    assert [len(keys) for keys in shown] == [6, 6, 5]
    assert set.union(*shown) == set(portal.stories)


def test_portal_pages_by_postback_only_with_its_own_state(portal):
    portal.postback = True
    address = f"{portal.url}Trang/Tin-tuc-su-kien.aspx"
    first = get(address)[2]
    assert "Page=2" not in first
    target, argument = re.search(r"href=\"javascript:__doPostBack\('(.+?)','(.+?)'\)", first).groups()
    state = re.search(r'name="__VIEWSTATE" id="__VIEWSTATE" value="(.+?)"', first)[1]
    form = {"__EVENTTARGET": target, "__EVENTARGUMENT": argument, "__VIEWSTATE": state}
    assert "1449" in keys_on(first)
    assert "1449" not in keys_on(get(address, form)[2])
    assert get(address, {**form, "__VIEWSTATE": "forged"})[0] == 500


def test_paper_sections_page_and_feeds_list_them(paper):
    first, second = (get(f"{paper.url}kinh-te?page={n}")[2] for n in (1, 2))
    assert len(re.findall(r'<article class="card">', first)) == 5
    assert paper.path(paper.within("kinh-te")[5]) in second
    assert get(f"{paper.url}rss/news/kinh-te.rss")[2].count("<item>") == len(paper.within("kinh-te"))
    assert get(f"{paper.url}rss")[3]["Content-Type"].startswith("text/html")
    assert "3351890" in get(f"{paper.url}search?keyword=quan+l%E1%BA%A1n&exactly=on")[2]


def test_paper_redirects_old_addresses(paper):
    story = paper.stories["2453118"]
    status, url, _, _ = get(paper.origin + paper.old_path(story))
    assert (status, url) == (200, paper.origin + paper.path(story))
    assert paper_key(paper.old_path(story)) == story.key


def test_unchanged_pages_answer_304_until_edited(paper):
    story = paper.stories["3351890"]
    address = paper.origin + paper.path(story)
    headers = get(address)[3]
    assert get(address, If_None_Match=headers["ETag"])[0] == 304
    assert get(address, If_Modified_Since=headers["Last-Modified"])[0] == 304
    paper.edit("3351890", lead="Tin đã sửa.")
    assert get(address, If_None_Match=headers["ETag"])[0] == 200
    assert get(address, If_Modified_Since=headers["Last-Modified"])[0] == 200


def test_articles_change_in_flight(paper):
    address = paper.origin + paper.path(paper.stories["3351890"])
    paper.edit("3351890", title="Nước máy về đảo")
    assert get(address)[1].endswith("/nuoc-may-ve-dao-3351890.html")
    paper.unlist("3351890")
    assert "3351890" not in get(f"{paper.url}rss/home.rss")[2]
    assert get(address)[0] == 200
    paper.delete("3351890", 410)
    assert get(address)[0] == 410


def test_faults_end(portal):
    address = f"{portal.url}Trang/Tin-tuc-su-kien.aspx"
    portal.fail("*/Tin-tuc*", status=503, retry_after=7)
    status, _, _, headers = get(address)
    assert (status, headers["Retry-After"]) == (503, "7")
    assert get(f"{portal.origin}/robots.txt")[0] == 200
    portal.heal()
    assert get(address)[0] == 200
    assert len(portal.asked("*/Tin-tuc*")) == 2


@pytest.mark.parametrize("key", sorted(Portal().stories))
def test_portal_articles_are_read_as_they_were_written(portal, key):
    agrees_with_its_story(portal, key, f"{portal.url}Trang/ChiTietTinTuc.aspx?nid={key}", KktPage)


@pytest.mark.parametrize("key", sorted(Paper().stories))
def test_paper_articles_are_read_as_they_were_written(paper, key):
    agrees_with_its_story(paper, key, paper.origin + paper.path(paper.stories[key]), MediaTechPage)


def agrees_with_its_story(site, key, url, layout):
    story = site.stories[key]
    article = read_article(url, get(url)[2], layouts=[layout], site=site.name, base_url=site.url).article
    paragraphs = [story.lead, *(block.text for block in story.body if block.kind != "picture")]
    pictures = [block for block in story.body if block.kind == "picture"]
    assert article.key == key
    assert article.extraction == layout.layout
    assert (article.title, article.published, article.lead) == (story.title, story.published, story.lead)
    assert article.body_text.split("\n\n") == paragraphs
    assert [image.caption for image in article.images] == [block.text or block.alt for block in pictures]
    assert [file.title for file in article.attachments] == [block.text for block in story.attachments]
    assert article.tags == story.tags
    assert " - ".join(article.authors) in (story.byline or story.credit)


def command(folder, *arguments):
    return [sys.executable, "-m", "scrapy", "demo", "-s", f"FEEDS_DIR={folder}", *arguments]


def demo(folder, *arguments):
    return subprocess.run(command(folder, *arguments), capture_output=True, text=True, check=False)


@pytest.fixture
def port():
    """Give a port that is free, as the next one most likely is too."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return str(free.getsockname()[1])


def test_demo_runs_again_and_changes_no_feed(tmp_path, port):
    first = demo(tmp_path, "--port", port)
    assert first.returncode == 0, first.stderr
    assert "kkt: 17 new articles" in first.stdout
    assert "baoquangninh: 25 new articles" in first.stdout
    assert all((tmp_path / "demo" / name).exists() for name in re.findall(r"/demo/([\w.]+\w)", first.stdout))
    feeds = [path for ending in ("rss", "atom", "opml") for path in tmp_path.glob(f"demo/**/*.{ending}")]
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in feeds}
    assert demo(tmp_path, "--port", port).returncode == 0
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in feeds} == before


def test_demo_keeps_the_replica_until_it_is_told_to_stop(tmp_path, port):
    arguments = command(tmp_path, "--port", port, "--serve")
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert any("stays" in line for line in process.stdout)
        assert get(f"http://127.0.0.1:{port}/bannganh/kkt/")[0] == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 0


def test_demo_names_a_port_that_is_taken(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = demo(tmp_path, "--port", str(port))
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert str(port) in run.stderr
    assert not list(tmp_path.iterdir())
