#!/usr/bin/env bash
# Generated articles: nothing lost, nothing overlaps, nothing leaves its frame (tests/tools/generated.py,
# generated_kinds.py).
set -euo pipefail
command -v pdftotext > /dev/null || exit 77
python3 "$SOURCE_DIR/tests/tools/generated.py" "$DOSSIER" "${GENERATED:-40}" "${SEED:-1}"
# Seeds 1090 and 1098 once cut page numbers and marks of notes in two, in columns narrower than a word.
python3 "$SOURCE_DIR/tests/tools/generated_kinds.py" "$DOSSIER" "${GENERATED_KINDS:-9}" "${SEED:-1090}"
