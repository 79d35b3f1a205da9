#!/usr/bin/env bash
# Tries the Linux package in a clean root: nothing but Debian's base system and what the package asks for.
#
#     packaging/linux/try.sh [PACKAGE.deb]      (the newest in $BUILD where none is named)
#
# Needs root, debootstrap, Xvfb and ImageMagick (installed where they are missing). Leaves the screenshot
# $BUILD/installed.png and prints what was left after removal.
set -euo pipefail

ROOT=$(cd "$(dirname "$0")/../.." && pwd)
BUILD=$(mkdir -p "${BUILD:-$ROOT/build/linux}" && cd "${BUILD:-$ROOT/build/linux}" && pwd)
DEB=${1:-$(ls -t "$BUILD"/desktop-crm_*.deb | head -1)}
CLEAN=$BUILD/root
DISPLAY_NUMBER=${DISPLAY_NUMBER:-93}
PERSON=an
HOME_INSIDE="/home/Nguyễn Văn Ân"
xvfb="" gui=""

say() { printf -- '--- %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
have() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

needs() {
    local missing=()
    for name in debootstrap xvfb imagemagick x11-utils xdotool poppler-utils; do have "$name" || missing+=("$name"); done
    [ ${#missing[@]} = 0 ] || apt-get install -q -y --no-install-recommends "${missing[@]}"
}

tidy() {
    [ -n "$gui" ] && kill "$gui" 2>/dev/null
    [ -n "$xvfb" ] && kill "$xvfb" 2>/dev/null
    for place in proc dev/pts tmp/.X11-unix; do mountpoint -q "$CLEAN/$place" && umount "$CLEAN/$place"; done
    return 0
}
trap tidy EXIT

# The base system is made once and copied for every try; the mirror is the one this machine uses.
clean_root() {
    local suite mirror
    suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
    mirror=${MIRROR:-$(grep -hoE 'https?://[^ ]+' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
        grep -v snapshot | head -1 || true)}
    [ -d "$BUILD/base/etc" ] || debootstrap --variant=minbase "$suite" "$BUILD/base" "$mirror" >"$BUILD/debootstrap.log"
    tidy
    rm -rf "$CLEAN"
    cp -a "$BUILD/base" "$CLEAN"
    mkdir -p "$CLEAN/tmp/.X11-unix"
    mount -t proc proc "$CLEAN/proc"
    mkdir -p "$CLEAN/dev/pts"
    mount --bind /dev/pts "$CLEAN/dev/pts"
    mount --bind /tmp/.X11-unix "$CLEAN/tmp/.X11-unix"
}

inside() { chroot "$CLEAN" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

as_person() {
    chroot --userspec="$PERSON" "$CLEAN" env -i PATH=/usr/bin:/bin LANG=C.UTF-8 HOME="$HOME_INSIDE" \
        XDG_RUNTIME_DIR="/run/user/$PERSON" DISPLAY=":$DISPLAY_NUMBER" "$@"
}

install_package() {
    cp "$DEB" "$CLEAN/tmp/package.deb"
    inside apt-get update -q >/dev/null
    find "$CLEAN" -xdev -path "$CLEAN/proc" -prune -o -print | sort >"$BUILD/before.txt"
    inside apt-get install -q -y --no-install-recommends /tmp/package.deb >"$BUILD/install.log"
    inside useradd --home-dir "$HOME_INSIDE" --create-home "$PERSON"
    mkdir -p "$CLEAN/run/user/$PERSON"
    chroot "$CLEAN" chown "$PERSON" "/run/user/$PERSON" && chmod 700 "$CLEAN/run/user/$PERSON"
    inside test -x /usr/bin/desktop-crm || fail "no launcher"
}

command_line() {
    local file="$HOME_INSIDE/Công ty mẫu.crm" number
    as_person desktop-crm --version
    as_person desktop-crm --database "$file" demo --size 40
    [ "$(as_person desktop-crm --database "$file" list organizations --json | grep -c '"id"')" -ge 40 ] ||
        fail "the list is short"
    as_person desktop-crm --database "$file" list organizations --search "cong ty" --limit 2
    number=$(as_person desktop-crm --database "$file" list quotes --limit 1 | cut -d' ' -f1)
    as_person desktop-crm --database "$file" print quotes "$number" "$HOME_INSIDE/$number.pdf"
    pdftotext "$CLEAN$HOME_INSIDE/$number.pdf" - | grep -q "$number" || fail "the quote is not in its PDF"
    as_person desktop-crm --database "$file" export quotes "$HOME_INSIDE/quotes.xlsx"
    unzip -tq "$CLEAN$HOME_INSIDE/quotes.xlsx" >/dev/null || fail "the workbook is none"
}

window() {
    Xvfb ":$DISPLAY_NUMBER" -screen 0 1440x900x24 >/dev/null 2>&1 &
    xvfb=$!
    export DISPLAY=:$DISPLAY_NUMBER
    for _ in $(seq 50); do xdpyinfo >/dev/null 2>&1 && break; sleep 0.1; done
    as_person desktop-crm-gui "$HOME_INSIDE/Công ty mẫu.crm" >"$BUILD/window.log" 2>&1 &
    gui=$!
    for _ in $(seq 100); do xdotool search --onlyvisible --name . >/dev/null 2>&1 && break; sleep 0.2; done
    sleep "${SETTLE:-6}"
    kill -0 "$gui" || { cat "$BUILD/window.log"; fail "the window is gone"; }
    import -window root "$BUILD/installed.png"
    [ "$(identify -format %k "$BUILD/installed.png")" -gt 200 ] || fail "the screen is blank"
    as_person desktop-crm-gui "$HOME_INSIDE/Công ty mẫu.crm"  # a second start ends at once and shows the first window
    kill -0 "$gui" || fail "the first window did not stay"
    kill "$gui"
    wait "$gui" 2>/dev/null || true
    gui=""
    [ ! -s "$BUILD/window.log" ] || { say "said by the window"; cat "$BUILD/window.log"; }
}

remove() {
    inside apt-get purge -q -y desktop-crm >/dev/null
    inside apt-get autoremove --purge -q -y >/dev/null
    find "$CLEAN" -xdev -path "$CLEAN/proc" -prune -o -print | sort >"$BUILD/after.txt"
    say "files left after removal"
    comm -13 "$BUILD/before.txt" "$BUILD/after.txt" | sed "s|^$CLEAN||" |
        grep -vE '^/(var/(lib|log|cache)|tmp|run|etc/(passwd|group|shadow|gshadow|sub[ug]id))' | tee "$BUILD/left.txt"
    ! grep -vE '^/(home|usr/share/(doc|mime|X11|fontconfig|fonts|xml)|etc/(fonts|ld.so)|usr/(local/)?(lib|share)$)' \
        "$BUILD/left.txt" | grep -i crm || fail "the package left files of its own"
}

say "needed for trying"; needs
say "a clean root"; clean_root
say "installing $(basename "$DEB")"; install_package
say "the command line"; command_line
say "the window"; window
say "removing"; remove
say "all is well; see $BUILD/installed.png"
