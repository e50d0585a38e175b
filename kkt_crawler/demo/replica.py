"""A site on loopback whose articles and behaviour can be changed while it is being crawled."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from datetime import timedelta
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, Self

from jinja2 import Environment, PackageLoader, StrictUndefined

from kkt_crawler.demo.server import Answer, Request, Server, conditional

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from kkt_crawler.demo.stories import Story

_TEMPLATES = Environment(
    loader=PackageLoader("kkt_crawler.demo"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_TEMPLATES.filters["weekday"] = lambda at: _WEEKDAYS[at.weekday()]

#: The smallest picture and document there are; every image and attachment address answers with one of them.
GIF = b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Fault:
    pattern: str
    status: int
    retry_after: int
    hang: float
    cut: bool


class Replica:
    """One site: its stories, how it behaves today, and what it was asked. A context manager that serves it."""

    name: str  #: the site's, as in ``scrapy list``
    home = "/"  #: the path of its base address
    validators = True  #: whether pages have an ETag and a Last-Modified, and answer 304

    def __init__(self, stories: Iterable[Story]) -> None:
        self.stories = {story.key: story for story in stories}
        self.unlisted: set[str] = set()
        self.deleted: dict[str, int] = {}
        self.article_template = f"{self.name}/article.html.j2"
        self.requests: list[Request] = []
        self._faults: list[_Fault] = []
        self._server: Server | None = None
        self._closing = threading.Event()

    # -- serving

    def start(self, port: int = 0) -> Self:
        """Serve on 127.0.0.1, on a free port unless one is named. Raises OSError where it is taken."""
        self._closing.clear()
        self._server = Server(port, self.answer)
        return self

    def stop(self) -> None:
        """Stop serving; answers that hang are let go."""
        if self._server is not None:
            self._closing.set()
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def __enter__(self) -> Self:
        return self if self._server else self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def origin(self) -> str:
        """``http://127.0.0.1:PORT``."""
        if self._server is None:
            raise RuntimeError("the replica is not being served")
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def url(self) -> str:
        """The site's base address."""
        return self.origin + self.home

    # -- what can change in flight

    def add(self, story: Story) -> None:
        """Publish a new article, or put another in the place of one with its key."""
        self.stories = {**self.stories, story.key: story}

    def edit(self, key: str, **changes: Any) -> None:
        """Change fields of an article; a new ``title`` changes the paper's slug too."""
        story = self.stories[key]
        self.add(replace(story, **{"modified": story.modified + timedelta(hours=1), **changes}))

    def unlist(self, key: str) -> None:
        """Take an article from every list and feed; its page stays."""
        self.unlisted.add(key)

    def delete(self, key: str, status: int = 404) -> None:
        """Take an article away: its page answers ``status``, 404 or 410."""
        self.unlist(key)
        self.deleted[key] = status

    def fail(
        self, pattern: str = "*", *, status: int = 0, retry_after: int = 0, hang: float = 0, cut: bool = False
    ) -> None:
        """Make requests whose path and query match ``pattern`` (shell style) fail until :meth:`heal`.

        They wait ``hang`` seconds, then answer ``status``, or half of the page if ``cut``.
        """
        self._faults.append(_Fault(pattern=pattern, status=status, retry_after=retry_after, hang=hang, cut=cut))

    def heal(self) -> None:
        """End every failure."""
        self._faults.clear()

    def redesign(self, template: str = "redesign.html.j2") -> None:
        """Show articles in another template: the bundled one has new markup, and captions under no picture."""
        self.article_template = template

    # -- what it shows

    @property
    def listed(self) -> list[Story]:
        """What lists show, newest first."""
        shown = (story for story in self.stories.values() if story.key not in self.unlisted)
        return sorted(shown, key=lambda story: (story.published, story.key), reverse=True)

    def asked(self, pattern: str = "*") -> list[str]:
        """Return the paths and queries asked so far that match ``pattern``, in order."""
        return [request.target for request in self.requests if fnmatchcase(request.target, pattern)]

    def answer(self, request: Request) -> Answer:
        """Answer as the site does today."""
        self.requests.append(request)
        fault = next((fault for fault in self._faults if fnmatchcase(request.target, fault.pattern)), None)
        if fault is None:
            return conditional(request, self.page(request)) if self.validators else self.page(request)
        self._closing.wait(fault.hang)
        if fault.status:
            headers = {"Retry-After": str(fault.retry_after)} if fault.retry_after else {}
            body = b"<html><body><h1>Service error</h1><p>Please come back later.</p></body></html>"
            return Answer(status=fault.status, headers=headers, body=body)
        return replace(self.page(request), cut=fault.cut)

    def page(self, request: Request) -> Answer:
        """Return the page for a request when nothing fails."""
        raise NotImplementedError

    def article(self, key: str, **values: Any) -> Answer:
        """Return an article's page in the template of the day."""
        if key in self.deleted or key not in self.stories:
            return self.missing(self.deleted.get(key, 404))
        story = self.stories[key]
        return self.render(self.article_template, modified=story.modified, story=story, **values)

    def missing(self, status: int = 404) -> Answer:
        """Return the page for what is not there."""
        return Answer(status=status, body="<html><body><h1>Không tìm thấy trang</h1></body></html>".encode())

    def render(
        self,
        template: str,
        *,
        modified: datetime | None = None,
        type: str = "text/html; charset=utf-8",
        **values: Any,
    ) -> Answer:
        """Return a template filled with ``values`` and the site itself."""
        body = _TEMPLATES.get_template(template).render(site=self, **values).encode()
        return Answer(body=body, type=type, modified=modified)


def moved(address: str, status: int = 301) -> Answer:
    """Return a redirect."""
    return Answer(status=status, headers={"Location": address})
