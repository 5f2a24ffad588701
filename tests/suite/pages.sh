#!/usr/bin/env bash
# Some pages look as the small pictures in tests/pages: what no dump shows (tests/tools/review shows what differs).
set -u
for tool in python3 pdftoppm; do
    command -v $tool > /dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
exec python3 "$SOURCE_DIR/tests/tools/review" --check --dossier "$DOSSIER"
