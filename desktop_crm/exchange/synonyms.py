"""What Vietnamese and English companies write above their columns, by field: data for guessing a mapping.

A key is `table.field` or, for a field that means the same everywhere, `field`. The words are compared folded.
`full_name` is not stored: a person's whole name, which importing cuts into family and given name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from desktop_crm.models.text import fold

_COMPANY = (
    "Tên khách hàng|Tên KH|Khách hàng|Tên công ty|Công ty|Tên đơn vị|Đơn vị|Tên tổ chức|Tổ chức|Tên doanh nghiệp|"
    "Doanh nghiệp|Tên cty|Cty|Tên đối tác|Tên nhà cung cấp|Tên NCC|Tên đại lý|Tên cơ quan|Cơ quan|Nơi công tác|"
    "Company|Company name|Customer|Customer name|Account|Account name|Organization|Organisation|Organization name"
)
_FULL_NAME = (
    "Họ và tên|Họ tên|Tên đầy đủ|Họ & tên|Tên người liên hệ|Người liên hệ|Người LH|Liên hệ|Tên liên hệ|Đại diện|"
    "Tên khách hàng|Full name|Contact|Contact name|Contact person|Name"
)
_MOBILE = (
    "Di động|ĐTDĐ|ĐT di động|Điện thoại di động|Số di động|SĐT di động|Số ĐTDĐ|Mobile|Mobile phone|Cell phone|Hotline"
)
_PHONE = (
    "Điện thoại|ĐT|SĐT|Số điện thoại|Số ĐT|Phone|Phone number|Telephone|Tel|ĐT cố định|Điện thoại cố định|"
    "ĐT bàn|Máy bàn|Điện thoại công ty|Điện thoại liên hệ|SĐT liên hệ|Số phone"
)

_WORDS = {
    "number": "Mã số|Mã bản ghi|Số hồ sơ|Record number|Number",
    "owner_id": "Người phụ trách|NV phụ trách|Nhân viên phụ trách|Phụ trách|NVKD|Nhân viên kinh doanh|Nhân viên bán hàng|"
    "NVBH|Sale|Sales|Sale phụ trách|Sales rep|Salesperson|Owner|Account owner|Người quản lý|Người chăm sóc|NV chăm sóc",
    "team_id": "Nhóm|Đội|Nhóm bán hàng|Đội kinh doanh|Phòng kinh doanh|Team|Sales team",
    "notes": "Ghi chú|Chú thích|Diễn giải|Mô tả|Ghi chú thêm|Thông tin khác|Note|Notes|Remark|Remarks|Comment|Comments|Description",
    "tax_code": "MST|Mã số thuế|Mã thuế|Số thuế|MST/CCCD|Mã số DN|Mã số doanh nghiệp|Mã số thuế DN|Tax code|Tax ID|Tax number|TIN|VAT number|VAT code",
    "phone": _PHONE,
    "mobile": _MOBILE,
    "fax": "Fax|Số fax|Máy fax",
    "email": "Email|E-mail|Mail|Thư điện tử|Hộp thư|Địa chỉ email|Hòm thư|Địa chỉ mail|Email liên hệ|Email 1|Email address",
    "email2": "Email 2|Email phụ|Email khác|Second email|Secondary email|Other email",
    "other_emails": "Email khác|Email phụ|Other emails|Other email",
    "website": "Website|Web|Trang web|Trang chủ|Web site|URL|Homepage",
    "address": "Địa chỉ|Đ/c|ĐC|Địa chỉ trụ sở|Trụ sở|Trụ sở chính|Địa chỉ công ty|Địa chỉ liên hệ|Số nhà đường|Địa chỉ nhà|"
    "Địa chỉ thường trú|Address|Street|Street address|Head office|Head office address",
    "ward": "Phường xã|Xã phường|Phường|Xã|Xã/phường/đặc khu|Ward|Commune",
    "province": "Tỉnh|Tỉnh thành|Tỉnh/TP|Tỉnh/thành phố|Thành phố|Tỉnh thành phố|TP|Khu vực|Province|City|State|Province/City",
    "billing_address": "Địa chỉ xuất hóa đơn|Địa chỉ hóa đơn|Địa chỉ xuất HĐ|Billing address|Invoice address",
    "delivery_address": "Địa chỉ giao hàng|Nơi giao hàng|Địa chỉ nhận hàng|Delivery address|Shipping address",
    "industry": "Ngành nghề|Ngành|Lĩnh vực|Ngành nghề kinh doanh|Lĩnh vực kinh doanh|Lĩnh vực hoạt động|Industry|Sector|Business line",
    "source": "Nguồn|Nguồn khách|Nguồn khách hàng|Nguồn KH|Nguồn tiềm năng|Kênh|Kênh tiếp cận|Source|Lead source|Channel",
    "employees": "Số nhân viên|Nhân viên|Số NV|Quy mô|Quy mô nhân sự|Số lao động|Số lượng nhân viên|Employees|Number of employees|Headcount|No of employees",
    "annual_revenue": "Doanh thu năm|Doanh thu|Doanh số|Doanh thu hàng năm|Doanh thu/năm|Annual revenue|Revenue|Turnover",
    "salutation": "Danh xưng|Xưng hô|Ông/Bà|Quý danh|Salutation|Title|Mr/Ms",
    "family_name": "Họ|Họ đệm|Họ và đệm|Họ tên đệm|Họ và tên đệm|Họ lót|Họ và chữ lót|Last name|Family name|Surname|Family and middle name",
    "given_name": "Tên|Tên gọi|First name|Given name",
    "full_name": _FULL_NAME,
    "job_title": "Chức danh|Chức vụ|Vị trí|Chức vụ người liên hệ|Job title|Position|Title",
    "department": "Phòng ban|Phòng|Bộ phận|Ban|Department|Division",
    "birthday": "Ngày sinh|Sinh nhật|Ngày tháng năm sinh|NTNS|Năm sinh|Birthday|Date of birth|DOB|Birth date",
    "anniversary": "Ngày kỷ niệm|Kỷ niệm|Anniversary",
    "zalo": "Zalo|Số Zalo|Zalo ID",
    "campaign": "Chiến dịch|Campaign",
    "next_step": "Bước tiếp theo|Việc tiếp theo|Next step|Next action",
    "next_step_on": "Ngày bước tiếp theo|Ngày hẹn|Hẹn lại|Ngày liên hệ tiếp|Next step on|Next step date|Next contact",
    "do_not_call": "Không gọi|Từ chối gọi|Do not call|No call",
    "do_not_email": "Không email|Không gửi mail|Từ chối email|Do not email|No email|Opt out",
    "marketing_consent": "Đồng ý nhận quảng cáo|Nhận quảng cáo|Đồng ý quảng cáo|Marketing consent|Opt in",
    "lead.company": _COMPANY,
    "lead.status": "Trạng thái|Tình trạng|Giai đoạn|Lead status|Status",
    "lead.rating": "Đánh giá|Xếp hạng|Mức độ|Rating",
    "organization.name": _COMPANY + "|Tên đầy đủ|Họ tên|Tên|Name|Full name|Legal name",
    "organization.short_name": "Tên viết tắt|Tên tắt|Tên ngắn|Viết tắt|Tên giao dịch|Short name|Trade name|Abbreviation",
    "organization.customer_code": "Mã khách hàng|Mã KH|Mã đối tác|Mã khách|Mã đơn vị|Mã|Customer code|Customer ID|Account code|Code",
    "organization.type": "Loại|Loại khách hàng|Loại KH|Phân loại|Nhóm khách hàng|Nhóm KH|Type|Customer type|Account type|Category",
    "organization.credit_limit": "Hạn mức nợ|Hạn mức công nợ|Hạn mức|Hạn mức tín dụng|Credit limit",
    "organization.payment_terms": "Điều khoản thanh toán|Điều kiện thanh toán|Thanh toán|Hình thức thanh toán|Payment terms|Terms",
    "organization.price_book_id": "Bảng giá|Chính sách giá|Price list|Price book|Pricelist",
    "organization.parent_id": "Công ty mẹ|Đơn vị chủ quản|Trực thuộc|Parent company|Parent account|Parent",
    "organization.representative": "Người đại diện|Đại diện pháp luật|Người đại diện pháp luật|Đại diện|Giám đốc|Người liên hệ|"
    "Tên người liên hệ|Representative|Legal representative|Contact person|Contact name",
    "organization.representative_title": "Chức vụ|Chức danh|Chức vụ người đại diện|Chức danh người đại diện|Chức vụ đại diện|"
    "Position|Representative title",
    "organization.authorization_number": "Giấy ủy quyền số|Số giấy ủy quyền|Giấy ủy quyền|Authorization number",
    "organization.authorized_on": "Ngày giấy ủy quyền|Giấy ủy quyền ngày|Ngày ủy quyền|Authorization date",
    "organization.founded_on": "Ngày thành lập|Thành lập|Năm thành lập|Ngày cấp ĐKKD|Founded|Founded on|Date founded",
    "organization.analysis_group": "Nhóm phân tích|Phân nhóm|Analysis group",
    "organization.card_tier": "Hạng thẻ|Hạng|Hạng khách hàng|Hạng thành viên|Card tier|Tier|Membership tier",
    "organization.description": "Mô tả kinh doanh|Giới thiệu|Mô tả hoạt động|Business description",
    "organization.phone": _PHONE + "|" + _MOBILE,
    "contact.organization_id": _COMPANY,
    "contact.buying_role": "Vai trò mua|Vai trò|Vai trò mua hàng|Buying role|Role",
    "contact.reports_to_id": "Báo cáo cho|Cấp trên|Quản lý trực tiếp|Reports to|Manager",
    "contact.assistant": "Trợ lý|Thư ký|Assistant",
    "contact.interests": "Sở thích|Quan tâm|Interests|Hobbies",
    "contact.email_consent": "Đồng ý nhận email|Nhận email|Agrees to emails|Email consent",
    "contact.call_consent": "Đồng ý nhận cuộc gọi|Đồng ý nghe gọi|Nhận cuộc gọi|Agrees to calls|Call consent",
    "contact.message_consent": "Đồng ý nhận tin nhắn|Nhận tin nhắn|Nhận SMS|Agrees to messages|SMS consent",
    "product.code": "Mã|Mã hàng|Mã SP|Mã sản phẩm|Mã hàng hóa|Mã vật tư|Mã VT|Mã hàng hoá dịch vụ|Ký hiệu|Code|SKU|Product code|Item code|Part number|Model",
    "product.name": "Tên|Tên hàng|Tên SP|Tên sản phẩm|Tên hàng hóa|Tên hàng hóa dịch vụ|Tên vật tư|Tên quy cách|Sản phẩm|Mặt hàng|"
    "Hàng hóa|Diễn giải|Name|Product|Product name|Item|Item name|Description",
    "product.type": "Loại|Loại hàng|Loại sản phẩm|Tính chất|Hàng hóa/dịch vụ|Type|Product type|Item type",
    "product.group_id": "Nhóm|Nhóm hàng|Nhóm SP|Nhóm sản phẩm|Nhóm hàng hóa|Nhóm vật tư|Ngành hàng|Chủng loại|Danh mục|Group|Category|Product group|Product category",
    "product.unit": "ĐVT|Đơn vị tính|Đơn vị|Đ.V.T|Unit|UoM|Unit of measure",
    "product.cost_price": "Giá vốn|Giá nhập|Giá mua|Đơn giá nhập|Giá mua vào|Cost|Cost price|Purchase price",
    "product.list_price": "Giá niêm yết|Giá bán|Đơn giá|Giá|Đơn giá bán|Giá bán lẻ|Giá lẻ|Giá bán ra|Giá công bố|List price|Price|Unit price|Sale price|Selling price",
    "product.tax_code": "Thuế suất|Thuế GTGT|Thuế|VAT|Thuế VAT|% VAT|Thuế suất GTGT|Mức thuế|Tax rate|VAT rate|Tax",
    "product.brand": "Hãng|Thương hiệu|Nhãn hiệu|Hãng sản xuất|Nhà sản xuất|Hãng SX|NSX|Xuất xứ|Brand|Manufacturer|Make",
    "product.warranty": "Bảo hành|Thời gian bảo hành|Thời hạn bảo hành|BH|Warranty",
    "product.stock": "Tồn|Tồn kho|Số lượng tồn|SL tồn|Tồn cuối|Số lượng|SL|Stock|Quantity|Qty|On hand|Inventory",
    "product.sold_from": "Bán từ|Ngày bán từ|Bán từ ngày|Ngày bắt đầu bán|Sold from|Sale start",
    "product.sold_until": "Bán đến|Ngày bán đến|Bán đến ngày|Ngày ngừng bán|Sold until|Sale end",
    "product.discontinued": "Ngừng bán|Ngừng kinh doanh|Ngưng bán|Discontinued|Inactive",
    "product.description": "Quy cách|Thông số|Thông số kỹ thuật|Mô tả|Đặc tính|Specification|Specs|Description",
}


def synonyms(table: str, field: str) -> tuple[str, ...]:
    """The column titles known for a field of a table, in order of preference."""
    words = _WORDS.get(f"{table}.{field}", _WORDS.get(field, ""))
    return tuple(words.split("|")) if words else ()


def _all() -> Iterator[str]:
    yield from (
        "STT",
        "TT",
        "Số TT",
        "Số thứ tự",
        "No",
        "No.",
        "Ngày tạo",
        "Ngày",
        "CCCD",
        "CMND",
        "Quận huyện",
        "Quốc gia",
    )
    for words in _WORDS.values():
        yield from words.split("|")


@cache
def known_titles() -> frozenset[str]:
    """Every known column title, folded: what tells a header row from a title above it."""
    return frozenset(map(fold, _all()))
