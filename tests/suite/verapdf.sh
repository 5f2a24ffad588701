#!/usr/bin/env bash
# The tool that the conformance tests rest on can tell good from bad: a minimal PDF/A-2b file
# passes 2b and fails ua1; without its metadata it fails 2b, by the rule about metadata.
set -u
if grep -q '^DOSSIER_SANITIZE:[A-Z]*=.' "$BUILD_DIR/CMakeCache.txt"; then
    echo "skipped: nothing of ours runs here, so the release build's run will do"
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

minimal_pdf() { # PATH METADATA-ENTRY
    local out=$1 offsets=() xmp n
    xmp="<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>"
    object() {
        offsets+=("$(stat -c %s "$out")")
        printf '%s 0 obj\n%s\nendobj\n' "${#offsets[@]}" "$1" >> "$out"
    }
    printf '%%PDF-1.7\n%%\342\343\317\323\n' > "$out"
    object "<</Type/Catalog/Pages 2 0 R$2>>"
    object "<</Type/Pages/Kids[3 0 R]/Count 1>>"
    object "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<>>>>"
    object "<</Type/Metadata/Subtype/XML/Length ${#xmp}>>
stream
$xmp
endstream"
    local start
    start=$(stat -c %s "$out")
    {
        printf 'xref\n0 5\n0000000000 65535 f \n'
        for n in "${offsets[@]}"; do printf '%010d 00000 n \n' "$n"; done
        printf 'trailer\n<</Size 5/Root 1 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]>>\nstartxref\n%d\n%%%%EOF\n' "$start"
    } >> "$out"
}

minimal_pdf "$work/good.pdf" "/Metadata 4 0 R"
minimal_pdf "$work/bad.pdf" ""

report=$("$SOURCE_DIR/tests/tools/veracheck" 2b,ua1 "$work/good.pdf" "$work/bad.pdf")
status=$?
failures=0
expect() {
    grep -qF "$1" <<< "$report" && return
    echo "FAIL: expected: $1"
    failures=1
}
[ $status -eq 1 ] || { echo "FAIL: exit status $status, expected 1"; failures=1; }
expect "PASS 2b $work/good.pdf"
expect "FAIL ua1 $work/good.pdf"
expect "FAIL 2b $work/bad.pdf"
expect "    6.6.2.1-1 (1): "
"$SOURCE_DIR/tests/tools/veracheck" 2b "$work/good.pdf" > /dev/null || { echo "FAIL: 2b of a good file alone"; failures=1; }
[ $failures -eq 0 ] || echo "$report"
exit $failures
