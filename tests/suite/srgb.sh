#!/usr/bin/env bash
# The sRGB profile that is built in shows the colours of the one that Debian ships, and another profile
# does not.
set -u
skip() {
    echo "skipped: $1"
    exit 77
}
folder=/usr/share/color/icc
[ -f $folder/sRGB.icc ] || folder=/usr/share/color/icc/ghostscript
[ -f $folder/sRGB.icc ] || skip "no sRGB.icc to compare with"
pkg-config --exists lcms2 || skip "lcms2 is missing"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck disable=SC2046
"${CC:-cc}" -std=c17 -O1 -o "$work/compare" "$SOURCE_DIR/tests/tools/srgb_compare.c" $(pkg-config --cflags --libs lcms2) -lm || exit 1

ours=$BUILD_DIR/resources/icc/sRGB.icc
failures=0
"$work/compare" "$ours" $folder/sRGB.icc || { echo "FAIL: other colours than $folder/sRGB.icc"; failures=1; }
for other in LStar-RGB compatibleWithAdobeRGB1998; do
    [ -f $folder/$other.icc ] || continue
    "$work/compare" "$ours" $folder/$other.icc > /dev/null && { echo "FAIL: the comparison finds $other the same"; failures=1; }
done
[ "$(stat -c %s "$ours")" -le 600 ] || { echo "FAIL: the profile has grown"; failures=1; }
exit $failures
