#!/usr/bin/env bash
# Files in every adverse state: each failure has its exit status and one sentence that says what to do, leaves no
# new file behind and the old output untouched. Parts that this machine cannot do are named as skipped.
set -u
[ -x "$DOSSIER" ] || { echo "FAIL: no program at $DOSSIER"; exit 1; }
work=$(mktemp -d)
mounted=
cleanup() {
    [ -n "$mounted" ] && umount "$work/disk" 2> /dev/null
    chmod -R u+rwx "$work" 2> /dev/null
    rm -rf "$work"
}
trap cleanup EXIT
cd "$work" || exit 1
chmod 755 .
failures=0
fail() {
    echo "FAIL: $*"
    failures=$((failures + 1))
}

printf 'dossier: article\ntitle: One\nbody:\n  - >-\n    A short text.\n' > one.yaml
sed 's/One/Two/' one.yaml > two.yaml
printf 'dossier: article\ntitel: Bad\nbody:\n  - >-\n    A short text.\n' > bad.yaml
"$DOSSIER" one.yaml -q -o good.pdf || fail "the plain case"

# STATUS WORDS COMMAND...: exit status, words of the message, and nothing new in the folders but what was there.
expect() {
    local status=$1 words=$2 before after got
    shift 2
    before=$(find . -mindepth 1 ! -name said | sort)
    timeout 60 bash -c "$*" 2> said
    got=$?
    after=$(find . -mindepth 1 ! -name said | sort)
    [ $got -eq "$status" ] || fail "$*: exit status $got, expected $status: $(cat said)"
    grep -qF -- "$words" said || fail "$*: does not say \"$words\": $(cat said)"
    [ "$status" -eq 0 ] || [ "$before" = "$after" ] || fail "$*: left $(comm -13 <(echo "$before") <(echo "$after"))"
}
export DOSSIER

# ---- input
expect 3 'cannot read "none.yaml": no such file' '$DOSSIER none.yaml'
expect 3 'look at the spelling' '$DOSSIER none.yaml'
mkdir folder
cp one.yaml folder
expect 2 'folder is a folder; name its files: folder/*.yaml' '$DOSSIER folder'
expect 2 'name its files: folder/*.yaml' '$DOSSIER check folder/'
expect 1 'the file is empty' '$DOSSIER /dev/null -o x.pdf'
expect 3 'has more than' '$DOSSIER /dev/zero -o x.pdf'
expect 3 'cannot read "standard input": it is closed' '$DOSSIER - <&- > /dev/null'
mkfifo pipe
expect 0 'x.pdf: 1 page' 'timeout 10 sh -c "cat one.yaml > pipe" & $DOSSIER pipe -o x.pdf'
cmp -s x.pdf good.pdf || fail "a pipe as input gives another file"
"$DOSSIER" - -q -o x.pdf < one.yaml && cmp -s x.pdf good.pdf || fail "standard input with -o"
"$DOSSIER" - < one.yaml > x.pdf && cmp -s x.pdf good.pdf || fail "standard input to standard output"
rm -f x.pdf

# ---- output
echo old > old.pdf
unchanged() { [ "$(cat old.pdf)" = old ] || fail "$1: the old file was touched"; }
expect 3 'make the folder first' '$DOSSIER one.yaml -o nowhere/x.pdf'
expect 3 'part of the path is no folder' '$DOSSIER one.yaml/x -o x.pdf'
expect 3 'cannot write "one.yaml/x.pdf": Not a directory' '$DOSSIER one.yaml -o one.yaml/x.pdf'
expect 2 'old.pdf/ is a file, not a folder' '$DOSSIER one.yaml -o old.pdf/'
expect 0 'folder/one.pdf: 1 page' '$DOSSIER one.yaml -o folder'
expect 3 'make room on the disk' '$DOSSIER one.yaml -o /dev/full'
expect 0 '' '$DOSSIER one.yaml -o /dev/null'
expect 3 'make room on the disk' '$DOSSIER one.yaml -o - > /dev/full'
expect 3 'make room on the disk' '$DOSSIER one.yaml --dump=model > /dev/full'
expect 3 'cannot write standard output' '$DOSSIER --help > /dev/full'
expect 3 'it is closed; write to a file with -o' '$DOSSIER one.yaml -o - >&-'
expect 3 'the reader went away' '(sleep .1; $DOSSIER one.yaml -o -; echo $? > said.status) | true; exit $(cat said.status; rm said.status)'
expect 3 'raise the limit on the size of files' 'ulimit -f 4; $DOSSIER one.yaml -o old.pdf'
unchanged "a limit on the size of files"
long=$(printf '%0270d' 0)
expect 3 'give it a shorter name' "\$DOSSIER one.yaml -o $long.pdf"
long=$(printf '%0250d' 0)
"$DOSSIER" one.yaml -q -o "$long.pdf" && rm "$long.pdf" || fail "a name of 254 bytes"

# A closed standard error must not become the file: what would be said goes nowhere.
"$DOSSIER" bad.yaml -o x.pdf 2>&-
[ $? -eq 1 ] && [ ! -e x.pdf ] || fail "closed standard error"
"$DOSSIER" one.yaml -o x.pdf <&- >&- 2>&- && cmp -s x.pdf good.pdf || fail "all streams closed"
rm -f x.pdf

# Links are followed, rights kept.
ln -s old.pdf link.pdf
chmod 640 old.pdf
"$DOSSIER" one.yaml -q -o link.pdf
[ -L link.pdf ] && cmp -s old.pdf good.pdf || fail "a link as output"
[ "$(stat -c %a old.pdf)" = 640 ] || fail "rights of the output"
echo old > old.pdf

# ---- rights, as somebody else
if [ "$(id -u)" -eq 0 ] && command -v setpriv > /dev/null &&
    setpriv --reuid 65534 --regid 65534 --clear-groups test -x "$DOSSIER" 2> /dev/null; then
    nobody='setpriv --reuid 65534 --regid 65534 --clear-groups'
elif [ "$(id -u)" -ne 0 ]; then
    nobody=''
else
    nobody=none
    echo "skipped: rights (root may do all, and setpriv is missing or the program is out of its reach)"
fi
if [ "$nobody" != none ]; then
    export nobody
    mkdir open
    chmod 777 open
    cp one.yaml closed.yaml
    chmod 000 closed.yaml
    expect 3 'permission denied' '$nobody $DOSSIER closed.yaml -o open/x.pdf'
    mkdir shut
    cp old.pdf shut
    chmod 555 shut
    expect 3 'Permission denied' '$nobody $DOSSIER one.yaml -o shut/x.pdf'
    expect 3 'change the rights of the file or folder' '$nobody $DOSSIER one.yaml -o shut/old.pdf'
    echo old > open/kept.pdf
    chmod 444 open/kept.pdf
    expect 3 'Permission denied' '$nobody $DOSSIER one.yaml -o open/kept.pdf'
    [ "$(cat open/kept.pdf)" = old ] || fail "a protected file was replaced"
    expect 3 'cannot make the folder' '$nobody $DOSSIER one.yaml two.yaml -o shut/more/'
fi

# ---- a disk that is full, or may not be written
mkdir disk
if mount -t tmpfs -o size=8k none disk 2> /dev/null; then
    mounted=1
    echo old > disk/old.pdf
    expect 3 'make room on the disk' '$DOSSIER one.yaml -o disk/old.pdf'
    [ "$(cat disk/old.pdf)" = old ] || fail "a full disk cost the old file"
    expect 3 'make room on the disk' '$DOSSIER one.yaml -o disk/x.pdf'
    mount -o remount,ro disk
    expect 3 'Read-only file system' '$DOSSIER one.yaml -o disk/x.pdf'
    expect 3 'Read-only file system' '$DOSSIER one.yaml -o disk/old.pdf'
    umount disk
    mounted=
else
    echo "skipped: full and read-only disks (no right to mount)"
fi

# ---- several files
expect 3 'cannot read "none.yaml"' '$DOSSIER one.yaml none.yaml bad.yaml two.yaml -o folder; s=$?; rm folder/two.pdf; exit $s'
expect 1 'did you mean "title"?' '$DOSSIER one.yaml bad.yaml two.yaml -o folder; s=$?; rm folder/two.pdf; exit $s'
"$DOSSIER" -q one.yaml bad.yaml two.yaml -o made/deep 2> /dev/null
[ "$(ls made/deep)" = $'one.pdf\ntwo.pdf' ] || fail "one bad document stopped the others: $(ls made/deep)"
cmp -s made/deep/one.pdf good.pdf || fail "several files give another file"
expect 2 'one.yaml and folder/one.yaml would both become one.pdf' '$DOSSIER one.yaml folder/one.yaml'
expect 2 'name a folder for them: -o all/' '$DOSSIER one.yaml two.yaml -o all.pdf'
expect 2 'standard output holds one PDF' '$DOSSIER one.yaml two.yaml -o -'
expect 2 'would be written over itself' '$DOSSIER one.yaml -o ./one.yaml'
expect 3 '--root names a folder' '$DOSSIER one.yaml --root nowhere -o x.pdf'

# ---- signals
expect 143 'interrupted, nothing written' '$DOSSIER pipe -o old.pdf & p=$!; sleep .3; kill $p; wait $p'
expect 130 'interrupted, nothing written' 'timeout --preserve-status -s INT .3 $DOSSIER pipe -o old.pdf'
unchanged "a signal"
{ printf 'dossier: article\ntitle: Long\nbody:\n'
  for ((i = 0; i < 4000; i++)); do
      printf '  - >-\n    Paragraph %d of a text that takes some time, so that a signal comes in between.\n' $i
  done; } > long.yaml
"$DOSSIER" -q long.yaml -o whole.pdf || fail "a long text"
for delay in 0.01 0.03 0.05 0.08 0.1 0.12 0.15 0.2; do
    for signal in TERM KILL; do
        echo old > old.pdf
        "$DOSSIER" -q long.yaml -o old.pdf 2> /dev/null &
        run=$!
        sleep $delay
        kill -s $signal $run 2> /dev/null
        wait $run 2> /dev/null
        [ "$(head -c 3 old.pdf)" = old ] || cmp -s old.pdf whole.pdf || fail "SIG$signal after $delay s: a broken file"
        [ $signal = KILL ] || [ -z "$(find . -name '.dossier-*')" ] || fail "SIGTERM after $delay s: a file was left"
        rm -f .dossier-*
    done
done

# ---- memory
if cc=$(command -v cc) && "$cc" -O1 -shared -fPIC -o "$work/failmalloc.so" "$SOURCE_DIR/tests/tools/failmalloc.c" &&
    ! grep -q __asan_init "$DOSSIER"; then
    preload=$work/failmalloc.so
    FAIL_COUNT=count LD_PRELOAD=$preload "$DOSSIER" -q one.yaml -o x.pdf || fail "counting allocations"
    number=$(cat count)
    [ "$number" -gt 500 ] || fail "only $number allocations counted"
    for ((at = 1; at <= number; at += number / 150)); do
        rm -f x.pdf
        env FAIL_AT=$at LD_PRELOAD="$preload" timeout 20 "$DOSSIER" one.yaml -o x.pdf 2> said
        status=$?
        case $status in
        0) cmp -s x.pdf good.pdf || fail "no memory at allocation $at: another file" ;;
        4) grep -q 'no memory' said && [ ! -e x.pdf ] || fail "no memory at allocation $at: $(cat said)" ;;
        *) fail "no memory at allocation $at: exit status $status: $(cat said)" ;;
        esac
    done
    [ -z "$(find . -name '.dossier-*')" ] || fail "a run without memory left a file"
else
    echo "skipped: memory that ends (needs cc, and a build without sanitizers)"
fi

[ $failures -eq 0 ]
