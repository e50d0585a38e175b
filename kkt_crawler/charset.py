"""Bytes to text by evidence: Scrapy believes the header, and headers of old portals are often wrong."""

from __future__ import annotations

import codecs
import re

from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom, resolve_encoding

#: What web pages are written in, by Python's names. Python has more encodings; some of those fail on bytes that
#: are not theirs (idna) or give no text (hex): a label from the net must not reach them.
_ON_THE_WEB = re.compile(
    r"utf-(?:8|16(?:-[lb]e)?)|ascii|iso8859-\d+|cp\d+|koi8-[ru]|mac-roman|gb18030|big5hkscs|euc_jp|iso2022_jp"
)

#: Browsers read these labels as windows-1252; on a Vietnamese page they usually mean that nobody set one.
_DEFAULT_LABELS = {"cp1252", "iso8859-1", "ascii"}


def decode(body: bytes, content_type: str = "") -> tuple[str, str]:
    """Return ``body`` as text and the name of the encoding it was read in.

    The order is that of how hard the evidence is to fake by accident: a byte order mark; bytes that are valid
    UTF-8, a blemish aside (text in a legacy encoding all but never is); the ``Content-Type`` header; the
    declaration in the page; windows-1258, the legacy encoding of Vietnamese. Bytes that the encoding
    has not become U+FFFD.
    """
    encoding, bom = read_bom(body)
    if encoding and bom:
        return body[len(bom) :].decode(encoding, "replace"), encoding
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
        if _mostly_right(text):
            return text, "utf-8"
    declared = http_content_type_encoding(content_type) or html_body_declared_encoding(body)
    name = resolve_encoding(declared) if declared else None
    if (
        name in (None, "utf-8")
        or not _ON_THE_WEB.fullmatch(name)
        or (name in _DEFAULT_LABELS and _has_tone_marks(body))
    ):
        name = "cp1258"
    return body.decode(name, "replace"), codecs.lookup(name).name


def _mostly_right(text: str) -> bool:
    """Tell whether ``text``, read as UTF-8, is just that but for a cut at its end or a foreign byte.

    Of text in a legacy encoding hardly a letter comes out.
    """
    wrong = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) - wrong >= 10 * wrong


def _has_tone_marks(body: bytes) -> bool:
    """Tell windows-1258 from windows-1252 by its combining tones, which stand behind vowels.

    0xCC, 0xD2, 0xDE, 0xEC and 0xF2 are tones in the first and rare capitals or Scandinavian letters in the
    second; five of them straight behind a vowel do not occur in Western text.
    """
    text = body.decode("cp1252", "replace")
    return sum(text[i] in "ÌÒÞìò" and text[i - 1] in "aeiouyAEIOUYâêôăơưÂÊÔ" for i in range(1, len(text))) >= 5
