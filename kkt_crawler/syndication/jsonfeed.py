"""JSON Feed 1.1. Captions are the titles of the pictures among an item's attachments: the schema of the format
allows no members of our own."""

from __future__ import annotations

import json
import mimetypes
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kkt_crawler.syndication.entries import Feed, Item


def jsonfeed(feed: Feed, *, feeds_url: str, hub: str = "") -> bytes:
    """Return the document as JSON Feed 1.1; ``next_url`` leads to the archive page before it."""
    document: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.home,
        "feed_url": f"{feeds_url}{feed.name}.json",
        "language": "vi",
    }
    if feed.older:
        document["next_url"] = f"{feeds_url}{feed.older}.json"
    if hub and not feed.archived:
        document["hubs"] = [{"type": "WebSub", "url": hub}]
    document["items"] = [_item(item) for item in feed.items]
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _item(item: Item) -> dict[str, Any]:
    members: dict[str, Any] = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html or item.summary,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "authors": [{"name": name} for name in item.authors],
        "language": item.language,
    }
    if item.origin:
        members["external_url"] = item.origin.url
    if item.images:
        members["image"] = item.images[0].url
    if item.categories:
        members["tags"] = list(item.categories)
    files = [{"url": file.url, "mime_type": file.type, "title": file.title} for file in item.attachments]
    for image in item.images:
        kind = mimetypes.guess_type(image.url)[0] or ""
        picture = {"url": image.url, "mime_type": kind if kind.startswith("image/") else "image/jpeg"}
        files.append(picture | ({"title": image.caption} if image.caption else {}))
    if files:
        members["attachments"] = files
    return members
