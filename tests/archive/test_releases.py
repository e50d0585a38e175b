"""The archive of every release opens."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from newsroom import NOW
from sqlalchemy import create_engine, inspect

from kkt_crawler.archive import Archive, schema

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


RELEASES = sorted((Path(__file__).parents[1] / "archives").glob("*.db"))


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_the_archive_of_every_release_opens(release: Path, tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite3"
    shutil.copy(release, path)
    with Archive.open(f"sqlite:///{path}") as archive:
        expected = json.loads(release.with_suffix(".json").read_text(encoding="utf-8"))
        entries = archive.newest("all", 9)
        assert {entry.id: entry.article.title for entry in entries} == expected
        assert sorted(len(entry.printings) for entry in entries) == [0, 1]
        assert len(archive.corrections(9)) == 1
        assert archive.store(entries[0].article, now=NOW + DAY).change == "same"
        Archive.open(f"sqlite:///{tmp_path}/fresh.sqlite3").close()
        assert _shape(path) == _shape(tmp_path / "fresh.sqlite3")


def test_there_is_a_file_of_every_release() -> None:
    assert [path.stem for path in RELEASES] == [f"v{number}" for number in range(1, len(RELEASES) + 1)]
    assert RELEASES


def _shape(path: Path) -> dict[str, object]:
    engine = create_engine(f"sqlite:///{path}")
    tables = inspect(engine)
    shape = {
        table: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in tables.get_columns(table)],
            sorted(index["name"] for index in tables.get_indexes(table)),
        )
        for table in schema.metadata.tables
    }
    engine.dispose()
    return shape
