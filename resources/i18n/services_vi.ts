<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Approval</name>
    <message>
        <source>Say why it is declined.</source>
        <translation>Hãy nêu lý do không duyệt.</translation>
    </message>
    <message>
        <source>Not approved: {reason}</source>
        <translation>Không duyệt: {reason}</translation>
    </message>
    <message>
        <source>The quote does not wait for approval.</source>
        <translation>Báo giá này không chờ duyệt.</translation>
    </message>
</context>
<context>
    <name>Company</name>
    <message>
        <source>A quote is valid for 1 to {days} days.</source>
        <translation>Báo giá có hiệu lực từ 1 đến {days} ngày.</translation>
    </message>
    <message>
        <source>The logo must be a PNG or JPEG picture.</source>
        <translation>Logo phải là ảnh PNG hoặc JPEG.</translation>
    </message>
    <message>
        <source>The logo is larger than 2 MB.</source>
        <translation>Logo lớn hơn 2 MB.</translation>
    </message>
</context>
<context>
    <name>Contract</name>
    <message>
        <source>The contract expires before it takes effect.</source>
        <translation>Ngày hết hạn đứng trước ngày hiệu lực.</translation>
    </message>
    <message>
        <source>A contract in this state cannot be brought into the chosen one.</source>
        <translation>Không thể chuyển hợp đồng từ trạng thái hiện tại sang trạng thái đã chọn.</translation>
    </message>
    <message>
        <source>Enter the day of signing first.</source>
        <translation>Hãy nhập ngày ký trước.</translation>
    </message>
    <message>
        <source>The order has been cancelled.</source>
        <translation>Đơn hàng đã bị hủy.</translation>
    </message>
    <message>
        <source>Goods under {number}</source>
        <translation>Mua bán theo {number}</translation>
    </message>
    <message>
        <source>{number} of {day}</source>
        <translation>{number} ngày {day}</translation>
    </message>
    <message>
        <source>Installment {n}</source>
        <translation>Đợt {n}</translation>
    </message>
    <message>
        <source>A penalty above 8% of the breached obligation exceeds the limit of the Commercial Law (Article 301).</source>
        <translation>Mức phạt trên 8% giá trị phần nghĩa vụ bị vi phạm vượt giới hạn của Luật Thương mại (Điều 301).</translation>
    </message>
    <message>
        <source>The installments make {total}, the contract&apos;s value is {value}.</source>
        <translation>Tổng các đợt thanh toán là {total}, giá trị hợp đồng là {value}.</translation>
    </message>
    <message>
        <source>The goods of {number} come to {total}, the contract&apos;s value is {value}.</source>
        <translation>Hàng hóa theo {number} có tổng {total}, giá trị hợp đồng là {value}.</translation>
    </message>
</context>
<context>
    <name>Conversion</name>
    <message>
        <source>The lead has been converted already.</source>
        <translation>Tiềm năng này đã được chuyển đổi.</translation>
    </message>
    <message>
        <source>Choose or create an organization or a contact.</source>
        <translation>Hãy chọn hoặc tạo tổ chức hay liên hệ.</translation>
    </message>
    <message>
        <source>The lead names no company.</source>
        <translation>Tiềm năng chưa có tên công ty.</translation>
    </message>
    <message>
        <source>The lead names no person.</source>
        <translation>Tiềm năng chưa có tên người liên hệ.</translation>
    </message>
    <message>
        <source>The lead has not been converted.</source>
        <translation>Tiềm năng này chưa được chuyển đổi.</translation>
    </message>
</context>
<context>
    <name>CustomField</name>
    <message>
        <source>Enter the label.</source>
        <translation>Hãy nhập tên trường.</translation>
    </message>
    <message>
        <source>There is a field “{label}” already.</source>
        <translation>Đã có trường “{label}”.</translation>
    </message>
    <message>
        <source>Enter what can be chosen.</source>
        <translation>Hãy nhập các giá trị để chọn.</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>Enter the quantities that were delivered.</source>
        <translation>Hãy nhập số lượng đã giao.</translation>
    </message>
    <message>
        <source>Goods can be delivered only for an approved order that is not complete.</source>
        <translation>Chỉ giao được hàng của đơn đã duyệt và chưa giao đủ.</translation>
    </message>
    <message>
        <source>{name}: at most {rest} can be delivered.</source>
        <translation>{name}: chỉ còn giao được tối đa {rest}.</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>The exchange rate must be more than zero.</source>
        <translation>Tỷ giá phải lớn hơn 0.</translation>
    </message>
    <message>
        <source>Line {line} has no description.</source>
        <translation>Dòng {line} chưa có mô tả.</translation>
    </message>
    <message>
        <source>Line {line}: the tax rate is not known.</source>
        <translation>Dòng {line}: không có thuế suất này.</translation>
    </message>
    <message>
        <source>Line {line}: a number has at most four decimals.</source>
        <translation>Dòng {line}: số có tối đa bốn chữ số thập phân.</translation>
    </message>
    <message>
        <source>Line {line}: the price is negative.</source>
        <translation>Dòng {line}: đơn giá âm.</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Enter the label.</source>
        <translation>Hãy nhập tên giá trị.</translation>
    </message>
    <message>
        <source>The list has “{label}” already.</source>
        <translation>Danh mục đã có “{label}”.</translation>
    </message>
    <message>
        <source>A probability lies between 0 and 100.</source>
        <translation>Xác suất nằm trong khoảng từ 0 đến 100.</translation>
    </message>
    <message>
        <source>The program needs this row; it can be renamed but not set aside.</source>
        <translation>Chương trình cần giá trị này; chỉ đổi tên được, không ngừng dùng được.</translation>
    </message>
    <message>
        <source>{n} records have this value; set it aside instead.</source>
        <translation>Có {n} bản ghi đang dùng giá trị này; hãy cho ngừng dùng thay vì xóa.</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>The quote has been issued; revise it to change it.</source>
        <translation>Báo giá đã phát hành; hãy tạo bản sửa đổi để thay đổi.</translation>
    </message>
    <message>
        <source>The order has been approved; its lines and prices can no longer be changed.</source>
        <translation>Đơn hàng đã duyệt; không sửa được hàng và giá nữa.</translation>
    </message>
    <message>
        <source>The order has been cancelled and can no longer be changed.</source>
        <translation>Đơn hàng đã hủy, không sửa được nữa.</translation>
    </message>
    <message>
        <source>The contract has been signed; changes belong in an appendix.</source>
        <translation>Hợp đồng đã ký; thay đổi phải lập phụ lục.</translation>
    </message>
    <message>
        <source>The lead has been converted and can only be read.</source>
        <translation>Tiềm năng đã chuyển đổi, chỉ xem được.</translation>
    </message>
    <message>
        <source>Quote {number} has been issued and is kept; refuse or revise it instead.</source>
        <translation>Báo giá {number} đã phát hành nên phải lưu lại; hãy ghi từ chối hoặc tạo bản sửa đổi.</translation>
    </message>
    <message>
        <source>Order {number} has payments and is kept.</source>
        <translation>Đơn hàng {number} đã có thanh toán nên phải lưu lại.</translation>
    </message>
    <message>
        <source>Order {number} has been approved and is kept; cancel it instead.</source>
        <translation>Đơn hàng {number} đã duyệt nên phải lưu lại; hãy hủy đơn thay vì xóa.</translation>
    </message>
    <message>
        <source>Contract {number} has been signed and is kept; cancel or liquidate it instead.</source>
        <translation>Hợp đồng {number} đã ký nên phải lưu lại; hãy hủy hoặc thanh lý thay vì xóa.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Enter the name.</source>
        <translation>Hãy nhập tên.</translation>
    </message>
    <message>
        <source>The name is longer than {n} characters.</source>
        <translation>Tên dài quá {n} ký tự.</translation>
    </message>
    <message>
        <source>There is “{name}” already. To make the two one, merge them.</source>
        <translation>Đã có “{name}”. Muốn nhập hai tên làm một, hãy dùng Gộp.</translation>
    </message>
    <message>
        <source>Choose another one to merge with.</source>
        <translation>Hãy chọn một tên khác để gộp vào.</translation>
    </message>
    <message>
        <source>{n} records have it; merge it with another one instead.</source>
        <translation>{n} bản ghi đang dùng tên này; hãy gộp vào tên khác.</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>The comment is empty.</source>
        <translation>Bình luận đang trống.</translation>
    </message>
    <message>
        <source>The note was changed in another window in the meantime.</source>
        <translation>Ghi chú này vừa được sửa ở cửa sổ khác.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read.</source>
        <translation>Không đọc được tệp {path}.</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB.</source>
        <translation>{name} lớn hơn {limit} MB.</translation>
    </message>
</context>
<context>
    <name>Opportunity</name>
    <message>
        <source>This stage is not in the list.</source>
        <translation>Giai đoạn này không có trong danh mục.</translation>
    </message>
    <message>
        <source>Say why the opportunity was lost.</source>
        <translation>Hãy chọn lý do thua.</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>The order {number} has been made from this quote.</source>
        <translation>Báo giá này đã có đơn hàng {number}.</translation>
    </message>
    <message>
        <source>Only a draft can be approved.</source>
        <translation>Chỉ duyệt được đơn hàng mới tạo.</translation>
    </message>
    <message>
        <source>The order has no lines.</source>
        <translation>Đơn hàng chưa có dòng hàng nào.</translation>
    </message>
    <message>
        <source>The order names no customer.</source>
        <translation>Đơn hàng chưa có tên khách hàng.</translation>
    </message>
    <message>
        <source>Only an approved order of which nothing was delivered can be taken back.</source>
        <translation>Chỉ mở lại được đơn đã duyệt mà chưa giao hàng.</translation>
    </message>
    <message>
        <source>Say why the order is cancelled.</source>
        <translation>Hãy nêu lý do hủy đơn.</translation>
    </message>
    <message>
        <source>The order has been cancelled already.</source>
        <translation>Đơn hàng đã bị hủy trước đó.</translation>
    </message>
    <message>
        <source>The order has payments; enter the refund first.</source>
        <translation>Đơn hàng đã thu tiền; hãy ghi khoản hoàn trả trước.</translation>
    </message>
    <message>
        <source>Goods of the order have been delivered; take the deliveries back first.</source>
        <translation>Đơn hàng đã giao hàng; hãy bỏ các lần giao trước.</translation>
    </message>
    <message>
        <source>Cancelled: {reason}</source>
        <translation>Hủy đơn: {reason}</translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>The password needs at least {count} characters.</source>
        <translation>Mật khẩu cần ít nhất {count} ký tự.</translation>
    </message>
    <message>
        <source>The password must not be the name.</source>
        <translation>Mật khẩu không được trùng tên đăng nhập.</translation>
    </message>
</context>
<context>
    <name>Paste</name>
    <message>
        <source>There is no product with the code {code}; the line is free.</source>
        <translation>Không có sản phẩm mã {code}; dòng được nhập tự do.</translation>
    </message>
    <message>
        <source>“{text}” is not a tax rate.</source>
        <translation>“{text}” không phải thuế suất.</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>The order has been cancelled.</source>
        <translation>Đơn hàng đã bị hủy.</translation>
    </message>
    <message>
        <source>Enter the amount.</source>
        <translation>Hãy nhập số tiền.</translation>
    </message>
    <message>
        <source>The amount has more decimals than its currency.</source>
        <translation>Số tiền có nhiều chữ số thập phân hơn đơn vị tiền tệ.</translation>
    </message>
    <message>
        <source>More would be paid back than was received.</source>
        <translation>Số tiền hoàn trả vượt số đã thu.</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Choose an active colleague to take the records over.</source>
        <translation>Hãy chọn một đồng nghiệp đang hoạt động để nhận bàn giao.</translation>
    </message>
    <message>
        <source>You cannot shut yourself out; another administrator can.</source>
        <translation>Bạn không thể tự khóa mình; quản trị viên khác có thể làm việc này.</translation>
    </message>
</context>
<context>
    <name>Price</name>
    <message>
        <source>A price in {source} cannot be put into a document in {target}.</source>
        <translation>Không quy đổi được giá {source} sang chứng từ {target}.</translation>
    </message>
    <message>
        <source>The price of {day} is in force and cannot be changed; choose a later day.</source>
        <translation>Giá từ ngày {day} đang có hiệu lực, không sửa được; hãy chọn ngày sau đó.</translation>
    </message>
    <message>
        <source>The quantity must be more than zero.</source>
        <translation>Số lượng phải lớn hơn 0.</translation>
    </message>
    <message>
        <source>A price is never negative.</source>
        <translation>Giá không được âm.</translation>
    </message>
</context>
<context>
    <name>PriceBook</name>
    <message>
        <source>There is no product with the code “{code}”.</source>
        <translation>Không có sản phẩm nào có mã “{code}”.</translation>
    </message>
    <message>
        <source>The list has prices; its currency can no longer change.</source>
        <translation>Bảng giá đã có giá nên không đổi được tiền tệ.</translation>
    </message>
    <message>
        <source>Enter the name of the price list.</source>
        <translation>Hãy nhập tên bảng giá.</translation>
    </message>
    <message>
        <source>There is a price list “{name}” already.</source>
        <translation>Đã có bảng giá “{name}”.</translation>
    </message>
    <message>
        <source>{n} customers or documents use this price list; set it inactive instead.</source>
        <translation>{n} khách hàng hoặc chứng từ đang dùng bảng giá này; hãy cho bảng giá ngừng dùng.</translation>
    </message>
</context>
<context>
    <name>Quote</name>
    <message>
        <source>Issue the quote first.</source>
        <translation>Hãy phát hành báo giá trước.</translation>
    </message>
    <message>
        <source>The quote does not wait for the customer&apos;s decision.</source>
        <translation>Báo giá này không còn chờ khách quyết định.</translation>
    </message>
    <message>
        <source>Only a draft can be issued.</source>
        <translation>Chỉ phát hành được báo giá mới tạo.</translation>
    </message>
    <message>
        <source>The quote has no lines.</source>
        <translation>Báo giá chưa có dòng hàng nào.</translation>
    </message>
    <message>
        <source>The quote names no customer.</source>
        <translation>Báo giá chưa có tên khách hàng.</translation>
    </message>
    <message>
        <source>The quote has no date.</source>
        <translation>Báo giá chưa có ngày.</translation>
    </message>
    <message>
        <source>Say until when the quote is valid.</source>
        <translation>Hãy nhập ngày hết hiệu lực của báo giá.</translation>
    </message>
    <message>
        <source>The quote would expire before its own date.</source>
        <translation>Ngày hết hiệu lực đứng trước ngày báo giá.</translation>
    </message>
    <message>
        <source>The tax rate {rate} on shipping is not in force on {day}.</source>
        <translation>Thuế suất {rate} của phí vận chuyển không có hiệu lực vào ngày {day}.</translation>
    </message>
    <message>
        <source>Line {line}: the tax rate {rate} is not in force on {day}.</source>
        <translation>Dòng {line}: thuế suất {rate} không có hiệu lực vào ngày {day}.</translation>
    </message>
    <message>
        <source>The rate {rate} ends on {end}, before the supply on {day}; another rate may apply then.</source>
        <translation>Thuế suất {rate} hết hiệu lực ngày {end}, trước ngày cung cấp {day}; khi đó có thể áp dụng thuế suất khác.</translation>
    </message>
    <message>
        <source>Only a quote that waits for approval can be taken back; revise an issued one.</source>
        <translation>Chỉ lấy lại được báo giá đang chờ duyệt; báo giá đã phát hành thì tạo bản sửa đổi.</translation>
    </message>
    <message>
        <source>Only a sent quote can be reviewed.</source>
        <translation>Chỉ ghi nhận khách đã xem cho báo giá đã gửi.</translation>
    </message>
    <message>
        <source>Say why the customer refused.</source>
        <translation>Hãy nêu lý do khách từ chối.</translation>
    </message>
    <message>
        <source>The quote has not been issued; it can simply be changed.</source>
        <translation>Báo giá chưa phát hành; có thể sửa trực tiếp.</translation>
    </message>
    <message>
        <source>There is a newer revision of this quote; revise that one.</source>
        <translation>Đã có bản sửa đổi mới hơn; hãy sửa bản đó.</translation>
    </message>
    <message>
        <source>There is an order for this quote; it cannot be revised any more.</source>
        <translation>Báo giá đã có đơn hàng, không sửa đổi được nữa.</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>There is no record with the number {number}.</source>
        <translation>Không có bản ghi mang số {number}.</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>You may not change the field “{field}”.</source>
        <translation>Bạn không được sửa trường “{field}”.</translation>
    </message>
    <message>
        <source>There is a field here that you may not see.</source>
        <translation>Có một trường mà bạn không được xem.</translation>
    </message>
    <message>
        <source>Every record shows it.</source>
        <translation>Bản ghi nào cũng hiện trường này.</translation>
    </message>
    <message>
        <source>It has to be filled in.</source>
        <translation>Trường này bắt buộc nhập.</translation>
    </message>
    <message>
        <source>Searches look into it and would tell what it holds.</source>
        <translation>Ô tìm kiếm dò cả trường này nên sẽ làm lộ nội dung.</translation>
    </message>
    <message>
        <source>The program works with it on the screen.</source>
        <translation>Chương trình cần trường này khi hiển thị.</translation>
    </message>
    <message>
        <source>Your role does not allow you to print {what}.</source>
        <translation>Vai trò của bạn không cho phép in {what}.</translation>
    </message>
    <message>
        <source>You may read this record, but not change it.</source>
        <translation>Bạn chỉ được xem bản ghi này, không được sửa.</translation>
    </message>
    <message>
        <source>You may not delete this record.</source>
        <translation>Bạn không được xóa bản ghi này.</translation>
    </message>
    <message>
        <source>You may not give records to this owner.</source>
        <translation>Bạn không được giao bản ghi cho người phụ trách này.</translation>
    </message>
    <message>
        <source>Your role does not allow you to create {what}.</source>
        <translation>Vai trò của bạn không cho phép thêm {what}.</translation>
    </message>
    <message>
        <source>You may no longer sign in; an administrator has set you inactive.</source>
        <translation>Bạn không còn được đăng nhập; quản trị viên đã ngừng tài khoản của bạn.</translation>
    </message>
    <message>
        <source>Only an administrator may change users, roles and settings.</source>
        <translation>Chỉ quản trị viên được sửa người dùng, vai trò và thiết lập.</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (bản sao)</translation>
    </message>
    <message>
        <source>{n} users have this role; give them another one first.</source>
        <translation>{n} người dùng đang có vai trò này; hãy giao cho họ vai trò khác trước.</translation>
    </message>
    <message>
        <source>There is no role “{name}” any more.</source>
        <translation>Không còn vai trò “{name}”.</translation>
    </message>
    <message>
        <source>There is a role “{name}” already.</source>
        <translation>Đã có vai trò “{name}”.</translation>
    </message>
    <message>
        <source>{module}: what is not seen can be neither changed nor deleted.</source>
        <translation>{module}: không thể sửa hay xóa bản ghi mà vai trò không được xem.</translation>
    </message>
    <message>
        <source>“{field}” cannot be hidden. {reason}</source>
        <translation>Không ẩn được trường “{field}”. {reason}</translation>
    </message>
</context>
<context>
    <name>SavedView</name>
    <message>
        <source>A view needs a name.</source>
        <translation>Khung nhìn cần có tên.</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>The program</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>It belongs to them already.</source>
        <translation>Người này đang phụ trách bản ghi rồi.</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Please sign in with your name and password.</source>
        <translation>Hãy đăng nhập bằng tên và mật khẩu của bạn.</translation>
    </message>
    <message>
        <source>The name or the password is not right.</source>
        <translation>Tên đăng nhập hoặc mật khẩu không đúng.</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Locked until {time}.</source>
        <translation>Sai mật khẩu quá nhiều lần. Khóa đến {time}.</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>Mật khẩu không đúng.</translation>
    </message>
    <message>
        <source>Only an administrator may do this.</source>
        <translation>Chỉ quản trị viên được làm việc này.</translation>
    </message>
</context>
<context>
    <name>TaxRate</name>
    <message>
        <source>Documents use this rate: end it and add a new one from the following day.</source>
        <translation>Đã có chứng từ dùng thuế suất này: hãy đặt ngày kết thúc và thêm dòng mới từ ngày kế tiếp.</translation>
    </message>
    <message>
        <source>Code, label and first day of a rate are required.</source>
        <translation>Thuế suất phải có mã, tên và ngày bắt đầu.</translation>
    </message>
    <message>
        <source>A rate lies between 0 and 100 percent.</source>
        <translation>Thuế suất nằm trong khoảng từ 0 đến 100%.</translation>
    </message>
    <message>
        <source>The rate ends before it begins.</source>
        <translation>Ngày kết thúc đứng trước ngày bắt đầu.</translation>
    </message>
    <message>
        <source>Another row of this code holds at the same time.</source>
        <translation>Mã này đã có dòng khác hiệu lực trong cùng thời gian.</translation>
    </message>
    <message>
        <source>Products or documents use this rate; give it a last day instead.</source>
        <translation>Sản phẩm hoặc chứng từ đang dùng thuế suất này; hãy đặt ngày kết thúc thay vì xóa.</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>{file} is not the file that was signed; it was thrown away.</source>
        <translation>{file} không phải là tệp đã được ký; tệp đã bị bỏ.</translation>
    </message>
    <message>
        <source>{file} cannot be started: {reason}</source>
        <translation>Không khởi động được {file}: {reason}</translation>
    </message>
    <message>
        <source>The new version is not signed with the key that was given here; it was left alone.</source>
        <translation>Phiên bản mới không được ký bằng khóa đã khai báo ở đây nên không được dùng.</translation>
    </message>
    <message>
        <source>What is said there about the new version makes no sense to this program.</source>
        <translation>Thông tin về phiên bản mới ở đó không hợp lệ.</translation>
    </message>
    <message>
        <source>New versions are fetched from a folder or an https:// address only.</source>
        <translation>Phiên bản mới chỉ được lấy từ một thư mục hoặc địa chỉ https://.</translation>
    </message>
    <message>
        <source>The place for new versions cannot be read: {reason}</source>
        <translation>Không đọc được nơi đặt phiên bản mới: {reason}</translation>
    </message>
</context>
<context>
    <name>User</name>
    <message>
        <source>There is no user “{name}”.</source>
        <translation>Không có người dùng “{name}”.</translation>
    </message>
    <message>
        <source>There is no role “{name}”.</source>
        <translation>Không có vai trò “{name}”.</translation>
    </message>
    <message>
        <source>Somebody must be able to sign in; this is the last active user.</source>
        <translation>Phải còn người đăng nhập được; đây là người dùng hoạt động cuối cùng.</translation>
    </message>
    <message>
        <source>There must be an active administrator; make somebody else one first.</source>
        <translation>Phải luôn có một quản trị viên đang hoạt động; hãy giao quyền quản trị cho người khác trước.</translation>
    </message>
    <message>
        <source>Another user signs in by this name.</source>
        <translation>Tên đăng nhập này đã có người dùng.</translation>
    </message>
    <message>
        <source>Nobody reports to themselves.</source>
        <translation>Không ai báo cáo cho chính mình.</translation>
    </message>
    <message>
        <source>{other} reports to {name} already; a circle of superiors has no head.</source>
        <translation>{other} đang báo cáo cho {name}; quan hệ cấp trên không được đi vòng.</translation>
    </message>
</context>
<context>
    <name>Users</name>
    <message>
        <source>There is no active user “{name}”.</source>
        <translation>Không có người dùng “{name}” đang hoạt động.</translation>
    </message>
</context>
<context>
    <name>Validation</name>
    <message>
        <source>“{value}” is not in the list.</source>
        <translation>“{value}” không có trong danh sách.</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>{verb}: yes. {reason}.</source>
        <translation>{verb}: có. {reason}.</translation>
    </message>
    <message>
        <source>{verb}: no. {reason}.</source>
        <translation>{verb}: không. {reason}.</translation>
    </message>
    <message>
        <source>{verb}: yes. The role “{role}” allows it.</source>
        <translation>{verb}: có. Vai trò “{role}” cho phép.</translation>
    </message>
    <message>
        <source>{verb}: no. The role “{role}” does not allow it.</source>
        <translation>{verb}: không. Vai trò “{role}” không cho phép.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất Excel</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>{name} is inactive and cannot sign in; if they could:</source>
        <translation>{name} đã ngừng hoạt động và không đăng nhập được; nếu còn hoạt động thì:</translation>
    </message>
    <message>
        <source>The role “{role}” reaches everything in this module</source>
        <translation>Vai trò “{role}” với tới mọi bản ghi của phân hệ này</translation>
    </message>
    <message>
        <source>The record belongs to {name}</source>
        <translation>Bản ghi thuộc về {name}</translation>
    </message>
    <message>
        <source>Its owner {owner} is in the team “{team}” with {name}</source>
        <translation>Người phụ trách {owner} cùng nhóm “{team}” với {name}</translation>
    </message>
    <message>
        <source>Its owner {owner} reports to {name}</source>
        <translation>Người phụ trách {owner} báo cáo cho {name}</translation>
    </message>
    <message>
        <source>Its owner {owner} reports to {name} over {between}</source>
        <translation>Người phụ trách {owner} báo cáo cho {name} qua {between}</translation>
    </message>
    <message>
        <source>{by} shared it with {name} on {when}</source>
        <translation>{by} đã chia sẻ cho {name} ngày {when}</translation>
    </message>
    <message>
        <source>{by} shared it with the team “{name}” on {when}</source>
        <translation>{by} đã chia sẻ cho nhóm “{name}” ngày {when}</translation>
    </message>
    <message>
        <source>who may change it</source>
        <translation>được sửa</translation>
    </message>
    <message>
        <source>{name} has no role</source>
        <translation>{name} chưa có vai trò</translation>
    </message>
    <message>
        <source>The role “{role}” does not allow it in this module</source>
        <translation>Vai trò “{role}” không cho phép trong phân hệ này</translation>
    </message>
    <message>
        <source>The record has no owner, and the role does not reach everything</source>
        <translation>Bản ghi không có người phụ trách, mà vai trò không với tới mọi bản ghi</translation>
    </message>
    <message>
        <source>The record belongs to {owner}, and the role reaches only {name}’s own</source>
        <translation>Bản ghi thuộc về {owner}, mà vai trò chỉ với tới bản ghi của {name}</translation>
    </message>
    <message>
        <source>Its owner {owner} is not in the team of {name}</source>
        <translation>Người phụ trách {owner} không cùng nhóm với {name}</translation>
    </message>
    <message>
        <source>Its owner {owner} does not report to {name}</source>
        <translation>Người phụ trách {owner} không báo cáo cho {name}</translation>
    </message>
</context>
</TS>
