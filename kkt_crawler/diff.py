"""What changed between two readings of an article, word by word: as data, as HTML, as plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kkt_crawler.article import Article

#: Longer texts, counted in words and the gaps between them, are shown as one for another: comparing takes time by
#: the square (two of a thousand words: 0.2 s), and nobody reads such a patchwork.
LONG = 2000

_WORDS = re.compile(r"\s+|[^\W_]+|[\W_]")


class Piece(NamedTuple):
    """A stretch of text that was kept, taken out or put in."""

    kind: Literal["same", "del", "ins"]
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A changed field of Article, by paragraphs; an empty one stands for unchanged paragraphs left out."""

    field: str
    paragraphs: tuple[tuple[Piece, ...], ...]


def _captions(article: Article) -> str:
    return "\n\n".join(image.caption for image in article.images if image.caption)


def _files(article: Article) -> str:
    return "\n\n".join(f"{file.title} ({file.url})" for file in article.attachments)


def _date(article: Article) -> str:
    return article.published.strftime("%d/%m/%Y" if article.published_precision == "day" else "%d/%m/%Y %H:%M:%S")


#: Per field, in the order of a page: what readers call it, and its text.
_FIELDS: dict[str, tuple[str, Callable[[Article], str]]] = {
    "title": ("Tiêu đề", lambda article: article.title),
    "published": ("Ngày đăng", _date),
    "authors": ("Tác giả", lambda article: ", ".join(article.authors)),
    "lead": ("Tóm tắt", lambda article: article.lead),
    "body_text": ("Nội dung", lambda article: article.body_text),
    "images": ("Chú thích ảnh", _captions),
    "attachments": ("Tệp đính kèm", _files),
    "source": ("Nguồn", lambda article: article.source),
}


def changes(before: Article, after: Article) -> tuple[Change, ...]:
    """Return what a reader sees changed, field by field; nothing for equal articles.

    The lead is left out where the text begins with it, or one edit would be shown twice.
    """
    found = []
    for field, (_, text) in _FIELDS.items():
        old, new = text(before), text(after)
        told = field == "lead" and before.body_text.startswith(old) and after.body_text.startswith(new)
        if old != new and not told:
            paragraphs = tuple(_paragraphs(old.split("\n\n"), new.split("\n\n")))
            if any(paragraphs):
                found.append(Change(field=field, paragraphs=paragraphs))
    return tuple(found)


def words(before: str, after: str) -> tuple[Piece, ...]:
    """Return ``after`` with what was taken out of ``before``, in the fewest stretches of whole words.

    The kept and the removed pieces joined are ``before``, the kept and the added ones ``after``.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > 2 * LONG:
        return tuple(_merged([Piece("del", before), Piece("ins", after)]))
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            kept = "".join(old[a:b])
            # A blank between two changed words would cut one change into many.
            if kept.isspace() and pieces and (b, d) != (len(old), len(new)):
                pieces += [Piece("del", kept), Piece("ins", kept)]
            else:
                pieces.append(Piece("same", kept))
        else:
            pieces += [Piece("del", "".join(old[a:b])), Piece("ins", "".join(new[c:d]))]
    return tuple(_merged(pieces))


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Give neighbouring changes as one removal and one addition."""
    removed = added = ""
    for kind, text in (*pieces, Piece("same", "")):
        if kind == "del":
            removed += text
        elif kind == "ins":
            added += text
        else:
            for piece in (Piece("del", removed), Piece("ins", added), Piece("same", text)):
                if piece.text:
                    yield piece
            removed = added = ""


def _paragraphs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Piece, ...]]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield ()
        elif b - a == d - c:
            yield from map(words, old[a:b], new[c:d])
        else:
            yield words("\n".join(old[a:b]), "\n".join(new[c:d]))


def to_html(found: Sequence[Change]) -> str:
    """Return the changes as HTML of ``h3``, ``p``, ``br``, ``del`` and ``ins``, with Vietnamese headings."""
    parts = []
    for change in found:
        parts.append(f"<h3>{_FIELDS[change.field][0]}</h3>")
        for pieces in change.paragraphs:
            inner = "".join(
                escape(text) if kind == "same" else f"<{kind}>{escape(text)}</{kind}>" for kind, text in pieces
            )
            parts.append(f"<p>{inner.replace(chr(10), '<br>') if pieces else '…'}</p>")
    return "".join(parts)


def to_text(found: Sequence[Change]) -> str:
    """Return the changes as plain text: ``[-taken out-]`` and ``{+put in+}``, as wdiff writes them."""
    marks = {"same": "{}", "del": "[-{}-]", "ins": "{{+{}+}}"}
    lines = []
    for change in found:
        lines.append(f"{change.field}:")
        for pieces in change.paragraphs:
            lines.append("  " + ("".join(marks[kind].format(text) for kind, text in pieces) or "…"))
    return "\n".join(lines)
