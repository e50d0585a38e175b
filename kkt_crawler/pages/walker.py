"""An element's content as a flat list of blocks.

Whatever a template uses for a paragraph (``<p>``, ``<div>``, text between two ``<br>``, a table cell, a ``<span>``
around everything) comes out as one block, so that captions, credits and boilerplate are rules about neighbours in
a list and not about markup.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate, forms
from kkt_crawler.pages.attachments import is_articles_aside, is_articles_footer, says_attached
from kkt_crawler.pages.blocks import PARAGRAPH, Block, Context, Paragraph, is_left_over, rendered
from kkt_crawler.pages.document import (
    HEADINGS,
    HIDDEN,
    ancestors,
    block_around,
    holds_picture,
    is_hidden,
    is_inline,
    is_paragraphs,
    name_cells,
    names,
    says_more_than,
    shown_text,
    tag_of,
    whole_text,
)
from kkt_crawler.pages.lines import is_lead
from kkt_crawler.pages.named import Named, is_beside, named_as
from kkt_crawler.pages.outer_pictures import shares_cover
from kkt_crawler.pages.panels import heads_panel, is_opened, is_pulled, is_rest
from kkt_crawler.pages.signatures import is_credits
from kkt_crawler.pages.spans import SPANS, holds_paragraphs
from kkt_crawler.pages.tables import SENTENCES, is_picture_table, read_table
from kkt_crawler.pages.written_out import WRITTEN, address_of, mentions_file, write_out, write_picture
from kkt_crawler.text import is_vietnamese, unescaped

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Part

#: Nested deeper than this, an element is read as plain text: articles stay below 60, hostile pages do not.
_DEEPEST = 150
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
#: What a share label is glued to is longer than any button or call, if it is the lead.
_LEAD = 60
#: Where a network keeps what is shown of it in a page.
_EMBEDDED = re.compile(r"https?://(?:[a-z]+\.)?(?:facebook|instagram|tiktok|threads|x|twitter)\.(?:com|net)/")
#: What makes an inline element a paragraph.
_BLOCK = re.compile(r"display\s*:\s*block")
#: What makes blank lines part paragraphs.
_PREFORMATTED = re.compile(r"white-space\s*:\s*pre")
_ALIGN = re.compile(r"text-align\s*:\s*(center|right)")
#: What stands behind a heading for a link to itself.
_PERMALINKS = frozenset(("#", "¶", "§"))
#: Elements that set text in another size, and what a style says of that and of its colour.
_SIZED = frozenset(("small", "font"))
_LOOK = re.compile(r"(?<![-\w])(?:font-size|color)\s*:\s*[^;]+")
_MARKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "u": "u", "sub": "sub", "sup": "sup"}
#: Elements that are left out unless they hold the article.
_BOXED = boilerplate.BOX_TAGS | {"form"}
#: Elements whose tag says something of the blocks in them.
_TELLING = HEADINGS | {"li", "blockquote", "figure", "dl", "center", "th", "pre"}


class Walker:
    """Walks an element once and collects its blocks.

    ``keep`` says which boxes stay although their names speak against them. Below, ``owner`` is the block element
    that holds a text, and ``context`` what the elements around it say.
    """

    def __init__(self, *, title: _Element | None, body: _Element, keep: Callable[[_Element], bool]) -> None:
        self._title = title
        self._body = body
        self._keep = keep
        self._leading = {*ancestors(body), *(ancestors(title) if title is not None else ())}
        self._blocks: list[Block] = []
        self._forms: set[_Element] = set()
        self._spans: dict[_Element, bool] = {}  #: whether those in an element are paragraphs
        self._part: Part = "body"
        self._paragraph = Paragraph()
        self._depth = 0

    def walk(self, element: _Element) -> list[Block]:
        """Return the blocks of ``element``, which is the body or holds it, and the title if there is one."""
        if self._title is not None:
            self._part = "above"
        self._children(element, element, Context())
        self._flush(element, Context())
        asking = self._forms - self._leading
        return forms.without_forms(self._blocks, asking) if asking else self._blocks

    def _children(self, element: _Element, owner: _Element, context: Context) -> None:
        if text := element.text:
            if "{{" in text and is_left_over(rendered(text)):
                self._break(owner, context)
                self._paragraph.unrendered = True
            else:
                self._add(text, owner, context)
        for child in element:
            self._child(child, owner, context)
            # Blanks before a paragraph are half of all text.
            if (tail := child.tail) and (self._paragraph.lit or not tail.isspace()):
                self._add(tail, owner, context)

    def _child(self, element: _Element, owner: _Element, context: Context) -> None:
        if not WRITTEN.isdisjoint(element.keys()):
            write_out(element)
        tag = tag_of(element)
        if element is self._title:
            self._flush(owner, context)
            inside = self._body is element.getparent() or self._body in element.iterancestors()
            self._part = "body" if inside else "head"
        elif element is self._body:
            self._flush(owner, context)
            self._part = "above" if self._title is not None and element in self._title.iterancestors() else "body"
            self._block(element, tag, owner, context)
            self._part = "foot"
        elif self._part == "above" and not self._may_lead(element, context):
            return
        elif tag == "br":
            self._paragraph.breaks += self._paragraph.lit
        elif tag == "img" or tag == "amp-img":
            self._picture(element, owner, context)
        elif tag in ("input", "select"):
            if forms.is_field(element):
                self._forms.add(block_around(element))  # its label is part of a line
        elif tag == "button" and heads_panel(element, in_heading=context.kind == "heading"):
            self._block(element, tag, owner, context)
        elif tag in HIDDEN:
            if tag == "button" and (widget := forms.widget_around(element)) is not None:
                self._forms.add(widget)
            if tag in ("noscript", "button"):
                for image in element.iter("img"):
                    self._picture(image, owner, context)
            elif tag in ("iframe", "object", "embed"):
                self._embed(element, owner, context)
        elif is_inline(tag) or ("-" in tag and _is_in_line(element)):
            self._inline(element, tag, owner, context)
        else:
            self._block(element, tag, owner, context)

    def _may_lead(self, element: _Element, context: Context) -> bool:
        """Tell whether what stands above the title may be the article's: that, a picture or its caption."""
        if context.figure is not None or context.caption or element in self._leading:
            return True
        if next(element.iter("figure", "img"), None) is not None or self._is_lead(element):
            return True
        if any(map(_is_above_caption, (element, *element.iterchildren("div")))):
            return True
        if not self._blocks or self._blocks[-1].kind != "picture":
            return False
        return named_as(element, element.keys()).caption or shares_cover(element, self._blocks[-1], self._title)

    def _is_lead(self, element: _Element) -> bool:
        """Tell whether a lead stands above the title, beside it or beside what holds it."""
        beside = element.getparent() in self._leading and self._title is not None
        return beside and is_lead(element)

    def _is_box(self, element: _Element, named: Named, attributes: list[str]) -> bool:
        """Tell whether the element is furniture or not shown."""
        hidden = ("style" in attributes or "hidden" in attributes) and is_hidden(element)
        hidden = hidden or ("aria-hidden" in attributes and is_pulled(element))
        if not (named.box or hidden) or self._keep(element):
            return False
        if (hidden and is_opened(element)) or (named.box and is_rest(element)):
            return False
        if element.tag == "a" and element.get("class") == "modal":
            return False  # it enlarges the picture in it
        if not hidden and (_shares_lead(element) or _lies_over_picture(element)):
            return False
        if named.footer and (is_articles_footer(element) or is_credits(element) or _is_below_picture(element)):
            return False
        return hidden or not says_attached(element)

    def _block(self, element: _Element, tag: str, owner: _Element, context: Context) -> None:
        if tag in _BOXED and not (self._keep(element) or _is_articles(element, tag)):
            if tag == "form" and forms.asks_to_write(element):
                self._forms.add(forms.box_around(element))
            self._flush(owner, context)
            return
        attributes = element.keys()  # asking for one that is missing costs more
        named = named_as(element, attributes)
        if attributes and self._is_box(element, named, attributes):
            if named.box:
                self._flush(owner, context)  # what is not shown parts no lines
            return
        self._flush(owner, context)
        if "style" in attributes and _is_above_caption(element) and write_picture(element):
            self._picture(element, owner, context)
            return
        if tag == "blockquote" and _EMBEDDED.match(element.get("cite") or ""):
            return  # a post of a network
        if (named.teaser or named.facts) and is_beside(element, named) and not self._keep(element):
            return
        if self._depth > _DEEPEST:
            self._add(shown_text(element), owner, context)
            self._flush(owner, context)
            return
        self._depth += 1
        if tag in _TELLING and element is not self._body:
            context = _told(element, tag, context)
        elif tag == "p" and "style" in attributes and _is_word_item(element):
            context = context._replace(kind="item")
        if tag == "figcaption" or (named.caption and self._is_caption(element, tag)):
            context = context._replace(caption=True)
        if "style" in attributes and _PREFORMATTED.search(element.get("style") or ""):
            context = context._replace(preformatted=True)
        align = _align(element) if "style" in attributes or "align" in attributes else ""
        if align or named.align:
            context = context._replace(align=align or named.align)
        if "style" in attributes:
            context = context._replace(look=_look(element, tag, element.get("style") or "", context.look))
        if "role" in attributes and element.get("role") == "table":
            name_cells(element)
            tag = "table"
        if tag == "table":
            self._table(element, context)
        else:
            self._children(element, element, context)
        self._flush(element, context)
        self._depth -= 1

    def _is_caption(self, element: _Element, tag: str) -> bool:
        """Tell whether an element named as a caption is one, and not what holds the text."""
        above, below = element.getprevious(), element.getnext()
        if "caption" not in names(element):
            pictured = any(block.kind == "picture" for block in self._blocks) or _shows(element) or _shows(below)
            if tag != "p" and not pictured and boilerplate.ends_sentence(shown_text(element)):
                return False  # "media-desc": a lead
            if _is_captioned(above) or _is_captioned(below):
                # "photo-text": a paragraph between pictures that have captions of their own.
                said = shown_text(element)
                return SENTENCES.search(said) is None and not (tag == "p" and boilerplate.ends_sentence(said))
        if tag in ("p", "dd") or not self._keep(element):
            return True
        return holds_picture(above)

    def _table(self, element: _Element, context: Context) -> None:
        """Keep a table of data as a table; walk one of layout or of a picture and its caption."""
        holds_body = element is self._body or element in self._body.iterancestors()
        if context.figure is None and not holds_body and is_picture_table(element):
            context = context._replace(figure=element)
        table = read_table(element)
        if table is None:
            self._children(element, element, context)
            self._flush(element, context)
            return
        links = [(link.get("href", ""), shown_text(link)) for link in element.iter("a")]
        linked = sum(len(text) for _, text in links)
        self._blocks.append(
            Block("table", element, text=table[0], html=table[1], links=links, linked=linked, part=self._part)
        )

    def _inline(self, element: _Element, tag: str, owner: _Element, context: Context) -> None:
        if self._depth > _DEEPEST:
            self._add(shown_text(element), owner, context)
            return
        attributes = element.keys()
        style = (element.get("style") or "") if "style" in attributes else ""
        if "mso-list" in style and _is_bullet(element):
            return
        if (style and _BLOCK.search(style)) or (tag in SPANS and self._is_paragraph(element)):
            self._block(element, tag, owner, context)
            return
        named = named_as(element, attributes)
        caption = named.caption and says_more_than(element, 1)  # no drop cap
        if caption and not self._paragraph.lit:
            self._block(element, tag, owner, context)  # text may follow it without a break
            return
        # A word of a sentence may link to a tag.
        in_sentence = tag == "a" and self._paragraph.lit
        if attributes and self._is_box(element, named, attributes) and not in_sentence:
            return
        self._depth += 1
        mark = _MARKS.get(tag)
        inside, drawn = context, None
        if mark or style or caption or tag in _SIZED:
            inside = context._replace(
                bold=context.bold or mark == "strong" or "bold" in style,
                italic=context.italic or mark == "em" or "italic" in style,
                caption=context.caption or caption,
                look=_look(element, tag, style, context.look) if style or tag in _SIZED else context.look,
            )
        if tag == "a" and element.text in _PERMALINKS and (element.get("href") or "").startswith("#"):
            self._depth -= 1
            return
        if tag == "a" and context.link is None and (href := address_of(element)):
            said = shown_text(element)
            drawn = None if said else (href, element.get("title") or "")
            marks = (*context.marks, f'<a href="{escape(href)}">')
            inside = inside._replace(link=drawn or (href, said), marks=marks)
        elif mark and (opened := f"<{mark}>") not in context.marks:
            inside = inside._replace(marks=(*context.marks, opened))
        self._children(element, owner, inside)
        if drawn:
            self._drawn(element, drawn)
        self._depth -= 1

    def _is_paragraph(self, span: _Element) -> bool:
        """Tell whether a span is a paragraph beside others, or holds such."""
        parent = span.getparent()
        holders = (span,) if parent is None else (parent, span)
        for holder in holders:
            if holder not in self._spans:
                self._spans[holder] = holds_paragraphs(holder)
        return any(map(self._spans.__getitem__, holders))

    def _add(self, text: str, owner: _Element, context: Context) -> None:
        if context.preformatted and len(parts := _BLANK_LINE.split(text)) > 1:
            for part in parts:
                self._add(part, owner, context)
                self._flush(owner, context)
            return
        text = unescaped(text)
        if not self._paragraph.lit:
            text = text.lstrip()
        unrendered = "{{" in text
        if unrendered:
            text = rendered(text)
            self._break(owner, context)
        if not text or text.isspace():
            if text:
                self._paragraph.add_blanks(text)
        else:
            self._break(owner, context)
            self._paragraph.add(text, context)
        self._paragraph.unrendered |= unrendered

    def _break(self, owner: _Element, context: Context) -> None:
        """End the paragraph above a line that is to be added."""
        if self._paragraph.breaks:
            self._flush(owner, context, continues=self._paragraph.breaks == 1)

    def _flush(self, owner: _Element, context: Context, *, continues: bool = False) -> None:
        """End the paragraph that is being collected; ``continues``: the next one is its next line."""
        if self._paragraph.lit:
            if block := self._paragraph.block(owner, context, self._part):
                self._blocks.append(block)
            self._paragraph = Paragraph(continues=continues)
        else:
            self._paragraph.unrendered = False
            self._paragraph.continues = continues

    def _picture(self, element: _Element, owner: _Element, context: Context) -> None:
        self._flush(owner, context)
        self._blocks.append(
            Block(
                "picture",
                element,
                align=context.align,
                figure=context.figure,
                links=[context.link] if context.link else [],
                part=self._part,
                caption=context.caption,
            )
        )

    def _drawn(self, element: _Element, link: tuple[str, str]) -> None:
        """Keep a link to a file that a style sheet draws, as an icon."""
        if mentions_file(link[0]) and not holds_picture(element):
            if self._paragraph.lit:
                self._paragraph.offer(link)
            else:
                self._blocks.append(Block("embed", element, links=[link], part=self._part))

    def _embed(self, element: _Element, owner: _Element, context: Context) -> None:
        source = element.get("src") or element.get("data") or ""
        if source:
            self._flush(owner, context)
            self._blocks.append(
                Block("embed", element, links=[(source, element.get("title") or "")], part=self._part)
            )


def _is_articles(element: _Element, tag: str) -> bool:
    """Tell whether a footer or what is set aside has the article's files."""
    return (tag == "footer" and is_articles_footer(element)) or (tag == "aside" and is_articles_aside(element))


def _is_above_caption(element: _Element) -> bool:
    """Tell whether an empty element stands straight above a caption: the picture's is laid under it."""
    below = element.getnext() if not len(element) and element.get("style") else None
    return below is not None and named_as(below, below.keys()).caption


def _told(element: _Element, tag: str, context: Context) -> Context:
    """Return what the tag of an element says of the blocks in it, beside what is known of them."""
    if tag in HEADINGS:
        return context if _is_item(element, context) else context._replace(kind="heading", level=int(tag[1]))
    if tag == "li":
        holder = element.getparent()
        numbered = holder is not None and holder.tag == "ol"
        return context if is_paragraphs(element) else context._replace(kind="item", numbered=numbered)
    if tag == "blockquote":
        return context._replace(kind="quote")
    if (tag == "figure" and not _is_in_cell(element, context)) or (tag == "dl" and holds_picture(element)):
        return context._replace(figure=element)
    if tag == "center":
        return context._replace(align="center")
    if tag == "th":
        return context._replace(bold=True)
    if tag == "pre":
        return context._replace(preformatted=next(element.iter("code"), None) is None)
    return context


def _is_item(heading: _Element, context: Context) -> bool:
    """Tell whether a heading is all that an item of a list says."""
    item = heading.getparent() if context.kind == "item" else None
    return item is not None and item.tag == "li" and shown_text(item) == shown_text(heading)


def _is_word_item(paragraph: _Element) -> bool:
    """Tell whether Word made a paragraph an item of a list with bullets; numbers stay as they are."""
    return "mso-list" in (paragraph.get("style") or "") and any(map(_is_bullet, paragraph.iter("span")))


def _is_bullet(span: _Element) -> bool:
    """Tell whether Word set a list's bullet in a span: one sign, which in its fonts may be a letter."""
    return "mso-list" in (span.get("style") or "") and len(whole_text(span).strip()) == 1


def _is_in_cell(figure: _Element, context: Context) -> bool:
    """Tell whether a figure is a picture in a table's cell: what is around that has the caption."""
    above = next(figure.iterancestors("td", "th", "figure"), None)
    return context.figure is not None and above is not None and above.tag != "figure"


def _look(element: _Element, tag: str, style: str, around: str) -> str:
    """Return the size and colour that an element sets its text in, as it says so, or what is ``around``."""
    said = [tag] if tag == "small" else [f"{element.get('size')} {element.get('color')}"] if tag == "font" else []
    return ";".join(said + _LOOK.findall(style)).lower().replace(" ", "") or around


def _align(element: _Element) -> str:
    """Return "center" or "right" where an element's own attributes say so, else ""."""
    align = element.get("align") or ""
    style = element.get("style")
    if style and "align" in style and (match := _ALIGN.search(style.lower())):
        align = match[1]
    align = align.lower()
    return align if align in ("center", "right") else ""


def _shares_lead(box: _Element) -> bool:
    """Tell whether the label of a share box is glued to the article's lead, which stands in the box with it."""
    first = next((text for text in box.itertext() if not text.isspace()), "")
    if first.lstrip()[:4].lower() not in ("chia", "shar"):  # at a glance
        return False
    said = shown_text(box)
    label = boilerplate.SHARE_LABEL.match(said)
    return label is not None and len(said) - label.end() > _LEAD


def _is_below_picture(footer: _Element) -> bool:
    """Tell whether the footer of a card that holds a picture says no more than a caption does."""
    pictured = holds_picture(footer.getprevious())
    return pictured and not says_more_than(footer, PARAGRAPH) and next(footer.iter("a"), None) is None


def _shows(element: _Element | None) -> bool:
    """Tell whether an element is a picture, with no more than a caption."""
    return element is not None and holds_picture(element) and not says_more_than(element, PARAGRAPH)


def _is_captioned(element: _Element | None) -> bool:
    """Tell whether an element holds a picture and says something of it."""
    return element is not None and holds_picture(element) and says_more_than(element, 0)


def _lies_over_picture(element: _Element) -> bool:
    """Tell whether an overlay in Vietnamese lies over the picture before it: others may be a film's label."""
    picture = element.getprevious() if "overlay" in names(element) else None
    if picture is None or picture.tag != "img":
        return False
    return is_vietnamese(shown_text(element))


def _is_in_line(element: _Element) -> bool:
    """Tell whether a custom element stands in a line of text: text is next to it."""
    above, parent = element.getprevious(), element.getparent()
    before = above.tail if above is not None else parent.text if parent is not None else None
    return bool((before or "").strip() or (element.tail or "").strip())
