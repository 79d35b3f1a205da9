# Sourced by build.sh and try.sh: running Windows programs under Wine. WINEPREFIX is set before the first call.
export WINEARCH=win64 WINEDEBUG=-all
export WINEDLLOVERRIDES="winedbg.exe=d;mscoree,mshtml="  # a crash ends the program instead of waiting for a debugger
LIMIT=${LIMIT:-1800}  # seconds that one program may take

# Python under Wine dies when its output is a file, and waits when it has a terminal to read from: hence both pipes.
under_wine() {
    timeout -k 5 "$LIMIT" wine "$@" </dev/null 2>&1 | cat
    return "${PIPESTATUS[0]}"
}

# A path as Windows programs name it.
dos() { printf 'Z:%s' "${1//\//\\}"; }

stop_wine() { wineserver -k || true; }
