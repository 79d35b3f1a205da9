<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>DocumentMerge</name>
    <message>
        <source>Line {n}</source>
        <translation>Dòng {n}</translation>
    </message>
    <message>
        <source>A line</source>
        <translation>Một dòng</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Tiêu đề nhóm</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Chiết khấu</translation>
    </message>
    <message>
        <source>(removed)</source>
        <translation>(đã xóa)</translation>
    </message>
</context>
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
    <name>Form</name>
    <message>
        <source>Share…</source>
        <translation>Chia sẻ…</translation>
    </message>
    <message>
        <source>Who can see this?</source>
        <translation>Ai xem được?</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>“{text}” is no tax rate in force on the day of the document.</source>
        <translation>“{text}” không phải thuế suất đang áp dụng vào ngày của chứng từ.</translation>
    </message>
    <message>
        <source>A price is never negative; a return has a negative quantity.</source>
        <translation>Đơn giá không thể âm; hàng trả lại thì ghi số lượng âm.</translation>
    </message>
    <message>
        <source>A discount lies between 0 and 100 %.</source>
        <translation>Chiết khấu phải từ 0 đến 100 %.</translation>
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
        <translation>Mô tả</translation>
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
        <source>VAT</source>
        <translation>Thuế</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Thành tiền</translation>
    </message>
    <message>
        <source>Add a line: type the code or name of a product…   Enter new line · Ctrl+G new group · Ctrl+V paste from Excel</source>
        <translation>Thêm dòng: gõ mã hoặc tên sản phẩm…   Enter dòng mới · Ctrl+G nhóm mới · Ctrl+V dán từ Excel</translation>
    </message>
    <message>
        <source>title of a group</source>
        <translation>tên nhóm</translation>
    </message>
    <message>
        <source>new lines</source>
        <translation>dòng mới</translation>
    </message>
    <message>
        <source>new group</source>
        <translation>nhóm mới</translation>
    </message>
    <message>
        <source>removed lines</source>
        <translation>xóa dòng</translation>
    </message>
    <message>
        <source>copied lines</source>
        <translation>nhân bản dòng</translation>
    </message>
    <message>
        <source>moved lines</source>
        <translation>chuyển dòng</translation>
    </message>
    <message>
        <source>Paste from Excel</source>
        <translation>Dán từ Excel</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Goods and services</source>
        <translation>Hàng hóa, dịch vụ</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>Ô kế</translation>
    </message>
    <message>
        <source>Move line</source>
        <translation>Chuyển dòng</translation>
    </message>
    <message>
        <source>Specifications under descriptions</source>
        <translation>Quy cách dưới mô tả</translation>
    </message>
    <message>
        <source>{lines} lines, {groups} groups</source>
        <translation>{lines} dòng, {groups} nhóm</translation>
    </message>
    <message>
        <source>{lines} lines</source>
        <translation>{lines} dòng</translation>
    </message>
    <message>
        <source>product</source>
        <translation>sản phẩm</translation>
    </message>
    <message>
        <source>new prices</source>
        <translation>giá mới</translation>
    </message>
    <message>
        <source>{n} lines have the prices of the new conditions.</source>
        <translation>Đã cập nhật đơn giá của {n} dòng theo điều kiện mới.</translation>
    </message>
    <message>
        <source>The clipboard holds no rows with a description or a code.</source>
        <translation>Bộ nhớ tạm không có dòng nào có mô tả hoặc mã.</translation>
    </message>
    <message>
        <source>{n} lines pasted, {known} of them matched to products.</source>
        <translation>Đã dán {n} dòng, {known} dòng khớp với sản phẩm.</translation>
    </message>
    <message>
        <source>Please check {n}:</source>
        <translation>Cần xem lại {n} chỗ:</translation>
    </message>
    <message>
        <source>{n} rows were removed.</source>
        <translation>Đã xóa {n} dòng.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Insert a line below</source>
        <translation>Chèn dòng bên dưới</translation>
    </message>
    <message>
        <source>New group here</source>
        <translation>Nhóm mới từ đây</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Nhân bản</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Chuyển lên</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Chuyển xuống</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
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
    <name>QuoteDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Please give a reason.</source>
        <translation>Vui lòng nêu lý do.</translation>
    </message>
    <message>
        <source>Still owed: {amount}</source>
        <translation>Còn phải thu: {amount}</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>Ghi nhận thanh toán</translation>
    </message>
    <message>
        <source>Add payment</source>
        <translation>Ghi nhận</translation>
    </message>
    <message>
        <source>Enter the day.</source>
        <translation>Nhập ngày.</translation>
    </message>
    <message>
        <source>Enter the amount; a refund is negative.</source>
        <translation>Nhập số tiền; hoàn tiền thì ghi số âm.</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Đưa hết về 0</translation>
    </message>
    <message>
        <source>Deliver goods</source>
        <translation>Giao hàng</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Giao</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng hàng</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>Còn phải giao</translation>
    </message>
    <message>
        <source>Deliver now</source>
        <translation>Giao đợt này</translation>
    </message>
    <message>
        <source>Enter at least one quantity.</source>
        <translation>Nhập ít nhất một số lượng.</translation>
    </message>
    <message>
        <source>{name}: {text} is more than is outstanding.</source>
        <translation>{name}: {text} không nằm trong số còn phải giao.</translation>
    </message>
</context>
<context>
    <name>QuoteEditor</name>
    <message>
        <source>Make a revision</source>
        <translation>Tạo bản sửa</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Will be saved when the server is back; you may go on.</source>
        <translation>Sẽ lưu khi máy chủ hoạt động lại; bạn cứ làm tiếp.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>The document cannot be opened</source>
        <translation>Không mở được chứng từ</translation>
    </message>
    <message>
        <source>merged lines</source>
        <translation>gộp các dòng</translation>
    </message>
    <message>
        <source>This document is in the recycle bin.</source>
        <translation>Chứng từ này đang ở trong thùng rác.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Open the quote</source>
        <translation>Mở báo giá</translation>
    </message>
    <message>
        <source>Move to the recycle bin</source>
        <translation>Chuyển vào thùng rác</translation>
    </message>
    <message>
        <source>The document is in the recycle bin.</source>
        <translation>Đã chuyển chứng từ vào thùng rác.</translation>
    </message>
    <message>
        <source>{who} has changed this document while you were editing it.</source>
        <translation>{who} đã sửa chứng từ này trong lúc bạn đang nhập.</translation>
    </message>
    <message>
        <source>Take in the changes</source>
        <translation>Gộp thay đổi</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Vận chuyển</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>Điều chỉnh</translation>
    </message>
    <message>
        <source>Grand total</source>
        <translation>Tổng thanh toán</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Chiết khấu</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Cộng tiền hàng</translation>
    </message>
    <message>
        <source>In words: {words}.</source>
        <translation>Bằng chữ: {words}.</translation>
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
        <translation>Chưa có thuế suất: {base}</translation>
    </message>
    <message>
        <source>Print / PDF (Ctrl+P)</source>
        <translation>In / PDF (Ctrl+P)</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Nhân bản</translation>
    </message>
    <message>
        <source>More details (F9)</source>
        <translation>Thêm chi tiết (F9)</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Thao tác khác</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Lưu (Ctrl+S)</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Tiêu đề: về việc gì?</translation>
    </message>
    <message>
        <source>Revision {n}</source>
        <translation>Lần sửa {n}</translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation>Mọi thay đổi đã được lưu.</translation>
    </message>
    <message>
        <source>rate to VND</source>
        <translation>ra VND</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tỷ giá</translation>
    </message>
    <message>
        <source>How many dong one unit of the currency is</source>
        <translation>Một đơn vị ngoại tệ bằng bao nhiêu đồng</translation>
    </message>
    <message>
        <source>Open the customer block</source>
        <translation>Mở khối khách hàng</translation>
    </message>
    <message>
        <source>No customer yet</source>
        <translation>Chưa chọn khách hàng</translation>
    </message>
    <message>
        <source>Draft kept at {time}</source>
        <translation>Đã tự lưu nháp lúc {time}</translation>
    </message>
    <message>
        <source>A draft of {time} was not saved.</source>
        <translation>Có bản nháp lúc {time} chưa được lưu.</translation>
    </message>
    <message>
        <source>A draft of {time} was not saved; the document was changed since.</source>
        <translation>Có bản nháp lúc {time} chưa được lưu; chứng từ đã thay đổi từ lúc đó.</translation>
    </message>
    <message>
        <source>Restore the draft</source>
        <translation>Khôi phục bản nháp</translation>
    </message>
    <message>
        <source>The document can only be read now; the draft is kept.</source>
        <translation>Chứng từ này hiện chỉ xem được; bản nháp vẫn được giữ.</translation>
    </message>
    <message>
        <source>The lines of the draft cannot be read.</source>
        <translation>Không đọc được các dòng của bản nháp.</translation>
    </message>
    <message>
        <source>restored draft</source>
        <translation>khôi phục bản nháp</translation>
    </message>
    <message>
        <source>{n} new line</source>
        <translation>{n} dòng mới</translation>
    </message>
    <message>
        <source>{n} new lines</source>
        <translation>{n} dòng mới</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Các dòng</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Thanh toán</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Tiền tệ</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Liên hệ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Báo giá</translation>
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
        <source>Supply on</source>
        <translation>Ngày cung cấp</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Bảng giá</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>Báo giá mới</translation>
    </message>
    <message>
        <source>Terms printed on the quote</source>
        <translation>Điều khoản in trên báo giá</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Đơn hàng</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>Ngày đặt</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Hẹn giao</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn trả</translation>
    </message>
    <message>
        <source>Deliver to</source>
        <translation>Giao đến</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Đơn hàng mới</translation>
    </message>
    <message>
        <source>Terms printed on the order</source>
        <translation>Điều khoản in trên đơn hàng</translation>
    </message>
    <message>
        <source>The discount is above {limit}: the quote will wait for approval.</source>
        <translation>Chiết khấu vượt mức {limit}: báo giá sẽ phải chờ duyệt.</translation>
    </message>
    <message>
        <source>{n} cells cannot be read; the first: {fault}</source>
        <translation>{n} ô chưa đọc được; ô đầu tiên: {fault}</translation>
    </message>
    <message>
        <source>No customer has been chosen yet.</source>
        <translation>Chưa chọn khách hàng.</translation>
    </message>
    <message>
        <source>The rate {rate} ends on {end}, before the supply on {day}.</source>
        <translation>Thuế suất {rate} hết hiệu lực ngày {end}, trước ngày cung cấp {day}.</translation>
    </message>
    <message>
        <source>Enter the exchange rate of {code}.</source>
        <translation>Hãy nhập tỷ giá của {code}.</translation>
    </message>
    <message>
        <source>Estimated gross margin {percent} %, under {usual} %.</source>
        <translation>Lãi gộp ước tính {percent} %, dưới mức {usual} %.</translation>
    </message>
    <message>
        <source>Saved at {time}</source>
        <translation>Đã lưu lúc {time}</translation>
    </message>
    <message>
        <source>{who} changed this document meanwhile; it has been read again.</source>
        <translation>{who} vừa sửa chứng từ này; đã đọc lại nội dung mới.</translation>
    </message>
    <message>
        <source>{who} changed other parts of this document meanwhile; both were merged.</source>
        <translation>{who} vừa sửa phần khác của chứng từ này; đã gộp cả hai.</translation>
    </message>
    <message>
        <source>Not saved: your changes and the other ones wait for your choice.</source>
        <translation>Chưa lưu: thay đổi của bạn và của người kia đang chờ bạn chọn.</translation>
    </message>
    <message>
        <source>The document can no longer be changed</source>
        <translation>Chứng từ không còn sửa được</translation>
    </message>
    <message>
        <source>Someone else has issued or approved it in the meantime. What you typed is still here.</source>
        <translation>Người khác vừa phát hành hoặc duyệt chứng từ này. Những gì bạn nhập vẫn còn ở đây.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Read it again, drop mine</source>
        <translation>Đọc bản mới, bỏ bản của tôi</translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>Lưu các thay đổi?</translation>
    </message>
    <message>
        <source>This document has changes that are not saved.</source>
        <translation>Chứng từ này có thay đổi chưa lưu.</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Ở lại</translation>
    </message>
    <message>
        <source>Drop the changes</source>
        <translation>Bỏ thay đổi</translation>
    </message>
</context>
<context>
    <name>QuoteSide</name>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Payment, delivery</source>
        <translation>Thanh toán, giao hàng</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Buyer as printed</source>
        <translation>Bên mua như in trên chứng từ</translation>
    </message>
    <message>
        <source>Printed terms</source>
        <translation>Điều khoản in</translation>
    </message>
    <message>
        <source>Further facts</source>
        <translation>Thông tin khác</translation>
    </message>
    <message>
        <source>Add payment</source>
        <translation>Thêm thanh toán</translation>
    </message>
    <message>
        <source>Deliver goods</source>
        <translation>Giao hàng</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Thanh toán</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Giao hàng</translation>
    </message>
    <message>
        <source>{paid} paid, {owed} owed</source>
        <translation>Đã trả {paid}, còn nợ {owed}</translation>
    </message>
    <message>
        <source>Remove this payment</source>
        <translation>Xóa khoản thanh toán này</translation>
    </message>
    <message>
        <source>Take this delivery back</source>
        <translation>Hủy lần giao này</translation>
    </message>
    <message>
        <source>Still to be delivered</source>
        <translation>Còn phải giao</translation>
    </message>
</context>
<context>
    <name>QuoteVerb</name>
    <message>
        <source>The discount is above the limit: the quote now waits for approval.</source>
        <translation>Chiết khấu vượt mức cho phép: báo giá đang chờ duyệt.</translation>
    </message>
    <message>
        <source>The quote is issued and locked.</source>
        <translation>Báo giá đã phát hành và được khóa.</translation>
    </message>
    <message>
        <source>Print / PDF</source>
        <translation>In / PDF</translation>
    </message>
    <message>
        <source>The payment is noted.</source>
        <translation>Đã ghi nhận thanh toán.</translation>
    </message>
    <message>
        <source>The delivery is noted.</source>
        <translation>Đã ghi nhận giao hàng.</translation>
    </message>
    <message>
        <source>The payment is removed.</source>
        <translation>Đã xóa khoản thanh toán.</translation>
    </message>
    <message>
        <source>The delivery is taken back.</source>
        <translation>Đã hủy lần giao hàng.</translation>
    </message>
    <message>
        <source>Send to customer</source>
        <translation>Gửi khách</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>The quote is approved and issued.</source>
        <translation>Báo giá đã được duyệt và phát hành.</translation>
    </message>
    <message>
        <source>Do not approve…</source>
        <translation>Không duyệt…</translation>
    </message>
    <message>
        <source>Do not approve the quote</source>
        <translation>Không duyệt báo giá</translation>
    </message>
    <message>
        <source>Why is it not approved?</source>
        <translation>Vì sao không duyệt?</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>The quote went back to its author.</source>
        <translation>Đã trả báo giá về người lập.</translation>
    </message>
    <message>
        <source>Take back into work</source>
        <translation>Lấy về sửa tiếp</translation>
    </message>
    <message>
        <source>The quote is a draft again.</source>
        <translation>Báo giá trở lại bản đang soạn.</translation>
    </message>
    <message>
        <source>Customer accepts</source>
        <translation>Khách chấp nhận</translation>
    </message>
    <message>
        <source>The quote is accepted.</source>
        <translation>Khách đã chấp nhận báo giá.</translation>
    </message>
    <message>
        <source>Customer has read it</source>
        <translation>Khách đã xem</translation>
    </message>
    <message>
        <source>Noted that the customer has read the quote.</source>
        <translation>Đã ghi nhận khách đã xem báo giá.</translation>
    </message>
    <message>
        <source>Customer refuses…</source>
        <translation>Khách từ chối…</translation>
    </message>
    <message>
        <source>The customer refuses</source>
        <translation>Khách từ chối báo giá</translation>
    </message>
    <message>
        <source>Why does the customer refuse?</source>
        <translation>Vì sao khách từ chối?</translation>
    </message>
    <message>
        <source>Note the refusal</source>
        <translation>Ghi nhận từ chối</translation>
    </message>
    <message>
        <source>The refusal is noted.</source>
        <translation>Đã ghi nhận khách từ chối.</translation>
    </message>
    <message>
        <source>Make order</source>
        <translation>Tạo đơn hàng</translation>
    </message>
    <message>
        <source>The order {number} has been made.</source>
        <translation>Đã tạo đơn hàng {number}.</translation>
    </message>
    <message>
        <source>Make contract</source>
        <translation>Tạo hợp đồng</translation>
    </message>
    <message>
        <source>The contract {number} has been made.</source>
        <translation>Đã tạo hợp đồng {number}.</translation>
    </message>
    <message>
        <source>Make a revision</source>
        <translation>Tạo bản sửa</translation>
    </message>
    <message>
        <source>The revision {number} takes its place.</source>
        <translation>Bản sửa {number} thay cho bản này.</translation>
    </message>
    <message>
        <source>Open the newest revision</source>
        <translation>Mở bản mới nhất</translation>
    </message>
    <message>
        <source>The order is approved and locked.</source>
        <translation>Đơn hàng đã được duyệt và khóa.</translation>
    </message>
    <message>
        <source>Deliver goods…</source>
        <translation>Giao hàng…</translation>
    </message>
    <message>
        <source>Goods are on their way</source>
        <translation>Hàng đang trên đường giao</translation>
    </message>
    <message>
        <source>The order is being delivered.</source>
        <translation>Đơn hàng đang được giao.</translation>
    </message>
    <message>
        <source>Payment received…</source>
        <translation>Ghi nhận thanh toán…</translation>
    </message>
    <message>
        <source>The order is a draft again.</source>
        <translation>Đơn hàng trở lại bản đang soạn.</translation>
    </message>
    <message>
        <source>Cancel the order…</source>
        <translation>Hủy đơn hàng…</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Hủy đơn hàng</translation>
    </message>
    <message>
        <source>Why is the order cancelled?</source>
        <translation>Vì sao hủy đơn hàng?</translation>
    </message>
    <message>
        <source>The order is cancelled.</source>
        <translation>Đã hủy đơn hàng.</translation>
    </message>
    <message>
        <source>The quote {number} is a copy of this one.</source>
        <translation>Báo giá {number} là bản sao của báo giá này.</translation>
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
