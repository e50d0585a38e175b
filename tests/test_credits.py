"""Credit lines and bylines as portals and papers write them."""

import pytest

from kkt_crawler.pages.credits import Credit, read_line
from kkt_crawler.pages.people import people, persons


@pytest.mark.parametrize(
    ("line", "source", "authors"),
    [
        ("(Trích theo baoquangninh.vn) HTGS", "baoquangninh.vn", ["HTGS"]),
        ("(HTGS - Trích theo TTXVN)", "TTXVN", ["HTGS"]),
        ("Theo moit.gov.vn - T.Hà", "moit.gov.vn", ["T.Hà"]),
        ("Trích nguồn: Báo Đầu tư", "Báo Đầu tư", []),
        ("(Nguồn QTV)", "QTV", []),
        ("Theo nguồn Báo Đầu tư", "Báo Đầu tư", []),
        ("Theo TTXVN./.", "TTXVN", []),
        ("Tin: HTGS (Theo QTV)", "QTV", ["HTGS"]),
        ("T.H sưu tầm (Nguồn: Báo Đầu tư)", "Báo Đầu tư", ["T.H"]),
        ("Cộng tác viên: Hoàng Lan", "", ["Hoàng Lan"]),
        ("TTXVN", "TTXVN", []),
        ("Lê Hà (TTXVN)", "TTXVN", ["Lê Hà"]),
        ("(T.Hà tổng hợp)", "", ["T.Hà"]),
        ("Tác giả bài viết: Hoàng Quý", "", ["Hoàng Quý"]),
        ("Tin bài: Ban Biên tập", "", ["Ban Biên tập"]),
        ("Nguồn: nước sạch từ hồ Yên Lập cấp cho ba xã đạt 200 m3 mỗi ngày đêm", "", []),
        ("Ban hành văn bản mới", "", []),
        ("Bài: Mai LanẢnh: Đức Hòa", "", ["Mai Lan", "Đức Hòa"]),
        ("Nhìn từ Bến Giang", "", []),
        ("Nguồn: Báo Lao động | Tác giả: Thu Hường", "Báo Lao động", ["Thu Hường"]),
        ("Nguồn: Báo Lao động - Tác giả: Thu Hường", "Báo Lao động", ["Thu Hường"]),
        ("Nguồn bài viết: Báo Công Thương", "Báo Công Thương", []),
        ("Nguồn tin: https://www.baochinhphu.vn/tau-xanh-1022.htm", "baochinhphu.vn", []),
        ("Source: Vietnam News Agency", "Vietnam News Agency", []),
        ("(TTXVN/Vietnam+)", "TTXVN/Vietnam+", []),
        ("Thùy Linh (TTXVN/Vietnam+)", "TTXVN/Vietnam+", ["Thùy Linh"]),
        ("Nguyễn Huế - Ảnh: Hữu Việt", "", ["Nguyễn Huế", "Hữu Việt"]),
        ("Theo báo Lao động", "báo Lao động", []),
        ("(Nguồn: Cục Thống kê, Sở Y tế)", "Cục Thống kê, Sở Y tế", []),
        ("HTGS - Ảnh: Hữu Việt", "", ["HTGS", "Hữu Việt"]),
        ("Nguyễn Huế (Ảnh: Hữu Việt)", "", ["Nguyễn Huế", "Hữu Việt"]),
        ("Tin, ảnh: Hữu Việt", "", ["Hữu Việt"]),
        ("Trích từ Báo Bến Giang", "Báo Bến Giang", []),
        ("Tổ hòa giải đến từng nhà dân ở bãi mới (TTXVN)", "", []),
        ("Mai Lan/bao-bengiang.vn", "bao-bengiang.vn", ["Mai Lan"]),
        ("Mai Lan/VnExpress", "VnExpress", ["Mai Lan"]),
        ("Mai Lan - Báo Bến Giang", "Báo Bến Giang", ["Mai Lan"]),
        ("(Báo Bến Giang)", "Báo Bến Giang", []),
        ("Báo Bến Giang", "", []),  # in no brackets it may be a heading
        ("Đào Lan (Đài Loan)", "", []),
        ("Mai Lan - Trang Nhung", "", []),  # two persons
        ("Viết bởi Mai Lan", "", ["Mai Lan"]),
        ("Bởi Mai Lan/TTXVN -", "TTXVN", ["Mai Lan"]),
        ("Đăng bởi Quản trị", "", []),
        ("Nội dung: Xét đơn xin gia hạn đất", "", []),
        ("(Trích Báo Bến Giang)", "Báo Bến Giang", []),
        ("Trích TTXVN", "TTXVN", []),
        ("HT / Theo Báo Bến Giang", "Báo Bến Giang", ["HT"]),
        ("Theo bengiang.vn / HT", "bengiang.vn", ["HT"]),
        ("(Trích: TTXVN) HTGS", "TTXVN", ["HTGS"]),
        ("Nguồn trích: Báo Bến Giang", "Báo Bến Giang", []),
        ("Lược trích Tạp chí Biển", "Tạp chí Biển", []),
        ("Trích báo cáo của Hội Nông dân", "", []),
        ("GIỮ SẠCH NGUỒN NƯỚC TỪ HỒ BẾN GIANG", "", []),
        ("MAI LAN (THEO TTXVN)", "TTXVN", ["MAI LAN"]),
        ("Tin tổng hợp", "", []),
        ("Theo Reuters, AFP", "Reuters, AFP", []),
        ("Theo Reuters, giá tôm tăng", "", []),
        ("Theo Thu Bồi/Báo Bến Giang", "Báo Bến Giang", ["Thu Bồi"]),
        ("Theo thu hoạch/vụ", "", []),
        ("Nguồn: Báo Bến Giang - Mai Lan", "Báo Bến Giang", ["Mai Lan"]),
        ("Nguồn: Báo Bến Giang - Báo Bãi Bồi", "Báo Bến Giang - Báo Bãi Bồi", []),
        ("Mai Lan (Trung tâm Truyền thông và Văn hóa xã)", "Trung tâm Truyền thông và Văn hóa xã", ["Mai Lan"]),
        ("Tản văn của Mai Lan", "", ["Mai Lan"]),
        ("Ghi chép của bến", "", []),
        ("(BG) HTGS", "BG", ["HTGS"]),
        ("By Mai Lan (Source: Ben Giang News)", "Ben Giang News", ["Mai Lan"]),
    ],
)
def test_credit_line(line, source, authors):
    assert read_line(line) == Credit(source, tuple(authors))


@pytest.mark.parametrize(
    ("line", "authors", "designers"),
    [
        ("Trình bày: An Bình", [], ["An Bình"]),
        ("Biên tập: An Bình", [], ["An Bình"]),
        ("Tác giả: Mai Lan; biên tập: An Bình", ["Mai Lan"], ["An Bình"]),
        ("Đồ họa, kỹ thuật: An Bình - Thu Bồi", [], ["An Bình", "Thu Bồi"]),
        ("Nội dung: Mai Lan | Ảnh: Đức Hòa | Thiết kế: An Bình", ["Mai Lan", "Đức Hòa"], ["An Bình"]),
        ("Thực hiện: Mai Lan, trình bày: Đức Hòa", ["Mai Lan"], ["Đức Hòa"]),
        ("Trình bày: An Bình - Ảnh: Đức Hòa", ["Đức Hòa"], ["An Bình"]),
    ],
)
def test_who_made_the_looks_of_an_article(line, authors, designers):
    assert read_line(line) == Credit("", tuple(authors), tuple(designers))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Hoàng Quý - Văn phòng Ban", ["Hoàng Quý"]),
        ("Hoàng Quý - CTV", ["Hoàng Quý"]),
        ("Hoàng Quý - Mai Lan (CTV Bến Giang)", ["Hoàng Quý", "Mai Lan"]),
        ("Hoàng Quý - Nhóm PV", ["Hoàng Quý", "Nhóm PV"]),
        ("Phòng Quản lý đầu tư", ["Phòng Quản lý đầu tư"]),
        ("Phòng Văn hóa - Xã hội Bến Giang", ["Phòng Văn hóa - Xã hội Bến Giang"]),
        ("CTV Vũ Mạnh Tuấn", ["Vũ Mạnh Tuấn"]),
        ("PV Ngọc Lan - CTV Tuấn Kiệt", ["Ngọc Lan", "Tuấn Kiệt"]),
        ("Phùng Phương (Tổng hợp)", ["Phùng Phương"]),
        ("Theo Hoàng Quý", []),
        ("Ban hành", []),
        ("Mai Lan | lan@bao.example", ["Mai Lan"]),
        ("CÁC TIN ĐÃ ĐƯA NGÀY", []),
        ("Admin", []),
        ("Mai Lan (t/h)", ["Mai Lan"]),
        ("Mai Lan (Trung tâm Văn hóa - Thể thao Bến Giang)", ["Mai Lan"]),
        ("Mai Lan (CTV) - Đức Hòa (lược ghi)", ["Mai Lan", "Đức Hòa"]),
        ("Mai Lan (Bến Giang)", []),
        ("PHÓ TRƯỞNG BAN", []),
        ("TL. GIÁM ĐỐC", []),
        ("TM. ỦY BAN NHÂN DÂN", []),
        ("Lê Quang Trưởng", ["Lê Quang Trưởng"]),
    ],
)
def test_people(line, names):
    assert people(line) == tuple(names)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Trần Trang, Mai Lan", ["Trần Trang", "Mai Lan"]),
        ("Báo Bến Giang", []),
        ("XÃ BẾN GIANG", []),
        ("THƯ MỜI", []),
        ("Công Văn", []),
        ("Thứ Hai", []),
        ("HTGS", []),
        ("Phòng Quản lý đầu tư", []),
    ],
)
def test_persons(line, names):
    assert persons(line) == tuple(names)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Cục Đầu tư nước ngoài", ("Cục Đầu tư nước ngoài",)),
        ("Phòng Tổng hợp", ("Phòng Tổng hợp",)),
        ("Hội Làm vườn xã", ("Hội Làm vườn xã",)),
        ("Đại diện Ban tại Bến Giang", ("Đại diện Ban tại Bến Giang",)),
        ("Văn phòng HĐND - UBND", ("Văn phòng HĐND - UBND",)),
        ("Văn phòng HĐND - UBND xã Bến Giang", ("Văn phòng HĐND - UBND xã Bến Giang",)),
        ("Hội nghị bế mạc chiều nay", ()),
        ("Đại diện các hộ nuôi hàu", ()),
    ],
)
def test_offices_that_sign(line, names):
    assert people(line) == names


def test_a_region_s_bureau_and_a_station_are_sources():
    assert read_line("Vũ Miền/VOV-Đông Bắc") == Credit("VOV-Đông Bắc", ("Vũ Miền",))
    assert read_line("Thu Hà - Đài TT-TH Vân Đồn") == Credit("Đài TT-TH Vân Đồn", ("Thu Hà",))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Phòng Văn hóa - Hữu Việt", ("Hữu Việt",)),
        ("Phòng Kinh tế - Phòng Văn hóa", ("Phòng Kinh tế", "Phòng Văn hóa")),
    ],
)
def test_an_office_before_a_person_or_another_office(line, names):
    assert people(line) == names
