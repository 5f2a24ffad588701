#!/usr/bin/env bash
# The house layout that layouts/README.md shows is the one of the samples, and prints them: the logo is there, on the
# first page alone, also when layout and logo lie elsewhere; a missing one is told with its line. The gallery shows all samples.
set -u
for tool in mutool awk; do
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

cd "$SOURCE_DIR" || exit 1
mkdir "$work/house"
awk '/^```yaml$/ { inside = 1; next } /^```$/ { if (inside) exit } inside' layouts/README.md > "$work/house/house.yaml"
cmp "$work/house/house.yaml" samples/house/house.yaml || fail "layouts/README.md shows another layout"
lines=$(wc -l < "$work/house/house.yaml")
[ "$lines" -eq 10 ] || fail "ten lines are $lines"

pictures() { # PDF: pictures drawn on each page
    mutool trace "$1" 2> /dev/null | awk '/<page / { if (n++) printf " "; count = 0 }
        /<fill_image / { count++ } /<\/page>/ { printf "%d", count } END { print "" }'
}
render() { # NAME ARGUMENTS...
    local name=$1
    shift
    "$DOSSIER" render --strict --quiet "$@" -o "$work/$name.pdf" > "$work/$name.said" 2>&1
}
render one samples/estuary-letter.yaml || fail "$(cat "$work/one.said")"
[ "$(pictures "$work/one.pdf")" = 1 ] || fail "pictures: $(pictures "$work/one.pdf")"
render two samples/foro-alcaldes.yaml --layout "$work/house/house.yaml" && fail "a logo that is not there"
grep -q 'house.yaml:5:14: error\[E0801\]' "$work/two.said" || fail "$(cat "$work/two.said")"
cp samples/house/logo.png "$work/house/"
render two samples/foro-alcaldes.yaml --layout "$work/house/house.yaml" || fail "$(cat "$work/two.said")"
[ "$(pictures "$work/two.pdf")" = "1 0" ] || fail "pictures: $(pictures "$work/two.pdf")"
render all samples/foro-alcaldes.yaml --layout "$work/house/house.yaml" --set logo.pages=all --set logo.height=8mm ||
    fail "$(cat "$work/all.said")"
[ "$(pictures "$work/all.pdf")" = "1 1" ] || fail "pictures: $(pictures "$work/all.pdf")"

# The gallery shows a page of every sample, and all of its pictures are there.
for sample in samples/*.yaml; do
    grep -q "gallery/$(basename "$sample" .yaml)-" docs/gallery.md || fail "docs/gallery.md does not show $sample"
done
for picture in $(grep -oE 'gallery/[a-z-]+-[0-9]+\.png' docs/gallery.md); do
    [ -s "docs/$picture" ] || fail "docs/$picture is missing: docs/gallery/draw"
done
bytes=$(cat docs/gallery/*.png | wc -c)
[ "$bytes" -le 1500000 ] || fail "the gallery has $bytes bytes"

[ $failures -eq 0 ]
