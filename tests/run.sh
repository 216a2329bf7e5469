#!/usr/bin/env bash
# Builds and runs the tests: tests/run.sh [unit | integration | browser | all]. Without an argument: all. Installs missing programs.
#   unit         the rules, the grains in virtual time, the web client's own tests
#   integration  gateway, storage, cluster and simulation
#   browser      real Chromium
#   all          every test, the format of the C# sources, and the web client's types, lint and format
# Needs the .NET 10 SDK and Node 20.19+; on Debian it installs Chromium by itself, elsewhere say CHROMIUM=/path/to/it.
# Ends with one line: N passed, N failed
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NO_COLOR=1
# A test runs its code too seldom for the compiler's profiles to pay off.
export DOTNET_TieredPGO=0

say() { printf '\n== %s\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; printf '0 passed, 1 failed\n'; exit 1; }

tier="${1:-all}"
unit="Arena.Game.Tests Arena.Grains.Tests"
browser="Arena.Web.Tests"
# Clusters of real processes come when the web client's checks, which run beside the first projects, are done; browsers are last.
others="$(basename -a tests/*.Tests | grep -vxF "$(printf '%s\n' $unit $browser)" | sort -r)"
all="$unit $others $browser"
case "$tier" in
  unit) projects="$unit" ;;
  browser) projects="$browser" ;;
  integration) projects="$others" ;;
  all) projects="$all" ;;
  *) fail "No tier '$tier': unit, integration, browser or all." ;;
esac

say "Prerequisites"
command -v dotnet >/dev/null || fail "The .NET 10 SDK is not on the PATH."
command -v node >/dev/null || fail "Node.js 20.19 or newer is not on the PATH."
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
apt_install() {
  command -v apt-get >/dev/null || return 1
  (as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@") >/dev/null
}
# Chromium without its windows takes little more than half of the processor time.
chromium_here() {
  for name in "${CHROMIUM:-}" chromium-headless-shell chromium chromium-browser; do command -v "$name" && return; done
  return 1
}
install_chromium() {
  chromium_here >/dev/null || apt_install chromium-headless-shell fonts-noto-core || apt_install chromium fonts-noto-core
}
find_chromium() {
  CHROMIUM="$(chromium_here)" || fail "Chromium is missing and could not be installed with apt-get: install it, or say CHROMIUM=/path/to/it."
  export CHROMIUM
  "$CHROMIUM" --version 2>/dev/null | head -1
}
# The object store of a test, which is skipped without it.
install_swift() {
  command -v swift-proxy-server >/dev/null \
    || apt_install --no-install-recommends swift-proxy swift-account swift-container swift-object memcached \
    || echo "OpenStack Swift could not be installed: what needs an object store is skipped."
}
# The broker of a test, which is skipped without it.
install_nats() {
  PATH="$PATH:/usr/sbin" command -v nats-server >/dev/null \
    || apt_install --no-install-recommends nats-server || echo "nats-server could not be installed: what needs it is skipped."
}
# Beside the build, which needs none of them.
install_programs() {
  case "$tier" in browser | all) install_chromium ;; esac
  case "$tier" in integration | all) install_swift; install_nats ;; esac
}
printf 'dotnet %s, node %s\n' "$(dotnet --version)" "$(node --version)"
install_programs &
programs=$!

results="$(mktemp -d)"
trap 'kill "${web:-}" 2>/dev/null; rm -rf "$results"' EXIT
passed=0 failed=0
add() { passed=$((passed + $1)); failed=$((failed + $2)); }

# The format of sources and the web client's own checks run beside the tests, which often wait. The build checks the style of the code.
check_format() {
  # By folder: the rules for white space need no compiled solution.
  dotnet format whitespace . --folder --exclude gateway/web/node_modules --verify-no-changes && touch "$results/format.checked"
}
check_web() {
  [ "$tier" = all ] && check_format
  cd gateway/web || return 1
  [ -d node_modules ] || npm ci --no-audit --no-fund || return 1
  [ "$tier" = all ] && npm run check && touch "$results/web.checked"
  npx vitest run --reporter=default --reporter=json --outputFile="$results/web.json"
}
start_web() {
  check_web > "$results/web.log" 2>&1 &
  web=$!
}

# The web client is no part of what a unit run builds.
[ "$tier" = unit ] && start_web
say "Build"
if [ "$tier" = all ]; then
  dotnet build Arena.sln -c Release || fail "The build failed."
else
  for project in $projects; do
    dotnet build "tests/$project" -c Release || fail "The build failed."
  done
fi
wait "$programs"
case "$tier" in browser | all) find_chromium ;; esac
[ "$tier" = all ] && start_web
end_web() {
  [ -n "${web:-}" ] || return 0
  say "Format and web client"
  wait "$web"
  cat "$results/web.log"
  if [ "$tier" = all ]; then
    for check in format web; do
      if [ -f "$results/$check.checked" ]; then add 1 0; else add 0 1; fi
    done
  fi
  read -r web_passed web_failed < <(node -e '
    const fs = require("fs");
    const file = process.argv[1];
    const run = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : { numPassedTests: 0, numFailedTests: 1 };
    console.log(run.numPassedTests, run.numFailedTests + (run.success === false && run.numFailedTests === 0 ? 1 : 0));
  ' "$results/web.json")
  add "$web_passed" "$web_failed"
  web=""
}

run_project() {
  dotnet "tests/$1/bin/Release/net10.0/$1.dll" --no-progress --no-ansi \
    --report-ctrf --report-ctrf-filename "$1.json" --results-directory "$results" 2>&1 | grep -vE '^\{"Timestamp"|^$|^Arena is ready|^Phones in'
}
# A project that ran no test, or ended before it could report, has failed.
count_project() {
  read -r ran_passed ran_failed < <(node -e '
    const fs = require("fs");
    const file = process.argv[1];
    const none = { tests: 0, passed: 0, skipped: 0 };
    const { tests, passed, skipped } = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")).results.summary : none;
    console.log(passed, tests === 0 ? 1 : tests - passed - skipped);
  ' "$results/$1.json")
  add "$ran_passed" "$ran_failed"
}

for name in $projects; do
  [ "$name" = "$browser" ] && end_web
  say "$name"
  run_project "$name"
  count_project "$name"
done
end_web

say "The ten slowest tests"
node -e '
  const fs = require("fs");
  const tests = process.argv.slice(1).filter((file) => fs.existsSync(file)).flatMap((file) => JSON.parse(fs.readFileSync(file, "utf8")).results.tests);
  for (const { name, duration } of tests.sort((a, b) => b.duration - a.duration).slice(0, 10)) console.log((duration / 1000).toFixed(1), "s", name);
' "$results"/Arena.*.json

printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
