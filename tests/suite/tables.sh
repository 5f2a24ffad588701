#!/usr/bin/env bash
# Long tables: the work for 5,000 rows is twice that for 2,500 (instructions counted), the heads stand on every
# page, and a cell of several pages loses none of its words.
set -u
for tool in valgrind pdftotext pdfinfo; do
    command -v $tool > /dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
grep -q __asan_init "$DOSSIER" && { echo "skipped: valgrind cannot run sanitized programs"; exit 77; }
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
fail() {
    echo "FAIL: $*"
    failures=$((failures + 1))
}

article() { # TITLE
    printf 'dossier: article\ntitle: %s\nbody:\n' "$1"
}
for rows in 2500 5000; do
    {
        echo "No.,City,Remark,Share"
        awk -v rows=$rows 'BEGIN { for (i = 1; i <= rows; i++) {
            more = ""; for (k = 0; k < i % 5; k++) more = more " and some more words"
            printf "%d,City %d,\"A remark,%s\",%.2f\n", i, i % 97, more, i * 37 % 1000 / 7 } }'
    } > "$work/$rows.csv"
    { article "$rows rows"; printf '  - table: %s.csv\n    caption: Cities\n' $rows; } > "$work/$rows.yaml"
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$DOSSIER" render --quiet "$work/$rows.yaml" \
        -o "$work/$rows.pdf" 2> "$work/said" || fail "$rows rows: $(cat "$work/said")"
    sed -n 's/.*refs: *//p' "$work/said" | tr -d ', ' > "$work/$rows.count"
done
awk -v small="$(cat "$work/2500.count")" -v large="$(cat "$work/5000.count")" 'BEGIN {
    printf "5,000 rows take %.2f times the instructions of 2,500\n", large / small; exit large > 2.2 * small }' ||
    fail "growth is not linear"
pages=$(pdfinfo "$work/5000.pdf" | sed -n 's/^Pages: *//p')
heads=$(pdftotext "$work/5000.pdf" - | grep -c '^Remark')
[ "$heads" -eq "$pages" ] || fail "$heads heads on $pages pages"

words=$(seq -f 'word%g' 1 4000 | tr '\n' ' ')
{ article "A long cell"; printf '  - table:\n      - [Key, Text]\n      - [one, %s]\n      - [two, end]\n' "$words"; } > "$work/cell.yaml"
"$DOSSIER" render --quiet "$work/cell.yaml" -o "$work/cell.pdf" || fail "a long cell"
[ "$(pdfinfo "$work/cell.pdf" | sed -n 's/^Pages: *//p')" -ge 3 ] || fail "the long cell is on less than three pages"
found=$(pdftotext "$work/cell.pdf" - | grep -o 'word[0-9]*' | tr '\n' ' ')
[ "$found" = "$words" ] || fail "words of the long cell are lost"
[ $failures -eq 0 ]
