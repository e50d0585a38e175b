"""robots.txt as RFC 9309 has it. Scrapy reads an error page as rules and takes a broken server for a free pass.

Settings::

    ROBOTSTXT_OBEY = True
    DOWNLOADER_MIDDLEWARES = {
        "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
        "kkt_crawler.crawl.robots.StrictRobots": 100,
    }
    REDIRECT_MAX_TIMES = 5  # for robots.txt too (§2.3.1.2)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http.request import NO_CALLBACK

from kkt_crawler import urls
from kkt_crawler.crawl.faults import reason
from kkt_crawler.crawl.traffic import StayAway, Traffic

if TYPE_CHECKING:
    from scrapy.http import Request, Response

#: Bytes of robots.txt that are read: RFC 9309 §2.5 asks for at least 500 KiB and lets the rest be ignored.
SIZE = 500 * 1024


class StrictRobots(RobotsTxtMiddleware):
    """Scrapy's robots.txt middleware, with what an answer other than the file itself means.

    - 5xx, no answer, half an answer: the rules are unknown; the host is left alone this run (§2.3.1.4).
      PatientRetry does the same for 429.
    - Other 4xx, more than five redirects, a redirect to a host that is not asked: there are no rules (§2.3.1.3).
    """

    def process_response(self, request: Request, response: Response) -> Response:
        """Give the part of robots.txt that counts; other answers pass unchanged. Raises StayAway."""
        if not _asks_for_robots(request):
            return response
        if response.status >= 500:
            raise self._stay_away(request, f"robots.txt answers {response.status}")
        if response.status >= 300:
            return response.replace(body=b"")
        if len(response.body) > SIZE:
            return response.replace(body=response.body[:SIZE].rpartition(b"\n")[0])
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Raise StayAway where the network failed. Scrapy by itself logs a traceback and goes on without rules."""
        if _asks_for_robots(request) and not isinstance(exception, IgnoreRequest):
            raise self._stay_away(request, f"robots.txt cannot be read ({reason(exception)})") from exception

    def _stay_away(self, request: Request, why: str) -> StayAway:
        asked = request.meta.get("redirect_urls", [request.url])[0]
        return Traffic.of(self.crawler).close(
            urls.host(asked), f"{why}; its rules are unknown (RFC 9309 §2.3.1.4)"
        )


def _asks_for_robots(request: Request) -> bool:
    return request.callback is NO_CALLBACK and bool(request.meta.get("dont_obey_robotstxt"))
