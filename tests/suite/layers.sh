#!/usr/bin/env bash
# The build's check of who includes whom finds a planted violation, names its place, and is
# content with the sources as they are.
set -u
failures=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

check() { awk -v root="$1/" -f "$SOURCE_DIR/cmake/layers.awk" "${@:2}"; }

plant() { # STAGE/FILE INCLUDE-LINE EXPECTED ("" for none)
    local file="$work/src/$1" found
    mkdir -p "${file%/*}"
    printf '/* planted */\n%s\n' "$2" > "$file"
    found=$(check "$work" "$file")
    local status=$?
    if [ -z "$3" ]; then
        [ $status -eq 0 ] && [ -z "$found" ] && return
    elif [ $status -eq 1 ] && [[ "$found" == "src/$1:2: $3"* ]]; then
        return
    fi
    echo "FAIL: src/$1: $2"
    echo "  expected: ${3:-nothing}"
    echo "  found:    ${found:-nothing} (status $status)"
    failures=$((failures + 1))
}

plant line/x.c '#include "pdf/writer.h"' 'line may not include pdf/writer.h'
plant base/x.c '#include "read/yaml.h"' 'base may not include read/yaml.h'
plant page/x.c '#  include "read/node.h"' 'page may not include read/node.h'
plant cli/x.c '#include "base/arena.h"' 'cli may not include base/arena.h'
plant model/x.h '#include <yaml.h>' 'model may not include yaml.h'
plant block/x.c '#include <md4c.h>' 'block may not include md4c.h'
plant page/x.c '#include <hpdf_utils.h>' 'page may not include hpdf_utils.h'
plant pdf/x.c '#include <hb.h>' 'pdf may not include hb.h'
plant shape/x.c '#include <hb-subset.h>' 'shape may not include hb-subset.h'
plant shape/x.c '#include <unicode/ubidi.h>' 'shape may not include unicode/ubidi.h'
plant cli/x.c '#include <dlfcn.h>' 'cli may not include dlfcn.h'
plant line/x.c '#include "../pdf/writer.h"' 'include from src/'
plant line/x.c '#include "breaks.h"' 'write the stage'
plant line/x.c '#include "line/breaks.h"' ''
plant font/x.c '#include <hb-subset.h>' ''
plant shape/x.c '#include <hb.h>' ''
plant cli/x.c '#include "dossier.h"' ''
plant pdf/x.c '#include <libdeflate.h>' ''
plant dossier.c '#include "pdf/writer.h"' ''
plant module/icu/x.c '#include <unicode/ubidi.h>' ''

mapfile -t sources < <(find "$SOURCE_DIR/src" -name '*.[ch]')
check "$SOURCE_DIR" "${sources[@]}" || failures=$((failures + 1))

[ $failures -eq 0 ]
