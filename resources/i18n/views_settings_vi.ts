<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Assistant</name>
    <message>
        <source>Server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Please enter the server, the database and your user name.</source>
        <translation>Hãy nhập máy chủ, cơ sở dữ liệu và tên đăng nhập.</translation>
    </message>
    <message>
        <source>“{port}” is not a port number.</source>
        <translation>“{port}” không phải số cổng.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Vui lòng đợi…</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Chọn…</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Checked</source>
        <translation>Đã kiểm tra</translation>
    </message>
    <message>
        <source>Has problems</source>
        <translation>Có vấn đề</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Chưa kiểm tra</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Số dòng</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>There is no copy yet</source>
        <translation>Chưa có bản sao nào</translation>
    </message>
    <message>
        <source>Copies that are made every day or week, or into the same folder, stand here.</source>
        <translation>Các bản sao tự động hằng ngày, hằng tuần, hoặc trong cùng thư mục, hiện ở đây.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Bản sao lưu</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Lịch sao lưu…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Kiểm tra lại</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Khôi phục…</translation>
    </message>
    <message>
        <source>Checking a copy</source>
        <translation>Đang kiểm tra bản sao</translation>
    </message>
    <message>
        <source>{name} is whole: every row is as it was written.</source>
        <translation>{name} nguyên vẹn: mọi dòng đều như lúc ghi.</translation>
    </message>
    <message>
        <source>No copies are made by themselves.</source>
        <translation>Không tự động sao lưu.</translation>
    </message>
    <message>
        <source>{every} while the program runs, into {folder}; the newest {keep} stay.</source>
        <translation>{every}, khi chương trình đang chạy, vào {folder}; giữ {keep} bản mới nhất.</translation>
    </message>
</context>
<context>
    <name>CustomField</name>
    <message>
        <source>Kind</source>
        <translation>Kiểu</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Bắt buộc</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Được tìm kiếm</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Đang dùng</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Move</name>
    <message>
        <source>Moving the company</source>
        <translation>Đang chuyển dữ liệu công ty</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Thử kết nối</translation>
    </message>
    <message>
        <source>Move the company</source>
        <translation>Chuyển dữ liệu</translation>
    </message>
    <message>
        <source>Open it there</source>
        <translation>Mở trên máy chủ</translation>
    </message>
    <message>
        <source>Move to a shared database</source>
        <translation>Chuyển lên máy chủ dùng chung</translation>
    </message>
    <message>
        <source>Everything of this company goes into an empty database that “desktop-crm server-setup” has prepared, and is compared there row by row. The file stays as it is and can only be read from then on.</source>
        <translation>Toàn bộ dữ liệu công ty được chuyển vào một cơ sở dữ liệu trống do “desktop-crm server-setup” tạo sẵn và được đối chiếu từng dòng. Tệp này giữ nguyên và từ đó chỉ để xem.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Cổng</translation>
    </message>
    <message>
        <source>Owner of the database</source>
        <translation>Tài khoản chủ cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>The company is being moved. Others can read the file meanwhile, but not change it.</source>
        <translation>Đang chuyển dữ liệu công ty. Trong lúc này người khác xem được tệp nhưng không sửa được.</translation>
    </message>
    <message>
        <source>PostgreSQL {version} answers; the database is empty and takes the company.</source>
        <translation>PostgreSQL {version} đã trả lời; cơ sở dữ liệu trống và nhận được dữ liệu công ty.</translation>
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
        <source>These users need a password on the server before they can sign in: {names}</source>
        <translation>Những người dùng sau cần được cấp mật khẩu trên máy chủ mới đăng nhập được: {names}</translation>
    </message>
</context>
<context>
    <name>PriceTable</name>
    <message>
        <source>In force</source>
        <translation>Đang áp dụng</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Sắp áp dụng</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Đã thay</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>Find a product</source>
        <translation>Tìm sản phẩm</translation>
    </message>
    <message>
        <source>Paste from Excel</source>
        <translation>Dán từ Excel</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Đơn giá</translation>
    </message>
    <message>
        <source>Add a price</source>
        <translation>Thêm giá</translation>
    </message>
    <message>
        <source>A price in force stays as it is: type over it, and the new price begins on a new row. Columns pasted from Excel: code, from quantity, valid from, price.</source>
        <translation>Giá đang áp dụng được giữ nguyên: gõ đè lên thì giá mới nằm ở dòng mới. Cột khi dán từ Excel: mã, từ số lượng, hiệu lực từ, đơn giá.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã hàng</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>A price in force is not removed: begin a new one instead.</source>
        <translation>Không xóa được giá đang áp dụng: hãy đặt giá mới.</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>Hidden</source>
        <translation>Ẩn</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Chỉ xem</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
</context>
<context>
    <name>RoleWords</name>
    <message>
        <source>{verb}: {what}.</source>
        <translation>{verb}: {what}.</translation>
    </message>
    <message>
        <source>{reach} ({modules})</source>
        <translation>{reach} ({modules})</translation>
    </message>
    <message>
        <source>all modules</source>
        <translation>mọi phân hệ</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất dữ liệu</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Does not see: {fields}.</source>
        <translation>Không thấy: {fields}.</translation>
    </message>
    <message>
        <source>Only reads: {fields}.</source>
        <translation>Chỉ xem: {fields}.</translation>
    </message>
    <message>
        <source>Manages users, roles and settings.</source>
        <translation>Quản lý người dùng, vai trò và thiết lập.</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Di chuyển</translation>
    </message>
    <message>
        <source>Move the row up (Alt+Up)</source>
        <translation>Chuyển dòng lên (Alt+↑)</translation>
    </message>
    <message>
        <source>Move the row down (Alt+Down)</source>
        <translation>Chuyển dòng xuống (Alt+↓)</translation>
    </message>
    <message>
        <source>Remove the row (Ctrl+Delete)</source>
        <translation>Xóa dòng (Ctrl+Delete)</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Best on another disk, or in a folder that is kept elsewhere, too.</source>
        <translation>Tốt nhất là trên ổ đĩa khác, hoặc thư mục còn được lưu ở nơi khác.</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Tần suất</translation>
    </message>
    <message>
        <source>When the program starts or while it runs; each copy is read again and compared.</source>
        <translation>Khi mở chương trình hoặc trong lúc chạy; mỗi bản sao đều được đọc lại và đối chiếu.</translation>
    </message>
    <message>
        <source>How many stay</source>
        <translation>Số bản giữ lại</translation>
    </message>
    <message>
        <source>The newest ones; the last good copy is never deleted.</source>
        <translation>Giữ các bản mới nhất; không bao giờ xóa bản sao tốt cuối cùng.</translation>
    </message>
    <message>
        <source>Copies by themselves</source>
        <translation>Lịch sao lưu tự động</translation>
    </message>
    <message>
        <source>Where to keep the copies</source>
        <translation>Nơi cất các bản sao</translation>
    </message>
    <message>
        <source>No file can be written there.</source>
        <translation>Không ghi được tệp vào đó.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Company</source>
        <translation>Công ty</translation>
    </message>
    <message>
        <source>What stands in the letterhead of every document, and as party A of every contract.</source>
        <translation>Nội dung đầu trang của mọi chứng từ và Bên A của mọi hợp đồng.</translation>
    </message>
    <message>
        <source>Bank accounts</source>
        <translation>Tài khoản ngân hàng</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Thêm tài khoản</translation>
    </message>
    <message>
        <source>Signers</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Add a signer</source>
        <translation>Thêm người ký</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Address and telephone</source>
        <translation>Địa chỉ và liên lạc</translation>
    </message>
    <message>
        <source>{n} problems were found</source>
        <translation>Phát hiện {n} vấn đề</translation>
    </message>
    <message>
        <source>Text, one line</source>
        <translation>Văn bản một dòng</translation>
    </message>
    <message>
        <source>Text, several lines</source>
        <translation>Văn bản nhiều dòng</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Choice from a list</source>
        <translation>Chọn trong danh sách</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Có / không</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Các lựa chọn</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>Trường tùy chỉnh</translation>
    </message>
    <message>
        <source>Your own fields stand at the end of the form; lists can show, filter and import them.</source>
        <translation>Trường riêng của công ty nằm cuối biểu mẫu; danh sách có thể hiện, lọc và nhập các trường này.</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Phân hệ</translation>
    </message>
    <message>
        <source>No field of your own yet</source>
        <translation>Chưa có trường riêng nào</translation>
    </message>
    <message>
        <source>Add what your company keeps about these records and the form does not ask for.</source>
        <translation>Hãy thêm những thông tin công ty cần lưu mà biểu mẫu chưa có.</translation>
    </message>
    <message>
        <source>Add a field…</source>
        <translation>Thêm trường…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Set inactive</source>
        <translation>Ngừng dùng</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Chuyển lên</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Chuyển xuống</translation>
    </message>
    <message>
        <source>Set active</source>
        <translation>Dùng lại</translation>
    </message>
    <message>
        <source>For a choice from a list: one to a line.</source>
        <translation>Dùng cho kiểu chọn trong danh sách: mỗi dòng một lựa chọn.</translation>
    </message>
    <message>
        <source>New field of {module}</source>
        <translation>Trường mới của {module}</translation>
    </message>
    <message>
        <source>Copies of the database (*.crm);;All files (*)</source>
        <translation>Bản sao dữ liệu (*.crm);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dữ liệu</translation>
    </message>
    <message>
        <source>Where your company&apos;s data lies, and how to be safe from losing it.</source>
        <translation>Dữ liệu công ty nằm ở đâu và làm sao để không bị mất.</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Lịch sử nhập dữ liệu</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Look for damage</source>
        <translation>Kiểm tra hư hỏng</translation>
    </message>
    <message>
        <source>Move to a shared server…</source>
        <translation>Chuyển lên máy chủ dùng chung…</translation>
    </message>
    <message>
        <source>Use this file again…</source>
        <translation>Dùng lại tệp này…</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>Sao lưu ngay…</translation>
    </message>
    <message>
        <source>Restore a copy…</source>
        <translation>Khôi phục bản sao…</translation>
    </message>
    <message>
        <source>A copy is one file with everything in it, attachments too. Keep it on another disk. Work can go on meanwhile.</source>
        <translation>Bản sao là một tệp chứa toàn bộ dữ liệu, kể cả tệp đính kèm. Hãy cất ở ổ đĩa khác. Trong lúc sao lưu vẫn làm việc bình thường.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Bản sao</translation>
    </message>
    <message>
        <source>Deleted records wait in the recycle bin of their module.</source>
        <translation>Bản ghi đã xóa nằm trong Thùng rác của từng phân hệ.</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>Thùng rác</translation>
    </message>
    <message>
        <source>What was entered on the server since then is not in this file, and what is entered here from now on is not on the server.</source>
        <translation>Những gì đã nhập trên máy chủ từ lúc đó không có trong tệp này, và những gì nhập ở đây từ bây giờ không có trên máy chủ.</translation>
    </message>
    <message>
        <source>Use this file again?</source>
        <translation>Dùng lại tệp này?</translation>
    </message>
    <message>
        <source>Use this file again</source>
        <translation>Dùng lại tệp này</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Sao lưu vào</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Đang sao lưu</translation>
    </message>
    <message>
        <source>The copy {path} is complete and was checked.</source>
        <translation>Đã sao lưu xong và kiểm tra bản sao {path}.</translation>
    </message>
    <message>
        <source>Looking for damage</source>
        <translation>Đang kiểm tra hư hỏng</translation>
    </message>
    <message>
        <source>The database is sound.</source>
        <translation>Dữ liệu nguyên vẹn.</translation>
    </message>
    <message>
        <source>Restore the copy</source>
        <translation>Khôi phục bản sao</translation>
    </message>
    <message>
        <source>Restore {name}?</source>
        <translation>Khôi phục {name}?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Đang khôi phục</translation>
    </message>
    <message>
        <source>What was there before is kept in {path}.</source>
        <translation>Dữ liệu trước đó được giữ trong {path}.</translation>
    </message>
    <message>
        <source>Everything entered since that copy is set aside. The present file is kept beside it, with the ending .before-restore. The program opens the restored database at once.</source>
        <translation>Mọi thứ nhập sau bản sao này sẽ không còn trong chương trình. Tệp hiện tại được giữ lại bên cạnh với đuôi .before-restore. Chương trình mở ngay dữ liệu đã khôi phục.</translation>
    </message>
    <message>
        <source>Everything that everybody entered since that copy is set aside. What the server holds now is first copied to a file beside the copy. Nobody can change anything meanwhile.</source>
        <translation>Mọi thứ mọi người đã nhập sau bản sao đó sẽ được cất sang một bên. Dữ liệu hiện có trên máy chủ được sao ra tệp cạnh bản sao trước khi thay. Trong lúc đó không ai thay đổi được gì.</translation>
    </message>
    <message>
        <source>The copy {path} was made, but {count} problems were found in the database: look for damage.</source>
        <translation>Đã tạo bản sao {path}, nhưng cơ sở dữ liệu có {count} vấn đề: hãy kiểm tra hư hỏng.</translation>
    </message>
    <message>
        <source>A file of this computer</source>
        <translation>Tệp trên máy này</translation>
    </message>
    <message>
        <source>A server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Phân hệ</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Trường</translation>
    </message>
    <message>
        <source>The role may</source>
        <translation>Vai trò được</translation>
    </message>
    <message>
        <source>Keep back</source>
        <translation>Giới hạn</translation>
    </message>
    <message>
        <source>Keep a field back</source>
        <translation>Giới hạn một trường</translation>
    </message>
    <message>
        <source>It cannot be hidden: {reason}</source>
        <translation>Không ẩn được: {reason}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Product groups</source>
        <translation>Nhóm sản phẩm</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Product groups and tags</source>
        <translation>Nhóm sản phẩm và thẻ</translation>
    </message>
    <message>
        <source>Rename them here, and merge what was written in two ways.</source>
        <translation>Đổi tên, và gộp những tên viết theo hai cách.</translation>
    </message>
    <message>
        <source>Add a group…</source>
        <translation>Thêm nhóm…</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Thêm thẻ…</translation>
    </message>
    <message>
        <source>Hand over to</source>
        <translation>Bàn giao cho</translation>
    </message>
    <message>
        <source>Nobody: the records stay as they are</source>
        <translation>Không ai: giữ nguyên người phụ trách</translation>
    </message>
    <message>
        <source>No record belongs to this user.</source>
        <translation>Người này không phụ trách bản ghi nào.</translation>
    </message>
    <message>
        <source>{name} can no longer sign in. Their records stay, and somebody has to look after them.</source>
        <translation>{name} sẽ không đăng nhập được nữa. Các bản ghi vẫn còn và cần có người phụ trách.</translation>
    </message>
    <message>
        <source>The records of {name} get another owner; history tells it of each of them.</source>
        <translation>Các bản ghi của {name} chuyển sang người phụ trách khác; lịch sử của từng bản ghi đều ghi lại.</translation>
    </message>
    <message>
        <source>Which records</source>
        <translation>Bản ghi cần bàn giao</translation>
    </message>
    <message>
        <source>Set {name} inactive</source>
        <translation>Ngừng dùng tài khoản {name}</translation>
    </message>
    <message>
        <source>Hand over records of {name}</source>
        <translation>Bàn giao bản ghi của {name}</translation>
    </message>
    <message>
        <source>Choose who takes which records</source>
        <translation>Hãy chọn người nhận và bản ghi cần bàn giao</translation>
    </message>
    <message>
        <source>Set inactive and hand over {n} records</source>
        <translation>Ngừng dùng và bàn giao {n} bản ghi</translation>
    </message>
    <message>
        <source>Hand over {n} records</source>
        <translation>Bàn giao {n} bản ghi</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Bàn giao</translation>
    </message>
    <message>
        <source>{n} records handed over.</source>
        <translation>Đã bàn giao {n} bản ghi.</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Đã hoàn tác</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Còn hiệu lực</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Bản ghi</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Người nhập</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cập nhật</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>Chưa nhập dữ liệu lần nào</translation>
    </message>
    <message>
        <source>Imports from Excel stand here, and can be undone as long as nobody changed their records.</source>
        <translation>Các lần nhập từ Excel hiện ở đây và có thể hoàn tác khi bản ghi chưa bị ai sửa.</translation>
    </message>
    <message>
        <source>Undo this import…</source>
        <translation>Hoàn tác lần nhập này…</translation>
    </message>
    <message>
        <source>An import can be undone as a whole as long as nobody changed its records.</source>
        <translation>Một lần nhập có thể hoàn tác trọn vẹn khi chưa ai sửa các bản ghi của nó.</translation>
    </message>
    <message>
        <source>Undo the import of {file}?</source>
        <translation>Hoàn tác lần nhập {file}?</translation>
    </message>
    <message>
        <source>Records it made are deleted, those it changed get their old values. What was changed since stays.</source>
        <translation>Bản ghi do lần nhập tạo ra sẽ bị xóa, bản ghi được cập nhật trở về giá trị cũ. Những gì đã sửa sau đó được giữ nguyên.</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Hoàn tác lần nhập</translation>
    </message>
    <message>
        <source>Undoing the import</source>
        <translation>Đang hoàn tác lần nhập</translation>
    </message>
    <message>
        <source>{n} records were left as they are:</source>
        <translation>{n} bản ghi được giữ nguyên:</translation>
    </message>
    <message>
        <source>{deleted} records were deleted, {restored} have their old values again.</source>
        <translation>Đã xóa {deleted} bản ghi, {restored} bản ghi trở về giá trị cũ.</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>cố định</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Xác suất</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Đang dùng</translation>
    </message>
    <message>
        <source>By the program</source>
        <translation>Hệ thống</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Danh mục</translation>
    </message>
    <message>
        <source>What can be chosen in forms and filters. Records keep their value when it is renamed.</source>
        <translation>Những giá trị chọn được trong biểu mẫu và bộ lọc. Đổi tên không làm mất giá trị trên bản ghi.</translation>
    </message>
    <message>
        <source>Fixed rows are needed by the program: rename and recolour them, but they stay in use.</source>
        <translation>Dòng cố định là dòng chương trình cần: đổi được tên và màu, không ngừng dùng được.</translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation>Thêm giá trị</translation>
    </message>
    <message>
        <source>Save or discard the changes of this list first.</source>
        <translation>Hãy lưu hoặc bỏ thay đổi của danh sách này trước.</translation>
    </message>
    <message>
        <source>The program needs this row; it can be renamed but not removed.</source>
        <translation>Chương trình cần dòng này; chỉ đổi được tên, không xóa được.</translation>
    </message>
    <message>
        <source>{n} records have “{label}”. Take the tick from “In use” instead.</source>
        <translation>{n} bản ghi đang có “{label}”. Hãy bỏ dấu chọn ở cột “Đang dùng”.</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>Thả ảnh vào đây</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Chọn ảnh…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>PNG or JPEG, at most 2 MB.</source>
        <translation>PNG hoặc JPEG, tối đa 2 MB.</translation>
    </message>
    <message>
        <source>Choose the logo</source>
        <translation>Chọn logo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Ảnh (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Không bao giờ</translation>
    </message>
    <message>
        <source>After 5 minutes</source>
        <translation>Sau 5 phút</translation>
    </message>
    <message>
        <source>After 15 minutes</source>
        <translation>Sau 15 phút</translation>
    </message>
    <message>
        <source>After an hour</source>
        <translation>Sau một giờ</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>For this computer only; changes take effect at once.</source>
        <translation>Chỉ cho máy này; thay đổi có tác dụng ngay.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Màu nền</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Chiều cao dòng</translation>
    </message>
    <message>
        <source>Lists take it up when they are next opened.</source>
        <translation>Danh sách áp dụng khi được mở lại.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Lock when nobody works</source>
        <translation>Khóa khi không thao tác</translation>
    </message>
    <message>
        <source>Only where you sign in with a password.</source>
        <translation>Chỉ khi đăng nhập bằng mật khẩu.</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Gộp vào</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Chưa có gì</translation>
    </message>
    <message>
        <source>What you add can be chosen in forms.</source>
        <translation>Những gì thêm vào sẽ chọn được trong biểu mẫu.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Gộp…</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>Đổi tên “{name}”</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Tên mới</translation>
    </message>
    <message>
        <source>“{name}” disappears; its {n} records get the other name.</source>
        <translation>“{name}” sẽ mất đi; {n} bản ghi chuyển sang tên kia.</translation>
    </message>
    <message>
        <source>Merge “{name}”</source>
        <translation>Gộp “{name}”</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gộp</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>Xóa “{name}”?</translation>
    </message>
    <message>
        <source>It is taken off {n} records.</source>
        <translation>Thẻ sẽ được gỡ khỏi {n} bản ghi.</translation>
    </message>
    <message>
        <source>A name that records have is not removed; merge it instead.</source>
        <translation>Tên đang có bản ghi dùng thì không xóa được; hãy gộp vào tên khác.</translation>
    </message>
    <message>
        <source>Next number: {number}</source>
        <translation>Số tiếp theo: {number}</translation>
    </message>
    <message>
        <source>From now on: {number}, after the numbers already given</source>
        <translation>Từ nay: {number}, tiếp sau các số đã cấp</translation>
    </message>
    <message>
        <source>Numbering</source>
        <translation>Đánh số</translation>
    </message>
    <message>
        <source>Numbers already given stay as they are; a new pattern counts on after them.</source>
        <translation>Số đã cấp được giữ nguyên; mẫu mới đếm tiếp theo sau.</translation>
    </message>
    <message>
        <source>{yyyy} is the year, {yy} its last two digits, {mm} the month, {dd} the day, {0000} the counter with at least that many digits. The counter begins anew each year, month or day that stands in the pattern.</source>
        <translation>{yyyy} là năm, {yy} là hai số cuối của năm, {mm} là tháng, {dd} là ngày, {0000} là số đếm với ít nhất chừng ấy chữ số. Số đếm bắt đầu lại từ 1 mỗi năm, tháng hoặc ngày có trong mẫu.</translation>
    </message>
    <message>
        <source>{n} below</source>
        <translation>{n} người</translation>
    </message>
    <message>
        <source>Directly below</source>
        <translation>Cấp dưới trực tiếp</translation>
    </message>
    <message>
        <source>Who reports to whom</source>
        <translation>Sơ đồ tổ chức</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
    </message>
    <message>
        <source>Show or hide what is typed</source>
        <translation>Hiện hoặc ẩn mật khẩu</translation>
    </message>
    <message>
        <source>Price lists</source>
        <translation>Bảng giá</translation>
    </message>
    <message>
        <source>A customer pays the prices of their list, else those of the default list, else the list price.</source>
        <translation>Khách hàng được tính theo bảng giá của mình, nếu không có thì theo bảng giá mặc định, sau cùng là giá niêm yết.</translation>
    </message>
    <message>
        <source>Add a price list…</source>
        <translation>Thêm bảng giá…</translation>
    </message>
    <message>
        <source>One list for each kind of customer: retail, dealers, projects.</source>
        <translation>Mỗi loại khách một bảng giá: khách lẻ, đại lý, dự án.</translation>
    </message>
    <message>
        <source>No price list yet</source>
        <translation>Chưa có bảng giá nào</translation>
    </message>
    <message>
        <source>Add a price list</source>
        <translation>Thêm bảng giá</translation>
    </message>
    <message>
        <source>Edit the price list</source>
        <translation>Sửa bảng giá</translation>
    </message>
    <message>
        <source>Remove the price list</source>
        <translation>Xóa bảng giá</translation>
    </message>
    <message>
        <source>For customers without a price list of their own.</source>
        <translation>Cho khách hàng không có bảng giá riêng.</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Bảng giá</translation>
    </message>
    <message>
        <source>New price list</source>
        <translation>Bảng giá mới</translation>
    </message>
    <message>
        <source>Remove the price list “{name}”?</source>
        <translation>Xóa bảng giá “{name}”?</translation>
    </message>
    <message>
        <source>Its {n} prices go with it. A list that customers use is not removed.</source>
        <translation>{n} giá trong bảng sẽ mất theo. Bảng giá đang có khách hàng dùng thì không xóa được.</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>ngừng dùng</translation>
    </message>
    <message>
        <source>default</source>
        <translation>mặc định</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Lời mở đầu</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Điều khoản</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Thanh toán</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Giao hàng</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>Bảo hành</translation>
    </message>
    <message>
        <source>Days valid</source>
        <translation>Hiệu lực (ngày)</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Số không</translation>
    </message>
    <message>
        <source>Thousand</source>
        <translation>Hàng nghìn</translation>
    </message>
    <message>
        <source>Four</source>
        <translation>Số bốn</translation>
    </message>
    <message>
        <source>Print templates</source>
        <translation>Mẫu in</translation>
    </message>
    <message>
        <source>New quotes and contracts begin with these texts; each document may change them.</source>
        <translation>Báo giá và hợp đồng mới lấy sẵn các nội dung này; từng chứng từ có thể sửa lại.</translation>
    </message>
    <message>
        <source>Counted from the day of the quote.</source>
        <translation>Tính từ ngày báo giá.</translation>
    </message>
    <message>
        <source>Legal bases</source>
        <translation>Căn cứ pháp lý</translation>
    </message>
    <message>
        <source>One to a line, as the contract begins.</source>
        <translation>Mỗi dòng một căn cứ, in ở đầu hợp đồng.</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Bằng chữ</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Báo giá</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Hợp đồng</translation>
    </message>
    <message>
        <source>Amounts in words</source>
        <translation>Số tiền bằng chữ</translation>
    </message>
    <message>
        <source>Try an amount</source>
        <translation>Thử số tiền</translation>
    </message>
    <message>
        <source>Rights by module</source>
        <translation>Quyền theo phân hệ</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Được phép</translation>
    </message>
    <message>
        <source>Fields kept from this role</source>
        <translation>Trường bị giới hạn với vai trò này</translation>
    </message>
    <message>
        <source>Keep a field back…</source>
        <translation>Giới hạn một trường…</translation>
    </message>
    <message>
        <source>Roles and rights</source>
        <translation>Vai trò &amp; phân quyền</translation>
    </message>
    <message>
        <source>What a user may do is what their role allows. A record belongs to its owner; roles say whose reach.</source>
        <translation>Người dùng được làm những gì vai trò cho phép. Mỗi bản ghi thuộc người phụ trách; vai trò quy định phạm vi với tới bản ghi của ai.</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Add a role…</source>
        <translation>Thêm vai trò…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Every field of what is seen is shown.</source>
        <translation>Mọi trường của bản ghi được xem đều hiện.</translation>
    </message>
    <message>
        <source>Users have this role; give them another one first.</source>
        <translation>Đang có người dùng giữ vai trò này; hãy giao vai trò khác cho họ trước.</translation>
    </message>
    <message>
        <source>Save or discard the changes of this role first.</source>
        <translation>Hãy lưu hoặc bỏ thay đổi của vai trò này trước.</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>Vai trò mới</translation>
    </message>
    <message>
        <source>Nobody has this role.</source>
        <translation>Không ai giữ vai trò này.</translation>
    </message>
    <message>
        <source>Our company</source>
        <translation>Công ty</translation>
    </message>
    <message>
        <source>name address tax code phone logo letterhead bank account VietQR signer</source>
        <translation>tên địa chỉ mã số thuế điện thoại logo đầu trang tài khoản ngân hàng VietQR người ký</translation>
    </message>
    <message>
        <source>quote terms introduction payment delivery warranty validity legal bases in words</source>
        <translation>báo giá điều khoản mặc định lời mở đầu thanh toán giao hàng bảo hành hiệu lực căn cứ pháp lý bằng chữ</translation>
    </message>
    <message>
        <source>Users and rights</source>
        <translation>Người dùng &amp; phân quyền</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>people staff sign-in manager superior password hand over inactive tree</source>
        <translation>người dùng nhân viên đăng nhập quản lý cấp trên mật khẩu bàn giao ngừng hoạt động sơ đồ</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>team group members region</source>
        <translation>nhóm đội thành viên khu vực</translation>
    </message>
    <message>
        <source>role permission see create change delete export print field hidden read only</source>
        <translation>vai trò quyền phân quyền xem thêm sửa xóa xuất in trường ẩn chỉ xem giá vốn</translation>
    </message>
    <message>
        <source>Sales data</source>
        <translation>Dữ liệu bán hàng</translation>
    </message>
    <message>
        <source>status source industry stage probability reason colour currency choice</source>
        <translation>trạng thái nguồn ngành nghề giai đoạn xác suất lý do màu tiền tệ lựa chọn</translation>
    </message>
    <message>
        <source>number pattern counter year code</source>
        <translation>số chứng từ mẫu số đếm năm mã</translation>
    </message>
    <message>
        <source>Tax rates</source>
        <translation>Thuế suất</translation>
    </message>
    <message>
        <source>VAT percent legal basis period KCT</source>
        <translation>thuế GTGT phần trăm căn cứ pháp lý kỳ hiệu lực KCT</translation>
    </message>
    <message>
        <source>additional attribute field form</source>
        <translation>thuộc tính bổ sung trường biểu mẫu</translation>
    </message>
    <message>
        <source>price quantity step wholesale dealer product</source>
        <translation>giá số lượng bậc giá bán buôn đại lý sản phẩm</translation>
    </message>
    <message>
        <source>group tag rename merge category</source>
        <translation>nhóm thẻ đổi tên gộp phân loại</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>theme dark light row height language English Vietnamese</source>
        <translation>màu nền tối sáng chiều cao dòng ngôn ngữ tiếng Anh tiếng Việt</translation>
    </message>
    <message>
        <source>backup restore database file check damage import undo recycle bin</source>
        <translation>sao lưu khôi phục cơ sở dữ liệu tệp kiểm tra hư hỏng nhập hoàn tác thùng rác</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Cập nhật</translation>
    </message>
    <message>
        <source>new version installer administrator signature</source>
        <translation>phiên bản mới cài đặt quản trị chữ ký</translation>
    </message>
    <message>
        <source>Not subject to VAT (KCT)</source>
        <translation>Không chịu thuế (KCT)</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Thuế suất</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Đang hiệu lực</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Sắp hiệu lực</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Đã hết</translation>
    </message>
    <message>
        <source>not subject to VAT</source>
        <translation>không chịu thuế</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>không thời hạn</translation>
    </message>
    <message>
        <source>Documents take the rate in force on their day. When the law changes, add a period: nothing issued changes.</source>
        <translation>Chứng từ lấy thuế suất có hiệu lực vào ngày của mình. Khi luật đổi, hãy thêm kỳ mới: chứng từ đã phát hành không đổi.</translation>
    </message>
    <message>
        <source>New period…</source>
        <translation>Kỳ mới…</translation>
    </message>
    <message>
        <source>Add a rate…</source>
        <translation>Thêm thuế suất…</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>Thuế suất</translation>
    </message>
    <message>
        <source>New tax rate</source>
        <translation>Thuế suất mới</translation>
    </message>
    <message>
        <source>New period of {code}</source>
        <translation>Kỳ mới của {code}</translation>
    </message>
    <message>
        <source>As it stands on the document, for example 8 %.</source>
        <translation>Như in trên chứng từ, ví dụ 8 %.</translation>
    </message>
    <message>
        <source>The last day; empty where the law names none.</source>
        <translation>Ngày cuối cùng; để trống nếu luật không ghi.</translation>
    </message>
    <message>
        <source>Remove the rate {label}?</source>
        <translation>Xóa thuế suất {label}?</translation>
    </message>
    <message>
        <source>A rate that products or documents use is not removed.</source>
        <translation>Thuế suất đang có sản phẩm hoặc chứng từ dùng thì không xóa được.</translation>
    </message>
    <message>
        <source>Short and lasting, for example VAT8; products keep it.</source>
        <translation>Ngắn gọn và lâu dài, ví dụ VAT8; sản phẩm lưu mã này.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>Roles can reach what the whole team owns, and records can be shared with a team.</source>
        <translation>Vai trò có thể với tới bản ghi của cả nhóm, và có thể chia sẻ bản ghi cho một nhóm.</translation>
    </message>
    <message>
        <source>No team yet</source>
        <translation>Chưa có nhóm nào</translation>
    </message>
    <message>
        <source>Put colleagues who look after the same customers into one team.</source>
        <translation>Xếp những đồng nghiệp cùng chăm sóc một nhóm khách hàng vào một nhóm.</translation>
    </message>
    <message>
        <source>Add a team…</source>
        <translation>Thêm nhóm…</translation>
    </message>
    <message>
        <source>Who is in another team leaves it.</source>
        <translation>Ai đang ở nhóm khác sẽ rời nhóm đó.</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Nhóm mới</translation>
    </message>
    <message>
        <source>Records lose nothing; what was shared with the team is shared no longer.</source>
        <translation>Bản ghi không mất gì; những gì đã chia sẻ cho nhóm sẽ thôi chia sẻ.</translation>
    </message>
    <message>
        <source>For this computer only. Without a place to look at, the program never looks.</source>
        <translation>Chỉ cho máy này. Nếu để trống nơi tìm, chương trình không bao giờ tìm phiên bản mới.</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Tìm ngay</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Both come from your administrator; a version that is not signed with the key is refused.</source>
        <translation>Cả hai do người quản trị cung cấp; phiên bản không được ký bằng khóa này sẽ bị từ chối.</translation>
    </message>
    <message>
        <source>Folder or https address</source>
        <translation>Thư mục hoặc địa chỉ https</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>This is version {version}.</source>
        <translation>Đang dùng phiên bản {version}.</translation>
    </message>
    <message>
        <source>Where new versions are put</source>
        <translation>Nơi đặt phiên bản mới</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Đang dùng</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Ngừng dùng</translation>
    </message>
    <message>
        <source>never</source>
        <translation>chưa lần nào</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Đăng nhập cuối</translation>
    </message>
    <message>
        <source>Who may sign in and own records. The role says what they may do, the superior who sees it.</source>
        <translation>Những người được đăng nhập và phụ trách bản ghi. Vai trò quy định họ được làm gì; cấp trên thấy bản ghi của cấp dưới.</translation>
    </message>
    <message>
        <source>Add a user…</source>
        <translation>Thêm người dùng…</translation>
    </message>
    <message>
        <source>Set password…</source>
        <translation>Đặt mật khẩu…</translation>
    </message>
    <message>
        <source>Hand over records…</source>
        <translation>Bàn giao bản ghi…</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(không)</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Người dùng mới</translation>
    </message>
    <message>
        <source>New password of {name}</source>
        <translation>Mật khẩu mới của {name}</translation>
    </message>
    <message>
        <source>The password was set.</source>
        <translation>Đã đặt mật khẩu.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Tìm thiết lập</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Các mục thiết lập</translation>
    </message>
    <message>
        <source>Save the changes of “{section}”?</source>
        <translation>Lưu thay đổi của “{section}”?</translation>
    </message>
    <message>
        <source>They are not saved yet.</source>
        <translation>Các thay đổi này chưa được lưu.</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Sửa tiếp</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Bỏ thay đổi</translation>
    </message>
</context>
<context>
    <name>Tag</name>
    <message>
        <source>Colour</source>
        <translation>Màu</translation>
    </message>
</context>
<context>
    <name>TaxRate</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Hiệu lực từ</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Hiệu lực đến</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Căn cứ pháp lý</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>Name</source>
        <translation>Tên nhóm</translation>
    </message>
</context>
<context>
    <name>Tone</name>
    <message>
        <source>Grey</source>
        <translation>Xám</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Xanh dương</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Xanh lá</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Cam</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Đỏ</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Tím</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Xanh ngọc</translation>
    </message>
</context>
<context>
    <name>User</name>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Chức danh</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>Báo cáo cho</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
</context>
</TS>
