"""JSON Feed 1.1, without extension members: strict schemas refuse them, and its own say all there is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kkt_crawler.syndication.rss_atom import picture_type

if TYPE_CHECKING:
    from kkt_crawler.syndication.entries import Document, Item


def json_feed(document: Document) -> bytes:
    """Return the document. A picture's caption is the title of its attachment; next_url leads to older items."""
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": document.title,
        "home_page_url": document.home,
        "feed_url": document.address(document.name, ".json"),
        "description": document.description,
        "language": "vi",
    }
    if document.previous:
        feed["next_url"] = document.address(document.previous, ".json")
    if document.hub:
        feed["hubs"] = [{"type": "WebSub", "url": document.hub}]
    feed["items"] = [_item(item) for item in document.items]
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _item(item: Item) -> dict[str, Any]:
    pictures = [(image.url, picture_type(image.url), image.caption) for image in item.pictures]
    files = [(file.url, file.type, file.title) for file in item.files]
    values = {
        "id": item.id,
        "url": item.url,
        "external_url": item.source_url if item.source_url in item.copies else "",
        "title": item.title,
        "content_html": item.content,
        "summary": item.summary,
        "image": item.pictures[0].url if item.pictures else "",
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.categories),
        "language": item.language,
        "attachments": [
            {"url": url, "mime_type": media_type} | ({"title": title} if title else {})
            for url, media_type, title in [*pictures, *files]
            if media_type  # required, and never guessed
        ],
    }
    return {name: value for name, value in values.items() if value or name == "content_html"}
