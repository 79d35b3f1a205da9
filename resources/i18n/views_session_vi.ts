<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Lock</name>
    <message>
        <source>Unlock</source>
        <translation>Mở khóa</translation>
    </message>
    <message>
        <source>Locked for {name}</source>
        <translation>Đã khóa – {name}</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Đăng xuất</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Desktop CRM</source>
        <translation>CRM Khách hàng</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Choose another database</source>
        <translation>Chọn cơ sở dữ liệu khác</translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>At least eight characters; a few words are easier to keep in mind than signs.</source>
        <translation>Ít nhất tám ký tự; vài từ ghép lại dễ nhớ hơn ký hiệu.</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Mật khẩu hiện tại</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>Nhập lại mật khẩu mới</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Đổi mật khẩu</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Đổi mật khẩu</translation>
    </message>
    <message>
        <source>This is not the same as above.</source>
        <translation>Không khớp với mật khẩu ở trên.</translation>
    </message>
    <message>
        <source>The password was changed.</source>
        <translation>Đã đổi mật khẩu.</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>The capitals are locked (Caps Lock).</source>
        <translation>Phím Caps Lock đang bật.</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Xin chờ một chút…</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Locked until {time} (still {left}).</source>
        <translation>Sai mật khẩu quá nhiều lần. Khóa đến {time} (còn {left}).</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Remember the password on this computer</source>
        <translation>Ghi nhớ mật khẩu trên máy này</translation>
    </message>
</context>
<context>
    <name>SignIns</name>
    <message>
        <source>Signed in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>Sai mật khẩu</translation>
    </message>
    <message>
        <source>Locked out</source>
        <translation>Bị khóa</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>Sign-in history</source>
        <translation>Lịch sử đăng nhập</translation>
    </message>
    <message>
        <source>Nobody has signed in yet</source>
        <translation>Chưa có ai đăng nhập</translation>
    </message>
    <message>
        <source>Sign-ins with a password stand here.</source>
        <translation>Các lần đăng nhập bằng mật khẩu hiện ở đây.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Đọc lại</translation>
    </message>
</context>
</TS>
