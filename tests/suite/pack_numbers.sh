#!/usr/bin/env bash
# The numbers of a pack agree: PDF page, page label, printed foot, contents, outline and every cross-reference, in a
# generated pack of 30 items, numbered through the pack and item by item.
set -u
for tool in python3 pdftotext pdfinfo qpdf; do
    command -v $tool > /dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
for mode in pack item; do
    for paragraphs in none item pack; do
        python3 "$SOURCE_DIR/tests/tools/pack_numbers.py" make $mode $paragraphs > "$work/pack.yaml"
        "$DOSSIER" render --quiet --set thumb-index=false --set page.duplex=false "$work/pack.yaml" -o "$work/pack.pdf" || failures=$((failures + 1))
        pdftotext -raw "$work/pack.pdf" "$work/pack.txt"
        qpdf --json --json-key=pages --json-key=outlines --json-key=pagelabels --json-key=qpdf "$work/pack.pdf" > "$work/pack.json"
        python3 "$SOURCE_DIR/tests/tools/pack_numbers.py" compare $mode "$work/pack.txt" "$work/pack.json" ||
            { echo "FAIL: pages: $mode, paragraphs: $paragraphs"; failures=$((failures + 1)); }
    done
done
[ "$failures" -eq 0 ]
