#!/usr/bin/env bash
# Pictures of every kind, on pages: poppler and mupdf see the colours that went in, at the places the pages say
# and turned as cameras noted; qpdf and veraPDF find nothing wrong. The files are those of the unit tests.
set -u
for tool in qpdf pdfimages pdftoppm mutool python3; do
    command -v $tool > /dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
fail() {
    echo "FAIL: $1"
    failures=$((failures + 1))
}

for test in test_image_png test_image_jpeg; do
    "$BUILD_DIR/tests/$test" > "$work/log" 2>&1 || { cat "$work/log"; echo "FAIL: $test"; exit 1; }
done
cp "$BUILD_DIR"/pictures/*.png "$BUILD_DIR"/pictures/*.jpg "$BUILD_DIR"/pictures/png.list "$work/"
cd "$work" || exit 1

python3 "$SOURCE_DIR/tests/tools/pictures.py" article . > all.yaml
"$DOSSIER" render all.yaml -o all.pdf 2> messages || fail "render: $(cat messages)"
grep -E '^[^ ]+: (error|warning)' messages | grep -vE 'W0903|W0905' && fail "messages"
"$DOSSIER" render --dump=pages all.yaml -o all.pages 2> /dev/null || fail "dump of pages"

messages=$(qpdf --check all.pdf 2>&1) || fail "qpdf: $messages"
grep -qi warning <<< "$messages" && fail "qpdf: $messages"
pictures=$(grep -c '^  - figure: ' all.yaml)
# The same file twice is one object.
objects=$(pdfimages -list all.pdf | awk '$3 == "image" { print $11 }' | sort -u | wc -l)
[ "$pictures" -eq $((objects + 1)) ] || fail "$pictures pictures, $objects objects"
pdfimages -list all.pdf | awk '$3 == "image" && $9 == "jpeg"' | grep -q . || fail "no scans were handed on"
pdfimages -list all.pdf | grep -q smask || fail "no soft masks"

pdftoppm -r 144 all.pdf poppler 2> errors || fail poppler
[ -s errors ] && fail "poppler: $(cat errors)"
mutool draw -q -r 144 -o mupdf-%02d.ppm all.pdf 2> errors || fail mupdf
grep -v 'ICC support is not available' errors && fail "mupdf has something to say"
for reader in poppler mupdf; do
    python3 "$SOURCE_DIR/tests/tools/pictures.py" compare . all.pages "$reader" || fail "colours in $reader"
done

tree=$(qpdf --qdf --object-streams=disable all.pdf - | strings)
figures=$(grep -c '/S /Figure' <<< "$tree")
[ "$figures" -eq "$pictures" ] || fail "$figures elements for $pictures figures"
[ "$(grep -c '/BBox' <<< "$tree")" -eq "$pictures" ] || fail "elements without a box"

"$SOURCE_DIR/tests/tools/veracheck" --fetch 2> /dev/null || { echo "veraPDF is missing"; [ $failures -eq 0 ] && exit 77; exit 1; }
result=$("$SOURCE_DIR/tests/tools/veracheck" ua1,2a all.pdf 2>&1) || fail "veraPDF: $result"

[ $failures -eq 0 ]
