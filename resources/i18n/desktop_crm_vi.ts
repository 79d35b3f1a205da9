<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>App</name>
    <message>
        <source>Sales</source>
        <translation>Bán hàng</translation>
    </message>
    <message>
        <source>Import from Excel</source>
        <translation>Nhập từ Excel</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>Xem trước khi in</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Thiết lập</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>read {read}, created {created}, updated {updated}, skipped {skipped}, invalid {invalid}, batch {batch}</source>
        <translation>đọc {read}, tạo mới {created}, cập nhật {updated}, bỏ qua {skipped}, không hợp lệ {invalid}, lô {batch}</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}</source>
        <translation>Không ghi được {file}: {reason}</translation>
    </message>
    <message>
        <source>{count} problems: {problems}</source>
        <translation>{count} vấn đề: {problems}</translation>
    </message>
    <message>
        <source>No damage was found.</source>
        <translation>Không phát hiện hỏng hóc.</translation>
    </message>
    <message>
        <source>The database has schema {schema}.</source>
        <translation>Cơ sở dữ liệu có lược đồ {schema}.</translation>
    </message>
    <message>
        <source>The search index was made anew; {count} records were mended.</source>
        <translation>Đã tạo lại chỉ mục tìm kiếm; sửa {count} bản ghi.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The work could not be done.</source>
        <translation>Không thực hiện được thao tác.</translation>
    </message>
    <message>
        <source>Some fields are not valid.</source>
        <translation>Một số trường chưa hợp lệ.</translation>
    </message>
    <message>
        <source>The record does not exist or was deleted.</source>
        <translation>Bản ghi không tồn tại hoặc đã bị xóa.</translation>
    </message>
    <message>
        <source>You do not have the right to do this.</source>
        <translation>Bạn không có quyền thực hiện việc này.</translation>
    </message>
    <message>
        <source>{who} changed this record in the meantime.</source>
        <translation>{who} vừa sửa bản ghi này.</translation>
    </message>
    <message>
        <source>The database cannot be reached: {reason}</source>
        <translation>Không kết nối được cơ sở dữ liệu: {reason}</translation>
    </message>
    <message>
        <source>{path} is damaged or is not a database of this program.</source>
        <translation>{path} bị hỏng hoặc không phải dữ liệu của chương trình này.</translation>
    </message>
    <message>
        <source>This database belongs to a newer version of the program. Please update the program.</source>
        <translation>Dữ liệu này thuộc phiên bản mới hơn của chương trình. Vui lòng cập nhật chương trình.</translation>
    </message>
    <message>
        <source>The work was cancelled; nothing was changed.</source>
        <translation>Đã hủy thao tác; không có gì thay đổi.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The database opened at start: a file or a postgresql:// address.</source>
        <translation>Cơ sở dữ liệu mở khi khởi động: một tệp hoặc địa chỉ postgresql://.</translation>
    </message>
    <message>
        <source>The language of the program.</source>
        <translation>Ngôn ngữ của chương trình.</translation>
    </message>
    <message>
        <source>The user who signed in last.</source>
        <translation>Người dùng đăng nhập gần nhất.</translation>
    </message>
</context>
</TS>
