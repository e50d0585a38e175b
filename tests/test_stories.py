"""One story, one entry: copies are joined, reports that only share a form are not."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import BULLETINS, NOON, NOW, Newsroom

from kkt_crawler.archive import Archive
from kkt_crawler.archive.copies import likeness, sketch
from kkt_crawler.archive.stories import CROWD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kkt_crawler.article import Article
    from kkt_crawler.entry import Entry

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
WAYS = list(Newsroom().reprints(Newsroom().report()))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """Return an archive in which there is other news already."""
    with Archive.open(f"sqlite:///{tmp_path}/archive.sqlite3") as archive:
        room = Newsroom(7)
        for number in range(8):
            archive.store(room.report(("bao", "cong")[number % 2], paragraphs=2 + number % 9), now=NOW)
        yield archive


@pytest.fixture
def room() -> Newsroom:
    room = Newsroom(8)
    room.number = 5000
    return room


def joined(archive: Archive, *articles: Article) -> list[bool]:
    return [
        archive.store(article, now=NOW + number * HOUR).story_joined for number, article in enumerate(articles)
    ]


def entry(archive: Archive, channel: str, article: Article) -> Entry | None:
    """Return the entry whose id is this article's."""
    own = next(found for found in archive.newest(article.site, 999) if found.article.key == article.key)
    return next((found for found in archive.newest(channel, 999) if found.id == own.id), None)


# What is joined


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("length", [4, 8, 15])
def test_a_copy_is_recognised_whichever_comes_first(
    archive: Archive, room: Newsroom, way: str, length: int
) -> None:
    for _ in range(3):
        original = room.report(paragraphs=length)
        assert joined(archive, original, room.reprints(original)[way]) == [False, True]
        original = room.report(paragraphs=length)
        assert joined(archive, room.reprints(original)[way], original) == [False, True]


def test_all_ways_at_once_are_one_story(archive: Archive, room: Newsroom) -> None:
    original = room.report()
    copies = [replace(copy, site=f"trang{n}") for n, copy in enumerate(room.reprints(original).values())]
    assert joined(archive, original, *copies) == [False] + [True] * len(copies)
    found = entry(archive, "all", original)
    assert [printing.site for printing in found.printings] == [copy.site for copy in copies]


@pytest.mark.parametrize("kind", BULLETINS)
def test_reports_of_one_form_stay_apart(archive: Archive, room: Newsroom, kind: str) -> None:
    reports = [room.bulletin(kind, ("bao", "cong")[number % 2]) for number in range(12)]
    marked = [replace(report, source="bao.example") if report.site == "cong" else report for report in reports]
    assert not any(joined(archive, *marked))


@pytest.mark.parametrize("kind", BULLETINS)
def test_a_copy_of_a_report_is_joined_to_its_own_issue(archive: Archive, room: Newsroom, kind: str) -> None:
    issues = [room.bulletin(kind) for _ in range(5)]
    joined(archive, *issues)
    copy = replace(issues[3], site="cong", key="copy", title="Bản tin")
    assert joined(archive, copy) == [True]
    assert entry(archive, "all", issues[3]).printings


def test_titles_that_differ_by_a_figure_are_two_issues(archive: Archive, room: Newsroom) -> None:
    report = replace(room.report(), title="Lịch tiếp dân tuần 12")
    assert joined(archive, report, replace(report, site="cong", title="Lịch tiếp dân tuần 13")) == [False, False]


def test_one_corrected_figure_is_still_the_same_story(archive: Archive, room: Newsroom) -> None:
    original = room.report()
    figure = next(word for word in original.body_text.split() if word.isdigit() and len(word) == 3)
    copy = replace(original, site="cong", body_text=original.body_text.replace(figure, "12345", 1))
    assert joined(archive, original, copy) == [False, True]


def test_a_copy_may_have_figures_corrected_in_several_places(archive: Archive, room: Newsroom) -> None:
    original = room.report(paragraphs=12)
    paragraphs = original.body_text.split("\n\n")
    for number in (1, 5, 9):
        figure = next(word for word in paragraphs[number].split() if word.isdigit())
        paragraphs[number] = paragraphs[number].replace(f" {figure} ", " 12345 ", 1)
    copy = replace(original, site="cong", body_text="\n\n".join(paragraphs))
    assert joined(archive, original, copy) == [False, True]


def test_a_copy_is_found_in_a_crowd_of_reports_in_its_form(archive: Archive, room: Newsroom) -> None:
    kind = "Thông báo lịch cắt điện ngày {i}/{m}"
    issues = [room.bulletin(kind) for _ in range(2 * CROWD)]
    joined(archive, *issues)
    assert joined(archive, replace(issues[-1], site="cong", key="copy", title="Bản tin")) == [True]


def test_another_day_and_another_chairman_make_another_notice(archive: Archive, room: Newsroom) -> None:
    form = BULLETINS["Thông báo lịch tiếp công dân"]
    guests = form[3].partition(";")[0]
    text = f"{form[0]} Ngày 7/3, ông Lê Văn An tiếp dân tại số 12 phố Đò Lèn. {form[2]} {guests} {form[4]}"
    notice = replace(room.report(), title="Thông báo", body_text=text)
    other = text.replace("7/3", "21/3").replace("Lê Văn An", "Vũ Thanh Mai")
    assert joined(archive, notice, replace(notice, site="cong", body_text=other)) == [False, False]


def test_a_site_reports_twice_but_may_print_twice(archive: Archive, room: Newsroom) -> None:
    original = room.report()
    shorter = replace(original, key="2", body_text="\n\n".join(original.body_text.split("\n\n")[:4]))
    again = replace(original, key="3", title="Tên khác")
    assert joined(archive, original, shorter, again) == [False, False, True]


def test_a_press_review_is_no_copy_of_its_items(archive: Archive, room: Newsroom) -> None:
    items = [room.report(f"trang{number}", paragraphs=3) for number in range(4)]
    review = room.report("cong", paragraphs=4)
    review = replace(review, body_text="\n\n".join([review.body_text, *(item.body_text for item in items)]))
    assert not any(joined(archive, *items, review))


@pytest.mark.parametrize(
    ("days", "source", "same"),
    [
        (7, "", True),
        (12, "", False),
        (23, "bao.example", True),
        (12, "bao.example", True),
        (12, "TTXVN", False),
        (30, "bao.example", False),
    ],
)
def test_copies_come_within_days_marked_ones_within_weeks(
    archive: Archive, room: Newsroom, days: int, source: str, same: bool
) -> None:
    original = room.report()
    copy = replace(room.reprints(original)["cut"], source=source, published=NOON + days * DAY)
    assert joined(archive, original, copy) == [False, same]
    original = room.report()
    copy = replace(room.reprints(original)["cut"], source=source, published=NOON + days * DAY)
    assert joined(archive, copy, original) == [False, same]


@pytest.mark.parametrize(
    ("source", "same"),
    [("", False), ("bao.example", True), ("BAO.example", True), ("Báo Bến Gỗ", True), ("TTXVN", False)],
)
def test_a_marked_copy_may_be_rewritten_more(archive: Archive, room: Newsroom, source: str, same: bool) -> None:
    original, other = room.report(), room.report()
    text = "\n\n".join([*other.body_text.split("\n\n")[:3], *original.body_text.split("\n\n")[:5]])
    assert joined(archive, original, replace(original, site="cong", body_text=text, source=source)) == [
        False,
        same,
    ]


@pytest.mark.parametrize("text", ["", "Video.", "Mời quý vị xem phóng sự ảnh về lễ hội đầu xuân ở Đò Lèn."])
def test_short_texts_are_one_story_only_if_they_are_one_text(archive: Archive, room: Newsroom, text: str) -> None:
    one = replace(room.report(), body_text=text, title="Một buổi sáng")
    other = replace(room.report("cong"), body_text=text + " Và ở Yên Bãi." if text else "", title="Một buổi chiều")
    assert joined(archive, one, other) == [False, False]


def test_a_short_text_printed_twice_is_one_story(archive: Archive, room: Newsroom) -> None:
    text = "Mời quý vị xem phóng sự ảnh về lễ hội đầu xuân ở Đò Lèn."
    one = replace(room.report(), body_text=text, title="Lễ hội Đò Lèn")
    assert joined(archive, one, replace(one, site="cong")) == [False, True]


def test_a_sentence_is_an_excerpt_if_title_or_credit_says_so(archive: Archive, room: Newsroom) -> None:
    original = room.report()
    sentence = replace(original, site="cong", body_text=" ".join(original.body_text.split()[:14]))
    assert joined(archive, original, replace(sentence, title="Tin vắn")) == [False, False]
    assert joined(archive, replace(sentence, key="2")) == [True]
    assert joined(archive, replace(sentence, key="3", title="Tin ngắn", source="bao.example")) == [True]


# What readers see


def test_all_shows_the_fullest_copy_under_the_first_id(archive: Archive, room: Newsroom) -> None:
    original = room.report()
    excerpt = room.reprints(original)["first paragraphs"]
    archive.store(excerpt, now=NOW)
    before = entry(archive, "all", excerpt)
    archive.store(original, now=NOW + 2 * DAY)
    after = entry(archive, "all", excerpt)
    assert (after.id, after.published, after.first_seen) == (before.id, before.published, before.first_seen)
    assert after.article == original
    assert after.updated == NOW + 2 * DAY
    (printing,) = after.printings
    assert (printing.site, printing.url, printing.first_seen) == ("cong", excerpt.url, NOW)
    assert entry(archive, "all", original) is None
    # Each site's own feed keeps the site's own copy, and names the other.
    assert entry(archive, "cong", excerpt).article == excerpt
    assert entry(archive, "cong", excerpt).updated == before.updated
    assert entry(archive, "bao", original).printings[0].url == excerpt.url


def test_a_lesser_copy_adds_a_link_and_no_update(archive: Archive, room: Newsroom) -> None:
    original = room.report()
    archive.store(original, now=NOW)
    before = entry(archive, "all", original)
    archive.store(room.reprints(original)["whole"], now=NOW + DAY)
    after = entry(archive, "all", original)
    assert replace(after, printings=()) == before
    assert len(after.printings) == 1


def test_a_credit_line_makes_no_copy_fuller(archive: Archive, room: Newsroom) -> None:
    original = room.report()
    copy = replace(original, site="cong", body_text=original.body_text + "\n\nTheo báo tỉnh, ban biên tập.")
    joined(archive, original, copy)
    assert entry(archive, "all", original).article == original


def test_updated_never_goes_back_when_the_shown_copy_changes(archive: Archive, room: Newsroom) -> None:
    original = room.report()
    excerpt = room.reprints(original)["first paragraphs"]
    seen = []
    for hours, article in enumerate(
        [
            excerpt,
            original,  # fuller: shown from now on
            replace(original, title="Đã sửa"),
            replace(original, title="Đã sửa", body_text=excerpt.body_text),  # not fuller any more, but still shown
            replace(excerpt, body_text=original.body_text),  # now the excerpt is
            replace(excerpt, body_text=original.body_text, title="Lại sửa"),
        ]
    ):
        archive.store(article, now=NOW + hours * HOUR)
        seen.append(entry(archive, "all", excerpt).updated)
    assert seen == sorted(seen)
    assert entry(archive, "all", excerpt).article.title == "Lại sửa"


def test_an_edited_text_is_found_by_copies_of_the_edit(archive: Archive, room: Newsroom) -> None:
    stub = replace(room.report(), body_text="Tin đang được cập nhật.")
    full = replace(room.report(), key=stub.key, title=stub.title)
    assert joined(archive, stub, full, replace(full, site="cong", title="Khác")) == [False, False, True]


def test_stories_once_apart_stay_apart(archive: Archive, room: Newsroom) -> None:
    original = room.report()
    stub = replace(original, site="cong", body_text="Tin đang được cập nhật.")
    assert joined(archive, original, stub, replace(stub, body_text=original.body_text)) == [False, False, False]
    assert entry(archive, "all", original)
    assert entry(archive, "all", stub)
    # A later copy joins the older of the two.
    assert joined(archive, replace(original, site="khac")) == [True]
    assert len(entry(archive, "all", original).printings) == 1


# How it is measured


def test_samples_are_the_same_in_every_process() -> None:
    article = Newsroom().report()
    code = (
        "import sys; sys.path.insert(0, 'tests'); from newsroom import Newsroom;"
        "from kkt_crawler.archive.copies import sketch; print(sorted(sketch(Newsroom().report())))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == str(sorted(sketch(article)))


@pytest.mark.parametrize(
    ("one", "other", "repeated", "figures", "names", "corrections"),
    [
        ("a b c d e f g h", "a b c d e f g h", 1, 1, 1, 0),
        ("a b c d e f g h", "A, b; c. d e f g H", 1, 1, 1, 0),
        ("a b c d e f g h", "s t u v w x y z", 0, 1, 1, 0),
        ("a b c d 5 f g h", "a b c d 6 f g h", 0, 0, 1, 0),
        ("", "a b c d e f g h", 0, 1, 1, 0),
        ("a b c d e f g h 1 i k l m n o p q", "a b c d e f g h 2 i k l m n o p q", 16 / 17, 0, 1, 1),
        ("a b c d e f g h 1 2 i k l m n o p q", "a b c d e f g h i k l m n o p q r s t u", 16 / 18, 0, 1, 0),
        ("a b c d e f g h x i k l m n o p q", "a b c d e f g h y i k l m n o p q", 16 / 17, 1, 1, 0),
        ("a b c d e f g h, Lan i k l m n o p q", "a b c d e f g h, Mai i k l m n o p q", 16 / 17, 1, 0, 1),
        ("a b c d e f g h. Lan i k l m n o p q", "a b c d e f g h. Mai i k l m n o p q", 16 / 17, 1, 1, 0),
    ],
)
def test_likeness(one: str, other: str, repeated: float, figures: float, names: float, corrections: int) -> None:
    found = likeness(one, other)
    assert (found.repeated, found.figures, found.names) == (repeated, figures, names)
    assert found.corrections == corrections


@given(st.text(), st.text())
def test_any_texts_can_be_compared(one: str, other: str) -> None:
    found = likeness(one, other)
    assert all(0 <= share <= 1 for share in (found.repeated, found.figures, found.names, found.ratio))
    assert likeness(one, one).repeated == bool(likeness(one, one).words)
