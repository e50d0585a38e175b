"""The language of an article, and the zone of dates that name none."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kkt_crawler.dates import VIETNAM
from kkt_crawler.pages.document import whole_text
from kkt_crawler.text import is_vietnamese

if TYPE_CHECKING:
    from datetime import tzinfo

    from lxml.etree import _Element

    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.survey import Survey

#: Zones of languages that are spoken in one of them, by and large.
_ZONES = {
    "vi": "Asia/Ho_Chi_Minh", "de": "Europe/Berlin", "it": "Europe/Rome", "pl": "Europe/Warsaw",
    "nl": "Europe/Amsterdam",
    "cs": "Europe/Prague", "da": "Europe/Copenhagen", "sv": "Europe/Stockholm", "no": "Europe/Oslo",
    "nb": "Europe/Oslo",
    "fi": "Europe/Helsinki", "hu": "Europe/Budapest", "el": "Europe/Athens", "tr": "Europe/Istanbul",
    "uk": "Europe/Kyiv",
    "he": "Asia/Jerusalem", "ja": "Asia/Tokyo", "ko": "Asia/Seoul", "th": "Asia/Bangkok", "id": "Asia/Jakarta",
    "hi": "Asia/Kolkata", "bn": "Asia/Dhaka",
}  # fmt: skip
#: So many words of a foreign title may be a Vietnamese name.
_NAME = 2
#: More than one in so many Vietnamese words has letters of that language alone, in a text of so many letters.
_PART, _SAMPLE = 3, 600


def language_of(title: str, root: _Element, machine: Machine, survey: Survey) -> str:
    """Return the code of a page's language, "und" where nothing tells.

    Vietnamese if the title looks so, or names a Vietnamese person or place, as a foreign one may, and the text
    looks so; else ``<html lang>``, ``content-language`` or ``og:locale``. Those may be of the template's makers.
    """
    words = title.split()
    vietnamese = sum(map(is_vietnamese, words))
    if vietnamese > max(_NAME, len(words) / _PART) or (vietnamese and _reads_vietnamese(survey)):
        return "vi"
    stated = root.get("lang") or machine.meta("content-language", "og:locale", "language")[0]
    code = stated.replace("_", "-").split("-")[0].strip().lower()
    if len(code) in (2, 3) and code.isascii() and code.isalpha():
        return code
    return "vi" if vietnamese else "und"


def _reads_vietnamese(survey: Survey) -> bool:
    """Tell whether the first words of the page's prose look Vietnamese."""
    words = whole_text(survey.main)[:_SAMPLE].split()
    return sum(map(is_vietnamese, words)) > len(words) / _PART


def zone_of(language: str) -> tzinfo:
    """Return the zone of the country where a language is at home, UTC where there is no one such country."""
    return ZoneInfo(_ZONES.get(language, "UTC"))


def is_vietnamese_page(zone: tzinfo) -> bool:
    """Tell whether the visible date is worth looking for beside a stated one: we read Vietnamese datelines."""
    return str(zone) == str(VIETNAM)
