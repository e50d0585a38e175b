"""The article's content: its blocks without furniture, and what they say beside the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING

from kkt_crawler import urls
from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.attachments import file_of, find_attachments
from kkt_crawler.pages.blocks import Block, Blocks
from kkt_crawler.pages.credits import Credit, gather_credits, people, read_line, split_credits
from kkt_crawler.pages.document import ancestors, common_ancestor, is_hidden, names, shown_text
from kkt_crawler.pages.figures import Figure, find_figures
from kkt_crawler.pages.shown_date import is_dateline, without_dates
from kkt_crawler.text import fold, one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.article import Attachment
    from kkt_crawler.pages.survey import Survey

_BY = r"(?:by|von|por|par|di|door|af|av|text|words|reporting\s+by|posted\s+by|written\s+by)\s*:?\s+"
_BYLINE_NAMES = re.compile(rf"^\W*{_BY}(?P<names>[^|•·\d]+?)\s*(?:[|•·].*)?$", re.I)
#: A line in front of the text that says who wrote it and when, in the words of several languages; the Vietnamese
#: datelines are known more exactly, and are left out wherever they stand.
_WHO_OR_WHEN = re.compile(
    rf"^\W*(?:{_BY}(?-i:[A-ZÀ-ÞĀ-ŽĐ])"
    r"|(?:stand|published|publié|posted|(?:zuletzt\s+)?aktualisiert|actualizado|aggiornato|updated|uppdaterad|publicerad"
    r"|publisert|oppdatert|opdateret|artikel\s+veröffentlicht)\W.*\d"
    r"|.*(?<!\d)(?:19|20)\d\d(?!\d).*(?<!\d)\d{1,2}[:.h]\d\d(?!\d)"
    r"|.*[|•·–].*(?<!\d)(?:19|20)\d\d(?!\d))",
    re.I,
)
#: The first line of prose is longer, and so is no byline.
_BYLINE = 130
_KICKER = 50
#: "8 hours ago", a section: shorter than any teaser.
_LABEL = 30
_HREF = re.compile(r'<a href="([^"]*)">')
#: What parts the links of a row.
_BETWEEN = re.compile(r"\s*[,;|]\s*")
_QUOTES = "“\"'‘"
_SENTENCE_END = re.compile(r"[.!?…][\"”»)]?$")
#: What a picture of the article links to: itself, larger, or a script that shows it.
_LINKED_PICTURE = re.compile(r"^#|^javascript:|\.(?:jpe?g|png|gif|webp|bmp)(?:[?#]|$)|/media/|/upload/", re.I)
#: In a text no longer than this, one paragraph can be most of the prose, and its element be taken for the body.
_SHORT = 700
#: A longer heading that ends as a sentence is a paragraph.
_SENTENCE = 60
#: A title of no more words may be a section's, over a list of articles.
_SECTION = 5
#: A longer link in a list is another article's headline.
_HEADLINE = 25


@dataclass(frozen=True, slots=True)
class Body:
    """What the body of a page gives."""

    lead: str
    text: str
    html: str
    figures: tuple[Figure, ...]
    attachments: tuple[Attachment, ...]
    credit: Credit
    byline: tuple[str, ...]  #: the names in a line such as "By Jonah Pell" in front of the text


def read_body(
    survey: Survey,
    node: _Element,
    *,
    title: _Element | None,
    dateline: _Element | None,
    headline: str,
    base: str,
    claimed: bool,
) -> Body:
    """Return the content of the body ``node`` and of what belongs to it above and below.

    ``claimed``: the page calls itself an article, and so is no section's.
    """
    region = common_ancestor(title, node) if title is not None else node
    prose = survey.raw.get(node, 0.0)
    above = set(node.iterancestors())

    def keep(element: _Element) -> bool:
        if element is node or element in above:
            return True
        # A list of teasers in an <aside>, or the text once more for a script, can be as long as the text.
        if element.tag in boilerplate.BOX_TAGS or is_hidden(element):
            return False
        return survey.raw.get(element, 0.0) > 0.4 * prose > 0

    blocks = Blocks(title=title, body=node, keep=keep).walk(region)
    blocks = [block for block in blocks if block.part != "above" or _is_cover(block)]
    blocks = _to_the_end(_before_boxes(_without_labels(blocks)), base)
    if prose < _SHORT:
        blocks = _parted(blocks)
    if not claimed and len(fold(headline).split()) <= _SECTION and _is_headed_elsewhere(blocks):
        blocks = []
    blocks = [block for block in blocks if block.kind != "picture" or block.part != "foot"]
    blocks, attachments = find_attachments(blocks, base)
    byline = _byline(blocks)
    blocks = _without_furniture(blocks, headline, dateline, base)
    blocks, figures = find_figures(blocks, base=base, title=headline)
    blocks, credit = _without_credits(blocks)
    blocks = [block for block in blocks if block.part != "foot"]
    _mend_lead(blocks)
    said = [block for block in blocks if block.kind != "heading" and not _is_label(block)]
    if all((block.kind == "item" and _is_teaser(block)) or _leads_elsewhere(block) for block in said):
        blocks, figures = [], []
    lead = next((block.text for block in blocks if block.kind not in ("picture", "embed", "table")), "")
    return Body(
        lead=lead,
        text=_text(blocks),
        html=_html(blocks, {id(figure.block): figure for figure in figures}, base),
        figures=tuple(figures),
        attachments=tuple(attachments),
        credit=credit,
        byline=byline,
    )


def _byline(blocks: list[Block]) -> tuple[str, ...]:
    for block in blocks:
        if block.text and (match := _BYLINE_NAMES.match(block.text)) and (names := people(match["names"])):
            return names
        if len(block.text) > _BYLINE and not block.caption:
            break
    return ()


def _is_cover(block: Block) -> bool:
    """Tell whether a block above the title belongs to a captioned picture there."""
    return block.figure is not None and block.figure.tag == "figure" and block.kind in ("picture", "text")


def _without_labels(blocks: list[Block]) -> list[Block]:
    """Take the share label and the buttons behind it off the text that they are glued to."""
    for block in blocks:
        if block.text[:5].lower() in ("chia ", "share") and (match := boilerplate.SHARE_LABEL.match(block.text)):
            labels = [match[0]]
            block.text = block.text[match.end() :]
            for _, button in block.links:
                if not (boilerplate.is_furniture(button) and block.text.startswith(button)):
                    break
                labels.append(button)
                block.text = block.text[len(button) :].lstrip()
            for label in labels:
                block.html = _cut_front(block.html, label, block.text)
    return [block for block in blocks if block.text or block.kind in ("picture", "embed")]


def _before_boxes(blocks: list[Block]) -> list[Block]:
    """Take prose straight below the title for the body where what was taken for it opens as a box does."""
    first = next((place for place, block in enumerate(blocks) if block.part == "body" and block.text), 0)
    if not first or not (
        boilerplate.opens_box(blocks[first].text) or boilerplate.opens_comments(blocks[first].text)
    ):
        return blocks
    head = [block for block in blocks[:first] if block.part == "head"]
    if not any(_is_prose(block) for block in head):
        return blocks
    for block in head:
        block.part = "body"
    return blocks[:first]


def _is_prose(block: Block) -> bool:
    return len(block.text) > 40 and not block.linked and bool(_SENTENCE_END.search(block.text))


def _to_the_end(blocks: list[Block], base: str) -> list[Block]:
    """Cut what stands below the body from the first heading or link on that is not of the article's files.

    The heading of readers' comments ends the article in the body too.
    """
    for place, block in enumerate(blocks):
        if block.part != "head" and place and boilerplate.opens_comments(block.text):
            return blocks[:place]
        if (
            block.part != "foot"
            or boilerplate.FILES_LABEL.match(block.text)
            or boilerplate.is_furniture(block.text)
        ):
            continue
        offers = any(file_of(href, base)[0] for href, _ in block.links)
        if block.kind == "heading" or boilerplate.opens_box(block.text) or (_is_linked(block) and not offers):
            return blocks[:place]
    return blocks


def _is_linked(block: Block) -> bool:
    """Tell whether the block is a link to another page, or several; a date and a "Xem thêm:" beside them aside."""
    if block.linked <= 0.3 * len(block.text) and not (block.linked and boilerplate.POINTER.match(block.text)):
        return False
    if block.kind == "item" and len(block.text) - block.linked < _LABEL:
        return True
    rest = without_dates(boilerplate.POINTER.sub("", block.text))
    return block.linked > 0.8 * len(_BETWEEN.sub("", rest))


def _parted(blocks: list[Block]) -> list[Block]:
    """Count prose below the body, and what stands above it there, as the body's: a short text in several cells.

    So too a picture straight below the body or that prose, with its caption.
    """
    prose = [place for place, block in enumerate(blocks) if block.part == "foot" and _is_prose(block)]
    ends = [place for place, block in enumerate(blocks) if block.part == "body"]
    last = max((*prose, *ends), default=-1)
    end = last + 1
    while end < len(blocks) and boilerplate.is_furniture(blocks[end].text):
        end += 1
    first = end
    while end < len(blocks) and (blocks[end].kind == "picture" or (end > first and _is_set_apart(blocks[end]))):
        end += 1
    for block in blocks[0 if prose else last + 1 : end]:
        block.part = "body"
    return blocks


def _is_set_apart(block: Block) -> bool:
    """Tell whether the block is set as captions are, or goes anyway."""
    return block.caption or block.align == "center" or boilerplate.is_furniture(block.text)


def _mend_lead(blocks: list[Block]) -> None:
    """Make a lead that the template sets as a heading the bold paragraph that it is."""
    first = next((block for block in blocks if block.kind not in ("picture", "embed")), None)
    if first is not None and first.kind == "heading" and len(first.text) > _SENTENCE and first.text[-1] in ".…”":
        first.kind = "text"
        first.html = f"<strong>{first.html}</strong>" if "<strong>" not in first.html else first.html


def _teasers(blocks: list[Block], start: int) -> int:
    """Return where the pairs of a link and a text that begin at ``start`` end, or ``start`` for fewer than two.

    Labels and pictures may stand between them, but no heading of another box.
    """
    end, pairs, place = start, 0, start
    while True:
        place = _past_labels(blocks, place)
        linked = place < len(blocks) and _is_linked(blocks[place])
        place = _past_labels(blocks, place + 1)
        if not linked or place >= len(blocks) or _is_linked(blocks[place]):
            return end if pairs > 1 else start
        place += 1
        end, pairs = place, pairs + 1


def _past_labels(blocks: list[Block], place: int) -> int:
    while (
        place < len(blocks) and len(blocks[place].text) < _LABEL and not boilerplate.opens_box(blocks[place].text)
    ):
        place += 1
    return place


def _is_teaser(block: Block) -> bool:
    """Tell whether a list item says what another article says: a link as long as a headline stands in it."""
    item = next((above for above in ancestors(block.element) if above.tag == "li"), block.element)
    return any(len(shown_text(link)) > _HEADLINE for link in item.iter("a"))


def _is_headed_elsewhere(blocks: list[Block]) -> bool:
    """Tell whether a link as long as a headline stands straight before the first prose: it is another page's."""
    headed = False
    for block in blocks:
        if block.kind in ("picture", "embed") or is_dateline(block.text):
            continue
        if len(block.text) > _SENTENCE and not _is_linked(block):
            return headed
        # A pointer inside an article begins with an arrow or its label.
        pointer = not (block.text[0].isalnum() or block.text[0] in _QUOTES) or boilerplate.POINTER.match(
            block.text
        )
        headed = not pointer and _is_linked(block) and any(len(text) > _HEADLINE for _, text in block.links)
        if not headed and block.part == "body" and not boilerplate.opens_box(block.text):
            return False
    return False


def _is_label(block: Block) -> bool:
    """Tell whether the block is too short to be all that an article says."""
    return block.kind in ("text", "item", "embed") and len(block.text) <= _HEADLINE


def _leads_elsewhere(block: Block) -> bool:
    """Tell whether the block is a picture that links to another page, as one of a gallery or a list of videos."""
    return block.kind == "picture" and any(not _LINKED_PICTURE.search(href) for href, _ in block.links)


def _cut_front(html: str, label: str, rest: str) -> str:
    place = html.find(label.strip())
    return html[:place] + html[place + len(label.strip()) :] if place >= 0 else escape(rest, quote=False)


def _without_furniture(blocks: list[Block], headline: str, dateline: _Element | None, base: str) -> list[Block]:
    """Drop counters, buttons, dates, and boxes that open with a heading such as "Tin liên quan"."""
    kept: list[Block] = []
    in_box = False
    dated = shown_text(dateline) if dateline is not None else ""
    teasers = 0
    begun = False
    for place, block in enumerate(blocks):
        if place < teasers:
            continue
        if block.kind in ("picture", "embed"):
            if not in_box or block.part == "body":
                kept.append(block)
            continue
        linked = _is_linked(block)
        if boilerplate.opens_box(block.text):
            in_box = True
            teasers = _teasers(blocks, place + 1)
            continue
        if in_box and linked:
            continue
        in_box = False
        if boilerplate.is_furniture(block.text) or boilerplate.is_imprint(block.text) or block.text == headline:
            continue
        if is_dateline(block.text) or block.text == dated:
            continue
        begun = begun or (len(block.text) > _BYLINE and not block.caption)
        if not begun and (_says_who_or_when(block.text) or _repeats(block.text, headline) or _signs(block)):
            continue
        if linked and block.part != "body":
            continue
        if linked and not any(_is_content(href, base) for href, _ in block.links):
            continue
        if block.part == "head" and len(block.text) < 60 and not _SENTENCE_END.search(block.text):
            continue
        kept.append(block)
    return kept


def _is_content(href: str, base: str) -> bool:
    """Tell whether a link that makes up a whole paragraph is the article's: to a file, or to another site."""
    url = urls.absolute(href, base)
    return bool(file_of(href, base)[0]) or (bool(url) and not urls.same_host(url, base))


def _says_who_or_when(line: str) -> bool:
    return _WHO_OR_WHEN.match(line) is not None and not _SENTENCE_END.search(line)


def _signs(block: Block) -> bool:
    """Tell whether a line in front of the text is the author's name by its element and its form."""
    return (
        len(block.text) < _KICKER
        and boilerplate.BYLINE(names(block.element))
        and bool(people(block.text) or read_line(block.text).authors)
    )


def _repeats(line: str, headline: str) -> bool:
    """Tell whether a line is the headline with a word or two before it: its kicker, the section."""
    return line.endswith(headline) and len(line) < len(headline) + _KICKER


def _without_credits(blocks: list[Block]) -> tuple[list[Block], Credit]:
    below = gather_credits([block for block in blocks if block.part == "foot"])
    rest = [block for block in blocks if block.part != "foot"]
    rest, credit = split_credits(rest)
    return rest, Credit(credit.source or below.source, credit.authors or below.authors)


def _text(blocks: list[Block]) -> str:
    paragraphs: list[str] = []
    for block in blocks:
        if block.kind in ("picture", "embed"):
            continue
        text = f"- {block.text}" if block.kind == "item" else block.text
        if (block.continues and paragraphs) or (
            block.kind == "item" and paragraphs and paragraphs[-1].startswith("- ")
        ):
            paragraphs[-1] += f"\n{text}"
        else:
            paragraphs.append(text)
    return "\n\n".join(paragraphs)


def _html(blocks: list[Block], figures: dict[int, Figure], base: str) -> str:
    """Return the blocks as HTML that holds no tag but our own, so that cleaning it would change nothing."""
    parts: list[str] = []
    in_list = False
    for block in blocks:
        if in_list and block.kind != "item":
            parts.append("</ul>")
            in_list = False
        if block.kind == "picture":
            if figure := figures.get(id(block)):
                parts.append(_figure(figure))
        elif block.kind == "item":
            if not in_list:
                parts.append("<ul>")
                in_list = True
            parts.append(f"<li>{block.html}</li>")
        elif block.kind == "heading":
            level = min(max(block.level, 2), 6)
            parts.append(f"<h{level}>{block.html}</h{level}>")
        elif block.kind == "quote":
            parts.append(f"<blockquote><p>{block.html}</p></blockquote>")
        elif block.kind == "table":
            parts.append(block.html)
        elif block.kind == "text":
            if block.continues and parts and parts[-1].endswith("</p>"):
                parts[-1] = f"{parts[-1][:-4]}<br>{block.html}</p>"
            else:
                parts.append(f"<p>{block.html}</p>")
    if in_list:
        parts.append("</ul>")
    return _HREF.sub(lambda link: _link(link[1], base), "\n".join(parts))


def _link(href: str, base: str) -> str:
    """Return the opening tag of a link; one that leads nowhere on the web keeps its text alone."""
    url = urls.absolute(one_line(unescape(href)), base)
    return f'<a href="{escape(url)}">' if url else "<a>"


def _figure(figure: Figure) -> str:
    image = figure.image
    caption = f"<figcaption>{escape(image.caption, quote=False)}</figcaption>" if image.caption else ""
    return f'<figure><img src="{escape(image.url)}" alt="{escape(image.alt)}">{caption}</figure>'
