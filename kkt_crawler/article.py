"""The Article: what one page says, as a frozen value that every later stage reads."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, Literal, Self

from kkt_crawler.text import one_line

Precision = Literal["day", "minute", "second"]

#: First part of every content hash. Raise it when the meaning of the hash changes, so that an old hash is
#: recognised as old instead of making every archived article look edited.
HASH_VERSION = "1"


@dataclass(frozen=True, kw_only=True, slots=True)
class Image:
    """A picture of the article. ``caption`` is what a reader sees under it, the photo credit included."""

    url: str
    caption: str = ""
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A file offered with the article; ``type`` is its media type, guessed from the file name."""

    url: str
    title: str
    type: str = "application/octet-stream"


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """One article as its page states it.

    Text is NFC without control, zero-width or bidi characters. Empty means "the page says nothing";
    only ``modified`` is None for that. ``published`` carries its zone, and ``published_precision`` says
    how much of it the page showed: a ``day`` is midnight there.
    """

    site: str
    key: str  #: the site's own number for the article; its canonical URL where there is none
    url: str  #: canonical and absolute
    title: str
    published: datetime
    published_precision: Precision
    modified: datetime | None = None
    authors: tuple[str, ...] = ()
    lead: str = ""
    body_html: str = ""  #: allow-listed tags, absolute URLs, figures in place
    body_text: str = ""  #: paragraphs parted by a blank line, the lead first; no captions
    images: tuple[Image, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    section: str = ""
    tags: tuple[str, ...] = ()
    source: str = ""  #: the credited origin; empty when the text is the site's own
    language: str = "vi"
    extraction: str = ""  #: the layout that read the page

    def __post_init__(self) -> None:
        for name in ("published", "modified"):
            moment = getattr(self, name)
            if moment is not None and moment.utcoffset() is None:
                raise ValueError(f"{name} of {self.url} has no time zone")

    def content_hash(self) -> str:
        """Return a digest of what a reader would call the content.

        Spacing, the order of pictures, their addresses, section, tags and layout do not count; empty fields
        are left out, so that a field added later changes no old hash.
        """
        parts = {
            "title": one_line(self.title),
            "published": self.published.isoformat()
            if self.published_precision != "day"
            else self.published.date().isoformat(),
            "authors": "|".join(self.authors),
            "lead": one_line(self.lead),
            "body": one_line(self.body_text),
            "captions": "|".join(sorted(one_line(image.caption) for image in self.images if image.caption)),
            "attachments": "|".join(sorted(f"{file.url} {file.title}" for file in self.attachments)),
            "source": self.source,
        }
        digest = hashlib.blake2b(digest_size=16)
        for name, value in parts.items():
            if value:
                digest.update(f"{name}\0{value}\0".encode("utf-8", "surrogatepass"))
        return f"{HASH_VERSION}:{digest.hexdigest()}"

    def to_dict(self) -> dict[str, Any]:
        """Return the fields in their order as JSON can hold them: dates as ISO 8601, tuples as lists."""
        values = asdict(self)
        values["published"] = self.published.isoformat()
        values["modified"] = self.modified.isoformat() if self.modified else None
        for name in ("authors", "images", "attachments", "tags"):
            values[name] = list(values[name])
        return values

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """Return the Article that ``to_dict`` wrote; a field that is not known here is passed over."""
        known = {field.name for field in fields(cls)}
        values = {name: value for name, value in values.items() if name in known}
        values["published"] = datetime.fromisoformat(values["published"])
        values["modified"] = datetime.fromisoformat(values["modified"]) if values.get("modified") else None
        values["authors"] = tuple(values.get("authors", ()))
        values["tags"] = tuple(values.get("tags", ()))
        values["images"] = tuple(Image(**image) for image in values.get("images", ()))
        values["attachments"] = tuple(Attachment(**file) for file in values.get("attachments", ()))
        return cls(**values)
