"""The MediaTech CMS: baoquangninh.vn, baohungyen.vn, baolangson.vn and baocaobang.vn."""

from __future__ import annotations

from kkt_crawler.pages.page import ArticlePage, Selectors


class MediaTechPage(ArticlePage):
    """An article of a MediaTech paper."""

    layout = "mediatech"
    selectors = Selectors(
        title="h1.name",
        published="div.date.font5",
        body="#content-detail",
        authors="div.pseudonym",
    )

    language = "vi"  # whatever the template says

    def matches(self) -> bool:
        """A page with the CMS's body container fits."""
        # The text is searched in half the time that the selector takes on the tree.
        return "content-detail" in self.html and self.select(self.selectors.body) is not None
