<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>PrintPreview</name>
    <message>
        <source>{file} cannot be written: {reason}</source>
        <translation>Không ghi được {file}: {reason}</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>Mở bằng chương trình khác</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
    <message>
        <source>Save as a file (Ctrl+S)</source>
        <translation>Lưu thành tệp (Ctrl+S)</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Choose a printer (Ctrl+P)</source>
        <translation>Chọn máy in (Ctrl+P)</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>Thu nhỏ (Ctrl+−)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>Phóng to (Ctrl++)</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>Vừa chiều ngang</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Cả trang</translation>
    </message>
    <message>
        <source>Back (Alt+←)</source>
        <translation>Quay lại (Alt+←)</translation>
    </message>
    <message>
        <source>The pages cannot be shown.</source>
        <translation>Không hiển thị được các trang.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>The document cannot be printed</source>
        <translation>Không in được chứng từ</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Trang {page}/{count}</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Lưu PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Đã lưu {file}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>No program on this computer opens PDF files.</source>
        <translation>Máy này chưa có chương trình mở tệp PDF.</translation>
    </message>
    <message>
        <source>{n} pages went to the printer.</source>
        <translation>Đã gửi {n} trang đến máy in.</translation>
    </message>
    <message>
        <source>The printer cannot be used.</source>
        <translation>Không dùng được máy in.</translation>
    </message>
</context>
</TS>
