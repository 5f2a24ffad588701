#!/usr/bin/env bash
# The same article gives the same bytes: on every run, alone or among others, from whatever folder,
# in whatever locale and time zone. SOURCE_DATE_EPOCH changes the dates and nothing else.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset SOURCE_DATE_EPOCH DOSSIER_PATH
export LC_ALL=C
failures=0
fail() {
    echo "FAIL: $*"
    failures=$((failures + 1))
}
same() { # WHAT FILE FILE
    cmp "$2" "$3" || fail "$1"
}

cd "$SOURCE_DIR" || exit 1
sample=samples/mayoral-forum.yaml
render() { "$DOSSIER" render --quiet "$@" || fail "render $*"; }
render "$sample" -o "$work/first.pdf"
render "$sample" -o "$work/again.pdf"
same "a second run" "$work/first.pdf" "$work/again.pdf"
render "$sample" -o - > "$work/output.pdf"
same "to standard output" "$work/first.pdf" "$work/output.pdf"

# Every sample, as strictly as can be.
for each in samples/*.yaml; do
    render --strict "$each" -o "$work/each.pdf"
    render --strict "$each" -o "$work/each-again.pdf"
    same "a second run of $each" "$work/each.pdf" "$work/each-again.pdf"
done

# Folders: a copy elsewhere, named from inside, from above and absolutely; another home.
mkdir -p "$work/other folder/é" "$work/home"
cp -r samples/. "$work/other folder/é"
(cd "$work/other folder/é" && render mayoral-forum.yaml -o ../inside.pdf)
(cd "$work" && HOME=$work/home render "other folder/é/mayoral-forum.yaml" -o above.pdf)
(cd / && umask 077 && render "$work/other folder/é/mayoral-forum.yaml" -o "$work/absolute.pdf")
same "from inside another folder" "$work/first.pdf" "$work/other folder/inside.pdf"
same "from above it" "$work/first.pdf" "$work/above.pdf"
same "from far away" "$work/first.pdf" "$work/absolute.pdf"

# Alone and among others, in either order.
articles=(samples/mayoral-forum.yaml)
for article in tests/golden/*.yaml; do
    grep -qx 'dossier: article' "$article" && articles+=("$article")
done
for ((i = ${#articles[@]} - 1; i >= 0; i--)); do backwards+=("${articles[i]}"); done
mkdir "$work/alone" "$work/forwards" "$work/backwards"
for article in "${articles[@]}"; do render "$article" -o "$work/alone/$(basename "$article" .yaml).pdf"; done
render "${articles[@]}" -o "$work/forwards"
render "${backwards[@]}" -o "$work/backwards"
[ "$(find "$work/alone" -name '*.pdf' | wc -l)" -eq ${#articles[@]} ] || fail "files are missing: $(ls "$work/alone")"
diff -rq "$work/alone" "$work/forwards" || fail "among others"
diff -rq "$work/alone" "$work/backwards" || fail "among others, backwards"

# Locales: a comma for the decimal point, dotless i, another direction.
mkdir "$work/locales"
for locale in de_DE tr_TR ar_EG; do
    localedef -i $locale -f UTF-8 "$work/locales/$locale.UTF-8" > /dev/null 2>&1
    [ -d "$work/locales/$locale.UTF-8" ] || { echo "no locale $locale here: left out"; continue; }
    env LOCPATH="$work/locales" LC_ALL=$locale.UTF-8 LANG=$locale.UTF-8 "$DOSSIER" render --quiet "$sample" -o "$work/$locale.pdf" ||
        fail "render in locale $locale"
    same "locale $locale" "$work/first.pdf" "$work/$locale.pdf"
done
if [ -d "$work/locales/de_DE.UTF-8" ]; then
    point=$(env LOCPATH="$work/locales" LC_ALL=de_DE.UTF-8 locale decimal_point)
    [ "$point" = , ] || fail "the test's locale has no effect: \"$point\""
fi

# Time.
TZ=Asia/Kolkata render "$sample" -o "$work/zone.pdf"
same "another time zone" "$work/first.pdf" "$work/zone.pdf"
SOURCE_DATE_EPOCH=1544572800 render "$sample" -o "$work/dated.pdf"
SOURCE_DATE_EPOCH=1544572800 TZ=America/Montreal render "$sample" -o "$work/dated-zone.pdf"
SOURCE_DATE_EPOCH=1600000000 render "$sample" -o "$work/later.pdf"
same "a dated file in another time zone" "$work/dated.pdf" "$work/dated-zone.pdf"
if command -v qpdf > /dev/null; then
    # Without the file's identity, which comes from all of its content.
    plain() { qpdf --qdf --static-id --object-streams=disable "$1" - | sed 's|/ID \[.*\]|/ID|'; }
    dates='D:[0-9]\{14\}[Z0-9+'"'"'-]*\|[0-9]\{4\}-[0-9][0-9]-[0-9][0-9]T[0-9:]*[Z0-9:+-]*'
    plain "$work/dated.pdf" > "$work/dated.txt"
    plain "$work/later.pdf" > "$work/later.txt"
    cmp -s "$work/dated.txt" "$work/later.txt" && fail "SOURCE_DATE_EPOCH changes nothing"
    grep -a -q 'D:20181212000000' "$work/dated.txt" || fail "no date of SOURCE_DATE_EPOCH in the file"
    grep -a -q '2018-12-12T00:00:00' "$work/dated.txt" || fail "no date of SOURCE_DATE_EPOCH in the metadata"
    plain "$work/first.pdf" | grep -a -o "$dates" && fail "a date without SOURCE_DATE_EPOCH"
    sed "s/$dates/DATE/g" "$work/dated.txt" > "$work/dated-masked.txt"
    sed "s/$dates/DATE/g" "$work/later.txt" > "$work/later-masked.txt"
    same "SOURCE_DATE_EPOCH changes more than dates" "$work/dated-masked.txt" "$work/later-masked.txt"
else
    echo "qpdf is missing: dates are not looked at"
fi

[ $failures -eq 0 ]
