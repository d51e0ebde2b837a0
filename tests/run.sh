#!/bin/sh
# Run the tests with the given Python; further arguments go to pytest.
#
# When nothing has changed since they all passed here, that is said instead of running them again; AGAIN=1, CI=true or
# any argument for pytest runs them all the same. Browser tests need a Chromium: it is installed from Debian's packages
# where that is possible, and left out with a remark where it is not.
set -eu
python=$1
shift
passed=.cache/tests-passed

# What the outcome depends on: every file of the working tree, the installed versions, the articles beside it.
state() {
    { git ls-files -co --exclude-standard -z | xargs -0 sha256sum
      "$python" -VV
      sha256sum requirements.lock
      ls -l ../shared/seeds 2>/dev/null || true
    } 2>/dev/null | sha256sum
}

if [ $# = 0 ] && [ -z "${AGAIN:-}${CI:-}" ] && [ -f "$passed" ] && [ "$(state)" = "$(head -n 1 "$passed")" ]; then
    echo "Nothing has changed since all tests passed: $(tail -n 1 "$passed")"
    echo 'make test AGAIN=1 runs them all the same.'
    exit 0
fi

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$browser" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo 'Installing chromium for the browser tests ...'
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
    browser=$(command -v chromium || true)
fi
if [ -n "$browser" ]; then
    FUNDSTELLE_BROWSER=$browser "$python" -m pytest "$@"
else
    echo 'No chromium found: the browser tests are left out (install the package chromium to run them).'
    "$python" -m pytest -m 'not browser' "$@"
fi
if [ $# = 0 ] && [ -d .git ]; then
    mkdir -p .cache
    { state; date; } > "$passed"
fi
