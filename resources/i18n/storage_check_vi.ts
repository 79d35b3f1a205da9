<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Check</name>
    <message>
        <source>Open it and save it once more.</source>
        <translation>Hãy mở và lưu lại.</translation>
    </message>
    <message>
        <source>{what} is not what its lines give.</source>
        <translation>{what} không khớp với các dòng hàng.</translation>
    </message>
    <message>
        <source>a discount</source>
        <translation>khoản chiết khấu</translation>
    </message>
    <message>
        <source>the amount of line {place}</source>
        <translation>thành tiền của dòng {place}</translation>
    </message>
    <message>
        <source>what was paid and what is owed do not add up.</source>
        <translation>số đã thanh toán và số còn nợ không khớp.</translation>
    </message>
    <message>
        <source>Restore the newest good copy.</source>
        <translation>Hãy khôi phục bản sao tốt gần nhất.</translation>
    </message>
    <message>
        <source>The file is damaged and cannot be read to its end.</source>
        <translation>Tệp bị hỏng và không đọc được đến hết.</translation>
    </message>
    <message>
        <source>The database cannot be read to its end: {reason}</source>
        <translation>Không đọc được cơ sở dữ liệu đến hết: {reason}</translation>
    </message>
    <message>
        <source>The file is damaged: {what}</source>
        <translation>Tệp bị hỏng: {what}</translation>
    </message>
    <message>
        <source>“{column}” holds something of another kind.</source>
        <translation>cột “{column}” chứa giá trị sai kiểu.</translation>
    </message>
    <message>
        <source>points to a missing {target}.</source>
        <translation>trỏ tới {target} không tồn tại.</translation>
    </message>
    <message>
        <source>the search index is damaged.</source>
        <translation>chỉ mục tìm kiếm bị hỏng.</translation>
    </message>
    <message>
        <source>the trigger {name} is missing.</source>
        <translation>thiếu trigger {name}.</translation>
    </message>
    <message>
        <source>“check --mend” makes it anew.</source>
        <translation>“check --mend” sẽ tạo lại.</translation>
    </message>
    <message>
        <source>“check --mend” lays it out anew.</source>
        <translation>“check --mend” sẽ tính lại.</translation>
    </message>
    <message>
        <source>“check --mend” counts on from there.</source>
        <translation>“check --mend” sẽ đánh số tiếp từ đó.</translation>
    </message>
    <message>
        <source>the file “{name}” is not as it was stored.</source>
        <translation>tệp “{name}” không còn như lúc lưu.</translation>
    </message>
    <message>
        <source>Take it from a copy, or attach it again.</source>
        <translation>Hãy lấy từ bản sao, hoặc đính kèm lại.</translation>
    </message>
    <message>
        <source>belongs to {module} {record}, which is not there.</source>
        <translation>thuộc về {module} {record}, bản ghi này không tồn tại.</translation>
    </message>
    <message>
        <source>Give them one in the settings, under Users.</source>
        <translation>Hãy gán vai trò trong Thiết lập, mục Người dùng.</translation>
    </message>
    <message>
        <source>has no role.</source>
        <translation>chưa có vai trò.</translation>
    </message>
    <message>
        <source>nobody who is active may manage users, rights and settings.</source>
        <translation>không còn ai đang hoạt động được quản lý người dùng, quyền và thiết lập.</translation>
    </message>
    <message>
        <source>Restore a copy in which somebody may.</source>
        <translation>Hãy khôi phục bản sao còn người quản trị.</translation>
    </message>
    <message>
        <source>who is within whose reach is not what teams and superiors say.</source>
        <translation>phạm vi của từng người không khớp với nhóm và cấp trên.</translation>
    </message>
    <message>
        <source>its title or its words for searching are not what its fields give.</source>
        <translation>tên gọi hoặc từ khóa tìm kiếm không khớp với các trường.</translation>
    </message>
    <message>
        <source>{fault} Correct it in its form.</source>
        <translation>{fault} Hãy sửa trong biểu mẫu.</translation>
    </message>
    <message>
        <source>holds a value that is none of its kind: {reason}</source>
        <translation>chứa giá trị sai kiểu: {reason}</translation>
    </message>
    <message>
        <source>its version is below 1; save it once more.</source>
        <translation>phiên bản nhỏ hơn 1; hãy lưu lại.</translation>
    </message>
    <message>
        <source>has no history; entries were removed by another program.</source>
        <translation>không có lịch sử; các mục đã bị chương trình khác xóa.</translation>
    </message>
    <message>
        <source>{reason} Choose another pattern in the settings.</source>
        <translation>{reason} Hãy chọn mẫu số khác trong Thiết lập.</translation>
    </message>
    <message>
        <source>numbers go on from {last}, but {highest} was given already.</source>
        <translation>đánh số tiếp từ {last}, nhưng số {highest} đã được cấp.</translation>
    </message>
    <message>
        <source>The schema is {present}, not {head}.</source>
        <translation>Cấu trúc dữ liệu là {present}, không phải {head}.</translation>
    </message>
    <message>
        <source>“upgrade” brings it to this version.</source>
        <translation>“upgrade” sẽ đưa lên phiên bản này.</translation>
    </message>
    <message>
        <source>the table is missing.</source>
        <translation>thiếu bảng này.</translation>
    </message>
    <message>
        <source>the index {name} is missing; lists are slow without it.</source>
        <translation>thiếu chỉ mục {name}; danh sách sẽ chậm.</translation>
    </message>
    <message>
        <source>“server-setup” puts it back.</source>
        <translation>“server-setup” sẽ tạo lại.</translation>
    </message>
    <message>
        <source>the index {name} is not valid and is not used; the owner makes it anew with REINDEX.</source>
        <translation>chỉ mục {name} không hợp lệ và không được dùng; chủ cơ sở dữ liệu tạo lại bằng REINDEX.</translation>
    </message>
    <message>
        <source>the index {name} is damaged: {reason}; the owner makes it anew with REINDEX.</source>
        <translation>chỉ mục {name} bị hỏng: {reason}; chủ cơ sở dữ liệu tạo lại bằng REINDEX.</translation>
    </message>
    <message>
        <source>row security is off: everybody with a login sees all of it.</source>
        <translation>bảo mật theo dòng đang tắt: ai có tài khoản cũng xem được tất cả.</translation>
    </message>
    <message>
        <source>has no policy: nobody but the owner sees it.</source>
        <translation>không có chính sách: chỉ chủ cơ sở dữ liệu xem được.</translation>
    </message>
    <message>
        <source>the trigger {name} is switched off.</source>
        <translation>trigger {name} đang tắt.</translation>
    </message>
</context>
</TS>
