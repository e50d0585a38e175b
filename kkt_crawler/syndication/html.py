"""``index.html``: the page that a person opens. Static, in Vietnamese, without JavaScript."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kkt_crawler.dates import VIETNAM
from kkt_crawler.syndication.entries import channel_title, site_name
from kkt_crawler.text import clean
from kkt_crawler.urls import absolute

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from kkt_crawler.article import Article, Image, Precision
    from kkt_crawler.entry import Channel, Entry, Health, Revision
    from kkt_crawler.syndication.entries import SiteTitle

#: Stories shown as cards. The first fills four places where there is room, so that twelve fill five rows of three.
_CARDS = 12
#: Stories below them, as titles, and edits.
_TITLES, _EDITS = 12, 8

_FORMATS = (
    ("rss", "RSS", "application/rss+xml"),
    ("atom", "Atom", "application/atom+xml"),
    ("json", "JSON", "application/feed+json"),
)
_VERDICTS = {"ok": "Hoạt động tốt", "degraded": "Hoạt động, nhưng có trục trặc", "failing": "Đang gặp lỗi"}
_FIELDS = {
    "title": "tiêu đề",
    "published": "ngày đăng",
    "authors": "tác giả",
    "lead": "tóm tắt",
    "body_text": "nội dung",
    "images": "ảnh và chú thích",
    "attachments": "tệp đính kèm",
    "source": "nguồn",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Source:
    """A site: its feeds, the whole site's first, and its health if it was ever read."""

    name: str
    home: str
    channels: list[Channel]
    health: Health | None


def index_page(
    *,
    channels: Sequence[Channel],
    entries: Sequence[Entry],
    corrections: Sequence[Revision],
    health: Sequence[Health],
    sites: Mapping[str, SiteTitle],
    feeds_url: str,
) -> bytes:
    """Return the page; of ``entries`` and ``corrections``, newest first, it shows as many as it has room for.

    Every time on it comes from the values given: the same archive gives the same bytes. Its links are relative,
    so that it works wherever the folder is served; ``feeds_url`` is shown to be copied.
    """
    page = _TEMPLATES.get_template("index.html.j2").render(
        style=Markup(_STYLE),
        style_hash="sha256-" + b64encode(sha256(_STYLE.encode()).digest()).decode(),
        formats=_FORMATS,
        verdicts=_VERDICTS,
        channels=channels,
        shared=[channel for channel in channels if not channel.site],
        sources=_sources(channels, health, sites),
        cards=entries[:_CARDS],
        titles=entries[_CARDS : _CARDS + _TITLES],
        edits=corrections[:_EDITS],
        last_read=max((state.finished for state in health), default=None),
        feeds_url=feeds_url,
        title=lambda channel: channel_title(channel, sites),
        site_name=lambda site: site_name(site, sites),
    )
    return page.encode()


def _sources(
    channels: Sequence[Channel], health: Sequence[Health], sites: Mapping[str, SiteTitle]
) -> list[_Source]:
    """Return the sites of today, then those that only the archive still knows."""
    states = {state.site: state for state in health}
    known = dict.fromkeys([*sites, *(channel.site for channel in channels if channel.site)])
    return [
        _Source(
            name=site_name(site, sites),
            home=sites[site].home if site in sites else "",
            channels=[channel for channel in channels if channel.site == site],
            health=states.get(site),
        )
        for site in known
    ]


def _picture(article: Article) -> Image | None:
    """Return the first picture that can be shown, its address escaped."""
    spelt = (replace(image, url=absolute(image.url, image.url)) for image in article.images)
    return next((image for image in spelt if image.url), None)


def _is_web(url: str) -> bool:
    return bool(absolute(url, url))


def _machine_time(moment: datetime, precision: Precision) -> str:
    local = moment.astimezone(VIETNAM)
    return local.date().isoformat() if precision == "day" else local.isoformat(timespec="seconds")


def _words_time(moment: datetime, precision: Precision) -> str:
    return moment.astimezone(VIETNAM).strftime("%d/%m/%Y" if precision == "day" else "%d/%m/%Y %H:%M")


def _text(value: object) -> object:
    """Return what a template prints without what HTML cannot hold, whoever wrote it into the archive."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _changed(revision: Revision) -> str:
    """Return what was edited in words: ``tiêu đề, nội dung``."""
    return ", ".join(_FIELDS[name] for name in _FIELDS if name in revision.changed) or "chi tiết khác"


_FOLDER = Path(__file__).with_name("templates")
_STYLE = (_FOLDER / "index.css").read_text("utf-8").strip()
_TEMPLATES = Environment(
    loader=FileSystemLoader(_FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=_text,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_TEMPLATES.filters |= {
    "picture": _picture,
    "machine_time": _machine_time,
    "words_time": _words_time,
    "changed": _changed,
}
_TEMPLATES.tests["web"] = _is_web
