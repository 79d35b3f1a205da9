<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Assistant</name>
    <message>
        <source>Start with our own company</source>
        <translation>Bắt đầu với công ty của mình</translation>
    </message>
    <message>
        <source>A new file on this computer, ready for your Excel lists. It can move to a server later.</source>
        <translation>Một tệp mới trên máy này, sẵn sàng nhận danh sách Excel của bạn. Sau này có thể chuyển lên máy chủ.</translation>
    </message>
    <message>
        <source>Look around in the demo company</source>
        <translation>Xem thử công ty mẫu</translation>
    </message>
    <message>
        <source>Two years of made-up customers, quotes and orders. Nothing you do there matters.</source>
        <translation>Hai năm khách hàng, báo giá, đơn hàng giả định. Thử gì cũng không ảnh hưởng.</translation>
    </message>
    <message>
        <source>Connect to the office&apos;s database</source>
        <translation>Kết nối cơ sở dữ liệu của văn phòng</translation>
    </message>
    <message>
        <source>A PostgreSQL server that your colleagues already use. Ask your administrator for the address.</source>
        <translation>Máy chủ PostgreSQL đồng nghiệp đang dùng. Hỏi quản trị viên địa chỉ máy chủ.</translation>
    </message>
    <message>
        <source>Create the company</source>
        <translation>Tạo công ty</translation>
    </message>
    <message>
        <source>Open the demo company</source>
        <translation>Mở công ty mẫu</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Kết nối</translation>
    </message>
    <message>
        <source>Welcome. How would you like to begin?</source>
        <translation>Chào bạn. Bạn muốn bắt đầu thế nào?</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp dữ liệu</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>Tên công ty</translation>
    </message>
    <message>
        <source>Your full name</source>
        <translation>Họ và tên của bạn</translation>
    </message>
    <message>
        <source>The demo company is made on this computer in a few seconds and kept in {file}.</source>
        <translation>Công ty mẫu được tạo trên máy này trong vài giây và lưu tại {file}.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Where to keep the company</source>
        <translation>Nơi lưu công ty</translation>
    </message>
    <message>
        <source>Company files (*.crm)</source>
        <translation>Tệp công ty (*.crm)</translation>
    </message>
    <message>
        <source>Please enter the company&apos;s name and your own.</source>
        <translation>Hãy nhập tên công ty và tên của bạn.</translation>
    </message>
    <message>
        <source>Please enter the server, the database and your user name.</source>
        <translation>Hãy nhập máy chủ, cơ sở dữ liệu và tên đăng nhập.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Vui lòng đợi…</translation>
    </message>
    <message>
        <source>{service} copies files there while they are open, which can damage them.</source>
        <translation>{service} sao chép các tệp ở đó trong lúc đang mở, có thể làm hỏng tệp.</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name.</source>
        <translation>{path} đã có; hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>“{port}” is not a port number.</source>
        <translation>“{port}” không phải số cổng.</translation>
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
        <source>Opening {target}…</source>
        <translation>Đang mở {target}…</translation>
    </message>
    <message>
        <source>Update the program</source>
        <translation>Cập nhật chương trình</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Choose another database</source>
        <translation>Chọn cơ sở dữ liệu khác</translation>
    </message>
</context>
</TS>
