#!/usr/bin/env python3
"""Draws the pictures of samples/pictures.yaml; needs nothing but Python and, for the JPEG, MuPDF and poppler.

    ./draw.py      writes harbour.png, ornament.png and skyline.jpg beside itself

They are kept in the repository; run it again only to change them.
"""
import math
import os
import struct
import subprocess
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
GREY, RGB, PALETTE, GREY_ALPHA = 0, 2, 3, 4


def write_png(name, width, rows, color, palette=b""):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, len(rows), 8, color, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    with open(os.path.join(HERE, name), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) +
                   (chunk(b"PLTE", palette) if palette else b"") +
                   chunk(b"IDAT", data) + chunk(b"IEND", b""))


def mix(a, b, t):
    return tuple(round(x + (y - x) * t) for x, y in zip(a, b))


def harbour():
    """A plan: sea, land, quays, a grid of streets, a railway; twelve flat colours, smoothed at edges."""
    sea, land, street, green, quay, rail = ((183, 211, 219), (240, 235, 224), (255, 255, 255),
                                            (201, 217, 180), (150, 150, 150), (0, 84, 92))
    width, height, scale = 1200, 620, 3

    def color(x, y):
        shore = 0.62 + 0.05 * math.sin(5 * x) + 0.04 * math.sin(13 * x + 1)
        basin = 0.38 < x < 0.58 and y > 0.47
        if y > shore or (basin and not 0.47 < x < 0.49):
            return sea
        if 0.36 < x < 0.60 and y > 0.45:
            return quay
        if abs(y - 0.20 - 0.10 * x) < 0.007 and int(x * 90) % 2:
            return rail
        if math.hypot((x - 0.80) * 1.9, y - 0.35) < 0.13:
            return green
        u, v = x * 1.9 + 0.35 * y, y - 0.12 * x
        if (u * 9) % 1 < 0.08 or (v * 8) % 1 < 0.07:
            return street
        return land if (int(u * 9) * 7 + int(v * 8) * 3) % 5 else mix(land, quay, 0.15)

    colors = [sea, land, street, green, quay, rail, mix(land, quay, 0.15)]
    steps = [mix(a, b, t) for i, a in enumerate(colors) for b in colors[i + 1:] for t in (1 / 3, 2 / 3)]
    palette = colors + steps
    nearest = {}

    def index(c):
        if c not in nearest:
            nearest[c] = min(range(len(palette)),
                             key=lambda i: sum((p - q) ** 2 for p, q in zip(palette[i], c)))
        return nearest[c]

    rows = []
    for y in range(height):
        row = bytearray()
        for x in range(width):
            spots = [color((x + (i + .5) / scale) / width, (y + (j + .5) / scale) / height)
                     for i in range(scale) for j in range(scale)]
            row.append(index(tuple(sum(c) // len(spots) for c in zip(*spots))))
        rows.append(bytes(row))
    write_png("harbour.png", width, rows, PALETTE, b"".join(bytes(c) for c in palette))


def ornament():
    """A wave between two dots, grey on nothing: the soft mask carries the form."""
    width, height = 720, 60

    def inside(x, y):
        wave = abs(y - 30 - 12 * math.sin(x / 26)) < 2.2 and 60 < x < 660
        return wave or math.hypot(x - 30, y - 30) < 7 or math.hypot(x - 690, y - 30) < 7

    rows = []
    for y in range(height):
        row = bytearray()
        for x in range(width):
            hits = sum(inside(x + (i + .5) / 4, y + (j + .5) / 4) for i in range(4) for j in range(4))
            row += bytes((60, hits * 255 // 16))
        rows.append(bytes(row))
    write_png("ornament.png", width, rows, GREY_ALPHA)


def skyline():
    """Houses before an evening sky: soft colours, as in a photograph, so it becomes a JPEG."""
    width, height = 1000, 560
    tops = [0.55 + 0.16 * math.sin(7.1 * i) * math.sin(2.3 * i + 1) for i in range(40)]

    def color(x, y):
        sky = mix((58, 74, 120), (247, 186, 120), min(1, y / 0.62) ** 1.6)
        glow = max(0, 1 - math.hypot((x - 0.7) * 1.8, y - 0.56) / 0.35)
        sky = mix(sky, (255, 236, 190), glow ** 2)
        house = int(x * 40)
        if y > 0.84:
            wave = 0.5 + 0.5 * math.sin(70 * y / (y - .7) + 2 * math.sin(9 * x))
            return mix((38, 44, 66), sky, 0.25 + 0.15 * wave)
        if y < tops[house] and not (house % 9 == 4 and y > tops[house] - 0.12 and abs(x * 40 % 1 - .5) < .06):
            return sky
        window = house % 3 and (x * 40 % 1 * 4) % 1 > 0.55 and (y * 46) % 1 > 0.5
        lit = (house * 31 + int(x * 160) * 17 + int(y * 46) * 7) % 5 == 0
        return (250, 214, 140) if window and lit else mix((36, 40, 58), (70, 62, 74), y)

    rows = []
    for y in range(height):
        row = bytearray()
        for x in range(width):
            row += bytes(color(x / width, y / height))
        rows.append(bytes(row))
    write_png("skyline.png", width, rows, RGB)
    path = os.path.join(HERE, "skyline")
    subprocess.run(["mutool", "convert", "-o", path + ".pdf", path + ".png"], check=True)
    subprocess.run(["pdftocairo", "-jpeg", "-jpegopt", "quality=78,progressive=y", "-singlefile", "-r", "96",
                    path + ".pdf", path], check=True)
    os.remove(path + ".pdf")
    os.remove(path + ".png")


harbour()
ornament()
skyline()
