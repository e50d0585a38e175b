"""Write this release's archive beside this file: ``python tests/archives/write.py``, once, before a release.

The file is named after its version; a test opens every one of them with the code of the day. ``.json`` says what
is in it: the id and the title of each entry of ``all``.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from newsroom import NOW, Newsroom  # noqa: E402 - the tests' folder is no package

from kkt_crawler.archive import Archive, Run  # noqa: E402 - stands with the line above
from kkt_crawler.archive.migrations import STEPS  # noqa: E402 - stands with the line above


def write(path: Path) -> None:
    """Write an archive with two stories, a reprint, a correction, a failure and a run."""
    room = Newsroom()
    with Archive.open(f"sqlite:///{path}") as archive:
        original, other = room.report(paragraphs=3), room.report("cong", paragraphs=2)
        archive.store(original, now=NOW, etag='"1"', section="Tin mới")
        archive.store(room.reprints(original)["retitled"], now=NOW)
        archive.store(other, now=NOW)
        archive.store(replace(original, title="Tiêu đề đã sửa"), now=NOW + timedelta(hours=1))
        archive.missed("cong", other.key, now=NOW + timedelta(hours=1))
        archive.failed("bao", "https://bao.example/hong.html", reason="no title", now=NOW)
        archive.remember("cong", "base", "https://cong.example/")
        archive.remember_listing("https://bao.example/", '"1"', "")
        run = Run(site="bao", started=NOW, finished=NOW + timedelta(minutes=1), verdict="ok", new=2)
        archive.finish_run(archive.start_run("bao", now=NOW), run)
        titles = {entry.id: entry.article.title for entry in archive.newest("all", 9)}
    text = json.dumps(titles, ensure_ascii=False, indent=1)
    path.with_suffix(".json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(HERE / f"v{len(STEPS) + 1}.db")
