#!/usr/bin/env bash
# QR codes on paper: a reader that we did not write finds each address on the page as it would be printed.
set -u
for tool in zbarimg pdftoppm qpdf; do
    command -v $tool > /dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
fail() {
    echo "FAIL: $1"
    failures=$((failures + 1))
}

read_codes() { # PDF: the texts of all its codes, sorted
    rm -f "$work"/page-*
    pdftoppm -r 300 -gray "$1" "$work/page"
    zbarimg --quiet --raw --nodbus "$work"/page-* 2> "$work/errors" | sort
}

article=$SOURCE_DIR/tests/golden/links.yaml

"$DOSSIER" render --quiet "$article" -o "$work/media.pdf" || fail "render"
cat > "$work/expected" << 'END'
https://www.example.org/both
https://www.example.org/watch?v=abcdef
END
read_codes "$work/media.pdf" | diff "$work/expected" - || fail "codes that the article asks for"

"$DOSSIER" render --quiet "$article" --set links=qr -o "$work/qr.pdf" || fail "render: links=qr"
cat > "$work/expected" << 'END'
https://example.org/item-one
https://example.org/item-two
https://example.org/strong
https://example.org/town-hall
https://www.example.org/archives/documents/2018/december/marrakech/mayoral-forum/proceedings/volume-two/annex-seven/page?id=1234567890&format=pdf
https://www.example.org/both
https://www.example.org/en/migration/global-compact-for-safe-orderly-migration
https://www.example.org/forum/
https://www.example.org/radio
https://www.example.org/watch?v=abcdef
mailto:secretariat@example.org?subject=Forum
END
read_codes "$work/qr.pdf" | diff "$work/expected" - || fail "codes that the layout asks for"

# Where there is no margin column the address takes the code's place, and nothing opens the module.
"$DOSSIER" render --quiet "$article" --layout plain -o "$work/plain.pdf" || fail "render: plain"
[ -z "$(read_codes "$work/plain.pdf")" ] || fail "codes in plain"
pdftotext -raw "$work/plain.pdf" - | grep -q '1:22:45 · https://www.example.org/watch?v=abcdef' || fail "an address is lost"

for name in media qr plain; do
    said=$(qpdf --check "$work/$name.pdf" 2>&1) || fail "$name: qpdf: $said"
done
if "$SOURCE_DIR/tests/tools/veracheck" --fetch 2> /dev/null; then
    said=$("$SOURCE_DIR/tests/tools/veracheck" ua1,2a "$work"/{media,qr,plain}.pdf 2>&1) || fail "veraPDF: $said"
else
    echo "veraPDF is missing"
fi

[ $failures -eq 0 ]
