#!/usr/bin/env bash
# Readers we did not write look at the hand-made files of tests/unit/test_pdf_file.c: qpdf, poppler,
# mupdf, veraPDF.
set -u
for tool in qpdf pdffonts pdfinfo pdftotext mutool python3; do
    command -v $tool > /dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
"$BUILD_DIR/tests/test_pdf_file" > /dev/null 2>&1 || { echo "FAIL: test_pdf_file"; exit 1; }
cd "$BUILD_DIR/pdf_sample" || exit 1

failures=0
fail() {
    echo "FAIL: $1"
    failures=$((failures + 1))
}
same() { # WHAT EXPECTED GOT
    [ "$2" = "$3" ] && return
    fail "$1"
    diff <(echo "$2") <(echo "$3")
}
has() { # WHAT TEXT LINE
    grep -qxF -- "$3" <<< "$2" || fail "$1: no line \"$3\""
}

for file in 2a 2u 2b none many; do
    messages=$(qpdf --check $file.pdf 2>&1) || fail "qpdf: $file: $messages"
    grep -qi 'warning' <<< "$messages" && fail "qpdf: $file: $messages"
    same "poppler has something to say about $file" "" "$(pdftotext $file.pdf /dev/null 2>&1; pdfinfo -struct-text $file.pdf 2>&1 > /dev/null)"
    pdffonts $file.pdf | tail -n +3 | awk '$(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes" { exit 1 }' ||
        fail "$file: a font is not embedded, subset and mapped"
done

soft=$'\u00AD'
same "text of pdftotext" "Hand-made (sample)
bold typed-hyphen, hyphen$soft
ated.
ONU red TBC ☃ gone
a link over
two lines and a jump lost
1. item of the list
2. item of the list
Head cell
begins here
Running head
1
and ends on page two.
Second heading
Running head
2" "$(pdftotext -raw 2a.pdf - | tr -d '\f')"
text=$(mutool draw -q -F txt 2a.pdf 2> /dev/null)
has "text of mutool" "$text" "ONU red TBC ☃ gone "
has "text of mutool" "$text" "two lines and a jump lost"

info=$(pdfinfo 2a.pdf | sed 's/: */: /')
has pdfinfo "$info" "Title: Title & <sample> €"
has pdfinfo "$info" "Author: A & B; C <d>"
has pdfinfo "$info" "Tagged: yes"
has pdfinfo "$info" "PDF version: 1.7"

tree=$(pdfinfo -struct-text 2a.pdf)
has "structure" "$tree" '      "typed-hyphen, hyphenated. "'
has "structure" "$tree" '        "a link over two lines "'
has "structure" "$tree" '      "red TBC ☃ gone "'
grep -q 'Div\|Sect\|Running' <<< "$tree" && fail "structure: empty elements or artifacts in the tree"
same "cells, the empty one too" 2 "$(grep -c 'TD' <<< "$tree")"

same "outline and labels of many pages" "140 x" "$(qpdf --json --json-key=pagelabels --json-key=outlines many.pdf |
    python3 -c 'import json,sys
d = json.load(sys.stdin)
def count(items): return sum(1 + count(i["kids"]) for i in items)
print(count(d["outlines"]), d["pagelabels"][0]["label"].get("/P", "").removeprefix("u:"))')"

# In release only: Java's start is dear, and sanitizer builds write the same files.
if grep -q '^DOSSIER_SANITIZE:[A-Z]*=.' "$BUILD_DIR/CMakeCache.txt"; then
    [ $failures -eq 0 ]
    exit
fi
"$SOURCE_DIR/tests/tools/veracheck" --fetch 2> /dev/null || { echo "veraPDF is missing"; [ $failures -eq 0 ] && exit 77; exit 1; }
for claim in "ua1,2a 2a.pdf many.pdf" "2u 2u.pdf" "2b 2b.pdf"; do
    # shellcheck disable=SC2086 # flavours and files are words
    result=$("$SOURCE_DIR/tests/tools/veracheck" $claim 2>&1) || fail "veraPDF: $result"
done
# Positive control: a file without the claim's structure must not pass.
"$SOURCE_DIR/tests/tools/veracheck" 2a none.pdf > /dev/null 2>&1 && fail "veraPDF passes anything"

[ $failures -eq 0 ]
