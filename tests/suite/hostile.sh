#!/usr/bin/env bash
# Documents of absurd sizes and shapes: finished pages with every word, or a message with its place
# (tests/tools/hostile.py). TIMES=1 prints how long each takes.
set -u
for tool in python3 qpdf pdftotext; do
    command -v $tool > /dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
exec python3 "$SOURCE_DIR/tests/tools/hostile.py" "$DOSSIER"
