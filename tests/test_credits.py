"""Credit lines and bylines as portals and papers write them."""

import pytest

from kkt_crawler.pages.credits import Credit, people, read_line


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
    ],
)
def test_credit_line(line, source, authors):
    assert read_line(line) == Credit(source, tuple(authors))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Hoàng Quý - Văn phòng Ban", ["Hoàng Quý", "Văn phòng Ban"]),
        ("Phòng Quản lý đầu tư", ["Phòng Quản lý đầu tư"]),
        ("CTV Vũ Mạnh Tuấn", ["Vũ Mạnh Tuấn"]),
        ("Phùng Phương (Tổng hợp)", ["Phùng Phương"]),
        ("Theo Hoàng Quý", []),
        ("Ban hành", []),
    ],
)
def test_people(line, names):
    assert people(line) == tuple(names)
