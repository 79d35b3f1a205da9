<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Approval</name>
    <message>
        <source>Say why it is declined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not approved: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote does not wait for approval.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Company</name>
    <message>
        <source>The logo must be a PNG or JPEG picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logo is larger than 2 MB.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
    <message>
        <source>The order has been cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods under {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installment {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A penalty of more than 8% of the breached obligation is void (Commercial Law, 301).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installments make {total}, the contract&apos;s value is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goods of {number} come to {total}, the contract&apos;s value is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conversion</name>
    <message>
        <source>The lead has been converted already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or create an organization or a contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lead names no company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lead names no person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lead has not been converted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomField</name>
    <message>
        <source>Enter the label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a field “{label}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter what can be chosen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>Enter the quantities that were delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods can be delivered only for an approved order that is not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: at most {rest} can be delivered.</source>
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
    <name>Lists</name>
    <message>
        <source>Enter the label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has “{label}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A probability lies between 0 and 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program needs this row; it can be renamed but not set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} records have this value; set it aside instead.</source>
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
    <name>Order</name>
    <message>
        <source>The order {number} has been made from this quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a draft can be approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order has no lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order names no customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an approved order of which nothing was delivered can be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the order is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order has been cancelled already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order has payments; enter the refund first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods of the order have been delivered; take the deliveries back first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled: {reason}</source>
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
    <name>Payment</name>
    <message>
        <source>The order has been cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount has more decimals than its currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More would be paid back than was received.</source>
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
    <name>Quote</name>
    <message>
        <source>Issue the quote first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote does not wait for the customer&apos;s decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a draft can be issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote has no lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote names no customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote has no date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say until when the quote is valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote would expire before its own date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: the tax rate {rate} is not in force on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate {rate} ends on {end}, before the supply on {day}; another rate may apply then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a quote that waits for approval can be taken back; revise an issued one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a sent quote can be reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the customer refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an order for this quote; it cannot be revised any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a newer revision of this quote; revise that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote has not been issued; it can simply be changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>There is no record with the number {number}.</source>
        <translation>Không có bản ghi mang số {number}.</translation>
    </message>
</context>
<context>
    <name>TaxRate</name>
    <message>
        <source>Documents use this rate: end it and add a new one from the following day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code, label and first day of a rate are required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rate lies between 0 and 100 percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another row of this code holds at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products or documents use this rate; give it a last day instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>User</name>
    <message>
        <source>Somebody must be able to sign in; this is the last active user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another user signs in by this name.</source>
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
