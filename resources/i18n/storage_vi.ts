<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Backup</name>
    <message>
        <source>The copy {path} cannot be written: {reason}</source>
        <translation>Không ghi được bản sao {path}: {reason}</translation>
    </message>
    <message>
        <source>A copy needs another name than the database itself: {path}</source>
        <translation>Bản sao phải có tên khác với chính tệp dữ liệu: {path}</translation>
    </message>
    <message>
        <source>The database already holds records; a backup is restored into an empty one.</source>
        <translation>Cơ sở dữ liệu đã có dữ liệu; chỉ phục hồi vào cơ sở dữ liệu trống.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>The file is damaged: {what}</source>
        <translation>Tệp bị hỏng: {what}</translation>
    </message>
    <message>
        <source>{table} {row} points to a missing {target}.</source>
        <translation>{table} {row} trỏ tới {target} không còn.</translation>
    </message>
    <message>
        <source>The schema is {present}, not {head}.</source>
        <translation>Lược đồ là {present}, không phải {head}.</translation>
    </message>
    <message>
        <source>{module}: the search index is damaged; “reindex” makes it anew.</source>
        <translation>{module}: chỉ mục tìm kiếm bị hỏng; lệnh “reindex” tạo lại chỉ mục.</translation>
    </message>
    <message>
        <source>Order {number}: what was paid and what is owed do not add up.</source>
        <translation>Đơn hàng {number}: số đã trả và còn nợ không khớp.</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>There is no file {path}.</source>
        <translation>Không có tệp {path}.</translation>
    </message>
    <message>
        <source>The database file is in use by another program; please try again.</source>
        <translation>Tệp dữ liệu đang được chương trình khác dùng; vui lòng thử lại.</translation>
    </message>
    <message>
        <source>“{title}” is in the recycle bin; restore it first.</source>
        <translation>“{title}” đang ở trong thùng rác; hãy khôi phục trước.</translation>
    </message>
    <message>
        <source>{scheme}:// is no database; give a file or a postgresql:// address.</source>
        <translation>{scheme}:// không phải cơ sở dữ liệu; hãy cho một tệp hoặc địa chỉ postgresql://.</translation>
    </message>
    <message>
        <source>“{address}” is no address of a PostgreSQL server.</source>
        <translation>“{address}” không phải là địa chỉ máy chủ PostgreSQL.</translation>
    </message>
    <message>
        <source>{path} is on a network drive, where a file is easily damaged; use a PostgreSQL server.</source>
        <translation>{path} nằm trên ổ mạng, nơi tệp dễ bị hỏng; hãy dùng máy chủ PostgreSQL.</translation>
    </message>
    <message>
        <source>The disk is full; nothing was changed.</source>
        <translation>Đĩa đã đầy; chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>The database file {path} may not be written.</source>
        <translation>Không được phép ghi tệp dữ liệu {path}.</translation>
    </message>
    <message>
        <source>The file {path} cannot be opened or created.</source>
        <translation>Không mở hoặc tạo được tệp {path}.</translation>
    </message>
    <message>
        <source>The server refused the user name or the password.</source>
        <translation>Máy chủ từ chối tên đăng nhập hoặc mật khẩu.</translation>
    </message>
    <message>
        <source>The server asks for a password.</source>
        <translation>Máy chủ yêu cầu mật khẩu.</translation>
    </message>
</context>
</TS>
