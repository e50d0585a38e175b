"""``scrapy extract`` and ``scrapy snapshot`` as an operator runs them."""

import dataclasses
import http.server
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kkt_crawler.article import Article

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"
ARTICLE = CASES / "kkt" / "attachments-below"
PAPER = CASES / "mediatech" / "redesigned"
NO_ARTICLE = CASES / "kkt" / "refused-soft-404"


def scrapy(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "scrapy", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"KKT_BASE_URL": "", "BAOQUANGNINH_BASE_URL": ""},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def meta(case):
    return json.loads((case / "meta.json").read_text())


def golden(case):
    return json.loads((case / "article.json").read_text())


def test_an_article_is_one_json_line_in_the_fields_of_the_article():
    run = scrapy("extract", "--site", "kkt", "--url", meta(ARTICLE)["url"], ARTICLE / "page.html")
    assert (run.returncode, run.stderr) == (0, "")
    (line,) = run.stdout.splitlines()
    read = json.loads(line)
    assert list(read) == [field.name for field in dataclasses.fields(Article)]
    assert read["title"] == golden(ARTICLE)["title"]
    assert read["extraction"] == "kkt"
    assert "ệ" in line  # Vietnamese as it is read, not as escapes


def test_a_page_without_an_article_is_named_and_the_others_are_read(tmp_path):
    (tmp_path / "page.html").write_bytes((ARTICLE / "page.html").read_bytes())
    entries = [
        {"file": str(NO_ARTICLE / "page.html"), "url": meta(NO_ARTICLE)["url"]},
        {"file": "page.html", "url": meta(ARTICLE)["url"]},
    ]
    manifest = tmp_path / "pages.jsonl"
    manifest.write_text("\n".join(map(json.dumps, entries)) + "\n")
    run = scrapy("extract", "--site", "kkt", "--manifest", manifest)
    assert run.returncode == 1
    assert [json.loads(line)["key"] for line in run.stdout.splitlines()] == [golden(ARTICLE)["key"]]
    (error,) = run.stderr.splitlines()
    assert meta(NO_ARTICLE)["url"] in error
    assert any(field in error for field in meta(NO_ARTICLE)["error"])


def test_explain_says_beside_the_article_what_gave_each_field():
    pages = ("--url", meta(PAPER)["url"], PAPER / "page.html")
    plain, explained = (
        scrapy("extract", "--site", "baoquangninh", *pages, *more) for more in ((), ("--explain",))
    )
    assert explained.stdout == plain.stdout
    lines = {line.split()[0]: line for line in explained.stderr.splitlines()[1:]}
    assert "structure" in lines["title"]
    assert "og:title" in lines["title"]
    assert "structure" in lines["published"]
    assert {"lead", "body_text", "images", "section"} <= set(lines)
    assert explained.stderr.startswith(meta(PAPER)["url"])
    assert "layout generic" in explained.stderr  # the paper's own layout does not fit: the operator sees it


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--site", "nobody", "--url", "https://a.example/", "page.html"), "kkt"),
        (("--site", "kkt", "page.html"), "--url"),
        (("--site", "kkt", "--url", "https://a.example/"), "--url"),
        (("--site", "kkt", "--url", "not an address", "page.html"), "not an address"),
        (("--site", "kkt", "--url", "https://a.example/", "no-such-file.html"), "no-such-file.html"),
        (("--site", "kkt", "--manifest", "no-such-file.jsonl"), "no-such-file.jsonl"),
        (("--site", "kkt", "--manifest", "pyproject.toml"), "pyproject.toml:1"),
    ],
)
def test_wrong_usage_says_what_is_wrong_and_exits_2(arguments, said):
    run = scrapy("extract", *arguments)
    assert run.returncode == 2
    assert said in run.stderr.splitlines()[-1]
    assert run.stdout == ""


@pytest.fixture
def site():
    """A site of one article whose robots.txt forbids /private."""
    pages = {
        "/robots.txt": (b"User-agent: *\nDisallow: /private\n", "text/plain"),
        "/bannganh/kkt/Trang/ChiTietTinTuc.aspx": ((ARTICLE / "page.html").read_bytes(), "text/html"),
        "/private": (b"<h1>Private</h1>", "text/html"),
    }

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body, kind = pages.get(self.path.split("?")[0], (b"<h1>404</h1>", "text/html"))
            self.send_response(200 if self.path.split("?")[0] in pages else 404)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_snapshot_is_a_case_to_review(site, tmp_path):
    url = f"{site}/bannganh/kkt/Trang/ChiTietTinTuc.aspx?nid=2318"
    run = scrapy("snapshot", "kkt", url, "--cases", tmp_path)
    assert run.returncode == 0, run.stderr
    case = tmp_path / "kkt" / "2318"
    assert str(case) in run.stdout
    assert (case / "page.html").read_text() == (ARTICLE / "page.html").read_text()
    assert meta(case)["url"] == url
    drafted, reviewed = golden(case), golden(ARTICLE)
    assert drafted["key"] == "2318"
    assert {name: drafted[name] for name in ("title", "published", "body_text")} == {
        name: reviewed[name] for name in ("title", "published", "body_text")
    }


@pytest.mark.parametrize("path", ["/private", "/gone"])
def test_what_is_forbidden_or_gone_gives_a_line_and_no_case(site, tmp_path, path):
    run = scrapy("snapshot", "kkt", f"{site}{path}", "--cases", tmp_path)
    assert run.returncode == 1
    assert f"{site}{path}" in run.stderr
    assert list(tmp_path.iterdir()) == []
