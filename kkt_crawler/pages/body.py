"""The article's content: its blocks without furniture, and what they say beside the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate, extent, pointers
from kkt_crawler.pages.attachments import find_attachments, offers_files
from kkt_crawler.pages.blocks import Block, Blocks
from kkt_crawler.pages.credits import Credit, gather_credits, split_credits
from kkt_crawler.pages.document import common_ancestor, is_hidden, shown_text
from kkt_crawler.pages.figures import Figure, find_figures
from kkt_crawler.pages.furniture import find_byline, without_furniture, without_labels
from kkt_crawler.pages.markup import as_html, as_text
from kkt_crawler.text import fold

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.article import Attachment
    from kkt_crawler.pages.survey import Survey

#: In a text no longer than this, one paragraph can be most of the prose, and its element be taken for the body.
_SHORT = 700
#: A longer heading that ends as a sentence is a paragraph.
_SENTENCE = 60
#: A title of no more words may be a section's, over a list of articles.
_SECTION = 5


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
    region = _with_files(common_ancestor(title, node) if title is not None else node)
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
    blocks = extent.to_the_end(extent.before_boxes(without_labels(blocks)), base)
    if prose < _SHORT:
        blocks = extent.parted(blocks)
    may_list = not claimed and (title is None or len(fold(headline).split()) <= _SECTION)
    if pointers.are_teasers(blocks) or (may_list and pointers.are_headed_elsewhere(blocks)):
        blocks = []
    blocks = [block for block in blocks if block.kind != "picture" or block.part != "foot"]
    blocks, attachments = find_attachments(blocks, base)
    byline = find_byline(blocks)
    blocks = without_furniture(blocks, headline, dateline, base)
    if pointers.are_albums(blocks):
        blocks = []
    blocks, figures = find_figures(blocks, base=base, title=headline)
    blocks, credit = _without_credits(blocks)
    blocks = [block for block in blocks if block.part != "foot"]
    _mend_lead(blocks)
    if pointers.only_lead_elsewhere(blocks) or (not figures and pointers.are_tables(blocks)):
        blocks, figures = [], []
    lead = next((block.text for block in blocks if block.kind not in ("picture", "embed", "table")), "")
    return Body(
        lead=lead,
        text=as_text(blocks),
        html=as_html(blocks, {id(figure.block): figure for figure in figures}, base),
        figures=tuple(figures),
        attachments=tuple(attachments),
        credit=credit,
        byline=byline,
    )


def _with_files(region: _Element) -> _Element:
    """Return the element around the article and the files that are offered in the elements right below it."""
    while (parent := region.getparent()) is not None and parent.tag != "html":
        below = next((element for element in region.itersiblings() if len(element) or element.text), None)
        if below is None or not offers_files(below) or not boilerplate.OFFERS.search(shown_text(below)):
            break
        if boilerplate.is_boxed(below, region):
            break
        region = parent
    return region


def _is_cover(block: Block) -> bool:
    """Tell whether a block above the title belongs to a captioned picture there."""
    return block.figure is not None and block.figure.tag == "figure" and block.kind in ("picture", "text")


def _mend_lead(blocks: list[Block]) -> None:
    """Make a lead that the template sets as a heading the bold paragraph that it is."""
    first = next((block for block in blocks if block.kind not in ("picture", "embed")), None)
    if first is not None and first.kind == "heading" and len(first.text) > _SENTENCE and first.text[-1] in ".…”":
        first.kind = "text"
        first.html = f"<strong>{first.html}</strong>" if "<strong>" not in first.html else first.html


def _without_credits(blocks: list[Block]) -> tuple[list[Block], Credit]:
    below = gather_credits([block for block in blocks if block.part == "foot"])
    rest = [block for block in blocks if block.part != "foot"]
    rest, credit = split_credits(rest)
    return rest, Credit(credit.source or below.source, credit.authors or below.authors)
