#!/usr/bin/env bash
# npm test: the check of the house, then all tests on the embedded server, then the database tests on Debian's PostgreSQL 15.
# Installs Debian's chromium and postgresql-15 where it may; what cannot run is said as NOT RUN with its reason.
set -uo pipefail
cd "$(dirname "$0")/.."

passed=0
failed=0
work=$(mktemp -d)
chmod 755 "$work"
server_folder=
stop_all() {
  [ -n "$server_folder" ] && as_server "$bin15/pg_ctl" stop --mode=fast --silent --pgdata="$server_folder/data" > /dev/null 2>&1
  rm -rf "$work" "$server_folder"
}
trap stop_all EXIT

heading() { printf '\n== %s\n' "$1"; }
not_run() { printf 'NOT RUN %s: %s\n' "$1" "$2"; }

heading 'install and build'
./anju --version || { printf '0 passed, 1 failed\n'; exit 1; }

heading 'what Debian brings'
bin15=/usr/lib/postgresql/15/bin
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
why_not=
if [ ! -x "$bin15/postgres" ] || [ -z "$chromium" ]; then
  if [ "$(id -u)" != 0 ]; then
    why_not='not installed, and only root may install it'
  elif ! command -v apt-get > /dev/null; then
    why_not='not installed, and there is no apt-get'
  elif ! (export DEBIAN_FRONTEND=noninteractive && apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium postgresql-15 fonts-noto-cjk) > "$work/apt.log" 2>&1; then
    why_not="apt-get failed: $(tail -n 1 "$work/apt.log")"
  fi
  chromium=$(command -v chromium || true)
fi
[ -n "$chromium" ] && printf 'chromium: %s\n' "$chromium"
[ -x "$bin15/postgres" ] && printf 'postgresql-15: %s\n' "$bin15"
export ANJU_TEST_CHROMIUM=$chromium

heading 'check of the house'
bash test/check.sh | tee "$work/check.log"
read -r a b < <(sed -nE 's/^check: ([0-9]+) passed, ([0-9]+) failed$/\1 \2/p' "$work/check.log")
passed=$((passed + ${a:-0}))
failed=$((failed + ${b:-1}))

# Runs vitest and adds its counts; a run that ends without counts is a failure.
tests() {
  local report=$work/report.json counts
  rm -f "$report"
  node_modules/.bin/vitest run --reporter=default --reporter=json --outputFile.json="$report" "$@" || true
  counts=$(node -e '
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.every((one) => one.status !== "failed")).length;
    console.log(numPassedTests, numFailedTests + broken);
  ' "$report" 2> /dev/null) || counts='0 1'
  read -r a b <<< "$counts"
  [ "$a" -gt 0 ] || b=$((b + 1))
  passed=$((passed + a))
  failed=$((failed + b))
}

heading 'tests on the embedded PostgreSQL'
without_browser=()
[ -n "$chromium" ] || { without_browser=(--exclude 'test/browser/**'); not_run 'the tests in a browser' "$why_not"; }
tests "${without_browser[@]}"

heading "database tests on Debian's PostgreSQL 15"
as_server() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }
start_server() {
  server_folder=$(mktemp -d)
  [ "$(id -u)" != 0 ] || chown postgres "$server_folder"
  as_server "$bin15/initdb" --pgdata="$server_folder/data" --encoding=UTF8 --locale=C --auth=trust --username=postgres --no-sync > "$work/initdb.log" 2>&1 &&
    as_server "$bin15/pg_ctl" start --wait --silent --pgdata="$server_folder/data" --log="$server_folder/log" \
      --options="-c listen_addresses= -c unix_socket_directories=$server_folder -c fsync=off -c full_page_writes=off -c max_connections=200 -c jit=off"
}
if [ ! -x "$bin15/postgres" ]; then
  not_run "the database tests on Debian's PostgreSQL 15" "$why_not"
elif ! start_server; then
  cat "$work/initdb.log"
  failed=$((failed + 1))
else
  mapfile -t files < <(grep -rl --include='*.test.ts' 'createTestDatabase' src test | grep -v '^test/browser/' | sort)
  ANJU_TEST_DATABASE_URL="postgres://postgres@localhost/postgres?host=$server_folder" tests "${files[@]}"
fi

printf '\n%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
