"""Any news site's article page: machine data, then structure."""

from __future__ import annotations

from kkt_crawler.pages.page import ArticlePage


class GenericPage(ArticlePage):
    """A page of which nothing is known."""

    layout = "generic"

    def matches(self) -> bool:
        """Every page fits."""
        return True
