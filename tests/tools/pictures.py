"""Helps tests/suite/pictures.sh.

pictures.py article FOLDER              an article with every picture of the folder
pictures.py compare FOLDER PAGES READER the colours in READER's page pictures (PPM, 144 pixels an inch) at the
                                        places of the dump PAGES, against what the pictures were drawn with
"""
import glob
import os
import re
import sys

WIDE, HIGH = 37, 23  # as in tests/unit/image_fixture.h
SCALE = 2            # 144 pixels an inch


def names(folder):
    found = sorted(os.path.basename(p) for p in glob.glob(folder + "/*.png") + glob.glob(folder + "/*.jpg"))
    return found + found[:1]


def article(folder):
    print("dossier: article\ntitle: Pictures of every kind\nbody:")
    for name in names(folder):
        print(f"  - figure: {name}\n    alt: The picture {name}\n    width: 30mm")


def read_ppm(path):
    with open(path, "rb") as file:
        data = file.read()
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
    return int(head[1]), data[head.end():]


def mean(page, box):
    """Of a box (left, top, right, bottom in pixels), less a seam of one pixel."""
    width, data = page
    left, top, right, bottom = (round(v) for v in box)
    sums, count = [0, 0, 0], 0
    for y in range(top + 1, bottom - 1):
        row = data[(y * width + left + 1) * 3:(y * width + right - 1) * 3]
        count += len(row) // 3
        for c in range(3):
            sums[c] += sum(row[c::3])
    return [s / count for s in sums]


def stored(turn, u, v):
    """Where in the stored picture the shown point (u, v) is; both from the top left, 0 to 1 (EXIF 2.3, 4.6.4)."""
    return {1: (u, v), 2: (1 - u, v), 3: (1 - u, 1 - v), 4: (u, 1 - v),
            5: (v, u), 6: (v, 1 - u), 7: (1 - v, 1 - u), 8: (1 - v, u)}[turn]


def jpeg_color(name, u, v):
    turn = re.match(r"turned-(\d)", name)
    x, y = stored(int(turn[1]) if turn else 1, u, v)
    x, y = x * WIDE - .5, y * HIGH - .5
    light = [40 + x * (4 - c % 3) + y * (2 + c % 3) for c in range(4)]
    if name == "grey.jpg":
        return light[:1] * 3
    if name == "cmyk.jpg":
        return [c * light[3] / 255 for c in light[:3]]
    return light[:3]


def places(dump):
    number, found = 0, []
    with open(dump, encoding="utf-8") as lines:
        for line in lines:
            words = line.split()
            if words[0] == "page":
                number = int(words[1])
            if words[0] == "image":
                x, y, w, h = (float(word) * SCALE for word in words[1:5])
                found.append((number, (x, y, x + w, y + h)))
    return found


def differ(name, what, got, expected, tolerance):
    if all(abs(g - e) <= tolerance for g, e in zip(got, expected)):
        return 0
    print(f"{name}: {what}: {[round(g) for g in got]}, expected {[round(e) for e in expected]}")
    return 1


def compare(folder, dump, reader):
    with open(folder + "/png.list", encoding="utf-8") as lines:
        means = {w[0]: [float(v) for v in w[1:]] for w in (line.split() for line in lines)}
    pages = [read_ppm(path) for path in sorted(glob.glob(f"{folder}/{reader}-*.ppm"))]
    faults, found = 0, places(dump)
    if len(found) != len(names(folder)):
        print(f"{len(found)} pictures on the pages, expected {len(names(folder))}")
        return 1
    for name, (number, box) in zip(names(folder), found):
        page, (left, top, right, bottom) = pages[number - 1], box
        if name in means:
            faults += differ(name, "mean", mean(page, box), means[name], 4)
            continue
        for i, u in enumerate((.25, .75)):
            for j, v in enumerate((.25, .75)):
                part = (left + i * (right - left) / 2, top + j * (bottom - top) / 2,
                        left + (i + 1) * (right - left) / 2, top + (j + 1) * (bottom - top) / 2)
                faults += differ(name, f"quarter {i},{j}", mean(page, part), jpeg_color(name, u, v), 8)
    return faults


if sys.argv[1] == "article":
    article(sys.argv[2])
else:
    sys.exit(1 if compare(*sys.argv[2:]) else 0)
