"""Plain text: cleaned, compared and folded. Every function takes any string and never raises."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape

# What XML 1.0 cannot hold (feedgen fails the whole feed on one of them), the C1 controls, and the marks that
# are not seen but turn titles around or break comparisons: soft hyphen, zero-width, bidi, tags, annotations.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_BREAKS = re.compile("[\x85\u2028\u2029]")
# An entity that was escaped twice, as editors in portals do with letters, quotation marks and blanks. What stands
# for a sign of markup is left as it is: who writes about HTML escapes that.
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[\da-f]{2,4});", re.I)
_MARKUP = frozenset("&<>#;")
_NOT_WORD = re.compile(r"[\W_]+")

# Letters that Vietnamese has and the languages written with eth (Icelandic, Faroese, Old English) have not.
_VIETNAMESE = re.compile(
    "[ăâêôơưđĂÂÊÔƠƯĐạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
)
# No word of theirs begins with one, and initials do: "Ð.T.H".
_FIRST_ETH = re.compile(r"(?<![^\W\d_])[ðÐ]")
_ETH = str.maketrans("ðÐ", "đĐ")

# UTF-8 of Vietnamese letters read as windows-1252 or latin-1; the replacement character; TCVN3 letters inside
# words, or its đ and Đ before one, twice. None of them occurs in text that was decoded rightly. Curly quotes,
# dashes and the no-break space are not in the second class: "GIẢI MÃ”" and "MÃ SỐ" are right.
_MOJIBAKE = re.compile(
    "\ufffd"
    "|[ÃÂÄÆ][\x80-\x9f\xa1-\xb9\xbc-\xbf‚„†‡‹‰›Œœžš€™]"
    "|Ä‘|áº[^\\s.,;:]|á»[^\\s.,;:!?)]"
    r"|(?:(?:(?<![^\W\d_])[®§](?=[^\W\d_¨ª]|[¨©«¬µ¶¸¹])|(?<=[^\W\d_])[¨©«¬¶¸¹ªµ](?=[a-z])).*){2}"
)


def unescaped(text: str) -> str:
    """Return ``text`` with letters and signs that were escaped twice; ``&amp;``, ``&lt;`` and ``&gt;`` stay.

    A word "&amp;" goes where others were. In a text that shows tags all stay: it is about markup.
    """
    if "&" not in text or "<" in text:
        return text
    said = _ENTITY.sub(_unescaped, text)
    return said if said == text else said.replace(" &amp; ", " & ")


def _unescaped(entity: re.Match[str]) -> str:
    said = unescape(entity[0])
    return said if _MARKUP.isdisjoint(said) else entity[0]


def clean(text: str) -> str:
    """Return ``text`` in NFC, unescaped, without invisible characters; line breaks stay, as ``\\n``.

    Where the text is Vietnamese, the Icelandic eth that some keyboards give for đ is mended.
    """
    text = unescaped(text)
    # Of what goes or ends a line nothing is printable, and most text is: a third of the time.
    if not text.replace("\n", "").isprintable():
        text = _BREAKS.sub("\n", _INVISIBLE.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text)  # last: what went may have stood before an accent
    if "ð" in text or "Ð" in text:
        text = _FIRST_ETH.sub(lambda eth: eth[0].translate(_ETH), text)
        if _VIETNAMESE.search(text):
            text = text.translate(_ETH)
    return text


def one_line(text: str) -> str:
    """Return ``clean(text)`` on one line, single spaces, none at the ends (no-break spaces included)."""
    return " ".join(clean(text).split())


def is_vietnamese(text: str) -> bool:
    """Tell whether a letter occurs that only Vietnamese uses."""
    return bool(_VIETNAMESE.search(text))


def is_mojibake(text: str) -> bool:
    """Tell whether ``text`` shows that its bytes were decoded wrongly."""
    return bool(_MOJIBAKE.search(text))


@lru_cache(maxsize=1024)  # a page's titles are compared several times
def fold(text: str) -> str:
    """Return ``text`` for comparing: caseless, without punctuation, words parted by one space.

    Accents stay: ``má`` and ``mà`` are different words.
    """
    return _NOT_WORD.sub(" ", one_line(text).casefold()).strip()


def unaccent(text: str) -> str:
    """Return ``text`` without accents, đ as d; what is left keeps its case."""
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in text if not unicodedata.combining(letter))


def slug(text: str) -> str:
    """Return ``text`` as a file name: ASCII letters and digits joined by hyphens; ``""`` if there are none."""
    return re.sub(r"[^a-z0-9]+", "-", unaccent(one_line(text)).casefold()).strip("-")
