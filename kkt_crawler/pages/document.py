"""The parsed page: one lxml tree, and the few questions about its elements that every reader of it asks."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, cast
from unicodedata import is_normalized, normalize

from lxml import etree

from kkt_crawler.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

_PARSER = etree.HTMLParser(
    encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
)
#: The end of the page, and what may follow it on one that is put together of several: the parser would drop that.
_ENDS, _TAG = re.compile(rb"</(?:body|html)\s*>", re.I), re.compile(rb"<[a-z]", re.I)
#: The dot below a letter as an entity, as every text has it whose letters and accents are entities.
_MARKS = re.compile(rb"&#(?:803|[xX]323);")
#: What the parts of a table are called where they are no such elements.
_CELLS = {"row": "tr", "cell": "td", "columnheader": "th", "rowheader": "th", "rowgroup": "tbody"}
_EMPTY = "<html><body></body></html>"

#: Elements whose text is not shown as text.
HIDDEN = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "head", "title", "select", "option", "button",
    "textarea", "datalist", "object", "iframe", "audio", "video", "canvas", "map", "dialog", "embed",
))  # fmt: skip
#: Elements that stand inside a line of text. An unknown element is a block unless it has a namespace ("o:p").
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "amp-img", "picture", "source", "img", "br",
))  # fmt: skip
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: A longer link in or around an article is another one's headline: a name's or a section's is shorter.
HEADLINE = 25

#: Where a word ends in "inlineSignup"; hashed names ("fAdZq") have no such places.
_HUMP = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{3})")
#: A list that shows no signs before its items.
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:\s*none")
_BLOCK = re.compile(r"(?:display\s*:\s*block|float\s*:\s*(?:left|right))(?![-\w])")
#: What may be set as a block, or hold a part of the page.
LABELS = frozenset(("span", "label"))
#: An initial that stands beside several lines has no more letters.
_INITIAL = 2
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")

#: Return the tag of an element; comments and instructions, whose tag is a function, are not parsed.
tag_of: Callable[[_Element], str] = attrgetter("tag")

#: Elements whose own text is no part of what is said around them.
_UNSAID = frozenset(("script", "style", "noscript", "template", "button", "option"))
_TEXTS = etree.XPath(".//text()", smart_strings=False)
_SHOWN = etree.XPath(
    f".//text()[not({' or '.join(f'parent::{tag}' for tag in sorted(_UNSAID))})]", smart_strings=False
)


def parse(html: str) -> _Element:
    """Return the root of ``html``; text that is no HTML gives an empty page, never an error."""
    try:
        data = html.encode()
    except UnicodeEncodeError:  # half a surrogate pair; asking for it at once takes twice as long
        data = html.encode("utf-8", "replace")
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    ended = _ENDS.search(data)
    if ended is not None and _TAG.search(data, ended.end()):
        data = _ENDS.sub(b"", data)
    try:
        root = etree.fromstring(data, _PARSER) if data and not data.isspace() else None
    except etree.ParserError:
        root = None
    if root is None:
        return etree.fromstring(_EMPTY.encode(), _PARSER)
    _draw_icons(root)
    etree.strip_tags(root, "wbr")  # where a word may be broken it is not
    # The first bytes of combining marks; a text of entities has none.
    if b"\xcc" in data or b"\xcd" in data or (data.isascii() and _MARKS.search(data)):
        _compose(root)
    return root


def _draw_icons(root: _Element) -> None:
    """Make an arrow of what is named one, and nothing of other icons that a font draws from their names."""
    for icon in root.iter("mat-icon"):
        icon.text = "›" if "_right" in (icon.text or "") else None


def name_cells(table: _Element) -> None:
    """Make a table of an element that is said to be one, and its rows and cells of its parts."""
    table.tag = "table"
    for part in table.iterdescendants():
        part.tag = _CELLS.get(part.get("role") or "", part.tag)


def _compose(root: _Element) -> None:
    """Bring what is read to NFC, so that every word can be compared; addresses stay as the server spells them."""
    for element in root.iter():
        text, tail = element.text, element.tail
        if text and not is_normalized("NFC", text):
            element.text = normalize("NFC", text)
        if tail and not is_normalized("NFC", tail):
            element.tail = normalize("NFC", tail)
        for name in ("alt", "title", "content"):
            if (value := element.get(name)) and not is_normalized("NFC", value):
                element.set(name, normalize("NFC", value))


def open_label(part: _Element) -> None:
    """Make a block of a ``<span>`` or ``<label>`` that is set as one, or holds lines and has an id.

    So WebForms writes a page's parts; but not into a line, nor where a sentence goes on behind it.
    """
    style = part.get("style")
    is_set = style and _BLOCK.search(style) and says_more_than(part, _INITIAL)
    if is_set or (part.get("id") and _is_part(part)):
        part.tag = "div"


def _is_part(span: _Element) -> bool:
    around = span.getparent()
    if around is None or is_inline(tag_of(around)) or (span.tail or "").strip():
        return False
    return any(_parts(tag) and tag not in HIDDEN for tag in map(tag_of, span.iterdescendants()))


def tidy(text: str) -> str:
    """Return ``one_line(text)``, at a tenth of its cost where nothing but blanks has to go."""
    line = spaced(text)
    return line if is_tidy(line) else one_line(text)


def spaced(text: str) -> str:
    """Return ``text`` with single blanks between its words; splitting it costs thrice as much as a look at it."""
    line = text.strip()
    return line if "  " not in line and line.isprintable() else " ".join(line.split())


def is_tidy(line: str) -> bool:
    """Tell whether cleaning would change nothing in ``line``."""
    return (
        line.isprintable()
        and "&" not in line
        and (line.isascii() or (is_normalized("NFC", line) and "ð" not in line and "Ð" not in line))
    )


def shown_text(element: _Element) -> str:
    """Return the text a reader sees in ``element``, on one line."""
    return tidy(" ".join(_shown(element)) if len(element) else element.text or "")


def shown_runs(element: _Element) -> list[str]:
    """Return the text a reader sees in ``element``, parted where an element in it begins or ends."""
    return list(filter(None, map(tidy, _shown(element))))


def _shown(element: _Element) -> list[str]:
    """Return the texts that a reader sees in ``element``."""
    unsaid = next(element.iter(*_UNSAID), None)  # asking each text where it stands costs ten times as much
    return cast("list[str]", (_TEXTS if unsaid is None else _SHOWN)(element))


def says_more_than(element: _Element, length: int) -> bool:
    """Tell whether more than ``length`` letters stand in ``element``, without reading all of a long one."""
    text = element.text
    if text and len(text.strip()) > length:
        return True
    if not len(element):
        return False
    said = 0
    for text in element.itertext():
        said += len(text.strip())
        if said > length:
            return True
    return False


def joined_text(element: _Element) -> str:
    """Return the text a reader sees in ``element``: inline elements join words, breaks and blocks part them."""
    if not len(element):
        return tidy(element.text or "")
    tags = set(map(tag_of, element.iterdescendants()))
    if any(map(_parts, tags)):
        return tidy("".join(_parted(element)))
    if element.tag not in _UNSAID:  # a tenth of the cost of looking for what is shown
        return tidy(whole_text(element))
    return tidy("".join(_SHOWN(element)))


def whole_text(element: _Element) -> str:
    """Return all text in ``element``, shown or not, as it stands there."""
    return str(etree.tostring(element, method="text", encoding="unicode", with_tail=False))


def _parts(tag: str) -> bool:
    return tag == "br" or not is_inline(tag)


def _parted(element: _Element) -> Iterator[str]:
    """Yield the texts that a reader sees in ``element``, and a blank between lines, not before a full stop."""
    parted = False
    for event, part in etree.iterwalk(element, events=("start", "end")):
        tag = tag_of(part)
        parted |= part is not element and _parts(tag)
        if event == "start":
            text = part.text if tag not in _UNSAID else None
        else:
            text = part.tail if part is not element else None
        if text:
            if parted and text[0] not in ".,:;!?…":
                yield " "
            parted = False
            yield text


def has_link_longer(element: _Element, length: int) -> bool:
    """Tell whether a link in ``element`` says more than ``length`` letters, as another article's headline does."""
    return any(says_more_than(link, length) for link in element.iter("a"))


def names(element: _Element) -> str:
    """Return the class and id of ``element`` in lower case, as one string to search in.

    "newsCaption" is two words; a word with a colon holds on some screens only and is left out.
    """
    return names_in(element.get("class"), element.get("id"))


@lru_cache(maxsize=8192)
def names_in(label: str | None, identity: str | None) -> str:
    """Return a class and an id as :func:`names` does."""
    spelled = " ".join(filter(None, (label, identity)))
    if ":" in spelled:
        spelled = " ".join(word for word in spelled.split() if ":" not in word)
    return spelled if spelled.islower() else _HUMP.sub("-", spelled).lower()


def is_hidden(element: _Element) -> bool:
    """Tell whether the element itself says that it is not shown."""
    style = element.get("style")
    return bool(style and "n" in style and _NOT_SHOWN.search(style)) or element.get("hidden") is not None


def is_paragraphs(part: _Element) -> bool:
    """Tell whether a list, or that of a part, shows paragraphs: its parts have no signs, or hold several."""
    holder = part if part.tag == "ul" else part.getparent()
    if holder is None:
        return False
    style = f"{holder.get('style') or ''};{part.get('style') or ''}"
    unmarked = holder.tag == "ul" and _UNMARKED.search(style) is not None
    return unmarked or (part.tag == "li" and _holds_paragraphs(part))


def _holds_paragraphs(part: _Element) -> bool:
    return sum(says_more_than(child, HEADLINE) for child in part.iterchildren("p", "div")) > 1


def size(element: _Element) -> int:
    """Return how many elements ``element`` and what stands in it are."""
    return len(list(element.iter("*")))


def path_of(element: _Element) -> str:
    """Return a short name for an element, to find it on the page: ``div.noidung``."""
    label = element.get("id") or (element.get("class") or "").split(" ")[0].strip()
    return f"{tag_of(element)}.{label}" if label else tag_of(element)


def is_inline(tag: str) -> bool:
    """Tell whether ``tag`` stands inside a line."""
    return tag in INLINE or ":" in tag


def holds_picture(element: _Element | None) -> bool:
    """Tell whether there is a picture in an element, or it is one; in none where there is no element."""
    return element is not None and next(element.iter("img"), None) is not None


def block_around(element: _Element) -> _Element:
    """Return the block that an element, which is part of a line, stands in."""
    return next((above for above in element.iterancestors() if not is_inline(tag_of(above))), element)


def ancestors(element: _Element) -> list[_Element]:
    """Return ``element`` and its ancestors, nearest first."""
    return [element, *element.iterancestors()]


def common_ancestor(one: _Element, other: _Element) -> _Element:
    """Return the smallest element that holds both."""
    above = set(ancestors(one))
    return next(element for element in ancestors(other) if element in above)


def words(*patterns: str) -> Callable[[str], bool]:
    """Return a test for class and id names: whether one of ``patterns`` occurs in them as a word.

    ``~`` stands for a hyphen, an underscore or nothing: ``tin~lien~quan`` is three spellings. Names come back
    all over a page and a site, so answers are kept.
    """
    body = "|".join(pattern.replace("~", "[-_]?") for pattern in patterns)
    pattern = re.compile(rf"(?<![a-z0-9])(?:{body})(?![a-z]|\d+[a-z])")
    return lru_cache(maxsize=8192)(lambda text: pattern.search(text) is not None)
