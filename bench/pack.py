#!/usr/bin/env python3
"""pack.py ITEMS [FOLDER]: a pack of so many items of two pages each, of mixed blocks, the same on every machine.

Each item is an article in a file of its own; the pack has contents, and in one item of 20 a reference tells the page of
an item further back. Written to FOLDER/pack-ITEMS (build/bench unless named); the path of its pack.yaml is printed."""
import os
import sys

from article import KINDS, Text, tile

BLOCKS = 13
SYLLABLES = "al an ber cor da el fen gor hil in ka lo mar nel or pa qui ro sol ta ur ven wes yor zen".split()


class Varied(Text):
    """One word in 20 is a name that hardly comes again, as in papers of many authors."""

    def words(self, least, most):
        chosen = super().words(least, most)
        for i in range(1, len(chosen)):
            if self.random.random() < 0.05:
                chosen[i] = "".join(self.random.choice(SYLLABLES) for _ in range(self.random.randint(2, 4))).capitalize()
        return chosen


def article(index, count):
    t = Varied(index)
    lines = ["dossier: article", f"title: {' '.join(t.words(4, 10))}", "kicker: Bench", "body:"]
    if index % 20 == 0:
        target = min(index + 7, count)
        lines += [f"  - >-\n    {t.paragraph()} What follows from it stands in [the paper on it](#paper-{target})."]
    for _ in range(BLOCKS):
        lines += t.random.choice(KINDS)(t)
    return "\n".join(lines) + "\n"


def pack(count):
    t = Varied(0)
    lines = ["dossier: pack", f"title: A pack of {count} items", "short: Pack", "front: [contents]", "items:"]
    for i in range(1, count + 1):
        lines += [f"  - title: {' '.join(t.words(3, 9))}", f"    id: paper-{i}", f"    file: {i}.yaml"]
    return "\n".join(lines) + "\n"


def write(path, content):
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())


def main():
    count = int(sys.argv[1])
    above = sys.argv[2] if len(sys.argv) > 2 else os.path.join(os.path.dirname(__file__), "..", "build", "bench")
    folder = os.path.join(above, f"pack-{count}")
    os.makedirs(folder, exist_ok=True)
    for i in range(1, count + 1):
        write(os.path.join(folder, f"{i}.yaml"), article(i, count))
    write(os.path.join(folder, "tile.png"), tile())
    write(os.path.join(folder, "pack.yaml"), pack(count))
    print(os.path.join(folder, "pack.yaml"))


if __name__ == "__main__":
    main()
