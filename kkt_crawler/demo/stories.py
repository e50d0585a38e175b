"""The replica's articles: one plain-text file each under ``articles/<site>/``, named by the article's number.

A file is headers (``Name: value``), an empty line, and blocks parted by empty lines::

    Title: …                     Date: 2025-04-15 07:15:00     (portal: the day alone)
    Sections: kinh-te, du-lich   the section slugs; on the portal the list's name
    Lead, Captions               which of the template's forms this article uses
    Byline, Credit, Tags         as the site prints them

    The first paragraph is the lead.

    ## A heading inside the text

    [file.jpg] alt text | what stands under the picture

    <file.pdf> title of an attachment
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from kkt_crawler.dates import VIETNAM
from kkt_crawler.text import slug

_ARTICLES = Path(__file__).with_name("articles")
_PICTURE = re.compile(r"\[(?P<name>[^]]+)\] (?P<alt>[^|]*?)(?: ?\| (?P<caption>.+))?")
_ATTACHMENT = re.compile(r"<(?P<name>[^>]+)> (?P<title>.+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A paragraph, a heading, a picture (``text`` is its caption) or an attachment (``text`` is its title)."""

    kind: Literal["paragraph", "heading", "picture", "attachment"]
    text: str
    name: str = ""
    alt: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """An article as its newsroom has it, before a template makes it a page."""

    key: str
    title: str
    published: datetime
    modified: datetime
    sections: tuple[str, ...] = ()
    lead: str = ""
    blocks: tuple[Block, ...] = ()
    lead_form: str = ""
    caption_form: str = ""
    byline: str = ""
    credit: str = ""
    tags: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The title as it stands in addresses."""
        return slug(self.title)

    @property
    def body(self) -> tuple[Block, ...]:
        """What stands in the text, attachments aside."""
        return tuple(block for block in self.blocks if block.kind != "attachment")

    @property
    def attachments(self) -> tuple[Block, ...]:
        """The files listed under the text."""
        return tuple(block for block in self.blocks if block.kind == "attachment")

    @property
    def picture(self) -> Block | None:
        """The first picture, which lists show small."""
        return next((block for block in self.blocks if block.kind == "picture"), None)


def stories(site: str) -> list[Story]:
    """Return the bundled articles of ``site``, "kkt" or "baoquangninh"."""
    return [_read(path) for path in sorted((_ARTICLES / site).glob("*.txt"))]


def _read(path: Path) -> Story:
    head, _, rest = path.read_text(encoding="utf-8").strip().partition("\n\n")
    headers = dict(line.split(": ", 1) for line in head.splitlines())
    lead, *blocks = rest.split("\n\n")
    published = datetime.fromisoformat(headers["Date"]).replace(tzinfo=VIETNAM)
    return Story(
        key=path.stem,
        title=headers["Title"],
        published=published,
        modified=published,
        sections=_several(headers["Sections"]),
        lead=lead,
        blocks=tuple(_block(text) for text in blocks),
        lead_form=headers.get("Lead", ""),
        caption_form=headers.get("Captions", ""),
        byline=headers.get("Byline", ""),
        credit=headers.get("Credit", ""),
        tags=_several(headers.get("Tags", "")),
    )


def _several(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(", ") if part)


def _block(text: str) -> Block:
    if picture := _PICTURE.fullmatch(text):
        return Block(kind="picture", name=picture["name"], alt=picture["alt"], text=picture["caption"] or "")
    if attachment := _ATTACHMENT.fullmatch(text):
        return Block(kind="attachment", name=attachment["name"], text=attachment["title"])
    if text.startswith("## "):
        return Block(kind="heading", text=text.removeprefix("## "))
    return Block(kind="paragraph", text=text)
