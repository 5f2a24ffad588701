#!/usr/bin/env bash
# Many footnotes, and one of several pages: every note comes out once, in order, and no word of it is lost.
set -u
for tool in pdftotext python3 qpdf; do
    command -v $tool > /dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
fail() {
    echo "FAIL: $*"
    failures=$((failures + 1))
}

python3 - "$work" << 'END'
import sys
head = "dossier: article\ntitle: Notes\nbody:\n  - |\n    "
with open(sys.argv[1] + "/many.yaml", "w") as out:
    out.write(head + "\n\n    ".join(f"A line of text that holds a mark.^[Note mark{i}.]" for i in range(1, 301)) + "\n")
with open(sys.argv[1] + "/long.yaml", "w") as out:
    words = " ".join(f"word{i}" for i in range(3000))
    out.write(head + f"A mark.^[{words}] " + "And text goes on. " * 300 + "\n")
END
for name in many long; do
    "$DOSSIER" render --quiet "$work/$name.yaml" -o "$work/$name.pdf" || fail "$name: not rendered"
    qpdf --check "$work/$name.pdf" > /dev/null || fail "$name: qpdf"
    pdftotext -raw "$work/$name.pdf" "$work/$name.txt"
done
found=$(grep -oE '^[0-9]+ Note mark[0-9]+' "$work/many.txt" | awk '$1 != NR || $3 != "mark" NR { exit 1 } END { print NR }') ||
    fail "many: notes out of order"
[ "$found" = 300 ] || fail "many: $found notes, expected 300"
words=$(sed -z 's/\xc2\xad\n//g' "$work/long.txt" | grep -oE 'word[0-9]+' | awk '$1 != "word" NR - 1 { exit 1 } END { print NR }') ||
    fail "long: words out of order"
[ "$words" = 3000 ] || fail "long: $words words, expected 3000"

# No room on the page of its mark: told.
cat > "$work/away.yaml" << 'END'
dossier: article
title: Notes
body:
  - A page.
  - page: next
  - figure: tower.png
    alt: A tower as high as the page
    width: 100%
    caption: A tower.^[A note.]
END
cp "$SOURCE_DIR/tests/golden/pictures/tower.png" "$work"
said=$("$DOSSIER" render "$work/away.yaml" -o "$work/away.pdf" 2>&1)
grep -q 'W0605.*begins on page 3, its mark is on page 2' <<< "$said" || fail "away: not told: $said"
[ $failures -eq 0 ]
