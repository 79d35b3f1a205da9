<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message>
        <source>This file asks who you are: name yourself with --user NAME.</source>
        <translation>Tệp dữ liệu này cần đăng nhập: hãy nêu tên bằng --user TÊN.</translation>
    </message>
    <message>
        <source>The password of “{user}” is missing; put it into DESKTOP_CRM_PASSWORD.</source>
        <translation>Thiếu mật khẩu của “{user}”; hãy đặt vào biến DESKTOP_CRM_PASSWORD.</translation>
    </message>
    <message>
        <source>Password of {user}: </source>
        <translation>Mật khẩu của {user}: </translation>
    </message>
    <message>
        <source>read {read}, created {created}, updated {updated}, skipped {skipped}, invalid {invalid}, batch {batch}</source>
        <translation>đọc {read}, tạo mới {created}, cập nhật {updated}, bỏ qua {skipped}, không hợp lệ {invalid}, lô {batch}</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}</source>
        <translation>Không ghi được {file}: {reason}</translation>
    </message>
    <message>
        <source>Give a FILE or a --folder.</source>
        <translation>Hãy nêu TỆP hoặc --folder.</translation>
    </message>
    <message>
        <source>{path}: {rows} rows, read again and compared.</source>
        <translation>{path}: {rows} dòng dữ liệu, đã đọc lại và đối chiếu.</translation>
    </message>
    <message>
        <source>“check” finds {count} problems in the database.</source>
        <translation>“check” phát hiện {count} vấn đề trong cơ sở dữ liệu.</translation>
    </message>
    <message>
        <source>{file} was restored.</source>
        <translation>Đã khôi phục {file}.</translation>
    </message>
    <message>
        <source>What was there before is kept in {path}.</source>
        <translation>Dữ liệu trước đó được giữ trong {path}.</translation>
    </message>
    <message>
        <source>{count} problems were mended.</source>
        <translation>Đã sửa {count} vấn đề.</translation>
    </message>
    <message>
        <source>{count} problems were found.</source>
        <translation>Phát hiện {count} vấn đề.</translation>
    </message>
    <message>
        <source>No damage was found.</source>
        <translation>Không phát hiện hỏng hóc.</translation>
    </message>
    <message>
        <source>The company can be changed in {path} again.</source>
        <translation>Lại có thể thay đổi dữ liệu công ty trong {path}.</translation>
    </message>
    <message>
        <source>Give the URL of the shared database.</source>
        <translation>Hãy nêu địa chỉ (URL) của cơ sở dữ liệu dùng chung.</translation>
    </message>
    <message>
        <source>The database has schema {schema}.</source>
        <translation>Cơ sở dữ liệu có lược đồ {schema}.</translation>
    </message>
    <message>
        <source>The search index was made anew; {count} records were mended.</source>
        <translation>Đã tạo lại chỉ mục tìm kiếm; sửa {count} bản ghi.</translation>
    </message>
    <message>
        <source>server-setup needs the postgresql:// address of a server.</source>
        <translation>server-setup cần địa chỉ postgresql:// của một máy chủ.</translation>
    </message>
    <message>
        <source>{database} is ready; {name} signs in to it.</source>
        <translation>{database} đã sẵn sàng; {name} đăng nhập được.</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>đã khóa</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>Hai lần nhập mật khẩu không giống nhau.</translation>
    </message>
    <message>
        <source>There is nobody to ask for a password; give it in {variable}.</source>
        <translation>Không có ai để hỏi mật khẩu; hãy đặt mật khẩu trong {variable}.</translation>
    </message>
    <message>
        <source>New password: </source>
        <translation>Mật khẩu mới: </translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>Mật khẩu: </translation>
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
        <source>The server cannot be reached. Nothing you typed is lost.</source>
        <translation>Không kết nối được máy chủ. Những gì bạn đã nhập vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>The server refused the user name or the password.</source>
        <translation>Máy chủ từ chối tên đăng nhập hoặc mật khẩu.</translation>
    </message>
    <message>
        <source>The server asks for a password.</source>
        <translation>Máy chủ yêu cầu mật khẩu.</translation>
    </message>
    <message>
        <source>The disk is full; nothing was changed.</source>
        <translation>Ổ đĩa đã đầy; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Others are changing the same records; please try again.</source>
        <translation>Người khác đang sửa cùng các bản ghi này; vui lòng thử lại.</translation>
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
        <source>The database has not been brought to this version of the program yet. Its administrator does so by “desktop-crm upgrade”.</source>
        <translation>Cơ sở dữ liệu chưa được nâng cấp lên phiên bản này của chương trình. Người quản trị nâng cấp bằng lệnh “desktop-crm upgrade”.</translation>
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
    <message>
        <source>How often each database is copied by itself, to where, how many stay.</source>
        <translation>Mỗi cơ sở dữ liệu được tự sao lưu bao lâu một lần, vào đâu, giữ bao nhiêu bản.</translation>
    </message>
    <message>
        <source>The folder or https address where new versions are looked for.</source>
        <translation>Thư mục hoặc địa chỉ https để tìm phiên bản mới.</translation>
    </message>
    <message>
        <source>The key that new versions are signed with.</source>
        <translation>Khóa dùng để kiểm tra chữ ký của phiên bản mới.</translation>
    </message>
    <message>
        <source>Minutes without a key or a click until the window is locked; 0: never.</source>
        <translation>Số phút không thao tác trước khi cửa sổ bị khóa; 0: không bao giờ.</translation>
    </message>
</context>
</TS>
