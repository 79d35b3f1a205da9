<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Exchange</name>
    <message>
        <source>Someone else changed the record after the preview; look at it and import the row again.</source>
        <translation>Người khác vừa sửa bản ghi này sau khi xem trước; hãy xem lại rồi nhập lại dòng này.</translation>
    </message>
    <message>
        <source>The same as row {row} of the file.</source>
        <translation>Trùng với dòng {row} của tệp.</translation>
    </message>
    <message>
        <source>Probably the same as {title}, which is there already.</source>
        <translation>Có thể trùng với {title} đã có.</translation>
    </message>
    <message>
        <source>Already there: {title}.</source>
        <translation>Đã có: {title}.</translation>
    </message>
    <message>
        <source>The row has neither a name nor a company.</source>
        <translation>Dòng không có tên người lẫn tên công ty.</translation>
    </message>
    <message>
        <source>It refers to a new record of this file; import the file once more to set it.</source>
        <translation>Trỏ tới bản ghi mới trong chính tệp này; hãy nhập lại tệp một lần nữa để gán.</translation>
    </message>
    <message>
        <source>Nothing differs from {title}.</source>
        <translation>Không có gì khác với {title}.</translation>
    </message>
    <message>
        <source>No column of {file} is known; say which is which.</source>
        <translation>Không nhận ra cột nào của {file}; hãy chỉ rõ cột nào ứng với trường nào.</translation>
    </message>
    <message>
        <source>{file} has no column “{column}”.</source>
        <translation>{file} không có cột “{column}”.</translation>
    </message>
    <message>
        <source>{value} is not a whole number.</source>
        <translation>{value} không phải là số nguyên.</translation>
    </message>
    <message>
        <source>{value} is too large.</source>
        <translation>{value} quá lớn.</translation>
    </message>
    <message>
        <source>“{value}” is neither yes nor no.</source>
        <translation>“{value}” không phải là có hay không.</translation>
    </message>
    <message>
        <source>{file} cannot be opened: {reason}</source>
        <translation>Không mở được {file}: {reason}</translation>
    </message>
    <message>
        <source>{file} is not an Excel, OpenDocument or CSV file, or it is damaged.</source>
        <translation>{file} không phải tệp Excel, OpenDocument hay CSV, hoặc đã bị hỏng.</translation>
    </message>
    <message>
        <source>{file} is a web page or XML with an Excel name. Open it in Excel and save it as .xlsx first.</source>
        <translation>{file} thực chất là trang web hoặc XML mang tên tệp Excel. Hãy mở bằng Excel và lưu lại thành .xlsx trước.</translation>
    </message>
    <message>
        <source>{file} is protected by a password. Remove the password in Excel and try again.</source>
        <translation>{file} được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu trong Excel rồi thử lại.</translation>
    </message>
    <message>
        <source>{file} is too large to be read. Delete empty rows and columns at the end, or split the file.</source>
        <translation>{file} quá lớn, không đọc được. Hãy xóa các dòng và cột trống ở cuối, hoặc tách tệp.</translation>
    </message>
    <message>
        <source>{file} has no sheet named “{sheet}”.</source>
        <translation>{file} không có trang tính “{sheet}”.</translation>
    </message>
    <message>
        <source>No table was found on the sheet “{sheet}” of {file}.</source>
        <translation>Không tìm thấy bảng nào trên trang tính “{sheet}” của {file}.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}</source>
        <translation>Không ghi được {file}: {reason}</translation>
    </message>
    <message>
        <source>{file} is open in another program. Close it there and try again.</source>
        <translation>{file} đang mở trong chương trình khác. Hãy đóng lại rồi thử lại.</translation>
    </message>
    <message>
        <source>There is no column “{column}”.</source>
        <translation>Không có cột “{column}”.</translation>
    </message>
    <message>
        <source>{count} rows · {when}</source>
        <translation>{count} dòng · {when}</translation>
    </message>
    <message>
        <source>The cell holds the error value {value}.</source>
        <translation>Ô mang giá trị lỗi {value}.</translation>
    </message>
    <message>
        <source>The formula has no stored result: open the file in Excel and save it.</source>
        <translation>Công thức chưa có kết quả: hãy mở tệp bằng Excel và lưu lại.</translation>
    </message>
    <message>
        <source>{module} cannot be imported.</source>
        <translation>Không nhập được {module} từ bảng tính.</translation>
    </message>
    <message>
        <source>There is no field “{field}” to import into.</source>
        <translation>Không có trường “{field}” để nhập vào.</translation>
    </message>
    <message>
        <source>Two columns are mapped to the same field.</source>
        <translation>Hai cột được ghép vào cùng một trường.</translation>
    </message>
    <message>
        <source>The field “{field}” to match by is not in the file.</source>
        <translation>Trường “{field}” dùng để đối chiếu không có trong tệp.</translation>
    </message>
    <message>
        <source>Records cannot be told apart by the field “{field}”.</source>
        <translation>Không thể đối chiếu bản ghi theo trường “{field}”.</translation>
    </message>
    <message>
        <source>You may not give records to this owner.</source>
        <translation>Bạn không được giao bản ghi cho người phụ trách này.</translation>
    </message>
    <message>
        <source>Several records are called “{value}”; write the number instead.</source>
        <translation>Có nhiều bản ghi tên “{value}”; hãy ghi mã số thay cho tên.</translation>
    </message>
    <message>
        <source>There is no record called “{value}”.</source>
        <translation>Không có bản ghi nào tên “{value}”.</translation>
    </message>
    <message>
        <source>Above the header</source>
        <translation>Phía trên dòng tiêu đề</translation>
    </message>
    <message>
        <source>Blank row</source>
        <translation>Dòng trống</translation>
    </message>
    <message>
        <source>Total row</source>
        <translation>Dòng tổng cộng</translation>
    </message>
    <message>
        <source>Heading across the table</source>
        <translation>Tiêu đề nhóm</translation>
    </message>
    <message>
        <source>Header repeated</source>
        <translation>Dòng tiêu đề lặp lại</translation>
    </message>
    <message>
        <source>Column numbers</source>
        <translation>Dòng đánh số cột</translation>
    </message>
    <message>
        <source>Note below the table</source>
        <translation>Ghi chú dưới bảng</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Changed since the import.</source>
        <translation>Đã bị sửa sau khi nhập.</translation>
    </message>
    <message>
        <source>Other records or comments belong to it.</source>
        <translation>Đã có bản ghi khác hoặc bình luận liên quan.</translation>
    </message>
    <message>
        <source>There is no import {batch}.</source>
        <translation>Không có lần nhập số {batch}.</translation>
    </message>
    <message>
        <source>Import {batch} was undone already.</source>
        <translation>Lần nhập số {batch} đã được hoàn tác.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Original row</source>
        <translation>Dòng gốc</translation>
    </message>
    <message>
        <source>Rows that were not imported</source>
        <translation>Các dòng không nhập được</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>Your role does not allow you to export {what}.</source>
        <translation>Vai trò của bạn không cho phép xuất {what}.</translation>
    </message>
</context>
<context>
    <name>Validation</name>
    <message>
        <source>“{value}” is not in the list.</source>
        <translation>“{value}” không có trong danh sách.</translation>
    </message>
</context>
</TS>
