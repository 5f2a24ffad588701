#!/usr/bin/env python3
"""Draws the logo of the sample house layout; needs nothing but Python.

    ./draw.py      writes logo.png beside itself

It is kept in the repository; run it again only to change it.
"""
import math
import os
import struct
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
INK = (122, 31, 61)
SIZE, FINE = 400, 4
SHADES = 16


def inside(x, y):
    """A disc; three waves cut through its lower half, and a star of eight rays stands above them."""
    if math.hypot(x, y) > 1:
        return False
    for middle in (0.12, 0.40, 0.68):
        if abs(y - middle - 0.055 * math.sin(8.5 * x + 9 * middle)) < 0.052:
            return False
    distance, turn = math.hypot(x, y + 0.42), math.atan2(y + 0.42, x)
    ray = 0.17 + 0.13 * math.cos(8 * turn)
    return not distance < ray


def write_png(name, rows, palette):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", SIZE, len(rows), 8, 3, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    with open(os.path.join(HERE, name), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"PLTE", palette) +
                   chunk(b"IDAT", data) + chunk(b"IEND", b""))


def shade(column, row):
    """How many of the points of a pixel are ink, from 0 to SHADES."""
    points = [(i + .5) / FINE for i in range(FINE)]
    return sum(inside((column + i) * 2 / SIZE - 1, (row + j) * 2 / SIZE - 1) for i in points for j in points)


palette = b"".join(bytes(255 - (255 - c) * s // SHADES for c in INK) for s in range(SHADES + 1))
write_png("logo.png", [bytes(shade(x, y) for x in range(SIZE)) for y in range(SIZE)], palette)
