"""A pack of 30 items that refer to each other (make), and its printed numbers held against the PDF's own (compare)."""
import json
import re
import sys

COUNT = 30
WORDS = ("Local authorities receive migrants first and answer for housing schools health and work while budgets are "
         "decided elsewhere and the people of each district watch what is done in their name").split()


def is_slip(number):
    return number % 9 == 5


def make(pages, paragraphs):
    lines = ["dossier: pack", "lang: en", "title: A pack with numbers", "short: Numbers",
             "event: {name: A forum, from: 2018-12-08}", "control: {symbol: X/1, version: 1.0, date: 2018-12-05}",
             f"numbering: {{pages: {pages}, paragraphs: {paragraphs}}}", "front: [cover, control, contents]",
             "back: [glossary]", "items:"]
    for item in range(1, COUNT + 1):
        lines += [f"  - title: Subject number {item}", f"    id: item-{item}"]
        if is_slip(item):
            lines += ["    status: to-follow"]
            continue
        lines += ["    body:"]
        for k in range(1, 4 + item * 7 % 17):
            words = " ".join(WORDS[(item * k + j * j) % len(WORDS)] for j in range(60))
            target = (item * 5 + k * 3) % COUNT + 1
            while is_slip(target):
                target = target % COUNT + 1
            reference = ["", f" See [that paragraph](#span-{target}).", "", f" See [the point](#item-{target})."][k % 4]
            if k == 2:
                words = f"[the place]{{#span-{item}}} " + words
            lines += ["      - >-", f"        {words}.{reference}"]
    print("\n".join(lines))


def labels_of(document):
    labels = []
    for page in document["pages"]:
        label = page["label"]
        prefix = label.get("/P", "u:")[2:]
        labels.append(prefix + (str(label.get("/St", 1)) if "/S" in label else ""))
    return labels


def destinations_of(document):
    """Named destinations to positions of pages."""
    position = {page["object"]: i for i, page in enumerate(document["pages"])}
    objects = {key[4:]: value.get("value") for key, value in document["qpdf"][1].items() if key.startswith("obj:")}
    found = {}
    for value in objects.values():
        names = value.get("/Names") if isinstance(value, dict) else None
        if not isinstance(names, list):
            continue
        for name, target in zip(names[::2], names[1::2]):
            target = objects.get(target, target) if isinstance(target, str) else target
            target = target.get("/D") if isinstance(target, dict) else target
            if isinstance(target, list) and target[0] in position:
                found[name.split(":", 1)[1]] = position[target[0]]
    return found


def compare(mode, text, document):
    wrong = []

    def expect(is_right, what):
        if not is_right:
            wrong.append(what)

    labels, pages = labels_of(document), text.split("\f")[:-1]
    places = destinations_of(document)
    first = {entry["title"]: entry["destpageposfrom1"] - 1 for entry in document["outlines"]}
    expect(len(labels) == len(pages) == len(set(labels)), "labels and pages")
    if mode == "pack":
        expect(labels == [str(i + 1) for i in range(len(labels))], "labels are not the PDF pages")
    for i, page in enumerate(pages[1:], 1):
        foot = page.strip().split("\n")[-1]
        expect(foot.split()[-1] == labels[i], f"foot of page {i + 1}: {foot!r}, label {labels[i]}")
    counts = {"contents": 0, "references": 0}
    for item in range(1, COUNT + 1):
        page = first[f"Subject number {item}"]
        expect(places.get(f"item-{item}") == page, f"destination and outline of item {item}")
        expect(f"Item {item} · 1 of" in pages[page], f"item {item} does not begin on page {page + 1}")
        if mode == "item":
            expect(labels[page] == f"{item}.1", f"label of item {item}: {labels[page]}")
        if not is_slip(item):
            expect("the place" in pages[places[f"span-{item}"]], f"destination of span {item}")
    body = min(first[f"Subject number {item}"] for item in range(1, COUNT + 1))
    for number, page in re.findall(r"Subject number (\d+) [ .]*? ?([\d.]+)$", "\n".join(pages[:body]), re.M):
        page = page.lstrip(".")
        counts["contents"] += 1
        expect(page == labels[first[f"Subject number {number}"]], f"contents of item {number}: {page}")
    flowing = re.sub(r"\s+", " ", text)
    pattern = r"(the point|that paragraph) \((?:Item (\d+), )?page ([\d.]+)\)"
    for words, item, page in re.findall(pattern, flowing):
        counts["references"] += 1
        if not item and mode == "item":
            item = page.split(".")[0]
        if item:
            place = places[("item-" if words == "the point" else "span-") + item]
            expect(page == labels[place], f"{words} (Item {item}, page {page}) stands on {labels[place]}")
    numbers = {}
    for item in range(1, COUNT + 1):
        if not is_slip(item):
            numbers[item] = re.search(r"(?m)^(\d+) the place", pages[places[f"span-{item}"]])
    for item, number in re.findall(r"that paragraph \(Item (\d+), paragraph (\d+)\)", flowing):
        counts["references"] += 1
        printed = numbers[int(item)]
        expect(printed and printed[1] == number, f"paragraph {number} of item {item}")
    expect(counts["contents"] == COUNT, f"{counts['contents']} lines of contents")
    expect(counts["references"] >= 60, f"{counts['references']} references")
    for what in wrong[:20]:
        print(what)
    return not wrong


if sys.argv[1] == "make":
    make(sys.argv[2], sys.argv[3])
else:
    with open(sys.argv[3], encoding="utf-8") as text, open(sys.argv[4], encoding="utf-8") as document:
        sys.exit(0 if compare(sys.argv[2], text.read(), json.load(document)) else 1)
