"""Made-up Vietnamese news for the archive's tests and benchmarks: a small grammar and a seed.

``report`` writes articles that share phrases but no facts; ``bulletin`` writes periodic reports in one form
(weather, prices, duty rosters, power cuts) whose figures differ; ``reprints`` gives the ways in which one site
copies another.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from kkt_crawler.article import Article, Image

VIETNAM = timezone(timedelta(hours=7))
NOON = datetime(2026, 3, 2, 12, tzinfo=VIETNAM)
NOW = datetime(2026, 3, 2, 6, tzinfo=UTC)

# fmt: off (one word a line would be read by nobody)
PLACES = (
    "Bến Gỗ",
    "Cồn Sậy",
    "Đồng Lau",
    "Gò Mun",
    "Hang Son",
    "Khe Trúc",
    "Lạch Ngà",
    "Mỏm Rồng",
    "Núi Đót",
    "Ô Sen",
    "Phao Trên",
    "Quai Sông",
    "Rộc Dừa",
    "Sa Bàn",
    "Trại Cau",
    "Vạn Chài",
    "Xóm Lò",
    "Yên Bãi",
    "Bãi Sú",
    "Cầu Đá",
    "Đò Lèn",
    "Giếng Vại",
    "Hồ Thiên",
    "Kênh Vàng",
)
FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
)
MIDDLE = (
    "Văn",
    "Thị",
    "Đức",
    "Minh",
    "Thanh",
    "Quang",
    "Hồng",
    "Ngọc",
    "Xuân",
    "Hữu",
)
GIVEN = (
    "An",
    "Bách",
    "Chi",
    "Dung",
    "Giang",
    "Hiếu",
    "Khoa",
    "Lam",
    "Mai",
    "Nam",
    "Oanh",
    "Phúc",
    "Quý",
    "Sơn",
    "Tâm",
    "Uyên",
    "Việt",
    "Yến",
)
BODIES = (
    "Ban Quản lý chợ",
    "Đội quản lý cảng",
    "Phòng Hạ tầng",
    "Hợp tác xã vận tải",
    "Trạm khuyến nông",
    "Trung tâm y tế",
    "Xí nghiệp nước sạch",
    "Công ty đóng tàu",
    "Hội chữ thập đỏ",
    "Ban điều hành tuyến phà",
)
THINGS = (
    "tuyến đường ven đê",
    "bến phà mới",
    "khu tái định cư",
    "nhà máy nước",
    "chợ đầu mối",
    "trường mầm non",
    "kè chống sạt lở",
    "cụm công nghiệp làng nghề",
    "trạm bơm tiêu úng",
    "vùng nuôi cá lồng",
    "nhà văn hóa",
    "bãi rửa tàu",
    "đài quan sát rừng",
    "cầu treo",
)
DEEDS = (
    "khởi công",
    "nghiệm thu",
    "mở rộng",
    "sửa chữa",
    "bàn giao",
    "khảo sát",
    "kiểm tra",
    "tạm dừng",
    "đấu thầu",
    "đưa vào sử dụng",
)
# fmt: on

# {p} place, {q} another place, {n} name, {b} body, {c} another body, {t} thing, {d} deed, {i} number, {j} number
SENTENCES = (
    "Sáng {i}/{m}, {b} {p} đã {d} {t} dài {j} m, sớm hơn kế hoạch {k} ngày.",
    "Theo ông {n}, người phụ trách {b}, việc này giúp {j} hộ ở {p} và {q} đi lại thuận tiện.",
    "Tổng mức đầu tư là {j} tỷ đồng, trong đó ngân sách xã {p} góp {i} tỷ đồng.",
    "Bà {n}, chủ một cơ sở ở {p}, cho biết mỗi tháng nhà bà tiết kiệm được {i} triệu đồng.",
    "Trước đó, {c} từng đề nghị {d} {t} tại {q} nhưng chưa tìm được đơn vị thi công.",
    "Đến nay {k} trong số {i} hạng mục đã xong, phần còn lại sẽ hoàn thành trong tháng {m}.",
    "“Chúng tôi chờ {t} này đã {k} năm”, anh {n} ở {p} nói.",
    "Vào mùa mưa, nước từ {q} tràn về khiến {j} ha lúa của {p} bị ngập {k} ngày.",
    "Dự kiến cuối năm nay, {b} sẽ {d} thêm {i} điểm tương tự ở {q}.",
    "Đoàn kiểm tra do bà {n} dẫn đầu đã ghi nhận {k} kiến nghị của người dân {p}.",
    "So với năm trước, lượng khách qua {p} tăng {i} phần trăm, đạt {j} lượt mỗi ngày.",
    "Ngoài ra, {c} còn tặng {j} suất quà cho học sinh {q} nhân dịp khánh thành {t}.",
    "Khó khăn lớn nhất hiện nay là mặt bằng: còn {k} hộ ở {p} chưa nhận tiền đền bù.",
    "Ông {n} nhấn mạnh phải {d} {t} trước ngày {i}/{m} để kịp vụ cá.",
    "Tại buổi làm việc, các bên thống nhất giao {b} theo dõi tiến độ từng tuần.",
    "Nhiều gia đình ở {p} đã chuyển sang nghề mới với thu nhập {i} triệu đồng một tháng.",
)
TITLES = (
    "{p}: {d} {t} trị giá {j} tỷ đồng",
    "{b} {d} {t} tại {p}",
    "Người dân {p} mong sớm {d} {t}",
    "Chuyện ở {p} sau ngày {d} {t}",
)

BULLETINS = {
    "Dự báo thời tiết ngày {i}/{m}": (
        "Hôm nay {i}/{m}, vùng ven biển của tỉnh nhiều mây, có mưa rào và dông vài nơi, gió đông bắc cấp {k}.",
        "Nhiệt độ thấp nhất từ {a} đến {e} độ, cao nhất từ {f} đến {g} độ, độ ẩm trung bình {h} phần trăm.",
        "Sóng biển cao {k} m, tầm nhìn xa trên {i} km, giảm xuống dưới {k} km trong mưa.",
        "Tàu thuyền hoạt động trên vịnh cần theo dõi chặt bản tin và chủ động tránh trú khi có gió giật mạnh.",
        "Trong mưa dông có khả năng xảy ra lốc, sét, mưa đá và gió giật mạnh, người dân cần đề phòng.",
    ),
    "Giá nông sản tuần {i}": (
        "Theo khảo sát tại các chợ, giá lợn hơi tuần này là {j} nghìn đồng một kg, so với tuần trước {k}.",
        "Gà ta thả vườn bán {h} nghìn đồng, vịt cỏ {a} nghìn đồng, trứng gà {f} nghìn đồng một chục.",
        "Rau muống {k} nghìn đồng một mớ, cà chua {e} nghìn đồng, bắp cải {g} nghìn đồng một kg.",
        "Các hộ chăn nuôi nên cân nhắc thời điểm xuất bán và tránh tái đàn ồ ạt khi thị trường chưa ổn định.",
        "Bảng giá chỉ để tham khảo, giá thực tế có thể khác nhau giữa các chợ và theo từng thời điểm trong ngày.",
    ),
    "Lịch trực lãnh đạo tuần {i}": (
        "Văn phòng thông báo lịch trực lãnh đạo và chuyên viên tuần {i} như sau.",
        "Thứ hai: ông {n}, chuyên viên {o}. Thứ ba: bà {r}, chuyên viên {s}. Thứ tư: ông {u}, chuyên viên {v}.",
        "Thứ năm: bà {o}, chuyên viên {n}. Thứ sáu: ông {s}, chuyên viên {u}. Thứ bảy: bà {v}, chuyên viên {r}.",
        "Người trực có trách nhiệm tiếp nhận thông tin, báo cáo kịp thời các vụ việc phát sinh trong ca trực.",
        "Trường hợp thay đổi lịch trực phải báo trước cho Văn phòng ít nhất một ngày để bố trí người thay thế.",
    ),
    "Thông báo lịch cắt điện ngày {i}/{m}": (
        "Điện lực tạm ngừng cấp điện ngày {i}/{m} từ {k} giờ đến {e} giờ tại khu {p} và một phần khu {q}.",
        "Lý do là sửa chữa, bảo dưỡng định kỳ trạm biến áp số {j} và thay sứ trên đường dây {h}.",
        "Đơn vị mong khách hàng thông cảm vì sự bất tiện này và chủ động bố trí sản xuất, sinh hoạt cho phù hợp.",
        "Mọi thắc mắc xin liên hệ tổng đài chăm sóc khách hàng, làm việc tất cả các ngày kể cả ngày lễ.",
        "Việc đóng điện trở lại có thể sớm hơn dự kiến nên đề nghị khách hàng coi lưới điện luôn luôn có điện.",
    ),
    "Thông báo lịch tiếp công dân": (  # almost all of it is the same every time, figures and names included
        "Căn cứ Luật Tiếp công dân số 42/2013/QH13 và Nghị định số 64/2014/NĐ-CP, Văn phòng thông báo.",
        "Ngày {i}/{m}, ông {n} chủ trì tiếp công dân định kỳ tại Trụ sở Tiếp công dân, số 12 phố Đò Lèn, Yên Bãi.",
        "Buổi sáng bắt đầu lúc 7 giờ 30, buổi chiều từ 13 giờ 30 đến 16 giờ 30, không quá 45 phút mỗi lượt.",
        "Tham dự có đại diện Thanh tra, Sở Tư pháp, Công an phường Gò Mun và Hội Luật gia; bà {r} ghi biên bản.",
        "Người dân mang theo căn cước và đơn theo Mẫu số 01, liên hệ trước qua số 0912 345 678 hoặc 0912 345 679.",
    ),
}


class Newsroom:
    """Writes articles; the same seed gives the same ones."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self.number = 1000

    def _fill(self, template: str) -> str:
        pick, number = self._random.choice, self._random.randint
        names = {slot: f"{pick(FAMILY)} {pick(MIDDLE)} {pick(GIVEN)}" for slot in "norsuv"}
        p, q = self._random.sample(PLACES, 2)
        b, c = self._random.sample(BODIES, 2)
        return template.format(
            p=p, q=q, b=b, c=c, t=pick(THINGS), d=pick(DEEDS),
            i=number(2, 29), j=number(31, 980), k=number(2, 9), m=number(1, 12),
            a=number(14, 19), e=number(12, 23), f=number(24, 28), g=number(29, 35), h=number(60, 95),
            **names,
        )  # fmt: skip

    def _article(self, title: str, paragraphs: list[str], site: str, published: datetime) -> Article:
        self.number += 1
        return Article(
            site=site,
            key=str(self.number),
            url=f"https://{site}.example/tin-{self.number}.html",
            title=title,
            published=published,
            published_precision="minute",
            lead=paragraphs[0],
            body_text="\n\n".join(paragraphs),
            body_html="".join(f"<p>{paragraph}</p>" for paragraph in paragraphs),
            section="Kinh tế",
            images=(Image(url=f"https://{site}.example/{self.number}.jpg", caption=self._fill("{t} ở {p}.")),),
        )

    def report(self, site: str = "bao", *, paragraphs: int = 8, published: datetime = NOON) -> Article:
        """Return an article of that many paragraphs, of two or three sentences each."""
        texts = [
            " ".join(self._fill(line) for line in self._random.sample(SENTENCES, self._random.randint(2, 3)))
            for _ in range(paragraphs)
        ]
        return self._article(self._fill(self._random.choice(TITLES)), texts, site, published)

    def bulletin(self, kind: str, site: str = "bao", *, published: datetime = NOON) -> Article:
        """Return one issue of a periodic report; ``kind`` is a key of BULLETINS."""
        return self._article(self._fill(kind), [self._fill(line) for line in BULLETINS[kind]], site, published)

    def reprints(self, original: Article, site: str = "cong") -> dict[str, Article]:
        """Return the original as another site prints it, by the way it does."""
        paragraphs = original.body_text.split("\n\n")
        cut = [text for number, text in enumerate(paragraphs) if number not in (2, len(paragraphs) - 2)]
        ways = {
            "whole": (original.title, paragraphs),
            "cut": (original.title, cut),
            "retitled": (self._fill(self._random.choice(TITLES)), paragraphs),
            "first paragraphs": (original.title, paragraphs[:2]),
            "retitled first paragraphs": (self._fill(self._random.choice(TITLES)), paragraphs[:3]),
            "upper-case title, other lead": (original.title.upper(), ["Tin từ cơ sở.", *paragraphs[1:]]),
        }
        copies = {}
        for days, (way, (title, texts)) in enumerate(ways.items()):
            copy = self._article(title, texts, site, original.published + timedelta(days=days % 3, hours=3))
            copies[way] = replace(copy, images=())
        return copies
