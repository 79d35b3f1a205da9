#!/usr/bin/env bash
# From a Debian machine to the Linux package:
#
#     packaging/linux/build.sh
#
# What is made goes to $BUILD (build/linux where it is not set): desktop-crm_X.Y.Z_amd64.deb and its SHA-256. PYTHON
# names an interpreter that has the program's packages and PyInstaller; without it a virtual environment is made for
# the build from the locked versions. The package runs on the Debian it was built on and on newer ones.
set -euo pipefail

ROOT=$(cd "$(dirname "$0")/../.." && pwd)
HERE=$ROOT/packaging/linux
BUILD=$(mkdir -p "${BUILD:-$ROOT/build/linux}" && cd "${BUILD:-$ROOT/build/linux}" && pwd)
VERSION=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$ROOT/desktop_crm/__init__.py")
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$ROOT" log -1 --format=%ct 2>/dev/null || echo 1767225600)}
export SOURCE_DATE_EPOCH
TREE=$BUILD/tree

say() { printf -- '--- %s (%s s)\n' "$*" "$SECONDS"; }

python() {
    if [ -z "${PYTHON:-}" ]; then
        PYTHON=$BUILD/venv/bin/python
        if [ ! -e "$BUILD/venv/made" ]; then
            python3 -m venv "$BUILD/venv"
            "$PYTHON" -m pip install -q --require-hashes -r "$HERE/requirements.txt"
            touch "$BUILD/venv/made"
        fi
    fi
}

bundle() {
    (cd "$ROOT" && "$PYTHON" -m tools.bundle "$BUILD/dist" >"$BUILD/bundle.log" 2>&1) ||
        { tail -30 "$BUILD/bundle.log"; exit 1; }
    # Names of functions that only a debugger wants are a fifth of the whole.
    find "$BUILD/dist" -name 'libpython3*.so*' -type f -exec strip --strip-unneeded {} +
}

tree() {
    rm -rf "$TREE"
    mkdir -p "$TREE"/{DEBIAN,opt,usr/bin,usr/share/{applications,mime/packages,doc/desktop-crm}}
    cp -a "$BUILD/dist/desktop-crm" "$TREE/opt/desktop-crm"
    ln -s /opt/desktop-crm/desktop-crm /opt/desktop-crm/desktop-crm-gui "$TREE/usr/bin/"
    cp "$HERE/desktop-crm.desktop" "$TREE/usr/share/applications/"
    cp "$HERE/desktop-crm.xml" "$TREE/usr/share/mime/packages/"
    cp "$ROOT/LICENSE" "$TREE/usr/share/doc/desktop-crm/copyright"
    gzip -9 -n -c "$ROOT/CHANGELOG.md" >"$TREE/usr/share/doc/desktop-crm/changelog.gz"
    icons
    sed -e "s/@VERSION@/$VERSION/" -e "s/@SIZE@/$(du -sk "$TREE" | cut -f1)/" "$HERE/control.in" >"$TREE/DEBIAN/control"
    chmod -R u+rwX,go+rX,go-w "$TREE"
    find "$TREE" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# The program's icon in every size, for itself and for company files.
icons() {
    "$PYTHON" - "$ROOT/resources/brand" "$TREE/usr/share/icons/hicolor" <<'PY'
import shutil
import sys
from pathlib import Path

from PIL import Image

brand, theme = map(Path, sys.argv[1:])
names = {"apps": "desktop-crm", "mimetypes": "application-x-desktop-crm"}
with Image.open(brand / "desktop-crm.ico") as icon:
    for width, height in sorted(icon.info["sizes"]):
        for kind, name in names.items():
            folder = theme / f"{width}x{height}" / kind
            folder.mkdir(parents=True, exist_ok=True)
            icon.ico.getimage((width, height)).convert("RGBA").save(folder / f"{name}.png")
for kind, name in names.items():
    folder = theme / "scalable" / kind
    folder.mkdir(parents=True)
    shutil.copyfile(brand / "desktop-crm.svg", folder / f"{name}.svg")
PY
}

package() {
    local deb=desktop-crm_${VERSION}_amd64.deb
    nice dpkg-deb --root-owner-group -Zxz -z6 --build "$TREE" "$BUILD/$deb" >/dev/null
    (cd "$BUILD" && sha256sum "$deb" | tee "$deb.sha256")
    say "bundle $(du -sm "$TREE/opt" | cut -f1) MB, package $(($(stat -c %s "$BUILD/$deb") / 1024 / 1024)) MB"
}

say "Python"; python
say "bundle of $VERSION"; bundle
say "tree"; tree
say "package"; package
