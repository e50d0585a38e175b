"""The article's content: its blocks without furniture, and what they say beside the text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate, extent, pointers
from kkt_crawler.pages.attachments import (
    find_attachments,
    is_articles_footer,
    is_named_attached,
    may_send_file,
    offers_file,
    says_attached,
)
from kkt_crawler.pages.blocks import rejoined
from kkt_crawler.pages.byline import read_below, read_head
from kkt_crawler.pages.cards import without_cards
from kkt_crawler.pages.copies import without_pulled
from kkt_crawler.pages.credits import Credit
from kkt_crawler.pages.document import (
    HEADLINE,
    ancestors,
    common_ancestor,
    is_hidden,
    names,
    says_more_than,
    shown_text,
    words,
)
from kkt_crawler.pages.figures import Figure, find_figures
from kkt_crawler.pages.furniture import without_furniture, without_labels
from kkt_crawler.pages.lines import is_lead
from kkt_crawler.pages.markup import as_html, as_text
from kkt_crawler.pages.outer_pictures import shares_cover, take_cover, take_gallery
from kkt_crawler.pages.photo_credits import ends_in_credit
from kkt_crawler.pages.pictures import is_decoration, is_stated_cover, without_labelled
from kkt_crawler.pages.signatures import gather_credits, split_credits, with_labels
from kkt_crawler.pages.walker import Walker
from kkt_crawler.pages.written_out import address_of
from kkt_crawler.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from kkt_crawler.article import Attachment
    from kkt_crawler.pages.blocks import Block
    from kkt_crawler.pages.rows import Rows
    from kkt_crawler.pages.survey import Survey

#: In a text no longer than this, one paragraph can be most of the prose, and its element be taken for the body.
_SHORT = 700
#: A longer heading that ends as a sentence is a paragraph.
_SENTENCE = 40
#: A line of a verse, an address or a list of details is shorter than a paragraph.
_LINE = 60
#: A poll's question and its answers, so many at least, say no more.
_POLL, _ANSWERS = 300, 2
#: The part of the text that is in no box, whatever that is called: in one element, or in paragraphs called so.
_MOST = 0.4
#: What templates call the picture that they set above the title.
_COVER = words(
    "(?:post|entry|article|news)[-_]+(?:thumb(?:nail)?|image|cover|media)(?:-full)?",
    "featured[-_](?:image|media|img)", "wp-post-image", "[a-z]+[-_]cover", "(?:[a-z]+[-_])?hero(?:[-_][a-z]+)?",
)  # fmt: skip
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
    head: Credit  #: what lines in front of the text say: "By Jonah Pell"


def read_body(
    survey: Survey,
    node: _Element,
    *,
    title: _Element | None,
    dateline: _Element | None,
    headline: str,
    base: str,
    cover: str,
    claimed: bool,
    vietnamese: bool,
) -> Body:
    """Return the content of the body ``node`` and of what belongs to it above and below.

    ``cover``: the picture that machine data gives. ``claimed``: the page calls itself an article, and so is no
    section's. ``vietnamese``: it is read as papers and agencies there write their credits.
    """
    article = common_ancestor(title, node) if title is not None else node
    take_gallery(survey.body, node)
    take_cover(survey.body, article, cover, headline)
    region = _with_files(article)
    blocks = Walker(title=title, body=node, keep=_keeps(survey, node, vietnamese=vietnamese)).walk(region)
    blocks = _without_above(rejoined(blocks), article, title, cover, headline, survey.rows)
    may_list = not claimed and (title is None or len(fold(headline).split()) <= _SECTION)
    if _are_no_articles(blocks, claimed=claimed, may_list=may_list):
        blocks = []
    blocks = extent.before_next(blocks, title, dateline)
    blocks = without_pulled(_with_values(with_labels(blocks)))
    blocks = _own(blocks, node, base, prose=survey.raw.get(node, 0.0))
    blocks, attachments = find_attachments(blocks, base)
    lines, head = read_head(blocks, headline, vietnamese=vietnamese)
    blocks = [block for block in without_labelled(blocks) if block not in lines]
    blocks = without_furniture(blocks, headline, dateline, base)
    lists = (pointers.are_albums, pointers.are_pages, pointers.are_questions, pointers.are_documents)
    if any(are(blocks) for are in lists):
        blocks = []
    blocks, figures = find_figures(blocks, base=base, title=headline)
    blocks, credit = _without_credits(blocks)
    if vietnamese and not (credit.authors or credit.designers):
        below = read_below(survey, region, node)
        credit = replace(below, source=credit.source or below.source, authors=() if head else below.authors)
    blocks = extent.without_last_headings(blocks, node, survey)
    _mend_lead(blocks)
    _mend_lines(blocks)
    if pointers.only_lead_elsewhere(blocks) or pointers.are_tables(blocks):
        blocks, figures = [], []
    return Body(
        lead=_lead(blocks),
        text=as_text(blocks),
        html=as_html(blocks, {id(figure.block): figure for figure in figures}, base),
        figures=tuple(figures),
        attachments=tuple(attachments),
        credit=credit,
        head=head,
    )


def _keeps(survey: Survey, node: _Element, *, vietnamese: bool) -> Callable[[_Element], bool]:
    """Return a test for boxes: whether one stays although its name speaks against it, as it is around the text.

    Facts set apart in a Vietnamese text stay: they are the writer's.
    """
    prose = survey.raw.get(node, 0.0)
    above = set(node.iterancestors())
    named: Counter[str] = Counter()  # how much paragraphs say, by their names
    for paragraph in node.iterchildren("p"):
        named[names(paragraph)] += round(survey.raw.get(paragraph, 0.0))

    def keeps(element: _Element) -> bool:
        if element is node or element in above:
            return True
        if element.getparent() is node and element.tag == "p" and named[names(element)] > _MOST * prose > 0:
            return not is_hidden(element)
        if vietnamese and boilerplate.FACTS(names(element)):
            return True
        # A list of teasers in an <aside>, or the text once more for a script, can be as long as the text.
        if element.tag in boilerplate.BOX_TAGS or is_hidden(element) or boilerplate.COMMENTS(names(element)):
            return False
        return survey.raw.get(element, 0.0) > _MOST * prose > 0

    return keeps


def _are_no_articles(blocks: list[Block], *, claimed: bool, may_list: bool) -> bool:
    """Tell whether the blocks are a list of other articles, a record of fields, or a column of boxes."""
    if (may_list and pointers.are_headed_elsewhere(blocks)) or (not claimed and pointers.is_column(blocks)):
        return True
    return pointers.are_teasers(blocks) or pointers.are_dated_teasers(blocks) or pointers.are_fields(blocks)


def _with_values(blocks: list[Block]) -> list[Block]:
    """Join a term that ends as a label does to what a list of terms says of it: "Địa điểm: Bến Giang"."""
    kept: list[Block] = []
    for block in blocks:
        term = kept[-1] if kept else None
        if term is not None and block.element.tag == "dd" and term.element.tag == "dt" and term.text.endswith(":"):
            block.text, block.html = f"{term.text} {block.text}", f"{term.html} {block.html}"
            kept.pop()
        kept.append(block)
    return kept


def _own(blocks: list[Block], node: _Element, base: str, *, prose: float) -> list[Block]:
    """Return the blocks without cards, labels and a poll, from where the article begins to where it ends."""
    poll = _poll(node, blocks) if prose < _POLL else []
    blocks = without_cards(without_labels(blocks), node, base)
    blocks = extent.to_the_end(extent.before_boxes(blocks))
    if prose < _SHORT:
        blocks = extent.parted(blocks)
    blocks = [block for block in blocks if block not in poll] if poll else blocks
    return [block for block in blocks if block.kind != "picture" or block.part != "foot" or offers_file(block)]


def _poll(node: _Element, blocks: list[Block]) -> list[Block]:
    """Return the body's blocks where they ask readers to choose, and say little else: a poll with more prose.

    One with a box of its own stands in a text, and so does one beside a picture.
    """
    asked = [block for block in blocks if block.part == "body"]
    if sum(len(block.text) for block in asked) > _POLL or any(block.kind == "picture" for block in asked):
        return []
    choices = [field for field in node.iter("input") if field.get("type") == "radio"]
    if len(choices) < _ANSWERS:
        return []
    answers = common_ancestor(choices[0], choices[-1])
    text = shown_text(answers)
    if answers is not node and "?" in text:
        return []
    said = len(text)
    box = next(above for above in ancestors(answers) if above is node or len(shown_text(above)) > said)
    return asked if box is node else []


def _with_files(article: _Element) -> _Element:
    """Return the element around the article and the files that are offered below it, or below a wrapper of it.

    The headline of another article ends the search.
    """
    for around, wrapper in pairwise(ancestors(article)):
        for below in around.itersiblings():
            for link in below.iter("a"):
                if may_send_file(address := address_of(link)):
                    return wrapper if _offers_attached(below) else article
                if says_more_than(link, HEADLINE) and not address.startswith("javascript:"):
                    return article
    return article


def _offers_attached(below: _Element) -> bool:
    """Tell whether an element with files, or a label above it, says that they are attached; a box beside not."""
    label = below.getprevious()
    if label is not None and boilerplate.FILES_LABEL.match(shown_text(label)):
        return True
    if not boilerplate.OFFERS.search(shown_text(below)) and not is_named_attached(below):
        return False
    if below.tag == "footer" or "footer" in names(below):
        return is_articles_footer(below)
    return not boilerplate.is_box(below) or says_attached(below)


def _without_above(
    blocks: list[Block], article: _Element, title: _Element | None, cover: str, headline: str, rows: Rows
) -> list[Block]:
    """Return the blocks without those above the title, but for the article's cover and its caption.

    Nor does what is told of other articles between the title and the text belong to either.
    """
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        if (
            block.part == "head"
            and block.linked
            and len(block.text) > _LINE
            and rows.is_listed_teaser(block.element)
        ):
            continue
        if block.part != "above":
            kept.append(block)
            continue
        if block.kind == "picture":
            below = blocks[place + 1 : place + 2]
            shows = any(other.caption or shares_cover(other.element, block, title) for other in below)
            covers = shows and not is_decoration(block)
        else:
            above = kept[-1] if kept else None
            covers = above is not None and _captions(block, above, title)
            covers = covers or is_lead(block.element)
        if covers or _is_cover(block, article, cover, headline) or _is_set_as_others(block, blocks, article):
            kept.append(block)
    return kept


def _captions(block: Block, above: Block, title: _Element | None) -> bool:
    """Tell whether a block captions the picture above it, or goes on with its caption."""
    return block.caption or ends_in_credit(block.text) or shares_cover(block.element, above, title)


def _is_cover(block: Block, article: _Element, cover: str, headline: str) -> bool:
    """Tell whether a block above the title belongs to a captioned picture of the article, or is its cover.

    Machine data gives that, its alternative text is the headline, or what it stands in is called so.
    """
    if block.kind == "picture" and article in block.element.iterancestors():
        inside = takewhile(lambda element: element is not article, ancestors(block.element))
        if is_stated_cover(block.element, cover, headline) or any(_COVER(names(element)) for element in inside):
            return True
    if block.figure is None or block.figure.tag != "figure":
        return False
    return article in block.figure.iterancestors()


def _is_set_as_others(block: Block, blocks: list[Block], article: _Element) -> bool:
    """Tell whether a picture above the title stands in two elements that are named as those of one in the text."""
    if block.kind != "picture" or article not in block.element.iterancestors():
        return False
    form = _holders(block)
    return all(form) and any(
        other.kind == "picture" and _holders(other) == form for other in blocks if other.part == "body"
    )


def _holders(picture: Block) -> tuple[str, ...]:
    """Return the names of the two elements around a picture."""
    return tuple(above.get("class") or "" for above in islice(picture.element.iterancestors(), 2))


def _is_told(text: str) -> bool:
    """Tell whether a line is a sentence, or announces what follows: "… thương tiếc báo tin:"."""
    return boilerplate.ends_sentence(text) or (text.endswith(":") and len(text) > _SENTENCE)


def _mend_lead(blocks: list[Block]) -> None:
    """Make a lead that the template sets as a heading the bold paragraph that it is."""
    first = next((block for block in blocks if block.kind not in ("picture", "embed")), None)
    if first is not None and first.kind == "heading" and len(first.text) > _SENTENCE and first.text[-1] in ".…”":
        first.kind = "text"
        first.html = f"<strong>{first.html}</strong>" if "<strong>" not in first.html else first.html


def _mend_lines(blocks: list[Block]) -> None:
    """Make paragraphs of lines that are as long and end as they do: some templates part those by single breaks.

    So too of a line beside one that is a sentence, or in bold or capitals.
    """
    for above, block in pairwise(blocks):
        if block.continues and _are_paragraphs(above, block):
            block.continues = False


def _are_paragraphs(above: Block, below: Block) -> bool:
    """Tell whether of two lines one is long, and both sentences or subheads, or a bold one follows a sentence."""
    if _is_long(above) or _is_long(below):
        return all(_is_told(line.text) or line.bold or line.text.isupper() for line in (above, below))
    return below.bold and _is_told(above.text)


def _is_long(line: Block) -> bool:
    return len(line.text) > _LINE and _is_told(line.text)


def _lead(blocks: list[Block]) -> str:
    """Return the first paragraph; what stands above a letter, in the middle or at the right, is none."""
    said = [block for block in blocks if block.kind not in ("picture", "embed", "table")]
    own = (block for block in said if not block.align or _is_told(block.text))
    first = next(own, said[0] if said else None)
    if first is None:
        return ""
    lines = [first, *takewhile(lambda block: block.continues, said[said.index(first) + 1 :])]
    # Of a verse the first stanza; of what a letter is based on, one line each, the first.
    return first.text if first.text.endswith(";") else " ".join(line.text for line in lines)


def _without_credits(blocks: list[Block]) -> tuple[list[Block], Credit]:
    below = gather_credits([block for block in blocks if block.part == "foot"])
    rest, credit = split_credits([block for block in blocks if block.part != "foot"])
    # Below the author's name stands the source, and who took the text from there.
    authors = credit.authors + below.authors if below.source else credit.authors or below.authors
    names = tuple(dict.fromkeys(authors)), credit.designers or below.designers
    return rest, Credit(credit.source or below.source, *names)
