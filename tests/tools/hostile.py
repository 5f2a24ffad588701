#!/usr/bin/env python3
"""hostile.py DOSSIER [NAME...]: documents of absurd sizes and shapes through the program.

Each becomes finished pages (qpdf finds nothing, every word comes out as often as it went in) or is refused with a
message that names its place; none crashes, hangs or loses words. Prints each difference; exit status 1: there are
some."""
import collections
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import time
import zlib

SECONDS = 30  # for one document; sanitizers are slow
CASES = {}


def case(name, **expected):
    """expected: refused=CODE; else it must be set (until=CODE: or refused so, while it is not supported yet). letters:
    words are cut, so letters are counted."""

    def add(make):
        CASES[name] = (make, expected)
        return make

    return add


class Words:
    """Words that are met only once, so that a lost or doubled one is seen; counted from 1."""

    def __init__(self):
        self.count = 0

    def next(self, count=1):
        first = self.count + 1
        self.count += count
        return " ".join(f"w{i}" for i in range(first, self.count + 1))


def article(*body, title="Hostile", more=""):
    return f"dossier: article\ntitle: {title}\nshort: Short\n{more}body:\n" + "\n".join(body) + "\n"


# ---- sizes ----


@case("table of 5,000 rows")
def _(w):
    return article("  - table:", *(f"      - [{w.next()}, {w.next(3)}, {w.next()}]" for _ in range(5000)))


@case("cell of three pages")
def _(w):
    return article("  - table:", f"      - [{w.next()}, {w.next()}]", f"      - [{w.next()}, {w.next(1500)}]",
                   f"      - [{w.next()}, {w.next()}]")


@case("row of three pages in both cells")
def _(w):
    return article("  - table:", f"      - [{w.next()}, {w.next()}]", f"      - [{w.next(1500)}, {w.next(1500)}]")


@case("table head taller than a page")
def _(w):
    return article("  - table:", f"      - [{w.next(900)}, {w.next()}]", f"      - [{w.next()}, {w.next()}]",
                   "    header-rows: 1")


@case("table of 60 columns", letters=True)
def _(w):
    return article("  - table:", *("      - [" + ", ".join(w.next() for _ in range(60)) + "]" for _ in range(2)))


@case("10,000 paragraphs")
def _(w):
    return article(*(f"  - {w.next(4)}" for _ in range(10000)))


@case("10,000 paragraphs in one text")
def _(w):
    return article("  - |", *(f"    {w.next(3)}\n" for _ in range(10000)))


@case("paragraph of 1 MB")
def _(w):
    return article("  - >-", *(f"    {w.next(12)}" for _ in range(13000)))


@case("title of 2,000 words")
def _(w):
    return article(f"  - {w.next()}", title=w.next(2000))


@case("standfirst, kicker and subtitle of 500 words")
def _(w):
    return article(f"  - {w.next()}", more="".join(f"{key}: {w.next(500)}\n" for key in ("kicker", "subtitle", "standfirst")))


@case("heading of 2,000 words")
def _(w):
    return article(f"  - heading: {w.next(2000)}", f"  - {w.next()}")


@case("1,000 headings and no text")
def _(w):
    return article(*(f"  - heading: {w.next()}" for _ in range(1000)))


@case("quotation of five pages")
def _(w):
    return article(f"  - quote: {w.next(2500)}", "    by: Jane Doe")


@case("box of five pages")
def _(w):
    return article(f"  - box: {w.next()}", "    body:", *(f"      - {w.next(100)}" for _ in range(25)))


@case("items of three pages")
def _(w):
    return article("  - list:", *(f"      - {w.next(1500)}" for _ in range(3)))


@case("list of 5,000 items")
def _(w):
    return article("  - list:", *(f"      - {w.next()}" for _ in range(5000)), "    marker: number")


@case("code of 3,000 lines")
def _(w):
    return article("  - |", *(f"        {w.next(2)}" for _ in range(3000)))


@case("code in one line of 5,000 words")
def _(w):
    return article("  - |", f"        {w.next(5000)}")


@case("timeline of 1,000 rows")
def _(w):
    return article("  - timeline:", *(f"      - {{at: {1000 + i}, what: {w.next(3)}}}" for i in range(1000)))


@case("1,000 key figures")
def _(w):
    return article("  - facts:", *(f"      - {{value: {w.next()}, label: {w.next(2)}}}" for _ in range(1000)))


@case("1,000 people")
def _(w):
    return article("  - people:", *(f"      - {{name: {w.next(2)}, post: {w.next(2)}}}" for _ in range(1000)), "    as: table")


@case("1,000 organizations as cards")
def _(w):
    return article("  - organizations:", *(f"      - {{name: {w.next(3)}}}" for _ in range(1000)), "    as: cards")


@case("sentence of 1,000 organizations")
def _(w):
    return article("  - organizations:", *(f"      - {{name: {w.next(3)}}}" for _ in range(1000)), "    as: sentence")


@case("5,000 links")
def _(w):
    return article("  - >-", *(f"    [{w.next()}](https://example.org/{i})" for i in range(5000)))


@case("5,000 changes of face")
def _(w):
    return article("  - >-", *(f"    **{w.next()}** *{w.next()}* `{w.next()}`" for _ in range(1700)))


# ---- notes ----


@case("note of two pages", until="E0206")
def _(w):
    return article("  - >-", f"    {w.next(60)}.^[{w.next(1100)}] {w.next(30)}", f"  - {w.next(100)}")


@case("300 notes", until="E0206")
def _(w):
    return article(*(f"  - {w.next(20)}.^[{w.next(12)}] {w.next(10)}." for _ in range(300)))


@case("100 notes in one paragraph", until="E0206")
def _(w):
    return article("  - >-", *(f"    {w.next(3)}.^[{w.next(15)}]" for _ in range(100)))


@case("ten notes of half a page in one line", until="E0206")
def _(w):
    return article("  - >-", f"    {w.next(2000)}", "  - >-", *(f"    x^[{w.next(300)}]" for _ in range(10)))


# ---- shapes ----


@case("word of 10,000 letters", letters=True)
def _(w):
    return article("  - " + "abcdefghij" * 1000)


@case("address of 10,000 letters", letters=True)
def _(w):
    return article("  - |\n    <https://example.org/" + "a-b/c.d" * 1400 + ">")


@case("title of one long word", letters=True)
def _(w):
    return article(f"  - {w.next()}", title="Wunderbar" * 200)


@case("long word in a cell", letters=True)
def _(w):
    return article("  - table:", f"      - [{w.next()}, {'x' * 3000}, {w.next()}]")


@case("40 lists in each other, Markdown", refused="E0609")
def _(w):
    return article("  - |", *("    " + "  " * i + f"- {w.next()}" for i in range(40)))


@case("20 lists in each other, YAML")
def _(w):
    nested = w.next()
    for _ in range(20):
        nested = "{list: [" + w.next() + ", [" + nested + "]]}"
    return article(f"  - {nested}")


@case("45 lists in each other, YAML", refused="E0117")
def _(w):
    nested = w.next()
    for _ in range(45):
        nested = "{list: [" + w.next() + ", [" + nested + "]]}"
    return article(f"  - {nested}")


@case("40 quotations in each other, Markdown", refused="E0609")
def _(w):
    return article("  - |", *("    " + "> " * (i + 1) + f"{w.next()}\n    " + "> " * (i + 1) for i in range(40)))


@case("10,000 brackets", refused="E0117")
def _(w):
    return article("  - " + "[" * 10000 + "]" * 10000)


@case("10,000 levels of indentation", refused="E0117")
def _(w):
    return article("  - " + "- " * 10000 + "x")


@case("10,000 quotation marks of Markdown", refused="E0117")
def _(w):
    return article("  - |\n    " + ">" * 10000 + " x")


@case("10,000 opened brackets of Markdown", refused="E0202")
def _(w):
    return article("  - |\n    x " + "[" * 10000)


@case("10,000 stars", letters=True)
def _(w):
    return article("  - |\n    " + w.next() + " *a" * 10000)


@case("aliases of aliases", refused="E0110")
def _(w):
    lines = ["  - &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"  - &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    return article(*lines)


@case("alias of itself", refused="E0110")
def _(w):
    return article("  - &a [*a]")


@case("empty body", refused="E0107")
def _(w):
    return "dossier: article\ntitle: T\nbody: []\n"


@case("empty list", refused="E0105")
def _(w):
    return article("  - list: []")


@case("empty table", refused="E0105")
def _(w):
    return article("  - table: []")


@case("table of empty rows", refused="E0105")
def _(w):
    return article("  - table: [[], []]")


@case("empty organizations", refused="E0105")
def _(w):
    return article("  - organizations: []")


@case("empty people", refused="E0105")
def _(w):
    return article("  - people: []")


@case("empty timeline", refused="E0106")
def _(w):
    return article("  - timeline: []")


@case("empty facts", refused="E0106")
def _(w):
    return article("  - facts: []")


# ---- pictures ----


def png(name, width, height):
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    with open(name, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
                   + chunk(b"IDAT", zlib.compress(bytes(1 + width) * height)) + chunk(b"IEND", b""))


def picture(width, height):
    def make(w):
        png(f"{width}x{height}.png", width, height)
        return article(f"  - {w.next()}", f"  - figure: {width}x{height}.png", "    alt: A picture",
                       f"    caption: {w.next(3)}", f"  - {w.next()}")

    return make


for size in ((1, 1), (1, 5000), (5000, 1), (3, 20000), (20000, 3)):
    case("picture of {} by {}".format(*size))(picture(*size))


@case("picture with a caption of two pages")
def _(w):
    png("small.png", 40, 40)
    return article("  - figure: small.png", "    alt: A picture", f"    caption: {w.next(1200)}")


@case("400 pictures")
def _(w):
    png("small.png", 40, 40)
    return article(*(f"  - figure: small.png\n    alt: A picture\n    caption: {w.next()}" for _ in range(400)))


# ---- checks ----


def text_of(pdf):
    raw = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return re.sub("\u00ad\\s*\n\f?", "", raw)


def payload(source):
    """All that is to be printed, roughly: without the keys and signs of YAML and Markdown."""
    source = re.sub(r"^(dossier|short|body):.*$", "", source, flags=re.M)
    return re.sub(r"\b(title|table|list|figure|alt|caption): ?|[\W_]", "", source)


def check_words(source, out, count, is_by_letters):
    """Words of a table's head may come again on each of its pages."""
    if is_by_letters:
        missing = collections.Counter(payload(source)) - collections.Counter(out)
        return [f"lost letters: {dict(missing)}"] if missing else []
    found = collections.Counter(re.findall(r"\bw\d+\b", out.lower()))
    lost = [f"w{i}" for i in range(1, count + 1) if f"w{i}" not in found]
    twice = [] if "- table:" in source else [word for word, times in found.items() if times > 1]
    faults = [f"lost {len(lost)} of {count} words: {lost[:5]}"] if lost else []
    return faults + ([f"{len(twice)} words came twice: {twice[:5]}"] if twice else [])


def check_refused(run, wanted):
    errors = [m for m in map(json.loads, filter(lambda l: l.startswith("{"), run.stderr.splitlines())) if m["severity"] == "error"]
    if run.returncode != 1 or not errors:
        return [f"exit status {run.returncode} and {len(errors)} errors: {run.stderr[-300:]}"]
    if wanted is None:
        return [f"refused: {errors[0]['line']}:{errors[0]['column']}: {errors[0]['code']} {errors[0]['message']}"]
    faults = [f"no place: {m}" for m in errors if m["line"] < 1 or m["column"] < 1]
    if wanted not in [m["code"] for m in errors]:
        faults.append(f"not {wanted}, but {errors[0]['code']}: {errors[0]['message']}")
    return faults


def check(dossier, name):
    make, expected = CASES[name]
    words = Words()
    source = make(words)
    with open("a.yaml", "w", encoding="utf-8") as file:
        file.write(source)
    try:
        run = subprocess.run([dossier, "render", "--format", "json", "a.yaml", "-o", "a.pdf"], capture_output=True,
                             text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return ["it hangs"]
    if run.returncode not in (0, 1):
        return [f"exit status {run.returncode}: {run.stderr[-2000:]}"]
    if run.returncode == 1 and "until" in expected and f'"{expected["until"]}"' in run.stderr:
        return []
    if run.returncode == 1 or "refused" in expected:
        return check_refused(run, expected.get("refused"))
    qpdf = subprocess.run(["qpdf", "--check", "a.pdf"], capture_output=True, text=True)
    faults = [] if qpdf.returncode == 0 else [qpdf.stdout + qpdf.stderr]
    return faults + check_words(source, text_of("a.pdf"), words.count, "letters" in expected)


def main():
    dossier = os.path.abspath(sys.argv[1])
    names = sys.argv[2:] or list(CASES)
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name in names:
            start = time.monotonic()
            faults = check(dossier, name)
            failures += bool(faults)
            for fault in faults:
                print(f"FAIL: {name}: {fault}")
            if os.environ.get("TIMES"):
                print(f"{time.monotonic() - start:6.2f} s  {name}", flush=True)
            if os.path.exists("a.pdf"):
                os.remove("a.pdf")
        os.chdir("/")
    print(f"{len(names)} documents, {failures} wrong")
    return 1 if failures else 0


sys.exit(main())
