#!/usr/bin/env bash
# A fixed sequence of damaged inputs through each fuzz target, under sanitizers (tests/fuzz; long runs: preset fuzz).
# What once crashed lies in tests/fuzz/found/TARGET-* and is always tried. FUZZ_TIMES=N runs N times as long,
# FUZZ_SEED=N another sequence.
set -u
[ -x "$BUILD_DIR/fuzz/fuzz_render" ] || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
golden=$SOURCE_DIR/tests/golden
articles=("$SOURCE_DIR"/tests/golden/*.yaml)
failures=0
fuzz() { # TARGET RUNS FILE...
    local target=$1 runs=$2
    shift 2
    "$BUILD_DIR/fuzz/fuzz_$target" -runs=$((runs * ${FUZZ_TIMES:-1})) -seed="${FUZZ_SEED:-1}" "$@" \
        $(find "$SOURCE_DIR/tests/fuzz/found" -name "$target-*" 2> /dev/null | sort) > said 2>&1 && { cat said; return; }
    echo "FAIL: $target"
    tail -n 60 said
    cp "crash-fuzz_$target" "$BUILD_DIR/" 2> /dev/null && echo "the input: $BUILD_DIR/crash-fuzz_$target"
    failures=$((failures + 1))
}

# Texts alone, without the YAML around them.
for article in "${articles[@]}"; do
    sed -n 's/^    \( *[^ ].*\)/\1/p' "$article" > "$(basename "$article").md"
done
fuzz yaml 15000 "${articles[@]}" "$SOURCE_DIR"/tests/bad/yaml-*.yaml
fuzz csv 5000 "$golden"/*.csv "$SOURCE_DIR"/tests/bad/*.csv
fuzz markup 15000 *.md
fuzz picture 8000 "$golden"/pictures/*.png "$SOURCE_DIR"/samples/pictures/*.{png,jpg} "$SOURCE_DIR"/tests/bad/pictures/cut.*
fuzz layout 250 "$SOURCE_DIR"/layouts/*.yaml "$golden"/house.yaml
fuzz render 200 "${articles[@]}"
[ $failures -eq 0 ]
