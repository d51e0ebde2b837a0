#!/bin/sh
# Run the tests with the given Python; further arguments go to pytest. Browser tests need a Chromium: it is installed
# from Debian's packages where that is possible, and left out with a remark where it is not.
set -eu
python=$1
shift
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$browser" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo 'Installing chromium for the browser tests ...'
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
    browser=$(command -v chromium || true)
fi
if [ -n "$browser" ]; then
    FUNDSTELLE_BROWSER=$browser exec "$python" -m pytest "$@"
fi
echo 'No chromium found: the browser tests are left out (install the package chromium to run them).'
exec "$python" -m pytest -m 'not browser' "$@"
