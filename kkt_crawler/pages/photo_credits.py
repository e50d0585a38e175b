"""Photo credits: "Ảnh: …" behind a caption or alone."""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r"(?:^|[\s.;(|,/–-])(?:Ảnh|(?<=[.!?]\s)ảnh|Nguồn\s+ảnh|Hình|ẢNH|Photos?|PHOTO|Fotos?|FOTO|Image|IMAGE|Picture|Bild"
    r"|Crédit|Credit|Copyright)(?:\s+(?:by|credit|minh\s+họa|tư\s+liệu))?\s*[:©]\s*"
    r"(?P<name>[^()\n]{2,60}?(?:\s*\([^():\n]{2,30}\))?)\s*[).]*\s*$"
)
#: The same without a colon, behind the caption's sentence or in brackets: "… chuyển tàu. Ảnh Mai Lan".
_BEHIND = re.compile(r"(?:[.!?…]\s+|\s\()(?:Ảnh|ẢNH)\s+(?P<name>[A-ZĐ][^():.]{1,40})[.)]*$")
#: Behind the sign for whose it is: "… chuyển tàu. © Mai Lan".
_MARKED = re.compile(r"(?:^|\s)©\s*(?P<name>[A-ZĐ][^©():.]{1,40})[.)\s]*$")
#: Whoever gave it, behind a caption or alone: "Ảnh do đơn vị cung cấp".
_GIVEN = re.compile(r"(?:^|[.!?…(]\s*)(?P<name>(?:Ảnh|ẢNH)\s+do\s[^().]{2,40}\scung\s+cấp)[).\s]*$")
#: Between a caption and its credit, where the template sets them in two elements.
_GLUED = re.compile(r"(?<=[^\s(])(?=Ảnh\s*:)")
#: A longer line says more.
_LINE = 80


def is_credit_line(text: str) -> bool:
    """Tell whether a line is nothing but a photo credit."""
    return len(text) < _LINE and bool(_CREDIT.match(text) or _GIVEN.match(text))


def ends_in_credit(text: str) -> bool:
    """Tell whether a photo credit stands behind a text, or is all of it."""
    return _CREDIT.search(text) is not None or _MARKED.search(text) is not None


def parted(caption: str) -> str:
    """Return a caption with a blank before the credit that was glued to it."""
    return _GLUED.sub(" ", caption)


def without_credit(text: str) -> str:
    """Return a caption without the photo credit behind it."""
    match = _CREDIT.search(text) or _MARKED.search(text)
    return text[: match.start()].rstrip() if match else text


def credit_in(caption: str) -> str:
    """Return whom a caption names as the photographer, "" for nobody."""
    match = next(filter(None, (sign.search(caption) for sign in (_CREDIT, _GIVEN, _MARKED, _BEHIND))), None)
    return match["name"].strip() if match else ""
