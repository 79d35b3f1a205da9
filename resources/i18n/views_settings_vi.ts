<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>CustomField</name>
    <message>
        <source>Kind</source>
        <translation>Kiểu</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
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
    <name>PriceTable</name>
    <message>
        <source>In force</source>
        <translation>Đang áp dụng</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Sắp áp dụng</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Đã thay</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>Find a product</source>
        <translation>Tìm sản phẩm</translation>
    </message>
    <message>
        <source>Paste from Excel</source>
        <translation>Dán từ Excel</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Đơn giá</translation>
    </message>
    <message>
        <source>Add a price</source>
        <translation>Thêm giá</translation>
    </message>
    <message>
        <source>A price in force stays as it is: type over it, and the new price begins on a new row. Columns pasted from Excel: code, from quantity, valid from, price.</source>
        <translation>Giá đang áp dụng được giữ nguyên: gõ đè lên thì giá mới nằm ở dòng mới. Cột khi dán từ Excel: mã, từ số lượng, hiệu lực từ, đơn giá.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã hàng</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>A price in force is not removed: begin a new one instead.</source>
        <translation>Không xóa được giá đang áp dụng: hãy đặt giá mới.</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Di chuyển</translation>
    </message>
    <message>
        <source>Move the row up (Alt+Up)</source>
        <translation>Chuyển dòng lên (Alt+↑)</translation>
    </message>
    <message>
        <source>Move the row down (Alt+Down)</source>
        <translation>Chuyển dòng xuống (Alt+↓)</translation>
    </message>
    <message>
        <source>Remove the row (Ctrl+Delete)</source>
        <translation>Xóa dòng (Ctrl+Delete)</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Company</source>
        <translation>Công ty</translation>
    </message>
    <message>
        <source>What stands in the letterhead of every document, and as party A of every contract.</source>
        <translation>Nội dung đầu trang của mọi chứng từ và Bên A của mọi hợp đồng.</translation>
    </message>
    <message>
        <source>Bank accounts</source>
        <translation>Tài khoản ngân hàng</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Thêm tài khoản</translation>
    </message>
    <message>
        <source>Signers</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Add a signer</source>
        <translation>Thêm người ký</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Address and telephone</source>
        <translation>Địa chỉ và liên lạc</translation>
    </message>
    <message>
        <source>Text, one line</source>
        <translation>Văn bản một dòng</translation>
    </message>
    <message>
        <source>Text, several lines</source>
        <translation>Văn bản nhiều dòng</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Choice from a list</source>
        <translation>Chọn trong danh sách</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Có / không</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Các lựa chọn</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>Trường tùy chỉnh</translation>
    </message>
    <message>
        <source>Your own fields stand at the end of the form; lists can show, filter and import them.</source>
        <translation>Trường riêng của công ty nằm cuối biểu mẫu; danh sách có thể hiện, lọc và nhập các trường này.</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Phân hệ</translation>
    </message>
    <message>
        <source>No field of your own yet</source>
        <translation>Chưa có trường riêng nào</translation>
    </message>
    <message>
        <source>Add what your company keeps about these records and the form does not ask for.</source>
        <translation>Hãy thêm những thông tin công ty cần lưu mà biểu mẫu chưa có.</translation>
    </message>
    <message>
        <source>Add a field…</source>
        <translation>Thêm trường…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Set inactive</source>
        <translation>Ngừng dùng</translation>
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
        <source>Set active</source>
        <translation>Dùng lại</translation>
    </message>
    <message>
        <source>For a choice from a list: one to a line.</source>
        <translation>Dùng cho kiểu chọn trong danh sách: mỗi dòng một lựa chọn.</translation>
    </message>
    <message>
        <source>New field of {module}</source>
        <translation>Trường mới của {module}</translation>
    </message>
    <message>
        <source>Copies of the database (*.crm);;All files (*)</source>
        <translation>Bản sao dữ liệu (*.crm);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dữ liệu</translation>
    </message>
    <message>
        <source>Where your company&apos;s data lies, and how to be safe from losing it.</source>
        <translation>Dữ liệu công ty nằm ở đâu và làm sao để không bị mất.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Look for damage</source>
        <translation>Kiểm tra hư hỏng</translation>
    </message>
    <message>
        <source>A file of this computer</source>
        <translation>Tệp trên máy này</translation>
    </message>
    <message>
        <source>A server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>Sao lưu ngay…</translation>
    </message>
    <message>
        <source>Restore a copy…</source>
        <translation>Khôi phục bản sao…</translation>
    </message>
    <message>
        <source>A copy is one file with everything in it, attachments too. Keep it on another disk. Work can go on meanwhile.</source>
        <translation>Bản sao là một tệp chứa toàn bộ dữ liệu, kể cả tệp đính kèm. Hãy cất ở ổ đĩa khác. Trong lúc sao lưu vẫn làm việc bình thường.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Bản sao</translation>
    </message>
    <message>
        <source>Deleted records wait in the recycle bin of their module.</source>
        <translation>Bản ghi đã xóa nằm trong Thùng rác của từng phân hệ.</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>Thùng rác</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Sao lưu vào</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Đang sao lưu</translation>
    </message>
    <message>
        <source>The copy {path} is complete and was checked.</source>
        <translation>Đã sao lưu xong và kiểm tra bản sao {path}.</translation>
    </message>
    <message>
        <source>Looking for damage</source>
        <translation>Đang kiểm tra hư hỏng</translation>
    </message>
    <message>
        <source>The database is sound.</source>
        <translation>Dữ liệu nguyên vẹn.</translation>
    </message>
    <message>
        <source>{n} problems were found</source>
        <translation>Phát hiện {n} vấn đề</translation>
    </message>
    <message>
        <source>Restore the copy</source>
        <translation>Khôi phục bản sao</translation>
    </message>
    <message>
        <source>Everything entered since that copy is set aside. The present file is kept beside it, with the ending .before-restore. The program opens the restored database at once.</source>
        <translation>Mọi thứ nhập sau bản sao này sẽ không còn trong chương trình. Tệp hiện tại được giữ lại bên cạnh với đuôi .before-restore. Chương trình mở ngay dữ liệu đã khôi phục.</translation>
    </message>
    <message>
        <source>Restore {name}?</source>
        <translation>Khôi phục {name}?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Đang khôi phục</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Product groups</source>
        <translation>Nhóm sản phẩm</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Product groups and tags</source>
        <translation>Nhóm sản phẩm và thẻ</translation>
    </message>
    <message>
        <source>Rename them here, and merge what was written in two ways.</source>
        <translation>Đổi tên, và gộp những tên viết theo hai cách.</translation>
    </message>
    <message>
        <source>Add a group…</source>
        <translation>Thêm nhóm…</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Thêm thẻ…</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Đã hoàn tác</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Còn hiệu lực</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Bản ghi</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Người nhập</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cập nhật</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>Chưa nhập dữ liệu lần nào</translation>
    </message>
    <message>
        <source>Imports from Excel stand here, and can be undone as long as nobody changed their records.</source>
        <translation>Các lần nhập từ Excel hiện ở đây và có thể hoàn tác khi bản ghi chưa bị ai sửa.</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Lịch sử nhập dữ liệu</translation>
    </message>
    <message>
        <source>Undo this import…</source>
        <translation>Hoàn tác lần nhập này…</translation>
    </message>
    <message>
        <source>Undo the import of {file}?</source>
        <translation>Hoàn tác lần nhập {file}?</translation>
    </message>
    <message>
        <source>Records it made are deleted, those it changed get their old values. What was changed since stays.</source>
        <translation>Bản ghi do lần nhập tạo ra sẽ bị xóa, bản ghi được cập nhật trở về giá trị cũ. Những gì đã sửa sau đó được giữ nguyên.</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Hoàn tác lần nhập</translation>
    </message>
    <message>
        <source>Undoing the import</source>
        <translation>Đang hoàn tác lần nhập</translation>
    </message>
    <message>
        <source>{n} records were left as they are:</source>
        <translation>{n} bản ghi được giữ nguyên:</translation>
    </message>
    <message>
        <source>{deleted} records were deleted, {restored} have their old values again.</source>
        <translation>Đã xóa {deleted} bản ghi, {restored} bản ghi trở về giá trị cũ.</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>cố định</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Xác suất</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Đang dùng</translation>
    </message>
    <message>
        <source>By the program</source>
        <translation>Hệ thống</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Danh mục</translation>
    </message>
    <message>
        <source>What can be chosen in forms and filters. Records keep their value when it is renamed.</source>
        <translation>Những giá trị chọn được trong biểu mẫu và bộ lọc. Đổi tên không làm mất giá trị trên bản ghi.</translation>
    </message>
    <message>
        <source>Fixed rows are needed by the program: rename and recolour them, but they stay in use.</source>
        <translation>Dòng cố định là dòng chương trình cần: đổi được tên và màu, không ngừng dùng được.</translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation>Thêm giá trị</translation>
    </message>
    <message>
        <source>Save or discard the changes of this list first.</source>
        <translation>Hãy lưu hoặc bỏ thay đổi của danh sách này trước.</translation>
    </message>
    <message>
        <source>The program needs this row; it can be renamed but not removed.</source>
        <translation>Chương trình cần dòng này; chỉ đổi được tên, không xóa được.</translation>
    </message>
    <message>
        <source>{n} records have “{label}”. Take the tick from “In use” instead.</source>
        <translation>{n} bản ghi đang có “{label}”. Hãy bỏ dấu chọn ở cột “Đang dùng”.</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>Thả ảnh vào đây</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Chọn ảnh…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>PNG or JPEG, at most 2 MB.</source>
        <translation>PNG hoặc JPEG, tối đa 2 MB.</translation>
    </message>
    <message>
        <source>Choose the logo</source>
        <translation>Chọn logo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Ảnh (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>For this computer only; changes take effect at once.</source>
        <translation>Chỉ cho máy này; thay đổi có tác dụng ngay.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Màu nền</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Chiều cao dòng</translation>
    </message>
    <message>
        <source>Lists take it up when they are next opened.</source>
        <translation>Danh sách áp dụng khi được mở lại.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Gộp vào</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Chưa có gì</translation>
    </message>
    <message>
        <source>What you add can be chosen in forms.</source>
        <translation>Những gì thêm vào sẽ chọn được trong biểu mẫu.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Gộp…</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>Đổi tên “{name}”</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Tên mới</translation>
    </message>
    <message>
        <source>“{name}” disappears; its {n} records get the other name.</source>
        <translation>“{name}” sẽ mất đi; {n} bản ghi chuyển sang tên kia.</translation>
    </message>
    <message>
        <source>Merge “{name}”</source>
        <translation>Gộp “{name}”</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gộp</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>Xóa “{name}”?</translation>
    </message>
    <message>
        <source>It is taken off {n} records.</source>
        <translation>Thẻ sẽ được gỡ khỏi {n} bản ghi.</translation>
    </message>
    <message>
        <source>A name that records have is not removed; merge it instead.</source>
        <translation>Tên đang có bản ghi dùng thì không xóa được; hãy gộp vào tên khác.</translation>
    </message>
    <message>
        <source>Next number: {number}</source>
        <translation>Số tiếp theo: {number}</translation>
    </message>
    <message>
        <source>From now on: {number}, after the numbers already given</source>
        <translation>Từ nay: {number}, tiếp sau các số đã cấp</translation>
    </message>
    <message>
        <source>Numbering</source>
        <translation>Đánh số</translation>
    </message>
    <message>
        <source>Numbers already given stay as they are; a new pattern counts on after them.</source>
        <translation>Số đã cấp được giữ nguyên; mẫu mới đếm tiếp theo sau.</translation>
    </message>
    <message>
        <source>{yyyy} is the year, {yy} its last two digits, {mm} the month, {dd} the day, {0000} the counter with at least that many digits. The counter begins anew each year, month or day that stands in the pattern.</source>
        <translation>{yyyy} là năm, {yy} là hai số cuối của năm, {mm} là tháng, {dd} là ngày, {0000} là số đếm với ít nhất chừng ấy chữ số. Số đếm bắt đầu lại từ 1 mỗi năm, tháng hoặc ngày có trong mẫu.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
    </message>
    <message>
        <source>Price lists</source>
        <translation>Bảng giá</translation>
    </message>
    <message>
        <source>A customer pays the prices of their list, else those of the default list, else the list price.</source>
        <translation>Khách hàng được tính theo bảng giá của mình, nếu không có thì theo bảng giá mặc định, sau cùng là giá niêm yết.</translation>
    </message>
    <message>
        <source>Add a price list…</source>
        <translation>Thêm bảng giá…</translation>
    </message>
    <message>
        <source>One list for each kind of customer: retail, dealers, projects.</source>
        <translation>Mỗi loại khách một bảng giá: khách lẻ, đại lý, dự án.</translation>
    </message>
    <message>
        <source>No price list yet</source>
        <translation>Chưa có bảng giá nào</translation>
    </message>
    <message>
        <source>Add a price list</source>
        <translation>Thêm bảng giá</translation>
    </message>
    <message>
        <source>Edit the price list</source>
        <translation>Sửa bảng giá</translation>
    </message>
    <message>
        <source>Remove the price list</source>
        <translation>Xóa bảng giá</translation>
    </message>
    <message>
        <source>For customers without a price list of their own.</source>
        <translation>Cho khách hàng không có bảng giá riêng.</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Bảng giá</translation>
    </message>
    <message>
        <source>New price list</source>
        <translation>Bảng giá mới</translation>
    </message>
    <message>
        <source>Remove the price list “{name}”?</source>
        <translation>Xóa bảng giá “{name}”?</translation>
    </message>
    <message>
        <source>Its {n} prices go with it. A list that customers use is not removed.</source>
        <translation>{n} giá trong bảng sẽ mất theo. Bảng giá đang có khách hàng dùng thì không xóa được.</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>ngừng dùng</translation>
    </message>
    <message>
        <source>default</source>
        <translation>mặc định</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Lời mở đầu</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Điều khoản</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Thanh toán</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Giao hàng</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>Bảo hành</translation>
    </message>
    <message>
        <source>Days valid</source>
        <translation>Hiệu lực (ngày)</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Số không</translation>
    </message>
    <message>
        <source>Thousand</source>
        <translation>Hàng nghìn</translation>
    </message>
    <message>
        <source>Four</source>
        <translation>Số bốn</translation>
    </message>
    <message>
        <source>Print templates</source>
        <translation>Mẫu in</translation>
    </message>
    <message>
        <source>New quotes and contracts begin with these texts; each document may change them.</source>
        <translation>Báo giá và hợp đồng mới lấy sẵn các nội dung này; từng chứng từ có thể sửa lại.</translation>
    </message>
    <message>
        <source>Counted from the day of the quote.</source>
        <translation>Tính từ ngày báo giá.</translation>
    </message>
    <message>
        <source>Legal bases</source>
        <translation>Căn cứ pháp lý</translation>
    </message>
    <message>
        <source>One to a line, as the contract begins.</source>
        <translation>Mỗi dòng một căn cứ, in ở đầu hợp đồng.</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Bằng chữ</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Báo giá</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Hợp đồng</translation>
    </message>
    <message>
        <source>Amounts in words</source>
        <translation>Số tiền bằng chữ</translation>
    </message>
    <message>
        <source>Try an amount</source>
        <translation>Thử số tiền</translation>
    </message>
    <message>
        <source>Our company</source>
        <translation>Công ty</translation>
    </message>
    <message>
        <source>name address tax code phone logo letterhead bank account VietQR signer</source>
        <translation>tên địa chỉ mã số thuế điện thoại logo đầu trang tài khoản ngân hàng VietQR người ký</translation>
    </message>
    <message>
        <source>quote terms introduction payment delivery warranty validity legal bases in words</source>
        <translation>báo giá điều khoản mặc định lời mở đầu thanh toán giao hàng bảo hành hiệu lực căn cứ pháp lý bằng chữ</translation>
    </message>
    <message>
        <source>Users and teams</source>
        <translation>Người dùng và nhóm</translation>
    </message>
    <message>
        <source>people staff sign-in team manager rights password</source>
        <translation>nhân viên đăng nhập nhóm quản lý quyền mật khẩu</translation>
    </message>
    <message>
        <source>Sales data</source>
        <translation>Dữ liệu bán hàng</translation>
    </message>
    <message>
        <source>status source industry stage probability reason colour currency choice</source>
        <translation>trạng thái nguồn ngành nghề giai đoạn xác suất lý do màu tiền tệ lựa chọn</translation>
    </message>
    <message>
        <source>number pattern counter year code</source>
        <translation>số chứng từ mẫu số đếm năm mã</translation>
    </message>
    <message>
        <source>Tax rates</source>
        <translation>Thuế suất</translation>
    </message>
    <message>
        <source>VAT percent legal basis period KCT</source>
        <translation>thuế GTGT phần trăm căn cứ pháp lý kỳ hiệu lực KCT</translation>
    </message>
    <message>
        <source>additional attribute field form</source>
        <translation>thuộc tính bổ sung trường biểu mẫu</translation>
    </message>
    <message>
        <source>price quantity step wholesale dealer product</source>
        <translation>giá số lượng bậc giá bán buôn đại lý sản phẩm</translation>
    </message>
    <message>
        <source>group tag rename merge category</source>
        <translation>nhóm thẻ đổi tên gộp phân loại</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>theme dark light row height language English Vietnamese</source>
        <translation>màu nền tối sáng chiều cao dòng ngôn ngữ tiếng Anh tiếng Việt</translation>
    </message>
    <message>
        <source>backup restore database file check damage import undo recycle bin</source>
        <translation>sao lưu khôi phục cơ sở dữ liệu tệp kiểm tra hư hỏng nhập hoàn tác thùng rác</translation>
    </message>
    <message>
        <source>Not subject to VAT (KCT)</source>
        <translation>Không chịu thuế (KCT)</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Thuế suất</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Đang hiệu lực</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Sắp hiệu lực</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Đã hết</translation>
    </message>
    <message>
        <source>not subject to VAT</source>
        <translation>không chịu thuế</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>không thời hạn</translation>
    </message>
    <message>
        <source>Documents take the rate in force on their day. When the law changes, add a period: nothing issued changes.</source>
        <translation>Chứng từ lấy thuế suất có hiệu lực vào ngày của mình. Khi luật đổi, hãy thêm kỳ mới: chứng từ đã phát hành không đổi.</translation>
    </message>
    <message>
        <source>New period…</source>
        <translation>Kỳ mới…</translation>
    </message>
    <message>
        <source>Add a rate…</source>
        <translation>Thêm thuế suất…</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>Thuế suất</translation>
    </message>
    <message>
        <source>New tax rate</source>
        <translation>Thuế suất mới</translation>
    </message>
    <message>
        <source>New period of {code}</source>
        <translation>Kỳ mới của {code}</translation>
    </message>
    <message>
        <source>As it stands on the document, for example 8 %.</source>
        <translation>Như in trên chứng từ, ví dụ 8 %.</translation>
    </message>
    <message>
        <source>The last day; empty where the law names none.</source>
        <translation>Ngày cuối cùng; để trống nếu luật không ghi.</translation>
    </message>
    <message>
        <source>Remove the rate {label}?</source>
        <translation>Xóa thuế suất {label}?</translation>
    </message>
    <message>
        <source>A rate that products or documents use is not removed.</source>
        <translation>Thuế suất đang có sản phẩm hoặc chứng từ dùng thì không xóa được.</translation>
    </message>
    <message>
        <source>Short and lasting, for example VAT8; products keep it.</source>
        <translation>Ngắn gọn và lâu dài, ví dụ VAT8; sản phẩm lưu mã này.</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Đang dùng</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Ngừng dùng</translation>
    </message>
    <message>
        <source>Who may own records, be named in history and be chosen in filters.</source>
        <translation>Những người phụ trách bản ghi, có tên trong lịch sử và chọn được trong bộ lọc.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Add a team…</source>
        <translation>Thêm nhóm…</translation>
    </message>
    <message>
        <source>Add a user…</source>
        <translation>Thêm người dùng…</translation>
    </message>
    <message>
        <source>Whoever can open this database file can do everything in it. Passwords and rights come with a shared database on a server, where each user signs in.</source>
        <translation>Ai mở được tệp dữ liệu này đều làm được mọi việc. Mật khẩu và quyền có khi dùng chung cơ sở dữ liệu trên máy chủ, nơi mỗi người tự đăng nhập.</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(không)</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Người dùng mới</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Tìm thiết lập</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Các mục thiết lập</translation>
    </message>
    <message>
        <source>Save the changes of “{section}”?</source>
        <translation>Lưu thay đổi của “{section}”?</translation>
    </message>
    <message>
        <source>They are not saved yet.</source>
        <translation>Các thay đổi này chưa được lưu.</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Sửa tiếp</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Bỏ thay đổi</translation>
    </message>
</context>
<context>
    <name>Tag</name>
    <message>
        <source>Colour</source>
        <translation>Màu</translation>
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
    <name>Tone</name>
    <message>
        <source>Grey</source>
        <translation>Xám</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Xanh dương</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Xanh lá</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Cam</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Đỏ</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Tím</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Xanh ngọc</translation>
    </message>
</context>
<context>
    <name>User</name>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Chức danh</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
</context>
</TS>
