<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Print</name>
    <message>
        <source>Mr/Ms</source>
        <translation>Ông/Bà</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Kính gửi</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Người nhận</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>MST</translation>
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
        <source>Terms</source>
        <translation>Điều khoản</translation>
    </message>
    <message>
        <source>(signature, full name)</source>
        <translation>(Ký, ghi rõ họ tên)</translation>
    </message>
    <message>
        <source>(signature, full name, seal)</source>
        <translation>(Ký, ghi rõ họ tên, đóng dấu)</translation>
    </message>
    <message>
        <source>Customer&apos;s confirmation</source>
        <translation>Xác nhận của khách hàng</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Người lập</translation>
    </message>
    <message>
        <source>For {company}</source>
        <translation>Đại diện {company}</translation>
    </message>
    <message>
        <source>Records of this kind are not printed.</source>
        <translation>Loại bản ghi này không có mẫu in.</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Tên hàng, quy cách</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>ĐVT</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>SL</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Đơn giá</translation>
    </message>
    <message>
        <source>Disc.</source>
        <translation>CK</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Thành tiền</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>Thuế suất</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>KCT</translation>
    </message>
    <message>
        <source>No goods or services yet.</source>
        <translation>Chưa có hàng hóa, dịch vụ.</translation>
    </message>
    <message>
        <source>DRAFT</source>
        <translation>BẢN NHÁP</translation>
    </message>
    <message>
        <source>CANCELLED</source>
        <translation>ĐÃ HỦY</translation>
    </message>
    <message>
        <source>ORDER CONFIRMATION</source>
        <translation>XÁC NHẬN ĐƠN HÀNG</translation>
    </message>
    <message>
        <source>No.: {number}</source>
        <translation>Số: {number}</translation>
    </message>
    <message>
        <source>Re: {subject}</source>
        <translation>V/v: {subject}</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>Ngày đặt hàng</translation>
    </message>
    <message>
        <source>Quotation no.</source>
        <translation>Theo báo giá</translation>
    </message>
    <message>
        <source>Delivery date</source>
        <translation>Ngày giao hàng</translation>
    </message>
    <message>
        <source>Payment due</source>
        <translation>Hạn thanh toán</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Loại tiền</translation>
    </message>
    <message>
        <source>Exchange rate</source>
        <translation>Tỷ giá</translation>
    </message>
    <message>
        <source>{company} thanks you for your order and confirms the following:</source>
        <translation>{company} trân trọng cảm ơn Quý khách đã đặt hàng và xác nhận đơn hàng như sau:</translation>
    </message>
    <message>
        <source>Our company</source>
        <translation>Công ty chúng tôi</translation>
    </message>
    <message>
        <source>Place of delivery</source>
        <translation>Địa điểm giao hàng</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Giao hàng</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Thanh toán</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>Bảo hành</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>Ngày giao</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Đã giao</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Còn phải giao</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Tình hình giao hàng</translation>
    </message>
    <message>
        <source>Grand total</source>
        <translation>Tổng thanh toán</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Đã thanh toán</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>Còn phải thanh toán</translation>
    </message>
    <message>
        <source>Overpaid</source>
        <translation>Đã trả thừa</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Ngày thu</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Số chứng từ, ghi chú</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Tình hình thanh toán</translation>
    </message>
    <message>
        <source>Page {page}/{pages}</source>
        <translation>Trang {page}/{pages}</translation>
    </message>
    <message>
        <source>Payment details</source>
        <translation>Thông tin thanh toán</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>Số tài khoản</translation>
    </message>
    <message>
        <source>Scan to pay with VietQR</source>
        <translation>Quét VietQR để thanh toán</translation>
    </message>
    <message>
        <source>Amount to pay</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>Transfer message</source>
        <translation>Nội dung chuyển khoản</translation>
    </message>
    <message>
        <source>NOT YET APPROVED</source>
        <translation>CHƯA DUYỆT</translation>
    </message>
    <message>
        <source>SUPERSEDED</source>
        <translation>ĐÃ BỊ THAY THẾ</translation>
    </message>
    <message>
        <source>EXPIRED</source>
        <translation>HẾT HIỆU LỰC</translation>
    </message>
    <message>
        <source>REFUSED</source>
        <translation>BỊ TỪ CHỐI</translation>
    </message>
    <message>
        <source>QUOTATION</source>
        <translation>BÁO GIÁ</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày báo giá</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Hiệu lực đến</translation>
    </message>
    <message>
        <source>{company} thanks you for your interest and is pleased to offer as follows:</source>
        <translation>{company} trân trọng cảm ơn Quý khách đã quan tâm và xin gửi đến Quý khách bảng báo giá như sau:</translation>
    </message>
    <message>
        <source>this quotation is valid until {day}.</source>
        <translation>báo giá có giá trị đến hết ngày {day}.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Giá</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Hiệu lực</translation>
    </message>
    <message>
        <source>unit prices exclude VAT; the grand total includes VAT.</source>
        <translation>đơn giá chưa bao gồm thuế GTGT; tổng thanh toán đã bao gồm thuế GTGT.</translation>
    </message>
    <message>
        <source>the goods and services are not subject to VAT.</source>
        <translation>hàng hóa, dịch vụ không chịu thuế GTGT.</translation>
    </message>
    <message>
        <source>prices do not include VAT.</source>
        <translation>giá chưa bao gồm thuế GTGT.</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Cộng tiền hàng</translation>
    </message>
    <message>
        <source>Line discounts</source>
        <translation>Chiết khấu theo mặt hàng</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Chiết khấu</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Phí vận chuyển</translation>
    </message>
    <message>
        <source>Total before tax</source>
        <translation>Cộng trước thuế</translation>
    </message>
    <message>
        <source>Document discount</source>
        <translation>Chiết khấu chung</translation>
    </message>
    <message>
        <source>Total VAT</source>
        <translation>Cộng thuế GTGT</translation>
    </message>
    <message>
        <source>VAT {rate} on {base}</source>
        <translation>Thuế GTGT {rate} trên {base}</translation>
    </message>
    <message>
        <source>Not subject to VAT: {base}</source>
        <translation>Không chịu thuế GTGT: {base}</translation>
    </message>
    <message>
        <source>Without VAT: {base}</source>
        <translation>Chưa tính thuế GTGT: {base}</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>Điều chỉnh</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Bằng chữ</translation>
    </message>
    <message>
        <source>Equals {dong} at the rate of {rate}.</source>
        <translation>Tương đương {dong} theo tỷ giá {rate}.</translation>
    </message>
</context>
</TS>
