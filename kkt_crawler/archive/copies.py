"""Whether two articles are one story. Decides, knows no database.

A copy repeats whole stretches of its original: what it lacks are paragraphs, and what it adds stands at the ends.
A report that only shares its form (weather, prices, duty rosters) repeats the form, while figures and names are
others. So the words of the shorter text are measured against the longer one: how many of them stand in repeated
runs, and how many of its *particulars* do, which are figures and names.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

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

#: The share of the words, and of the particulars, that a copy repeats. Copies of the corpus repeat 95 % and more,
#: reports of one form up to 96 % of the words but at most 57 % of the particulars. A text that names the other
#: site as its source may have been rewritten more.
REPEATED = 0.7
REPEATED_MARKED = 0.5

#: A gap of more words between repeated runs is a passage of its own; a shorter one may be a word for another.
PATCH = 8

#: Figures and names that may be replaced: one (a correction), and one more in so many words.
WORDS_PER_PATCH = 400

#: Below this length chance weighs too much: only text that is the same to the word is a copy.
SHORT = 25

#: A shorter excerpt has to begin where its original begins, or it could be an item of a press review.
EXCERPT = 0.5

_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """How far a shorter text repeats a longer one."""

    words: int  #: of the shorter text
    ratio: float  #: of the lengths, at most 1
    repeated: float  #: share of the shorter text's words that stand in repeated runs
    particulars: float  #: the same of its figures and names; 1 if it has none
    patches: int  #: places where other words stand instead of a figure or a name
    start: int  #: the word of the longer text at which the first repeated run stands


def sketch(article: Article) -> frozenset[int]:
    """Return the samples by which copies are found: of the text's runs, and the title as a whole."""
    found = {_hash("title " + fold(article.title))}
    words = fold(article.body_text).split()
    for place, run in enumerate(_windows(words, SAMPLED_RUN)):
        value = _hash(run)
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
        same_text = found.repeated > 0.95 and found.particulars == 1 and (found.ratio > 0.9 or excerpt)
        return found if same_text else None
    least = REPEATED_MARKED if marked else REPEATED
    if min(found.repeated, found.particulars) < least or found.patches > 1 + found.words // WORDS_PER_PATCH:
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
    particulars = [hit for (_, particular), hit in zip(shorter, repeated, strict=True) if particular]
    return Likeness(
        words=len(shorter),
        ratio=len(shorter) / max(1, len(longer)),
        repeated=sum(repeated) / max(1, len(shorter)),
        particulars=sum(particulars) / len(particulars) if particulars else 1.0,
        patches=sum(any(particular for _, particular in shorter[gap]) for gap in _replaced(matches)),
        start=min((place for _, place in matches), default=len(longer)),
    )


def _hash(text: str) -> int:
    # Not hash(): it differs from process to process.
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).digest())


def _windows(words: Sequence[str], length: int) -> Iterator[str]:
    """Give every run of that many words, or the whole of a shorter text."""
    for start in range(max(1, len(words) - length + 1)):
        yield " ".join(words[start : start + length])


def _runs(tokens: Sequence[tuple[str, bool]]) -> Iterator[str]:
    return _windows([word for word, _ in tokens], RUN)


def _tokens(text: str) -> Iterator[tuple[str, bool]]:
    """Give each word, caseless, and whether it is a particular: a number, or a capital inside a sentence."""
    end = 0
    text = one_line(text)
    for match in _TOKEN.finditer(text):
        word, between = match[0], text[end : match.start()]
        name = word[0].isupper() and end > 0 and between.strip() in ("", ",")
        yield word.casefold(), name or any(map(str.isdigit, word))
        end = match.end()


def _replaced(matches: Sequence[tuple[int, int]]) -> Iterator[slice]:
    """Give each short gap between repeated runs where the other text has a short gap too: words for words."""
    for (place, there), (next_place, next_there) in pairwise(matches):
        gap = slice(place + RUN, next_place)
        if 0 < gap.stop - gap.start <= PATCH and 0 < next_there - there - RUN <= PATCH:
            yield gap


def _numbered_apart(one: str, other: str) -> bool:
    """Tell whether two titles are the same but for their figures: two issues of a periodic report."""
    one, other = fold(one), fold(other)
    return one != other and re.sub(r"\d+", "0", one) == re.sub(r"\d+", "0", other)
