#!/usr/bin/env bash
# The house's own check: types, walls, cycles, lint, dead exports, paths in the docs, a migration that is missing. Shows what a failing part said.
set -uo pipefail
cd "$(dirname "$0")/.."

passed=0
failed=0
part() {
  local name=$1 start=$SECONDS said
  shift
  if said=$("$@" 2>&1); then
    passed=$((passed + 1))
    printf '✓ %s (%s s)\n' "$name" $((SECONDS - start))
  else
    failed=$((failed + 1))
    printf '✗ %s\n%s\n' "$name" "$said"
  fi
}

bin=node_modules/.bin
part 'types' $bin/tsc -b
part 'types of the tests' $bin/tsc -p test
part 'types of the benchmarks' $bin/tsc -p bench
part 'walls and cycles' $bin/depcruise --config .dependency-cruiser.cjs src
part 'lint and format' $bin/biome check --error-on-warnings --max-diagnostics=50 .
part 'dead exports and files' $bin/knip --no-progress
part 'doors, paths in the docs, migrations' $bin/vitest run test/walls.test.ts test/docs.test.ts test/schema.test.ts
printf 'check: %s passed, %s failed\n' $passed $failed
[ $failed -eq 0 ]
