"""Editable lists of values (statuses, sources, stages…), and the rows they are shipped with.

A record stores a row's `code`, so renaming a label never touches a record. Rows the program's own rules speak of
are `fixed`: their labels and colours may be edited, the rows cannot be removed.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.base import Base
from desktop_crm.models.record import position

TONES = ("neutral", "info", "success", "warning", "danger", "violet", "teal")


class ListValue(Base):
    """One row of an editable list."""

    __tablename__ = "list_value"
    __table_args__ = (UniqueConstraint("list_name", "code"),)

    list_name: Mapped[str] = fields.text(mark("ListValue", "List"), 40)
    code: Mapped[str] = fields.text(mark("ListValue", "Code"), 40)
    label_vi: Mapped[str] = fields.text(mark("ListValue", "Vietnamese label"), 120, required=True)
    label_en: Mapped[str] = fields.text(mark("ListValue", "English label"), 120)
    tone: Mapped[str] = fields.text(mark("ListValue", "Colour"), 20)
    value: Mapped[Decimal] = fields.percent(mark("ListValue", "Value"))  # a stage's default probability
    position: Mapped[int] = position()
    active: Mapped[bool] = fields.yes_no(mark("ListValue", "Active"), True)
    fixed: Mapped[bool] = fields.yes_no(mark("ListValue", "Used by the program"))


class Row(NamedTuple):
    """A shipped row of a list."""

    code: str
    vi: str
    en: str
    tone: str = "neutral"
    value: int = 0
    fixed: bool = False


def _fixed(code: str, vi: str, en: str, tone: str = "neutral", value: int = 0) -> Row:
    return Row(code, vi, en, tone, value, True)


LIST_LABELS = {
    "lead_status": mark("List", "Lead statuses"),
    "rating": mark("List", "Ratings"),
    "source": mark("List", "Sources"),
    "industry": mark("List", "Industries"),
    "salutation": mark("List", "Salutations"),
    "organization_type": mark("List", "Organization types"),
    "analysis_group": mark("List", "Analysis groups"),
    "card_tier": mark("List", "Card tiers"),
    "buying_role": mark("List", "Buying roles"),
    "stage": mark("List", "Opportunity stages"),
    "opportunity_type": mark("List", "Opportunity types"),
    "lost_reason": mark("List", "Lost reasons"),
    "quote_status": mark("List", "Quote statuses"),
    "order_status": mark("List", "Order statuses"),
    "payment_method": mark("List", "Payment methods"),
    "contract_type": mark("List", "Contract types"),
    "contract_status": mark("List", "Contract statuses"),
    "product_type": mark("List", "Product types"),
    "currency": mark("List", "Currencies"),
}

SHIPPED: dict[str, tuple[Row, ...]] = {
    "lead_status": (
        _fixed("new", "Chưa liên hệ", "Not contacted", "info"),
        Row("attempting", "Đang cố liên hệ", "Attempting contact", "info"),
        Row("contacted", "Đã liên hệ", "Contacted", "teal"),
        Row("contact_later", "Liên hệ sau", "Contact later", "neutral"),
        Row("cold", "Lạnh", "Cold", "neutral"),
        Row("warm", "Ấm", "Warm", "warning"),
        Row("hot", "Nóng", "Hot", "danger"),
        Row("qualified", "Đạt", "Qualified", "success"),
        Row("lost", "Mất", "Lost", "neutral"),
        Row("junk", "Rác", "Junk", "neutral"),
        _fixed("converted", "Đã chuyển đổi", "Converted", "violet"),
    ),
    "rating": (
        Row("high", "Cao", "High", "success"),
        Row("medium", "Trung bình", "Medium", "info"),
        Row("low", "Thấp", "Low", "neutral"),
    ),
    "source": (
        Row("cold_call", "Gọi nguội", "Cold call"),
        Row("existing_customer", "Khách cũ", "Existing customer"),
        Row("self_found", "Tự tìm", "Self-generated"),
        Row("employee", "Nhân viên", "Employee"),
        Row("partner", "Đối tác", "Partner"),
        Row("pr", "PR", "Public relations"),
        Row("direct_mail", "Thư trực tiếp", "Direct mail"),
        Row("seminar", "Hội thảo", "Seminar"),
        Row("trade_fair", "Hội chợ", "Trade fair"),
        Row("website", "Website", "Website"),
        Row("referral", "Giới thiệu", "Referral"),
        Row("social", "Zalo/Facebook", "Zalo/Facebook"),
        Row("other", "Khác", "Other"),
    ),
    "industry": (
        Row("mechanical", "Cơ khí chế tạo", "Mechanical engineering"),
        Row("packaging", "Bao bì – In ấn", "Packaging and printing"),
        Row("food", "Thực phẩm", "Food"),
        Row("agriculture", "Nông nghiệp", "Agriculture"),
        Row("fishery", "Thủy sản", "Fishery"),
        Row("textile", "Dệt may", "Textile and garment"),
        Row("footwear", "Da giày", "Leather and footwear"),
        Row("furniture", "Nội thất", "Furniture"),
        Row("construction", "Xây dựng", "Construction"),
        Row("real_estate", "Bất động sản", "Real estate"),
        Row("logistics", "Vận tải – Kho bãi", "Transport and warehousing"),
        Row("pharma", "Dược – Y tế", "Pharmacy and health"),
        Row("education", "Giáo dục", "Education"),
        Row("technology", "Công nghệ", "Technology"),
        Row("electrical", "Điện – Điện lạnh", "Electrical and cooling"),
        Row("plastics", "Nhựa – Cao su", "Plastics and rubber"),
        Row("chemicals", "Hóa chất", "Chemicals"),
        Row("energy", "Năng lượng", "Energy"),
        Row("tourism", "Du lịch – Khách sạn", "Tourism and hotels"),
        Row("trade", "Thương mại – Bán lẻ", "Trade and retail"),
        Row("services", "Dịch vụ", "Services"),
        Row("finance", "Tài chính", "Finance"),
        Row("government", "Cơ quan nhà nước", "Government"),
        Row("other", "Khác", "Other"),
    ),
    "salutation": (
        Row("mr", "Ông", "Mr"),
        Row("mrs", "Bà", "Mrs"),
        Row("anh", "Anh", "Mr (familiar)"),
        Row("chi", "Chị", "Ms (familiar)"),
        Row("em", "Em", "Young person"),
        Row("dr", "Tiến sĩ", "Dr"),
    ),
    "organization_type": (
        _fixed("customer", "Khách hàng", "Customer", "success"),
        _fixed("prospect", "Tiềm năng", "Prospect", "info"),
        Row("partner", "Đối tác", "Partner", "teal"),
        Row("reseller", "Đại lý", "Reseller", "violet"),
        Row("supplier", "Nhà cung cấp", "Supplier", "neutral"),
        Row("competitor", "Đối thủ", "Competitor", "danger"),
        Row("other", "Khác", "Other", "neutral"),
    ),
    "analysis_group": (
        Row("mvc", "Giá trị nhất (MVC)", "Most valuable (MVC)", "success"),
        Row("mgc", "Tăng trưởng nhất (MGC)", "Most growable (MGC)", "info"),
        Row("migrator", "Cần dịch chuyển", "Migrator", "warning"),
        Row("bz", "Giá trị âm (BZ)", "Below zero (BZ)", "danger"),
    ),
    "card_tier": (
        Row("member", "Thành viên", "Member", "neutral"),
        Row("silver", "Bạc", "Silver", "neutral"),
        Row("gold", "Vàng", "Gold", "warning"),
        Row("vip", "VIP", "VIP", "violet"),
    ),
    "buying_role": (
        Row("decides", "Quyết định", "Decides", "warning"),
        Row("evaluates", "Đánh giá", "Evaluates", "info"),
        Row("influences", "Ảnh hưởng", "Influences", "teal"),
        Row("uses", "Sử dụng", "Uses", "neutral"),
    ),
    "stage": (
        _fixed("prospecting", "Thăm dò", "Prospecting", "neutral", 10),
        Row("qualification", "Đánh giá", "Qualification", "info", 20),
        Row("needs_analysis", "Phân tích nhu cầu", "Needs analysis", "info", 25),
        Row("value_proposition", "Đề xuất giá trị", "Value proposition", "teal", 30),
        Row("decision_makers", "Xác định người quyết", "Identify decision makers", "teal", 40),
        Row("perception_analysis", "Phân tích nhận thức", "Perception analysis", "teal", 50),
        _fixed("quote", "Báo giá", "Quote", "violet", 65),
        Row("negotiation", "Đàm phán", "Negotiation", "warning", 80),
        _fixed("won", "Thắng", "Won", "success", 100),
        _fixed("lost", "Thua", "Lost", "neutral", 0),
    ),
    "opportunity_type": (
        Row("new_business", "Khách hàng mới", "New business"),
        Row("existing_business", "Khách hàng hiện hữu", "Existing business"),
    ),
    "lost_reason": (
        Row("price", "Giá", "Price"),
        Row("competitor", "Đối thủ", "Competitor"),
        Row("budget", "Ngân sách", "Budget"),
        Row("features", "Thiếu tính năng", "Missing features"),
        Row("long_cycle", "Chu kỳ dài", "Long cycle"),
        Row("no_decision_maker", "Không gặp người quyết", "Decision maker not reached"),
        Row("no_response", "Không phản hồi", "No response"),
        Row("not_a_fit", "Không phù hợp", "Not a fit"),
        Row("other", "Khác", "Other"),
    ),
    "quote_status": (
        _fixed("draft", "Tạo", "Draft", "neutral"),
        _fixed("pending_approval", "Chờ duyệt", "Awaiting approval", "warning"),
        _fixed("sent", "Đã gửi", "Sent", "info"),
        _fixed("reviewed", "Đã xem lại", "Reviewed", "teal"),
        _fixed("accepted", "Chấp nhận", "Accepted", "success"),
        _fixed("refused", "Từ chối", "Refused", "danger"),
        _fixed("expired", "Hết hạn", "Expired", "neutral"),
        _fixed("superseded", "Bị thay thế", "Superseded", "neutral"),
    ),
    "order_status": (
        _fixed("draft", "Tạo", "Draft", "neutral"),
        _fixed("approved", "Duyệt", "Approved", "info"),
        _fixed("delivering", "Đang giao", "Delivering", "warning"),
        _fixed("delivered", "Đã giao", "Delivered", "success"),
        _fixed("cancelled", "Hủy", "Cancelled", "neutral"),
    ),
    "payment_method": (
        _fixed("transfer", "Chuyển khoản", "Bank transfer"),
        Row("cash", "Tiền mặt", "Cash"),
        Row("card", "Thẻ", "Card"),
        Row("offset", "Cấn trừ công nợ", "Offset"),
        Row("other", "Khác", "Other"),
    ),
    "contract_type": (
        _fixed("goods", "Hợp đồng mua bán hàng hóa", "Sale of goods"),
        _fixed("services", "Hợp đồng dịch vụ", "Services"),
        Row("framework", "Hợp đồng nguyên tắc", "Framework agreement"),
        Row("economic", "Hợp đồng kinh tế", "Economic contract"),
        Row("maintenance", "Hợp đồng bảo trì", "Maintenance"),
    ),
    "contract_status": (
        _fixed("draft", "Nháp", "Draft", "neutral"),
        _fixed("pending_approval", "Chờ duyệt", "Awaiting approval", "warning"),
        _fixed("pending_signature", "Chờ ký", "Awaiting signature", "info"),
        _fixed("in_force", "Hiệu lực", "In force", "success"),
        _fixed("suspended", "Tạm dừng", "Suspended", "warning"),
        _fixed("completed", "Hoàn thành", "Completed", "teal"),
        _fixed("liquidated", "Thanh lý", "Liquidated", "neutral"),
        _fixed("cancelled", "Hủy", "Cancelled", "neutral"),
    ),
    "product_type": (
        _fixed("goods", "Hàng hóa", "Goods", "info"),
        _fixed("service", "Dịch vụ", "Service", "teal"),
    ),
    "currency": (
        _fixed("VND", "VND – Đồng Việt Nam", "VND – Vietnamese dong"),
        Row("USD", "USD – Đô la Mỹ", "USD – US dollar"),
        Row("EUR", "EUR – Euro", "EUR – Euro"),
        Row("JPY", "JPY – Yên Nhật", "JPY – Japanese yen"),
        Row("CNY", "CNY – Nhân dân tệ", "CNY – Chinese yuan"),
    ),
}


def shipped_values() -> Iterator[ListValue]:
    """New objects for every shipped row, in order."""
    for name, rows in SHIPPED.items():
        for place, row in enumerate(rows):
            yield ListValue(
                list_name=name,
                code=row.code,
                label_vi=row.vi,
                label_en=row.en,
                tone=row.tone,
                value=Decimal(row.value),
                position=place,
                fixed=row.fixed,
            )
