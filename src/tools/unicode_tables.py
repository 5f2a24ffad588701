#!/usr/bin/env python3
"""Unicode's data files in, src/shape/unicode_tables.c out.

    src/tools/unicode_tables.py /usr/share/unicode > src/shape/unicode_tables.c

Run by hand when the data changes (Debian: package unicode-data); the result is committed.
Line breaking classes (UAX #14) are kept only for the blocks that our own rules serve; every other
character is left to ICU, and so is one whose class our rules do not know.
"""
import sys

BLOCKS = [  # Latin, Greek, Cyrillic, punctuation, symbols
    (0x0000, 0x052F), (0x1C80, 0x1C8F), (0x1D00, 0x20FF), (0x2100, 0x2BFF), (0x2C60, 0x2C7F),
    (0x2DE0, 0x2E7F), (0xA640, 0xA69F), (0xA720, 0xA7FF), (0xAB30, 0xAB6F), (0xFB00, 0xFB06),
    (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFD),
]
KNOWN = """AL BA BB B2 BK CB CL CM CP CR EX GL HY ID IN IS LF NL NS NU OP PO PR QU SP SY WJ ZW ZWJ HL
EB EM""".split()
SAME = {"AI": "AL", "XX": "AL", "SG": "AL", "CJ": "NS"}  # LB1
DIRECT = 0x180


def ranges(path):
    for line in open(path, encoding="utf-8"):
        fields = line.split("#")[0].split(";")
        if len(fields) > 1:
            first, _, last = fields[0].strip().partition("..")
            yield int(first, 16), int(last or first, 16), fields[1].strip()


def classes(folder):
    found = {}
    for first, last, name in ranges(folder + "/LineBreak.txt"):
        for c in range(first, min(last, 0xFFFF) + 1):
            found[c] = SAME.get(name, name)
    wide = set()
    for first, last, name in ranges(folder + "/EastAsianWidth.txt"):
        if name in ("F", "W", "H"):  # brackets of these are treated apart (LB30)
            wide.update(range(first, min(last, 0xFFFF) + 1))
    result = {}
    for first, last in BLOCKS:
        for c in range(first, last + 1):
            name = found.get(c, "AL")
            result[c] = name if name in KNOWN and c not in wide else "OTHER"
    return result


def print_classes(table):
    print("const uint8_t unicode_class_direct[%d] = {" % DIRECT)
    for c in range(0, DIRECT, 8):
        print("    " + " ".join("LB_%s," % table[i] for i in range(c, c + 8)))
    print("};\n\nconst UnicodeRange unicode_class_ranges[] = {")
    count, before = 0, "OTHER"
    for c in range(DIRECT, 0x10000):
        name = table.get(c, "OTHER")
        if name != before:
            print("    {0x%04X, LB_%s}," % (c, name))
            count, before = count + 1, name
    print("    {0x10000, LB_OTHER},\n};\nconst unsigned unicode_class_range_count = %d;\n" % (count + 1))


def case_pairs(folder):
    upper, lower = {}, {}
    for line in open(folder + "/UnicodeData.txt", encoding="utf-8"):
        fields = line.split(";")
        c = int(fields[0], 16)
        if c < 0x80 or not any(a <= c <= b for a, b in BLOCKS):
            continue
        if fields[12]:
            upper[c] = int(fields[12], 16)
        if fields[13]:
            lower[c] = int(fields[13], 16)
    return upper, lower


def print_case(name, pairs):
    """Runs of characters at the same distance, every one (step 1) or every other one (step 2)."""
    runs = []
    for c in sorted(pairs):
        delta = pairs[c] - c
        if runs:
            first, last, step, d = runs[-1]
            if d == delta and c - last in (1, 2) and (first == last or step == c - last):
                runs[-1] = (first, c, c - last, d)
                continue
        runs.append((c, c, 1, delta))
    print("const CaseRun unicode_%s_runs[] = {" % name)
    for first, last, step, delta in runs:
        print("    {0x%04X, 0x%04X, %d, %d}," % (first, last, step, delta))
    print("};\nconst unsigned unicode_%s_run_count = %d;\n" % (name, len(runs)))


def main(folder):
    print("/* Made by src/tools/unicode_tables.py from Unicode 15.0 (Debian: unicode-data): do not edit. */")
    print("/* clang-format off */")
    print('#include "shape/unicode.h"\n')
    print_classes(classes(folder))
    upper, lower = case_pairs(folder)
    print_case("upper", upper)
    print_case("lower", lower)


main(sys.argv[1])
