"""Pictures: which of a page's images are the article's, under which address, and what their ``alt`` says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from kkt_crawler import urls
from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import ancestors, common_ancestor, names, shown_text, tidy, words
from kkt_crawler.pages.lines import line_of, text_of_line
from kkt_crawler.pages.people import people
from kkt_crawler.pages.when import is_dateline
from kkt_crawler.text import fold, slug

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block

#: Attributes that hold a picture's address: its own, a lazy one's, the usual first, its placeholder's.
_SOURCES = (
    "data-photo-original-src", "data-original", "data-src", "data-lazy-src", "data-lazy", "data-url",
    "data-image", "data-img", "data-hi-res-src",
)  # fmt: skip
_LAZY_SETS = ("data-srcset", "data-lazy-srcset")
# Of an address in lower case, and the file at its end: searched apart, as addresses are long.
_NO_ADDRESS = ("data:", "about:", "#", "javascript:")
_PICTURE_FILE = r"\.(?:gif|png|svg|jpe?g|webp|ico)$"
#: What stands in for a picture until a script loads it.
_PLACEHOLDER = re.compile(
    r"(?:^|[_.-])(?:blank|spacer|pixel|transparent|placeholder|lazy|lazyload"
    r"|loading|loader|1x1|no-?image|no-?photo|default-?image|dot|clear|trans)(?:[-_]?[\dx]*)?" + _PICTURE_FILE
)
#: Templates' own folders, in which there is none of a year, and names. A reporter's picture may be called
#: facebook_123.jpg; facebook.png is an icon.
_TEMPLATE_FOLDER = re.compile(
    r"/(?:_layouts/|(?<!/files/)style(?:s|(?:%20| )library)?/(?!(?:[^/]+/)*20\d\d/)"
    r"|icons?/|assets/(?:img/)?(?:icons?|logo)|emoji/"
    r"|ads?[/_-]|qc/|banners?/|avatars?/|qr(?:[-_]?code)?/|pixel|tr$"
    r"|image/user_(?:(?:fe)?male_)?portrait$"  # Liferay
    r"|(?:create-)?qr(?:[-_]?code)?(?:[-_]?\d+)?(?:\.[a-z]+)?/?$)"  # drawn from the page's address
)
_TEMPLATE_WORDS = ("gravatar", "quangcao", "quang-cao", "doubleclick")
_TEMPLATE_FILE = re.compile(
    r"\.ico$|\.svg$|(?:[a-z]button|[-_](?:share|print|e?mail))\.(?:gif|png)$"
    r"|(?:^|[_-])(?:icons?|ico|logo|btn|button|bullet|arrow|sprite|smiley|avatar(?![-_]?\d{9}))(?:[-_.\d].*)?"
    + _PICTURE_FILE
    + r"|^(?:share|facebook|fb|zl|zalo|twitter|youtube|print|in|e?mail|rss|hot|new|qr|pdf|doc|word|excel)"
    r"(?:[-_]?[\dx]*)?" + _PICTURE_FILE
)
#: "content-avatar" is a cover.
_OWN = ("content", "article", "detail", "news", "story")
_PORTRAIT = "".join(f"(?<!{own}{joint})" for own in _OWN for joint in ("-", "_", "__")) + "avatar[a-z]*"
_SMALL_NAMES = words(
    "icon[a-z]*", "ico", "logo", _PORTRAIT, "ava?", "emoji[a-z]*", "wp-smiley", "author[a-z-]*", "tracking",
    "pixel", "sprite", "(?:ma~)?qr(?:~code)?",
)  # fmt: skip
#: Where no picture of an article leads: to an advertiser, or to what prints, mails or shares the page.
_NO_LINK = re.compile(
    r"ads?-?tracking|quang-?cao|/ads?/|adclick|doubleclick|/banner|utm_medium=banner|^mailto:|^javascript:.*print|/sharer?\b",
    re.I,
)
_FILE_NAME = re.compile(
    r"^[\w\s().%-]*\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic)$|^[a-z\d]+(?:[-_][a-z\d]+){2,}$"
    r"|^(?-i:[a-z]+)(?:\s(?-i:[a-z\d]+)){2,}\s\d+$"  # "tram quan trac 1", as files are called
    r"|^(?:img|dsc|dscn|dji|image|untitled|screenshot|photo|z)[\s_-]*\w*\d\w*(?:[\s_-]*\(?\d*\)?)*$"
    r"|^\W*(?:bấm|nhấn|click|nhấp)(?:\s+\w+){0,4}\s+(?:phóng\s+to|xem\s+ảnh).*$"
    r"|^\W*(?:image|photo|picture|ảnh|hình(?:\s+ảnh)?|img|no alt)?\s*\d*\W*$",
    re.I,
)
_PHOTOGRAPH = re.compile(r"\.jpe?g(?:[?#\s,]|$)", re.I)
#: How papers number the pictures of an article behind its title: " - Ảnh 3."
_NUMBERED = re.compile(r"(?:\s+[-–]\s+|\s*[-–]\s+(?=\D))(?:(?:ảnh|hình|photo)\s+)?\d+\.?$", re.I)
_SIZE = re.compile(r"\d+")
#: What a size puts at the end of a file's name: "bai-moi-300x200.jpg".
_SCALED = re.compile(r"(?:[-_]\d+x\d+)?\.[a-z]+$")
#: Pixels; buttons and badges are smaller than this on one side, pictures of an article on neither.
_SMALLEST = 48
#: An author's card says the name and "Xem các bài khác"; a longer text beside a portrait is about the person.
_CARD = 80
#: What is told of an author below the text is no longer.
_LIFE = 400
#: Pixels, on both sides.
_PORTRAIT_SIZE = 100
#: "Tác giả: " before the name.
_BY = 12


def article_pictures(blocks: list[Block], base: str) -> tuple[list[Block], dict[int, str]]:
    """Return the blocks without decoration and repeated pictures, and the address of each picture block by id.

    A lazy picture stands on the page twice, as a placeholder and in ``<noscript>``.
    """
    kept: list[Block] = []
    addresses: dict[int, str] = {}
    written: set[str] = set()
    paths: set[str] = set()  # a picture has the same on two hosts
    for block in blocks:
        if block.kind == "picture":
            source = _source(block.element)
            if not source or source in written or _decorates(block, source):
                continue
            written.add(source)
            url = urls.image(source, base)
            path = url.partition("://")[2].partition("/")[2]
            if not url or path in paths:
                continue
            paths.add(path)
            if _is_written_again(block, kept):
                # The other is what a script begins with, or a service that scales it.
                addresses[id(kept[-1])] = url
                continue
            addresses[id(block)] = url
        kept.append(block)
    return kept, addresses


def _is_written_again(block: Block, kept: list[Block]) -> bool:
    """Tell whether a picture in ``<noscript>`` stands there for the one before it, with another address."""
    above = block.element.getparent()
    if above is None or above.tag != "noscript" or not kept or kept[-1].kind != "picture":
        return False
    before = above.getprevious()
    return before is not None and kept[-1].element in before.iter()


def shows(picture: _Element, address: str) -> bool:
    """Tell whether a picture is the one at ``address``, be it of another size."""
    name = _file_name(address)
    return bool(name) and _file_name(_source(picture)) == name


def _file_name(address: str) -> str:
    return _SCALED.sub("", address.partition("?")[0].rpartition("/")[2].lower())


def is_photograph(picture: _Element) -> bool:
    """Tell whether one of the picture's addresses is a photograph's: no icon or button is kept as one."""
    return any(map(_PHOTOGRAPH.search, picture.values()))


def without_labelled(blocks: list[Block]) -> list[Block]:
    """Return the blocks without the drawings of buttons and the cards that show an author's portrait and name.

    Of a card below the text that tells her life, the name stays: it signs.
    """
    pictures = [place for place, block in enumerate(blocks) if block.kind == "picture"]
    bars = [_bar(blocks, place) for place in pictures]
    around = {bar for bar in bars if bar is not None}
    lives = {place for portrait in pictures for place in _life(blocks, portrait)}
    return [
        block
        for place, block in enumerate(blocks)
        if place not in lives and (not around or around.isdisjoint(ancestors(block.element)))
    ]


def _life(blocks: list[Block], place: int) -> list[int]:
    """Return the places in a card, below a text, of its author's portrait and of what is told of her life.

    A text about the person has none of its own above, or a picture that is no portrait.
    """
    portrait, name = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else blocks[place]
    if (
        len(name.text) > _CARD
        or not _is_person(name.text)
        or not (is_decoration(portrait) or _is_small(portrait.element))
    ):
        return []
    card = common_ancestor(portrait.element, name.element)
    told = [other for other in range(place + 2, len(blocks)) if card in ancestors(blocks[other].element)]
    below = any(boilerplate.ends_sentence(block.text) for block in blocks[:place])
    opens = place == 0 or card not in ancestors(blocks[place - 1].element)
    said = sum(len(blocks[other].text) for other in told)
    return [place, *told] if below and opens and 0 < said <= _LIFE else []


def _is_small(picture: _Element) -> bool:
    """Tell whether a picture is as wide and as high as portraits beside a name are at most."""
    sizes = [_SIZE.match(picture.get(side) or "") for side in ("width", "height")]
    return all(size is not None and int(size[0]) <= _PORTRAIT_SIZE for size in sizes)


def _bar(blocks: list[Block], place: int) -> _Element | None:
    """Return the element in which a picture stands with buttons or with the linked name of its author alone."""
    picture = blocks[place]
    drawn = not is_photograph(picture.element)
    for beside in (*blocks[max(place - 1, 0) : place], *blocks[place + 1 : place + 2]):
        button = drawn and boilerplate.is_furniture(beside.text)
        if button or (beside.links and _is_portrait(picture, beside)):
            bar = common_ancestor(picture.element, beside.element)
            said = shown_text(bar)
            if len(said) < _CARD if not button else boilerplate.is_furniture(said):
                return bar
    return None


def _is_portrait(picture: Block, beside: Block) -> bool:
    """Tell whether a text opens with a linked name, and the picture says it, leads where it does, or is small."""
    leads = {href for href, _ in picture.links}
    said = tidy(picture.element.get("alt") or "")
    return any(
        beside.text.find(text) <= _BY
        and _is_person(text)
        and (href in leads or text == said or _decorates(picture, _source(picture.element)))
        for href, text in beside.links
    )


def _is_person(text: str) -> bool:
    """Tell whether the text is nothing but full names."""
    found = people(text)
    return bool(found) and all(" " in name for name in found)


def _source(picture: _Element) -> str:
    """Return the picture's own address as written, "" where there is none."""
    attributes = dict(picture.items())
    for name in _SOURCES:
        if (value := attributes.get(name)) and not _is_placeholder(value):
            return value
    for name in _LAZY_SETS:
        if largest := _largest(attributes.get(name, "")):
            return largest
    if (value := attributes.get("src")) and not _is_placeholder(value):
        return value
    if largest := _largest(attributes.get("srcset", "")):
        return largest
    parent = picture.getparent()
    if parent is not None and parent.tag == "picture":
        for source in parent.iter("source"):
            if largest := _largest(source.get("srcset") or ""):
                return largest
    return ""


def _is_placeholder(source: str) -> bool:
    source = source.strip().lower()
    if len(source) == 1:  # a script's "x"
        return True
    return source.startswith(_NO_ADDRESS) or _PLACEHOLDER.search(source.rpartition("/")[2]) is not None


def _largest(srcset: str) -> str:
    """Return the address with the greatest width or density of a ``srcset``."""
    best, most = "", -1.0
    for candidate in re.split(r",\s+|,(?=https?:|/)", srcset.strip()):
        address, _, size = candidate.strip().partition(" ")
        if address:
            number = re.search(r"[\d.]+", size)
            value = float(number[0]) if number and number[0].strip(".") else 0.0
            if value > most:
                best, most = address, value
    return best


def is_stated_cover(picture: _Element, cover: str, headline: str) -> bool:
    """Tell whether a picture is the one at ``cover``, or has the headline for its alternative text."""
    return shows(picture, cover) or picture.get("alt") == headline


def is_decoration(block: Block) -> bool:
    """Tell whether a picture is a portrait, an icon or nothing that could be shown."""
    source = _source(block.element)
    return not source or _decorates(block, source)


def _decorates(block: Block, source: str) -> bool:
    element = block.element
    # AMP states the shape alone of a picture that is as wide as its column: 16 by 9.
    for side in ("width", "height") if element.get("layout") != "responsive" else ():
        if (value := element.get(side)) and (size := _SIZE.match(value)) and int(size[0]) < _SMALLEST:
            return True
    path = source.partition("?")[0].strip().lower()
    if _TEMPLATE_FOLDER.search(path) or any(word in path for word in _TEMPLATE_WORDS):
        return True
    if _TEMPLATE_FILE.search(path.rpartition("/")[2]):
        return True
    if _SMALL_NAMES(names(element)):
        return True
    if any(_NO_LINK.search(href) or boilerplate.AUTHOR_PAGE.search(href) for href, _ in block.links):
        return True
    return not is_photograph(element) and _is_button(element)


def _is_button(element: _Element) -> bool:
    """Tell whether a drawing stands for what a button says ("In", "Nghe"), or in one line with one or the date."""
    line = text_of_line(line_of(element))
    said = (line, tidy(element.get("alt") or ""), tidy(element.get("title") or ""))
    return any(map(boilerplate.is_furniture, said)) or is_dateline(line)


def spoken(element: _Element, alt: str, title: str) -> str:
    """Return the alternative text as caption, unless it is the article's title, a number or a file name."""
    for said in (alt, tidy(element.get("title") or "")):
        text = _NUMBERED.sub("", said)
        if (
            len(text) > 2
            and not says_same(said, title)
            and not _FILE_NAME.match(text)
            and not (says_same(text, title) or _is_most_of(text, title))
            and not _is_own_name(text, element)
            and not boilerplate.is_furniture(text)
        ):
            return text
    return ""


def _is_most_of(text: str, title: str) -> bool:
    """Tell whether a text is the title without what stands in front of it: its kind, a kicker."""
    return 2 * len(text) > len(title) and fold(title).endswith(fold(text))


def _is_own_name(text: str, element: _Element) -> bool:
    source = element.get("src") or ""
    name = unquote(source.partition("?")[0].rpartition("/")[2]) if not source.startswith("data:") else ""
    own, said = name.rsplit(".", 1)[0], text.rsplit(".", 1)[0]
    return bool(name) and (says_same(own, said) or slug(own) == slug(said))


def says_same(one: str, other: str) -> bool:
    """Tell whether two texts differ in case and punctuation at most."""
    return abs(len(one) - len(other)) <= 12 and fold(one) == fold(other)
