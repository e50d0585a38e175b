"""An element's content as a flat list of blocks: paragraphs, headings, list items, tables and pictures.

Whatever a template uses for a paragraph (``<p>``, ``<div>``, text between two ``<br>``, a table cell, a ``<span>``
around everything) comes out as one block, so that captions, credits and boilerplate are rules about neighbours in
a list and not about markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Literal
from unicodedata import is_normalized

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.attachments import address_of, is_articles_footer, mentions_file, offers_file, says_attached
from kkt_crawler.pages.credits import is_credits, read_line
from kkt_crawler.pages.document import (
    HEADINGS,
    HIDDEN,
    ancestors,
    is_hidden,
    is_inline,
    is_tidy,
    says_more_than,
    shown_text,
    spaced,
    tag_of,
    tidy,
)
from kkt_crawler.pages.named import Named, is_beside, named_as
from kkt_crawler.pages.people import persons
from kkt_crawler.pages.tables import SENTENCES, is_picture_table, read_table
from kkt_crawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

Kind = Literal["text", "heading", "item", "quote", "table", "picture", "embed"]
#: Where a block stands: above the title, between title and body, in the body, below it.
Part = Literal["above", "head", "body", "foot"]

#: Nested deeper than this, an element is read as plain text: articles stay below 60, hostile pages do not.
_DEEPEST = 150
#: A longer text of several sentences is no caption unless something says so.
PARAGRAPH = 200

#: What a script of the template should have filled in.
_UNRENDERED = re.compile(r"\{\{[^{}]*\}\}")
#: What is left beside it is a label or a unit, if it is no longer and no sentence: "{{ vote.total }} lượt".
_LEFT_OVER = 40
#: What ends words that someone said, before a name.
_CLOSED = "”»"
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
#: What makes an inline element a paragraph.
_BLOCK = re.compile(r"display\s*:\s*block")
_ALIGN = re.compile(r"text-align\s*:\s*(center|right)")
_MARKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "u": "u", "sub": "sub", "sup": "sup"}


@dataclass(slots=True, eq=False)
class Block:
    """One paragraph-like piece of a page, in page order."""

    kind: Kind
    element: _Element  #: the block element that holds it
    text: str = ""  #: on one line
    html: str = ""  #: the same with inline marks and links: our own tags, balanced; addresses as the page has them
    level: int = 0  #: of a heading
    linked: int = 0  #: characters inside links
    links: list[tuple[str, str]] = field(default_factory=list)  #: (href as written, text)
    align: str = ""  #: "center" or "right" where the page says so
    italic: bool = False  #: the whole text is
    bold: bool = False  #: the whole text is
    continues: bool = False  #: parted from the block before by a single line break only
    figure: _Element | None = None  #: the <figure> or picture table it stands in
    caption: bool = False  #: stands in a <figcaption> or an element named as a caption
    part: Part = "body"
    apart: bool = False  #: what stood between it and the block before was left out


#: Elements that are left out unless they hold the article.
_BOXED = boilerplate.BOX_TAGS | {"form"}
#: Elements whose tag says something of the blocks in them.
_TELLING = HEADINGS | {"li", "dd", "blockquote", "figure", "dl", "center", "th", "pre"}
#: Inputs that ask a reader nothing.
_NO_FIELDS = frozenset(("hidden", "image", "submit", "button"))
#: Inputs to write in.
_WRITTEN = frozenset((None, "text", "email", "tel"))
#: A newsletter's or a poll's form says no more; ASP.NET has the whole page in one.
_LONGEST_FORM = 300


class Blocks:
    """Walks an element once and collects its blocks."""

    def __init__(self, *, title: _Element | None, body: _Element, keep: Callable[[_Element], bool]) -> None:
        self.blocks: list[Block] = []
        self._title = title
        self._body = body
        self._keep = keep  # says which boxes stay although their names speak against them
        self._leading = {*ancestors(body), *(ancestors(title) if title is not None else ())}
        self._part: Part = "body"
        self._kind: Kind = "text"
        self._level = 0
        self._align = ""
        self._open: tuple[str, ...] = ()  # the tags of the marks and the link around the place
        self._bold = self._italic = False
        self._set = False  # with blank lines between paragraphs, in a <pre>
        self._link: tuple[str, str] | None = None
        self._figure: _Element | None = None
        self._caption = False
        self._owner: _Element | None = None
        self._forms: set[_Element] = set()
        self._depth = 0
        self._next_continues = False
        self._unrendered = False  # a placeholder stood in the paragraph
        self._start()

    def _start(self) -> None:
        self._text: list[str] = []
        self._html: list[str] = []
        self._written: tuple[str, ...] = ()  # the tags of ``_html`` that are not closed yet
        self._marked = False
        # Text seen that is not bold, not italic, not in a caption, any at all.
        self._plain = self._upright = self._said = self._lit = False
        self._linked = 0
        self._links: list[tuple[str, str]] = []
        self._breaks = 0

    def walk(self, element: _Element) -> list[Block]:
        """Return the blocks of ``element``, which is the body or holds it, and the title if there is one."""
        self._owner = element
        if self._title is not None or element is not self._body:
            self._part = "above"
        self._children(element)
        self._flush()
        if self._forms:
            self.blocks = self._without_forms()
        return self.blocks

    def _without_forms(self) -> list[Block]:
        """Drop what stands with a field to fill in, in one small element: it asks for that.

        What is the article's stays: in its foot credits and files stand beside a form, in a figure a switch.
        """
        forms = {
            form for form in self._forms if form not in self._leading and len(shown_text(form)) < _LONGEST_FORM
        }
        if not forms:
            return self.blocks
        return [block for block in self.blocks if forms.isdisjoint(ancestors(block.element)) or _is_own(block)]

    def _children(self, element: _Element) -> None:
        if text := element.text:
            if "{{" in text and _is_left_over(_rendered(text)):
                self._unrendered = True
            else:
                self._add(text)
        for child in element:
            self._child(child)
            # Blanks before a paragraph are half of all text.
            if (tail := child.tail) and (self._lit or not tail.isspace()):
                self._add(tail)

    def _child(self, element: _Element) -> None:
        tag = tag_of(element)
        if element is self._title:
            self._flush()
            self._part = (
                "head"
                if self._body is not element.getparent() and self._body not in element.iterancestors()
                else "body"
            )
        elif element is self._body:
            self._flush()
            self._part = "body"
            if self._title is not None and element in self._title.iterancestors():
                self._part = "above"
            self._block(element, tag)
            self._part = "foot"
        elif self._part == "above" and not self._may_lead(element):
            return
        elif tag == "br":
            self._break()
        elif tag == "img" or tag == "amp-img":
            self._picture(element)
        elif tag in ("input", "select"):
            if element.get("type") not in _NO_FIELDS and (parent := element.getparent()) is not None:
                self._forms.add(parent)
        elif tag in HIDDEN:
            if tag in ("noscript", "button"):
                for image in element.iter("img"):
                    self._picture(image)
            elif tag in ("iframe", "object", "embed"):
                self._embed(element)
        elif is_inline(tag) or ("-" in tag and all(is_inline(tag_of(child)) for child in element)):
            self._inline(element, tag)  # a custom element is what it holds
        else:
            self._block(element, tag)

    def _may_lead(self, element: _Element) -> bool:
        """Tell whether an element above the title holds it, or a figure, or is in one: else it is no article's."""
        inside = self._figure is not None or element in self._leading
        return inside or next(element.iter("figure"), None) is not None

    def _is_box(self, element: _Element, named: Named, attributes: list[str]) -> bool:
        """Tell whether the element is furniture or not shown."""
        hidden = ("style" in attributes or "hidden" in attributes) and is_hidden(element)
        if not (named.box or hidden) or self._keep(element):
            return False
        if named.footer and (is_articles_footer(element) or is_credits(element)):
            return False
        return hidden or not says_attached(element)

    def _block(self, element: _Element, tag: str) -> None:
        if tag in _BOXED and not (self._keep(element) or (tag == "footer" and is_articles_footer(element))):
            if tag == "form" and any(field.get("type") in _WRITTEN for field in element.iter("input")):
                self._forms.add(_box_around(element))
            return
        attributes = element.keys()  # asking for one that is missing costs more
        named = named_as(element, attributes)
        if attributes and self._is_box(element, named, attributes):
            return
        if (named.teaser or named.facts) and is_beside(element, named) and not self._keep(element):
            return
        self._flush()
        if self._depth > _DEEPEST:
            self._add(shown_text(element))
            self._flush()
            return
        saved = (
            self._kind, self._level, self._align, self._figure, self._caption, self._owner, self._bold, self._set
        )  # fmt: skip
        self._owner = element
        self._depth += 1
        if tag in _TELLING:
            self._tell(element, tag)
        if tag == "figcaption" or (named.caption and self._is_caption(element, tag)):
            self._caption = True
        if named.align:
            self._align = named.align
        if "style" in attributes or "align" in attributes:
            self._set_align(element)
        if tag == "table":
            self._table(element)
        else:
            self._children(element)
        self._flush()
        self._depth -= 1
        (
            self._kind, self._level, self._align, self._figure, self._caption, self._owner, self._bold, self._set
        ) = saved  # fmt: skip

    def _tell(self, element: _Element, tag: str) -> None:
        """Note what the tag of an element says of the blocks in it."""
        if tag in HEADINGS:
            self._kind, self._level = "heading", int(tag[1])
        elif tag == "li" or tag == "dd":
            self._kind = "item"
        elif tag == "blockquote":
            self._kind = "quote"
        elif (tag == "figure" and not self._is_in_cell(element)) or (
            tag == "dl" and next(element.iter("img"), None) is not None
        ):
            self._figure = element
        elif tag == "center":
            self._align = "center"
        elif tag == "th":
            self._bold = True
        elif tag == "pre":
            self._set = next(element.iter("code"), None) is None

    def _is_in_cell(self, figure: _Element) -> bool:
        """Tell whether a figure is a picture alone in a table's cell: what is around that has the caption."""
        above = next(figure.iterancestors("td", "th", "figure"), None)
        alone = next(figure.iter("figcaption"), None) is None
        return self._figure is not None and above is not None and above.tag != "figure" and alone

    def _is_caption(self, element: _Element, tag: str) -> bool:
        """Tell whether an element named as a caption is one, and not what holds the text."""
        if tag == "p":
            return True
        above, below = element.getprevious(), element.getnext()
        called = "caption" in (element.get("class") or "")
        if not called and says_more_than(element, PARAGRAPH) and (_is_captioned(above) or _is_captioned(below)):
            # "photo-text": a paragraph between pictures that have captions of their own.
            return SENTENCES.search(shown_text(element)) is None
        if tag == "dd" or not self._keep(element):
            return True
        pictured = above is not None and next(above.iter("img"), None) is not None
        return pictured and all(is_inline(tag_of(child)) for child in element)

    def _set_align(self, element: _Element) -> None:
        align = element.get("align") or ""
        style = element.get("style")
        if style and "align" in style and (match := _ALIGN.search(style.lower())):
            align = match[1]
        if align.lower() in ("center", "right"):
            self._align = align.lower()

    def _table(self, element: _Element) -> None:
        """Keep a table of data as a table; walk one of layout or of a picture and its caption."""
        holds_body = element is self._body or element in self._body.iterancestors()
        if self._figure is None and not holds_body and is_picture_table(element):
            self._figure = element
        table = read_table(element)
        if table is None:
            self._children(element)
            return
        links = [(link.get("href", ""), shown_text(link)) for link in element.iter("a")]
        linked = sum(len(text) for _, text in links)
        self.blocks.append(
            Block("table", element, text=table[0], html=table[1], links=links, linked=linked, part=self._part)
        )

    def _inline(self, element: _Element, tag: str) -> None:
        if self._depth > _DEEPEST:
            self._add(shown_text(element))
            return
        attributes = element.keys()
        if "style" in attributes and _BLOCK.search(element.get("style") or ""):
            self._block(element, tag)
            return
        named = named_as(element, attributes)
        if named.caption and not self._lit:
            self._block(element, tag)  # text may follow it without a break
            return
        # A word of a sentence may link to a tag.
        if attributes and self._is_box(element, named, attributes) and not (tag == "a" and self._lit):
            return
        self._depth += 1
        saved = self._bold, self._italic, self._link, self._caption, self._open
        mark = _MARKS.get(tag)
        if mark == "strong":
            self._bold = True
        elif mark == "em":
            self._italic = True
        if "style" in attributes and (style := element.get("style")):
            self._bold |= "bold" in style
            self._italic |= "italic" in style
        if named.caption:
            self._caption = True
        said = ""
        if tag == "a" and self._link is None and (href := address_of(element)):
            said = shown_text(element)
            self._link = href, said or element.get("title") or ""
            self._open = (*self._open, f'<a href="{escape(href)}">')
        elif mark and f"<{mark}>" not in self._open:
            self._open = (*self._open, f"<{mark}>")
        self._children(element)
        if tag == "a" and self._link is not None and not said and saved[2] is None:
            self._drawn(element, self._link)
        self._bold, self._italic, self._link, self._caption, self._open = saved
        self._depth -= 1

    def _add(self, text: str) -> None:
        if self._set and len(parts := _BLANK_LINE.split(text)) > 1:
            for part in parts:
                self._add(part)
                self._flush()
            return
        if "&nbsp;" in text:  # escaped twice
            text = text.replace("&nbsp;", " ") if self._lit else text.replace("&nbsp;", " ").lstrip()
        if "{{" in text:
            text = _rendered(text)
            self._unrendered = True
        if text and not text.isspace():
            if self._breaks:
                self._flush(continues=self._breaks == 1)
            self._lit = True
            if not self._bold:
                self._plain = True
            if not self._italic:
                self._upright = True
            if not self._caption:
                self._said = True
            if self._link is not None:
                self._linked += len(text)
                if not self._links or self._links[-1] is not self._link:
                    self._links.append(self._link)
            if (
                self._text
                and text[0].isupper()
                and (self._text[-1][-1].islower() or self._text[-1][-1] in _CLOSED)
            ):
                self._part_words()
            if self._written != self._open:
                self._mark(self._open)
        elif not text or not self._lit:
            return  # blanks before a paragraph: half of all text nodes
        self._text.append(text)
        self._html.append(escape(text, quote=False) if "<" in text or "&" in text else text)

    def _part_words(self) -> None:
        """Set apart what only a style sheet does: "Hà Nội", and the text. A button is cut off the text later."""
        if not boilerplate.is_furniture("".join(self._text).strip()):
            self._text.append(" ")
            self._html.append(" ")

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

    def _break(self) -> None:
        if self._lit:
            self._breaks += 1

    def _flush(self, *, continues: bool = False) -> None:
        """End the paragraph that is being collected; ``continues``: the next one is its next line."""
        if self._lit:
            text = tidy("".join(self._text))
            if text and not (self._unrendered and _is_left_over(text)):
                self.blocks.append(
                    Block(
                        self._kind,
                        self._owner,  # type: ignore[arg-type]  # walk() sets it before any text comes
                        text=text,
                        html=self._marked_up(text),
                        level=self._level,
                        linked=self._linked,
                        links=self._links,
                        align=self._align,
                        italic=not self._upright,
                        bold=not self._plain,
                        continues=self._next_continues,
                        figure=self._figure,
                        caption=not self._said,
                        part=self._part,
                    )
                )
            self._start()
        self._unrendered = False
        self._next_continues = continues

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

    def _picture(self, element: _Element) -> None:
        self._flush()
        self.blocks.append(
            Block(
                "picture",
                element,
                align=self._align,
                figure=self._figure,
                links=[self._link] if self._link else [],
                part=self._part,
                caption=self._caption,
            )
        )

    def _drawn(self, link: _Element, leads: tuple[str, str]) -> None:
        """Keep a link to a file that a style sheet draws, as an icon."""
        if mentions_file(leads[0]) and next(link.iter("img"), None) is None:
            if self._lit:
                self._links.append(leads)
            else:
                self.blocks.append(Block("embed", link, links=[leads], part=self._part))

    def _embed(self, element: _Element) -> None:
        source = element.get("src") or element.get("data") or ""
        if source:
            self._flush()
            self.blocks.append(
                Block("embed", element, links=[(source, element.get("title") or "")], part=self._part)
            )


def _box_around(form: _Element) -> _Element:
    """Return the element around a form that says what it is for: wrappers with nothing else in them do not."""
    box = next(form.iterancestors(), form)
    while len(box) == 1 and (around := box.getparent()) is not None:
        box = around
    return box


def _is_own(block: Block) -> bool:
    """Tell whether the block is no request: it captions a picture, credits the article or offers a file."""
    if block.figure is not None or offers_file(block):
        return True
    return bool(read_line(block.text) or persons(block.text))


def _is_captioned(element: _Element | None) -> bool:
    """Tell whether an element holds a picture and says something of it."""
    return element is not None and next(element.iter("img"), None) is not None and says_more_than(element, 0)


def _rendered(text: str) -> str:
    return _UNRENDERED.sub("", text)


def _is_left_over(text: str) -> bool:
    """Tell whether nothing but a label is left of a text that a script should have filled in."""
    text = text.strip()
    return len(text) <= _LEFT_OVER and not boilerplate.ends_sentence(text)
