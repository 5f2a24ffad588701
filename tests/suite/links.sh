#!/usr/bin/env bash
# What the program loads at every start: nothing dear (ICU, libqpdf and libcups are for modules).
set -u
command -v readelf > /dev/null || exit 77
[ -x "$DOSSIER" ] || { echo "FAIL: no program at $DOSSIER"; exit 1; }
needed=$(readelf -d "$DOSSIER" | sed -n 's/.*(NEEDED).*\[\(.*\)\].*/\1/p')
if dear=$(grep -E '^lib(icu|qpdf|cups|stdc\+\+|png|jpeg|lcms|qrencode)' <<< "$needed"); then
    echo "FAIL: the program links" $dear
    exit 1
fi
