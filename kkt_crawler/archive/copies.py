"""Whether two texts are one story. Decides, knows no database.

A copy repeats whole stretches of its original: what it lacks are paragraphs, and what it adds stands at the ends.
A report that only shares its form (weather, prices, duty rosters) agrees in many short stretches between which a
figure, a date or a name is another. So two things are measured on the words of the shorter text: how much of it
the longer one *covers* with runs of five words, and how many *patches* there are, which are a few other words
between two covered stretches.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kkt_crawler.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Words in a run. Shorter ones are shared by unrelated texts of one office, longer ones break at every small edit.
RUN = 5

#: One run in so many is kept as a sample: 75 an article of 600 words (libraries compared in bench/README.md).
SAMPLING = 8

#: The share of the shorter text that must be covered; of a text that names the other site as its source, less.
COVERED = 0.6
COVERED_MARKED = 0.35

#: A gap of more words than this is a passage of its own and not a word put in another's place.
PATCH = 8

#: Patches that a copy may have: an editor's touch in a hundred words.
PATCHES_PER_WORD = 0.015

#: In a shorter text than this, chance and form weigh too much: it is a copy only if it is the same text.
SHORT = 25

#: An excerpt under this share of the longer text has to start where that starts, or it may as well be one item of
#: a press review.
EXCERPT = 0.5
START = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """How far one text is a copy of another, measured on the shorter one."""

    covered: float  #: share of its words that stand in covered runs
    patches: int  #: gaps of one to PATCH words between covered runs
    figures: int  #: those among them that hold a digit
    words: int  #: of the shorter text
    ratio: float  #: of the lengths, at most 1
    start: int  #: where in the longer text the first covered run stands


def words(text: str) -> list[str]:
    """Return the words of ``text`` as they are compared: caseless, without punctuation."""
    return fold(text).split()


def runs(sequence: Sequence[str]) -> Iterator[str]:
    """Give every run of RUN words, or the whole of a shorter text."""
    for start in range(max(1, len(sequence) - RUN + 1)):
        yield " ".join(sequence[start : start + RUN])


def sketch(title: str, body: str) -> frozenset[int]:
    """Return the samples by which copies are found: of the body's runs, and the title as a whole."""
    found = {value for value in map(_hash, runs(words(body))) if value % SAMPLING == 0}
    found.add(_hash("title " + fold(title)))
    return frozenset(found)


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).digest())


def likeness(one: str, other: str) -> Likeness:
    """Compare two texts."""
    shorter, longer = sorted((words(one), words(other)), key=len)
    places: dict[str, int] = {}
    for place, run in enumerate(runs(longer)):
        places.setdefault(run, place)
    hits = [run in places for run in runs(shorter)]
    covered = [False] * len(shorter)
    for place, hit in enumerate(hits):
        if hit:
            covered[place : place + RUN] = [True] * len(shorter[place : place + RUN])
    gaps = list(_gaps(covered))
    first = next((places[run] for run in runs(shorter) if run in places), 0)
    return Likeness(
        covered=sum(covered) / max(1, len(covered)),
        patches=len(gaps),
        figures=sum(any(any(map(str.isdigit, word)) for word in shorter[a:b]) for a, b in gaps),
        words=len(shorter),
        ratio=len(shorter) / max(1, len(longer)),
        start=first,
    )


def _gaps(covered: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Give the bounds of each short stretch that is not covered, between two that are."""
    last = None
    for place, hit in enumerate(covered):
        if not hit:
            continue
        if last is not None and 1 < place - last <= PATCH + 1:
            yield last + 1, place
        last = place


def same_story(found: Likeness, *, marked: bool, same_site: bool) -> bool:
    """Tell whether texts so alike are one story.

    ``marked``: one of them names the other's site as its source. ``same_site``: a site rarely prints a story
    twice but often reports twice in one form, so only the very text counts.
    """
    if same_site or found.words < SHORT:
        return found.covered > 0.95 and not found.patches and found.ratio > 0.9
    if found.covered < (COVERED_MARKED if marked else COVERED):
        return False
    if found.patches > max(1, PATCHES_PER_WORD * found.words):
        return False
    return marked or found.ratio >= EXCERPT or found.start <= START
