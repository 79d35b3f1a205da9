"""Whether every library that a bundle needs is in it or part of Windows: python3 check_dlls.py FOLDER

Also refuses a library that Wine made itself: it would not run on Windows. Needs pefile.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pefile

WINDOWS = frozenset(
    """advapi32 api-ms-win-core authz bcrypt bcryptprimitives cabinet cfgmgr32 combase comctl32 comdlg32 crypt32 d2d1
    d3d11 d3d12 d3d9 dbghelp dcomp dnsapi dwmapi dwrite dxgi dxva2 gdi32 hid icu icuuc imm32 iphlpapi kernel32
    kernelbase mf mfplat mfreadwrite mpr msi msvcrt mswsock ncrypt netapi32 ntdll ole32 oleacc oleaut32 opengl32 pdh
    powrprof propsys psapi rpcrt4 rstrtmgr runtimeobject secur32 setupapi shcore shell32 shlwapi ucrtbase
    uiautomationcore user32 userenv usp10 uxtheme version winhttp winmm winspool.drv wintrust wldap32 ws2_32 wsock32
    wtsapi32""".split()
)
"""Libraries of Windows 10 and newer that programs may count on."""
_DIRECTORIES = (1, 13)  # imported and delay-imported libraries
_HEAD = 0x80


def programs(folder: Path) -> list[Path]:
    """Every executable and library."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".exe", ".dll", ".pyd"))


def needed(path: Path) -> Iterator[str]:
    """The names of the libraries that one of them loads, in lower case."""
    image = pefile.PE(str(path), fast_load=True)
    image.parse_data_directories(_DIRECTORIES)
    for kind in ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT"):
        for entry in getattr(image, kind, []):
            yield entry.dll.decode().lower()
    image.close()


def of_windows(name: str) -> bool:
    """Whether Windows has the library itself."""
    return name.removesuffix(".dll") in WINDOWS or name.startswith(("api-ms-win-", "ext-ms-"))


def faults(folder: Path) -> list[str]:
    """One line for each missing library and for each that Wine made."""
    found = programs(folder)
    inside = {path.name.lower() for path in found}
    lines = [f"{path} is a library of Wine" for path in found if b"Wine" in path.read_bytes()[:_HEAD]]
    for path in found:
        missing = sorted(name for name in set(needed(path)) if name not in inside and not of_windows(name))
        lines += [f"{path.relative_to(folder)} needs {name}" for name in missing]
    return lines


def main() -> int:
    """Print the faults; the exit status."""
    folder = Path(sys.argv[1])
    found = faults(folder)
    print("\n".join(found) if found else f"{len(programs(folder))} programs and libraries: nothing is missing")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
