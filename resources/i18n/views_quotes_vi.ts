<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>EntityView</name>
    <message>
        <source>Add quote</source>
        <translation>Thêm báo giá</translation>
    </message>
    <message>
        <source>Quotes offer prices to a customer: write the lines, print or send the PDF, then make the order from it.</source>
        <translation>Báo giá gửi giá cho khách: lập các dòng hàng, in hoặc gửi PDF rồi tạo đơn hàng từ báo giá.</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Mine</source>
        <translation>Của tôi</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Đang soạn</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <source>Awaiting an answer</source>
        <translation>Chờ trả lời</translation>
    </message>
    <message>
        <source>Quotes about to expire</source>
        <translation>Sắp hết hạn</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Chấp nhận</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Báo giá</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Điều khoản</translation>
    </message>
</context>
</TS>
