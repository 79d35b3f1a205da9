<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Contract</name>
    <message>
        <source>The contract expires before it takes effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A contract in this state cannot be brought into the chosen one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the day of signing first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>The exchange rate must be more than zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} has no description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: the tax rate is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: a number has at most four decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: the price is negative.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>The quote has been issued; revise it to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order has been approved; its lines and prices can no longer be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order has been cancelled and can no longer be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contract has been signed; changes belong in an appendix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lead has been converted and can only be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>The comment is empty.</source>
        <translation>Bình luận đang trống.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read.</source>
        <translation>Không đọc được tệp {path}.</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB.</source>
        <translation>{name} lớn hơn {limit} MB.</translation>
    </message>
</context>
<context>
    <name>Opportunity</name>
    <message>
        <source>This stage is not in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the opportunity was lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paste</name>
    <message>
        <source>There is no product with the code {code}; the line is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a tax rate.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Price</name>
    <message>
        <source>A price in {source} cannot be put into a document in {target}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of {day} is in force and cannot be changed; choose a later day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quantity must be more than zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price is never negative.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Users</name>
    <message>
        <source>There is no active user “{name}”.</source>
        <translation>Không có người dùng “{name}” đang hoạt động.</translation>
    </message>
</context>
<context>
    <name>Validation</name>
    <message>
        <source>“{value}” is not in the list.</source>
        <translation>“{value}” không có trong danh sách.</translation>
    </message>
</context>
</TS>
