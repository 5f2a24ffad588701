#!/usr/bin/env python3
"""Draws the figures of samples/estuary-report.yaml with ImageMagick and the fonts of this repository.

    ./draw.py      writes map.png, day.png, visits.png, levels.png and card.png beside itself

They are kept in the repository; run it again only to change them. All are made for 118 mm of text: twelve pixels to a
millimetre, letters as large as a caption's. What is told by colour is told by words, dashes or place, too.
"""
import math
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
FONTS = os.path.join(HERE, "..", "..", "fonts")
WIDE = 1416
INK, GREY, PALE, ACCENT, WATER = "#000000", "#555555", "#c4c4c4", "#00545c", "#dbe9ec"


class Drawing:
    def __init__(self, high, wide=WIDE):
        self.wide, self.high, self.commands = wide, high, []

    def add(self, *commands):
        self.commands += commands

    def pen(self, color, width=3, dashes=None):
        self.add("fill", "none", "stroke", f"'{color}'", "stroke-width", str(width))
        self.add("stroke-linecap", "round", "stroke-linejoin", "round", "stroke-dasharray", dashes or "none")

    def brush(self, color):
        self.add("stroke", "none", "fill", f"'{color}'")

    def line(self, *points):
        self.add("polyline", " ".join(f"{x:.1f},{y:.1f}" for x, y in points))

    def shape(self, *points):
        self.add("polygon", " ".join(f"{x:.1f},{y:.1f}" for x, y in points))

    def box(self, left, top, right, bottom):
        self.add(f"rectangle {left:.1f},{top:.1f} {right:.1f},{bottom:.1f}")

    def dot(self, x, y, radius):
        self.add(f"circle {x:.1f},{y:.1f} {x + radius:.1f},{y:.1f}")

    def words(self, x, y, text, anchor="start", face="Regular", color=INK, size=36):
        self.brush(color)
        self.add("font", f"'{FONTS}/SourceSans3-{face}.ttf'", "font-size", str(size), "text-anchor", anchor)
        self.add(f"text {x:.1f},{y:.1f} '{text}'")

    def save(self, name):
        subprocess.run(["convert", "-size", f"{self.wide}x{self.high}", "xc:white", "-draw", " ".join(self.commands), "-dither", "None",
                        "-colors", "32", "-fill", "white", "-fuzz", "2%", "-opaque", "white", "-strip", "-define", "png:exclude-chunks=all", "PNG8:" + os.path.join(HERE, name)], check=True)


TOWNS = (("Oakmouth", 160, 64), ("Lindavar", 395, 41), ("Port Veline", 640, 412), ("Quillby", 865, 22),
         ("Sarnholm", 1065, 187), ("Tesmar", 1275, 298))  # how far along the coast; thousands of people


def coast(x):
    return 470 + 60 * math.sin(x / 190) + 38 * math.sin(x / 71 + 1) - 0.09 * x


def draw_map():
    drawing = Drawing(820)
    shore = [(x, coast(x)) for x in range(0, WIDE + 1, 6)]
    drawing.brush(WATER)
    drawing.shape((0, 0), (WIDE, 0), *reversed(shore))
    drawing.pen(GREY, 4)
    drawing.line(*shore)
    for _, x, _ in TOWNS:
        mouth = coast(x)
        drawing.pen(WATER, 13)
        river = [(x + 16 * math.sin(t / 37 + x), mouth - 3 + t) for t in range(0, int(800 - mouth), 5)]
        drawing.line(*river)
    for name, x, thousands in TOWNS:
        y = coast(x) + 6
        drawing.brush(ACCENT)
        drawing.dot(x, y, 9 + math.sqrt(thousands) * 1.2)
        drawing.words(x, y + 76, name, "middle", "Bold")
        drawing.words(x, y + 118, f"{thousands},000", "middle", color=GREY)
    drawing.words(1376, 90, "Sea", "end", "It", GREY, 40)
    drawing.pen(INK, 4)
    drawing.line((60, 770), (60 + 240, 770))
    drawing.line((60, 756), (60, 784))
    drawing.line((300, 756), (300, 784))
    drawing.words(60, 736, "40 km")
    drawing.save("map.png")


def axes(drawing, left, right, bottom, marks, unit, hours):
    for y, label in marks:
        drawing.pen(PALE, 2)
        drawing.line((left, y), (right, y))
        drawing.words(left - 16, y + 12, label, "end", color=GREY)
    drawing.words(left - 16, marks[-1][0] - 40, unit, "end", color=GREY)
    for x, label in hours:
        drawing.words(x, bottom + 52, label, "middle", color=GREY)


def draw_day():
    """Two curves with their names beside them; the shaded one is dashed."""
    drawing = Drawing(690)
    left, right, low, high = 90, 1376, 610, 70

    def at(hour, degrees):
        return left + (right - left) * (hour - 6) / 16, low - (low - high) * (degrees - 20) / 25

    marks = [(at(0, degrees)[1], str(degrees)) for degrees in (20, 25, 30, 35, 40, 45)]
    axes(drawing, left, right, low, marks, "°C", [(at(hour, 0)[0], f"{hour}:00") for hour in (6, 10, 14, 18, 22)])
    hours = [6 + step / 4 for step in range(65)]
    bare = [at(h, 23.5 + 19 * max(0, math.sin((h - 6.4) / 15.5 * math.pi)) ** 1.25 - 0.02 * (h - 6)) for h in hours]
    shaded = [at(h, 22.5 + 11 * max(0, math.sin((h - 7.4) / 15.5 * math.pi)) ** 1.25 - 0.04 * (h - 6)) for h in hours]
    drawing.pen(ACCENT, 7)
    drawing.line(*bare)
    drawing.pen(INK, 6, "4 16")
    drawing.line(*shaded)
    drawing.words(at(16.2, 0)[0], at(0, 41.6)[1], "Bare stop, Lindavar", face="Bold", color=ACCENT)
    drawing.words(at(15, 0)[0], at(0, 27.2)[1], "Under trees, Quillby", "middle", "Bold")
    drawing.save("day.png")


VISITS = ((12, 310), (13, 420), (14, 610), (15, 820), (16, 940), (17, 880), (18, 640), (19, 450), (20, 260))


def draw_visits():
    """Bars with their values above them: no axis is needed to read them."""
    drawing = Drawing(560)
    left, low, step, wide = 20, 490, 151, 168 - 64
    for number, (hour, people) in enumerate(VISITS):
        x = left + number * step
        drawing.brush(ACCENT if hour == 16 else PALE)
        drawing.box(x, low - people * 0.44, x + wide, low)
        drawing.words(x + wide / 2, low - people * 0.44 - 18, str(people), "middle", "Bold" if hour == 16 else "Regular")
        drawing.words(x + wide / 2, low + 50, f"{hour}:00", "middle", color=GREY)
    drawing.pen(INK, 3)
    drawing.line((left - 20, low), (left + 8 * step + wide + 20, low))
    drawing.save("visits.png")


def draw_levels():
    drawing = Drawing(406)
    levels = (("Level 1", "Watch", "forecast 30 °C"), ("Level 2", "Open", "two days of 33 °C"), ("Level 3", "Go out", "night above 22 °C"))
    for number, (level, what, when) in enumerate(levels):
        left = 4 + number * 516
        drawing.pen(INK if number < 2 else ACCENT, 3 + 3 * number)
        drawing.box(left, 6, left + 376, 206)
        drawing.words(left + 188, 76, level, "middle", color=GREY)
        drawing.words(left + 188, 151, what, "middle", "Bold", INK if number < 2 else ACCENT, 56)
        drawing.words(left + 188, 276, when, "middle")
        if number < 2:
            drawing.pen(GREY, 4)
            drawing.line((left + 396, 106), (left + 496, 106))
            drawing.line((left + 476, 90), (left + 496, 106), (left + 476, 122))
    drawing.words(4, 390, "One step up at a time; down again after two quiet days.", color=GREY)
    drawing.save("levels.png")


def draw_card():
    """The card in half of its size, as a picture that text runs beside."""
    drawing = Drawing(650, 504)
    drawing.pen(GREY, 4)
    drawing.box(4, 4, 499, 645)
    drawing.words(44, 96, "Too hot inside?", face="Bold", color=ACCENT, size=52)
    for row, (number, whom) in enumerate((("1", "The street team"), ("2", "The heat desk"), ("3", "An ambulance"))):
        y = 206 + 106 * row
        drawing.pen(INK, 4)
        drawing.dot(70, y - 14, 30)
        drawing.words(70, y, number, "middle", "Bold", size=40)
        drawing.words(122, y, whom, size=40)
    drawing.pen(GREY, 2)
    drawing.line((44, 572), (460, 572))
    drawing.words(44, 616, "the nearest open door", face="It", color=GREY, size=34)
    drawing.save("card.png")


draw_card()
draw_map()
draw_day()
draw_visits()
draw_levels()
