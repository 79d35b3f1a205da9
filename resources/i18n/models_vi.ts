<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Attachment</name>
    <message>
        <source>File name</source>
        <translation>Tên tệp</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Người gửi</translation>
    </message>
</context>
<context>
    <name>BankAccount</name>
    <message>
        <source>Account number</source>
        <translation>Số tài khoản</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Ngân hàng</translation>
    </message>
    <message>
        <source>Bank&apos;s NAPAS code</source>
        <translation>Mã NAPAS của ngân hàng</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Chi nhánh</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>Chủ tài khoản</translation>
    </message>
</context>
<context>
    <name>Comment</name>
    <message>
        <source>Comment</source>
        <translation>Bình luận</translation>
    </message>
    <message>
        <source>Edited at</source>
        <translation>Sửa lúc</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Người gửi</translation>
    </message>
</context>
<context>
    <name>Company</name>
    <message>
        <source>Company name</source>
        <translation>Tên công ty</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Tên viết tắt</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>Tên tiếng Anh</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>City of signing</source>
        <translation>Nơi ký</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Tiền tệ</translation>
    </message>
    <message>
        <source>Default quote terms</source>
        <translation>Điều khoản báo giá mặc định</translation>
    </message>
    <message>
        <source>Default quote introduction</source>
        <translation>Lời dẫn báo giá mặc định</translation>
    </message>
    <message>
        <source>Default payment terms</source>
        <translation>Điều khoản thanh toán mặc định</translation>
    </message>
    <message>
        <source>Default delivery terms</source>
        <translation>Điều khoản giao hàng mặc định</translation>
    </message>
    <message>
        <source>Default warranty terms</source>
        <translation>Điều khoản bảo hành mặc định</translation>
    </message>
    <message>
        <source>Legal bases of contracts</source>
        <translation>Căn cứ pháp lý của hợp đồng</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>Contact</source>
        <translation>Liên hệ</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Liên hệ</translation>
    </message>
    <message>
        <source>Salutation</source>
        <translation>Danh xưng</translation>
    </message>
    <message>
        <source>Family and middle name</source>
        <translation>Họ và tên đệm</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Tổ chức</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Phòng ban</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Chức danh</translation>
    </message>
    <message>
        <source>Buying role</source>
        <translation>Vai trò mua</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>Báo cáo cho</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Di động</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Second email</source>
        <translation>Email 2</translation>
    </message>
    <message>
        <source>Zalo</source>
        <translation>Zalo</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Anniversary</source>
        <translation>Ngày kỷ niệm</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Trợ lý</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>Sở thích</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Xã / phường</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh / thành phố</translation>
    </message>
    <message>
        <source>Agrees to emails</source>
        <translation>Đồng ý nhận email</translation>
    </message>
    <message>
        <source>Agrees to calls</source>
        <translation>Đồng ý nhận cuộc gọi</translation>
    </message>
    <message>
        <source>Agrees to messages</source>
        <translation>Đồng ý nhận tin nhắn</translation>
    </message>
</context>
<context>
    <name>Contract</name>
    <message>
        <source>Contract</source>
        <translation>Hợp đồng</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Hợp đồng</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Contract number</source>
        <translation>Số hợp đồng</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Tổ chức</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Liên hệ</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Cơ hội</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Báo giá</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Đơn hàng</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Tiền tệ</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>Ngày ký</translation>
    </message>
    <message>
        <source>Place of signing</source>
        <translation>Nơi ký</translation>
    </message>
    <message>
        <source>Effective from</source>
        <translation>Ngày hiệu lực</translation>
    </message>
    <message>
        <source>Expires on</source>
        <translation>Ngày hết hạn</translation>
    </message>
    <message>
        <source>Renewal reminder</source>
        <translation>Ngày nhắc gia hạn</translation>
    </message>
    <message>
        <source>Party B</source>
        <translation>Bên B</translation>
    </message>
    <message>
        <source>Party B&apos;s address</source>
        <translation>Địa chỉ bên B</translation>
    </message>
    <message>
        <source>Party B&apos;s phone</source>
        <translation>Điện thoại bên B</translation>
    </message>
    <message>
        <source>Party B&apos;s fax</source>
        <translation>Fax bên B</translation>
    </message>
    <message>
        <source>Party B&apos;s email</source>
        <translation>Email bên B</translation>
    </message>
    <message>
        <source>Party B&apos;s tax code</source>
        <translation>MST bên B</translation>
    </message>
    <message>
        <source>Party B&apos;s bank account</source>
        <translation>Tài khoản bên B</translation>
    </message>
    <message>
        <source>Party B&apos;s representative</source>
        <translation>Đại diện bên B</translation>
    </message>
    <message>
        <source>Party B&apos;s representative&apos;s position</source>
        <translation>Chức vụ đại diện bên B</translation>
    </message>
    <message>
        <source>Party B&apos;s authorization</source>
        <translation>Giấy ủy quyền bên B</translation>
    </message>
    <message>
        <source>Payment terms</source>
        <translation>Điều khoản thanh toán</translation>
    </message>
    <message>
        <source>Delivery terms</source>
        <translation>Điều khoản giao hàng</translation>
    </message>
    <message>
        <source>Warranty terms</source>
        <translation>Bảo hành</translation>
    </message>
    <message>
        <source>Penalty for breach %</source>
        <translation>Phạt vi phạm %</translation>
    </message>
    <message>
        <source>Legal bases</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Further articles</source>
        <translation>Điều khoản khác</translation>
    </message>
    <message>
        <source>Appendices</source>
        <translation>Phụ lục</translation>
    </message>
    <message>
        <source>Liquidated on</source>
        <translation>Ngày thanh lý</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Số bản</translation>
    </message>
</context>
<context>
    <name>CustomField</name>
    <message>
        <source>Module</source>
        <translation>Phân hệ</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kiểu</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Bắt buộc</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Được tìm kiếm</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Đang dùng</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>Delivered on</source>
        <translation>Ngày giao</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Số lượng</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Customer name</source>
        <translation>Tên khách hàng</translation>
    </message>
    <message>
        <source>Customer address</source>
        <translation>Địa chỉ khách hàng</translation>
    </message>
    <message>
        <source>Customer tax code</source>
        <translation>MST khách hàng</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Người nhận</translation>
    </message>
    <message>
        <source>Recipient&apos;s position</source>
        <translation>Chức vụ người nhận</translation>
    </message>
    <message>
        <source>Customer phone</source>
        <translation>Điện thoại khách hàng</translation>
    </message>
    <message>
        <source>Customer email</source>
        <translation>Email khách hàng</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Tổ chức</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Liên hệ</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Tiền tệ</translation>
    </message>
    <message>
        <source>Exchange rate</source>
        <translation>Tỷ giá</translation>
    </message>
    <message>
        <source>Document discount %</source>
        <translation>CK chung %</translation>
    </message>
    <message>
        <source>Document discount amount</source>
        <translation>CK chung (số tiền)</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Vận chuyển</translation>
    </message>
    <message>
        <source>Tax on shipping</source>
        <translation>Thuế suất vận chuyển</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>Điều chỉnh</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Cộng tiền hàng</translation>
    </message>
    <message>
        <source>Discount total</source>
        <translation>Chiết khấu</translation>
    </message>
    <message>
        <source>Total before tax</source>
        <translation>Trước thuế</translation>
    </message>
    <message>
        <source>Tax total</source>
        <translation>Tiền thuế GTGT</translation>
    </message>
    <message>
        <source>Grand total</source>
        <translation>Tổng thanh toán</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>“{text}” cannot be read.</source>
        <translation>Không đọc được “{text}”.</translation>
    </message>
</context>
<context>
    <name>Installment</name>
    <message>
        <source>Condition</source>
        <translation>Điều kiện</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Hạn thanh toán</translation>
    </message>
    <message>
        <source>Share %</source>
        <translation>Tỷ lệ %</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
</context>
<context>
    <name>Lead</name>
    <message>
        <source>Lead</source>
        <translation>Tiềm năng</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Tiềm năng</translation>
    </message>
    <message>
        <source>Salutation</source>
        <translation>Danh xưng</translation>
    </message>
    <message>
        <source>Family and middle name</source>
        <translation>Họ và tên đệm</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Công ty</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Chức danh</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Di động</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Đánh giá</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Ngành nghề</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Số nhân viên</translation>
    </message>
    <message>
        <source>Annual revenue</source>
        <translation>Doanh thu năm</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Xã / phường</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh / thành phố</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Chiến dịch</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Bước tiếp theo</translation>
    </message>
    <message>
        <source>Next step on</source>
        <translation>Ngày bước tiếp theo</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>Không gọi</translation>
    </message>
    <message>
        <source>Do not email</source>
        <translation>Không email</translation>
    </message>
    <message>
        <source>Agrees to advertising</source>
        <translation>Đồng ý nhận quảng cáo</translation>
    </message>
    <message>
        <source>Converted at</source>
        <translation>Chuyển đổi lúc</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Tổ chức</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Liên hệ</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Cơ hội</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Mô tả</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>Quy cách</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>ĐVT</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Đơn giá</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>CK %</translation>
    </message>
    <message>
        <source>Discount amount</source>
        <translation>CK (số tiền)</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>Thuế suất</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Thành tiền</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Sản phẩm</translation>
    </message>
</context>
<context>
    <name>LineGroup</name>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>Lead statuses</source>
        <translation>Trạng thái tiềm năng</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Đánh giá</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Industries</source>
        <translation>Ngành nghề</translation>
    </message>
    <message>
        <source>Salutations</source>
        <translation>Danh xưng</translation>
    </message>
    <message>
        <source>Organization types</source>
        <translation>Loại tổ chức</translation>
    </message>
    <message>
        <source>Analysis groups</source>
        <translation>Nhóm phân tích</translation>
    </message>
    <message>
        <source>Card tiers</source>
        <translation>Hạng thẻ</translation>
    </message>
    <message>
        <source>Buying roles</source>
        <translation>Vai trò mua</translation>
    </message>
    <message>
        <source>Opportunity stages</source>
        <translation>Giai đoạn cơ hội</translation>
    </message>
    <message>
        <source>Opportunity types</source>
        <translation>Loại cơ hội</translation>
    </message>
    <message>
        <source>Lost reasons</source>
        <translation>Lý do thua</translation>
    </message>
    <message>
        <source>Quote statuses</source>
        <translation>Trạng thái báo giá</translation>
    </message>
    <message>
        <source>Order statuses</source>
        <translation>Trạng thái đơn hàng</translation>
    </message>
    <message>
        <source>Payment methods</source>
        <translation>Phương thức thanh toán</translation>
    </message>
    <message>
        <source>Contract types</source>
        <translation>Loại hợp đồng</translation>
    </message>
    <message>
        <source>Contract statuses</source>
        <translation>Trạng thái hợp đồng</translation>
    </message>
    <message>
        <source>Product types</source>
        <translation>Loại sản phẩm</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>Tiền tệ</translation>
    </message>
</context>
<context>
    <name>ListValue</name>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Vietnamese label</source>
        <translation>Nhãn tiếng Việt</translation>
    </message>
    <message>
        <source>English label</source>
        <translation>Nhãn tiếng Anh</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Đang dùng</translation>
    </message>
    <message>
        <source>Used by the program</source>
        <translation>Chương trình dùng</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>“{text}” không phải là số.</translation>
    </message>
    <message>
        <source>“{text}” can be read as {first} or as {second}. Please write it without doubt.</source>
        <translation>“{text}” có thể hiểu là {first} hoặc {second}. Vui lòng ghi lại cho rõ.</translation>
    </message>
    <message>
        <source>“{text}” is not a date. Write day/month/year, for example 25/12/2026.</source>
        <translation>“{text}” không phải là ngày hợp lệ. Hãy ghi ngày/tháng/năm, ví dụ 25/12/2026.</translation>
    </message>
</context>
<context>
    <name>NumberSeries</name>
    <message>
        <source>Module</source>
        <translation>Phân hệ</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Mẫu số</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
</context>
<context>
    <name>Numbering</name>
    <message>
        <source>The pattern {text} needs one counter, for example {{0000}}.</source>
        <translation>Mẫu số {text} phải có đúng một phần số thứ tự, ví dụ {{0000}}.</translation>
    </message>
    <message>
        <source>{token} in the pattern {text} is unknown. Use {{yyyy}}, {{yy}}, {{mm}}, {{dd}}, {{0000}}.</source>
        <translation>Không hiểu {token} trong mẫu số {text}. Hãy dùng {{yyyy}}, {{yy}}, {{mm}}, {{dd}}, {{0000}}.</translation>
    </message>
    <message>
        <source>A brace in the pattern {text} is not closed or not opened.</source>
        <translation>Mẫu số {text} có dấu ngoặc nhọn thiếu mở hoặc thiếu đóng.</translation>
    </message>
    <message>
        <source>The pattern {text} has a month without a year or a day without a month: numbers would repeat.</source>
        <translation>Mẫu số {text} có tháng mà không có năm, hoặc có ngày mà không có tháng: số sẽ bị trùng.</translation>
    </message>
    <message>
        <source>The pattern {text} is longer than {limit} characters.</source>
        <translation>Mẫu số {text} dài quá {limit} ký tự.</translation>
    </message>
    <message>
        <source>The pattern {text} has spaces at an end or characters that cannot be seen.</source>
        <translation>Mẫu số {text} có khoảng trắng ở đầu hoặc cuối, hoặc có ký tự ẩn.</translation>
    </message>
</context>
<context>
    <name>Opportunity</name>
    <message>
        <source>Opportunity</source>
        <translation>Cơ hội</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Cơ hội</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên cơ hội</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Tổ chức</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Liên hệ</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Giai đoạn</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Xác suất</translation>
    </message>
    <message>
        <source>Expected revenue</source>
        <translation>Doanh thu kỳ vọng</translation>
    </message>
    <message>
        <source>Expected close date</source>
        <translation>Ngày dự kiến chốt</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>Ngày chốt</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Chiến dịch</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Bước tiếp theo</translation>
    </message>
    <message>
        <source>Next step on</source>
        <translation>Ngày bước tiếp theo</translation>
    </message>
    <message>
        <source>Competitor</source>
        <translation>Đối thủ</translation>
    </message>
    <message>
        <source>Products of interest</source>
        <translation>Sản phẩm quan tâm</translation>
    </message>
    <message>
        <source>Lost reason</source>
        <translation>Lý do thua</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>Order</source>
        <translation>Đơn hàng</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Đơn hàng</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>Ngày đặt hàng</translation>
    </message>
    <message>
        <source>Promised delivery date</source>
        <translation>Ngày hẹn giao</translation>
    </message>
    <message>
        <source>Payment due date</source>
        <translation>Hạn thanh toán</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Báo giá</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Cơ hội</translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation>Địa chỉ giao hàng</translation>
    </message>
    <message>
        <source>Payment terms</source>
        <translation>Điều khoản thanh toán</translation>
    </message>
    <message>
        <source>Delivery terms</source>
        <translation>Điều khoản giao hàng</translation>
    </message>
    <message>
        <source>Warranty terms</source>
        <translation>Bảo hành</translation>
    </message>
    <message>
        <source>Printed terms</source>
        <translation>Điều khoản in</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Đã trả</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>Còn nợ</translation>
    </message>
</context>
<context>
    <name>OrderLine</name>
    <message>
        <source>Delivered</source>
        <translation>Đã giao</translation>
    </message>
</context>
<context>
    <name>Organization</name>
    <message>
        <source>Organization</source>
        <translation>Tổ chức</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Tổ chức</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Tên đầy đủ</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Tên viết tắt</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Customer code</source>
        <translation>Mã khách hàng</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Ngành nghề</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Other emails</source>
        <translation>Email khác</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Head office address</source>
        <translation>Địa chỉ trụ sở</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Xã / phường</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh / thành phố</translation>
    </message>
    <message>
        <source>Billing address</source>
        <translation>Địa chỉ xuất hóa đơn</translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation>Địa chỉ giao hàng</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Số nhân viên</translation>
    </message>
    <message>
        <source>Annual revenue</source>
        <translation>Doanh thu năm</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>Hạn mức nợ</translation>
    </message>
    <message>
        <source>Payment terms</source>
        <translation>Điều khoản thanh toán</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Bảng giá</translation>
    </message>
    <message>
        <source>Parent company</source>
        <translation>Công ty mẹ</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>Người đại diện</translation>
    </message>
    <message>
        <source>Representative&apos;s position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Authorization number</source>
        <translation>Giấy ủy quyền số</translation>
    </message>
    <message>
        <source>Authorization date</source>
        <translation>Ngày ủy quyền</translation>
    </message>
    <message>
        <source>Founded on</source>
        <translation>Ngày thành lập</translation>
    </message>
    <message>
        <source>Analysis group</source>
        <translation>Nhóm phân tích</translation>
    </message>
    <message>
        <source>Card tier</source>
        <translation>Hạng thẻ</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>Ngày mua cuối</translation>
    </message>
    <message>
        <source>Business description</source>
        <translation>Mô tả hoạt động</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>Paid on</source>
        <translation>Ngày trả</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Phương thức</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Số chứng từ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>“{text}” is not a phone number.</source>
        <translation>“{text}” không phải là số điện thoại.</translation>
    </message>
    <message>
        <source>“{text}”: please write the number with 0 in front, or + and the country&apos;s code.</source>
        <translation>“{text}”: vui lòng ghi số điện thoại bắt đầu bằng 0, hoặc dấu + và mã quốc gia.</translation>
    </message>
    <message>
        <source>“{text}” has too few or too many digits for a phone number.</source>
        <translation>“{text}” thiếu hoặc thừa chữ số của số điện thoại.</translation>
    </message>
    <message>
        <source>{number} ext. {extension}</source>
        <translation>{number} máy lẻ {extension}</translation>
    </message>
    <message>
        <source>“{text}” is not an email address.</source>
        <translation>“{text}” không phải là địa chỉ email.</translation>
    </message>
</context>
<context>
    <name>PriceBook</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Tiền tệ</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Đang dùng</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Mặc định</translation>
    </message>
</context>
<context>
    <name>PriceRow</name>
    <message>
        <source>From quantity</source>
        <translation>Từ số lượng</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Hiệu lực từ</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Đơn giá</translation>
    </message>
</context>
<context>
    <name>Product</name>
    <message>
        <source>Product</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm hàng</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>ĐVT</translation>
    </message>
    <message>
        <source>Cost price</source>
        <translation>Giá vốn</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Giá niêm yết</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>Thuế suất</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Hãng</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>Bảo hành</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Tồn kho</translation>
    </message>
    <message>
        <source>Sold from</source>
        <translation>Bán từ ngày</translation>
    </message>
    <message>
        <source>Sold until</source>
        <translation>Bán đến ngày</translation>
    </message>
    <message>
        <source>Discontinued</source>
        <translation>Ngừng bán</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>Quy cách</translation>
    </message>
</context>
<context>
    <name>ProductGroup</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
</context>
<context>
    <name>Quote</name>
    <message>
        <source>Quote</source>
        <translation>Báo giá</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Báo giá</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Quote date</source>
        <translation>Ngày báo giá</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Hiệu lực đến</translation>
    </message>
    <message>
        <source>Expected supply date</source>
        <translation>Ngày dự kiến cung cấp</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Cơ hội</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Bảng giá</translation>
    </message>
    <message>
        <source>Payment terms</source>
        <translation>Điều khoản thanh toán</translation>
    </message>
    <message>
        <source>Delivery terms</source>
        <translation>Điều khoản giao hàng</translation>
    </message>
    <message>
        <source>Warranty terms</source>
        <translation>Bảo hành</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Lời dẫn</translation>
    </message>
    <message>
        <source>Printed terms</source>
        <translation>Điều khoản in</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Lần sửa</translation>
    </message>
    <message>
        <source>Revises</source>
        <translation>Sửa từ báo giá</translation>
    </message>
    <message>
        <source>Issued at</source>
        <translation>Gửi lúc</translation>
    </message>
    <message>
        <source>Decided at</source>
        <translation>Quyết định lúc</translation>
    </message>
    <message>
        <source>Reason for refusal</source>
        <translation>Lý do từ chối</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Number</source>
        <translation>Mã số</translation>
    </message>
    <message>
        <source>Created at</source>
        <translation>Tạo lúc</translation>
    </message>
    <message>
        <source>Modified at</source>
        <translation>Sửa lúc</translation>
    </message>
    <message>
        <source>Deleted at</source>
        <translation>Xóa lúc</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Người phụ trách</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Người tạo</translation>
    </message>
    <message>
        <source>Modified by</source>
        <translation>Người sửa</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>Nothing</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Their own</source>
        <translation>Của mình</translation>
    </message>
    <message>
        <source>Their team&apos;s</source>
        <translation>Của nhóm</translation>
    </message>
    <message>
        <source>Theirs and their people&apos;s</source>
        <translation>Của mình và cấp dưới</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Name</source>
        <translation>Tên vai trò</translation>
    </message>
    <message>
        <source>Manages users, rights and settings</source>
        <translation>Quản lý người dùng, phân quyền và thiết lập</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất dữ liệu</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
</context>
<context>
    <name>SavedView</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Người phụ trách</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>User</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>May change it</source>
        <translation>Được sửa</translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation>Người chia sẻ</translation>
    </message>
</context>
<context>
    <name>Signer</name>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Authorization number</source>
        <translation>Giấy ủy quyền số</translation>
    </message>
    <message>
        <source>Authorization date</source>
        <translation>Ngày ủy quyền</translation>
    </message>
</context>
<context>
    <name>StageChange</name>
    <message>
        <source>Changed by</source>
        <translation>Người đổi</translation>
    </message>
    <message>
        <source>From stage</source>
        <translation>Từ giai đoạn</translation>
    </message>
    <message>
        <source>To stage</source>
        <translation>Sang giai đoạn</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Xác suất</translation>
    </message>
    <message>
        <source>Expected close date</source>
        <translation>Ngày dự kiến chốt</translation>
    </message>
</context>
<context>
    <name>Tag</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Màu</translation>
    </message>
</context>
<context>
    <name>TaxCode</name>
    <message>
        <source>A tax code has only digits.</source>
        <translation>Mã số thuế chỉ gồm chữ số.</translation>
    </message>
    <message>
        <source>A tax code has 10 digits, 13 for a branch (0123456789-001) or 12 for a person.</source>
        <translation>Mã số thuế có 10 chữ số, 13 chữ số với chi nhánh (0123456789-001) hoặc 12 chữ số với cá nhân.</translation>
    </message>
    <message>
        <source>The branch part of a tax code runs from 001 to 999.</source>
        <translation>Phần chi nhánh của mã số thuế từ 001 đến 999.</translation>
    </message>
    <message>
        <source>The check digit of this tax code is wrong; please compare it with the certificate.</source>
        <translation>Mã số thuế sai chữ số kiểm tra; vui lòng đối chiếu với giấy chứng nhận đăng ký.</translation>
    </message>
</context>
<context>
    <name>TaxRate</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Hiệu lực từ</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Hiệu lực đến</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Căn cứ pháp lý</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>Name</source>
        <translation>Tên nhóm</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>Line {line}: the discount {text} is negative or more than the line&apos;s amount.</source>
        <translation>Dòng {line}: chiết khấu {text} bị âm hoặc lớn hơn thành tiền của dòng.</translation>
    </message>
    <message>
        <source>The document&apos;s discount {text} is negative or more than the document&apos;s amount.</source>
        <translation>Chiết khấu chung {text} bị âm hoặc lớn hơn tổng tiền hàng.</translation>
    </message>
</context>
<context>
    <name>User</name>
    <message>
        <source>Sign-in name</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Chức danh</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Đang dùng</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>Báo cáo cho</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
</context>
<context>
    <name>Validation</name>
    <message>
        <source>“{label}” is longer than {length} characters.</source>
        <translation>“{label}” dài quá {length} ký tự.</translation>
    </message>
    <message>
        <source>“{label}” has characters that cannot be stored.</source>
        <translation>“{label}” có ký tự không lưu được.</translation>
    </message>
    <message>
        <source>“{label}” is too large.</source>
        <translation>“{label}” quá lớn.</translation>
    </message>
    <message>
        <source>“{label}” has more than {places} decimals.</source>
        <translation>“{label}” có quá {places} chữ số thập phân.</translation>
    </message>
    <message>
        <source>“{value}” cannot be stored in “{label}”.</source>
        <translation>“{value}” không phải là giá trị hợp lệ của “{label}”.</translation>
    </message>
    <message>
        <source>“{label}” is required.</source>
        <translation>“{label}” là bắt buộc.</translation>
    </message>
    <message>
        <source>A percentage lies between 0 and 100.</source>
        <translation>Tỷ lệ phần trăm phải từ 0 đến 100.</translation>
    </message>
</context>
</TS>
