"""``feeds.opml``: every channel once, by site, for a reader to import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import Element, SubElement, tostring

from kkt_crawler.syndication.entries import channel_description, channel_home, channel_title, site_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kkt_crawler.entry import Channel
    from kkt_crawler.syndication.entries import SiteTitle


def opml(channels: Sequence[Channel], *, sites: Mapping[str, SiteTitle], feeds_url: str) -> bytes:
    """Return OPML 2.0 with each channel's RSS: the formats hold the same, and a reader needs one."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = "Tin Quảng Ninh"
    body = SubElement(root, "body")
    folders = {}
    for channel in channels:
        parent = body
        if channel.site:
            if channel.site not in folders:
                folders[channel.site] = SubElement(body, "outline", text=site_name(channel.site, sites))
            parent = folders[channel.site]
        title = channel_title(channel, sites)
        SubElement(
            parent,
            "outline",
            type="rss",
            version="RSS2",
            text=title,
            title=title,
            description=channel_description(channel, sites),
            language="vi",
            xmlUrl=f"{feeds_url}{channel.name}.rss",
            htmlUrl=channel_home(channel, sites, feeds_url),
        )
    return tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
