"""Pages that answer in an article's place: that it is not there, or what else they are."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from kkt_crawler.pages.boilerplate import DASHED, LISTING, PAGE, TEMPLATES, ends_sentence
from kkt_crawler.pages.people import is_name

#: What pages call themselves that answer in an article's place.
_REFUSAL = re.compile(
    r"(?:^|(?<!\w)(?:lỗi|error|http)\s+)\W*(?:404|403|50[0234])\W*(?:$|[-–—:|!.]|error|not\b|forbidden|internal|bad\b|service|gateway|lỗi|trang)"
    r"|(?<!\w)(?:không\s+tìm\s+thấy(?=\W*$|\s+(?:trang|bài|nội\s+dung|kết\s+quả|đường\s+dẫn|dữ\s+liệu))"
    r"|không\s+(?:còn\s+)?tồn\s+tại(?=\W*$|\s+hoặc)|(?:bảo\s+trì|đăng\s+nhập)(?=\W*$)|bảo\s+trì.{0,12}(?:hệ\s+thống|website|trang|máy\s+chủ)"
    r"|(?:hệ\s+thống|website|trang(?:\s+web|\s+thông\s+tin)?)\s+đang\s+(?:được\s+)?(?:bảo\s+trì|nâng\s+cấp)"
    r"|(?:yêu\s+cầu|vui\s+lòng)\s+đăng\s+nhập|đăng\s+nhập\s+hệ\s+thống"
    r"|(?:xảy\s+ra\s+(?:lỗi|sự\s+cố)|có\s+(?:lỗi|sự\s+cố)\s+xảy\s+ra)(?=\W*$)|^\W*(?:thông\s+báo\s+)?lỗi(?=\W*$)|từ\s+chối\s+truy\s+cập|(?:truy\s+cập|yêu\s+cầu)\s+bị\s+từ\s+chối|not\s+found|access\s+denied|forbidden|maintenance|just\s+a\s+moment"
    r"|(?:\w+\\)+\w*exception|(?:server|runtime|application)\s+error|something\s+went\s+wrong"
    r"|đang\s+kiểm\s+tra\s+trình\s+duyệt(?:\s+của\s+bạn)?|attention\s+required|checking\s+(?:your\s+browser|if\s+the\s+site)|request\s+(?:was\s+)?(?:rejected|blocked)|are\s+you\s+(?:a\s+)?(?:human|robot)|captcha|sign\s+in|log\s?in)(?!\w)",
    re.I,
)
#: What pages and boxes are called, in full, that a portal has one of each: a short text under such a name is no
#: article, nor are labels.
_KIND = re.compile(
    r"^\W*(?:(?:kết\s+quả\s+)?thăm\s+dò(?:\s+ý\s+kiến)?|trưng\s+cầu\s+ý\s+kiến|bình\s+chọn|khảo\s+sát(?:\s+ý\s+kiến)?|góp\s+ý"
    r"|(?:các\s+)?văn\s+bản\s+mới(?:\s+ban\s+hành)?|hệ\s+thống\s+văn\s+bản|danh\s+(?:sách|mục)\s+(?:văn\s+bản|tài\s+liệu|tin(?:\s+bài)?)"
    r"|báo\s+in|lịch\s+phát\s+(?:sóng|thanh|hình)(?:\s+\w+)?|lịch\s+công\s+tác(?:\s+(?:của\s+)?(?:lãnh\s+đạo|thường\s+trực)(?:\s+[^\W\d]+){0,6})?(?:\s+tuần)?[\W\d]*|thời\s+tiết(?:\s+(?:hôm\s+nay|các\s+(?:nơi|vùng|tỉnh|địa\s+phương)))?|tỷ\s+giá(?:\s+(?:ngoại\s+tệ|hối\s+đoái))?|giá\s+vàng(?:\s+\w+)?"
    r"|ai\s+đang\s+trực\s+tuyến|kênh\s+(?:tin\s+)?rss"
    r"|đường\s+dây\s+nóng|kết\s+quả\s+xổ\s+số|video|thư\s+viện\s+(?:ảnh|video)"
    rf"|{TEMPLATES})\W*$",
    re.I,
)
#: What pages are called, in full, that say each day what they do: horoscopes, prices.
_DAILY = re.compile(
    r"\W*(?:tử\s+vi(?:\s+(?:12\s+con\s+giáp|(?:12\s+)?cung\s+hoàng\s+đạo|hôm\s+nay|(?:hằng|hàng)\s+ngày|trọn\s+đời))*"
    r"|giá\s+(?:cả\s+)?(?:nông\s+sản|thị\s+trường|vàng|xăng(?:\s+dầu)?)(?:\s+(?:hôm\s+nay|trong\s+nước|thế\s+giới))*)\W*",
    re.I,
)
#: What is above a timetable, and no title: "Tuần từ 21/12/2026 đến 25/12/2026".
_WEEK = re.compile(
    r"\W*(?:tuần\W*)?(?:(?:thứ\s+)?\d{1,2}\W+)?(?:từ\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?\s*(?:đến(?:\s+(?:hết\s+)?ngày)?|tới|[-–])\s*\d{1,2}/\d{1,2}(?:/\d{4})?\W*",
    re.I,
)
#: What an agency calls the page about itself; so is a box called above an article.
_ABOUT = re.compile(r"\W*giới\s+thiệu(?:\s+chung)?\W*", re.I)
#: What a table of prices is called, and where the cells are parted that say so.
_PRICES = re.compile(r"^\W*(?:bảng\s+)?(?:tỷ\s+)?giá\s[^.!?]*(?<!\w)trực\s+tuyến(?!\w)", re.I)
_CELLS = re.compile(r"\|\s*(?:mua(?:\s+vào)?|bán(?:\s+ra)?)\s*\|", re.I)
#: How all that a page says begins whose article is not there, is another's to read, or comes after a check.
_EXCUSE = re.compile(
    r"""^\W*(?:
      (?:(?:mục|nội\s+dung|dữ\s+liệu|thông\s+tin|bài(?:\s+(?:viết|báo))?|tin(?:\s+(?:bài|tức))?|trang(?:\s+web)?|website
          |chuyên\s+mục|đường\s+dẫn|liên\s+kết|hệ\s+thống|máy\s+chủ|địa\s+chỉ\s+ip
          |phiên\s+(?:làm\s+việc|đăng\s+nhập))
        (?:\s+(?:này|hiện(?:\s+tại)?))*
        (?:\s+(?:mà\s+)?(?:của\s+)?(?:bạn|quý\s+(?:khách|vị)|chúng\s+tôi).{0,25})?
        \s+(?:
          (?:đang\s+)?(?:được\s+|chờ\s+)?cập\s+nhật
          | không\s+(?:tồn\s+tại|đúng|có|khả\s+dụng|hợp\s+lệ)
          | (?:đã|bị|có\s+thể)\s(?:\w+\s){0,3}?
            (?:gỡ|x(?:óa|oá)|ẩn|chặn|kh(?:óa|oá)|hết\s+hạn|hỏng|di\s+chuyển)(?!\w)
          | chưa\s+(?:được\s+)?(?:xuất\s+bản|duyệt|phát\s+hành) | tạm\s+(?:ngừng|ngưng|dừng)(?!\w)
          | gặp\s+(?:sự\s+cố|lỗi|trục\s+trặc) | (?:chưa|không)\s+có\s+(?:bài|tin|dữ\s+liệu|nội\s+dung|kết\s+quả)
          | đang\s+(?:được\s+)?(?:biên\s+(?:tập|soạn)|kiểm\s+duyệt|chờ\s+duyệt)(?!\w)
          | (?:chỉ\s+)?dành\s+(?:riêng\s+)?cho\s+(?:(?:thành|hội)\s+viên
            |(?:bạn\s+đọc|độc\s+giả|người\s+(?:dùng|đọc))\s+(?:đã\s+)?(?:đăng\s+(?:ký|nhập)|trả\s+phí))
        ))
    | đang\s+(?:được\s+)?cập\s+nhật | đang\s+(?:kiểm\s+tra|xác\s+minh)\s+(?:trình\s+duyệt|kết\s+nối)
    | (?:rất\s+tiếc|xin\s+lỗi|xin\s+thứ\s+lỗi)\W.*(?:không|sự\s+cố|gỡ\s+bỏ|(?:bị|đã)\s+x(?:óa|oá)|lỗi)
    | (?:đã\s+)?(?:có|xảy\s+ra)\s+(?:lỗi|sự\s+cố)(?:\s+xảy\s+ra)?\W
    | (?:chưa|không)\s+(?:có|tìm\s+thấy)\s+(?:dữ\s+liệu|nội\s+dung|bài\s+viết|thông\s+tin|bản\s+ghi|kết\s+quả
        |trang|đường\s+dẫn)
    | (?:bạn|quý\s+(?:khách|vị)|chúng\s+tôi)\s+(?:
        (?:không|chưa)\s+(?:có\s+quyền|được\s+phép|đăng\s+nhập|tìm\s+thấy) | cần\s+(?:phải\s+)?đăng\s+nhập
        | (?:đang|sẽ)\s+được\s+chuyển | đã\s+(?:đọc|xem|dùng)\s+hết)
    | vui\s+lòng\s+(?:xác\s+(?:nhận|minh)|đăng\s+nhập|bật|chờ|đợi|thử\s+lại|nhập\s+mã)
    | trình\s+duyệt\s+của\s+bạn | (?:please\s+)?(?:enable|turn\s+on)\s+(?:javascript|cookies)
    | checking\s+(?:if|your)\s
    )""",
    re.I | re.X,
)
#: All that a page says whose text is not there yet; columns beside it may say more.
_EMPTY = re.compile(
    r"^\W*(?:nội\s+dung|bài\s+viết|thông\s+tin|dữ\s+liệu)?\s*(?:hiện\s+)?đang\s+(?:được\s+)?cập\s+nhật\W*$", re.I
)
#: What says when something will be: an announcement, and no excuse.
_TO_VISITORS = re.compile(r"trình\s+duyệt|(?<!\w)của\s+bạn(?!\w)|vui\s+lòng\s+(?:chờ|đợi|bật)", re.I)
_HOUR = r"\d\s*(?:giờ|h(?![^\W\d])|/\s*\d)"
_WILL = re.compile(
    rf"(?<!\w)sẽ(?!\w).*{_HOUR}|{_HOUR}.*(?<!\w)sẽ(?!\w)|^\W*từ\s.{{0,12}}{_HOUR}.{{0,20}}\sđến\s.{{0,12}}{_HOUR}",
    re.I,
)
#: What pages call themselves that list what was looked for, or tagged.
_SEARCH = re.compile(
    r"^\W*(?:(?:kết\s+quả\s+)?tìm\s+kiếm\W*(?:$|cho\b|với\b|theo\b|từ\s+khóa)|(?:từ\s+kh(?:óa|oá)|tags?)\s*:)"
    r"|^\W*(?:tìm\s+thấy|có)\s+(?:khoảng\s+)?[\d.]+\s+kết\s+quả|^search\s+results",
    re.I,
)
#: An issue of a paper, and a page of one; a letter's are called so, too.
_ISSUE = re.compile(r"\W*(?:bản\s+tin|báo|(?:tạp|tập)\s+(?:chí|san)|đặc\s+san)\s.*\ssố\s*\d", re.I)
_PAGE_OF_ISSUE = re.compile(r"\W*(?:trang|page)\s*(?:số\s*)?\d+\W*", re.I)
#: A question and its answer.
_ASKED = re.compile(r"^\W*(?:câu\s+)?hỏi(?:\s+\d+)?\s*:", re.I | re.M)
#: How many articles somebody has written.
_COUNTED = re.compile(r"(?<!\w)\d[\d.]*\s+bài(?:\s+viết)?(?!\w)", re.I)
#: A shorter page that calls itself "not found", "maintenance" or "log in" is no article about such a thing.
_SHORT = 300
#: The longest excuse for an article that is not there.
_LONGEST = 150

#: What stands in an imprint that is all a page says: how to cite the site, or whose it is and where they are.
_IMPRINT = re.compile(
    r"(?:^|[.;]\s+)(?:(?:đề\s+nghị|vui\s+lòng|yêu\s+cầu)\s+)?ghi\s+rõ\s+nguồn(?!\w)"
    r"|(?:cơ\s+quan\s+(?:của|ngôn\s+luận|chủ\s+quản)|giấy\s+phép\s+(?:số|hoạt\s+động))"
    r".*[.;]\s+(?:địa\s+chỉ|điện\s+thoại|đt|email|quảng\s+cáo)\s*:",
    re.I,
)


def is_no_article(title: str, lead: str, text: str, *, page_title: str, url: str) -> bool:
    """Tell whether titles, text and address are those of a search, a topic, a box, or a page that is not there."""
    kinds = (
        _SEARCH.search(title),
        PAGE.match(title),
        _DAILY.fullmatch(title),
        _ABOUT.fullmatch(title),
        _WEEK.fullmatch(title),
    )
    if any(kinds) or _EMPTY.match(lead):
        return True
    if _PRICES.match(title) and _CELLS.search(text):
        return True
    if _ASKED.match(title) and len(_ASKED.findall(text)) > 1:
        return True  # a list of questions
    if _REFUSAL.fullmatch(title.strip(" .!")):
        return True
    short = len(text) < _SHORT
    if short and _REFUSAL.fullmatch(DASHED.split(page_title)[0].strip(" .!")):
        return True  # below a banner that is taken for its title
    refuses = _REFUSAL.search(title) is not None and not _announces(text)
    if short and (refuses or _KIND.match(lead) or PAGE.match(lead)):
        return True
    if short and "\n" not in text and _IMPRINT.search(text):
        return True
    if short and LISTING.search(urlsplit(url).path):
        return True
    if short and " " in title and is_name(title) and _COUNTED.search(text):
        return True  # a reporter's page
    if (short or not ends_sentence(lead)) and _KIND.match(title):
        return True
    return (short or (len(lead) < _LONGEST and refuses)) and _excuses(text)


def is_issue(title: str, alts: list[str]) -> bool:
    """Tell whether a page shows an issue, and its pictures are called the pages: "Trang 1", "Trang 2"."""
    return _ISSUE.match(title) is not None and len(alts) > 1 and all(map(_PAGE_OF_ISSUE.fullmatch, alts))


def names_box(line: str) -> bool:
    """Tell whether a line is what a box is called that a portal has one of: "Tỷ giá ngoại tệ", "Thời tiết"."""
    return _KIND.match(line) is not None


def _excuses(text: str) -> bool:
    """Tell whether ``text`` says that there is no article, or not for this reader; an announcement does not."""
    return _EXCUSE.match(text) is not None and not _announces(text)


def _announces(text: str) -> bool:
    """Tell whether ``text`` says when something will be: "sẽ bảo trì từ 22 giờ ngày 28/3"."""
    return _WILL.search(text) is not None and _TO_VISITORS.search(text) is None
