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
        <source>The database is damaged, so no copy was made: {reason}</source>
        <translation>Cơ sở dữ liệu bị hỏng nên không tạo bản sao: {reason}</translation>
    </message>
    <message>
        <source>The disk of {folder} is full: a copy needs {needed} MB, {free} MB are free.</source>
        <translation>Ổ đĩa chứa {folder} không đủ chỗ: bản sao cần {needed} MB, chỉ còn trống {free} MB.</translation>
    </message>
    <message>
        <source>{path} is not what was written: rows of it were changed or lost.</source>
        <translation>{path} không còn như lúc ghi: có dòng dữ liệu đã bị thay đổi hoặc mất.</translation>
    </message>
    <message>
        <source>The database already holds records; a backup is restored into an empty one.</source>
        <translation>Cơ sở dữ liệu đã có dữ liệu; chỉ phục hồi vào cơ sở dữ liệu trống.</translation>
    </message>
</context>
<context>
    <name>Move</name>
    <message>
        <source>The server&apos;s database is not empty; a company is moved into an empty one. It has {what}</source>
        <translation>Cơ sở dữ liệu trên máy chủ không trống; chỉ chuyển vào cơ sở dữ liệu trống. Hiện có {what}</translation>
    </message>
    <message>
        <source>{rows} rows were moved to {address} and compared one by one.</source>
        <translation>Đã chuyển {rows} dòng dữ liệu tới {address} và đối chiếu từng dòng.</translation>
    </message>
    <message>
        <source>“{old}” signs in as “{new}” there.</source>
        <translation>“{old}” đăng nhập ở đó bằng tên “{new}”.</translation>
    </message>
    <message>
        <source>“{name}” needs a password there: user password {name}</source>
        <translation>“{name}” cần được cấp mật khẩu ở đó: user password {name}</translation>
    </message>
    <message>
        <source>Only the company of a file can be moved to a server.</source>
        <translation>Chỉ chuyển được dữ liệu công ty từ tệp lên máy chủ.</translation>
    </message>
    <message>
        <source>The file is damaged, so it is not moved; “check” tells more. {problem}</source>
        <translation>Tệp bị hỏng nên không chuyển; xem thêm bằng “check”. {problem}</translation>
    </message>
    <message>
        <source>A company is moved to a server: give a postgresql:// address.</source>
        <translation>Dữ liệu được chuyển lên máy chủ: hãy nêu địa chỉ postgresql://.</translation>
    </message>
    <message>
        <source>The server&apos;s database has schema {present}, this program {head}: “upgrade” it first.</source>
        <translation>Cơ sở dữ liệu trên máy chủ có cấu trúc {present}, chương trình này {head}: hãy “upgrade” trước.</translation>
    </message>
</context>
<context>
    <name>Moved</name>
    <message>
        <source>This company was moved to {address} on {when}. Its old file can be read, but not changed.</source>
        <translation>Dữ liệu công ty này đã được chuyển tới {address} lúc {when}. Tệp cũ chỉ xem được, không sửa được.</translation>
    </message>
</context>
<context>
    <name>Ownership</name>
    <message>
        <source>Only the owner of the server&apos;s database may do this.</source>
        <translation>Chỉ chủ sở hữu cơ sở dữ liệu trên máy chủ mới được làm việc này.</translation>
    </message>
    <message>
        <source>Only an administrator who may see all records may do this on a server: it would hold no more than the records you see.</source>
        <translation>Trên máy chủ, chỉ người quản trị được xem mọi bản ghi mới làm được việc này: nếu không, kết quả chỉ gồm những bản ghi bạn thấy.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>{module}: you do not have the right to add this.</source>
        <translation>{module}: bạn không có quyền thêm bản ghi này.</translation>
    </message>
    <message>
        <source>{module}: you do not have the right to change this.</source>
        <translation>{module}: bạn không có quyền sửa bản ghi này.</translation>
    </message>
    <message>
        <source>{module}: you do not have the right to delete this.</source>
        <translation>{module}: bạn không có quyền xóa bản ghi này.</translation>
    </message>
    <message>
        <source>{module}: you may not give it to this owner.</source>
        <translation>{module}: bạn không được giao cho người phụ trách này.</translation>
    </message>
    <message>
        <source>Only an administrator may change this.</source>
        <translation>Chỉ quản trị viên được thay đổi mục này.</translation>
    </message>
    <message>
        <source>{module}: you do not have the right to change “{field}”.</source>
        <translation>{module}: bạn không có quyền sửa “{field}”.</translation>
    </message>
    <message>
        <source>This</source>
        <translation>Mục này</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>Never</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Mỗi ngày</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Mỗi tuần</translation>
    </message>
</context>
<context>
    <name>Server</name>
    <message>
        <source>The address needs the name of a database of at most {most} letters.</source>
        <translation>Địa chỉ cần tên cơ sở dữ liệu, dài nhất {most} ký tự.</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>There is no file {path}.</source>
        <translation>Không có tệp {path}.</translation>
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
        <source>The database file is in use by another program; please try again.</source>
        <translation>Tệp dữ liệu đang được chương trình khác dùng; vui lòng thử lại.</translation>
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
        <source>The server does not let this user into the database.</source>
        <translation>Máy chủ không cho người dùng này vào cơ sở dữ liệu.</translation>
    </message>
    <message>
        <source>The server does not let this user in; ask the administrator.</source>
        <translation>Máy chủ không cho người dùng này đăng nhập; hãy hỏi người quản trị.</translation>
    </message>
    <message>
        <source>The server still ends an earlier save; the program tries again.</source>
        <translation>Máy chủ còn đang kết thúc lần lưu trước; chương trình sẽ thử lại.</translation>
    </message>
    <message>
        <source>The server went away while it was told to keep the work; look whether it did before you do it again.</source>
        <translation>Mất máy chủ đúng lúc đang ghi; hãy kiểm tra kết quả trước khi làm lại.</translation>
    </message>
    <message>
        <source>The server {host} is not on this machine, and the address asks for a connection that others can read. Use sslmode=require or verify-full, or write {waiver}=yes into the address.</source>
        <translation>Máy chủ {host} không ở trên máy này, mà địa chỉ lại yêu cầu kết nối người khác đọc được. Hãy dùng sslmode=require hoặc verify-full, hoặc ghi {waiver}=yes vào địa chỉ.</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>A row of {table} cannot be kept by the server: {reason}</source>
        <translation>Máy chủ không lưu được một dòng của bảng {table}: {reason}</translation>
    </message>
    <message>
        <source>{table} {row} was not carried over as it is; nothing was kept.</source>
        <translation>{table} {row} không được chuyển sang nguyên vẹn; chưa lưu gì cả.</translation>
    </message>
</context>
<context>
    <name>User</name>
    <message>
        <source>A sign-in name of a server has small letters without marks, digits, . _ or -, and begins with a letter.</source>
        <translation>Tên đăng nhập trên máy chủ gồm chữ thường không dấu, chữ số, dấu . _ hoặc -, và bắt đầu bằng chữ cái.</translation>
    </message>
    <message>
        <source>The server has another login of this name already; choose another one.</source>
        <translation>Máy chủ đã có một tên đăng nhập như vậy; hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>Somebody must administer users and rights; this is the last active administrator.</source>
        <translation>Phải còn người quản trị người dùng và quyền; đây là người quản trị cuối cùng đang hoạt động.</translation>
    </message>
</context>
</TS>
