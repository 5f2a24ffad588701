#!/usr/bin/env bash
# The command as its users meet it: exit status, messages in their exact form, hints for slips, help, versions,
# colours, JSON.
set -u
[ -x "$DOSSIER" ] || { echo "FAIL: no program at $DOSSIER"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0
fail() {
    echo "FAIL: $*"
    failures=$((failures + 1))
}
unset NO_COLOR SOURCE_DATE_EPOCH DOSSIER_PATH
export LC_ALL=C.UTF-8 HOME=$work

# STATUS WORDS ARGUMENTS...: exit status, and words of what is said.
expect() {
    local status=$1 words=$2 got
    shift 2
    "$DOSSIER" "$@" > out 2> said < /dev/null
    got=$?
    [ $got -eq "$status" ] || fail "$*: exit status $got, expected $status: $(cat said)"
    grep -qF -- "$words" out said || fail "$*: does not say \"$words\": $(cat out said)"
}

printf 'dossier: article\ntitle: One\nbody:\n  - >-\n    A short text.\n' > one.yaml
mkdir samples
cat > samples/forum.yaml << 'END'
dossier: article
titel: Metropolis at the 5th Mayoral Forum
title: "TBC"
body:
  - >-
    A short text.
END

# ---- the form of a message, to the letter
"$DOSSIER" check samples/forum.yaml 2> said
[ $? -eq 1 ] || fail "an unknown key: exit status"
cat > wanted << 'END'
samples/forum.yaml:2:1: error[E0102]: unknown key "titel" in article
    2 | titel: Metropolis at the 5th Mayoral Forum
      | ^^^^^ did you mean "title"?
END
head -n 3 said | diff wanted - || fail "the form of a message"

# ---- all mistakes in one run, some of them (E0112) syntax errors of YAML
cp "$SOURCE_DIR/tests/bad/yaml-ten.yaml" ten.yaml
"$DOSSIER" check ten.yaml --format json 2> ten.json
count=$(wc -l < ten.json)
[ "$count" -ge 10 ] || fail "ten mistakes: $count told"
grep -q '"E0112"' ten.json || fail "ten mistakes: the syntax error is not among them"
"$DOSSIER" check ten.yaml --quiet 2> said
[ "$(grep -c '^ten.yaml:[0-9]*:[0-9]*: ' said)" -eq "$count" ] || fail "ten mistakes: other messages for people"
if command -v python3 > /dev/null; then
    while IFS= read -r line; do
        python3 -m json.tool <<< "$line" > /dev/null || fail "no JSON: $line"
    done < ten.json
    printf 'dossier: article\ntitle: "a \\"b\\" \\\\ \\t"\n\tbody: \x80 "\x01\n' > odd.yaml
    "$DOSSIER" check odd.yaml --format json 2> odd.json
    while IFS= read -r line; do
        python3 -m json.tool <<< "$line" > /dev/null || fail "no JSON: $line"
    done < odd.json
    iconv -f UTF-8 -t UTF-8 odd.json > /dev/null || fail "JSON that is not UTF-8"
else
    echo "skipped: whether JSON is valid (no python3)"
fi

# ---- warnings
printf 'dossier: article\ntitle: One\nbody:\n  - >-\n    A short text, TBC.\n' > warned.yaml
expect 0 'W0313' check warned.yaml
expect 1 'W0313' check warned.yaml --strict
expect 1 'W0313' check warned.yaml --strict --quiet
expect 1 'nothing written, 1 warning (--strict)' warned.yaml --strict
[ ! -e warned.pdf ] || fail "--strict wrote a file"
expect 0 '1 page' check warned.yaml
"$DOSSIER" warned.yaml --quiet > out 2> said
[ $? -eq 0 ] && [ ! -s out ] && [ ! -s said ] || fail "--quiet says something: $(cat said)"
expect 0 'KB of memory' one.yaml --verbose
expect 0 'one.pdf: 1 page, ' one.yaml
expect 0 'one.yaml: no mistakes, 1 page' check one.yaml
expect 0 'one.yaml: no mistakes' check one.yaml --no-layout
expect 0 'all ' one.yaml --timings
"$DOSSIER" one.yaml -q > out 2>&1
[ ! -s out ] || fail "--quiet says something of a good file"

# ---- colours
escape=$(printf '\033')
has_color() { grep -qF "$escape" said; }
"$DOSSIER" check ten.yaml 2> said
has_color && fail "colours in a file"
"$DOSSIER" check ten.yaml --color always 2> said
has_color || fail "--color always"
NO_COLOR=1 "$DOSSIER" check ten.yaml --color=always 2> said
has_color || fail "--color always wins over NO_COLOR"
if command -v script > /dev/null; then
    on_terminal() { script -qec "$*" /dev/null < /dev/null > said 2>&1; }
    export DOSSIER
    TERM=xterm on_terminal '"$DOSSIER" check ten.yaml'
    has_color || fail "no colours on a terminal"
    TERM=xterm on_terminal 'NO_COLOR=1 "$DOSSIER" check ten.yaml'
    has_color && fail "NO_COLOR on a terminal"
    TERM=xterm on_terminal '"$DOSSIER" check --color never ten.yaml'
    has_color && fail "--color never on a terminal"
    TERM=dumb on_terminal '"$DOSSIER" check ten.yaml'
    has_color && fail "colours on a dumb terminal"
    TERM=xterm on_terminal '"$DOSSIER" one.yaml -o -'
    grep -q 'not for the terminal' said || fail "a PDF was written to a terminal"
else
    echo "skipped: colours on a terminal (no script)"
fi

# ---- slips
expect 2 'unknown command "rendr"; did you mean "render"?' rendr one.yaml
expect 2 'unknown command "chekc"; did you mean "check"?' chekc one.yaml
expect 2 '"batch" is neither a file nor a command; the commands are render, check and status' batch one.yaml
expect 2 'unknown option "--layuot"; did you mean "--layout"?' one.yaml --layuot news
expect 2 'unknown option "--zebra"; `dossier --help` lists them' one.yaml --zebra
expect 2 'unknown option "-z"' one.yaml -z
expect 2 'did you mean "pages"?' one.yaml --dump=pags
expect 2 '--pdfa does not know "9"; it takes 2a, 2b, 2u, none' one.yaml --pdfa 9
expect 2 '--format does not know "xml"; it takes human, json' one.yaml --format xml
expect 2 '--output needs a value: --output=OUT' one.yaml -o
expect 2 '--output is empty' one.yaml -o ''
expect 2 '--strict takes no value' one.yaml --strict=yes
expect 2 '--lang is given twice' one.yaml --lang en --lang fr
expect 2 '--output does not apply to check' check one.yaml -o x.pdf
expect 2 'no file named' render
expect 1 'did you mean "news"?' one.yaml --layout nwes
expect 1 'did you mean "letter"?' one.yaml --set page.size=lettre
expect 1 'did you mean "size"?' one.yaml --set page.siz=letter
expect 1 'say --set page.size=letter' one.yaml --set pagesize
expect 1 'write a tag such as en' one.yaml --lang en_US
expect 0 'are not hyphenated' one.yaml --lang xx-bad
SOURCE_DATE_EPOCH=today expect 2 'SOURCE_DATE_EPOCH is not a number of seconds' one.yaml

# ---- words joined and apart, and what ends options
expect 0 'a.pdf: 1 page' one.yaml -oa.pdf
expect 0 'b.pdf: 1 page' -o b.pdf one.yaml
expect 0 'c.pdf: 1 page' render --output=c.pdf --set page.size=letter -- one.yaml
cp one.yaml ./-odd.yaml
expect 0 '-odd.pdf: 1 page' -- -odd.yaml
expect 0 'article' one.yaml --dump=model

# ---- help
expect 2 'dossier makes PDFs of articles written in YAML'
for words in --help -h help 'render --help' 'help render' 'check --help' 'help check'; do
    # shellcheck disable=SC2086
    expect 0 'Exit status: 0 done' $words
    [ "$(head -n 1 out)" = Examples: ] || fail "$words: examples do not come first"
    [ -s said ] && fail "$words: says something on standard error"
    longest=$(awk '{ if (length > most) most = length } END { print most }' out)
    [ "$longest" -le 100 ] || fail "$words: a line of $longest characters"
done
# Every option that help lists is taken, every example runs.
for option in $("$DOSSIER" --help | sed -n '/^Options:/,$s/^ .*--\([a-z-]*\) .*/--\1/p'); do
    case $option in --help | --version) continue ;; esac
    command=render
    [ "$option" = --no-layout ] && command=check
    "$DOSSIER" $command "$option" one.yaml > out 2>&1 || fail "$option of the help: $(cat out)"
done
mkdir articles pdf
cp one.yaml forum.yaml
cp one.yaml articles
mkdir brief
cat > brief/pack.yaml << 'EOT'
dossier: pack
title: Pack
audiences: [mayor, public]
items: [{title: One, body: Words for all.}, {title: Two, audience: mayor, body: Words for one.}]
EOT
"$DOSSIER" --help | sed -n '/^Examples:/,/^$/s/^  \(dossier .*\)   .*/\1/p' | sed 's/  *$//' > examples
[ "$(wc -l < examples)" -ge 5 ] || fail "examples in the help"
while IFS= read -r example; do
    printf 'dossier: pack\ntitle: A pack\nitems: [{title: One, body: Words.}]\n' > pack.yaml
    (dossier() { "$DOSSIER" "$@"; }
     rm -f warned.yaml ten.yaml odd.yaml ./-odd.yaml
     eval "$example") > out 2>&1 < forum.yaml || fail "the example \"$example\": $(cat out)"
done < examples
expect 0 'dossier 0.' --version
expect 0 'HarfBuzz ' --version --verbose

[ $failures -eq 0 ]
