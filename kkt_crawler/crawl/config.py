"""The settings that are ours, checked before anything is opened, asked or written."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from kkt_crawler import urls

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

#: Scrapy's own numbers that an operator may well change, and what each must at least be.
_NUMBERS = {
    "CLOSESPIDER_TIMEOUT": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_MAXSIZE": 1,
    "DOWNLOAD_TIMEOUT": 1,
    "LISTING_PAGES": 1,
    "REDIRECT_MAX_TIMES": 0,
    "RETRY_BACKOFF": 0,
    "RETRY_TIMES": 0,
}
_NOT_WHOLE = ("DOWNLOAD_DELAY", "DOWNLOAD_TIMEOUT", "RETRY_BACKOFF", "CLOSESPIDER_TIMEOUT")


class SettingError(ValueError):
    """A setting that cannot be used. One line: which, what it holds, what to change."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    """Our settings, in the types they are used in."""

    database_url: str
    feeds_dir: Path
    feeds_url: str  #: with its closing slash
    feed_entries: int
    revisits: tuple[timedelta, ...]  #: after first sight; empty: on every run whose listing shows the article
    hub: str

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Return the settings as values. Raises SettingError; nothing is written."""
        for name in settings:
            if name.endswith("_BASE_URL") or name == "PROVINCE_URL":
                _address(settings, name, "https://www.example.vn/", may_be_empty=True)
        for name, least in _NUMBERS.items():
            _number(settings, name, least)
        return cls(
            database_url=_database(settings),
            feeds_dir=_folder(settings),
            feeds_url=_address(settings, "FEEDS_URL", "https://news.example.vn/").rstrip("/") + "/",
            feed_entries=int(_number(settings, "FEED_ENTRIES", 1)),
            revisits=_revisits(settings),
            hub=_address(settings, "WEBSUB_HUB", "https://hub.example.vn/", may_be_empty=True),
        )

    def prepare(self) -> None:
        """Make the feeds' folder. Raises SettingError where it cannot be written."""
        try:
            self.feeds_dir.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.feeds_dir, prefix=".writable-"):
                pass
        except OSError as error:
            raise _wrong(
                "FEEDS_DIR", str(self.feeds_dir), f"a folder that can be written ({error.strerror})"
            ) from None


def base_url(settings: BaseSettings, name: str) -> str:
    """Return the address in setting ``name``, escaped, without query and fragment; ``""`` if it holds none."""
    value = str(settings.get(name) or "").strip()
    return urls.absolute(urlsplit(value)._replace(query="", fragment="").geturl(), value) if value else ""


def _wrong(name: str, value: Any, remedy: str) -> SettingError:
    return SettingError(f"{name} is {str(value)!r}: write {remedy}")


def _address(settings: BaseSettings, name: str, example: str, *, may_be_empty: bool = False) -> str:
    value = str(settings.get(name) or "").strip()
    if not value and may_be_empty:
        return ""
    # Blanks in an address are slips of the pen, though they could be escaped.
    if not urls.absolute(value, value) or any(letter.isspace() for letter in value):
        raise _wrong(name, value, f"an address like {example}")
    return value


def _number(settings: BaseSettings, name: str, least: float) -> float:
    value = settings.get(name)
    remedy = f"a number, at least {least:g}"
    try:
        number = float(value)
        whole = name in _NOT_WHOLE or number == int(number)
    except (TypeError, ValueError, OverflowError):
        raise _wrong(name, value, remedy) from None
    if not (whole and least <= number < float("inf")):
        raise _wrong(name, value, remedy)
    return number


def _revisits(settings: BaseSettings) -> tuple[timedelta, ...]:
    value = str(settings.get("REVISIT_HOURS", "")).strip()
    remedy = "hours after first sight like 1,6,24,72, or 0 for every run"
    try:
        hours = [float(part) for part in value.split(",")]
        if hours == [0]:
            return ()
        if not all(0 < hour <= 24 * 365 for hour in hours):  # also false for nan
            raise ValueError(value)
    except ValueError:
        raise _wrong("REVISIT_HOURS", value, remedy) from None
    return tuple(timedelta(hours=hour) for hour in sorted(set(hours)))


def _database(settings: BaseSettings) -> str:
    value = str(settings.get("DATABASE_URL") or "").strip()
    scheme, _, rest = value.partition("://")
    if scheme.partition("+")[0] not in ("sqlite", "postgresql", "postgres") or not rest:
        raise _wrong("DATABASE_URL", value, "sqlite:///archive.sqlite3 or postgresql://user@host/name")
    if scheme.startswith("sqlite"):
        path = Path(rest.removeprefix("/").partition("?")[0])
        if path.is_dir() or not path.parent.is_dir():
            raise _wrong("DATABASE_URL", value, "a file in a folder that exists")
        if not os.access(path if path.exists() else path.parent, os.W_OK):
            raise _wrong("DATABASE_URL", value, "a file that can be written")
    return value


def _folder(settings: BaseSettings) -> Path:
    value = str(settings.get("FEEDS_DIR") or "").strip()
    if not value:
        raise _wrong("FEEDS_DIR", value, "a folder")
    path = Path(value)
    standing = next(folder for folder in (path, *path.absolute().parents) if folder.exists())
    if not standing.is_dir() or not os.access(standing, os.W_OK):
        raise _wrong("FEEDS_DIR", value, "a folder that can be written")
    return path
