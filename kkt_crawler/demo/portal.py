"""The portal: SharePoint pages in a sub-site of the province's portal, on a server that ignores letter case."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kkt_crawler.dates import VIETNAM
from kkt_crawler.demo.replica import GIF, PDF, Replica, moved
from kkt_crawler.demo.server import Answer, Request
from kkt_crawler.demo.stories import stories

if TYPE_CHECKING:
    from kkt_crawler.demo.stories import Story

_PAGE_SIZE = 6
_GRID = "ctl00$PlaceHolderMain$grvTinTuc"

#: Pages that a menu or a list links and that are no articles.
_OTHER_PAGES = {
    "chitietbvgioithieu.aspx": "Giới thiệu Ban Quản lý Khu kinh tế",
    "van-ban-chi-dao.aspx": "Văn bản chỉ đạo điều hành",
    "lich-cong-tac.aspx": "Lịch công tác tuần",
    "qnp-rss.aspx": "Kênh RSS",
}


class Portal(Replica):
    """The portal; its pager is links (``?Page=2``) or, with ``postback``, ASP.NET forms."""

    name = "kkt"
    home = "/bannganh/kkt/"
    validators = False  # its pages show the time of day: no two answers are the same bytes

    def __init__(self) -> None:
        super().__init__(stories(self.name))
        self.postback = False
        self.clock = datetime(2025, 5, 8, 9, 12, tzinfo=VIETNAM)

    def page(self, request: Request) -> Answer:
        """Return the page for a request."""
        self.clock += timedelta(minutes=1)
        path = request.path.lower()
        if path == "/robots.txt":
            return Answer(type="text/plain", body=b"User-agent: *\nDisallow: /_layouts/\nDisallow: /*/_layouts/\n")
        if path == "/":
            return self.render("kkt/province.html.j2")
        if path.endswith((".jpg", ".png", ".jpeg")):
            return Answer(type="image/gif", body=GIF)
        if not path.startswith(self.home):
            return self.missing()
        path = path.removeprefix(self.home)
        if path.startswith("lists/tintuc/attachments/"):
            return Answer(type="application/pdf", body=PDF)
        query = {name.lower(): value for name, value in request.query.items()}
        match path.removeprefix("trang/"):
            case "" if not path:
                return moved(f"{self.home}Trang/Default.aspx", 302)
            case "default.aspx":
                return self.render("kkt/home.html.j2", shown=self.listed[:4])
            case "tin-tuc-su-kien.aspx":
                return self._list(request, query)
            case "chitiettintuc.aspx":
                others = [story for story in self.listed if story.key != query.get("nid")][:3]
                return self.article(query.get("nid", ""), others=others)
            case name if name in _OTHER_PAGES:
                return self.render("kkt/other.html.j2", title=_OTHER_PAGES[name])
        return self.missing()

    def _list(self, request: Request, query: dict[str, str]) -> Answer:
        pages = [self.listed[start : start + _PAGE_SIZE] for start in range(0, len(self.listed), _PAGE_SIZE)]
        number = self._posted(request) if self.postback else int(query.get("page", "1"))
        if not number:
            return Answer(status=500, body=b"<h1>Validation of viewstate MAC failed.</h1>")
        shown = pages[number - 1] if 1 <= number <= len(pages) else []
        return self.render("kkt/list.html.j2", shown=shown, number=number, pages=len(pages), grid=_GRID)

    def _posted(self, request: Request) -> int:
        """Return the page that the form asks for, 1 where none was sent; 0 where its state is not ours."""
        if request.method != "POST":
            return 1
        event = request.form.get("__EVENTTARGET"), request.form.get("__EVENTARGUMENT", "").partition("$")[0]
        states = map(self.viewstate, range(1, len(self.listed) // _PAGE_SIZE + 2))
        if event != (_GRID, "Page") or request.form.get("__VIEWSTATE", "") not in states:
            return 0
        return int(request.form["__EVENTARGUMENT"].partition("$")[2])

    def viewstate(self, number: int) -> str:
        """Return the state that the form on a list's page carries and the server checks."""
        return "/wEP" + hashlib.sha256(f"tin-tuc-su-kien {number}".encode()).hexdigest()

    def link(self, story: Story, place: int) -> str:
        """Return one of the spellings in which the portal links an article, by its place on the page."""
        spellings = (
            f"{self.home}Trang/ChiTietTinTuc.aspx?nid={story.key}",
            f"../trang/chitiettintuc.aspx?nid={story.key}&title={story.slug}.html",
            f"/BanNganh/KKT/Trang/ChiTietTinTuc.aspx?nid={story.key}&utm_source=trangchu",
            f"ChiTietTinTuc.aspx?NID={story.key}#noi-dung",
        )
        return spellings[place % len(spellings)]

    def library(self, name: str) -> str:
        """Return the address of a picture, as raw as editors leave it."""
        return f"{self.home}media/618ca5c4-7d10-4a5e-93b1-3f6b1c2d9e01/Libraries/HinhAnhBaiViet/Năm 2025/{name}"
