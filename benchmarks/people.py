"""Made-up Vietnamese people and companies, as often as such names are met. No person or number in it is real."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from desktop_crm.models.provinces import PROVINCES
from desktop_crm.models.text import fold

_FAMILIES = {
    "Nguyễn": 38.4, "Trần": 11, "Lê": 9.5, "Phạm": 7.1, "Phan": 4.5, "Huỳnh": 3, "Hoàng": 2.6, "Vũ": 2, "Võ": 2,
    "Đặng": 2.1, "Bùi": 2, "Đỗ": 1.4, "Hồ": 1.3, "Ngô": 1.3, "Dương": 1, "Đinh": 0.9, "Đoàn": 0.7, "Trương": 1.5,
    "Trịnh": 0.6, "Lâm": 0.6, "Lý": 0.5, "Mai": 0.5, "Đào": 0.5, "Cao": 0.5, "Hà": 0.4, "Lương": 0.4, "Tạ": 0.3,
    "Tô": 0.2, "Châu": 0.2, "Lưu": 0.3, "Thái": 0.2, "Kiều": 0.12, "Quách": 0.12, "Nghiêm": 0.08, "Khổng": 0.03,
    "Ông": 0.02, "Giáp": 0.02,
}  # fmt: skip
_MEN_MIDDLE = {
    "Văn": 34, "Đức": 8, "Hữu": 6, "Minh": 6, "Quốc": 5, "Đình": 5, "Công": 4, "Ngọc": 4, "Thanh": 4, "Xuân": 4,
    "Quang": 4, "Hoàng": 3, "Anh": 3, "Trọng": 2, "Thành": 2, "Gia": 2, "Bá": 1.5, "Viết": 1, "Thế": 1, "Duy": 2,
}  # fmt: skip
_WOMEN_MIDDLE = {
    "Thị": 33, "Thị Thu": 6, "Thị Ngọc": 6, "Thị Thanh": 5, "Thị Kim": 4, "Thị Hồng": 4, "Thị Mỹ": 3, "Ngọc": 6,
    "Thu": 4, "Thanh": 4, "Phương": 4, "Kim": 3, "Minh": 3, "Hồng": 2, "Bích": 2, "Thùy": 3, "Mỹ": 2, "Diệu": 1,
    "Khánh": 2, "Như": 2, "Quỳnh": 2,
}  # fmt: skip
_MEN = (
    "Hùng Dũng Tuấn Minh Nam Hải Long Thắng Tùng Hiếu Sơn Huy Hoàng Đức Cường Trung Anh Quang Thành Kiên Phong Tiến "
    "Tâm Phúc Khoa Duy Bình Đạt Toàn Vinh Việt Lâm Nhân Phát Tài An Khánh Hòa Nghĩa Thịnh Quân Mạnh Hưng Bảo Lộc Tú "
    "Giang Thiện Chung Đông Dương Khang Khải Trí Vũ Xuân Thái Định Ân Ẩn Vượng"
).split()
_WOMEN = (
    "Hương Lan Hoa Linh Trang Thảo Hà Thu Hằng Hạnh Nga Mai Ngọc Anh Phương Hiền Huyền Dung Loan Thủy Yến Nhung Ngân "
    "Vân Oanh Liên Tuyết Chi My Hồng Quỳnh Trinh Nhi Uyên Thư Châu Diễm Bích Thúy Tâm Trâm Vy Giang Quyên Tiên Kiều "
    "Duyên An Xuân Ánh Khánh Như Ly Nguyệt Hân Ái Ân Đào Ý"
).split()
_MOBILES = "32 33 34 35 36 37 38 39 56 58 59 70 76 77 78 79 81 82 83 84 85 86 88 89 90 91 92 93 94 96 97 98 99".split()
_MAILS = {"gmail.com": 60, "yahoo.com.vn": 8, "outlook.com": 6, "hotmail.com": 4, "": 22}
_FORMS = {
    "Công ty TNHH": 46, "Công ty Cổ phần": 27, "Công ty TNHH MTV": 12, "Doanh nghiệp tư nhân": 5, "Hợp tác xã": 3,
    "Hộ kinh doanh": 6, "Tập đoàn": 1,
}  # fmt: skip
_TRADES = (
    "Thương mại|Dịch vụ|Thương mại Dịch vụ|Sản xuất Thương mại|Xây dựng|Vận tải|Công nghệ|Thực phẩm|Dược phẩm|May mặc|"
    "Nội thất|Cơ khí|Thủy sản|Du lịch|Điện máy|In ấn|Nông sản|Bao bì|Vật liệu xây dựng|Xuất nhập khẩu"
).split("|")
_FIRST = "An Bình Đại Đông Đức Gia Hải Hòa Hoàng Hồng Hưng Kim Minh Nam Ngọc Phú Phúc Quang Sao Tân Thái Thành".split()
_SECOND = "An Cường Dương Gia Hà Hưng Khang Lộc Long Mai Nguyên Phát Phong Sơn Tâm Thành Thịnh Tiến Tín Việt".split()
_STREETS = "Lê Lợi|Nguyễn Huệ|Trần Hưng Đạo|Lý Thường Kiệt|Hai Bà Trưng|Điện Biên Phủ|Quang Trung|Hùng Vương".split("|")


class Person(NamedTuple):
    """A person's name in the parts that are stored."""

    salutation: str
    family: str
    given: str


class Weighted:
    """Draws one of some words, each as often as its weight says."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.words = list(weights)
        self.sums = list(accumulate(weights.values()))

    def draw(self, chance: random.Random) -> str:
        """One word."""
        return chance.choices(self.words, cum_weights=self.sums)[0]


def falling(words: Sequence[str]) -> Weighted:
    """Words of which the first is met most often."""
    return Weighted({word: 1 / (place + 6) for place, word in enumerate(words)})


_FAMILY, _MAN, _WOMAN = Weighted(_FAMILIES), falling(_MEN), falling(_WOMEN)
_MAN_MIDDLE, _WOMAN_MIDDLE = Weighted(_MEN_MIDDLE), Weighted(_WOMEN_MIDDLE)
_MAIL, _FORM, _MOBILE = Weighted(_MAILS), Weighted(_FORMS), Weighted(dict.fromkeys(_MOBILES, 1))
_PROVINCE = falling(["TP. Hồ Chí Minh", "Hà Nội", *sorted({p.name for p in PROVINCES} - {"TP. Hồ Chí Minh", "Hà Nội"})])


def person(chance: random.Random) -> Person:
    """A man or a woman, one as often as the other."""
    if chance.random() < 0.5:
        return Person("Ông", f"{_FAMILY.draw(chance)} {_MAN_MIDDLE.draw(chance)}", _MAN.draw(chance))
    return Person("Bà", f"{_FAMILY.draw(chance)} {_WOMAN_MIDDLE.draw(chance)}", _WOMAN.draw(chance))


def company(chance: random.Random) -> tuple[str, str]:
    """The full name of a company and its trade name."""
    core = f"{_one(chance, _FIRST)} {_one(chance, _SECOND)}"
    return f"{_FORM.draw(chance)} {_one(chance, _TRADES)} {core}", core


def mobile(chance: random.Random) -> str:
    """A mobile number as it is stored."""
    return f"+84{_MOBILE.draw(chance)}{int(chance.random() * 10_000_000):07}"


def email(chance: random.Random, who: Person, domain: str) -> str:
    """A private address, or one at the company's domain."""
    family, _, middle = fold(who.family).partition(" ")
    host = _MAIL.draw(chance) or domain
    return f"{fold(who.given)}{middle[:1]}.{family}{int(chance.random() * 10_000)}@{host}"


def address(chance: random.Random) -> tuple[str, str]:
    """Street and province."""
    return f"Số {int(chance.random() * 400) + 1} {_one(chance, _STREETS)}", _PROVINCE.draw(chance)


def tax_code(chance: random.Random) -> str:
    """Ten digits; the last one is no check digit."""
    return f"0{int(chance.random() * 10**9):09}"


def _one(chance: random.Random, choices: Sequence[Any]) -> Any:
    return choices[int(chance.random() * len(choices))]
