"""The portal of Ban Quản lý Khu kinh tế Quảng Ninh."""

from __future__ import annotations

from kkt_crawler import urls
from kkt_crawler.pages.page import ArticlePage


class KktPage(ArticlePage):
    """An article of the portal.

    Nobody has published its markup, so it declares no selectors: the address says that the page is an article
    of this portal, and structure says the rest.
    """

    layout = "kkt"

    language = "vi"  # whatever the template says: SharePoint writes its own

    def matches(self) -> bool:
        """An article's address fits."""
        return bool(urls.portal_key(self.url))
