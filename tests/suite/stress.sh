#!/usr/bin/env bash
# A stress build (src/base/stress.h) writes the bytes that the release build beside it writes.
set -u
grep -q '^DOSSIER_STRESS:BOOL=ON' "$BUILD_DIR/CMakeCache.txt" || exit 77
release=$(dirname "$BUILD_DIR")/release/bin/dossier
[ -x "$release" ] || { echo "skipped: no release build beside this one"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$SOURCE_DIR" || exit 1
mapfile -t articles < <(grep -lx 'dossier: article' samples/*.yaml tests/golden/*.yaml)
[ ${#articles[@]} -gt 10 ] || { echo "FAIL: only ${#articles[@]} articles"; exit 1; }
"$DOSSIER" render --quiet "${articles[@]}" -o "$work/stress" || exit 1
"$release" render --quiet "${articles[@]}" -o "$work/release" || exit 1
diff -rq "$work/stress" "$work/release" || { echo "FAIL: other bytes"; exit 1; }
