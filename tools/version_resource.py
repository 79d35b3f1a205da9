"""What Windows shows of our programs' files under "Details": names in English and Vietnamese, the version."""

from __future__ import annotations

from typing import Any

MAKER = "Desktop CRM"
_ENGLISH, _VIETNAMESE, _UTF16 = 0x0409, 0x042A, 1200
_WORDS = {
    _ENGLISH: {"window": "Customer management", "console": "Customer management (command line)"},
    _VIETNAMESE: {"window": "CRM Khách hàng", "console": "CRM Khách hàng (dòng lệnh)"},
}


def strings(kind: str, language: int, version: str, file: str) -> dict[str, str]:
    """The texts of one file (`kind` is "window" or "console") in one language."""
    return {
        "CompanyName": MAKER,
        "FileDescription": _WORDS[language][kind],
        "FileVersion": version,
        "InternalName": file.removesuffix(".exe"),
        "LegalCopyright": "MIT",
        "OriginalFilename": file,
        "ProductName": _WORDS[language]["window"],
        "ProductVersion": version,
    }


def four(version: str) -> tuple[int, int, int, int]:
    """A version as Windows counts: four numbers."""
    major, minor, patch = (int(part) for part in version.split("."))
    return major, minor, patch, 0


def resource_of(kind: str, version: str, file: str) -> Any:
    """The version resource of one program, for the freezer on Windows."""
    from PyInstaller.utils.win32 import versioninfo as v

    tables = [
        v.StringTable(
            f"{language:04X}{_UTF16:04X}",
            [v.StringStruct(name, words) for name, words in strings(kind, language, version, file).items()],
        )
        for language in (_ENGLISH, _VIETNAMESE)
    ]
    offered = v.VarStruct("Translation", [_ENGLISH, _UTF16, _VIETNAMESE, _UTF16])
    fixed = v.FixedFileInfo(filevers=four(version), prodvers=four(version), OS=0x40004, fileType=1)
    return v.VSVersionInfo(ffi=fixed, kids=[v.StringFileInfo(tables), v.VarFileInfo([offered])])
