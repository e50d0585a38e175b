"""The newspaper: home, sections, articles, search and RSS of the MediaTech CMS."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from kkt_crawler.dates import VIETNAM
from kkt_crawler.demo.replica import GIF, Replica, moved
from kkt_crawler.demo.server import Answer, Request
from kkt_crawler.demo.stories import stories
from kkt_crawler.text import slug
from kkt_crawler.urls import paper_key

if TYPE_CHECKING:
    from kkt_crawler.demo.stories import Story

_PAGE_SIZE = 5
_HOME_SIZE = 10
_RSS_SIZE = 20

SECTIONS = {
    "chinh-tri": "Chính trị",
    "kinh-te": "Kinh tế",
    "xa-hoi": "Xã hội",
    "phap-luat": "Pháp luật",
    "the-thao": "Thể thao",
    "du-lich": "Du lịch",
    "van-hoa": "Văn hóa",
    "quoc-te": "Quốc tế",
    "doi-song": "Đời sống",
    "khoa-hoc-cong-nghe": "Khoa học - Công nghệ",
    "ban-doc": "Bạn đọc",
    "multimedia": "Multimedia",
    "truyen-hinh": "Truyền hình",
    "phat-thanh": "Phát thanh",
}
_RSS = "application/rss+xml; charset=utf-8"


class Paper(Replica):
    """The newspaper; it answers conditional requests."""

    name = "baoquangninh"
    sections = SECTIONS
    clock = datetime(2025, 5, 8, 9, 12, tzinfo=VIETNAM)  # stands still: its pages are cached for the day

    def __init__(self) -> None:
        super().__init__(stories(self.name))

    def page(self, request: Request) -> Answer:
        """Return the page for a request."""
        path = request.path
        if path == "/robots.txt":
            return Answer(type="text/plain", body=b"User-agent: *\nDisallow: /users\nDisallow: /ads-tracking\n")
        if path == "/":
            return self._cards("Trang chủ", self.listed[:_HOME_SIZE], template="home")
        if path == "/search":
            words = request.query.get("keyword", "").casefold()
            found = [story for story in self.listed if words in f"{story.title} {story.lead}".casefold()]
            return self._cards(f"Tìm kiếm: {words}", found)
        if path == "/rss":
            return self.render("baoquangninh/rss_index.html.j2", modified=self._newest(self.listed))
        if match := re.fullmatch(r"/rss/(?:home|news/(?P<section>[\w-]+))\.rss", path):
            return self._rss(match["section"])
        if path.startswith("/upload/"):
            return Answer(type="image/gif", body=GIF)
        if key := paper_key(path):
            story = self.stories.get(key)
            if story and key not in self.deleted and path != self.path(story):
                return moved(self.path(story))  # the old form of the address, or the slug of an old title
            others = [other for other in self.listed if other.key != key][:4]
            return self.article(key, others=others)
        section = path.removeprefix("/")
        if section in SECTIONS:
            return self._section(section, int(request.query.get("page", "1")))
        if path == "/intro":
            return self.render("baoquangninh/intro.html.j2")
        return self.missing()

    def _section(self, section: str, number: int) -> Answer:
        found = self.within(section)
        shown = found[(number - 1) * _PAGE_SIZE : number * _PAGE_SIZE]
        pages = -(-len(found) // _PAGE_SIZE)
        return self._cards(SECTIONS[section], shown, section=section, number=number, pages=pages)

    def _cards(
        self,
        title: str,
        shown: list[Story],
        *,
        template: str = "section",
        section: str = "",
        number: int = 1,
        pages: int = 1,
    ) -> Answer:
        return self.render(
            f"baoquangninh/{template}.html.j2",
            modified=self._newest(shown),
            title=title,
            shown=shown,
            section=section,
            number=number,
            pages=pages,
        )

    def _rss(self, section: str | None) -> Answer:
        if section is not None and section not in SECTIONS:
            return self.missing()
        shown = (self.within(section) if section else self.listed)[:_RSS_SIZE]
        title = SECTIONS[section] if section else "Trang chủ"
        return self.render(
            "baoquangninh/feed.rss.j2", modified=self._newest(shown), type=_RSS, title=title, shown=shown
        )

    def within(self, section: str) -> list[Story]:
        """Return the stories of a section, newest first."""
        return [story for story in self.listed if section in story.sections]

    def path(self, story: Story) -> str:
        """Return the path of an article's page."""
        return f"/{story.slug}-{story.key}.html"

    def old_path(self, story: Story) -> str:
        """Return the path that the CMS before this one gave an article."""
        return f"/{story.sections[0]}/{story.published:%Y%m}/{story.slug}-{story.key}/"

    def picture(self, story: Story, name: str, size: str = "medium") -> str:
        """Return the address of a picture on the paper's own host."""
        return f"/upload/image/{story.published:%Y%m}/{size}/{story.key}_{name}"

    def tag(self, name: str) -> str:
        """Return the path of a tag's page."""
        return f"/tags/{slug(name)}"

    @staticmethod
    def _newest(shown: list[Story]) -> datetime | None:
        return max((story.modified for story in shown), default=None)
