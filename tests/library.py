"""An archive in memory, and entries with everything a feed can carry, for the tests of what is made from them."""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from kkt_crawler.article import Article, Attachment, Image
from kkt_crawler.dates import VIETNAM
from kkt_crawler.entry import Channel, Entry, Printing, Revision
from kkt_crawler.syndication.entries import Document, SiteTitle
from kkt_crawler.text import slug

SITES = {
    "kkt": SiteTitle("Ban Quản lý Khu kinh tế", "https://portal.example/bannganh/kkt/"),
    "baoquangninh": SiteTitle("Báo Quảng Ninh", "https://paper.example/"),
}
FEEDS_URL = "https://feeds.example/tin/"
DAY = datetime(2026, 11, 2, 8, 30, tzinfo=VIETNAM)


def article(number: int = 1, **changes) -> Article:
    lead = f"Sáng {number}/11, tàu thứ {number} cập bến & dỡ hàng trong < 9 giờ."
    values = {
        "site": "kkt",
        "key": str(number),
        "url": f"https://portal.example/bannganh/kkt/Trang/ChiTietTinTuc.aspx?nid={number}",
        "title": f"Cảng Con Ong đón tàu thứ {number}",
        "published": DAY + timedelta(hours=number),
        "published_precision": "minute",
        "authors": ("Hà An", "Minh Châu"),
        "lead": lead,
        "body_html": f"<p>{lead.replace('&', '&amp;').replace('<', '&lt;')}</p>"
        '<figure><img src="https://portal.example/1.jpg" alt="Tàu vào luồng">'
        "<figcaption>Tàu vào luồng. Ảnh: Thu Lam</figcaption></figure><p>Bến dài 560 m.</p>",
        "body_text": f"{lead}\n\nBến dài 560 m.",
        "images": (
            Image(url="https://portal.example/1.jpg", caption="Tàu vào luồng. Ảnh: Thu Lam", credit="Thu Lam"),
        ),
        "attachments": (
            Attachment(url="https://portal.example/a.pdf", title="Quyết định 12", type="application/pdf"),
            Attachment(url="https://portal.example/b.docx", title="Phụ lục", type="application/msword"),
        ),
        "section": "Kinh tế",
        "tags": ("cảng biển",),
        "source": "baoquangninh.vn",
        "extraction": "kkt",
    }
    return Article(**values | changes)


def entry(number: int = 1, *, updated: datetime | None = None, printings=(), **changes) -> Entry:
    made = article(number, **changes)
    return Entry(
        id=uuid5(NAMESPACE_URL, f"entry {number}").urn,
        article=made,
        published=made.published,
        updated=updated or made.published,
        first_seen=made.published + timedelta(minutes=20),
        sections=(made.section,) if made.section else (),
        printings=tuple(printings),
    )


def printing() -> Printing:
    """The paper's copy."""
    return Printing(
        site="baoquangninh", url="https://paper.example/tau-7.html", title="Tàu", published=DAY, first_seen=DAY
    )


def revision(number: int = 1) -> Revision:
    """An edit of a figure in the text."""
    after = article(number)
    return Revision(
        id=uuid5(NAMESPACE_URL, f"edit {number}").urn,
        entry_id=entry(number).id,
        seen_at=DAY + timedelta(days=2),
        before=dataclasses.replace(after, body_text=after.body_text.replace("560", "520")),
        after=after,
        changed=("body_text",),
    )


def document(*items, **changes) -> Document:
    values = {
        "name": "kkt",
        "channel": "kkt",
        "title": "Ban Quản lý Khu kinh tế",
        "description": "Toàn văn tin mới của Ban Quản lý Khu kinh tế.",
        "home": "https://portal.example/bannganh/kkt/",
        "feeds_url": FEEDS_URL,
        "items": items,
    }
    return Document(**values | changes)


class Shelf:
    """A Library: entries in order of arrival, each in ``all``, in its site's channel and its section's."""

    def __init__(self, entries=(), revisions=()) -> None:
        self.entries = list(entries)
        self.revisions = list(revisions)

    def _of(self, channel: str) -> list[Entry]:
        return [
            entry
            for entry in self.entries
            if channel in ("all", entry.article.site, f"{entry.article.site}/{slug(entry.article.section)}")
        ]

    def channels(self) -> list[Channel]:
        found = {"all": Channel(name="all")} if self.entries else {}
        for site, section in sorted({(entry.article.site, entry.article.section) for entry in self.entries}):
            found[site] = Channel(name=site, site=site)
            name = f"{site}/{slug(section)}"
            found[name] = Channel(name=name, site=site, section=section)
        return [*found.values(), *([Channel(name="corrections")] if self.revisions else [])]

    def newest(self, channel: str, limit: int) -> list[Entry]:
        return _newest_first(self._of(channel))[:limit]

    def pages(self, channel: str, size: int) -> int:
        return -(-len(self._of(channel)) // size)

    def page(self, channel: str, number: int, size: int) -> list[Entry]:
        return _newest_first(self._of(channel)[(number - 1) * size : number * size])

    def corrections(self, limit: int) -> list[Revision]:
        return self.revisions[:limit]

    def health(self) -> list:
        return []


def _newest_first(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (entry.published, entry.id), reverse=True)
