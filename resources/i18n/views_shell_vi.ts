<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Phiên bản {version}</translation>
    </message>
    <message>
        <source>Python {python} and Qt {qt} (PySide6, LGPL). Icons: Lucide (ISC). Font: Roboto (Apache).</source>
        <translation>Python {python} và Qt {qt} (PySide6, LGPL). Biểu tượng: Lucide (ISC). Phông chữ: Roboto (Apache).</translation>
    </message>
    <message>
        <source>Customer relations for Vietnamese companies. MIT licence.</source>
        <translation>Quản lý quan hệ khách hàng cho doanh nghiệp Việt Nam. Giấy phép MIT.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Desktop CRM</source>
        <translation>CRM Khách hàng</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Chiều cao dòng</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Giới thiệu</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Lệnh</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Đi tới</translation>
    </message>
    <message>
        <source>Work is still going on</source>
        <translation>Còn việc đang chạy</translation>
    </message>
    <message>
        <source>{what} is not finished. If you quit now, it is stopped and undone.</source>
        <translation>{what} chưa xong. Nếu thoát bây giờ, việc này sẽ dừng lại và không được giữ.</translation>
    </message>
    <message>
        <source>Stop it and quit</source>
        <translation>Dừng việc và thoát</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Chờ xong</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Nothing found.</source>
        <translation>Không tìm thấy gì.</translation>
    </message>
    <message>
        <source>Search or type a command</source>
        <translation>Tìm hoặc gõ lệnh</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>chọn</translation>
    </message>
    <message>
        <source>open</source>
        <translation>mở</translation>
    </message>
    <message>
        <source>open the list</source>
        <translation>mở danh sách</translation>
    </message>
    <message>
        <source>Marks may be left out:</source>
        <translation>Gõ không dấu cũng được:</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>{title}, {n} waiting</source>
        <translation>{title}, {n} đang chờ</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Điều hướng</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Error report</source>
        <translation>Báo cáo lỗi</translation>
    </message>
    <message>
        <source>What you have entered is still there. Save it and start the program again if you can.</source>
        <translation>Dữ liệu bạn đang nhập vẫn còn. Hãy lưu lại rồi khởi động lại chương trình nếu có thể.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Chép báo cáo</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Làm tiếp</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>Có lỗi ngoài dự kiến</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search customers, quotes, phone numbers, tax codes…</source>
        <translation>Tìm khách hàng, báo giá, số điện thoại, mã số thuế…</translation>
    </message>
    <message>
        <source>User menu of {name}</source>
        <translation>Trình đơn của {name}</translation>
    </message>
    <message>
        <source>Fold the navigation (Ctrl+B)</source>
        <translation>Thu gọn điều hướng (Ctrl+B)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Tạo mới</translation>
    </message>
    <message>
        <source>New: choose what</source>
        <translation>Tạo mới: chọn loại</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Trợ giúp (F1)</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Notifications ({n} unread)</source>
        <translation>Thông báo ({n} chưa đọc)</translation>
    </message>
</context>
</TS>
