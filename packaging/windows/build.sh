#!/usr/bin/env bash
# From a Debian machine to the Windows installer:
#
#     packaging/windows/build.sh [--version X.Y.Z]
#
# What is made goes to $BUILD (build/windows where it is not set): CRM-Khach-hang-X.Y.Z-setup.exe and its SHA-256.
# --version builds the same program under another number, to try an upgrade. What was downloaded and the Windows Python
# are kept there for the next run. Runs as root on a machine that lacks a Debian package.
set -euo pipefail

ROOT=$(cd "$(dirname "$0")/../.." && pwd)
HERE=$ROOT/packaging/windows
BUILD=$(mkdir -p "${BUILD:-$ROOT/build/windows}" && cd "${BUILD:-$ROOT/build/windows}" && pwd)
VERSION=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$ROOT/desktop_crm/__init__.py")
[ "${1:-}" = --version ] && VERSION=$2

# The Windows interpreter comes out of two wheels of PyPI that carry it unchanged.
RUNTIME="panda3d==1.10.14 mercurial==7.2.4"
RUNTIME_PYTHON=3.11.7
RUNTIME_HASHES="\
5ecda62f6fd2822355c560412f6d90be46a7f763f0ffeec9854177904632ac2d  python311.dll
db84bc052cfb121fe4db36242ba5f1d2c031b600ef5d8d752cf25b7c02b6bac6  python3.dll"
PLATFORM=(--no-deps --only-binary=:all: --platform win_amd64 --python-version 311 --implementation cp
    --abi cp311 --abi abi3 --abi none)
SOURCE_ONLY="font-roboto|font-source-serif-pro"  # published without a wheel; made of data only
PACKAGES=(wine wine64 nsis gcc-mingw-w64-x86-64 python3 python3-pip unzip)

. "$HERE/under_wine.sh"
export WINEPREFIX=$BUILD/prefix

say() { printf -- '--- %s (%s s)\n' "$*" "$SECONDS"; }

debian_packages() {
    local missing=()
    for name in "${PACKAGES[@]}"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} = 0 ] && return
    if [ "$(id -u)" != 0 ]; then
        echo "Please run: sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    apt-get update -q && apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# The library's own Python files: of the very version where there is one, else of any 3.11.
library_folder() {
    local found=""
    for candidate in "${PYTHON311:-}" python3.11 python3 "$HOME"/.pyenv/versions/3.11.*/bin/python3.11; do
        local answer
        answer=$("$candidate" -c 'import platform, sysconfig
print(platform.python_version(), sysconfig.get_path("stdlib"))' 2>/dev/null) || continue
        case $answer in
            "$RUNTIME_PYTHON "*) echo "${answer#* }"; return ;;
            3.11.*) [ -n "$found" ] || found=$answer ;;
        esac
    done
    [ -n "$found" ] || { echo "Python 3.11 is needed for its library" >&2; exit 1; }
    echo "the library is that of Python ${found%% *}, the interpreter $RUNTIME_PYTHON" >&2
    echo "${found#* }"
}

sources() {
    rm -rf "$BUILD/source" && mkdir -p "$BUILD/source"
    (cd "$ROOT" && tar -cf - --exclude=__pycache__ desktop_crm resources tools packaging build.spec pyproject.toml \
        LICENSE README.md) | tar -xf - -C "$BUILD/source"
    sed -i "s/^__version__ = .*/__version__ = \"$VERSION\"/" "$BUILD/source/desktop_crm/__init__.py"
}

# The lock with or without the packages that have no wheel.
locked() {
    awk -v which="$1" -v names="^($SOURCE_ONLY)==" '/^[^ ]/ { source = $0 ~ names } (which == "only") == source' \
        "$HERE/requirements.txt"
}

download() {
    mkdir -p "$BUILD/download"
    cd "$BUILD/download"
    # shellcheck disable=SC2086
    [ -d runtime ] || python3 -m pip download -q "${PLATFORM[@]}" -d runtime $RUNTIME
    locked without >binary.txt
    locked only >source.txt
    python3 -m pip download -q "${PLATFORM[@]}" --require-hashes -d wheels -r binary.txt
    python3 -m pip wheel -q --no-deps --require-hashes -w made -r source.txt
}

windows_python() {
    local home=$WINEPREFIX/drive_c/python stamp
    stamp=$({ declare -f windows_python; cat "$HERE/requirements.txt"; } | sha256sum)
    [ "$(cat "$home/made" 2>/dev/null)" = "$stamp" ] && return
    rm -rf "$WINEPREFIX"
    mkdir -p "$home/DLLs" "$home/Lib/site-packages"
    local parts=$BUILD/download/parts
    rm -rf "$parts"
    unzip -q -o -j "$BUILD"/download/runtime/panda3d-*.whl 'deploy_libs/*' -d "$parts"
    unzip -q -o -j "$BUILD"/download/runtime/mercurial-*.whl python3.dll -d "$parts"
    (cd "$parts" && sha256sum --quiet -c <<<"$RUNTIME_HASHES")
    cp "$parts"/python3*.dll "$home/"
    cp "$parts"/*.pyd "$parts"/lib{crypto,ssl,ffi}-*.dll "$parts"/sqlite3.dll "$home/DLLs/"
    rm -f "$home"/DLLs/_tkinter.pyd "$home"/DLLs/_test*.pyd
    # Microsoft's run-time library: the newer one that Qt brings along.
    unzip -q -o -j "$BUILD"/download/wheels/shiboken6-*.whl 'shiboken6/*140*.dll' -d "$parts/crt"
    cp "$parts"/crt/{vcruntime140,vcruntime140_1,msvcp140}.dll "$home/"
    tar -C "$(library_folder)" -cf - --exclude=./site-packages --exclude=./dist-packages --exclude=./lib-dynload \
        --exclude=./test --exclude=./idlelib --exclude=./tkinter --exclude=./turtledemo --exclude=./ensurepip \
        --exclude=./EXTERNALLY-MANAGED --exclude=./sitecustomize.py \
        --exclude=__pycache__ --exclude='./config-3.11*' --exclude='./_sysconfigdata*' . | tar -xf - -C "$home/Lib"
    local program='#include <wchar.h>
__declspec(dllimport) int Py_Main(int, wchar_t **);
int wmain(int count, wchar_t **words) { return Py_Main(count, words); }'
    x86_64-w64-mingw32-gcc -x c -O2 -s -municode - -x none "$home/python311.dll" -o "$home/python.exe" <<<"$program"
    under_wine wineboot -i
    [ "$(windows_py -c 'import platform, ssl, sqlite3, ctypes; print(platform.python_version())' | tr -d '\r')" = \
        "$RUNTIME_PYTHON" ]
    say "packages into the Windows Python"
    unzip -q -o "$BUILD"/download/wheels/pip-*.whl -d "$home/Lib/site-packages"
    windows_py -m pip install -q --no-index --no-deps --no-compile --no-warn-script-location \
        --require-hashes --find-links "$(dos "$BUILD/download/wheels")" -r "$(dos "$BUILD/download/binary.txt")"
    for wheel in "$BUILD"/download/made/*.whl; do unzip -q -o "$wheel" -d "$home/Lib/site-packages"; done
    echo "$stamp" >"$home/made"
}

windows_py() { under_wine 'C:\python\python.exe' "$@"; }

bundle() {
    cd "$BUILD/source"
    rm -rf "$BUILD/dist"
    PYTHONHASHSEED=0 SOURCE_DATE_EPOCH=$(git -C "$ROOT" log -1 --format=%ct 2>/dev/null || echo 1767225600) \
        windows_py -m tools.bundle "$(dos "$BUILD/dist")" >"$BUILD/bundle.log" ||
        { tail -30 "$BUILD/bundle.log"; exit 1; }
    stop_wine
    [ -s "$BUILD/dist/desktop-crm/desktop-crm-gui.exe" ] && [ -s "$BUILD/dist/desktop-crm/desktop-crm.exe" ]
}

closure() {
    PYTHONPATH=$(ls "$BUILD"/download/wheels/pefile-*.whl) python3 "$HERE/check_dlls.py" "$BUILD/dist/desktop-crm"
}

installer() {
    local setup=CRM-Khach-hang-$VERSION-setup.exe
    makensis -V2 -WX -INPUTCHARSET UTF8 "-DVERSION=$VERSION" "-DBUNDLE=$BUILD/dist/desktop-crm" "-DROOT=$BUILD/source" \
        "-DOUTPUT=$BUILD/$setup" "$HERE/installer.nsi"
    local size
    size=$(stat -c %s "$BUILD/$setup")
    [ "$size" -le $((60 * 1024 * 1024)) ] || { echo "$setup is larger than 60 MB" >&2; exit 1; }
    (cd "$BUILD" && sha256sum "$setup" | tee "$setup.sha256")
    say "bundle $(du -sm "$BUILD/dist/desktop-crm" | cut -f1) MB, installer $((size / 1024 / 1024)) MB"
}

say "Debian packages"; debian_packages
say "sources of $VERSION"; sources
say "downloads"; download
say "Windows Python"; windows_python
say "bundle"; bundle
say "closure of the libraries"; closure
say "installer"; installer
