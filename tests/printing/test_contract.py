"""Printed contracts: parties, articles, goods, schedule and signatures, in both languages."""

from __future__ import annotations

import re
from decimal import Decimal as D
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from desktop_crm.models.company import Company, Signer
from desktop_crm.models.contract import Contract, Installment
from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.numbers import format_money
from desktop_crm.models.organization import BankAccount, Organization
from desktop_crm.models.words import amount_in_words
from desktop_crm.printing.articles import articles, wording
from desktop_crm.printing.contract import render_contract
from tests.printing import samples
from tests.printing.samples import pages, text


@pytest.fixture(scope="module")
def printed() -> str:
    return text(render_contract(samples.contract(), samples.company()))


def test_head_bases_and_both_parties_in_full(printed: str) -> None:
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập – Tự do – Hạnh phúc",
        "HỢP ĐỒNG MUA BÁN HÀNG HÓA Số: 31/2026/HĐMB-ĐP-TTP (V/v: Cung cấp và lắp đặt dây chuyền tiện CNC)",
        "Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày 24/11/2015;",
        "Căn cứ Luật Thương mại số 36/2005/QH11 ngày 14/06/2005;",
        "Hôm nay, ngày 27 tháng 11 năm 2026, tại TP. Hồ Chí Minh, chúng tôi gồm:",
        "BÊN BÁN (sau đây gọi là “Bên A”): Công ty Cổ phần Thiết bị Công nghiệp Đại Phú",
        "BÊN MUA (sau đây gọi là “Bên B”): Công ty Cổ phần Cơ khí Tân Thịnh Phát",
        "Mã số thuế : 0314409058",
        "Tài khoản : 0071001234567 tại Vietcombank – CN Sài Gòn",
        "Fax : 028 3888 7778",
        "Tài khoản : 1234567890 tại BIDV",
        "Đại diện : Phạm Quốc Thịnh Chức vụ : Tổng Giám đốc Giấy ủy quyền : số 05/UQ-TTP ngày 02/01/2026",
    ):
        assert words in printed


def test_articles_stand_in_their_order_and_are_numbered_through(printed: str) -> None:
    titles = re.findall(r"Điều (\d+)\. ([^.]+?) \1\.1\.", printed)
    assert [int(number) for number, _ in titles] == list(range(1, len(titles) + 1))
    assert [title for _, title in titles] == [
        "Đối tượng, số lượng và chất lượng hàng hóa",
        "Giá trị hợp đồng và thanh toán",
        "Giao nhận hàng hóa",
        "Quyền và nghĩa vụ của các bên",
        "Bảo hành",
        "Phạt vi phạm và bồi thường thiệt hại",
        "Bất khả kháng",
        "Bảo mật và bảo vệ dữ liệu cá nhân",
        "Giải quyết tranh chấp",
        "Hiệu lực, thanh lý và điều khoản chung",
    ]


def test_goods_value_words_and_schedule(printed: str) -> None:
    totals = totals_of(samples.order())
    total = format_money(totals.grand_total)
    words = amount_in_words(totals.grand_total)
    half = format_money(totals.grand_total / 2)
    assert f"Tổng thanh toán {total}" in printed
    assert f"Bằng chữ: {words}." in printed
    assert f"Tổng giá trị hợp đồng: {total}" in printed.replace("\u00a0₫", "")
    assert f"(bằng chữ: {words})" in printed
    assert f"1 Tạm ứng sau khi ký 50% {half} 04/12/2026" in printed
    assert "Điều kiện thanh toán: theo tiến độ nêu dưới đây." in printed


def test_shares_add_up_to_the_value() -> None:
    parts = [Installment(position=place, percent=D(share)) for place, share in enumerate(("33.3", "33.3", "33.4"))]
    contract = samples.contract(order=None, value=D(1000001), installments=parts)
    shown = text(render_contract(contract, samples.company()))
    assert "1 33,3% 333.000 2 33,3% 333.000 3 33,4% 334.001" in shown


def test_terms_of_the_contract_itself(printed: str) -> None:
    assert "phạt 8% giá trị phần nghĩa vụ hợp đồng bị vi phạm" in printed
    assert "Hợp đồng có hiệu lực kể từ ngày 27/11/2026 đến hết ngày 31/12/2027." in printed
    assert "lập thành 04 (bốn) bản có giá trị pháp lý như nhau, mỗi bên giữ 02 (hai) bản" in printed
    assert "Địa điểm giao hàng: Xưởng 2, KCN Tân Ổn, TP. Hồ Chí Minh." in printed


def test_signatures_stay_with_the_end_of_the_last_article() -> None:
    for extra in range(0, 40, 4):  # push the end over every part of a page
        contract = samples.contract(more_articles="\n".join(["Hai bên thống nhất thêm một thỏa thuận."] * extra))
        last = pages(render_contract(contract, samples.company()))[-1]
        assert "Hợp đồng này được lập thành 04 (bốn) bản" in last
        assert "ĐẠI DIỆN BÊN A Giám đốc ĐẠI DIỆN BÊN B Tổng Giám đốc" in last
        assert "Nguyễn Hữu Đại Phạm Quốc Thịnh" in last


def test_it_is_set_in_an_embedded_serif() -> None:
    reader = PdfReader(BytesIO(render_contract(samples.contract(), samples.company())))
    fonts = [f.get_object() for page in reader.pages for f in page["/Resources"]["/Font"].values()]  # type: ignore[index, union-attr]
    assert all("SourceSerifPro" in font["/BaseFont"] for font in fonts)
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_without_goods_the_value_entered_counts() -> None:
    shown = text(render_contract(samples.contract(order=None, value=D(105000), installments=[]), samples.company()))
    assert "Bằng chữ:" not in shown
    assert "Tên gọi, quy cách, số lượng và đơn giá từng mặt hàng được ghi trong phụ lục" in shown
    assert "(bằng chữ: Một trăm linh năm nghìn đồng)" in shown


def test_a_quote_can_be_the_goods() -> None:
    contract = samples.contract(order=None, quote=samples.quote(2))
    assert format_money(totals_of(contract.goods).grand_total) in text(  # type: ignore[arg-type]
        render_contract(contract, samples.company())
    )


def test_what_nobody_filled_in_leaves_dots_to_write_on() -> None:
    shown = text(render_contract(Contract(), Company()))
    assert "Số: ……………/HĐMB" in shown
    assert "ngày …… tháng …… năm" in shown
    assert shown.count("Mã số thuế : …") == 2
    assert "phạt" not in shown.split("Phạt vi phạm")[1].split("Bất khả kháng")[0].replace("tiền phạt", "")
    assert "Fax" not in shown
    assert "04 (bốn) bản" in shown


def test_further_agreements_and_appendices() -> None:
    contract = samples.contract(more_articles="Một.\n\nHai.", appendices="Phụ lục 01\nPhụ lục 02", copies=3)
    shown = text(render_contract(contract, samples.company()))
    assert "Điều 10. Thỏa thuận khác 10.1. Một. 10.2. Hai. Điều 11." in shown
    assert "Phụ lục 01; Phụ lục 02." in shown
    assert "lập thành 03 (ba) bản có giá trị pháp lý như nhau, mỗi bên giữ ít nhất một bản" in shown


def test_the_customer_of_the_record_fills_what_the_contract_leaves_out() -> None:
    account = BankAccount(account_number="888", bank="ACB", position=0)
    customer = Organization(
        name="Công ty Ánh Dương", address="1 Lê Lợi", province="Huế", tax_code="0100047516", bank_accounts=[account]
    )
    customer.representative, customer.representative_title = "Vũ Thị Ánh", "Giám đốc"
    contract = Contract(organization=customer)
    shown = text(render_contract(contract, samples.company()))
    for words in ("Công ty Ánh Dương", ": 1 Lê Lợi, Huế", ": 0100047516", ": 888 tại ACB", ": Vũ Thị Ánh"):
        assert words in shown


def test_legal_bases_are_the_contracts_then_the_houses() -> None:
    house = samples.company(legal_bases="- Căn cứ nội quy;")
    assert "– Căn cứ nội quy; Hôm nay" in text(render_contract(samples.contract(), house))
    own = samples.contract(legal_bases="Căn cứ biên bản họp;\nCăn cứ thỏa thuận.")
    assert "– Căn cứ biên bản họp; – Căn cứ thỏa thuận. Hôm nay" in text(render_contract(own, house))
    assert "Pursuant to Civil Code" in text(render_contract(samples.contract(), house, "en"))


def test_the_signers_authorization_is_cited() -> None:
    signer = Signer(name="Lý Bình", job_title="Phó Giám đốc", authorization_number="07/UQ", position=0)
    shown = text(render_contract(samples.contract(), samples.company(signers=[signer])))
    assert "Giấy ủy quyền : số 07/UQ" in shown


@pytest.mark.parametrize("status", ["draft", "pending_approval", "cancelled"])
def test_what_binds_nobody_says_so_across_its_pages(status: str) -> None:
    shown = pages(render_contract(samples.contract(status=status), samples.company()))
    assert all(wording("vi")[status] in page for page in shown)


@pytest.mark.parametrize("kind", ["goods", "services", "maintenance", "framework", "economic", "of the house"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_type_in_both_languages(kind: str, language: str) -> None:
    shown = text(render_contract(samples.contract(type=kind), samples.company(), language))
    expected = wording(language)["types"].get(kind, wording(language)["types"]["goods"])
    assert expected["title"] in shown
    assert "{" not in shown
    assert len(re.findall(r"(?:Điều|Article) \d+\. ", shown)) == 10


def test_the_two_languages_say_the_same_things() -> None:
    assert _shape(wording("vi")) == _shape(wording("en"))


def _shape(value: Any) -> Any:
    """Keys, conditions and placeholders, without the words."""
    if isinstance(value, dict):
        return {key: said if key in ("if", "unless", "block") else _shape(said) for key, said in value.items()}
    if isinstance(value, list):
        return [_shape(item) for item in value]
    return sorted(re.findall(r"{(\w+)}", str(value)))


def test_an_article_with_nothing_to_say_is_dropped() -> None:
    values = dict.fromkeys(
        "subject goods installments more taxed untaxed value value_words account payment_terms delivery_terms "
        "warranty_terms delivery_place delivery_date penalty effective_on until appendices copies copies_each".split(),
        "",
    )
    titles = [article.title for article in articles("goods", "vi", values)]
    assert "Thỏa thuận khác" not in titles


def test_absurd_texts_go_on_on_the_next_page() -> None:
    contract = samples.contract(more_articles="Thỏa thuận rất dài " * 800, buyer_address="W" * 400)
    contract.order.lines[0].name = "X" * 3000  # type: ignore[union-attr]
    contract.installments.append(Installment(position=5, description="điều kiện " * 400))
    shown = text(render_contract(contract, samples.company()))
    assert shown.count("X") >= 3000
    assert shown.count("Thỏa thuận rất dài") >= 790
    assert shown.count("kiện") >= 400
