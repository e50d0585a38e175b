"""What an operator may write into the settings, and what is said about the rest."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from scrapy.settings import Settings

from kkt_crawler.crawl.config import Config, SettingError, base_url

ROOT = Path(__file__).parents[1]


@pytest.fixture
def config(tmp_path, monkeypatch):
    """Read settings in an empty folder, on top of the operator's file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(ROOT)

    def read(**changes):
        settings = Settings()
        settings.setmodule("settings")
        settings.setdict(changes)
        return Config.from_settings(settings)

    return read


def test_defaults_are_usable(config, tmp_path):
    found = config()
    assert found.feed_entries == 50
    assert found.revisits == tuple(timedelta(hours=hours) for hours in (1, 6, 24, 72))
    assert not list(tmp_path.iterdir())
    found.prepare()
    assert (tmp_path / "feeds").is_dir()


@pytest.mark.parametrize(
    ("hours", "revisits"),
    [("0", ()), ("0.5, 2", (0.5, 2)), ("6,1,6", (1, 6)), (3, (3,))],
)
def test_revisit_hours(config, hours, revisits):
    assert config(REVISIT_HOURS=hours).revisits == tuple(timedelta(hours=hour) for hour in revisits)


def test_feeds_url_ends_with_a_slash(config):
    assert config(FEEDS_URL="https://tin.example/bao").feeds_url == "https://tin.example/bao/"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KKT_BASE_URL", "quangninh"),
        ("KKT_BASE_URL", "ftp://quangninh.example/"),
        ("KKT_BASE_URL", "http://khu kinh te.example/"),
        ("BAOQUANGNINH_BASE_URL", "http://[::1/"),
        ("BAOCAOBANG_BASE_URL", "http://"),
        ("PROVINCE_URL", "://"),
        ("FEEDS_URL", ""),
        ("WEBSUB_HUB", "hub"),
        ("REVISIT_HOURS", ""),
        ("REVISIT_HOURS", "soon"),
        ("REVISIT_HOURS", "1,-6"),
        ("REVISIT_HOURS", "0,6"),
        ("REVISIT_HOURS", "nan"),
        ("REVISIT_HOURS", "1;6"),
        ("FEED_ENTRIES", "0"),
        ("FEED_ENTRIES", "many"),
        ("FEED_ENTRIES", "2.5"),
        ("FEED_ENTRIES", "inf"),
        ("DATABASE_URL", ""),
        ("DATABASE_URL", "archive.sqlite3"),
        ("DATABASE_URL", "mysql://localhost/news"),
        ("DATABASE_URL", "sqlite:///no/such/folder/archive.sqlite3"),
        ("FEEDS_DIR", ""),
        ("FEEDS_DIR", __file__),
        ("FEEDS_DIR", f"{__file__}/feeds"),
        ("DOWNLOAD_DELAY", "slow"),
        ("DOWNLOAD_DELAY", "-1"),
        ("LISTING_PAGES", "0"),
        ("CLOSESPIDER_TIMEOUT", "soon"),
        ("CONCURRENT_REQUESTS_PER_DOMAIN", "0"),  # Scrapy would wait for ever
        ("RETRY_BACKOFF", "nan"),
    ],
)
def test_bad_setting_is_named_in_one_line(config, tmp_path, name, value):
    with pytest.raises(SettingError, match=name) as error:
        config(**{name: value})
    assert "\n" not in str(error.value)
    assert "write " in str(error.value)
    assert not list(tmp_path.iterdir())


def test_folder_that_cannot_be_made_is_named(config):
    with pytest.raises(SettingError, match="FEEDS_DIR"):
        config(FEEDS_DIR="/proc/feeds").prepare()


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("", ""),
        (" http://127.0.0.1:8471/bannganh/kkt/ ", "http://127.0.0.1:8471/bannganh/kkt/"),
        ("HTTPS://Portal.example:443/Tin?Cat=82#top", "https://portal.example/Tin"),
    ],
)
def test_base_url(value, url):
    assert base_url(Settings({"KKT_BASE_URL": value}), "KKT_BASE_URL") == url


def test_settings_come_from_the_environment():
    values = {"FEED_ENTRIES": "7", "KKT_BASE_URL": "http://127.0.0.1/kkt/", "REVISIT_HOURS": "0"}
    names = ", ".join(map(repr, values))
    script = f"import json, settings; print(json.dumps({{n: getattr(settings, n) for n in ({names})}}))"
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=os.environ | values, capture_output=True)
    assert json.loads(run.stdout) == values


def test_who_we_are_and_how_politely_we_ask(monkeypatch):
    """What a site's administrator would check first."""
    monkeypatch.syspath_prepend(ROOT)
    settings = Settings()
    settings.setmodule("settings")
    assert settings["CONTACT"] in settings["USER_AGENT"]
    assert "Mozilla" not in settings["USER_AGENT"]
    assert settings.getbool("ROBOTSTXT_OBEY")
    assert settings.getfloat("DOWNLOAD_DELAY") >= 1
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
    assert settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES")
