#!/usr/bin/env bash
# Generated articles: nothing lost, nothing overlaps, nothing leaves its frame (tests/tools/generated.py).
set -euo pipefail
command -v pdftotext > /dev/null || exit 77
exec python3 "$SOURCE_DIR/tests/tools/generated.py" "$DOSSIER" "${GENERATED:-40}" "${SEED:-1}"
