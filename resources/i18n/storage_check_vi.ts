<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Check</name>
    <message>
        <source>Open it and save it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is not what its lines give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the amount of line {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was paid and what is owed do not add up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the newest good copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged and cannot be read to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be read to its end: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{column}” holds something of another kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points to a missing {target}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the search index is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the trigger {name} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“check --mend” makes it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“check --mend” lays it out anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“check --mend” counts on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file “{name}” is not as it was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it from a copy, or attach it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belongs to {module} {record}, which is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give them one in the settings, under Users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody who is active may manage users, rights and settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a copy in which somebody may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who is within whose reach is not what teams and superiors say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its title or its words for searching are not what its fields give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fault} Correct it in its form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a value that is none of its kind: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its version is below 1; save it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no history; entries were removed by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} Choose another pattern in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers go on from {last}, but {highest} was given already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema is {present}, not {head}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“upgrade” brings it to this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the index {name} is missing; lists are slow without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“server-setup” puts it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the index {name} is not valid and is not used; the owner makes it anew with REINDEX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the index {name} is damaged: {reason}; the owner makes it anew with REINDEX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row security is off: everybody with a login sees all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no policy: nobody but the owner sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the trigger {name} is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
