#!/usr/bin/env bash
# The editor's checks: every file of tests/checks gives exactly the messages that comments at its end expect
# (ACCEPT=1 writes them anew: read the difference), every code has a message there and a chapter in docs/checks.md,
# and --level turns each of them off, down and up.
set -u
command -v python3 > /dev/null || { echo "skipped: python3 is missing"; exit 77; }
cd "$SOURCE_DIR/tests/checks" || exit 1
unset DOSSIER_PATH
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
fail() {
    echo "FAIL: $*"
    failures=$((failures + 1))
}

# ---- messages
files=()
for file in *.yaml; do
    grep -Eq '^dossier: (article|pack)' "$file" && files+=("$file")
done
for file in "${files[@]}"; do
    echo "== $file"
    "$DOSSIER" check --format json --root .. "$file" 2>&1 | grep -v '^{"summary"'
done > "$work/json"
python3 "$SOURCE_DIR/tests/tools/messages.py" < "$work/json" || fail "messages"
grep -q '"code"' <(sed -n '/^== quiet/,/^== /p' "$work/json") && fail "quiet.yaml is not quiet"

# ---- every code is tried and told of
codes=$(sed -n 's/^CODE(\([A-Z_]*\), "\(W10[0-9]*\)".*/\1 \2/p' "$SOURCE_DIR/src/base/codes.def")
while read -r name code; do
    grep -q "\"$code\"" "$work/json" || fail "no file of tests/checks has $code"
    word=$(tr 'A-Z_' 'a-z-' <<< "${name#W_}")
    grep -qx "## $code $word" "$SOURCE_DIR/docs/checks.md" || fail "docs/checks.md has no \"## $code $word\""
done <<< "$codes"
told=$(grep -c '^## W10' "$SOURCE_DIR/docs/checks.md")
[ "$told" -eq "$(wc -l <<< "$codes")" ] || fail "docs/checks.md has $told codes, codes.def $(wc -l <<< "$codes")"

# ---- levels
status_of() {
    "$DOSSIER" check --root .. "$@" > "$work/out" 2> "$work/said"
    echo $?
}
[ "$(status_of english.yaml)" -eq 0 ] || fail "warnings: exit status"
[ "$(status_of english.yaml --strict)" -eq 1 ] || fail "--strict: exit status"
[ "$(status_of english.yaml --strict --level all=off)" -eq 0 ] || fail "--level all=off: exit status"
grep -q 'W[0-9]' "$work/said" && fail "--level all=off: still told: $(head -n 1 "$work/said")"
[ "$(status_of english.yaml --level all=note --strict)" -eq 0 ] || fail "--level all=note: exit status"
grep -q 'warning\[' "$work/said" && fail "--level all=note: a warning"
while read -r name code; do
    word=$(tr 'A-Z_' 'a-z-' <<< "${name#W_}")
    file=$(sed -n "/^== /h;/\"$code\"/{g;s/== //p;q}" "$work/json")
    [ -n "$file" ] || continue
    [ "$(status_of "$file" --level "$code=error")" -eq 1 ] || fail "$code=error: exit status"
    grep -q "error\[$code\]" "$work/said" || fail "$code=error: no error"
    [ "$(status_of "$file" --level all=error --level "$word=off")" -eq 1 ] || fail "$word=off: exit status"
    grep -q "\[$code\]" "$work/said" && fail "$word=off: still told"
    [ "$(status_of "$file" --level all=off --level "$code=warning")" -eq 0 ] || fail "$code alone: exit status"
    grep -q "warning\[$code\]" "$work/said" || fail "$code alone: not told"
    [ "$(grep -o '\[[EW][0-9]*\]' "$work/said" | sort -u | wc -l)" -eq 1 ] || fail "$code alone: others too"
done <<< "$codes"

# The rest of the run goes on when a check raises an error, and nothing is written then.
"$DOSSIER" render --root .. english.yaml -o "$work/one.pdf" 2> "$work/said" || fail "render: exit status"
grep -q 'W10' "$work/said" && fail "render checks without being asked"
"$DOSSIER" render --root .. english.yaml -o "$work/two.pdf" --checks --level W1009=error 2> "$work/said"
[ $? -eq 1 ] || fail "render --checks: exit status"
[ ! -e "$work/two.pdf" ] || fail "render --checks: an error, and a file"
grep -q 'W1003' "$work/said" || fail "render --checks: not checked"

# ---- slips on the command line
refuse() {
    local words=$1
    shift
    "$DOSSIER" check quiet.yaml "$@" > "$work/out" 2> "$work/said"
    [ $? -eq 2 ] || fail "$*: exit status"
    grep -qF -- "$words" "$work/said" || fail "$*: does not say \"$words\": $(cat "$work/said")"
}
refuse 'did you mean "doubled-word"?' --level doubled-wrod=off
refuse 'did you mean "error"?' --level W1007=eror
refuse 'it takes off, note, warning, error' --level W1007=loud
refuse 'knows no code "nonsense-word"' --level nonsense-word=off
refuse 'E0102 is an error and stays one' --level E0102=warning
refuse 'is not CODE=LEVEL' --level W1007
"$DOSSIER" check quiet.yaml --level E0102=error > /dev/null 2>&1 || fail "an error as an error"

[ $failures -eq 0 ]
