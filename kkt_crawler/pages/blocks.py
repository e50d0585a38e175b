"""Blocks: the paragraphs, headings, list items, tables and pictures that an article is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import is_normalized

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import is_tidy, spaced, tidy
from kkt_crawler.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

Kind = Literal["text", "heading", "item", "quote", "table", "picture", "embed"]
#: Where a block stands: above the title, between title and body, in the body, below it.
Part = Literal["above", "head", "body", "foot"]

#: A longer text of several sentences is no caption unless something says so.
PARAGRAPH = 200

#: What a script of the template should have filled in.
_UNRENDERED = re.compile(r"\{\{[^{}]*\}\}")
#: What is left beside it is a label or a unit, if it is no longer and no sentence: "{{ vote.total }} lượt".
_LEFT_OVER = 40
#: No line of a poem is longer, as most are that are broken within sentences.
_VERSE = 45
#: A label and its colon are no longer, and what ends no line that goes on.
_LABELLED, _ENDS = 30, '.!?…:;”"'
#: What ends words that someone said, before a name.
_CLOSED = "”»"


@dataclass(slots=True, eq=False)
class Block:
    """One paragraph-like piece of a page, in page order."""

    kind: Kind
    element: _Element  #: the block element that holds it
    text: str = ""  #: on one line
    html: str = ""  #: the same with inline marks and links: our own tags, balanced; addresses as the page has them
    level: int = 0  #: of a heading
    numbered: bool = False  #: an item whose list shows numbers
    linked: int = 0  #: characters inside links
    links: list[tuple[str, str]] = field(default_factory=list)  #: (href as written, text)
    align: str = ""  #: "center" or "right" where the page says so
    italic: bool = False  #: the whole text is
    bold: bool = False  #: the whole text is
    look: str = ""  #: the size and colour of the whole text, as the page writes them
    continues: bool = False  #: parted from the block before by a single line break only
    figure: _Element | None = None  #: the <figure> or picture table it stands in
    caption: bool = False  #: stands in a <figcaption> or an element named as a caption
    part: Part = "body"
    apart: bool = False  #: what stood between it and the block before was left out


class Context(NamedTuple):
    """What the elements around a text say of it."""

    kind: Kind = "text"
    level: int = 0
    numbered: bool = False
    align: str = ""
    figure: _Element | None = None
    caption: bool = False
    preformatted: bool = False  #: blank lines part paragraphs
    bold: bool = False
    italic: bool = False
    look: str = ""  #: size and colour
    link: tuple[str, str] | None = None  #: (href as written, text)
    marks: tuple[str, ...] = ()  #: the tags of the marks and the link, as we write them


class Paragraph:
    """A paragraph while it is collected: its runs of text, and the same with marks and links."""

    __slots__ = (
        "_html", "_linked", "_links", "_looks", "_marked", "_plain", "_said", "_text", "_upright", "_written",
        "breaks", "continues", "lit", "unrendered",
    )  # fmt: skip

    def __init__(self, *, continues: bool = False) -> None:
        self.continues = continues  #: the paragraph before ended at a single line break
        self.lit = False  #: there is text
        self.breaks = 0  #: line breaks since the last text
        self.unrendered = False  #: a placeholder stood in it
        self._text: list[str] = []
        self._html: list[str] = []
        self._written: tuple[str, ...] = ()  # the tags of ``_html`` that are not closed yet
        self._marked = False
        self._plain = self._upright = self._said = False  # text seen that is not bold, italic, or in a caption
        self._looks: set[str] = set()
        self._linked = 0
        self._links: list[tuple[str, str]] = []

    def add(self, text: str, context: Context) -> None:
        """Add a run of text that is not blank."""
        self.lit = True
        if not context.bold:
            self._plain = True
        if not context.italic:
            self._upright = True
        if not context.caption:
            self._said = True
        self._looks.add(context.look)
        if context.link is not None:
            self._linked += len(text)
            if not self._links or self._links[-1] is not context.link:
                self._links.append(context.link)
        if self._text and text[0].isupper() and (self._text[-1][-1].islower() or self._text[-1][-1] in _CLOSED):
            self._part_words()
        if self._written != context.marks:
            self._mark(context.marks)
        self._text.append(text)
        self._html.append(escape(text, quote=False) if "<" in text or "&" in text else text)

    def add_blanks(self, blanks: str) -> None:
        """Add blanks between runs of text."""
        self._text.append(blanks)
        self._html.append(blanks)

    def offer(self, link: tuple[str, str]) -> None:
        """Add a link in which nothing stands."""
        self._links.append(link)

    def block(self, element: _Element, context: Context, part: Part) -> Block | None:
        """Return the block that was collected in ``element``; None where only a placeholder stood there."""
        text = tidy("".join(self._text))
        if not text or (self.unrendered and is_left_over(text)):
            return None
        return Block(
            context.kind,
            element,
            text=text,
            html=self._marked_up(text),
            level=context.level,
            numbered=context.numbered,
            linked=self._linked,
            links=self._links,
            align=context.align,
            italic=not self._upright,
            bold=not self._plain,
            look=next(iter(self._looks)) if len(self._looks) == 1 else "",
            continues=self.continues,
            figure=context.figure,
            caption=not self._said,
            part=part,
        )

    def _part_words(self) -> None:
        """Set apart what only a style sheet does: "Hà Nội", and the text. A button is cut off the text later."""
        if not boilerplate.is_furniture("".join(self._text).strip()):
            self.add_blanks(" ")

    def _mark(self, wanted: tuple[str, ...]) -> None:
        """Close and open tags, in order, until ``wanted`` are open."""
        common = 0
        for written, tag in zip(self._written, wanted, strict=False):
            if written != tag:
                break
            common += 1
        for tag in reversed(self._written[common:]):
            self._html.append("</a>" if tag.startswith("<a ") else f"</{tag[1:]}")
        self._html += wanted[common:]
        self._written = wanted
        self._marked = True

    def _marked_up(self, text: str) -> str:
        """Return the HTML of the paragraph whose text is ``text``."""
        if not self._marked:
            return escape(text, quote=False)
        self._mark(())
        html = spaced("".join(self._html))
        if is_tidy(html):
            return html
        html = " ".join("".join(part if part[0] == "<" else clean(part) for part in self._html).split())
        # An accent in front would join the bracket of the tag before it.
        return html if is_normalized("NFC", html) else escape(text, quote=False)


def rejoined(blocks: list[Block]) -> list[Block]:
    """Return the blocks with lines joined that were broken within sentences: most are, and some begin small."""
    rows = _lines_of_one(blocks)
    breaks = [pair for row in rows for pair in pairwise(row)]
    broken = [line for above, line in breaks if _goes_on(above.text, line.text)]
    if 2 * len(broken) <= len(breaks) or 4 * sum(line.text[0].islower() for line in broken) < len(breaks):
        return blocks
    return [block for row in rows for block in _whole(row)]


def _goes_on(above: str, line: str) -> bool:
    """Tell whether a line goes on in the next: it is long, ends as no sentence does, and neither is labelled."""
    labelled = ":" in above[:_LABELLED] or ":" in line[:_LABELLED]
    return len(above) > _VERSE and (line[0].isalnum() or line[0] in "(“") and not (labelled or above[-1] in _ENDS)


def _whole(row: list[Block]) -> list[Block]:
    """Return the lines of a row as one, if a break stands within a sentence."""
    first = row[0]
    if all(boilerplate.ends_sentence(line.text) for line in row[:-1]):
        return row
    first.text = " ".join(line.text for line in row)
    first.html = " ".join(line.html for line in row)
    first.links = [link for line in row for link in line.links]
    first.linked = sum(line.linked for line in row)
    return [first]


def _lines_of_one(blocks: list[Block]) -> list[list[Block]]:
    """Return the blocks in rows: those of text with no more than a line break before them stand with the first."""
    rows: list[list[Block]] = []
    for block in blocks:
        if block.continues and rows and block.kind == rows[-1][0].kind == "text" and not block.caption:
            rows[-1].append(block)
        else:
            rows.append([block])
    return rows


def rendered(text: str) -> str:
    """Return ``text`` without the placeholders that a script should have filled in."""
    return _UNRENDERED.sub("", text)


def is_left_over(text: str) -> bool:
    """Tell whether nothing but a label is left of a text in which a placeholder stood."""
    text = text.strip()
    return len(text) <= _LEFT_OVER and not boilerplate.ends_sentence(text)
