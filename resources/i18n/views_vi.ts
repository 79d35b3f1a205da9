<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>Quote</source>
        <translation>Báo giá</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Cơ hội</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Chuyển đổi</translation>
    </message>
    <message>
        <source>Open opportunity</source>
        <translation>Mở cơ hội</translation>
    </message>
    <message>
        <source>Open contact</source>
        <translation>Mở liên hệ</translation>
    </message>
    <message>
        <source>Open organization</source>
        <translation>Mở tổ chức</translation>
    </message>
    <message>
        <source>Undo conversion</source>
        <translation>Hoàn tác chuyển đổi</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Hợp đồng</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chốt</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Liên hệ</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Đơn hàng</translation>
    </message>
</context>
<context>
    <name>CloseOpportunity</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Close the opportunity</source>
        <translation>Chốt cơ hội</translation>
    </message>
    <message>
        <source>Close opportunity: {name}</source>
        <translation>Chốt cơ hội: {name}</translation>
    </message>
    <message>
        <source>Opportunity lost: {name}.</source>
        <translation>Đã ghi nhận thua: {name}.</translation>
    </message>
    <message>
        <source>Opportunity won: {name}.</source>
        <translation>Đã chốt thắng: {name}.</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Lead name</source>
        <translation>Tên tiềm năng</translation>
    </message>
    <message>
        <source>Opportunity name</source>
        <translation>Tên cơ hội</translation>
    </message>
    <message>
        <source>Organization name</source>
        <translation>Tên tổ chức</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>Tên sản phẩm</translation>
    </message>
</context>
<context>
    <name>ConvertLead</name>
    <message>
        <source>same tax code</source>
        <translation>trùng MST</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>trùng tên</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>trùng số điện thoại</translation>
    </message>
    <message>
        <source>same email</source>
        <translation>trùng email</translation>
    </message>
    <message>
        <source>Create “{name}”</source>
        <translation>Tạo mới “{name}”</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Tổ chức</translation>
    </message>
    <message>
        <source>No organization</source>
        <translation>Không tạo tổ chức</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Liên hệ</translation>
    </message>
    <message>
        <source>No contact</source>
        <translation>Không tạo liên hệ</translation>
    </message>
    <message>
        <source>Create an opportunity</source>
        <translation>Tạo cơ hội</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Chuyển đổi</translation>
    </message>
    <message>
        <source>Convert lead: {name}</source>
        <translation>Chuyển đổi tiềm năng: {name}</translation>
    </message>
    <message>
        <source>Existing records keep what they have; only their empty fields are filled. Notes and files move along, and the lead can then only be read.</source>
        <translation>Bản ghi đã có được giữ nguyên, chỉ điền thêm các trường còn trống. Ghi chú và tệp được chuyển theo; sau đó tiềm năng chỉ còn xem được.</translation>
    </message>
    <message>
        <source>The lead became {title}.</source>
        <translation>Tiềm năng đã thành {title}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>The lead was converted.</source>
        <translation>Đã chuyển đổi tiềm năng.</translation>
    </message>
    <message>
        <source>The conversion was undone.</source>
        <translation>Đã hoàn tác chuyển đổi.</translation>
    </message>
    <message>
        <source>The conversion was undone; {kept} stays, because it is already in use.</source>
        <translation>Đã hoàn tác chuyển đổi; {kept} được giữ lại vì đang được dùng.</translation>
    </message>
</context>
<context>
    <name>EntityView</name>
    <message>
        <source>Add contact</source>
        <translation>Thêm liên hệ</translation>
    </message>
    <message>
        <source>Contacts are the people you talk to: who decides, who evaluates, and how each one wants to be reached.</source>
        <translation>Liên hệ là những người bạn trao đổi: ai quyết định, ai đánh giá và mỗi người muốn được liên lạc bằng cách nào.</translation>
    </message>
    <message>
        <source>Add contract</source>
        <translation>Thêm hợp đồng</translation>
    </message>
    <message>
        <source>Contracts keep what was signed, the schedule of payments and the day each one has to be renewed.</source>
        <translation>Hợp đồng giữ nội dung đã ký, lịch thanh toán và ngày cần gia hạn.</translation>
    </message>
    <message>
        <source>Add lead</source>
        <translation>Thêm tiềm năng</translation>
    </message>
    <message>
        <source>Leads keep everyone who may buy, from the first call on, until they become customers with a deal.</source>
        <translation>Tiềm năng giữ mọi người có thể mua hàng, từ cuộc gọi đầu tiên đến khi thành khách hàng có cơ hội.</translation>
    </message>
    <message>
        <source>Add opportunity</source>
        <translation>Thêm cơ hội</translation>
    </message>
    <message>
        <source>Opportunities are possible sales with a value, a stage and a closing date: together they are your forecast.</source>
        <translation>Cơ hội là thương vụ có thể chốt, kèm giá trị, giai đoạn và ngày dự kiến: gộp lại thành dự báo doanh số.</translation>
    </message>
    <message>
        <source>Add order</source>
        <translation>Thêm đơn hàng</translation>
    </message>
    <message>
        <source>Orders say what a customer bought, what was delivered and what is still owed.</source>
        <translation>Đơn hàng cho biết khách đã mua gì, đã giao gì và còn nợ bao nhiêu.</translation>
    </message>
    <message>
        <source>Add organization</source>
        <translation>Thêm tổ chức</translation>
    </message>
    <message>
        <source>Organizations are the companies you deal with; contacts, quotes, orders and contracts hang on them.</source>
        <translation>Tổ chức là công ty bạn giao dịch; liên hệ, báo giá, đơn hàng và hợp đồng đều gắn với tổ chức.</translation>
    </message>
    <message>
        <source>Add product</source>
        <translation>Thêm sản phẩm</translation>
    </message>
    <message>
        <source>Products are the goods and services you sell: their code, price and tax rate fill the lines of a quote.</source>
        <translation>Sản phẩm là hàng hóa và dịch vụ bạn bán: mã, giá và thuế suất được điền sẵn vào dòng báo giá.</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Mine</source>
        <translation>Của tôi</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Người quyết định</translation>
    </message>
    <message>
        <source>New in 30 days</source>
        <translation>Mới 30 ngày</translation>
    </message>
    <message>
        <source>Without an organization</source>
        <translation>Chưa có tổ chức</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Đang hiệu lực</translation>
    </message>
    <message>
        <source>Awaiting signature</source>
        <translation>Chờ ký</translation>
    </message>
    <message>
        <source>Expiring in 60 days</source>
        <translation>Hết hạn trong 60 ngày</translation>
    </message>
    <message>
        <source>To renew</source>
        <translation>Cần gia hạn</translation>
    </message>
    <message>
        <source>To contact today</source>
        <translation>Cần liên hệ hôm nay</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>Nóng</translation>
    </message>
    <message>
        <source>Not contacted</source>
        <translation>Chưa liên hệ được</translation>
    </message>
    <message>
        <source>Mine, open</source>
        <translation>Của tôi</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Đang mở</translation>
    </message>
    <message>
        <source>Closing this month</source>
        <translation>Chốt tháng này</translation>
    </message>
    <message>
        <source>Past the closing date</source>
        <translation>Quá ngày chốt</translation>
    </message>
    <message>
        <source>Without a next step</source>
        <translation>Chưa có bước tiếp</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Thắng</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Thua</translation>
    </message>
    <message>
        <source>Delivering</source>
        <translation>Đang giao</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>Còn nợ</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn nợ</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Tháng này</translation>
    </message>
    <message>
        <source>New customers, 30 days</source>
        <translation>Khách mới 30 ngày</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>No purchase for 90 days</source>
        <translation>90 ngày chưa mua</translation>
    </message>
    <message>
        <source>Without a tax code</source>
        <translation>Chưa có MST</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>Đang bán</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Hàng hóa</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dịch vụ</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Hết hàng</translation>
    </message>
    <message>
        <source>Discontinued</source>
        <translation>Ngừng bán</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Vai trò của bạn không cho phép việc này.</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Person</source>
        <translation>Cá nhân</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>Thông tin liên lạc</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>Thông tin riêng</translation>
    </message>
    <message>
        <source>Consent and notes</source>
        <translation>Đồng ý liên lạc và mô tả</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Hợp đồng</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Buyer (party B)</source>
        <translation>Bên mua (bên B)</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Điều khoản</translation>
    </message>
    <message>
        <source>Printed text and notes</source>
        <translation>Nội dung in và mô tả</translation>
    </message>
    <message>
        <source>Payment schedule</source>
        <translation>Lịch thanh toán</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Công ty</translation>
    </message>
    <message>
        <source>Following up</source>
        <translation>Chăm sóc</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Thương vụ</translation>
    </message>
    <message>
        <source>What next</source>
        <translation>Bước tiếp theo</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Bối cảnh</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Đơn hàng</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Thông tin chung</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>Người đại diện</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Kinh doanh</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Mô tả</translation>
    </message>
    <message>
        <source>Bank accounts</source>
        <translation>Tài khoản ngân hàng</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>Prices and stock</source>
        <translation>Giá và tồn kho</translation>
    </message>
</context>
<context>
    <name>StageBar</name>
    <message>
        <source>Closing</source>
        <translation>Chốt</translation>
    </message>
    <message>
        <source>Moved to stage “{stage}”.</source>
        <translation>Đã chuyển sang giai đoạn “{stage}”.</translation>
    </message>
</context>
</TS>
