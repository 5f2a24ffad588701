#!/usr/bin/env bash
# What each stage makes of the articles in tests/golden: NAME.STAGE.txt is the stage's dump of NAME.yaml
# (NAME.STAGE.AUDIENCE.txt: of one edition of a pack),
# and the messages are those that comments at the article's end expect. ACCEPT=1 writes both anew: read the
# difference before you commit it. To watch another stage, `touch NAME.STAGE.txt` and accept.
set -u
command -v python3 > /dev/null || { echo "skipped: python3 is missing"; exit 77; }
cd "$SOURCE_DIR/tests/golden" || exit 1
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
fail() {
    echo "FAIL: $*"
    failures=$((failures + 1))
}

for expected in *.*.txt; do
    name=${expected%%.*}
    stage=${expected#*.}
    stage=${stage%.txt}
    audience=${stage#*.}
    stage=${stage%%.*}
    [ "$audience" = "$stage" ] && audience=
    "$DOSSIER" render --quiet ${audience:+--audience="$audience"} --dump="$stage" "$name.yaml" > "$work/dump" 2> "$work/messages" ||
        fail "$name: $stage: $(cat "$work/messages")"
    cmp -s "$expected" "$work/dump" && continue
    if [ -n "${ACCEPT:-}" ]; then
        cp "$work/dump" "$expected"
        echo "accepted: $expected"
        continue
    fi
    fail "$expected"
    diff -u --label expected --label found "$expected" "$work/dump"
done

for article in *.yaml; do
    grep -qx 'dossier: article' "$article" || continue
    compgen -G "${article%.yaml}.*.txt" > /dev/null || fail "$article: no stage is watched"
    echo "== $article" >> "$work/json"
    "$DOSSIER" check --format json "$article" >> "$work/json" 2>&1 || fail "$article: check"
done
python3 "$SOURCE_DIR/tests/tools/messages.py" < "$work/json" || fail "messages"

[ $failures -eq 0 ]
