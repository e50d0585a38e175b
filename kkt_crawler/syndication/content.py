"""An entry's HTML: the text with its figures, then what a feed reader would otherwise not see."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from kkt_crawler import diff
from kkt_crawler.dates import VIETNAM
from kkt_crawler.sanitize import sanitize
from kkt_crawler.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from kkt_crawler.article import Article
    from kkt_crawler.entry import Entry, Revision


def of_entry(entry: Entry, site_name: Callable[[str], str]) -> str:
    """Return the article's body, its attachments, its credit and where else the story was printed."""
    article = entry.article
    parts = [article.body_html or _paragraphs(article.body_text)]
    if article.attachments:
        files = "".join(f"<li>{_link(file.url, file.title)}</li>" for file in article.attachments)
        parts.append(f"<p><strong>Tệp đính kèm:</strong></p><ul>{files}</ul>")
    if article.source:
        parts.append(f"<p><em>Nguồn: {escape(one_line(article.source))}</em></p>")
    if entry.printings:
        copies = ", ".join(
            f"{_link(copy.url, site_name(copy.site))} ({copy.published.astimezone(VIETNAM):%d/%m/%Y})"
            for copy in entry.printings
        )
        parts.append(f"<p>Cũng đăng tại: {copies}</p>")
    return sanitize("\n".join(parts))


def of_revision(revision: Revision) -> str:
    """Return what was changed, word by word, with a link to the page as it is now."""
    seen = revision.seen_at.astimezone(VIETNAM)
    shown = diff.to_html(diff.changes(revision.before, revision.after))
    return sanitize(
        f"<p>Thay đổi được ghi nhận lúc {seen:%H:%M ngày %d/%m/%Y}.</p>{shown}{_whole(revision.after)}"
    )


def teaser(summary: str, url: str) -> str:
    """Return the summary and a link, for an entry whose text would make the feed too large."""
    return sanitize(f"<p>{escape(summary)}</p><p>{_link(url, 'Đọc toàn văn')}</p>")


def _whole(article: Article) -> str:
    return f"<p>{_link(article.url, 'Đọc bài hiện tại')}</p>"


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in text.split("\n\n") if paragraph.strip())


def _link(url: str, title: str) -> str:
    return f'<a href="{escape(url)}">{escape(one_line(title) or url)}</a>'
