#!/usr/bin/env bash
# `dossier status` tells each item of a pack on a line of its own, as a table and as JSON; late is what was due before
# --today, else before SOURCE_DATE_EPOCH; a date that is none is a usage error.
set -u
cd "$SOURCE_DIR/tests/golden" || exit 1
export LC_ALL=C.UTF-8
failures=0
expect() {
    [ "$1" = "$2" ] && return
    echo "FAIL: $3: expected \"$2\", found \"$1\""
    failures=$((failures + 1))
}
table=$("$DOSSIER" status --quiet --today 2018-12-07 pack.yaml)
expect "$?" 0 "exit status"
expect "$(wc -l <<< "$table")" 6 "lines of the table"
expect "$(sed -n 5p <<< "$table" | tr -s ' ')" " 4 1 0 2018-12-06 late to-follow Finance Budget note" "row"
expect "$("$DOSSIER" status --quiet --today 2018-12-06 pack.yaml | grep -c ' late ')" 1 "head alone says late"
json=$(SOURCE_DATE_EPOCH=1544140800 "$DOSSIER" status --quiet --format json pack.yaml)
expect "$(grep -c '"late":true' <<< "$json")" 1 "late in 2018-12-07"
expect "$(grep -c '"late":false' <<< "$json")" 4 "others"
"$DOSSIER" status --today tomorrow pack.yaml > /dev/null 2>&1
expect "$?" 2 "exit status for a wrong date"
[ "$failures" -eq 0 ]
