"""What the class and id of an element say that it is: a box, a teaser, facts, a caption, centred."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.attachments import offers_files
from kkt_crawler.pages.document import HEADLINE, has_link_longer, names_in, words

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Alignment, as editors and style sheets of the web call it; a word more names a column: "center", "col-right".
_ALIGNED = re.compile(
    r"(?<![\w-])(?:(?:has-)?text-(?:align-)?|ql-align-|align-?|rte-?|ms-rte-?align-)(center|right|end)(?:ed)?(?![\w-])"
    r"|(?<![\w-])(center|right)-align(?![\w-])"
)
#: Elements named as captions.
CAPTION = words(
    "(?!star-name)(?<!star-)(?<!star-name-)[-_a-z]*caption[-_a-z]*",  # that one is who is quoted
    "chu~thich[-_a-z]*", "chú~thích", "(?!(?:[a-z]+[-_])*drop)(?:[a-z]+[-_])+cap", "(?<![-_])cap",
    "(?:pic|img|photo)cap", "ghi~chu~anh", "[-_a-z]*legende?", "bildunterschrift",
    "bildtext", "didascalia", "[-_a-z]*credits?", "[-_a-z]*copyright", "photographer", "pie~(?:de~)?foto",
    "(?:photo|img|image|pic|picture|media)[-_]*(?:block|item)?[-_]*(?:desc|title|source|info|text|note)[a-z]*",
)  # fmt: skip
#: Elements named as other articles' teasers, if a link as long as a headline stands in them: some are leads.
_TEASER = words("teasers?", "teasers?[-_][-_a-z]+", "[-_a-z]*cards?", "cards?[-_][-_a-z]+", "promo[-_a-z]*")


@dataclass(frozen=True, slots=True)
class Named:
    """What the class and id of an element say that it is."""

    box: bool
    footer: bool  #: a box in which the article's files may stand
    teaser: bool
    facts: bool
    caption: bool
    align: str


@lru_cache(maxsize=8192)
def _read(styled: str | None, identity: str | None) -> Named:
    label = names_in(styled, identity)
    aligned = _ALIGNED.search(label)
    return Named(
        box=boilerplate.BOX(label),
        footer="footer" in label,
        teaser=_TEASER(label),
        facts=boilerplate.FACTS(label),
        caption=CAPTION(label),
        align=(aligned[1] or aligned[2]).replace("end", "right") if aligned else "",
    )


_UNNAMED = _read(None, None)


def named_as(element: _Element, attributes: list[str]) -> Named:
    """Return what the element is named as; ``attributes`` are the names of those it has."""
    if "class" in attributes or "id" in attributes:
        return _read(element.get("class"), element.get("id"))
    return _UNNAMED


def is_beside(element: _Element, named: Named) -> bool:
    """Tell whether the element is another article's teaser or a box of facts; one that offers files is neither."""
    return not offers_files(element) and (not named.teaser or has_link_longer(element, HEADLINE))
