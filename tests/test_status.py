import json
from datetime import UTC, datetime
from typing import Any

import pytest

from kkt_crawler.entry import Health
from kkt_crawler.syndication.status import status_json


def health(site: str, verdict: Any = "ok", **changes: Any) -> Health:
    values: dict[str, Any] = {
        "reason": "",
        "finished": datetime(2026, 11, 24, 1, 0, 5, 250, tzinfo=UTC),
        "last_good": datetime(2026, 11, 24, 1, 0, 5, tzinfo=UTC),
        "requests": 31,
        "listings": 2,
        "new": 3,
        "changed": 1,
        "same": 20,
        "failed": 0,
        "fill": {"title": 1.0, "images": 2 / 3},
    }
    return Health(site=site, verdict=verdict, **values | changes)


def test_every_number_of_a_site_is_there_in_one_order() -> None:
    document = json.loads(status_json([health("kkt")]))
    assert list(document) == ["version", "verdict", "sites"]
    assert list(document["sites"]["kkt"].items()) == [
        ("verdict", "ok"),
        ("reason", ""),
        ("finished", "2026-11-24T08:00:05+07:00"),
        ("last_good", "2026-11-24T08:00:05+07:00"),
        ("requests", 31),
        ("listings", 2),
        ("new", 3),
        ("changed", 1),
        ("same", 20),
        ("failed", 0),
        ("fill", {"images": 0.667, "title": 1.0}),
    ]


def test_the_order_in_which_sites_are_given_changes_no_byte() -> None:
    one, other = health("baoquangninh"), health("kkt", fill={"images": 2 / 3, "title": 1.0})
    assert status_json([one, other]) == status_json([other, one])


@pytest.mark.parametrize(
    ("verdicts", "whole"),
    [([], None), (["ok", "ok"], "ok"), (["ok", "degraded"], "degraded"), (["failing", "degraded"], "failing")],
)
def test_the_whole_is_as_bad_as_its_worst_site(verdicts: list[str], whole: str | None) -> None:
    sites = [health(f"site{number}", verdict) for number, verdict in enumerate(verdicts)]
    assert json.loads(status_json(sites))["verdict"] == whole


def test_a_site_that_was_never_good_says_null() -> None:
    assert json.loads(status_json([health("kkt", "failing", last_good=None)]))["sites"]["kkt"]["last_good"] is None
