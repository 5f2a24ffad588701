#!/usr/bin/env bash
# Some pages look as the small pictures in tests/pages: what no dump shows (tests/tools/review shows what differs).
# ACCEPT=1 takes the new ones: look at them before you commit.
set -u
for tool in python3 pdftoppm; do
    command -v $tool > /dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
[ -n "${ACCEPT:-}" ] && exec python3 "$SOURCE_DIR/tests/tools/review" --accept all --dossier "$DOSSIER"
exec python3 "$SOURCE_DIR/tests/tools/review" --check --dossier "$DOSSIER"
