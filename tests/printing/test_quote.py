"""Printed quotes: what an accountant reads from them, and that nothing is lost however odd the input."""

from __future__ import annotations

import shutil
import subprocess
from decimal import Decimal as D
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from desktop_crm.models.company import Company
from desktop_crm.models.contact import Contact
from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.numbers import format_money
from desktop_crm.models.quote import Quote, QuoteGroup
from desktop_crm.models.words import amount_in_words
from desktop_crm.printing.quote import render_quote
from tests.printing import samples
from tests.printing.samples import pages, text

HEADINGS = ("STT", "Mã", "Tên hàng, quy cách", "ĐVT", "SL", "Đơn giá (VND)", "CK", "Thành tiền (VND)", "Thuế suất")


@pytest.fixture(scope="module")
def printed() -> bytes:
    return render_quote(samples.quote(), samples.company(), prepared_by=samples.user())


def test_thirty_lines_fill_two_pages_with_the_heading_on_both(printed: bytes) -> None:
    first, second = pages(printed)
    for page in (first, second):
        assert " ".join(HEADINGS) in page
    assert "Trang 1/2" in first
    assert "Trang 2/2" in second
    assert first.count("BG-2026-0418") == 2  # under the title and in the footer
    assert "BG-2026-0418" in second


def test_every_line_stands_there_with_its_marks(printed: bytes) -> None:
    whole = text(printed)
    for number, line in enumerate(samples.quote().lines, 1):
        assert f"{number} {line.code} {line.name}" in whole
    assert "Ổ cắm điện Ỗ Ẵ Ự chống nước" in whole


def test_customer_head_and_terms(printed: bytes) -> None:
    first, second = pages(printed)
    for words in (
        "Công ty Cổ phần Thiết bị Công nghiệp Đại Phú",
        "MST: 0314409058 · Điện thoại: 028 3822 1234",
        "BÁO GIÁ Số: BG-2026-0418 V/v: Nâng cấp xưởng tiện giai đoạn 2",
        "Kính gửi: Công ty CP Cơ khí Tân Thịnh Phát",
        "Bà Trần Thị Thu Hằng – Trưởng phòng Mua hàng",
        "Lô B4, KCN Tân Ổn, TP. Hồ Chí Minh",
        "0100233488",
        "0912 345 678",
        "20/11/2026",
        "trân trọng cảm ơn Quý khách",
    ):
        assert words in first
    for words in (
        "Giá: đơn giá chưa bao gồm thuế GTGT; tổng thanh toán đã bao gồm thuế GTGT.",
        "Hiệu lực: báo giá có giá trị đến hết ngày 15/12/2026.",
        "Giao hàng: trong 45 ngày",
        "Thanh toán: 50% khi ký",
        "Bảo hành: 12 tháng",
        "Số tài khoản: 0071001234567",
        "Nội dung chuyển khoản: BG-2026-0418",
        "TP. Hồ Chí Minh, ngày 20 tháng 11 năm 2026",
        "Xác nhận của khách hàng Người lập Giám đốc",
        "Lê Thị Thu Hương Nguyễn Hữu Đại",
    ):
        assert words in second


def test_sums_are_those_of_the_models(printed: bytes) -> None:
    quote, last = samples.quote(), pages(printed)[-1]
    totals = totals_of(quote)
    shown = {
        "Cộng tiền hàng": totals.subtotal,
        "Phí vận chuyển": totals.shipping,
        "Cộng trước thuế": totals.net,
        "Cộng thuế GTGT": totals.tax_total,
        "Tổng thanh toán": totals.grand_total,
    }
    for label, amount in shown.items():
        assert f"{label} {format_money(amount)}" in last
    assert f"Chiết khấu theo mặt hàng −{format_money(totals.line_discount_total)}" in last
    assert f"Chiết khấu chung (2%) −{format_money(totals.document_discount)}" in last
    assert "Điều chỉnh −320" in last
    assert f"Bằng chữ: {amount_in_words(totals.grand_total)}." in last


def test_vat_stands_by_rate_with_its_base(printed: bytes) -> None:
    last = pages(printed)[-1]
    taxes = totals_of(samples.quote()).taxes
    assert [tax.percent for tax in taxes] == [D(10), D(8), D(5), None]
    for tax in taxes[:3]:
        assert f"Thuế GTGT {tax.percent}% trên {format_money(tax.base)} {format_money(tax.tax)}" in last
    assert f"Không chịu thuế GTGT: {format_money(taxes[3].base)} –" in last


def test_group_headings_carry_their_sums(printed: bytes) -> None:
    quote, whole = samples.quote(), text(printed)
    for letter, group in zip("ABC", totals_of(quote).groups, strict=True):
        assert f"{letter}. {group.key.title} {format_money(group.subtotal)}" in whole  # type: ignore[attr-defined]


def test_a_group_that_numbers_itself_gets_no_second_number() -> None:
    quote = samples.quote(3)
    quote.groups[0].title = "I. Phần cứng"
    quote.groups[1].title = "Áo khoác"
    whole = text(render_quote(quote, samples.company()))
    assert "A. I." not in whole
    assert "B. Áo khoác" in whole


def test_metadata_fonts_and_size(printed: bytes) -> None:
    reader = PdfReader(BytesIO(printed))
    assert reader.metadata is not None
    assert reader.metadata.title == "BÁO GIÁ BG-2026-0418"
    assert reader.metadata.author == "Công ty Cổ phần Thiết bị Công nghiệp Đại Phú"
    assert reader.root_object["/Lang"] == "vi"
    fonts = [f.get_object() for page in reader.pages for f in page["/Resources"]["/Font"].values()]  # type: ignore[index, union-attr]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
    assert len(printed) <= 60_000


def test_the_same_input_gives_the_same_bytes(printed: bytes) -> None:
    assert render_quote(samples.quote(), samples.company(), prepared_by=samples.user()) == printed


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_other_readers_find_the_marks_too(printed: bytes) -> None:
    found = subprocess.run(["pdftotext", "-", "-"], input=printed, capture_output=True, check=True).stdout.decode()
    for words in ("Ỗ Ẵ Ự", "BÁO GIÁ", "Tổng thanh toán", "Kính gửi", "Đơn giá", "Thuế GTGT"):
        assert words in found


@pytest.mark.parametrize(("lines", "count"), [(0, 1), (1, 1), (30, 2), (60, 3)])
def test_any_number_of_lines(lines: int, count: int) -> None:
    printed = pages(render_quote(samples.quote(lines), samples.company()))
    assert len(printed) == count
    assert ("Chưa có hàng hóa, dịch vụ." in printed[0]) == (lines == 0)
    assert all(f"CNC-{number:03}" in " ".join(printed) for number in range(lines))
    assert "Tổng thanh toán" in printed[-1]
    assert "Xác nhận của khách hàng" in printed[-1]


def test_columns_nobody_filled_are_left_out() -> None:
    quote = samples.quote(2)
    for line in quote.lines:
        line.code, line.discount_percent = "", D(0)
    assert "STT Tên hàng, quy cách ĐVT SL Đơn giá (VND) Thành tiền (VND)" in text(
        render_quote(quote, samples.company())
    )


def test_a_tax_free_and_an_untaxed_quote_say_so() -> None:
    free, bare = samples.quote(1, shipping=D(0)), samples.quote(1, shipping=D(0))
    free.lines[0].tax_code, free.lines[0].tax_percent = "KCT", None
    bare.lines[0].tax_code, bare.lines[0].tax_percent = "", None
    shown = text(render_quote(free, samples.company()))
    assert "KCT" in shown
    assert "hàng hóa, dịch vụ không chịu thuế GTGT." in shown
    assert "giá chưa bao gồm thuế GTGT." in text(render_quote(bare, samples.company()))


def test_dollars_have_cents_english_words_and_no_payment_code() -> None:
    dollars = {"currency": "USD", "exchange_rate": D("25410.5"), "shipping": D("12.5"), "adjustment": D("-0.32")}
    quote = samples.quote(2, **dollars)
    quote.lines[0].unit_price = D("33.335")
    total = totals_of(quote).grand_total
    shown = text(render_quote(quote, samples.company(), "en"))
    assert "QUOTATION" in shown
    assert "Dai Phu Industrial Equipment JSC" in shown
    assert "Unit price (USD)" in shown
    assert "33.335" in shown
    assert f"Grand total ${format_money(total, 'USD', 'en')}" in shown
    assert f"In words: {amount_in_words(total, 'USD', 'en')}." in shown
    assert "at the rate of 25,410.5" in shown
    assert "Account number: 0071001234567" in shown
    assert "VietQR" not in shown


def test_the_house_chooses_its_words_for_numbers() -> None:
    quote = samples.quote(1, discount_percent=D(0), shipping=D(0), adjustment=D(0))
    line = quote.lines[0]
    line.quantity, line.unit_price, line.tax_code, line.tax_percent = D(1), D(105000), "KCT", None
    shown = text(render_quote(quote, samples.company(wording={"zero_ten": "lẻ", "thousand": "ngàn"})))
    assert "Một trăm lẻ năm ngàn đồng." in shown


def test_a_person_without_an_organization() -> None:
    person = Contact(salutation="mr", family_name="Nguyễn Văn", given_name="An")
    quote = samples.quote(1, buyer_name="", recipient="", recipient_title="", buyer_tax_code="", contact=person)
    shown = text(render_quote(quote, samples.company()))
    assert "Kính gửi: Ông Nguyễn Văn An" in shown
    assert "Người nhận" not in shown


def test_nothing_known_is_still_a_page() -> None:
    shown = text(render_quote(Quote(), Company()))
    assert "BÁO GIÁ" in shown
    assert "Bằng chữ: Không đồng." in shown


@pytest.mark.parametrize("logo", [b"", b"no picture", b"\x89PNG\r\n\x1a\nbroken"])
def test_a_logo_that_is_missing_or_broken_is_left_out(logo: bytes) -> None:
    printed = render_quote(samples.quote(1), samples.company(logo=logo))
    assert not PdfReader(BytesIO(printed)).pages[0].images


def test_a_large_photograph_as_logo_does_not_swell_the_file() -> None:
    from PIL import Image

    target = BytesIO()
    Image.effect_noise((2400, 1200), 90).convert("RGB").save(target, "JPEG")
    assert len(render_quote(samples.quote(1), samples.company(logo=target.getvalue()))) < 400_000


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("draft", "BẢN NHÁP"),
        ("pending_approval", "CHƯA DUYỆT"),
        ("superseded", "ĐÃ BỊ THAY THẾ"),
        ("expired", "HẾT HIỆU LỰC"),
        ("refused", "BỊ TỪ CHỐI"),
    ],
)
def test_what_is_no_offer_says_so_across_its_pages(status: str, word: str) -> None:
    assert all(word in page for page in pages(render_quote(samples.quote(status=status), samples.company())))


def test_a_draft_can_be_asked_for() -> None:
    assert "BẢN NHÁP" in text(render_quote(samples.quote(1), samples.company(), draft=True))
    assert "BẢN NHÁP" not in text(render_quote(samples.quote(1), samples.company()))


LONG = {
    "words": "mô tả rất dài Ỗ " * 200,
    "one word": "Ỗ" * 3000,
    "lines": "dòng Ỗ chi tiết\n" * 200,
}


@pytest.mark.parametrize("words", LONG.values(), ids=LONG.keys())
@pytest.mark.parametrize("field", ["name", "detail", "code", "unit"])
def test_absurd_texts_are_printed_whole(field: str, words: str) -> None:
    quote = samples.quote(4)
    setattr(quote.lines[1], field, words)
    printed = pages(render_quote(quote, samples.company()))
    assert " ".join(printed).count("Ỗ") == words.count("Ỗ")
    assert all("Thành tiền" in page for page in printed[:-2])  # the heading goes along
    assert "Tổng thanh toán" in " ".join(printed[-2:])


@pytest.mark.parametrize("field", ["buyer_name", "buyer_address", "subject", "introduction", "terms", "payment_terms"])
def test_absurd_heads_and_terms_are_printed(field: str) -> None:
    long: dict[str, Any] = {field: "Ỗ Ẵ Ự dài & <b> " * (25 if field.startswith("buyer") else 400)}
    shown = text(render_quote(samples.quote(3, **long), samples.company()))
    assert shown.count("& <b>") >= 24
    assert "Xác nhận của khách hàng" in shown


def test_an_absurd_group_and_astronomic_prices() -> None:
    quote = samples.quote(3)
    quote.groups[0].title = "Nhóm có tên rất dài " * 30
    quote.lines[0].unit_price, quote.lines[0].quantity = D("99999999999999.9999"), D("12345.6789")
    shown = text(render_quote(quote, samples.company()))
    assert f"Tổng thanh toán {format_money(totals_of(quote).grand_total)}" in shown
    assert "99.999.999.999.999,9999" in shown
    assert "12.345,6789" in shown


def test_texts_are_never_read_as_markup() -> None:
    quote = samples.quote(1, subject='<font color="red">A & B</font>', terms="a < b\n</para>")
    quote.lines[0].name = "Ống <phi> 20 & 30 &amp; <br/>"
    shown = text(render_quote(quote, samples.company()))
    assert 'V/v: <font color="red">A & B</font>' in shown
    assert "Ống <phi> 20 & 30 &amp; <br/>" in shown
    assert "</para>" in shown


def test_decomposed_letters_are_composed() -> None:
    quote = samples.quote(1, buyer_name="Co\u031bm Tâ\u0301m")
    assert "Cơm Tấm" in text(render_quote(quote, samples.company()))


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="language"):
        render_quote(samples.quote(1), samples.company(), "fr")


def test_a_group_without_lines_is_not_printed() -> None:
    quote = samples.quote(3)
    quote.groups.append(QuoteGroup(title="Nhóm trống", position=9))
    assert "Nhóm trống" not in text(render_quote(quote, samples.company()))
