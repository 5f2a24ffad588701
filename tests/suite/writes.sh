#!/usr/bin/env bash
# Every call that makes the output fails once, and once with all behind it: the old file stays as it was, nothing is
# left beside it, the message says what to do. Writes that take half of what they are given make the same file.
set -u
cc=$(command -v cc) || { echo "skipped: cc is missing"; exit 77; }
grep -q __asan_init "$DOSSIER" && { echo "skipped: a build with sanitizers"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0
fail() {
    echo "FAIL: $*"
    failures=$((failures + 1))
}
"$cc" -O1 -shared -fPIC -o failwrite.so "$SOURCE_DIR/tests/tools/failwrite.c" -ldl || exit 1
{ printf 'dossier: article\ntitle: Long\nbody:\n'
  for ((i = 0; i < 3000; i++)); do
      printf '  - >-\n    Paragraph %d of a text that needs several writes: %d and %d are numbers.\n' $i $((i * i)) $((i * 7919 % 10007))
  done; } > long.yaml
"$DOSSIER" -q long.yaml -o good.pdf || fail "the plain case"
preload=$work/failwrite.so

FAIL_COUNT=count LD_PRELOAD=$preload "$DOSSIER" -q long.yaml -o x.pdf || fail "counting"
calls=$(cat count)
[ "$calls" -ge 7 ] || fail "only $calls calls counted"
cmp -s x.pdf good.pdf || fail "another file"
for ((at = 1; at <= calls; at++)); do
    for on in '' on; do
        echo old > old.pdf
        env ${on:+FAIL_ON=1} FAIL_AT=$at LD_PRELOAD="$preload" "$DOSSIER" long.yaml -o old.pdf 2> said
        status=$?
        case $status in
        3) [ "$(cat old.pdf)" = old ] || fail "call $at $on: the old file was touched"
           grep -q 'cannot write "old.pdf"' said || fail "call $at $on: said $(cat said)" ;;
        *) fail "call $at $on: exit status $status: $(cat said)" ;;
        esac
        [ -z "$(find . -name '.dossier-*')" ] || fail "call $at $on: left $(find . -name '.dossier-*')"
        rm -f .dossier-*
    done
done
FAIL_SHORT=1 LD_PRELOAD=$preload "$DOSSIER" -q long.yaml -o x.pdf || fail "short writes"
cmp -s x.pdf good.pdf || fail "short writes make another file"
echo "$calls calls"
[ $failures -eq 0 ]
