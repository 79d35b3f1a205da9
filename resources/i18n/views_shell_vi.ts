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
    <name>Connection</name>
    <message>
        <source>The server no longer takes your password. Nothing you typed is lost.</source>
        <translation>Máy chủ không nhận mật khẩu nữa; những gì đã nhập vẫn còn.</translation>
    </message>
    <message>
        <source>Enter the password…</source>
        <translation>Nhập mật khẩu…</translation>
    </message>
    <message>
        <source>The server is there again.</source>
        <translation>Đã kết nối lại với máy chủ.</translation>
    </message>
    <message>
        <source>The clock of this computer is {n} minutes fast; please set it.</source>
        <translation>Đồng hồ máy này chạy nhanh {n} phút; vui lòng chỉnh lại.</translation>
    </message>
    <message>
        <source>The clock of this computer is {n} minutes slow; please set it.</source>
        <translation>Đồng hồ máy này chạy chậm {n} phút; vui lòng chỉnh lại.</translation>
    </message>
    <message>
        <source>What you type cannot be kept as a draft: {reason}. Please save soon.</source>
        <translation>Không giữ được bản nháp: {reason}. Bạn nên lưu sớm.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Nothing you typed is lost; the program tries again by itself.</source>
        <translation>Không kết nối được máy chủ. Những gì đã nhập vẫn còn; chương trình tự kết nối lại.</translation>
    </message>
    <message>
        <source>The server cannot be reached. {n} save waits for it; you may go on.</source>
        <translation>Không kết nối được máy chủ. {n} lần lưu đang chờ; bạn cứ làm tiếp.</translation>
    </message>
    <message>
        <source>The server cannot be reached. {n} saves wait for it; you may go on.</source>
        <translation>Không kết nối được máy chủ. {n} lần lưu đang chờ; bạn cứ làm tiếp.</translation>
    </message>
</context>
<context>
    <name>LinkState</name>
    <message>
        <source>No connection</source>
        <translation>Mất kết nối</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Thử ngay</translation>
    </message>
    <message>
        <source>password refused</source>
        <translation>sai mật khẩu</translation>
    </message>
    <message>
        <source>trying again…</source>
        <translation>đang thử lại…</translation>
    </message>
    <message>
        <source>trying again in {n} s</source>
        <translation>thử lại sau {n} giây</translation>
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
        <source>Open the log folder</source>
        <translation>Mở thư mục nhật ký</translation>
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
        <source>The log is kept in {folder}.</source>
        <translation>Nhật ký được lưu ở {folder}.</translation>
    </message>
    <message>
        <source>Changes wait for the server</source>
        <translation>Còn thay đổi chờ máy chủ</translation>
    </message>
    <message>
        <source>{n} changes (deleting, tagging and the like) have not reached the server and are not made if you quit now. What you typed is kept as drafts.</source>
        <translation>{n} thay đổi (như xóa, gắn thẻ) chưa tới máy chủ và sẽ không được thực hiện nếu bạn thoát bây giờ. Những gì bạn đã nhập được giữ làm bản nháp.</translation>
    </message>
    <message>
        <source>Quit all the same</source>
        <translation>Vẫn thoát</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Chờ xong</translation>
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
    <name>PasswordSheet</name>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>{where} refused the password that was used so far.</source>
        <translation>{where} không nhận mật khẩu đang dùng.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Đăng nhập lại</translation>
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
<context>
    <name>Updater</name>
    <message>
        <source>Downloading version {version}</source>
        <translation>Đang tải phiên bản {version}</translation>
    </message>
    <message>
        <source>Version {version} of the program is available.</source>
        <translation>Đã có phiên bản {version} của chương trình.</translation>
    </message>
    <message>
        <source>Download and install</source>
        <translation>Tải về và cài đặt</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>Đây là phiên bản mới nhất.</translation>
    </message>
    <message>
        <source>Install the new version now?</source>
        <translation>Cài phiên bản mới ngay bây giờ?</translation>
    </message>
    <message>
        <source>The program closes, the installer takes its place, and your data stays where it is.</source>
        <translation>Chương trình sẽ đóng và bộ cài đặt chạy thay; dữ liệu của bạn vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Close and install</source>
        <translation>Đóng và cài đặt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
</context>
</TS>
