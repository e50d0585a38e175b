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
        """A page with the CMS's title and body fits, as long as they are the article's."""
        # The text is searched in half the time that the selector takes on the tree.
        return "content-detail" in self.loaded.html and self.is_as_declared()
