"""What a printed quote of two pages and 30 lines costs beside bare reportlab laying out the same goods.

    python -m benchmarks.pdf_cases [REPEATS]

`bare` is the limit: a template, a logo, paragraphs and a LongTable of six columns, nothing of this program, fonts
parsed once. `bare_all` is the same way of working for everything our quote shows: its columns, group headings, sums by
rate of VAT, payment code, terms and signatures. `reparsed` is `bare` that parses its fonts for each document. The cases
run in turn in one process; medians of CPU time are printed.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal as D
from functools import cache
from io import BytesIO
from itertools import count
from typing import Any, NamedTuple

from PIL import Image, ImageDraw
from reportlab.graphics.barcode.qr import QrCode
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Image as Picture
from reportlab.platypus import KeepTogether, LongTable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from desktop_crm.models.company import Company, CompanyBankAccount, Signer
from desktop_crm.models.quote import Quote, QuoteGroup, QuoteLine
from desktop_crm.models.user import User
from desktop_crm.printing import fonts
from desktop_crm.printing.quote import render_quote

TERMS = (
    "Giá: đơn giá chưa bao gồm thuế GTGT; tổng thanh toán đã bao gồm thuế GTGT.",
    "Hiệu lực: báo giá có giá trị đến hết ngày 15/12/2026.",
    "Giao hàng: trong 45 ngày kể từ ngày đặt cọc.",
    "Thanh toán: 50% khi ký hợp đồng, 50% khi nghiệm thu.",
    "Bảo hành: 12 tháng theo tiêu chuẩn nhà sản xuất.",
)
_HEADINGS = ("STT", "Mã", "Tên hàng, quy cách", "ĐVT", "SL", "Đơn giá", "CK", "Thành tiền", "Thuế suất")
_WIDTHS = (9, 17, 63, 12, 9, 22, 11, 26, 13)
_FONT = ("FONT", (0, 0), (-1, -1), fonts.SANS, 9, 11.5)
_NUMBERS = count(1)
_WEIGHTS = (fonts.SANS, fonts.SANS_STRONG, fonts.SANS_ITALIC)


@cache
def logo() -> bytes:
    """A small picture, so that no case spends its time on decoding it."""
    picture = Image.new("RGB", (300, 100), "white")
    ImageDraw.Draw(picture).ellipse((20, 10, 100, 90), fill=(31, 74, 168))
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


@cache
def company() -> Company:
    return Company(
        name="Công ty Cổ phần Thiết bị Công nghiệp Đại Phú",
        tax_code="0314409058",
        address="Số 128 Nguyễn Thị Minh Khai, Phường Xuân Hòa, TP. Hồ Chí Minh",
        phone="+842838221234",
        email="kinhdoanh@daiphu.vn",
        city="TP. Hồ Chí Minh",
        logo=logo(),
        bank_accounts=[CompanyBankAccount(position=0, account_number="0071001234567", bank="VCB", bank_bin="970436")],
        signers=[Signer(position=0, name="Nguyễn Hữu Đại", job_title="Giám đốc")],
    )


def _line(number: int, group: QuoteGroup) -> QuoteLine:
    code, percent = (("VAT10", D(10)), ("VAT8", D(8)), ("KCT", None), ("VAT5", D(5)))[number % 4]
    return QuoteLine(
        position=number,
        code=f"CNC-{number:03}",
        name=f"Máy chủ lưu trữ dữ liệu, gói {number}{', bảo hành tận nơi trong 36 tháng' if number % 2 else ''}",
        unit=("Máy", "Bộ", "Cái", "Gói")[number % 4],
        quantity=D(1 + number % 4),
        unit_price=D(18600000 + number * 1234567),
        discount_percent=D((0, 5, 0, 0, 10)[number % 5]),
        tax_code=code,
        tax_percent=percent,
        group=group,
    )


@cache
def quote() -> Quote:
    titles = ("Thiết bị gia công", "Lắp đặt và đào tạo", "Phần mềm và bảo trì")
    groups = [QuoteGroup(title=title, position=place) for place, title in enumerate(titles)]
    return Quote(
        groups=groups,
        lines=[_line(number, groups[number // 10]) for number in range(30)],
        number="BG-2026-0418",
        status="sent",
        quote_date=date(2026, 11, 20),
        valid_until=date(2026, 12, 15),
        subject="Nâng cấp xưởng tiện giai đoạn 2",
        buyer_name="Công ty CP Cơ khí Tân Thịnh Phát",
        buyer_address="Lô B4, KCN Tân Ổn, TP. Hồ Chí Minh",
        buyer_tax_code="0100233488",
        recipient="Trần Thị Thu Hằng",
        payment_terms="50% khi ký hợp đồng, 50% khi nghiệm thu.",
        delivery_terms="trong 45 ngày kể từ ngày đặt cọc.",
        warranty_terms="12 tháng theo tiêu chuẩn nhà sản xuất.",
        discount_percent=D(2),
        shipping=D(3500000),
        shipping_tax_code="VAT8",
        shipping_tax_percent=D(8),
    )


def ours() -> bytes:
    """The quote as the program prints it, from models in memory."""
    one, lines = quote(), _lines()
    one.number = f"BG-2026-{lines[0].price % 10_000:04}"
    for line, other in zip(one.lines, lines, strict=True):
        line.unit_price = D(other.price)
    return render_quote(one, company(), prepared_by=User(name="huong", full_name="Lê Thị Thu Hương"))


class _Plain(NamedTuple):
    """A line as the bare cases take it: nothing of models, decimals or totals is in their time."""

    number: int
    name: str
    unit: str
    quantity: int
    price: int


def _lines() -> list[_Plain]:
    """The goods at other prices each time, so that nothing can be kept from the document before."""
    more, lines = next(_NUMBERS), quote().lines
    return [
        _Plain(n, one.name, one.unit, 1 + n % 4, 18_600_000 + n * 1_234_567 + more) for n, one in enumerate(lines, 1)
    ]


def bare() -> bytes:
    """The limit."""
    body, lines = _style(), _lines()
    rows: list[list[Any]] = [["STT", "Tên hàng, quy cách", "ĐVT", "SL", "Đơn giá", "Thành tiền"]]
    for n, name, unit, quantity, price in lines:
        rows.append([str(n), Paragraph(name, body), unit, str(quantity), _vnd(price), _vnd(quantity * price)])
    rows.append(["", "Tổng thanh toán", "", "", "", _vnd(sum(line.quantity * line.price for line in lines))])
    table = LongTable(rows, colWidths=[w * mm for w in (10, 88, 14, 10, 28, 32)], repeatRows=1)
    table.setStyle(TableStyle([*_grid(), ("FONT", (0, -1), (-1, -1), fonts.SANS_STRONG, 9, 11.5)]))
    return _printed([*_head(), Spacer(1, 6), table, Spacer(1, 6), Paragraph(" ".join(TERMS), body)])


def _vnd(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def reparsed() -> bytes:
    """`bare` that reads its fonts anew, as a program does that registers them where it prints."""
    _register()
    return bare()


def bare_all() -> bytes:
    """Bare platypus with all that our quote shows: the limit of the same text."""
    body, strong, lines = _style(), _style(strong=True), _lines()
    rows: list[list[Any]] = [[Paragraph(text, _style(strong=True, align=1)) for text in _HEADINGS]]
    bands = []
    for n, name, unit, quantity, price in lines:
        if n % 10 == 1:
            bands.append(("SPAN", (0, len(rows)), (6, len(rows))))
            rows.append([Paragraph("A. Thiết bị gia công", strong), *[""] * 6, _vnd(price * 10), ""])
        numbers = str(quantity), _vnd(price), "5%", _vnd(quantity * price), "10%"
        rows.append([str(n), f"CNC-{n:03}", Paragraph(name, body), unit, *numbers])
    table = LongTable(rows, colWidths=[w * mm for w in _WIDTHS], repeatRows=1)
    table.setStyle(TableStyle([*_grid(), *bands]))
    total = sum(line.quantity * line.price for line in lines)
    return _printed([*_head(), _facts(), Spacer(1, 6), table, *_sums(total), KeepTogether([*_terms(), _signatures()])])


def _facts() -> Any:
    """The document's dates, as a block of labels and texts."""
    facts = (("Ngày lập:", "20/11/2026"), ("Hiệu lực đến:", "15/12/2026"), ("Tiền tệ:", "VND"), ("Người lập:", "Hương"))
    return Table([list(pair) for pair in facts], style=[_FONT], hAlign="RIGHT")


def _sums(total: int) -> list[Any]:
    """Where to pay with its code, the sums beside it, the total in words below."""
    labels = (
        "Cộng tiền hàng",
        "Chiết khấu theo mặt hàng",
        "Chiết khấu chung (2%)",
        "Phí vận chuyển",
        "Cộng trước thuế",
    )
    taxes = (*(f"Thuế GTGT {rate}% trên {_vnd(total * rate)}" for rate in (10, 8, 5)), "Không chịu thuế: 134.581.928")
    pairs = [[label, _vnd(total + n)] for n, label in enumerate((*labels, *taxes, "Cộng thuế GTGT", "Tổng thanh toán"))]
    sums = Table(pairs, colWidths=[64 * mm, 44 * mm], style=[_FONT, ("ALIGN", (1, 0), (1, -1), "RIGHT")])
    account = "<b>Số tài khoản:</b> 0071001234567<br/>VCB<br/>Công ty Cổ phần Thiết bị Công nghiệp Đại Phú"
    code = f"00020101021238570010A00000072701270006970436011300710012345670208QRIBFTTA5303704540{total}5802VN6304BBB8"
    paid = [Paragraph("Thông tin thanh toán", _style(strong=True)), Paragraph(account, _style())]
    scan = Table([[QrCode(code, width=30 * mm, height=30 * mm), Paragraph("Quét mã để thanh toán", _style())]])
    words = Paragraph("<b>Bằng chữ:</b> <i>Một tỷ không trăm linh năm triệu đồng.</i>", _style())
    return [KeepTogether([Table([[[*paid, scan], sums]], colWidths=[74 * mm, 108 * mm]), words])]


def _terms() -> list[Any]:
    return [Paragraph(f"<b>{text.partition(':')[0]}:</b>{text.partition(':')[2]}", _style()) for text in TERMS]


def _signatures() -> Any:
    roles = ("Xác nhận của khách hàng", "Người lập", "Giám đốc")
    hints = ("(ký, ghi rõ họ tên, đóng dấu)", "(ký, ghi rõ họ tên)", "(ký, ghi rõ họ tên, đóng dấu)")
    rows = [roles, hints, ["", "", ""], ["", "Lê Thị Thu Hương", "Nguyễn Hữu Đại"]]
    style = [("FONT", (0, 0), (-1, -1), fonts.SANS_STRONG, 9, 11.5), ("ALIGN", (0, 0), (-1, -1), "CENTER")]
    return Table(rows, rowHeights=[None, None, 23 * mm, None], style=style)


def _head() -> list[Any]:
    """Logo, title and the customer."""
    one, body = quote(), _style()
    customer = (one.buyer_name, one.buyer_address, f"Mã số thuế: {one.buyer_tax_code}", f"Người nhận: {one.recipient}")
    title = Paragraph("BÁO GIÁ", _style(16, strong=True, align=1))
    return [Picture(BytesIO(logo()), 45 * mm, 15 * mm, hAlign="LEFT"), title, *(Paragraph(t, body) for t in customer)]


def _grid() -> list[tuple[Any, ...]]:
    return [
        _FONT,
        ("FONT", (0, 0), (-1, 0), fonts.SANS_STRONG, 9, 11.5),
        ("GRID", (0, 0), (-1, -1), 0.25, colors.grey),
        ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
        ("ALIGN", (3, 1), (-1, -1), "RIGHT"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]


@cache
def _style(size: float = 9, *, strong: bool = False, align: int = 0) -> ParagraphStyle:
    fonts.load(fonts.SANS)
    font = fonts.SANS_STRONG if strong else fonts.SANS
    return ParagraphStyle("bare", fontName=font, fontSize=size, leading=size * 1.28, alignment=align)


def _printed(story: list[Any]) -> bytes:
    target = BytesIO()
    edge = 14 * mm
    template = SimpleDocTemplate(
        target, pagesize=A4, leftMargin=edge, rightMargin=edge, topMargin=edge, bottomMargin=edge
    )
    template.build(story, onFirstPage=_numbered, onLaterPages=_numbered)
    return target.getvalue()


def _numbered(canvas: Any, template: Any) -> None:
    canvas.setFont(fonts.SANS, 8)
    canvas.drawRightString(A4[0] - 14 * mm, 8 * mm, f"Trang {template.page}")


def _register() -> None:
    for name in _WEIGHTS:
        pdfmetrics.registerFont(TTFont(name, fonts.file(name), asciiReadable=False))
    strong = fonts.SANS_STRONG
    pdfmetrics.registerFontFamily(fonts.SANS, normal=fonts.SANS, bold=strong, italic=_WEIGHTS[2], boldItalic=strong)


CASES: tuple[Callable[[], bytes], ...] = (bare, bare_all, reparsed, ours)


def main(repeats: int = 15) -> None:
    """All cases in turn, then their medians, ratios, pages and sizes."""
    made = {case.__name__: case() for case in CASES}
    spent: dict[str, list[float]] = {name: [] for name in made}
    for _ in range(repeats):
        for case in CASES:
            started = time.process_time()
            case()
            spent[case.__name__].append(time.process_time() - started)
    medians = {name: statistics.median(times) for name, times in spent.items()}
    for name, pdf in made.items():
        ratios = "  ".join(f"{medians[name] / medians[limit]:5.2f} x {limit}" for limit in ("bare", "bare_all"))
        pages = pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page ")
        print(f"{name:9} {medians[name] * 1000:7.1f} ms CPU  {ratios}  {pages} pages  {len(pdf) / 1000:5.1f} kB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
