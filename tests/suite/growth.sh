#!/usr/bin/env bash
# Twice the pages cost about twice the instructions (bench/long-article); counted, so the machine's load does not matter.
set -u
for tool in valgrind python3; do
    command -v $tool > /dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
# Sanitizers and valgrind exclude each other; counts of other builds mean nothing.
grep -q '^CMAKE_BUILD_TYPE:STRING=Release' "$BUILD_DIR/CMakeCache.txt" || exit 77
exec python3 "$SOURCE_DIR/bench/long-article" -r "$DOSSIER" --most 2.2 30 60
