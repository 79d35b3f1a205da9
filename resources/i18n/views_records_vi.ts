<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Amount</name>
    <message>
        <source>{n} bn</source>
        <translation>{n} tỷ</translation>
    </message>
    <message>
        <source>{n} m</source>
        <translation>{n} tr</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Drop files here; they are kept with the record.</source>
        <translation>Thả tệp vào đây; tệp được lưu cùng bản ghi.</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Thêm tệp</translation>
    </message>
    <message>
        <source>No file is kept with it.</source>
        <translation>Không có tệp đính kèm.</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Thêm tệp</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Lưu bản sao</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>Không ghi được {path}.</translation>
    </message>
    <message>
        <source>The file {name} was removed.</source>
        <translation>Đã gỡ tệp {name}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu bản sao…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Gỡ tệp</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Delete {what}?</source>
        <translation>Xóa {what}?</translation>
    </message>
    <message>
        <source>They go to the recycle bin and can be restored from there. Linked records stay.</source>
        <translation>Các bản ghi sẽ vào Thùng rác và khôi phục được từ đó. Bản ghi liên kết vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Delete {what}</source>
        <translation>Xóa {what}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>{what} moved to the recycle bin.</source>
        <translation>Đã chuyển {what} vào Thùng rác.</translation>
    </message>
    <message>
        <source>{what} changed; {n} others were just changed by someone else and left as they are.</source>
        <translation>Đã sửa {what}; {n} bản ghi khác vừa được người khác sửa nên để nguyên.</translation>
    </message>
    <message>
        <source>{what} changed.</source>
        <translation>Đã đổi {what}.</translation>
    </message>
    <message>
        <source>Nothing was changed: {reason}</source>
        <translation>Chưa đổi gì: {reason}</translation>
    </message>
    <message>
        <source>Tag {what}</source>
        <translation>Gắn thẻ {what}</translation>
    </message>
    <message>
        <source>These tags are added; others stay.</source>
        <translation>Thêm các thẻ này, thẻ khác giữ nguyên.</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Gắn thẻ</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Trường</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Giá trị mới</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Đổi</translation>
    </message>
    <message>
        <source>Change {what}</source>
        <translation>Đổi {what}</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Bỏ ngày</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Usual columns</source>
        <translation>Cột mặc định</translation>
    </message>
    <message>
        <source>Drag to change the order.</source>
        <translation>Kéo để đổi thứ tự.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Save the merged record</source>
        <translation>Lưu bản đã gộp</translation>
    </message>
    <message>
        <source>Take all of mine</source>
        <translation>Lấy hết của tôi</translation>
    </message>
    <message>
        <source>Take all from the server</source>
        <translation>Lấy hết của máy chủ</translation>
    </message>
    <message>
        <source>Someone else has just changed this record</source>
        <translation>Bản ghi vừa được người khác sửa</translation>
    </message>
    <message>
        <source>{title}. Choose the value to keep for each field; nothing is lost, the other value stays in the history.</source>
        <translation>{title}. Chọn giá trị giữ lại cho từng trường; không có gì mất, bản kia nằm trong lịch sử.</translation>
    </message>
    <message>
        <source>{n} different fields</source>
        <translation>{n} trường khác nhau</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Trường</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Bản của bạn</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>chưa lưu</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Bản trên máy chủ</translation>
    </message>
    <message>
        <source>{n} other fields were changed by one side only and are merged.</source>
        <translation>{n} trường khác chỉ một bên sửa, đã tự gộp.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
</context>
<context>
    <name>Declaration</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
</context>
<context>
    <name>DialogDraft</name>
    <message>
        <source>What you typed at {time} is here again.</source>
        <translation>Đã lấy lại những gì bạn nhập lúc {time}.</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>{n} unsaved draft</source>
        <translation>{n} bản nháp chưa lưu</translation>
    </message>
    <message>
        <source>{n} unsaved drafts</source>
        <translation>{n} bản nháp chưa lưu</translation>
    </message>
    <message>
        <source>They were typed and not saved, and are kept on this computer only. Opening one puts it upon the record as it is now.</source>
        <translation>Những nội dung đã nhập mà chưa lưu, chỉ giữ trên máy này. Mở một bản nháp sẽ điền lại vào bản ghi như hiện có.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Unsaved drafts</source>
        <translation>Bản nháp chưa lưu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation>Đã bỏ bản nháp.</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Choose from the calendar (F4)</source>
        <translation>Chọn trên lịch (F4)</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Mở bằng trình duyệt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>There is no “{text}”. Choose one from the list or clear the field.</source>
        <translation>Không có “{text}”. Hãy chọn trong danh sách hoặc để trống.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Mở bản ghi</translation>
    </message>
    <message>
        <source>Create “{name}”</source>
        <translation>Tạo mới “{name}”</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(không chọn)</translation>
    </message>
    <message>
        <source>Since 01/07/2025 {old} is part of {new}.</source>
        <translation>Từ 01/07/2025, {old} thuộc {new}.</translation>
    </message>
</context>
<context>
    <name>EntityView</name>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>“{text}” is not a whole number.</source>
        <translation>“{text}” không phải số nguyên.</translation>
    </message>
    <message>
        <source>“{text}” has more than {decimals} decimal places.</source>
        <translation>“{text}” có quá {decimals} chữ số thập phân.</translation>
    </message>
    <message>
        <source>“{text}” is too large.</source>
        <translation>“{text}” quá lớn.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>The columns of the list, in their order</source>
        <translation>Các cột đang xem, đúng thứ tự</translation>
    </message>
    <message>
        <source>Every field, to be changed and imported again</source>
        <translation>Mọi trường, để sửa rồi nhập lại</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Export {what}</source>
        <translation>Xuất {what}</translation>
    </message>
    <message>
        <source>An Excel workbook is written.</source>
        <translation>Dữ liệu được ghi ra tệp Excel.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Xuất ra tệp</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Tệp Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>{what} exported to {file}.</source>
        <translation>Đã xuất {what} ra {file}.</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>Xuất Excel</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>Search the list</source>
        <translation>Tìm trong danh sách</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Tìm theo tên</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Tôi</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến</translation>
    </message>
    <message>
        <source>Or from day to day</source>
        <translation>Hoặc từ ngày đến ngày</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>là một trong</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>không phải</translation>
    </message>
    <message>
        <source>lies between</source>
        <translation>trong khoảng</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>có chứa</translation>
    </message>
    <message>
        <source>is</source>
        <translation>là</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>để trống</translation>
    </message>
    <message>
        <source>is filled in</source>
        <translation>có nhập</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Cách so sánh</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Take the filter off</source>
        <translation>Bỏ bộ lọc</translation>
    </message>
    <message>
        <source>Often used</source>
        <translation>Hay dùng</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Mọi trường</translation>
    </message>
    <message>
        <source>Which field?</source>
        <translation>Lọc theo trường nào?</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Tuần này</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Tháng này</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Quý này</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Năm nay</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 ngày qua</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 ngày qua</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>90 ngày qua</translation>
    </message>
    <message>
        <source>Next 7 days</source>
        <translation>7 ngày tới</translation>
    </message>
    <message>
        <source>Next 30 days</source>
        <translation>30 ngày tới</translation>
    </message>
    <message>
        <source>Before today</source>
        <translation>Trước hôm nay</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>có nhập</translation>
    </message>
    <message>
        <source>not {what}</source>
        <translation>không phải {what}</translation>
    </message>
    <message>
        <source>from {start}</source>
        <translation>từ {start}</translation>
    </message>
    <message>
        <source>up to {end}</source>
        <translation>đến {end}</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>{days} ngày trước</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>{days} ngày tới</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Quick filter</source>
        <translation>Lọc nhanh</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Thêm bộ lọc</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Xóa lọc</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Lưu khung nhìn</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>{who} is changing this record (since {when})</source>
        <translation>{who} đang sửa bản ghi này (từ {when})</translation>
    </message>
    <message>
        <source>{who} are changing this record</source>
        <translation>{who} đang sửa bản ghi này</translation>
    </message>
    <message>
        <source>The same as {others}.</source>
        <translation>Trùng với {others}.</translation>
    </message>
    <message>
        <source>Unsaved entries of {when} were left behind.</source>
        <translation>Có nội dung chưa lưu từ lúc {when}.</translation>
    </message>
    <message>
        <source>Restore them</source>
        <translation>Khôi phục nội dung chưa lưu</translation>
    </message>
    <message>
        <source>The record can only be read now; the draft is kept.</source>
        <translation>Bản ghi này hiện chỉ xem được; bản nháp vẫn được giữ.</translation>
    </message>
    <message>
        <source>The record was changed since the draft was typed; its other fields are shown as they are now.</source>
        <translation>Bản ghi đã được sửa sau khi bạn nhập bản nháp; các trường khác hiển thị theo dữ liệu hiện tại.</translation>
    </message>
    <message>
        <source>Go to the first one</source>
        <translation>Đến trường đầu tiên</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Lưu (Ctrl+S)</translation>
    </message>
    <message>
        <source>{n} invalid field</source>
        <translation>{n} trường chưa hợp lệ</translation>
    </message>
    <message>
        <source>{n} invalid fields</source>
        <translation>{n} trường chưa hợp lệ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation>Không có gì cần lưu.</translation>
    </message>
    <message>
        <source>Will be saved when the server is back; you may go on.</source>
        <translation>Sẽ lưu khi máy chủ hoạt động lại; bạn cứ làm tiếp.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>{n} unsaved change</source>
        <translation>{n} thay đổi chưa lưu</translation>
    </message>
    <message>
        <source>{n} unsaved changes</source>
        <translation>{n} thay đổi chưa lưu</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>In (Ctrl+P)</translation>
    </message>
    <message>
        <source>Notes and history</source>
        <translation>Ghi chú và lịch sử</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Thao tác khác</translation>
    </message>
    <message>
        <source>Previous record (Alt+PgUp)</source>
        <translation>Bản ghi trước (Alt+PgUp)</translation>
    </message>
    <message>
        <source>Next record (Alt+PgDown)</source>
        <translation>Bản ghi sau (Alt+PgDown)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>In the recycle bin</source>
        <translation>Trong thùng rác</translation>
    </message>
    <message>
        <source>Shared with {n}</source>
        <translation>Chia sẻ với {n}</translation>
    </message>
    <message>
        <source>With whom it is shared</source>
        <translation>Xem đang chia sẻ với ai</translation>
    </message>
    <message>
        <source>Last changed {when}</source>
        <translation>Sửa lần cuối lúc {when}</translation>
    </message>
    <message>
        <source>Last changed by {who}, {when}</source>
        <translation>Sửa lần cuối bởi {who}, {when}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>Trường tùy chỉnh</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>Phân loại</translation>
    </message>
    <message>
        <source>This record is in the recycle bin and can only be read.</source>
        <translation>Bản ghi đang ở thùng rác, chỉ xem được.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Nhân bản</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Chia sẻ…</translation>
    </message>
    <message>
        <source>Who can see this?</source>
        <translation>Ai xem được?</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>Đọc lại (F5)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Saved {when}</source>
        <translation>Đã lưu lúc {when}</translation>
    </message>
    <message>
        <source>Save the changes first?</source>
        <translation>Lưu thay đổi trước?</translation>
    </message>
    <message>
        <source>{title} has changes that are not saved.</source>
        <translation>{title} có thay đổi chưa lưu.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Ở lại</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>There are unsaved changes. They have to be saved before you go on.</source>
        <translation>Có thay đổi chưa lưu. Cần lưu trước khi tiếp tục.</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>Lưu và tiếp tục</translation>
    </message>
    <message>
        <source>{who} has changed this record while you were editing it.</source>
        <translation>{who} đã sửa bản ghi này trong lúc bạn đang nhập.</translation>
    </message>
    <message>
        <source>Take in the changes</source>
        <translation>Gộp thay đổi</translation>
    </message>
    <message>
        <source>{title} was moved to the recycle bin.</source>
        <translation>Đã chuyển {title} vào thùng rác.</translation>
    </message>
    <message>
        <source>Not saved: your changes and the other ones wait for your choice.</source>
        <translation>Chưa lưu: thay đổi của bạn và của người kia chờ bạn chọn.</translation>
    </message>
    <message>
        <source>{who} changed other fields of this record meanwhile; both changes were merged.</source>
        <translation>{who} đã sửa các trường khác của bản ghi này; thay đổi hai bên đã được gộp.</translation>
    </message>
    <message>
        <source>Show or hide this section</source>
        <translation>Hiện hoặc ẩn mục này</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>{who}</source>
        <translation>{who}</translation>
    </message>
    <message>
        <source>{who} created the record</source>
        <translation>{who} tạo bản ghi</translation>
    </message>
    <message>
        <source>{who} changed {what}</source>
        <translation>{who} sửa {what}</translation>
    </message>
    <message>
        <source>{who} moved it to the recycle bin</source>
        <translation>{who} chuyển vào thùng rác</translation>
    </message>
    <message>
        <source>{who} took it out of the recycle bin</source>
        <translation>{who} khôi phục từ thùng rác</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>{n} fields</source>
        <translation>{n} trường</translation>
    </message>
    <message>
        <source>{label}: from {old} to {new}</source>
        <translation>{label}: từ {old} thành {new}</translation>
    </message>
    <message>
        <source>Bank accounts</source>
        <translation>Tài khoản ngân hàng</translation>
    </message>
    <message>
        <source>Installments</source>
        <translation>Đợt thanh toán</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Dòng hàng</translation>
    </message>
    <message>
        <source>Groups of lines</source>
        <translation>Nhóm dòng</translation>
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
        <source>Stage history</source>
        <translation>Diễn biến giai đoạn</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>{n} added</source>
        <translation>thêm {n}</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>sửa {n}</translation>
    </message>
    <message>
        <source>{n} removed</source>
        <translation>bớt {n}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
</context>
<context>
    <name>ListFoot</name>
    <message>
        <source>Actions</source>
        <translation>Thao tác</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>Đã chọn {n}</translation>
    </message>
    <message>
        <source>without {n} in other currencies</source>
        <translation>chưa gồm {n} bản ghi ngoại tệ</translation>
    </message>
    <message>
        <source>total</source>
        <translation>tổng</translation>
    </message>
    <message>
        <source>Total {what}</source>
        <translation>Tổng {what}</translation>
    </message>
</context>
<context>
    <name>ListPlace</name>
    <message>
        <source>No {what} yet</source>
        <translation>Chưa có {what} nào</translation>
    </message>
    <message>
        <source>Import from Excel</source>
        <translation>Nhập từ Excel</translation>
    </message>
    <message>
        <source>No {what} matches</source>
        <translation>Không có {what} nào khớp</translation>
    </message>
    <message>
        <source>In force: {filters}.</source>
        <translation>Đang lọc: {filters}.</translation>
    </message>
    <message>
        <source>Drop “{filter}”</source>
        <translation>Bỏ “{filter}”</translation>
    </message>
    <message>
        <source>Clear every filter</source>
        <translation>Xóa mọi bộ lọc</translation>
    </message>
    <message>
        <source>{reason} What you are editing is kept.</source>
        <translation>{reason} Dữ liệu bạn đang sửa vẫn còn.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Chép lỗi</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>Không tải được danh sách</translation>
    </message>
</context>
<context>
    <name>ListWindow</name>
    <message>
        <source>Sort</source>
        <translation>Sắp xếp</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Tải lại</translation>
    </message>
    <message>
        <source>Recycle bin…</source>
        <translation>Thùng rác…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Change owner…</source>
        <translation>Đổi người phụ trách…</translation>
    </message>
    <message>
        <source>Change a field…</source>
        <translation>Đổi một trường…</translation>
    </message>
    <message>
        <source>Add tags…</source>
        <translation>Gắn thẻ…</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Chia sẻ…</translation>
    </message>
    <message>
        <source>Export what is chosen…</source>
        <translation>Xuất phần đã chọn…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Tăng dần</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Giảm dần</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Mật độ dòng</translation>
    </message>
    <message>
        <source>Preview (Ctrl+Shift+P)</source>
        <translation>Khung xem nhanh (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>Import from Excel</source>
        <translation>Nhập Excel</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Update “{name}”</source>
        <translation>Cập nhật “{name}”</translation>
    </message>
    <message>
        <source>Save as a new view…</source>
        <translation>Lưu thành khung nhìn mới…</translation>
    </message>
</context>
<context>
    <name>Moment</name>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Show all {n} in the list</source>
        <translation>Hiện cả {n} kết quả trong danh sách</translation>
    </message>
</context>
<context>
    <name>PartTable</name>
    <message>
        <source>Add a row</source>
        <translation>Thêm dòng</translation>
    </message>
    <message>
        <source>Move the row up (Alt+Up)</source>
        <translation>Chuyển dòng lên (Alt+Lên)</translation>
    </message>
    <message>
        <source>Move the row down (Alt+Down)</source>
        <translation>Chuyển dòng xuống (Alt+Xuống)</translation>
    </message>
    <message>
        <source>Remove the row (Ctrl+Delete)</source>
        <translation>Xóa dòng (Ctrl+Delete)</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>Xem nhanh</translation>
    </message>
    <message>
        <source>Record before (K)</source>
        <translation>Bản ghi trước (K)</translation>
    </message>
    <message>
        <source>Record after (J)</source>
        <translation>Bản ghi sau (J)</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>Mở đầy đủ (Enter)</translation>
    </message>
    <message>
        <source>Close the preview (Ctrl+Shift+P)</source>
        <translation>Đóng khung xem (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>Choose a record to see it here.</source>
        <translation>Chọn một bản ghi để xem ở đây.</translation>
    </message>
    <message>
        <source>Nothing has happened here yet.</source>
        <translation>Chưa có gì xảy ra.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Dòng thời gian</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Thao tác khác</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Gọi</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>Xem trước khi in</translation>
    </message>
</context>
<context>
    <name>QuickCreate</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Tạo</translation>
    </message>
    <message>
        <source>New {what}</source>
        <translation>Thêm {what}</translation>
    </message>
</context>
<context>
    <name>QuickNote</name>
    <message>
        <source>Quick note… (Ctrl+Enter to keep it)</source>
        <translation>Ghi chú nhanh… (Ctrl+Enter để lưu)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation>Lưu ghi chú</translation>
    </message>
</context>
<context>
    <name>RecycleBin</name>
    <message>
        <source>Search the recycle bin</source>
        <translation>Tìm trong Thùng rác</translation>
    </message>
    <message>
        <source>The recycle bin is empty</source>
        <translation>Thùng rác trống</translation>
    </message>
    <message>
        <source>Deleted records wait here.</source>
        <translation>Bản ghi đã xóa nằm ở đây chờ khôi phục.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Xóa vĩnh viễn…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Recycle bin: {what}</source>
        <translation>Thùng rác: {what}</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>Đã chọn {n}</translation>
    </message>
    <message>
        <source>Choose records first</source>
        <translation>Hãy chọn bản ghi trước</translation>
    </message>
    <message>
        <source>{what} restored.</source>
        <translation>Đã khôi phục {what}.</translation>
    </message>
    <message>
        <source>Erase {what} for good?</source>
        <translation>Xóa vĩnh viễn {what}?</translation>
    </message>
    <message>
        <source>They cannot be restored afterwards, nor their notes and files.</source>
        <translation>Sau đó không khôi phục được nữa, kể cả ghi chú và tệp đính kèm.</translation>
    </message>
    <message>
        <source>Erase {what}</source>
        <translation>Xóa vĩnh viễn {what}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>{what} erased for good.</source>
        <translation>Đã xóa vĩnh viễn {what}.</translation>
    </message>
</context>
<context>
    <name>Related</name>
    <message>
        <source>Nothing here yet.</source>
        <translation>Chưa có gì ở đây.</translation>
    </message>
    <message>
        <source>Add {what}</source>
        <translation>Thêm {what}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Thêm tệp</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>All views</source>
        <translation>Mọi khung nhìn</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Lưu khung nhìn</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Chuyển sang trái</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Chuyển sang phải</translation>
    </message>
    <message>
        <source>Delete view…</source>
        <translation>Xóa khung nhìn…</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Đổi tên khung nhìn</translation>
    </message>
    <message>
        <source>Delete the view “{name}”?</source>
        <translation>Xóa khung nhìn “{name}”?</translation>
    </message>
    <message>
        <source>Only the arrangement goes; no record is touched.</source>
        <translation>Chỉ xóa cách sắp xếp, không đụng đến bản ghi nào.</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>Xóa khung nhìn</translation>
    </message>
    <message>
        <source>For everyone</source>
        <translation>Dùng chung cho mọi người</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Tên khung nhìn</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>Person or team</source>
        <translation>Người hoặc nhóm</translation>
    </message>
    <message>
        <source>May read</source>
        <translation>Được xem</translation>
    </message>
    <message>
        <source>May change</source>
        <translation>Được sửa</translation>
    </message>
    <message>
        <source>Find a person or a team…</source>
        <translation>Tìm người hoặc nhóm…</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>What they may do</source>
        <translation>Quyền được chia sẻ</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Chia sẻ</translation>
    </message>
    <message>
        <source>It is shared with nobody yet.</source>
        <translation>Chưa chia sẻ với ai.</translation>
    </message>
    <message>
        <source>Besides those who see it anyway, it is shown to:</source>
        <translation>Ngoài những người vốn xem được, bản ghi còn được chia sẻ với:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Share “{what}”</source>
        <translation>Chia sẻ “{what}”</translation>
    </message>
    <message>
        <source>Choose a person or a team first</source>
        <translation>Hãy chọn người hoặc nhóm trước</translation>
    </message>
    <message>
        <source>by {by} on {when}</source>
        <translation>{by} chia sẻ ngày {when}</translation>
    </message>
    <message>
        <source>Share it no longer with {name}</source>
        <translation>Thôi chia sẻ với {name}</translation>
    </message>
    <message>
        <source>{n} records shared.</source>
        <translation>Đã chia sẻ {n} bản ghi.</translation>
    </message>
</context>
<context>
    <name>TagsEditor</name>
    <message>
        <source>Take the tag {name} off</source>
        <translation>Bỏ thẻ {name}</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Thêm thẻ…</translation>
    </message>
    <message>
        <source>New tag “{name}”</source>
        <translation>Thẻ mới “{name}”</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Quick note… (Ctrl+Enter to keep it)</source>
        <translation>Ghi chú nhanh… (Ctrl+Enter để lưu)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation>Lưu ghi chú</translation>
    </message>
    <message>
        <source>Nothing has happened here yet.</source>
        <translation>Chưa có hoạt động nào.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Bình luận</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Edit note…</source>
        <translation>Sửa ghi chú…</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>Xóa ghi chú</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Lưu ghi chú</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Sửa ghi chú</translation>
    </message>
    <message>
        <source>The note was removed.</source>
        <translation>Đã xóa ghi chú.</translation>
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
        <source>read, change, delete</source>
        <translation>xem, sửa, xóa</translation>
    </message>
    <message>
        <source>read, change</source>
        <translation>xem, sửa</translation>
    </message>
    <message>
        <source>read</source>
        <translation>xem</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Được phép</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Tìm người</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Không có ai</translation>
    </message>
    <message>
        <source>Nobody of this name can see the record.</source>
        <translation>Không có ai tên như vậy xem được bản ghi này.</translation>
    </message>
    <message>
        <source>Who can see this?</source>
        <translation>Ai xem được?</translation>
    </message>
    <message>
        <source>Why do I see this?</source>
        <translation>Vì sao tôi thấy?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Who can see “{title}”?</source>
        <translation>Ai xem được “{title}”?</translation>
    </message>
    <message>
        <source>{n} people can see it</source>
        <translation>{n} người xem được</translation>
    </message>
</context>
</TS>
