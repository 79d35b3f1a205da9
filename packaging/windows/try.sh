#!/usr/bin/env bash
# Tries the Windows installers that build.sh made, in clean Wine prefixes without Python:
#
#     packaging/windows/try.sh [OLDER-setup.exe NEWER-setup.exe]
#
# Without names the two newest versions in $BUILD are taken. Everything is done as a user called Nguyễn Văn Ân, in a
# folder with spaces and Vietnamese letters. Leaves $BUILD/installed.png and prints what was left after removal.
# Wine lacks a class that Qt asks for and a function that programs in Rust call: both are put into the test prefix only
# (packaging/windows/wine), never into the installer.
set -euo pipefail

ROOT=$(cd "$(dirname "$0")/../.." && pwd)
HERE=$ROOT/packaging/windows
BUILD=$(cd "${BUILD:-$ROOT/build/windows}" && pwd)
PREFIXES=$BUILD/try
DISPLAY_NUMBER=${DISPLAY_NUMBER:-94}
PERSON="Nguyễn Văn Ân"
PACKAGES=(wine wine64 gcc-mingw-w64-x86-64 xvfb imagemagick xdotool openbox poppler-utils unzip python3 x11-utils
    fonts-dejavu-core)
SETTLE=${SETTLE:-20}  # seconds until a window under Wine shows what it has read
server="" manager="" gui=""

. "$HERE/under_wine.sh"
export LANG=C.UTF-8 LC_ALL=C.UTF-8  # without it Wine takes names apart at letters with marks
export DISPLAY=:$DISPLAY_NUMBER

say() { printf -- '--- %s (%s s)\n' "$*" "$SECONDS"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

tidy() {
    [ -n "$gui" ] && kill "$gui" 2>/dev/null
    [ -n "${WINEPREFIX:-}" ] && stop_wine
    for process in $manager $server; do kill "$process" 2>/dev/null; done
    return 0
}
trap tidy EXIT

needs() {
    local missing=()
    for name in "${PACKAGES[@]}"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} = 0 ] || apt-get install -q -y --no-install-recommends "${missing[@]}"
}

installers() {
    if [ $# = 2 ]; then
        OLDER=$1 NEWER=$2
    else
        mapfile -t found < <(ls "$BUILD"/CRM-Khach-hang-*-setup.exe | sort -V | tail -2)
        [ ${#found[@]} = 2 ] || fail "two versions are needed: packaging/windows/build.sh --version 0.0.9"
        OLDER=${found[0]} NEWER=${found[1]}
    fi
    OLD=$(sed -E 's/.*-([0-9.]+)-setup.exe/\1/' <<<"$OLDER") NEW=$(sed -E 's/.*-([0-9.]+)-setup.exe/\1/' <<<"$NEWER")
}

screen() {
    Xvfb "$DISPLAY" -screen 0 1440x900x24 >/dev/null 2>&1 &
    server=$!
    for _ in $(seq 50); do xdpyinfo >/dev/null 2>&1 && break; sleep 0.1; done
    openbox >/dev/null 2>&1 &
    manager=$!
}

# A new Windows with our user; everything Wine needs of us is in it before the program comes.
prefix() {
    stop_wine 2>/dev/null || true
    rm -rf "$PREFIXES"
    mkdir -p "$PREFIXES"
    export WINEPREFIX=$PREFIXES/prefix USER="$PERSON" LOGNAME="$PERSON"
    under_wine wineboot -i >/dev/null
    under_wine winecfg -v win10 # Wine calls itself Windows 7 otherwise
    local system=$WINEPREFIX/drive_c/windows/system32
    x86_64-w64-mingw32-gcc -O2 -s -shared "$HERE/wine/uisettings.c" -o "$system/test_uisettings.dll"
    x86_64-w64-mingw32-gcc -O2 -s -shared "$HERE/wine/bcryptprimitives.c" -o "$system/bcryptprimitives.dll" -ladvapi32
    cp /usr/share/fonts/truetype/dejavu/DejaVuSans*.ttf "$WINEPREFIX/drive_c/windows/Fonts/"
    under_wine regedit "$(dos "$HERE/wine/test_prefix.reg")" >/dev/null
    HOME_INSIDE=$(find "$WINEPREFIX/drive_c/users" -mindepth 1 -maxdepth 1 -name "$PERSON")
    [ -n "$HOME_INSIDE" ] || fail "Wine made no profile for $PERSON"
    LOCAL=$HOME_INSIDE/AppData/Local ROAMING=$HOME_INSIDE/AppData/Roaming
    DATA="$HOME_INSIDE/Tài liệu của Ân"
    mkdir -p "$DATA"
    [ ! -e "$WINEPREFIX/drive_c/python" ] || fail "there is a Python in the clean prefix"
}

inside() { printf 'C:%s' "$(sed "s|^$WINEPREFIX/drive_c||; s|/|\\\\|g" <<<"$1")"; }
files() { (cd "$WINEPREFIX/drive_c" && find . -type f -not -path './windows/*' | sort); }
registry() { under_wine reg query "$1" /v "$2" 2>/dev/null | tr -d '\r' | sed -nE 's/.*REG_[A-Z]+ +//p'; }

PROGRAM_WORDS="Chương trình của tôi"
UNINSTALL='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\desktop-crm'

# The installer wants a folder as the end of its command line, without quotes: each word by itself.
# shellcheck disable=SC2046
install() {  # INSTALLER SWITCH…; the status is the installer's
    local status=0
    under_wine "$(dos "$1")" /S "${@:2}" || status=$?
    return $status
}

crm() { LIMIT=300 under_wine "$(inside "$PROGRAM/desktop-crm.exe")" "$@" | tr -d '\r'; }

installed() {
    [ -s "$PROGRAM/desktop-crm-gui.exe" ] && [ -s "$PROGRAM/desktop-crm.exe" ] && [ -s "$PROGRAM/uninstall.exe" ] ||
        fail "files are missing in $PROGRAM"
    [ "$(registry "$UNINSTALL" DisplayVersion)" = "$1" ] || fail "the registry does not name version $1"
    [ "$(crm --version)" = "$1" ] || fail "the program is not version $1"
}

silent_install() {
    PROGRAM="$HOME_INSIDE/$PROGRAM_WORDS/CRM"
    install "$OLDER" /DATABASE=postgresql://may-chu:5432/crm $(printf '/D=%s' "$(inside "$PROGRAM")") || fail "the installer: $?"
    installed "$OLD"
    find "$ROAMING" "$HOME_INSIDE" -name 'CRM Khách hàng.lnk' | grep -q . || fail "no entry in the Start menu"
    [ "$(registry 'HKCU\Software\Classes\.crm' '')" != "" ] ||
        under_wine reg query 'HKCU\Software\Classes\.crm' | grep -q DesktopCRM || fail "*.crm is not ours"
    python3 - "$PROGRAM/defaults.json" <<'PY' || fail "the database for everybody is not written"
import json, sys
assert json.loads(open(sys.argv[1], "rb").read()) == {"database": "postgresql://may-chu:5432/crm"}
PY
}

command_line() {
    FILE="$DATA/Công ty mẫu.crm"
    crm --database "$(inside "$FILE")" demo --size 40
    [ "$(crm --database "$(inside "$FILE")" list organizations --json |
        python3 -c 'import json, sys; print(len(json.load(sys.stdin)))')" -ge 40 ] || fail "the list is short"
    crm --database "$(inside "$FILE")" list organizations --search "cong ty" --limit 2 | tee "$PREFIXES/found.txt"
    grep -q "Công ty" "$PREFIXES/found.txt" || fail "nothing is found without marks"
    NUMBER=$(crm --database "$(inside "$FILE")" list quotes --limit 1 | cut -d' ' -f1)
    crm --database "$(inside "$FILE")" print quotes "$NUMBER" "$(inside "$DATA/Báo giá.pdf")"
    pdftotext "$DATA/Báo giá.pdf" - | grep -q "$NUMBER" || fail "the quote is not in its PDF"
    crm --database "$(inside "$FILE")" export organizations "$(inside "$DATA/Khách hàng.xlsx")"
    unzip -tq "$DATA/Khách hàng.xlsx" >/dev/null || fail "the workbook is none"
    say "$NUMBER printed, list exported"
}

open_window() {
    wine "$(inside "$PROGRAM/desktop-crm-gui.exe")" "$(inside "$FILE")" </dev/null 2>&1 | cat >"$PREFIXES/window.log" &
    gui=$!
    local begin=$SECONDS
    for _ in $(seq 300); do xdotool search --onlyvisible --name "CRM" >/dev/null 2>&1 && break; sleep 0.2; done
    xdotool search --onlyvisible --name "CRM" >/dev/null 2>&1 || { cat "$PREFIXES/window.log"; fail "no window"; }
    say "window after $((SECONDS - begin)) s"
    sleep "$SETTLE"
}

window() {
    open_window
    import -window root "$BUILD/installed.png"
    [ "$(identify -format %k "$BUILD/installed.png")" -gt 200 ] || fail "the screen is blank"
    say "a second start"
    LIMIT=60 under_wine "$(inside "$PROGRAM/desktop-crm-gui.exe")" "$(inside "$FILE")" || fail "it did not end: $?"
    [ "$(xdotool search --onlyvisible --name "CRM" | wc -l)" = 1 ] || fail "there is a second window"
}

# The window of the older version is still open: the installer asks it to close and goes on.
upgrade() {
    local before
    before=$(sha256sum <"$FILE")
    echo '{"language": "en"}' >"$ROAMING/desktop-crm/settings.json"
    install "$NEWER" || fail "the upgrade: $?"
    xdotool search --onlyvisible --name "CRM" >/dev/null 2>&1 && fail "the old window is still there"
    wait "$gui" 2>/dev/null || true
    gui=""
    installed "$NEW"
    [ "$(cat "$ROAMING/desktop-crm/settings.json")" = '{"language": "en"}' ] || fail "the settings are gone"
    [ -s "$PROGRAM/defaults.json" ] || fail "what the administrator decided is gone"
    [ "$(crm --database "$(inside "$FILE")" list organizations --json |
        python3 -c 'import json, sys; print(len(json.load(sys.stdin)))')" -ge 40 ] || fail "the data is gone"
    say "data before ${before:0:8}, after $(sha256sum <"$FILE" | cut -c1-8)"
}

downgrade() {
    local status=0
    install "$OLDER" || status=$?
    [ "$status" = 4 ] || fail "the older version was not refused (status $status)"
    installed "$NEW"
}

# The uninstaller goes on in a copy of itself, so that it can take its own file away: until then it is waited for.
uninstall() {  # FOLDER SWITCH…
    under_wine "$(inside "$1/uninstall.exe")" "${@:2}" || fail "the uninstaller: $?"
    for _ in $(seq 120); do [ -e "$1/uninstall.exe" ] || break; sleep 0.5; done
    [ ! -e "$1/uninstall.exe" ] || fail "the uninstaller does not end"
    sleep 2
}

remove() {
    uninstall "$PROGRAM" /S
    [ ! -e "$PROGRAM/desktop-crm-gui.exe" ] && [ ! -e "$PROGRAM/_internal" ] || fail "the program is still there"
    under_wine reg query "$UNINSTALL" >/dev/null 2>&1 && fail "the registry still names it"
    under_wine reg query 'HKCU\Software\Classes\DesktopCRM.company' >/dev/null 2>&1 && fail "*.crm is still ours"
    [ -s "$FILE" ] || fail "the company file is gone"
    [ -s "$ROAMING/desktop-crm/settings.json" ] || fail "the settings are gone"
    files >"$PREFIXES/after.txt"
    say "files left after removal"
    comm -13 "$PREFIXES/before.txt" "$PREFIXES/after.txt" | tee "$BUILD/left.txt"
}

# For everybody, with data removed on request.
everybody() {
    local program="$WINEPREFIX/drive_c/Program Files/desktop-crm"
    install "$NEWER" /ALLUSERS /DESKTOP || fail "the installer for everybody: $?"
    [ -s "$program/desktop-crm-gui.exe" ] || fail "nothing in Program Files"
    find "$WINEPREFIX/drive_c/users/" -path '*/Desktop/CRM Khách hàng.lnk' | grep -q . || fail "no desktop shortcut"
    under_wine reg query "${UNINSTALL/HKCU/HKLM}" >/dev/null 2>&1 || fail "the machine's registry does not name it"
    mkdir -p "$LOCAL/desktop-crm"
    uninstall "$program" /S /REMOVEDATA
    [ ! -e "$LOCAL/desktop-crm" ] && [ ! -e "$ROAMING/desktop-crm" ] || fail "data is left though it was to go"
    [ -s "$FILE" ] || fail "a company file elsewhere was taken, too"
}

say "needed for trying"; needs
installers "$@"
say "a clean prefix for $PERSON, versions $OLD and $NEW"; screen; prefix
files >"$PREFIXES/before.txt"
say "silent install"; silent_install
say "the command line"; command_line
say "the window"; window
say "upgrade over the open window"; upgrade
say "downgrade"; downgrade
say "removal"; remove
say "for everybody"; everybody
say "all is well; see $BUILD/installed.png"
