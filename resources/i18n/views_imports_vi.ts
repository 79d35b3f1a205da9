<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Import</name>
    <message>
        <source>Choose file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>Map columns</source>
        <translation>Ghép cột</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Nothing is written before the last step.</source>
        <translation>Chưa ghi gì vào dữ liệu cho đến bước cuối.</translation>
    </message>
    <message>
        <source>The mapping is remembered for sheets with the same columns.</source>
        <translation>Cách ghép được nhớ cho những tệp có cùng các cột.</translation>
    </message>
    <message>
        <source>Type into any cell; the file stays as it is. The whole import can be undone.</source>
        <translation>Sửa thẳng trong ô; tệp gốc giữ nguyên. Có thể hoàn tác cả lần nhập.</translation>
    </message>
    <message>
        <source>Import {what} from Excel</source>
        <translation>Nhập {what} từ Excel</translation>
    </message>
    <message>
        <source>Next: map columns</source>
        <translation>Tiếp: ghép cột</translation>
    </message>
    <message>
        <source>Next: preview</source>
        <translation>Tiếp: xem trước</translation>
    </message>
    <message>
        <source>Import {count} valid rows</source>
        <translation>Nhập {count} dòng hợp lệ</translation>
    </message>
    <message>
        <source>No row is faulty.</source>
        <translation>Không có dòng lỗi nào.</translation>
    </message>
    <message>
        <source>No row would be added or changed.</source>
        <translation>Không có dòng nào để thêm hoặc cập nhật.</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Chưa chọn tệp</translation>
    </message>
    <message>
        <source>{file} · sheet “{sheet}” · {count} rows</source>
        <translation>{file} · trang “{sheet}” · {count} dòng</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>Đang đọc {file}…</translation>
    </message>
    <message>
        <source>Checking every row…</source>
        <translation>Đang kiểm tra từng dòng…</translation>
    </message>
    <message>
        <source>Checking again…</source>
        <translation>Đang kiểm tra lại…</translation>
    </message>
    <message>
        <source>Importing {what}…</source>
        <translation>Đang nhập {what}…</translation>
    </message>
    <message>
        <source>Nothing counts until all is done; stopping leaves nothing behind.</source>
        <translation>Chỉ ghi nhận khi nhập xong toàn bộ; dừng giữa chừng thì không có gì thay đổi.</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing was changed.</source>
        <translation>Đã dừng nhập. Dữ liệu không thay đổi gì.</translation>
    </message>
    <message>
        <source>Undoing the import…</source>
        <translation>Đang hoàn tác lần nhập…</translation>
    </message>
    <message>
        <source>{created} new {what} go away for good and {updated} become what they were. Records that were changed since are left alone.</source>
        <translation>{created} {what} mới sẽ bị xóa hẳn và {updated} bản ghi trở về như trước. Bản ghi đã được sửa sau khi nhập sẽ được giữ nguyên.</translation>
    </message>
    <message>
        <source>Undo this import?</source>
        <translation>Hoàn tác lần nhập này?</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Hoàn tác lần nhập</translation>
    </message>
    <message>
        <source>Template – {what}</source>
        <translation>Tệp mẫu – {what}</translation>
    </message>
    <message>
        <source>{file} – faulty rows</source>
        <translation>{file} – dòng lỗi</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Lưu thành</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Đã lưu {file}</translation>
    </message>
    <message>
        <source>Give up this import?</source>
        <translation>Bỏ dở lần nhập này?</translation>
    </message>
    <message>
        <source>Nothing was imported yet. The mapping and what you typed over cells are lost.</source>
        <translation>Chưa nhập gì vào dữ liệu. Cách ghép cột và những ô đã sửa sẽ mất.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Bỏ dở</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Ở lại</translation>
    </message>
    <message>
        <source>The import is still going on</source>
        <translation>Đang nhập dở</translation>
    </message>
    <message>
        <source>If you leave now it is stopped and nothing of it is kept.</source>
        <translation>Nếu rời đi bây giờ, việc nhập sẽ dừng và không giữ lại gì.</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>Dừng nhập</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Chờ</translation>
    </message>
</context>
<context>
    <name>ImportBusy</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>{done} of {total} rows</source>
        <translation>{done} / {total} dòng</translation>
    </message>
</context>
<context>
    <name>ImportChoose</name>
    <message>
        <source>Choose another file…</source>
        <translation>Chọn tệp khác…</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>Những dòng đầu của bảng</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang tính</translation>
    </message>
    <message>
        <source>Header row</source>
        <translation>Dòng tiêu đề</translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation>Các dòng bị bỏ ra</translation>
    </message>
    <message>
        <source>Show or hide the rows left out</source>
        <translation>Hiện hoặc ẩn các dòng bị bỏ ra</translation>
    </message>
    <message>
        <source>{count} rows of data; these are the first</source>
        <translation>{count} dòng dữ liệu; dưới đây là những dòng đầu</translation>
    </message>
    <message>
        <source>{sheet} (hidden)</source>
        <translation>{sheet} (trang ẩn)</translation>
    </message>
    <message>
        <source>{count} columns found</source>
        <translation>tìm thấy {count} cột</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>{count} rows that are no data were left out: titles, totals, blank rows…</source>
        <translation>Bỏ ra {count} dòng không phải dữ liệu: tiêu đề, dòng cộng, dòng trống…</translation>
    </message>
</context>
<context>
    <name>ImportCount</name>
    <message>
        <source>Create</source>
        <translation>Tạo mới</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Cập nhật</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Trùng</translation>
    </message>
    <message>
        <source>Faulty</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>will be added</source>
        <translation>sẽ thêm</translation>
    </message>
    <message>
        <source>changed cells only</source>
        <translation>chỉ ô có đổi</translation>
    </message>
    <message>
        <source>will be skipped</source>
        <translation>đang bỏ qua</translation>
    </message>
    <message>
        <source>cannot be imported</source>
        <translation>không nhập được</translation>
    </message>
    <message>
        <source>rows of the file</source>
        <translation>trong tệp</translation>
    </message>
    <message>
        <source>the same, skipped</source>
        <translation>không khác, bỏ qua</translation>
    </message>
</context>
<context>
    <name>ImportFaults</name>
    <message>
        <source>Row {number}</source>
        <translation>Dòng {number}</translation>
    </message>
    <message>
        <source>Use {value}</source>
        <translation>Chọn {value}</translation>
    </message>
    <message>
        <source>Change to {value}</source>
        <translation>Sửa thành {value}</translation>
    </message>
    <message>
        <source>Faults to mend</source>
        <translation>Lỗi cần sửa</translation>
    </message>
    <message>
        <source>Fault before (Shift+F8)</source>
        <translation>Lỗi trước (Shift+F8)</translation>
    </message>
    <message>
        <source>Next fault (F8)</source>
        <translation>Lỗi sau (F8)</translation>
    </message>
    <message>
        <source>Every row can be imported.</source>
        <translation>Mọi dòng đều nhập được.</translation>
    </message>
    <message>
        <source>Take all {count} proposals</source>
        <translation>Nhận cả {count} đề xuất</translation>
    </message>
</context>
<context>
    <name>ImportFile</name>
    <message>
        <source>Get a template file</source>
        <translation>Tải tệp mẫu</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Bảng tính</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Mọi tệp</translation>
    </message>
    <message>
        <source>Choose a file to import</source>
        <translation>Chọn tệp để nhập</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Drop an Excel file here</source>
        <translation>Kéo tệp Excel vào đây</translation>
    </message>
    <message>
        <source>Excel, OpenDocument and CSV. Titles above the table, hidden columns, total rows and dates written as text are understood.</source>
        <translation>Excel, OpenDocument và CSV. Chương trình hiểu được tiêu đề phía trên bảng, cột ẩn, dòng cộng và ngày tháng ghi dạng chữ.</translation>
    </message>
    <message>
        <source>Used before</source>
        <translation>Đã dùng gần đây</translation>
    </message>
</context>
<context>
    <name>ImportFoot</name>
    <message>
        <source>Already there: {what}</source>
        <translation>Đã có: {what}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Save faulty rows…</source>
        <translation>Tải dòng lỗi</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
</context>
<context>
    <name>ImportMap</name>
    <message>
        <source>(leave out)</source>
        <translation>(bỏ qua)</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>Trường khác</translation>
    </message>
    <message>
        <source>What to do with them</source>
        <translation>Làm gì với bản ghi đã có</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(không tiêu đề)</translation>
    </message>
    <message>
        <source>Hidden column</source>
        <translation>Cột ẩn</translation>
    </message>
    <message>
        <source>Column of the sheet</source>
        <translation>Cột trong tệp</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Giá trị đầu</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>Đưa vào trường</translation>
    </message>
    <message>
        <source>Recognise records that are there by</source>
        <translation>Nhận ra bản ghi đã có theo</translation>
    </message>
    <message>
        <source>By itself: number, tax code, codes, e-mail, phone, then name.</source>
        <translation>Tự động: lần lượt theo mã số, mã số thuế, mã hiệu, email, điện thoại, rồi tên.</translation>
    </message>
    <message>
        <source>Field of column {letter}</source>
        <translation>Trường của cột {letter}</translation>
    </message>
    <message>
        <source>column {letter}</source>
        <translation>cột {letter}</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>Bạn chọn</translation>
    </message>
    <message>
        <source>As last time</source>
        <translation>Như lần trước</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>Chắc chắn</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Khá chắc</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>Cần xem lại</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Tự động</translation>
    </message>
    <message>
        <source>No column is mapped yet: say at the right what each column is.</source>
        <translation>Chưa ghép cột nào: hãy chọn ở bên phải mỗi cột là trường gì.</translation>
    </message>
    <message>
        <source>No column is mapped to {fields}: without it no new record can be made.</source>
        <translation>Chưa có cột nào ghép vào {fields}: thiếu trường này thì không tạo mới được bản ghi.</translation>
    </message>
</context>
<context>
    <name>ImportPolicy</name>
    <message>
        <source>Skip</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>What is there stays as it is</source>
        <translation>Giữ nguyên bản ghi đang có</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Cập nhật</translation>
    </message>
    <message>
        <source>Filled cells replace what differs</source>
        <translation>Ô có dữ liệu thay cho giá trị khác</translation>
    </message>
    <message>
        <source>Create new</source>
        <translation>Tạo mới</translation>
    </message>
    <message>
        <source>Every row becomes a new record</source>
        <translation>Mỗi dòng thành một bản ghi mới</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Các dòng của tệp</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Cập nhật</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Trùng</translation>
    </message>
    <message>
        <source>Faulty</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Now: {value}</source>
        <translation>Đang có: {value}</translation>
    </message>
    <message>
        <source>Read as: {value}</source>
        <translation>Được hiểu là: {value}</translation>
    </message>
    <message>
        <source>In the file: {value}</source>
        <translation>Trong tệp: {value}</translation>
    </message>
</context>
<context>
    <name>ImportResult</name>
    <message>
        <source>were added</source>
        <translation>đã thêm</translation>
    </message>
    <message>
        <source>were changed</source>
        <translation>đã đổi</translation>
    </message>
    <message>
        <source>were skipped</source>
        <translation>đã bỏ qua</translation>
    </message>
    <message>
        <source>were left out</source>
        <translation>không nhập được</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>Mở danh sách</translation>
    </message>
    <message>
        <source>Save the faulty rows…</source>
        <translation>Tải dòng lỗi…</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Hoàn tác lần nhập</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Nhập tệp khác</translation>
    </message>
    <message>
        <source>Records left as they are</source>
        <translation>Bản ghi được giữ nguyên</translation>
    </message>
    <message>
        <source>{count} {what} were imported</source>
        <translation>Đã nhập {count} {what}</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Không có gì được nhập</translation>
    </message>
    <message>
        <source>{count} rows were read. The whole import can be undone.</source>
        <translation>Đã đọc {count} dòng. Có thể hoàn tác cả lần nhập này.</translation>
    </message>
    <message>
        <source>{count} rows were read. Nothing had to be added or changed.</source>
        <translation>Đã đọc {count} dòng. Không có gì phải thêm hay cập nhật.</translation>
    </message>
    <message>
        <source>The import was undone</source>
        <translation>Đã hoàn tác lần nhập</translation>
    </message>
    <message>
        <source>{deleted} new {what} were taken away, {restored} got back what they were before.</source>
        <translation>Đã xóa {deleted} {what} mới, {restored} bản ghi trở về như trước.</translation>
    </message>
    <message>
        <source>{count} {what} were left as they are:</source>
        <translation>{count} {what} được giữ nguyên:</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Mã số</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
</context>
<context>
    <name>ImportSteps</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>Bước {number}/{count}: {name}</translation>
    </message>
</context>
</TS>
