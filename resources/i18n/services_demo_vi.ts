<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Demo</name>
    <message>
        <source>The database already holds records; the demo company goes into an empty one.</source>
        <translation>Cơ sở dữ liệu đã có dữ liệu; công ty mẫu chỉ đưa vào cơ sở dữ liệu trống.</translation>
    </message>
</context>
</TS>
