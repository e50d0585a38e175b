"""``feeds.opml``: every feed, for a reader that subscribes to all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kkt_crawler.syndication.entries import channel_title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kkt_crawler.entry import Channel
    from kkt_crawler.syndication.entries import SiteTitle


def opml(channels: Sequence[Channel], *, sites: Mapping[str, SiteTitle], feeds_url: str) -> bytes:
    """Return OPML 2.0: the feeds over all sites, then a folder for each site."""
    root = etree.Element("opml", {"version": "2.0"})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Tin Quảng Ninh"
    body = etree.SubElement(root, "body")
    folders = {"": body}
    for channel in channels:
        title = channel_title(channel, sites)
        if channel.site not in folders:
            name = sites[channel.site].name if channel.site in sites else channel.site
            folders[channel.site] = etree.SubElement(body, "outline", {"text": name})
        home = sites[channel.site].home if channel.site in sites else feeds_url
        outline = {"type": "rss", "text": title, "title": title, "xmlUrl": f"{feeds_url}{channel.name}.rss"}
        etree.SubElement(folders[channel.site], "outline", outline | {"htmlUrl": home, "language": "vi"})
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
