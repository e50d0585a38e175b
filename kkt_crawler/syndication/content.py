"""Entries as feed items: every field cleaned, the content built as safe HTML. Pure; knows no format."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape, unescape
from typing import TYPE_CHECKING

from kkt_crawler import diff
from kkt_crawler.article import Attachment, Image
from kkt_crawler.dates import VIETNAM
from kkt_crawler.sanitize import sanitize
from kkt_crawler.syndication.entries import Item, site_name
from kkt_crawler.text import one_line, slug
from kkt_crawler.urls import absolute

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from kkt_crawler.article import Article
    from kkt_crawler.entry import Entry, Printing, Revision
    from kkt_crawler.syndication.entries import SiteTitle

#: Characters of a title and of a summary. Longer ones are no titles and no summaries but a page read wrongly, and
#: may not push other entries out of the feed.
TITLE, SUMMARY = 500, 5000
#: Characters of content above which an entry is published by its summary: a book of 30,000 words.
CONTENT = 200_000

# Readers disagree on whether a title is text or HTML; what looks like a tag or an entity is made to look the same
# to both. Sites that escape twice mean the character.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.I)
_TAG = re.compile(r"<([a-z/!?][^<>]*)(>?)", re.I)

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.I)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.I)
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*", re.I)


def article_item(entry: Entry, sites: Mapping[str, SiteTitle]) -> Item:
    """Return the item of an archived article. Raise ValueError if nothing usable is left of title or address."""
    article = entry.article
    base = _web(article.url, "")
    source = _plain(article.source)
    source_url = _origin(source, entry.printings, base)
    pictures = tuple(
        Image(url=url, caption=_plain(image.caption), alt=_plain(image.alt), credit=_plain(image.credit))
        for image in article.images
        if (url := _web(image.url, base))
    )
    files = tuple(
        Attachment(url=url, title=_plain(file.title) or url, type=_media_type(file.type))
        for file in article.attachments
        if (url := _web(file.url, base))
    )
    item = _item(
        id=entry.id,
        article=article,
        title=article.title,
        published=entry.published,
        updated=entry.updated,
        authors=article.authors,
        sites=sites,
        summary=article.lead,
    )
    copies = [(url, printing) for printing in entry.printings if (url := _web(printing.url, base))]
    content = "\n".join(
        part
        for part in (
            _body(article, pictures),
            _files(files),
            _credit(source, source_url),
            "".join(
                f'<p>Cũng đăng tại: <a href="{escape(url)}">{escape(site_name(printing.site, sites))}</a> '
                f"({_day(printing.published)})</p>"
                for url, printing in copies
            ),
        )
        if part
    )
    item = replace(
        item,
        content=sanitize(content, base),
        categories=_each_once([*(entry.sections or (article.section,)), *article.tags]),
        source=source,
        source_url=source_url,
        pictures=pictures,
        files=files,
        copies=tuple(dict.fromkeys(url for url, _ in copies)),
    )
    return item if 0 < len(item.content) <= CONTENT else shortened(item)


def revision_item(revision: Revision, sites: Mapping[str, SiteTitle]) -> Item:
    """Return the item of an edit: what was taken out and put in. Raise ValueError as ``article_item`` does."""
    article = revision.after
    site = site_name(article.site, sites)
    item = _item(
        id=revision.id,
        article=article,
        title=f"Đã sửa: {article.title}",
        published=revision.seen_at,
        updated=revision.seen_at,
        authors=(),
        sites=sites,
        summary=f"{site} đã sửa bài đăng ngày {_day(article.published)}.",
    )
    head = (
        f'<p><a href="{escape(item.url)}">{escape(_plain(article.title))}</a> ({escape(site)}, '
        f"đăng ngày {_day(article.published)}). Phần bị bỏ <del>gạch ngang</del>, phần thêm vào "
        "<ins>gạch chân</ins>.</p>"
    )
    # Readers on terminals show neither stroke nor underline, and "520560" would be another number.
    changes = diff.to_html(diff.changes(revision.before, article)).replace("</del><ins>", "</del> → <ins>")
    item = replace(item, content=sanitize(head + changes, item.url), categories=_each_once([article.section]))
    return item if len(item.content) <= CONTENT else shortened(item)


def shortened(item: Item) -> Item:
    """Return the item with its summary in place of its content, and a link to the whole."""
    link = f'<a href="{escape(item.url)}">Đọc toàn văn tại {escape(item.publisher)}</a>'
    return replace(item, content=sanitize(f"<p>{escape(item.summary)}</p>\n<p>{link}</p>"))


def trimmed(items: Sequence[Item], excess: int) -> tuple[Item, ...]:
    """Return items, newest first, with at least ``excess`` bytes less, if they have them.

    First the oldest lose their content; only when none has any left does the oldest item go.
    """
    left = list(items)
    for place in reversed(range(len(left))):
        short = shortened(left[place])
        saved = len(left[place].content.encode()) - len(short.content.encode())
        if saved > 0:
            left[place] = short
            excess -= saved
        if excess <= 0:
            break
    return tuple(left) if left != list(items) else tuple(left[:-1])


def _item(
    *,
    id: str,
    article: Article,
    title: str,
    published: datetime,
    updated: datetime,
    authors: Iterable[str],
    sites: Mapping[str, SiteTitle],
    summary: str,
) -> Item:
    url, line, publisher = _web(article.url, ""), _cut(title, TITLE), site_name(article.site, sites)
    if not url:
        raise ValueError(f"{article.url!r} is no web address")
    if not _plain(article.title):
        raise ValueError("nothing readable is left of its title")
    try:
        published, updated = _local(published), _local(updated)
    except OverflowError:
        raise ValueError(f"{published} is no date of news") from None
    language = article.language
    return Item(
        id=one_line(id),
        url=url,
        title=line,
        published=published,
        updated=max(published, updated),
        authors=_each_once(authors) or (publisher,),
        publisher=publisher,
        summary=_cut(summary, SUMMARY) or line,
        content="",
        language=language if _LANGUAGE.fullmatch(language) else "vi",
    )


def _origin(source: str, printings: Iterable[Printing], base: str) -> str:
    """Return the archived page that a credit means, else the address that it is."""
    named = slug(source).replace("-", "")
    for printing in printings:
        if named.startswith(printing.site):
            return _web(printing.url, base)
    return f"https://{source.lower()}/" if _HOST.fullmatch(source) else ""


def _body(article: Article, pictures: Iterable[Image]) -> str:
    paragraphs = (f"<p>{escape(text)}</p>" for text in article.body_text.split("\n\n") if one_line(text))
    body = article.body_html if article.body_html.strip() else "\n".join(paragraphs)
    missing = (image for image in pictures if escape(image.url) not in body)
    return "\n".join([*map(_figure, missing), body])


def _figure(image: Image) -> str:
    caption = f"<figcaption>{escape(image.caption)}</figcaption>" if image.caption else ""
    return f'<figure><img src="{escape(image.url)}" alt="{escape(image.alt)}">{caption}</figure>'


def _files(files: Iterable[Attachment]) -> str:
    links = "".join(f'<li><a href="{escape(file.url)}">{escape(file.title)}</a></li>' for file in files)
    return f"<p><strong>Tệp đính kèm</strong></p>\n<ul>{links}</ul>" if links else ""


def _credit(source: str, url: str) -> str:
    name = f'<a href="{escape(url)}">{escape(source)}</a>' if url else escape(source)
    return f"<p><em>Nguồn: {name}</em></p>" if source else ""


def _web(url: str, base: str) -> str:
    url = one_line(url)
    return absolute(url, base or url) if url else ""


def _plain(text: str) -> str:
    text = one_line(_ENTITY.sub(lambda entity: unescape(entity[0]), text))
    return _TAG.sub(lambda tag: f"‹{tag[1]}{tag[2] and '›'}", text)


def _local(moment: datetime) -> datetime:
    return moment.astimezone(VIETNAM).replace(microsecond=0)


def _day(moment: datetime) -> str:
    return moment.astimezone(VIETNAM).strftime("%d/%m/%Y")


def _cut(text: str, length: int) -> str:
    text = _plain(text)
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    """Return what is not empty, the first of those that differ in case only."""
    found: dict[str, str] = {}
    for text in map(_plain, texts):
        if text:
            found.setdefault(text.casefold(), text)
    return tuple(found.values())


def _media_type(name: str) -> str:
    return name if _MEDIA_TYPE.fullmatch(name) else "application/octet-stream"
