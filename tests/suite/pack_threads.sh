#!/usr/bin/env bash
# A pack of many items: one thread, two and five give the same bytes and the same messages; references to items further
# back tell their pages; what cannot be written leaves nothing behind.
set -u
for tool in python3 qpdf pdftotext; do
    command -v $tool > /dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
fail() {
    echo "FAIL: $*"
    failures=$((failures + 1))
}

python3 "$SOURCE_DIR/bench/pack.py" 60 "$work" > /dev/null || fail "no pack"
cd "$work/pack-60" || exit 1
for threads in 1 2 5; do
    "$DOSSIER" render --jobs=$threads pack.yaml -o "$work/$threads.pdf" > /dev/null 2> "$work/$threads.said" ||
        fail "$threads threads: $(cat "$work/$threads.said")"
    sed -i "s|$work/$threads.pdf||" "$work/$threads.said"
    cmp "$work/1.pdf" "$work/$threads.pdf" || fail "$threads threads give other bytes"
    cmp "$work/1.said" "$work/$threads.said" || fail "$threads threads say other things"
done
"$DOSSIER" render --quiet pack.yaml -o - > "$work/output.pdf"
cmp "$work/1.pdf" "$work/output.pdf" || fail "to standard output"
qpdf --check "$work/1.pdf" > "$work/said" 2>&1 || fail "qpdf: $(cat "$work/said")"
if [ -x "$SOURCE_DIR/tests/tools/veracheck" ]; then
    "$SOURCE_DIR/tests/tools/veracheck" ua1,2a "$work/1.pdf" > "$work/said" 2>&1
    case $? in 0 | 77) ;; *) fail "veraPDF: $(cat "$work/said")" ;; esac
fi

# Items 20, 40 and 60 tell the pages of 27, 47 and 60 itself: as the contents do, and as the file has them.
for pair in 20:27 40:47 60:60; do
    from=${pair%:*} to=${pair#*:}
    page=$(qpdf --json "$work/1.pdf" 2> "$work/said" | python3 -c '
import json, sys
outlines = json.load(sys.stdin)["outlines"]
print(outlines[int(sys.argv[1])]["destpageposfrom1"])' "$to")
    pdftotext "$work/1.pdf" - | tr '\n\f' '  ' | grep -q "the paper on it[^.]*page $page)*\." ||
        fail "item $from does not tell page $page of item $to"
done

# Mistakes in many items: the same list whoever finds it first; no file, also where it could not be taken back.
for i in 3 17 18 41; do printf '  - >-\n    A cross to [nowhere](#nowhere-%s), a sign \U1F700\n' $i >> $i.yaml; done
for threads in 1 2 5; do
    "$DOSSIER" render --jobs=$threads pack.yaml -o "$work/bad.pdf" > /dev/null 2> "$work/$threads.said" &&
        fail "$threads threads: mistakes were let through"
    cmp "$work/1.said" "$work/$threads.said" || fail "$threads threads tell other mistakes"
done
for i in 3 17 18 41; do sed -i 's/A cross to .*, a/A thing, a/' $i.yaml; done
for threads in 1 2 5; do
    "$DOSSIER" render --strict --jobs=$threads pack.yaml -o "$work/bad.pdf" > /dev/null 2> "$work/$threads.said" &&
        fail "$threads threads: warnings were let through"
    cmp "$work/1.said" "$work/$threads.said" || fail "$threads threads tell other warnings"
    "$DOSSIER" render --strict --quiet --jobs=$threads pack.yaml -o - > "$work/none.pdf" 2> "$work/said"
    [ -s "$work/none.pdf" ] && fail "$threads threads: half a file went out"
done
[ "$(grep -c 'W0' "$work/1.said")" -ge 4 ] || fail "too few warnings: $(cat "$work/1.said")"
[ -z "$(find "$work" -name '*bad.pdf*' -o -name '.dossier*')" ] || fail "something was left: $(ls -A "$work")"

[ "$failures" -eq 0 ] && echo "packs: every number of threads gives the same"
exit $((failures > 0))
