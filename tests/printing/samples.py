"""Documents to print: transient objects, no session."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw
from pypdf import PdfReader

from desktop_crm.models.company import Company, CompanyBankAccount, Signer
from desktop_crm.models.contact import Contact
from desktop_crm.models.contract import Contract, Installment
from desktop_crm.models.order import Delivery, DeliveryLine, OrderGroup, OrderLine, Payment, SalesOrder
from desktop_crm.models.quote import Quote, QuoteGroup, QuoteLine
from desktop_crm.models.user import User

NAMES = (
    "Máy tiện CNC băng nghiêng 400×750 mm",
    "Bộ dao tiện 12 vị trí, thép gió phủ TiN",
    "Mâm cặp thủy lực 8 inch kèm bộ chấu cứng, bộ chấu mềm, ống xi lanh và dầu thủy lực",
    "Vận chuyển, lắp đặt, căn chỉnh tại xưởng",
    "Phần mềm CAM bản tiêu chuẩn, giấy phép 1 năm",
    "Ổ cắm điện Ỗ Ẵ Ự chống nước",
)
RATES = (("VAT10", D(10)), ("VAT8", D(8)), ("KCT", None), ("VAT5", D(5)))
GROUPS = ("Thiết bị gia công", "Lắp đặt và đào tạo", "Phần mềm và bảo trì")


@cache
def logo() -> bytes:
    picture = Image.new("RGBA", (1600, 700), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((50, 50, 650, 650), fill=(31, 74, 168, 255))
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def company(**other: Any) -> Company:
    said: dict[str, Any] = {
        "name": "Công ty Cổ phần Thiết bị Công nghiệp Đại Phú",
        "english_name": "Dai Phu Industrial Equipment JSC",
        "tax_code": "0314409058",
        "address": "Số 128 Nguyễn Thị Minh Khai, Phường Xuân Hòa, TP. Hồ Chí Minh",
        "phone": "+842838221234",
        "email": "kinhdoanh@daiphu.vn",
        "city": "TP. Hồ Chí Minh",
        "logo": logo(),
        "bank_accounts": [
            CompanyBankAccount(
                position=0, account_number="0071001234567", bank="Vietcombank", bank_bin="970436", branch="CN Sài Gòn"
            ),
            CompanyBankAccount(position=1, account_number="19034567890123", bank="Techcombank"),
        ],
        "signers": [Signer(position=0, name="Nguyễn Hữu Đại", job_title="Giám đốc")],
    }
    return Company(**{**said, **other})


def user() -> User:
    return User(name="huong", full_name="Lê Thị Thu Hương")


def line(kind: type[Any], number: int, group: Any) -> Any:
    code, percent = RATES[number % 4]
    return kind(
        position=number,
        code=f"CNC-{number:03}",
        name=NAMES[number % len(NAMES)],
        detail="Xuất xứ: Nhật Bản; bảo hành 12 tháng" if number % 5 == 0 else "",
        unit=("Máy", "Bộ", "Cái", "Gói")[number % 4],
        quantity=D("2.5") if number % 7 == 0 else D(1 + number % 4),
        unit_price=D(18600000 + number * 1234567),
        discount_percent=D((0, 5, 0, 0, 10)[number % 5]),
        tax_code=code,
        tax_percent=percent,
        group=group,
    )


BUYER: dict[str, Any] = {
    "subject": "Nâng cấp xưởng tiện giai đoạn 2",
    "buyer_name": "Công ty CP Cơ khí Tân Thịnh Phát",
    "buyer_address": "Lô B4, KCN Tân Ổn, TP. Hồ Chí Minh",
    "buyer_tax_code": "0100233488",
    "recipient": "Trần Thị Thu Hằng",
    "recipient_title": "Trưởng phòng Mua hàng",
    "buyer_phone": "+84912345678",
    "payment_terms": "50% khi ký hợp đồng, 50% khi nghiệm thu.",
    "delivery_terms": "trong 45 ngày kể từ ngày đặt cọc.",
    "warranty_terms": "12 tháng theo tiêu chuẩn nhà sản xuất.",
}
MONEY: dict[str, Any] = {
    "discount_percent": D(2),
    "shipping": D(3500000),
    "shipping_tax_code": "VAT8",
    "shipping_tax_percent": D(8),
    "adjustment": D(-320),
}


def quote(lines: int = 30, **other: Any) -> Quote:
    groups = [QuoteGroup(title=title, position=place) for place, title in enumerate(GROUPS)] if lines > 2 else []
    said: dict[str, Any] = {
        **BUYER,
        **MONEY,
        "number": "BG-2026-0418",
        "status": "sent",
        "quote_date": date(2026, 11, 20),
        "valid_until": date(2026, 12, 15),
        "contact": Contact(salutation="mrs", family_name="Trần Thị Thu", given_name="Hằng"),
    }
    if not lines:
        said["shipping"] = said["adjustment"] = D(0)
    goods = [line(QuoteLine, n, groups[n * 3 // lines] if groups else None) for n in range(lines)]
    return Quote(groups=groups, lines=goods, **{**said, **other})


def order(**other: Any) -> SalesOrder:
    group = OrderGroup(title=GROUPS[0], position=0)
    lines = [line(OrderLine, number, group) for number in range(6)]
    said: dict[str, Any] = {
        **BUYER,
        **MONEY,
        "number": "DH-2026-0107",
        "status": "delivering",
        "order_date": date(2026, 11, 25),
        "delivery_date": date(2027, 1, 8),
        "delivery_address": "Xưởng 2, KCN Tân Ổn, TP. Hồ Chí Minh",
        "quote": quote(1),
        "payments": [
            Payment(paid_on=date(2026, 12, 1), amount=D(5000000), method="cash", reference="PT-0912"),
            Payment(paid_on=date(2026, 11, 26), amount=D(120000000), method="transfer", reference="FT26330123456"),
        ],
        "deliveries": [
            Delivery(delivered_on=date(2026, 12, 5), lines=[DeliveryLine(order_line=lines[0], quantity=D("1.5"))]),
        ],
    }
    return SalesOrder(groups=[group], lines=lines, **{**said, **other})


def contract(**other: Any) -> Contract:
    said: dict[str, Any] = {
        "subject": "Cung cấp và lắp đặt dây chuyền tiện CNC",
        "number": "HD-2026-0031",
        "contract_number": "31/2026/HĐMB-ĐP-TTP",
        "status": "in_force",
        "order": order(),
        "signed_on": date(2026, 11, 27),
        "signed_at": "TP. Hồ Chí Minh",
        "effective_on": date(2026, 11, 27),
        "expires_on": date(2027, 12, 31),
        "buyer_name": "Công ty Cổ phần Cơ khí Tân Thịnh Phát",
        "buyer_address": "Lô B4, KCN Tân Ổn, TP. Hồ Chí Minh",
        "buyer_phone": "+842838887777",
        "buyer_fax": "+842838887778",
        "buyer_email": "info@tanthinhphat.vn",
        "buyer_tax_code": "0100233488",
        "buyer_bank_account": "1234567890 tại BIDV",
        "buyer_representative": "Phạm Quốc Thịnh",
        "buyer_representative_title": "Tổng Giám đốc",
        "buyer_authorization": "số 05/UQ-TTP ngày 02/01/2026",
        "payment_terms": "theo tiến độ nêu dưới đây",
        "penalty_percent": D(8),
        "copies": 4,
        "installments": [
            Installment(position=0, description="Tạm ứng sau khi ký", percent=D(50), due_on=date(2026, 12, 4)),
            Installment(position=1, description="Sau khi nghiệm thu", percent=D(50)),
        ],
    }
    return Contract(**{**said, **other})


def pages(pdf: bytes) -> list[str]:
    """The text of each page, white space single."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def text(pdf: bytes) -> str:
    return " ".join(pages(pdf))
