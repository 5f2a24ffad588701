#!/usr/bin/env bash
# What readers we did not write find in our files: qpdf, poppler, mupdf and veraPDF on the sample and
# every golden article. Text out equals text in: tests/tools/readback.py.
set -u
for tool in qpdf pdfinfo pdffonts pdftotext mutool python3; do
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

sound() { # NAME PDF
    local said
    said=$(qpdf --check "$2" 2>&1) || fail "$1: qpdf: $said"
    grep -qi warning <<< "$said" && fail "$1: qpdf: $said"
    said=$( (pdftotext "$2" - && pdfinfo -struct-text "$2") 2>&1 > /dev/null)
    [ -z "$said" ] || fail "$1: poppler: $said"
    # mupdf without colour management says so on every page; that is its own.
    said=$(mutool draw -q -r 40 -o "$work/page.png" "$2" 2>&1 | grep -v 'ICC support is not available')
    [ -z "$said" ] || fail "$1: mupdf: $said"
    pdfinfo "$2" | grep -q '^Tagged: *yes' || fail "$1: not tagged"
    pdffonts "$2" | awk 'NR > 2 { n++; if ($(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes") bad = 1 }
        END { exit bad || !n }' || fail "$1: a font is not embedded, subset and mapped: $(pdffonts "$2")"
}

cd "$SOURCE_DIR" || exit 1
for article in samples/*.yaml tests/golden/*.yaml; do
    grep -qx 'dossier: article.*' "$article" || continue
    name=$(basename "$article" .yaml)
    pdf=$work/$name.pdf
    "$DOSSIER" render --quiet "$article" -o "$pdf" 2> "$work/said" || { fail "$name: $(cat "$work/said")"; continue; }
    sound "$name" "$pdf"
    # Some repeat words (pulled ones) and set parts side by side: readers follow lines, each in its own way.
    case $name in
        kinds | people) continue ;; # the goldens hold their words
        estuary-* | lines | cards | tbc) order=words ;;
        *) order="in order" ;;
    esac
    python3 tests/tools/readback.py "$DOSSIER" "$article" "$pdf" "$order" || failures=$((failures + 1))
done

# All in one run, and in release only: Java's start is dear, and sanitizer builds write the same files.
if ! grep -q '^DOSSIER_SANITIZE:[A-Z]*=.' "$BUILD_DIR/CMakeCache.txt"; then
    if tests/tools/veracheck --fetch > "$work/vera" 2>&1; then
        tests/tools/veracheck ua1,2a "$work"/*.pdf > "$work/vera" 2>&1 || fail "veraPDF: $(grep -v ^PASS "$work/vera")"
    else
        echo "veraPDF is missing: $(tail -n 1 "$work/vera")"
        [ $failures -eq 0 ] && exit 77
    fi
fi

[ $failures -eq 0 ]
