#!/usr/bin/env bash
# npm run proof: the whole prefecture (338,506 people) from spreadsheets to the published figures of 2023, by the commands that a person would call.
# Takes minutes and about 12 GB of disk; its data lie in a folder of their own and go afterwards (PROOF_FOLDER names one that is kept).
set -uo pipefail
cd "$(dirname "$0")/.."

folder=${PROOF_FOLDER:-$(mktemp -d)}
[ -n "${PROOF_FOLDER:-}" ] || trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder"
export ANJU_DATA=$folder/data
day=2023-12-31

passed=0
failed=0
heading() { printf '\n== %s\n' "$1"; }
part() {
  local name=$1 start=$SECONDS
  shift
  if "$@"; then passed=$((passed + 1)) && printf '✓ %s (%s s)\n' "$name" $((SECONDS - start))
  else failed=$((failed + 1)) && printf '✗ %s (%s s)\n' "$name" $((SECONDS - start)); fi
}

write_sheets() { ./anju sample --out "$folder/sheets" --people 338506 --seed 1 --until "$day"; }
# Every row of a sheet without planned faults goes in.
import_sheets() { ./anju import "$folder/sheets" --json > "$folder/imports.json"; }
evaluate() { ./anju evaluate --as-of "$day"; }
outcome() { { ./anju findings --as-of "$day"; ./anju items --as-of "$day"; } | sort > "$1"; }
# Each figure beside the number that the document prints.
figures_agree() {
  ./anju figures --year 2023 --json > "$folder/figures.json" && node -e '
    const figures = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    for (const { id, value, printed, comparison, holds } of figures)
      console.log(holds ? "  ✓" : "  ✗", id.padEnd(30), String(value).padStart(12), comparison.padEnd(9), printed);
    process.exit(figures.length > 0 && figures.every(({ holds }) => holds) ? 0 : 1);
  ' "$folder/figures.json"
}
evaluates_alike_again() { outcome "$folder/once.csv" && evaluate && outcome "$folder/twice.csv" && [ -s "$folder/once.csv" ] && cmp "$folder/once.csv" "$folder/twice.csv"; }
comes_home_from_a_dump() {
  ./anju dump "$folder/whole.dump" && mkdir -p "$folder/second" && cp "$ANJU_DATA/keys.json" "$folder/second/"
  ANJU_DATA=$folder/second ./anju restore "$folder/whole.dump" && ANJU_DATA=$folder/second outcome "$folder/restored.csv" && cmp "$folder/once.csv" "$folder/restored.csv"
}

heading "the whole prefecture, in $folder"
part 'spreadsheets written' write_sheets
part 'imported, no row refused' import_sheets
part "evaluated as of $day" evaluate
part 'every published figure agrees' figures_agree
part 'evaluated again, nothing changes' evaluates_alike_again
part 'a dump restored elsewhere says the same' comes_home_from_a_dump

printf '\n%s passed, %s failed\n' $passed $failed
[ $failed -eq 0 ]
