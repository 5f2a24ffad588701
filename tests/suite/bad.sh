#!/usr/bin/env bash
# Every article of tests/bad gives exactly the messages that comments at its end expect, in both forms
# of output, and leaves no file behind. ACCEPT=1 writes the comments anew: read the difference before
# you commit it.
set -u
command -v python3 > /dev/null || { echo "skipped: python3 is missing"; exit 77; }
cd "$SOURCE_DIR/tests/bad" || exit 1
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
fail() {
    echo "FAIL: $*"
    failures=$((failures + 1))
}

files=(*.yaml)
plain=()
for file in "${files[@]}"; do
    options=$(sed -n 's/^# options: //p' "$file")
    echo "== $file"
    [ -n "$options" ] || plain+=("$file")
    # shellcheck disable=SC2086
    "$DOSSIER" render $options --format json "$file" -o "$work/never.pdf" 2>&1
    status=$?
    [ $status -eq 1 ] || fail "$file: exit status $status, expected 1" >&2
done > "$work/json"
python3 "$SOURCE_DIR/tests/tools/messages.py" < "$work/json" || fail "messages"
[ -z "$(find "$work" -name '*pdf*')" ] || fail "files were left behind: $(ls "$work")"
for file in "${files[@]}"; do
    grep -q '^#! .*[0-9]:[0-9]* E0' "$file" || fail "$file expects no error"
done

# For people, all in one run: as many messages (but for the editor's checks, W10xx), each with its place; nothing
# else is written.
"$DOSSIER" check --color never "${plain[@]}" > "$work/out" 2> "$work/human"
status=$?
[ $status -eq 1 ] || fail "exit status of all: $status, expected 1"
[ -s "$work/out" ] && fail "on standard output: $(head -n 5 "$work/out")"
heads=$(grep -cE '^[^ ]+\.(yaml|csv):[0-9]+:[0-9]+: (error|warning|note)\[[EWN]0[0-9]{3}\]: ' "$work/human")
wanted=$(awk -v plain=" ${plain[*]} " '/^== /{is_plain = index(plain, " " $2 " "); next} is_plain{n++}
    END{print n}' "$work/json")
[ "$heads" -eq "$wanted" ] || fail "$heads messages for people, $wanted as JSON"
grep -F "$SOURCE_DIR" "$work/json" "$work/human" && fail "a message names a folder of this machine"

[ $failures -eq 0 ]
