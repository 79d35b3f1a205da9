<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Server</name>
    <message>
        <source>This login may not prepare a database for several people. The administrator of the server does so by “desktop-crm server-setup”.</source>
        <translation>Tên đăng nhập này không được phép chuẩn bị cơ sở dữ liệu cho nhiều người. Người quản trị máy chủ làm việc đó bằng lệnh “desktop-crm server-setup”.</translation>
    </message>
</context>
</TS>
