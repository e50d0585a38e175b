"""Made-up values for the page's tests: two sites, seven channels, entries and edits."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from kkt_crawler.article import Article, Image
from kkt_crawler.entry import Channel, Entry, Health, Printing, Revision
from kkt_crawler.syndication.entries import SiteTitle
from kkt_crawler.syndication.html import index_page

SITES = {
    "kkt": SiteTitle("Ban Quản lý Khu kinh tế", "https://kkt.example.vn/"),
    "bao": SiteTitle("Báo Vùng Mỏ", "https://bao.example.vn/"),
}
CHANNELS = (
    Channel(name="all"),
    Channel(name="corrections"),
    Channel(name="kkt", site="kkt"),
    Channel(name="kkt/ha-tang", site="kkt", section="Hạ tầng"),
    Channel(name="bao", site="bao"),
    Channel(name="bao/kinh-te", site="bao", section="Kinh tế"),
    Channel(name="bao/van-hoa-xa-hoi", site="bao", section="Văn hóa & Xã hội"),
)
NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)


def article(number: int, **changes: Any) -> Article:
    site = ("bao", "kkt")[number % 2]
    lead = f"Con đê thứ {number} vừa được gia cố xong trước mùa bão, sớm hơn kế hoạch hai tuần."
    values: dict[str, Any] = {
        "title": f"Gia cố xong con đê thứ {number}",
        "published": NOON - timedelta(hours=number),
        "published_precision": "minute",
        "lead": lead,
        "body_text": f"{lead}\n\nHơn một trăm hộ dân dưới chân đê đã yên tâm xuống giống vụ mới.",
        "images": (Image(url=f"https://anh.example.vn/{number}.jpg", caption=f"Mặt đê số {number} từ bãi bồi."),),
    }
    return Article(site=site, key=str(number), url=f"https://{site}.example.vn/{number}.html", **values | changes)


def entry(article: Article, **changes: Any) -> Entry:
    at = article.published.astimezone(UTC)
    return Entry(id=f"urn:{article.key}", article=article, published=at, updated=at, first_seen=at, **changes)


def entries(count: int) -> list[Entry]:
    """Return stories with a picture, with one that has no caption, without one, and printed twice, in turn."""
    found = []
    for number in range(count):
        plain = article(number)
        if number % 4 == 1:
            plain = replace(plain, images=(Image(url=plain.images[0].url, alt="Đoạn đê mới"),))
        elif number % 4 == 2:
            plain = replace(plain, images=())
        copy = Printing(site="kkt", url="https://kkt.example.vn/c", title="", published=NOON, first_seen=NOON)
        found.append(entry(plain, printings=(copy,) if number % 4 == 0 else ()))
    return found


def edit(**changes: Any) -> Revision:
    after = article(3)
    values: dict[str, Any] = {"before": after, "after": after, "changed": ("body_text",)}
    return Revision(id="urn:edit", entry_id="urn:3", seen_at=NOON, **values | changes)


def health(site: str, verdict: Any = "ok", **changes: Any) -> Health:
    values: dict[str, Any] = {
        "reason": "",
        "finished": datetime(2026, 11, 24, 1, tzinfo=UTC),
        "last_good": datetime(2026, 11, 24, 1, tzinfo=UTC),
        "requests": 31,
        "listings": 2,
        "new": 3,
        "changed": 1,
        "same": 20,
        "failed": 0,
        "fill": {"title": 1.0},
    }
    return Health(site=site, verdict=verdict, **values | changes)


def page(**changes: Any) -> bytes:
    values: dict[str, Any] = {
        "channels": CHANNELS,
        "entries": entries(30),
        "corrections": [edit()],
        "health": [health("kkt"), health("bao")],
        "sites": SITES,
        "feeds_url": "https://tin.example.vn/",
    }
    return index_page(**values | changes)
