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
    <name>Greeting</name>
    <message>
        <source>{folder} cannot be written: settings and the look of the window are not kept.</source>
        <translation>Không ghi được vào {folder}: thiết lập và cách bày cửa sổ sẽ không được nhớ.</translation>
    </message>
    <message>
        <source>{service} copies this company&apos;s file while it is open, which can damage it; keep it in another folder.</source>
        <translation>{service} sao chép tệp công ty này trong lúc đang mở, có thể làm hỏng tệp; hãy để tệp ở thư mục khác.</translation>
    </message>
    <message>
        <source>There is no newer version yet.</source>
        <translation>Chưa có phiên bản mới hơn.</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Making a copy of the company</source>
        <translation>Đang tự sao lưu dữ liệu công ty</translation>
    </message>
    <message>
        <source>A copy was made, but {count} problems were found in the database.</source>
        <translation>Đã tạo bản sao, nhưng cơ sở dữ liệu có {count} vấn đề.</translation>
    </message>
    <message>
        <source>The copy that is due could not be made; it is tried again. {reason}</source>
        <translation>Chưa tự sao lưu được theo lịch; chương trình sẽ thử lại. {reason}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>It was moved to {address} on {when}. This file is its state of that moment: you can look, not change.</source>
        <translation>Dữ liệu đã được chuyển tới {address} lúc {when}. Tệp này là trạng thái tại thời điểm đó: chỉ xem được, không sửa được.</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>Chỉ xem</translation>
    </message>
    <message>
        <source>Open it there</source>
        <translation>Mở trên máy chủ</translation>
    </message>
    <message>
        <source>This company lives on a server now</source>
        <translation>Dữ liệu công ty này nay ở trên máy chủ</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Lock now</source>
        <translation>Khóa ngay</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Đổi mật khẩu…</translation>
    </message>
    <message>
        <source>Sign-in history…</source>
        <translation>Lịch sử đăng nhập…</translation>
    </message>
</context>
<context>
    <name>SignIns</name>
    <message>
        <source>Sign-in history</source>
        <translation>Lịch sử đăng nhập</translation>
    </message>
</context>
</TS>
