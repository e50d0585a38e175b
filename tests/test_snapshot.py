"""``scrapy snapshot``: a page of a live site becomes a case."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bad_answers import PAGE, TITLE, whole
from hostile import Hostile


@pytest.fixture
def snapshot(tmp_path):
    def run(url):
        return subprocess.run(
            [sys.executable, "-m", "scrapy", "snapshot", "baoquangninh", url, "--cases", tmp_path],
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[1],
        )

    return run


def test_an_article_is_kept_with_its_golden(snapshot, tmp_path):
    with Hostile(**{"cau-song-chanh-123456_html": whole(PAGE)}) as server:
        done = snapshot(server.url + "cau-song-chanh-123456.html")
    assert (done.returncode, done.stdout.count("\n")) == (0, 1), done.stderr
    folder = tmp_path / "generic" / "123456"
    assert json.loads((folder / "article.json").read_text())["title"] == TITLE
    assert (folder / "page.html").read_bytes() == PAGE
    assert [hit.path for hit in server.hits] == ["robots.txt", "cau-song-chanh-123456.html"]


def test_a_page_that_is_no_article_is_kept_as_refused(snapshot, tmp_path):
    with Hostile() as server:
        done = snapshot(server.url + "maintenance")
    assert done.returncode == 0
    (meta,) = tmp_path.rglob("meta.json")
    assert json.loads(meta.read_text())["error"] == ["published"]


def test_why_there_is_no_page_is_said_in_one_line(snapshot, tmp_path):
    with Hostile() as server:
        done = snapshot(server.url + "forbidden")
    assert done.returncode == 1
    assert done.stderr == f"{server.url}forbidden: answers 403\n"
    assert not list(tmp_path.iterdir())
