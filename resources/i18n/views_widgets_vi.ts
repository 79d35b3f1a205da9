<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Chip</name>
    <message>
        <source>{filter} – Delete takes the filter off</source>
        <translation>{filter} – nhấn Delete để bỏ bộ lọc</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>{name} (required)</source>
        <translation>{name} (bắt buộc)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Option</name>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>Show the password</source>
        <translation>Hiện mật khẩu</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Quick filter</source>
        <translation>Lọc nhanh</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>Like the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Dòng thấp</translation>
    </message>
    <message>
        <source>Normal rows</source>
        <translation>Dòng vừa</translation>
    </message>
    <message>
        <source>Tall rows</source>
        <translation>Dòng cao</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Dòng thời gian</translation>
    </message>
</context>
</TS>
