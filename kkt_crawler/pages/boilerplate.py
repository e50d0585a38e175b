"""What stands on article pages and is no part of any article, in the words and class names sites use for it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kkt_crawler.pages.document import names, words

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Boxes by class or id. They are dropped wherever they stand, unless they hold the body itself.
BOX = words(
    "share(?!point)[a-z]*", "sharing", "socials?", "social[-_](?!date)[a-z]+", "chia~se", "mang~xa~hoi",
    "relate[sd]?", "related[-_a-z]*", "relative-?(?:news|posts?)", "(?:tin~|bai~)?lien~quan",
    "(?:cac~)?tin~(?:khac|moi|cu|noi~bat)",
    "cung~chuyen~muc", "(?:doc|xem)~(?:nhieu|them)", "recommend[a-z]*", "read~(?:more|next|also)", "see~also",
    "also~read",
    "more~(?:news|stories|articles|from)", "other~(?:news|posts)", "block-news-list",
    "most~(?:read|viewed|popular)", "trending",
    "donat(?:e|ions?)(?:[-_][a-z]+)*",
    "newsletter[-_a-z]*", "subscri(?:be|ption)[-_a-z]*", "promos?", "promo[-_][a-z]+", "promotions?",
    "advert[a-z]*", "advs?", "[a-z-]*slide-duplicate", "slick-cloned",
    "mso(?:header|footer)",  # on each page, from Word
    "ads?(?!\\d\\d)",  # "ad00" is a hashed name
    "ads?[-_][-_a-z]+", "quang~cao", "banners?", "sponsor[a-z]*", "outbrain[-_a-z]*",
    "taboola[-_a-z]*", "thoi~tiet", "weather", "ty~gia",
    "comments?(?!__control)(?:[-_][a-z]+)?",  # that is what SharePoint calls the field of the lead
    "reactions?", "reactions?[-_][a-z]+", "disqus[-_a-z]*", "binh~luan", "y~kien", "ratings?", "danh~gia",
    "breadcrumbs?", "menu", "navbar", "nav",
    "navigation", "pagination", "pager", "phan~trang", "footer", "site-header", "toolbar", "toolbox", "print~page",
    # Not "print-lead" of a page to print.
    "(?<!hide-for-)(?<!no-)print(?![-_](?:title|lead|sapo|body|content|text|main|date|cate|wrap|author|source))",
    "in~bai", "luot~xem", "counter", "view~count", "post~views", "topics",
    "(?<!auto-)tags?(?![-_]?style)",
    "tags?~(?:list|cloud|links)", "tu~khoa",
    "(?<!hljs-)(?<!token )keywords?", "chu~de", "pseudonym", "authors?~(?:box|bio|info|card|desc[a-z]*|details?)",
    "about~(?:the~)?author", "bio", "cookies?[-_a-z]*", "gdpr", "popup",
    "modal(?!-image)",
    "(?<!caption-)overlay(?![-_]+(?:te?xt|caption|title|desc[a-z]*|info))",  # that is a caption's
    "paywall[-_](?:message|prompt|banner|notice|overlay|teaser|box)", "marquee",
    "(?<!fa-)(?<!icon-)clock", "dong~ho", "sr-only",
    "skip-link(?!--target)",  # that is what WordPress calls the main element
    "(?<!label-)visually~hidden", "element-invisible", "hide-accessible", "screen-reader-text",
    # Not what hides on some screens, or what is wider than its frame.
    "(?<!label-)(?<!overflow-)(?<!overflow-[xy]-)(?<!visually[-_])hidden(?!-(?:x*[sml]|md|xlg|lg|xl|print|mobile|phone|tablet|desktop))",
    "audio~player", "(?:btn[-_])?like(?:[-_](?:btn|button|box|count))?",
    "(?:doc|nghe)~bai", "signup", "sign~up[-_a-z]*", "inline~sign[-_a-z]*", "cta(?:[-_][-_a-z]+)?",
    "polls?", "quiz", "[a-z]*consent[a-z]*", "embed-wrapper--blocked", "app~hint", "next~prev[a-z]*",
    "prev~next", "post~nav[a-z]*",
    "mat-icon", "material-(?:icons|symbols)(?:-[a-z]+)?",  # fonts that draw what a word of the page names
)  # fmt: skip
#: Readers' comments: of boxes the ones that may be longer than the article.
COMMENTS = words(
    "comments?(?!__control)(?:[-_][-_a-z]+)?",
    "disqus[-_a-z]*",
    "binh~luan[-_a-z]*",
    "y~kien[-_a-z]*",
)
#: The element with the author's name above the text.
BYLINE = words("authors?", "writers?", "by~line", "pseudonym", "tac~gia", "but~danh", "nguoi~viet")
#: Where authors have pages of their own.
AUTHOR_PAGE = re.compile(r"/(?:tac-?gia|but-?danh|nha-bao|phong-vien|authors?)(?:/|-|\?|\.|$)|^/@\w", re.I)
#: Boxes with what is to be known beside the article; a portal may offer the article's files in one.
FACTS = words("fact~?box(?:es)?", "info~box(?:es)?", "expandable~box", "fakta(?:~?(?:boks|ruta))?", "key~points")
BOX_TAGS = frozenset(("nav", "footer", "aside", "menu", "marquee"))

#: "Chia sẻ" and "bài viết", as they are and as they are misspelt: with other accents, a letter less, or x for s.
_TO_SHARE = r"chia\s+[sx][ẻeẽéèẹ]"
_BAI = r"b[àaảãáạ]i"
_BAI_VIET = rf"{_BAI}\s*v[iíì]?[ếeêéềẹệ]t"
_SHARE = (
    rf"(?:{_TO_SHARE}(?:\s+(?:{_BAI_VIET}|{_BAI}|tin|lên|qua|trên|với|bạn\s+bè|mạng\s+xã\s+hội))*|share(?=\s*:))"
)
_CAPITAL = r"(?=(?-i:[“\"A-ZÀ-ÝĐƯƠẢẠẤẦẨẬỔỞỦỨỬ]))"
#: The share label in front of a text, misspelt as in the seed or not: with a colon, alone, or glued to the text.
SHARE_LABEL = re.compile(
    rf"^\s*(?:{_TO_SHARE}\s+{_BAI_VIET}(?:\s+này)?\s+{_CAPITAL}"
    rf"|{_SHARE}(?:\s+{_BAI_VIET})?(?:\s+này)?(?:\s*(?::|$)\s*|{_CAPITAL}))",
    re.I,
)

#: The same behind a line in which the template sets it.
SHARE_LABEL_BEHIND = re.compile(
    rf"(?<=\S)\s+{_TO_SHARE}(?:\s+(?:{_BAI_VIET}|{_BAI}|tin))?(?:\s+này)?\s*:\s*$", re.I
)

_ON_PHONE = r"(?:\s+(?:trong|trên|bằng)\s+(?:ứng\s+dụng|app|điện\s+thoại))"
_ACCENT = r"miền\s+(?:bắc|trung|nam)"
_ARTICLE = r"(?:bài(?:\s+(?:viết|báo))?|tin)(?:\s+này)?"
_RATE = r"(?:đánh\s+giá|bình\s+chọn)"
_SCORE = r"(?:\(?\d[\d.,]*(?:\s*/\s*\d+\)?)?|[^\w(]{2,})"
_VOTES = rf"\d[\d.,]*\s*(?:lượt|phiếu|{_RATE}|votes?|ratings?)(?:\s+(?:bầu|{_RATE}))?"
#: The end of a question, and the answers to choose from.
_ASKED = r"(?:\s[^.?]{0,15})?\?[^.?!]{0,100}"
#: What readers give an article, and are asked about it, as several systems say it: "Xếp hạng: 5 - 1 phiếu bầu",
#: "Trung bình (0 Bình chọn)", "Nhấn để đánh giá", "Bài viết này có hữu ích không? Có Không".
_RATED = rf"""(?=[abcđhnrtuvwx\d])(?:
      (?:tổng\s+số\s+điểm|điểm|xếp\s+hạng|{_RATE}|trung\s+bình|average)(?:\s+(?:của\s+)?{_ARTICLE})?(?:\s+là)?
        [\s:]*{_SCORE}?\W*(?:\d[\d.,]*/\d+\s+)?(?:(?:trong|trên|từ|của)\s+)?{_VOTES}\)?
    | đánh\s+giá(?:\s+{_ARTICLE})?[\s:]*{_SCORE} | {_RATE}\s+(?:{_ARTICLE}|của\s+bạn)
    | \d[.,\d]*/\d+\W+{_VOTES} | (?:user\s+)?rating[\s:]+{_SCORE}
    | (?:(?:click|nhấn|bấm|nhấp)\s(?:.{{0,20}}\s)?để|vui\s+lòng|hãy\s+là\s+người\s+đầu\s+tiên)\s+{_RATE}
        (?:\s+{_ARTICLE})?
    | (?:bạn\s(?:\w+\s){{1,3}})?(?:{_ARTICLE}|(?:nội\s+dung|thông\s+tin|trang)(?:\s+(?:này|trên))?)(?:\s+có)?
        \s+hữu\s+ích{_ASKED}
    | bạn\s+có\s+(?:hài\s+lòng|thích)\s(?:\w+\s){{0,2}}(?:{_ARTICLE}|nội\s+dung|thông\s+tin|trang){_ASKED}
    | bạn\s(?:\w+\s){{1,3}}{_ARTICLE}\s+(?:như\s+)?(?:thế\s+nào|ra\s+sao){_ASKED}
    | rate\s+this(?:\s+\w+)? | was\s+this\s\w+\shelpful{_ASKED}
    )"""
#: The title of a SharePoint web part, a portlet or a block, above what it shows: a section's name.
WEB_PART = words(
    "(?:ms[-_])?wp~title",
    "(?:ms[-_])?web~part[-_a-z]*",
    "portlet~title[-_a-z]*",
    "tieu~de~(?:khoi|box|block|nhom|muc)",
)
#: What designers call a label above or below a title, which names the section.
CHIP = words("badge", "chip", "eyebrow", "(?:op-)?kicker", "topic(?![-_])", "topic~header", "label-item")
#: Whole lines that are furniture: one label, or several in a row ("In bài viết | Gửi email"). They and the calls
#: below are told in lower case: to ignore it takes more than twice as long.
_LINE = re.compile(
    rf"""^[\W_]*(?:(?:
      {_SHARE}(?:\s+này)?\W*(?:(?:facebook|f|zalo|twitter|email|linkedin|telegram|x)\W*)*
    | (?:(?:facebook|zing(?:\s+me)?|zalo|twitter|e-?mail|linkedin|telegram|whatsapp|google\s+news
        |(?:copy|(?:sao\s+)?chép)(?:\s+(?:link|liên\s+kết))?
        |mã\s+nhúng|share|tweet|like)(?:\s\d+)?\W*)+
    | (?:số\s+)?(?:(?:lượt|lần)\s+)?(?:xem|đọc|truy\s+cập|view|views)(?:\s+(?:bài(?:\s+viết)?|tin))?
        \s*:?\s*\(?[\d.,]+\)?(?:\s*(?:lượt|lần)(?:\s+(?:xem|đọc))?)?
    | [❤♥👍😍]\s*\d[\d.,]* | bình\s+luận\s*:?\s*\(?\d+\)?
    | [\d.,]+\s*(?:lượt(?:\s+(?:xem|đọc|thích|truy\s+cập))?|views?|bình\s+luận|comments?)
    | (?<=[☀-➿🌀-🫿]\s)\d[\d.,]*(?![\d/])
    | (?:đã\s+xem|lượt\s+thích)\s*:?\s*[\d.,]+
    | (?:in|print)(?:\s+(?:ấn|ra|bài(?:\s+viết)?|tin|trang(?:\s+này)?))?
    | bản\s+in(?:\s+từ\W.*)? | (?:ngày|thời\s+gian)\s+in\s*:.* | đường\s+dẫn\s*:\s*https?://\S+
    | gửi(?:\s+(?:(?:qua\s+)?e-?mail|{_RATE}|bài|(?:cho\s+)?bạn(?:\s+bè)?|tin|phản\s+hồi|bình\s+luận)){{0,2}}
    | e-?mail\s+bài\s+viết
    | (?:bài|tin)(?:\s+viết)?\s+(?:trước|sau|kế\s+tiếp|tiếp\s+theo)
    | (?:quay\s+lại|trở\s+(?:lại|về)|(?:về|lên)\s+đầu\s+trang|back(?:\s+to\s+top)?|về\s+trang\s+(?:chủ|trước))
    | (?:(?:nghe|đọc)(?:\s+(?:đọc|bài|viết|báo|tin|này|nội\s+dung|audio|podcast)){{1,4}}{_ON_PHONE}?
        |nghe|(?:giọng(?:\s+đọc)?\W+)?(?:nam|nữ)\s+{_ACCENT}|giọng(?:\s+đọc)?\W+(?:nam|nữ|{_ACCENT})
        )(?:\W+\d+:\d\d(?!\d)){{0,2}}
    | (?:mở|đọc|nghe|xem){_ON_PHONE} | tạm\s+dừng
    | (?:thời\s+(?:gian|lượng)\s+(?:đọc|nghe)|(?:đọc|nghe)\s+(?:trong|mất))\W+\d+(?::\d\d|\s*phút)
    | (?:khoảng\s+)?\d+\s*phút\s+(?:đọc|nghe) | thời\s+lượng\W+\d+:\d\d(?!\d)
    | (?:đã\s+)?lưu(?:\s+(?:bài|tin))?(?:\s+viết)? | (?:kéo|cuộn)\s+(?:xuống|lên)\s+để\s+(?:đọc|xem)\s+tiếp
    | (?:xem\s+(?:với\s+)?)?(?:cỡ|kích\s+thước)\s+chữ[^|]{{0,20}} | a(?:[-+]|\s*a)(?:\s*a[-+]?)*
    | (?:tăng|giảm)\s+cỡ\s+chữ | chế\s+độ\s+(?:ban\s+đêm|tối|sáng)
    | {_RATED} | đánh\s+giá\s*:
    | \d+:\d\d\s*/\s*\d+:\d\d | (?:tốc\s+độ(?:\s+(?:đọc|phát))?\W+)?\d(?:[.,]\d+)?x
    | (?:nội\s+dung|thông\s+tin)\s+bài\s+viết | [^.!?]{{2,30}}[▼▾▲] | mục\s+lục(?:\s+bài\s+viết)?
    | trình\s+duyệt\s.{{0,20}}không\s+hỗ\s+trợ\s.{{0,60}}
    | (?:trang\s+\d+\s*(?:/|trong|trên|của)|\d{{1,2}}\s+(?:của|trên))\s*\d+
    | your\s+browser\s+does\s+not\s+support\s.{{0,60}}
    | (?:chọn|thêm)\s.{{2,40}}\snguồn(?:\s+tin)?\s+(?:ưu\s+tiên|ưa\s+thích|yêu\s+thích)(?:\s+trên\s+google)?
    | phản\s+hồi(?:\s*:\s*\d+)? | lưu\s+(?:tin|bài(?:\s+viết)?)
    | (?:bỏ\s+)?thích(?:\s+\d+)? | [\d.,]+\s+(?:lượt\s+)?thích
    | (?:nhấn|bấm|nhấp|click|kích)\s+(?:chuột\s+)?(?:vào\s+)?(?:ảnh|hình)\s+để\s.{{0,40}}
    | (?:(?:đi|chuyển|nhảy|bỏ\s+qua)\s+)?(?:đến|tới)\s+(?:phần\s+)?nội\s+dung(?:\s+chính)?
    | skip\s+to\s.{{0,20}}content
    | quan\s+tâm | quét\s+(?:mã\s+)?qr(?:\s+code)? | (?:đọc|xem)\s+ngay | tặng\s+sao
    | cảm\s+xúc(?:\s+của\s+(?:bạn|độc\s+giả))? | xem\s+bản\s+đồ(?:\s+lớn\s+hơn)?
    | thành\s+viên(?:\s+thường)? | (?:theo\s+dõi|tìm\s+hiểu\s+thêm)(?=\W*$)
    | (?:phóng|biên\s+tập|chuyên)\s+viên\s+(?:ảnh|truyền\s+thông|ban\s[^.:|]{{2,30}})
    | đã\s+có\s+[\d.,]+\s+(?:người|lượt|bạn(?:\s+đọc)?)\s+(?:trả\s+lời|tham\s+gia|bình\s+chọn|bầu\s+chọn)
    | chuyên\s+mục\s*:\s*[^.:|!?]{{2,60}} | admin(?:istrator)? | webmaster | quản\s+trị(?:\s+viên)?
    | (?:chưa|không)\s+có\s+(?:bình\s+luận|ý\s+kiến)(?:\s+nào)?
    | ý\s+kiến\s*\(\d*\) | bình\s+luận\s*\(\d*\) | (?:(?<=\w\s)|(?<=\w\s[|•·]\s))bình\s+luận
    | báo\s+(?:lỗi|xấu)(?:\s+(?:bài(?:\s+viết)?|nội\s+dung))? | theo\s+dõi\s+.{{0,30}}(?:google\s+news|\strên)
    | \{{\{{.*\}}\}} | quảng\s+cáo | advert(?:isement)? | anzeige | werbung | publicité | publicidade?
    | reklam[ae]? | annon[sc]e? | reclame | 広告 | pr | up\s+next | image\s+\d+\s+of\s+\d+
    | (?:(?:lesezeit|lesedauer|lecture|reading\s+time)\W*)?\d+\s*(?:min\.?|minuten|minutes?)
        (?:\s+(?:lesezeit|lesedauer|read|de\s+lecture))?
    )[\W_]*)++$""",
    re.X,
)

#: Headings of boxes that bring links to other pages, tags or comments.
_BOX_HEADING = re.compile(
    r"""^[\W_]*(?:
      (?:(?:các|những)\s+)?(?:tin|bài|bài\s+viết|tin\s+bài|tin\s+tức|nội\s+dung)(?:\s+viết)?\s+
        (?:liên\s+quan|khác|mới(?:\s+(?:hơn|nhất|đăng|cập\s+nhật))?|cũ(?:\s+hơn)?|cùng\s+(?:(?:chuyên\s+)?mục|loại|chủ\s+đề|thể\s+loại|số|kỳ)
        |nổi\s+bật|tiêu\s+điểm|đã\s+đ(?:ăng|ưa)(?:\s+ngày)?|đọc\s+nhiều|xem\s+nhiều|tiếp\s+theo|nên\s+đọc|cùng\s+sự\s+kiện)
    | (?:(?:các|những)\s+)?(?:tập|số|kỳ|video|clip|album|ảnh|phóng\s+sự|podcast|infographics?|e-?magazine
        |chương\s+trình|ghi\s+chép|chuyện|truyện|bản\s+tin)\s+(?:khác|liên\s+quan|mới(?:\s+nhất)?|cũ(?:\s+hơn)?|trước|đã\s+(?:phát|đăng)|nổi\s+bật)
    | cùng\s+(?:(?:chuyên\s+)?mục|chủ\s+đề|tác\s+giả|sự\s+kiện) | (?:có\s+)?liên\s+quan | tin\s+mới
    | mới\s+nhất | gợi\s+ý(?:\s+(?:cho\s+bạn|đọc|xem))? | dành\s+cho\s+bạn
    | (?:đừng|không\s+thể)\s+bỏ\s+(?:lỡ|qua) | (?:đọc|xem|nghe)\s+nhiều | (?:mời\s+)?(?:đọc|xem|nghe)\s+tiếp
    | (?:đọc|xem)\s+thêm(?:\s+[\w-]+){0,3}
    | đọc\s+nhiều\s+nhất | xem\s+nhiều\s+nhất | có\s+thể\s+bạn\s+quan\s+tâm
        | bạn\s+(?:có\s+thể\s+)?quan\s+tâm | mời\s+.{0,12}đọc\s+thêm
    | liên\s+kết\s+web(?:site)? | thống\s+kê\s+truy\s+cập
    | (?:đăng\s+ký\s+)?nhận\s+(?:bản\s+)?tin(?:\s+\w+){0,3}
    | từ\s+khóa | từ\s+khoá | tags? | thẻ | nhãn | (?:chủ\s+đề|từ\s+kh(?:óa|oá))\s+nóng | chủ\s+đề
    | thăm\s+dò\s+ý\s+kiến | trưng\s+cầu\s+ý\s+kiến | bình\s+chọn
    | (?:ý\s+kiến|bình\s+luận)(?:\s+(?:bạn\s+đọc|của\s+bạn|độc\s+giả))? | gửi\s+(?:ý\s+kiến|bình\s+luận
        |phản\s+hồi).{0,30}
    | comments? | related(?:\s+\w+){0,2} | read\s+(?:more|also|next) | see\s+also | more\s+(?:from|on
        |stories)\b.{0,30} | more\s+(?:great\s+)?[\w.]+(?:\s+(?:stories|news|coverage|reading))?
    | lesen\s+sie\s+auch.{0,20} | mehr\s+zum\s+thema | lire\s+aussi.{0,10} | à\s+lire\s+aussi
        | leia\s+(?:mais|também) | lee\s+también
    )(?:\s*\(\d*\))?[\W_]*$""",
    re.I | re.X,
)
#: The heading of a box above the text in which a machine or an editor says what it will say.
_SUMMARY = re.compile(
    r"^\W*(?:tóm\s+tắt(?:\s+(?:nhanh|nội\s+dung|tự\s+động|bài(?:\s+viết)?|(?:(?:bằng|bởi|với|từ)\s+)?AI))*|(?:những\s+)?(?:điểm|ý|nội\s+dung)\s+chính"
    r"|đọc\s+nhanh)\W*$",
    re.I,
)
#: The label over what advertisers say, or a paper asks for fun, among the paragraphs of an article.
_INSERT = re.compile(
    r"^\W*(?:quảng\s+cáo|(?:(?:nội\s+dung|bài|tin)\s+)?(?:được\s+)?tài\s+trợ|thông\s+tin\s+(?:quảng\s+cáo|tài\s+trợ)"
    r"|đếm\s+ngược.{0,30}|sự\s+kiện\s+sắp\s+(?:diễn\s+ra|tới)|tải\s+(?:ứng\s+dụng|app).{0,20}|khảo\s+sát\s+(?:mức\s+độ\s+hài\s+lòng|ý\s+kiến|bạn\s+đọc|độc\s+giả).{0,20}"
    r"|advertisement|sponsored(?:\s+content)?|(?:câu\s+)?đố\s+vui(?:\s+(?:cùng\s+)?(?:bạn\s+đọc|độc\s+giả))?)\W*$",
    re.I,
)
#: What says that a machine wrote it.
_BY_MACHINE = re.compile(
    r"(?<!\w)(?:do|bởi|bằng|nhờ)\s+(?:AI|máy|trí\s+tuệ\s+nhân\s+tạo)(?!\w)|(?<!\w)(?-i:AI)\s+(?:tạo|tóm|viết)"
    r"|^\W*máy\s+(?:đọc|tóm|viết)",
    re.I,
)
#: The heading of readers' comments, below which nothing is the article's.
_COMMENTS = re.compile(
    r"^[\W_]*(?:\d+\s+)?(?:(?:các\s+)?(?:ý\s+kiến|bình\s+luận)(?:\s+(?:(?:của\s+)?(?:bạn(?:\s+đọc)?|(?:độc|thính|khán)\s+giả)|gần\s+đây|mới(?:\s+nhất)?))?"
    r"|(?:khách|bạn\s+đọc)\s+viết|(?:viết|gửi)\s+bình\s+luận|comments?)(?:\s*\(\s*\d+\s*\))?[\W_]*$",
    re.I,
)
#: What asks readers to do something for the paper: to follow, subscribe, write or pay.
_CALL = re.compile(
    r"""^[\W_]*(?:
      (?:(?:kính\s+)?mời\s+(?:quý\s+|các\s+)?(?:bạn(?:\s+đọc)?|độc\s+giả|quý\s+vị|vị)|hãy)\s
        .{0,60}?(?<!\w)(?:đón\s+(?:đọc|xem)\s|(?:theo\s+dõi|tương\s+tác|quan\s+tâm|tham\s+gia|tải|cài|nhấn|bấm
        |follow|like)\s
        .{0,80}?(?<!\w)(?:báo|kênh|trang|ứng\s+dụng|app|fanpage|zalo|facebook|youtube|tiktok|telegram
        |google\s+news)(?!\w))
    | (?:tải|cài)(?:\s+đặt)?\s+(?:ứng\s+dụng|app)\s.{0,60}(?<!\w)(?:báo|đọc\s+tin|tin\s+(?:tức|mới))(?!\w)
    | mời\s+(?:quý\s+|các\s+)?(?:bạn(?:\s+đọc)?|độc\s+giả|vị)\s+
        (?:vào\s+chuyên\s+mục|gửi\s+(?:phản\s+hồi|bình\s+luận))\s
    | (?:hãy\s+)?quét\s+(?:mã(?:\s+qr)?|qr)\s
        .{0,20}(?<!\w)(?:đọc|xem|nghe|theo\s+dõi|tải|cài|tham\s+gia|quan\s+tâm)\s
        .{0,60}(?:điện\s+thoại|di\s+động|bài|báo|tin|ứng\s+dụng|app|zalo)(?!\w)
    | (?:theo\s+dõi|quan\s+tâm|follow|like)\s.{0,60}(?:trên|qua|tại)\s+(?:zalo|facebook|youtube|tiktok
        |telegram|google\s+news)(?!\w)
    | (?:(?:phát\s+hiện|báo)\s+lỗi\s+chính\s+tả|bôi\s+đen\s).{0,80}ctrl
    | (?:quan\s+tâm|theo\s+dõi|tham\s+gia)\s+(?:kênh\s+|nhóm\s+|trang\s+)?zalo(?:\s+oa)?(?!\w)
        .{0,60}(?:báo|trang|kênh|cổng|tin)(?!\w)
    | cập\s+nhật\s+tin\s.{0,30}(?:trên|qua|tại)\s+(?:zalo|facebook|youtube|tiktok|telegram|google\s+news)(?!\w)
    | đăng\s+ký\s+(?:để\s+)?(?:nhận|theo\s+dõi)\s.{0,30}(?:bản\s+tin|tin(?=\W*$|\s+(?:tức|mới))
        |thông\s+báo|newsletter|kênh)
    | (?:mọi|các)\s+(?:ý\s+kiến|phản\s+(?:ánh|hồi)|thông\s+tin|tin,?\s+bài)\s.{0,80}(?:gửi|liên\s+hệ).{0,60}
        (?:t(?:òa|oà)\s*-?\s*soạn|toa-?soan|ban-?doc|ban\s+biên\s+tập|đường\s+dây\s+nóng)
    | (?:mọi|các)\s+(?:ý\s+kiến|phản\s+(?:ánh|hồi))\s.{0,30}(?:bạn\s+đọc|độc\s+giả)(?!\w)
    | (?:(?:bạn|quý\s+vị)\s+)?(?:(?:cần|phải|vui\s+lòng|hãy)\s+)*đăng\s+nhập\s+để\s+
        (?:gửi\s+)?(?:bình\s+luận|ý\s+kiến)
    | nội\s+dung\s+(?:chỉ\s+)?dành\s+(?:riêng\s+)?cho\s+(?:thành\s+viên
        |(?:bạn\s+đọc|độc\s+giả)\s+(?:đã\s+)?(?:đăng\s+ký|trả\s+phí))\W*$
    | bạn\s+còn\s+\d+\s*%\s+bài(?:\s+viết)?\s+chưa\s+đọc
    | đăng\s+(?:nhập|ký)(?:\s+(?:ngay|tài\s+khoản|thành\s+viên|miễn\s+phí))*\s+để\s+(?:đọc|xem)\s+
        (?:tiếp|thêm|toàn\s+bộ|đầy\s+đủ)
    | (?:nếu\s.{0,80})?ủng\s+hộ\s+(?:tác\s+giả|t(?:òa|oà)\s+soạn)(?!\w)
    | (?:follow|join|like)\s.{1,60}\son\s+(?:twitter|x|facebook|instagram|whatsapp|telegram|youtube
        |google\s+news)(?!\w)
    | (?:subscribe|sign\s+up)\s+(?:to|for)\s | get\s.{1,60}\s(?:inbox|newsletters?)(?!\w)
    )""",
    re.X,
)
#: The longest of them.
_LONGEST_CALL = 250
#: How a sentence ends.
_STOPS = tuple(stop + mark for stop in ".!?…" for mark in ("", '"', "”", "»", ")"))
#: What stands before a link to another article or to a tag, in one line with it.
POINTER = re.compile(
    r"^[\W_]*(?:(?:có\s+thể\s+)?bạn\s+(?:có\s+thể\s+)?quan\s+tâm|từ\s+kh(?:óa|oá)|tags?|thẻ|chủ\s+đề|(?:(?:kính\s+)?mời\s+(?:(?:quý\s+|các\s+)?(?:bạn(?:\s+đọc)?|độc\s+giả|quý\s+vị)\s+)?)?(?:xem|đọc)\s+(?:thêm|tiếp)|(?:tin\s+|bài\s+)?liên\s+quan|see\s+also|read\s+(?:more|also)"
    r"|lire\s+aussi|lesen\s+sie\s+auch)\s*:\s*",
    re.I,
)
#: How an imprint begins.
IMPRINT = re.compile(
    r"^[\W_]*(?:©|(?:bản\s+quyền|copyright|cơ\s+quan\s+(?:chủ\s+quản|thiết\s+lập)|giấy\s+phép\s+(?:số|thiết\s+lập|xuất\s+bản|hoạt\s+động)"
    r"|(?:trưởng\s+ban|tổng)\s+biên\s+tập|đường\s+dây\s+nóng\s*:[^.]{0,40}\||chịu\s+trách\s+nhiệm|đang\s+(?:trực\s+tuyến|truy\s+cập|online|có\s+\d+\s+(?:khách|người|thành\s+viên))|tổng\s+(?:số\s+)?(?:lượt\s+)?truy\s+cập"
    r"|tổng\s+lượt|thiết\s+kế\s+(?:bởi|và\s+phát\s+triển)|phát\s+triển\s+bởi|(?:ghi|đề\s+nghị\s+ghi)\s+rõ\s+nguồn|all\s+rights\s+reserved)(?!\w))",
    re.I,
)
#: How a line of an imprint begins that may stand in an article as well.
_CONTACT = re.compile(
    r"^[\W_]*(?:điện\s+thoại|hotline|đường\s+dây\s+nóng|địa\s+chỉ|email|trụ\s+sở|t(?:òa|oà)\s+soạn|(?:liên\s+hệ\s+)?quảng\s+cáo)(?:\s+[^:]{0,20})?\s*:(?!\w)",
    re.I,
)
#: How the words of both begin that are written without accents.
_FOREIGN_IMPRINT = frozenset(("cop", "all", "hot", "ema"))

#: Who put a question to an agency or a paper.
ASKED_BY = re.compile(r"^\W*người\s+(?:gửi|hỏi)(?:\s+câu\s+hỏi)?\s*:", re.I)
#: Whose a paper or a portal is, behind its name.
MASTHEAD = re.compile(
    r"^[^.!?]{3,80}\s[|–-]\s+(?:cơ\s+quan\s+(?:ngôn\s+luận|chủ\s+quản|của)|tiếng\s+nói\s+của)\s[^.!?]+$", re.I
)

TEMPLATES = (
    r"(?:trang\s+|thông\s+tin\s+)?(?:chi\s+tiết|xem|nội\s+dung)(?:\s+(?:bản\s+)?(?:tin(?:\s+tức)?|bài(?:\s+viết)?))?"
    r"|tin\s+chi\s+tiết|bài\s+viết"
)
#: What a template calls every article's page, in full.
TEMPLATE = re.compile(
    rf"^\W*(?:{TEMPLATES}|trang\s+(?:chủ|nhất)|home(?:\s*page)?|\[(?:tiêu\s+đề|title)[^\]]*\]|untitled(?:\s+\w+)?|(?:(?:news|article)\s+)?details?)\W*$",
    re.I,
)
#: What papers and portals are called.
SITE = re.compile(
    r"^(?:báo|tạp\s+chí|(?:đặc|nội|nguyệt)\s+san|(?:nhật|thời|tuần)\s+báo|chuyên\s+trang|đài|cổng|trang|website|ban\s+quản\s+lý|sở|ubnd|[uủ][yỷ]\s+ban|cục|chi\s+cục)(?!\w).{0,80}$|^.{0,80}(?<!\w)(?:(?<!thuế\s)(?<!đơn\s)(?<!dịch\s)(?<!mại\s)(?<!toán\s)(?<!án\s)(?<!ký\s)(?<!sơ\s)(?<!bạ\s)(?<!sổ\s)điện\s+tử"
    r"|online|portal)$",
    re.I,
)
#: What parts the page's name from the site's in ``<title>``; behind a colon may be the rest of a headline.
DASHED = re.compile(r"\s+(?:[|»>–-]|::)\s+")
#: A site's name in ``<title>``, and what may stand behind it there.
ONLINE = re.compile(r"\W*(.+?)\s+(?:điện\s+tử|online|portal)\W*", re.I)
#: What pages are called, in full, that a site has one of each, whatever they say; and walls of cookies.
PAGE = re.compile(
    r"^\W*(?:(?:kênh\s+)?rss|hỏi\W*đáp|(?:những\s+)?câu\s+hỏi\s+thường\s+gặp|faqs?|bảng\s+giá\s+quảng\s+cáo.{0,40}|báo\s+(?:in|giấy)\s+(?:(?:tháng|ngày|số)\s[\d/-]+|(?-i:[A-ZĐ][^\W\d]+\s+[A-ZĐ][^\W\d]+))|(?:site\s*map|sơ\s+đồ\s+(?:cổng|trang|web|site))(?:\s*\w+)?|(?:sơ\s+đồ|cơ\s+cấu|bộ\s+máy)\s+tổ\s+chức"
    r"|tổ\s+chức\s+bộ\s+máy|danh\s+bạ(?:\s+điện\s+thoại)?|liên\s+hệ(?:\W+(?:(?:với\s+)?(?:chúng\s+tôi|t(?:òa|oà)\s+soạn|ban\s+biên\s+tập)|góp\s+ý|quảng\s+cáo))*|(?:chính\s+sách\s+)?(?:cookies?|quyền\s+riêng\s+tư)"
    r"|server\s+error\s+in\s+'/[^']*'\s+application"
    r"|chúng\s+tôi\s+(?:coi|tôn)\s+trọng\s+quyền\s+riêng\s+tư(?:\s+của\s+bạn)?)\W*$",
    re.I,
)
#: Where a site lists what it has of a topic: a short text there says what that is.
LISTING = re.compile(
    r"/(?:chu-de|topics?|tags?|tu-khoa|(?:dong-)?su-kien|tim-kiem|search|chuyen-muc|category|chuyen-trang)(?:/|-|\?|\.|$)",
    re.I,
)
#: What a portal is called, above where it is found.
PORTAL = re.compile(r"^(?:cổng|trang)\s+(?:thông\s+tin|ttđt)(?!\w).{0,100}$", re.I)
#: Whose the site is, and who answers for it or made it: "Trung tâm Y tế Bến Giang – Giám đốc: …".
_HOUSE = re.compile(
    r"^[\W_]*(?:cơ\s+quan\s+(?:của|ngôn\s+luận)|chuyên\s+trang|trang(?:\s+tin)?|báo|đài|hội|hiệp\s+hội|hợp\s+tác\s+xã|trung\s+tâm|[uủ][yỷ]\s+ban|ubnd|trường|bệnh\s+viện"
    r"|công\s+(?:ty|đoàn)|liên\s+đoàn|tỉnh\s+đoàn|đoàn|sở|ban|phường|xã|văn\s+phòng)\s.{2,120}?(?:[.;]|\s[–-])\s+"
    r"(?:(?:biên\s+tập|giám\s+đốc|chủ\s+nhiệm|hiệu\s+trưởng|phụ\s+trách|bí\s+thư|chủ\s+tịch)(?:\s[^:.]{0,20})?:|thiết\s+kế(?:\s+bởi(?!\w)|\s*:))",
    re.I,
)
#: The number of a periodical.
_ISSN = re.compile(r"ISSN\W*\d{4}-\d{3}[\dX]")
#: The number of a paper's or a portal's licence.
_LICENCE = re.compile(r"giấy\s+phép\s.{0,40}\d/\s?GP", re.I)
#: Who answers for the site: in its imprint, behind its name.
ANSWERABLE = re.compile(
    r"chịu\s+trách\s+nhiệm(?:\s+(?:chính|nội\s+dung|xuất\s+bản))?\s*:|(?:trưởng\s+ban|tổng)\s+biên\s+tập(?:\s+phụ\s+trách)?\s*:",
    re.I,
)
#: What a site asks of readers who write to it, and of whoever copies from it, in words that are always the same.
_TERMS = re.compile(
    r"tiếng\s+việt\s+có\s+dấu|quyền\s+(?:biên\s+tập|chỉnh\s+sửa)(?:\s+(?:hoặc|và))?.{0,30}từ\s+chối\s+đăng"
    r"|(?:sao\s+chép|trích\s+dẫn|đăng\s+lại|phát\s+hành\s+lại)\s.{0,80}ghi\s+rõ\s+nguồn"
    r"|ghi\s+rõ\s+nguồn\s.{0,60}(?:trích\s+dẫn|đăng\s+lại|phát\s+hành\s+lại|sử\s+dụng\s+lại)",
    re.I,
)
#: Words of theirs, to tell most lines at a glance.
_OF_TERMS = ("iệt có dấu", "quyền biên tập", "quyền chỉnh sửa", "hi rõ nguồn")
#: The longest paragraph of an imprint or of such terms.
_LONGEST_TERMS = 1200

#: What systems call the label of a field, beside its value.
FIELD_LABEL = words("field[-_]+label", "ms-form~label")
#: Labels of what a portal records of a procedure or a document, in front of a value or over it.
FIELD = re.compile(
    r"""^[\W\d]*(?:[a-zđ]{1,3}[.)]\s*)?(?P<label>
      (?:mã|tên|loại|số)\s+(?:thủ\s+tục|tthc)(?:\s+hành\s+chính)?
    | (?:cấp|trình\s+tự|cách\s+thức)\s+thực\s+hiện
    | thành\s+phần(?:,?\s+số\s+lượng)?\s+hồ\s+sơ | số\s+(?:lượng|bộ)\s+hồ\s+sơ | thời\s+(?:hạn|gian)\s+giải\s+quyết
    | đối\s+tượng\s+thực\s+hiện | cơ\s+quan\s+(?:thực\s+hiện|giải\s+quyết|có\s+thẩm\s+quyền|phối\s+hợp|ban\s+hành)
    | kết\s+quả\s+(?:thực\s+hiện|giải\s+quyết) | (?:phí|lệ\s+phí|phí,?\s+lệ\s+phí)
    | (?:căn\s+cứ|cơ\s+sở)\s+pháp\s+lý | yêu\s+cầu,?\s+(?:hoặc\s+)?điều\s+kiện
    | (?:tên\s+)?mẫu\s+đơn,?\s+(?:mẫu\s+)?tờ\s+khai
    | số(?:\s+hiệu|\W+ký\s+hiệu|\s+văn\s+bản) | ngày\s+(?:ban\s+hành|ký|(?:có\s+)?hiệu\s+lực) | người\s+ký
    | trích\s+yếu(?:\s+nội\s+dung)? | (?:loại|hình\s+thức)\s+văn\s+bản | tình\s+trạng\s+hiệu\s+lực
    )(?:\s+(?:tthc|thủ\s+tục(?:\s+hành\s+chính)?))?\s*(?:$|[:|(])""",
    re.I | re.X,
)
#: What a box says that offers the files of the article above it; one of new documents says not.
OFFERS = re.compile(
    r"đính\s+kèm|kèm\s+theo|tải\s+(?:về|xuống)|tệp|tập\s+tin|(?<!\w)files?(?!\w)|download|attach", re.I
)
#: A label over files, and in a row with one its name.
ENCLOSED = r"(?:phụ\s+lục|biểu\s+mẫu|hồ\s+sơ|dự\s+thảo)\s+(?:đính\s+kèm|kèm\s+theo)"
#: Labels in front of a list of files, and what stands before and behind their words.
FILES_LABEL = re.compile(
    rf"""^[\W_]*(?:(?:stt|tt)\W+)?(?:
      (?:(?:tải|xem|danh\s+(?:sách|mục)|các|những|về|xuống)\s+)*
        (?:(?:tệp|file|tập\s+tin|tài\s+liệu|văn\s+bản)(?:\s+(?:tin|văn\s+bản|tài\s+liệu))?
          (?:\s*(?:đính\s+kèm|kèm(?:\s+theo)?|tải\s+về|liên\s+quan))?
        |{ENCLOSED}|đính\s+kèm)
        (?:\s+(?:theo\s+)?(?:bài(?:\s+viết)?|tin(?:\s+bài)?))?
    | tải(?:\s+(?:về|xuống)(?:\s+tại\s+đây)?|\s*:) | xem\s+chi\s+tiết(?:\s+(?:tại\s+(?:đây|file)|đính\s+kèm))?
    | dung\s+lượng | kích\s+thước | (?:attached\s+)?files? | attachments? | downloads?
    )(?:\s+tại\s+đây)?[\W_\d]*$""",
    re.I | re.X,
)


def is_box(element: _Element) -> bool:
    """Tell whether ``element`` is a box or a menu, by its tag or by what it is called."""
    return element.tag in BOX_TAGS or BOX(names(element))


def is_boxed(element: _Element, node: _Element) -> bool:
    """Tell whether ``element`` stands in a box or a menu that does not hold ``node`` as well."""
    around = {node, *node.iterancestors()}
    for above in (element, *element.iterancestors()):
        if above in around:
            return False
        if is_box(above):
            return True
    return False


def ends_sentence(line: str) -> bool:
    """Tell whether ``line`` ends as a sentence does."""
    return line.endswith(_STOPS)


@lru_cache(maxsize=1024)  # a page's lines are asked about several times, here and below
def is_furniture(line: str) -> bool:
    """Tell whether ``line`` is a share label, a counter, a button, an unrendered template or a call to readers."""
    if len(line) >= _LONGEST_CALL:
        return False
    line = line.lower()
    return (len(line) < 120 and _LINE.match(line) is not None) or _CALL.match(line) is not None


def is_imprint(line: str) -> bool:
    """Tell whether ``line`` is of the site's imprint, or could be: see :func:`is_contact`."""
    if line.isascii() and line.lstrip("-*. ")[:3].lower() not in _FOREIGN_IMPRINT:
        return False  # hardly Vietnamese: at a glance
    return _is_imprint(line)


@lru_cache(maxsize=1024)
def _is_imprint(line: str) -> bool:
    if IMPRINT.match(line) or _CONTACT.match(line):
        return True
    if len(line) < 160 and (ANSWERABLE.search(line) or MASTHEAD.match(line)):
        return True
    if len(line) < 200 and (("ISSN" in line and _ISSN.search(line)) or _HOUSE.match(line)):
        return True
    return states_terms(line)


def states_terms(line: str) -> bool:
    """Tell whether ``line``, which may be a long paragraph, is an imprint or terms of use, whosever they are.

    An imprint is set in one line then: "Cơ quan của … Giấy phép số … Tổng Biên tập: …".
    """
    if len(line) >= _LONGEST_TERMS:
        return False
    if any(word in line for word in _OF_TERMS) and _TERMS.search(line):
        return True
    return "/" in line and bool(ANSWERABLE.search(line) and _LICENCE.search(line))


def is_contact(line: str) -> bool:
    """Tell whether ``line`` says where somebody is found: in an imprint the site, in a notice whoever answers."""
    return _CONTACT.match(line) is not None


@lru_cache(maxsize=1024)
def opens_box(line: str) -> bool:
    """Tell whether ``line`` is the heading of a related, tags or comments box."""
    return len(line) < 60 and bool(_BOX_HEADING.match(line))


def opens_insert(line: str) -> bool:
    """Tell whether ``line`` is the label over an advert or a quiz."""
    return len(line) < 40 and _INSERT.match(line) is not None


@lru_cache(maxsize=1024)
def opens_summary(line: str) -> bool:
    """Tell whether ``line`` is the heading of a box that sums up the text below it."""
    return len(line) < 40 and bool(_SUMMARY.match(line))


def is_by_machine(line: str) -> bool:
    """Tell whether ``line`` says that a machine wrote what stands beside it."""
    return _BY_MACHINE.search(line) is not None


def opens_comments(line: str) -> bool:
    """Tell whether ``line`` is the heading of readers' comments."""
    return len(line) < 40 and bool(_COMMENTS.match(line))
