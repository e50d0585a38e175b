"""Whether two articles are one story. Decides, knows no database.

A copy repeats whole stretches of its original: what it lacks are paragraphs, and what it adds stands at the ends.
A report that only shares its form (weather, prices, duty rosters) repeats the form, while figures or names are
others. So the words of the shorter text are measured against the longer one: how many of them stand in repeated
runs, and how many of its figures and of its names do.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from kkt_crawler.text import fold, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kkt_crawler.article import Article

#: Samples are taken of runs of five words, one in eight: about 75 of an article of 600 words. The start, which an
#: excerpt keeps, is sampled more closely, so that 40 words of it are still found.
SAMPLED_RUN = 5
SAMPLING = 8
START = 60
SAMPLING_START = 2

#: Texts are compared by longer runs: a run of eight seldom fits between two figures of a report in fixed form.
#: bench/README.md has the curve from 5 to 12.
RUN = 8

#: The share of the words, of the figures and of the names that a copy repeats. Copies of the corpus repeat 95 %
#: of each and more, with 6 % of the words replaced still 79 %, and short ones with a lead of their own from 70 %;
#: reports of one form up to 95 % of the words, but mostly less than half of the figures or names. A text that
#: credits the other's site may be rewritten more.
REPEATED = 0.7
REPEATED_MARKED = 0.5

#: Gaps between repeated runs that are no longer than this in both texts hold words for words, not a passage of its
#: own. Other figures there are a correction, and other names are one. A copy may have one, one more in so many
#: words, or any number as long as nearly all figures and names stay: a long copy has its figures brought up to
#: date in several places, while a notice in fixed form has few facts besides those that change.
GAP = 40
WORDS_PER_CORRECTION = 400
KEPT = 0.9

#: Below this length chance weighs too much: only text that is the same to the word is a copy.
SHORT = 25

#: A shorter excerpt has to begin where its original begins, or it could be an item of a press review.
EXCERPT = 0.5

_TOKEN = re.compile(r"[^\W_]+")

_hash = zlib.crc32  # not hash(): it differs from process to process; BLAKE2 takes four times as long


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """How far a shorter text repeats a longer one."""

    words: int  #: of the shorter text
    ratio: float  #: of the lengths, at most 1
    repeated: float  #: share of the shorter text's words that stand in repeated runs
    figures: float  #: the same of its numbers; 1 if it has none
    names: float  #: the same of its capitalised words, first words of sentences aside; 1 if it has none
    corrections: int  #: places where other figures stand instead, and where other names do
    start: int  #: the word of the longer text at which the first repeated run stands


class Token(NamedTuple):
    """A word, caseless, and what it is to a reader."""

    word: str
    kind: Literal["word", "figure", "name"]


def sketch(article: Article) -> frozenset[int]:
    """Return the samples by which copies are found: of the text's runs, and title and text as a whole."""
    text = _bytes(fold(article.body_text))
    found = {_hash(_bytes("title " + fold(article.title))), _hash(b"text " + text)}
    # Runs are cut out of the text: to join each from its words took three times as long.
    starts = [0, *accumulate(len(word) + 1 for word in text.split(b" "))]
    ends = starts[SAMPLED_RUN:] or starts[-1:]
    for place, (start, end) in enumerate(zip(starts, ends, strict=False)):
        value = _hash(text[start : end - 1])
        if value % (SAMPLING_START if place < START else SAMPLING) == 0:
            found.add(value)
    return frozenset(found)


def same_story(one: Article, other: Article, *, marked: bool) -> Likeness | None:
    """Return how alike the articles are if they are one story, else None.

    ``marked``: one of them names the other's site as its source.
    """
    if _numbered_apart(one.title, other.title):
        return None
    found = likeness(one.body_text, other.body_text)
    told = marked or fold(one.title) == fold(other.title)
    if one.site == other.site or found.words < SHORT:
        # A site rarely prints a story twice but often reports twice in one form.
        excerpt = one.site != other.site and told
        same_text = found.repeated > 0.95 and found.figures == found.names == 1
        return found if same_text and (found.ratio > 0.9 or excerpt) else None
    facts = min(found.figures, found.names)
    if min(found.repeated, facts) < (REPEATED_MARKED if marked else REPEATED):
        return None
    if facts < KEPT and found.corrections > 1 + found.words // WORDS_PER_CORRECTION:
        return None
    return found if told or found.ratio >= EXCERPT or found.start <= START else None


def likeness(one: str, other: str) -> Likeness:
    """Compare two texts."""
    shorter, longer = sorted((list(_tokens(one)), list(_tokens(other))), key=len)
    places: dict[str, int] = {}
    for place, run in enumerate(_runs(longer)):
        places.setdefault(run, place)
    matches = [(place, places[run]) for place, run in enumerate(_runs(shorter)) if run in places]
    repeated = [False] * len(shorter)
    for place, _ in matches:
        repeated[place : place + RUN] = [True] * len(shorter[place : place + RUN])

    def share(*kinds: str) -> float:
        hits = [hit for token, hit in zip(shorter, repeated, strict=True) if token.kind in kinds]
        return sum(hits) / len(hits) if hits else 1.0

    return Likeness(
        words=len(shorter),
        ratio=len(shorter) / max(1, len(longer)),
        repeated=share("word", "figure", "name") if shorter else 0.0,
        figures=share("figure"),
        names=share("name"),
        corrections=sum(
            _of(kind, shorter[one]) != _of(kind, longer[other])
            for one, other in _gaps(matches)
            for kind in ("figure", "name")
        ),
        start=min((place for _, place in matches), default=len(longer)),
    )


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _windows(words: Sequence[str], length: int) -> Iterator[str]:
    """Give every run of that many words, or the whole of a shorter text."""
    for start in range(max(1, len(words) - length + 1)):
        yield " ".join(words[start : start + length])


def _runs(tokens: Sequence[Token]) -> Iterator[str]:
    return _windows([token.word for token in tokens], RUN)


def _tokens(text: str) -> Iterator[Token]:
    end = 0
    text = one_line(text)
    for match in _TOKEN.finditer(text):
        word, between = match[0], text[end : match.start()].strip()
        if any(map(str.isdigit, word)):
            yield Token(word.casefold(), "figure")
        else:
            name = word[0].isupper() and end > 0 and between in ("", ",")
            yield Token(word.casefold(), "name" if name else "word")
        end = match.end()


def _gaps(matches: Sequence[tuple[int, int]]) -> Iterator[tuple[slice, slice]]:
    """Give, in both texts, each short gap between repeated runs in which one has other words than the other."""
    for (ours, theirs), (next_ours, next_theirs) in pairwise(matches):
        gaps = slice(ours + RUN, next_ours), slice(theirs + RUN, next_theirs)
        if all(0 < gap.stop - gap.start <= GAP for gap in gaps):
            yield gaps


def _of(kind: str, tokens: Sequence[Token]) -> list[str]:
    return sorted(token.word for token in tokens if token.kind == kind)


def _numbered_apart(one: str, other: str) -> bool:
    """Tell whether two titles are the same but for their figures: two issues of a periodic report."""
    one, other = fold(one), fold(other)
    return one != other and re.sub(r"\d+", "0", one) == re.sub(r"\d+", "0", other)
