"""``scrapy history`` as it is typed."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from newsroom import NOW, Newsroom

from kkt_crawler.archive import Archive

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the command's start, with an archive of an edited and an unedited article."""
    url = f"sqlite:///{tmp_path_factory.mktemp('history')}/archive.sqlite3"
    room = Newsroom()
    with Archive.open(url) as archive:
        for article in (replace(room.report(), key="1", title="Thu 250 tỷ đồng"), replace(room.report(), key="2")):
            archive.store(article, now=NOW)
        archive.store(replace(room.report(), key="1", title="Thu 520 tỷ đồng"), now=NOW + timedelta(hours=1))
    return [sys.executable, "-m", "scrapy", "history", "-s", f"DATABASE_URL={url}"]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_edits_are_a_word_diff(command: list[str]) -> None:
    done = run(*command, "bao", "1")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2026-03-02 07:00 UTC: title, lead, body_text" in done.stdout
    assert "Thu [-250-]{+520+} tỷ đồng" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_terminal_gets_colours_instead_of_marks(command: list[str]) -> None:
    ours, theirs = pty.openpty()
    subprocess.run([*command, "bao", "1"], cwd=ROOT, stdout=theirs, env=os.environ | {"TERM": "xterm"}, check=True)
    os.close(theirs)
    shown = b""
    while chunk := _read(ours):
        shown += chunk
    os.close(ours)
    assert "\x1b[32m520\x1b[0m" in shown.decode()
    assert "[-250-]" not in shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""


def test_json_has_one_line_an_edit(command: list[str]) -> None:
    (line,) = run(*command, "bao", "1", "--json").stdout.splitlines()
    edit = json.loads(line)
    assert edit["before"]["title"] == "Thu 250 tỷ đồng"
    assert edit["changes"][0]["field"] == "title"


def test_an_unedited_article_has_no_edits(command: list[str]) -> None:
    done = run(*command, "bao", "2")
    assert done.returncode == 0
    assert "edits: 0" in done.stdout


@pytest.mark.parametrize(("arguments", "code"), [(["bao", "3"], 1), (["bao"], 2)])
def test_what_cannot_be_shown_is_said(command: list[str], arguments: list[str], code: int) -> None:
    done = run(*command, *arguments)
    assert done.returncode == code
    assert done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_an_archive_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "archive.sqlite3").write_text("no database" * 999)
    done = run(
        sys.executable, "-m", "scrapy", "history", "bao", "1",
        "-s", f"DATABASE_URL=sqlite:///{tmp_path}/archive.sqlite3",
    )  # fmt: skip
    assert done.returncode == 4
    assert len(done.stderr.splitlines()) == 1
