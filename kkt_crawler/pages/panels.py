"""Parts of a text that a click opens, what opens them, and what is shown of it once more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kkt_crawler.pages.attachments import offers_files
from kkt_crawler.pages.boilerplate import FILES_LABEL
from kkt_crawler.pages.document import HEADLINE, names, says_more_than, shown_text, words
from kkt_crawler.pages.tables import SENTENCES

if TYPE_CHECKING:
    from lxml.etree import _Element

#: A sentence of the text set apart once more, which is not read to whom it is read aloud.
_PULLED = words("pull~?quotes?")
#: What is called so leads to another article, or holds the rest of this one.
_MORE = words("read~more(?:[-_]+[a-z]+)*", "xem~them")
#: What a button says that opens it.
_OPENS = re.compile(r"^\W*(?:xem\s+(?:toàn\s+bộ|tiếp|thêm|đầy\s+đủ)|đọc\s+(?:tiếp|toàn\s+bộ)|mở\s+rộng)\W*$", re.I)


def heads_panel(button: _Element, *, in_heading: bool) -> bool:
    """Tell whether a button is the heading of a part that it opens, as of an accordion."""
    if in_heading:
        return True
    panel = button.getnext()
    return button.get("aria-expanded") is not None and panel is not None and says_more_than(panel, HEADLINE)


def is_opened(element: _Element) -> bool:
    """Tell whether what is not shown comes up at a click, as part of the text or of its files."""
    button = element.getnext()
    if button is not None and _OPENS.match(shown_text(button)):
        return True
    return offers_files(element) and (element.get("role") == "tabpanel" or _is_files_tab(element))


def _is_files_tab(element: _Element) -> bool:
    """Tell whether a tab says that it opens an element, and that this holds the files."""
    own = f"#{element.get('id')}"
    tabs = (link for link in element.getroottree().iter("a") if link.get("href") == own)
    return any(FILES_LABEL.match(shown_text(tab)) for tab in tabs)


def is_pulled(element: _Element) -> bool:
    """Tell whether an element is a sentence of the text set apart once more."""
    return element.get("aria-hidden") == "true" and _PULLED(names(element))


def is_rest(element: _Element) -> bool:
    """Tell whether what is called "read more" is part of the text: it says sentences, and leads nowhere."""
    if not _MORE(names(element)) or next(element.iter("a"), None) is not None:
        return False
    return SENTENCES.search(shown_text(element)) is not None
