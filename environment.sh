# Sourced by ./start, ./test and ./xinfang: makes the Python environment from a lock when needed.
# usage: . ./environment.sh; use_environment requirements.lock

fail() {
    echo "xinfang: $*" >&2
    exit 2
}

find_python() {
    for candidate in "${XINFANG_PYTHON:-}" python3.11 python3.12 python3 python; do
        [ -n "$candidate" ] || continue
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 13))'; then
            command -v "$candidate"
            return
        fi
    done
}

new_enough_node() {
    command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 &&
        node -e 'process.exit(process.versions.node.split(".")[0] >= 18 ? 0 : 1)' 2>/dev/null
}

install_lock() { # install_lock LOCK: once for each content of the lock
    stamp=".venv/.installed-$1"
    if [ -f "$stamp" ] && cmp -s "$stamp" "$1"; then
        return
    fi
    echo "xinfang: installing $1 (first run, or the lock changed) ..." >&2
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --no-deps \
        --require-hashes -r "$1" || fail "the packages of $1 could not be installed; see above"
    cp "$1" "$stamp"
}

use_environment() { # use_environment LOCK
    if [ ! -x .venv/bin/python ]; then
        python=$(find_python)
        [ -n "$python" ] || fail "Python 3.11 or 3.12 is needed; install it or set XINFANG_PYTHON"
        "$python" -m venv .venv ||
            fail "no virtual environment could be made; on Debian: apt-get install python3-venv"
    fi
    install_lock "$1"
    new_enough_node || install_lock requirements-node.lock
}

# Two starts at once must not install into the same environment.
with_environment() { # with_environment LOCK
    if command -v flock >/dev/null 2>&1; then
        exec 9>.environment.lock
        flock 9
        use_environment "$1"
        exec 9>&-
    else
        use_environment "$1"
    fi
}
