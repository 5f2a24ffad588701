#!/usr/bin/env python3
"""article.py PAGES [FOLDER]: an article of about so many pages, of mixed blocks, the same on every machine.

Written to FOLDER/long-PAGES.yaml (build/bench unless named), with its picture beside it; the path is printed."""
import os
import random
import struct
import sys
import zlib

BLOCKS_A_PAGE = 6.63
WORDS = """the of and to in a that is was for on with as by at from it be are this an which or had not but have were their
has one all city cities council harbour migration municipality neighbourhood people services mayor mayors delegates
responsibility development agreement international declaration implementation housing schools language work health water
transport figures report second third session morning evening street market bridge river winter summer newcomers rights
co-operation partnership government governments local regional national budget decision question answer speech""".split()


class Text:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def words(self, least, most):
        chosen = [self.random.choice(WORDS) for _ in range(self.random.randint(least, most))]
        chosen[0] = chosen[0].capitalize()
        return chosen

    def sentence(self):
        words = self.words(6, 24)
        if self.random.random() < 0.15:
            words[2] = f"*{words[2]}*"
        if self.random.random() < 0.08:
            words[4] = f"**{words[4]}**"
        if self.random.random() < 0.05:
            words[3] = f"[{words[3]}](https://example.org/{self.random.randint(1, 999)})"
        if self.random.random() < 0.3:
            words[len(words) // 2] += ","
        return " ".join(words) + "."

    def paragraph(self, least=2, most=6):
        return " ".join(self.sentence() for _ in range(self.random.randint(least, most)))


def text(t):
    return [f"  - >-\n    {t.paragraph()}"]


def heading(t):
    return [f"  - heading: {' '.join(t.words(3, 8))}", *text(t)]


def bullets(t):
    items = "".join(f"\n      - >-\n        {t.sentence()}" for _ in range(t.random.randint(2, 6)))
    return [f"  - list:{items}\n    marker: {t.random.choice(['bullet', 'number', 'letter'])}"]


def quote(t):
    return [f"  - quote: >-\n      {t.paragraph(1, 3)}\n    by: Jane Doe\n    role: Mayor"]


def table(t):
    rows = "".join(f"\n      - [{' '.join(t.words(1, 3))}, {t.random.randint(1, 9999)}, {t.random.random() * 99:.1f}]"
                   for _ in range(t.random.randint(3, 14)))
    return [f"  - table:\n      - [Place, People, Share]{rows}\n    caption: {' '.join(t.words(3, 8))}"]


def figure(t):
    return [f"  - figure: tile.png\n    alt: A grey tile\n    width: 40mm\n    caption: {' '.join(t.words(4, 12))}"]


def facts(t):
    rows = "".join(f"\n      - {{value: {t.random.randint(2, 999)}, label: {' '.join(t.words(1, 3))}}}" for _ in range(3))
    return [f"  - facts:{rows}"]


KINDS = [text] * 10 + [heading] * 2 + [bullets] * 2 + [quote, table, figure, facts]


def article(pages):
    t = Text(1)
    lines = ["dossier: article", f"title: An article of {pages} pages", "short: Pages", "kicker: Bench", "body:"]
    for _ in range(round(pages * BLOCKS_A_PAGE)):
        lines += t.random.choice(KINDS)(t)
    return "\n".join(lines) + "\n"


def tile():
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = b"".join(bytes([0] + [(x + y) % 256 for x in range(240)]) for y in range(160))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 240, 160, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def main():
    pages = int(sys.argv[1])
    folder = sys.argv[2] if len(sys.argv) > 2 else os.path.join(os.path.dirname(__file__), "..", "build", "bench")
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, f"long-{pages}.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(article(pages))
    with open(os.path.join(folder, "tile.png"), "wb") as file:
        file.write(tile())
    print(os.path.relpath(path))


if __name__ == "__main__":
    main()
